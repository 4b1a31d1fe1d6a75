"""Where the text sets a claim, told by its own clause, else by another one of its sentence, else by the last claim
before it that says where it happened."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.reading import SentenceReading
from sayso.layers.clauses.voice import cue_of
from sayso.layers.values.sites import sites
from sayso.types import Claim, Values, values
from sayso.vocab import Slot, Zone

#: Slots of what happens somewhere, though the clause may not say where.
SOMEWHERE = frozenset({Slot.TOLL, Slot.STRENGTH, Slot.CONTROL, Slot.MOVEMENT, Slot.OCCURRENCE})
#: Of these, those of what happens at one scene, which a text goes on telling of.
OF_SCENES = frozenset({Slot.TOLL, Slot.CONTROL})
#: Words that take up where it was.
THERE = frozenset({"there", "scene", "spot"})
#: Values that say where.
WHERE = ("place", "from", "to", "scenery")
#: Where people are brought, where these stand without an article.
BROUGHT = frozenset({"hospital", "custody", "jail", "prison", "court", "safety", "detention"})
#: A sentence of more clauses is a list.
MANY = 40
#: What is told so many characters further on is no longer of the same scene.
FAR = 400


def set_in(slot: Slot, filled: Values, clause: Clause, tree: Tree, read: SentenceReading) -> Values:
    """The values of a claim with the words of the text for where it is set."""
    held = dict(filled)
    named = [name for key in WHERE for name in _each(held.get(key))]
    own = tuple(s for s in sites(clause, tree, read.findings) if not any(s in n for n in named))
    if own:
        return values(**{**held, "scenery": (*_each(held.get("scenery")), *own)})
    if any(held.get(key) for key in WHERE) or slot not in SOMEWHERE or held.get("unit"):
        return filled
    around = _beside(clause, tree, read, slot in OF_SCENES)
    if not around and (slot in OF_SCENES or _there(clause)):
        around = _earlier(clause, read.before)
    return values(**{**held, "scenery": around, "scenery_inherited": True}) if around else filled


def _there(clause: Clause) -> bool:
    """Whether a clause takes up a place that was told before: "snapped there", "died at the scene"."""
    return any(t.text.lower() in THERE and t.dep in ("advmod", "pobj") for t in clause.own)


def _beside(clause: Clause, tree: Tree, read: SentenceReading, of_scenes: bool) -> tuple[str, ...]:
    """Where the clause above is set, or, of what happens at one scene, the only other one that says it; not where
    somebody only speaks."""
    if len(read.clauses) > MANY:
        return ()
    told = [c for c in read.clauses if c is not clause and cue_of(c, read.near) is None]
    above = read.clauses[clause.governor] if clause.governor is not None else None
    there = sites(above, tree, read.findings) if above is not None and above in told else ()
    if _named(there) or (there and not of_scenes):
        return there
    each = {sites(c, tree, read.findings) for c in told if not _taken_in(c, tree)} - {()} if of_scenes else set()
    found = {one for one in each if _named(one)} or each  # "near Pelm", not "the road"
    return found.pop() if len(found) == 1 else there


def _taken_in(clause: Clause, tree: Tree) -> bool:
    """Whether a clause says where people were brought, which is not where it happened: "12 are in hospital"."""
    inside = (t for p in clause.prepositions for t in p.objects if t.lemma.lower() in BROUGHT)
    return any(t.tag == "NN" and not tree.kids[t.index] for t in inside)


def _named(there: Sequence[str]) -> bool:
    return any(word[:1].isupper() for name in there for word in name.split())


def _earlier(clause: Clause, before: Sequence[Claim]) -> tuple[str, ...]:
    """Where the last claim before the sentence is set that says it."""
    if clause.sentence.zone is not Zone.BODY:
        return ()
    for claim in reversed(before):
        if claim.content[-1].end < clause.sentence.start - FAR:
            break
        held = dict(claim.values)
        if claim.slot in SOMEWHERE and "scenery_inherited" not in held:
            there = _each(held.get("scenery")) or _each(held.get("place"))
            if _named(there):
                return there  # "the gate" is of one moment, a town of all that follows
    return ()


def _each(value: object) -> tuple[str, ...]:
    return tuple(str(v) for v in value) if isinstance(value, tuple) else ()
