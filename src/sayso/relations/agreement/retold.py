"""Whether two figures are of one thing.

That they count or measure things of one kind in one story shows little: a match has many points, a budget many sums.
What shows it: either claim says all that the other says but for the figure, or somebody sets the one against the other.
"""

from __future__ import annotations

import re
from itertools import product

from sayso.relations.agreement.assertions import as_so
from sayso.relations.agreement.attacks import voice_of
from sayso.relations.agreement.matters import TELLING, contrasted
from sayso.relations.agreement.measures import AMOUNTS
from sayso.relations.agreement.restating import dated, in_common, nearness, one_predicate
from sayso.relations.agreement.standing import Relation, at_odds, side_by_side
from sayso.relations.agreement.ties import NAME, TIME, shared
from sayso.relations.claims.comparing import Fit, any_party, figures, in_money
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import Group
from sayso.relations.claims.incidents import close
from sayso.relations.claims.matching import legible
from sayso.relations.claims.saying import OPEN
from sayso.relations.words.spellings import folded
from sayso.vocab import LinkKind

#: Either of two claims has words for this share of what the other says, the rarer in news the heavier, and they lie so
#: near each other; the same where they give one figure.
SHARE, NEAR = 0.6, 0.63
#: With so large a share they are the same but for the figure.
WHOLE = 0.8
FIGURE_SHARE = 0.4
#: A figure below this is so common that two claims give it by chance.
COMMON = 10
#: What is not said of two figures that may be of two things.
WEIGHED = frozenset({LinkKind.AGREES, LinkKind.CONFLICTS, LinkKind.UPDATES, LinkKind.UNDECIDED})
#: So many wordings of either are looked at.
COMPARED = 3
NUMBER = re.compile(
    r"\d[\d.,]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand)\b", re.IGNORECASE
)
YEAR = re.compile(r"(?:19|20)\d\d")


def borne_out(found: Relation | None, one: Group, other: Group) -> Relation | None:
    """What rules found between two figures; None where these are told in open words and nothing shows that they are of
    one thing. Amounts of a substance, and results, have rules of their own."""
    a, b = one.lead, other.lead
    if found is None or found.kind not in WEIGHED or OPEN.isdisjoint({a.slot, b.slot}):
        return found
    if a.one("score") or b.one("score") or a.one("unit") in AMOUNTS or _set_against(one, other):
        return found
    told = _one_telling if found.kind is LinkKind.AGREES else _but_for_the_figure
    return found if any(told(x, y) for x, y in product(_told(one), _told(other))) else None


def _set_against(one: Group, other: Group) -> bool:
    """Whether somebody says that the one figure is not right, or one text sets two sources' figures side by side."""
    a, b = one.lead, other.lead
    if contrasted(a) & figures(b) or contrasted(b) & figures(a):
        return True
    sourced = all(g.lead.claim.attribution_id is not None for g in (one, other))
    kind = a.one("unit") == b.one("unit") and a.one("of") == b.one("of")
    return sourced and kind and voice_of(a) != voice_of(b) and at_odds(one, other) and side_by_side(one, other)


def _but_for_the_figure(a: Fact, b: Fact) -> bool:
    """Whether two claims of known days say the same of a thing that has one name, and name nobody and nothing else.
    Unless they are all but word for word the same, both are told as so, of one day or by one voice, with no other
    figure."""
    kind = a.one("unit") or a.one("of")
    if kind is None or kind != (b.one("unit") or b.one("of")) or None in (a.published, b.published):
        return False
    share = in_common(a, b)
    if (
        share < SHARE
        or nearness(a, b) < NEAR
        or not _of_one_name(a, b)
        or not (_level(a) or one_predicate(a, b))
        or not (_names(a) <= _words(b) and _names(b) <= _words(a))
    ):
        return False
    if share >= WHOLE and (as_so(a) or as_so(b)):
        return True
    one_time = dated(a, b) or voice_of(a) == voice_of(b)
    return as_so(a) and as_so(b) and one_time and not any(_other_figures(f) for f in (a, b))


def _of_one_name(a: Fact, b: Fact) -> bool:
    """Whether something ties two claims: what both name, or who speaks in the one and is spoken of in the other."""
    people = [(*f.people, voice_of(f)) for f in (a, b)]
    return bool(shared(a, b)) or any_party(people[0], people[1], a.armed_groups) is Fit.SAME


def _level(fact: Fact) -> bool:
    """Whether a figure is a share or a measure, which stands at, reaches or is put at so much; sums and counts are of
    what is done."""
    return fact.one("unit") is not None and not in_money(fact)


def _names(fact: Fact) -> frozenset[str]:
    return frozenset(folded(word) for word in NAME.findall(fact.opening)) - TIME


def _words(fact: Fact) -> frozenset[str]:
    return frozenset(folded(fact.opening).split())


def _other_figures(fact: Fact) -> bool:
    """Whether a claim gives more figures than its bounds; years do not count."""
    return sum(YEAR.fullmatch(number) is None for number in NUMBER.findall(fact.opening)) > len(figures(fact))


def _one_telling(a: Fact, b: Fact) -> bool:
    """Whether two claims that give one figure tell of one thing."""
    if as_so(a) != as_so(b) or not close(a, b):
        return False
    named = any_party(a.people, b.people, a.armed_groups)
    if named is Fit.DIFFERENT or (max(figures(a)) < COMMON and named is not Fit.SAME):
        return False
    if min(figures(a)) >= TELLING:
        return True
    return in_common(a, b) >= FIGURE_SHARE and nearness(a, b) >= NEAR


def _told(group: Group) -> list[Fact]:
    return [fact for fact in group.nodes[:COMPARED] if fact.numbered() and legible(fact)]
