"""Attributions, held to readable cases in ``tests/cases/attribution/*.txt``; ``held.txt`` tells their form."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.layers.attribution.annotator import find_attributions
from sayso.layers.attribution.tagger import TaggedAttribution, tag_attributions
from sayso.layers.names.annotator import find_mentions
from sayso.spans import text_of
from sayso.types import Attribution
from sayso.vocab import AttributionType, Certainty, Manner
from smallpages import SmallPage

CASES = Path(__file__).resolve().parent.parent.parent / "cases" / "attribution"
HELD = "held.txt"

#: The share of the held cases' expectations that must be met; see ``test_held_cases``.
HELD_FLOOR = 0.90
#: CPU seconds that a text of a few thousand characters may take, the models being loaded included.
LONGEST = 10.0


class Wanted(NamedTuple):
    source: str
    cue: str
    content: str
    chain: tuple[str, ...] | None
    more: tuple[str, ...]


class Case(NamedTuple):
    name: str
    text: str
    zones: str
    wanted: tuple[Wanted, ...]
    only: bool


def bare(words: str) -> str:
    """The words as they are compared: no marks and stops at the edges, no opening ``that``, single spaces."""
    words = " ".join(words.split()).strip("\"'“”„«»‘’ .,;:")
    return words.removeprefix("that ").strip("\"'“”„«»‘’ ")


def read_cases(file: Path) -> Iterator[Case]:
    for block in re.split(r"^== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, *lines = block.strip().split("\n")
        text, zones, wanted, only = [], [], [], False
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            if line.startswith("->"):
                rest = line[2:].strip()
                if rest in {"none", "only"}:
                    only = True
                    continue
                source, cue, content, chain, more = ([p.strip() for p in rest.split("|")] + ["", ""])[:5]
                names = tuple(n.strip() for n in chain.split("<")) if chain else None
                wanted.append(Wanted(source, cue, content, names, tuple(more.split())))
                continue
            zone = re.match(r"(headline|caption)> ", line)
            zones.append(zone[1] if zone else "body")
            text.append(line[zone.end() :] if zone else line)
        yield Case(name, "\n".join(text), " ".join(zones), tuple(wanted), only)


def shortfall(text: str, row: Attribution, wanted: Wanted) -> list[str]:
    """What of the expectation the row does not meet."""
    out = []
    found = " ... ".join(bare(text[s.start : s.end]) for s in row.content)
    if [bare(p) for p in found.split(" ... ")] != [bare(p) for p in wanted.content.split("...")]:
        out.append(f"content {found!r}")
    if bare(text_of(text, row.source)) != bare(wanted.source):
        out.append(f"source {text_of(text, row.source)!r}")
    cue = text_of(text, row.cue)
    if wanted.cue not in cue and cue not in wanted.cue:
        out.append(f"cue {cue!r}")
    if wanted.chain is not None and row.chain != wanted.chain:
        out.append(f"chain {row.chain}")
    out += [f"not {word}" for word in wanted.more if word not in {row.manner, row.type, row.certainty}]
    return out


def problems(case: Case, small: Callable[..., SmallPage]) -> list[str]:
    return shortfalls(case, *annotate(case.text, case.zones, small))


def shortfalls(case: Case, rows: Sequence[Attribution], text: str) -> list[str]:
    """What of the case's expectations the rows do not meet."""
    out = []
    for wanted in case.wanted:
        best = min((shortfall(text, row, wanted) for row in rows), key=len, default=["nothing was found"])
        if best:
            out.append(f"{wanted}: {best}")
    if case.only and len(rows) != len(case.wanted):
        out.append(f"{len(rows)} attributions: {[text_of(text, r.cue) for r in rows]}")
    return out


def annotate(
    text: str, zones: str, small: Callable[..., SmallPage], tagged: Sequence[TaggedAttribution] = ()
) -> tuple[list[Attribution], str]:
    document, _, parse = small(text, zones=zones)
    return find_attributions(document, parse, find_mentions(document, parse), tagged), text


def cases(*, held: bool) -> list[Case]:
    return [c for f in sorted(CASES.glob("*.txt")) if (f.name == HELD) == held for c in read_cases(f)]


@pytest.mark.parametrize("case", cases(held=False), ids=lambda c: c.name)
def test_case(case: Case, page: Callable[..., SmallPage]) -> None:
    assert problems(case, page) == []


def test_held_cases(page: Callable[..., SmallPage]) -> None:
    """The cases that were written before the rules: most must hold, and the message says which do not."""
    held = cases(held=True)
    failed = {c.name: p for c in held if (p := problems(c, page))}
    assert len(failed) <= (1 - HELD_FLOOR) * len(held), failed


def test_held_cases_with_the_tagger(page: Callable[..., SmallPage]) -> None:
    """As a user runs them: rules and tagger together."""

    def read(text: str, zones: str) -> tuple[list[Attribution], str]:
        document, _, parse = page(text, zones=zones)
        mentions = find_mentions(document, parse)
        return find_attributions(document, parse, mentions, tag_attributions(document, parse)), text

    held = cases(held=True)
    failed = {c.name: p for c in held if (p := shortfalls(c, *read(c.text, c.zones)))}
    assert len(failed) <= (1 - HELD_FLOOR) * len(held), failed


def test_there_are_enough_cases() -> None:
    tuned, held = len(cases(held=False)), len(cases(held=True))
    assert tuned >= 180
    assert held >= 75


WORDS = st.sampled_from(
    ["said", "The mayor", "“", "”", '"', "'", "‘", "«", "»", ",", ".", ":", "according to", "Q:", "A:", "that", "he",
     "REPORTEDLY", "- ", "•", "(", ")", "told", "Anna Voss", "…", "the dam broke", "x" * 300, "\n", "\u202e", "\x00",
     "citing", "🙂"]
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, max_size=30))
def test_odd_text_raises_nothing_and_spans_lie_in_the_text(words: list[str], page: Callable[..., SmallPage]) -> None:
    rows, text = annotate(" ".join(words), "", page)
    ids = {r.id for r in rows}
    for row in rows:
        for span in (*row.source, *row.cue, *row.content):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip()
        assert row.content
        assert row.cue
        assert row.chain
        assert row.detail
        assert row.within is None or row.within in ids
        assert row.within != row.id


@pytest.mark.parametrize(
    "text",
    [
        '"' * 1_500,
        "“ " * 1_000,
        "he said " * 600,
        "according to " * 600,
        "x" * 10_000 + " said the mayor.",
        "THE MAYOR SAID THE DAM IS SAFE. " * 200,
        "citing, " * 600,
        "- “one”\n- “two”\n• said\n" * 200,
    ],
    ids=lambda t: t[:12],
)
def test_long_odd_text_is_read_in_good_time(text: str, page: Callable[..., SmallPage]) -> None:
    start = time.process_time()
    annotate(text, "", page)
    assert time.process_time() - start < LONGEST


def test_the_tagger_gives_the_extent_and_adds_what_the_rules_miss(page: Callable[..., SmallPage]) -> None:
    text = "The mayor said the dam was safe on Monday. The farmers had fear of a flood in every look."
    said, dam, monday = text.index("said"), text.index("the dam"), text.index(" on Monday")
    farmers, look, fear = text.index("The farmers"), text.index("look"), text.index("fear")
    tagged = [
        TaggedAttribution(((0, 9),), ((said, said + 4),), ((dam, monday),), 0.9),
        TaggedAttribution(((farmers, farmers + 11),), ((look, look + 4),), ((fear, fear + 15),), 0.8),
        TaggedAttribution(((0, 3),), ((fear, fear + 4),), ((farmers, farmers + 3),), 0.1),
    ]
    rows, _ = annotate(text, "", page, tagged)
    assert [text_of(text, r.content) for r in rows] == ["the dam was safe", "fear of a flood"]
    assert [r.score for r in rows] == [1.0, 0.8]


def test_a_broken_tagged_content_is_not_taken(page: Callable[..., SmallPage]) -> None:
    text = "The mayor said the dam was safe on Monday."
    rows, _ = annotate(text, "", page, [TaggedAttribution(((0, 9),), ((10, 14),), ((15, 18),), 0.9)])
    assert [bare(text_of(text, r.content)) for r in rows] == ["the dam was safe on Monday"]


def test_within_names_the_row_whose_content_holds_it(page: Callable[..., SmallPage]) -> None:
    rows, _ = annotate("Anna Voss said the guard had told Bo Lind that the gate was open.", "", page)
    outer = next(r for r in rows if r.within is None)
    inner = next(r for r in rows if r.within is not None)
    assert inner.within == outer.id
    assert inner.chain[: len(outer.chain)] == outer.chain


def test_nothing_to_read(page: Callable[..., SmallPage]) -> None:
    assert annotate("", "", page)[0] == []
    assert annotate("\n\n", "", page)[0] == []


def test_closed_words(page: Callable[..., SmallPage]) -> None:
    rows, _ = annotate("Anna Voss denied that the gate was open.", "", page)
    row = rows[0]
    assert (row.manner, row.type, row.certainty) == (Manner.INDIRECT, AttributionType.STATEMENT, Certainty.DENIED)
