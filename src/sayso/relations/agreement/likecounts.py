"""Counts of one matter whose words are alike: of one time, or how far something had come on two days."""

from __future__ import annotations

import re

from sayso.relations.agreement.assertions import as_so
from sayso.relations.agreement.attacks import FOR_GOOD, in_proportion, voice_of
from sayso.relations.agreement.counts import FEW, KNOWN, STRETCH, figure_of, loose, of_some, relate_figures
from sayso.relations.agreement.matters import TELLING, contrasted
from sayso.relations.agreement.restating import one_predicate
from sayso.relations.agreement.standing import Relation, began_after, by_publication
from sayso.relations.agreement.ties import HEADED, apart, named_in, shared, violent
from sayso.relations.agreement.turns import MONTHS
from sayso.relations.claims.comparing import (
    Fit,
    bounds_meet,
    causes,
    counted,
    crowds,
    figures,
    in_money,
    parties,
    side_of,
    times,
)
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.incidents import close, harm, near
from sayso.relations.words.spellings import folded
from sayso.vocab import LinkKind, Slot

#: Counts whose words are so like each other are of one thing where nothing that both name shows it; of two days.
PLAIN, LEVEL = 0.75, 0.8
#: By so much less alike may two counts be of which the later says that it changed.
NEARLY = 0.05
#: The same where both name somebody or a place; for tolls of a story of one place.
NAMED, STORY = 0.68, 0.62
#: Two counts of one thing: the one is at most so many times the other; of people who take part.
FOLD, CROWD = 2.5, 6
#: The same of counts of many people, or of many things by one noun, nearly as many; figures nearer than that are one,
#: rounded.
MANY, NEARLY_AS_MANY, ROUNDED = 0.6, 1.6, 1.02
#: Two figures that can be one: the one is at most so many times the other.
NEAR = 1.1
#: What shows that a figure is a later state of something.
CHANGED = re.compile(
    r"\b(?:now|already|still|so far|remain\w*|r[io]sen?|rises?|grown?|grew|climb\w*|increas\w*|rais\w*|lift\w*|revis\w*"
    r"|restat\w*|correct\w*|f[ae]ll(?:en|s)?|dropped|lower\w*|cut|reduc\w*|went (?:up|down)|gone (?:up|down)|reach\w*"
    r"|latest)\b",
    re.IGNORECASE,
)
INSTEAD = re.compile(r"\binstead of\b|\brather than\b", re.IGNORECASE)
#: What rises and falls by so much.
MOVED = re.compile(
    r"\b(?:r[io]se[ns]?|rising|up|gain\w*|climb\w*|jump\w*|f[ae]ll(?:en|s|ing)?|down|dropp?\w*|lost|slid|slip\w*|tumbl\w*)\b"
    r"(?! to\b)",
    re.IGNORECASE,
)
#: A figure that tells how far something has come, not by how much it changed.
REACHED = re.compile(
    r"\b(?:to|at|reach\w*|hits?|totals?|totalled|is|was|stands?|stood)\b[^.,;]{0,15}?\d", re.IGNORECASE
)


def relate_likened_counts(a: Group, b: Group, like: float) -> Relation | None:
    """How two counts stand to each other whose words, without the figures, are so ``like``; None where nothing shows
    that they count one thing."""
    one, other = a.lead, b.lead
    if not _of_one_kind(one, other):
        return None
    tie = shared(one, other)
    tolls = one.slot is other.slot is Slot.TOLL
    if tolls and harm(one) in FOR_GOOD and (began_after(one, b) or began_after(other, a)):
        return None
    righted = bool(contrasted(one) & figures(other) or contrasted(other) & figures(one))
    tie = "the one figure set against the other" if righted else tie
    if not righted and not _like_enough(one, other, like, tie, tolls):
        return _bare(a, b, "one story")
    why = f"told of one matter in words {like:.2f} alike{f', {tie}' if tie else ''}"
    if times(one, other) is Fit.DIFFERENT or not near(one, other):
        return _levels(a, b, like, why) if tie else None
    people = all((f.one("of") or "people") in crowds() for f in (one, other)) and not one.one("unit")
    if not in_proportion(
        one, other, KNOWN if like >= LEVEL and tie and not in_money(one) else CROWD if people else FOLD
    ):
        return None
    if not close(one, other) and not (tie and like >= PLAIN):
        return None
    found = relate_figures(a, b, Fit.SAME, why, "what each figure is of")
    if found is None or found.kind not in (LinkKind.UPDATES, LinkKind.CONFLICTS):
        return found._replace(score=round(found.score * like, 3)) if found is not None else None
    if found.kind is LinkKind.UPDATES and _moved_on(found.later, a if found.later is b else b):
        return found._replace(score=round(found.score * like, 3))
    if bounds_meet(one, other):
        return _both_true(a, b, like, why)
    if not righted and (like < LEVEL or tie in ("", HEADED) or not (one.one("unit") or one_predicate(one, other))):
        return None  # that both cannot be true needs more than words that are alike
    told = f"{figure_of(a)}, {figure_of(b)}"
    return Relation(LinkKind.CONFLICTS, 0.5, f"{told}: both cannot be true of one time; {why}")


def _of_one_kind(one: Fact, other: Fact) -> bool:
    """Whether two counts may be of one thing, by what they count."""
    if one.one("unit") != other.one("unit") or not _of_one_sort(one, other) or of_some(one) or of_some(other):
        return False
    if violent(one) or violent(other):
        return False
    if Slot.TOLL in (one.slot, other.slot) and min(figures(one) | figures(other)) < 2:
        return False  # one body among many is no rival count
    if in_money(one) and apart(one, other):
        return False  # what two bid for one thing
    if one.slot is other.slot is Slot.TOLL:
        return harm(one) == harm(other) and causes(one.one("cause"), other.one("cause")) is not Fit.DIFFERENT
    return True


def relate_many(a: Group, b: Group, like: float) -> Relation | None:
    """How two counts of a hundred and more stand to each other, of people or of things by one noun, told within days in
    one story, and nearly as many: a story seldom tells of two such crowds in words so ``like``. Sums and measures are
    not meant: of those it tells of many."""
    one, other = a.lead, b.lead
    low, high = min(figures(one) | figures(other)), max(figures(one) | figures(other))
    if one.one("unit") or other.one("unit") or one.slot is other.slot is Slot.TOLL:
        return None
    rounded = high <= ROUNDED * low and not bounds_meet(one, other)
    if like < MANY or low < TELLING or rounded or high > NEARLY_AS_MANY * low or not _of_one_noun(one, other):
        return None
    if any(of_some(f) or loose(f) or violent(f) or not as_so(f) for f in (one, other)):
        return None
    stretched = any(STRETCH.search(f.opening) for f in (one, other))  # as of this year, or of another
    if not (one.one_scene and close(one, other)) or times(one, other) is Fit.DIFFERENT or stretched:
        return None
    names = named_in(one), named_in(other)
    if all(names) and names[0].isdisjoint(names[1]):
        return None  # residents of Orle, and those of Kesten
    why = f"counts of one kind, nearly as many, in words {like:.2f} alike"
    found = relate_figures(a, b, Fit.SAME, why, "what each figure is of")
    if found is None or found.kind is LinkKind.AGREES:
        return None
    if found.kind is LinkKind.UPDATES and not _moved_on(found.later, a if found.later is b else b):
        if bounds_meet(one, other):
            return _both_true(a, b, like, why)
        told = f"{figure_of(a)}, {figure_of(b)}: both cannot be true of one time; {why}"
        return Relation(LinkKind.CONFLICTS, round(0.6 * like, 3), told)
    return found._replace(score=round(found.score * like, 3))


def _both_true(a: Group, b: Group, like: float, why: str) -> Relation:
    """Two counts whose bounds overlap, of which nothing shows that the one is a later state: "at least 900"."""
    told = f"the bounds overlap: {figure_of(a)} and {figure_of(b)}; {why}"
    return Relation(LinkKind.COMPATIBLE, round(0.7 * like, 3), told)


def _of_one_noun(one: Fact, other: Fact) -> bool:
    """Whether two counts are of people by nouns that can be one, or of things by one noun with which one thing was
    done."""
    nouns = one.one("of"), other.one("of")
    people = any(nouns) and all((noun or "people") in crowds() for noun in nouns)
    if people:
        return counted(*nouns) is not Fit.DIFFERENT
    return counted(*nouns) is Fit.SAME and one_predicate(one, other)  # who broke chairs sold none


def _like_enough(one: Fact, other: Fact, like: float, tie: str, tolls: bool) -> bool:
    """Whether the words of two counts are so like each other that they are of one matter: people harmed in one way, in
    a story of one place; else with something that both name, or hardly any other word."""
    named = bool(tie) and tie != HEADED and one.slot is other.slot
    if tolls:
        few = min(figures(one) | figures(other)) <= FEW
        return like >= (STORY if one.scenes <= 1 and not few and tie else NAMED if named else 1.1)
    alike = one.one("unit") and bounds_meet(one, other) and in_proportion(one, other, NEAR)
    return like >= (NAMED if named or alike else LEVEL) and (one.one_scene or named) and not _by_so_much(one, other)


def _by_so_much(one: Fact, other: Fact) -> bool:
    """Whether one account tells both figures, or two shares tell by how much something rose or fell, of no common day:
    shares do so every day."""
    if any(INSTEAD.search(f.opening) for f in (one, other)):
        return True
    moved = [f.one("unit") == "%" and MOVED.search(f.opening) is not None for f in (one, other)]
    return all(moved) and times(one, other) is not Fit.SAME


def _of_one_sort(one: Fact, other: Fact) -> bool:
    """Whether two counts may be of one kind of thing by their nouns."""
    kinds = one.one("of"), other.one("of")
    if one.one("unit"):
        return True
    sides = {side_of(kind or "", one.armed_groups) for kind in kinds}
    if len(sides) > 1:
        return False
    return counted(*kinds) is not Fit.DIFFERENT or {kind or "people" for kind in kinds} <= crowds()


def _moved_on(later: Group | None, earlier: Group) -> bool:
    """Whether something shows that a later figure is a later state, and no other account of the same: one voice gives
    both, or it says so itself."""
    if later is None:
        return False
    voices = [folded(voice_of(g.lead)) for g in (earlier, later)]
    own = voices[0] == voices[1] or parties(voice_of(earlier.lead), voice_of(later.lead), frozenset()) is Fit.SAME
    return own or later.lead.one("change") is not None or CHANGED.search(later.lead.opening) is not None


def _levels(a: Group, b: Group, like: float, why: str) -> Relation | None:
    """How far one thing had come on two days: a river, a rate, a price, a sum that has grown."""
    following = by_publication(a, b)
    if following is None or a.lead.slot is Slot.TOLL or not (a.lead.real and b.lead.real):
        return None
    earlier, later = following
    moved = CHANGED.search(later.lead.opening) is not None
    if like < (LEVEL - NEARLY if moved else LEVEL) or not _moved_on(later, earlier):
        return None
    reached = [REACHED.search(g.lead.opening) is not None for g in following]
    apart = (later.first() or 0) - (earlier.first() or 0)
    if not reached[1] or not (reached[0] or moved) or apart > MONTHS or not in_proportion(a.lead, b.lead, FOLD):
        return None
    beyond = (later.lead.number("low") or 0) > (earlier.lead.number("low") or 0) and earlier.lead.number("high") is None
    if bounds_meet(a.lead, b.lead) and not beyond:
        return None
    change = f"{figure_of(earlier)}, later {figure_of(later)}"
    return Relation(LinkKind.UPDATES, 0.6, f"{change}; {why}", later)


def _bare(a: Group, b: Group, why: str) -> Relation | None:
    """One telling figure, of which one account does not say what it counts: "the union counted 1,800"."""
    one, other = a.lead, b.lead
    told = [f.one("of") is None and f.slot is Slot.STATEMENT and not f.one("unit") for f in (one, other)]
    alone = figures(one) == figures(other) and min(figures(one)) >= TELLING and one.one_scene and close(one, other)
    if told[0] == told[1] or not alone or one.one("unit") != other.one("unit"):
        return None
    who = f"{figure_of(a)}, {figure_of(b)}"
    return Relation(LinkKind.AGREES, 0.5, f"one figure told twice: {who}; {why}")
