"""Sentences that the parser read to the wrong verb: "An explosion at a depot killed four people, officials said" has
no verb for its explosion where the depot is taken for killed."""

from __future__ import annotations

import dataclasses
import itertools

from sayso.layers.parsing.attaching import RESULTS, attached, counted_too, hyphened
from sayso.layers.parsing.clefts import uncleft
from sayso.layers.parsing.fronting import fronted, of_nations
from sayso.layers.parsing.parse import Sentence, Token
from sayso.layers.parsing.rooting import rooted

#: Verbs whose participle has an object all the same: "a man given two years".
GIVING = frozenset(
    "give offer award send show pay hand grant teach tell ask lend sell owe deny charge fine name".split()
)
#: What stands where a verb should.
VERBLESS = frozenset({"ROOT", "ccomp"})
NOMINAL = ("NOUN", "PROPN")
#: Words for so many, without a noun.
SOME = frozenset("many several some dozen score hundred thousand more other".split())
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Verbs that say how far something is so: "are feared drowned", "believed dead".
HELD_SO = frozenset("fear believe presume think assume suppose suspect report".split())


def mended(sentence: Sentence) -> Sentence:
    """The sentence with everything mended that the parser is known to read wrong."""
    for mend in MENDS:
        sentence = mend(sentence)
    return _with_object(sentence)


def _with_object(sentence: Sentence) -> Sentence:
    """The sentence with a participle that has an object made the verb of the noun phrase that lacks one."""
    tokens = sentence.tokens
    for verb in tokens:
        if verb.dep != "acl" or verb.tag not in ("VBD", "VBN") or verb.lemma.lower() in GIVING:
            continue
        kids = [t for t in tokens if t.head == verb.index and t.index != verb.index]
        after = [t for t in kids if t.dep == "dobj" and t.index > verb.index and t.pos in NOMINAL]
        if not after or any(t.dep in ("agent", "aux", "auxpass") for t in kids):
            continue
        top = _above(tokens[verb.head], tokens)
        if top.dep not in VERBLESS or top.pos not in NOMINAL or top.index > verb.index:
            continue
        changed = list(tokens)
        root = top.head == top.index
        changed[verb.index] = dataclasses.replace(verb, dep=top.dep, head=verb.index if root else top.head)
        changed[top.index] = dataclasses.replace(top, dep="nsubj", head=verb.index)
        for token in tokens:
            hangs = token.head == top.index and token.index > verb.index and token.dep in ("punct", "parataxis")
            if hangs:
                changed[token.index] = dataclasses.replace(token, head=verb.index)
        return dataclasses.replace(sentence, tokens=tuple(changed))
    return sentence


def _among_those(sentence: Sentence) -> Sentence:
    """The sentence with the participle of "were among those killed in the raid" for a word of its one clause."""
    tokens = sentence.tokens
    for verb in tokens[2:]:
        those = tokens[verb.head]
        if verb.dep != "acl" or verb.tag not in ("VBN", "VBD") or those.text.lower() not in ("those", "people"):
            continue
        above = tokens[tokens[those.head].head]
        told = above.lemma == "be" and not any(t.dep == "expl" and t.head == above.index for t in tokens)
        if told and those.dep == "pobj" and tokens[those.head].text.lower() in ("among", "amongst"):
            return sentence.with_tokens(dataclasses.replace(verb, tag="VBN", dep="amod"))
    return sentence


def _some_of_them(sentence: Sentence) -> Sentence:
    """The sentence with an afterthought below the verb that it adds to: "11 people were hurt, three of them badly"."""
    tokens = sentence.tokens
    for part in tokens[2:-2]:
        of, them = tokens[part.index + 1], tokens[part.index + 2]
        aside = tokens[part.index - 1].text == "," and of.text.lower() == "of" and them.text.lower() in ("them", "whom")
        if not aside or part.pos not in ("NUM", "ADJ", "NOUN", "PRON", "DET"):
            continue
        verb = next((t for t in reversed(tokens[: part.index]) if t.pos == "VERB"), None)
        ends = next((t.index for t in tokens[part.index :] if t.text in (",", ";", ".")), len(tokens))
        inside = tokens[part.index : ends]
        if verb is None or any(t.pos in ("VERB", "AUX") for t in inside):
            continue
        below = {t.index for t in inside}
        changed = list(tokens)
        for token in inside:
            if token.head not in below or token.index == part.index:
                head, dep = (verb.index, "npadvmod") if token.index == part.index else (part.index, "advmod")
                changed[token.index] = dataclasses.replace(token, head=head, dep=dep)
        return dataclasses.replace(sentence, tokens=tuple(changed))
    return sentence


def _said_last(sentence: Sentence) -> Sentence:
    """The sentence with a form in -s, behind a clause that it takes and a comma, for the verb that it is: "prices will
    rise, the shopkeepers' association fears"."""
    tokens, root = sentence.tokens, sentence.root
    if root is None or root.tag != "NNS" or not root.text.endswith("s"):
        return sentence
    clause = next((t for t in tokens[: root.index] if t.head == root.index and t.dep == "ccomp"), None)
    if clause is None or all(t.text != "," for t in tokens[clause.index : root.index]):
        return sentence
    return sentence.with_tokens(dataclasses.replace(root, pos="VERB", tag="VBZ"))


def _harmed_too(sentence: Sentence) -> Sentence:
    """The sentence with the participle of a count that goes on with a passive for the verb that it is: "five were
    killed in the fight and at least nine captured"."""
    tokens = sentence.tokens
    for verb in tokens:
        count = tokens[verb.head]
        if verb.tag != "VBN" or verb.dep != "acl" or count.dep != "conj":
            continue
        counts = count.pos == "NUM" or any(t.dep == "nummod" and t.head == count.index for t in tokens)
        counts |= count.lemma.lower() in SOME
        above = tokens[count.head]
        told = above.dep not in ("pobj", "conj") or tokens[above.head].dep != "agent"
        while above.pos != "VERB" and above.head != above.index:
            above = tokens[above.head]
        below = {t.dep for t in tokens if t.head == above.index}
        passive = above.tag == "VBN" and "auxpass" in below
        passive |= above.lemma.lower() in RESULTS and not below & {"dobj", "aux", "auxpass"}
        if not (counts and told and passive and above.index < count.index):
            continue
        return sentence.with_tokens(
            dataclasses.replace(verb, dep="conj", head=above.index),
            dataclasses.replace(count, dep="nsubjpass", head=verb.index),
        )
    return sentence


def _several_more(sentence: Sentence) -> Sentence:
    """The sentence with the amount before a participle that goes on with a passive for its subject: "three were killed
    and several injured", "and many more injured"."""
    tokens = sentence.tokens
    for verb in tokens[3:]:
        above = tokens[verb.head]
        if verb.tag != "VBN" or verb.dep != "conj" or above.tag != "VBN" or above.index > verb.index:
            continue
        kids = [t for t in tokens[above.index + 1 : verb.index] if t.head == verb.index]
        ahead = [t for t in tokens[above.index + 1 : verb.index] if t.lemma.lower() in SOME]
        if not ahead or any(t.dep in SUBJECTS or t.dep in ("aux", "auxpass") for t in kids):
            continue
        first, last = ahead[0], ahead[-1]
        if tokens[first.index - 1].dep not in ("cc", "punct") or last.index != verb.index - 1:
            continue
        return sentence.with_tokens(
            dataclasses.replace(first, dep="nsubjpass", head=verb.index),
            *(dataclasses.replace(t, dep="amod", head=first.index) for t in ahead[1:]),
        )
    return sentence


def _feared(sentence: Sentence) -> Sentence:
    """The sentence with the participle of "are feared drowned" for what it is, no clause of its own."""
    for verb, after in itertools.pairwise(sentence.tokens):
        hangs = after.tag == "VBN" and after.head == verb.index and after.dep in ("advcl", "ccomp", "xcomp")
        if hangs and verb.tag in ("VBN", "VBD") and verb.lemma.lower() in HELD_SO:
            return sentence.with_tokens(dataclasses.replace(after, dep="oprd"))
    return sentence


def _joined(sentence: Sentence) -> Sentence:
    """The sentence with a past tense behind "and" for the verb that it is, where it was hung on its object: "accepted
    the bid and asked finance minister Lindt to stay"."""
    tokens = sentence.tokens
    for verb in tokens[2:-1]:
        joint = tokens[verb.index - 1]
        if verb.tag != "VBD" or verb.dep != "amod" or joint.dep != "cc" or tokens[joint.head].pos != "VERB":
            continue
        thing = tokens[verb.head]
        while thing.dep in ("compound", "nmod") and tokens[thing.head].index > verb.index:
            thing = tokens[thing.head]
        changed = list(tokens)
        changed[verb.index] = dataclasses.replace(verb, pos="VERB", dep="conj", head=joint.head)
        changed[thing.index] = dataclasses.replace(thing, dep="dobj", head=verb.index)
        to = tokens[thing.index + 1 : thing.index + 3]
        if len(to) == 2 and to[0].tag == "TO" and to[1].tag == "VB" and to[0].head == to[1].index:
            changed[to[1].index] = dataclasses.replace(to[1], dep="xcomp", head=verb.index)
        return dataclasses.replace(sentence, tokens=tuple(changed))
    return sentence


def _doing_both(sentence: Sentence) -> Sentence:
    """The sentence with a participle behind "and" beside the participle before it, where it was hung on the object of
    that: "killing a guard and causing damage"."""
    tokens = sentence.tokens
    for verb in tokens[2:]:
        noun = tokens[verb.head]
        first = tokens[noun.head]
        if verb.tag != "VBG" or verb.dep != "conj" or noun.dep != "dobj" or noun.tag == "VBG" or first.tag != "VBG":
            continue
        joint = next((t for t in tokens[noun.index : verb.index] if t.dep == "cc" and t.head == noun.index), None)
        if joint is None or not any(t.head == verb.index and t.dep in ("dobj", "prep") for t in tokens):
            continue
        return sentence.with_tokens(*(dataclasses.replace(t, head=first.index) for t in (verb, joint)))
    return sentence


def _with_what_they_are(sentence: Sentence) -> Sentence:
    """The sentence with whom a verb holds to be something for its object, not the subject of a clause without a verb:
    "holds the council responsible"."""
    tokens = sentence.tokens
    for said in tokens[2:]:
        verb = tokens[said.head]
        if said.dep != "ccomp" or said.pos != "ADJ" or verb.pos != "VERB" or verb.index > said.index:
            continue
        kids = [t for t in tokens[verb.index + 1 :] if t.head == said.index]
        whom = next((t for t in kids if t.dep == "nsubj" and t.index < said.index), None)
        if whom is None or any(t.dep in ("aux", "mark", "cop") for t in kids):
            continue
        return sentence.with_tokens(
            dataclasses.replace(whom, dep="dobj", head=verb.index), dataclasses.replace(said, dep="oprd")
        )
    return sentence


def _with_its_verbs(sentence: Sentence) -> Sentence:
    """The sentence with a noun that has a subject and an object for the verb that it is: "a vaccine cut cases"."""
    tokens = sentence.tokens
    changed = list(tokens)
    for noun in tokens:
        if noun.tag != "NN" or noun.dep not in (*VERBLESS, "conj", "advcl", "relcl"):
            continue
        kids = [t for t in tokens if t.head == noun.index and t.index != noun.index]
        before = any(t.dep == "nsubj" and t.index < noun.index for t in kids)
        after = any(t.dep == "dobj" and t.index > noun.index for t in kids)
        if before and after and not any(t.dep in ("det", "cop", "poss", "amod") for t in kids):
            changed[noun.index] = dataclasses.replace(noun, pos="VERB", tag="VBD")
    return sentence if changed == list(tokens) else dataclasses.replace(sentence, tokens=tuple(changed))


def _above(noun: Token, tokens: tuple[Token, ...]) -> Token:
    """The noun of which another one is only a detail: ``explosion`` of "an explosion at a depot", ``missile`` of "a
    missile fired by soldiers"."""
    for _ in range(3):
        if noun.dep != "pobj":
            break
        up = tokens[tokens[noun.head].head]
        if tokens[noun.head].dep == "agent" and up.dep == "acl":
            up = tokens[up.head]
        if up.pos not in NOMINAL or up.index >= noun.index:
            break
        noun = up
    return noun


#: In this order, for each may build on what those before it set right.
MENDS = (
    hyphened, fronted, of_nations, _among_those, attached, _with_its_verbs, _feared,
    _some_of_them, _said_last, rooted, uncleft, _joined, _doing_both, _with_what_they_are, _harmed_too, counted_too,
    _several_more,
)  # fmt: skip
