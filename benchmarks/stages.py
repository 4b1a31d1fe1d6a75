"""What share of an article's CPU time each annotator takes.

    python benchmarks/stages.py [--pages FOLDER] [--rounds 3]

Reads the pages of a folder (the examples where none is named), annotates each once uncounted, then ``--rounds`` times
with a clock around every stage. Prints milliseconds of CPU time for 500 words and shares of the whole; then what it
costs to open the gazetteer in a process of its own, digest checked: seconds, and the memory that it adds.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from sayso import documents
from sayso.documents.page import Page
from sayso.pipeline import ANNOTATORS, run
from sayso.types import Problem

ROOT = Path(__file__).resolve().parent.parent
#: The stages that find names, places, times, quantities and events.
PARTS = frozenset({"mentions", "toponyms", "timexes", "quantities", "events"})
WORDS = 500

OPENING = """
import resource, time
from sayso.layers import gazetteer
def resident():
    with open("/proc/self/statm") as handle:
        return int(handle.read().split()[1]) * resource.getpagesize() / 1e6
before, start = resident(), time.perf_counter()
for name in ("Palmyra", "Homs Province", "Deyr ez Zor", "Springfield", "Velm"):
    gazetteer.look_up(name)
print(f"gazetteer: opened and asked five names in {time.perf_counter() - start:.3f} s, {resident() - before:.0f} MB")
"""


def timed(page: Page, spent: dict[str, float]) -> None:
    """Runs every annotator on the page, adding the CPU seconds of each to ``spent``."""
    pool: dict[str, Any] = {"document": page.document, "blocks": page.blocks, "credits": page.credits}
    problems: list[Problem] = []
    for stage in ANNOTATORS:
        start = time.process_time()
        run((stage,), pool, page.document.id, problems)
        spent[stage.yields] += time.process_time() - start
    if problems:
        raise RuntimeError(f"{page.document.uri}: {problems[0].reason}")


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, default=ROOT / "examples")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(argv)
    pages = [reading.page for reading in documents.read(str(asked.pages)) if reading.page]
    if not pages:
        print(f"no page in {asked.pages}")
        return 2
    for page in pages:
        timed(page, defaultdict(float))
    spent: dict[str, float] = defaultdict(float)
    for _ in range(asked.rounds):
        for page in pages:
            timed(page, spent)
    prose = ("body", "headline", "caption")
    words = asked.rounds * sum(
        len(page.document.text[b.span.start : b.span.end].split())
        for page in pages
        for b in page.blocks
        if b.zone in prose
    )
    whole = sum(spent.values())
    print(f"{len(pages)} pages, {words // asked.rounds} words; CPU milliseconds for {WORDS} words")
    for name, seconds in spent.items():
        print(f"{name:<16}{seconds / words * WORDS * 1000:8.1f}{seconds / whole:8.1%}")
    part = sum(seconds for name, seconds in spent.items() if name in PARTS)
    print(f"{'all':<16}{whole / words * WORDS * 1000:8.1f}")
    print(f"{', '.join(sorted(PARTS))}: {part / whole:.1%}")
    return subprocess.run([sys.executable, "-c", OPENING], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
