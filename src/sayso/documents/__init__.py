"""The door in: bytes → Capture → Page.

    for reading in documents.read("pages/", "feed.xml"):
        print(reading.page or reading.problems)

The public names are loaded when they are first used: importing the package loads no parser.

A map, in the order in which a page comes in; within a group, the module that is called from outside stands first.

What comes in
    ``files`` reads files, folders and streams: ``kinds`` tells what bytes are, ``streams`` bounds how many are held,
    ``encoding`` makes text of them. ``html``, ``flat``, ``feed``, ``objects`` (JSON Lines), ``messages``, ``pdf``,
    ``warc`` and ``packed`` (archives) read one kind each. ``page`` is what they hand on, ``readings`` a page with its
    bytes and problems.

A web page
    ``markup`` makes lines of it, ``article`` finds the article, ``marks`` what elements are for, ``metadata``,
    ``stamps``, ``stated`` and ``sitestated`` what its markup states, ``saved`` what a browser wrote into it.

A flat page, and any page's lines
    ``zones`` says what each line is there for: ``lines``, ``words``, ``phrases``, ``keyed`` and ``features`` are what
    can be seen of them, ``classifier`` the trained trees, ``headlines``, ``captions``, ``pictures`` and ``beside`` the
    rules for one zone each. ``language`` tells the language.

Who published it, from whom and when
    ``credits`` reads the lines about the text: ``bylines``, ``contributors``, ``datelines``, ``notices`` (``sources``,
    ``wordings``, ``prepositions`` and ``hops``: a text's way), ``signed`` and ``parts`` (lines that sign a text),
    ``lonenames``, ``rights``, ``named``, ``letters`` and ``given`` (names in such lines). ``publishers`` says who
    publishes the page, by ``sites``, ``mastheads`` and ``housenames``; ``provenance`` puts all of them in order.
    ``dates`` says when it was published, by ``datewords``, ``datelabels`` and ``inference``.
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
