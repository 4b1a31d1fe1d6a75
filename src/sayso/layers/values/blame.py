"""Who is said to have done what, and by whom: the values of claims of responsibility."""

from __future__ import annotations

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.counting import Named
from sayso.layers.clauses.phrases import Tree
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.parse import Token
from sayso.layers.values.choosing import Chosen
from sayso.layers.values.roles import amount_of, who
from sayso.layers.values.settings import Setting, here, object_of, roles_of, time_within


def blamed(chosen: Chosen, clause: Clause, tree: Tree, findings: Findings, setting: Setting) -> Named:
    """Who did it, who says so and what was done, as the clause says it."""
    frame, roles = chosen.frame, roles_of(chosen.frame, clause)
    agent, act = _doer_and_deed(chosen, clause, tree)
    act = (amount_of(act, tree) or act) if act is not None else None  # "launched a series of airstrikes"
    act = None if act is agent else act  # "suspicion fell on the group"
    accused = _accused_of(clause, tree) if frame.sense == "blamed" and not _put_on(chosen, clause) else None
    to_blame = _to_blame(chosen, clause)
    named: Named = {
        "sense": frame.sense,
        "agent": who(agent or (None if to_blame else roles.get("cause")), tree, findings),
        "accuser": who(None if to_blame else roles.get("accuser"), tree, findings),
        "act": accused or (act.lemma.lower() if act is not None else None),
    }
    if frame.sense in SPOKEN:  # on what day somebody spoke is not when it was done
        named["time"] = time_within(act, tree, findings)
    return named | here(setting)


#: Senses in which somebody speaks of a deed.
SPOKEN = frozenset({"claimed", "denied", "blamed"})


def _doer_and_deed(chosen: Chosen, clause: Clause, tree: Tree) -> tuple[Token | None, Token | None]:
    """The nouns for who did it and for what was done."""
    frame, roles = chosen.frame, roles_of(chosen.frame, clause)
    if frame.sense == "cause" and frame.pos == "noun":  # "dust was the cause of the explosion"
        return clause.subject, object_of(clause, "of", "for", "behind")
    if frame.sense == "cause" and frame.word in TRACING:
        return object_of(clause, "to", "on"), clause.object
    if _put_on(chosen, clause):
        return object_of(clause, "on"), clause.object
    act = roles.get("act") or roles.get("effect")
    if frame.sense in SPOKEN or act is None or act.lemma in ("responsibility", "blame", "role"):
        after = ("for", "behind") if frame.sense == "did" else ("for", "of", "behind", "on", "in", "from")
        of_death = object_of(clause, "in") if frame.sense == "denied" and act is not None else None
        died = of_death is not None and any(t.text.lower() == "of" for t in tree.kids[of_death.index])
        act = (of_death if died else None) or object_of(clause, *after) or act  # "a part in the deaths of 12"
    if _to_blame(chosen, clause):
        return clause.subject, act  # "the club was to blame"
    agent = roles.get("agent") or (object_of(clause, "on") if frame.sense == "blamed" else None)
    if agent is None and frame.sense == "did":
        # "the fire came from X", "was the work of X", "the blame lies with X"
        agent = object_of(clause, "from", "with") or object_of(clause, "of", "to")
        act = clause.subject if act is clause.object else act
    return agent, act or (object_of(clause, "behind", "for") if frame.sense == "did" else None)


def _put_on(chosen: Chosen, clause: Clause) -> bool:
    """Whether a deed is blamed on somebody: "blamed the attack on the rebels"; not "blamed the rebels for the attack on
    the port"."""
    blames = chosen.frame.sense == "blamed" and chosen.frame.word == "blame" and clause.object is not None
    return blames and object_of(clause, "on") is not None and all(p.word != "for" for p in clause.prepositions)


def _to_blame(chosen: Chosen, clause: Clause) -> bool:
    """Whether somebody is said to be to blame, by nobody but the clause."""
    blame = chosen.frame.sense == "blamed" and clause.head.lemma == "blame" and clause.head.tag == "VB"
    return blame and clause.object is None and not clause.passive


#: Verbs that lead from what happened to what made it happen: "put the fire down to X".
TRACING = frozenset({"attribute", "ascribe", "blame", "trace", "put"})
#: Acts of violence by their verbs, as the nouns that others call them by.
DEEDS = {
    "bomb": "airstrike", "shell": "shelling", "bombard": "shelling", "shoot": "shooting", "fire": "shooting",
    "attack": "attack", "raid": "raid", "ambush": "ambush", "stab": "stabbing", "massacre": "massacre",
    "kill": "attack", "murder": "attack", "assault": "assault", "launch": "attack",
    "carry": "attack",
}  # fmt: skip
SHELLS = frozenset({"rocket", "shell", "mortar", "artillery", "missile"})


def _accused_of(clause: Clause, tree: Tree) -> str | None:
    """The deed after "accused them of": the act of violence that it is, else its verb."""
    tops = [t for t in (clause.head, clause.object) if t is not None]
    deeds = [verb for top in tops for t in tree.kids[top.index] if t.lemma == "of" for verb in tree.kids[t.index]]
    deed = next((v for v in deeds if v.dep == "pcomp" and v.pos == "VERB"), None)
    if deed is None:
        return None
    what = tree.child(deed, "dobj")
    lemma, thing = deed.lemma.lower(), what.lemma.lower() if what is not None else ""
    if lemma in ("launch", "carry") and thing not in ("attack", "raid", "strike", "assault", "rocket"):
        return lemma
    return "shelling" if lemma in ("fire", "launch") and thing in SHELLS else DEEDS.get(lemma, lemma)
