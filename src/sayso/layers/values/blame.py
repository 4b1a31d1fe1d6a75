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
    act = roles.get("act") or roles.get("effect")
    if (
        frame.sense in ("claimed", "denied", "blamed")
        or act is None
        or act.lemma in ("responsibility", "blame", "role")
    ):
        after = ("for", "behind") if frame.sense == "did" else ("for", "of", "behind", "on", "in", "from")
        of_death = object_of(clause, "in") if frame.sense == "denied" and act is not None else None
        act = (of_death if "of" in _below(of_death, tree) else None) or object_of(clause, *after) or act
    agent = roles.get("agent") or (object_of(clause, "on") if frame.sense == "blamed" else None)
    accused = _accused_of(clause, tree) if frame.sense == "blamed" else None
    to_blame = frame.sense == "blamed" and clause.head.lemma == "blame" and clause.head.tag == "VB"
    if to_blame and clause.object is None and not clause.passive:
        agent, roles = clause.subject, {}  # "the club was to blame"
    forwards = any(p.word == "for" for p in clause.prepositions)  # "blamed the rebels for the attack on the port"
    onto = frame.sense == "blamed" and frame.word == "blame" and not forwards
    whom = object_of(clause, "on") if onto else None
    if whom is not None and clause.object is not None:  # "blamed the attack on the rebels"
        agent, act, accused = whom, clause.object, None
    if agent is None and frame.sense == "did":
        # "the fire came from X", "was the work of X", "the blame lies with X"
        agent = object_of(clause, "from", "with") or object_of(clause, "of", "to")
        act = clause.subject if act is clause.object else act
    if frame.sense == "cause" and frame.word in TRACING:
        agent, act = object_of(clause, "to", "on"), clause.object
    if frame.sense == "cause" and frame.pos == "noun":  # "dust was the cause of the explosion"
        agent, act = clause.subject, object_of(clause, "of", "for", "behind")
    if frame.sense == "did" and act is None:
        act = object_of(clause, "behind", "for")
    act = (amount_of(act, tree) or act) if act is not None else None  # "launched a series of airstrikes"
    act = None if act is agent else act  # "suspicion fell on the group"
    named: Named = {
        "sense": frame.sense,
        "agent": who(agent or roles.get("cause"), tree, findings),
        "accuser": who(roles.get("accuser"), tree, findings),
        "act": accused or (act.lemma.lower() if act is not None else None),
    }
    if frame.sense in ("claimed", "denied", "blamed"):  # on what day somebody spoke is not when it was done
        named["time"] = time_within(act, tree, findings)
    return named | here(setting)


def _below(noun: Token | None, tree: Tree) -> frozenset[str]:
    """The prepositions that hang from a noun: "involvement in the deaths of 12"."""
    return (
        frozenset(t.text.lower() for t in tree.kids[noun.index] if t.dep == "prep") if noun is not None else frozenset()
    )


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
