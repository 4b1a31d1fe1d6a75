"""Scores what Sayso reads off the visible part of web pages against what their structured data say.

    python evaluation/visible.py [--data ../shared/data] [--every N] [--half 0|1] [--show WHAT] [--whole] [--address]

Each page is read without its structured data: JSON-LD, meta elements, microdata, links that name author or canonical
address, machine-readable times. The title stays. What those say is the measure, for pages that show it to readers, too:
the name or the day stands in their text. ``--whole`` reads the pages as they are instead: then a figure is wrong where
the visible page was held for surer than what the data say. Without ``--address`` nobody tells where the page is from.
Sites are in two halves, by a hash of their host: rules are made of what is missed in one, the other tells
whether they carry over. Outcomes are those of ``heads.py``.
"""

from __future__ import annotations

import argparse
import hashlib
import time
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from heads import outcome, print_shares, rows_of
from lxml import html

from sayso.documents.dates.words import find_dates
from sayso.documents.html import metadata
from sayso.documents.html.markup import read_lines, read_markup
from sayso.documents.html.reader import read_page
from sayso.documents.page import Given, Metadata
from sayso.documents.zones.lines import key_of

FIGURES = ("title", "publisher", "byline", "day")
#: What the structured data of a page are, beside its microdata.
DATA = "//script[contains(@type, 'ld+json')] | //meta[not(@charset or @http-equiv)] | //link[@rel='canonical']"
#: Attributes that state data of what they stand at.
STATING = ("itemprop", "itemtype", "itemscope", "itemid", "itemref", "property", "typeof", "vocab")


def main(argv: list[str] | None = None) -> int:
    """Prints one line a figure: right, wrong, none, of how many; then the time that reading took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--half", type=int, choices=(0, 1), help="read the sites of one half only")
    parser.add_argument("--show", choices=FIGURES, help="print each page where this figure is wrong or missing")
    parser.add_argument("--whole", action="store_true", help="read the pages with their structured data")
    parser.add_argument("--address", action="store_true", help="say where the pages are from")
    asked = parser.parse_args(argv)
    if not asked.data.is_dir():
        print(f"the development data are not at {asked.data}: nothing is scored")
        return 0
    counts: dict[str, Counter[str]] = {figure: Counter() for figure in FIGURES}
    start = time.process_time()
    held = set()
    for row in rows_of(asked.data, asked.every):
        address = row.get("url") if asked.address else None
        page = row["id"].removeprefix("date-")[:12]  # some are in both files
        if page in held or (asked.half is not None and half_of(row) != asked.half):
            continue
        held.add(page)
        for figure, said, found in _read(row["html"], address, asked.whole):
            told = outcome(figure, said, found)
            counts[figure][told] += 1
            if figure == asked.show and told != "right":
                print(f"  {told}: {found!r} for {said!r} ({row['id']})")
    print_shares(counts)
    print(f"{time.process_time() - start:.0f} CPU seconds")
    return 0


def half_of(row: dict[str, str]) -> int:
    """In which half the site of a page is; a page without an address is a site of its own."""
    site = urlsplit(row.get("url") or "").hostname or row["id"]
    return hashlib.sha256(site.removeprefix("www.").encode()).digest()[0] % 2


def _read(source: str, address: str | None, whole: bool) -> list[tuple[str, str, str | None]]:
    """Of each figure that the structured data state and the page shows: what they say, and what is read."""
    parsed = read_markup(source)
    if parsed is None:
        return []
    known = metadata.read_metadata(parsed.tree, None).metadata
    shown = read_lines(parsed.tree).text
    bare = source if whole else without_data(parsed.tree)
    page = read_page(bare, capture_id="capture-0", uri="page", given=Given(url=address)).page.document
    day = page.published.date if page.published else None
    read = {"title": page.headline, "publisher": page.publisher, "byline": page.byline, "day": day}
    stated = _shown(known, shown)
    return [(figure, stated[figure], read[figure]) for figure in FIGURES if figure in stated]


def _shown(known: Metadata, text: str) -> dict[str, str]:
    """What the structured data state that stands in the text of the page, too."""
    key = f" {key_of(text)} "
    named = (("title", known.title), ("publisher", known.publisher), ("byline", known.byline))
    out = {figure: name for figure, name in named if name and f" {key_of(name)} " in key}
    if known.published and known.published[:10] in {date.day.isoformat() for date in find_dates(text)}:
        out["day"] = known.published[:10]
    return out


def without_data(tree: Any) -> str:
    """The source of a page without its structured data; changes the tree."""
    for element in tree.xpath(DATA):
        element.drop_tree()
    for element in tree.iter():
        for name in STATING:
            element.attrib.pop(name, None)
        if element.tag == "time":
            element.attrib.pop("datetime", None)
        if "author" in element.get("rel", "").lower().split():
            element.attrib.pop("rel")
    return str(html.tostring(tree, encoding="unicode"))


if __name__ == "__main__":
    raise SystemExit(main())
