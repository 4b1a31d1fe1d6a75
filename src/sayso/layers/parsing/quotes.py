"""Quotations: stretches of a paragraph between quotation marks of any style, outermost only. Linear in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.spans import Range

MARK = re.compile(r"''|``|[\"“”„‟«»″]|[‘’‚‛'`]")
DOUBLE_OPENS = frozenset("“„‟")
DOUBLE_CLOSES = frozenset("”")
ANGLES = frozenset("«»")
SINGLE_OPENS = frozenset("‘‚‛")

#: How far a single quotation mark may lie from its partner: further away it is an apostrophe.
SINGLE_REACH = 1_500

#: What may stand before an opening mark.
BEFORE_OPENING = frozenset("([{-–—:/,")


class Quotation(NamedTuple):
    """One quotation in one paragraph. ``[start, end)`` holds the marks, ``[inner, inner_end)`` does not.
    ``closed`` is False where the paragraph ends first; ``carried`` where it takes up such an open one."""

    start: int
    end: int
    inner: int
    inner_end: int
    closed: bool
    carried: bool


def _opens(text: str, at: int, after: int, start: int, end: int) -> bool:
    """Whether a mark that does not say by itself which way it faces may open here."""
    before = at == start or text[at - 1].isspace() or text[at - 1] in BEFORE_OPENING
    return before and after < end and not text[after].isspace()


def _closes_single(text: str, at: int, end: int) -> bool:
    """Whether an apostrophe-like mark may close a quotation: no letter follows, and a word or stop comes before."""
    after = text[at + 1] if at + 1 < end else " "
    return not after.isalnum() and not text[at - 1].isspace()


def _single_partner(text: str, marks: Sequence[Range], number: int, end: int) -> int | None:
    """The number of the mark that closes a single quotation: one after a stop is preferred to a bare one, which may
    be the apostrophe of a plural. None where nothing fits."""
    opened = marks[number][0]
    bare = None
    for n in range(number + 1, len(marks)):
        at = marks[n][0]
        if at - opened > SINGLE_REACH:
            break
        mark = text[at : marks[n][1]]
        if mark in SINGLE_OPENS:
            break
        if len(mark) > 1 or mark not in "’'‘`" or not _closes_single(text, at, end):
            continue
        if text[at - 1] in ".,!?…":
            return n if bare is None or text[at - 1] != "." or n - bare == 1 else bare
        if bare is None:
            bare = n
            if at + 1 < end and text[at + 1] in ",.;:!?)":
                return n
    return bare


def quotations_of(text: str, start: int, end: int, carried: bool = False) -> list[Quotation]:
    """The outermost quotations of the paragraph ``[start, end)`` in text order.

    ``carried`` says that the paragraph before left a quotation open: a mark at the very start then takes it up again.
    """
    marks = [m.span() for m in MARK.finditer(text, start, end)]
    found: list[Quotation] = []
    opened: Range | None = None
    number = 0
    while number < len(marks):
        at, after = marks[number]
        mark = text[at:after]
        double = after - at == 2 or mark in '"″' or mark in DOUBLE_OPENS or mark in DOUBLE_CLOSES or mark in ANGLES
        if opened is None:
            if double and mark not in DOUBLE_CLOSES and (mark in "“„‟«" or _opens(text, at, after, start, end)):
                opened = (at, after)
            elif not double and (mark in SINGLE_OPENS or _opens(text, at, after, start, end)):
                partner = _single_partner(text, marks, number, end)
                if partner is not None:
                    close = marks[partner]
                    found.append(Quotation(at, close[1], after, close[0], True, False))
                    number = partner
        elif double and _ends(text, opened, (at, after), start, end):
            found.append(Quotation(opened[0], after, opened[1], at, True, carried and opened[0] == start))
            opened = None
        elif double and mark in '“"„' and _opens(text, at, after, start, end):
            opened = (at, after)  # the earlier mark never closed: it counts for nothing
        number += 1
    if opened is not None:
        found.append(Quotation(opened[0], end, opened[1], end, False, carried and opened[0] == start))
    return found


def by_paragraph(text: str, paragraphs: Iterable[Range]) -> Iterator[tuple[Quotation, ...]]:
    """The quotations of each paragraph, in text order; one that a paragraph leaves open is taken up by the next."""
    still_open = False
    for start, end in paragraphs:
        quotations = tuple(quotations_of(text, start, end, still_open))
        still_open = bool(quotations) and not quotations[-1].closed
        yield quotations


def in_speech(quotations: Sequence[Quotation], start: int, end: int) -> bool:
    """Whether words stand in a quotation that holds more than them: a name in quotation marks is none."""
    return any(q.start <= start and end <= q.end and q.inner_end - q.inner > end - start + 1 for q in quotations)


def _ends(text: str, opened: Range, mark: Range, start: int, end: int) -> bool:
    """Whether a double mark closes the quotation that is open."""
    opening, closing = text[slice(*opened)], text[slice(*mark)]
    if closing in "”":
        return True
    if opening in ANGLES or closing in ANGLES:
        return opening in ANGLES and closing in ANGLES and opening != closing
    if opening == "„":
        return closing in '“”"‟'
    if closing in DOUBLE_OPENS:
        return False
    return mark[0] > opened[1] and not (_opens(text, *mark, start, end) and text[mark[0] - 1].isspace())
