"""The grammar of quantities: lower-case text in, bounds and units out.

``over 4,000`` is 4000 and more, ``up to 300`` at most 300, ``between 10 and 15`` both ends. ``about 50``, ``nearly 50``
and ``some 50`` are read as 50, with ``approximate`` in the reason: how far off they may be is for the reader to say.
Vague numbers have the least that the word allows as their lower bound: ``dozens`` 24, ``scores`` 40, ``hundreds`` 200,
``several`` and ``a few`` 3, ``numerous`` 4, being more than several. All repetitions are bounded.
"""

from __future__ import annotations

import bisect
import re
from typing import NamedTuple

from sayso.layers.quantities.words import ABOUT, ATLEAST, ATMOST, CODES, FEW, LEAST, MONEY, SCALE, SIGNS, UNITS
from sayso.layers.times.numerals import NUMBER, ORDINALS, SCALES, SHORT_SCALES, compiled, number_of


class Measured(NamedTuple):
    """A quantity in a text: range, bounds, unit, why, and the range of its number words."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str | None
    why: str
    vague: bool = False


def _either(words: tuple[str, ...]) -> str:
    return "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))


_UNIT_PATTERNS = sorted({**MONEY, **UNITS}.items(), key=lambda kv: -len(kv[0]))
#: A unit ends where its word ends: "kilo" is no unit in "kilometres".
_UNIT = "|".join(f"(?P<u{n}>(?:{pattern}))(?![a-z0-9²])" for n, (pattern, _) in enumerate(_UNIT_PATTERNS))
_SIGN = _either(tuple(SIGNS))
#: How far off a number may be, in words: "34, give or take two".
_MARGIN = rf"(?P<margin>{NUMBER})|a few|a couple|a handful|some"
_BOUND = rf"(?P<bound>{_either((*ATLEAST, *ATMOST, *ABOUT))})"


def _number(which: int) -> str:
    """The pattern of a number with its currency and short scale; the groups' names end in ``which``."""
    price = rf"(?:(?P<sign{which}>{_SIGN}) ?|(?P<code{which}>{'|'.join(CODES)}) )"
    short = rf"(?: ?(?P<short{which}>{'|'.join(sorted(SHORT_SCALES, key=len, reverse=True))})(?![a-z0-9]))"
    return rf"{price}?(?P<number{which}>{NUMBER}){short}?"


#: A number with what stands around it: ``more than $3.2bn``, ``between 10 and 15 percent``, ``300 or more``.
QUANTITY = (
    rf"(?<![a-z0-9./:#@_$€£-])(?:(?P<between>between|from) |{_BOUND} )?(?P<minus>minus )?{_number(1)}"
    rf"(?:(?P<range> ?- ?| to | and | or |,? (?:or )?(?:perhaps|possibly|maybe) ){_number(2)}(?!-))?"
    rf"(?P<tail>,? (?:give or take|plus or minus) (?:{_MARGIN})(?![a-z0-9])| or (?:more|fewer|less|so)"
    rf"| plus(?![a-z])|-plus|\+| at (?:the )?(?:very )?(?:least|most)(?! {NUMBER}(?![a-z0-9])))?"
    rf"(?![0-9]|[.:/]\d|,\d{{3}}|(?:st|nd|rd|th)(?![a-z]))"
)
#: Parts of a hundred, a thousand, a million.
PARTS = {"half a": 0.5, "a quarter of a": 0.25, "three quarters of a": 0.75, "three-quarters of a": 0.75}
#: ``dozens of``, ``tens of thousands of``, ``several hundred``, ``a couple of``, ``two dozen``.
VAGUE = (
    rf"(?<![a-z0-9-])(?<!give or take )(?<!plus or minus )(?:{_BOUND} )?(?:"
    r"(?P<tens>tens|dozens|scores|hundreds|thousands) of (?P<of>thousands|millions|billions)"
    rf"|(?P<many>several|a few|many|a couple(?: of)?|couple of|{_either(tuple(PARTS))}|a|{NUMBER})"
    r" (?P<scale>dozens?|score|hundred|thousand|million|billion)"
    r"|(?P<plural>tens(?= of )|dozens|scores|hundreds|thousands|millions|billions)"
    r"|(?P<word>several|numerous|a (?:large |small |great )?number of|a few|a handful of|handful of|a couple of"
    r"|a pair of|multiple|a dozen))(?![a-z])"
)
#: "Children under 5": how old they are.
_LIMITED = "|".join(
    f"(?<={who} {bound} )"
    for who in ("children", "kids", "babies", "infants", "boys", "girls", "adults", "those", "men", "women", "people")
    for bound in ("under", "over", "below", "above")
)
AGE = (
    r"(?<![a-z0-9-])(?:(?:aged|age) (?P<a>\d{1,3})(?:(?: and|-| to) ?(?P<b>\d{1,3}))?(?![\d%])"
    r"|(?=\d)(?:(?<=died at )|(?<=dies at )|(?<=away at ))(?P<d>1[3-9]|[2-9]\d|1[01]\d)"
    r"(?![\d:%]| ?[ap]\.?m\b)(?= (?:in|of|after|from|on|following|and)\b|[.,;]|$)"
    r"|(?=\d)(?:(?<=younger than )|(?<=older than )|"
    + _LIMITED
    + r")(?P<e>\d{1,2})(?![\d,:%]|\.\d| ?[ap]\.?m\b)(?= |[.,;]|$)"
    rf"|(?P<c>{NUMBER})(?:-| )(?:years?|months?|weeks?|days?)(?:-| )(?:old|of age)(?:s(?![a-z]))?)"
)
#: ``, 34,`` after a name: the caller checks the name.
BARE_AGE = re.compile(r"(?<=, )(?P<a>\d{1,3})(?=,|\.|;|$| and )")
SHARE = (
    r"(?<![a-z0-9-])(?:(?P<bound>" + _either((*ATLEAST, *ATMOST, *ABOUT)) + r") )?"
    r"(?:(?P<top>one|two|three|four|a)[- ](?P<bottom>third|quarter|fifth|tenth)s?|(?P<half>half)) (?=of (?:the|all"
    r"|its|their|his|her|a(?! (?:hundred|thousand|million|billion)\b)|those|these))"
)  # fmt: skip
#: ``one in five``, ``one-in-five``, ``up to 80 out of every 100``: a share of all; "three in ten days" is none.
RATIO = (
    rf"(?<![a-z0-9.,:/-])(?:{_BOUND} )?(?P<part>{NUMBER})[ -](?:(?:out of|of|in) every (?P<every>{NUMBER})"
    r"|(?:in|out of)[ -](?P<whole>three|four|five|six|ten|twenty|a hundred|a thousand|3|4|5|6|10|20|100|1,?000)"
    r"|(?<=\bone )in (?P<few>seven|eight|nine|twelve|fifteen))"
    r"(?![a-z0-9,.-]*\d)(?![a-z-])(?! (?:second|minute|hour|day|night|week|month|year|time|place|attempt)s?\b)"
)


def find_measured(lowered: str) -> list[Measured]:
    """The quantities of a text in lower case, in text order, none overlapping."""
    kept: list[Measured] = []
    for group in (
        _ages(lowered),
        _shares(lowered),
        _ratios(lowered),
        _vague(lowered),
        _plain(lowered),
    ):
        # Within a group nothing overlaps; what an earlier group holds, a later one may not touch.
        starts = [k.start for k in kept]
        free = []
        for one in group:
            at = bisect.bisect_left(starts, one.end) - 1
            if at < 0 or kept[at].end <= one.start:
                free.append(one)
        kept = sorted([*kept, *free])
    return kept


def bounds_of(bound: str | None, low: float, high: float | None = None) -> tuple[float | None, float | None, str]:
    """Bounds and the reason for them, from the words before a number."""
    high = low if high is None else high
    if bound in ATLEAST:
        return low, None, f"'{bound}': {low:g} is the least"
    if bound in ATMOST:
        return None, high, f"'{bound}': {high:g} is the most"
    if bound in ABOUT:
        return low, high, f"approximate: '{bound}'"
    return low, high, "exact as written" if low == high else "both ends as written"


#: What stands before the amount by which a count has changed; the count that it came to is many times that.
CHANGING = (
    r"(?:by|up|down|rose|rises?|risen|climbed|climbs?|grew|grows?|grown|jumped|jumps?|increased|increases?|fell|falls?"
    r"|fallen|dropped|drops?|swelled) (?:a further |another )?$"
)
APART = 3
#: Units of which there are negative amounts.
COLD = ("°", "°C", "°F", "%")


def _plain(lowered: str) -> list[Measured]:
    out, at = [], 0
    while (m := compiled(QUANTITY).search(lowered, at)) is not None:
        one = _measured(m, lowered)
        at = m.end() if one is None else max(one.end, m.end("number1"))  # "from 31 to 28" are two
        out += [one] if one is not None else []
    return out


def _scaled(m: re.Match[str], which: str) -> float | None:
    number = number_of(m["number" + which]) if m["number" + which] else None
    short = m["short" + which]
    return number * SHORT_SCALES[short] if number is not None and short else number


def _changed(m: re.Match[str], lowered: str, most: float) -> bool:
    """Whether the first of two numbers is by how much a count has changed; "grew 2 to 9 percent" is a range."""
    return compiled(CHANGING).search(lowered, 0, m.start()) is not None and _unit_at(lowered, m.end(), most)[0] != "%"


def _bounds(
    m: re.Match[str], first: float, second: float | None, whole: bool
) -> tuple[float | None, float | None, str]:
    """The least and the most that a number is said to be, and why; ``whole``: the words behind it are meant, too."""
    low, high, why = bounds_of(m["bound"], first, second)
    tail = (m["tail"] or "").strip(" -") if whole else ""
    if m["margin"] and whole:
        off = number_of(m["margin"]) or 0.0
        return first - off, (second or first) + off, f"'{tail.strip(', ')}': so many more or less"
    if tail in ("or more", "plus", "+") or tail.endswith("least"):
        return first, None, f"'{tail}': {first:g} is the least"
    if tail in ("or fewer", "or less") or tail.endswith("most"):
        return None, first, f"'{tail}': {first:g} is the most"
    return low, high, f"approximate: '{tail.strip(', ')}'" if tail else why


def _measured(m: re.Match[str], lowered: str) -> Measured | None:
    first = _scaled(m, "1")
    if first is None:
        return None
    second, end = _scaled(m, "2"), m.end()
    joined = m["range"] or ""
    if second is not None:
        first = _same_scale(first, second, m)
        ranged = first < second and (joined != " and " or m["between"] == "between")
        if ranged and joined == " to " and second > APART * first and _changed(m, lowered, second):
            ranged = False  # "rose by six to 41": by how many, and how many there are
        if not ranged:
            second, end = None, m.end("short1") if m["short1"] else m.end("number1")
    sign = m["sign1"] or (m["sign2"] if second is not None else None)
    unit = SIGNS[sign] if sign else (m["code1"] or "").upper() or None
    low, high, why = _bounds(m, first, second, end == m.end())
    start = (
        m.start() if m["between"] is None or second is not None else m.start("sign1") if sign else m.start("number1")
    )
    named, end = _unit_at(lowered, end, max(low or 0, high or 0))
    unit = unit or named
    if m["minus"]:
        if unit not in COLD:
            start = m.start("number1")
        else:
            low, high = (None if high is None else -high), (None if low is None else -low)
    if not unit and lowered.endswith("magnitude ", 0, start):
        unit = "magnitude"
    if not unit and (m["short1"] or m["short2"]) and (m["short1"] or m["short2"]) in ("m", "b"):
        # "3 m" without a currency may be metres
        return None
    return Measured(start, end, low, high, unit, why)


def _unit_at(lowered: str, end: int, most: float) -> tuple[str | None, int]:
    """The unit that stands at ``end``, if one does, and where it ends; ``most`` is the number before it."""
    measure = compiled(_UNIT).match(lowered, end + (lowered[end : end + 1] in (" ", "-")))
    if measure is None:
        return None, end
    named = _UNIT_PATTERNS[int((measure.lastgroup or "u0")[1:])][1]
    if named == "pound" and most >= 1e5:
        named = "GBP"  # hardly anything in the news weighs millions of pounds
    return named, measure.end()


def _same_scale(first: float, second: float, m: re.Match[str]) -> float:
    """``4-5,000`` is four to five thousand, ``$3-4 billion`` three to four billion."""
    scale = next((SCALES[w] for w in reversed(m["number2"].split()) if w in SCALES), 1.0)
    if m["short2"]:
        scale = SHORT_SCALES[m["short2"]]
    elif scale == 1.0 and second % 1000 == 0 and first < 1000:
        scale = 1000.0
    unscaled = not m["short1"] and not any(w in m["number1"] for w in SCALES)
    return first * scale if unscaled and scale > 1 and first * scale < second else first


def _vague(lowered: str) -> list[Measured]:
    out = []
    for m in compiled(VAGUE).finditer(lowered):
        one = _vague_one(m)
        if one is not None:
            of = " of" if lowered.startswith(" of ", one.end) and not m["word"] else ""  # "thousands of litres"
            after = one.end + len(of)
            unit, end = (None, after) if m["word"] else _unit_at(lowered, after, max(one.low or 0, one.high or 0))
            out.append(one._replace(unit=unit, end=end if unit else one.end))
    return out


def _vague_one(m: re.Match[str]) -> Measured | None:
    words = m.group()
    low: float
    high: float | None = None
    if m["tens"]:
        low = LEAST[m["tens"]] * SCALE[m["of"].removesuffix("s")]
    elif m["plural"]:
        low = LEAST[m["plural"]]
    elif m["word"]:
        low = {"a couple of": 2, "a pair of": 2, "multiple": 2, "a dozen": 12, "numerous": 4}.get(m["word"], 3)
        high = low if m["word"] in ("a pair of", "a dozen") else None
    else:
        times = ({"a": 1, "couple of": 2, "a couple": 2, "a couple of": 2} | PARTS).get(m["many"])
        times = FEW.get(m["many"]) if times is None else times
        if times is None:
            times = number_of(m["many"])
        if times is None or (
            m["scale"] not in ("dozen", "dozens", "score")
            and m["many"] not in {*FEW, *PARTS}
            and "couple" not in m["many"]
        ):
            return None  # "two hundred" is a plain number
        low = times * SCALE[m["scale"]]
        high = None if m["many"] in FEW or "couple" in m["many"] else low
    if m["bound"]:
        bounded = bounds_of(m["bound"], low, high)
        return Measured(m.start(), m.end(), *bounded[:2], None, bounded[2], high is None)
    why = f"'{words}': {low:g} is the least it can mean" if high is None else "exact as written"
    return Measured(m.start(), m.end(), low, high, None, why, high is None)


def _ages(lowered: str) -> list[Measured]:
    out = []
    for m in compiled(AGE).finditer(lowered):
        first = number_of(m["a"] or m["d"] or m["e"] or m["c"])
        second = number_of(m["b"]) if m["b"] else None
        unit = re.search(r"(year|month|week|day)s?[- ]", m.group())
        if first is not None and first < 1000:
            name = f"{unit.group(1) if unit else 'year'} old"
            out.append(Measured(m.start(), m.end(), first, second or first, name, "an age"))
    return out


def _shares(lowered: str) -> list[Measured]:
    out = []
    for m in compiled(SHARE).finditer(lowered):
        top = 1.0 if m["half"] or m["top"] == "a" else number_of(m["top"])
        bottom = 2 if m["half"] else 4 if m["bottom"] == "quarter" else ORDINALS[m["bottom"]]
        share = round((top or 1.0) / bottom, 4)
        low, high, why = bounds_of(m["bound"], share)
        out.append(Measured(m.start(), m.end() - 1, low, high, "share", f"a share of a whole; {why}"))
    return out


def _ratios(lowered: str) -> list[Measured]:
    out = []
    for m in compiled(RATIO).finditer(lowered):
        part, whole = number_of(m["part"]), number_of(m["every"] or m["whole"] or m["few"])
        if part is not None and whole is not None and 0 < part < whole:
            low, high, why = bounds_of(m["bound"], round(part / whole, 4))
            out.append(Measured(m.start(), m.end(), low, high, "share", f"a share of a whole; {why}"))
    return out
