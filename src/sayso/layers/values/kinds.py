"""What kind of thing a clause tells that no line of the lexicon of predicates fits: that something happened, that
somebody went somewhere, how much of something there is, or only what is so.

Such a claim keeps the words and the predicate of a statement, by which it is compared: its slot says what a reader
finds in it, and never decides whether two claims are one.
"""

from __future__ import annotations

from sayso.layers.attribution.cues import lexicon
from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.counting import MOVING, foremost
from sayso.layers.clauses.phrases import Tree
from sayso.layers.names.stretches import is_title
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.parse import Token
from sayso.layers.values.roles import lemma_of, who
from sayso.layers.values.slots import nouns, verbs
from sayso.layers.values.slotvalues import HARMED
from sayso.types import Quantity, Values, values
from sayso.vocab import Modality, Polarity, Slot, Zone

#: Verbs by which something else happened than what they deny.
FAILING = frozenset({"fail", "refuse"})
#: Auxiliaries of what is to come.
COMING = frozenset({"will", "would", "shall", "'ll", "wo", "’ll"})
#: Auxiliaries of what may or ought to be.
LOOSE = frozenset({"may", "might", "can", "could", "should", "must", "ca", "ought"})
PERFECT = frozenset({"have", "'ve", "’ve"})
#: What stands before how much there is: "stands at 38", "on 31 per cent".
TELLING = frozenset({"at", "on", "to", "by", "of", "over", "under", "above", "below", "between"})
#: What may be gone along, into or out of.
PATHS = frozenset(
    "into onto out across over past through towards toward from to off along down up inside aboard ashore back".split()
)
#: Of these, words that say much else.
LOOSE_PATHS = frozenset({"to", "from", "over", "up", "down", "through", "off", "along"})
#: Words that say where to, without a noun.
WHITHER = frozenset(
    "home back away north south east west northward southward eastward westward inland ashore abroad overland outside "
    "upstream downstream clear".split()
)
#: Pronouns of people.
PEOPLE = frozenset({"they", "we", "he", "she", "i", "who", "you"})
#: Pronouns of one person.
ONE = frozenset({"i", "he", "she", "you"})
#: What may be reached, entered or crossed.
CROSSED = frozenset({"enter", "reach", "cross", "leave", "quit", "vacate", "evacuate"})
#: What is counted of a place or a thing is a strength where a clause says no more than how much there is.
HOLDING = frozenset({"be", "stand", "number", "total", "remain", "amount", "put", "place", "estimate", "reckon"})


def slot_of(
    slot: Slot, filled: Values, clause: Clause, tree: Tree, findings: Findings, so: tuple[Modality, Polarity]
) -> Slot:
    """The slot that a reader would enter a claim under. ``so`` is how far it is claimed to be so."""
    held = dict(filled)
    measured = "low" in held or "high" in held
    if slot is Slot.OCCURRENCE and held.get("event") in ("up", "down") and measured:
        return Slot.STRENGTH
    if slot is not Slot.STATEMENT or "predicate" not in held:
        return slot
    if _goes(clause) and (measured or _moves(clause)) and _told(clause, tree):
        return Slot.MOVEMENT
    happened = happens(clause, tree, so)
    denied = so == (Modality.FACT, Polarity.NEGATIVE) and clause.head.lemma.lower() not in HOLDING
    count = foremost(clause, findings) if measured and not denied else None
    if count is not None and _amount(clause, tree, count, happened):
        return Slot.STRENGTH
    return Slot.OCCURRENCE if happened else Slot.STATEMENT


def with_roles(slot: Slot, filled: Values, clause: Clause, tree: Tree, findings: Findings) -> Values:
    """The values of a happening that no line of the lexicon gave roles to, with who does it and to whom: by name, by a
    word for them, or by the pronoun where nobody is known to be meant. ``as_told`` says that these are the grammar's
    roles alone: two claims are not held together or apart by them."""
    held = dict(filled)
    if slot not in ROLED or held.keys() & ROLES or clause.head.pos != "VERB":
        return filled
    agent, target = (_called(noun, tree, findings) for noun in (clause.subject, clause.object))
    told = {"party": agent or target} if slot is Slot.MOVEMENT else {"agent": agent, "target": target}
    return values(**{**told, **held, "as_told": True if any(told.values()) else None})


def _called(noun: Token | None, tree: Tree, findings: Findings) -> str | None:
    named = who(noun, tree, findings)
    if named is None and noun is not None and noun.pos == "PRON" and noun.tag == "PRP":
        return noun.text.lower()
    return named


#: Slots whose claims have roles, and the roles that a line of the lexicon gives.
ROLED = frozenset({Slot.OCCURRENCE, Slot.MOVEMENT})
ROLES = frozenset({"agent", "target", "thing", "with", "party", "score"})


def happens(clause: Clause, tree: Tree, so: tuple[Modality, Polarity]) -> bool:
    """Whether a clause tells of something that took place or is to: its verb is no verb of lasting or saying, and
    stands in the past, or in the future."""
    verb, lemma = clause.head, clause.head.lemma.lower()
    kept = so[1] is Polarity.NEGATIVE and so[0] is not Modality.DENIED
    if (
        verb.pos != "VERB"
        or lemma in verbs("lasting")
        or (kept and not any(w.lemma in FAILING for w in clause.wrappers))
    ):
        return False
    said = lexicon().get((lemma, "verb"))
    saying = said is not None and said.fits("that", "quote", "as") and not clause.passive
    if (saying and clause.object is not None) or any(t.dep == "acomp" for t in tree.kids[verb.index]):
        return False  # "called it deliberate", "looked tired"
    return _told(clause, tree)


def _told(clause: Clause, tree: Tree) -> bool:
    """Whether the outermost verb of a clause stands in a tense of what happened or is to happen."""
    outer = clause.top
    beside = [t for verb in (*clause.wrappers, clause.head) for t in tree.kids[verb.index]]
    helping = {t.text.lower(): t for t in beside if t.dep in ("aux", "auxpass")}
    lemmas = {t.lemma.lower() for t in helping.values()}
    if helping.keys() & LOOSE:
        return False
    if helping.keys() & COMING or lemmas & PERFECT or any(t.tag == "VBD" for t in helping.values()):
        return True
    if any(t.text.lower() == "being" for t in helping.values()):
        return True
    if not helping:
        headline = clause.sentence.zone is Zone.HEADLINE and outer.tag in ("VBZ", "VBP")
        return (
            headline or outer.tag in ("VBD", "VBN") or (outer.tag == "VBG" and clause.dep in ("advcl", "acl", "conj"))
        )
    planned = any(t.tag == "TO" for t in helping.values())
    return planned and clause.dep not in ("advcl", "acl", "pcomp")


def _moves(clause: Clause) -> bool:
    """Whether whoever goes can: people, armed or not, vehicles, those whom a number or a pronoun stands for."""
    mover = clause.surface
    if mover is None:
        return False
    kinds = nouns("armed", "people", "vehicle")
    named = mover.pos == "PROPN" and mover.entity not in ("GPE", "LOC", "FAC")
    named = named or (mover.pos == "PRON" and mover.text.lower() in PEOPLE)
    return named or bool({lemma_of(mover).lower(), mover.lemma.lower()} & kinds) or is_title(mover.lemma.lower())


def _goes(clause: Clause) -> bool:
    """Whether a clause says that its subject goes somewhere: a verb of going, and which way."""
    lemma = clause.head.lemma.lower()
    if clause.head.pos != "VERB" or lemma not in verbs("going") | CROSSED:
        return False
    if clause.object is not None and not clause.passive:
        kinds = nouns("place", "part", "locator", "way")
        crossed = clause.object.pos == "PROPN" or clause.object.lemma.lower() in kinds
        return lemma in CROSSED and crossed
    verb = clause.head.index
    out_of = {t.index for t in clause.own if t.text.lower() == "out" and t.head == verb}
    ways = [
        p
        for p in clause.prepositions
        if _spot(p.objects) and ((p.word in PATHS and p.token.head == verb) or p.token.head in out_of)
    ]
    whither = any(t.lemma.lower() in WHITHER and t.head == clause.head.index for t in clause.own)
    if any(p.word == "against" and p.token.head == verb for p in clause.prepositions):
        return False  # "pushed back against the charges"
    if lemma in verbs("vague"):
        return whither or any(p.word not in LOOSE_PATHS or _settled(p.objects) for p in ways)
    return whither or bool(ways)


def _spot(objects: tuple[Token, ...]) -> bool:
    """Whether what follows a preposition may be a place: no number, no time."""
    return bool(objects) and objects[0].entity not in ("DATE", "TIME", "MONEY", "PERCENT") and objects[0].pos != "NUM"


def _settled(objects: tuple[Token, ...]) -> bool:
    """Whether it is a place by its name or kind."""
    noun = objects[0]
    return noun.entity in ("GPE", "LOC", "FAC") or noun.lemma.lower() in nouns("place", "part", "locator", "way")


def _amount(clause: Clause, tree: Tree, count: Quantity, happened: bool) -> bool:
    """Whether a clause says no more than how much or how many: a verb of holding, or none; for a measure any verb, but
    for what somebody did or what was done to something."""
    subject = clause.subject
    if subject is not None and {subject.lemma.lower(), subject.text.lower()} & HARMED:
        return False  # "the dead were five soldiers": who they were
    verb = clause.head.pos in ("VERB", "AUX")
    if _aside(clause, tree, count):
        return False
    if verb and clause.head.lemma.lower() not in HOLDING:
        changing = clause.head.lemma.lower() in MOVING | verbs("changing")
        changed = changing and clause.object is None and not _moves(clause)
        return count.unit is not None and (not happened or changed)
    said = [
        t for t in tree.kids[clause.head.index] if t.dep in ("attr", "acomp", "nsubj", "nummod", "npadvmod", "dobj")
    ]
    told = [
        n for p in clause.prepositions if p.word in TELLING and p.token.head == clause.head.index for n in p.objects
    ]
    return any(_counted(count, noun, tree) for noun in (*said, *told, *(() if verb else (clause.head,))))


def _aside(clause: Clause, tree: Tree, count: Quantity) -> bool:
    """Whether a clause tells something else of those or of what it counts: "the $25 billion merger was her idea", "the
    other two teams were not as lucky"; or how old somebody is: "I was about ten"."""
    subject = clause.subject
    if clause.head.lemma.lower() != "be" or subject is None:
        return False
    said = [t for t in tree.kids[clause.head.index] if t.dep in ("attr", "acomp")]
    if count.unit is None and count.of is None and (subject.text.lower() in ONE or subject.entity == "PERSON"):
        return True
    pointed = any(
        t.dep == "poss" or t.text.lower() in ("the", "this", "these", "those") for t in tree.kids[subject.index]
    )
    return pointed and any(not _counted(count, t, tree) for t in said) and _counted(count, subject, tree)


def _counted(count: Quantity, noun: Token, tree: Tree) -> bool:
    """Whether a count is that of a noun itself, or what it amounts to, and not of something that belongs to it."""
    near = [noun, *(t for t in tree.kids[noun.index] if t.dep not in ("prep", "poss", "relcl", "acl"))]
    of = [t for t in tree.kids[noun.index] if t.dep == "prep" and t.lemma == "of"]
    near += [t for up in of for pobj in tree.kids[up.index] for t in (pobj, *tree.kids[pobj.index])]
    return any(t.start < count.span.end and count.span.start < t.end for t in near)
