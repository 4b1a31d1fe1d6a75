"""Captions of pictures and the credits of those who took them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.documents.datewords import find_dates
from sayso.documents.page import FoundCredit
from sayso.outlets import find_outlet
from sayso.spans import Range, trimmed
from sayso.vocab import CreditRole

_AGENCY = (
    r"getty(?: images)?|ap photo|ap images|associated press|reuters|afp|epa(?:-efe)?|efe|shutterstock|istock|alamy"
    r"|unsplash|pixabay|flickr|wikimedia(?: commons)?|anadolu(?: agency)?|xinhua|tass|ria novosti|sputnik|bloomberg"
    r"|pa wire|pa media|zuma(?: press)?|sipa|imago|dpa|ansa|nurphoto|handout|file photo|screenshot|screengrab"
    r"|courtesy photo|press service|pool"
)
#: "Photo: X", "Image source, X", "Picture by X", "Credit: X", "© Agency / X".
PHOTO = re.compile(
    r"^\W{0,2}(?:(?:cover |featured |main |file )?(?:photo|photograph|picture|pic|image|video|illustration|graphic)s?"
    r"(?:\s+(?:credits?|source|copyright|courtesy|by|from))?(?:\s*[:,©|]|\s+(?:by|of|courtesy|copyright|©))\s*"
    r"|(?:image|photo|picture) (?:source|credit|copyright),?\s+|credits?\s*[:.…]+\s*"
    rf"|©\s*(?!(?:19|20)\d\d\b)(?=[^\n]{{0,60}}(?:/|\b(?:photo|{_AGENCY})\b)))(?P<name>[^\n]{{2,90}})$",
    re.IGNORECASE,
)
#: The same at a line's beginning, whatever follows.
PHOTO_AT_START = re.compile(PHOTO.pattern.removesuffix("$"), re.IGNORECASE)
#: "(Photo by X)", "[X/Agency]", "Agency/X" at the end of a caption.
TAIL = re.compile(
    rf"[(\[](?:photo|picture|image|file|credit|photograph)?s?\s*(?:by|:|courtesy of|credit:?)?\s*"
    rf"(?P<a>[^()\[\]]{{0,50}}?\b(?:{_AGENCY})\b[^()\[\]]{{0,50}})[)\]]\s*$"
    r"|[(\[](?:photo|picture|image|credit|photograph)s?\s*(?:by|:|courtesy of|credit:?)\s*"
    r"(?P<b>[^()\[\]]{2,60})[)\]]\s*$"
    r"|[(\[](?P<d>(?-i:[A-Z][\w.’' -]{1,40}/ ?[A-Z][\w.’' -]{1,40}))[)\]]\s*$"
    r"|(?<=[.\w] )(?P<c>(?-i:[A-Z][A-Za-z]+(?: [A-Z][a-z]+){0,2}/[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}))\s*$",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"[A-Z][A-Za-z]+(?: [A-Z][a-z]+){0,2} ?/ ?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}\s*$")
ONLY_AGENCY = re.compile(rf"^[^.!?]{{0,40}}?[/|,]?\s*\b(?:{_AGENCY})\b(?:\s*[/|]\s*[^.!?]{{2,40}})?$", re.IGNORECASE)

LABEL = re.compile(
    r"^(?:image|photo|picture|media|video) caption\W|^(?:file|illustrative|archive) (?:photo|image|picture|pic)\b"
    r"|^FILE\s?(?:PHOTO)?\s?[-–—:]|^caption\s*:",
    re.IGNORECASE,
)
#: What captions say of their pictures.
SHOWS = re.compile(
    r"\b(?:pictured|seen here|looks? on|poses? for|stands? (?:in front|next|beside|near|at|outside)"
    r"|walks? (?:past|near|through|along)|gestures?|(?:image|photo|photograph|picture|screenshot|still|video)\b"
    r"[^.]{0,60}\b(?:shows?|purports|posted|released|provided|taken))\b",
    re.IGNORECASE,
)
#: A scene told in the present: "Residents carry water …", "A flag flies over …".
PRESENT = re.compile(
    r"^(?:An?|The|Two|Three|People|Residents|Soldiers|Police|Protesters|Members|Workers|Firefighters|Supporters"
    r"|[A-ZÀ-Þ][\w’'-]+)\b(?:\W+[\w’'-]+){0,9}?\W+(?:is|are|[a-z]+s|carry|walk|stand|sit|hold|wait|look|take|attend|gather"
    r"|march|work|pose|ride|pass|watch)\b"
)
PAST = re.compile(
    r"\b(?:says|told|was|were|had|has|have|will|would|according|said|took|found|went|came|made|got|left|held|met|began|saw"
    r"|gave|[a-z]{3,}ed (?:the|a|an|that|his|her|their|to|on|in|by))\b",
    re.IGNORECASE,
)
#: Where the words of a caption are glued to the photo credit before it: ``… / J. DoeThe bridge at …``.
GLUED = re.compile(
    r"(?<=[a-zß-ÿ)])(?=[A-ZÀ-Þ][a-zß-ÿ’']*\s)|(?<=[A-ZÀ-Þ]{3})(?=[A-ZÀ-Þ][a-zß-ÿ])|(?<=[A-ZÀ-Þ]{3})(?=A\s[a-z])"
)
NAME_PREFIX = re.compile(r"\b(?:Mc|Mac|De|Di|Le|La|Du|Van|Fitz|O['’])$")

#: Captions are no longer than this (words).
MOST_WORDS = 70


def is_photo_credit(words: str) -> bool:
    return len(words.split()) <= 25 and bool(PHOTO.match(words))


def is_agency_alone(words: str) -> bool:
    """A picture agency's name, with a photographer's at most: a credit where it stands beside a picture."""
    return len(words.split()) <= 7 and bool(ONLY_AGENCY.match(words))


def is_caption(words: str) -> bool:
    """Whether a line's own words make it a caption, wherever it stands."""
    count = len(words.split())
    if LABEL.match(words):
        return True
    if not 4 <= count <= MOST_WORDS or is_photo_credit(words):
        return False
    tail = TAIL.search(words[-160:])
    return bool(tail and (tail["a"] or tail["b"] or tail["d"])) or bool(
        _SLASHED.search(words[-80:]) and not PAST.search(words)
    )


def is_caption_beside(words: str) -> bool:
    """Whether a line that stands where pictures do, near the headline, reads like a caption: it says what a picture
    shows, or tells a scene in the present and ends with its date."""
    if not 5 <= len(words.split()) <= MOST_WORDS or '"' in words or "“" in words:
        return False
    dates = find_dates(words)
    dated = bool(dates) and dates[-1].end >= len(words.rstrip(" .)")) - 1
    scene = bool(PRESENT.match(words)) and not PAST.search(words)
    return (scene and dated) or (bool(SHOWS.search(words)) and (scene or bool(dates)))


def split_credit(text: str, start: int, end: int) -> tuple[Range, Range] | None:
    """A photo credit and the caption that is glued to it, as two ranges; None where the line is one thing."""
    if not PHOTO_AT_START.match(text[start : min(end, start + 90)]):
        return None
    for cut in GLUED.finditer(text, start + 6, min(end, start + 160)):
        rest = text[cut.start() : min(end, cut.start() + 200)]
        if len(rest.split()) >= 5 and not NAME_PREFIX.search(text, start, cut.start()):
            return trimmed(text, start, cut.start()), trimmed(text, cut.start(), end)
    return None


def find_photo_credit(words: str, at: int, caption: bool) -> Iterator[FoundCredit]:
    """Whose picture it is, by a credit line or, with ``caption``, by a caption's last words. ``at`` is where ``words``
    begin in the page's text."""
    match = (TAIL if caption else PHOTO).search(words)
    group = next((g for g in ("name", "a", "b", "c", "d") if match and match.groupdict().get(g)), None)
    if match and group:
        start, end = trimmed(words, *match.span(group))
    elif caption or find_outlet(words) or not words.strip():
        return
    else:
        start, end = trimmed(words, 0, len(words))
    detail = "the line names whose picture it is"
    yield FoundCredit(at + start, at + end, CreditRole.PHOTO, words[start:end], None, detail)
