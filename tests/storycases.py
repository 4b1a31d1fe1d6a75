"""Readable cases of which reports are about one happening, from ``tests/cases/stories``; each file has its form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from sayso.pipeline import annotate
from sayso.relations.stories.collator import cluster_stories
from sayso.types import Annotated
from smallpages import article

CASES = Path(__file__).resolve().parent / "cases" / "stories"
REPORT = re.compile(r"-- ([A-Z]) ([^,]+), (\d{4}-\d\d-\d\d): (.+)")


class Report(NamedTuple):
    case: str
    happening: str
    outlet: str
    day: str
    headline: str
    text: str


def read_reports(file: str) -> list[Report]:
    """The reports of a file, in its order. Raises ValueError for a line before the first report of a case."""
    out: list[Report] = []
    case = ""
    for line in (CASES / file).read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            case = line[3:]
        elif found := REPORT.fullmatch(line):
            out.append(Report(case, *found.groups(), text=""))
        elif line and not line.startswith("#"):
            if not out or out[-1].case != case:
                raise ValueError(f"{file}: {line}")
            out[-1] = out[-1]._replace(text=f"{out[-1].text}\n{line}".strip())
    return out


def page_of(report: Report) -> Annotated:
    """A report as a page whose names are found."""
    return annotate(article(report.outlet, report.day, report.headline, report.text), ("mentions",))


class Pairs(NamedTuple):
    """The pairs of reports that are in one story, and those that should be; by outlet and headline."""

    found: frozenset[tuple[str, str]]
    wanted: frozenset[tuple[str, str]]


def pairs_of(reports: Sequence[Report], pages: Sequence[Annotated]) -> Pairs:
    """Which pairs of reports are put into one story, and which are about one happening."""
    rows = cluster_stories(
        [page.document for page in pages],
        [block for page in pages for block in page.blocks],
        [mention for page in pages for mention in page.mentions],
    )
    story = {row.member_id: row.cluster_id for row in rows}
    ids = [page.document.id for page in pages]
    found, wanted = set(), set()
    for (one, a), (other, b) in combinations(zip(reports, ids, strict=True), 2):
        pair = f"{one.outlet}: {one.headline}", f"{other.outlet}: {other.headline}"
        if story[a] == story[b]:
            found.add(pair)
        if (one.case, one.happening) == (other.case, other.happening):
            wanted.add(pair)
    return Pairs(frozenset(found), frozenset(wanted))
