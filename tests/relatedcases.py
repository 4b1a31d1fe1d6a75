"""Readable cases of how claims relate, from ``tests/cases/relations``; ``pairs.txt`` describes their form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from sayso.pipeline import annotate
from sayso.relations.agreement.collator import relate_claims
from sayso.relations.names.collator import resolve_entities
from sayso.relations.origins.collator import count_origins
from sayso.types import Annotated, Claim, Link, Member, Origin
from sayso.vocab import LinkKind, MemberKind
from smallpages import article

CASES = Path(__file__).resolve().parent / "cases" / "relations"
ARTICLE = re.compile(r"-- ([^,]+), (\d{4}-\d\d-\d\d): (.+)")
LADDER = re.compile(r"ladder: (.+): (\d+)-(\d+)")
EXPECTATION = re.compile(r"([a-z|]+): (.+) / (.+)")
#: Relations in which the first claim of an expectation is the later state, or the denying one.
DIRECTED = frozenset({LinkKind.UPDATES, LinkKind.DENIAL})


class Expectation(NamedTuple):
    """What may hold between the claims with these words: relations by name, ``same`` or ``none``."""

    kinds: frozenset[str]
    left: str
    right: str


@dataclass
class Case:
    name: str
    articles: list[tuple[str, str, str, str]] = field(default_factory=list)  # publisher, day, headline, text
    expected: list[Expectation] = field(default_factory=list)
    ladders: list[tuple[str, int, int]] = field(default_factory=list)  # words of a claim, its origins at least, at most


class Related(NamedTuple):
    """The claims of a case, the cluster of each by its id, and the links between clusters."""

    pages: list[Annotated]
    cluster: dict[str, str]
    links: list[Link]
    origins: dict[str, Origin]  # by cluster


def read_cases(file: str) -> list[Case]:
    cases: list[Case] = []
    for line in (CASES / file).read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            cases.append(Case(line[3:]))
        elif not line or line.startswith("#"):
            continue
        elif found := ARTICLE.fullmatch(line):
            cases[-1].articles.append((found[1], found[2], found[3], ""))
        elif found := LADDER.fullmatch(line):
            cases[-1].ladders.append((found[1], int(found[2]), int(found[3])))
        elif found := EXPECTATION.fullmatch(line):
            cases[-1].expected.append(Expectation(frozenset(found[1].split("|")), found[2], found[3]))
        else:
            *given, text = cases[-1].articles[-1]
            cases[-1].articles[-1] = (given[0], given[1], given[2], f"{text} {line}".strip())
    return cases


def related(case: Case) -> Related:
    """Relates the articles of a case as one story, whatever the collator of stories would make of them."""
    pages = [annotate(article(*told)) for told in case.articles]
    documents = [page.document for page in pages]
    claims = [claim for page in pages for claim in page.claims]
    mentions = [mention for page in pages for mention in page.mentions]
    entities = resolve_entities(documents, mentions, [row for page in pages for row in page.toponyms])
    story = [Member(cluster=MemberKind.STORY, cluster_id=case.name, member_id=d.id) for d in documents]
    attributions = [row for page in pages for row in page.attributions]
    members, _, links = relate_claims(documents, claims, attributions, story, entities, mentions)
    everybody = [*story, *entities, *members]
    origins = count_origins(documents, claims, attributions, everybody, [], [], mentions)
    clusters = {m.member_id: m.cluster_id for m in members}
    return Related(pages, clusters, links, {o.cluster_id: o for o in origins})


def claims_with(found: Related, words: str) -> list[Claim]:
    """The claims that cover most of the words, at least half of them, in a text rather than in its headline."""
    number = int(words[1]) if words.startswith("@") else 0
    words = words[3:] if number else words
    held: list[tuple[int, Claim]] = []
    for at, page in enumerate(found.pages, 1):
        start = page.document.text.rfind(words)
        if start < 0 or number not in (0, at):
            continue
        for claim in page.claims:
            common = sum(max(0, min(s.end, start + len(words)) - max(s.start, start)) for s in claim.content)
            held.append((common, claim))
    most = max((common for common, _ in held), default=0)
    return [claim for common, claim in held if common == most and 2 * common >= len(words)]


def stated(found: Related, expectation: Expectation) -> Iterator[str]:
    """What is stated of the claims of an expectation: ``same``, ``none``, ``no claim``, or relations by name;
    ``reversed`` if a directed one runs the other way."""
    left, right = claims_with(found, expectation.left), claims_with(found, expectation.right)
    if not left or not right:
        yield f"no claim for {expectation.left if not left else expectation.right!r}"
        return
    ids = [{found.cluster[c.id] for c in held} for held in (left, right)]
    told = []
    if ids[0] & ids[1]:
        told.append("same")
    for link in found.links:
        along = link.left in ids[0] and link.right in ids[1]
        back = link.left in ids[1] and link.right in ids[0]
        if along or back:
            told.append(link.relation.value if along or link.relation not in DIRECTED else "reversed")
    yield from told or ["none"]


def ladders(found: Related, words: str) -> set[tuple[int, int]]:
    """The ranges of origins of the claims with these words."""
    origins = [found.origins[found.cluster[claim.id]] for claim in claims_with(found, words)]
    return {(o.origins_min, o.origins_max) for o in origins}


class Score(NamedTuple):
    """Expectations ``met`` of those ``asked``; relations and joins ``found`` of those ``wanted``; and how many of those
    ``stated`` are ``right``."""

    met: int
    asked: int
    found: int
    wanted: int
    right: int
    stated: int
    unmet: tuple[str, ...]


def score(cases: Sequence[Case]) -> Score:
    met = asked = found = wanted = right = said = 0
    unmet: list[str] = []
    for case in cases:
        held = related(case)
        for expectation in case.expected:
            told = list(stated(held, expectation))
            none = all(t == "none" or t.startswith("no claim") for t in told)
            good = set(told) <= expectation.kinds or (none and "none" in expectation.kinds)
            asked += 1
            met += good
            if "none" not in expectation.kinds:
                wanted += 1
                found += good
            if not none:
                said += 1
                right += good
            if not good:
                kinds = "|".join(sorted(expectation.kinds))
                unmet.append(f"{case.name}: {kinds}: {expectation.left} / {expectation.right}: {', '.join(told)}")
    return Score(met, asked, found, wanted, right, said, tuple(unmet))
