"""Clauses that do something by their verb and attribute no words: "the union rejected the offer"."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence

from sayso.layers.attribution.cues import verb_cue
from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.colours import colour
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.silence import refuses
from sayso.layers.clauses.voice import cue_of
from sayso.layers.parsing.mending import HELD_SO
from sayso.layers.parsing.parse import Sentence, Token
from sayso.types import Attribution, Claim
from sayso.vocab import AttributionType, Certainty, Modality, Polarity

#: Verbs that take a stand or decide, and whose object is what was decided and no report of it.
DECIDING = frozenset(
    "accept adopt annul approve authorise authorize back block cancel dismiss endorse grant lift oppose overturn pass "
    "quash ratify refuse reject suspend uphold veto withdraw".split()
)
#: Verbs by which somebody keeps away from something, answers it or makes little of it: what was said may be denied with
#: them, and nothing else is.
DISOWNING = frozenset("disavow repudiate renounce rebut refute contradict gainsay shrug brush play wave".split())
#: What is said somewhere, and can be denied by rejecting it; anything else that is rejected is turned down.
REPORTS = frozenset(
    "claim report allegation accusation charge suggestion story rumour rumor assertion notion idea account version "
    "statement figure finding theory speculation talk insinuation criticism conclusion estimate verdict news word "
    "comparison characterisation characterization description remark comment it that this".split()
)
#: Verbs of saying: what stands below one of them, negated, is not said.
SAYING = frozenset(
    "say claim suggest assert allege mean argue imply state announce declare promise tell write maintain".split()
)
#: Verbs whose object is what somebody wants to be done: "demanded their release".
WANTING = frozenset({"demand", "urge", "request", "propose", "recommend", "advocate", "want"})
#: The frames of a verb whose content stands in what it issues: "filed a report that".
ISSUING = frozenset({"issue"})
#: An object of more words says something itself.
LONGEST = 6


def reports(attribution: Attribution, sentence: Sentence) -> bool:
    """Whether the words that an attribution attributes are said, thought or felt by its source, as far as its sentence
    shows: "rejected a levy that the state had counted on" turns something down, "moved people from the bank" and "filed
    for protection" do something."""
    held_so = any(_held_so(t, sentence) for span in attribution.cue for t in sentence.between(span.start, span.end))
    if held_so or refuses(attribution, sentence):
        return False
    if len(attribution.content) != 1 or len(attribution.cue) != 1:
        return True
    words = sentence.between(attribution.cue[0].start, attribution.cue[0].end)
    cue = tuple(itertools.dropwhile(lambda t: t.pos == "AUX", words))  # "was referring to"
    denied = attribution.certainty is Certainty.DENIED
    if denied:
        cue = tuple(itertools.dropwhile(lambda t: t.pos == "ADV", cue))  # "quickly disowned"
    said = sentence.between(attribution.content[0].start, attribution.content[0].end)
    if not cue or not said or cue[0].pos != "VERB":
        return True
    quoted = any(t.text in '"“”' for t in said)
    known = verb_cue(sentence, cue[0])
    counted = any(t.pos == "NUM" for t in said)  # "spoke of 30 dead"
    telling = known is not None and known[0].frames != ISSUING and (counted or not known[0].fits("topic"))
    acts = not telling and all(t.pos in ("ADP", "PART", "ADV") for t in cue[1:])
    if acts and not quoted and all(t.pos not in ("VERB", "AUX") for t in said):
        return False
    if denied and _withheld(cue[0], sentence):
        return False
    if len(cue) != 1 and not (denied and cue[0].lemma.lower() in DISOWNING):
        return True
    thing = next((t for t in said if t.head == cue[0].index and t.dep in ("dobj", "nsubjpass", "appos")), None)
    if thing is None or thing.pos not in ("NOUN", "PROPN") or thing.lemma.lower() in REPORTS or _told(thing, said):
        return True
    if denied:
        return cue[0].lemma.lower() not in DECIDING | DISOWNING
    if known is not None and known[0].lemma in WANTING:
        return True
    return attribution.type is not AttributionType.ATTITUDE or quoted or any(t.pos in ("VERB", "AUX") for t in said)


def _withheld(verb: Token, sentence: Sentence) -> bool:
    """Whether somebody does not get what is denied her: "denied him a visa", "denied entry to 40 people", "was denied
    bail"; nothing is said to be untrue."""
    kids = list(sentence.children(verb))
    given = any(t.dep == "dative" or (t.dep == "prep" and t.text.lower() == "to") for t in kids)
    passive = any(t.dep == "nsubjpass" for t in kids)
    thing = next((t for t in kids if t.dep in ("dobj", "oprd", "attr") and t.pos == "NOUN"), None)
    withheld = thing is not None and thing.lemma.lower() not in REPORTS and (given or passive)
    return verb.lemma.lower() == "deny" and withheld


def _held_so(verb: Token, sentence: Sentence) -> bool:
    """Whether a verb only colours what stands behind it, and its subject thinks nothing: "dozens feared dead"."""
    if verb.lemma.lower() not in HELD_SO or verb.tag not in ("VBN", "VBD"):
        return False
    hung = ("oprd", "acomp", "advcl", "ccomp", "xcomp")
    beside = next((t for t in sentence.tokens if t.index == verb.index + 1 and t.head == verb.index), None)
    tags = ("JJ", "VBN", "VBG") if verb.tag == "VBN" else ("JJ", "VBN")  # but "feared losing the boat"
    return beside is not None and beside.dep in hung and beside.tag in tags


def _told(noun: Token, said: Sequence[Token]) -> bool:
    """Whether a clause says what a noun is: "the idea that …"."""
    verbs = {t.index for t in said if t.head == noun.index and t.dep in ("acl", "ccomp")}
    return any(t.dep == "mark" and t.head in verbs for t in said)


def disowned(clause: Clause, clauses: Sequence[Clause], tree: Tree) -> bool:
    """Whether a clause stands in what somebody does not say, or says no more than that: "I do not say that he is
    honest"."""
    if clause.head.lemma.lower() in SAYING and any(t.dep == "ccomp" for t in tree.kids[clause.head.index]):
        return colour(clause, tree)[1] is Polarity.NEGATIVE
    if clause.dep != "ccomp" or clause.governor is None:
        return False
    above = clauses[clause.governor]
    inner = above.head.lemma.lower() in SAYING and clause.head.index != above.head.index
    return inner and colour(above, tree)[1] is Polarity.NEGATIVE


def granted(clause: Clause, clauses: Sequence[Clause], attribution: Attribution | None) -> bool:
    """Whether a clause in what is denied only tells more of it, and is not denied itself: "denied that it had closed
    the port, where no ship has moved for weeks", "denied any part in the fire that left two dead"."""
    if attribution is None or attribution.certainty is not Certainty.DENIED or clause.governor is None:
        return False
    above = clauses[clause.governor].head
    noun = clause.sentence.tokens[clause.top.head]
    if clause.dep == "relcl" and noun.pos in ("NOUN", "PROPN") and noun.lemma.lower() not in REPORTS:
        above = noun
    inside = any(s.start <= above.start and above.end <= s.end for s in attribution.content)
    return inside and clause.dep in ("relcl", "advcl")


def decisions(clauses: Sequence[Clause], near: Sequence[Attribution], made: Sequence[Claim]) -> list[Clause]:
    """The deciding clauses of a sentence whose object, a few words without a verb, made no claim among ``made``."""
    out = []
    for clause in clauses:
        cue = cue_of(clause, near)
        if cue is None or clause.head.lemma.lower() not in DECIDING or len(cue.content) != 1:
            continue
        said = cue.content[0]
        words = [t for t in clause.own if said.start <= t.start and t.end <= said.end]
        silent = all(not (s.start < said.end and said.start < s.end) for c in made for s in c.content)
        whole = sum(said.start <= t.start and t.end <= said.end for t in clause.sentence.tokens) == len(words)
        if words and whole and len(words) <= LONGEST and silent:
            out.append(clause)
    return out


def told_anyway(claim: Claim, chain: tuple[str, ...]) -> Claim:
    """The claim of what somebody only denies to have had a part in: it happened, on the word of whoever tells of it,
    whose ``chain`` is given."""
    return dataclasses.replace(
        claim, attribution_id=None, modality=Modality.FACT, polarity=Polarity.POSITIVE, chain=chain
    )
