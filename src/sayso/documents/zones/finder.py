"""What each line of a flat page is there for: headline, body, caption, credit, teaser, furniture …

The article is the stretch of lines in which running text outweighs everything else; a line's own words, its
neighbours, its repetitions and its place beside that stretch tell the rest. Nothing is dropped: every character that
is not white space lies in exactly one range.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sayso.documents.credits import bylines, pictures, rights
from sayso.documents.credits.notices import (
    is_name_of_source,
    is_person_and_source,
    signs_picture,
    split_meta,
    zone_of_line,
)
from sayso.documents.credits.sites import find_site_name
from sayso.documents.dates import labels as datelabels
from sayso.documents.dates.words import find_dates
from sayso.documents.page import Given, ZonedRange
from sayso.documents.zones import beside, captions, classifier, headpicker
from sayso.documents.zones.headlines import HeadlineFinder
from sayso.documents.zones.lines import Line, OfLines, key_of, read_lines
from sayso.documents.zones.phrases import phrase_kind
from sayso.outlets import same_outlet
from sayso.vocab import Zone

#: What a line adds to the weight of a stretch. Calibrated on the English pages of trafilatura's evaluation set.
SENTENCE_WEIGHT = 0.8  # a word
CAPTION_WEIGHT = -1.0
SHORT_WEIGHT = -2.0
BULLET_WEIGHT = -3.0
CUT_WEIGHT = -8.0
PHRASE_WEIGHT = {
    "furniture": -4.0, "promo": -5.0, "end": -20.0, "comments": -60.0, "teaser": -3.0, "caption": -1.0, "listed": 0.0,
    "licence": -8.0,
}  # fmt: skip
MOST_WORDS = 80
#: A page of at most this many lines may be an article of short sentences only.
FEW_LINES = 15

#: Lists of links as pages tell of them to those who listen; a list of more lines than this is none.
LIST_BEGINS, LIST_ENDS = re.compile(r"^list of \d+ items?$"), "end of list"
LIST_ITEM = re.compile(r"^list (?:of )?\d+ (?:of \d+|items?)$")
LONGEST_LIST = 40
#: What ends a plea to sign up, for those who listen.
PLEA_ENDS, LONGEST_PLEA = "after newsletter promotion", 8
#: Captions stand this many lines above the headline at most.
PICTURE_ABOVE = 8
#: Bylines and dates may follow the first sentences (a deck): at most this many lines below the headline.
TOP_LINES = 7
#: A person's name alone on a line has at most this many words.
NAME_WITHIN = 4


def find_zones(text: str, given: Given, *, by_rules: bool = False) -> list[ZonedRange]:
    """The zones of a page's flat text, in order, without white space at either end of a range.

    ``by_rules`` leaves out the trees that say which lines are the article's: where markup says it better.
    """
    lines = read_lines(text)
    if given.prose:
        title = key_of(given.title or "")
        return [
            ZonedRange(line.start, line.end, Zone.HEADLINE if title and n == 0 and line.key == title else Zone.BODY)
            for n, line in enumerate(lines)
        ]
    page = PageLines(lines)
    zones = page.label(given, by_rules=by_rules)
    if not by_rules:
        zones = classifier.correct(page, zones)
        beside.mark_signed(page, zones)
    out: list[ZonedRange] = []
    for number, (line, zone) in enumerate(zip(lines, zones, strict=True)):
        if zone is Zone.CAPTION and signs_picture(line.text, _is_under_sentence(lines, number)):
            out.append(ZonedRange(line.start, line.end, Zone.CREDIT))
        elif zone is Zone.CAPTION or (zone is Zone.CREDIT and pictures.glued_credit(text, line.start, line.end)):
            out += pictures.split_caption(text, line.start, line.end)
        elif zone is Zone.CREDIT:
            out += split_meta(text, line.start, line.end)
        else:
            out.append(ZonedRange(line.start, line.end, zone))
    return out


def _is_under_sentence(lines: Sequence[Line], number: int) -> bool:
    return number > 0 and not lines[number].apart and lines[number - 1].ends_sentence


class PageLines:
    """The lines of one page, and the place of the article among them."""

    def __init__(self, lines: Sequence[Line]):
        self.lines = lines
        self.kinds = kinds = OfLines(lambda n: phrase_kind(lines[n]))
        self._mark_lists()
        self.counts = Counter(line.key for line in lines)
        self.site = site = find_site_name(lines)
        self.own = OfLines(lambda n: zone_of_line(lines[n].text, near=False))
        self._near = OfLines(lambda n: zone_of_line(lines[n].text, near=True))
        self.captions = OfLines(lambda n: captions.is_caption(lines, n, kinds[n], site))
        self.core = self._find_core()
        scripts = Counter({line.script: 0 for line in lines[slice(*self.core)]})
        for line in lines[slice(*self.core)]:
            scripts[line.script] += line.words
        self.script = max(sorted(scripts), key=lambda s: scripts[s], default="")
        self.headline: int | None = None
        self.publisher: str | None = None
        self.first = self._first_paragraph(self.core[0])

    def _mark_lists(self) -> None:
        """Lists of links that the page counts for those who listen to it (``list of 4 items`` … ``end of list``) are of
        a kind of their own, their heading included: the article goes on below them. So it does below a plea whose end
        the page tells of."""
        begin = None
        for number, line in enumerate(self.lines):
            if LIST_BEGINS.match(line.key):
                begin = number - (number > 0 and self.kinds[number - 1] == "end")
            elif line.key == PLEA_ENDS:
                pleas = (n for n in range(number - 1, max(-1, number - LONGEST_PLEA), -1) if self.kinds[n] == "promo")
                first = next((n for n in pleas if self.lines[n].key.startswith("sign up")), number)
                self.kinds.update(dict.fromkeys(range(first, number + 1), "promo"))
            elif line.key == LIST_ENDS and begin is not None and number - begin <= LONGEST_LIST:
                self.kinds.update(dict.fromkeys(range(begin, number + 1), "listed"))
                begin = None

    def near(self, number: int) -> Zone | None:
        """A line's zone by its own words, given that it stands near the article."""
        return self._near[number]

    # -- the stretch that holds the article -----------------------------------------------------------------------

    def _weight(self, number: int) -> float:
        line, kind = self.lines[number], self.kinds[number]
        if kind:
            return PHRASE_WEIGHT[kind]
        if self.counts[line.key] > 1:
            return 0.0 if line.is_prose else SHORT_WEIGHT * 2
        if line.cut_short and line.words < 40:
            return CUT_WEIGHT
        if self.own[number]:
            return SHORT_WEIGHT
        if line.is_prose:
            return float(min(line.words, MOST_WORDS))
        if line.is_sentence:
            return SENTENCE_WEIGHT * line.words
        if self.captions[number] or datelabels.is_date_line(line.text[:120]):
            return CAPTION_WEIGHT
        return BULLET_WEIGHT if line.bullet else SHORT_WEIGHT

    def runs(self, number: int) -> bool:
        """Whether the line is running text of an article."""
        line = self.lines[number]
        return (line.is_prose or line.is_sentence) and not self.kinds[number] and not self.captions[number]

    def _find_core(self) -> tuple[int, int]:
        """First and one past the last line of the heaviest stretch; an empty one where no text runs. Lines that cannot
        make any heavier, as those above the first sentence and below the last article, are not weighed."""
        told = [min(line.words, MOST_WORDS) if line.is_prose or line.is_sentence else 0 for line in self.lines]
        best, begin, weight, left = 0.0, 0, 0.0, sum(told)
        core = (0, 0)
        for number, most in enumerate(told):
            if weight <= 0:
                begin, weight = number, 0.0
            if weight + left <= best:
                break
            if weight or most:
                weight += self._weight(number)
            left -= most
            if weight > best:
                best, core = weight, (begin, number + 1)
        runs = [n for n in range(*core) if self.runs(n)]
        prose = any(self.lines[n].is_prose for n in runs)
        return core if prose or (runs and len(self.lines) <= FEW_LINES) else (0, 0)

    def _first_paragraph(self, start: int) -> int:
        """The first line of running text from ``start`` on that is no caption by where it stands."""
        runs = [n for n in range(start, self.core[1]) if self.runs(n)]
        for number in runs[:3]:
            credited = self.near(number) is Zone.CREDIT
            if not credited and not pictures.is_caption_beside(self.lines[number].text):
                return number
        return runs[0] if runs else start

    def headline_finder(self) -> HeadlineFinder:
        """The rules for the headline."""
        return HeadlineFinder(self.lines, self.kinds, self.near, self.captions.__getitem__, self.site)

    # -- every line's zone -----------------------------------------------------------------------------------------

    def label(self, given: Given, *, by_rules: bool = False) -> list[Zone]:
        """The zone of every line; ``by_rules`` leaves out the trees that choose the headline."""
        self.publisher = given.publisher
        finder = self.headline_finder()
        self.headline = finder.given(given.title or "", self.first)
        if self.headline is None:
            self.headline = finder.find(self.first, self.core[1]) if self.core != (0, 0) else None
            self.headline = self.headline if by_rules else headpicker.pick(self, finder, self.headline)
        if self.headline is not None and self.core[0] <= self.first <= self.headline < self.core[1]:
            self.first = self._first_paragraph(self.headline + 1)
        zones = [Zone.LICENCE if self._is_licence(n) else Zone.FURNITURE for n in range(len(self.lines))]
        if self.core != (0, 0):
            self._label_article(zones)
        if self.headline is not None:
            zones[self.headline] = Zone.HEADLINE
        return zones

    def _is_licence(self, number: int) -> bool:
        return rights.is_licence(self.lines[number].text) and self.own[number] is Zone.LICENCE

    def _label_article(self, zones: list[Zone]) -> None:
        begin, end = self.core
        top = self.headline if self.headline is not None else min(begin, self.first)
        for number in range(max(0, top - PICTURE_ABOVE), top):
            dated = self.near(number) in (Zone.DATELINE, Zone.BYLINE)
            if self.captions[number] and self.lines[number].words >= 5 and not self.kinds[number] and not dated:
                zones[number] = Zone.CAPTION
        for number in range(max(0, top - 3), top):
            if self.near(number) is Zone.DATELINE and not self.kinds[number]:
                zones[number] = Zone.DATELINE
        if top and beside.signs_above(self, top):
            zones[top - 1] = Zone.BYLINE
        for number in range(top, self.first):
            zones[number] = self._above(number)
        for number in range(self.first, end):
            zones[number] = self._inside(number, top, end)
        beside.mark_teasers(self, zones)
        beside.mark_tail(self, zones)
        beside.mark_after(self, zones)

    def _above(self, number: int) -> Zone:
        """A line between the headline and the first paragraph."""
        line = self.lines[number]
        if self._is_shown(number):
            return Zone.CAPTION
        if number and self.captions[number - 1] and captions.is_credit_below(line):
            return Zone.CREDIT
        if number - 1 == self.headline and is_person_and_source(line.text):
            return Zone.BYLINE
        zone = self.near(number)
        if zone or self._labelled_name(number, self.first):
            return zone or Zone.BYLINE
        if self.near(number - 1) is Zone.BYLINE and not line.apart and bylines.PLACES.match(line.text):
            return Zone.BYLINE
        if pictures.is_caption_beside(line.text):
            return Zone.CAPTION
        if self.kinds[number]:
            return Zone.FURNITURE
        if self.headline is None:
            return Zone.BODY if line.words >= 8 and line.function_words and not line.bullet else Zone.FURNITURE
        if line.words >= 4 and bylines.is_person_line(line.text) and self.near(number + 1) is Zone.DATELINE:
            return Zone.BYLINE
        if number == self.headline + 1 and line.words >= 6 and not line.bullet and not find_dates(line.text):
            return Zone.BODY if line.ends_sentence else Zone.HEADLINE
        if is_name_of_source(line.text):
            return Zone.FURNITURE if self._is_site(line) else Zone.CREDIT
        around = {self.near(n) for n in self._beside(number) if self.headline < n < self.first}
        if bylines.is_person_line(line.text) and line.key not in self.lines[self.headline].key:
            placed = number == self.headline + 1 or around & {Zone.DATELINE, Zone.BYLINE}
            if placed or (line.words <= NAME_WITHIN and beside.is_writer(self, number)):
                return Zone.BYLINE
        return Zone.BODY if line.words >= 8 and line.function_words and not line.bullet else Zone.FURNITURE

    def _is_site(self, line: Line) -> bool:
        """Whether a line names whose page this is: as the caller says, else as the page calls its site."""
        name = self.publisher or self.site
        return bool(name) and same_outlet(line.text, name or "")

    def _labelled_name(self, number: int, end: int) -> bool:
        """Whether the line is a label such as *By* before a line with a name, or that name; both before ``end``."""
        label = next((n for n in (number, number - 1) if bylines.LABEL_ALONE.match(self.lines[n].text)), None)
        return label is not None and label + 1 < end and bylines.is_person_line(self.lines[label + 1].text)

    def _inside(self, number: int, top: int, end: int) -> Zone:
        """A line between the first and the last paragraph of the article."""
        line, kind = self.lines[number], self.kinds[number]
        if self._is_shown(number):
            return Zone.CAPTION
        if kind in ("teaser", "listed"):
            return Zone.TEASER if line.words > 3 and not LIST_ITEM.match(line.key) else Zone.FURNITURE
        if number and self.captions[number - 1] and captions.is_credit_below(line):
            return Zone.CREDIT
        if self.headline is not None and line.key == self.lines[self.headline].key:
            return Zone.FURNITURE
        zone = self.near(number) if number - top <= TOP_LINES else self.own[number]
        if zone and not (zone is Zone.BYLINE and line.ends_sentence):
            return zone
        if number - top <= TOP_LINES and self._signs(number, top, end):
            return Zone.BYLINE
        foreign = line.script and line.script != self.script and not line.is_prose
        alone = line.words <= 1 and not line.bullet and self.counts[line.key] > 1
        if kind or foreign or alone or not line.words or datelabels.is_date_line(line.text[:120]):
            return Zone.FURNITURE
        if number - top <= TOP_LINES and pictures.is_caption_beside(line.text) and number != self.first:
            return Zone.CAPTION
        return Zone.BODY

    def _signs(self, number: int, top: int, end: int) -> bool:
        """Whether a line among the first paragraphs says who wrote the text, and none above it does."""
        if any(self.near(n) is Zone.BYLINE for n in range(top, number)):
            return False
        return self._signs_below_deck(number, top) or self._labelled_name(number, end)

    def _signs_below_deck(self, number: int, top: int) -> bool:
        """Whether a line is a person's name that is known, or has the day right beside it, below a deck at most."""
        line = self.lines[number]
        if line.words > NAME_WITHIN or line.ends_sentence:
            return False
        told = sum(self.runs(n) for n in range(top + 1, number))
        if told > 1 or not bylines.is_person_line(line.text) or is_name_of_source(line.text):
            return False
        dated = any(self.near(n) is Zone.DATELINE for n in self._beside(number) if top < n < len(self.lines))
        return dated or beside.is_writer(self, number)

    def _beside(self, number: int) -> tuple[int, int]:
        """The lines before and after a line that have a word: others are bars and dots alone."""
        after = (n for n in range(number + 1, len(self.lines)) if self.lines[n].key)
        before = (n for n in range(number - 1, -1, -1) if self.lines[n].key)
        return next(before, number), next(after, number)

    def _is_shown(self, number: int) -> bool:
        """Whether a line tells what a picture shows."""
        return self.captions[number] or (
            bool(self.site) and number != self.headline and captions.is_described(self.lines, number, self.site or "")
        )
