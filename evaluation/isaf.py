"""Sayso's rows → the fields of the ISAF press releases (date, type, province, least killed and captured).

Events, counts, places and times are as Sayso found them; nothing is read here but rows and the words of their spans.
What the data set asks for beyond rows is decided by its conventions: its names of provinces and event types, one
province and one day a release (of the first event that has one, or nearest to it), its own side's dead left out, a
plural without a number for three, "more than ten" for eleven, and one sum a release, which tells the same again in
other words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso.layers.names.gazetteer import look_up
from sayso.spelling import fold

if TYPE_CHECKING:
    from sayso.types import Annotated, EventMention, Quantity, Span, Toponym

PLURAL = 3
PROVINCES = {
    "badakhshan": "",
    "badghis": "",
    "baghlan": "",
    "balkh": "",
    "bamyan": "bamiyan",
    "day_kundi": "daykundi|day kundi|dai kundi",
    "farah": "",
    "faryab": "",
    "ghazni": "",
    "ghor": "",
    "helmand": "",
    "herat": "hirat",
    "jowzjan": "jawzjan",
    "kabul": "",
    "kandahar": "qandahar",
    "kapisa": "",
    "khost": "khowst",
    "kunar": "konar",
    "kunduz": "konduz",
    "laghman": "",
    "logar": "lowgar",
    "nangarhar": "ningarhar",
    "nimroz": "nimruz",
    "nuristan": "",
    "paktya": "paktiya|paktia",
    "paktika": "",
    "panjshir": "panjshayr",
    "parwan": "",
    "samangan": "",
    "sar-e pul": "sar-e-pul|sar e pul|sari pul|sar-e pol",
    "takhar": "",
    "uruzgan": "oruzgan|urozgan",
    "wardak": "maidan wardak|wardak",
    "zabul": "",
}
LABELS = {
    spelling.replace("-", " "): label
    for label, others in PROVINCES.items()
    for spelling in (label.replace("_", " "), *others.split("|"))
    if spelling
}
#: Whose deaths the data set does not count as insurgents'.
OWN_SIDE = re.compile(
    r"\b(?:service ?m[ae]mbers?|soldiers?|civilians?|police\w*|children|women|troops?|forces?|elders?|officials?)\b",
    re.I,
)
#: How someone is called who was told of before.
KNOWN = re.compile(r"(?:the|this|that|these|those|both|him|her|them|he|she|they|all)\b")
OTHER = re.compile(r"\b(?:other|another|additional|second)\b")
ANYBODY = {"individual", "man", "person", "suspect"}
#: A dateline's place stands within this many characters before its date.
DATELINE = 40
#: Bounds that leave their own number out.
BEYOND = re.compile(r"(?:more than|over)\b", re.I)
#: Amounts whose least is given and is no number of the text: "a couple of", "several".
VAGUE = re.compile(r"(?:an?\s+)?(?:couple|multiple)\b", re.I)


def fields(page: Annotated) -> dict[str, Any]:
    """``start_date``, ``event_type``, ``province``, ``min_killed`` and ``min_captured`` of one release."""
    told = [e for e in page.events if e.status == "fact"]
    chief = _chief(page, [e for e in told if e.mode in ("arrest", "kill") and not _own_side(page, e)], told)
    day = _date(page, chief)
    told = [e for e in told if _on(page, e, day)]
    captured = [e for e in told if e.mode == "arrest"]
    killed = [e for e in told if e.mode == "kill" and (e.recipient or e.quantity_ids) and not _own_side(page, e)]
    civilians = [e for e in told if e.mode in ("kill", "wound") and _own_side(page, e)]
    strikes = [e for e in told if e.mode == "airstrike"]
    kinds = _types(captured, killed, strikes, civilians)
    dead = [e for e in civilians if e.mode == "kill"] if kinds == ["civiliancasualty"] else killed
    return {
        "start_date": day,
        "event_type": kinds,
        "province": _province(page, chief),
        "min_killed": _least(page, dead),
        "min_captured": _least(page, captured),
    }


def _chief(page: Annotated, harm: list[EventMention], told: list[EventMention]) -> list[EventMention]:
    """The events that the release is of: those who were killed or captured, else strikes, else its own side's harm."""
    return (
        sorted(_below_title(page, harm), key=lambda e: e.anchor.start)
        or [e for e in told if e.mode == "airstrike"]
        or [e for e in told if e.mode in ("kill", "wound")]
        or told[:1]
    )


def _on(page: Annotated, event: EventMention, day: str | None) -> bool:
    """Whether an event is of the release's day; one of another day, or of a month or year, is told of as background."""
    value = next((t.value for t in page.timexes if t.id == event.timex_id), "")
    return day is None or not value[:4].isdigit() or value[:10] == day


def _own_side(page: Annotated, event: EventMention) -> bool:
    return any(OWN_SIDE.search(_words(page, r)) for r in event.recipient)


def _words(page: Annotated, span: Span) -> str:
    return page.document.text[span.start : span.end]


def _types(captured: list[Any], killed: list[Any], strikes: list[Any], civilians: list[Any]) -> list[str]:
    if captured and killed:
        return ["captureandkill"]
    if captured:
        return ["detention"]
    if strikes:
        return ["airstrike"]
    if killed:
        return ["insurgentskilled"]
    return ["civiliancasualty"] if civilians else []


def _least(page: Annotated, events: list[EventMention]) -> int:
    """The most people that one event has, or the largest group and the single people newly told of: a release tells of
    a group and of a single person in sentences of their own, and of both again in other words. What its title says it
    tells again; a group told of again (``the men``) counts only where it was not told of before, and ``one man`` only
    where no other single person was, unless he is another."""
    whole, group, again = 0, 0, 0
    single: set[str] = set()
    for event in _below_title(page, events):
        counts = [_count(page, event, recipient) for recipient in event.recipient] or _alone(page, event)
        again = max(again, sum(c.number for c in counts if not c.new))
        whole = max(whole, sum(c.number for c in counts if c.new or c.number == 1))
        group = max(group, sum(c.number for c in counts if c.new and c.number > 1))
        if all(c.new for c in counts):
            single |= {c.what for c in counts if c.number == 1}
    return max(whole, group + len(single - ANYBODY or single)) or again


def _below_title(page: Annotated, events: list[EventMention]) -> list[EventMention]:
    """The events that no title tells of, whose words begin with capitals; all where there are no others."""
    return [e for e in events if not _words(page, e.anchor)[0].isupper()] or events


class Count(NamedTuple):
    """How many a recipient is, whether newly told of rather than told again (``the leader``, ``him``), and its noun."""

    number: int
    new: bool
    what: str


def _alone(page: Annotated, event: EventMention) -> list[Count]:
    """The count of an event that names nobody: ``14 arrests``."""
    return [Count(_number(page, q), True, "") for q in page.quantities if q.id in event.quantity_ids]


def _number(page: Annotated, q: Quantity) -> int:
    words = _words(page, q.span)
    least = int(q.low if q.low is not None else q.high or 0) + bool(BEYOND.match(words))
    return max(least, PLURAL) if VAGUE.match(words) else least


def _count(page: Annotated, event: EventMention, recipient: Span) -> Count:
    words = _words(page, recipient).lower()
    new, what = not KNOWN.match(words), words.rpartition(" ")[2]
    if OTHER.search(words):
        what = f"other {what}"
    for q in page.quantities:
        counts = q.of_span is not None and q.of_span.start < recipient.end and recipient.start < q.of_span.end
        if q.id in event.quantity_ids and (counts or recipient.start <= q.span.start < recipient.end):
            return Count(_number(page, q), new, what)
    plural = re.search(r"(?<![si])s$|people|men$|women$", words) and not re.match(r"(?:an?|another|one)\b", words)
    return Count(PLURAL if plural else 1, new, what)


def _province(page: Annotated, chief: list[EventMention]) -> list[str]:
    """The province that is the place of the first event, else that named nearest to it, a region before a town of that
    name; where none is named, the one that the first place of an event lies in, else the nearest place."""
    at = chief[0].anchor.start if chief else 0
    dateline = next((t.span.start for t in page.timexes if t.role == "dateline"), -1)
    near = sorted(
        (t for t in page.toponyms if not dateline - DATELINE < t.span.start < dateline and t.country in ("AF", None)),
        key=lambda t: (t.precision.value != "region", abs(t.span.start - at)),
    )
    places = {t.id: t for t in near}
    of_events = [places[e.toponym_id] for e in chief if e.toponym_id in places]
    named = (_label(t.name) for t in (*of_events, *near))
    holding = (_label(region) for t in (*of_events, *near) for region in _regions(t))
    return next(([label] for label in (*named, *holding) if label), [])


def _label(name: str) -> str | None:
    """The data set's name of a province; None for what is no province."""
    return LABELS.get(re.sub(r" (?:province|city)$", "", fold(name).replace("-", " ")))


def _regions(toponym: Toponym) -> list[str]:
    """The first-order region that a place lies in, by the gazetteer."""
    return [p.admin1 for p in look_up(toponym.name) if p.id == toponym.gazetteer_id and p.admin1]


def _date(page: Annotated, chief: list[EventMention]) -> str | None:
    """The day of the first event that has one, else of publication or of the dateline that times were reckoned from."""
    full = [t for t in page.timexes if re.match(r"\d{4}-\d\d-\d\d", t.value)]
    days = {t.id: t.value[:10] for t in full}
    for event in chief:
        if event.timex_id in days:
            return days[event.timex_id]
    if page.document.published:
        return page.document.published.date[:10]
    told = [t.value[:10] for t in full if t.anchor and t.role != "dateline"]
    anchors = [t.anchor for t in page.timexes if t.anchor]
    return next(iter([*told, *anchors, *days.values()]), None)
