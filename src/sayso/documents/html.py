"""A web page as a document: all its visible text, its article found by the extractor, its zones by markup and words.

The only importer of trafilatura. The extractor says what the article's words are; which lines of the page those are is
found by runs of words, so that offsets never depend on how the extractor rewrites what it finds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from sayso.documents import encoding, flat, markup, metadata, pictures, zones
from sayso.documents.datewords import begins_with_day
from sayso.documents.lines import read_lines as read_flat_lines
from sayso.documents.markup import Line, Mark
from sayso.documents.notices import split_meta
from sayso.documents.page import Given, Metadata, Page, ZonedRange
from sayso.documents.phrases import phrase_kind
from sayso.vocab import Zone

#: Runs of so many words tell a line of the article; a shorter line must equal a line of the article.
RUN = 4
#: A line is the article's when at least this share of its runs are.
SHARE = 0.6
#: An element that holds at least this share of the article's characters surrounds it; its names say nothing of a line.
AROUND = 0.4
#: Pages with more text (characters) or elements than this are not given to the extractor, which would take minutes.
LARGEST = 3_000_000
MOST_ELEMENTS = 40_000
#: A page whose article lies in its JSON-LD only (a script would show it) has at least so many words there.
FEWEST_WORDS = 40
#: Longer lines are sentences, whatever the names of the elements around them.
LONGEST_BYLINE = 25
#: A line is a link when at least this share of its characters is.
LINKED = 0.9
#: A heading shares at least this part of its words with the title that the page states.
ALIKE = 0.5

_EAST = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
WORD = re.compile(rf"[{_EAST}]|[^\W{_EAST}]+")

FURNITURE = (Mark.NAVIGATION, Mark.FOOTER, Mark.FORM, Mark.SHARE, Mark.ADVERT, Mark.TOPICS)
OUTSIDE = frozenset({*FURNITURE, Mark.ASIDE, Mark.RELATED, Mark.COMMENT})


class HtmlPage(NamedTuple):
    """The page, and what could not be read of it, in sentences."""

    page: Page
    reasons: tuple[str, ...]


def read_html(data: bytes | str, *, capture_id: str, uri: str, given: Given) -> Page:
    """The document of a web page; with ``given.prose`` all of it but captions is the article. Never fails."""
    return read_page(data, capture_id=capture_id, uri=uri, given=given).page


def read_page(data: bytes | str, *, capture_id: str, uri: str, given: Given) -> HtmlPage:
    """As :func:`read_html`, with what could not be read."""
    source = data if isinstance(data, str) else encoding.decode(data, markup=True).text
    parsed = markup.read_markup(source)
    if parsed is None:
        page = flat.assemble("", [], capture_id=capture_id, uri=uri, given=given, metadata=None)
        return HtmlPage(page, ("there is no markup in it",))
    text, lines = markup.read_lines(parsed.tree)
    known = metadata.read_metadata(parsed.tree, given.url or (uri if "://" in uri else None))
    reasons = []
    if parsed.flattened:
        reasons.append("its elements are nested too deep to follow; the deepest were read as plain lines")
    if given.prose:
        ranges = [_range(line, Zone.CAPTION if _bears(line, Mark.CAPTION) else Zone.BODY) for line in lines]
    else:
        article = ""
        if len(text) <= LARGEST and parsed.elements <= MOST_ELEMENTS:
            article = find_article(parsed.tree, given.url)
        else:
            reasons.append("it is too large for the article extractor; zones are by lines only")
        body = _body_lines(text, lines, article)
        if not body and len(words_of(known.article_text)) >= FEWEST_WORDS:
            text, lines = _with_article(text, lines, known.article_text)
            body = _body_lines(text, lines, known.article_text)
            reasons.append("the article is not in the page's visible text but in its JSON-LD, which was read instead")
        ranges = zone_lines(text, lines, body, known.metadata, given)
    page = flat.assemble(text, ranges, capture_id=capture_id, uri=uri, given=given, metadata=known.metadata)
    if page.document.published is None and known.likely_day:
        likely = known.metadata._replace(published=known.likely_day, detail="a date near the top of the page")
        page = flat.assemble(text, ranges, capture_id=capture_id, uri=uri, given=given, metadata=likely)
    return HtmlPage(page, tuple(reasons))


def find_article(tree: Any, url: str | None) -> str:
    """The words of the article as the extractor gives them, a paragraph a line; empty if it finds none."""
    import trafilatura

    try:
        found = trafilatura.bare_extraction(tree, url=url, include_comments=False)
    except Exception:
        # A library that walks hostile trees: whatever it stumbles over, the page is still read by its lines.
        return ""
    return str(getattr(found, "text", None) or "")


def words_of(text: str) -> list[str]:
    """The words of a text, lower case; each letter of a script without spaces is one."""
    return WORD.findall(text.casefold())


def _with_article(text: str, lines: tuple[Line, ...], article: str) -> tuple[str, tuple[Line, ...]]:
    """The text and lines with the paragraphs of an article added at the end."""
    out = list(lines)
    for paragraph in article.splitlines():
        if content := paragraph.strip():
            start = len(text) + (2 if text else 0)
            text = f"{text}\n\n{content}" if text else content
            out.append(Line(start, len(text), "p", (), 0.0))
    return text, tuple(out)


def _body_lines(text: str, lines: Sequence[Line], article: str) -> frozenset[int]:
    """The indexes of the lines whose words are the article's."""
    words = words_of(article)
    runs = {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    # The extractor writes a table's row as one line, its cells divided by bars.
    stated = Counter(tuple(words_of(cell)) for row in article.splitlines() for cell in {row, *row.split("|")})
    found: dict[int, tuple[str, ...]] = {}
    for index, line in enumerate(lines):
        own = tuple(words_of(text[line.start : line.end]))
        if len(own) < RUN:
            alike = own in stated if own else False
        else:
            count = len(own) - RUN + 1
            alike = sum(own[i : i + RUN] in runs for i in range(count)) >= SHARE * count
        if alike:
            found[index] = own
    long = [index for index, own in found.items() if len(own) >= RUN]
    if not long:
        return frozenset()
    # A short line may be like one of the article's by chance: it must stand among them.
    kept = {index for index, own in found.items() if len(own) >= RUN or long[0] <= index <= long[-1]}
    return frozenset(kept - _doubles({i: found[i] for i in kept}, lines, stated, long[len(long) // 2]))


def _doubles(
    found: dict[int, tuple[str, ...]], lines: Sequence[Line], stated: Counter[tuple[str, ...]], middle: int
) -> set[int]:
    """Lines that repeat the words of another without the article doing so: all but those nearest its middle."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for index, own in found.items():
        groups.setdefault(own, []).append(index)
    out: set[int] = set()
    for own, indexes in groups.items():
        if len(indexes) > 1:
            indexes.sort(key=lambda i: (any(m in OUTSIDE for m, _ in lines[i].marks), abs(i - middle), i))
            out.update(indexes[max(1, stated[own]) :])
    return out


def zone_lines(
    text: str, lines: Sequence[Line], body: frozenset[int], known: Metadata, given: Given
) -> list[ZonedRange]:
    """A zone for every line: the article's lines, the headline, then by markup, then by the words of the line."""
    by_words = _ranges_by_line(lines, zones.find_zones(text, given, by_rules=True))
    neutral = _surrounding(lines, body)
    bare = [frozenset(mark for mark, number in line.marks if number not in neutral) for line in lines]
    headline = _headline(text, lines, bare, body, given.title or known.title)
    first = min(headline or body, default=0)
    last = max(body, default=len(lines))
    out: list[ZonedRange] = []
    for index, line in enumerate(lines):
        parts = by_words[index]
        if index in headline:
            out.append(_range(line, Zone.HEADLINE))
            continue
        zone = _zone_of(text, line, bare[index], index in body, parts, inside=not body or first <= index <= last)
        if zone is Zone.CAPTION:
            out += pictures.split_caption(text, line.start, line.end)
        elif zone is Zone.CREDIT:
            out += split_meta(text, line.start, line.end)
        else:
            out.append(_range(line, zone))
    return out


def _zone_of(
    text: str, line: Line, marks: frozenset[Mark], is_body: bool, parts: Sequence[ZonedRange], inside: bool
) -> Zone:
    """The zone of one line. ``inside`` says whether it stands between the headline and the article's last line."""
    said = {part.zone for part in parts}
    worded = Zone.FURNITURE
    if len(said) == 1 or Zone.CREDIT in said:
        worded = Zone.CAPTION if Zone.CAPTION in said else Zone.CREDIT if Zone.CREDIT in said else parts[0].zone
    words = len(words_of(text[line.start : line.end]))
    brief = words <= LONGEST_BYLINE
    if is_body:
        return _zone_in_article(text, line, marks, worded, brief)
    if Mark.COMMENT in marks:
        return Zone.COMMENT
    if Mark.CAPTION in marks:
        dated = brief and inside and begins_with_day(text[line.start : line.end])
        return Zone.DATELINE if dated else worded if worded is Zone.CREDIT else Zone.CAPTION
    if brief and not marks & OUTSIDE and not _has_set_phrase(text, line):
        for mark, zone in ((Mark.LICENCE, Zone.LICENCE), (Mark.CREDIT, Zone.CREDIT), (Mark.BYLINE, Zone.BYLINE)):
            if mark in marks:
                return worded if worded in (Zone.CREDIT, Zone.LICENCE, Zone.DATELINE) else zone
        if Mark.DATE in marks and inside and re.search(r"\d", text[line.start : line.end]):
            return Zone.DATELINE
    linked = line.linked >= LINKED and words >= RUN and not _has_set_phrase(text, line)
    if worded in (Zone.CREDIT, Zone.LICENCE) and brief:
        return worded
    if worded is Zone.TEASER and marks & {Mark.RELATED, Mark.ASIDE}:
        return worded
    if marks & {Mark.RELATED, Mark.ASIDE} or (linked and not marks & OUTSIDE):
        return Zone.TEASER if linked or words > LONGEST_BYLINE else Zone.FURNITURE
    if marks & OUTSIDE:
        return worded if worded is Zone.TEASER and Mark.FOOTER in marks and words >= RUN else Zone.FURNITURE
    if worded in (Zone.BODY, Zone.HEADLINE):
        return Zone.BODY if inside and worded is Zone.BODY else Zone.FURNITURE
    return worded


def _zone_in_article(text: str, line: Line, marks: frozenset[Mark], worded: Zone, brief: bool) -> Zone:
    """The zone of a line that the extractor took for the article's: it takes some that are beside it."""
    if Mark.CAPTION in marks or worded is Zone.CAPTION:
        return Zone.DATELINE if brief and begins_with_day(text[line.start : line.end]) else Zone.CAPTION
    if Mark.FORM in marks:
        return Zone.FURNITURE
    if worded is Zone.TEASER and (line.linked >= ALIKE or line.tag == "li"):
        return worded
    if brief and worded in (Zone.CREDIT, Zone.LICENCE, Zone.BYLINE, Zone.DATELINE):
        return worded
    for mark, zone in ((Mark.CREDIT, Zone.CREDIT), (Mark.BYLINE, Zone.BYLINE)):
        if brief and mark in marks:
            return zone
    return worded if worded is not Zone.HEADLINE and _has_set_phrase(text, line) else Zone.BODY


def _has_set_phrase(text: str, line: Line) -> bool:
    """Whether the line says what only furniture says (``Sign up``, ``Skip to content``)."""
    return any(phrase_kind(flat_line) for flat_line in read_flat_lines(text[line.start : line.end]))


def _range(line: Line, zone: Zone) -> ZonedRange:
    return ZonedRange(line.start, line.end, zone)


def _bears(line: Line, mark: Mark) -> bool:
    return any(own is mark for own, _ in line.marks)


def _surrounding(lines: Sequence[Line], body: frozenset[int]) -> frozenset[int]:
    """The numbers of the elements that hold so much of the article that they are around it, not part of it."""
    held: Counter[int] = Counter()
    total = 0
    for index in sorted(body):
        size = lines[index].end - lines[index].start
        total += size
        for number in {number for _, number in lines[index].marks}:
            held[number] += size
    return frozenset(number for number, size in held.items() if size >= AROUND * total)


def _headline(
    text: str, lines: Sequence[Line], bare: Sequence[frozenset[Mark]], body: frozenset[int], title: str | None
) -> frozenset[int]:
    """The line (or the lines of one element) that the article is headed by."""
    stated = set(words_of(title or ""))
    start = min(body, default=len(lines))
    best: tuple[tuple[bool, float, bool, int], int] | None = None
    for index, line in enumerate(lines):
        marks = bare[index]
        is_heading = Mark.HEADLINE in marks
        own = set(words_of(text[line.start : line.end][:1000])) if is_heading or stated else set()
        alike = len(own & stated) / len(own | stated) if own and stated else 0.0
        same = alike >= ALIKE and len(own) > 1
        if not (is_heading or same) or marks & (OUTSIDE - {Mark.ASIDE}) or (index in body and not same):
            continue
        # like the stated title, then by markup, then before the article, then the nearest to it
        rank = (same, alike + is_heading, index <= start, -abs(start - index))
        if best is None or rank > best[0]:
            best = (rank, index)
    if best is None:
        return frozenset()
    element = next((number for mark, number in lines[best[1]].marks if mark is Mark.HEADLINE), None)
    if element is None:
        return frozenset({best[1]})
    return frozenset(i for i, line in enumerate(lines) if (Mark.HEADLINE, element) in line.marks)


def _ranges_by_line(lines: Sequence[Line], ranges: Sequence[ZonedRange]) -> list[tuple[ZonedRange, ...]]:
    """What the words say of each line: the zoned ranges cut to the line, in text order."""
    out: list[tuple[ZonedRange, ...]] = []
    at = 0
    for line in lines:
        while at < len(ranges) and ranges[at].end <= line.start:
            at += 1
        parts = []
        ahead = at
        while ahead < len(ranges) and ranges[ahead].start < line.end:
            part = ranges[ahead]
            parts.append(part._replace(start=max(part.start, line.start), end=min(part.end, line.end)))
            ahead += 1
        out.append(tuple(parts) or (_range(line, Zone.FURNITURE),))
    return out
