"""Which slot a clause fills, and how far it is said to be so: from the lexicons of predicates and of modality."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Collection, Sequence
from typing import NamedTuple

from sayso import assets
from sayso.layers.clauses import Clause
from sayso.layers.parse import Token
from sayso.layers.phrases import Tree
from sayso.layers.reckoning import contrasted
from sayso.vocab import Modality, Polarity, Slot

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
ONLY = frozenset({"only", "solely", "just", "merely", "alone", "exclusively", "simply", "necessarily"})
#: "given a chance to regroup": not planned, made possible.
OFFERS = frozenset({"chance", "opportunity", "ability", "capacity", "freedom", "permission", "right"})
#: Adjectives that say how likely their subject is.
CHANCES = frozenset({"likely", "unlikely", "possible", "probable", "conceivable", "imminent"})
#: Prepositions whose noun may say what the clause claims.
CARRYING = frozenset({"with", "under", "via", "through"})
#: Nouns of a count that says whom it counts: "its count of dead soldiers".
TALLIES = frozenset({"number", "count", "tally", "toll", "figure", "total"})
#: Whoever is not excepted by a "not" before it: "not all", "not everybody".
EACH = frozenset({"all", "every", "each", "everybody", "everyone", "everything", "both"})
#: Words for nobody and nothing.
NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
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
    """Frames by word and part of speech, in the lexicon's order."""
    out: dict[tuple[str, str], list[Frame]] = {}
    for row in assets.rows("slots.tsv"):
        beside = frozenset(row["with"].split("|")) - {""}
        frame = Frame(
            row["word"],
            row["pos"],
            Slot(row["slot"]),
            row["sense"],
            row["subject"],
            row["object"],
            beside,
            row["needs"],
        )
        out.setdefault((frame.word, frame.pos), []).append(frame)
    return {key: tuple(found) for key, found in out.items()}


@functools.cache
def nouns(*kinds: str) -> frozenset[str]:
    """The nouns of some kinds: armed, people, place, part, amount, locator."""
    return frozenset(row["word"] for row in assets.rows("nouns.tsv") if row["kind"] in kinds)


@functools.cache
def colours(where: str) -> dict[str, tuple[Modality, Polarity]]:
    """Words that colour a predicate, of one sort: wrapper, modal, adverb."""
    return {
        row["word"]: (Modality(row["modality"]), Polarity(row["polarity"] or "positive"))
        for row in assets.rows("modality.tsv")
        if row["where"] == where
    }


def wrapping() -> frozenset[str]:
    return frozenset(colours("wrapper"))


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
    out: list[Chosen] = []
    for word in dict.fromkeys(words):
        counting = False
        taken_for_noun = clause.passive and word is clause.head and word.pos == "NOUN"  # "was overrun"
        for frame in frames().get((word.lemma.lower(), "verb"), ()) if taken_for_noun else _called(word):
            if counting and frame.slot is not Slot.OCCURRENCE:
                continue
            if (not frame.beside or frame.beside & (beside - {frame.word})) and _met(frame.needs, held):
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
        and _acts(clause)
        and not any(c.frame.slot in COUNTS for c in out)
    ):
        out.append(Chosen(FORCE, clause.head))  # an armed body with a count is a strength, whatever it does
        out.sort(key=lambda c: ORDER[c.frame.slot])
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
    said = {
        t.lemma.lower()
        for t in clause.own
        if t.index not in tree.names and t.index not in named and t.text.lower() != "according"
        if t.text.lower() != "over" or _ends(t, tree)
    }
    described = clause.subject if clause.dep == "acl" and clause.lead is not None else None  # "450 jobs to go"
    return frozenset(said | ({described.lemma.lower()} if described is not None else set()))


def _ends(over: Token, tree: Tree) -> bool:
    """Whether ``over`` goes with the verb: not "over the weekend", "in over a month"."""
    up = tree.sentence.tokens[over.head]
    return up.pos in ("VERB", "AUX") and tree.child(over, {"pobj"}) is None


def _describing(clause: Clause, tree: Tree) -> list[Token]:
    """The adjectives of counted nouns, which may say what became of them: "searched for 23 missing miners"."""
    tokens = tree.sentence.tokens
    described = [t for t in clause.own if t.dep == "amod" and t.index not in tree.names]
    return [
        t
        for t in described
        if any(f.slot is Slot.TOLL for f in frames().get((t.text.lower(), "adj"), ()))
        and (_numbered(tokens[t.head], tree) or (clause.lemmas() & TALLIES and tokens[t.head].tag == "NNS"))
    ]


def _numbered(noun: Token, tree: Tree) -> bool:
    return noun.pos == "NUM" or any(t.dep == "nummod" or t.pos == "NUM" for t in tree.kids[noun.index])


def _called(word: Token) -> tuple[Frame, ...]:
    """The lines of the lexicon for a word as it stands; a participle may be listed as an adjective."""
    found = frames().get((word.lemma.lower(), PARTS.get(word.pos, "")), ())
    if not found and word.tag == "NNS":  # what the lemma missed: "corpses"
        found = frames().get((word.text.lower().removesuffix("s"), "noun"), ())
    if not found and word.tag in ("VBN", "VBD", "VBG", "JJ"):
        found = frames().get((word.text.lower(), "adj"), ())
    if not found and word.text.lower() in ("up", "down"):  # "Bread up 12%"
        found = frames().get((word.text.lower(), "adj"), ())
    if not found and word.pos in ("PROPN", "NOUN", "ADJ"):
        found = frames().get((word.text.lower(), "noun"), ())
    return found


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
        if token.lemma in nouns("amount"):
            of = tree.child(token, {"prep"})
            inner = tree.child(of, {"pobj"}) if of is not None else None
            out += [inner] if inner is not None else []
    for preposition in clause.prepositions:  # "with the consent of", "under siege", "via funding of"
        if preposition.word in CARRYING:
            out += preposition.objects
    return out


def _met(needs: str, held: Collection[str]) -> bool:
    """``a|b``: either; ``a&b``: both; ``!a``: that ``a`` does not hold."""
    if not needs:
        return True
    met = (n[1:] not in held if n.startswith("!") else n in held for n in needs.replace("&", "|").split("|"))
    return all(met) if "&" in needs else any(met)


def colour(clause: Clause, tree: Tree) -> tuple[Modality, Polarity]:
    """How far a clause says that it is so, by its own words alone."""
    found: list[Modality] = []
    negative = False
    spared = {t.index - 1 for t in contrasted(clause)}  # "not 12 but nine died": nine did
    for wrapper in clause.wrappers:
        if wrapper.lemma.lower() in ("have", "be") and any(t.lemma == "yet" for t in tree.kids[wrapper.index]):
            negative = not negative  # "has yet to take the town"
            continue
        beside = [t for t in tree.kids[wrapper.index] if t.dep in ("acomp", "attr", "prep", "oprd")]
        if wrapper.lemma.lower() == "be" and not beside and clause.head.lemma != "blame":
            found.append(Modality.PLANNED)  # "is to be built"
        for word in (wrapper, *beside):
            known = colours("wrapper").get(word.lemma.lower())
            if known is not None:
                found.append(known[0])
                negative ^= known[1] is Polarity.NEGATIVE
    for verb in (*clause.wrappers, clause.head):
        for token in tree.kids[verb.index]:
            known = colours("modal").get(token.text.lower()) if token.dep == "aux" else None
            known = known or (colours("adverb").get(token.lemma.lower()) if token.dep == "advmod" else None)
            if known is not None:
                found.append(known[0])
            if token.dep == "acomp" and token.lemma.lower() in CHANCES:  # "an appeal was unlikely"
                known = colours("wrapper").get(token.lemma.lower(), (Modality.POSSIBLE, Polarity.POSITIVE))
                negative ^= known[1] is Polarity.NEGATIVE
                found.append(known[0])
            if token.dep == "neg" and token.index in spared:
                continue
            guilty = token.dep == "neg" and any(t.lemma == "guilty" for t in clause.own)  # "was not guilty": cleared
            negative ^= token.dep == "neg" and not guilty and not exclusive(clause, token)
            longer = token.dep == "advmod" and token.lemma.lower() in ("long", "longer")
            negative ^= longer and any(t.dep in ("neg", "det") for t in tree.kids[token.index])  # "no longer"
            if token.dep == "mark" and token.lemma.lower() in ("if", "unless", "whether"):
                found.append(Modality.POSSIBLE)
    to_blame = clause.head.lemma == "blame" and [w.lemma for w in clause.wrappers] == ["be"]
    helping = [t for t in tree.kids[clause.head.index] if t.dep == "aux"]
    # "claimed to have killed 30" looks back
    infinitive = any(t.tag == "TO" for t in helping) and not any(t.lemma.lower() == "have" for t in helping)
    if infinitive and (to_blame or not clause.wrappers):
        if clause.head.lemma == "blame" and clause.object is None:
            return Modality.FACT, Polarity.NEGATIVE if negative else Polarity.POSITIVE  # "was (not) to blame"
        offered = clause.dep == "acl" and tree.sentence.tokens[clause.head.head].lemma.lower() in OFFERS
        found.append(Modality.POSSIBLE if offered else Modality.PLANNED)  # else a purpose, or a headline's future
    negative ^= _no(clause, tree)
    anchor = tree.sentence.tokens[clause.head.head] if clause.dep == "acl" else None
    if anchor is not None and anchor not in (clause.subject, clause.object):  # "no plan to sell"
        negative ^= any(t.dep == "det" and t.lemma.lower() == "no" for t in tree.kids[anchor.index])
    modality = next((m for m in found if m is not Modality.FACT), Modality.FACT)
    return modality, Polarity.NEGATIVE if negative else Polarity.POSITIVE


#: Prepositions whose "nobody" or "nothing" denies the clause: "resigned from nothing", "is signed by no one"; but not
#: "it was for nothing", "came to nothing".
TAKING = frozenset({"from", "by", "on", "with", "against", "about"})


def exclusive(clause: Clause, negation: Token) -> bool:
    """Whether a ``not`` only widens: ``not only``, ``not … solely``; then the clause is not denied."""
    after = [t for t in clause.own if t.index > negation.index and t.pos != "PUNCT"]
    return any(t.lemma.lower() in ONLY for t in after)


def _no(clause: Clause, tree: Tree) -> bool:
    """``no``, ``none``, ``nobody`` as, or in, the subject or object."""
    for token in (clause.subject, clause.object):
        if token is None:
            continue
        if token.lemma.lower() in NOBODY or _no_one(token, tree) or _hardly(token, tree):
            return True
        more = [k for t in tree.kids[token.index] if t.lemma.lower() == "more" for k in tree.kids[t.index]]
        if any(t.text.lower() == "no" and _bounding(t, tree) for t in (*tree.kids[token.index], *more)):
            continue  # "no more than 300 were there": 300 at most
        beside = (*tree.kids[token.index], *more)
        if any(t.dep in ("det", "neg", "preconj") and t.lemma.lower() in ("no", "neither") for t in beside):
            return True
        if _not_one(token, tree, contrasted(clause)):
            return True
    named = (t for p in clause.prepositions if p.word in TAKING for t in p.objects)
    return any(t.lemma.lower() in NOBODY or _no_one(t, tree) for t in named)


def _bounding(no: Token, tree: Tree) -> bool:
    """Whether a "no" only makes a bound of the number behind it: "no fewer than 70"."""
    after = [t.text.lower() for t in tree.sentence.tokens[no.index + 1 : no.index + 3]]
    return after[-1:] == ["than"] and after[0] in ("more", "fewer", "less")


def _not_one(noun: Token, tree: Tree, rejected: Collection[Token]) -> bool:
    """``not one``, ``not a single``: none. ``not all`` and ``not everybody`` leave some."""
    kids = [t for t in (noun, *tree.kids[noun.index]) if t not in rejected]
    if any(t.lemma.lower() in EACH for t in kids):
        return False
    negated = [k for k in kids if any(t.dep == "neg" and t.lemma.lower() == "not" for t in tree.kids[k.index])]
    return any(k.pos == "NUM" or (k is noun and _single(noun, tree)) for k in negated)


def _no_one(token: Token, tree: Tree) -> bool:
    """``no one``, two words that say "nobody"."""
    before = tree.sentence.tokens[token.index - 1] if token.index else None
    return token.lemma.lower() == "one" and before is not None and before.text.lower() == "no"


def _hardly(token: Token, tree: Tree) -> bool:
    """``hardly anyone``, ``barely any houses``."""
    any_of = [t for t in (token, *tree.kids[token.index]) if t.lemma.lower().startswith("any")]
    before = [tree.sentence.tokens[t.index - 1] for t in any_of if t.index]
    return any(t.lemma.lower() in ("hardly", "barely", "scarcely") for t in before)


def _single(noun: Token, tree: Tree) -> bool:
    return any(t.lemma.lower() in ("a", "an", "one", "single") for t in tree.kids[noun.index])


def widened(clause: Clause) -> Token | None:
    """The ``only`` of a ``not only`` in a clause, if it has one."""
    nots = [t for t in clause.own if t.lemma.lower() in ("not", "n't", "never")]
    for token in clause.own:
        if token.lemma.lower() in ONLY and any(n.index < token.index for n in nots):
            return token
    return None


def content_words(tokens: Sequence[Token]) -> list[str]:
    """Lemmas of the words that say something, in text order; "nobody" is one of them."""
    telling = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
    return [t.lemma.lower() for t in tokens if (t.pos in telling and len(t.text) > 1) or t.lemma.lower() in NOBODY]
