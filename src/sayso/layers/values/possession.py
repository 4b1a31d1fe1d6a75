"""Who has a place, told by no verb of taking or holding: "in rebel hands", "it is ours", whose flag flies there."""

from __future__ import annotations

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.scene import SETTLEMENTS, NamedPlace, place_of
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.parse import Token
from sayso.layers.values.roles import who
from sayso.layers.values.routes import part_of
from sayso.layers.values.settings import Setting, where
from sayso.layers.values.slots import nouns
from sayso.types import Values, values
from sayso.vocab import Slot

MASTERS = frozenset({"master", "lord", "ruler"})
#: What somebody holds a place with, and what a preposition before it says of the place.
GRIPS = frozenset({"hand", "hands", "grasp", "grip", "clutch", "clutches", "possession", "rule", "control", "hold"})
STATES = {"in": "holds", "under": "holds", "within": "holds", "into": "took", "from": "lost", "out": "lost"}
#: How a word that says whose something is hangs from it, where no "of" does.
WHOSE = ("compound", "amod", "poss", "nmod")
#: What a flag does where its owner rules.
FLYING = frozenset({"fly", "hang", "flutter", "wave", "flap", "be"})
#: What has no name, and is taken up by a pronoun.
IT = frozenset({"it", "this", "that"})


def possession(clause: Clause, tree: Tree, findings: Findings, setting: Setting) -> tuple[Slot, Values, str] | None:
    """Slot, values and reason of a clause that says whose a place is; None where it says nothing of the kind, or of no
    place."""
    said = _in_hands(clause, tree, findings) or _ours(clause, tree) or _masters(clause, tree, findings)
    told = said or _flag(clause, tree, findings)
    if told is None:
        return None
    holder, what, state = told
    places = setting.route.at or setting.route.acting or setting.route.goal
    named = where(tuple(p for p in places if p.name != holder))
    if not named["place"] and what is not None and what.pos == "PROPN":
        named = where((NamedPlace(" ".join(t.text for t in tree.phrase(what) if t.pos == "PROPN"), "", ""),))
    part = part_of(what, clause, tree)  # "the bridge is ours": of the town, that is all
    if not named["place"]:
        of_main = said is not None and part is not None  # "masters of the old quarter"; a flag may fly anywhere
        main = _just_named(what, tree, findings) or _meant(what, tree)
        if main is None and of_main and tree.scene is not None:
            main = tree.scene.main()
        if main is None and not of_main:
            return None
        named = named if main is None else where((main,)) | {"place_inherited": True}
    told_of = values(state=state, holder=holder, part=part, time=setting.time, **named)
    return Slot.CONTROL, told_of, "whose a place is said to be"


def _meant(what: Token | None, tree: Tree) -> NamedPlace | None:
    """The one settlement of the text for a pronoun, or for a noun that stands for a place."""
    if what is None or tree.scene is None:
        return None
    stands_for = what.text.lower() in IT or what.lemma.lower() in nouns("place", "locator")
    return (tree.scene.meant(what, tree.tokens) or tree.scene.main()) if stands_for else None


def _just_named(what: Token | None, tree: Tree, findings: Findings) -> NamedPlace | None:
    """The one place that the sentence names before an "it": "those who reached Tarven found it in rebel hands"."""
    if what is None or what.text.lower() not in IT:
        return None
    named = {place_of(t) for t in findings.toponyms.inside(tree.sentence.start, what.start)}
    return named.pop() if len(named) == 1 else None


def _in_hands(clause: Clause, tree: Tree, findings: Findings) -> tuple[str, Token | None, str] | None:
    what = clause.object if clause.object is not None else clause.subject
    for preposition in clause.prepositions:
        grip = next((t for t in preposition.objects if t.lemma.lower() in GRIPS), None)
        state = STATES.get(preposition.word)
        if state is None or grip is None or grip.text.lower() == "hand" or not _stands(what, findings):
            continue
        whose = tree.behind(grip, "of") or tree.child(grip, *WHOSE)
        holder = who(whose, tree, findings)
        if holder is not None and not _place(whose, findings):
            return holder, what, state
    return None


def _stands(what: Token | None, findings: Findings) -> bool:
    """Whether a noun may be a place, and not somebody in a place: "the hostages are in rebel hands"."""
    if what is None or what.text.lower() in IT or _place(what, findings):
        return what is not None
    lemma = what.lemma.lower()
    return lemma in nouns("place", "part", "locator") or what.pos == "PROPN"


def _flag(clause: Clause, tree: Tree, findings: Findings) -> tuple[str, Token | None, str] | None:
    """ "The Column's flag flies over Tarven again": over what, and whose it is."""
    flag = clause.subject
    if (
        flag is None
        or flag.lemma.lower() not in ("flag", "banner", "colours")
        or clause.head.lemma.lower() not in FLYING
    ):
        return None
    whose = tree.behind(flag, "of") or tree.child(flag, *WHOSE)
    over = next((p.objects[0] for p in clause.prepositions if p.word in ("over", "above", "from", "on", "in")), None)
    holder = who(whose, tree, findings)
    return (holder, over, "holds") if holder is not None and over is not None else None


def _ours(clause: Clause, tree: Tree) -> tuple[str, Token | None, str] | None:
    if clause.head.lemma.lower() not in ("be", "remain", "stay") or tree.speaker is None:
        return None
    ours = next((t for t in clause.own if t.text.lower() in ("ours", "mine") and t.dep in ("attr", "acomp")), None)
    return (tree.speaker, clause.subject, "holds") if ours is not None else None


def _masters(clause: Clause, tree: Tree, findings: Findings) -> tuple[str, Token | None, str] | None:
    """ "X are masters of the town", "the town belongs to X"."""
    if clause.head.lemma.lower() == "belong":
        if not _place(clause.subject, findings) or clause.dep in ("acl", "relcl"):
            return None  # "the warehouse belonging to the charity"
        to = next((p.objects[0] for p in clause.prepositions if p.word == "to"), None)
        holder = who(to, tree, findings)
        mention = findings.mention_of(to) if to is not None else None
        armed = to is not None and (mention is not None or to.lemma.lower() in nouns("armed"))
        return (holder, clause.subject, "holds") if holder is not None and armed else None
    noun = next((t for t in clause.own if t.dep == "attr" and t.lemma.lower() in MASTERS), None)
    what = tree.behind(noun, "of")
    holder = who(clause.subject, tree, findings)
    return (holder, what, "holds") if what is not None and holder is not None else None


def _place(noun: Token | None, findings: Findings) -> bool:
    """Whether a noun is a place's name, or a settlement."""
    return noun is not None and (findings.is_place(noun) or noun.lemma.lower() in SETTLEMENTS)
