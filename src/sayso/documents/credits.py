"""Whom a page's text and pictures are from: credit lines, bylines, datelines, notices of rights.

:func:`zone_of_line` says what a line is when its own words tell; :func:`find_credits` reads the names off the zoned
ranges; :func:`read_provenance` puts them in order, each name having taken the text from the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.documents.datewords import find_dates, weekday_pattern
from sayso.documents.outlets import canonical, find_outlet, find_owner, is_agency, sounds_like_outlet
from sayso.documents.page import FoundCredit, ZonedRange
from sayso.types import Dateline
from sayso.vocab import CreditRole, Zone

NAME = r"[^.;:!?()\[\]|<>“”\"]{2,70}?"
#: Where a name in a notice ends.
END = r"(?=\s*(?:$|[.;:!?()\[\]|<>“”\"]|,?\s+(?:on|in|at|under|and was|and is|with|by|\d)\b))"

#: "The original source of this article is X", "Originally published by X", "This story first appeared in X".
ORIGINAL = re.compile(
    rf"\b(?:(?:the )?original(?: source| article| version| text)?(?: of (?:this|the) (?:article|story|report|text|piece|post))?"
    rf"(?: is| was|:)(?: published (?:by|in|on|at))?|(?:was |is )?(?:originally|first) (?:published|posted|appeared|printed|reported|run|ran)"
    rf"(?: here)?(?: by| in| on| at|:)+)\s+(?:the website of |the site |a blog called )?(?P<name>{NAME}){END}",
    re.IGNORECASE,
)
#: "Republished from X", "Source: X", "via X", "Courtesy of X".
TAKEN = re.compile(
    rf"^\W{{0,3}}(?:(?:this (?:article|story|report|text|post) (?:is|was|has been) )?(?:re-?published|re-?printed|re-?posted|cross-?posted|syndicated|taken|reproduced)"
    rf"(?: with (?:the )?permission)? (?:from|of|by|via|courtesy of)|source\s*:|sources\s*:|via\s*:?|courtesy(?: of|:)|h/t:?|from\s*:)\s*"
    rf"(?P<name>{NAME}){END}",
    re.IGNORECASE,
)
VIA_NO_NAME = re.compile(
    r"^(?:e-?mail|phone|telephone|video|zoom|skype|text|twitter|facebook|telegram|whatsapp|instagram|youtube|ap images)\b", re.I
)
FILES = re.compile(
    rf"\b(?:with (?:files|additional reporting|reporting|input|inputs|material|contributions?|agency inputs) (?:from|by)"
    rf"|additional reporting by|contributed to this (?:report|story))\s*:?\s*(?P<name>[^.;:!?()\[\]|]{{2,80}})?",
    re.IGNORECASE,
)
REPORTING = re.compile(r"^\W?\(?(?:reporting|writing|editing|compiled|edited|translated|produced) by\b", re.IGNORECASE)
COPYRIGHT = re.compile(r"^\W{0,2}(?:copyright\b|©|\(c\)\s)", re.IGNORECASE)
AGENCY_PHOTO = (
    r"getty(?: images)?|ap photo|ap images|associated press|reuters|afp|epa(?:-efe)?|efe|shutterstock|istock|alamy|unsplash|pixabay|flickr"
    r"|wikimedia(?: commons)?|anadolu(?: agency)?|xinhua|tass|ria novosti|sputnik|bloomberg|pa wire|pa media|zuma(?: press)?|sipa|imago"
    r"|dpa|ansa|nurphoto|handout|file photo|screenshot|screengrab|courtesy photo|press service|pool"
)
PHOTO = re.compile(
    rf"^\W{{0,2}}(?:(?:photo|photograph|picture|pic|image|photos|images|video|illustration|graphic|cover photo|featured image|main image|file photo)s?"
    rf"(?:\s+(?:credit|credits|source|copyright|courtesy|by|from))?(?:\s*[:,©|]|\s+(?:by|of|courtesy|copyright|©))\s*|(?:image|photo|picture) (?:source|credit|copyright),?\s+"
    rf"|credits?\s*[:.…]+\s*|©\s*(?=[^\n]{{0,60}}(?:/|\b(?:photo|{AGENCY_PHOTO})\b)))(?P<name>[^\n]{{2,90}})$",
    re.IGNORECASE,
)
PHOTO_TAIL = re.compile(
    rf"[(\[](?:photo|picture|image|file|credit|photograph)?s?\s*(?:by|:|courtesy of|credit:?)?\s*(?P<a>[^()\[\]]{{0,50}}?\b(?:{AGENCY_PHOTO})\b[^()\[\]]{{0,50}})[)\]]\s*$"
    r"|[(\[](?:photo|picture|image|credit|photograph)s?\s*(?:by|:|courtesy of|credit:?)\s*(?P<b>[^()\[\]]{2,60})[)\]]\s*$",
    re.IGNORECASE,
)
ONLY_PHOTO = re.compile(rf"^[^.!?]{{0,40}}?[/|,]?\s*\b(?:{AGENCY_PHOTO})\b(?:\s*[/|]\s*[^.!?]{{2,40}})?$", re.IGNORECASE)

BYLINE = re.compile(
    r"^(?:(?:article|story|report|reported|reporting|posted|written|words|text|analysis|opinion|interview|review|compiled|submitted|published)?\s*\bby\s*:?\s+"
    r"|(?:author|authors|reporter|writer|correspondent)\s*:\s*|report (?:of|from)\s+|(?:por|par|von|di|door|av|af)\s+(?=[A-ZÀ-Þ]))"
    r"(?P<name>\S.{1,110})$",
    re.IGNORECASE,
)
ROLE_AFTER = re.compile(
    r"\s*(?:[,|·•/–—]|\s-\s|\bfor\b|\bin\b|\bat\b|\bon\b|\d|\b(?:published|updated|posted|senior|staff|special|chief|political|world|foreign|business|digital|"
    r"contributing|associated|correspondent|reporter|editor|writer|producer|columnist|contributor|guest|author)\b).*$",
    re.IGNORECASE,
)
DESK = re.compile(
    r"^(?:[\w.’' -]{2,40},? )?(?:staff (?:reporter|writer|correspondent|report)s?|news ?desk|web ?desk|newsroom|editorial (?:staff|team|board)|our correspondent|"
    r"(?:special|political|foreign|chief|senior|business|world) (?:correspondent|reporter|editor)|agencies|news agencies|wire (?:reports|services))$",
    re.IGNORECASE,
)
PERSON = re.compile(r"^(?:(?:dr|prof|sir|mr|mrs|ms)\.? )?[A-ZÀ-Þ][\w’'.-]*(?: (?:[A-ZÀ-Þ][\w’'.-]*|de|von|van|al|bin|el|da|di)){1,3}$")

PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ /-][A-ZÀ-Þ][\w'’.]*){0,3}(?:,\s[A-ZÀ-Þ][\w.'’ ]{1,24}){0,2}"
#: "MOSCOW (Sputnik) —", "GENEVA, March 3 (Reuters) -", "BEIRUT —", "(Reuters) –".
DATELINE = re.compile(
    rf"^\W{{0,2}}(?:(?P<place>{PLACE})(?P<date>,\s+[A-Z][a-zé]{{2,8}}\.?\s+\d{{1,2}}(?:,?\s+\d{{4}})?)?\s*(?:[(\[/](?P<agency>[^()\[\]/]{{2,40}})[)\]/])?"
    rf"|[(\[](?P<alone>[A-Z][\w&. ]{{1,30}})[)\]])\s*(?:[-–—:]+|$)\s*"
)
DATE_LABEL = (
    r"published|publication date|posted|updated|last updated|last modified|modified|first published|issued|date|released|created|"
    r"written|publié|mis à jour|veröffentlicht|publiziert|erstellt|datum|stand|vom|aktualisiert|publicado|actualizado|pubblicato|gepubliceerd|"
    r"opublikowano|julkaistu|publicerad|опубликовано|дата"
)
LABELLED_DATE = re.compile(rf"^\W{{0,3}}(?:{DATE_LABEL})\b[\s:]*(?:on|at|le|am|el|il|op)?\b", re.IGNORECASE)
CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\.?\b|\b(?:[ECMP][SD]?T|GMT|UTC|BST|IST|CET|CEST|MSK|local time|uhr|[ap]\.?m\.?)\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    r"^(?:(?:published|updated|posted)\W*)?(?:\d{1,2}|an?|one)\s?(?:minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|months?|years?) ago$|^just now$|^yesterday$",
    re.IGNORECASE,
)
TAKEDOWN = re.compile(
    r"\b(?:remov(?:e|ed|al)|tak(?:e|en) (?:it |this |them )?(?:down|off)|delet(?:e|ed))\b", re.IGNORECASE
)
OFFER = re.compile(r"\b(?:if you|please|contact|e-?mail|request|notify|let (?:us|me) know|wish|on demand|asap|immediately)\b", re.IGNORECASE)
CREATIVE = re.compile(
    r"creative[- ]commons(?:\s+(?:attribution|zero|public domain)[\w\s./-]{0,60}?(?:licen[cs]e|\d\.\d))?|\bcc[ -]by(?:-(?:nc|nd|sa))*(?:[ -]\d\.\d)?\b|\bcc0\b",
    re.IGNORECASE,
)
OTHER_LICENCE = re.compile(
    r"\b(?:open government licen[cs]e|gnu free documentation licen[cs]e|public domain|fair use|copyleft)\b", re.IGNORECASE
)


def zone_of_line(words: str, near: bool) -> Zone | None:
    """What a line is by its own words; None where they do not tell.

    ``near`` says that the line stands beside the article (around its headline, or right after its last paragraph):
    there a name with a date, a lone weekday or a photographer's name means something that it does not mean elsewhere.
    """
    count = len(words.split())
    if count > 90:
        return None
    if is_licence(words):
        return Zone.LICENCE
    if count <= 25 and (PHOTO.match(words) or (near and count <= 7 and ONLY_PHOTO.match(words))):
        return Zone.CREDIT
    if COPYRIGHT.match(words):
        return Zone.CREDIT if near and count <= 20 else Zone.FURNITURE
    if count <= 30 and (ORIGINAL.search(words) or _taken(words) or REPORTING.match(words) or FILES.search(words)):
        return Zone.CREDIT
    if not near or count > 16:
        return None
    if outlet_and_date(words):
        return Zone.CREDIT
    if is_date_line(words):
        return Zone.DATELINE
    dateline = DATELINE.match(words)
    if dateline and dateline.end() == len(words) and (dateline["agency"] or dateline["date"] or dateline["alone"]):
        return Zone.DATELINE
    if BYLINE.match(words) or DESK.match(words) or is_name_and_date(words):
        return Zone.BYLINE
    return None


def is_name_and_date(words: str) -> bool:
    """Whether a line is a few names, sections or labels with a full date at its beginning or end:
    ``Ada Bell - 3 March 2016 - 10:20``."""
    dates = find_dates(words)
    if len({d.day for d in dates}) != 1 or words.endswith((".", "?", "!")) and not words.endswith("m."):
        return False
    before = re.findall(r"[^\W\d_]+", words[: dates[0].start])
    after = re.findall(r"[^\W\d_]+", CLOCK.sub(" ", words[dates[-1].end :]))
    return len(after) <= 1 or len(before) <= 1 or (len(before) + len(after) <= 8 and bool(re.search(r"[|·•/–—-]", words)))


def is_licence(words: str) -> bool:
    """Whether a line grants a licence, claims an exception, or offers to take the text down."""
    short = len(words.split()) <= 90
    return short and bool(CREATIVE.search(words) or OTHER_LICENCE.search(words) or (TAKEDOWN.search(words) and OFFER.search(words) and _about_rights(words)))


def _about_rights(words: str) -> bool:
    return bool(re.search(r"\b(?:article|content|post|material|image|photo|copyright|blog|site)s?\b", words, re.IGNORECASE))


def is_date_line(words: str) -> bool:
    """Whether a line holds a date and nothing else but a label, a weekday, a clock time."""
    if RELATIVE.match(words):
        return True
    left = words
    dates = find_dates(words)
    for date in reversed(dates):
        left = left[: date.start] + " " + left[date.end :]
    left = CLOCK.sub(" ", weekday_pattern().sub(" ", left))
    left = re.sub(rf"\b(?:{DATE_LABEL}|on|at|the|le|am|el|um|by|and|of)\b", " ", left, flags=re.IGNORECASE)
    return bool(dates) and len(re.sub(r"[\W\d_]+", "", left)) <= 3


def outlet_and_date(words: str) -> tuple[str, str] | None:
    """The outlet and the ISO date of a line that is just these: ``Harbour Gazette, 3 March 2016``."""
    dates = find_dates(words)
    if len(dates) != 1 or dates[0].end < len(words.rstrip(" .)")):
        return None
    name = weekday_pattern().sub("", words[: dates[0].start]).strip(" ,;:|-–—(•·")
    name = re.sub(r"^(?:from|via|source:?|by)\s+", "", name, flags=re.IGNORECASE)
    return (name, dates[0].day.isoformat()) if sounds_like_outlet(name) else None


def _taken(words: str) -> re.Match[str] | None:
    match = TAKEN.match(words)
    if not match or VIA_NO_NAME.match(match["name"]):
        return None
    labelled = ":" in words[: match.start("name")] or not words[: match.start("name")].strip().lower().startswith(("via", "from"))
    return match if match["name"][0].isupper() and (labelled or sounds_like_outlet(match["name"].strip())) else None


def find_credits(text: str, ranges: Sequence[ZonedRange]) -> list[FoundCredit]:
    """The credits that the ranges hold, in text order."""
    found: list[FoundCredit] = []
    first_body = True
    for start, end, zone in ranges:
        words = text[start : min(end, start + 1_000)]
        if zone in (Zone.CREDIT, Zone.LICENCE):
            found += _credits_of(words, start)
        elif zone is Zone.FURNITURE and len(words) <= 400:
            found += _copyright(words, start, "a notice at the page's edge")
        elif zone is Zone.CAPTION:
            found += _photo(PHOTO_TAIL, text[max(start, end - 200) : end], max(start, end - 200))
        elif zone is Zone.BYLINE:
            found += _authors(words, start)
        elif zone in (Zone.BODY, Zone.DATELINE) and (first_body or zone is Zone.DATELINE or DATELINE.match(words[:80])):
            found += _agency(words, start)
        first_body = first_body and zone is not Zone.BODY
    return sorted(set(found))


def _credits_of(words: str, at: int) -> Iterator[FoundCredit]:
    """The credits of a line in the credit or licence zone."""
    if match := ORIGINAL.search(words):
        yield _named(match, at, CreditRole.ORIGINAL, "the line calls it the original")
        return
    if PHOTO.match(words) or (len(words.split()) <= 7 and ONLY_PHOTO.match(words) and not find_outlet(words)):
        yield from _photo(PHOTO, words, at)
        return
    if COPYRIGHT.match(words):
        yield from _copyright(words, at, "a copyright notice beside the article")
        return
    if match := _taken(words):
        yield _named(match, at, CreditRole.REPUBLISHED_FROM, "the line says that the text is from there")
        return
    if match := FILES.search(words):
        if match["name"]:
            yield _named(match, at, CreditRole.AUTHOR, "contributed to the text")
        return
    if stacked := outlet_and_date(words):
        name, date = stacked
        start = words.find(name)
        detail = "a credit line: the outlet and the day on which it had the text"
        yield FoundCredit(at + start, at + start + len(name), CreditRole.REPUBLISHED_FROM, canonical(name), date, detail)


def _named(match: re.Match[str], at: int, role: CreditRole, detail: str) -> FoundCredit:
    name = match["name"].rstrip(" ,-–—")
    dates = find_dates(match.string)
    date = dates[0].day.isoformat() if len(dates) == 1 else None
    start = at + match.start("name")
    return FoundCredit(start, start + len(name), role, canonical(name), date, detail)


def _photo(pattern: re.Pattern[str], words: str, at: int) -> Iterator[FoundCredit]:
    match = pattern.search(words)
    if not match:
        name = words.strip()
        if pattern is PHOTO and name:
            start = at + words.find(name)
            yield FoundCredit(start, start + len(name), CreditRole.PHOTO, name, None, "the line names whose picture it is")
        return
    which = next((g for g in ("name", "a", "b") if match.groupdict().get(g)), None)
    if which:
        name = match[which].strip()
        start = at + match.start(which) + match[which].find(name)
        yield FoundCredit(start, start + len(name), CreditRole.PHOTO, name, None, "the line names whose picture it is")


def _copyright(words: str, at: int, detail: str) -> Iterator[FoundCredit]:
    name = find_owner(words)
    if name and name in words:
        start = at + words.find(name)
        yield FoundCredit(start, start + len(name), CreditRole.COPYRIGHT, canonical(name), None, detail)


def _authors(words: str, at: int) -> Iterator[FoundCredit]:
    for name in byline_names(words):
        start = at + words.find(name)
        if find_outlet(name):
            yield FoundCredit(start, start + len(name), CreditRole.AGENCY, canonical(name), None, "the byline names an agency or outlet")
        else:
            yield FoundCredit(start, start + len(name), CreditRole.AUTHOR, name, None, "the byline")


def byline_names(words: str) -> list[str]:
    """The names in a byline, without the words for *by*, offices and places; a line without *by* gives itself."""
    match = BYLINE.match(words)
    line = match["name"] if match else words
    dates = find_dates(line)
    line = line[: dates[0].start] if dates else line
    names = []
    for part in re.split(r",?\s+(?:and|&|und|et|y)\s+|,\s+|\s*[|•·]\s*|;\s*", line):
        name = weekday_pattern().sub("", part)
        name = name if find_outlet(name) else ROLE_AFTER.sub("", name)
        name = name.strip(" ,;:-–—|")
        if PERSON.match(name) or find_outlet(name) or (name.isupper() and 2 <= len(name.split()) <= 4):
            names.append(name)
    return [n for n in names if n in words] or ([line.strip()] if 0 < len(line.split()) <= 8 else [])


def _agency(words: str, at: int) -> Iterator[FoundCredit]:
    match = DATELINE.match(words[:160])
    which = next((g for g in ("agency", "alone") if match and match[g]), None)
    if match and which:
        name = match[which].split(" - ")[0].strip()
        if find_outlet(name) or (which == "agency" and sounds_like_outlet(name)):
            start = at + match.start(which)
            yield FoundCredit(start, start + len(name), CreditRole.AGENCY, canonical(name), None, "the dateline")


def read_dateline(text: str, ranges: Sequence[ZonedRange]) -> Dateline | None:
    """Place and agency of the dateline that the article's first paragraphs, or a line of its own, begin with."""
    bodies = 0
    for start, end, zone in ranges:
        if zone not in (Zone.BODY, Zone.DATELINE):
            continue
        match = DATELINE.match(text[start : min(end, start + 160)])
        if match and (match["agency"] or match["date"] or match["alone"] or zone is Zone.BODY):
            place = match["place"]
            named = match["agency"] or match["alone"]
            agency = canonical(named.split(" - ")[0]) if named and (find_outlet(named) or sounds_like_outlet(named)) else None
            if place or agency:
                return Dateline(_place_name(place) if place else None, agency)
        bodies += zone is Zone.BODY
        if bodies >= 3:
            break
    return None


def _place_name(place: str) -> str:
    """``NEW YORK`` as *New York*; what follows the first comma is left out; abbreviations of letters with points kept."""
    first = place.split(",")[0].strip(" -")
    return " ".join(w if "." in w or not w.isupper() else "-".join(p.capitalize() for p in w.split("-")) for w in first.split())


def read_provenance(publisher: str | None, credits: Sequence[FoundCredit]) -> tuple[str, ...]:
    """The publisher, then whom it took the text from, and so on, as far as the credits tell.

    Stacked credit lines go from the nearest to the farthest; the one called the original is farther than these; the
    agency of a dateline travels with the text, so it is the farthest. A copyright notice beside the article counts
    only where no other credit names a source.
    """
    by_role = {
        role: [c.name for c in credits if c.role is role and (role is not CreditRole.COPYRIGHT or "beside" in c.detail)]
        for role in (CreditRole.REPUBLISHED_FROM, CreditRole.ORIGINAL, CreditRole.AGENCY, CreditRole.COPYRIGHT)
    }
    chain = [canonical(publisher)] if publisher else []
    named = by_role[CreditRole.REPUBLISHED_FROM]
    named = [n for n in named if n not in by_role[CreditRole.ORIGINAL]]
    for name in [*named, *by_role[CreditRole.ORIGINAL], *by_role[CreditRole.AGENCY]]:
        if name not in chain:
            chain.append(name)
    if len(chain) == 1:
        chain += [n for n in by_role[CreditRole.COPYRIGHT] if n not in chain][:1]
    return tuple(chain)


def read_notices(text: str, ranges: Sequence[ZonedRange], credits: Sequence[FoundCredit], publisher: str | None) -> tuple[str, ...]:
    """What the page's notices of rights say that a reader must weigh, each as a sentence."""
    notices = []
    licences = [text[s:e] for s, e, zone in ranges if zone is Zone.LICENCE]
    free = next((m[0] for words in licences if (m := CREATIVE.search(words))), None)
    if free:
        notices += [
            f"The page claims a {licence_name(free)} licence, while a notice beside the article says © {name}."
            for name in dict.fromkeys(c.name for c in credits if c.role is CreditRole.COPYRIGHT and "beside" in c.detail)
            if name != publisher
        ]
    if any(TAKEDOWN.search(words) and OFFER.search(words) for words in licences):
        notices.append("The page offers to take the article down on request, so it may have been published without permission.")
    return tuple(notices)


def read_licence(text: str, ranges: Sequence[ZonedRange]) -> str | None:
    """The licence that a notice on the page names."""
    for start, end, zone in ranges:
        if zone is Zone.LICENCE and (match := CREATIVE.search(text[start:end]) or OTHER_LICENCE.search(text[start:end])):
            return licence_name(match[0])
    return None


def licence_name(words: str) -> str:
    """A licence's usual name: ``creative commons`` → *Creative Commons*, ``cc-by-nc 4.0`` → *CC BY-NC 4.0*."""
    flat = " ".join(words.split())
    if re.match(r"cc[ -]?(?:by|0)", flat, re.IGNORECASE):
        return re.sub(r"^CC[ -]BY", "CC BY", flat.upper())
    return flat if flat != flat.lower() else flat.title()
