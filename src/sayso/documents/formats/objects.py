"""JSON Lines: one object a line, each a page with what is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from sayso.documents.dates.words import iso_day
from sayso.documents.encoding import decode
from sayso.documents.formats.readings import (
    LARGEST,
    SURROGATE,
    Location,
    capture_of,
    finished,
    later,
    problem_reading,
    read_text,
    read_web_page,
    too_large,
    writable,
)
from sayso.documents.formats.streams import read_rows
from sayso.documents.page import Given, Reading

#: A line of more bytes than this is passed over without being held. JSON may write a character in six bytes.
LONGEST_LINE = 3 * LARGEST

MEDIA_TYPE = "application/json"


def read_lines(stream: BinaryIO, *, uri: str, now: str | None = None) -> Iterator[Reading]:
    """The pages of a file of JSON Lines, one reading a line, read as a stream; empty lines are passed over.

    ``now`` is when the file was received (ISO 8601, UTC).
    """
    for row in read_rows(stream, LONGEST_LINE):
        where = f"{uri}:{row.number}"
        if row.data is None:
            yield problem_reading(
                where, f"the line is left out: it has {row.length:,} bytes, more than {LONGEST_LINE:,}"
            )
            continue
        line = row.data.removeprefix(b"\xef\xbb\xbf") if row.number == 1 else row.data
        if not line.strip():
            continue
        found, reasons = parse_object(line)
        if found is None:
            yield problem_reading(where, *reasons)
            continue
        place = Location(uri=where, container=uri, offset=row.offset, length=row.length)
        yield _object_reading(found, place=place, data=row.data, now=now, reasons=reasons)


def parse_object(line: bytes | str) -> tuple[dict[str, Any] | None, tuple[str, ...]]:
    """The object that a line holds; None, with the reason, where it holds none."""
    reasons: tuple[str, ...] = ()
    text = line.decode("utf-8", "replace") if isinstance(line, bytes) else line
    if isinstance(line, bytes) and (count := text.count("\ufffd") - line.count(b"\xef\xbf\xbd")) > 0:
        reasons = (f"{count} places of the line were not valid UTF-8 and were replaced by U+FFFD",)
    found, problem = parse_json(text)
    if problem:
        return None, (*reasons, problem)
    if not isinstance(found, dict):
        return None, (*reasons, "not a JSON object: a line must be {…} with id and one of text or html")
    return found, reasons


def parse_json(text: str) -> tuple[Any, str | None]:
    """The value that a text holds, or why it holds none."""
    try:
        return json.loads(text, strict=False), None
    except RecursionError:
        return None, "not JSON that can be read: it is nested too deep"
    except json.JSONDecodeError as error:
        return None, f"not JSON: {error.msg} at character {error.pos + 1}"
    except ValueError as error:
        return None, f"not JSON: {str(error)[:200]}"


def read_object(found: Mapping[str, Any], *, place: Location | None = None, reasons: tuple[str, ...] = ()) -> Reading:
    """The page that an object holds in ``text`` or ``html``, with what else it says taken as stated.

    ``place`` is where it lay, ``reasons`` what is known to be wrong with it. ``Document.text`` equals ``text`` exactly,
    but for lone surrogates, which no text can hold.
    """
    return finished(_object_reading(found, place=place, reasons=reasons))


def _object_reading(
    found: Mapping[str, Any],
    *,
    place: Location | None = None,
    data: bytes | None = None,
    now: str | None = None,
    reasons: tuple[str, ...] = (),
) -> Reading:
    """The reading of an object, its page still to be read. ``data`` is the line as it came (the object itself, written
    as JSON, where that is not given)."""
    said = list(reasons)
    values = {name: _string(found, name, said) for name in ("url", "publisher", "title", "text", "html")}
    given = Given(
        label=_label(found, place, said),
        url=values["url"],
        published=_published(found.get("published"), said),
        publisher=values["publisher"],
        title=values["title"],
        prose=found.get("prose") is True,
    )
    if found.get("prose") not in (None, True, False):
        said.append("prose must be true or false; it was taken for false")
    if place is None:
        place = Location(uri=given.url or given.label or "memory:")
    elif given.url:
        place = place._replace(uri=given.url)
    if data is None:
        data = json.dumps(dict(found), ensure_ascii=True, sort_keys=True, default=str).encode()
    text, source = values["text"], values["html"]
    if text is None and source is None:
        return problem_reading(place.uri, *said, "neither text nor html is given as a string; one of them is needed")
    if (size := max(len(text or ""), len(source or ""))) > LARGEST:
        return problem_reading(place.uri, *said, too_large(size, "characters"))
    capture = capture_of(data, place, MEDIA_TYPE, now)
    if text is None:
        return later(read_web_page, capture, data, given, source=source, reasons=said)
    if source is not None:
        said.append("both text and html are given; the text was read")
    return later(read_text, capture, data, given, text=text, reasons=said)


def _string(found: Mapping[str, Any], name: str, said: list[str]) -> str | None:
    """The field as a string without lone surrogates; None where it has none."""
    value = found.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        said.append(f"{name} must be a string; it was left out")
        return None
    clean, count = SURROGATE.subn("\ufffd", value)
    if count:
        said.append(f"{name} holds {count} halves of surrogate pairs, which are no characters; U+FFFD stands for each")
    return clean if name in ("text", "html") else clean.strip() or None


def _label(found: Mapping[str, Any], place: Location | None, said: list[str]) -> str:
    value = found.get("id")
    if isinstance(value, str) and value:
        return writable(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value not in (None, ""):
        said.append("id must be a string; the line's place stands for it")
    return place.uri if place else ""


def _published(value: object, said: list[str]) -> str | None:
    """The given day. What ``annotate`` writes, an object with ``date``, is taken too."""
    stated = value.get("date") if isinstance(value, dict) else value
    if stated is None:
        return None
    if isinstance(stated, str) and (day := iso_day(stated)):
        return day.isoformat()
    said.append(f"published must be a day like 2024-05-15, not {str(stated)[:60]!r}; it was left out")
    return None


def read_json(data: bytes, *, uri: str, now: str | None = None) -> Iterator[Reading]:
    """The pages of a JSON file that is one object or one list of objects."""
    value, problem = parse_json(decode(data).text)
    if problem:
        yield problem_reading(uri, problem)
        return
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        where = f"{uri}:{number}" if isinstance(value, list) else uri
        if isinstance(item, dict):
            yield _object_reading(item, place=Location(where, container=uri), now=now)
        else:
            yield problem_reading(where, "not a JSON object")
