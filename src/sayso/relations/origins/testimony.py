"""What the accounts of a body are worth as testimony that a claim is so.

A body may only wish for it or plan it, or tell it in passing; it may be no name of anybody's; it may be named together
with others for one statement; and it may tell it in other words than another body, so that both may not mean one thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, TypeGuard

from sayso.relations.origins.voices import PLATFORMS, Account, Corpus
from sayso.relations.words.senses import senses
from sayso.relations.words.spellings import folded
from sayso.spans import text_of
from sayso.types import Claim, Span, Value
from sayso.vocab import AttributionType, Modality, Slot

#: What is told of a thing to say which is meant, inside a statement of something else: "blamed the army for an attack
#: that killed 20 people".
PASSING = re.compile(
    r"\w\W+(?:that|which)\s+(?:\w+ly\s+|ha[sd]\s+|have\s+|also\s+)*(?!di?ed?\b)(?:\w+ed|left|hit|hurt|shot|took|cost)\b",
    re.IGNORECASE,
)
#: Harm that the hearer is taken to know of: "shocked by the death of these three people".
KNOWN = re.compile(
    r"\b(?:deaths?|loss(?:es)?|killings?|murders?|injur(?:y|ies))\s+of\s+(?:these|those)\b", re.IGNORECASE
)
#: Two who surely say the same share so much of all the words that either says; or, where they share a number, of the
#: fewer words. Fewer than LEAST words tell nothing.
ALIKE, ALIKE_COUNTED, LEAST = 0.55, 0.5, 3
#: So few are killed in many places of one story.
FEW = 4
NUMBER = re.compile(r"\b(?!(?:19|20)\d\d\b)\d[\d,.]*\d\b")  # a year tells nothing of what is said of it
#: What a source does that wants something, and what it then tells of.
WANTING = (AttributionType.ATTITUDE, AttributionType.INTENTION)
UNREAL = (Modality.PLANNED, Modality.ORDERED)
#: What is to be done, maybe by somebody named: "to appear", "Ms Renn … to appear"; not what will be: "will go to Orle".
TO_DO = re.compile(
    r"\W{0,9}(?:(?!(?:will|would|shall|can|could|may|might|must|should)\b)[\w.'’]{1,40}[\s…]{1,9}){0,4}to\b",
    re.IGNORECASE,
)
NO_NAME = "not known for the name of a person or a body"
OF_HERSELF = "is told of by name in it, as somebody else would tell it"
WISHED = "only wants or plans it, which does not say that it is so"
IN_PASSING = "tells it in passing, of what another statement is about, and may not vouch for it"


class Telling(NamedTuple):
    """What one account says: its slot, its bounds, the senses of its words, the numbers among them, and its places."""

    slot: Slot
    bounds: tuple[Value, Value]
    words: frozenset[str]
    numbers: frozenset[str]
    places: frozenset[str] = frozenset()


def _telling(account: Account) -> Telling:
    claim, values = account.claim, dict(account.claim.values)
    told = text_of(account.document.text, claim.content)
    bounds, place = (values.get("low"), values.get("high")), values.get("place")
    places = frozenset(map(folded, place)) if isinstance(place, tuple) else frozenset[str]()
    return Telling(claim.slot, bounds, senses(told), frozenset(NUMBER.findall(told)), places)


def surely_one(left: Sequence[Telling], right: Sequence[Telling]) -> bool:
    """Whether two bodies surely say the same: a toll of one figure, one state of a place, or else most of the words.
    What is likely enough to show two accounts beside each other is not enough to call them independent."""
    return not (left and right) or any(_alike(one, other) for one in left for other in right)


def _alike(one: Telling, other: Telling) -> bool:
    if one.slot is other.slot is Slot.TOLL:
        figures = [a for a, b in zip(one.bounds, other.bounds, strict=True) if _one_count(a, b)]
        told = bool(one.places & other.places) or len(one.words & other.words) >= LEAST
        return any(told or figure > FEW for figure in figures)  # a war has four dead in many places
    if one.slot is other.slot is Slot.CONTROL:
        return True
    common = len(one.words & other.words)
    if one.numbers & other.numbers and common >= ALIKE_COUNTED * min(len(one.words), len(other.words)):
        return True
    return common >= LEAST and common >= ALIKE * len(one.words | other.words)


def _one_count(one: Value, other: Value) -> TypeGuard[int | float]:
    """Whether two bounds are one figure that tells something: a story may tell of many who died alone."""
    return isinstance(one, int | float) and one == other and one > 1


class Testimony:
    """Gathers the accounts of one claim by the bodies that they name. Keys of bodies are the caller's."""

    def __init__(self, corpus: Corpus):
        self._corpus = corpus
        self._reasons: dict[str, list[str]] = defaultdict(list)
        self._beside: dict[tuple[Span, ...], set[str]] = defaultdict(set)
        self.tellings: dict[str, list[Telling]] = defaultdict(list)

    def hear(self, bodies: Mapping[str, str], account: Account) -> None:
        """Enters an account with the bodies that it names, nearest first: the name of each by its key."""
        for body, name in bodies.items():
            self._reasons[body].append(self._doubt(name, account))
            self.tellings[body].append(_telling(account))
        self._beside[account.claim.content].add(list(bodies)[-1])

    def doubts(self) -> dict[str, str]:
        """Body → why none of its accounts bears the claim out; only bodies of which that is so."""
        return {body: held[0] for body, held in self._reasons.items() if all(held)}

    def together(self) -> list[tuple[str, str]]:
        """The bodies that are named for the same words of one text, two by two, sorted; not where each of the two is
        also named without the other."""
        alone: dict[str, list[set[str]]] = defaultdict(list)
        for held in self._beside.values():
            for body in held:
                alone[body].append(held)
        pairs = {pair for held in self._beside.values() for pair in combinations(sorted(held), 2)}
        return sorted(
            (one, other)
            for one, other in pairs
            if all(other in held for held in alone[one]) or all(one in held for held in alone[other])
        )

    def _doubt(self, name: str, account: Account) -> str:
        claim = account.claim
        if not self._corpus.is_name(name) or folded(name) in PLATFORMS:
            return NO_NAME
        told = text_of(account.document.text, claim.content)
        if self._corpus.is_person(name) and re.search(rf"\b{re.escape(name.split()[-1])}\b(?!['’])", told):
            return OF_HERSELF
        if self._wished(claim, told):
            return WISHED
        if claim.slot is not Slot.TOLL:
            return ""
        return IN_PASSING if KNOWN.search(told) or (PASSING.search(told) and not self._all_said(claim)) else ""

    def _all_said(self, claim: Claim) -> bool:
        """Whether a claim is all that its source states: "reported an attack that killed 12 people"."""
        attribution = self._corpus.attributions.get(claim.attribution_id or "")
        return (
            attribution is not None
            and attribution.type is AttributionType.STATEMENT
            and attribution.content == claim.content
        )

    def _wished(self, claim: Claim, told: str) -> bool:
        """Whether somebody demands, wants or means to do what is claimed, rather than says that it is or will be so."""
        if claim.modality not in UNREAL:
            return False
        attribution = self._corpus.attributions.get(claim.attribution_id or "")
        wanting = attribution is not None and attribution.type in WANTING
        return claim.modality is Modality.ORDERED or wanting or TO_DO.match(told) is not None
