"""Who has a place, or lost it, told by a verb or a noun of taking and holding: the values of claims of control."""

from __future__ import annotations

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.counting import Named
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.scene import NamedPlace
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.parse import Token
from sayso.layers.values.choosing import Chosen
from sayso.layers.values.conditions import retaken
from sayso.layers.values.roles import who
from sayso.layers.values.routes import part_of
from sayso.layers.values.settings import Setting, object_of, roles_of, where
from sayso.layers.values.slots import nouns

#: Who speaks of herself, or of others; whoever says it is known where claims are compared.
THEMSELVES = frozenset({"they", "we", "it"})
#: What a holder is "in" of what she holds.
RULE = frozenset({"control", "possession", "command", "charge"})
#: Verbs of losing a place by one's own choice.
LEAVING = frozenset({"give", "quit", "leave", "abandon", "relinquish", "vacate", "evacuate", "cede", "surrender"})
#: How whoever has a grip hangs from the word for it.
WHOSE = ("compound", "amod", "poss")


def control(chosen: Chosen, clause: Clause, tree: Tree, findings: Findings, setting: Setting) -> Named:
    """Who holds, took or lost which place, or part of one; nothing where it is nobody who entered it."""
    frame, roles = chosen.frame, roles_of(chosen.frame, clause)
    places = setting.route.at or setting.route.goal or setting.route.source or setting.inherited
    if not places and retaken(clause) and clause.object is not None:
        places = (NamedPlace(" ".join(t.text for t in tree.phrase(clause.object) if t.pos == "PROPN"), "", ""),)
    under = next((p.objects[0] for p in clause.prepositions if p.word == "under" and p.objects[0].lemma in UNDER), None)
    held = frame.subject == "place" or under is not None
    named: Named = {"state": frame.sense, **where((setting.route.acting or places) if held else places)}
    if under is not None:  # "the town is under the control of X"
        whose = object_of(clause, "of", "by")
        holder = who(whose, tree, findings) or who(tree.child(under, *WHOSE), tree, findings)
    elif frame.subject == "place":
        holder = _holder(clause, tree, findings, _names(named))
    else:  # "X drove Y out of Z": Y lost it
        holder = who(clause.object if frame.subject == "agent" else roles.get("holder"), tree, findings)
    holder = holder or who(object_of(clause, "by"), tree, findings)
    if frame.subject == "agent":
        named["agent"] = who(clause.subject, tree, findings)
    if frame.sense == "repelled" and "attack" in roles:
        named["against"] = who(object_of(clause, "by"), tree, findings)
    elif frame.sense == "lost":
        named["to"] = who(object_of(clause, "to"), tree, findings)
    part = part_of(clause.subject if held else clause.object, clause, tree) if frame.sense != "repelled" else None
    named |= _unnamed(clause, tree, part) if not named["place"] else {}
    if frame.sense == "entered" and holder is not None and not _somebody(holder) and holder not in _names(named):
        return {}  # "a chemical poured into the river"
    left = frame.sense == "lost" and frame.subject == "holder" and frame.word in LEAVING and not clause.passive
    # no place holds itself
    return named | {"holder": None if holder in _names(named) else holder, "part": part, "left": left or None}


#: What a place is under that somebody holds.
UNDER = frozenset({"control", "siege"})


def _holder(clause: Clause, tree: Tree, findings: Findings, places: tuple[str, ...]) -> str | None:
    """Who has the place that a clause is about: "fell to X", "is in the hands of X", "in rebel hands"; "X is in control
    of Tarven"."""
    grips = [t for p in clause.prepositions for t in p.objects]
    hands = next((t for t in grips if t.text.lower() == "hands"), None)
    handed = any(t.lemma.lower() in ("hand", "hands", "control") for t in grips)
    after = [p.objects[0] for p in clause.prepositions if p.word in (("of",) if handed else ("to", "into", "under"))]
    holder = who(after[-1], tree, findings) if after else None
    if holder is None and hands is not None:
        holder = who(tree.child(hands, *WHOSE), tree, findings)
    ground = tree.behind(next((t for t in grips if t.lemma.lower() in RULE), None), "of")
    if ground is not None and (holder is None or holder in places or _is_ground(ground, places, findings)):
        spoken = clause.subject is not None and clause.subject.text.lower() in THEMSELVES  # each who says so
        holder = None if spoken else who(clause.subject, tree, findings)
    ours = handed and any(t.text.lower() in ("our", "my") for t in clause.own)
    return holder or (tree.speaker if ours else None)


def _unnamed(clause: Clause, tree: Tree, part: str | None) -> Named:
    """The place of a clause that names none: for "it", or for a part of one, that which the text is about; else the
    kind of a settlement whose name its story may tell."""
    named: Named = {}
    ends = [t for t in (clause.object, clause.subject) if t is not None]
    taken_up = part or any(t.text.lower() == "it" for t in ends)
    main = tree.scene.main() if taken_up and tree.scene is not None else None
    if main is not None:  # "the bridge" of the town that the text is about
        return where((main,)) | {"place_inherited": True}
    if tree.scene is not None and not part:
        named["place_kind"] = tree.scene.unnamed(ends, tree.tokens)
    return named


def _names(named: Named) -> tuple[str, ...]:
    """The names of the places of a claim."""
    places = named.get("place")
    return tuple(str(place) for place in places) if isinstance(places, tuple) else ()


def _is_ground(noun: Token, places: tuple[str, ...], findings: Findings) -> bool:
    """Whether a noun is a place: a word for one, its name, or the last word of a place that the clause is set in."""
    among = any(noun.text in place.split() for place in places)
    return among or findings.is_place(noun) or noun.lemma.lower() in nouns("place")


def _somebody(holder: str) -> bool:
    """Whether a holder has a name, or a description of people."""
    last = holder.split(" ")[-1]
    forms = {last.lower(), last.lower().removesuffix("s")}
    return any(c.isupper() for c in holder) or not forms.isdisjoint(nouns("armed", "people", "vehicle"))
