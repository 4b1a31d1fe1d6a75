"""What became of people: who was trapped is brought out, who was held is let go, who was questioned is held."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import NamedTuple

from sayso.relations.agreement.attacks import in_proportion
from sayso.relations.agreement.standing import Relation, order, quoted, speaker
from sayso.relations.claims.comparing import PLAIN, Fit, any_party, counted, figures, parties, places, same_figure
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.incidents import harm
from sayso.relations.claims.saying import OPEN
from sayso.relations.words.senses import meant_by, senses
from sayso.relations.words.spellings import folded
from sayso.vocab import LinkKind, Modality, Slot

#: What befalls people, each state followed by those that end it: how harm is called, and words for it elsewhere.
WAYS: tuple[tuple[tuple[frozenset[str], str], ...], ...] = (
    ((frozenset({"missing"}), "trapped stranded buried"), (frozenset({"rescued"}), "rescued saved")),
    (
        (frozenset(), "questioned questioning interrogated"),
        (frozenset({"detained", "abducted"}), "detained arrested seized captured abducted kidnapped imprisoned"),
        (frozenset(), "released freed bailed bail"),
    ),
)
#: A state is ended at most so many days after it was told.
DAYS = 60
#: Of those who were trapped, the count of those who were saved is not out of all proportion.
FOLD = 20


class State(NamedTuple):
    """The ``step`` of one of :data:`WAYS`, by its number."""

    way: int
    step: int


def caught(fact: Fact) -> bool:
    """Whether a claim tells that people came into such a state, or out of it."""
    return next(states(fact), None) is not None


def states(fact: Fact) -> Iterator[State]:
    """The states that a claim tells of people who are, or were, in them."""
    if not (fact.positive and fact.real) or fact.claim.modality is not Modality.FACT:
        return
    if fact.slot is Slot.TOLL:
        yield from _harmed(harm(fact))
    elif fact.slot in OPEN:
        yield from _told(f"{fact.one('event') or ''} {fact.one('predicate') or ''}")


@functools.lru_cache(maxsize=1024)
def _harmed(effect: str) -> tuple[State, ...]:
    """The states of those who were harmed so."""
    return tuple(State(way, step) for way, step, harms, _ in _steps() if effect in harms)


@functools.lru_cache(maxsize=4096)
def _told(words: str) -> tuple[State, ...]:
    """The states that some words tell of."""
    told = senses(words)
    return tuple(State(way, step) for way, step, _, these in _steps() if not told.isdisjoint(meant_by(these)))


def _steps() -> Iterator[tuple[int, int, frozenset[str], str]]:
    for way, steps in enumerate(WAYS):
        for step, (harms, words) in enumerate(steps):
            yield way, step, harms, words


def ended(a: Group, b: Group) -> Relation | None:
    """A state that people were in, and one of a later day that ends it, of the same people."""
    if not (caught(a.lead) and caught(b.lead)):
        return None
    following = order(a, b)
    if following is None or (following[1].day() or 0) - (following[0].day() or 0) > DAYS:
        return None
    was, now = following
    before, after = list(states(was.lead)), list(states(now.lead))
    if not any(x.way == y.way and x.step < y.step for x in before for y in after):
        return None
    if any(x.way == y.way and x.step >= y.step for x in before for y in after) or not _same_people(was.lead, now.lead):
        return None
    told = f"{quoted(was)}, says {speaker(was)}; later {quoted(now)}, says {speaker(now)}"
    return Relation(LinkKind.UPDATES, 0.6, told, now)


def _same_people(was: Fact, now: Fact) -> bool:
    """Whether those who were in one state and in another are the same, or the latter some of the former: by name, by
    noun or in a story of one scene by their number."""
    groups = was.armed_groups
    victims = [folded(f.one("victims") or f.one("target") or f.one("thing") or "") for f in (was, now)]
    if Fit.DIFFERENT in (places(was, now), parties(was.one("victims"), now.one("victims"), groups)):
        return False
    nouns = [
        f.one("of") or (name.split(" ")[-1] if name else None) for f, name in zip((was, now), victims, strict=True)
    ]
    kind = counted(nouns[0], nouns[1])
    if kind is Fit.DIFFERENT and "survivor" not in nouns:
        return False
    if not (was.numbered() or now.numbered()) and (_named(was, now) or _named(now, was)):
        return True
    if was.numbered() and now.numbered():
        if max(figures(now)) > max(figures(was)) or not in_proportion(was, now, FOLD) or not was.one_scene:
            return False
        return kind is Fit.SAME or same_figure(was, now) or harm(was) == "missing"
    named = any_party(was.people, now.people, groups)
    return named is Fit.SAME or (named is Fit.UNKNOWN and kind is Fit.SAME and was.one_scene)


def _named(one: Fact, other: Fact) -> bool:
    """Whether a claim's words name somebody whom another claim is of, by name or, in a story of one scene, as what she
    is there: "the captain"."""
    told = f" {folded(other.opening)} "
    persons = {folded(name) for name in one.people if " " in name} - {folded(one.one("agent") or "")}
    if any(f" {name} " in told for name in persons):
        return True
    noun = folded(one.one("victims") or one.one("target") or "").split(" ")[-1]
    return bool(noun) and noun not in PLAIN and one.one_scene and f" {noun} " in told
