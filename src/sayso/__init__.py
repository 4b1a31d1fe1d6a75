"""Sayso reads news and keeps a record of who said what, through whom, and who copied whom.

    import sayso

    for reading in sayso.read("pages/"):
        page = sayso.annotate(reading.page)

The public names are loaded when they are first used, so that importing the package costs nothing.
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
    "Annotated": "sayso.types",
    "Collated": "sayso.types",
    "Record": "sayso.record.store",
    "RecordError": "sayso.record.store",
    "Document": "sayso.types",
    "Span": "sayso.types",
}

__all__ = ["Annotated", "Collated", "Document", "Record", "RecordError", "Span", "annotate", "collate", "read"]

if TYPE_CHECKING:
    from sayso.documents.formats.files import read
    from sayso.pipeline import annotate, collate
    from sayso.record.store import Record, RecordError
    from sayso.types import Annotated, Collated, Document, Span


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    value = getattr(import_module(_PUBLIC[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(_PUBLIC))
