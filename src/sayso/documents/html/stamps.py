"""Days of publication that less usual markup states: microdata, and JSON-LD stamps in other forms than ISO's."""

from __future__ import annotations

from typing import Any

from sayso.documents.dates.words import find_dates, read_iso

#: Longer values (characters) are no stamps.
LONGEST = 80


def stamped_day(tree: Any, stamp: str | None) -> tuple[str, str] | None:
    """The ISO day and what states it; None where nothing does or two differ. ``stamp`` is the JSON-LD's value."""
    if day := _day(stamp):
        return day, "JSON-LD datePublished"
    days = {_day(_value(element)) for element in tree.iterfind(".//*[@itemprop='datePublished']")} - {None}
    return (str(days.pop()), "microdata datePublished") if len(days) == 1 else None


def _value(element: Any) -> str:
    return str(element.get("content") or element.get("datetime") or "".join(element.itertext()))


def _day(value: str | None) -> str | None:
    """The only day of a short value in digits that stamps are written in."""
    words = (value or "").strip()
    if not words or len(words) > LONGEST or any(c.isdigit() and not c.isascii() for c in words):
        return None
    days = {day} if (day := read_iso(words)) else {date.day for date in find_dates(words)}
    return days.pop().isoformat() if len(days) == 1 else None
