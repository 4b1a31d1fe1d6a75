"""What a clause holds of what the lexicon of predicates may ask for."""

from __future__ import annotations

from sayso.layers.clauses import Clause
from sayso.layers.counting import counted
from sayso.layers.findings import Findings
from sayso.layers.roles import lemma_of
from sayso.layers.routes import Route
from sayso.layers.slots import nouns
from sayso.vocab import Category

#: Whoever can act: spaCy's labels for the names that no lexicon knows.
ACTORS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
PARTIES = (Category.PERSON, Category.ORGANISATION, Category.GROUP, Category.LOCATION, Category.NATIONALITY)
#: What stands within a place.
WITHIN = frozenset({"in", "inside", "within", "at"})
#: The name of a body may end so many characters before the noun that it describes.
LONGEST_NAME = 25


def conditions(clause: Clause, findings: Findings, route: Route) -> frozenset[str]:
    """The names of the conditions that hold: number, measure, place, acting, route, force, work, current, vehicle,
    agent, armed, object, seat, site, fired, party."""
    held = set()
    for quantity in counted(clause, findings, plain=False):
        held.add("number" if quantity.unit is None else "measure")
    if route.at or route.source or route.goal or route.besides:
        held.add("place")
    if route.acting or (clause.subject is not None and clause.subject.lemma.lower() in nouns("locator")):
        held.add("acting")
    if route.source or route.goal or route.besides:
        held.add("route")
    own = {lemma_of(t).lower() for t in clause.own}
    if own & (nouns("armed") | nouns("people")):
        held.add("force")
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
        if subject.lemma.lower() in nouns("place"):
            held.add("seat")
    if clause.object is not None and clause.object.lemma.lower() in nouns("place"):
        held.add("object")
    if clause.object is not None and any(clause.object.text in p.name.split() for p in route.at):
        held.add("object")
    inside = [t for p in clause.prepositions if p.word in WITHIN for t in p.objects]
    if route.at or any(t.lemma.lower() in nouns("place") for t in inside):
        held.add("site")
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
    return frozenset(held)
