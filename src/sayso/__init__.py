"""Sayso reads news and keeps a record of who said what, through whom, and who copied whom.

Without a record, in memory:

    import sayso

    pages = [sayso.annotate(reading.page) for reading in sayso.read("pages/") if reading.page]
    relations = sayso.collate(pages)

Into a record, which can be added to at any time:

    with sayso.Record("case.sayso") as record:
        sayso.read_into(record, sayso.read("pages/"))
        sayso.relate(record)

The public names are loaded when they are first used, so importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

#: Public names and the modules they live in.
_PUBLIC = {
    "read": "sayso.documents.formats.files",
    "annotate": "sayso.pipeline",
    "collate": "sayso.pipeline",
    "read_into": "sayso.pipeline",
    "relate": "sayso.pipeline",
    "text_of": "sayso.spans",
    "Annotated": "sayso.types",
    "Collated": "sayso.types",
    "Record": "sayso.record.store",
    "RecordError": "sayso.record.store",
    "Document": "sayso.types",
    "Span": "sayso.types",
}

__all__ = [
    "Annotated", "Collated", "Document", "Record", "RecordError", "Span", "annotate", "collate", "read", "read_into",
    "relate", "text_of",
]  # fmt: skip

if TYPE_CHECKING:
    from sayso.documents.formats.files import read
    from sayso.pipeline import annotate, collate, read_into, relate
    from sayso.record.store import Record, RecordError
    from sayso.spans import text_of
    from sayso.types import Annotated, Collated, Document, Span


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    value = getattr(import_module(_PUBLIC[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(_PUBLIC))
