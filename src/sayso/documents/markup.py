"""A web page as lines of text, each with what the markup around it says it is for. The only importer of lxml.

The text holds all that a reader of the page could see, one block element a line, in the order of the markup. What is
never shown (scripts, styles, comments, hidden elements) is not text and is left out.
"""

from __future__ import annotations

import functools
import re
from enum import Enum
from itertools import takewhile
from typing import Any, NamedTuple

#: lxml's parser gives up at 256 levels of nesting and loses the rest of the page; deeper markup is flattened first.
DEEPEST = 240

#: Class and id names longer than this are not read any further: nobody wrote them by hand.
LONGEST_NAME = 400

_UNSEEN = (
    "script style noscript template head title meta link svg iframe object embed audio video canvas map datalist "
    "frameset noframes base param source track area rp"
)
_INLINE = (
    "a abbr acronym b bdi bdo big button cite code data del dfn em font i img ins kbd label mark nobr picture q ruby "
    "rb rt s samp small span strike strong sub sup time tt u var wbr input output meter progress"
)
_SPACED = "p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table figure article section aside header footer nav main form pre"
_VOID = "area base br col embed hr img input link meta param source track wbr"
UNSEEN = frozenset(_UNSEEN.split())
INLINE = frozenset(_INLINE.split())
#: Elements that the reader sees with space around them; their lines get an empty line before and after.
SPACED = frozenset(_SPACED.split())
VOID = frozenset(_VOID.split())
#: Two of these beside each other are two words, even with no space between them.
SEPARATE = frozenset({"a", "button", "label", "option"})

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})([^<>]*)>")
SPACES = re.compile(r"[ \t\n\r\f\v]+")
HIDDEN_STYLE = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden", re.IGNORECASE)


class Mark(Enum):
    """What a name in the markup says that an element is for."""

    HEADLINE = "headline"
    HEADING = "heading"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    CREDIT = "credit"
    LICENCE = "licence"
    COMMENT = "comment"
    RELATED = "related"
    ASIDE = "aside"
    NAVIGATION = "navigation"
    FOOTER = "footer"
    FORM = "form"
    SHARE = "share"
    ADVERT = "advert"
    TOPICS = "topics"


BY_TAG = {
    "h1": Mark.HEADLINE, "h2": Mark.HEADING, "h3": Mark.HEADING, "h4": Mark.HEADING, "h5": Mark.HEADING,
    "h6": Mark.HEADING, "time": Mark.DATE, "figcaption": Mark.CAPTION, "aside": Mark.ASIDE, "nav": Mark.NAVIGATION,
    "footer": Mark.FOOTER, "form": Mark.FORM, "select": Mark.FORM, "button": Mark.FORM, "textarea": Mark.FORM,
    "dialog": Mark.FORM, "address": Mark.BYLINE,
}  # fmt: skip

_NAMES = {
    Mark.COMMENT: "comment comments commentlist disqus livefyre coral respond discussion",
    Mark.CAPTION: "caption figcaption imgcaption photocaption legend",
    Mark.CREDIT: "credit credits photocredit imagecredit copyright",
    Mark.LICENCE: "license licence creativecommons",
    Mark.BYLINE: "byline author authors writer contributor reporter",
    Mark.DATE: "date dateline timestamp datetime pubdate publishdate datepublished published posted time",
    Mark.NAVIGATION: "nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager skip toc topbar",
    Mark.FOOTER: "footer contentinfo colophon",
    Mark.FORM: "newsletter subscribe subscription signup login cookie cookies consent gdpr paywall modal popup search",
    Mark.SHARE: "share sharing sharebar social socials sharedaddy addtoany followus",
    Mark.ADVERT: "ad ads advert advertisement adsense sponsor sponsored promo promotion taboola outbrain banner",
    Mark.RELATED: "related recommended recommendations readmore morestories alsoread mostread trending popular latest "
    "teaser teasers",
    Mark.ASIDE: "sidebar widget complementary",
    Mark.TOPICS: "tags tag topics topic keywords categories",
}  # fmt: skip
BY_NAME = {name: mark for mark, names in _NAMES.items() for name in names.split()}
NAME = re.compile(r"[a-z]+")
JOINED = re.compile(r"read[-_]more|more[-_]stories|also[-_]read|most[-_]read|follow[-_]us|date[-_]published")


class Line(NamedTuple):
    """A line of a page: its range in the text, the block element it stands in, the marks around it (each with the
    number of the element that bears it) and the share of its characters that are links."""

    start: int
    end: int
    tag: str
    marks: tuple[tuple[Mark, int], ...]
    linked: float


class Markup(NamedTuple):
    """A parsed page: its element tree, the number of its elements, and whether it was nested deeper than the parser can
    follow and had to be flattened."""

    tree: Any
    elements: int
    flattened: bool


def read_markup(source: str) -> Markup | None:
    """The element tree of a page; None where there is no markup at all."""
    from lxml import etree, html

    if not source.strip():
        return None
    # A browser shows U+FFFD for these two; lxml refuses them.
    source = source.replace("\x00", "\ufffd")
    for flattened in (False, True):
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
        data = (_flat(source) if flattened else source).encode("utf-8", "replace")
        try:
            tree = html.document_fromstring(data, parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
            return None
        if not any(e.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for e in parser.error_log):
            break
    return Markup(tree, sum(1 for _ in tree.iter()), flattened)


def _flat(source: str) -> str:
    """The source without the tags of elements nested too deep; a line break stands for each that was opened."""
    depth = 0

    def kept(match: re.Match[str]) -> str:
        nonlocal depth
        closing, name, rest = match.groups()
        if name.lower() in VOID or rest.endswith("/"):
            return match[0]
        if closing:
            deep, depth = depth > DEEPEST // 2, max(0, depth - 1)
            return "" if deep else match[0]
        depth += 1
        return "<br>" if depth > DEEPEST // 2 else match[0]

    return TAG.sub(kept, source)


class _Frame(NamedTuple):
    """An open element."""

    tag: str  # of the nearest block element
    marks: tuple[tuple[Mark, int], ...]
    linked: bool
    preformatted: bool


class _Writer:
    """Gathers the pieces of a line, and lines into a text."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.lines: list[Line] = []
        self.length = 0
        self._pieces: list[str] = []
        self._marks: tuple[tuple[Mark, int], ...] | None = None
        self._linked = 0
        self._gap = False

    def add(self, piece: str, frame: _Frame) -> None:
        """Adds to the line. The line's marks are those that all of its words bear: of every element around them."""
        self._pieces.append(piece)
        if piece.isspace():
            return
        if frame.linked:
            self._linked += len(piece) - piece.count(" ")
        if self._marks is None:
            self._marks = frame.marks
        elif self._marks is not frame.marks:
            shared = sum(
                1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(self._marks, frame.marks, strict=False))
            )
            self._marks = self._marks[:shared]

    def apart(self) -> None:
        """Makes sure that what comes next is another word."""
        if self._pieces and not self._pieces[-1][-1:].isspace():
            self._pieces.append(" ")

    def end_line(self, tag: str, spaced: bool = False) -> None:
        """Writes what was gathered as a line; nothing if it was only white space."""
        raw = "".join(self._pieces)
        linked, marks = self._linked, self._marks or ()
        self._pieces, self._marks, self._linked = [], None, 0
        content = SPACES.sub(" ", raw).strip()
        if content:
            if self.lines:
                separator = "\n\n" if self._gap else "\n"
                self.parts.append(separator)
                self.length += len(separator)
            self.parts.append(content)
            solid = len(content) - content.count(" ")
            self.lines.append(Line(self.length, self.length + len(content), tag, marks, min(1.0, linked / solid)))
            self.length += len(content)
            self._gap = False
        self._gap = self._gap or spaced


def read_lines(tree: Any) -> tuple[str, tuple[Line, ...]]:
    """The visible text of a page and its lines."""
    from lxml import etree

    writer = _Writer()
    body = tree.find("body")
    walk = etree.iterwalk(tree if body is None else body, events=("start", "end"))
    frames = [_Frame("body", (), False, False)]
    number = 0
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else "script"
        frame = frames[-1]
        if event == "start":
            number += 1
            if unseen := tag in UNSEEN or is_hidden(element):
                walk.skip_subtree()
            if tag in SEPARATE:
                writer.apart()
            if not unseen and (tag not in INLINE):
                writer.end_line(frame.tag, tag in SPACED)
            own = tuple((mark, number) for mark in marks_of(element, tag)) if not unseen else ()
            block = frame.tag if tag in INLINE else tag
            frames.append(
                _Frame(block, frame.marks + own, frame.linked or tag == "a", frame.preformatted or tag == "pre")
            )
            if element.text and not unseen:
                _write(writer, element.text, frames[-1])
            continue
        if tag not in INLINE and tag not in UNSEEN:
            writer.end_line(frame.tag, tag in SPACED)
        frames.pop()
        if tag in SEPARATE:
            writer.apart()
        if element.tail and len(frames) > 1:
            _write(writer, element.tail, frames[-1])
    writer.end_line("body")
    return "".join(writer.parts), tuple(writer.lines)


def _write(writer: _Writer, text: str, frame: _Frame) -> None:
    if not frame.preformatted:
        writer.add(text, frame)
        return
    for row, piece in enumerate(text.split("\n")):
        if row:
            writer.end_line(frame.tag)
        writer.add(piece, frame)


def is_hidden(element: Any) -> bool:
    """Whether the markup itself says that the element is not shown."""
    hidden = element.get("hidden")
    if hidden is not None and hidden.lower() not in ("false", "until-found"):
        return True
    style = element.get("style")
    return bool(style and HIDDEN_STYLE.search(style[:LONGEST_NAME]))


def marks_of(element: Any, tag: str) -> tuple[Mark, ...]:
    """What the element's tag, class, id, role and properties say it is for, without doubles."""
    if tag in ("html", "body", "main"):
        return ()
    names = [element.get(key, "")[:LONGEST_NAME] for key in ("class", "id", "role", "itemprop", "rel")]
    return _marks(tag, " ".join(names), names[3] == "headline")


@functools.lru_cache(maxsize=16_384)
def _marks(tag: str, names: str, headline: bool) -> tuple[Mark, ...]:
    """The marks of such elements: a page has few kinds of them, and so have the others of its site."""
    found: dict[Mark, None] = {}
    if tag in BY_TAG:
        found[BY_TAG[tag]] = None
    if not names.strip():
        return tuple(found)
    names = JOINED.sub(lambda match: match[0].replace("-", "").replace("_", ""), names.lower())
    for name in NAME.findall(names):
        mark = BY_NAME.get(name)
        if mark:
            found[mark] = None
    if headline:
        found[Mark.HEADLINE] = None
    return tuple(found)
