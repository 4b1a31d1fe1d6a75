"""A web page as lines of text, each with what the markup around it says it is for. The only importer of lxml.

The text holds all that a reader of the page could see, one block element a line, in the order of the markup. What is
never shown (scripts, styles, comments, hidden elements) is not text and is left out, but where most of an article is
hidden until a reader turns to it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from sayso.documents.html.lines import Layout, Line, Shown
from sayso.documents.html.marks import BY_TAG, HIDING, NAMING, OF_PICTURE, Kind, Mark, is_hidden, kind_of

#: lxml's parser gives up at 256 levels of nesting and loses the rest of the page; deeper markup is flattened first.
DEEPEST = 240

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
#: What web archives put around the pages that they keep.
ARCHIVE_KEY, ARCHIVE_BAR = "wm-ipp", "//*[@id='wm-ipp-base' or @id='wm-ipp' or @id='wm-ipp-print' or @id='donato']"
#: Two of these beside each other are two words, even with no space between them.
SEPARATE = frozenset({"a", "button", "label", "option"})
#: So are two of these with names, but where each holds a letter.
SHOWN_APART = frozenset({"span", "time"})
#: Marks that stand right behind a word, be it a link's.
CLOSING = frozenset(",.;)]}”’")

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})([^<>]*)>")
#: A text of so many characters in one element is more than a menu's.
LONG = 60
#: White space in a line that is no single space.
SPACES = re.compile(r" [ \t\n\r\f\v]+|[\t\n\r\f\v][ \t\n\r\f\v]*")


class Markup(NamedTuple):
    """A parsed page: its element tree, and whether it was nested deeper than the parser can follow and had to be
    flattened."""

    tree: Any
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
        # One class for all elements: the classes for forms and links are of no use here, and to ask for one a time
        # takes as long as the rest of a walk over the tree.
        parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
        data = (_flat(source) if flattened else source).encode("utf-8", "replace")
        try:
            tree = html.document_fromstring(data, parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
            return None
        if not any(e.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for e in parser.error_log):
            break
    if ARCHIVE_KEY in source:
        for element in tree.xpath(ARCHIVE_BAR):
            element.set("hidden", "")
    return Markup(tree, flattened)


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


class _Frame:
    """What holds for the words of an element. One for all that is in it until something else holds."""

    __slots__ = ("apart", "block", "inner", "linked", "marks", "preformatted")

    def __init__(
        self,
        block: str,
        marks: tuple[tuple[Mark, int], ...],
        linked: bool,
        preformatted: bool,
        apart: bool = False,
    ):
        self.apart = apart  # the element is a line of its own, though inline
        self.block = block  # the tag of the nearest block element
        self.marks = marks
        self.linked = linked
        self.preformatted = preformatted
        self.inner: dict[str, _Frame] = {}  # by tag, what holds in elements in it that bear no marks


class _Writer:
    """Gathers the pieces of a line, and lines into a text."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.lines: list[Line] = []
        self.length = 0
        self._pieces: list[str] = []
        self._marks: tuple[tuple[Mark, int], ...] = ()
        self._linked = 0
        self._gap = False
        self._apart = False  # what comes next is another word
        self.empty = True  # nothing but white space so far
        self.node = 0  # the element whose words come next
        self.nodes: list[int] = []  # of each line, the element around its first word
        self._first = 0

    def add(self, piece: str, frame: _Frame) -> None:
        """Adds to the line. The line's marks are those that all of its words bear: of every element around them."""
        if piece.isspace():
            if not self.empty:
                self._pieces.append(piece)
            return
        if self._apart:
            self._apart = False
            if piece[0] not in CLOSING:
                self._pieces.append(" ")
        self._pieces.append(piece)
        if frame.linked:
            self._linked += len(piece) - piece.count(" ")
        if self.empty:
            self.empty = False
            self._first = self.node
            self._marks = frame.marks
        elif self._marks is not frame.marks:
            shared = 0
            for own, other in zip(self._marks, frame.marks, strict=False):
                if own != other:
                    break
                shared += 1
            self._marks = self._marks[:shared]

    def apart(self) -> None:
        """Makes sure that what comes next is another word, but for a mark that belongs to the last one."""
        self._apart = bool(self._pieces)

    def part(self) -> None:
        """Does the same between elements that pages show side by side, each with its style: no letters of a word."""
        if self._pieces and len(self._pieces[-1]) > 1 and self._pieces[-1][-1].isalnum():
            self._apart = True

    def end_line(self, tag: str, spaced: bool = False) -> None:
        """Writes what was gathered as a line; nothing if it was only white space."""
        if not self.empty:
            self._write_line(tag)
        if spaced:
            self._gap = True

    def _write_line(self, tag: str) -> None:
        content = "".join(self._pieces).strip()
        if "  " in content or not content.isprintable():
            content = SPACES.sub(" ", content)
        if self.lines:
            separator = "\n\n" if self._gap else "\n"
            self.parts.append(separator)
            self.length += len(separator)
        self.parts.append(content)
        linked = min(1.0, self._linked / (len(content) - content.count(" "))) if self._linked else 0.0
        self.lines.append(Line(self.length, self.length + len(content), tag, self._marks, linked))
        self.nodes.append(self._first)
        self.length += len(content)
        self._pieces, self._linked, self._gap, self._apart, self.empty = [], 0, False, False, True


def read_lines(tree: Any, *, hidden: bool = False) -> Shown:
    """The visible text of a page and its lines; with ``hidden`` also what the markup itself says is not shown."""
    writer = _Writer()
    body = tree.find("body")
    element = tree if body is None else body
    tag, frame = "body", _Frame("body", (), False, False)
    above: list[tuple[Any, str, _Frame, Iterator[Any], int]] = []
    kinds = {Kind("body", ()): 0}
    elements, ends = [(0, 0, 0, 0)], [0]
    number = block = left_out = 0
    abutting = False  # an element that is shown apart has ended, and nothing stands behind it
    if element.text:
        writer.add(element.text, frame)
    children = iter(element)
    while True:
        child = next(children, None)
        if child is None:
            ends[writer.node] = number + 1
            if not above:
                break
            if tag not in INLINE:
                writer.end_line(frame.block, tag in SPACED)
            elif frame.apart and frame is not above[-1][2]:
                writer.end_line(frame.block)
            elif tag in SEPARATE:
                writer.apart()
            tail = element.tail
            abutting = not tail and tag in SHOWN_APART
            element, tag, frame, children, block = above.pop()
            writer.node = elements[writer.node][0]
        else:
            child_tag = child.tag
            if child_tag in UNSEEN or not isinstance(child_tag, str):
                tail = child.tail
            elif (named := child.keys()) and not hidden and not HIDING.isdisjoint(named) and is_hidden(child):
                _pass_by(writer, child_tag)
                left_out += _length(child)
                tail = child.tail
            else:
                if child_tag not in INLINE:
                    writer.end_line(frame.block, child_tag in SPACED)
                elif child_tag in SEPARATE:
                    writer.apart()
                elif abutting and child_tag in SHOWN_APART:
                    writer.part()
                abutting = False
                above.append((element, tag, frame, children, block))
                number += 1
                telling = child_tag in BY_TAG or not NAMING.isdisjoint(named)
                kind = kind_of(child, child_tag, named) if telling else _plain(child_tag)
                element, tag, marks = child, child_tag, kind.marks
                block = block if tag in INLINE else number
                elements.append((writer.node, block, len(above), kinds.setdefault(kind, len(kinds))))
                ends.append(0)
                writer.node = number
                frame = _bearing(frame, tag, marks, number) if marks else _inside(frame, tag)
                if marks and frame.apart:
                    writer.end_line(frame.block)
                tail, children = child.text, iter(child)
        if tail and not (writer.empty and tail.isspace()):
            if frame.preformatted:
                _write_rows(writer, tail, frame)
            else:
                writer.add(tail, frame)
    writer.end_line("body")
    layout = Layout(elements, tuple(kinds), ends, writer.nodes)
    return Shown("".join(writer.parts), tuple(writer.lines), layout, left_out)


def _length(hidden: Any) -> int:
    """The length of the texts in an element that are too long for a menu (characters)."""
    texts = (element.text for element in hidden.iter() if element.text and element.tag not in UNSEEN)
    return sum(length for text in texts if (length := len(text)) >= LONG and not text.isspace())


@functools.cache
def _plain(tag: str) -> Kind:
    return Kind(tag, ())


def _bearing(around: _Frame, tag: str, marks: tuple[Mark, ...], number: int) -> _Frame:
    """What holds in an element that bears such marks."""
    own = around.marks + tuple([(mark, number) for mark in marks])
    block = around.block if tag in INLINE else tag
    credit = (
        tag in INLINE and not OF_PICTURE.isdisjoint(marks) and any(mark is Mark.CAPTION for mark, _ in around.marks)
    )
    return _Frame(block, own, around.linked or tag == "a", around.preformatted or tag == "pre", credit)


def _inside(around: _Frame, tag: str) -> _Frame:
    """What holds in an element that bears no marks."""
    if tag in INLINE and tag != "a":
        return around
    if tag not in around.inner:
        around.inner[tag] = _bearing(around, tag, (), 0)
    return around.inner[tag]


def _pass_by(writer: _Writer, tag: str) -> None:
    """What a hidden element does to the text around it."""
    if tag not in INLINE:
        writer.end_line(tag, tag in SPACED)
    if tag in SEPARATE:
        writer.apart()


def _write_rows(writer: _Writer, text: str, frame: _Frame) -> None:
    """Writes what is shown with its own line ends."""
    for row, piece in enumerate(text.split("\n")):
        if row:
            writer.end_line(frame.block)
        if piece:
            writer.add(piece, frame)
