"""A claim made ready to be compared: names unified across documents, times as day ranges, numbers as bounds."""

from __future__ import annotations

import calendar
import dataclasses
import datetime
import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso import assets, spans
from sayso.relations.fighters import bodies_of_fighters
from sayso.relations.reading import read_of
from sayso.relations.senses import senses
from sayso.relations.spellings import WORD, folded, spelling
from sayso.relations.spokesmen import spoken_for
from sayso.relations.towns import town_meant, towns_of
from sayso.types import Attribution, Claim, Document, Member, Mention, Value
from sayso.vocab import Category, Modality, Polarity, Slot

#: Values that hold the name of somebody.
NAMES = (
    "party", "holder", "agent", "victims", "supporter", "supported", "accuser", "against", "to", "target", "thing",
    "with", "participants",
)  # fmt: skip
#: Roles of what is said in open words or happens.
ROLES = ("participants", "agent", "target", "thing", "with")
#: Values that hold the names of places.
PLACES = ("place", "from", "to", "besides")
#: Values that say where the claim stands, not what it says.
ASIDE = frozenset(
    {
        "zone",
        "words",
        "predicate",
        "scenery",
        "scenery_inherited",
        "place_inherited",
        "place_kind",
        "place_supposed",
        "always",
        "as_of",
        "as_told",
    }
)
UNREAL = frozenset({Modality.PLANNED, Modality.ORDERED})
#: What a report without a time of its own may be about: so many days before it was published, and one after.
BEFORE, AFTER = 10, 1

#: A story of one happening tells of harm in so many places at most: a town, and what lies around it.
SCENES = 2
#: Slots of what happens once and again.
PASSING = frozenset({Slot.TOLL, Slot.OCCURRENCE, Slot.STRENGTH})
#: Who says of herself what she claims.
OURS = re.compile(r"^\W*(?:it|they|we)\b|\b(?:ours|our (?:hands|control|forces|fighters|flag|men))\b", re.IGNORECASE)
#: So many characters of a claim are searched with patterns, for a claim may be as long as a page.
LOOKED = 400
#: Who speaks of what she does herself.
MYSELF = re.compile(r"\W*I(?: |['’](?:m|ve|ll|d)\b)")
POSSESSIVE = re.compile("['’]s\\b")

Window = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim and what it is compared by. ``window`` is the range of days (ordinals, inclusive) it states, None where
    it states none; ``published`` the day of its document. ``words`` are the senses of its words, ``said`` those of
    no name. ``signature`` is equal for claims with equal values."""

    claim: Claim
    document: Document
    story: str
    values: Mapping[str, Value]
    window: Window | None
    published: int | None
    words: frozenset[str]
    said: frozenset[str]
    body: str  # the text below the headline as ``spelling`` has it, one string for all claims of a document
    armed_groups: frozenset[str]
    signature: str
    single: bool = False  # whether its story tells of harm in one place only
    scenes: int = 1  # in so many places its story tells of harm
    violent: bool = False  # whether its story tells of attacks, which are many
    text: str = ""  # the words of the claim
    about: frozenset[str] = frozenset()  # the senses of its document's headline
    people: tuple[str, ...] = ()  # everybody named in a role of an open slot
    read: bool = True  # whether an encoder may read its words

    @property
    def slot(self) -> Slot:
        """The slot that it is compared in: what is of no known kind is compared by its words, as a statement, and how
        much something rose or fell as what happened to it."""
        if self.claim.slot is Slot.STRENGTH and "event" in self.values:
            return Slot.OCCURRENCE
        return Slot.STATEMENT if "predicate" in self.values else self.claim.slot

    @property
    def opening(self) -> str:
        """As much of its words as patterns are looked for in."""
        return self.text[:LOOKED]

    @property
    def positive(self) -> bool:
        return self.claim.polarity is Polarity.POSITIVE

    @property
    def real(self) -> bool:
        """Whether it is claimed to be so, if only possibly, and not planned or ordered."""
        return self.claim.modality not in UNREAL

    @property
    def past(self) -> bool:
        """Whether it says of itself that it is of an earlier state."""
        return bool(self.values.get("past"))

    @property
    def headline(self) -> bool:
        return self.values.get("zone") == "headline"

    @property
    def one_scene(self) -> bool:
        """Whether its story tells of harm in one place, by whatever name, and the next larger one at most."""
        return self.scenes <= SCENES

    def one(self, name: str) -> str | None:
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def many(self, name: str) -> tuple[str, ...]:
        value = self.values.get(name)
        return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()

    def number(self, name: str) -> float | None:
        value = self.values.get(name)
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None

    def numbered(self) -> bool:
        return self.number("low") is not None or self.number("high") is not None

    def mentions(self, place: str) -> bool:
        """Whether its document names a place anywhere below the headline."""
        return f" {spelling(place)} " in self.body

    def time(self) -> Window | None:
        """The days it may be about: those it states, else those around its publication."""
        if self.window is not None:
            return self.window
        return (self.published - BEFORE, self.published + AFTER) if self.published is not None else None

    def day(self) -> int | None:
        """The day to put it in order by: the first that it states, else that of its publication."""
        return self.window[0] if self.window is not None else self.published


def find_facts(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    stories: Sequence[Member],
    entities: Sequence[Member],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution] = (),
) -> list[Fact]:
    """One fact a claim, in an order that does not depend on that of the claims. Where ``attributions`` introduce who
    speaks, "our" town is that of the body that she speaks for."""
    by_id = {d.id: d for d in documents}
    story_of = {m.member_id: m.cluster_id for m in stories}
    names, groups = _unified(entities, mentions)
    groups |= bodies_of_fighters(by_id, mentions, names)
    out = []
    claims = list(claims)
    sides_of = spoken_for(attributions, mentions)
    towns = _towns(claims, by_id, story_of)
    settings: dict[str, Context] = {}
    for claim in claims:
        document = by_id.get(claim.content[0].document_id) if claim.content else None
        if document is not None:
            if document.id not in settings:
                settings[document.id] = _setting(document, story_of, towns)
            out.append(_fact(claim, document, settings[document.id], _Names(names, groups, sides_of)))
    return sorted(_in_stories(out), key=_in_order)


def _in_order(fact: Fact) -> tuple[object, ...]:
    """Facts in order of what they say, when and where: ids come last, since they differ with the address of a page."""
    document, start = fact.document, fact.claim.content[0].start
    said = fact.signature, fact.published or 0, fact.text, document.publisher or "", document.label
    return *said, start, document.id, fact.claim.id


def _in_stories(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts, some of which are not to be read where a story has very many. Headlines do not count: they never
    change how texts are grouped."""
    texts: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if not fact.headline:
            texts[fact.story].add(fact.text)
    held = {story: read_of(said) for story, said in texts.items()}
    for fact in facts:
        yield fact if fact.headline or fact.text in held[fact.story] else dataclasses.replace(fact, read=False)


class Context(NamedTuple):
    """What the claims of one document have in common: its story, its text below the headline as ``spelling`` has it,
    the town that it means by "the town" where only its story says which, and the senses of its headline."""

    story: str
    body: str
    town: str | None
    about: frozenset[str]


class _Names(NamedTuple):
    """Names as they are across documents, the armed groups among them, and for whom people speak."""

    unified: Mapping[tuple[str, str], str]
    armed_groups: frozenset[str]
    spoken_for: Mapping[tuple[str, str], str]


def _setting(document: Document, story_of: Mapping[str, str], towns: Mapping[str, str]) -> Context:
    head = document.headline or ""
    body = document.text.replace(head, " ", 1) if head else document.text
    return Context(story_of.get(document.id, document.id), spelled(body), towns.get(document.id), senses(head))


def _towns(claims: Iterable[Claim], by_id: Mapping[str, Document], story_of: Mapping[str, str]) -> dict[str, str]:
    """For documents with a claim on "the town" that they do not name as one: the town that their story calls so."""
    unsure = {c.content[0].document_id for c in claims if c.content and dict(c.values).get("place_kind")}
    told: dict[str, list[Document]] = defaultdict(list)
    for document in by_id.values():
        told[story_of.get(document.id, document.id)].append(document)
    out: dict[str, str] = {}
    for story in sorted({story_of.get(i, i) for i in unsure if i in by_id}):
        towns = towns_of(told[story])
        for document in told[story]:
            town = town_meant(document, towns) if document.id in unsure else None
            if town is not None:
                out[document.id] = town
    return out


def _unified(
    entities: Sequence[Member], mentions: Sequence[Mention]
) -> tuple[dict[tuple[str, str], str], frozenset[str]]:
    """(document, name there) → name of the entity across documents; and the folded names of armed groups."""
    cluster_name = {m.member_id: m.name for m in entities if m.name}
    names: dict[tuple[str, str], str] = {}
    groups = set()
    for mention in sorted(mentions, key=lambda m: (m.span, m.id)):
        name = cluster_name.get(mention.id, mention.name)
        names.setdefault((mention.span.document_id, mention.name), name)
        if mention.category is Category.GROUP:
            groups.add(folded(name))
    return names, frozenset(groups)


def _fact(
    claim: Claim,
    document: Document,
    setting: Context,
    known: _Names,
) -> Fact:
    names = known.unified
    named: dict[str, Value] = {}
    worded = any(key in ("predicate", "as_told") for key, _ in claim.values)
    for key, value in claim.values:
        if worded and key in ROLES[1:]:
            continue  # what is compared by its words is compared by everybody named in it
        if key in NAMES and isinstance(value, str):
            value = _name(document.id, value, names)
        elif key in NAMES and isinstance(value, tuple):
            value = tuple(_name(document.id, v, names) for v in value)
        named[key] = value
    if claim.slot is Slot.CONTROL and claim.attribution_id is not None and claim.chain:
        speaker = claim.chain[-1]
        spoken = OURS.search(spans.text_of(document.text, claim.content)[:LOOKED]) and not speaker.startswith("unnamed")
        own = named.get("holder") == _name(document.id, speaker, names)
        if own or (spoken and not named.get("holder")):  # "the army said it still held the town"
            named["holder"] = _name(document.id, known.spoken_for.get((document.id, speaker), speaker), names)
    if named.get("place_kind") and setting.town is not None:
        named |= {"place": (setting.town,), "place_inherited": True}
    text = spans.text_of(document.text, claim.content)
    named |= _myself(claim, text, named, lambda name: _name(document.id, name, names))
    words = senses(text)
    held = (v for k, v in named.items() if k in NAMES or k in PLACES)
    bare = frozenset().union(*(senses(n) for v in held for n in _each(v) if n[:1].isupper()))
    fact = Fact(
        claim=claim,
        document=document,
        story=setting.story,
        values=named,
        window=window_of(named.get("time")),
        published=_ordinal(document.published.date) if document.published else None,
        words=words,
        said=words - bare,
        body=setting.body,
        armed_groups=known.armed_groups,
        signature="",
        text=text,
        about=setting.about,
        people=_people(named),
    )
    return signed(fact)


def _myself(claim: Claim, text: str, named: Mapping[str, Value], unified: Callable[[str], str]) -> dict[str, Value]:
    """The doer of what somebody says that she did herself: "I have won"."""
    told = claim.slot is Slot.OCCURRENCE and claim.attribution_id is not None and MYSELF.match(text) is not None
    if not told or named.keys() & {"agent", "thing"} or not claim.chain or not claim.chain[-1][:1].isupper():
        return {}
    return {"agent": unified(claim.chain[-1])}


def _people(values: Mapping[str, Value]) -> tuple[str, ...]:
    around = _each(values.get("scenery"))
    named = (name for key in ROLES for name in _each(values.get(key)) if name not in around)
    return tuple(dict.fromkeys(name for name in named if name[:1].isupper()))


def signed(fact: Fact) -> Fact:
    """A fact with the signature of its values."""
    told = [(k, _folded_value(v)) for k, v in sorted(fact.values.items()) if k not in ASIDE]
    stated = fact.slot.value, fact.claim.polarity.value, fact.claim.modality in UNREAL, told
    # a statement has little but its words; a happening without a name or a place tells little more than its kind
    bare = fact.slot is Slot.STATEMENT or not any(fact.values.get(k) for k in (*NAMES, *PLACES, "low", "high"))
    extra = tuple(sorted(fact.words)) if bare else ()
    # what states no day may happen again
    day = fact.published if fact.window is None and fact.slot in PASSING else None
    return dataclasses.replace(fact, signature=repr((fact.story, stated, extra, day)))


def _each(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


def spelled(text: str) -> str:
    """A text as ``spelling`` has it, for looking up names in it."""
    return f" {' '.join(map(spelling, WORD.findall(POSSESSIVE.sub(' ', text))))} "


def _name(document_id: str, name: str, names: Mapping[tuple[str, str], str]) -> str:
    return names.get((document_id, name), name)


def _folded_value(value: Value) -> Value:
    if isinstance(value, str):
        return folded(value) or value
    return tuple(sorted(folded(v) or v for v in value)) if isinstance(value, tuple) else value


def _ordinal(date: str) -> int | None:
    try:
        return datetime.date.fromisoformat(date[:10]).toordinal()
    except ValueError:
        return None


@functools.cache
def window_of(value: Value) -> Window | None:
    """The days that a TIMEX3 value names, as ordinals, both inclusive; None for what is no calendar value."""
    if not isinstance(value, str):
        return None
    found = re.match(r"(\d{4})(?:-(?:W(\d\d)|Q([1-4])|(\d\d)(?:-(\d\d))?))?", value)
    if found is None or int(found[1]) < 1:
        return None
    year = int(found[1])
    try:
        if found[2]:
            first = datetime.date.fromisocalendar(year, int(found[2]), 1).toordinal()
            return first, first + 6
        if found[3]:
            month = 3 * int(found[3]) - 2
            return datetime.date(year, month, 1).toordinal(), _month_end(year, month + 2)
        if found[5]:
            day = datetime.date(year, int(found[4]), int(found[5])).toordinal()
            # a night belongs to two days
            return (day, day + 1) if value.endswith("TNI") else (day, day)
        if found[4]:
            month = int(found[4])
            return datetime.date(year, month, 1).toordinal(), _month_end(year, month)
        return datetime.date(year, 1, 1).toordinal(), datetime.date(year, 12, 31).toordinal()
    except ValueError:
        return None


def _month_end(year: int, month: int) -> int:
    return datetime.date(year, month, calendar.monthrange(year, month)[1]).toordinal()


@functools.cache
def sides() -> dict[str, str]:
    """Words of describing names that say on which side of a fight somebody stands: ``state`` or ``other``."""
    return {row["word"]: row["side"] for row in assets.rows("sides.tsv")}
