"""Who is said to have said nothing: "the ministry declined to comment", "the club did not respond to questions"."""

from __future__ import annotations

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.colours import colour
from sayso.layers.clauses.phrases import Tree
from sayso.layers.parsing.parse import Sentence
from sayso.types import Attribution
from sayso.vocab import Polarity, Zone

#: What somebody does not do who keeps silent.
ANSWERING = frozenset(
    "comment respond reply answer say name identify elaborate disclose specify explain confirm speak discuss".split()
)
#: What of it one does not do without having refused to: "did not say when" only leaves it out.
ASKED = frozenset("comment respond reply answer".split())
#: Verbs of not doing so.
REFUSING = frozenset({"decline", "refuse"})
#: Whose silence is the outlet's own, or nobody's.
NO_ONE = frozenset("i we it there you nobody none neither who which that".split())


def refuses(attribution: Attribution, sentence: Sentence) -> bool:
    """Whether an attribution is of what somebody refused to say: nothing that is attributed was said."""
    if len(attribution.cue) != 1 or not attribution.content:
        return False
    cue = sentence.between(attribution.cue[0].start, attribution.cue[0].end)
    said = sentence.between(attribution.content[0].start, attribution.content[0].end)
    act = next((t for t in cue if t.pos == "VERB"), None)
    verb = next((t for t in said if t.pos == "VERB"), None)
    if act is None:
        return False
    if act.lemma.lower() in REFUSING:
        asked = any(t.lemma.lower() in ANSWERING and t.head == act.index for t in sentence.tokens)
        return asked or (verb is not None and verb.lemma.lower() in ANSWERING)
    negated = any(t.dep == "neg" and t.head == act.index for t in sentence.tokens)
    return negated and act.lemma.lower() in ASKED and verb is None and all(t.text != '"' for t in said)


def keeps_silent(clause: Clause, tree: Tree) -> bool:
    """Whether a main clause says that somebody would not speak; not that something could not be found out."""
    who = clause.subject
    if who is None or clause.passive or who.text.lower() in NO_ONE or clause.sentence.zone is not Zone.BODY:
        return False
    if clause.head.lemma.lower() not in ANSWERING or clause.dep not in ("ROOT", "conj", "ccomp"):
        return False
    if any(w.lemma.lower() in REFUSING for w in clause.wrappers):
        return True
    helping = {t.text.lower() for t in clause.own if t.dep == "aux" and t.head == clause.head.index}
    nothing = clause.object is not None and clause.object.text.lower() == "nothing"
    wilful = clause.head.lemma.lower() in ASKED or bool(helping & {"would", "will"}) or nothing
    unable = bool(helping & {"can", "could"}) or bool(clause.wrappers)
    return wilful and not unable and colour(clause, tree)[1] is Polarity.NEGATIVE
