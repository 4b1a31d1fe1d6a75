"""What the door in hands on: the page that was read from a capture, in plain values."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sayso.types import Block, Capture, Credit, Document, Problem
from sayso.vocab import CreditRole, Zone


class Given(NamedTuple):
    """What the caller says of a document; taken as stated, before anything that the page says."""

    label: str = ""
    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    byline: str | None = None  # where the page itself has none
    prose: bool = False  # the text is all article prose: no zones to find


class ZonedRange(NamedTuple):
    """A stretch of text and its zone, before the document has an id."""

    start: int
    end: int
    zone: Zone


class FoundCredit(NamedTuple):
    """A credit before the document has an id."""

    start: int
    end: int
    role: CreditRole
    name: str
    date: str | None = None
    detail: str = ""


class Metadata(NamedTuple):
    """What a page's markup (meta elements, JSON-LD, a feed's entry) says of itself; None where it says nothing.

    Dates are ISO (``2024-05-15`` or with a time). ``notes`` holds whatever else a reader of the document should see;
    ``detail`` says where the values were found. ``holder`` is the outlet that the markup calls the article's publisher,
    where the site is another's, ``origins`` those from whom it says that the article is;
    ``site`` is what stands behind the title of the page, which may be the site's name, ``page_title`` the whole of it,
    ``home`` what the links to the site's front page are called. ``likely`` is a day that only stands near the top of
    the page, for when nothing better tells the day of publication.
    """

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    licence: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
    detail: str = ""
    likely: str | None = None
    holder: str | None = None
    origins: tuple[str, ...] = ()
    site: str | None = None
    page_title: str | None = None
    home: tuple[str, ...] = ()


class Page(NamedTuple):
    """A document with everything that was read off its page. Blocks are in text order."""

    document: Document
    blocks: tuple[Block, ...]
    credits: tuple[Credit, ...]

    def __repr__(self) -> str:
        return f"<Page {self.document.label or self.document.uri}: {len(self.blocks)} blocks>"


class Reading(NamedTuple):
    """One thing that came in: its bytes, and the page they held or the problems that kept it from being read.

    Where ``pending`` is there, the bytes are still to be read as a page: it does so, here or in another process.
    """

    capture: Capture | None
    data: bytes
    page: Page | None
    problems: tuple[Problem, ...] = ()
    pending: Callable[[], Reading] | None = None

    def __repr__(self) -> str:
        address = self.capture.uri if self.capture else "nothing"
        return f"<Reading of {address}, {len(self.data):,} bytes: {self.page or self.problems or 'pending'}>"
