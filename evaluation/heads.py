"""Scores title, publisher and byline of flattened pages against what the markup of the same pages says.

    python evaluation/heads.py [--data ../shared/data] [--every N] [--show WHAT]

A page of ``pages/trafilatura.jsonl.gz`` is read in its flattening ``wet``, one of ``dates/pages.jsonl.gz`` as the text
that Sayso reads off its HTML; both without their address, which would tell the publisher. What the markup says is the
measure: a page whose markup says nothing of a figure is left out of it. A name is right where it is the same outlet's
or one of the two begins with the other; a byline, where it holds the name's last word. With ``--every 5`` one page in
five is scored.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from sayso.documents.flat import read_flat
from sayso.documents.html import metadata
from sayso.documents.html.markup import read_markup
from sayso.documents.html.reader import read_html
from sayso.documents.page import Given, Metadata
from sayso.documents.zones.lines import key_of
from sayso.outlets import same_outlet

FIGURES = ("title", "publisher", "byline")
#: A name may go on after the other with this many letters of the shorter at least.
SHORTEST = 4


def main(argv: list[str] | None = None) -> int:
    """Prints one line a figure: right, wrong, none, of how many."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--show", choices=FIGURES, help="print each page where this figure is wrong or missing")
    asked = parser.parse_args(argv)
    if not asked.data.is_dir():
        print(f"the development data are not at {asked.data}: nothing is scored")
        return 0
    counts: dict[str, Counter[str]] = {figure: Counter() for figure in FIGURES}
    for known, text in itertools.chain.from_iterable(map(_page, rows_of(asked.data, asked.every))):
        page = read_flat(text, capture_id="capture-0", uri="page", given=Given()).document
        said = {"title": known.title, "publisher": known.publisher, "byline": known.byline}
        found = {"title": page.headline, "publisher": page.publisher, "byline": page.byline}
        for figure in FIGURES:
            if not said[figure]:
                continue
            told = outcome(figure, str(said[figure]), found[figure])
            counts[figure][told] += 1
            if figure == asked.show and told != "right":
                print(f"  {told}: {found[figure]!r} for {said[figure]!r}")
    print_shares(counts)
    return 0


def print_shares(counts: Mapping[str, Counter[str]]) -> None:
    """Prints a line a figure: which share of its pages is right, wrong, none, and how many they are."""
    for figure, outcomes in counts.items():
        total = sum(outcomes.values())
        shares = ", ".join(f"{name} {outcomes[name] / max(1, total):.3f}" for name in ("right", "wrong", "none"))
        print(f"{figure:<12}{shares} of {total} pages")


def rows_of(data: Path, every: int) -> Iterator[dict[str, str]]:
    """The pages of both files of development data; of every ``every`` pages of a file the first."""
    for file in ("pages/trafilatura.jsonl.gz", "dates/pages.jsonl.gz"):
        with gzip.open(data / file, "rt", encoding="utf-8") as rows:
            yield from map(json.loads, itertools.islice(rows, 0, None, every))


def _page(row: dict[str, str]) -> Iterator[tuple[Metadata, str]]:
    """What the markup of a page says, and the page's flat text; nothing where there is none."""
    parsed = read_markup(row["html"])
    if parsed is None:
        return
    known = metadata.read_metadata(parsed.tree, None).metadata
    text = row.get("wet") or read_html(row["html"], capture_id="capture-0", uri="page", given=Given()).document.text
    if text.strip():
        yield known, text


def outcome(figure: str, said: str, found: str | None) -> str:
    """How one of ``FIGURES`` was read: ``right``, ``wrong``, or ``none`` where Sayso abstains."""
    if not found:
        return "none"
    left, right = key_of(said), key_of(found)
    if figure == "byline":
        return "right" if right.split() and right.split()[-1] in left.split() else "wrong"
    same = left == right or (figure == "publisher" and same_outlet(said, found))
    shorter, longer = sorted((left, right), key=len)
    return "right" if same or (len(shorter) >= SHORTEST and longer.startswith(shorter)) else "wrong"


if __name__ == "__main__":
    raise SystemExit(main())
