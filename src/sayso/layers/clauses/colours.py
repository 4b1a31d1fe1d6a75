"""How far a clause is said to be so by its own words: modals, verbs and adverbs that colour it, words that deny it."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Collection, Iterator

from sayso import assets
from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.reckoning import contrasted
from sayso.layers.parsing.parse import Token
from sayso.vocab import Modality, Polarity

ONLY = frozenset({"only", "solely", "just", "merely", "alone", "exclusively", "simply", "necessarily"})
#: "given a chance to regroup": not planned, made possible.
OFFERS = frozenset({"chance", "opportunity", "ability", "capacity", "freedom", "permission", "right"})
#: Verbs by whose participle something is to come on its day, and verbs that look ahead to their object.
ARRANGED = frozenset({"set", "schedule", "slate", "plan", "expect", "bill", "fix"})
FORESEEING = frozenset({"expect", "anticipate", "forecast", "foresee"})
#: Verbs of those who mean to become something.
STRIVING = frozenset(
    "run campaign work train study apply bid fight compete vie battle struggle need use strive prepare want".split()
)
#: Verbs of doing well in a contest, and what one has of it.
SUCCEEDING = frozenset(
    "score beat defeat win rally rise edge overcome outlast recover jump surge climb hold sink".split()
)
GAINING = frozenset("win break beat reach take tie claim clinch seal earn secure capture set finish lead".split())
#: Adjectives that say how likely their subject is.
CHANCES = frozenset({"likely", "unlikely", "possible", "probable", "conceivable", "imminent"})
#: Whoever is not excepted by a "not" before it: "not all", "not everybody".
EACH = frozenset({"all", "every", "each", "everybody", "everyone", "everything", "both"})
#: Words for nobody and nothing.
NOBODY = frozenset({"nobody", "none", "nothing", "neither"})


@functools.cache
def colours(where: str) -> dict[str, tuple[Modality, Polarity]]:
    """Words that colour a predicate, of one sort: wrapper, modal, adverb, purpose, bringing."""
    return {
        row["word"]: (Modality(row["modality"]), Polarity(row["polarity"] or "positive"))
        for row in assets.rows("modality.tsv")
        if row["where"] == where
    }


def wrapping() -> frozenset[str]:
    return frozenset(colours("wrapper"))


def colour(clause: Clause, tree: Tree) -> tuple[Modality, Polarity]:
    """How far a clause says that it is so, by its own words alone."""
    marks = [*_of_wrappers(clause, tree), *_of_helpers(clause, tree)]
    negative = sum(denies for _, denies in marks) % 2 == 1
    infinitive = _infinitive(clause, tree)
    if infinitive and clause.head.lemma == "blame" and clause.object is None:
        return Modality.FACT, _polarity(negative)  # "was (not) to blame"
    found = [modality for modality, _ in marks] + _set_on(clause, tree)
    if _awaited(clause, tree):
        found.append(Modality.PLANNED if clause.passive or clause.head.lemma == "be" else Modality.POSSIBLE)
    anchor = tree.tokens[clause.head.head] if clause.dep == "acl" else _aim(clause, tree)
    if infinitive:  # a chance, what was brought about, else a purpose, or a headline's future
        offered = anchor is not None and anchor.lemma.lower() in OFFERS
        found.append(Modality.POSSIBLE if offered else _brought_about(clause, tree))
    negative ^= _no(clause, tree)
    if anchor is not None and anchor not in (clause.subject, clause.object):  # "no plan to sell"
        negative ^= any(t.dep == "det" and t.lemma.lower() == "no" for t in tree.kids[anchor.index])
    return next((m for m in found if m is not Modality.FACT), Modality.FACT), _polarity(negative)


def _polarity(negative: bool) -> Polarity:
    return Polarity.NEGATIVE if negative else Polarity.POSITIVE


def flipped(polarity: Polarity) -> Polarity:
    """The contrary."""
    return _polarity(polarity is Polarity.POSITIVE)


#: How far a word leaves so what it stands beside, and whether it denies it.
Mark = tuple[Modality, bool]


def _of_wrappers(clause: Clause, tree: Tree) -> Iterator[Mark]:
    """What the verbs say that only colour a clause's own: "failed to", "is likely to"."""
    for wrapper in clause.wrappers:
        lemma = wrapper.lemma.lower()
        if _yet_to(wrapper, tree):
            yield Modality.FACT, True
            continue
        if lemma == "have" and wrapper.tag in ("VBD", "VBN"):
            continue  # who had to leave, or has had to, has left
        beside = [t for t in tree.kids[wrapper.index] if t.dep in ("acomp", "attr", "prep", "oprd")]
        if lemma == "be" and not beside and clause.head.lemma != "blame":
            yield Modality.PLANNED, False  # "is to be built"
        for word in (wrapper, *beside):
            known = colours("wrapper").get(word.lemma.lower())
            if known is not None:
                yield known[0], known[1] is Polarity.NEGATIVE


def _of_helpers(clause: Clause, tree: Tree) -> Iterator[Mark]:
    """What the little words say that hang from a clause's verbs: "may", "reportedly", "not", "if"."""
    spared = {t.index - 1 for t in contrasted(clause)}  # "not 12 but nine died": nine did
    cleared = any(t.lemma == "guilty" for t in clause.own)  # "was not guilty"
    for token in (t for verb in (*clause.wrappers, clause.head) for t in tree.kids[verb.index]):
        lemma, known = token.lemma.lower(), None
        if token.dep == "aux":
            known = colours("modal").get(token.text.lower())
        elif token.dep == "advmod":
            known = colours("adverb").get(lemma)
            if lemma in ("long", "longer") and any(t.dep in ("neg", "det") for t in tree.kids[token.index]):
                yield Modality.FACT, True  # "no longer"
        elif token.dep == "acomp" and lemma in CHANCES:  # "an appeal was unlikely"
            how_far, which = colours("wrapper").get(lemma, (Modality.POSSIBLE, Polarity.POSITIVE))
            yield how_far, which is Polarity.NEGATIVE
        elif token.dep == "mark" and lemma in ("if", "unless", "whether"):
            yield Modality.POSSIBLE, False
        elif token.dep == "neg" and token.index not in spared and not cleared and not exclusive(clause, token):
            yield Modality.FACT, True
        if known is not None:
            yield known[0], False


def _infinitive(clause: Clause, tree: Tree) -> bool:
    """Whether a clause is an infinitive that no verb colours, and looks ahead: unlike "claimed to have killed 30"."""
    helping = [t for t in tree.kids[clause.top.index] if t.dep == "aux"]
    to_blame = clause.head.lemma == "blame" and [w.lemma for w in clause.wrappers] == ["be"]
    ahead = any(t.tag == "TO" for t in helping) and not any(t.lemma.lower() == "have" for t in helping)
    return (ahead and clause.dep in ("advcl", "acl")) or (to_blame if clause.wrappers else ahead)


def _brought_about(clause: Clause, tree: Tree) -> Modality:
    """How far an infinitive is so by the verb above it: done where somebody was brought to do it, or came to be it:
    "caused thousands to flee", "beat two others to become mayor"; else to come."""
    up = tree.tokens[clause.top.head]
    open_still = any(t.dep == "neg" or t.tag in ("TO", "MD") for t in tree.kids[up.index]) or up.tag == "VB"
    if open_still or up is clause.top or up.pos != "VERB" or up.dep == "pcomp":
        return Modality.PLANNED
    if clause.dep == "advcl" and _came_of_it(clause.head, up, tree):
        return Modality.FACT
    known = colours("bringing").get(up.lemma.lower()) if clause.dep in ("ccomp", "xcomp") else None
    return known[0] if known is not None else Modality.PLANNED


def _came_of_it(verb: Token, up: Token, tree: Tree) -> bool:
    """Whether an infinitive tells what came of the verb above it: "went on to win", "returned only to find", "beat him
    to become mayor", "scored twice to win"."""
    if up.lemma == "go":
        return any(t.dep in ("prt", "advmod", "prep") and t.text.lower() == "on" for t in tree.kids[up.index])
    if any(t.text.lower() == "only" and t.dep == "advmod" for t in tree.kids[verb.index]):
        return True
    if verb.lemma == "become":
        return up.lemma.lower() not in STRIVING
    return up.lemma.lower() in SUCCEEDING and verb.lemma.lower() in GAINING


def _yet_to(wrapper: Token, tree: Tree) -> bool:
    """``has yet to take the town``, ``has still to ratify it``; but "still has to pay" only goes on."""
    kids = tree.kids[wrapper.index] if wrapper.lemma.lower() in ("have", "be") else ()
    return any(t.lemma == "yet" or (t.lemma == "still" and t.index > wrapper.index) for t in kids)


def _set_on(clause: Clause, tree: Tree) -> list[Modality]:
    """How far a gerund is so by what is set on it: "efforts at freeing them", "a raid aimed at killing him"."""
    aim = _aim(clause, tree)
    return [colours("purpose")[aim.lemma.lower()][0]] if aim is not None else []


def _aim(clause: Clause, tree: Tree) -> Token | None:
    """The word for a purpose or a chance that a gerund hangs from over a preposition."""
    tokens, verb = tree.tokens, clause.head
    while verb.dep == "conj" and tokens[verb.head].tag == "VBG":
        verb = tokens[verb.head]
    if verb.dep != "pcomp" or verb.tag != "VBG":
        return None
    aim = tokens[tokens[verb.head].head]
    return aim if aim.lemma.lower() in colours("purpose") else None


def _awaited(clause: Clause, tree: Tree) -> bool:
    """Whether a clause tells of what is to come by its verb alone: "is due on Friday", "is set for May 6", "expects a
    second offer"."""
    kids, verb = tree.kids[clause.head.index], clause.head.lemma.lower()
    if verb == "be":
        return any(t.dep == "acomp" and t.lemma.lower() == "due" and _dated(t, tree) for t in kids)
    if clause.passive:
        return verb in ARRANGED and any(t.dep == "auxpass" for t in kids) and _dated(clause.head, tree)
    clausal = any(t.dep in ("xcomp", "ccomp") for t in kids)
    return verb in FORESEEING and not clausal and any(t.dep == "dobj" for t in kids)


def _dated(word: Token, tree: Tree) -> bool:
    """Whether a day or an hour hangs from a word, over a preposition or without one."""
    below = [t for k in tree.kids[word.index] for t in (k, *tree.kids[k.index])]
    return any(t.entity in ("DATE", "TIME") for t in below)


#: Prepositions whose "nobody" or "nothing" denies the clause: "resigned from nothing", "is signed by no one"; but not
#: "it was for nothing", "came to nothing".
TAKING = frozenset({"from", "by", "on", "against", "about"})
#: Verbs of what one does with somebody: "spoke with nobody", but "stood there with nobody at the wheel".
DEALING = frozenset(
    "talk speak chat confer consult meet agree deal negotiate bargain share cooperate collaborate side work argue "
    "quarrel fight live stay travel go associate communicate correspond discuss sleep dance play compete interfere "
    "coordinate sign trade".split()
)
ANY = frozenset({"anybody", "anyone", "anything"})
#: What stands behind a word for nobody before those who are excepted: "nobody but soldiers is let through".
EXCEPTING = frozenset({"but", "except", "save", "besides", "bar"})


def exclusive(clause: Clause, negation: Token) -> bool:
    """Whether a ``not`` only widens: ``not only``, ``not … solely``, or leaves out all others: ``never anything but``;
    then the clause is not denied."""
    after = [t for t in clause.own if t.index > negation.index and t.pos != "PUNCT"]
    others = (b for a, b in itertools.pairwise(after) if a.lemma.lower() in ANY)
    return any(t.lemma.lower() in ONLY for t in after) or any(t.text.lower() in EXCEPTING for t in others)


def _no(clause: Clause, tree: Tree) -> bool:
    """``no``, ``none``, ``nobody`` as, or in, the subject or object."""
    for token in (clause.subject, clause.object):
        if token is None:
            continue
        if _excepting(token, tree):
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
    taking = TAKING | ({"with"} if clause.head.lemma.lower() in DEALING else frozenset())
    named = (t for p in clause.prepositions if p.word in taking for t in p.objects)
    return any(t.lemma.lower() in NOBODY or _no_one(t, tree) for t in named)


def _excepting(noun: Token, tree: Tree) -> bool:
    """Whether a word for nobody only leaves out all others: "nothing but rubble", "no one other than the owner"."""
    after = [t.text.lower() for t in tree.tokens[noun.index + 1 : noun.index + 3]]
    return bool(after) and (after[0] in EXCEPTING or after in (["other", "than"], ["apart", "from"]))


def _bounding(no: Token, tree: Tree) -> bool:
    """Whether a "no" only makes a bound of the number behind it: "no fewer than 70"."""
    after = [t.text.lower() for t in tree.tokens[no.index + 1 : no.index + 3]]
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
    before = tree.tokens[token.index - 1] if token.index else None
    return token.lemma.lower() == "one" and before is not None and before.text.lower() == "no"


def _hardly(token: Token, tree: Tree) -> bool:
    """``hardly anyone``, ``barely any houses``."""
    any_of = [t for t in (token, *tree.kids[token.index]) if t.lemma.lower().startswith("any")]
    before = [tree.tokens[t.index - 1] for t in any_of if t.index]
    return any(t.lemma.lower() in ("hardly", "barely", "scarcely") for t in before)


def _single(noun: Token, tree: Tree) -> bool:
    return any(t.lemma.lower() in ("a", "an", "one", "single") for t in tree.kids[noun.index])
