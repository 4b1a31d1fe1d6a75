"""What a clause holds of what the lexicon of harm asks for: whether people or things are harmed, and from what they are
saved or swept away."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.phrases import Tree
from sayso.layers.names.stretches import is_title
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.parse import Token
from sayso.layers.values.roles import age_of, amount_of, lemma_of
from sayso.layers.values.slots import nouns
from sayso.vocab import Category

#: Kinds of nouns for things that are built, made or lived in.
THINGS = ("structure", "machine", "vehicle", "dwelling", "place")
#: Endings of nouns of people that no list has: "hairdresser", "cellist", "guardsman".
PEOPLE = ("er", "or", "ist", "ian", "ee", "man", "men", "woman", "women", "people", "one", "mate")
#: Pronouns of people.
THEY = frozenset("he she they we i him her them us me who whom everyone everybody nobody somebody someone".split())
#: What stands before what somebody leaves or is driven out of.
LEAVING = frozenset({"from", "out", "off"})
#: Singular nouns of several people.
MANY = frozenset(
    "people crew family couple team group staff public youth population crowd majority minority rest other dead "
    "number toll police army enemy opposition personnel folk party pair trio duo wounded injured missing".split()
)
#: Pronouns of one person.
SINGLE = frozenset({"he", "she", "him", "her", "i", "me", "somebody", "someone"})
SUMS = frozenset({"million", "billion"})
HIS = frozenset({"his", "her", "my", "your"})
#: What says whose or which something is.
WHOSE = frozenset({"det", "poss", "nummod"})
REMAINS = frozenset({"body", "corpse", "remains", "dead", "skeleton"})
ALIVE = frozenset({"alive", "safe", "safely", "unhurt", "unharmed", "unscathed", "safety", "uninjured"})


def harm_conditions(clause: Clause, tree: Tree, findings: Findings) -> Iterator[str]:
    """``object:folk`` and ``subject:folk``: it is people, or a number that may be of people; ``object:thing`` and
    ``subject:thing``; ``leaving`` a place; ``sickness``: the sentence tells of one; ``peril``, ``water``, ``alive``,
    ``remains``: a word for it stands in the clause; ``one``: it is one person or thing; ``limb``: somebody's;
    ``own``: it is of one person, "his gun"; ``sum``: it may be of money, "millions"."""
    for role, noun in (("object", clause.object), ("subject", clause.subject)):
        if noun is None:
            continue
        inner = amount_of(noun, tree) or noun
        if _folk(inner, findings) or age_of(inner, tree) is not None:
            yield f"{role}:folk"
        if {inner.lemma.lower(), inner.text.lower()} & nouns(*THINGS):
            yield f"{role}:thing"
    harmed = clause.object or clause.subject
    if harmed is not None and (one_person(harmed, tree, findings) or one_thing(harmed, tree)):
        yield "one"
    if clause.object is not None and _limb(amount_of(clause.object, tree) or clause.object, tree):
        yield "limb"
    if clause.object is not None and any(t.text.lower() in HIS for t in tree.kids[clause.object.index]):
        yield "own"
    if clause.object is not None and clause.object.lemma.lower() in SUMS and amount_of(clause.object, tree) is None:
        yield "sum"
    own = {w for t in clause.own for w in (t.lemma.lower(), t.text.lower())}
    if any(p.word in LEAVING for p in clause.prepositions):
        yield "leaving"
    if tree.lemmas & nouns("disease"):
        yield "sickness"
    said = {"peril": nouns("peril"), "water": nouns("water"), "alive": ALIVE, "remains": REMAINS}
    yield from (name for name, words in said.items() if own & words)


def _folk(noun: Token, findings: Findings) -> bool:
    """Whether a noun is people, or a number or amount that may be of people."""
    lemma, text = lemma_of(noun).lower(), noun.text.lower()
    if noun.pos == "NUM" or text in THEY:
        return noun.entity not in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY")
    if noun.entity == "NORP" or lemma in nouns("people", "folk"):
        return True
    mention = findings.mention_of(noun)
    if mention is not None and mention.category is Category.PERSON:
        return True
    things = nouns(*THINGS, "site", "part", "way", "shot", "service", "peril", "storm")
    if noun.pos == "PROPN" or lemma in things:
        return False
    return lemma in nouns("armed", "amount") or is_title(lemma) or lemma.endswith(PEOPLE)


def one_person(noun: Token, tree: Tree, findings: Findings) -> bool:
    """Whether a noun is one person, or one of what is counted: "a crane", "the driver", "her nephew", "Pia Aster"."""
    if any(t.dep == "conj" for t in tree.kids[noun.index]):
        return False
    mention = findings.mention_of(noun)
    if age_of(noun, tree) is not None:
        return True
    if noun.tag == "NNP":
        return mention is not None and mention.category is Category.PERSON
    if noun.pos == "PRON":
        return noun.text.lower() in SINGLE
    taken = noun.pos == "ADJ" and noun.lemma.lower() in nouns("people", "folk")  # "a civilian", taken for an adjective
    if (noun.tag != "NN" and not taken) or noun.lemma.lower() in nouns("amount") | {"series"}:
        return False
    first = tree.phrase(noun)[0]
    if first.lemma.lower() in ("a", "an", "one"):
        return True
    told = first.dep == "poss" or first.text.lower() in ("the", "this", "that")
    return told and individual(noun)


def individual(noun: Token) -> bool:
    """Whether a singular noun is one for a person, and for no body of them."""
    word = noun.lemma.lower()
    if word in MANY or noun.tag != "NN":
        return False
    return is_title(word) or word in nouns("people", "folk") or word.endswith(PEOPLE)


def one_thing(noun: Token, tree: Tree) -> bool:
    """Whether a noun is one thing that is built or made, by its article: "a bridge", "the Arle bridge"."""
    if noun.tag != "NN" or noun.lemma.lower() not in nouns("structure", "machine"):
        return False
    if any(t.dep == "conj" for t in tree.kids[noun.index]):
        return False
    return any(t.dep == "poss" or t.text.lower() in ("a", "an", "one", "the") for t in tree.kids[noun.index])


def _limb(noun: Token, tree: Tree) -> bool:
    """Whether a noun is a part of somebody's body: "a leg", "both hands", but not "lost sight"."""
    whose = noun.tag == "NNS" or any(t.dep in WHOSE for t in tree.kids[noun.index])
    return whose and noun.lemma.lower() in nouns("limb")
