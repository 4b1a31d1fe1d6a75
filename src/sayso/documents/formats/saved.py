"""What a browser or a tool wrote into a page when it saved it: where it came from and when."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import NamedTuple

#: The remark stands at the top of the file, within this many characters.
WITHIN = 5_000
#: Pictures and fonts put into a page's source as text. They are no words, and may be most of a file.
INLINED = re.compile(r"data:[\w.+-]{1,60}/[\w.+-]{1,60}(?:;[\w=.-]{1,40}){0,4},[A-Za-z0-9+/=%._~-]{200,}")
SINGLE_FILE = re.compile(r"<!--\s{0,20}Page saved with SingleFile\s(.{0,3000}?)-->", re.DOTALL)
SAVED_FROM = re.compile(r"<!--\s{0,5}saved from url=\(\d{1,6}\)(https?://[^\s<>]{3,2000})\s{0,5}-->", re.IGNORECASE)
URL = re.compile(r"^\s{0,9}url:\s{0,9}(https?://\S{3,2000})", re.MULTILINE)
DATE = re.compile(r"^\s{0,9}saved date:\s{0,9}\w{3} (\w{3} \d\d \d{4} \d\d:\d\d:\d\d) GMT([+-]\d{4})", re.MULTILINE)


class Saved(NamedTuple):
    """The address that a page was saved from and the time of it (ISO 8601, UTC), as the saved file states them."""

    url: str | None = None
    at: str | None = None


def saved_from(source: str) -> Saved:
    """What a page's source states of having been saved by a browser (*Save page as*) or by SingleFile."""
    head = source[:WITHIN]
    if remark := SINGLE_FILE.search(head):
        url, day = URL.search(remark[1]), DATE.search(remark[1])
        return Saved(url[1] if url else None, _time(day[1], day[2]) if day else None)
    plain = SAVED_FROM.search(head)
    return Saved(plain[1] if plain else None)


def without_inlined(source: str) -> str:
    """The source without what data addresses hold."""
    return INLINED.sub("data:,", source) if "data:" in source else source


def _time(stamp: str, zone: str) -> str | None:
    try:
        return utc_stamp(datetime.strptime(f"{stamp} {zone}", "%b %d %Y %H:%M:%S %z"))
    except ValueError:
        return None


def utc_stamp(moment: datetime) -> str | None:
    """A time as captures bear it (ISO 8601, UTC); None where its zone puts it out of range."""
    try:
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (OverflowError, OSError):
        return None
