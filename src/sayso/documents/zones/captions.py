"""Which lines of a flat page tell what a picture shows: by their words, by the lines beside them, by the site's name at
their end. What the words of a line alone tell is in ``pictures``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.documents.credits import bylines, datelines, pictures
from sayso.documents.credits.notices import is_person_and_source
from sayso.documents.credits.signed import signs_by_name, zone_of_signed
from sayso.documents.credits.sites import site_part, suffix_in
from sayso.documents.dates.words import begins_with_day, find_dates
from sayso.documents.zones.lines import Line, key_of
from sayso.vocab import Zone

#: What ends with the name of a site within this many lines of the top is a title.
TITLE_LINES = 3
#: A line of at most this many words that begins as a byline is no caption, whoever's pictures it goes on to tell of.
BYLINE_AT_MOST = 12
#: A caption told by its place alone has at most this many words.
AT_MOST = 40
#: A line without a full stop is a caption rather than a heading from this many words on.
LONG_LABEL = 16
#: A sentence with a credit right below, the two by themselves, is a caption if it has fewer words; a longer one is a
#: paragraph whose picture stands below it.
SHORT = 18
#: A scene told above a credit is one sentence of at most this many words.
LONGEST_SCENE = 35
MORE_FOLLOWS = re.compile(r"[a-z\d)]{3}[.!?] [A-ZÀ-Þ]")
#: Nobody is quoted in a caption.
QUOTES = '"“”„«»'
#: Which of those shown somebody is: "Ada Bell (right)", "Ada Bell (second from left)"; "From left: …".
SIDE = re.compile(
    r"[A-ZÀ-Þ][\w.’'-]{0,30},? \((?:(?:far|top|bottom|front|back|second|third|fourth|fifth|from|the)\s){0,3}"
    r"(?:left|right|cent(?:re|er)|pictured|seated|standing|L|R|C)\)"
    r"|^From (?:the )?(?:left|right)\b(?: to (?:left|right))?[:;,]"
)


def is_caption(lines: Sequence[Line], number: int, kind: str, site: str | None) -> bool:
    """Whether a line's own words, the label above, the credit below, or the site's name at its end (as in a picture's
    description) make it a caption. ``kind`` is that of its set phrase."""
    return _tells_of_picture(lines, number, kind, site) and not _is_of_text(lines[number])


def _tells_of_picture(lines: Sequence[Line], number: int, kind: str, site: str | None) -> bool:
    line = lines[number]
    suffix = suffix_in(line.text) if number < TITLE_LINES and not line.ends_sentence else None
    credited = bool(suffix) and pictures.is_photo_credit(suffix["name"] if suffix else "")
    slashed = "/" in line.text[-30:] and pictures.may_end_with_credit(line.text)
    titled = bool(suffix) and not (slashed or credited)
    if (kind == "caption" and not pictures.is_photo_credit(line.text)) or (
        pictures.is_caption(line.text) and not titled
    ):
        return True
    before = lines[number - 1] if number else None
    if before and pictures.LABEL_ALONE.match(before.text) and not line.apart and line.words <= AT_MOST:
        return True
    if not kind and (names_sides(line.text) or (number + 1 < len(lines) and is_above_credit(line, lines[number + 1]))):
        return True
    match = suffix_in(line.text) if number and site and line.words <= pictures.MOST_WORDS else None
    return bool(match and site_part(match) == site and not _is_signed(lines, number))


def _is_signed(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is a person's name and an outlet's, and the day stands below it."""
    below = lines[number + 1] if number + 1 < len(lines) else None
    dated = below is not None and below.words <= BYLINE_AT_MOST and bool(find_dates(below.text))
    return dated and zone_of_signed(lines[number].text) is Zone.BYLINE


def _is_of_text(line: Line) -> bool:
    """Whether a line says by whom and when a text is; pictures' captions do not begin with the day."""
    by = line.words <= BYLINE_AT_MOST and bylines.byline_of(line.text)
    return bool(
        by
        or signs_by_name(line.text)
        or is_person_and_source(line.text)
        or begins_with_day(line.text)
        or datelines.is_place_and_agency(line.text)
        or datelines.is_sent(line.text)
    )


def names_sides(words: str) -> bool:
    """Whether a line tells who of those shown stands where, as only captions do."""
    told = "(" in words or words.startswith("From ")
    return told and len(words.split()) <= pictures.MOST_WORDS and bool(SIDE.search(words))


def is_above_credit(line: Line, below: Line) -> bool:
    """Whether a line right above whose picture it is tells what that shows: a short sentence, the two by themselves;
    a scene in the present above an agency's name; a long line without a full stop."""
    words = line.text
    if not below.apart and 4 <= line.words <= AT_MOST and pictures.is_beneath(below.text):
        return line.ends_sentence
    if not 5 <= line.words <= pictures.MOST_WORDS or words.endswith(("?", ":")):
        return False
    if any(map(words.__contains__, QUOTES)):
        return False
    by_agency = pictures.names_picture_agency(below.text)
    labelled = pictures.is_photo_credit(below.text)
    if line.words >= LONG_LABEL and words[-1].isalnum():
        return labelled or pictures.is_agency_alone(below.text)
    by_themselves = line.apart and not below.apart and below.closed
    if (labelled or by_agency) and by_themselves and words.endswith(".") and line.words < SHORT:
        return True
    single = words.endswith(".") and line.words <= LONGEST_SCENE and not MORE_FOLLOWS.search(words)
    return by_agency and single and pictures.tells_scene(words)


def is_credit_below(line: Line) -> bool:
    """Whether a line right below a caption says whose picture it is."""
    return (not line.apart and pictures.is_beneath(line.text)) or pictures.is_agency_alone(line.text)


def is_described(lines: Sequence[Line], number: int, site: str) -> bool:
    """Whether a line close by is this line with the site's name at its end: the picture's description."""
    line = lines[number]
    if not 4 <= line.words <= pictures.MOST_WORDS:
        return False
    for other in range(max(1, number - 2), min(len(lines), number + 3)):
        match = suffix_in(lines[other].text) if other != number else None
        if match and site_part(match) == site and line.key.endswith(key_of(match["title"])):
            return True
    return False
