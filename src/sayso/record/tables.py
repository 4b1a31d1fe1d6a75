"""Rows as an Arrow table, which pandas and Polars can open without copying. The only importer of pyarrow."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sayso.record.schema import PLAIN, bare_type, hints
from sayso.types import Row, Span

if TYPE_CHECKING:
    import pyarrow


def table(cls: type[Row], rows: Iterable[Row]) -> pyarrow.Table:
    """The rows as a table with a column for each field.

    A span is a struct (document_id, start, end), several are a list of structs, and names are a list of strings; what
    is nested deeper (a claim's values, a reuse's passages) is JSON text. Raises ImportError, which says what to
    install, if pyarrow is missing.
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise ImportError("tables need pyarrow: python -m pip install 'pyarrow>=17'") from error
    span = pa.struct([("document_id", pa.string()), ("start", pa.int64()), ("end", pa.int64())])
    plain = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}

    def arrow_type(hint: Any) -> Any:
        if hint in PLAIN:
            return plain[hint]
        if hint is Span:
            return span
        if hint == tuple[Span, ...]:
            return pa.list_(span)
        if hint == tuple[str, ...]:
            return pa.list_(pa.string())
        return pa.string()

    held = list(rows)
    kinds = {name: bare_type(hint) for name, hint in hints(cls.kind).items()}
    columns = [
        pa.array([_plain_value(kind, getattr(row, name)) for row in held], type=arrow_type(kind))
        for name, kind in kinds.items()
    ]
    return pa.table(columns, names=list(kinds))


def _plain_value(hint: Any, value: Any) -> Any:
    """A field's value as Arrow takes it, without pyarrow's types."""
    if value is None or hint in PLAIN:
        return value
    if isinstance(value, StrEnum):
        return value.value
    if hint is Span:
        return value._asdict()
    if hint == tuple[Span, ...]:
        return [s._asdict() for s in value]
    if hint == tuple[str, ...]:
        return list(value)
    return json.dumps(value, ensure_ascii=False)
