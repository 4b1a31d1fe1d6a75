"""Lines that say nothing but how a text came here, whatever their build: ``Picked up by X from Y``, ``X, by way of Y``.

Such a line is made of names, days and few other words: those by which texts are passed on, words for texts, and small
words. :func:`way_in` reads a line of which nothing else is left; the words before a name tell whether it is nearer to
the page than the others, or farther.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.named import ADDRESS, RUN, Named, notice_pattern, notice_words
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.credits.sourcelabels import MEANS, Source, far_role
from sayso.documents.credits.sources import SENTENCE
from sayso.documents.dates.words import WORD, begins_with_month, find_dates
from sayso.documents.zones.lines import REMEMBERED, words_of_kind
from sayso.outlets import is_agency
from sayso.spans import without
from sayso.vocab import CreditRole

#: Longer lines are text (words).
MOST_WORDS = 26
#: So many names may stand in such a line.
MOST_NAMES = 4
NAME = re.compile(rf"{ADDRESS.pattern}|{RUN.pattern}")
FORM = re.compile(r"(?:LLC|Inc|Ltd|PLC|GmbH|AG|SA|BV)\.?", re.I)
ARTICLES = frozenset("the el la le les il lo los las der die das het".split())
#: Whose a house is that is named: "a partner of X", "Ada Bell of X".
BELONGS = re.compile(
    r"\b(?:partners?|part|members?|affiliates?|owned|published|run) (?:of|by) (?:the )?$|\bof which (?:the )?$", re.I
)
#: What a house is called before its name: "our sister paper, the".
HOUSE = (
    r"(?:(?:our|the|its|their|an?|sister|partner|content|media|site|website|paper|newspaper|blog|daily|weekly|agency"
    r"|station|magazine|colleagues|friends|at|der|dem|le|la|el|il)[\s,]+|l['’]){0,5}"
)
QUOTED = re.compile(r"[“\"«„][^”\"»“]*[”\"»“]")
#: What pages say of themselves as well: it tells only where two outlets are named.
WEAK = frozenset("reported printed published posted issued filed written put sent".split())
SIGNED = re.compile(r"(?:by|von|par|por|di|door)\s(?!way|permission|courtesy|arrangement|agreement)", re.I)
#: Nearer, as written, farther.
NEAR, PLAIN, FAR = range(3)


@functools.cache
def _words() -> frozenset[str]:
    """All the words of which such a line is made."""
    return frozenset(notice_words("way").split("|")) | words_of_kind("function")


@functools.cache
def _telling() -> frozenset[str]:
    """Those of which one has to be there: verbs of passing on."""
    return frozenset(notice_words("way-verb").split("|"))


def may_lead(held: Iterable[str]) -> bool:
    """Whether one of the words of a line, in small letters, may be of a text's way."""
    return not (_telling().isdisjoint(held) and WEAK.isdisjoint(held))


@functools.cache
def _links() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What leads up to who passed a text on, and to who made it."""
    near, far = (re.compile(rf"(?:{notice_pattern(kind)})\W*{HOUSE}$", re.I) for kind in ("way-near", "way-far"))
    return near, far


@functools.lru_cache(maxsize=REMEMBERED)
def way_in(words: str) -> tuple[Source, ...]:
    """The outlets of a line that is nothing but a text's way, in text order, with their roles; none of other lines."""
    if len(words.split()) > MOST_WORDS or words.endswith("?") or SENTENCE.search(words):
        return ()
    names = list(_names(words)) if may_lead(WORD.findall(words.lower())) else []
    around = _around(words, names) if names else set[str]()
    outlets = [named for named in names if sounds_like_outlet(named.name) or not begins_with_given(named.name)]
    outlets = [named for named in outlets if not BELONGS.search(words[: named.start])]
    known = any(sounds_like_outlet(named.name) for named in outlets)
    told = around & (_telling() if len(outlets) == 1 else _telling() | WEAK)
    if not (known and told) or len(outlets) > MOST_NAMES or not all(w in _words() or w.isdigit() for w in around):
        return ()
    if SIGNED.match(words):
        return ()
    placed = [(_place(words, named, outlets[:number]), named) for number, named in enumerate(outlets)]
    ordered = [named for _, named in sorted(placed, key=lambda pair: pair[0])]
    if len(ordered) == 1:
        return () if placed[0][0] is NEAR else (Source(*ordered[0], CreditRole.REPUBLISHED_FROM),)
    *near, far = ordered
    return tuple(sorted([*(Source(*n, CreditRole.REPUBLISHED_FROM) for n in near), Source(*far, far_role(far.name))]))


def _names(words: str) -> Iterator[Named]:
    """The names in a line, without the words of the notice that stand before them with a capital; none that is a day's
    or that stands for another (``the Gazette``)."""
    days = [(day.start, day.end) for day in find_dates(words)]
    found = [_bare(words, *match.span()) for match in NAME.finditer(words)]
    for named in found:
        end = f" {named.name}"
        again = any(other.name.endswith(end) for other in found)
        dated = begins_with_month(named.name) or any(start <= named.start < stop for start, stop in days)
        single = " " not in named.name and (not sounds_like_outlet(named.name) or FORM.fullmatch(named.name))
        if named.name and not (again or dated or single or MEANS.match(named.name)):
            yield named


def _bare(words: str, start: int, end: int) -> Named:
    """A name without words of the notice that begin with a capital, or an article that does not."""
    while first := WORD.match(words, start, end):
        article = first[0].lower() in ARTICLES
        if (article and first[0][0].isupper() and first.end() < end) or first[0].lower() not in _words():
            break
        start = min(first.end() + 1, end)
    name = words[start:end].removesuffix("’s").removesuffix("'s").rstrip(" .,")
    return Named(start, start + len(name), name)


def _around(words: str, names: list[Named]) -> set[str]:
    """The words of a line beside its names, days and titles, in small letters."""
    taken = [named[:2] for named in names] + [(day.start, day.end) for day in find_dates(words)]
    taken += [match.span() for match in QUOTED.finditer(words)]
    parts = without([(0, len(words))], sorted(taken))
    named = {word.lower() for name in names for word in WORD.findall(name.name)}  # "the Gazette", again
    return {word.lower() for part in parts for word in WORD.findall(words[slice(*part)])} - named


def _place(words: str, named: Named, before: list[Named]) -> int:
    """Where a name stands in the way, by what leads up to it."""
    led = words[before[-1].end if before else 0 : named.start]
    near, far = _links()
    if near.search(led):
        return NEAR
    return FAR if far.search(led) or (before and is_agency(named.name)) else PLAIN
