"""Whether the figures of two claims hold them apart: not where the one is told in the words of the other, rounds it or
leaves it open."""

from __future__ import annotations

import functools
import math
import re

from sayso.relations.claims.comparing import bounds_meet, figures, in_money, same_figure
from sayso.relations.claims.facts import Fact
from sayso.relations.words.likeness import NUMBERS
from sayso.vocab import Slot

#: What a number is multiplied with by the word behind it.
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SCALE, _WORD = "|".join(SCALES), "|".join(NUMBERS)
#: A number as it is written, and its scale.
NUMBER = re.compile(
    r"(?<![\w.,])(?<!\d-)(?:(?P<digits>\d[\d,]{0,15}(?:\.\d{1,6})?)"
    rf"|(?P<word>{_WORD}|an?(?= (?:{_SCALE})))(?:-(?P<ones>[a-z]{{3,5}})\b)?)(?:[ -](?P<scale>{_SCALE}))?(?!\w|-\d)",
    re.IGNORECASE,
)
#: What stands before the number of all, of which some are counted: "three of his 11".
WHOLE = re.compile(r"[\w,]{1,12} of (?:[a-z]{2,6} )?$")
#: So many characters before a number are looked at.
BEFORE = 24
#: So small a number is in the words of most claims.
TELLING = 4
#: "Dozens" may be so many times their least.
VAGUE = 4
#: A sum of fewer digits than another one, but so many, may be it, rounded or cut.
DIGITS = 2


def other_figures(a: Fact, b: Fact) -> bool:
    """Whether two claims give figures that cannot be of one thing."""
    if not (a.numbered() and b.numbered()) or same_figure(a, b):
        return False
    if a.slot is b.slot is Slot.TOLL:
        return True
    return not (_told_beside(a, b) or _told_beside(b, a) or _vaguely(a, b) or _rounded(a, b))


@functools.lru_cache(maxsize=8192)
def numbers_in(text: str) -> frozenset[float]:
    """The numbers that a text writes, in figures or words, but for a whole of which some are counted: "$5.7 billion",
    "twenty-one"."""
    out = set()
    for found in NUMBER.finditer(text):
        if found["digits"]:
            number = float(found["digits"].replace(",", ""))
        else:
            number = float(NUMBERS.get(found["word"].lower(), 1) + NUMBERS.get((found["ones"] or "").lower(), 0))
        if not WHOLE.search(text, max(0, found.start() - BEFORE), found.start()):
            out.add(number * SCALES.get((found["scale"] or "").lower(), 1))
    return frozenset(out)


def _figure(fact: Fact) -> float:
    """The figure that bounds a count, the lower one of two."""
    low, high = fact.number("low"), fact.number("high")
    return low if low is not None else high if high is not None else math.inf


def _told_beside(a: Fact, b: Fact) -> bool:
    """Whether the words of one claim tell the figure of the other beside their own one, or as that without its unit."""
    figure = _figure(b)
    if figures(a) == figures(b) and not (a.one("unit") and b.one("unit")):
        return bounds_meet(a, b)
    return figure >= TELLING and figure in numbers_in(a.opening) - figures(a)


def _vaguely(a: Fact, b: Fact) -> bool:
    """Whether one of two figures is of a word that leaves it open, and may be the other one: "dozens"."""
    if not bounds_meet(a, b) or a.one("unit") != b.one("unit") or not any(_vague(f) for f in (a, b)):
        return False
    return max(_figure(a), _figure(b)) <= VAGUE * min(_figure(a), _figure(b))


def _vague(fact: Fact) -> bool:
    return fact.number("high") is None and _figure(fact) not in numbers_in(fact.opening)


def _rounded(a: Fact, b: Fact) -> bool:
    """Whether one of two sums is the other one, rounded or cut: "$15 million", "$14,959,450". A bound is another claim,
    and so is a count of people or things that is nearly as high."""
    exact = all(f.number("low") == f.number("high") for f in (a, b))
    if not exact or not in_money(a) or a.one("unit") != b.one("unit"):
        return False
    rough, fine = sorted((_figure(a), _figure(b)), key=_digits)
    digits = _digits(rough)
    if not DIGITS <= digits < _digits(fine):
        return False
    grain = 10.0 ** (math.floor(math.log10(rough)) + 1 - digits)
    return abs(rough - fine) <= grain / 2 or 0 <= fine - rough < grain


def _digits(number: float) -> int:
    """How many digits of a number are not zeros at its end."""
    return len(f"{number:.6f}".replace(".", "").strip("0")) if math.isfinite(number) else 0
