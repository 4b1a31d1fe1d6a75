"""Events: what names them, their type and mode, and who fills which role."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from sayso import assets
from sayso.layers.events import find_events, lexicon
from sayso.layers.quantities import find_quantities
from sayso.layers.times import find_times
from sayso.spans import text_of
from sayso.types import Mention, Span, Toponym
from sayso.vocab import Category, EventType, Level, Precision

#: Places of the sentences below, found by name alone: the events' own rules are under test, not the gazetteer's.
PLACES = ("Port Ellery", "Marrow Valley", "Norland", "Tarn", "Quill")


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
    times, quantities = find_times(document, blocks, parse), find_quantities(document, parse)
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


#: Text, anchor, type, mode, actors, recipients.
ROLES = [
    ("Rebels killed 12 soldiers.", "killed", "ASSAULT", "kill", ["Rebels"], ["12 soldiers"]),
    ("Twelve soldiers were killed by rebels.", "killed", "ASSAULT", "kill", ["rebels"], ["Twelve soldiers"]),
    ("The storm injured a fisherman.", "injured", "ASSAULT", "wound", ["The storm"], ["a fisherman"]),
    ("Police arrested the mayor.", "arrested", "COERCE", "arrest", ["Police"], ["the mayor"]),
    ("Three students were detained.", "detained", "COERCE", "arrest", [], ["Three students"]),
    ("Rebels captured two officers.", "captured", "COERCE", "arrest", ["Rebels"], ["two officers"]),
    ("Rebels captured the town of Tarn.", "captured", "ASSAULT", "seize", ["Rebels"], ["the town of Tarn"]),
    ("Troops retook the city.", "retook", "ASSAULT", "seize", ["Troops"], ["the city"]),
    ("Warplanes bombed a market.", "bombed", "ASSAULT", "bombing", ["Warplanes"], ["a market"]),
    ("The army's shelling of Tarn went on.", "shelling", "ASSAULT", "shelling", ["The army"], ["Tarn"]),
    ("Troops launched an assault on the harbour.", "assault", "ASSAULT", "attack", ["Troops"], ["the harbour"]),
    ("An air strike on the depot was reported.", "strike", "ASSAULT", "airstrike", [], ["the depot"]),
    ("Gunmen kidnapped a reporter.", "kidnapped", "ASSAULT", "abduct", ["Gunmen"], ["a reporter"]),
    ("Soldiers clashed with smugglers.", "clashed", "ASSAULT", "clash", ["Soldiers"], ["smugglers"]),
    ("Norland deployed 400 troops.", "deployed", "MOBILIZE", "deploy", ["Norland"], ["400 troops"]),
    ("The garrison withdrew from Quill.", "withdrew", "RETREAT", "withdraw", ["The garrison"], ["Quill"]),
    ("Thousands protested in Tarn.", "protested", "PROTEST", "protest", ["Thousands"], []),
    ("A court sentenced the banker.", "sentenced", "SANCTION", "sentence", ["A court"], ["the banker"]),
    ("The prosecutor accused the banker of fraud.", "accused", "ACCUSE", "accuse", ["The prosecutor"], ["the banker"]),
    ("The premier condemned the ruling.", "condemned", "ACCUSE", "disapprove", ["The premier"], ["the ruling"]),
    ("The ministers signed a treaty.", "signed", "AGREE", "sign", ["The ministers"], ["a treaty"]),
    ("The premier met the bishop.", "met", "CONSULT", "meet", ["The premier"], ["the bishop"]),
    ("The union rejected the offer.", "rejected", "REJECT", "reject", ["The union"], ["the offer"]),
    ("The rebels released five hostages.", "released", "CONCEDE", "release", ["The rebels"], ["five hostages"]),
    ("The men who were arrested fled.", "arrested", "COERCE", "arrest", [], ["The men"]),
    ("Villagers wounded in the blast went home.", "wounded", "ASSAULT", "wound", [], ["Villagers"]),
]  # fmt: skip

STATUS = [
    ("Police did not arrest the mayor.", "arrest", "negated"),
    ("The army will attack the port.", "attack", "planned"),
    ("The army may attack the port.", "attack", "possible"),
    ("Rebels tried to capture the bridge.", "capture", "possible"),
    ("The army plans to attack the port.", "attack", "planned"),
    ("If rebels attack the port, ships will leave.", "attack", "conditional"),
    ("Rebels attacked the port.", "attacked", ""),
]


@pytest.mark.parametrize(("text", "anchor", "kind", "mode", "actor", "recipient"), ROLES)
def test_roles(
    page: Callable[..., Any], text: str, anchor: str, kind: str, mode: str, actor: list[str], recipient: list[str]
) -> None:
    event = seen(page, text)[anchor]
    assert (event.kind, event.mode, event.actor, event.recipient) == (kind, mode, actor, recipient)


@pytest.mark.parametrize(("text", "anchor", "status"), STATUS)
def test_what_is_not_said_to_have_happened_is_marked(
    page: Callable[..., Any], text: str, anchor: str, status: str
) -> None:
    detail = seen(page, text)[anchor].detail
    if status:
        assert detail.startswith(f"{status}: ")
    else:
        assert not detail.startswith(("negated", "planned", "possible", "conditional"))


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
