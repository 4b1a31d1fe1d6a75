"""How fast the attribution tagger is, what loading it takes, and the memory of a process that holds it and the parser.

    python benchmarks/tagging.py --articles ../shared/data/attribution/polnear_dev.jsonl --first 20
    python benchmarks/tagging.py                                      the pages of the examples

Sentences come from the parser, before the clock starts. Tokenising and decoding are counted. ``--runs`` takes the
fastest of so many, since other work on the machine only slows.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from sayso import documents
from sayso.documents.objects import read_object
from sayso.documents.page import Page
from sayso.layers import parse, tagger

ROOT = Path(__file__).resolve().parent.parent


def pages_of(path: Path) -> Iterator[Page]:
    """The pages of a folder, or of lines of JSON with a text each, that is read as prose."""
    if path.suffix != ".jsonl":
        yield from (reading.page for reading in documents.read(str(path)) if reading.page)
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        reading = read_object({"id": row["id"], "text": row["text"], "prose": True})
        if reading.page:
            yield reading.page


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=ROOT / "examples")
    parser.add_argument("--first", type=int, default=None, help="so many articles only")
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    began = time.process_time()
    tagger.network()
    loading = time.process_time() - began
    pages = [*pages_of(args.articles)][: args.first]
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
