"""Which line of a flat page is the article's headline."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence

from sayso.documents.credits.bylines import is_person_line
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.parts import offices
from sayso.documents.credits.sites import site_part, sounds_like_outlet, suffix_in, title_keys
from sayso.documents.dates.words import find_dates
from sayso.documents.zones.lines import ASCII_WORD, REMEMBERED, WORD, Line, key_of, words_of_kind
from sayso.documents.zones.phrases import phrases
from sayso.vocab import Zone

#: A headline is looked for at most this many lines above the first paragraph.
ABOVE = 25
#: What a line above the one that scores best must reach to be taken for the headline in its place.
SURE = 4.0
#: What stands between the items of a menu on one line.
MENU = re.compile(r"\s[|·•»›>/]\s")
#: A headline scores at most this much below the deck under it.
DECK_MARGIN = 4.0
NOT_HEADLINES = frozenset({"furniture", "promo", "end", "comments", "licence", "caption", "listed"})
META = (Zone.BYLINE, Zone.DATELINE, Zone.CREDIT)
#: A page's own title, which the headline repeats, is among this many first lines.
PAGE_TITLE = 3
#: The page's name stands among this many first lines.
MASTHEAD = 3
#: What stands below a motto is a headline up to this many words, else a deck.
LONGEST_HEADLINE = 14
#: "A weblog on armed groups": what a page says of itself below its name.
DESCRIBED = re.compile(
    r"^(?:an?|the|our|your) (?:[\w-]+ ){0,3}(?:web ?log|blog|newsletter|magazine|newspaper|journal|diary|website)\b",
    re.I,
)
#: A line of more parts between dashes is a menu, or names places.
DASHES, MOST_DASHED = re.compile(r"\s[–—-]\s"), 3
#: What stands above a letter that was sent to many.
MAIL_HEADER = re.compile(
    r"(?:From|To|Date|Reply-To|Cc|Sent|Von|An|Datum|Gesendet|De|À|Para|Fecha|Enviado|Da|Data)\s?:\s.*[@\d]"
)
#: What follows the word for somebody's office where a line tells no more: ``professor of law``, not ``mayor resigns``.
OFFICE_ENDS = re.compile(
    r"\W*$|\W*(?:[,(|]|[–—-]\s|\s(?:of|at|for|in|and|with|to|de|der|des|für|bei|du|della?|en|y|e|und|et)\b)"
)
#: A line with a day and who signs has at most this many words.
SIGNED_WITHIN = 9
#: A person's name has at most this many words.
NAME_WITHIN = 4
#: Words are compared by their first letters, so that ``capture`` and ``captured`` are alike.
STEM = 5
#: This many lines of the article tell what it is about.
TOPIC_LINES = 40


def is_row_of_sections(line: Line) -> bool:
    """Whether a line is a menu without marks: words with capitals, many of them set phrases: ``NEWS PORTS OPINION``."""
    words = line.key.split()
    known = sum(word in phrases().whole for word in words)
    return 3 <= len(words) <= 12 and line.capitalised == 1.0 and known >= 2 and known * 5 >= len(words) * 2


class HeadlineFinder:
    """Scores the lines around the first paragraph. ``near`` gives a line's zone by its own words when it stands near
    the article; ``captions`` are the lines that are captions by their own words."""

    def __init__(
        self,
        lines: Sequence[Line],
        kinds: Mapping[int, str],
        near: Callable[[int], Zone | None],
        captions: Callable[[int], bool],
        site: str | None,
    ):
        self.lines = lines
        self.kinds = kinds
        self.near = near
        self.captions = captions
        self.site = key_of(site or "")
        self.masthead = next((n for n, line in enumerate(lines[: MASTHEAD + 1]) if line.key == self.site), None)
        self.titles = page_titles(lines)
        self.repeated: dict[str, int] = {}
        for line in lines:
            self.repeated[line.key] = self.repeated.get(line.key, 0) + 1

    def given(self, title: str, first: int) -> int | None:
        """The line that equals the title that the caller gave; the last one above the first paragraph if several."""
        key = key_of(title)
        same = [n for n, line in enumerate(self.lines) if line.key == key] if key else []
        return next((n for n in reversed(same) if n <= first), same[0]) if same else None

    def find(self, first: int, end: int) -> int | None:
        """The headline of the article whose first paragraph is line ``first`` and which ends before ``end``."""
        topic = self.topic(first, end)
        scores = {n: self.score(n, first, topic) for n in range(max(0, first - ABOVE), min(first + 1, end - 1))}
        best = max(((score, n) for n, score in scores.items() if score > 0), default=None)
        return self._above_deck(best, scores, topic)[1] if best else None

    def _above_deck(self, best: tuple[float, int], scores: dict[int, float], topic: set[str]) -> tuple[float, int]:
        """The line above the best one where it could as well be the headline: then the best one is its deck. Names,
        dates and their labels may stand between the two. A site's motto tells nothing of what the article does."""
        told = share_in(self.lines[best[1]].text, topic) > 0
        for number in range(best[1] - 1, max(-1, best[1] - 7), -1):
            upper = scores.get(number, -1.0)
            if number < PAGE_TITLE and self.lines[number].key == self.lines[best[1]].key:
                break
            could_be = upper > max(SURE, best[0] - DECK_MARGIN) and self.lines[number].words >= 4
            if could_be and (not told or share_in(self.lines[number].text, topic) > 0):
                return upper, number
            if self.near(number) not in META and self.lines[number].words > 2:
                break
        return best

    def topic(self, first: int, end: int) -> set[str]:
        """The beginnings of the longer words of the article that lies there."""
        lines = [line for line in self.lines[first : min(end, first + TOPIC_LINES)] if line.is_prose]
        return {stem for line in lines for stem in stems(line.text)}

    def _possible(self, number: int) -> bool:
        line = self.lines[number]
        if self.kinds[number] in NOT_HEADLINES or not line.is_heading or line.cut_short:
            return False
        if line.words < 2 or self.captions(number) or len(MENU.split(line.text)) > 2:
            return False
        if len(DASHES.split(line.text)) > MOST_DASHED or is_row_of_sections(line):
            return False
        if line.is_prose and (line.words > 20 or ". " in line.text or line.text[0] in '"“'):
            return False
        return not self.is_other(number)

    def is_other(self, number: int) -> bool:
        """Whether a line says that it is something else: an item, the site's name, a byline, a day, a mail's header."""
        line = self.lines[number]
        if line.bullet or line.key == self.site or self.near(number) is not None:
            return True
        mail = MAIL_HEADER.match(line.text) and ("@" in line.text or find_dates(line.text))
        return bool(mail) or self._begins_with_day(number) or self._tells_office(number) or self._signs(number)

    def _begins_with_day(self, number: int) -> bool:
        """Whether a line is a day and a few words: ``12/04/2020 by Kay 24 Comments``."""
        line = self.lines[number]
        dates = find_dates(line.text) if line.text[0].isdigit() and line.words <= SIGNED_WITHIN else []
        return bool(dates) and dates[0].start == 0

    def _tells_office(self, number: int) -> bool:
        """Whether a line says what the person is whose name stands alone above it."""
        above = self.lines[number - 1].text if number else ""
        words = self.lines[number].text
        found = offices().search(words)
        office = found is not None and OFFICE_ENDS.match(words, found.end()) is not None
        return office and len(above.split()) <= NAME_WITHIN and begins_with_given(above) and is_person_line(above)

    def _signs(self, number: int) -> bool:
        """Whether a line is a person's name below what may be a headline."""
        line, above = self.lines[number], self.lines[number - 1] if number else None
        if not above or not above.is_heading or self.kinds[number - 1] or line.words > NAME_WITHIN:
            return False
        named = is_person_line(line.text) and not sounds_like_outlet(line.text)
        return named and (begins_with_given(line.text) or above.words > NAME_WITHIN) and above.words > 2

    def score(self, number: int, first: int, topic: set[str]) -> float:
        """How much speaks for a line being the headline above the paragraph ``first``; -1 where it cannot be."""
        if not self._possible(number):
            return -1.0
        line = self.lines[number]
        if self._is_motto(number, first, topic):
            return -1.0
        score = 10.0 if line.key in self.titles else 0.0
        score += 3.0 * (line.words >= 4) + 1.0 * (line.words >= 6) + 1.0 * line.apart + 1.0 * line.closed
        score += 1.0 if 1 < self.repeated[line.key] <= 3 else 0.0
        score += 2.0 if self._meta_beside(number, first) else 0.0
        score += 4.0 * share_in(line.text, topic)
        score -= 0.25 * (first - number)
        match = suffix_in(line.text)
        if match and self.site and key_of(site_part(match)) == self.site:
            score -= 3.0
        return score

    def _is_motto(self, number: int, first: int, topic: set[str]) -> bool:
        """Whether a line below the page's name is its motto: it tells nothing of what the article does, and another
        line that may be a headline stands below it, with no more than a day or a byline between the two."""
        line = self.lines[number]
        below_name = 0 < number <= MASTHEAD + 1 and self.masthead == number - 1
        if not below_name or (self._tells(number, topic) and not DESCRIBED.match(line.text)):
            return False
        for below in range(number + 1, first):
            line = self.lines[below]
            if self._possible(below):
                return line.words <= LONGEST_HEADLINE
            if self.near(below) not in META and not self.kinds[below]:
                return False
        return False

    def _tells(self, number: int, topic: set[str]) -> bool:
        """Whether a line has a word of the article, other than those that any sentence has."""
        words = [word for word in self.lines[number].key.split() if word not in words_of_kind("function")]
        return share_in(" ".join(words), topic) > 0

    def _meta_beside(self, number: int, first: int) -> bool:
        beside = [n for n in (number - 1, number + 1, number + 2) if 0 <= n < first and n != number]
        return any(self.near(n) in META for n in beside)


def page_titles(lines: Sequence[Line]) -> set[str]:
    """What the page's first lines say before the name of the site (``Title - Outlet``), and a first line that stands
    again below, as keys."""
    matches = [match for line in lines[:4] if (match := suffix_in(line.text))]
    titles = {key for match in matches for key in title_keys(match["title"])}
    if lines and lines[0].words >= 4 and any(line.key == lines[0].key for line in lines[1:]):
        titles.add(lines[0].key)
    return titles


@functools.lru_cache(maxsize=REMEMBERED)
def stems(words: str) -> frozenset[str]:
    """The first letters of the longer words."""
    if words.isascii():
        return frozenset([word[:STEM] for word in ASCII_WORD.findall(words.lower()) if len(word) > 3])
    return frozenset([word.casefold()[:STEM] for word in WORD.findall(words) if len(word) > 3])


def share_in(words: str, topic: set[str]) -> float:
    """The share of a line's longer words that the article's words hold."""
    own = stems(words)
    return len(own & topic) / len(own) if own else 0.0
