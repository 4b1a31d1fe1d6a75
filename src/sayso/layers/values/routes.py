"""Where a clause is set: the places that it names, and the role that each of them plays."""

from __future__ import annotations

from typing import NamedTuple

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.scene import POINTING, SETTLEMENTS, NamedPlace, place_of
from sayso.layers.parsing.attaching import DOING
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.parse import Token
from sayso.layers.values.roles import amount_of
from sayso.layers.values.slots import FROM, TO, frames, nouns
from sayso.types import Toponym
from sayso.vocab import Category, Level, Precision, Slot


class Route(NamedTuple):
    """The places of a clause by role."""

    at: tuple[NamedPlace, ...]
    source: tuple[NamedPlace, ...]
    goal: tuple[NamedPlace, ...]
    acting: tuple[NamedPlace, ...] = ()  # places that do something: states and towns as subjects


#: What one moves into is a place, whoever else bears its name.
ENTERING = frozenset(("into", "towards", "toward", "onto"))


def route(clause: Clause, tree: Tree, findings: Findings) -> Route:
    """Where a clause takes place, runs from and runs to."""
    roles: dict[str, list[NamedPlace]] = {"at": [], "from": [], "to": [], "acting": []}
    doing = {t.index for t in tree.conjuncts(clause.subject)} if clause.subject is not None else set()
    last: tuple[Token, str] | None = None
    for token, place in _places(clause, tree, findings):
        preposition = governing(token, tree, clause)
        word = preposition.lemma.lower() if preposition is not None else ""
        role = "from" if word in FROM else "to" if word in TO else "at"
        if role == "from" and preposition is not None and _of_happening(token, preposition, tree):
            role = "at"
        if token.index in doing:
            role = "acting"
        elif last is not None and _joined(last[0], token, clause):
            role = last[1]
        last = (token, role)
        if place not in roles[role]:
            roles[role].append(place)
    for role in ("from", "to", "at"):
        roles[role] = [p for p in roles[role] if not _holds(p, roles[role])]
    return Route(*(tuple(roles[role]) for role in ("at", "from", "to", "acting")))


def _of_happening(token: Token, preposition: Token, tree: Tree) -> bool:
    """Whether a place behind "from" is where something happened: "the toll from the Tarven attack", "not far from
    Tarven"."""
    tokens = tree.tokens
    close = [t.text.lower() for t in tokens[max(0, preposition.index - 2) : preposition.index]] == ["not", "far"]
    return close or (token.dep == "compound" and tokens[token.head].lemma.lower() in DOING)


def _joined(before: Token, token: Token, clause: Clause) -> bool:
    """Whether a place is coordinated with the one before it: only links, and its own name, between."""
    between = [t for t in clause.own if before.index < t.index < token.index]
    links = [t for t in between if t.pos != "PROPN" and t.dep not in ("compound", "punct")]
    linked = bool(between) and between[0].text.lower() in (",", "and", "or", "&")
    return linked and all(t.pos == "CCONJ" for t in links)


def _holds(place: NamedPlace, others: list[NamedPlace]) -> bool:
    """Whether a place only says in which country another one of the list is ("Mosul, Iraq")."""
    country = place.id.startswith("country:")
    return country and any(o != place and (o.country == place.country or not o.id) for o in others)


def _places(clause: Clause, tree: Tree, findings: Findings) -> list[tuple[Token, NamedPlace]]:
    """The places among a clause's own words, each with the last word of its name; where none is named, descriptions
    that were resolved to one (``the city``)."""
    out: list[tuple[Token, NamedPlace]] = []
    before: Toponym | None = None
    tokens = list(clause.own)
    if clause.lead is not None and clause.object is not None and clause.object not in clause.own:
        tokens.insert(0, clause.object)  # "the town, which the rebels took"
    for toponym in findings.toponyms.inside(tokens[0].start, tokens[-1].end):
        token = next((t for t in reversed(tokens) if toponym.span.start <= t.start and t.end <= toponym.span.end), None)
        introduced = before is not None and _introduced(before, toponym, clause)
        before = toponym
        aside = token is None or _adjective(token, toponym) or _hyphened(token, tree) or _described(token, tree)
        if token is not None and not introduced and not aside:
            out.append((token, place_of(toponym)))
    shared = _shared_place(clause, tree, findings) if not out else None
    if shared is not None:
        out.append(shared)
    out += _introduced_places(clause, tokens, out, tree, findings)
    resolved_ends = {token.end for token, _ in out}
    for token in tokens:
        mention = findings.mention_of(token) if token.pos in ("NOUN", "PRON", "PROPN") else None
        if mention is None or mention.category is not Category.LOCATION or token.end in resolved_ends:
            continue
        if _described(token, tree) or _hyphened(token, tree) or mention.name.lower() in nouns("part", "place"):
            continue  # "Damascus Suburb" in a headline is no place called Suburb
        if out and mention.level is not Level.NAME:
            continue  # "the city" beside the name of another place: its own name is in doubt
        known = findings.place_named(mention.name)
        name = mention.name.split()
        if not known and len(name) > 1 and name[-1].lower() in nouns("part"):
            name = name[:-1]  # "the Tann bridge" is in Tann
            known = findings.place_named(" ".join(name))
        out.append((token, place_of(known) if known else NamedPlace(" ".join(name), "", "")))
    return sorted(out, key=lambda pair: pair[0].index)


def _shared_place(clause: Clause, tree: Tree, findings: Findings) -> tuple[Token, NamedPlace] | None:
    """The place that a clause says something of, where it is named in the clause before: "Tarven fell and is held by
    the army"."""
    about = clause.surface
    if clause.shared is None or about is None or about in clause.own:
        return None
    names = [about, *(t for t in tree.phrase(about) if about.lemma.lower() in SETTLEMENTS and t.pos == "PROPN")]
    for token in reversed(names):
        for toponym in findings.toponyms.over(token.start, token.end):
            if toponym.span.start <= token.start and token.end <= toponym.span.end:
                return token, place_of(toponym)
    return None


def _described(token: Token, tree: Tree) -> bool:
    """Whether a word stands in what only describes a name before it: "Tarven, a town on the road to Pelm"."""
    at, steps = token, 0
    while at.head != at.index and steps < 40:
        steps += 1
        up = tree.tokens[at.head]
        if at.dep == "appos" and at is not token and up.pos == "PROPN":
            return True
        at = up
    return False


def _introduced_places(
    clause: Clause, tokens: list[Token], known: list[tuple[Token, NamedPlace]], tree: Tree, findings: Findings
) -> list[tuple[Token, NamedPlace]]:
    """Names that the text elsewhere says are those of places, and, where no place is named, ``the town`` for the one
    that it calls a town."""
    scene = tree.scene
    if scene is None:
        return []
    ends = {token.end for token, _ in known}
    word = clause.head.lemma.lower()
    calls = {f.slot for pos in ("verb", "noun") for f in frames().get((word, pos), ())}
    moving = Slot.MOVEMENT in calls
    held = _held(clause) if calls & {Slot.CONTROL, Slot.MOVEMENT} else None
    out: list[tuple[Token, NamedPlace]] = []
    for token in tokens:
        common = token.tag == "NNS" or (token.tag == "NNPS" and token.index == 0)  # "Prices fell"
        fallen = held is not None and token.index == held.index and token.text[:1].isupper() and not common
        fallen = fallen and token.pos != "PRON"
        if (token.pos == "PROPN" or fallen) and token.end not in ends and token.dep != "compound":
            name = " ".join(t.text for t in tree.phrase(token) if t.text[:1].isupper() and t.index <= token.index)
            if name in scene.named:
                out.append((token, scene.named[name]))
            elif (fallen and not _somebody(token, findings)) or (
                moving and token.dep == "pobj" and tree.tokens[token.head].lemma in ENTERING
            ):
                out.append((token, NamedPlace(name, "", "")))
    if known or out:
        return out
    meant = [(token, scene.meant(token, tree.tokens)) for token in tokens if token.pos == "NOUN"]
    return [(token, place) for token, place in meant if place is not None]


def _somebody(token: Token, findings: Findings) -> bool:
    """Whether a word is known to name a person or an armed group."""
    mention = findings.mention_of(token)
    return mention is not None and mention.category in (Category.PERSON, Category.GROUP)


#: Verbs whose object can only be a place where somebody armed does it, or which nobody does to a body.
HELD = frozenset(
    ("flee", "retake", "recapture", "overrun", "liberate", "besiege", "encircle", "occupy", "storm", "capture", "seize",
     "wrest", "enter", "quit")
)  # fmt: skip


#: Nouns of the same.
TAKING = frozenset({"capture", "recapture", "seizure", "conquest", "liberation", "fall", "loss", "siege", "occupation"})


def _held(clause: Clause) -> Token | None:
    """The name of what is taken or held, where it can be no one: "recaptured Tarven", "Tarven is under army control",
    "Tarven has fallen"."""
    subject, verb = clause.subject, clause.head.lemma.lower()
    grip = clause.object if clause.object is not None and clause.object.lemma in ("control", "hold", "grip") else None
    if grip is None and clause.head.pos in ("NOUN", "PROPN") and verb in TAKING:
        grip = clause.head
    if grip is not None:  # "took control of Tarven", "the capture of Tarven"
        after = next((p for p in clause.prepositions if p.word in ("of", "over") and p.token.head == grip.index), None)
        return after.objects[0] if after is not None else None
    if verb in HELD and clause.object is not None:
        return clause.object
    said = {t.lemma.lower() for t in clause.own}
    fallen = verb == "fall" and not any(t.pos == "NUM" for t in clause.own)
    under = verb in ("be", "remain", "come", "stay", "return") and said & {"control", "hand", "hands", "siege"}
    return subject if subject is not None and (fallen or under) else None


def _introduced(before: Toponym, toponym: Toponym, clause: Clause) -> bool:
    """Whether a wider place only says where the one before it lies: ``Mosul, Iraq``."""
    between = [t for t in clause.own if before.span.end <= t.start and t.end <= toponym.span.start]
    wider = toponym.precision in (Precision.COUNTRY, Precision.REGION) and before.precision is not toponym.precision
    return wider and len(between) <= 1 and all(t.text in (",", "in", "(") for t in between)


def _adjective(token: Token, toponym: Toponym) -> bool:
    """``Iraqi`` and ``US`` before a noun name a country, but as a description of something else."""
    describes = token.dep in ("amod", "compound", "nmod")
    return describes and (token.tag == "JJ" or toponym.precision is Precision.COUNTRY)


def _hyphened(token: Token, tree: Tree) -> bool:
    """``US-led`` and ``Saudi-brokered`` say who does it, not where."""
    after = tree.tokens[token.index + 1 : token.index + 3]
    return len(after) == 2 and after[0].text == "-" and after[1].tag in ("VBN", "VBD", "JJ", "VBG")


def governing(token: Token, tree: Tree, clause: Clause) -> Token | None:
    """The preposition that says which role a place plays: for ``the regions of X`` the one before ``regions``."""
    at, steps = token, 0
    while at.head != at.index and steps < 40:
        steps += 1
        up = tree.tokens[at.head]
        if up.index == clause.head.index:
            return None
        if up.pos in ("ADP", "ADV", "SCONJ", "PART") and up.dep != "cc":
            lemma = up.lemma.lower()
            above = tree.tokens[up.head]
            introduces = above.lemma.lower() in nouns("locator") and above.pos in ("NOUN", "PROPN")
            if lemma in ("of", "in", "around", "near") and introduces:
                at = above
                continue
            if up.dep in ("conj", "pcomp", "prep") and above.pos == "ADP" and lemma not in FROM | TO:
                at = up
                continue
            return up
        at = up
    return None


def _whole(noun: Token, tree: Tree) -> bool:
    """Whether a noun for a settlement stands for all of one: "the village of Tarven", "the village"."""
    if noun.lemma.lower() not in SETTLEMENTS or noun.tag == "NNS":
        return False
    name = tree.behind(noun, "of")
    pointing = any(t.text.lower() in POINTING for t in tree.kids[noun.index])
    return pointing if name is None else name.pos == "PROPN"


def part_of(token: Token | None, clause: Clause, tree: Tree) -> str | None:
    """The part of a place that a clause's object is: ``districts`` of a city, the ``castle`` in it."""
    candidates = [token] if token is not None else []
    for preposition in clause.prepositions:
        if _described(preposition.token, tree):
            continue
        if preposition.word in ("of", "in", "into", "inside", "at", "on", "from", "over"):
            candidates += list(preposition.objects)
    for noun in candidates:
        inner = amount_of(noun, tree) or noun
        for found in (inner, noun):
            if found.lemma.lower() in nouns("part") and not _whole(found, tree):
                before = [t.lemma.lower() for t in tree.phrase(found) if t.dep == "compound" and t.pos == "NOUN"]
                return " ".join([*before, found.lemma.lower()])
    return None
