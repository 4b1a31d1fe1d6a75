"""The tables of a record, one for each kind of row, and how a row becomes a line of its table and back.

Tables are derived from the fields of ``sayso.types``: plain fields become columns, nested ones JSON text.
"""

from __future__ import annotations

import functools
import json
import types as pytypes
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any, NamedTuple, Union

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

from sayso import types
from sayso.types import KINDS, Row, Span, spans_of

SCHEMA_VERSION = 6

#: The column that numbers rows in the order in which they were kept, in the table where rows are found by it.
PLACE = "place"

PLAIN: dict[Any, Any] = {str: Text, int: Integer, float: Float, bool: Integer}

metadata = MetaData()

#: Facts about the record itself: ``schema``, the version of these tables.
about = Table("about", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

#: Captured bytes, compressed with zlib, named by the SHA-256 of what they were.
content = Table(
    "content",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

#: What was captured, in order; each entry's hash covers the one before it.
ledger = Table(
    "ledger",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("digest", Text, ForeignKey("content.digest"), nullable=False),
    Column("capture_id", Text, nullable=False, unique=True),
    Column("retrieved_at", Text),
    Column("previous", Text, nullable=False),
    Column("entry", Text, nullable=False),
)

#: Which activity yielded which row; only ever added to.
made = Table(
    "made",
    metadata,
    Column("activity_id", Text, primary_key=True),
    Column("row_id", Text, primary_key=True),
    Column("row_kind", Text, nullable=False),
    Index("made_row", "row_id"),
)

#: The activity whose rows stand now, by stage and scope (a document's id, or "" for relations).
standing = Table(
    "standing",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("stage", Text, primary_key=True),
    Column("activity_id", Text, nullable=False),
    Index("standing_activity", "activity_id"),
)


@functools.cache
def hints(kind: str) -> dict[str, Any]:
    """The types of the fields of a kind of row, without the class variable ``kind``."""
    cls = KINDS[kind]
    found = typing.get_type_hints(cls)
    return {f.name: found[f.name] for f in fields(cls)}


@functools.cache
def bare_type(hint: Any) -> Any:
    """The type without ``None``."""
    if typing.get_origin(hint) in (Union, pytypes.UnionType):
        kept = [a for a in typing.get_args(hint) if a is not type(None)]
        return kept[0] if len(kept) == 1 else hint
    return hint


def _column(name: str, hint: Any, key: str) -> Column[Any]:
    bare = bare_type(hint)
    plain = Text if isinstance(bare, type) and issubclass(bare, StrEnum) else PLAIN.get(bare, Text)
    return Column(name, plain, primary_key=name == key, nullable=bare is not hint)


def _table(kind: str) -> Table:
    # there are most rows of shared text, and they are found by their places: see ``sayso.record.pairs``
    by_place = kind == types.Reuse.kind
    columns = [_column(name, hint, PLACE if by_place else "id") for name, hint in hints(kind).items()]
    if by_place:
        columns.insert(0, _column(PLACE, int, PLACE))
    # a document is looked up by its id, and shared text by both its documents: see ``sayso.record.related``
    elsewhere = kind in (types.Document.kind, types.Reuse.kind)
    found_by = [] if elsewhere else [Index(f"{kind}s_document", "of_document")]
    return Table(f"{kind}s", metadata, *columns, Column("of_document", Text), *found_by)


TABLES: dict[str, Table] = {kind: _table(kind) for kind in KINDS}

#: The documents that were read from one capture.
Index("documents_capture", TABLES["document"].c.capture_id)


def document_of(row: Row) -> str | None:
    """The document that a row is about: its own, or that of its first span."""
    if isinstance(row, types.Document):
        return row.id
    return next((span.document_id for span in spans_of(row)), None)


def packed(row: Row) -> dict[str, Any]:
    """A row as a line of its table."""
    out: dict[str, Any] = {"of_document": document_of(row)}
    for name, plain, _ in _fields(row.kind):
        value = getattr(row, name)
        out[name] = value if plain or value is None else _as_json(value)
    return out


_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def unpacked(kind: str, line: Mapping[Any, Any]) -> Row:
    """The row in a line of its table. Its id is computed anew, so a line that was tampered with shows as another id."""
    taken: dict[str, Any] = {}
    for name, _, read in _fields(kind):
        if name != "id":
            value = line[name]
            taken[name] = value if value is None or read is None else read(value)
    row: Row = KINDS[kind](**taken)
    return row


#: Makes the value of a field from what its column, or a part of it, holds.
Reader = Callable[[Any], Any]


class _Field(NamedTuple):
    """A field of a kind of row: whether its column holds it as it is (else as JSON), and how to read it, if need be."""

    name: str
    plain: bool
    read: Reader | None


@functools.cache
def _fields(kind: str) -> tuple[_Field, ...]:
    out = []
    for name, hint in hints(kind).items():
        bare = bare_type(hint)
        enum = isinstance(bare, type) and issubclass(bare, StrEnum)
        if enum or bare in PLAIN:
            out.append(_Field(name, True, bare if enum or bare is bool else None))
        else:
            out.append(_Field(name, False, _json_reader(bare)))
    return tuple(out)


def _json_reader(hint: Any) -> Reader:
    read = _reader_or_none(hint)
    return lambda text: read(json.loads(text))


@functools.cache
def _reader(hint: Any) -> Reader:
    """How to read a value of a type from its parsed JSON, which is not null."""
    bare = bare_type(hint)
    if bare is Span:
        return lambda value: Span(*value)
    if isinstance(bare, type) and issubclass(bare, StrEnum):
        return bare
    if isinstance(bare, type) and hasattr(bare, "_fields"):
        parts = [_reader_or_none(part) for part in typing.get_type_hints(bare).values()]
        return lambda value: bare(*(read(v) for read, v in zip(parts, value, strict=True)))
    if typing.get_origin(bare) is tuple:
        args = typing.get_args(bare)
        if len(args) == 2 and args[1] is Ellipsis:
            each = _reader_or_none(args[0])
            return lambda value: tuple(map(each, value))
        items = [_reader_or_none(arg) for arg in args]
        return lambda value: tuple(read(v) for read, v in zip(items, value, strict=True))
    return lambda value: tuple(value) if isinstance(value, list) else value


def _reader_or_none(hint: Any) -> Reader:
    read = _reader(hint)
    return lambda value: None if value is None else read(value)


def by_kind(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows by kind, in the order given, without duplicates."""
    out: dict[str, dict[str, Row]] = {}
    for row in rows:
        out.setdefault(row.kind, {}).setdefault(row.id, row)
    return {kind: list(found.values()) for kind, found in out.items()}
