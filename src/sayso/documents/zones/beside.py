"""What stands between the paragraphs of an article and below them: links to others, credits, notices, comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.documents.credits import bylines, rights
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.signed import signs_by_name
from sayso.documents.credits.sources import sources_in
from sayso.vocab import Zone

if TYPE_CHECKING:
    from sayso.documents.zones.finder import PageLines

#: Credits and notices follow the last paragraph within this many lines.
TAIL_LINES = 9
#: Whoever wrote the text is named alone on a line at most so often.
MOST_SIGNED = 3

#: So many lone names in a row are a list.
LISTED = 3

#: A label on a line of its own, before a link to another article.
TEASER_LABEL = re.compile(
    r"^(?:read (?:more|also|next)|also read|related(?: article| story| post| video| news)?"
    r"|see also|more|watch|don['’]t miss|recommended)\W*$",
    re.IGNORECASE,
)

#: A heading that says how many comments follow, one at least.
COMMENTS_COUNTED = re.compile(
    r"^[1-9][\d,.]*\s+(?:comments?|responses?|thoughts?|replies)|comments? [(\[]?[1-9]|[(\[][1-9][\d,.]*[)\]]$",
    re.IGNORECASE,
)

#: What a link to other articles says instead of a title.
INVITATION = re.compile(r"^(?:click|tap|read|see) (?:here|more|also)\b", re.IGNORECASE)


def mark_teasers(page: PageLines, zones: list[Zone]) -> None:
    """Links to other articles between the paragraphs: a headline of several words, mostly capitalised, alone or
    under a picture's caption; whatever is no running text under a heading such as *Related*."""
    listed = False
    for number in range(page.first, page.core[1]):
        line = page.lines[number]
        listed = page.kinds[number] == "end" or (listed and not page.runs(number))
        if listed and zones[number] is Zone.BODY:
            zones[number] = Zone.TEASER if line.words >= 4 else Zone.FURNITURE
        if line.arrow and line.words >= 3 and not line.ends_sentence and zones[number] is Zone.BODY:
            zones[number] = Zone.TEASER
        headline_like = 4 <= line.words <= 22 and not line.ends_sentence and not line.bullet
        if not headline_like or line.text.endswith((":", ",", ";")) or page.captions[number]:
            continue
        if zones[number] is not Zone.BODY or number == page.first:
            continue
        before = number - 1
        label = page.lines[before]
        labelled = TEASER_LABEL.match(label.text) or (page.kinds[before] == "teaser" and label.words <= 3)
        pictured = zones[before] is Zone.CAPTION and not line.apart and line.words >= 5
        credited = zones[before] is Zone.CREDIT and TEASER_LABEL.match(page.lines[before - 1].text)
        invited = before >= page.first and not line.apart and line.closed and INVITATION.match(page.lines[before].text)
        if labelled:
            zones[number] = Zone.TEASER
        elif invited or (before >= page.first and (pictured or credited)):
            zones[number] = zones[before] = Zone.TEASER
        elif line.words >= 8 and line.capitalised >= 0.85 and line.apart and line.closed:
            zones[number] = Zone.TEASER


def mark_tail(page: PageLines, zones: list[Zone]) -> None:
    """What follows the last paragraphs: credits, notices, a note on the author."""
    last = max((n for n in range(*page.core) if zones[n] is Zone.BODY), default=page.core[1] - 1)
    furniture = False
    unsigned = Zone.BYLINE not in zones[:last]  # else the name is that of another article
    for number in range(max(page.first + 1, last - 2), min(len(page.lines), last + TAIL_LINES)):
        zone, kind = page.near(number), page.kinds[number]
        if kind in ("end", "comments"):
            break
        furniture = furniture or kind == "furniture"
        words = page.lines[number].text
        about = kind != "promo" or rights.COPYRIGHT.match(words) or sources_in(words)
        if furniture and rights.COPYRIGHT.match(words):
            zones[number] = Zone.FURNITURE  # the site's own notice
        elif (zone in (Zone.CREDIT, Zone.LICENCE) and about) or (
            zone is Zone.BYLINE and unsigned and not kind and signs_by_name(words)
        ):
            zones[number] = zone
        elif zones[number] is Zone.BODY and bylines.AUTHOR_NOTE.match(words):
            zones[number] = Zone.FURNITURE
        elif zones[number] is Zone.FURNITURE and page.captions[number] and not kind and page.lines[number].words >= 5:
            zones[number] = Zone.CAPTION


def signs_above(page: PageLines, top: int) -> bool:
    """Whether the line above the headline, which is line ``top``, says who wrote the text, and none below it does."""
    above = page.lines[top - 1].text
    if page.kinds[top - 1] or not signs_by_name(above):
        return False
    return not any(page.near(n) is Zone.BYLINE for n in range(top + 1, page.first))


def is_writer(page: PageLines, number: int) -> bool:
    """Whether a line is the name of somebody of whom headline and article do not tell, and none of a list of names."""
    line = page.lines[number]
    if line.words < 2 or line.bullet or page.counts[line.key] > MOST_SIGNED or not begins_with_given(line.text):
        return False
    if _is_listed(page, number):
        return False
    last = line.key.split()[-1]
    telling = [n for n in range(page.first, page.core[1]) if n != number and page.runs(n)]
    telling += [] if page.headline is None else [page.headline]
    return not any(last in page.lines[n].key for n in telling)


def _is_listed(page: PageLines, number: int) -> bool:
    """Whether a line is one of three names in a row at least, each alone on its line: more than sign a text so."""
    row = 1
    for step in (-1, 1):
        at = number + step
        while 0 <= at < len(page.lines) and row < LISTED and _is_name_alone(page, at):
            row, at = row + 1, at + step
    return row >= LISTED


def _is_name_alone(page: PageLines, number: int) -> bool:
    line = page.lines[number]
    return 2 <= line.words <= 4 and begins_with_given(line.text) and bylines.is_person_line(line.text)


def mark_signed(page: PageLines, zones: list[Zone]) -> None:
    """Who signs an article that nobody signed so far, within a few lines of its last paragraph; no longer who signs
    another, or is shown in its picture."""
    last = max((n for n, zone in enumerate(zones) if zone is Zone.BODY), default=len(zones))
    signed = [n for n, zone in enumerate(zones) if zone is Zone.BYLINE]
    for number in signed:
        if "end" in (page.kinds[n] for n in range(last + 1, number)):
            zones[number] = Zone.TEASER
        elif _is_shown(page, zones, number):
            zones[number] = Zone.FURNITURE
    if Zone.BYLINE in zones:
        return
    for number in range(last + 1, min(len(zones), last + TAIL_LINES)):
        words, kind = page.lines[number].text, page.kinds[number]
        if kind in ("end", "comments"):
            return
        if zones[number] is Zone.FURNITURE and not kind and page.near(number) is Zone.BYLINE and signs_by_name(words):
            zones[number] = Zone.BYLINE
            return


def _is_shown(page: PageLines, zones: list[Zone], number: int) -> bool:
    """Whether a line is the name of the person whom the first text below it tells of, as above a picture: ``Ada Bell``,
    ``Ada Bell, of Kembra, holds …``."""
    name = page.lines[number].text
    told = next((n for n in range(number + 1, len(zones)) if zones[n] in (Zone.BODY, Zone.CAPTION)), None)
    if told is None or not bylines.PERSON.match(name):
        return False
    below = page.lines[told].text
    return below.startswith((f"{name} ", f"{name}, ")) and not bylines.AUTHOR_NOTE.match(below)


def mark_after(page: PageLines, zones: list[Zone]) -> None:
    """Below the article: readers' comments under their heading, other articles under theirs. A heading that counts
    the comments is followed by them, whatever they look like."""
    under = ""
    counted = False
    for number in range(page.core[1], len(page.lines)):
        line, kind = page.lines[number], page.kinds[number]
        if kind in ("comments", "end"):
            under = kind
            counted = kind == "comments" and bool(COMMENTS_COUNTED.search(line.text))
            if counted:
                zones[number] = Zone.COMMENT
        elif kind == "teaser" and line.words >= 4 and zones[number] not in (Zone.CREDIT, Zone.LICENCE):
            zones[number] = Zone.TEASER
        elif kind or rights.COPYRIGHT.match(line.text):
            counted = False
        elif zones[number] is Zone.FURNITURE:
            if under == "comments" and (counted or line.is_prose):
                zones[number] = Zone.COMMENT
            elif under == "end" and (line.cut_short or line.is_prose or (line.words >= 5 and line.is_heading)):
                zones[number] = Zone.TEASER
