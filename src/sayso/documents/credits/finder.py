"""Whom a page's text is from: credit lines stacked under a byline, notices of the original, datelines' agencies.

:func:`find_credits` reads the names off the zoned ranges, with ``linecredits``, and
:mod:`sayso.documents.credits.provenance` puts them in order.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from sayso.documents.credits import bylines, rights
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.hops import hops_in, leads_on
from sayso.documents.credits.housenames import HOLDING
from sayso.documents.credits.linecredits import (
    BYLINE,
    THROUGH,
    agency_of,
    authors_of,
    copyright_of,
    credits_of,
    helpers_of,
    taken,
)
from sayso.documents.credits.lonenames import BODIES_BEFORE, agency_at_end, lone_names, on_three_lines, signs_off
from sayso.documents.credits.notices import (
    signs_for_house,
    told_of_source,
    wire_in,
)
from sayso.documents.credits.photographers import find_photo_credit
from sayso.documents.credits.settled import settled
from sayso.documents.credits.signed import label_alone, labelled_name
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.credits.sources import sources_in
from sayso.documents.credits.wayitems import TOKEN, kind_of
from sayso.documents.credits.ways import speaks_of_text
from sayso.documents.dates.words import find_dates
from sayso.documents.page import FoundCredit, ZonedRange
from sayso.outlets import find_outlet
from sayso.vocab import CreditRole, Zone

#: Shorter lines above the text are decks and labels, no paragraphs of it (characters); so many at most, for verses and
#: posts are as short.
DECK, MOST_DECKS = 60, 4
#: A last paragraph that may be a notice is shorter than this (characters).
AT_END = 200
#: So many lines below the text may lead to the rest of it.
LINKS_BELOW = 3
#: Who made or runs the site, and not whose it is.
OF_MAKER = re.compile(
    r"\W*(?:(?:web)?site|design(?:ed)?|powered|hosted|built|developed)\s(?:(?:and|&)\s\w+\s)?(?:by|with|on)\b", re.I
)
#: A name on the line below a label has at most so many characters.
LONGEST_NAME = 60


def find_credits(text: str, ranges: Sequence[ZonedRange]) -> list[FoundCredit]:
    """The credits that the ranges hold, in text order."""
    found: list[FoundCredit] = []
    paragraphs = decks = 0
    for number, (start, end, zone) in enumerate(ranges):
        words = text[start : min(end, start + 1_000)]
        named = number and zone in (Zone.BYLINE, Zone.CREDIT) and len(words) <= LONGEST_NAME
        if named and (label := _label_above(text, ranges[number - 1], words)):
            found += [*labelled_name(label, words, start)]
        elif zone is Zone.CREDIT and number and _is_glued(text, ranges[number - 1], start):
            found += find_photo_credit(words, start, beside=True)
        elif zone is Zone.CREDIT and number and _is_of_paper(ranges[number - 1], words):
            found += find_photo_credit(words, start)
        elif zone in (Zone.CREDIT, Zone.LICENCE):
            own = list(credits_of(words, start))
            beside = zone is Zone.CREDIT and not own and _is_beside_caption(ranges, number)
            found += find_photo_credit(words, start) if beside else own
        elif zone is Zone.FURNITURE and len(words) <= 400:
            found += _of_edge(words, start, above=not paragraphs)
        elif zone is Zone.BYLINE and not bylines.LABEL_ALONE.match(words):
            found += authors_of(words, start)
        elif zone is Zone.DATELINE or (zone is Zone.BODY and paragraphs < 3):
            found += agency_of(words, start)
        is_deck = zone is Zone.BODY and end - start < DECK and decks < MOST_DECKS
        decks += is_deck
        paragraphs += zone is Zone.BODY and not is_deck
    bodies = [r.start for r in ranges if r.zone is Zone.BODY]
    captions = {r.end for r in ranges if r.zone is Zone.CAPTION}
    told = {_line_at(text, credit.start) for credit in found if credit.role is CreditRole.ORIGINAL}
    found = [_of_text(text, _of_picture(text, credit, bodies, told), bodies, captions) for credit in found]
    found += [
        *lone_names(text, ranges),
        *on_three_lines(text, ranges),
        *_at_end(text, ranges),
        *agency_at_end(text, ranges),
    ]
    return settled(text, ranges, _of_article(found, bodies))


def _of_article(found: Sequence[FoundCredit], bodies: Sequence[int]) -> list[FoundCredit]:
    """The credits without those who sign below an article that begins with a byline: they sign other articles."""
    signs = [c for c in found if c.role is CreditRole.AUTHOR and c.detail == BYLINE]
    if not bodies or not any(credit.start < bodies[0] for credit in signs):
        return list(found)
    return [credit for credit in found if credit not in signs or credit.start < bodies[-1]]


def _of_edge(words: str, start: int, *, above: bool) -> Iterator[FoundCredit]:
    """What a line of the furniture says: a wire's own claim, a notice ``above`` the text of where it stood first, a
    claim of rights."""
    if wire_in(words):
        yield from credits_of(words, start)
        return
    if not OF_MAKER.match(words):
        yield from copyright_of(words, start, rights.AT_EDGE)
    if above and speaks_of_text(words):
        sources = sources_in(words)
        called = any(s.role is CreditRole.ORIGINAL and sounds_like_outlet(s.name) for s in sources)
        yield from taken(sources if called else (), words, start)


def _label_above(text: str, above: ZonedRange, words: str) -> str:
    """What the line above makes of a name, where it is a label; without its colon (*Video*, *Source*) it may as well be
    a section's name above a byline or a person's."""
    line = text[above.start : above.end]
    label = label_alone(line)
    plain = bool(label) and not line.rstrip().endswith((":", " by"))
    signs = bylines.byline_of(words) or find_dates(words) or (label != "photo" and begins_with_given(words))
    return "" if plain and signs else label


def _is_glued(text: str, before: ZonedRange, start: int) -> bool:
    """Whether a credit stands on the line of a picture's caption, which is before it, or in brackets right below and
    says nothing of a text."""
    if before.zone is not Zone.CAPTION:
        return False
    between, words = text[before.end : start], _line_at(text, start)
    below = (
        between.strip(" ") == "\n"
        and words[:1] in "(["
        and not (told_of_source(words.lstrip("([ ")) or signs_off(words))
    )
    return "\n" not in between or below


def _is_of_paper(before: ZonedRange, words: str) -> bool:
    """Whether a credit below a caption or a paragraph names a paper's own photographer."""
    return before.zone in (Zone.BODY, Zone.CAPTION) and signs_for_house(words)


def _is_beside_caption(ranges: Sequence[ZonedRange], number: int) -> bool:
    """Whether a short credit of no known form stands right below a caption, or right above one."""
    start, end, _ = ranges[number]
    beside = (n for n in (number - 1, number + 1) if 0 <= n < len(ranges))
    return end - start <= LONGEST_NAME and any(ranges[n].zone is Zone.CAPTION for n in beside)


def _line_at(text: str, at: int) -> str:
    """The line that holds a place of the text."""
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]


def _of_picture(text: str, credit: FoundCredit, bodies: Sequence[int], originals: Container[str]) -> FoundCredit:
    """A source named between the paragraphs, which begin at ``bodies``, without a day: the picture's or the chart's
    that stood there, unless the line tells of this text or names an original besides (``originals``: those that do)."""
    inside = len(bodies) > BODIES_BEFORE and bodies[BODIES_BEFORE - 1] < credit.start < bodies[-1]
    line = _line_at(text, credit.start)
    done = not set("KDG").isdisjoint(map(kind_of, TOKEN.findall(line.lower())))
    inside = inside and not (done or line in originals or speaks_of_text(line) or THROUGH.match(line))
    if credit.role is not CreditRole.REPUBLISHED_FROM or credit.date or not inside:
        return credit
    return credit._replace(role=CreditRole.PHOTO, detail="a source named between paragraphs, as pictures' are")


def _of_text(text: str, credit: FoundCredit, bodies: Sequence[int], captions: set[int]) -> FoundCredit:
    """A name after © below the article, beside no caption, is no picture's: an agency's is the text's, that of an
    outlet the page's."""
    before = text[max(0, credit.start - 4) : credit.start].rstrip()
    below = bool(bodies) and credit.start > bodies[-1]
    if credit.role is not CreditRole.PHOTO or not below or not before.endswith(("©", "(c)")):
        return credit
    outlet = find_outlet(credit.name)
    near = credit.start - len(before) - 2
    if any(near - 3 <= end <= credit.start for end in captions):
        return credit
    if not outlet or outlet.kind != "agency":
        edge = credit._replace(role=CreditRole.COPYRIGHT, detail=rights.AT_EDGE)
        owns = rights.COMPANY.search(credit.name) or HOLDING.search(credit.name) or sounds_like_outlet(credit.name)
        return edge if owns else credit
    return credit._replace(role=CreditRole.COPYRIGHT, name=outlet.name, detail=rights.BESIDE)


def _at_end(text: str, ranges: Sequence[ZonedRange]) -> Iterator[FoundCredit]:
    """The original that a last paragraph of a text without furniture names (``This story first appeared in X.``), or
    who helped with it (``With files from Y``); where the rest of it stands (``Read the full story at X``)."""
    last = max((n for n, r in enumerate(ranges) if r.zone is Zone.BODY), default=len(ranges))
    for start, end, zone in ranges[last + 1 : last + 1 + LINKS_BELOW]:
        if zone is Zone.FURNITURE and end - start < AT_END and leads_on(text[start:end]):
            yield from taken(hops_in(text[start:end]), text[start:end], start)
    for start, end, _ in [r for r in ranges if r.zone is Zone.BODY][-1:]:
        if end - start < AT_END:
            yield from helpers_of(text[start:end], start)
            named = (source for source in sources_in(text[start:end]) if source.role is CreditRole.ORIGINAL)
            yield from taken([s for s in named if sounds_like_outlet(s.name)], text[start:end], start)
