"""Sayso's rows → the fields of the ISAF press releases (date, type, province, least killed and captured).

Events, counts, places and times are as Sayso found them. What the data set asks for beyond rows is decided here by its
conventions: its names of provinces and event types, one province and one day a release (of the first event, else the
nearest), its own side's dead left out, and a plural without a number for three.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.types import Annotated, EventMention, Span

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
    spelling: label for label, others in PROVINCES.items() for spelling in (label, *others.split("|")) if spelling
}
#: Whose deaths the data set does not count as insurgents'.
OWN_SIDE = re.compile(
    r"\b(?:service ?m[ae]mbers?|soldiers?|civilians?|police\w*|children|women|troops?|forces?|elders?|officials?)\b",
    re.I,
)
UNREAL = ("negated", "planned", "possible", "conditional")


def fields(page: Annotated) -> dict[str, Any]:
    """``start_date``, ``event_type``, ``province``, ``min_killed`` and ``min_captured`` of one release."""
    told = [e for e in page.events if not e.detail.startswith(UNREAL)]
    captured = [e for e in told if e.mode in ("arrest", "abduct")]
    killed = [e for e in told if e.mode == "kill" and not _own_side(page, e)]
    civilians = [e for e in told if e.mode in ("kill", "wound") and _own_side(page, e)]
    strikes = [e for e in told if e.mode == "airstrike"]
    chief = sorted([*captured, *killed], key=lambda e: e.anchor.start) or strikes or civilians or list(told[:1])
    return {
        "start_date": _date(page, chief),
        "event_type": _types(captured, killed, strikes, civilians),
        "province": _province(page, chief),
        "min_killed": _least(page, killed, apart=False),
        "min_captured": _least(page, captured, apart=True),
    }


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


def _least(page: Annotated, events: list[EventMention], apart: bool) -> int:
    """The most people that one sentence tells of, as a release says the same again in other words. ``apart``: single
    people and groups are told of in sentences of their own, and add up."""
    text = page.document.text
    singles: dict[int, int] = {}
    groups: dict[int, int] = {}
    for event in events:
        sentence = len(re.findall(r"[.!?]\s", text[: event.anchor.start]))
        for recipient in event.recipient:
            number, grouped = _count(page, event, recipient)
            sums = groups if grouped or not apart else singles
            sums[sentence] = sums.get(sentence, 0) + number
    return max(groups.values(), default=0) + max(singles.values(), default=0)


def _count(page: Annotated, event: EventMention, recipient: Span) -> tuple[int, bool]:
    """How many a recipient is, and whether it is a group told of by number."""
    words = _words(page, recipient).lower()
    for q in page.quantities:
        counts = q.of_span is not None and q.of_span.start < recipient.end and recipient.start < q.of_span.end
        if q.id in event.quantity_ids and (counts or recipient.start <= q.span.start < recipient.end):
            beyond = q.detail.startswith(("'more than'", "'over'"))
            return int(q.low if q.low is not None else q.high or 0) + beyond, True
    plural = re.search(r"(?<![si])s$|people|men$|women$", words) and not re.match(r"(?:an?|another|one)\b", words)
    return (PLURAL, True) if plural else (1, False)


def _province(page: Annotated, chief: list[EventMention]) -> list[str]:
    """The province named nearest to the first event, one called a province before others."""
    text = page.document.text
    at = chief[0].anchor.start if chief else 0
    best: tuple[int, int, str] | None = None
    for toponym in page.toponyms:
        name = re.sub(r"[ -]+(?:province|city)$", "", _words(page, toponym.span).lower())
        label = LABELS.get(name)
        after = text[toponym.span.end : toponym.span.end + 12].lower()
        if label is None or (label == "kabul" and after.startswith(", afghan")):
            continue
        called = bool(re.match(r" prov", after)) or name != _words(page, toponym.span).lower()
        rank = (0 if called else 1, abs(toponym.span.start - at), label)
        best = rank if best is None or rank < best else best
    return [best[2]] if best else []


def _date(page: Annotated, chief: list[EventMention]) -> str | None:
    """The day of the first event that has one, else of publication or of the dateline that times were reckoned from."""
    full = [t for t in page.timexes if re.match(r"\d{4}-\d\d-\d\d", t.value)]
    days = {t.id: t.value[:10] for t in full}
    for event in chief:
        if event.timex_id in days:
            return days[event.timex_id]
    if page.document.published:
        return page.document.published.date[:10]
    told = [t.value[:10] for t in full if t.anchor and not t.detail.startswith("the dateline")]
    anchors = [t.anchor for t in page.timexes if t.anchor]
    return next(iter([*told, *anchors, *days.values()]), None)
