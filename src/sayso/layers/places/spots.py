"""Where a text names places: the mentions of places, and the places inside the names of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sayso.layers.names import gazetteer
from sayso.layers.names.gazetteer import REGION_WORDS, Place
from sayso.layers.names.personal import is_given, is_personal
from sayso.spelling import fold
from sayso.types import Mention, Span
from sayso.vocab import Category, Level

#: At most this many namesakes of one name are weighed.
MOST = 40
#: The least prominence of a place at which a name is read as holding it: in a public body's name, and in another.
FAIRLY_KNOWN, WELL_KNOWN = 0.5, 0.8
#: Words of the names of public bodies, which are called after where they are.
PUBLIC = gazetteer.words(
    "police sheriff county city town township village parish district school schools university college academy "
    "hospital court courts council department fire airport port commission board authority library museum chamber jail "
    "prison church medical clinic center centre high elementary middle state fair theatre theater zoo park "
    "mayor municipality"
)
#: Places are called so, but in the name of a body these words are words.
GENERIC = (
    gazetteer.PARTS
    | REGION_WORDS
    | PUBLIC
    | gazetteer.words("superior federal metro bank story spring national swat olympic")
    # what ministries and departments are for
    | gazetteer.words(
        "justice defense defence treasury labor labour education health energy commerce trade interior agriculture "
        "law medicine transport transportation housing homeland veterans finance environment welfare tourism culture "
        "sports security"
    )
)


STREETS = gazetteer.words(
    "street st road rd avenue ave drive dr lane ln boulevard blvd highway route parkway way alley"
)

#: What stands before a place, and behind one that the text puts into another.
_WHERE = re.compile(r"\b(?:in|at|near|from|of|to|outside|around|into|for|through|across|towards?)\s+(?:the\s+)?$", re.I)
_QUALIFIED = re.compile(r"\s*[,(]\s*[A-Z]")
_OF = re.compile(r"\sof\s+(?:the\s+)?")
#: What follows a county that shares the noun with others: "Velm, Sund and Holm counties".
_COUNTIES = re.compile(r"(?:(?:,|,? and|,? or| &) [A-Z][\w.]+(?: [A-Z]\w+)?){0,12} [Cc]ounties\b")
CAPITALISED = re.compile(r"[^\W\d_][\w.'’-]*")


#: What may be called after a place; a person is where the word for an office follows: "Kent Sheriff Ada Moss".
HOLDERS = (Category.ORGANISATION, Category.PERSON, Category.PRODUCT, Category.EVENT)


class Spot(NamedTuple):
    """A place's name in the text, with the mention it belongs to: its own, or a body's that is called after it."""

    mention: Mention
    span: Span
    surface: str

    @property
    def own(self) -> bool:
        return self.span == self.mention.span


def find_spots(text: str, mentions: Iterable[Mention]) -> list[Spot]:
    """The names of places, and the places inside the names of bodies. A surname of somebody in the text is neither."""
    named = sorted((m for m in mentions if m.level is Level.NAME), key=lambda m: (m.span.start, m.span.end))
    surnames = {_last_word(text, m) for m in named if m.category is Category.PERSON} - {""}
    places = [m for m in named if m.category is Category.LOCATION and _last_word(text, m, alone=True) not in surnames]
    places = [m for m in places if not _otherwise(text, m)]
    out = [Spot(m, m.span, _surface(text, m.span.start, m.span.end)) for m in places]
    known = {fold(s.surface) for s in out if candidates_of(s, True)}
    for at, spot in enumerate(out):
        if not candidates_of(spot, True):
            out[at] = next(iter(_in_name(text, spot.mention, known)), spot)
    for mention in named:
        if mention.category in HOLDERS:
            out += _in_name(text, mention, known)
    return sorted(out, key=lambda s: (s.span.start, s.span.end))


def _otherwise(text: str, mention: Mention) -> bool:
    """Whether what was taken for a place is a feast, a body by its common noun ("Police"), or somebody by a given name
    that hardly a place bears, where no preposition stands before it."""
    words = text[mention.span.start : mention.span.end].split()
    if words and words[-1] == "Day":
        return True
    if len(words) != 1 or _QUALIFIED.match(text, mention.span.end):
        return False
    if fold(words[0]) in PUBLIC:
        return True
    led = _WHERE.search(text, max(0, mention.span.start - 12), mention.span.start)
    return is_given(words[0]) and led is None and gazetteer.prominence(words[0]) < FAIRLY_KNOWN


def _last_word(text: str, mention: Mention, alone: bool = False) -> str:
    """The last word of a name of several words; with ``alone``, of one of a single word. Else ""."""
    words = text[mention.span.start : mention.span.end].split()
    return words[-1] if words and (len(words) == 1) == alone else ""


def _in_name(text: str, mention: Mention, known: set[str]) -> Iterator[Spot]:
    """The place in a body's name: at its start (``Kent Police``) or after ``of`` (``University of Kent``).

    It must be in the text elsewhere, be well known, or stand beside a word for a public body."""
    start, end = mention.span.start, mention.span.end
    if is_street(text[start:end]) or _like_a_person(text[start:end]):
        return
    words = list(CAPITALISED.finditer(text, start, min(end, start + 80)))
    if words and words[0][0].lower() == "the":
        del words[0]
    public = any(w[0].lower() in PUBLIC for w in words[1:])
    if mention.category is Category.PERSON and not public:
        return
    of = max((m.end() for m in _OF.finditer(text, start, end)), default=None)
    after = list(CAPITALISED.finditer(text, of, end)) if of is not None else []
    for run in (words[:3] if len(words) > 3 else words[:-1], after[:3]):
        held = []
        for count in range(len(run), 0, -1):
            last = run[count - 1]
            surface = text[run[0].start() : last.end()]
            generic = fold(last[0]) in GENERIC and (count == 1 or _OF.match(text, last.end()) is not None)
            enough = FAIRLY_KNOWN if public or run is after else WELL_KNOWN
            fits = fold(surface) in known or gazetteer.prominence(surface) >= enough
            if surface[0].isupper() and not generic and fits:
                held.append((surface, Span(mention.span.document_id, run[0].start(), last.end())))
        if held:
            surface, span = held[0]
            meant = gazetteer.look_up(surface)[:MOST]
            main = next((h for h in held if gazetteer.is_main_name(h[0])), held[0])
            if not any(place in meant for place in gazetteer.look_up(main[0])[:1]):
                span = main[1]  # "West Columbia City Council" is no council of Columbia City
            yield Spot(mention, span, _surface(text, span.start, span.end))
            return


def is_street(name: str) -> bool:
    """Whether a name is that of a street: ``Berlin Street`` lies in no Berlin."""
    words = name.lower().rstrip(".").split()
    return len(words) > 1 and words[-1] in STREETS


def _like_a_person(name: str) -> bool:
    """Whether a body is called by a given name and a surname: ``Chelsea Clinton`` that the parser took for a firm."""
    words = name.split()
    return len(words) == 2 and is_given(words[0]) and is_personal(words[1]) and words[1].lower() not in PUBLIC


def _surface(text: str, start: int, end: int) -> str:
    """The name as it will be looked up: one space between words, no possessive; with the stop of an abbreviation."""
    name = re.sub(r"\s+", " ", text[start:end]).strip()
    name = re.sub(r"['’]s?$", "", name) if not name.endswith(".") else name
    if text[end : end + 1] == "." and gazetteer.state(name + "."):
        return name + "."
    county = f"{name} County"
    return county if _COUNTIES.match(text, end) and gazetteer.knows(county) else name


def candidates_of(spot: Spot, postal: bool) -> list[Place]:
    state = gazetteer.state(spot.surface, postal)
    if state:
        return [state]
    return gazetteer.look_up(spot.surface)[:MOST] or (gazetteer.look_up(spot.mention.name)[:MOST] if spot.own else [])
