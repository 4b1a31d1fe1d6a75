"""How fast the attribution tagger is, what loading it takes, and the memory of a process that holds it and the parser.

    python benchmarks/tagging.py --articles ../shared/data/attribution/polnear_dev.jsonl --first 20
    python benchmarks/tagging.py                                      the pages of the examples

Sentences come from the parser, before the clock starts. Tokenising and decoding are counted. Of ``--runs`` runs the
fastest counts, since other work on the machine only slows.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from pathlib import Path

from articles import EXAMPLES, pages_of

from sayso.layers.attribution import tagger
from sayso.layers.parsing import parse


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=EXAMPLES)
    parser.add_argument("--first", type=int, help="how many articles to read (default: all)")
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    began = time.process_time()
    tagger.network()
    loading = time.process_time() - began
    pages = pages_of(args.articles, args.first)
    parsed = [(page.document, parse.read_sentences(page.document, page.blocks)) for page in pages]
    sentences = sum(len(p.sentences) for _, p in parsed)
    took = []
    for _ in range(args.runs):
        began = time.process_time()
        found = sum(len(tagger.tag_attributions(document, p)) for document, p in parsed)
        took.append(time.process_time() - began)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(
        f"{len(pages)} articles, {sentences} sentences, {found} attributions: {sentences / min(took):.0f} sentences a "
        f"CPU-second; loaded in {loading:.2f} CPU-seconds; {peak:.0f} MB at most, parser included"
    )


if __name__ == "__main__":
    main()
