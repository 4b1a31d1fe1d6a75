"""What each line of a flat page is there for: headline, body, caption, credit, teaser, furniture …

The article is the stretch of lines in which running text outweighs everything else; a line's own words, its
neighbours, its repetitions and its place beside that stretch tell the rest. Nothing is dropped: every character that
is not white space lies in exactly one range.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sayso.documents import bylines, pictures, rights
from sayso.documents.credits import split_meta, zone_of_line
from sayso.documents.headlines import HeadlineFinder
from sayso.documents.lines import Line, key_of, phrase_kind, read_lines
from sayso.documents.page import Given, ZonedRange
from sayso.documents.sites import SUFFIX, find_site_name, site_part
from sayso.vocab import Zone

#: What a line adds to the weight of a stretch. Calibrated on the English pages of trafilatura's evaluation set.
SENTENCE_WEIGHT = 0.8  # a word
CAPTION_WEIGHT = -1.0
SHORT_WEIGHT = -2.0
BULLET_WEIGHT = -3.0
CUT_WEIGHT = -8.0
PHRASE_WEIGHT = {
    "furniture": -4.0, "promo": -5.0, "end": -20.0, "comments": -60.0, "teaser": -3.0, "caption": -1.0, "licence": -8.0,
}  # fmt: skip
MOST_WORDS = 80
#: A page of at most so many lines may be an article of short sentences only.
FEW_LINES = 15

#: Bylines and dates may follow the first sentences (a deck): at most so many lines below the headline.
TOP_LINES = 7
#: Credits and notices follow the last paragraph within so many lines.
TAIL_LINES = 9

#: A label on a line of its own, before a link to another article.
TEASER_LABEL = re.compile(
    r"^(?:read (?:more|also|next)|also read|related|see also|more|watch|don['’]t miss|recommended)\W*$", re.IGNORECASE
)

#: A heading that says how many comments follow, one at least.
COMMENTS_COUNTED = re.compile(
    r"^[1-9][\d,.]*\s+(?:comments?|responses?|thoughts?|replies)|comments? [(\[]?[1-9]", re.IGNORECASE
)
#: What a link to other articles says instead of a title.
INVITATION = re.compile(r"^(?:click|tap|read|see) (?:here|more|also)\b", re.IGNORECASE)


def find_zones(text: str, given: Given) -> list[ZonedRange]:
    """The zones of a page's flat text, in order, without white space at either end of a range."""
    lines = read_lines(text)
    if given.prose:
        title = key_of(given.title or "")
        return [
            ZonedRange(line.start, line.end, Zone.HEADLINE if title and n == 0 and line.key == title else Zone.BODY)
            for n, line in enumerate(lines)
        ]
    zones = PageLines(lines).label(given)
    out: list[ZonedRange] = []
    for line, zone in zip(lines, zones, strict=True):
        if zone is Zone.CAPTION or (zone is Zone.CREDIT and pictures.glued_credit(text, line.start, line.end)):
            out += pictures.split_caption(text, line.start, line.end)
        elif zone is Zone.CREDIT:
            out += split_meta(text, line.start, line.end)
        else:
            out.append(ZonedRange(line.start, line.end, zone))
    return out


class PageLines:
    """The lines of one page, and the place of the article among them."""

    def __init__(self, lines: Sequence[Line]):
        self.lines = lines
        self.kinds = [phrase_kind(line) for line in lines]
        self.counts = Counter(line.key for line in lines)
        self.site = find_site_name(lines)
        self.own = [zone_of_line(line.text, near=False) for line in lines]
        self._near: dict[int, Zone | None] = {}
        self.captions = [self._is_caption(n) for n in range(len(lines))]
        self.core = self._find_core()
        scripts = Counter({line.script: 0 for line in lines[slice(*self.core)]})
        for line in lines[slice(*self.core)]:
            scripts[line.script] += line.words
        self.script = max(sorted(scripts), key=lambda s: scripts[s], default="")
        self.headline: int | None = None
        self.first = self._first_paragraph(self.core[0])

    def near(self, number: int) -> Zone | None:
        """A line's zone by its own words, given that it stands near the article."""
        if number not in self._near:
            self._near[number] = zone_of_line(self.lines[number].text, near=True)
        return self._near[number]

    # -- the stretch that holds the article -----------------------------------------------------------------------

    def _is_caption(self, number: int) -> bool:
        """Whether a line's own words, or the site's name at its end (as in a picture's description), make it a
        caption."""
        line = self.lines[number]
        if self.kinds[number] == "caption" or pictures.is_caption(line.text):
            return True
        match = SUFFIX.search(line.text) if number and self.site and line.words <= pictures.MOST_WORDS else None
        return bool(match and site_part(match) == self.site)

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
        if self.captions[number] or bylines.is_date_line(line.text[:120]):
            return CAPTION_WEIGHT
        return BULLET_WEIGHT if line.bullet else SHORT_WEIGHT

    def _runs(self, number: int) -> bool:
        """Whether the line is running text of an article."""
        line = self.lines[number]
        return (line.is_prose or line.is_sentence) and not self.kinds[number] and not self.captions[number]

    def _find_core(self) -> tuple[int, int]:
        """First and one past the last line of the heaviest stretch; an empty one where no text runs."""
        best, begin, weight = 0.0, 0, 0.0
        core = (0, 0)
        for number in range(len(self.lines)):
            if weight <= 0:
                begin, weight = number, 0.0
            weight += self._weight(number)
            if weight > best:
                best, core = weight, (begin, number + 1)
        runs = [n for n in range(*core) if self._runs(n)]
        prose = any(self.lines[n].is_prose for n in runs)
        return core if prose or (runs and len(self.lines) <= FEW_LINES) else (0, 0)

    def _first_paragraph(self, start: int) -> int:
        """The first line of running text from ``start`` on that is no caption by where it stands."""
        runs = [n for n in range(start, self.core[1]) if self._runs(n)]
        for number in runs[:3]:
            if not pictures.is_caption_beside(self.lines[number].text):
                return number
        return runs[0] if runs else start

    # -- every line's zone -----------------------------------------------------------------------------------------

    def label(self, given: Given) -> list[Zone]:
        """The zone of every line."""
        finder = HeadlineFinder(self.lines, self.kinds, self.near, self.captions.__getitem__, self.site)
        self.headline = finder.given(given.title or "", self.first)
        if self.core != (0, 0) and self.headline is None:
            self.headline = finder.find(self.first, self.core[1])
        if self.headline is not None and self.core[0] <= self.first <= self.headline < self.core[1]:
            self.first = self._first_paragraph(self.headline + 1)
        zones = [Zone.LICENCE if own is Zone.LICENCE else Zone.FURNITURE for own in self.own]
        if self.core != (0, 0):
            self._label_article(zones)
        if self.headline is not None:
            zones[self.headline] = Zone.HEADLINE
        return zones

    def _label_article(self, zones: list[Zone]) -> None:
        begin, end = self.core
        top = self.headline if self.headline is not None else min(begin, self.first)
        for number in range(max(0, top - 3), top):
            if self.near(number) is Zone.DATELINE and not self.kinds[number]:
                zones[number] = Zone.DATELINE
        for number in range(top, self.first):
            zones[number] = self._above(number)
        for number in range(self.first, end):
            zones[number] = self._inside(number, top)
        self._mark_teasers(zones)
        self._mark_tail(zones)
        self._mark_after(zones)

    def _above(self, number: int) -> Zone:
        """A line between the headline and the first paragraph."""
        line = self.lines[number]
        if self.captions[number] or self._described(number):
            return Zone.CAPTION
        zone = self.near(number)
        if zone or self._labelled_name(number):
            return zone or Zone.BYLINE
        if pictures.is_caption_beside(line.text):
            return Zone.CAPTION
        if self.kinds[number]:
            return Zone.FURNITURE
        if self.headline is None:
            return Zone.BODY if line.words >= 8 and line.function_words and not line.bullet else Zone.FURNITURE
        if number == self.headline + 1 and line.words >= 6 and not line.bullet:
            return Zone.BODY if line.ends_sentence else Zone.HEADLINE
        beside = {self.near(n) for n in (number - 1, number + 1) if self.headline < n < self.first}
        if bylines.is_person_line(line.text) and (number == self.headline + 1 or beside & {Zone.DATELINE, Zone.BYLINE}):
            return Zone.BYLINE
        return Zone.BODY if line.words >= 8 and line.function_words and not line.bullet else Zone.FURNITURE

    def _labelled_name(self, number: int) -> bool:
        """Whether the line is a label such as *By* before a line with a name, or that name."""
        label = next((n for n in (number, number - 1) if bylines.LABEL_ALONE.match(self.lines[n].text)), None)
        return label is not None and label + 1 < self.first and bylines.is_person_line(self.lines[label + 1].text)

    def _inside(self, number: int, top: int) -> Zone:
        """A line between the first and the last paragraph of the article."""
        line, kind = self.lines[number], self.kinds[number]
        if self.captions[number] or self._described(number):
            return Zone.CAPTION
        if kind == "teaser":
            return Zone.TEASER if line.words > 3 else Zone.FURNITURE
        if self.headline is not None and line.key == self.lines[self.headline].key:
            return Zone.FURNITURE
        zone = self.near(number) if number - top <= TOP_LINES else self.own[number]
        if zone and not (zone is Zone.BYLINE and line.ends_sentence):
            return zone
        foreign = line.script and line.script != self.script and not line.is_prose
        alone = line.words <= 1 and not line.bullet and self.counts[line.key] > 1
        if kind or foreign or alone or not line.words or bylines.is_date_line(line.text[:120]):
            return Zone.FURNITURE
        if number - top <= TOP_LINES and pictures.is_caption_beside(line.text) and number != self.first:
            return Zone.CAPTION
        return Zone.BODY

    def _described(self, number: int) -> bool:
        """Whether a line close by is this line with the site's name at its end: the picture's description."""
        line = self.lines[number]
        if not self.site or number == self.headline or not 4 <= line.words <= pictures.MOST_WORDS:
            return False
        for other in range(max(1, number - 2), min(len(self.lines), number + 3)):
            match = SUFFIX.search(self.lines[other].text) if other != number else None
            if match and site_part(match) == self.site and line.key.endswith(key_of(match["title"])):
                return True
        return False

    def _mark_teasers(self, zones: list[Zone]) -> None:
        """Links to other articles between the paragraphs: a headline of several words, mostly capitalised, alone or
        under a picture's caption; whatever is no running text under a heading such as *Related*."""
        listed = False
        for number in range(self.first, self.core[1]):
            line = self.lines[number]
            listed = self.kinds[number] == "end" or (listed and not self._runs(number))
            if listed and zones[number] is Zone.BODY:
                zones[number] = Zone.TEASER if line.words >= 4 else Zone.FURNITURE
            headline_like = 4 <= line.words <= 22 and not line.ends_sentence and not line.bullet
            if not headline_like or line.text.endswith((":", ",", ";")) or self.captions[number]:
                continue
            if zones[number] is not Zone.BODY or number == self.first:
                continue
            before = number - 1
            labelled = TEASER_LABEL.match(self.lines[before].text)
            pictured = zones[before] is Zone.CAPTION and not line.apart and line.words >= 5
            credited = zones[before] is Zone.CREDIT and TEASER_LABEL.match(self.lines[before - 1].text)
            invited = (
                before >= self.first and not line.apart and line.closed and INVITATION.match(self.lines[before].text)
            )
            if labelled:
                zones[number] = Zone.TEASER
            elif invited or (before >= self.first and (pictured or credited)):
                zones[number] = zones[before] = Zone.TEASER
            elif line.words >= 8 and line.capitalised >= 0.85 and line.apart and line.closed:
                zones[number] = Zone.TEASER

    def _mark_tail(self, zones: list[Zone]) -> None:
        """What follows the last paragraphs: credits, notices, a note on the author."""
        last = max((n for n in range(*self.core) if zones[n] is Zone.BODY), default=self.core[1] - 1)
        furniture = False
        for number in range(max(self.first + 1, last - 2), min(len(self.lines), last + TAIL_LINES)):
            zone, kind = self.near(number), self.kinds[number]
            if kind in ("end", "comments"):
                break
            furniture = furniture or kind == "furniture"
            words = self.lines[number].text
            if furniture and rights.COPYRIGHT.match(words):
                zones[number] = Zone.FURNITURE  # the site's own notice
            elif zone in (Zone.CREDIT, Zone.LICENCE) and (kind != "promo" or rights.COPYRIGHT.match(words)):
                zones[number] = zone
            elif zones[number] is Zone.BODY and bylines.AUTHOR_NOTE.match(words):
                zones[number] = Zone.FURNITURE

    def _mark_after(self, zones: list[Zone]) -> None:
        """Below the article: readers' comments under their heading, other articles under theirs. A heading that counts
        the comments is followed by them, whatever they look like."""
        under = ""
        counted = False
        for number in range(self.core[1], len(self.lines)):
            line, kind = self.lines[number], self.kinds[number]
            if kind in ("comments", "end"):
                under = kind
                counted = kind == "comments" and bool(COMMENTS_COUNTED.search(line.text))
                if counted:
                    zones[number] = Zone.COMMENT
            elif kind or rights.COPYRIGHT.match(line.text):
                counted = False
            elif zones[number] is Zone.FURNITURE:
                if under == "comments" and (counted or line.is_prose):
                    zones[number] = Zone.COMMENT
                elif under == "end" and (line.cut_short or line.is_prose or (line.words >= 5 and line.is_heading)):
                    zones[number] = Zone.TEASER
