"""Where a clause is set, in the words of the text: "the church hall", "a quarry outside Pelm".

Places that the gazetteer knows are values of their own, by which claims are compared; these words only tell a reader
where. What stands with a verb or with a thing is where it happens; what stands with somebody says where she is from.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.phrases import Tree
from sayso.layers.names.stretches import is_title
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.labels import PLACES
from sayso.layers.parsing.parse import Token
from sayso.layers.values.roles import amount_of, lemma_of
from sayso.layers.values.slots import nouns, verbs
from sayso.vocab import Category

#: What stands before a place whatever it is, and what may.
ALWAYS = frozenset(
    {"near", "outside", "inside", "beside", "beneath", "below", "above", "behind", "alongside", "opposite"}
)
OFTEN = frozenset({"in", "at", "on", "around", "along", "across", "off", "through", "over", "under", "within", "by"})
#: What stands before those whom something is done to.
UPON = frozenset({"on", "at", "upon", "against"})
#: What stands before where somebody or something is.
WITHIN = frozenset({"in", "at", "near", "outside", "inside", "beside", "on"})
GOING = frozenset({"into", "onto", "to", "from", "of", "past", "toward", "towards", "before"})
#: What is done to a place.
DONE = frozenset(
    "reach enter leave cross quit vacate evacuate storm retake recapture occupy besiege overrun yield hold seize take "
    "capture clear search flood block surround encircle shell bomb raid jolt shake hit strike rock sweep batter".split()
)
#: Words for where that need no preposition.
ADVERBS = frozenset({"underground", "offshore", "ashore", "aboard", "upstairs", "downstairs", "underwater", "overseas"})
#: Words for places that mean much else.
VAGUE = frozenset({"part", "portion", "half", "traffic", "direction", "line", "front", "position", "centre", "center"})
#: What stands before a place after one of them, or else means something else.
WITH_GOING = frozenset({"from", "to", "of"})
#: Labels of what is no place.
NO_PLACE = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY", "ORDINAL"})
#: So many words of a place are told, and no more.
LONGEST = 8
TIMES = frozenset(
    "day week month year hour minute morning afternoon evening night weekend time moment end start".split()
)


def sites(clause: Clause, tree: Tree, findings: Findings) -> tuple[str, ...]:
    """Where a clause is set by its own words, in text order."""
    found = sorted(_nouns(clause, tree, findings), key=lambda t: t.index) or list(_whereabouts(clause, tree, findings))
    return tuple(words for words in dict.fromkeys(_words(noun, tree, findings) for noun in found) if words)


def _nouns(clause: Clause, tree: Tree, findings: Findings) -> Iterator[Token]:
    own = {t.index for t in clause.own}
    for preposition in clause.prepositions:
        noun, word = preposition.objects[0], preposition.word
        if noun.index not in own or (word in WITH_GOING and not _taken_there(preposition.token, clause)):
            continue
        if not _somebodys(preposition.token, tree) and _place(word, noun, findings):
            yield noun
    done = clause.object
    if done is not None and done.index in own and clause.head.lemma.lower() in DONE and _settled(done, findings):
        yield done
    yield from (t for t in clause.own if t.lemma.lower() in ADVERBS and t.dep in ("advmod", "acomp", "npadvmod"))


def _whereabouts(clause: Clause, tree: Tree, findings: Findings) -> Iterator[Token]:
    """Where those are to whom it happens, which is where it happens if nothing else says so: "300 children in Pelm were
    given shots", "shot 74 worshippers at the mill", "fired on locals in Orle"."""
    ends = [t for t in (clause.subject, clause.object) if t is not None and t in clause.own]
    ends += [t for p in clause.prepositions if p.word in UPON and p.token.head == clause.head.index for t in p.objects]
    nouns_of = {t.index for end in ends for t in (end, amount_of(end, tree)) if t is not None}
    for preposition in clause.prepositions:
        noun = preposition.objects[0]
        theirs = preposition.token.head in nouns_of and preposition.word in WITHIN and noun in clause.own
        if theirs and (_place(preposition.word, noun, findings) or _unknown(noun, findings)):
            yield noun


def _unknown(noun: Token, findings: Findings) -> bool:
    """Whether a noun is a name that is known for nobody's."""
    mention = findings.mention_of(noun)
    known = mention is not None and mention.category in (Category.PERSON, Category.ORGANISATION)
    return noun.pos == "PROPN" and not known and noun.entity not in NO_PLACE | {"PERSON", "NORP"}


def _taken_there(preposition: Token, clause: Clause) -> bool:
    """Whether a "to" or "from" says where somebody goes or is taken: "pulled from the water", "out of the yard"."""
    tokens = clause.sentence.tokens
    if preposition.text.lower() == "of":
        return tokens[preposition.head].text.lower() == "out"
    return preposition.head == clause.head.index and clause.head.lemma.lower() in verbs("going", "taking")


def _place(word: str, noun: Token, findings: Findings) -> bool:
    """Whether what follows a preposition is a place."""
    timed = noun.entity in NO_PLACE or noun.lemma.lower() in TIMES
    if timed or not (noun.pos in ("NOUN", "PROPN") or _kind(noun)):
        return False
    if word in ALWAYS:
        return not _somebody(noun)
    if _settled(noun, findings):
        return word in OFTEN | GOING
    if noun.pos != "PROPN":
        return False
    if word in ("across", "along"):
        return True
    mention = findings.mention_of(noun)
    nobody = mention is None and noun.entity not in ("ORG", "PERSON", "NORP")
    body = mention is not None and mention.category is Category.ORGANISATION
    return (nobody and word in ("in", "at", "on", "off")) or (body and word == "at")


def _settled(noun: Token, findings: Findings) -> bool:
    """Whether a noun names a place, or is a word for one."""
    called = findings.mention_of(noun) is None and noun.entity in PLACES
    return called or findings.is_place(noun) or _kind(noun)


def _kind(noun: Token) -> bool:
    """Whether a word is one for a place, though the parser may have taken it for a verb: "the Orle highlands"."""
    kinds = nouns("place", "part", "locator", "way", "site") - VAGUE
    return noun.lemma.lower() in kinds or noun.text.lower().removesuffix("s") in kinds


def _somebodys(preposition: Token, tree: Tree) -> bool:
    """Whether a preposition belongs to somebody, or to a part of a longer place."""
    up = tree.tokens[preposition.head]
    if up.pos not in ("NOUN", "PROPN", "PRON"):
        return False
    return _somebody(up) or up.pos != "NOUN" or up.lemma.lower() in nouns("place", "part", "locator", "site", "way")


def _somebody(noun: Token) -> bool:
    return noun.entity == "PERSON" or lemma_of(noun).lower() in nouns("people", "armed") or is_title(noun.lemma.lower())


def _words(noun: Token, tree: Tree, findings: Findings) -> str:
    """A place as the text calls it, with the wider one that it lies in, without its article."""
    phrase = _hyphened(tree.phrase(noun), tree)
    kept: list[Token] = []
    for token in phrase[_first(noun, phrase) :]:
        if kept and (token.index != kept[-1].index + 1 or token.text in (",", ";", "(")):
            break
        if token.index > noun.index and findings.timexes.over(token.start, token.end):
            break  # "his home on Tuesday"
        kept.append(token)
    if noun not in kept:
        return noun.text
    while kept[0].pos in ("DET", "PRON", "PUNCT"):
        kept.pop(0)
    kept = list(itertools.takewhile(lambda t: t.pos not in ("VERB", "AUX") or t is noun, kept))[:LONGEST]
    if noun not in kept:
        return noun.text
    while kept[-1].pos in ("ADP", "DET", "PUNCT") and kept[-1] is not noun:
        kept.pop()
    first, last = kept[0], kept[-1]
    return _text(kept) if first.index <= noun.index <= last.index else noun.text


def _hyphened(phrase: Sequence[Token], tree: Tree) -> list[Token]:
    """The words of a phrase with the hyphens between them: "the north-eastern city", "Tal-Orle"."""
    out: list[Token] = []
    for token in phrase:
        between = tree.tokens[token.index - 1] if token.index else token
        if out and token.index == out[-1].index + 2 and between.text == "-" and out[-1].end == between.start:
            out.append(between)
        out.append(token)
    return out


def _first(noun: Token, phrase: Sequence[Token]) -> int:
    """The place in a phrase from which its words stand together up to the noun."""
    at = phrase.index(noun)
    while at and phrase[at - 1].index == phrase[at].index - 1:
        at -= 1
    return at


def _text(tokens: Sequence[Token]) -> str:
    out = tokens[0].text
    for before, token in itertools.pairwise(tokens):
        out += (" " if token.start > before.end else "") + token.text
    return out
