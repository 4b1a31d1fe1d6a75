"""The values that make claims of one slot comparable: who, what state, how many, where from, when."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from sayso.layers.clauses import Clause, Tree
from sayso.layers.findings import Findings
from sayso.layers.parse import Token
from sayso.layers.roles import Place, Route, amount_of, lemma_of, part_of, several, who
from sayso.layers.slots import Chosen, Frame, nouns
from sayso.types import Quantity, Value, Values, values
from sayso.vocab import Slot


class Setting(NamedTuple):
    """Where and when a clause is set, its own or what it takes over from the clause it hangs from."""

    route: Route
    inherited: tuple[Place, ...]  # places of the clauses above, where it has none of its own
    time: str | None


Named = dict[str, Value]


def fill(chosen: Chosen, clause: Clause, tree: Tree, findings: Findings, setting: Setting) -> Values:
    """The values of one claim. Names are canonical; what nobody names stands as a lower-case lemma."""
    frame = chosen.frame
    by_slot = {
        Slot.TOLL: _toll,
        Slot.CONTROL: _control,
        Slot.MOVEMENT: _movement,
        Slot.RESPONSIBILITY: _responsibility,
        Slot.SUPPORT: _support,
        Slot.STRENGTH: _strength,
        Slot.OCCURRENCE: _occurrence,
    }
    named = by_slot[frame.slot](chosen, clause, tree, findings, setting)
    return values(**{"time": setting.time, **named})


#: A claim of a slot without one of these values says nothing that could be compared.
LEAST = {
    Slot.STRENGTH: ("low", "high"),
    Slot.CONTROL: ("place", "part"),
    Slot.MOVEMENT: ("from", "to", "besides", "low", "high"),
    Slot.RESPONSIBILITY: ("agent",),
    Slot.SUPPORT: ("supporter", "supported"),
}


def says_enough(slot: Slot, filled: Values) -> bool:
    """Whether a claim has what its slot compares."""
    return slot not in LEAST or any(name in LEAST[slot] for name, _ in filled)


def _roles(frame: Frame, clause: Clause, tree: Tree, findings: Findings) -> dict[str, Token]:
    """The nouns of a clause by the role that the frame gives to its subject and object."""
    out: dict[str, Token] = {}
    if frame.subject and clause.subject is not None:
        out[frame.subject] = clause.subject
    if frame.object and clause.object is not None and frame.object not in out:
        out[frame.object] = clause.object
    if frame.object == frame.subject and clause.object is not None:
        out["second"] = clause.object
    return out


def _object_of(clause: Clause, *words: str) -> Token | None:
    """The noun after one of these prepositions."""
    return next((p.objects[0] for w in words for p in clause.prepositions if p.word == w), None)


def where(places: tuple[Place, ...], name: str = "place") -> Named:
    """The three parallel values of some places."""
    return {
        name: tuple(p.name for p in places),
        f"{name}_id": tuple(p.id for p in places) if any(p.id for p in places) else (),
        f"{name}_country": tuple(sorted({p.country for p in places if p.country})),
    }


def _here(setting: Setting) -> Named:
    own = setting.route.at or setting.route.goal
    return where(own) if own else where(setting.inherited) | {"place_inherited": bool(setting.inherited) or None}


def counted(clause: Clause, findings: Findings, plain: bool = True) -> list[Quantity]:
    """Plain counts among a clause's own words and in the noun that it describes; with ``plain`` false also measures."""
    ours = [(t.start, t.end) for t in clause.own]
    start = clause.start
    if clause.lead is not None:
        ours.append(clause.lead)
        start = clause.lead[0]
    return [
        q
        for q in findings.quantities.inside(start, clause.end)
        if (q.unit is None or not plain) and any(s < q.span.end and q.span.start < e for s, e in ours)
    ]


def bounds(quantity: Quantity | None) -> Named:
    if quantity is None:
        return {}
    return {"low": _whole(quantity.low), "high": _whole(quantity.high), "unit": quantity.unit}


def _whole(number: float | None) -> float | int | None:
    return int(number) if number is not None and number == int(number) else number


def _within(quantity: Quantity, noun: Token | None, tree: Tree) -> bool:
    """Whether a quantity stands in the phrase of a noun."""
    if noun is None:
        return False
    return any(t.start < quantity.span.end and quantity.span.start < t.end for t in tree.phrase(noun))


def _counted_noun(quantity: Quantity, clause: Clause, noun: Token | None, tree: Tree) -> Token | None:
    """The noun that a quantity counts: the one it was given, that of its phrase, or the next one."""
    if _within(quantity, noun, tree):
        return noun
    of = quantity.of_span
    after = list(itertools.takewhile(_modifies_or_names, (t for t in clause.own if t.start >= quantity.span.end)))
    after = [t for t in after if t.pos in ("NOUN", "PROPN") and t.dep != "compound"]
    if of is not None:
        inside = [t for t in clause.own if of.start <= t.start and t.end <= of.end and t.pos in ("NOUN", "PROPN")]
        if inside:
            return next((t for t in reversed(inside)), None)
    return after[0] if after else None


def _modifies_or_names(token: Token) -> bool:
    """Whether a word may still belong to the noun phrase that a count opens."""
    return token.pos in ("ADJ", "NOUN", "PROPN", "NUM", "DET", "PUNCT") and token.entity not in ("DATE", "TIME")


def _toll(chosen: Chosen, clause: Clause, tree: Tree, findings: Findings, setting: Setting) -> Named:
    frame, roles = chosen.frame, _roles(chosen.frame, clause, tree, findings)
    victim = roles.get("victim")
    quantity = _toll_quantity(chosen, clause, tree, victim, counted(clause, findings))
    noun = _counted_noun(quantity, clause, victim, tree) if quantity is not None else victim
    if noun is not None and noun.index == chosen.word.index and chosen.word.pos != "NOUN":
        noun = None
    group = who(noun, tree, findings)
    named: Named = {"effect": frame.sense, "agent": who(roles.get("agent"), tree, findings), **_here(setting)}
    if noun is not None and noun.pos == "NOUN" and noun.lemma.lower() not in ("toll", "number", "death", "casualty"):
        named["of"] = noun.lemma.lower()
    if group and group[:1].isupper():
        named["victims"] = group
    named |= bounds(quantity)
    changes = {t.lemma.lower() for t in clause.own if t.pos == "VERB"}
    named["change"] = "up" if changes & RISEN else "down" if changes & REVISED else None
    if quantity is None and group and noun is not None and noun.tag in ("NN", "NNP") and group[:1].isupper():
        named |= {"low": 1, "high": 1} if noun.pos == "NOUN" or tree.phrase(noun)[0].tag.startswith("NNP") else {}
    if quantity is None and noun is not None and noun.tag == "NN":
        first = tree.phrase(noun)[0]
        if first.lemma.lower() in ("a", "an", "one"):
            named |= {"low": 1, "high": 1}
    cause = _cause(clause, tree, roles.get("agent"))
    return named | ({"cause": cause} if cause else {})


def _toll_quantity(
    chosen: Chosen, clause: Clause, tree: Tree, victim: Token | None, found: list[Quantity]
) -> Quantity | None:
    """The count that goes with one word of harm: in its victims' phrase, else the nearest one before it, else after."""
    word = chosen.word
    inside = [q for q in found if _within(q, victim, tree)]
    if inside and word.index == clause.head.index:
        return inside[0]
    if word.index == clause.head.index and word.pos == "VERB" and not clause.passive:
        after = [q for q in found if q.span.start >= word.end]
        return after[0] if after else None
    before = [q for q in found if q.span.end <= word.start]
    counting = clause.subject is not None and clause.subject.lemma.lower() in COUNTING
    if (word.pos in ("ADJ", "VERB") and not counting) or (before and word.start - before[-1].span.end < 30):
        return before[-1] if before else (found[0] if found else None)
    after = [q for q in found if q.span.start >= word.end]
    # "the toll rose from 12 to 15": the later of the two
    risen = [q for q in after if _after_to(q, clause)]
    return next(iter(risen or after or before), None)


#: Verbs of a count that overtakes an earlier one.
RISEN = frozenset({"rise", "climb", "grow", "increase", "jump"})
REVISED = frozenset({"lower", "revise", "drop", "fall"})
#: "The number of people killed has risen to 15": the count stands at the end.
COUNTING = frozenset({"number", "count", "tally", "toll", "figure", "total"})


def _after_to(quantity: Quantity, clause: Clause) -> bool:
    before = [t for t in clause.own if t.end <= quantity.span.start]
    return bool(before) and before[-1].lemma.lower() in ("to", "at")


#: Words for what harmed people, by the kind of happening: two tolls of different kinds are of different happenings.
CAUSES = {
    "blast": "explosion", "explosion": "explosion", "bomb": "explosion", "bombing": "explosion",
    "airstrike": "airstrike", "strike": "airstrike", "bombardment": "airstrike", "shelling": "shelling",
    "shooting": "shooting", "gunman": "shooting", "attack": "attack", "assault": "attack", "ambush": "attack",
    "clash": "fighting", "fighting": "fighting", "battle": "fighting",
    "crash": "crash", "collision": "crash", "derailment": "crash", "accident": "crash", "sinking": "crash",
    "fire": "fire", "blaze": "fire", "wildfire": "fire", "earthquake": "quake", "quake": "quake", "tremor": "quake",
    "flood": "flood", "flooding": "flood", "storm": "storm", "hurricane": "storm", "typhoon": "storm",
    "cyclone": "storm", "tornado": "storm", "outbreak": "disease", "virus": "disease", "epidemic": "disease",
    "disease": "disease", "collapse": "collapse", "landslide": "collapse", "avalanche": "collapse",
    "stabbing": "stabbing",
}  # fmt: skip


def _cause(clause: Clause, tree: Tree, agent: Token | None) -> str | None:
    """What kind of happening did the harm: the doing noun, or one among the clause's own words."""
    if agent is not None and agent.lemma.lower() in CAUSES:
        return CAUSES[agent.lemma.lower()]
    nouns_here = [t for t in clause.own if t.pos in ("NOUN", "PROPN") and t.lemma.lower() in CAUSES]
    return CAUSES[nouns_here[-1].lemma.lower()] if nouns_here else None


def _control(chosen: Chosen, clause: Clause, tree: Tree, findings: Findings, setting: Setting) -> Named:
    frame = chosen.frame
    roles = _roles(frame, clause, tree, findings)
    holder = who(roles.get("holder"), tree, findings)
    places = setting.route.at or setting.route.goal or setting.route.source or setting.inherited
    named: Named = {"state": frame.sense, **where(places)}
    if frame.subject == "place":
        named |= where(setting.route.acting or places)
        holder = who(_object_of(clause, "to", "into", "under"), tree, findings)
        if holder in ("hand", "control"):
            holder = who(_object_of(clause, "of"), tree, findings)
    under = next(
        (p for p in clause.prepositions if p.word == "under" and p.objects[0].lemma in ("control", "siege")), None
    )
    if under is not None:  # "the town is under the control of X"
        holder = who(_object_of(clause, "of", "by"), tree, findings)
        named |= where(setting.route.acting or places)
    if frame.subject == "agent":  # "X drove Y out of Z": Y lost it
        holder = who(clause.object, tree, findings)
        named["agent"] = who(clause.subject, tree, findings)
    if not holder:
        holder = who(_object_of(clause, "by"), tree, findings)
    if frame.sense == "repelled":
        attack = roles.get("attack")
        named["against"] = who(_object_of(clause, "by"), tree, findings) if attack is not None else None
    elif frame.sense == "lost":
        named["to"] = who(_object_of(clause, "to"), tree, findings)
    part = part_of(clause.object, clause, tree) if frame.sense != "repelled" else None
    return named | {"holder": holder, "part": part}


def _movement(chosen: Chosen, clause: Clause, tree: Tree, findings: Findings, setting: Setting) -> Named:
    frame, roles = chosen.frame, _roles(chosen.frame, clause, tree, findings)
    agent, party = who(roles.get("agent"), tree, findings), who(roles.get("party"), tree, findings)
    second = roles.get("second") or clause.object
    found = counted(clause, findings)
    if frame.pos == "noun":
        of = _object_of(clause, "of")
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
    named |= where(source, "from") | where(goal, "to")
    return named | {"besides": tuple(p.name for p in route.besides)}


def _responsibility(chosen: Chosen, clause: Clause, tree: Tree, findings: Findings, setting: Setting) -> Named:
    frame, roles = chosen.frame, _roles(chosen.frame, clause, tree, findings)
    act = roles.get("act") or roles.get("effect")
    if (
        frame.sense in ("claimed", "denied", "blamed")
        or act is None
        or act.lemma in ("responsibility", "blame", "role")
    ):
        act = _object_of(clause, "for", "of", "behind", "on", "in") or act
    agent = roles.get("agent") or (_object_of(clause, "on") if frame.sense == "blamed" else None)
    if frame.sense == "did" and act is None:
        act = _object_of(clause, "behind", "for")
    named: Named = {
        "sense": frame.sense,
        "agent": who(agent or roles.get("cause"), tree, findings),
        "accuser": who(roles.get("accuser"), tree, findings),
        "act": act.lemma.lower() if act is not None else None,
    }
    return named | _here(setting)


def _support(chosen: Chosen, clause: Clause, tree: Tree, findings: Findings, setting: Setting) -> Named:
    frame, roles = chosen.frame, _roles(chosen.frame, clause, tree, findings)
    given = ("support", "backing", "aid", "assistance", "weapon", "fund", "funding", "help", "consent", "blessing")
    supporter = several(roles.get("supporter"), tree, findings)
    supported = roles.get("supported")
    if supported is not None and supported.lemma.lower() in given:
        supported = _object_of(clause, "to", "for", "of")
    if frame.pos == "noun":
        ahead = next((p.word for p in clause.prepositions if chosen.word in p.objects), "with")
        behind = _object_of(clause, "of", "from", "by", "for")
        subject = several(clause.subject or clause.object if clause.passive else clause.subject, tree, findings)
        if ahead in ("with", "under"):  # "with the consent of X": X gives it
            supporter, receiving = several(behind, tree, findings), subject
        else:  # "through funding of X": X gets it
            supporter, receiving = subject, several(behind, tree, findings)
        return {
            "sense": frame.sense,
            "supporter": supporter,
            "supported": next(iter(receiving), None),
            **_here(setting),
        }
    if "supporter" not in roles:
        supporter = several(_object_of(clause, "of", "from", "by"), tree, findings)
    named: Named = {"sense": frame.sense, "supporter": supporter, "supported": who(supported, tree, findings)}
    return named | _here(setting)


def _strength(chosen: Chosen, clause: Clause, tree: Tree, findings: Findings, setting: Setting) -> Named:
    found = counted(clause, findings)
    sorts = nouns("armed") | nouns("people")
    for noun in (clause.subject, clause.object, *(t for t in clause.own if lemma_of(t).lower() in sorts)):
        quantity = next((q for q in found if _within(q, noun, tree)), None)
        if noun is not None and quantity is not None:
            after = (t for t in clause.own if t.start >= quantity.span.end and lemma_of(t).lower() in sorts)
            named: Named = {"party": who(noun, tree, findings), "of": lemma_of(next(after, noun)).lower()}
            return named | bounds(quantity) | _here(setting)
    return {}


def _occurrence(chosen: Chosen, clause: Clause, tree: Tree, findings: Findings, setting: Setting) -> Named:
    roles = _roles(chosen.frame, clause, tree, findings)
    target = roles.get("target") or roles.get("second")
    found = counted(clause, findings, plain=False)
    measured = [q for q in found if q.unit is not None] or found
    thing = who(roles.get("thing"), tree, findings)
    named: Named = {
        "event": chosen.frame.sense,
        "agent": who(roles.get("agent"), tree, findings),
        "thing": thing,
        "target": who(target, tree, findings),
        "with": who(_object_of(clause, "with"), tree, findings) if chosen.frame.sense in ("meeting", "deal") else None,
    }
    if target is not None and target.index == chosen.word.index:
        named.pop("target")
    return named | bounds(next(iter(measured), None)) | _here(setting)


def participants(clause: Clause, tree: Tree, findings: Findings) -> tuple[str, ...]:
    """Everybody named among a clause's own words, sorted."""
    names = {who(t, tree, findings) for t in clause.own if findings.mention_of(t) is not None}
    for token in (clause.subject, clause.object):
        names.add(who(token, tree, findings))
    return tuple(sorted(n for n in names if n and n[:1].isupper()))
