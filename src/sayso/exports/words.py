"""Days, counts and ranges as the brief writes them."""

from __future__ import annotations

from datetime import date

from sayso.types import Origin


def day(iso: str) -> str:
    """``11 Dec 2016`` for an ISO date; a year or a month alone as it is."""
    try:
        found = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{found.day} {found:%b %Y}"


def days(ends: tuple[str, str] | None) -> str:
    """``9 Mar 2025 – 12 Mar 2025`` for a first and a last ISO date, one day if they are the same; "" for None."""
    if ends is None:
        return ""
    first, last = ends
    return day(first) if first == last else f"{day(first)} – {day(last)}"


def count(number: int, one: str, many: str = "") -> str:
    """``1 claim``, ``2 claims``; ``many`` where the plural has no mere s."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def origins_range(ladder: Origin) -> str:
    """``2–5``, or ``2`` if both ends are the same."""
    low, high = ladder.origins_min, ladder.origins_max
    return str(low) if low == high else f"{low}–{high}"


def origins(ladder: Origin | None) -> str:
    """``2–5 origins``, ``1 origin``; "" if there is no count."""
    return "" if ladder is None else f"{origins_range(ladder)} {'origin' if ladder.origins_max == 1 else 'origins'}"
