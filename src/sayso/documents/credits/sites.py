"""What a page calls its own site, and what sounds like the name of an outlet."""

from __future__ import annotations

import functools
import operator
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from sayso.documents.credits.allrights import NO_OWNER
from sayso.documents.credits.mastheads import BY, find_masthead
from sayso.documents.dates.labels import LABELLED_DATE, is_date_line
from sayso.documents.dates.words import TIME_ZONE, begins_with_day, find_dates
from sayso.documents.keyed import Keyed
from sayso.documents.zones.lines import REMEMBERED, WORD, Line, key_of, words_of_kind
from sayso.documents.zones.phrases import phrase_kind, phrases
from sayso.outlets import PRESS_TAIL, find_outlet

#: What stands between a title and the name of its site.
SEPARATOR = re.compile(r"\s[-–—|·»~•]+\s")
ANY_SEPARATOR = re.compile(rf"{SEPARATOR.pattern}|\s?:\s")
SUFFIX = re.compile(r"^(?P<title>.+)\s[-–—|·»~•]+\s+(?P<name>[^|–—·»~•]{2,60})$")
#: What each such title holds.
BEFORE_NAME = re.compile(r"[-–—|·»~•](?<=\s.)")
PREFIX = re.compile(r"^(?P<name>[^|–—·»~•]{2,40}?)\s*[|–—·»~•:-]\s+\S")
COPYRIGHT_LINE = Keyed(
    re.compile(
        r"(?:©|\(c\)|copyright\b|版权所有|版權所有)(?:\W{0,6}(?:copyright\b|©|\(c\)))?\W{0,6}"
        r"(?:(?:19|20)\d\d\s*(?:[-–—]\s*(?:(?:19|20)\d\d|present)?)?[.,]?(?:\s?[|·•](?=\s))?)?"
        r"\s*(?:by:?\s+)?(?P<name>(?:[^.,|©•·\d(]|(?<=[A-Za-z])\d(?=[A-Za-z])){2,60})",
        re.IGNORECASE,
    ),
    ("©", "(c)", "copyright", "版权所有", "版權所有"),
)
#: What pages ask of their readers with their own name, and how many characters that takes beside the name.
AGAIN = re.compile(
    r"(?:(?:read )?more (?:from|in)|about|follow|subscribe to|support|welcome to|join|contact|donate to"
    r"|sign up (?:for|to)|(?:©|\(?c\)|copyright)(?: ©)?(?: (?:19|20)\d\d,?)?)\s+(?:the )?(?P<name>.+)"
)
AGAIN_WITHIN = 60
#: What stands between the items of a menu on one line.
MENU = re.compile(r"\s[|·•»›>/●]\s")
CRUMBS = re.compile(r"\s[›>»]\s")
#: A name that two titles run together have twice.
DOUBLED = re.compile(r"^(.{3,40}?)\s?\1$")
#: A site's name stands within this many lines of the page's top.
NEAR_TOP = 6
#: What a clock time ends with.
CLOCK_WORD = re.compile(rf"(?:{TIME_ZONE}|[ap]\.?m\.?)", re.IGNORECASE)
#: Acronyms without a vowel, or of this few letters, are nobody's place: GAZA and ADEN are.
VOWEL = re.compile(r"[AEIOU]")
#: "NewsHarvest".
INNER_CAPITAL = re.compile(r"[A-Z][a-z]{2,}[A-Z][a-z]{2,}")
#: What outlets are called by only where it ends their names: *Harbour Report*, not *Report Chapter*.
LAST_ONLY = frozenset({"report", "reports", "online"})
#: Longer words that join others in a name.
JOINTS = frozenset("della delle dello degli über unter voor nach znad".split())
#: "Hafenzeitung", "Strandbladet": one word in the languages that write names so; a *Tageszeitung* is any.
COMPOUND = re.compile(
    r"(?!(?i:tages|wochen|sonntags|lokal|online|schüler|dags|week|land|lands|student\w*)(?:zeitung|avis|blad|krant))"
    r"[A-ZÀ-Þ][\w-]{2,20}(?:zeitung|anzeiger|kurier|rundschau|tagblatt|tageblatt|volksblatt|bladet|tidningen|tidning|tidende"
    r"|avisen|krant|courant|koerier|dagblad)"
)
#: What stands before the last word of such a name.
INNER_WORD = re.compile(r"^(?:[A-Z][a-z]{2,})+(?=[A-Z][a-z]{2,}$)")
DOMAIN = re.compile(
    r"^(?:www\.)?[^\W_][\w-]*(?<!_)(?:\.[\w-]+)*\.(?!(?:html?|php|jpe?g|png|gif|pdf|svg|webp|aspx?|docx?|txt)$)[a-z]{2,6}$",
    re.IGNORECASE,
)


def sounds_like_outlet(name: str) -> bool:
    """Whether a name is a known outlet's, or is made as such names are: a word like *Gazette*, a domain, an acronym."""
    words = name.split()
    if not words or len(words) > 7:
        return False
    if find_outlet(name) or DOMAIN.match(name):
        return True
    if key_of(name) in phrases().whole or CLOCK_WORD.fullmatch(name.strip(" .,")):
        return False  # "World News": a section of any site
    if len(words) <= 2 and COMPOUND.fullmatch(words[-1]):
        return True
    if any(_last_part(word) in words_of_kind("outlet") and not _is_beside(word, words) for word in words):
        small = (word for word in words if word[0].islower() and len(word) > 3)
        return JOINTS.issuperset(small)
    acronym = len(words) == 1 and 2 <= len(name) <= 6 and name.isupper() and name.isalpha()
    return acronym and (len(name) <= 3 or not VOWEL.search(name))


def _is_beside(word: str, words: list[str]) -> bool:
    """Whether a word that other names have as well stands before the end of a name: ``Report Chapter``."""
    return word.lower() in LAST_ONLY and len(words) > 1 and word is not words[-1] and words[0].lower() != "the"


def _last_part(word: str) -> str:
    """What a word is made with: *post* of ``Wind-Post`` and of ``SaltPost``."""
    part = word.strip(",.").rpartition("-")[2]
    return (part if part[1:].islower() else INNER_WORD.sub("", part)).lower()


@functools.lru_cache(maxsize=REMEMBERED)
def suffix_in(words: str) -> re.Match[str] | None:
    """The match of a title with the name of a site at its end: asked of a line and of those beside it."""
    return SUFFIX.search(words) if BEFORE_NAME.search(words) else None


class Site(NamedTuple):
    """What a page calls its own site; the name at its top where its foot or a motto tells (``find_masthead``)."""

    name: str | None
    masthead: str | None


def find_site_name(lines: Sequence[Line]) -> str | None:
    """The name of :func:`find_site`."""
    return find_site(lines).name


def find_site(lines: Sequence[Line]) -> Site:
    """What the page calls its own site, as its zones and its publisher need it."""
    return _find_site(_Page(lines))


class _Page:
    """The lines of a page, which are the same where each is the same object: to compare what is in them, or to hash it,
    takes as long as to ask for the site anew."""

    def __init__(self, lines: Sequence[Line]):
        self.lines = tuple(lines)

    def __hash__(self) -> int:
        return hash((len(self.lines), *map(id, self.lines[:1])))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Page) or len(self.lines) != len(other.lines):
            return False
        return all(map(operator.is_, self.lines, other.lines))


@functools.lru_cache(maxsize=2)
def _find_site(page: _Page) -> Site:
    masthead = find_masthead(page.lines)
    return Site(_site_name(page.lines, masthead), masthead)


def _site_name(lines: Sequence[Line], masthead: str | None) -> str | None:
    """What the page calls its own site, learnt from how it repeats it; None where it does not tell.

    In order: the tail of a title whose first part stands as a line of its own; a title's tail or head that does; a
    tail that several lines share; the tail or head of one of the first lines, or such a line as a whole, where it
    sounds like an outlet; a first line that another asks to follow; a name before or above a motto.
    """
    keys = {line.key for line in lines}
    tails: Counter[str] = Counter()
    listed: Counter[str] = Counter()
    for number, line in enumerate(lines):
        match = _title_in(line)
        if not match:
            continue
        name = site_part(match)
        low = masthead and number >= NEAR_TOP  # a title that far down is of another article, or of a section
        if number < len(lines) - 1 and not low and keys & title_keys(match["title"]):
            return _site_of_title(line.text, keys) or name
        tails[name] += 1
        listed[name] += line.bullet
    if repeated := _repeated(lines, keys):
        return repeated
    if masthead:
        return masthead
    shared = [n for n, count in tails.items() if count > 2 or (count == 2 and sounds_like_outlet(n) and listed[n] < 2)]
    if shared:
        return min(shared, key=lambda name: (-tails[name], name))
    if named := _beside_title(lines):
        return named
    if crumb := next((part for line in lines[:3] if (part := _first_crumb(line))), None):
        return crumb
    if len(lines) > 1 and (named := _named_again(lines)):
        return named
    in_list = all(line.bullet for line in lines[:NEAR_TOP])
    if named := next((line.text for line in lines[:2] if _names_site(line) and not in_list), None):
        return named
    if len(lines) < 2:
        return None
    return lines[0].text if _heads_page(lines[0], lines[1]) else _before_motto(lines)


def _title_in(line: Line) -> re.Match[str] | None:
    """The match of a line that is a title with a name at its end, and no byline's or day's."""
    match = suffix_in(line.text) if line.words <= 80 else None
    name = site_part(match) if match else ""
    plain = could_be_name(name) and not (BY.match(name) or LABELLED_DATE.match(name))
    return match if match and plain and not begins_with_day(match["name"]) else None


def _beside_title(lines: Sequence[Line]) -> str | None:
    """What sounds like an outlet at the end or the beginning of one of a page's first lines."""
    for line in lines[:3]:
        menu = len(MENU.findall(line.text)) >= 2 and line.words <= 12
        for search in (suffix_in, PREFIX.search) if not menu else ():
            match = search(line.text) if line.words <= 40 else None
            if match and _is_dated(line.text) and _names_site(lines[0]):
                continue  # below the name of the site, the day and whom the text is from
            name = match["name"].strip() if match else ""
            if name and "," not in name and could_be_name(name) and sounds_like_outlet(name):
                return name  # not "Latest News, Breaking News"
    return None


def without_section(name: str) -> str:
    """A site's name without the section that titles add to it: ``RT World News`` is *RT*."""
    words = name.split()
    for count in range(len(words) - 1, 0, -1) if not find_outlet(name) else ():
        rest = words[count:]
        tail = key_of(" ".join(rest)) in phrases().whole or all(word.lower() in PRESS_TAIL for word in rest)
        if tail and find_outlet(" ".join(words[:count])):
            return " ".join(words[:count])
    return name


def _repeated(lines: Sequence[Line], keys: set[str]) -> str | None:
    """The tail or head of one of the first lines that also stands as a line of its own near the top."""
    top = {line.key for line in lines[:NEAR_TOP]} & keys
    for line in lines[:2]:
        parts = ANY_SEPARATOR.split(line.text) if line.words <= 40 else []
        if len(parts) < 2:
            continue
        for part in (parts[-1].strip(), parts[0].strip()):
            known = key_of(part) in phrases().whole
            if key_of(part) in top and len(part.split()) <= 5 and could_be_name(part) and not known:
                return part
    return None


def _is_dated(words: str) -> bool:
    """Whether one part of a line is a day: ``3 March 2019 | Harbour Gazette``."""
    return any(find_dates(part) and is_date_line(part) for part in SEPARATOR.split(words))


def _first_crumb(line: Line) -> str | None:
    """The site that leads a line which tells where on it the page is: ``harbour.example > News > Africa``."""
    first, *rest = CRUMBS.split(line.text)
    return first if rest and (DOMAIN.match(first) or find_outlet(first)) else None


def _names_site(line: Line) -> bool:
    """Whether one of a page's first lines is nothing but a name that sounds like an outlet's; a dash may stand before
    it, left by a title whose own words were lost."""
    small = [word for word in WORD.findall(line.text) if word.islower() and len(word) > 3 and word not in JOINTS]
    alone = 2 <= line.words <= 5 and line.text[0].isupper() and not (small or phrase_kind(line))
    plain = "/" not in line.text and ">" not in line.text and not line.ends_sentence and not find_dates(line.text)
    named = alone and plain and sounds_like_outlet(line.text) and not COPYRIGHT_LINE.search(line.text)
    return named or DOMAIN.match(line.text) is not None


def _heads_page(line: Line, below: Line) -> bool:
    """Whether a page's first line is a name in capitals and small letters above a motto or a menu."""
    named = 2 <= line.words <= 4 and line.capitalised == 1.0 and line.text[0].isupper() and not line.ends_sentence
    motto = below.text[0].islower() or len(MENU.findall(below.text)) >= 2
    return named and motto and not below.ends_sentence and not phrase_kind(line) and not re.search(r"\d", line.text)


def _before_motto(lines: Sequence[Line]) -> str | None:
    """The name that a page's first line has before a motto (``GREEN CURRENT · news from rivers``): unlike a headline
    with a second part it holds no word of the running text."""
    name, *rest = SEPARATOR.split(lines[0].text, maxsplit=1)
    if not rest or phrase_kind(lines[0]) or re.search(r"\d", lines[0].text):
        return None
    if not (is_title_case(name) or INNER_CAPITAL.fullmatch(name)):
        return None
    motto = [word for word in WORD.findall(rest[0]) if len(word) > 3 and word.islower()]
    told = {word for line in lines if line.is_prose for word in line.key.split()}
    return name if motto and told.isdisjoint(w.lower() for w in WORD.findall(name) if len(w) > 3) else None


def is_title_case(name: str) -> bool:
    """Whether a name is of two to four words that begin with capitals, but for short ones."""
    words = WORD.findall(name)
    return 2 <= len(words) <= 4 and words[0][0].isupper() and all(w[0].isupper() for w in words if len(w) > 3)


def _named_again(lines: Sequence[Line]) -> str | None:
    """A page's first line where another asks to follow, join or read more of what it names."""
    line = lines[0]
    if not is_title_case(line.text) or line.ends_sentence or phrase_kind(line) or re.search(r"\d", line.text):
        return None
    key = line.key.removeprefix("the ")
    again = (AGAIN.match(other.key) for other in lines[1:] if len(key) < len(other.key) <= len(key) + AGAIN_WITHIN)
    return line.text if any(match and match["name"].startswith(key) for match in again) else None


def _site_of_title(title: str, keys: set[str]) -> str | None:
    """Of a title's parts after the headline, the first known outlet, else the first that sounds like one:
    ``Title - Outlet - Motto``, ``Title | Section | Outlet``."""
    parts = SEPARATOR.split(title)
    first = next((n for n, part in enumerate(parts[:-1]) if key_of(part) in keys), 0)
    names = [DOUBLED.sub(r"\1", part.strip()) for part in parts[first + 1 :]]
    names = [name for name in names if could_be_name(name) and sounds_like_outlet(name)]
    return next((name for name in names if find_outlet(name)), names[0] if names else None)


def site_part(match: re.Match[str]) -> str:
    """The site's name in a match of SUFFIX, without the size and date that picture descriptions add."""
    return str(match["name"]).split(",")[0].strip()


def title_keys(title: str) -> set[str]:
    """What the headline may be in a page's title without its last part: all of it, or what stands before a section."""
    return {key_of(title), key_of(SEPARATOR.split(title, maxsplit=1)[0])}


def could_be_name(name: str) -> bool:
    """Whether words may be a site's name: few, the first with a capital, none of them a notice's own."""
    words = name.split()
    if not 0 < len(words) <= 7 or sum(map(str.isalpha, name)) < 2 or NO_OWNER.fullmatch(name.strip(" .,")):
        return False
    if key_of(name) in phrases().whole and not find_outlet(name):
        return False
    capital = name[0].isalpha() and (not name[0].islower() or name[1:2].isupper())  # "iG", "eFarm"
    return capital or "." in name or find_outlet(name) is not None
