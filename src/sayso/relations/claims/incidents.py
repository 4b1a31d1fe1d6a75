"""Whether two tolls are of one incident: by place, cause, doer, victims and days."""

from __future__ import annotations

import re

from sayso.relations.claims.comparing import (
    Fit,
    causes,
    counted,
    crowds,
    figures,
    one_heading,
    parties,
    pinned,
    places,
    same_figure,
    side_of,
    sort_of,
    times,
)
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.saying import FEW, NO, Verdict
from sayso.vocab import Modality, Slot

#: Two accounts of one kind of happening this many days apart may be of one.
NEAR = 3
#: How likely it is that two small counts of a story of one scene are one, where nothing else says so.
SUPPOSED = 0.88
#: Tolls of one place whose accounts lie further apart are of two happenings, unless they state one day.
WEEK = 7
#: What two tolls have in common, in words.
COMMON = {"place": "place", "cause": "kind of happening", "agent": "doer", "victims": "victims", "of": "kind counted"}
#: A name within a description, and so many of its letters as a name of a people has in common with that of its country.
NAME, STEM = re.compile(r"(?!(?:A|An|The)\b)\b[A-Z]\w+"), 4
#: People who had to leave, whether it is told as harm done to them or as where they went.
AWAY = frozenset({"displaced", "evacuated"})


def harm(fact: Fact) -> str:
    """How the victims of a toll were harmed; those who had to leave are of one kind, whoever made them. Whoever is
    trapped or buried is missing above ground; a stranded passenger is not."""
    effect = fact.one("effect") or ""
    below = effect == "trapped" and "strand" not in fact.words
    return "displaced" if effect in AWAY else "missing" if below else effect


def uprooted(fact: Fact) -> bool:
    """Whether a claim counts people who had to leave."""
    fled = fact.slot is Slot.MOVEMENT and not fact.headline
    # "the number of people who have fled is 12,000"
    fled = fled or (fact.slot is Slot.STRENGTH and "flee" in fact.words and not fact.headline)
    noun = fact.one("of") or "people"
    people = noun in crowds() and not side_of(noun, fact.armed_groups)
    return fact.numbered() and ((fled and people) or harm(fact) == "displaced")


def ahead(fact: Fact) -> bool:
    """Whether a count is of what is still to come: jobs that will go, would go, are to be cut."""
    to_come = fact.claim.modality in (Modality.PLANNED, Modality.POSSIBLE, Modality.ORDERED)
    return fact.slot is Slot.TOLL and fact.one("effect") == "laid off" and to_come


def one_incident(a: Fact, b: Fact) -> tuple[Fit, str]:
    """Whether two tolls are of one incident and one kind of victims, and what says so. DIFFERENT settles it; SAME needs
    something that both name."""
    if harm(a) != harm(b) or (sort_of(a) and sort_of(b) and sort_of(a) != sort_of(b)):
        return Fit.DIFFERENT, ""  # what tells most pairs apart is asked first
    groups = a.armed_groups
    fits = {"cause": causes(a.one("cause"), b.one("cause")), "of": counted(a.one("of"), b.one("of"))}
    if Fit.DIFFERENT not in fits.values():
        fits["place"] = places(a, b)
        fits["agent"] = parties(a.one("agent"), b.one("agent"), groups)
        fits["victims"] = parties(a.one("victims"), b.one("victims"), groups)
    if Fit.DIFFERENT in fits.values():
        return Fit.DIFFERENT, ""
    shared = [name for name in COMMON if fits[name] is Fit.SAME]
    # one kind of victims is harmed in many incidents
    # where a story has many scenes, the one that an article was merely supposed to be set in shows nothing
    lent = any(f.values.get("place_supposed") or f.values.get("place_inherited") for f in (a, b))
    here = "place" in shared and pinned(a) and pinned(b) and near(a, b) and (a.one_scene or not lent)
    one_day = times(a, b) is Fit.SAME
    deed = "agent" in shared and (a.one_scene or one_day or here)
    dead = "victims" in shared and figures(a) == figures(b) == {1}  # somebody with a name is harmed once
    by_cause = "cause" in shared and a.one("cause") != "attack" and close(a, b)
    by_cause = by_cause and (a.single or one_heading(a, b) or one_day or "place" in shared)
    one_plan = ahead(a) and ahead(b) and close(a, b)  # what one story says of jobs to go
    known = here or deed or dead or by_cause or one_plan
    return (Fit.SAME if known else Fit.UNKNOWN), ", ".join(COMMON[name] for name in shared)


def near(a: Fact, b: Fact) -> bool:
    """Whether two accounts can be of one happening by their days: they state a common one, or were published at most
    WEEK days apart."""
    if times(a, b) is Fit.SAME:
        return True
    return a.published is None or b.published is None or abs(a.published - b.published) <= WEEK


def close(a: Fact, b: Fact) -> bool:
    """Whether two accounts were published at most NEAR days apart, as far as is known."""
    return a.published is None or b.published is None or abs(a.published - b.published) <= NEAR


def one_toll(a: Fact, b: Fact) -> Verdict:
    """Whether two counts of victims are one: of one incident, with one figure."""
    incident, shared = one_incident(a, b)
    if incident is Fit.DIFFERENT or a.numbered() != b.numbered():
        return NO
    if a.numbered():
        if not same_figure(a, b):
            return NO
        figure = max(a.number("low") or 0, a.number("high") or 0)
        if incident is Fit.UNKNOWN and not close(a, b):
            return NO
        if incident is Fit.UNKNOWN and figure < FEW:  # so few are counted in any incident
            return Verdict(False, SUPPOSED, "one small figure in a story of one scene") if _one_scene(a, b) else NO
        unsure = 0.5 if a.document.id == b.document.id else 0.65  # one article seldom tells one count twice
        return Verdict(
            True, 0.85 if incident is Fit.SAME else unsure, f"one figure{', same ' + shared if shared else ''}"
        )
    if not close(a, b):
        return NO
    named = a.one("victims") and parties(a.one("victims"), b.one("victims"), a.armed_groups) is Fit.SAME
    if named or (incident is Fit.SAME and counted(a.one("of"), b.one("of")) is Fit.SAME):
        return Verdict(True, 0.7, f"no figure, same {shared}")
    return NO


def of_two_names(a: Fact, b: Fact) -> bool:
    """Whether the victims of two tolls are each told with a name that the others are not, however it ends: "Azurian",
    "soldiers of Ruvia"."""
    held = [{word[:STEM] for word in NAME.findall(f.one("victims") or "")} for f in (a, b)]
    return all(held) and held[0].isdisjoint(held[1])


def _one_scene(a: Fact, b: Fact) -> bool:
    """Whether two accounts without a place are of a story that tells of harm in one place at most: of more than one,
    and not both of one article, which would hardly count them twice."""
    if a.scenes > 1 or a.document.id == b.document.id or of_two_names(a, b):
        return False
    return min(figures(a) | figures(b), default=0) > 1
