"""The values that make claims of one slot comparable: who, what state, how many, where from, when."""

from __future__ import annotations

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.counting import Named, bounds, counted, counted_noun, foremost, told_above, within
from sayso.layers.clauses.phrases import Tree
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.parse import Token
from sayso.layers.values.blame import blamed
from sayso.layers.values.choosing import Chosen
from sayso.layers.values.control import control
from sayso.layers.values.roles import amount_of, lemma_of, several, who
from sayso.layers.values.settings import Setting, here, object_of, roles_of, where
from sayso.layers.values.slots import nouns
from sayso.layers.values.tolls import tolls
from sayso.types import Quantity, Values, values
from sayso.vocab import Category, Slot


def fill(chosen: Chosen, clause: Clause, tree: Tree, findings: Findings, setting: Setting) -> list[Values]:
    """The values of each claim that one word of a clause calls for, mostly one. Names are canonical; what nobody names
    stands as a lower-case lemma."""
    frame = chosen.frame
    if frame.slot is Slot.TOLL:
        return [values(**{"time": setting.time, **named}) for named in tolls(chosen, clause, tree, findings, setting)]
    by_slot = {
        Slot.CONTROL: control,
        Slot.MOVEMENT: _movement,
        Slot.RESPONSIBILITY: blamed,
        Slot.SUPPORT: _support,
        Slot.STRENGTH: _strength,
        Slot.OCCURRENCE: _occurrence,
    }
    named = by_slot[frame.slot](chosen, clause, tree, findings, setting)
    return [values(**{"time": setting.time, **named})]


#: What a price does, it does nowhere.
PRICED = frozenset({"up", "down", "traded", "earned"})
SHARES = frozenset({"share", "stock", "price", "profit", "sale", "revenue"})


#: A claim of a slot without one of these values says nothing that could be compared.
LEAST = {
    Slot.TOLL: ("effect",),
    Slot.STRENGTH: ("low", "high"),
    Slot.CONTROL: ("place", "part", "place_kind"),
    Slot.MOVEMENT: ("from", "to", "low", "high"),
    Slot.RESPONSIBILITY: ("agent",),
    Slot.SUPPORT: ("supporter", "supported"),
}


def says_enough(slot: Slot, filled: Values) -> bool:
    """Whether a claim has what its slot compares."""
    return bool(filled) and (slot not in LEAST or any(name in LEAST[slot] for name, _ in filled))


def _movement(chosen: Chosen, clause: Clause, tree: Tree, findings: Findings, setting: Setting) -> Named:
    frame, roles = chosen.frame, roles_of(chosen.frame, clause)
    if any(q.unit is not None and within(q, roles.get("party"), tree) for q in counted(clause, findings, plain=False)):
        return {}  # "72,000 litres had flowed into the river": a measure, and nobody who went
    agent, party = who(roles.get("agent"), tree, findings), who(roles.get("party"), tree, findings)
    second = roles.get("second") or clause.object
    found = counted(clause, findings) or told_above(clause, tree, findings)
    if frame.pos == "noun":
        of = object_of(clause, "of")
        party, second = who(of, tree, findings), of
        agent = None
    if not (party and party[:1].isupper()):
        # a force that is only described takes the name of whoever sent it
        better = who(second, tree, findings)
        party = next((p for p in (better, agent, party) if p and p[:1].isupper()), party or better or agent)
    moved = second if second is not None and second.pos == "NOUN" else roles.get("party")
    moved = (amount_of(moved, tree) or moved) if moved is not None else None
    described = moved.lemma.lower() if moved is not None and moved.pos == "NOUN" else None
    named: Named = {"party": party, "agent": agent, "sense": frame.sense, "of": described}
    named |= bounds(next((q for q in found), None))
    route = setting.route
    source = route.source or (route.at if frame.sense in ("fled", "withdrew") else ())
    goal = route.goal or (route.at if not source or route.at != source else ())
    return named | where(source, "from") | where(goal, "to")


def _support(chosen: Chosen, clause: Clause, tree: Tree, findings: Findings, setting: Setting) -> Named:
    frame, roles = chosen.frame, roles_of(chosen.frame, clause)
    given = ("support", "backing", "aid", "assistance", "weapon", "fund", "funding", "help", "consent", "blessing")
    supporter = several(roles.get("supporter"), tree, findings)
    supported = roles.get("supported")
    if supported is not None and supported.lemma.lower() in given:
        supported = object_of(clause, "to", "for", "of")
    if frame.pos == "noun":
        ahead = next((p.word for p in clause.prepositions if chosen.word in p.objects), "with")
        behind = object_of(clause, "of", "from", "by", "for")
        subject = several(clause.subject or clause.object if clause.passive else clause.subject, tree, findings)
        if ahead in ("with", "under"):  # "with the consent of X": X gives it
            supporter, receiving = several(behind, tree, findings), subject
        else:  # "through funding of X": X gets it
            supporter, receiving = subject, several(behind, tree, findings)
        return {
            "sense": frame.sense,
            "supporter": supporter,
            "supported": next(iter(receiving), None),
            **here(setting),
        }
    if "supporter" not in roles:
        supporter = several(object_of(clause, "of", "from", "by"), tree, findings)
    named: Named = {"sense": frame.sense, "supporter": supporter, "supported": who(supported, tree, findings)}
    return named | here(setting)


#: What stands for a number that was told before.
TOLD = frozenset({"it", "that", "this"})
#: Those of whom a count says who they were, not how many there are.
HARMED = frozenset("dead wounded injured victim casualty fatality missing survivor hostage captive detainee".split())


def _strength(chosen: Chosen, clause: Clause, tree: Tree, findings: Findings, setting: Setting) -> Named:
    found = counted(clause, findings)
    sorts = nouns("armed", "people")
    if clause.head.lemma.lower() == "be" and clause.subject is not None and clause.subject.text.lower() in TOLD:
        return {}  # "it is 900 people": of what was told before
    if any(t.lemma.lower() == "among" for t in clause.own):
        return {}  # "two of them were among the dead"
    counted_of = (amount_of(clause.subject, tree) or clause.subject) if clause.subject is not None else None
    if counted_of is not None and {counted_of.lemma.lower(), counted_of.text.lower()} & HARMED:
        return {}  # "three of the dead were foreign fighters": who they were
    fought = chosen.frame.subject == chosen.frame.object  # "attacked several settlements": who attacks is counted
    for noun in (clause.subject, clause.object, *(t for t in clause.own if lemma_of(t).lower() in sorts)):
        quantity = next((q for q in found if within(q, noun, tree)), None)
        armed = noun is not None and lemma_of(noun).lower() in sorts
        acting = bool(chosen.frame.word) and (noun is not clause.object or not fought)
        if noun is not None and quantity is not None and (armed or acting or clause.passive):
            phrase = {t.index for top in (noun, amount_of(noun, tree)) if top is not None for t in tree.phrase(top)}
            near = [t for t in clause.own if t.start >= quantity.span.end and t.index in phrase]
            after = (t for t in near if lemma_of(t).lower() in sorts)
            sort = next(after, noun)
            of = "people" if sort.pos == "NUM" else lemma_of(sort).lower()  # "no more than 9,000 took part"
            named: Named = {"party": who(noun, tree, findings), "of": of}
            return named | bounds(quantity) | here(setting)
    if fought and found and within(found[0], clause.object, tree):
        return {}
    if chosen.frame.word and found:  # "the number on strike at fewer than 1,200"
        elsewhere = [p for p in clause.prepositions if any(within(found[0], t, tree) for t in p.objects)]
        if elsewhere and clause.head.lemma.lower() == "be" and found[0].of is not None:
            return {}  # "our people are at three companies"
        person = next((t for t in clause.own if lemma_of(t).lower() in sorts), None)
        what = person or _thing(found[0], clause)
        of = lemma_of(what).lower() if what is not None else "people"
        return {"party": None, "of": of} | bounds(found[0]) | here(setting)
    return {}


def _thing(quantity: Quantity, clause: Clause) -> Token | None:
    """The noun that a count counts, whatever it is: "nine ships"."""
    span = quantity.of_span
    inside = [t for t in clause.own if span is not None and span.start <= t.start and t.end <= span.end]
    return next((t for t in reversed(inside) if t.pos == "NOUN"), None)


def _occurrence(chosen: Chosen, clause: Clause, tree: Tree, findings: Findings, setting: Setting) -> Named:
    roles = roles_of(chosen.frame, clause)
    target = roles.get("target") or roles.get("second")
    if chosen.frame.pos == "noun" and target in (None, chosen.word) and chosen.frame.sense not in PRICED:
        target = tree.behind(chosen.word, "of")  # "the closure of the market"
    measured = foremost(clause, findings)
    if measured is not None and measured.unit is None and _makes_up(measured, clause, tree):
        measured = None  # "a panel of three acquitted him"
    counted_thing = counted_noun(measured, clause, None, tree) if measured is not None else None
    thing = who(roles.get("thing"), tree, findings)
    named: Named = {
        "event": chosen.frame.sense,
        "agent": who(roles.get("agent"), tree, findings),
        "thing": thing,
        "target": who(target, tree, findings),
        "with": who(object_of(clause, "with"), tree, findings) if chosen.frame.sense in ("meeting", "deal") else None,
    }
    if target is not None and target.index == chosen.word.index:
        named.pop("target")
    noun = roles.get("thing")
    if chosen.frame.sense in PRICED and noun is not None:
        if noun.lemma.lower() in SHARES and not (thing and thing[:1].isupper()):
            after = (n for p in clause.prepositions if p.word in ("in", "of") for n in p.objects[:1])
            whose = next((n for n in after if n.entity not in ("DATE", "TIME")), None)  # not "in May"
            owned = noun.lemma.lower() in ("share", "stock")
            if owned or whose is None or not findings.is_place(whose):
                named["thing"] = who(whose, tree, findings) or thing  # "shares in X", not "prices in Y"
        return named | bounds(measured)
    if measured is not None and measured.unit is None and counted_thing is not None and counted_thing.pos == "NOUN":
        named["of"] = counted_thing.lemma.lower()
    return named | bounds(measured) | here(setting)


#: What stands before the place where something happens.
WHERE = frozenset({"in", "at", "near", "outside", "around", "across", "inside", "off"})


def _makes_up(quantity: Quantity, clause: Clause, tree: Tree) -> bool:
    """Whether a count only says of how many the body consists that does something to somebody."""
    noun = clause.subject
    if noun is None or clause.object is None or clause.object is noun or not within(quantity, noun, tree):
        return False
    return noun.pos == "NOUN" and noun.end <= quantity.span.start and noun.lemma.lower() not in nouns("amount")


def participants(clause: Clause, tree: Tree, findings: Findings) -> tuple[str, ...]:
    """Everybody named among a clause's own words, sorted."""
    scene = {n.index for p in clause.prepositions if p.word in WHERE for n in p.objects}  # takes no part
    held = ((t, findings.mention_of(t)) for t in clause.own)
    names = {
        who(t, tree, findings)
        for t, m in held
        if m is not None and not (t.index in scene and m.category is Category.LOCATION)
    }
    for token in (clause.subject, clause.object):
        names.add(who(token, tree, findings))
    return tuple(sorted(n for n in names if n and n[:1].isupper()))


def scenery(clause: Clause, tree: Tree, findings: Findings) -> tuple[str, ...]:
    """Places that a clause only names after a preposition, sorted: they take part in nothing."""
    names = set()
    for token in clause.own:
        if token.dep == "pobj" and findings.is_place(token):
            names.add(who(token, tree, findings))
    return tuple(sorted(n for n in names if n))
