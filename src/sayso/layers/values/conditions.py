"""What a clause holds of what the lexicon of predicates may ask for."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.counting import counted, distance, told_above
from sayso.layers.clauses.phrases import Tree
from sayso.layers.names.stretches import is_title
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.parse import Token
from sayso.layers.times.numerals import ORDINALS
from sayso.layers.values.harmed import harm_conditions
from sayso.layers.values.roles import amount_of, lemma_of
from sayso.layers.values.routes import ENTERING, Route
from sayso.layers.values.slots import nouns
from sayso.types import Quantity
from sayso.vocab import Category

#: Whoever can act: spaCy's labels for the names that no lexicon knows.
ACTORS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
PARTIES = (Category.PERSON, Category.ORGANISATION, Category.GROUP, Category.LOCATION, Category.NATIONALITY)
#: The kinds of nouns that a line of the lexicon may ask its subject or object to be of.
KINDS = (
    *("armed", "people", "place", "part", "vehicle", "law", "shot", "report", "way", "end", "storm", "service"),
    *("dwelling", "structure", "machine", "outlaw", "authority", "livestock"),
)
WAYS = frozenset({"from", "out", "into", "to", "onto"})
PERSONS = frozenset(
    "he she him her who whom they them i me we us you everyone everybody anyone anybody chief head boss coach manager "
    "director executive minister leader chairman diplomat envoy".split()
)
SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
LONGEST_SCORE = 7
#: How many words before a noun may belong to it.
REACH = 6
#: Nouns that make one verb with "take" where they stand alone.
LIGHT = frozenset("place part office effect shape root aim cover shelter flight turn heart note".split())
#: Verbs of telling somebody what to do.
TELLING = frozenset({"tell", "order", "urge", "advise", "force", "instruct", "ask", "direct", "oblige"})
#: What stands within a place.
WITHIN = frozenset({"in", "inside", "within", "at"})
#: The name of a body may end this many characters before the noun that it describes.
LONGEST_NAME = 25


def _kinds(role: str, noun: Token | None, clause: Clause, tree: Tree, findings: Findings) -> set[str]:
    """Of which kinds a noun is, by itself or by a word that it is made up with: "the water cannon", "Storm Hilda"."""
    if noun is None:
        return set()
    parts = [t for t in clause.sentence.tokens[max(0, noun.index - REACH) : noun.index] if t.head == noun.index]
    inner = amount_of(noun, tree) or noun  # "47 of 52 drones"
    words = {lemma_of(noun).lower(), lemma_of(inner).lower(), noun.text.lower()}
    held = {f"{role}:{kind}" for kind in KINDS if words & nouns(kind)}
    held |= {
        f"{role}:{kind}" for kind in KINDS for t in parts if t.dep == "compound" and t.lemma.lower() in nouns(kind)
    }
    mention = findings.mention_of(noun)
    named = mention is not None and mention.category is Category.PERSON
    titled = noun.pos == "NOUN" and is_title(noun.lemma.lower())
    if named or titled or words & nouns("people", "armed") or {noun.text.lower(), noun.lemma.lower()} & PERSONS:
        held.add(f"{role}:person")
    return held


def _run(first: Token, told: dict[int, str]) -> str:
    """A number with the dash and the number that stand right behind it, as far as they do: "3-1"."""
    run = first.text
    while len(run) < LONGEST_SCORE and first.start + len(run) in told:
        run += told[first.start + len(run)]
    return run


def _light(clause: Clause, tree: Tree) -> bool:
    """Whether a verb and its object are one verb, or a verb and its particle another one: "took place", "took part",
    "took up positions", but "took back the town"."""
    if clause.object is None or clause.head.lemma.lower() != "take":
        return False
    particle = tree.child(clause.head, "prt")
    bare = clause.object.tag == "NN" and not tree.kids[clause.object.index] and clause.object.lemma in LIGHT
    return bare or (particle is not None and particle.lemma.lower() not in ("over", "back"))


def _grounds(clause: Clause, tree: Tree, findings: Findings, known: Collection[str]) -> Iterator[str]:
    """``ground``: the object is a place; ``grip``: there is a hold on one; ``of place``: a noun is of one, such as the
    fall of a town. ``known`` are the words of the names of places that the clause is set in."""
    taken = clause.object
    if taken is not None and (_ground(taken, tree, findings, known) or retaken(clause) or (known and _site(clause))):
        yield "ground"
    for token in clause.own:
        if token.pos not in ("NOUN", "PROPN"):
            continue
        over = [t for t in tree.kids[token.index] if t.dep == "prep" and t.lemma.lower() in ("of", "over", "on")]
        nouns_of = [noun for t in over for noun in tree.kids[t.index] if noun.dep == "pobj"]
        within = any(_ground(noun, tree, findings, known) for noun in nouns_of)
        whose = any(_named_place(t, findings, known) for t in tree.kids[token.index] if t.dep in ("poss", "compound"))
        if within or whose:
            yield "of place"
        if token.lemma.lower() in GRIPS and (within or whose or (known and not nouns_of)):
            yield "grip"


def retaken(clause: Clause) -> bool:
    """Whether armed people did to a name that nothing is known of what is done to places: "the army retook Kamar"."""
    done = clause.head.lemma.lower() in RETAKING and clause.object is not None and clause.object.pos == "PROPN"
    return done and clause.subject is not None and lemma_of(clause.subject).lower() in nouns("armed") - {"police"}


def _site(clause: Clause) -> bool:
    """Whether armed people did to a site what is done to places: "militants recaptured two gas fields"."""
    armed = clause.subject is not None and lemma_of(clause.subject).lower() in nouns("armed") - {"police"}
    sites = clause.object is not None and clause.object.lemma.lower() in nouns("site")
    return armed and sites and clause.head.lemma.lower() in RETAKING | {"seize", "capture", "occupy"}


#: Verbs of taking that are said of places.
RETAKING = frozenset({"retake", "recapture", "reconquer", "overrun", "liberate"})
#: Parts of a country or a town, without its name: "seized the east".
COMPASS = frozenset("north south east west northeast northwest southeast southwest".split())
#: What one has on a place that one holds.
GRIPS = frozenset(
    {"control", "hold", "grip", "possession", "command", "ground", "authority", "sovereignty", "foothold"}
)


def _ground(noun: Token, tree: Tree, findings: Findings, known: Collection[str], depth: int = 3) -> bool:
    """Whether a noun is a place, a part of one, or so much of one: "Merrin", "two villages", "most of the coast"."""
    lemma = noun.lemma.lower()
    if lemma in nouns("place") | COMPASS or _named_place(noun, findings, known):
        return True
    if known and lemma in nouns("part") - nouns("amount"):
        return True
    inner = tree.behind(noun, "of", "around")
    if inner is None or not depth or lemma in nouns("people", "armed") | PERSONS:
        return False
    mention = findings.mention_of(noun)
    if mention is not None and mention.category is not Category.LOCATION:
        return False
    return _ground(inner, tree, findings, known, depth - 1)


def _named_place(noun: Token, findings: Findings, known: Collection[str]) -> bool:
    """Whether a token is in a place's name, or is a word for one that was named before."""
    mention = findings.mention_of(noun)
    if noun.text in known:
        return True
    if mention is None:
        return noun.entity in ("GPE", "LOC", "FAC")
    return mention.category is Category.LOCATION


def _joins(ordinal: Token, tree: Tree) -> bool:
    """Whether somebody joins those harmed by an ordinal: "the body of a twelfth victim"."""
    noun = tree.tokens[ordinal.head]
    return noun.tag == "NN" and noun.lemma.lower() in FOUND and tree.phrase(noun)[0].text.lower() in ("a", "an")


#: Those who are found dead.
FOUND = frozenset({"body", "corpse", "victim", "fatality", "casualty", "skeleton"})
#: What falls from the sky.
WEATHER = frozenset({"rain", "rainfall", "snow", "snowfall", "hail", "sleet", "drizzle", "downpour"})


def _fallen(quantity: Quantity, clause: Clause) -> bool:
    """Whether a measure is of what fell from the sky: no price fell by it."""
    return quantity.unit in ("mm", "cm", "m", "in", "ft") and not WEATHER.isdisjoint(t.lemma for t in clause.own)


def conditions(clause: Clause, tree: Tree, findings: Findings, route: Route) -> frozenset[str]:
    """The names of the conditions that hold: number, measure, place, acting, route, force, work, current, vehicle,
    agent, armed, passage (into a place, or from one to another), civil, told, nowhere, object, seat, site, fired,
    party, score, out, out of, not guilty, bare (nothing is done to anybody), journey, and, for each kind of noun,
    object:kind and subject:kind."""
    held = _kinds("object", clause.object, clause, tree, findings)
    held |= _kinds("subject", clause.subject, clause, tree, findings)
    if clause.object is None or clause.object.lemma.lower() in ("percent", "%"):
        held.add("bare")
    digits = [t for t in clause.own if t.text[0].isdigit()]
    told = {t.start: t.text for t in clause.own} if digits else {}
    if any(SCORE.fullmatch(_run(t, told)) for t in digits):
        held.add("score")
    if any(p.word == "of" and clause.sentence.tokens[p.token.head].text.lower() == "out" for p in clause.prepositions):
        held.add("out of")
    said = [t.text.lower() for t in clause.own]
    if "out" in said:
        held.add("out")  # "carried out the attack", not the victims of one
    if ("not", "guilty") in itertools.pairwise(said):
        held.add("not guilty")
    for quantity in counted(clause, findings, plain=False):
        if quantity.unit is None:
            held.add("number")
        elif not (distance(quantity, clause) or _fallen(quantity, clause)):
            held.add("measure")
    if any(t.dep == "amod" and t.text.lower() in ORDINALS and _joins(t, tree) for t in clause.own):
        held.add("number")
    if route.at or route.source or route.goal or route.besides:
        held.add("place")
    if route.acting or (clause.subject is not None and clause.subject.lemma.lower() in nouns("locator")):
        held.add("acting")
    held.add("route" if route.source or route.goal or route.besides else "nowhere")
    entering = any(p.word in ENTERING for p in clause.prepositions)
    if route.goal and (route.source or entering):
        held.add("passage")
    own = {lemma_of(t).lower() for t in clause.own}
    if own & nouns("armed", "people"):
        held.add("force")
    above = clause.subject if clause.dep in ("relcl", "acl") else None
    who_are = own | ({lemma_of(above).lower()} if above is not None else set())
    if above is not None and told_above(clause, tree, findings):
        held.add("number")  # "the number of people who have fled is now 12,000"
    if "number" in held and who_are & nouns("people") and not who_are & nouns("armed"):
        held.add("civil")
    if any(w.lemma.lower() in TELLING for w in clause.wrappers):
        held.add("told")
    held |= {kind for kind in ("work", "current") if own & nouns(kind)}
    subject = clause.subject
    if subject is not None and subject.lemma.lower() in nouns("vehicle"):
        held.add("vehicle")
    if subject is not None and any(subject.text in p.name.split() for p in route.at):
        held.add("seat")  # "Tarven is under army control"
    if subject is not None:
        held.add("agent")
        mention = findings.mention_of(subject)
        body = mention is not None and mention.category in (Category.GROUP, Category.ORGANISATION)
        if body or lemma_of(subject).lower() in nouns("armed"):
            held.add("armed")
        if subject.lemma.lower() in nouns("place") or subject.text.lower() == "it":
            held.add("seat")
    if clause.object is not None and clause.object.lemma.lower() in nouns("place"):
        held.add("object")
    if clause.object is not None and any(clause.object.text in p.name.split() for p in route.at):
        held.add("object")
    held.update(harm_conditions(clause, tree, findings))
    known = frozenset(word for place in route.at for word in place.name.split())
    held.update(_grounds(clause, tree, findings, known))
    inside = [t for p in clause.prepositions if p.word in WITHIN for t in p.objects]
    if route.at or any(t.lemma.lower() in nouns("place") for t in inside):
        held.add("site")
    ways = [t for p in clause.prepositions if p.word in WAYS for t in p.objects]
    if any(t.lemma.lower() in nouns("place", "part") for t in ways):
        held.add("journey")  # "from the lower bank into two schools"
    fired = [t for p in clause.prepositions if p.word == "from" for t in p.objects]
    if any(m.category in PARTIES[1:3] for t in fired for m in findings.mentions.over(t.start - LONGEST_NAME, t.end)):
        held.add("fired")
    mentioned = any(
        m.category in PARTIES and m.span.start < t.end and t.start < m.span.end
        for m in findings.mentions.over(clause.start, clause.end)
        for t in clause.own
    )
    if mentioned or own & nouns("armed") or any(t.entity in ACTORS for t in clause.own):
        held.add("party")
    return frozenset(held - {"place", "object", "armed", "ground"} if _light(clause, tree) else held)
