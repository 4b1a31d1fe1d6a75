"""The door in: bytes → Capture → Page.

    for reading in documents.read("pages/", "feed.xml"):
        print(reading.page or reading.problems)

The public names are loaded when they are first used: importing the package loads no parser.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

_PUBLIC = {
    "read": "files",
    "read_stream": "files",
    "read_lines": "objects",
    "read_object": "objects",
    "parse_object": "objects",
    "Given": "page",
    "Page": "page",
    "Reading": "page",
}

__all__ = ["Given", "Page", "Reading", "parse_object", "read", "read_lines", "read_object", "read_stream"]

if TYPE_CHECKING:
    from sayso.documents.files import read, read_stream
    from sayso.documents.objects import parse_object, read_lines, read_object
    from sayso.documents.page import Given, Page, Reading


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'sayso.documents' has no attribute {name!r}")
    value = getattr(import_module(f"sayso.documents.{_PUBLIC[name]}"), name)
    globals()[name] = value
    return value
