"""Readable cases of credits and rights: pages with what their credits say, from files under ``tests/cases/credits``.

The form of a case is told at the top of ``held.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.documents.feed import read_feed
from sayso.documents.flat import read_flat
from sayso.documents.html import read_html
from sayso.documents.page import Given, Page
from sayso.documents.readings import finished
from sayso.vocab import CreditRole

FOLDER = Path(__file__).resolve().parent / "cases" / "credits"
ARTICLE = (
    "The plan, which the council is to vote on next month, would cost four million crowns, and most of that would be"
    " paid by the province, according to a letter that the council received last week.",
    "Fishermen who still use the quay said that they had not been asked, and that the new berths were too far from the"
    " market for the smaller boats.",
    "“We will be heard, or we will not move,” said one of them, whose boat has been there for thirty years.",
)
ROLES = {
    "author": CreditRole.AUTHOR, "agency": CreditRole.AGENCY, "photo": CreditRole.PHOTO,
    "original": CreditRole.ORIGINAL, "republished": CreditRole.REPUBLISHED_FROM, "copyright": CreditRole.COPYRIGHT,
}  # fmt: skip
EXPECTATION = re.compile(r"> (?P<what>[a-z]+): (?P<wanted>.+)")


@dataclass
class Case:
    """One case: what its page is, who publishes it if the caller says so, the page, and the expectations."""

    file: str
    name: str
    kind: str = "flat"
    publisher: str | None = None
    lines: list[str] = field(default_factory=list)
    expected: list[tuple[str, str]] = field(default_factory=list)


def read_cases(*, held: bool) -> list[Case]:
    """The cases of the files that are kept aside, or those of the others."""
    files = sorted(FOLDER.glob("*.txt"))
    return [case for file in files if file.name.startswith("held") == held for case in _cases(file)]


def _cases(file: Path) -> Iterator[Case]:
    case: Case | None = None
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            if case:
                yield case
            case = Case(file.stem, line[3:])
        elif case is None:
            continue
        elif line.startswith("@ publisher: "):
            case.publisher = line.removeprefix("@ publisher: ")
        elif line.startswith("@ "):
            case.kind = line[2:]
        elif found := EXPECTATION.fullmatch(line):
            case.expected.append((found["what"], found["wanted"]))
        else:
            case.lines.append(line)
    if case:
        yield case


def page_of(case: Case) -> Page:
    """The page of a case, read as what it is."""
    markup = case.kind != "flat"
    shown = ("".join(f"<p>{words}</p>" for words in ARTICLE)) if markup else "\n\n".join(ARTICLE)
    source = "\n".join(case.lines).strip("\n").replace("[…]", shown)
    given = Given(publisher=case.publisher)
    if case.kind == "feed":
        (reading,) = map(finished, read_feed(source.encode(), uri="feed.xml", now="2026-01-01T00:00:00Z"))
        assert reading.page
        return reading.page
    read = read_html if markup else read_flat
    return read(source, capture_id="c", uri="page", given=given)


def failures(case: Case) -> list[str]:
    """What of a case does not hold."""
    page = page_of(case)
    out = []
    for what, wanted in case.expected:
        found = _found(page, what)
        if what == "notice":
            good = any(wanted in notice for notice in page.document.notices)
        else:
            good = found == ("" if wanted in ("-", "none") else wanted)
        if not good:
            out.append(f"{case.file}, {case.name}: {what} is {found!r}, not {wanted!r}")
    return out


def _found(page: Page, what: str) -> str:
    document = page.document
    if role := ROLES.get(what):
        return "; ".join(dict.fromkeys(credit.name for credit in page.credits if credit.role is role))
    if what == "chain":
        return " < ".join(document.provenance)
    if what in ("notice", "conflict"):
        return " ".join(document.notices)
    values = {
        "licence": document.licence,
        "place": document.dateline and document.dateline.place,
        "published": document.published and document.published.date,
        "publisher": document.publisher,
        "byline": document.byline,
        "dates": "; ".join(f"{credit.name} {credit.date}" for credit in page.credits if credit.date),
    }
    return str(values[what] or "")
