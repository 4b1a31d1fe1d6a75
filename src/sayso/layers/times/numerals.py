"""Numbers written in digits or in English words, for the grammars of times and quantities.

Patterns match lower-case text; every repetition in them is bounded, because the text may be hostile.
"""

from __future__ import annotations

import functools
import re

ONES = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
#: Scales as they are cut short after digits: ``3.2bn``, ``40m``, ``15k``.
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {"thirtieth": 30, "twenty-first": 21, "thirty-first": 31}
ORDINALS |= {f"twenty-{word}": 20 + ORDINALS[word] for word in ("second", "third", "fourth", "fifth")}
ORDINALS |= {f"twenty-{word}": 20 + ORDINALS[word] for word in ("sixth", "seventh", "eighth", "ninth")}
FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "1/3": 1 / 3, "2/3": 2 / 3, "½": 0.5, "¼": 0.25, "¾": 0.75}

_SMALL = "|".join(sorted([*ONES, *TENS], key=len, reverse=True))
_SCALE = "|".join(SCALES)
#: What an "and" within a number follows: "two hundred and six", but not "between three and five hundred".
_AND = f"(?:{'|'.join(f'(?<={word})' for word in SCALES)}) and "

#: A number in digits: ``4,000``, ``4 000`` (with a hard space, or to the last thousand), ``3.2``, ``2 1/2``.
_SPACED = r"[1-9]\d{0,2}(?:(?:[\u00a0\u2009\u202f]\d{3}){1,4}|(?: \d{3}){0,3} 000)(?!\d)"
DIGITS = rf"(?:{_SPACED}|\d{{1,3}}(?:,\d{{3}}){{1,5}}(?!\d)|\d{{1,15}})"
DIGITS += r"(?:\.\d{1,6})?(?:[ -]?[½¼¾]|[ -][123]/[234](?!\d))?"
#: A number in words: ``two hundred and six``, ``twenty-six``, ``two and a half million``.
WORDS = (
    rf"(?:(?:{_SMALL})|(?:a )?(?:{_SCALE}))(?:(?:[ -]|-and-|{_AND})(?:{_SMALL}|{_SCALE})){{0,7}}(?![a-z])"
    rf"(?: and (?:a half|a quarter|three quarters)(?: (?:{_SCALE}))?)?"
)
#: Either, digits with a scale in words after them included: ``1.2 billion``.
NUMBER = rf"(?:{DIGITS}(?:[ -](?:{_SCALE})(?![a-z]))?|{WORDS})"
ORDINAL = "(?:" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + r"|\d{1,3}(?:st|nd|rd|th))"

_GAP = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?![\d/]))")
_TAIL = re.compile(r" and (a half|a quarter|three quarters)")
_DIGITS = re.compile(r"(?P<whole>[\d,]*\d(?:\.\d+)?)?(?:[ -]?(?P<part>[½¼¾]|[123]/[234]))?(?P<rest>.*)", re.DOTALL)
_TAILS = {"a half": 0.5, "a quarter": 0.25, "three quarters": 0.75}


@functools.cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern compiled, once a process and not before it is needed."""
    return re.compile(pattern)


def number_of(words: str) -> float | None:
    """The number that a match of :data:`NUMBER` (lower case) stands for, or None."""
    extra = 0.0
    words = _GAP.sub("", words.strip())
    if tail := _TAIL.search(words):
        extra = _TAILS[tail.group(1)]
        scale = SCALES.get(words[: tail.start()].rpartition(" ")[2], 1.0) if tail.end() == len(words) else 1.0
        words = words[: tail.start()] + words[tail.end() :]
        if scale > 1:  # "a million and a half"
            return round((number_of(words) or 0.0) + extra * scale, 6)
    total, group, seen = 0.0, 0.0, False
    digits = _DIGITS.match(words)
    if digits and (digits.group("whole") or digits.group("part")):
        group = float((digits.group("whole") or "0").replace(",", "")) + FRACTIONS.get(digits.group("part") or "", 0.0)
        words, seen = digits.group("rest"), True
    group += extra
    for word in re.split(r"[ -]+", words.strip(" -")):
        if word in ("", "a", "an", "and"):
            continue
        if word in ONES or word in TENS:
            group += ONES.get(word, 0) + TENS.get(word, 0)
        elif word == "hundred":
            group = (group or 1.0) * 100
        elif word in SCALES or word in SHORT_SCALES:
            total += (group or 1.0) * (SCALES.get(word) or SHORT_SCALES[word])
            group = 0.0
        else:
            return None
        seen = True
    return round(total + group, 6) if seen else None


def ordinal_of(word: str) -> int | None:
    """The place that a match of :data:`ORDINAL` (lower case) names: ``third`` is 3."""
    if word in ORDINALS:
        return ORDINALS[word]
    digits = re.match(r"\d{1,3}", word)
    return int(digits.group()) if digits else None


def year_of(words: str) -> int | None:
    """A year in digits or as it is spoken: ``nineteen ninety-four``, ``two thousand and four``."""
    if words.isdigit():
        return int(words)
    parts = words.replace("-", " ").split()
    if parts and parts[0] in ("eighteen", "nineteen", "twenty"):
        rest = number_of(" ".join(parts[1:])) if len(parts) > 1 else None
        century = ONES.get(parts[0]) or TENS[parts[0]]
        return None if rest is None or rest > 99 else int(100 * century + rest)
    number = number_of(words)
    return int(number) if number and 1000 <= number <= 2100 else None
