"""Names that stand alone beside an article, or end it, and say so whose text it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.documents.credits import bylines, pictures
from sayso.documents.credits.bylinenames import IN_BRACKETS
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.letters import plain_marks
from sayso.documents.credits.notices import (
    agency_and_place,
    is_name_of_source,
    is_photographer_and_paper,
    signs_picture,
    wire_in,
)
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.credits.sources import sources_in
from sayso.documents.dates.words import find_dates
from sayso.documents.page import FoundCredit, ZonedRange
from sayso.outlets import canonical, find_outlet, surely_outlet
from sayso.spans import trimmed
from sayso.vocab import CreditRole, Zone

#: A line is between the paragraphs where this many stand before it (a deck may be one) and one after.
BODIES_BEFORE = 2
#: An agency's name alone stands this few lines under the text.
CREDITS_BELOW = 3
#: The name of a photographer's house has at most so many words.
LONGEST_HOUSE = 5
#: A page's own name and menu take this many lines.
OWN_LINES = 2
OF_PICTURES_SHOWN = "whose pictures are shown"
#: A paragraph above the credits is a deck up to this length (characters).
DECK = 160
BETWEEN_AGENCIES = re.compile(r"[/|,]|\s(?:and|und|et|y|e)\s")
#: Initials and agencies alone on a line: "kt/msh (AFP, dpa)", "(ANSA).", "AFP, dpa".
SIGN_OFF = re.compile(r"[/=–—-]{0,2}\s?(?P<names>[^()\[\]:.]{0,50}?[(\[]?[^()\[\]:.]{2,50}?)[)\]]?\W*")
LONGEST_SIGN_OFF = 60
INITIALS = re.compile(r"(?:[a-z]{2,4}|[A-Z]{2,4})\s(?:mit|with|avec|con|com)\s|[a-z]{2,4}\s*[/,(\[]?\s*|\s*[(\[]\s*")
#: "PTI KND ABC": whoever wrote and edited an agency's text.
EDITORS = re.compile(r"(?<=^[A-Z]{3})(?:\s[A-Z]{2,4}){1,4}$")
INITIALS_LAST = re.compile(r"[a-z]{2,4}")
AGENCY_AT_END = re.compile(
    r"[.!?”\"]\s*(?:[(\[](?P<name>[^()\[\]]{2,40})[)\]]|\s[–—-]{1,2}\s?(?P<dashed>[A-Z][\w -]{1,30})"
    r"|\s(?P<bare>[a-z]{3}|[A-Z]{3,6})(?:/[a-z]{2,5}){0,3}(?:\s[A-Z]{2,4}){0,4})$"
)


#: What portals ask beside the brand of whose text it is: "Harbour Gazette Follow 11.4K Followers".
FOLLOW = re.compile(r"\s(?-i:Follow(?:ing)?|FOLLOW)(?:\s[\d.,]+[km]?\sfollowers)?$", re.IGNORECASE)
#: What stands above the headline so many times before is an item of the menu and of the crumbs.
IN_MENU = 2


def lone_names(text: str, ranges: Sequence[ZonedRange]) -> Iterator[FoundCredit]:
    """An outlet's name alone on a line above the first paragraph, no picture beside it: whose text it is. The day on
    the line below is that of an outlet, while an agency's is the page's own."""
    bodies = [n for n, r in enumerate(ranges) if r.zone is Zone.BODY][:BODIES_BEFORE]
    first = next((n for n in bodies if ranges[n].end - ranges[n].start > DECK), bodies[-1] if bodies else 0)
    yield from _above_headline(text, ranges[:first])
    for number, (start, end, zone) in enumerate(ranges[:first]):
        words = text[start : min(end, start + 60)]
        if zone is not Zone.CREDIT or end - start > 60 or wire_in(words) or sources_in(words):
            continue
        if is_photographer_and_paper(words) or not words.strip():
            continue
        beside = {ranges[n].zone for n in (number - 1, number + 1) if 0 <= n < first}
        if number and ranges[number - 1].zone is Zone.BYLINE:
            beside = {Zone.BYLINE}  # for whom somebody wrote, above a picture
        if pictures.OF_PICTURES.match(words):
            yield FoundCredit(start, end, CreditRole.PHOTO, canonical(words), None, OF_PICTURES_SHOWN)
        elif Zone.CAPTION not in beside and (place := agency_and_place(words)):
            name = words[slice(*place)]
            yield FoundCredit(start, start + len(name), CreditRole.AGENCY, canonical(name), None, "agency and place")
        elif (agencies := agencies_in(words, start)) and Zone.CAPTION not in beside:
            for name, begin, finish in agencies:
                detail = "the agency's name under the headline"
                yield FoundCredit(begin, finish, CreditRole.AGENCY, name, None, detail)
        elif Zone.CAPTION in beside and (is_name_of_source(words) or signs_picture(words, under=True)):
            name = words.strip("()[] ")
            start += words.find(name)
            yield FoundCredit(start, start + len(name), CreditRole.PHOTO, canonical(name), None, OF_PICTURES_SHOWN)
        elif is_name_of_source(words):
            below = ranges[number + 1]
            dates = find_dates(text[below.start : below.end]) if below.zone is Zone.DATELINE else []
            date = dates[0].day.isoformat() if dates else None
            detail = "the outlet's name on a line under the headline"
            name = IN_BRACKETS.sub("", words)  # "Harbour Gazette (TNS)"
            end = start + len(name)
            yield FoundCredit(start, end, CreditRole.REPUBLISHED_FROM, canonical(name), date, detail)


def _above_headline(text: str, ranges: Sequence[ZonedRange]) -> Iterator[FoundCredit]:
    """The brand that portals set right above the headline of another outlet's text, below their own name and menu."""
    headline = next((n for n, r in enumerate(ranges) if r.zone is Zone.HEADLINE), 0)
    if headline <= OWN_LINES:
        return
    start, end, zone = ranges[headline - 1]
    words = FOLLOW.sub("", text[start:end])
    end = start + len(words)
    told = zone in (Zone.FURNITURE, Zone.CREDIT) and words.count(" ") >= 1 and is_name_of_source(words)
    told = told and text.count(words, 0, start) < IN_MENU  # a section
    if told and (words.lower().startswith("the ") or find_outlet(words)):
        detail = "the outlet's name on a line above the headline"
        yield FoundCredit(start, end, CreditRole.REPUBLISHED_FROM, canonical(words), None, detail)


def on_three_lines(text: str, ranges: Sequence[ZonedRange]) -> Iterator[FoundCredit]:
    """Who took a picture and for whom, where a page sets each on a line of its own, and the slash between."""
    slashes = [number for number, (start, end, _) in enumerate(ranges) if end - start == 1 and text[start] == "/"]
    for number in slashes:
        if not 0 < number < len(ranges) - 1 or any(0 < abs(other - number) <= 2 for other in slashes):
            continue  # a menu
        above, below = ranges[number - 1], ranges[number + 1]
        taker, house = text[above.start : above.end], text[below.start : below.end]
        known = begins_with_given(taker) or sounds_like_outlet(house)
        if known and bylines.PERSON.match(taker) and len(house.split()) <= LONGEST_HOUSE and house[:1].isupper():
            yield FoundCredit(above.start, below.end, CreditRole.PHOTO, f"{taker}/{house}", None, OF_PICTURES_SHOWN)


def agency_at_end(text: str, ranges: Sequence[ZonedRange]) -> Iterator[FoundCredit]:
    """An agency in brackets after the last paragraph's last sentence (``… he said. (AFP)``), or alone below it."""
    last = next((r for r in reversed(ranges) if r.zone is Zone.BODY), None)
    if last is None:
        return
    below = [r for r in ranges if r.start > last.start][:CREDITS_BELOW]
    for start, end, zone in below:
        if zone in (Zone.CREDIT, Zone.FURNITURE):
            for name, begin, finish in _signing(text[start:end], start):
                yield FoundCredit(begin, finish, CreditRole.AGENCY, name, None, "its name alone under the text")
    ends = [last, *(r for r in below[:1] if r.zone is Zone.FURNITURE)]  # a last sentence that was left out
    found = ((near, AGENCY_AT_END.search(text[near : r.end])) for r in ends if (near := max(r.start, r.end - 60)) >= 0)
    near, match = next(((near, match) for near, match in found if match), (0, None))
    if not match:
        return
    which = match.lastgroup or "name"
    for name, start, end in agencies_in(match[which], near + match.start(which)):
        yield FoundCredit(start, end, CreditRole.AGENCY, name, None, "its name ends the text")


def agencies_in(words: str, at: int) -> list[tuple[str, int, int]]:
    """The agencies of words that are nothing but their names, bars between them: ``AFP``, ``AFP/Reuters``; each with
    where it stands. None where one of them is no agency's."""
    found: list[tuple[str, int, int]] = []
    cuts = [match.span() for match in BETWEEN_AGENCIES.finditer(words)]
    for start, end in zip([0, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), len(words)], strict=True):
        written = words[start:end].strip()
        outlet = find_outlet(written) if written.isupper() or surely_outlet(written) else None  # "Mehr" is a word
        if not outlet and found and INITIALS_LAST.fullmatch(written):
            continue  # "sda/reb"
        if not outlet or outlet.kind != "agency" or pictures.OF_PICTURES.match(words[start:end].strip()):
            return []
        start, end = trimmed(words, start, end)
        found.append((outlet.name, at + start, at + end))
    return found


def signs_off(words: str) -> bool:
    """Whether a line is nothing but agencies of texts, with initials at most: ``kt/msh (AFP, dpa)``."""
    return bool(_signing(words, 0)) and not pictures.PHOTO_WORD.search(words)


def _signing(words: str, at: int) -> list[tuple[str, int, int]]:
    """The agencies of such a line, the initials before them left out one by one."""
    words = EDITORS.sub("", plain_marks(words)) if len(words) <= LONGEST_SIGN_OFF else ""
    match = SIGN_OFF.fullmatch(words)
    start, end = match.span("names") if match else (0, 0)
    while start < end:
        if found := agencies_in(words[start:end], at + start):
            return found
        initials = INITIALS.match(words, start, end)
        start = initials.end() if initials else end
    return []
