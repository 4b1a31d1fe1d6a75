"""What share of an article's CPU time each annotator takes.

    python benchmarks/stages.py [--pages FOLDER] [--rounds 3]

Reads the pages of a folder (the examples where none is named), annotates each once uncounted, then ``--rounds`` times
with a clock around every stage. Prints milliseconds of CPU time for 500 words and shares of the whole; then what it
costs to open the gazetteer in a process of its own, digest checked: seconds, and the memory that it adds.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from articles import EXAMPLES, pages_of, prose_of

from sayso.documents.page import Page
from sayso.pipeline import ANNOTATORS
from sayso.stages import run
from sayso.types import Problem

#: The stages that find names, places, times, quantities and events.
PARTS = frozenset({"mentions", "toponyms", "timexes", "quantities", "events"})
WORDS = 500
#: Names that the gazetteer is asked for.
ASKED = ("Palmyra", "Homs Province", "Deyr ez Zor", "Springfield", "Velm")


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
    parser.add_argument("--pages", type=Path, default=EXAMPLES)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(argv)
    pages = pages_of(asked.pages)
    if not pages:
        print(f"no page in {asked.pages}")
        return 2
    for page in pages:
        timed(page, defaultdict(float))
    spent: dict[str, float] = defaultdict(float)
    for _ in range(asked.rounds):
        for page in pages:
            timed(page, spent)
    words = asked.rounds * sum(len(prose_of(page).split()) for page in pages)
    whole = sum(spent.values())
    print(f"{len(pages)} pages, {words // asked.rounds} words; CPU milliseconds for {WORDS} words")
    for name, seconds in spent.items():
        print(f"{name:<16}{seconds / words * WORDS * 1000:8.1f}{seconds / whole:8.1%}")
    part = sum(seconds for name, seconds in spent.items() if name in PARTS)
    print(f"{'all':<16}{whole / words * WORDS * 1000:8.1f}")
    print(f"{', '.join(sorted(PARTS))}: {part / whole:.1%}")
    process = get_context("spawn").Process(target=opening)
    process.start()
    process.join()
    return process.exitcode or 0


def opening() -> None:
    """Prints what it costs to open the gazetteer, in a process that has opened nothing yet."""
    from sayso.layers.names import gazetteer

    before, start = resident(), time.perf_counter()
    for name in ASKED:
        gazetteer.look_up(name)
    took = time.perf_counter() - start
    print(f"gazetteer: opened and asked {len(ASKED)} names in {took:.3f} s, {resident() - before:.0f} MB")


def resident() -> float:
    """The memory of this process, in MB; of Linux."""
    import resource

    pages = Path("/proc/self/statm").read_text(encoding="utf-8").split()[1]
    return int(pages) * resource.getpagesize() / 1e6


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
