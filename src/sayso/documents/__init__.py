"""The door in: bytes → Capture → Page.

    for reading in documents.read("pages/", "feed.xml"):
        print(reading.page or reading.problems)

The public names are loaded when they are first used: importing the package loads no parser.

A map, in the order in which a page comes in: ``formats`` reads what comes, ``html`` makes a document of web pages and
``flat`` of text; ``zones`` says what each line is there for, ``credits`` who wrote, published and passed on the text,
``authorship`` who signs it as a whole, ``dates`` when. Beside them ``page`` (what the door hands on), ``encoding``
(bytes to text), ``language`` and ``keyed`` (patterns looked for only where they can match).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

_PUBLIC = {
    "read": "formats.files",
    "read_object": "formats.objects",
    "parse_object": "formats.objects",
    "Given": "page",
    "Page": "page",
    "Reading": "page",
}

__all__ = ["Given", "Page", "Reading", "parse_object", "read", "read_object"]

if TYPE_CHECKING:
    from sayso.documents.formats.files import read
    from sayso.documents.formats.objects import parse_object, read_object
    from sayso.documents.page import Given, Page, Reading


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'sayso.documents' has no attribute {name!r}")
    value = getattr(import_module(f"sayso.documents.{_PUBLIC[name]}"), name)
    globals()[name] = value
    return value
