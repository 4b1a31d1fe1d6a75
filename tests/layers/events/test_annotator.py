"""Events: what names them, type and mode, roles, place, time and counts, held to ``tests/cases/events``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from rowcases import Case, bounds, read_cases
from sayso import assets
from sayso.layers.events.annotator import find_events
from sayso.layers.events.words import lexicon
from sayso.layers.quantities.annotator import find_quantities
from sayso.layers.times.annotator import find_times
from sayso.spans import text_of
from sayso.types import Mention, Span, Toponym
from sayso.vocab import Category, EventType, Level, Precision

#: Places of the sentences below, found by name alone: the events' own rules are under test, not the gazetteer's.
PLACES = ("Port Ellery", "Marrow Valley", "Norland", "Tarn", "Quill", "Ostwick Province")


class Seen(NamedTuple):
    """An event in words."""

    kind: str
    mode: str
    actor: list[str]
    recipient: list[str]
    place: str | None
    time: str | None
    counts: list[tuple[float | None, float | None]]
    detail: str


def seen(page: Callable[..., Any], text: str) -> dict[str, Seen]:
    document, blocks, parse = page(text)
    mentions, toponyms = [], []
    for name in PLACES:
        at = text.find(name)
        if at >= 0:
            span = Span(document.id, at, at + len(name))
            mention = Mention(span=span, head=span, category=Category.LOCATION, level=Level.NAME, name=name)
            mentions.append(mention)
            toponyms.append(
                Toponym(
                    mention_id=mention.id, span=span, name=name, gazetteer_id=None, latitude=None, longitude=None,
                    country=None, precision=Precision.CITY, score=1.0, detail="by name",
                )
            )  # fmt: skip
    toponyms.sort(key=lambda t: t.span.start)
    times = find_times(document, blocks, parse)
    quantities = find_quantities(document, parse, times)
    place_of = {t.id: t.name for t in toponyms}
    time_of = {t.id: t.value for t in times}
    count_of = {q.id: (q.low, q.high) for q in quantities}
    return {
        text_of(text, e.anchor): Seen(
            e.type.value,
            e.mode,
            [text_of(text, s) for s in e.actor],
            [text_of(text, s) for s in e.recipient],
            place_of.get(e.toponym_id),
            time_of.get(e.timex_id),
            [count_of[q] for q in e.quantity_ids],
            e.detail,
        )
        for e in find_events(document, parse, mentions, toponyms, times, quantities)
    }


CASES = read_cases("events")
STATUSES = ("negated", "planned", "possible", "conditional")


def as_written(event: Seen) -> tuple[str, ...]:
    """An event as a case writes it, after its anchor."""
    status = next((s for s in STATUSES if event.detail.startswith(f"{s}: ")), "told")
    return (
        f"{event.kind} {event.mode}",
        "; ".join(event.actor) or "-",
        "; ".join(event.recipient) or "-",
        event.place or "-",
        event.time or "-",
        " ".join(bounds(*c) for c in event.counts) or "-",
        status,
    )


def problems(page: Callable[..., Any], case: Case) -> list[str]:
    """Which of the events that the case asks for are not there, or are otherwise than it says."""
    events = {anchor: as_written(event) for anchor, event in seen(page, case.text).items()}
    out = [] if case.wanted or not events else [f"found {events}"]
    for anchor, *wanted in case.wanted:
        found = events.get(anchor, ())
        if found[: len(wanted)] != tuple(wanted):
            out.append(f"wanted {anchor} {wanted}, found {found or list(events)}")
    return out


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_case(page: Callable[..., Any], case: Case) -> None:
    assert problems(page, case) == []


def test_place_time_and_counts(page: Callable[..., Any]) -> None:
    event = seen(page, "Gunmen killed up to 30 villagers near Marrow Valley on Monday.")["killed"]
    assert (event.place, event.time, event.counts) == ("Marrow Valley", "2024-05-13", [(None, 30)])


def test_a_participle_and_a_second_verb_share_the_subject(page: Callable[..., Any]) -> None:
    events = seen(page, "The militia raided Quill and burned barns, killing over 40 farmers.")
    assert events["raided"].actor == events["killing"].actor == ["The militia"]
    assert events["killing"].counts == [(40, None)]


def test_conjuncts_are_roles_of_their_own(page: Callable[..., Any]) -> None:
    assert seen(page, "Police arrested a priest and two nurses.")["arrested"].recipient == ["a priest", "two nurses"]


def test_the_day_that_the_paragraph_named_holds_for_what_happened(page: Callable[..., Any]) -> None:
    events = seen(page, "A patrol left Tarn on Monday. Rebels ambushed it there.")
    assert events["ambushed"].time == "2024-05-13"
    assert "before in the paragraph" in events["ambushed"].detail


def test_a_noun_that_only_describes_another_is_no_event(page: Callable[..., Any]) -> None:
    assert seen(page, "The company builds attack helicopters.") == {}


def test_no_event_in_furniture(page: Callable[..., Any]) -> None:
    document, blocks, parse = page("Rebels killed 12 soldiers", zones="furniture")
    assert find_events(document, parse, [], [], find_times(document, blocks, parse), []) == []


def test_lexicon_holds_only_known_types() -> None:
    assert {entry.type for entries in lexicon().values() for entry in entries} <= set(EventType)
    keys = [(r["word"], r["pos"], r["with"]) for r in assets.rows("events.tsv")]
    assert len(keys) == len(set(keys))
