"""Sentences that the parser read to the wrong verb: "An explosion at a depot killed four people, officials said" has
no verb for its explosion where the depot is taken for killed."""

from __future__ import annotations

import dataclasses
import itertools

from sayso.layers.parsing.attaching import RESULTS, attached, counted_too, hyphened, in_may, of_deeds
from sayso.layers.parsing.clefts import uncleft
from sayso.layers.parsing.fronting import fronted, of_nations
from sayso.layers.parsing.labels import AUXILIARIES, NOMINAL, SUBJECTS, VERBAL
from sayso.layers.parsing.parse import Sentence, Token
from sayso.layers.parsing.rooting import rooted

#: Verbs whose participle has an object all the same: "a man given two years".
GIVING = frozenset(
    "give offer award send show pay hand grant teach tell ask lend sell owe deny charge fine name".split()
)
#: What stands where a verb should.
VERBLESS = frozenset({"ROOT", "ccomp"})
#: Words for so many, without a noun.
SOME = frozenset("many several some dozen score hundred thousand more other".split())
#: Verbs that say how far something is so: "are feared drowned", "believed dead".
HELD_SO = frozenset("fear believe presume think assume suppose suspect report".split())


def mended(sentence: Sentence) -> Sentence:
    """The sentence with everything mended that the parser is known to read wrong."""
    for mend in MENDS:
        sentence = mend(sentence)
    return sentence


def _with_object(sentence: Sentence) -> Sentence:
    """The sentence with a participle that has an object made the verb of the noun phrase that lacks one."""
    tokens = sentence.tokens
    for verb in tokens:
        if verb.dep != "acl" or verb.tag not in ("VBD", "VBN") or verb.lemma.lower() in GIVING:
            continue
        kids = list(sentence.children(verb))
        after = [t for t in kids if t.dep == "dobj" and t.index > verb.index and t.pos in NOMINAL]
        if not after or any(t.dep in ("agent", *AUXILIARIES) for t in kids):
            continue
        top = _above(tokens[verb.head], tokens)
        if top.dep not in VERBLESS or top.pos not in NOMINAL or top.index > verb.index:
            continue
        above = verb if top.head == top.index else tokens[top.head]
        behind = (t for t in sentence.children(top) if t.index > verb.index and t.dep in ("punct", "parataxis"))
        moved = (t.under(verb) for t in behind)
        return sentence.with_tokens(*moved, verb.under(above, top.dep), top.under(verb, "nsubj"))
    return sentence


def _among_those(sentence: Sentence) -> Sentence:
    """The sentence with the participle of "were among those killed in the raid" for a word of its one clause."""
    tokens = sentence.tokens
    for verb in tokens[2:]:
        those = tokens[verb.head]
        if verb.dep != "acl" or verb.tag not in ("VBN", "VBD") or those.text.lower() not in ("those", "people"):
            continue
        among = tokens[those.head]
        above = tokens[among.head]
        told = above.lemma == "be" and sentence.child(above, "expl") is None
        if told and those.dep == "pobj" and among.text.lower() in ("among", "amongst"):
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
        inside = tokens[part.index + 1 : ends]
        if verb is None or any(t.pos in VERBAL for t in inside):
            continue
        loose = (t for t in inside if not part.index <= t.head < ends)
        return sentence.with_tokens(part.under(verb, "npadvmod"), *(t.under(part, "advmod") for t in loose))
    return sentence


def _harmed_too(sentence: Sentence) -> Sentence:
    """The sentence with the participle of a count that goes on with a passive for the verb that it is: "five were
    killed in the fight and at least nine captured"."""
    tokens = sentence.tokens
    for verb in tokens:
        count = tokens[verb.head]
        if verb.tag != "VBN" or verb.dep != "acl" or count.dep != "conj":
            continue
        counts = count.pos == "NUM" or count.lemma.lower() in SOME or sentence.child(count, "nummod") is not None
        above = tokens[count.head]
        told = above.dep not in ("pobj", "conj") or tokens[above.head].dep != "agent"
        while above.pos != "VERB" and above.head != above.index:
            above = tokens[above.head]
        below = {t.dep for t in tokens if t.head == above.index}
        passive = above.tag == "VBN" and "auxpass" in below
        passive |= above.lemma.lower() in RESULTS and not below & {"dobj", *AUXILIARIES}
        if counts and told and passive and above.index < count.index:
            return sentence.with_tokens(verb.under(above, "conj"), count.under(verb, "nsubjpass"))
    return sentence


def _several_more(sentence: Sentence) -> Sentence:
    """The sentence with the amount before a participle that goes on with a passive for its subject: "three were killed
    and several injured", "and many more injured"."""
    tokens = sentence.tokens
    for verb in tokens[3:]:
        above = tokens[verb.head]
        if verb.tag != "VBN" or verb.dep != "conj" or above.tag != "VBN" or above.index > verb.index:
            continue
        between = tokens[above.index + 1 : verb.index]
        ahead = [t for t in between if t.lemma.lower() in SOME]
        taken = any(t.head == verb.index and t.dep in SUBJECTS | AUXILIARIES for t in between)
        if not ahead or taken or tokens[ahead[0].index - 1].dep not in ("cc", "punct") or ahead[-1] is not between[-1]:
            continue
        return sentence.with_tokens(ahead[0].under(verb, "nsubjpass"), *(t.under(ahead[0], "amod") for t in ahead[1:]))
    return sentence


def _feared(sentence: Sentence) -> Sentence:
    """The sentence with the participle of "are feared drowned" for what it is, no clause of its own."""
    for verb, after in itertools.pairwise(sentence.tokens):
        hangs = after.tag == "VBN" and after.head == verb.index and after.dep in ("advcl", "ccomp", "xcomp")
        if hangs and verb.tag in ("VBN", "VBD") and verb.lemma.lower() in HELD_SO:
            return sentence.with_tokens(after.under(verb, "oprd"))
    return sentence


def _joined(sentence: Sentence) -> Sentence:
    """The sentence with a past tense behind "and" for the verb that it is, where it was hung on its object: "accepted
    the bid and asked finance minister Lindt to stay"."""
    tokens = sentence.tokens
    for joint, verb in itertools.pairwise(tokens[1:-1]):
        if verb.tag != "VBD" or verb.dep != "amod" or joint.dep != "cc" or tokens[joint.head].pos != "VERB":
            continue
        thing = tokens[verb.head]
        while thing.dep in ("compound", "nmod") and tokens[thing.head].index > verb.index:
            thing = tokens[thing.head]
        changed = [dataclasses.replace(verb, pos="VERB").under(tokens[joint.head], "conj"), thing.under(verb, "dobj")]
        to = tokens[thing.index + 1 : thing.index + 3]
        if len(to) == 2 and to[0].tag == "TO" and to[1].tag == "VB" and to[0].head == to[1].index:
            changed.append(to[1].under(verb, "xcomp"))
        return sentence.with_tokens(*changed)
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
        if joint is not None and sentence.child(verb, "dobj", "prep") is not None:
            return sentence.with_tokens(verb.under(first), joint.under(first))
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
        if whom is not None and not any(t.dep in ("aux", "mark", "cop") for t in kids):
            return sentence.with_tokens(whom.under(verb, "dobj"), said.under(verb, "oprd"))
    return sentence


def _without_margins(sentence: Sentence) -> Sentence:
    """The sentence with "give or take" for what it is, no verbs: "34, give or take two"."""
    tokens = sentence.tokens
    for start in range(len(tokens) - 2):
        said = tokens[start : start + 3]
        if said[0].text.lower() == "give" and [t.text.lower() for t in said[1:]] == ["or", "take"]:
            deps = [t.dep if t.head == t.index else "advmod" for t in said]
            plain = (dataclasses.replace(t, pos="ADV", tag="RB", dep=d) for t, d in zip(said, deps, strict=True))
            return sentence.with_tokens(*plain)
    return sentence


def _with_its_verbs(sentence: Sentence) -> Sentence:
    """The sentence with a noun that has a subject and an object for the verb that it is: "a vaccine cut cases"."""
    changed = []
    for noun in sentence.tokens:
        if noun.tag != "NN" or noun.dep not in (*VERBLESS, "conj", "advcl", "relcl"):
            continue
        kids = list(sentence.children(noun))
        before = any(t.dep == "nsubj" and t.index < noun.index for t in kids)
        after = any(t.dep == "dobj" and t.index > noun.index for t in kids)
        if before and after and not any(t.dep in ("det", "cop", "poss", "amod") for t in kids):
            changed.append(dataclasses.replace(noun, pos="VERB", tag="VBD"))
    return sentence.with_tokens(*changed) if changed else sentence


def _above(noun: Token, tokens: tuple[Token, ...]) -> Token:
    """The noun of which another one is only a detail: ``explosion`` of "an explosion at a depot"."""
    for _ in range(3):
        up = tokens[tokens[noun.head].head]
        if noun.dep != "pobj" or up.pos not in NOMINAL or up.index >= noun.index:
            break
        noun = up
    return noun


#: In this order, for each may build on what those before it set right.
MENDS = (
    hyphened, fronted, of_nations, _among_those, in_may, attached, of_deeds, _without_margins, _with_its_verbs, _feared,
    _some_of_them, rooted, uncleft, _joined, _doing_both, _with_what_they_are, _harmed_too, counted_too, _several_more,
    _with_object,
)  # fmt: skip
