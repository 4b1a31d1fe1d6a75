"""Readable cases of credits and rights, from ``tests/cases/credits``; the head of ``held.txt`` describes their form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.documents.credits.bylines import DESK, PERSON
from sayso.documents.credits.linecredits import HELPED
from sayso.documents.credits.provenance import PASSED_ON
from sayso.documents.flat import read_flat
from sayso.documents.formats.feed import read_feed
from sayso.documents.formats.readings import finished
from sayso.documents.html.reader import read_page
from sayso.documents.page import Given, Page
from sayso.outlets import canonical, find_outlet, key
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
#: What separates two names; in the credit of a picture also the photographer and the agency.
APART = re.compile(r"\s*;\s*")
OF_PICTURE = re.compile(r"\s*[;/|,]\s*|\s+(?:via|for)\s+|\s*\((?=[^()]*\)$)|\)$", re.I)
#: Roles that may stand for one another where a page has only one of them: a text republished from an agency was
#: originally the agency's.
SOURCES = ("original", "republished", "agency")
#: How a document's byline lists its names.
SIGNED = re.compile(r",\s+|\s+and\s+")
#: The form of a company behind its name.
COMPANY = re.compile(r",?\s(?:ltd|limited|inc|llc|gmbh)\.?$", re.I)
#: A Creative Commons licence and what it asks, by its name or its letters.
COMMONS = re.compile(r"\bcreative[ -]commons\b|\bcc\b", re.I)
ASKED = (("by", "attribution"), ("nc", "noncommercial"), ("nd", "noderivs"), ("sa", "sharealike"))


@dataclass
class Case:
    """One case: the kind of its page, the publisher if the caller states it, the page's lines, and the expectations."""

    file: str
    name: str
    kind: str = "flat"
    publisher: str | None = None
    lines: list[str] = field(default_factory=list)
    expected: list[tuple[str, str]] = field(default_factory=list)


def read_cases(*, held: bool) -> list[Case]:
    """The cases of the files that are kept aside (``held``), or those of the other files."""
    files = sorted(FOLDER.glob("*.txt"))
    return [case for file in files if file.name.startswith("held") == held for case in cases_of(file)]


def cases_of(file: Path) -> Iterator[Case]:
    """The cases of one file."""
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
    """The page of a case, read as the kind that it is."""
    markup = case.kind != "flat"
    shown = ("".join(f"<p>{words}</p>" for words in ARTICLE)) if markup else "\n\n".join(ARTICLE)
    source = "\n".join(case.lines).strip("\n").replace("[…]", shown)
    given = Given(publisher=case.publisher)
    if case.kind == "feed":
        (reading,) = map(finished, read_feed(source.encode(), uri="feed.xml", now="2026-01-01T00:00:00Z"))
        assert reading.page
        return reading.page
    if markup:
        return read_page(source, capture_id="c", uri="page", given=given).page
    return read_flat(source, capture_id="c", uri="page", given=given)


def failures(case: Case) -> list[str]:
    """The expectations of a case that do not hold, with what was found instead."""
    page = page_of(case)
    out = []
    for what, wanted in case.expected:
        found = _found(page, what)
        if what == "notice":
            good = any(wanted in notice for notice in page.document.notices)
        else:
            named_so = "" if wanted in ("-", "none") else wanted
            readings = [
                found,
                *(
                    _found(page, other, alone=True)
                    for other in (what, *SOURCES)
                    if other == what or (what in SOURCES and named_so and not found)
                ),
            ]
            good = any(alike(what, reading, named_so) for reading in readings)
        if not good:
            out.append(f"{case.file}, {case.name}: {what} is {found!r}, not {wanted!r}")
    return out


def alike(what: str, found: str, wanted: str) -> bool:
    """Whether two readings say the same.

    Outlets are compared by their canonical names (``AP``, ``The Associated Press``), chains in order, the names of a
    role in any order, and pictures with or without a slash between photographer and agency.
    """
    if what == "chain":
        return [named(name) for name in found.split(" < ")] == [named(name) for name in wanted.split(" < ")]
    if what in ROLES:
        between = OF_PICTURE if what == "photo" else APART
        return {named(n) for n in between.split(found) if n} == {named(n) for n in between.split(wanted) if n}
    if what == "publisher":
        return named(found) == named(wanted)
    if what == "place":  # a dateline in capitals
        return found.casefold() == wanted.casefold()
    return licence(found) == licence(wanted) if what == "licence" else found == wanted


def outlet(name: str, page: Page) -> bool:
    """Whether a name is that of a desk, or of an outlet, as far as the lexicon or the page tells."""
    return bool(find_outlet(name) or DESK.match(name)) or name in page.document.provenance


def named(name: str) -> str:
    """A name to compare by."""
    return key(canonical(COMPANY.sub("", name)))


def licence(name: str) -> str:
    """A licence by its letters and its version: ``Creative Commons Attribution 4.0`` is *cc by 4.0*."""
    if not COMMONS.search(name):
        return name.lower()
    plain = re.sub(r"non-?commercial", "noncommercial", re.sub(r"no-?deriv\w*", "noderivs", name.lower()))
    plain = re.sub(r"share-?\s?alike", "sharealike", plain)
    asked = [short for short, long in ASKED if re.search(rf"\b(?:{short}|{long})\b", plain)]
    number = re.search(r"\d\.\d", plain)
    return " ".join(["cc", *asked, *([number[0]] if number else [])])


def _found(page: Page, what: str, *, alone: bool = False) -> str:
    """What the page says of one thing. ``alone`` leaves out those who only helped with the text, or passed it on."""
    document = page.document
    if role := ROLES.get(what):
        names = [c.name for c in page.credits if c.role is role and not (alone and c.detail in (HELPED, PASSED_ON))]
        names = list(dict.fromkeys(names))
        if what == "author" and not names and document.byline:  # the markup alone names them
            return "; ".join(
                name for name in SIGNED.split(document.byline) if PERSON.match(name) and not outlet(name, page)
            )
        if what == "agency" and not names:  # so for an agency
            names = [
                name for name in document.provenance[1:] if (known := find_outlet(name)) and known.kind == "agency"
            ]
        return "; ".join(names)
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
