"""Which slot a clause fills, and how far it is said to be so: from the lexicons of predicates and of modality."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Collection, Sequence
from typing import NamedTuple

from sayso import assets
from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.colours import NOBODY
from sayso.layers.clauses.phrases import Tree
from sayso.layers.parsing.parse import Token
from sayso.vocab import Slot

#: Where several slots fit one clause, the one that says most comes first.
ORDER = {
    slot: n
    for n, slot in enumerate(
        (Slot.TOLL, Slot.CONTROL, Slot.MOVEMENT, Slot.RESPONSIBILITY, Slot.SUPPORT, Slot.STRENGTH, Slot.OCCURRENCE)
    )
}
FROM = frozenset({"from", "out"})
TO = frozenset({"to", "into", "toward", "towards", "onto"})
#: Slots whose predicate takes in the happening that its object names.
WHOLE = frozenset({Slot.TOLL, Slot.CONTROL, Slot.RESPONSIBILITY, Slot.SUPPORT, Slot.MOVEMENT})
#: Prepositions whose noun may say what the clause claims.
CARRYING = frozenset({"with", "under", "via", "through"})
#: Nouns of a count that says whom it counts: "its count of dead soldiers".
TALLIES = frozenset({"number", "count", "tally", "toll", "figure", "total"})
#: Nouns for people by what befell them before.
SUFFERERS = frozenset({"patient", "refugee", "detainee", "captive", "survivor", "wounded", "injured"})
#: What a word is where it stands: which of its lines in the lexicon apply.
PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}


class Frame(NamedTuple):
    """One line of the lexicon of predicates."""

    word: str
    pos: str
    slot: Slot
    sense: str
    subject: str
    object: str
    beside: frozenset[str]
    needs: str


FORCE = Frame("", "verb", Slot.STRENGTH, "strength", "party", "party", frozenset(), "")
GOES = Frame("", "verb", Slot.MOVEMENT, "moved", "party", "", frozenset(), "")
CARRIES = Frame("", "verb", Slot.MOVEMENT, "moved", "agent", "party", frozenset(), "")
#: Who or what goes from place to place.
MOVERS = ("armed", "people", "person", "vehicle")
#: "the number of fighters at 200".
HEADCOUNT = Frame("number", "noun", Slot.STRENGTH, "strength", "", "", frozenset(), "")
#: Slots that take up a count of their own.
COUNTS = frozenset({Slot.TOLL, Slot.MOVEMENT, Slot.STRENGTH})


@functools.cache
def frames() -> dict[tuple[str, str], tuple[Frame, ...]]:
    """Frames by word and part of speech, in the order of the lexicons: harm first."""
    out: dict[tuple[str, str], list[Frame]] = {}
    told = [(Slot.TOLL, row["effect"], row) for row in assets.rows("harms.tsv")]
    told += [(Slot(row["slot"]), row["sense"], row) for row in assets.rows("slots.tsv")]
    for slot, sense, row in told:
        for word in row["words"].split("|"):
            frame = Frame(word, row["pos"], slot, sense, row["subject"], row["object"], _beside(row), row["needs"])
            out.setdefault((frame.word, frame.pos), []).append(frame)
    return {key: tuple(found) for key, found in out.items()}


def _beside(row: dict[str, str]) -> frozenset[str]:
    """The words one of which must stand beside; ``@kind`` means all nouns of a kind."""
    words = [word for word in row["with"].split("|") if word]
    of_kinds = [noun for word in words if word.startswith("@") for noun in nouns(word[1:])]
    return frozenset([word for word in words if not word.startswith("@")] + of_kinds)


def nouns(*kinds: str) -> frozenset[str]:
    """The nouns of some kinds: armed, people, place, part, amount, locator."""
    return assets.words("nouns.tsv", *kinds)


def verbs(*kinds: str) -> frozenset[str]:
    """The verbs of some kinds: lasting, going, vague, taking, changing."""
    return assets.words("verbs.tsv", *kinds)


class Chosen(NamedTuple):
    """The frame of a clause and the word that calls for it."""

    frame: Frame
    word: Token


def frames_of(clause: Clause, tree: Tree, held: Collection[str]) -> list[Chosen]:
    """The frames that a clause's words call for and whose conditions are ``held``, the one that says most first; at
    most one a slot, but for tolls, of which a clause may state several."""
    words = [clause.head, *_heavy_nouns(clause, tree)]
    if clause.head.pos not in ("VERB", "AUX"):
        words += [
            t
            for t in clause.own
            if t.pos in ("ADJ", "NOUN") or t.tag in ("VBN", "VBG") or t.text.lower() in ("up", "down")
        ]
    else:
        words += [t for t in clause.own if t.dep in ("acl", "xcomp") and t.tag in ("VBN", "VB")]
        words += [
            t for t in clause.own if t.dep in ("acomp", "oprd", "conj", "ccomp") and t.pos in ("ADJ", "VERB", "NOUN")
        ]
    words += _describing(clause, tree)
    beside = _context(clause, tree)
    befell = _befell(clause, tree)
    figure = clause.subject  # "the police figure is 140" tells of no police
    of_others = figure is not None and figure.lemma.lower() in TALLIES and tree.child(figure, "prep") is None
    out: list[Chosen] = []
    for word in dict.fromkeys([*words, *befell]):
        counting, near = False, beside
        mine = {*held, "counted"} if word.pos == "NOUN" and _counts(word, tree) else held
        if word in befell:
            near = beside | {t.lemma.lower() for t in tree.kids[word.index]}
            mine = _suffered(word, held, tree)
        taken_for_noun = clause.passive and word is clause.head and word.pos == "NOUN"  # "was overrun"
        for frame in frames().get((word.lemma.lower(), "verb"), ()) if taken_for_noun else _called(word):
            if counting and frame.slot is not Slot.OCCURRENCE:
                continue
            if (word in befell and frame.slot is not Slot.TOLL) or (of_others and frame.slot is Slot.STRENGTH):
                continue
            if (not frame.beside or frame.beside & (near - {frame.word})) and _met(frame.needs, mine):
                out.append(Chosen(frame, word))
                counting = frame.slot is Slot.STRENGTH and not counting
                if not counting:
                    break  # how many took part, and in what
    out.sort(key=lambda c: ORDER[c.frame.slot])
    if any(c.word is clause.head and c.frame.slot in WHOLE for c in out):
        out = [c for c in out if c.frame.slot is not Slot.OCCURRENCE]  # "repelled an attack" says more than "attack"
    armed = any(t.lemma.lower() in nouns("armed") for t in clause.own)
    if armed and "number" in held and clause.head.lemma.lower() in TALLIES and not out:
        return [Chosen(HEADCOUNT, clause.head)]
    taken = {c.word.index for c in out}
    going = _going(clause, held, clause.head.index in taken) if not any(c.frame.slot in WHOLE for c in out) else None
    if going is not None:
        out = [Chosen(going, clause.head), *(c for c in out if c.frame.slot is not Slot.OCCURRENCE)]
    seen = clause.passive and clause.subject is None and {"object:armed", "site"} <= set(held)  # "are holed up in"
    if (
        "number" in held
        and ("armed" in held or seen)
        and not of_others
        and _acts(clause)
        and not any(c.frame.slot in COUNTS for c in out)
    ):
        out.append(Chosen(FORCE, clause.head))  # an armed body with a count is a strength, whatever it does
        out.sort(key=lambda c: ORDER[c.frame.slot])
    if any(c.frame.slot is Slot.TOLL and c.frame.sense != "casualties" for c in out):
        out = [c for c in out if c.frame.sense != "casualties"]  # what befell them is said
    if any(c.frame.slot is Slot.TOLL and c.frame.pos != "noun" for c in out):
        harmed = [t for noun in (clause.object, clause.subject) if noun is not None for t in tree.conjuncts(noun)]
        out = [c for c in out if c.word not in harmed or c.word.lemma.lower() not in SUFFERERS]  # "killed two patients"
    kept: list[Chosen] = []
    for chosen in out:
        same = [k for k in kept if k.frame.slot is chosen.frame.slot]
        if not same or (chosen.frame.slot is Slot.TOLL and all(k.frame.sense != chosen.frame.sense for k in same)):
            kept.append(chosen)
    return kept


def _acts(clause: Clause) -> bool:
    """Whether a clause says what its subject does or where it is, and not what it is."""
    said = any(t.dep in ("attr", "acomp") and t.head == clause.head.index for t in clause.own)
    return clause.head.pos == "VERB" or (clause.head.lemma.lower() == "be" and not said)


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
    and not the "accord" of "according to"."""
    named = {t.head for t in clause.own if t.pos == "PROPN" and t.dep == "compound"}
    # "Five dead, eight missing as ferry goes down": what stands before the clause of the verb is not beside it
    opening = max((t.index for t in tree.kids[clause.head.index] if t.dep == "mark"), default=-1)
    said = {
        t.lemma.lower()
        for t in clause.own
        if t.index not in tree.names and t.index not in named and t.text.lower() != "according" and t.index > opening
        if t.text.lower() != "over" or _ends(t, tree)
    }
    described = clause.subject if clause.dep == "acl" and clause.lead is not None else None  # "450 jobs to go"
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
    if not found and word.text.lower() in ("up", "down"):  # "Bread up 12%"
        found = frames().get((word.text.lower(), "adj"), ())
    if not found and word.pos in ("PROPN", "NOUN", "ADJ"):
        found = frames().get((word.text.lower(), "noun"), ())
    return found


def harmful(token: Token) -> bool:
    """Whether a word calls for a toll by itself: "wounded", "injuries"."""
    forms = [(token.lemma.lower(), "noun"), (token.text.lower(), "adj")]
    if token.pos != "NOUN":  # "a student nurse" nurses nothing
        forms.append((token.lemma.lower(), "verb"))
    return any(f.slot is Slot.TOLL for form in forms for f in frames().get(form, ()))


def headline_verb(tokens: Sequence[Token], names: Collection[int]) -> Token | None:
    """The verb of a headline whose capitals made the parser take it for a name ("Red Column Seizes Town")."""
    for token in tokens[1:]:
        plain = token.text.lower()
        if token.pos == "VERB" and token.index not in names:
            return None
        if token.index in names or token.pos not in ("PROPN", "NOUN") or not token.text[:1].isupper():
            continue
        for form in (plain.removesuffix("s"), plain.removesuffix("es"), f"{plain.removesuffix('ies')}y"):
            if form != plain and (form, "verb") in frames():
                return dataclasses.replace(token, lemma=form, pos="VERB", tag="VBZ")
    return None


def _heavy_nouns(clause: Clause, tree: Tree) -> list[Token]:
    """Nouns that carry a clause's meaning beside a light verb: its object, its subject, what those are amounts of."""
    out = []
    for token in (clause.object, clause.subject):
        if token is None or token.pos not in ("NOUN", "PROPN") or token not in clause.own:
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


def content_words(tokens: Sequence[Token]) -> list[str]:
    """Lemmas of the words that say something, in text order; "nobody" is one of them."""
    telling = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
    return [t.lemma.lower() for t in tokens if (t.pos in telling and len(t.text) > 1) or t.lemma.lower() in NOBODY]
