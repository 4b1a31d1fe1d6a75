"""The values of a toll: who was harmed how, how many, by what."""

from __future__ import annotations

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.counting import COUNTING, Named, after_to, bounds, counted, counted_noun, within
from sayso.layers.clauses.phrases import Tree
from sayso.layers.names.stretches import is_title
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.parse import Token
from sayso.layers.times.numerals import ORDINALS, ordinal_of
from sayso.layers.values.causing import cause_of, causes
from sayso.layers.values.choosing import Chosen
from sayso.layers.values.harmed import MANY, PEOPLE, individual, one_person, one_thing
from sayso.layers.values.roles import amount_of, lemma_of, who
from sayso.layers.values.settings import Setting, here, roles_of
from sayso.layers.values.shares import OF_PEOPLE, kin, parts
from sayso.layers.values.slots import harmful, nouns
from sayso.types import Quantity
from sayso.vocab import Category, Zone


def tolls(chosen: Chosen, clause: Clause, tree: Tree, findings: Findings, setting: Setting) -> list[Named]:
    """The values of the tolls that one word of harm states: one, or one a group or place, or an earlier one beside."""
    victim = _roles(chosen, clause, tree).get("victim") or _put_at(chosen, clause)
    named = toll(chosen, clause, tree, findings, setting)
    return parts(named, clause, victim, tree, findings) + _all_of_them(chosen, clause, named, tree, findings)


def _all_of_them(chosen: Chosen, clause: Clause, named: Named, tree: Tree, findings: Findings) -> list[Named]:
    """The toll of all among whom a clause counts some: "four pupils were among eight people killed"."""
    if not _among(chosen.word, tree) or not named:
        return []
    all_ = tree.tokens[chosen.word.head] if chosen.word.dep == "amod" else chosen.word
    whole = next((q for q in counted(clause, findings) if within(q, all_, tree)), None)
    sort = "people" if all_ is chosen.word or all_.lemma.lower() in ANYBODY else all_.lemma.lower()
    return [named | bounds(whole) | {"of": sort, "victims": None}] if whole is not None else []


def _put_at(chosen: Chosen, clause: Clause) -> Token | None:
    """Those whom a clause sets the dead at: "put the dead at 41 soldiers and 27 rebels"."""
    if chosen.word.pos not in ("NOUN", "ADJ"):
        return None
    after = (p for p in clause.prepositions if p.word == "at" and p.token.start > chosen.word.start)
    return next((t for p in after for t in p.objects if t.pos == "NOUN"), None)


def toll(chosen: Chosen, clause: Clause, tree: Tree, findings: Findings, setting: Setting) -> Named:
    """The values of the toll that one word of harm states; none where it harms nobody."""
    frame, roles = chosen.frame, _roles(chosen, clause, tree)
    victim, agent = roles.get("victim"), roles.get("agent")
    quantity = _quantity(chosen, clause, tree, findings, victim, agent)
    noun = _harmed(chosen, clause, tree, quantity, victim)
    loser = _loser(chosen, clause, tree, findings)
    group = loser or who(noun, tree, findings) or _own_losses(clause, tree, findings)
    if quantity is None and noun is not None and frame.sense in OF_BODIES and not _alive(noun, findings):
        return {}  # "hurt the economy", "killed the bill"
    if frame.sense == "laid off" and quantity is None and noun is not None and not _work(noun, chosen, findings):
        return {}  # "eliminates the gap between two posts"
    if agent is not None and (_no_doer(agent, noun, tree) or _scene(agent, clause, findings)):
        agent = None
    named: Named = {"effect": frame.sense, "agent": who(agent, tree, findings), **here(setting)}
    noun = _themselves(noun, tree) if noun is not None else None
    if noun is not None and noun.pos == "NOUN" and noun.lemma.lower() not in NOBODY | nouns("limb"):
        sort = noun.lemma.lower()
        deed = noun.index == chosen.word.index and frame.sense in OF_PEOPLE and not _alive(noun, findings)
        named["of"] = "people" if deed or sort in ANYBODY | nouns("amount") else sort  # "58 arrests"
    if group and (group[:1].isupper() or group == loser):
        named["victims"] = group
    named |= bounds(quantity) | _changed(chosen, clause, setting)
    if quantity is None:
        named |= _singly(noun, victim, group, tree, findings)
    cause = cause_of(clause, tree, agent, noun)
    return named | ({"cause": cause} if cause else {})


def _quantity(
    chosen: Chosen, clause: Clause, tree: Tree, findings: Findings, victim: Token | None, doer: Token | None
) -> Quantity | None:
    """The count of those harmed, where a clause counts them, and nobody else."""
    found = counted(clause, findings, whole=_of_all(chosen, tree))
    found = [q for q in found if not _population(q, clause, tree)]
    if victim is not None and doer is not None and doer is not victim:
        found = [q for q in found if not within(q, doer, tree) or within(q, victim, tree)]  # "held by 20 policemen"
    quantity = _toll_quantity(chosen, clause, tree, victim, found)
    alone = quantity is not None and victim is not None and chosen.word is clause.head
    return None if alone and victim and quantity and _alone(victim, chosen.word, quantity, tree) else quantity


def _harmed(
    chosen: Chosen, clause: Clause, tree: Tree, quantity: Quantity | None, victim: Token | None
) -> Token | None:
    """The noun of those harmed: the one that is counted, or of a count or of lives those whom it is of."""
    noun = counted_noun(quantity, clause, victim, tree) if quantity is not None else victim
    if noun is not None and noun.index == chosen.word.index and chosen.word.pos != "NOUN":
        noun = None
    for tally in (clause.object, clause.subject):  # "the number of guards killed has risen to eight"
        told_of = tree.behind(tally, "of") if tally is not None and tally.lemma.lower() in COUNTING else None
        noun = told_of if told_of is not None and told_of.lemma.lower() not in causes() else noun
    lives = tree.behind(noun, "of") if noun is not None and noun.lemma.lower() == "life" else None
    return lives or noun  # "the lives of 18 civilians": the civilians


def _changed(chosen: Chosen, clause: Clause, setting: Setting) -> Named:
    """Which way a clause says that a count has gone; and when it was made, which is not when it happened."""
    changes = {t.lemma.lower() for t in clause.own if t.pos == "VERB" and not (t is chosen.word and t.lemma == "pass")}
    change = "up" if changes & RISEN else "down" if changes & REVISED and _counts(clause) else None
    if setting.time is not None and (change or changes & STANDING) and _counts(clause):
        return {"change": change, "time": None, "as_of": setting.time}
    return {"change": change}


def _singly(noun: Token | None, victim: Token | None, group: str | None, tree: Tree, findings: Findings) -> Named:
    """One for somebody who is harmed alone, by a name or as one of many; the how-manieth for who joins others."""
    one: Named = {"low": 1, "high": 1}
    if noun is None:
        return one if victim is not None and victim.text.lower() == "one" else {}  # "one of its commanders"
    beside = [t for t in tree.phrase(noun) if t.text.lower() == "and"] if noun.pos == "PROPN" else []
    if any(t.index < noun.index for t in beside) or any(t.dep == "conj" for t in tree.kids[noun.index]):
        return {}  # "Ada Moss and Jan Kovar"
    place = _place_in_order(noun, tree)
    if place is not None:
        return {"low": place, "high": place, "change": "up"}
    called = bool(group) and noun.tag in ("NN", "NNP") and (group or "")[:1].isupper()
    called = called and (noun.pos == "NOUN" or tree.phrase(noun)[0].tag.startswith("NNP"))
    single = victim is not None and victim.text.lower() == "one"
    return one if called or single or one_person(noun, tree, findings) or one_thing(noun, tree) else {}


def _roles(chosen: Chosen, clause: Clause, tree: Tree) -> dict[str, Token]:
    """The nouns of a clause by role. The subject of a past verb of harm that has no object is who was harmed: "six
    agronomists abducted near Almagre were freed", "thirty-one houses burned down"."""
    roles = roles_of(chosen.frame, clause)
    if _among(chosen.word, tree) and clause.subject is not None:
        return {"victim": clause.subject}
    if chosen.word is not clause.head and _counts(clause):
        roles.pop("agent", None)  # who tells the number did not do the harm
    harmed = roles.get("agent")
    undone = chosen.word is clause.head and chosen.word.tag in ("VBD", "VBN") and not clause.passive
    if not undone or harmed is None or "victim" in roles or clause.dep == "relcl" or chosen.frame.object != "victim":
        return roles
    common = harmed.pos in ("NOUN", "NUM") or lemma_of(harmed).lower() in nouns("armed", "people")
    if not common or harmed.lemma.lower() in causes():
        return roles
    return {role: noun for role, noun in roles.items() if role != "agent"} | {"victim": harmed}


def _alone(victim: Token, harm: Token, quantity: Quantity, tree: Tree) -> bool:
    """Whether one is harmed, whatever is counted beside: "held a mechanic over the murder of two nuns", "arrested the
    owner of two clubs"."""
    if one_thing(victim, tree):
        return True  # "a barge with nine sheep on board sank"
    first = tree.phrase(victim)[0].text.lower()
    joined = any(t.dep == "conj" for t in tree.kids[victim.index])
    if victim.tag != "NN" or joined or victim.lemma.lower() in MANY | nouns("amount"):
        return False
    if first in ("a", "an", "one") and harm.end <= quantity.span.start and not within(quantity, victim, tree):
        return True
    taken = [t for t in tree.kids[victim.index] if t.lemma.lower() in ("with", "including")]
    if any(t.lemma.lower() == "including" or any(kin(k, tree) for k in tree.kids[t.index]) for t in taken):
        return False  # "a woman with four of her children", but "a man with two children"
    return first in ("a", "an", "one", "the", "this", "that") and individual(victim)


def _place_in_order(noun: Token, tree: Tree) -> int | None:
    """The how-manieth of those harmed a noun says that somebody is, who are so many by then: "a fifth person has died";
    not of "her second husband", "the second man"."""
    kids = tree.kids[noun.index]
    told = [t.text.lower() for t in kids if t.dep == "amod" and t.index < noun.index]
    place = next((n for word in told if word in ORDINALS and (n := ordinal_of(word)) is not None), None)
    opening = {t.text.lower() for t in kids if t.dep in ("det", "poss", "predet")}
    anyone = opening <= ANY and (opening or tree.sentence.zone is Zone.HEADLINE)
    counted_one = noun.tag == "NN" and noun.pos == "NOUN" and anyone
    return place if place is not None and place > 1 and counted_one else None


#: What stands before the place in an order of somebody who joins those counted.
ANY = frozenset({"a", "an", "yet"})
#: What people live in.
PEOPLED = frozenset("city town village settlement district suburb island country region community hamlet camp".split())
#: Nouns that only say that they are people: "nine souls", "four little ones".
ANYBODY = frozenset("one other soul life person human individual dead wounded injured missing".split())
#: Nouns that are counted with harm and say of nobody what they are, those for parts of the body besides.
NOBODY = frozenset({"toll", "number", "death", "casualty", "case", "infection", "head", "back", "chest"})
#: What stands for the people whom it is of: "the bodies of eight farmers".
REMAINS = frozenset({"body", "corpse", "corps", "remains", "remain", "death"})


#: Adjectives that stand for so many people: "many injured".
SOME = frozenset({"many", "several", "more", "other", "few"})


def _work(noun: Token, chosen: Chosen, findings: Findings) -> bool:
    """Whether a noun may be lost work, or somebody's who loses it."""
    return noun.lemma.lower() in chosen.frame.beside or _alive(noun, findings)


#: What is done to bodies only.
OF_BODIES = frozenset({"killed", "wounded", "affected", "ill"})


def _alive(noun: Token, findings: Findings) -> bool:
    """Whether a noun may be somebody's: a pronoun, a name, or a word for people or for what remains of them."""
    word = noun.lemma.lower()
    mention = findings.mention_of(noun)
    called = mention is not None and (mention.category is not Category.ORGANISATION or noun.pos == "PROPN")
    if noun.pos not in ("NOUN", "ADJ") or called or is_title(word) or word in SOME:
        return True
    return word in REMAINS | {"old"} | nouns("people", "armed", "victim") or word.endswith(PEOPLE)


def _no_doer(agent: Token, harmed: Token | None, tree: Tree) -> bool:
    """Whether nobody is harmed by what stands as subject: a number, a time, or those themselves: "20 people are still
    trapped"."""
    themselves = harmed is not None and (amount_of(agent, tree) or agent) is (amount_of(harmed, tree) or harmed)
    up = tree.tokens[agent.head]
    themselves |= agent.dep == "dobj" and agent.tag == "NNS" and harmful(up)  # "killed 22 guards, injuring a cook"
    dated = agent.entity in ("DATE", "TIME") or agent.lemma.lower() == "date"
    placed = agent.pos == "NOUN" and agent.lemma.lower() in nouns("place")  # "in Orle, a town": not "the Ash Front"
    return themselves or dated or placed or agent.lemma.lower() in COUNTING


def _scene(agent: Token, clause: Clause, findings: Findings) -> bool:
    """Whether a participle hangs from the place where something was done: "hit a car in Hader killing two men"."""
    hanging = clause.dep in ("acl", "pcomp") and clause.head.tag == "VBG"
    return hanging and findings.is_place(agent)


def _loser(chosen: Chosen, clause: Clause, tree: Tree, findings: Findings) -> str | None:
    """Whose men they are whom somebody lost, by name or kind: "the army lost 38 men", "he had lost fewer than 50"."""
    lost = chosen.word is clause.head and clause.head.lemma.lower() == "lose" and clause.object is not None
    if not lost or clause.subject is None or clause.object is clause.subject or chosen.frame.sense != "killed":
        return None
    if clause.object is not None and clause.object.lemma.lower() == "life":
        return None  # "20 people lost their lives"
    if clause.subject.pos == "PRON":
        return tree.speaker if clause.subject.text.lower() not in ("who", "which", "that") else None
    return who(clause.subject, tree, findings)


def _population(quantity: Quantity, clause: Clause, tree: Tree) -> bool:
    """Whether a count is of those who live in a place: "to Orle, a city of 500,000 people"."""
    noun = counted_noun(quantity, clause, None, tree)
    of = tree.tokens[noun.head] if noun is not None and noun.dep == "pobj" else None
    place = tree.tokens[of.head] if of is not None and of.text.lower() == "of" else None
    return place is not None and place.lemma.lower() in PEOPLED


def _themselves(noun: Token, tree: Tree) -> Token:
    """The people whom a noun counts, or whose bodies or lives it does."""
    inner = amount_of(noun, tree)
    if inner is None and noun.lemma.lower() in REMAINS:
        inner = tree.behind(noun, "of")
    return inner or noun


def _counts(clause: Clause) -> bool:
    """Whether a clause is about a count: "the toll rose on Tuesday"."""
    return any(t is not None and t.lemma.lower() in COUNTING for t in (clause.subject, clause.object))


def _own_losses(clause: Clause, tree: Tree, findings: Findings) -> str | None:
    """Whose losses are counted, by name: "it put its own losses at nine dead"."""
    if clause.object is None or clause.object.lemma.lower() not in ("loss", "casualty", "dead", "fatality"):
        return None
    owner = tree.child(clause.object, "poss")
    mention = findings.mention_of(owner) if owner is not None else None
    return mention.name if mention is not None else None


def _toll_quantity(
    chosen: Chosen, clause: Clause, tree: Tree, victim: Token | None, found: list[Quantity]
) -> Quantity | None:
    """The count that goes with one word of harm: in its victims' phrase, else the nearest one before it, else after."""
    word = chosen.word
    if _described(chosen, clause, tree, found):
        return None
    if _among(word, tree) and clause.subject is not None:
        return next((q for q in found if within(q, clause.subject, tree)), None)
    counting = next((q for q in found if q.span.end + 1 == word.start), None)
    if counting is not None and len(found) > 1 and word.tag in ("JJ", "VBN", "VBG", "NNS", "NN"):
        return counting  # "three dead, 12 injured"
    inside = [q for q in found if within(q, victim, tree)]
    named = next((t for t in clause.own if t.lemma.lower() in chosen.frame.beside and t.index > word.index), None)
    ahead = [q for q in found if named is not None and word.end <= q.span.start and q.span.end <= named.start]
    if len(found) > 1 and ahead:  # "left three missing and 900 homes without power", "300 dead and thousands homeless"
        return ahead[-1]
    if inside and word.index == clause.head.index:
        return inside[0]
    beside = chosen.frame.beside and len(found) > 1
    if word.index == clause.head.index and word.pos == "VERB" and not clause.passive and not beside:
        after = [q for q in found if q.span.start >= word.end]
        return after[0] if after else None
    before = [q for q in found if q.span.end <= word.start]
    of_count = clause.subject is not None and clause.subject.lemma.lower() in COUNTING
    if (word.pos in ("ADJ", "VERB") and not of_count) or (before and word.start - before[-1].span.end < 30):
        return before[-1] if before else (found[0] if found else None)
    after = [q for q in found if q.span.start >= word.end]
    # "the toll rose from 12 to 15": the later of the two
    risen = [q for q in after if after_to(q, clause)]
    return next(iter(risen or after or before), None)


def _among(word: Token, tree: Tree) -> bool:
    """Whether a word of harm is said of all those among whom somebody is: "four children were among the 28 dead"."""
    noun = tree.tokens[word.head] if word.dep == "amod" else word  # "among those killed"
    up = tree.tokens[noun.head]
    return noun.dep == "pobj" and up.text.lower() in ("among", "amongst")


def _described(chosen: Chosen, clause: Clause, tree: Tree, found: list[Quantity]) -> bool:
    """Whether what befell somebody is said of a noun without a count: "left a driver dead and seven people hurt"."""
    said = next((t for t in clause.own if t.lemma.lower() in chosen.frame.beside and t.dep == "amod"), None)
    noun = tree.tokens[said.head] if said is not None else None
    if said is None or noun is None or noun.pos != "NOUN" or noun.index > said.index:
        return False
    return noun is clause.object and not any(within(q, noun, tree) for q in found)


def _of_all(chosen: Chosen, tree: Tree) -> bool:
    """Whether a word of harm is said of all whom a clause speaks of only some of: "four of the 11 wounded died"."""
    noun = tree.tokens[chosen.word.head] if chosen.word.dep == "amod" else chosen.word
    return noun.dep == "pobj" and tree.tokens[noun.head].lemma.lower() == "of"


#: Verbs of a count that overtakes an earlier one.
RISEN = frozenset({"rise", "climb", "grow", "increase", "jump", "pass"})
#: Verbs of a count as it stands.
STANDING = frozenset({"stand", "reach", "pass", "put", "give", "be", "hit", "top", "bring", "take", "push", "raise"})
REVISED = frozenset({"lower", "revise", "drop", "fall"})
