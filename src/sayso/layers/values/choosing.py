"""Which lines of the lexicon of predicates a clause calls for: by its verb, by the nouns beside a light one, by what
befell those whom it counts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.phrases import Tree
from sayso.layers.parsing.labels import NOMINAL, VERBAL
from sayso.layers.parsing.parse import Token
from sayso.layers.values.slots import TALLIES, Frame, frames, harmful, nouns
from sayso.vocab import Slot

#: Where several slots fit one clause, the one that says most comes first.
ORDER = {
    slot: n
    for n, slot in enumerate(
        (Slot.TOLL, Slot.CONTROL, Slot.MOVEMENT, Slot.RESPONSIBILITY, Slot.SUPPORT, Slot.STRENGTH, Slot.OCCURRENCE)
    )
}
#: Slots whose predicate takes in the happening that its object names.
WHOLE = frozenset({Slot.TOLL, Slot.CONTROL, Slot.RESPONSIBILITY, Slot.SUPPORT, Slot.MOVEMENT})
#: Prepositions whose noun may say what the clause claims.
CARRYING = frozenset({"with", "under", "via", "through"})
#: Nouns for people by what befell them before.
SUFFERERS = frozenset({"patient", "refugee", "detainee", "captive", "survivor", "wounded", "injured"})
UP_DOWN = ("up", "down")
#: What a word is where it stands: which of its lines in the lexicon apply.
PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
FORCE = Frame("", "verb", Slot.STRENGTH, "strength", "party", "party", frozenset(), "")
GOES = Frame("", "verb", Slot.MOVEMENT, "moved", "party", "", frozenset(), "")
CARRIES = Frame("", "verb", Slot.MOVEMENT, "moved", "agent", "party", frozenset(), "")
#: Who or what goes from place to place.
MOVERS = ("armed", "people", "person", "vehicle")
#: "the number of fighters at 200".
HEADCOUNT = Frame("number", "noun", Slot.STRENGTH, "strength", "", "", frozenset(), "")
#: Slots that take up a count of their own.
COUNTS = frozenset({Slot.TOLL, Slot.MOVEMENT, Slot.STRENGTH})


class Chosen(NamedTuple):
    """The frame of a clause and the word that calls for it."""

    frame: Frame
    word: Token


def frames_of(clause: Clause, tree: Tree, held: Collection[str]) -> list[Chosen]:
    """The frames that a clause's words call for and whose conditions are ``held``, the one that says most first; at
    most one a slot, but for tolls, of which a clause may state several."""
    figure = clause.subject  # "the police figure is 140" tells of no police
    of_others = figure is not None and figure.lemma.lower() in TALLIES and tree.child(figure, "prep") is None
    found = _called_for(clause, tree, held)
    found = [c for c in found if not (of_others and c.frame.slot is Slot.STRENGTH)]
    armed = any(t.lemma.lower() in nouns("armed") for t in clause.own)
    if armed and "number" in held and clause.head.lemma.lower() in TALLIES and not found:
        return [Chosen(HEADCOUNT, clause.head)]
    if not any(c.frame.slot in WHOLE for c in found):
        going = _going(clause, held, any(c.word is clause.head for c in found))
        if going is not None:
            found = [Chosen(going, clause.head), *(c for c in found if c.frame.slot is not Slot.OCCURRENCE)]
    if not of_others and _forceful(clause, held) and not any(c.frame.slot in COUNTS for c in found):
        found.append(Chosen(FORCE, clause.head))  # an armed body with a count is a strength, whatever it does
    return _telling_most(sorted(found, key=lambda c: ORDER[c.frame.slot]), clause, tree)


def _called_for(clause: Clause, tree: Tree, held: Collection[str]) -> list[Chosen]:
    """The lines that fit, word by word; no happening that the verb itself says more of."""
    out: list[Chosen] = []
    beside, befell = _context(clause, tree), _befell(clause, tree)
    for word in dict.fromkeys([*_calling(clause, tree), *befell]):
        counting = False
        near = beside | {t.lemma.lower() for t in tree.kids[word.index] if word in befell or t.dep == "compound"}
        mine = {*held, "counted"} if word.pos == "NOUN" and _counts(word, tree) else held
        if word in befell:
            mine = _suffered(word, held, tree)
        taken_for_noun = clause.passive and word is clause.head and word.pos == "NOUN"  # "was overrun"
        for frame in frames().get((word.lemma.lower(), "verb"), ()) if taken_for_noun else _called(word):
            unfit = (counting and frame.slot is not Slot.OCCURRENCE) or (word in befell and frame.slot is not Slot.TOLL)
            lonely = frame.beside and not frame.beside & (near - {frame.word})
            if unfit or lonely or not _met(frame.needs, mine):
                continue
            out.append(Chosen(frame, word))
            counting = frame.slot is Slot.STRENGTH and not counting
            if not counting:
                break  # how many took part, and in what
    whole = any(c.word is clause.head and c.frame.slot in WHOLE for c in out)  # "repelled an attack"
    return [c for c in out if not (whole and c.frame.slot is Slot.OCCURRENCE)]


def _calling(clause: Clause, tree: Tree) -> list[Token]:
    """The words of a clause that may call for a line: its head, the nouns that carry its meaning, and what is said of
    somebody by a participle or an adjective."""
    own = clause.own
    if clause.head.pos not in VERBAL:
        said = [t for t in own if t.pos in ("ADJ", "NOUN") or t.tag in ("VBN", "VBG") or t.text.lower() in UP_DOWN]
        hyphened = {t.index + 1 for t in own if t.text == "-"}  # "of the Orle-backed fighters": nobody is backed here
        said = [t for t in said if t.dep != "amod" or t.index not in hyphened]
    else:
        said = [t for t in own if t.dep in ("acl", "xcomp") and t.tag in ("VBN", "VB")]
        beside = ("acomp", "oprd", "conj", "ccomp")
        said += [t for t in own if t.dep in beside and t.pos in ("ADJ", "VERB", "NOUN")]
    return [clause.head, *_heavy_nouns(clause, tree), *said, *_describing(clause, tree)]


def _telling_most(found: Sequence[Chosen], clause: Clause, tree: Tree) -> list[Chosen]:
    """Of lines that say one thing, the one that says most."""
    tolls = [c for c in found if c.frame.slot is Slot.TOLL]
    if any(c.frame.sense != "casualties" for c in tolls):
        found = [c for c in found if c.frame.sense != "casualties"]  # what befell them is said
    if any(c.frame.pos != "noun" for c in tolls if c in found):
        harmed = [t for noun in (clause.object, clause.subject) if noun is not None for t in tree.conjuncts(noun)]
        # "killed two patients"
        found = [c for c in found if c.word not in harmed or c.word.lemma.lower() not in SUFFERERS]
    kept: list[Chosen] = []
    for chosen in found:
        same = [k for k in kept if k.frame.slot is chosen.frame.slot]
        if not same or (chosen.frame.slot is Slot.TOLL and all(k.frame.sense != chosen.frame.sense for k in same)):
            kept.append(chosen)
    return kept


def _forceful(clause: Clause, held: Collection[str]) -> bool:
    """Whether a clause says what an armed body, of so many, does or where it is, and not what it is."""
    seen = clause.passive and clause.subject is None and {"object:armed", "site"} <= set(held)  # "are holed up in"
    said = any(t.dep in ("attr", "acomp") and t.head == clause.head.index for t in clause.own)
    acts = clause.head.pos == "VERB" or (clause.head.lemma.lower() == "be" and not said)
    return "number" in held and ("armed" in held or seen) and acts


def _going(clause: Clause, held: Collection[str], known: bool) -> Frame | None:
    """The frame of a verb by which somebody passes from one place into another, unless a line of the lexicon fits it,
    so that it is ``known``: "tanks rolled into Tarven", "buses carried 800 people from Tarven to Pelm"."""
    if "passage" not in held or clause.head.pos != "VERB" or known:
        return None
    if (clause.head.lemma.lower(), "verb") in frames() and clause.object is None:
        return None
    if clause.object is None or (clause.passive and clause.subject is None):
        moved = "object" if clause.passive else "subject"
        return GOES if any(f"{moved}:{kind}" in held for kind in MOVERS) else None
    return CARRIES if "number" in held and any(f"object:{kind}" in held for kind in MOVERS) else None


def _context(clause: Clause, tree: Tree) -> frozenset[str]:
    """The lemmas beside a clause's predicate that may tell in which sense it stands: none from within a longer name,
    not the "accord" of "according to", nor a noun that only says of which sort another one is: "two life sentences"."""
    named = {t.head for t in clause.own if t.pos == "PROPN" and t.dep == "compound"}
    named |= {t.index for t in clause.own if t.pos == "NOUN" and t.dep == "compound"}
    named |= {t.index + 1 for t in clause.own if t.text == "-"}  # "the army-controlled town"
    # "Five dead, eight missing as ferry goes down": what stands before the clause of the verb is not beside it
    opening = max((t.index for t in tree.kids[clause.head.index] if t.dep == "mark"), default=-1)
    said = {
        t.lemma.lower()
        for t in clause.own
        if t.index not in tree.names and t.index not in named and t.text.lower() != "according" and t.index > opening
        if t.text.lower() != "over" or _ends(t, tree)
    }
    described = clause.surface if clause.dep == "acl" and clause.lead is not None else None  # "450 jobs to go"
    return frozenset(said | ({described.lemma.lower()} if described is not None else set()))


def _ends(over: Token, tree: Tree) -> bool:
    """Whether ``over`` goes with the verb: not "over the weekend", "in over a month"."""
    up = tree.tokens[over.head]
    return up.pos in ("VERB", "AUX") and tree.child(over, "pobj") is None


def _describing(clause: Clause, tree: Tree) -> list[Token]:
    """The adjectives of counted nouns, which may say what became of them: "searched for 23 missing miners"."""
    tokens = tree.tokens
    described = [t for t in clause.own if t.dep == "amod" and t.index not in tree.names]
    return [
        t
        for t in described
        if any(f.slot is Slot.TOLL for f in frames().get((t.text.lower(), "adj"), ()))
        and (_numbered(tokens[t.head], tree) or _tallied(tokens[t.head], tree))
    ]


def _befell(clause: Clause, tree: Tree) -> list[Token]:
    """The verbs of what befell those whose number a clause tells: "the number of people who have fled is 27,000"."""
    out: list[Token] = []
    if any(f.slot is Slot.TOLL and not f.beside for f in frames().get((clause.head.lemma.lower(), "verb"), ())):
        return out  # "a total of 21 people who had fled were killed"
    for tally in (clause.subject, clause.object):
        inner = tree.behind(tally, "of") if tally is not None and tally.lemma.lower() in TALLIES else None
        described = [k for t in (tally, inner) if t is not None and inner is not None for k in tree.kids[t.index]]
        out += [t for t in described if t.pos == "VERB" and (t.dep == "relcl" or (t.dep, t.tag) == ("acl", "VBN"))]
    return out


def _suffered(verb: Token, held: Collection[str], tree: Tree) -> set[str]:
    """What a clause holds, with those whose number it tells as what a verb below is done to, or who do it."""
    done_to = verb.dep == "acl" or any(t.dep in ("auxpass", "nsubjpass") for t in tree.kids[verb.index])
    kinds = {c.partition(":")[2] for c in held if c.startswith(("subject:", "object:"))}
    return {c for c in held if ":" not in c} | {f"{'object' if done_to else 'subject'}:{kind}" for kind in kinds}


def _tallied(noun: Token, tree: Tree) -> bool:
    """Whether a number is said to be of a noun: "the number of missing miners"."""
    of = tree.tokens[noun.head]
    return noun.tag == "NNS" and noun.dep == "pobj" and tree.tokens[of.head].lemma.lower() in TALLIES


def _counts(noun: Token, tree: Tree) -> bool:
    """Whether a noun of harm is counted, or those whom it is of: "two hangings", "the hanging of two printers"."""
    of = [t for t in tree.kids[noun.index] if t.dep == "prep" and t.lemma == "of"]
    return any(_numbered(n, tree) for n in (noun, *(t for up in of for t in tree.kids[up.index])))


def _numbered(noun: Token, tree: Tree) -> bool:
    return noun.pos == "NUM" or any(t.dep == "nummod" or t.pos == "NUM" for t in tree.kids[noun.index])


def _called(word: Token) -> tuple[Frame, ...]:
    """The lines of the lexicon for a word as it stands; a participle may be listed as an adjective."""
    described = word.dep in ("pobj", "pcomp", "amod") and word.tag in ("VBN", "VBG")  # "of the missing"
    found = frames().get((word.text.lower(), "adj"), ()) if described else ()
    found = found or frames().get((word.lemma.lower(), PARTS.get(word.pos, "")), ())
    if not found and word.tag == "NNS":  # what the lemma missed: "corpses"
        found = frames().get((word.text.lower().removesuffix("s"), "noun"), ())
    if not found and word.tag in ("VBN", "VBD", "VBG", "JJ"):
        found = frames().get((word.text.lower(), "adj"), ())
    if not found and word.text.lower() in UP_DOWN:  # "Bread up 12%"
        found = frames().get((word.text.lower(), "adj"), ())
    if not found and word.pos in ("PROPN", "NOUN", "ADJ"):
        found = frames().get((word.text.lower(), "noun"), ())
    return found


def _heavy_nouns(clause: Clause, tree: Tree) -> list[Token]:
    """Nouns that carry a clause's meaning beside a light verb: its object, its subject, what those are amounts of."""
    out = []
    for token in (clause.object, clause.subject):
        if token is None or token.pos not in NOMINAL or token not in clause.own:
            continue
        out += list(tree.conjuncts(token))
        if token.lemma.lower() in nouns("amount") | TALLIES:
            of = tree.child(token, "prep")
            inner = tree.child(of, "pobj", "pcomp") if of is not None else None
            out += [inner] if inner is not None else []
    for preposition in clause.prepositions:  # "with the consent of", "under siege", "via funding of"
        there = tree.child(clause.head, "expl") is not None  # "there was joy among those freed"
        among = preposition.word == "among" and clause.head.lemma == "be" and not there  # "five were among the dead"
        if preposition.word in CARRYING or among:
            out += preposition.objects
        if among:  # "were among those killed"
            below = (t for noun in preposition.objects for t in tree.kids[noun.index])
            out += [t for t in below if t.tag == "VBN" and t.dep == "amod" and harmful(t)]
    return out


def _met(needs: str, held: Collection[str]) -> bool:
    """``a|b&c``: ``a`` or ``b``, and ``c``; ``!a``: that ``a`` does not hold."""
    each = (part.split("|") for part in needs.split("&") if part)
    return all(any(n[1:] not in held if n.startswith("!") else n in held for n in part) for part in each)
