"""A web page as lines of text, each with what the markup around it says it is for. The only importer of lxml.

The text holds all that a reader of the page could see, one block element a line, in the order of the markup. What is
never shown (scripts, styles, comments, hidden elements) is not text and is left out, but where most of an article is
hidden until a reader turns to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from sayso.documents.html.marks import BY_TAG, HIDING, NAMING, OF_PICTURE, Mark, is_hidden, marks_of

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
#: What the article extractor drops in all that it tries, and what holds no text.
DROPPED = (
    "script", "style", "svg", "template", "aside", "footer", "img", "source", "input", "link", "meta", "embed", "track",
    "area", "param",
)  # fmt: skip
#: What web archives put around the pages that they keep.
ARCHIVE_KEY, ARCHIVE_BAR = "wm-ipp", "//*[@id='wm-ipp-base' or @id='wm-ipp' or @id='wm-ipp-print' or @id='donato']"
#: Two of these beside each other are two words, even with no space between them.
SEPARATE = frozenset({"a", "button", "label", "option"})
#: So are two of these with names, but where each holds a letter.
SHOWN_APART = frozenset({"span", "time"})
#: Marks that stand right behind a word, be it a link's.
CLOSING = frozenset(",.;)]}”’")

#: Pages with fewer elements are not counted: to do so takes as long as any look over all of them.
FEW = 20_000

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})([^<>]*)>")
#: White space in a line that is no single space.
SPACES = re.compile(r" [ \t\n\r\f\v]+|[\t\n\r\f\v][ \t\n\r\f\v]*")


class Line(NamedTuple):
    """A line of a page: its range in the text, the block element it stands in, the marks around it (each with the
    number of the element that bears it) and the share of its characters that are links."""

    start: int
    end: int
    tag: str
    marks: tuple[tuple[Mark, int], ...]
    linked: float


class Markup(NamedTuple):
    """A parsed page: its element tree, the number of its elements (of a page that surely has less than ``FEW`` the
    most that it can have), and whether it was nested deeper than the parser can follow and had to be flattened."""

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
    # The parser adds an element around the page, its head, its body and text that stands in none.
    most = 2 * source.count("<") + 4
    return Markup(tree, most if most < FEW else int(tree.xpath("count(//*)")), flattened)


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
        self.length += len(content)
        self._pieces, self._linked, self._gap, self._apart, self.empty = [], 0, False, False, True


def thin(tree: Any) -> None:
    """Leaves out of a tree what every way of the article extractor drops before it looks for anything, but for scripts
    that state data: it goes over the whole tree many times and copies it several times, and a quarter of most pages'
    elements are such. The text behind an element stays, whatever it holds. No lines can be read off the tree then."""
    from lxml import etree

    data = [element for element in tree.iter("script") if "ld+json" in element.get("type", "").lower()]
    for element in data:
        element.tag = "data-script"  # passed over under this name
    etree.strip_elements(tree, *DROPPED, with_tail=False)
    for element in data:
        element.tag = "script"


def read_lines(tree: Any, *, hidden: bool = False) -> tuple[str, tuple[Line, ...]]:
    """The visible text of a page and its lines; with ``hidden`` also what the markup itself says is not shown."""
    writer = _Writer()
    body = tree.find("body")
    element = tree if body is None else body
    tag, frame = "body", _Frame("body", (), False, False)
    above: list[tuple[Any, str, _Frame, Iterator[Any]]] = []
    number = 0
    abutting = False  # an element that is shown apart has ended, and nothing stands behind it
    if element.text:
        writer.add(element.text, frame)
    children = iter(element)
    while True:
        child = next(children, None)
        if child is None:
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
            element, tag, frame, children = above.pop()
        else:
            number += 1
            child_tag = child.tag
            if child_tag in UNSEEN or not isinstance(child_tag, str):
                tail = child.tail
            elif (named := child.keys()) and not hidden and not HIDING.isdisjoint(named) and is_hidden(child):
                _pass_by(writer, child_tag)
                tail = child.tail
            else:
                if child_tag not in INLINE:
                    writer.end_line(frame.block, child_tag in SPACED)
                elif child_tag in SEPARATE:
                    writer.apart()
                elif abutting and child_tag in SHOWN_APART:
                    writer.part()
                abutting = False
                above.append((element, tag, frame, children))
                telling = child_tag in BY_TAG or not NAMING.isdisjoint(named)
                marks = marks_of(child, child_tag, named) if telling else ()
                element, tag = child, child_tag
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
    return "".join(writer.parts), tuple(writer.lines)


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
