"""Scores title, publisher and byline of flattened pages against what the markup of the same pages says.

    python evaluation/heads.py [--data ../shared/data] [--every N] [--show WHAT] [--flat wet|screen]

A page is read in its flattening ``wet`` or ``screen`` where its row has one, else as the text that Sayso reads off its
HTML; without its address, which would tell the publisher. What the markup says is the measure: a page whose markup says
nothing of a figure is left out of it, and so is a byline that only names the house. Beside what the structured data say
counts what Sayso reads of the page's HTML: the headline shown where that is one of its main headings, the publisher by
its address, the byline. A figure that the flat text does not hold at all is counted apart: there nothing can be right.

A title is right where the two are the same words, or the longer begins or ends with the shorter and that is four words
or half of it; a publisher where it is the same outlet's, the name of the page's host, the initials of the name, or one
of the two begins with the other; a byline where it holds the name's last word. With ``--every 5`` one page in five is
scored.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from sayso.documents.flat import read_flat
from sayso.documents.html import metadata
from sayso.documents.html.markup import read_markup
from sayso.documents.html.reader import read_page
from sayso.documents.page import Given
from sayso.documents.zones.lines import key_of
from sayso.outlets import same_outlet
from sayso.types import Document

FIGURES = ("title", "publisher", "byline")
#: A name may go on after the other with this many letters of the shorter at least.
SHORTEST = 4
#: A title may be a part of the other with this many words, or with half of its letters.
ENOUGH_WORDS = 4
WORD = re.compile(r"[^\W_]+")
#: What stands before the name of a host.
NO_NAME = frozenset("www com co org net gov ac blogspot archive web".split())


def main(argv: list[str] | None = None) -> int:
    """Prints one line a figure: right, wrong, none, of how many."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--show", choices=FIGURES, help="print each page where this figure is wrong or missing")
    parser.add_argument("--flat", choices=("wet", "screen"), default="wet")
    asked = parser.parse_args(argv)
    if not asked.data.is_dir():
        print(f"the development data are not at {asked.data}: nothing is scored")
        return 0
    counts: dict[str, Counter[str]] = {figure: Counter() for figure in FIGURES}
    lacking: dict[str, Counter[str]] = {f"{figure} *": Counter() for figure in FIGURES}
    for row in rows_of(asked.data, asked.every):
        said = stated(row)
        text = row.get(asked.flat) or _document(row["html"]).text
        page = read_flat(text, capture_id="capture-0", uri="page", given=Given()).document
        for figure, found in zip(FIGURES, (page.headline, page.publisher, page.byline), strict=True):
            if not said.get(figure):
                continue
            told = outcome_of(figure, said[figure], found, row.get("url", ""))
            held = told == "right" or is_held(figure, said[figure], text)
            (counts[figure] if held else lacking[f"{figure} *"])[told] += 1
            if held and figure == asked.show and told != "right":
                print(f"  {told}: {found!r} for {' / '.join(said[figure])!r}")
    print_shares({**counts, **lacking})
    print("* of pages whose flat text does not hold it")
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


def _document(source: str, address: str = "page") -> Document:
    return read_page(source, capture_id="capture-0", uri=address, given=Given(url=address)).page.document


def stated(row: Mapping[str, str]) -> dict[str, list[str]]:
    """What the markup of a page says of each figure, in one form or several; nothing of what it does not say."""
    parsed = read_markup(row["html"])
    if parsed is None:
        return {}
    known = metadata.read_metadata(parsed.tree, None).metadata
    address = row.get("url", "")
    read = _document(row["html"], address)
    heads = [" ".join(element.text_content().split()) for element in parsed.tree.iter("h1")]
    shown = read.headline if any(same_title(read.headline or "", head) for head in heads) else None
    out = {"title": _names(known.title, shown), "publisher": _names(known.publisher, read.publisher)}
    house = [*out["publisher"], *host_names(address)]
    if known.byline and not any(_joined(name) in _joined(known.byline) for name in house if _joined(name)):
        out["byline"] = _names(known.byline, read.byline)
    return {figure: names for figure, names in out.items() if names}


def _names(known: str | None, read: str | None) -> list[str]:
    """What the structured data say, and what is read beside it."""
    return [name for name in (known, read) if name] if known else []


def host_names(address: str) -> list[str]:
    """The parts of a page's host that may be its name."""
    host = (urlsplit(address).hostname or "").lower()
    return [label for label in host.split(".")[:-1] if label not in NO_NAME and len(label) >= SHORTEST]


def is_held(figure: str, said: Sequence[str], text: str) -> bool:
    """Whether a page's flat text has one of the forms at all: a title in one line, of a byline a whole name."""
    if figure == "title":
        return any(same_title(line, name) for line in text.splitlines() if line.strip() for name in said)
    joined = _joined(text)
    return any(_joined(name) in joined for name in said if _joined(name))


def outcome_of(figure: str, said: Sequence[str], found: str | None, address: str) -> str:
    """As :func:`outcome`, where a figure is stated in several forms, or by the page's host."""
    if not found:
        return "none"
    named = figure == "publisher" and _joined(found).removeprefix("the") in map(_joined, host_names(address))
    right = named or any(outcome(figure, name, found) == "right" for name in said)
    return "right" if right else "wrong"


def outcome(figure: str, said: str, found: str | None) -> str:
    """How one of ``FIGURES`` was read: ``right``, ``wrong``, or ``none`` where Sayso abstains."""
    if not found:
        return "none"
    left, right = key_of(said), key_of(found)
    if figure == "byline":
        return "right" if right.split() and right.split()[-1] in left.split() else "wrong"
    if figure == "title":
        return "right" if same_title(said, found) else "wrong"
    same = same_outlet(said, found) or is_initials(said, found) or is_initials(found, said)
    shorter, longer = sorted((_joined(said), _joined(found)), key=len)
    return "right" if same or (len(shorter) >= SHORTEST and longer.startswith(shorter)) else "wrong"


def same_title(left: str, right: str) -> bool:
    """Whether two titles are the same words, or one a part of the other beside a kicker or a site's name."""
    shorter, longer = sorted((_words(left), _words(right)), key=len)
    brief, whole = sorted(("".join(shorter), "".join(longer)), key=len)
    if not brief or brief == whole:
        return bool(brief)
    count = len(shorter)
    if count >= ENOUGH_WORDS and shorter in (longer[:count], longer[-count:]):
        return True
    half = len(brief) >= SHORTEST and 2 * len(brief) >= len(whole)
    return half and (whole.startswith(brief) or whole.endswith(brief))


def is_initials(short: str, name: str) -> bool:
    """Whether letters are those with which the words of a name begin: ``DHB``."""
    words = [word for word in WORD.findall(name) if word[0].isupper()]
    return len(words) > 1 and short.isupper() and "".join(word[0] for word in words) == short


def _words(name: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFKC", name.replace("\xad", "")).casefold())


def _joined(name: str) -> str:
    return "".join(_words(name))


if __name__ == "__main__":
    raise SystemExit(main())
