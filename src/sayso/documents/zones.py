"""What each line of a flat page is there for: headline, body, caption, credit, teaser, furniture …

The article is the stretch of lines in which running text outweighs everything else; a line's own words, its
neighbours, its repetitions and its place beside that stretch tell the rest. Nothing is dropped: every character that
is not white space lies in exactly one range.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sayso.documents.credits import PHOTO, PHOTO_TAIL, is_date_line, zone_of_line
from sayso.documents.lines import Line, key_of, phrase_kind, read_lines
from sayso.documents.outlets import SUFFIX, find_site_name
from sayso.documents.page import Given, ZonedRange
from sayso.spans import trimmed
from sayso.vocab import Zone

#: What a line adds to the weight of a stretch. Calibrated on pages of trafilatura's evaluation set.
SENTENCE_WEIGHT = 4.0
SHORT_WEIGHT = -2.0
BULLET_WEIGHT = -3.0
CUT_WEIGHT = -8.0
PHRASE_WEIGHT = {"furniture": -4.0, "promo": -5.0, "end": -20.0, "comments": -60.0, "teaser": -3.0, "caption": -1.0, "licence": -8.0}
MOST_WORDS = 80

#: A headline is looked for at most so many lines above the first paragraph.
ABOVE = 25

#: Bylines and dates may follow the first sentences (a deck): at most so many lines below the headline.
TOP_LINES = 7

#: Labels that a caption begins with.
CAPTION_LABEL = re.compile(
    r"^(?:image|photo|picture|media|video) caption\W|^(?:file|illustrative|archive) (?:photo|image|picture|pic)\b|^FILE\s?(?:PHOTO)?\s?[-–—:]|^caption\s*:",
    re.IGNORECASE,
)
SHOWS = re.compile(
    r"\b(?:pictured|seen here|looks? on|pose for|poses for|stands? (?:in front|next|beside|near|at|outside)|walks? (?:past|near|through|along)|gestures?|"
    r"(?:image|photo|photograph|picture|screenshot|still|video)\b[^.]{0,60}\b(?:shows?|purports|posted|released|provided|taken))\b",
    re.IGNORECASE,
)
#: Where the words of a caption are glued to the photo credit before it: ``… / J. DoeThe bridge at …``.
GLUED = re.compile(r"(?<=[a-zß-ÿ)])(?=[A-ZÀ-Þ][a-zß-ÿ’']*\s)|(?<=[A-ZÀ-Þ]{3})(?=[A-ZÀ-Þ][a-zß-ÿ])|(?<=[A-ZÀ-Þ]{3})(?=A\s[a-z])")
NAME_PREFIX = re.compile(r"\b(?:Mc|Mac|De|Di|Le|La|Du|Van|Fitz|O['’])$")


def find_zones(text: str, given: Given) -> list[ZonedRange]:
    """The zones of a page's flat text, in order, without white space at either end of a range."""
    lines = read_lines(text)
    if given.prose:
        title = key_of(given.title or "")
        return [
            ZonedRange(line.start, line.end, Zone.HEADLINE if title and number == 0 and line.key == title else Zone.BODY)
            for number, line in enumerate(lines)
        ]
    page = PageLines(text, lines, given)
    return [piece for number, line in enumerate(lines) for piece in split_credit(text, line, page.zone(number))]


def split_credit(text: str, line: Line, zone: Zone) -> list[ZonedRange]:
    """The line as one range, or as two where a photo credit has a caption glued to it."""
    if zone in (Zone.CREDIT, Zone.CAPTION) and PHOTO.match(text[line.start : line.start + 90]):
        for cut in GLUED.finditer(text, line.start + 6, min(line.end, line.start + 160)):
            rest = text[cut.start() : line.end]
            if len(rest.split()) >= 5 and not NAME_PREFIX.search(text, line.start, cut.start()):
                start, end = trimmed(text, line.start, cut.start())
                return [ZonedRange(start, end, Zone.CREDIT), ZonedRange(*trimmed(text, cut.start(), line.end), Zone.CAPTION)]
    return [ZonedRange(line.start, line.end, zone)]


class PageLines:
    """The lines of one page with the place of the article among them."""

    def __init__(self, text: str, lines: Sequence[Line], given: Given):
        self.text = text
        self.lines = lines
        self.kinds = [phrase_kind(line) for line in lines]
        self.counts = Counter(line.key for line in lines)
        self.keys = {key: number for number, key in reversed(list(enumerate(line.key for line in lines)))}
        self.site = find_site_name(lines)
        self.script = Counter(line.script for line in lines for _ in range(min(line.words, 50))).most_common(1)
        self.core = self._find_core()
        self.first_body = next((n for n in range(*self.core) if self._runs(n)), self.core[0])
        self.headline = self._find_headline(given)
        self.zones = self._label()

    def zone(self, number: int) -> Zone:
        return self.zones[number]

    # -- the stretch that holds the article -----------------------------------------------------------------------

    def _runs(self, number: int) -> bool:
        """Whether the line is running text of an article."""
        line = self.lines[number]
        return (line.is_prose or line.is_sentence) and not self.kinds[number] and not self._is_caption(number)

    def _weight(self, number: int) -> float:
        line, kind = self.lines[number], self.kinds[number]
        if kind:
            return PHRASE_WEIGHT[kind]
        if self.counts[line.key] > 1 and not line.is_prose:
            return SHORT_WEIGHT * 2
        if line.cut_short and line.words < 40:
            return CUT_WEIGHT
        if zone_of_line(line.text, near=False):
            return SHORT_WEIGHT
        if line.is_prose:
            return float(min(line.words, MOST_WORDS))
        if line.is_sentence:
            return SENTENCE_WEIGHT
        return BULLET_WEIGHT if line.bullet else SHORT_WEIGHT

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
        if not any(self.lines[n].is_prose for n in runs) and (not runs or len(self.lines) > 15):
            return 0, 0
        return core

    # -- the headline ----------------------------------------------------------------------------------------------

    def _find_headline(self, given: Given) -> int | None:
        title = key_of(given.title or "")
        if title:
            same = [n for n, line in enumerate(self.lines) if line.key == title]
            if same:
                return next((n for n in reversed(same) if n <= self.first_body), same[0])
        if self.core == (0, 0):
            return None
        titles = self._page_titles()
        above = range(max(0, self.first_body - ABOVE), self.first_body)
        scored = [(self._headline_score(n, titles), n) for n in above]
        scored = [(score, n) for score, n in scored if score > 0]
        return max(scored)[1] if scored else None

    def _page_titles(self) -> set[str]:
        """What the first lines say before the name of the site: ``Title - Outlet``."""
        found = set()
        for line in self.lines[:4]:
            match = SUFFIX.search(line.text)
            if match:
                found.add(key_of(match["title"]))
        return found

    def _headline_score(self, number: int, titles: set[str]) -> float:
        line = self.lines[number]
        if self.kinds[number] in ("furniture", "promo", "end", "comments", "licence", "caption") or line.bullet:
            return -1.0
        if zone_of_line(line.text, near=True) or not line.is_heading or line.cut_short or line.words < 2:
            return -1.0
        if self._is_caption(number) or (self.site and line.key == key_of(self.site)):
            return -1.0
        score = 10.0 if line.key in titles else 0.0
        score += 3.0 if line.words >= 4 else 0.0
        score += 1.0 if line.words >= 6 else 0.0
        score += 1.0 if line.apart else 0.0
        score += 1.0 if line.closed else 0.0
        score += 1.0 if 1 < self.counts[line.key] <= 3 else 0.0
        beside = [n for n in (number - 1, number + 1, number + 2) if 0 <= n < self.first_body and n != number]
        score += 2.0 * any(zone_of_line(self.lines[n].text, near=True) in (Zone.BYLINE, Zone.DATELINE, Zone.CREDIT) for n in beside)
        score -= 0.25 * (self.first_body - number)
        if SUFFIX.search(line.text) and self.site and line.text.endswith(self.site):
            score -= 3.0
        return score

    # -- every line's zone -----------------------------------------------------------------------------------------

    def _is_caption(self, number: int) -> bool:
        """Whether a line's own words, or its repetition with the site's name, make it a picture's caption."""
        line = self.lines[number]
        if CAPTION_LABEL.match(line.text) or self.kinds[number] == "caption":
            return True
        if line.words > 70:
            return False
        if PHOTO_TAIL.search(line.text[-160:]) and line.words >= 4:
            return True
        match = SUFFIX.search(line.text)
        return bool(match and number > 0 and self.site and match["name"].strip() == self.site and match["title"].strip())

    def _label(self) -> list[Zone]:
        lines = self.lines
        begin, end = self.core
        top = self.headline if self.headline is not None else self.first_body
        zones = [self._outside(n) for n in range(len(lines))]
        if self.core == (0, 0):
            return zones
        for number in range(min(top, begin), self.first_body):
            zones[number] = self._above(number)
        for number in range(self.first_body, end):
            zones[number] = self._inside(number)
        self._mark_top_date(zones, top)
        self._mark_tail(zones, end)
        self._mark_teasers(zones, self.first_body, end)
        self._mark_after(zones, end)
        if self.headline is not None:
            zones[self.headline] = Zone.HEADLINE
        return zones

    def _outside(self, number: int) -> Zone:
        return Zone.LICENCE if self.kinds[number] != "promo" and zone_of_line(self.lines[number].text, near=False) is Zone.LICENCE else Zone.FURNITURE

    def _above(self, number: int) -> Zone:
        """A line between the headline and the first paragraph."""
        line = self.lines[number]
        if self.headline is not None and number < self.headline:
            return Zone.FURNITURE
        if self._repeats_caption(number) or self._is_caption(number):
            return Zone.CAPTION
        zone = zone_of_line(line.text, near=True)
        if zone:
            return zone
        if PHOTO.match(line.text[:90]) or (SHOWS.search(line.text) and line.words >= 6):
            return Zone.CAPTION
        if self.kinds[number]:
            return Zone.FURNITURE
        if self.headline is not None and number == self.headline + 1 and line.words >= 6 and not line.bullet:
            return Zone.BODY if line.ends_sentence else Zone.HEADLINE
        if self.headline is not None and line.words >= 8 and not line.bullet and line.function_words:
            return Zone.BODY
        return Zone.FURNITURE

    def _inside(self, number: int) -> Zone:
        """A line between the first and the last paragraph of the article."""
        line, kind = self.lines[number], self.kinds[number]
        if self._repeats_caption(number) or self._is_caption(number):
            return Zone.CAPTION
        if kind == "teaser":
            return Zone.TEASER if line.words > 3 else Zone.FURNITURE
        top = self.headline if self.headline is not None else self.first_body
        zone = zone_of_line(line.text, near=number - top <= TOP_LINES)
        if zone and not (zone is Zone.BYLINE and line.ends_sentence):
            return zone
        if kind or is_date_line(line.text[:120]):
            return Zone.FURNITURE
        if line.script and self.script and line.script != self.script[0][0] and not line.is_prose:
            return Zone.FURNITURE
        if PHOTO.match(line.text[:90]):
            return Zone.CAPTION
        if line.words == 0 or (line.words <= 1 and not line.bullet and self.counts[line.key] > 1):
            return Zone.FURNITURE
        return Zone.BODY

    def _repeats_caption(self, number: int) -> bool:
        """Whether another line is this line with the site's name at its end, or glued behind a photo credit."""
        line = self.lines[number]
        if not 4 <= line.words <= 80:
            return False
        near = [n for n in range(max(0, number - 2), min(len(self.lines), number + 3)) if n != number]
        for n in near:
            match = SUFFIX.search(self.lines[n].text)
            if match and self.site and match["name"].strip() == self.site and line.key.endswith(key_of(match["title"])):
                return n != 0 and number != self.headline_guess
        return False

    @property
    def headline_guess(self) -> int | None:
        return getattr(self, "headline", None)

    def _mark_top_date(self, zones: list[Zone], top: int) -> None:
        """A lone date line just above the headline, as blogs have it, and credits or bylines there."""
        for number in range(max(0, top - 3), top):
            if zone_of_line(self.lines[number].text, near=True) is Zone.DATELINE and not self.kinds[number]:
                zones[number] = Zone.DATELINE

    def _mark_tail(self, zones: list[Zone], end: int) -> None:
        """Credits and notices that follow the last paragraph, also where they were taken for text."""
        last = max((n for n in range(self.first_body, end) if zones[n] is Zone.BODY), default=end - 1)
        for number in range(max(self.first_body + 1, last - 2), min(len(self.lines), last + 9)):
            zone = zone_of_line(self.lines[number].text, near=True)
            if zone in (Zone.CREDIT, Zone.LICENCE) and self.kinds[number] not in ("end", "comments", "promo"):
                zones[number] = zone
            elif self.kinds[number] in ("end", "comments"):
                break

    def _mark_teasers(self, zones: list[Zone], begin: int, end: int) -> None:
        """Links to other articles between the paragraphs: a headline of several words, mostly capitalised, alone or under
        a picture's caption."""
        for number in range(begin, end):
            line = self.lines[number]
            if zones[number] not in (Zone.BODY, Zone.CAPTION) or not self._like_headline(number):
                continue
            before = number - 1
            captioned = before >= begin and zones[before] is Zone.CAPTION and not line.apart and not self._is_caption(number)
            if captioned:
                zones[number] = zones[before] = Zone.TEASER
            elif zones[number] is Zone.BODY and line.words >= 8 and line.capitalised >= 0.85 and line.apart and line.closed:
                zones[number] = Zone.TEASER

    def _like_headline(self, number: int) -> bool:
        line = self.lines[number]
        return 4 <= line.words <= 22 and not line.ends_sentence and not line.bullet and not line.text.endswith((":", ",", ";"))

    def _mark_after(self, zones: list[Zone], end: int) -> None:
        """Below the article: readers' comments under their heading, other articles under theirs."""
        under = ""
        for number in range(end, len(self.lines)):
            line, kind = self.lines[number], self.kinds[number]
            if kind in ("comments", "end"):
                under = kind
            elif zones[number] is Zone.FURNITURE and not kind:
                if under == "comments" and line.is_prose:
                    zones[number] = Zone.COMMENT
                elif under == "end" and (line.cut_short or line.is_prose or (line.words >= 5 and line.is_heading)):
                    zones[number] = Zone.TEASER
