"""What each line of a web page is there for: by what the extractor found, by markup, by the words of the line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.documents.credits import pictures, rights
from sayso.documents.credits.bylines import LABEL_ALONE, is_person_line
from sayso.documents.credits.hops import hops_in
from sayso.documents.credits.notices import split_meta, zone_of_line
from sayso.documents.credits.signed import label_alone
from sayso.documents.credits.sources import sources_in
from sayso.documents.dates.words import begins_with_day
from sayso.documents.html.article import RUN, Words, words_of
from sayso.documents.html.lines import Layout, Line, Shown, own_marks
from sayso.documents.html.marks import OF_PICTURE, OUTSIDE, Mark
from sayso.documents.html.pagehead import ELSEWHERE, lone_heading, signing_lines
from sayso.documents.page import Given, ZonedRange
from sayso.documents.zones import finder as zones
from sayso.documents.zones.classifier import ABOVE_HEADLINE
from sayso.documents.zones.phrases import kind_of_words
from sayso.outlets import is_agency
from sayso.vocab import Zone

#: Longer lines are sentences, whatever the names of the elements around them.
LONGEST_BYLINE = 25
#: Names with their offices are no longer than this (words), where they end like a sentence.
LONGEST_NAMES = 6
#: So many words say at most whose a picture is.
LONGEST_CREDIT = 14
#: What the extractor left out is the article's where it stands this few lines from what it took, or below the headline.
BESIDE, DECK_BELOW = 2, 3
#: So many lines at the article's top and at its foot may sign it; a notice has at most so many characters.
AT_TOP, AT_FOOT, AFTER, LONGEST_NOTICE = 2, 4, (1, 2), 400
#: A credit so many lines below the article's last is of something else.
FAR_BELOW = 25
#: What cells and definitions stand behind, and what they are; both are this long at most (characters).
LABELS, VALUES, LONGEST_LABELLED = frozenset({"dt", "th", "td"}), frozenset({"dd", "td"}), 60
#: A line is a link when at least this share of its characters is.
LINKED = 0.9
#: A heading shares at least this part of its words with the title that the page states.
ALIKE = 0.5
#: What lists of other articles are made of.
ITEMS = frozenset({"li", "a", "h2", "h3", "h4", "h5"})
#: This much of a line is compared with the title (characters).
TITLE_WITHIN = 1000
#: Marks of what says whose the text is, and when.
META = frozenset({Mark.LICENCE, Mark.CREDIT, Mark.BYLINE, Mark.DATE})
NOT_OF_HEADLINE = OUTSIDE - {Mark.ASIDE}


class Read(NamedTuple):
    """The text of a page, its lines, how these lie in its elements, the words of each, and what these say it is."""

    text: str
    lines: tuple[Line, ...]
    layout: Layout
    words: Sequence[Words]
    worded: Sequence[Zone]

    @classmethod
    def of(cls, shown: Shown, given: Given) -> Read:
        text, lines, layout, _ = shown
        by_words = zones.find_zones(text, given, by_rules=True)
        worded = [_worded(parts) for parts in _ranges_by_line(lines, by_words)]
        return cls(text, lines, layout, [words_of(text[line.start : line.end]) for line in lines], worded)


class PageZones:
    """The zones of the lines of a page: by what the extractor found, by markup, then by the words of the line."""

    def __init__(self, read: Read, body: frozenset[int]):
        self.text = read.text
        self.lines = read.lines
        self.words = read.words
        self.worded = read.worded
        self.body: frozenset[int] = body
        self.marks = own_marks(self.lines, body)
        self.headline = frozenset[int]()
        self.last = max(body, default=len(read.lines))
        self.signed = False  # whether a line above is a byline

    def label(self, title: str | None) -> list[ZonedRange]:
        """A zone for every line. ``title`` is what the page says its headline is."""
        self.headline = headline = self._headline(title)
        above = frozenset(index for index in self.body if index < min(headline, default=0))
        if sum(len(self.words[index]) for index in above) < ABOVE_HEADLINE:
            self.body -= above
        shown = [*map(self._shown, self.lines)]
        signing = signing_lines(shown, self.words, self.marks, self.worded, headline, self.body)
        first = min(headline or self.body, default=0)
        order = sorted(self.body)
        edges = {*order[:AT_TOP], *order[-AT_FOOT:], *(index + by for index in order[-1:] for by in AFTER)}
        edges |= {index + by for index in (*headline, *order[:1]) for by in (-2, -1, 1)}
        out: list[ZonedRange] = []
        for index, (line, worded) in enumerate(zip(self.lines, self.worded, strict=True)):
            if index in headline:
                out.append(line_range(line, Zone.HEADLINE))
                continue
            if index in signing:
                self.signed = True
                out.append(line_range(line, Zone.BYLINE))
                continue
            if worded is Zone.FURNITURE and index in edges:
                worded = self._at_edge(index)
            if index and (line.tag in VALUES or self.lines[index - 1].tag == "dt"):
                worded = self._labelled(index, worded)
            if index in self.body:
                zone = self._in_article(index, worded)
            else:
                zone = self._beside(index, worded, inside=not self.body or first <= index <= self.last)
            self.signed |= zone is Zone.BYLINE
            if zone is Zone.CAPTION:
                out += pictures.split_caption(self.text, line.start, line.end)
            elif zone is Zone.CREDIT:
                out += split_meta(self.text, line.start, line.end)
            else:
                out.append(line_range(line, zone))
        return out

    def _at_edge(self, index: int) -> Zone:
        """What the words of a line say of whom the text is that stands at an edge of the article, as only the markup
        tells. A day there may be any other's."""
        words = self._shown(self.lines[index])
        if len(words) > LONGEST_NOTICE or self._has_set_phrase(self.lines[index]):
            return Zone.FURNITURE
        zone = zone_of_line(words, near=True)
        return zone if zone in (Zone.CREDIT, Zone.LICENCE, Zone.BYLINE) else Zone.FURNITURE

    def _labelled(self, index: int, worded: Zone) -> Zone:
        """What a cell or a definition is by the label before it: *Author*, *Source:*; what its own words say where
        there is no such label, but no credit behind a term that is another."""
        label, line = self.lines[index - 1], self.lines[index]
        if label.tag not in LABELS or max(label.end - label.start, line.end - line.start) > LONGEST_LABELLED:
            return worded
        plain = worded in (Zone.FURNITURE, Zone.BODY, Zone.HEADLINE)
        if LABEL_ALONE.match(self._shown(label)):
            return Zone.BYLINE if plain and is_person_line(self._shown(line)) else worded
        if label_alone(self._shown(label)) == "source-lead":
            return Zone.CREDIT if plain else worded
        return Zone.FURNITURE if worded is Zone.CREDIT and label.tag == "dt" else worded

    def _beside(self, index: int, worded: Zone, inside: bool) -> Zone:
        """The zone of a line that is not the article's. ``inside`` says whether it stands between the headline and the
        article's last line."""
        line, marks, words = self.lines[index], self.marks[index], len(self.words[index])
        brief = words <= LONGEST_BYLINE
        if Mark.COMMENT in marks:
            return Zone.COMMENT
        if Mark.CAPTION in marks:
            return self._in_caption(index, worded, inside)
        outside = not marks.isdisjoint(OUTSIDE)
        far = bool(self.body) and index > self.last + FAR_BELOW
        signs = brief and not outside and not marks.isdisjoint(META)
        if signs and (not self._has_set_phrase(line) or _names_source(self._shown(line))):
            for mark, zone in ((Mark.LICENCE, Zone.LICENCE), (Mark.CREDIT, Zone.CREDIT), (Mark.BYLINE, Zone.BYLINE)):
                if mark is Mark.BYLINE and worded is not zone and self._tells(index):
                    return Zone.FURNITURE  # of the author
                if mark in marks and not far and (inside or line.tag != "address"):  # the house's, below the article
                    return worded if worded in (Zone.CREDIT, Zone.LICENCE, Zone.DATELINE, Zone.CAPTION) else zone
            if Mark.DATE in marks and inside and re.search(r"\d", self._shown(line)):
                return Zone.DATELINE
        if worded is Zone.CAPTION and inside and marks.isdisjoint(ELSEWHERE) and pictures.is_caption(self._shown(line)):
            return worded
        linked = line.linked >= LINKED and words >= RUN and not self._has_set_phrase(line)
        if worded is Zone.CREDIT and Mark.FOOTER in marks and rights.COPYRIGHT.match(self._shown(line)):
            return Zone.FURNITURE  # the site's own notice
        apart = not marks.isdisjoint((Mark.RELATED, Mark.ASIDE))
        told = brief or (not outside and index <= self.last + AT_FOOT and _names_source(self._shown(line)))
        if told and (worded is Zone.LICENCE or (worded is Zone.CREDIT and not (far or (apart and line.tag in ITEMS)))):
            return worded
        if worded is Zone.TEASER and apart:
            return worded
        if apart or (linked and not outside):
            return Zone.TEASER if linked or words > LONGEST_BYLINE else Zone.FURNITURE
        if outside and worded is Zone.BYLINE and marks & OUTSIDE == {Mark.FOOTER} and self._is_at_foot(index):
            return worded  # the post's, not the page's
        if outside:
            return worded if worded is Zone.TEASER and Mark.FOOTER in marks and words >= RUN else Zone.FURNITURE
        if worded in (Zone.BODY, Zone.HEADLINE):
            return Zone.BODY if inside and worded is Zone.BODY and self._is_near(index) else Zone.FURNITURE
        return Zone.FURNITURE if far and worded is Zone.BYLINE else worded

    def _is_near(self, index: int) -> bool:
        """Whether a line that the extractor left out stands right beside lines of the article, or is a deck below the
        headline."""
        if not self.body or any(0 < index - above <= DECK_BELOW for above in self.headline):
            return True
        return not self.body.isdisjoint(range(index - BESIDE, index + BESIDE + 1))

    def _in_article(self, index: int, worded: Zone) -> Zone:
        """The zone of a line that the extractor took for the article's: it takes some that are beside it."""
        line, marks = self.lines[index], self.marks[index]
        brief = len(self.words[index]) <= LONGEST_BYLINE
        if Mark.CAPTION in marks or worded is Zone.CAPTION:
            return self._in_caption(index, worded, True)
        if Mark.FORM in marks:
            return Zone.FURNITURE
        if worded is Zone.COMMENT or Mark.COMMENT in marks:
            return Zone.COMMENT
        if index == self.last and is_agency(self._shown(line)):
            return worded
        if worded is Zone.TEASER and (line.linked >= ALIKE or line.tag == "li"):
            return worded
        if worded in (Zone.CREDIT, Zone.LICENCE) and (brief or _names_source(self._shown(line))):
            return worded
        if brief and worded in (Zone.BYLINE, Zone.DATELINE):
            return worded
        for mark, zone in ((Mark.CREDIT, Zone.CREDIT), (Mark.BYLINE, Zone.BYLINE)):
            if brief and mark in marks:
                return zone
        return worded if worded is not Zone.HEADLINE and self._has_set_phrase(line) else Zone.BODY

    def _is_at_foot(self, index: int) -> bool:
        """Whether a line stands right below the article, which nobody has signed above."""
        return bool(self.body) and not self.signed and self.last < index <= self.last + AT_FOOT

    def _tells(self, index: int) -> bool:
        """Whether a line is a sentence, or two."""
        return len(self.words[index]) > LONGEST_NAMES and self._shown(self.lines[index]).endswith((".", "!", "?"))

    def _in_caption(self, index: int, worded: Zone, inside: bool) -> Zone:
        """The zone of a line in the element of a caption: who took the picture has an element in it, at times."""
        line, words = self.lines[index], len(self.words[index])
        if words <= LONGEST_BYLINE and inside and begins_with_day(self._shown(line)):
            return Zone.DATELINE
        if worded is Zone.BYLINE and self.headline and max(self.headline) == index - 1:
            return worded  # a caption's element around all that is below the headline
        caption = next((number for mark, number in line.marks if mark is Mark.CAPTION), None)
        named = caption is not None and any(mark in OF_PICTURE and number > caption for mark, number in line.marks)
        if named and words <= LONGEST_CREDIT:
            return Zone.CREDIT
        return worded if worded is Zone.CREDIT and caption is not None else Zone.CAPTION

    def _shown(self, line: Line) -> str:
        return self.text[line.start : line.end]

    def _has_set_phrase(self, line: Line) -> bool:
        """Whether the line says what only furniture says (``Sign up``, ``Skip to content``)."""
        return bool(kind_of_words(self._shown(line)))

    def _headline(self, title: str | None) -> frozenset[int]:
        """The line (or the lines of one element) that the article is headed by."""
        stated = set(words_of(title or ""))
        start = min(self.body, default=len(self.lines))
        best: tuple[tuple[bool, float, bool, int], int] | None = None
        for index, line in enumerate(self.lines):
            marks = self.marks[index]
            is_heading = Mark.HEADLINE in marks
            if not (is_heading or not stated.isdisjoint(self.words[index])):
                continue
            long = line.end - line.start > TITLE_WITHIN
            own = set(words_of(self._shown(line)[:TITLE_WITHIN]) if long else self.words[index])
            alike = len(own & stated) / len(own | stated) if own and stated else 0.0
            same = alike >= ALIKE and len(own) > 1
            elsewhere = not marks.isdisjoint(NOT_OF_HEADLINE) and not (same and line.tag == "h1")
            if not (is_heading or same) or elsewhere or (index in self.body and not same):
                continue
            # like the stated title, then by markup, then before the article, then the nearest to it
            rank = (same, alike + is_heading, index <= start, -abs(start - index))
            if best is None or rank > best[0]:
                best = (rank, index)
        if best is None:
            return lone_heading(self.lines, self.marks, start)
        element = next((number for mark, number in self.lines[best[1]].marks if mark is Mark.HEADLINE), None)
        if element is None:
            return frozenset({best[1]})
        return frozenset(i for i, line in enumerate(self.lines) if (Mark.HEADLINE, element) in line.marks)


def _names_source(words: str) -> bool:
    """Whether a line says from whom a text is."""
    return bool(sources_in(words) or hops_in(words))


def _worded(parts: Sequence[ZonedRange]) -> Zone:
    """What the words of a line say it is: one thing, or a caption or credit where several are on it."""
    if len(parts) == 1:
        return parts[0].zone
    said = {part.zone for part in parts}
    if len(said) == 1:
        return parts[0].zone
    return Zone.FURNITURE if Zone.CREDIT not in said else Zone.CAPTION if Zone.CAPTION in said else Zone.CREDIT


def line_range(line: Line, zone: Zone) -> ZonedRange:
    """A whole line as a zoned range."""
    return ZonedRange(line.start, line.end, zone)


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
            if part.start < line.start or part.end > line.end:
                part = ZonedRange(max(part.start, line.start), min(part.end, line.end), part.zone)
            parts.append(part)
            ahead += 1
        out.append(tuple(parts) or (line_range(line, Zone.FURNITURE),))
    return out
