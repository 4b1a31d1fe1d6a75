"""Captions of pictures, and lines that say whose pictures they are."""

from __future__ import annotations

import functools
import re

from sayso.documents.credits.letters import CAPITALS
from sayso.documents.dates.words import find_dates
from sayso.documents.keyed import grouped
from sayso.documents.page import ZonedRange
from sayso.documents.zones.lines import REMEMBERED
from sayso.outlets import find_outlet
from sayso.spans import Range, trimmed
from sayso.vocab import Zone

_AGENCY_NAMES = (
    r"getty(?: images)?|ap photo|ap images|associated press|reuters|afp|epa(?:-efe)?|efe|shutterstock|istock|alamy"
    r"|unsplash|pixabay|flickr|wikimedia(?: commons)?|anadolu(?: agency)?|xinhua|tass|ria novosti|sputnik|bloomberg"
    r"|pa wire|pa media|zuma(?: press)?|sipa|imago|picture[ -]alliance|dpa|ansa|nurphoto|handout|file photo"
    r"|screenshot|screengrab|courtesy photo|press service|pool|(?-i:AP|AA|PA|SANA|SUNA|IRNA|KCNA|VCG)"
)
_AGENCY = grouped(_AGENCY_NAMES)
#: What their names begin with, and the words of labels: of the lines that have none, few are credits.
AGENCY_WORDS = frozenset(re.findall(r"(?:^|[|:])([a-z]+)", _AGENCY_NAMES.lower()))
LABEL_KEYS = tuple(":: photo foto fot. фото pic imag credit courtesy bild immagin kuva picha ảnh".split())
LETTERS = re.compile(r"[a-z]+")
#: "Photo: X", "Image source, X", "Picture by X", "Credit: X", "© Agency / X".
PHOTO = re.compile(
    r"^\W{0,2}(?:(?:(?:cover|featured|main|file|courtesy|handout|archive|stock|staff|contributed|submitted|crédits?) )?"
    r"(?:photo|photograph|foto"
    r"|picture|pic|image|video|illustration|graphic|crédit|bild|bildquelle|fotografía|fotografie|imagen|immagine|kuva"
    r"|zdjęcie|picha|фото)s?"
    r"(?: (?:above|below|at top)| d['’](?:illustration|archives?)|\s?\d\d?(?=[:\s]))?"
    r"(?:\s+(?:credits?|source|copyright|courtesy|by|from|is from))?"
    r"(?:\s*[:,©|]|\s?/\s|\s+(?:by|of|courtesy|copyright|©)"
    r"|\s+(?=(?-i:[A-ZÀ-Þ])[\w’'. -]{2,40}/(?-i:[A-ZÀ-Þ])[^/]*$))\s*"
    r"|(?:image|photo|picture) (?:source|credit|copyright),?\s+|credits?\s*[:.…]+\s*"
    r"|courtesy(?: of|\s?:)\s*|fot\.\s+(?=(?-i:[A-ZÀ-Þ]))"
    rf"|©(?!\s*(?:19|20)\d\d\b|[^\n]{{2,40}}\d{{4,}}-\d)\s*(?=[^\n]{{0,60}}(?:/|\b(?:photo|{_AGENCY})\b)))(?P<name>[^\n]{{2,90}})$",
    re.IGNORECASE,
)
#: The same at a line's beginning, whatever follows.
PHOTO_AT_START = re.compile(PHOTO.pattern.removesuffix("$"), re.IGNORECASE)
#: A word of a name: a full stop stands inside it, after an initial or after such as *Jr*; elsewhere it ends a sentence.
_NAME = r"[A-ZÀ-Þ](?:\.(?:[A-ZÀ-Þ]\.)*|[\w’'-]+(?:\.[\w’'-]+)*(?:(?<=Jr|Sr|St)\.)?)"
_NAMES = rf"{_NAME}(?: {_NAME}){{0,3}}"
_SLASHES = rf"{_NAMES}(?: ?/ ?{_NAMES}(?: via {_NAMES})?){{1,2}}"
_LABELS = (
    r"(?:file |handout |staff )?(?:(?:photo|image|picture) credit|photo courtesy|photo(?:graph)?s?|foto|фото|fot\."
    r"|picture(?! alliance)|pic\b|image|credit|bild(?:er|quelle|nachweis)?|imagen|immagine|kuva|picha|ảnh)s?"
)
#: Names of picture sources that are written small.
_SMALL = (
    r"(?:dpa|epa|epd|imago|privat|archiv|(?:the\s)?(?:family|authors?|artist|company|couple|owners?|club|school)\b)"
)
#: What a caption may end with: "(Photo by X)", "[X/Agency]", "(AP)"; "Photo: X", "© X"; "Agency/X", "Getty Images"
#: after its last full stop. Each alternative's group holds the name; none begins inside a word.
TAIL = re.compile(
    rf"(?!\B\w)(?:[(\[](?:{_LABELS}\s*)?(?:by|:|courtesy of)?\s*(?:via )?"
    rf"(?P<a>[^()\[\]]{{0,50}}?\b(?:{_AGENCY})\b[^()\[\]]{{0,50}})[)\]]\s*$"
    rf"|[(\[](?:(?-i:{_NAME}) )?{_LABELS}\s*(?:by|:|courtesy of|from|(?<=fot\.)|(?<=fot\. ))\s*"
    rf"(?P<b>[^()\[\]]{{2,60}})[)\]]\s*$"
    r"|[(\[](?:courtesy(?: photo)?(?: of|:)|(?:submitted|supplied|provided) by(?=\s(?-i:[A-ZÀ-Þ]))|©)"
    rf"\s*(?P<i>[^()\[\]]{{2,60}})[)\]]\s*$"
    rf"|[(\[](?P<l>(?-i:{_NAMES})) (?:file )?photos?[)\]]\s*$"
    rf"|[(\[](?P<j>(?-i:(?:{_NAME} ){{1,4}}(?:Archives?|Library|Museum|Collection)))[)\]]\s*$"
    rf"|[(\[](?P<n>(?-i:{_NAMES}: {_NAMES}))[)\]]\s*$"
    rf"|[(\[](?P<d>(?-i:{_SLASHES}|{_NAMES} \| {_NAMES}))[)\]]\s*$"
    rf"|(?<![\w/]){_LABELS}(?:\s*:|(?<!redit)(?<!redits) ?/| \|| by| courtesy of)\s+"
    rf"(?P<e>(?-i:[{CAPITALS}].|{_SMALL}\b)(?:[^.!?:;()\n]|(?<=\b[A-Z])\.){{0,60}}\.?)$"
    r"|(?:[-–—|]\s)?©\s*(?P<f>(?!(?:19|20)\d\d\W*$)(?:[^.!?:;()©\n]|(?<=\w)\.(?=\w)){2,60})$"
    rf"|(?:(?<=[.!?”\"’')] )|(?<=[a-z\d][.!?”\"]))(?P<g>(?-i:(?:{_NAMES}(?: ?/ ?| via ))?)(?:(?-i:[A-Z]\w+) )?\b"
    rf"(?:{_AGENCY})(?: photo| files?| via \w+(?: images)?)?)$"
    rf"|(?<=[.!?”\"’')] )(?P<k>(?-i:{_NAMES} \| {_NAMES}))$"
    rf"|(?<=[.!?”])\s::\s(?P<m>(?-i:[A-Z]{{2,10}}|{_NAMES})(?:/[^/:]{{2,30}})?)$"
    rf"|\s(?:\||[–—-](?=[^|–—]*\bphoto))\s(?P<h>[^|–—]{{0,40}}?\b(?:{_AGENCY})\b(?:-\w{{2,10}})?(?: (?:file )?photo)?)$"
    rf"|(?:(?<=[.|\w”\"’')] )|(?<=[.!?”] [–—/|] )|(?<=\s\s)|(?<=[a-z\d][.!?”\"]))"
    rf"(?P<c>(?-i:{_SLASHES}))(?:\s(?:file )?photos?)?\s*$)",
    re.IGNORECASE,
)
#: Bracketed last words of an article, not of a caption: "(Reporting by X; editing by Y)", "(With inputs from AFP)".
OF_TEXT = re.compile(
    r"\b(?:reporting|editing|writing|inputs?|source|translat\w+|compiled|contribut\w+)\b", re.IGNORECASE
)
INITIAL = re.compile(r"[A-Z]\.")
#: "Source: Harbour Gazette / AFP".
SOURCE_FIRST = re.compile(r"\W*(?:sources?|quellen?|fuentes?|fontes?|fonti)\s?:", re.IGNORECASE)
#: Agencies of pictures, whose texts nobody prints.
OF_PICTURES = re.compile(
    r"^(?:getty(?: images)?|shutterstock|istock(?:photo)?|alamy|unsplash|pixabay|flickr|wikimedia(?: commons)?|vcg"
    r"|imago|zuma(?: press)?|sipa|nurphoto|ap photo|ap images|picture[ -]alliance)$",
    re.IGNORECASE,
)
ONLY_AGENCY = re.compile(
    rf"^[^.!?]{{0,40}}?[/|,]?\s*\b(?:{_AGENCY})\b(?:\s*[/|]\s*[^.!?]{{2,40}}|(?: file)? photos?)?$", re.IGNORECASE
)
#: This much of a caption's end is looked at for its credit (characters).
TAIL_WITHIN = 160

LABEL = re.compile(
    r"^(?:image|photo|picture|media|video) caption\W|^(?:file|illustrative|archive) (?:photo|image|picture|pic)\b"
    r"|^FILE\s?(?:PHOTO)?\s?[-–—:]|^caption\s*:",
    re.IGNORECASE,
)
_AGENCIES = re.compile(rf"\b(?:{_AGENCY})\b", re.IGNORECASE)
PHOTO_WORD = re.compile(rf"\b(?:{_LABELS}|screen(?:grab|shot)|handout)\b", re.IGNORECASE)
#: A label on a line of its own, before the caption.
LABEL_ALONE = re.compile(r"^(?:image|photo|picture|media|video) caption\W*$", re.IGNORECASE)
#: "X / Wikimedia Commons / CC BY-SA 3.0", "X/Flickr (CC BY 2.0)".
LICENCE_AFTER = re.compile(r"\s?[/|,(]\s?CC[ -]?(?:BY|0)\b[\w. -]{0,20}\)?$", re.IGNORECASE)
#: "Ray Hutto | Barlow Argus" under a caption.
PERSON_AND_PAPER = re.compile(rf"^{_NAMES} [|•–—-] {_NAMES}$")
#: What captions say of their pictures.
SHOWS = re.compile(
    r"\b(?:pictured|seen here|looks? on|poses? for|stands? (?:in front|next|beside|near|at|outside)"
    r"|walks? (?:past|near|through|along)|gestures?|(?:image|photo|photograph|picture|screenshot|still|video)\b"
    r"[^.]{0,60}\b(?:shows?|purports|posted|released|provided|taken))\b",
    re.IGNORECASE,
)
#: A scene told in the present: "Residents carry water …", "A flag flies over …". What parts two words and what a word
#: holds are never tried in two ways: a line of hyphens and apostrophes has too many.
PRESENT = re.compile(
    r"^(?:An?|The|Two|Three|People|Residents|Soldiers|Police|Protesters|Members|Workers|Firefighters|Supporters"
    r"|[A-ZÀ-Þ][\w’'-]+)\b(?:\W++\w[\w’'-]*+){0,9}?\W+(?:is|are|[a-z]+s|carry|walk|stand|sit|hold|wait|look|take|attend"
    r"|gather|march|work|pose|ride|pass|watch)\b"
)
PAST = re.compile(
    r"\b(?:says|told|was|were|is to|are to|had|has|have|will|would|according|said|took|found|went|came|made|got|left"
    r"|held|met|began|saw|gave|[a-z]{3,}ed (?:the|a|an|that|his|her|their|to|on|in|by))\b",
    re.IGNORECASE,
)
#: Where the words of a caption are glued to the photo credit before it: ``… / J. DoeThe bridge at …``.
GLUED = re.compile(
    r"(?<=[a-zß-ÿ)])(?=[A-ZÀ-Þ][a-zß-ÿ’']*\s)|(?<=[A-ZÀ-Þ]{3})(?=[A-ZÀ-Þ][a-zß-ÿ])|(?<=[A-ZÀ-Þ]{3})(?=A\s[a-z])"
)
NAME_PREFIX = re.compile(r"\b(?:Mc|Mac|De|Di|Le|La|Du|Van|Fitz|O['’])$")

#: So many credits may stand behind a caption: who took it, and the agency.
MOST_CREDITS = 2
#: Captions are no longer than this (words).
MOST_WORDS = 70


@functools.lru_cache(maxsize=REMEMBERED)
def is_photo_credit(words: str) -> bool:
    """Whether a line says whose picture it is, and nothing of what the picture shows."""
    match = PHOTO.match(words)
    match = match if match and len(words.split()) <= 25 else None
    return bool(match) and not _tells(match["name"] if match else "")


def _tells(words: str) -> bool:
    """Whether words are a sentence rather than names."""
    plain = [word for word in _AGENCIES.sub("", words).split() if word.islower() and word.isalpha()]
    return len(plain) >= 3 and (len(words.split()) > 6 or words.split()[0] == plain[0])


#: "Von: mk/dpa".
BY_FIRST = re.compile(r"\W*(?:by|von|par|por|di|door|text|words|author|autor)\s?:", re.IGNORECASE)
#: "12:05".
CLOCK = re.compile(r"(?<!\d)\d\d?:\d\d(?!\d)")


@functools.lru_cache(maxsize=REMEMBERED)
def is_agency_alone(words: str) -> bool:
    """A picture agency's name, with a photographer's and a licence at most: a credit where it stands beside a
    picture."""
    if "cc" in words.lower():
        words = LICENCE_AFTER.sub("", words)
    if ":" in words and CLOCK.search(words):
        return False  # which texts bear, not pictures
    if BY_FIRST.match(words):
        return False
    return len(words.split()) <= 7 and _may_name_agency(words.lower()) and bool(ONLY_AGENCY.match(words))


def names_picture_agency(words: str) -> bool:
    """Whether a line is the name of an agency of pictures, or of an agency and who took the picture for it."""
    return is_agency_alone(words) and ("/" in words or " via " in words or bool(OF_PICTURES.match(words)))


def tells_scene(words: str) -> bool:
    """Whether words tell a scene in the present and nothing of the past."""
    return bool(PRESENT.match(words)) and not PAST.search(words)


def _may_name_agency(low: str) -> bool:
    """Whether words in lower case hold one that a picture agency's name begins with."""
    return not AGENCY_WORDS.isdisjoint(LETTERS.findall(low))


@functools.lru_cache(maxsize=REMEMBERED)
def is_caption(words: str) -> bool:
    """Whether a line's own words make it a caption, wherever it stands: a label, or a photo credit at its end.

    A lone agency in brackets ends articles too (``… he said. (AFP)``), and a slash may stand between any two names:
    these count only where nothing is told in the past.
    """
    count = len(words.split())
    labelled = PHOTO.match(words) if count <= MOST_WORDS else None
    if LABEL.match(words) or (labelled and _tells(labelled["name"])):
        return True
    if not 4 <= count <= MOST_WORDS or is_photo_credit(words) or SOURCE_FIRST.match(words):
        return False
    tail = _tail(words)
    if tail is None or tail.start() == 0 or OF_TEXT.search(tail[0]):
        return False
    if (tail["h"] and count < 7) or (tail["c"] and INITIAL.fullmatch(tail.string[: tail.start()].strip())):
        return False  # a page's title; "A. Bell / Agencies"
    weak = (tail["a"] and all(map(find_outlet, tail["a"].split("/"))) and not PHOTO_WORD.search(tail[0])) or (
        tail["c"] and not _AGENCIES.search(tail["c"]) and not tail.string[: tail.start()].endswith((". ", "."))
    )
    return not weak or not PAST.search(words)


def _tail(words: str) -> re.Match[str] | None:
    """The photo credit at the end of the words."""
    return TAIL.search(words[-TAIL_WITHIN:]) if may_end_with_credit(words) else None


def may_end_with_credit(words: str) -> bool:
    """Whether the end of the words holds a bracket, a mark, a label or an agency's name: what each credit has."""
    end = words[-TAIL_WITHIN:].lower()
    marked = "©" in end or "/" in end or end.rstrip().endswith((")", "]"))
    return marked or any(map(end.__contains__, LABEL_KEYS)) or _may_name_agency(end)


def is_caption_beside(words: str) -> bool:
    """Whether a line that stands where pictures do, near the headline, reads like a caption: it says what a picture
    shows, or tells a scene in the present and ends with its date."""
    if not 5 <= len(words.split()) <= MOST_WORDS or '"' in words or "“" in words:
        return False
    dates = find_dates(words)
    dated = bool(dates) and dates[-1].end >= len(words.rstrip(" .)")) - 1
    scene = tells_scene(words)
    return (scene and dated) or ((scene or bool(dates)) and bool(SHOWS.search(words)))


def is_beneath(words: str) -> bool:
    """Whether a line right below a sentence makes that a caption: a photo credit in brackets, or the photographer's
    name and paper with a bar between."""
    bracketed = words[:1] in "([" and is_credit_tail(words) and not find_outlet(words)
    return bracketed or (len(words) <= TAIL_WITHIN and bool(PERSON_AND_PAPER.match(words)))


def split_caption(text: str, start: int, end: int) -> list[ZonedRange]:
    """A line with a picture's caption as its parts: the photo credit before or after it, and the caption."""
    if is_photo_credit(text[start:end]):
        return [ZonedRange(start, end, Zone.CREDIT)]
    begin = start
    parts: list[ZonedRange] = []
    if glued := glued_credit(text, start, end):
        parts.append(ZonedRange(*glued[0], Zone.CREDIT))
        begin = glued[1][0]
    behind: list[ZonedRange] = []
    while len(behind) < MOST_CREDITS and (at := _tail_at(text, begin, end)):
        behind.insert(0, ZonedRange(*trimmed(text, at, end), Zone.CREDIT))
        end = trimmed(text, begin, at)[1]
    return [*parts, ZonedRange(begin, end, Zone.CAPTION), *behind]


def _tail_at(text: str, begin: int, end: int) -> int:
    """Where the photo credit at the end of a caption begins; 0 where there is none, or too little before it."""
    near = max(begin, end - TAIL_WITHIN)
    tail = TAIL.search(text[near:end])
    if not tail or OF_TEXT.search(tail[0]) or _tells(tail["e"] or ""):
        return 0
    fewest = 1 if tail["b"] or tail["e"] or tail["f"] else 2 if tail[0][0] in "([" else 3  # "Archive picture. © ANP"
    return near + tail.start() if len(text[begin : near + tail.start()].split()) >= fewest else 0


def glued_credit(text: str, start: int, end: int) -> tuple[Range, Range] | None:
    """A photo credit and the caption that is glued to it, as two ranges; None where the line is one thing."""
    if not PHOTO_AT_START.match(text[start : min(end, start + 90)]):
        return None
    for cut in GLUED.finditer(text, start + 6, min(end, start + 160)):
        rest = text[cut.start() : min(end, cut.start() + 200)]
        if len(rest.split()) >= 5 and not NAME_PREFIX.search(text, start, cut.start()):
            return trimmed(text, start, cut.start()), trimmed(text, cut.start(), end)
    return None


def is_credit_tail(words: str) -> bool:
    """Whether a line is nothing but what captions end with: ``(Wassim Daou/AP)``."""
    tail = _tail(words)
    return bool(
        tail and tail.start() == 0 and len(words) <= TAIL_WITHIN and not (OF_TEXT.search(words) or _tells(words))
    )
