"""How far a clause is said to be so: by its own words, by the clauses it hangs from, and by its attribution."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.claims.positions import TAKING, wish
from sayso.layers.clauses.answers import REJECTING
from sayso.layers.clauses.clause import SUBJECTS, Clause
from sayso.layers.clauses.colours import colour, colours, flipped
from sayso.layers.clauses.completing import conditional, opening
from sayso.layers.clauses.demands import imperative
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.truths import called_false
from sayso.layers.clauses.voice import cue_of
from sayso.layers.parsing.mending import HELD_SO
from sayso.layers.parsing.parse import Token
from sayso.layers.values.choosing import Chosen
from sayso.types import Attribution
from sayso.vocab import AttributionType, Certainty, Modality, Polarity, Slot

#: Words that leave open whether what hangs from them is so: "suspected of robbing", "a rumour that".
OPEN = frozenset(
    "suspicion suspect charge allege allegation rumour rumor fear hope doubt possibility probability chance risk "
    "threat danger speculation theory likelihood prospect warning think believe suppose imagine guess presume "
    "assume".split()
)
#: Verbs that colour an infinitive and do something else to an object: "set the ruling aside".
PLACING = frozenset({"set", "go", "bind", "use"})
#: Sources that nobody is.
RUMOURS = frozenset({"rumour", "rumours", "rumor", "rumors", "gossip", "legend", "word"})
#: Verbs after which a ruling or a report holds no longer: "overturned a ruling that he had lied".
UNDONE = REJECTING | frozenset("overturn quash reverse annul void revoke withdraw retract".split())
#: What is said of a thing that is so, be it denied: "it is no surprise that she left".
NO_WONDER = frozenset("coincidence accident surprise wonder secret mystery shame pity surprising odd strange".split())
#: Verbs of telling in the first person.
SAYING = frozenset("announce confirm admit report say tell inform add state reveal declare acknowledge concede".split())
#: Verbs of what is so, whoever found it out or says it once more.
REVEALING = frozenset("reveal disclose discover confirm emphasise emphasize note recall remember learn".split())
HEDGING = frozenset({"could", "would", "might", "may", "should"})
#: Verbs by which something only looks so.
SEEMING = frozenset({"appear", "seem", "tend"})
#: How a helping verb hangs from the one that it helps.
HELPING = frozenset({"aux", "auxpass"})
#: Verbs that hold what they are denied of to be so all the same: "did not know that".
FACTIVE = frozenset("know realise realize notice learn forget mind regret".split())


def stance(
    clause: Clause,
    clauses: Sequence[Clause],
    tree: Tree,
    near: Sequence[Attribution],
    attribution: Attribution | None,
) -> tuple[Modality, Polarity]:
    """Modality and polarity of a clause; ``near`` are the attributions of its sentence, ``attribution`` its own."""
    modality, polarity = colour(clause, tree)
    if modality is Modality.FACT and imperative(clause):
        modality = Modality.ORDERED
    if modality is Modality.ORDERED and _concluded(clause):
        modality = Modality.POSSIBLE
    if called_false(clause, tree):
        return Modality.DENIED, flipped(polarity)
    if modality is Modality.FACT:
        modality = _from_above(clause, clauses, tree, near)
    suspected = clause.passive and clause.head.lemma.lower() in OPEN and attribution is None
    unsure = _held_so(clause, tree) or suspected or conditional(clause, clauses)
    if modality is Modality.FACT and (unsure or _left_open(clause, clauses, tree, near)):
        modality = Modality.POSSIBLE
    if _shares_denial(clause, clauses, tree):
        polarity = Polarity.NEGATIVE
    if attribution is not None and attribution.certainty is Certainty.DENIED:
        if _cue_denied(attribution, clause, tree):
            return Modality.POSSIBLE, polarity  # "could not rule out that"
        return Modality.DENIED, flipped(polarity)
    return modality if attribution is None else _as_told(clause, modality, attribution, tree), polarity


def _from_above(clause: Clause, clauses: Sequence[Clause], tree: Tree, near: Sequence[Attribution]) -> Modality:
    """How far so is a clause that says nothing of it itself: as far as those that it is joined to or goes on from."""
    at, seen, modality = clause, {clause.head.index}, Modality.FACT
    bare = clause.head.tag == "VBG" and tree.child(clause.head, "aux") is None
    own_tense = clause.dep == "conj" and _finite(clause, tree)
    while modality is Modality.FACT and (at.dep in ("conj", "advcl") or _means(at)) and at.governor is not None:
        at = clauses[at.governor]
        if at.head.index in seen or cue_of(at, near) is not None:
            break
        seen.add(at.head.index)
        if (clause.dep == "conj" or bare) and (not own_tense or _heard_of(at, tree)):
            modality = colour(at, tree)[0]
    return modality


def _finite(clause: Clause, tree: Tree) -> bool:
    """Whether a clause's first verb stands in a tense, so that no helping verb of another clause is also its own; of
    two forms that look alike, as in "must meet and thank", "would have cut and closed", only where it has a subject."""
    helping = [t for t in tree.kids[clause.top.index] if t.dep in HELPING]
    first = min([*helping, clause.top], key=lambda t: t.index)
    if any(t.dep in SUBJECTS or t.dep == "expl" for t in tree.kids[clause.top.index]):
        return first.tag in ("VBD", "VBZ", "VBP")
    above = tree.kids[clause.top.head]
    after_have = any(t.lemma == "have" and t.dep == "aux" for t in above)
    return (
        first.tag == "VBZ"
        or (first.tag == "VBD" and not (after_have and first is clause.top))
        or (first in helping and first.tag != "MD")
    )


def _heard_of(clause: Clause, tree: Tree) -> bool:
    """Whether a word beside a clause's verb says how sure all is that goes on from it: "reportedly fell and died", "if
    it rains and the dam breaks"."""
    kids = tree.kids[clause.head.index]
    return any(
        (t.dep == "advmod" and t.lemma.lower() in colours("adverb"))
        or (t.dep == "mark" and t.text.lower() in ("if", "unless", "whether"))
        for t in kids
    )


def _shares_denial(clause: Clause, clauses: Sequence[Clause], tree: Tree) -> bool:
    """Whether a bare verb goes on with what the one before it is denied: "did not eat or drink", "refused to stay and
    talk"; each verb with a helping verb of its own stands for itself."""
    if clause.dep != "conj" or clause.governor is None or clause.top.tag != "VB" or clause.wrappers:
        return False
    above = clauses[clause.governor]
    own = [t for t in tree.kids[clause.head.index] if t.dep in HELPING or t.dep in SUBJECTS or t.dep == "neg"]
    joining = ("or", "nor", "and") if above.wrappers else ("or", "nor")  # "don't drink, and keep fit"
    joined = any(t.dep == "cc" and t.text.lower() in joining for t in tree.kids[above.head.index])
    return not own and joined and colour(above, tree)[1] is Polarity.NEGATIVE


def _means(clause: Clause) -> bool:
    """Whether a clause says by what another one is done: "should save money by closing two schools"."""
    return clause.dep == "pcomp" and clause.sentence.tokens[clause.top.head].text.lower() == "by"


def _held_so(clause: Clause, tree: Tree) -> bool:
    """Whether a clause's verb only says that something is held to be so: "feared dead"."""
    beside = tree.child(clause.head, "oprd", "acomp") if clause.head.lemma.lower() in HELD_SO else None
    return beside is not None and beside.index == clause.head.index + 1


def _as_told(clause: Clause, modality: Modality, attribution: Attribution, tree: Tree) -> Modality:
    """How far so is a clause in the mouth of whoever says, wants or plans it."""
    would = any(t.text.lower() == "would" for t in clause.own if t.dep == "aux")
    would = would and all(w.lemma.lower() not in SEEMING for w in clause.wrappers)  # "it would appear to be so"
    if modality is Modality.POSSIBLE and would and attribution.certainty is Certainty.ASSERTED:
        return Modality.PLANNED  # "said prices would rise": she said that they will
    if attribution.type in TAKING:
        return wish(clause, modality)
    rumoured = bool(attribution.chain) and attribution.chain[-1].lower().removeprefix("unnamed ") in RUMOURS
    if modality is Modality.FACT and (rumoured or _doubted(attribution, clause, tree)):
        return Modality.POSSIBLE
    planned = modality is Modality.FACT and attribution.type is AttributionType.INTENTION
    return Modality.PLANNED if planned else modality


def _doubted(attribution: Attribution, clause: Clause, tree: Tree) -> bool:
    """Whether the words that attribute leave open what is said: not where only one verb of several does ("could be
    hard, and that it had failed"), or where something was found out by nobody who is named ("it was revealed")."""
    held = (t for span in attribution.content for t in clause.sentence.between(span.start, span.end))
    cue = [t for span in attribution.cue for t in clause.sentence.between(span.start, span.end)]
    if attribution.certainty is Certainty.POSSIBLE:
        return _cue_denied(attribution, clause, tree) or not _finite(clause, tree) or all(t.tag != "MD" for t in held)
    return attribution.certainty is Certainty.HEARSAY and all(t.lemma.lower() not in REVEALING for t in cue)


def _cue_denied(attribution: Attribution, clause: Clause, tree: Tree) -> bool:
    cue = (t for span in attribution.cue for t in clause.sentence.between(span.start, span.end))
    return any(k.dep == "neg" for t in cue for k in tree.kids[t.index])


def _concluded(clause: Clause) -> bool:
    """Whether a clause only concludes that something was so: "they must have had inside help"."""
    helping = [t.lemma.lower() for t in clause.own if t.dep == "aux" and t.head == clause.head.index]
    return "must" in helping and "have" in helping and clause.head.tag in ("VBN", "VBD")


def named_only(chosen: Chosen, clause: Clause) -> Modality:
    """How far a happening is so that a noun names beside a verb that colours it: "offered her resignation", "planned a
    strike"."""
    by_noun = chosen.word.index != clause.head.index or bool(chosen.frame.beside)
    known = colours("wrapper").get(clause.head.lemma.lower())
    placed = clause.head.lemma.lower() in PLACING and not clause.passive
    if placed or chosen.word.dep in ("nsubj", "nsubjpass"):  # "two bombs went off": what a verb tells of is there
        return Modality.FACT
    if not by_noun or chosen.frame.slot is not Slot.OCCURRENCE or known is None or clause.head.pos != "VERB":
        return Modality.FACT
    return known[0]


def _left_open(clause: Clause, clauses: Sequence[Clause], tree: Tree, near: Sequence[Attribution]) -> bool:
    """Whether what a clause hangs from does not say that it is so: "failed to show that he caused it", "arrested on
    suspicion of killing her"."""
    above = clauses[clause.governor] if clause.governor is not None and clause.governor < len(clauses) else None
    if above is None or cue_of(above, near) is not None:
        return False
    if clause.dep in ("acl", "ccomp") and above.head.lemma.lower() in UNDONE and above.object is not None:
        return True
    if clause.dep == "ccomp":
        if clause.start < above.start and not opening(clause):
            return False  # "it was no accident: they will say so"
        modality, polarity = colour(above, tree)
        beside = {t.lemma.lower() for t in tree.kids[above.head.index] if t.dep in ("attr", "acomp")}
        if beside & NO_WONDER or _spoken(above):
            return False
        doubted = polarity is Polarity.NEGATIVE and above.head.lemma.lower() not in FACTIVE
        return doubted or modality is not Modality.FACT or above.head.lemma.lower() in OPEN
    if clause.dep not in ("pcomp", "acl"):
        return False
    top = clause.top
    return any(t.lemma.lower() in OPEN for t in _anchors(top, clause, tree))


def _spoken(clause: Clause) -> bool:
    """Whether whoever speaks says by a clause what hangs from it: "I must announce that", "we can confirm that"."""
    subject = clause.surface
    hedged = any(t.text.lower() in HEDGING for t in clause.own if t.dep == "aux")
    speaking = subject is not None and subject.text.lower() in ("i", "we") and not hedged
    return speaking and clause.head.lemma.lower() in SAYING


def _anchors(top: Token, clause: Clause, tree: Tree) -> list[Token]:
    """The words that a clause hangs from, over a preposition."""
    up = tree.tokens[top.head]
    return [up, tree.tokens[up.head]] if clause.dep == "pcomp" else [up]
