"""Where a text was sent from and by which agency, as its first paragraph's beginning or a line of its own says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.letters import CAPITALS, CASELESS, as_title
from sayso.documents.credits.sites import DOMAIN, sounds_like_outlet
from sayso.documents.dates.labels import DATE_LABEL, is_date_line
from sayso.documents.dates.words import begins_with_month, find_dates, weekday_pattern
from sayso.documents.page import ZonedRange
from sayso.documents.zones.lines import key_of
from sayso.documents.zones.phrases import phrases
from sayso.outlets import canonical, find_outlet, is_agency
from sayso.types import Dateline
from sayso.vocab import Zone

_PLACE = (
    rf"[{CAPITALS}][{CAPITALS}'’.-]+(?:[ /-][{CAPITALS}][\w'’.]*){{0,3}}(?:/[{CAPITALS}][\w'’. ]{{1,24}})?"
    rf"(?:,\s[{CAPITALS}][\w.'’ ]{{1,24}}){{0,2}}"
)
_WORD = rf"[{CAPITALS}][\w’'-]+"
#: A place written as names are, its country or state after it at most.
_NAMED = rf"{_WORD}(?: (?:(?:de|do|da|dos|del|la|di|du|des|sur|am|upon|on) )?{_WORD}){{0,2}}"
_MIXED = rf"{_NAMED}(?:/{_WORD})?(?:, {_WORD}(?: {_WORD})?|(?: [\[(]{_WORD}(?: {_WORD})?[\])]){{1,2}})?"
#: "Kembra, Ostravia – ": only the dash tells.
_WITH_COUNTRY = rf"{_WORD}(?: {_WORD})?, {_WORD}(?: {_WORD})?(?= [-–—] ?[“\"{CAPITALS}])"
_DAY = r"[A-Z][a-zé]{2,8}\.?\s+\d{1,2}(?:,?\s+\d{4})?|\d{1,2}(?:st|nd|rd|th|\.)?\s+[^\W\d_]{3,10}\.?(?:,?\s+\d{4})?"
_AGENCY = r"[(\[/](?P<agency>[^()\[\]/]{2,40}?)(?:(?:\s?/\s?|\svia\s)[^()\[\]/]{2,40})?[)\]/]"
_DASH = r"\s*(?:[-–—:_]+\s*|$)"
#: "MOSCOW (Sputnik) —", "GENEVA, March 3 (Reuters) -", "BEIRUT —", "(Reuters) –".
DATELINE = re.compile(
    rf"^\W{{0,2}}(?:(?P<place>{_WITH_COUNTRY}|{_PLACE})(?:[.,]\s+(?P<date>{_DAY}))?\s*(?:{_AGENCY})?"
    rf"|[(\[](?P<alone>[A-Z][\w&. ]{{1,30}})[)\]]){_DASH}"
)
#: Where a known agency, or one named by its initials, is needed to tell a dateline from a sentence:
#: "Port Sudan, Feb. 6 (SUNA) -", "MOSCOW, March 3. /TASS/.", "Nov. 3 (UPI) --"; "Damascus, SANA-", "Kembra (AFP) The";
#: "TRIPOLI – Agence France-Presse" alone on its line; "Kembra, Ostravia CNN —"; "AFP, Kembra –"; "(Kembra, AFP) –".
BY_AGENCY = (
    re.compile(
        rf"^\W{{0,2}}(?P<place>{_MIXED})(?:,\s+(?P<date>{_DAY}))?[.,]?\s*{_AGENCY}\s*(?:[-–—:.]+\s*|(?=[{CAPITALS}“\"]))"
    ),
    re.compile(rf"^\W{{0,2}}(?P<date>{_DAY})\s*{_AGENCY}{_DASH}"),
    re.compile(rf"^【(?P<place>[{CASELESS}]{{2,10}}?)(?P<agency>(?:共同|時事|[{CASELESS}]{{1,4}}[社网網]))】"),
    re.compile(
        rf"^{_AGENCY}\s*[-–—]+\s*(?P<place>{_PLACE})(?:\s\([{CAPITALS}][\w' ]{{1,24}}\))?"
        rf"(?:,\s+(?P<date>{_DAY}|\d{{1,2}} [A-Z]{{3}}))?\s*[-–—.]+\s*"
    ),
    re.compile(rf"^(?P<place>{_MIXED}|{_PLACE})(?:,\s+(?P<date>{_DAY}))?,\s*(?P<agency>[A-Z]{{3,6}})\s?[-–—]+\s*"),
    re.compile(rf"^(?P<place>{_PLACE})\s+[-–—|]\s+(?P<agency>{_WORD}(?:[ -]{_WORD}){{0,4}})$"),
    re.compile(rf"^(?:(?P<place>{_MIXED})\s+)?(?P<agency>[A-Z]{{2,5}})\s+[-–—]+(?:\s+|$)"),
    re.compile(rf"^(?P<agency>{_WORD}(?: {_WORD}){{0,3}}), (?P<place>{_WORD}(?: {_WORD}){{0,2}})\s+[-–—]+(?:\s+|$)"),
    re.compile(rf"^(?P<place>{_PLACE}|{_MIXED})\s?[-–—]+\s?(?P<agency>{_WORD}(?: {_WORD}){{0,3}})\s?[-–—]+(?:\s+|$)"),
    re.compile(rf"^[(\[](?P<place>[{CASELESS}]{{1,12}})=(?P<agency>[{CASELESS}]{{2,12}})[)\]]"),
    re.compile(
        rf"^(?P<agency>[{CASELESS}]{{2,5}}[社网網])(?P<place>[{CASELESS}]{{2,8}}?)(?P<date>(?:\d{{1,2}}月)?\d{{1,2}}日)[电電讯訊]"
    ),
    re.compile(rf"^[(\[](?P<place>{_WORD}(?: {_WORD}){{0,2}}), (?P<agency>{_WORD}(?: {_WORD}){{0,3}})[)\]]{_DASH}"),
)
#: So many paragraphs, of which the first may be decks, are looked at for a dateline.
TOLD_WITHIN = 3
#: A line below the headline of at most so many characters that does not end as a sentence does is a deck.
DECK = 160
#: A place before a full stop has so many letters, as "ST." has not.
FEWEST_LETTERS = 5
#: "GPS-Sender": a hyphen inside a word.
IN_WORD = re.compile(r"(?<=\w)-(?=\w)")
PLACE_DASHED = re.compile(rf"[{CAPITALS}’'. -]{{3,30}}\s[–—-]\s")
#: "EFE / Lima", "AFP, Lima", "Lima - EFE", "LIMA-EFE": an agency and a place of one word.
_NO_CASE = rf"[{CAPITALS}{CASELESS}][\w’'-]+"
AGENCY_AND_PLACE = (
    re.compile(rf"(?P<agency>[^/|,]{{2,40}}?)(?:\s[/|–—-]|,)\s(?P<place>{_NO_CASE})$"),
    re.compile(rf"(?P<place>{_NO_CASE})\s[/|–—-]\s(?P<agency>[^/|–—-]{{2,40}})$"),
    re.compile(
        rf"(?P<place>[{CAPITALS}]{{3,}}(?: [{CAPITALS}]{{3,}}){{0,2}})\s?[/–—-]\s?(?P<agency>[^/|–—-]{{2,40}})$"
    ),
)
DASH = re.compile(r"[-–—]")
#: "Kembra: The council …", "Kembra - The council …", where an agency is named; "Kembra - PATIENTS in …" anywhere.
BEFORE_COLON = re.compile(rf"(?P<place>{_WORD}(?: {_WORD}){{0,2}})(?::| [-–—]) (?=[{CAPITALS}“])")
BEFORE_CAPITALS = re.compile(rf"(?P<place>{_WORD}(?: {_WORD})?) [-–—] (?=[{CAPITALS}]{{4,}} [a-z])")
#: "Kembra · The council …", as German papers have it; "KEMBRA • Two men …".
BEFORE_DOT = re.compile(rf"(?P<place>{_WORD}(?:[ /-]{_WORD}){{0,2}}) [·•] (?=[{CAPITALS}“„][\w’'-]*[ ,][^|·•]{{40}})")
BY = re.compile(r"^(?:by|por|par|von|di|door|av|af)\s", re.IGNORECASE)
#: What pages set in capitals before a day or a first sentence that is no place.
NO_PLACE = re.compile(
    rf"(?:{DATE_LABEL}|updates|breaking(?: news)?|exclusive|watch|live|editor['’]s note|note|photos?|video|analysis"
    r"|opinion|correction|read more|interview|review|essay|obituary|comment(?:ary)?|kommentar|kolumne|glosse"
    r"|leitartikel|reportage|portr[aä]t|rezension|nachruf|kultur)",
    re.IGNORECASE,
)
#: A place of one word, maybe with the article that goes with it, before a day; how far from it that is at most, the
#: weekday between.
PLACE_FIRST = re.compile(
    rf"(?P<place>(?:(?:La|Las|El|Los|Le|San|Santa|São|Saint|St\.|Bad|New|Den) )?{_WORD}), (?=\S*\s?\d|\w+,? )"
)
DAY_WITHIN = 14
PLACE_LAST = re.compile(rf"\d[:.]\d\d\D{{0,12}}\s[–—|-]\s?(?P<place>[{CAPITALS}]{{3,}}(?: [{CAPITALS}]{{3,}}){{0,2}})$")
#: A line that is a dateline has a figure, or what sets an agency's name off.
MARKED = re.compile(r"[\d(\[/|–—-]")
#: A line of an agency and a place has at most so many characters.
AGENCY_WITHIN = 60
PLACE_ALONE = re.compile(rf"(?P<place>{_NAMED}|{_PLACE})\s?(?:[—–]\W?|--)")
#: "Kembra, Ostravia | INLAND EYE | The council …".
BEFORE_BARS = re.compile(rf"(?P<place>{_MIXED}) \| (?P<agency>[{CAPITALS} ]{{2,40}}) \| (?=\S)")
#: This much of a paragraph is looked at for its dateline (characters).
DATELINE_WITHIN = 160
#: "Staff and agencies in Kembra".
STAFF_IN = re.compile(
    rf"(?:[\w’'-]+ )?(?i:staff|agencies|reporters?|correspondents?)(?: (?:and|with) (?:news )?agencies)?"
    rf" in (?P<place>{_NAMED})\W*$"
)


class DatelineParts(NamedTuple):
    """What a dateline says, with the range of the agency's name in the string."""

    place: str | None
    agency: str | None
    agency_at: tuple[int, int] | None
    whole: bool  # nothing follows the dateline


def dateline_of(words: str) -> DatelineParts | None:
    """The dateline that a paragraph begins with, or that a line is; None where there is none.

    A name in brackets is an agency where it is known as one or made like one's, and after a day or a place in
    capitals where it is one or two words.
    """
    return _agency_first(words) or _barred(words) or _by_agency(words) or _plain(words)


def _barred(words: str) -> DatelineParts | None:
    """A place and an outlet before a sentence, bars between."""
    match = BEFORE_BARS.match(words)
    if not match or not sounds_like_outlet(as_title(match["agency"])):
        return None
    known = find_outlet(match["agency"])
    return DatelineParts(match["place"], known.name if known else None, match.span("agency") if known else None, False)


def _plain(words: str) -> DatelineParts | None:
    """A dateline that its place in capitals, its brackets or its dash tell."""
    match = DATELINE.match(words[:DATELINE_WITHIN])
    if not match:
        return None
    which = next((g for g in ("agency", "alone") if match[g]), None)
    name = match[which].split(" - ")[0].strip() if which else ""
    known = bool(name) and (bool(find_outlet(name)) or (which == "agency" and sounds_like_outlet(name)))
    fits = which == "agency" and name[:1].isupper() and len(name.split()) <= (3 if match["date"] else 2)
    start = match.start(which) if which else 0
    agency_at = (start, start + len(name)) if known or fits else None
    dash = bool(re.search(r"[-–—:_]\s*$", match[0])) and not IN_WORD.match(words, match.end() - 1)
    place = match["place"] if match["place"] and (dash or match["date"] or agency_at) else None
    if place and _is_no_place(place):
        return None
    if place and not agency_at and ". " in place:  # "ASTANA. KAZINFORM –"
        before, behind = place.rsplit(". ", 1)
        if len(before) >= FEWEST_LETTERS:
            at = words.find(behind, match.start("place"))
            known = bool(find_outlet(behind))
            place, name, agency_at = before, behind, (at, at + len(behind)) if known else None
    if not place and not agency_at:
        return None
    if place and not agency_at and match.end() == len(words) and not match["date"]:
        return None  # "BEIRUT:" alone may be any heading
    return DatelineParts(place, canonical(name) if agency_at else None, agency_at, match.end() == len(words))


def _by_agency(words: str) -> DatelineParts | None:
    """A dateline that the agency's name tells."""
    for pattern in BY_AGENCY:
        match = pattern.match(words[:DATELINE_WITHIN])
        if not match:
            continue
        found = match.groupdict()
        name = match["agency"].strip()
        if weekday_pattern().fullmatch(name):
            continue  # "June 18, 2023 (Sun)"
        initials = name.isupper() and name.isalpha() and 2 <= len(name) <= 5
        initials = initials and DASH.search(match[0], match.end("agency") - match.start()) is not None
        capital = bool(found.get("place")) and found["place"].split(",")[0].isupper() and "," in found["place"]
        if (
            find_outlet(name)
            or (initials and capital)
            or (found.get("date") and (initials or sounds_like_outlet(name)))
        ):
            start = match.start("agency")
            at = (start, start + len(name))
            return DatelineParts(found.get("place"), canonical(name), at, match.end() == len(words))
    return None


def is_place_and_agency(words: str) -> bool:
    """Whether a line is a place in capitals, a dash and an agency: ``TRIPOLI – Agence France-Presse``."""
    found = dateline_of(words) if PLACE_DASHED.match(words) or _agency_first(words) else None
    return bool(found and found.whole and found.agency and found.place and not find_outlet(found.place))


def _agency_first(words: str) -> DatelineParts | None:
    """A line that is an agency's name and a place of one word in either order, a mark between them."""
    for pattern in AGENCY_AND_PLACE if len(words) <= AGENCY_WITHIN else ():
        match = pattern.match(words)
        if not match or not is_agency(match["agency"]):
            continue
        place = match["place"]
        told = begins_with_month(place) or weekday_pattern().fullmatch(place) or _is_no_place(place)
        if not (told or sounds_like_outlet(place)):
            return DatelineParts(place, canonical(match["agency"]), match.span("agency"), True)
    return None


def place_beside_day(words: str) -> str | None:
    """The place of a line that is a place of one word and a day (``Granada, 3 mar 2018``), or a day with its hour and a
    place in capitals (``March 3, 2018 09:30 pm IST - GRANADA``); None of any other line."""
    if behind := PLACE_LAST.search(words):
        name = behind["place"]
        dated = is_date_line(words[: behind.start()]) and len(find_dates(words)) == 1
        return None if not dated or _is_no_place(name) or _is_named(name) else name
    match = PLACE_FIRST.match(words)
    dates = find_dates(words) if match else []
    whole = len(dates) == 1 and match is not None and dates[0].start - match.end() <= DAY_WITHIN
    if not whole or not is_date_line(words[match.end() :] if match else "") or not match:
        return None
    name = match["place"]
    known = begins_with_month(name) or weekday_pattern().fullmatch(name) or _is_no_place(name)
    return None if known or sounds_like_outlet(name) else name


def place_alone(words: str) -> str | None:
    """The place that a line of nothing else names, a dash behind it: ``San Roque —``; None of any other line."""
    match = PLACE_ALONE.fullmatch(words) if len(words) <= AGENCY_WITHIN else None
    return match["place"] if match else None


def is_sent(words: str) -> bool:
    """Whether a line is a place, a day and an agency, and no more: ``KEMBRA, March 4, 2019 (AFP)``."""
    found = dateline_of(words) if "(" in words and find_dates(words) else None
    return bool(found and found.whole and found.place and found.agency)


def is_dateline(words: str) -> bool:
    """Whether a line is a dateline and no more: ``BEIRUT, March 3 (Reuters)``."""
    found = dateline_of(words) if MARKED.search(words) else None
    return bool(found and found.whole and (found.agency or find_dates(words) or re.search(r"\d", words)))


def read_dateline(text: str, ranges: Sequence[ZonedRange], *, sent: bool = False) -> Dateline | None:
    """Place and agency of the dateline that one of the first paragraphs, or a line of its own, begins with. ``sent``:
    a credit above the text names an agency, so that the first paragraph may begin with a place and a colon."""
    bodies = decks = 0
    for start, end, zone in ranges:
        short = zone is Zone.BYLINE and end - start <= AGENCY_WITHIN
        if short and (found := _agency_first(BY.sub("", text[start:end]))):
            return Dateline(found.place, found.agency)
        if short and (within := STAFF_IN.match(text, start, end)):
            return Dateline(within["place"], None)
        if zone not in (Zone.BODY, Zone.DATELINE):
            continue
        if zone is Zone.DATELINE and (alone := place_alone(text[start:end])):
            return Dateline(_place_name(alone), None)
        if bodies >= TOLD_WITHIN:
            continue
        words = text[start : min(end, start + DATELINE_WITHIN)]
        if zone is Zone.DATELINE and (before := place_beside_day(words)):
            return Dateline(_place_name(before), None)
        found = dateline_of(words)
        if found and found.place and not (found.agency or find_dates(words)) and _is_common(found.place, text):
            found = None
        if found:
            return Dateline(_place_name(found.place) if found.place else None, found.agency)
        pattern = BEFORE_COLON if sent else BEFORE_CAPITALS
        if zone is Zone.BODY and bodies == decks:
            dotted = BEFORE_DOT.match(text, start, end)
            if begins := pattern.match(text, start, end) or dotted:
                name = begins["place"]
                told = _is_no_place(name) or _is_common(name, text) or (dotted and _is_named(name))
                return None if told else Dateline(name, None)
        bodies += zone is Zone.BODY
        decks += zone is Zone.BODY and is_deck(text[start:end])
    return None


def is_deck(words: str) -> bool:
    """Whether a line of the text above its first paragraph is a deck, not that paragraph."""
    return len(words) <= DECK and words[-1].isalnum()


def _is_no_place(name: str) -> bool:
    """Whether what stands as a place is a rubric's label, an address, a section's name: ``Science - NASA …``."""
    return bool(NO_PLACE.fullmatch(name) or DOMAIN.match(name)) or key_of(name) in phrases().whole


def _is_common(name: str, text: str) -> bool:
    """Whether what stands as a place is a word that the text has in small letters, too: ``Toss - The captain …``."""
    word = re.escape(name.lower())
    return " " not in name and re.search(rf"(?<![\w@./#-]){word}(?![\w@/-]|\.\w)", text) is not None


def _is_named(name: str) -> bool:
    """Whether a name is somebody's or an outlet's: ``Ada Bell · The council …``."""
    return (" " in name and begins_with_given(name)) or find_outlet(name) is not None or sounds_like_outlet(name)


def _place_name(place: str) -> str:
    """``NEW YORK, Dec`` as *New York*: up to the first comma or slash, one capital a word; ``U.N.`` stays."""
    first = re.sub(r"(?<!\.\w)\.$", "", re.split(r"[,/\[(]", place)[0].strip(" -"))
    return " ".join(
        word
        if "." in word or not word.isupper()
        else "-".join(part.capitalize().replace("i\u0307", "i") for part in word.split("-"))
        for word in first.split()
    )
