"""A stretch of text that may be a name, and the words that help to tell one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from sayso.layers.names.namebook import Entry, roles
from sayso.layers.parsing.parse import Sentence, Token
from sayso.vocab import Category, Zone

SPACY = {
    "PERSON": Category.PERSON,
    "ORG": Category.ORGANISATION,
    "GPE": Category.LOCATION,
    "LOC": Category.LOCATION,
    "FAC": Category.LOCATION,
    "NORP": Category.NATIONALITY,
    "EVENT": Category.EVENT,
    "PRODUCT": Category.PRODUCT,
    "WORK_OF_ART": Category.PRODUCT,
}

BODY_KINDS = {"body": Category.ORGANISATION, "outlet": Category.ORGANISATION, "group": Category.GROUP}

#: Body nouns that make a name with a nation even in small letters; others only where they are capitalised.
NATIONAL = frozenset({"ministry", "military", "government", "parliament", "court", "bank", "coalition"})

CONNECTORS = frozenset(("of for on and & the to in against de del la du").split())

PARTICLES = frozenset(("al el bin ibn abu von van der den de da di dos le la ul ur bint ez az as ash ar an").split())

PLACING = frozenset(("in near from to into at toward towards outside around across inside through").split())

BEFORE_TITLES = frozenset(("former then ex acting late senior top new outgoing current - 's").split())

COMPANY_ENDS = frozenset(("inc inc. corp corp. ltd ltd. llc plc co co. ag sa gmbh holdings").split())

#: With what names begin: Arabic, Urdu and Turkish nouns for a band, a front, an army those of armed groups, other nouns
#: those of campaigns and of storms.
STARTS = {
    Category.GROUP: frozenset(
        (
            "ansar jaish jaysh liwa jabhat harakat katibat kataib lashkar jund faylaq ahrar saraya asaib hizb tehrik"
        ).split()
    ),
    Category.EVENT: frozenset("operation hurricane typhoon cyclone storm".split()),
}

CALENDAR = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
        "august september october november december jan feb mar apr jun jul aug sep sept oct nov dec gmt "
        "utc est edt cet"
    ).split()
)


@dataclass(slots=True, eq=False)
class Candidate:
    """A stretch that may be a name. Offsets are of the document; ``start`` may lie before ``core_start`` by a
    title, ``end`` after ``core_end`` by a noun that says what it is. ``key`` joins those that are surely one."""

    sentence: Sentence
    start: int
    end: int
    core_start: int
    core_end: int
    text: str  # of the core
    category: Category
    origin: str
    key: tuple[str, ...] | None = None
    entry: Entry | None = None
    title: str = ""
    gender: str = ""
    votes: Counter[Category] = field(default_factory=Counter)
    reasons: list[str] = field(default_factory=list)

    def full_text(self) -> str:
        """The words of the whole mention, title and following noun included."""
        return " ".join(t.text for t in self.sentence.between(self.start, self.end))

    @property
    def firm(self) -> bool:
        return self.origin in ("lexicon", "nation and noun")


def is_title_case(sentence: Sentence) -> bool:
    """Whether nearly all longer words are capitalised, as in a headline: capitals tell nothing there. A sentence of
    the body with a stop at its end must be long to pass for one; a short one may be a name and a verb."""
    longer = [t for t in sentence.tokens if len(t.text) > 3 and t.text.isalpha()]
    stopped = sentence.zone is not Zone.HEADLINE and sentence.tokens[-1].text in (".", "!", "?", '"')
    if stopped and any(t.tag in ("VBD", "VBZ", "VBP", "MD") and t.text.islower() for t in sentence.tokens):
        return False  # a verb in small letters: a sentence of many names
    share = sum(t.text[0].isupper() for t in longer) / max(1, len(longer))
    return share > (0.9 if stopped else 0.75) and len(longer) >= (8 if stopped else 4)


def is_role(word: str) -> bool:
    return any(r.kind in ("title", "rank") for r in roles().get(word, ()))


def is_title(words: str) -> bool:
    """Whether the words are a title: ``brigadier-general`` as ``brigadier general``."""
    return any(r.kind in ("title", "rank") for w in (words, words.replace("-", " ")) for r in roles().get(w, ()))


def kind_of(words: str) -> Category | None:
    return next((BODY_KINDS[r.kind] for r in roles().get(words, ()) if r.kind in BODY_KINDS), None)


def capital(token: Token) -> bool:
    return token.text[0].isupper() and token.pos in ("PROPN", "NOUN", "ADJ") and token.text.lower() not in CALENDAR


def gender(title: str) -> str:
    return next((r.gender for r in roles().get(title, ()) if r.gender), "")
