"""What all rows share: spans, values, and an id that is a hash of what the row means.

Fields marked ``ASIDE`` do not enter the id: processing times, and what a reason already says in words. Sequences are
tuples, and mappings are tuples of pairs sorted by key, so every row can be hashed, compared and pickled.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json.encoder
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, NamedTuple, TypeVar


class Span(NamedTuple):
    """Half-open ``[start, end)`` in code points of the text of one document."""

    document_id: str
    start: int
    end: int


Value = str | int | float | bool | None | tuple[str, ...]
Values = tuple[tuple[str, Value], ...]


def values(**named: Value) -> Values:
    """The named values, sorted by name and without empty ones, as ``Claim.values`` holds them."""
    return tuple(sorted((name, value) for name, value in named.items() if value not in (None, "", ())))


#: The metadata of a field that does not enter the row's id.
ASIDE = {"aside": True}


def _encoder() -> Callable[[object], str]:
    """A function that writes values as compact JSON.

    ``JSONEncoder.encode`` builds its C encoder anew on every call, which takes twice as long as the encoding, and a
    page has hundreds of rows; so the C encoder is built once where there is one.
    """
    plain = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return plain.encode
    written = make(None, plain.default, json.encoder.encode_basestring_ascii, None, ":", ",", True, False, True)
    return lambda meaning: "".join(written(meaning, 0))


_packed = _encoder()


def hash_of(kind: str, meaning: object) -> str:
    """A short, stable id: the kind, a hyphen and 16 hexadecimal digits (64 bits) of the meaning's SHA-256."""
    return f"{kind}-{hashlib.sha256(f'{kind}:{_packed(meaning)}'.encode()).hexdigest()[:16]}"


def _plain(value: object) -> object:
    """A whole float as an int: 300 and 300.0 are one value, and a database may give back either."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


@dataclass(frozen=True, slots=True)
class Row:
    """The base of all rows: a ``kind``, which belongs to the class, and an ``id``, which belongs to the value."""

    kind: ClassVar[str] = "row"
    id: str = field(init=False, default="", compare=False)

    def __post_init__(self) -> None:
        meaning = [_plain(getattr(self, name)) for name in _meaningful(type(self))]
        object.__setattr__(self, "id", hash_of(self.kind, meaning))


#: For each class of rows, the fields that enter the id.
_MEANINGFUL: dict[type, tuple[str, ...]] = {}


def _meaningful(kind: type[Row]) -> tuple[str, ...]:
    if kind not in _MEANINGFUL:
        _MEANINGFUL[kind] = tuple(f.name for f in fields(kind) if f.name != "id" and not f.metadata.get("aside"))
    return _MEANINGFUL[kind]


AnyRow = TypeVar("AnyRow", bound=Row)


def replaced(row: AnyRow, **changes: Any) -> AnyRow:
    """The row with some of its fields changed, and therefore with another id."""
    return dataclasses.replace(row, **changes)


def spans_in(value: object) -> Iterator[Span]:
    """Every span inside a field of a row, in order."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from spans_in(part)


def spans_of(row: Row) -> Iterator[Span]:
    """Every span of a row, in field order."""
    for name in row.__dataclass_fields__:
        value = getattr(row, name)
        if isinstance(value, tuple):
            yield from spans_in(value)
