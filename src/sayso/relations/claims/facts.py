"""A claim as it is compared: names unified across documents, times as day ranges, numbers as bounds."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping
from dataclasses import dataclass

from sayso import assets
from sayso.relations.claims.days import Window
from sayso.relations.words.meanings import Passage
from sayso.relations.words.spellings import folded, spelling
from sayso.types import Claim, Document, Value
from sayso.vocab import Modality, Polarity, Slot

#: Values that hold the name of somebody.
NAMES = (
    "party", "holder", "agent", "victims", "supporter", "supported", "accuser", "against", "to", "target", "thing",
    "with", "participants",
)  # fmt: skip


#: Roles of what is said in open words or happens.
ROLES = ("participants", "agent", "target", "thing", "with")


#: Values that hold the names of places.
PLACES = ("place", "from", "to")


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


#: So many characters of a claim are searched with patterns, for a claim may be as long as a page.
LOOKED = 400


#: No words.
NOTHING = Passage("", (), "")


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
    passage: Passage = NOTHING  # the same in their sentence, as an encoder reads them
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


def each(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


def _folded_value(value: Value) -> Value:
    if isinstance(value, str):
        return folded(value) or value
    return tuple(sorted(folded(v) or v for v in value)) if isinstance(value, tuple) else value


@functools.cache
def sides() -> dict[str, str]:
    """Words of describing names that say on which side of a fight somebody stands: ``state`` or ``other``."""
    return {row["word"]: row["side"] for row in assets.rows("sides.tsv")}
