"""What shows that two claims are of one matter besides their words, and what shows that they are not: names, places,
who does what to whom."""

from __future__ import annotations

import re

from sayso.relations.agreement.attacks import FOR_GOOD
from sayso.relations.claims.comparing import ATTACKS, Fit, any_party, one_heading, parties, places
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.incidents import harm
from sayso.relations.claims.saying import sourced_to
from sayso.relations.words.likeness import DAYS
from sayso.relations.words.spellings import folded
from sayso.vocab import Slot

#: What ties two claims of which nothing else does.
HEADED = "headlines of one thing"
#: Names of a text: words with a capital that do not begin it.
NAME = re.compile(r"(?<=[a-z,\d] )[A-Z][\w'’-]{2,30}")
TIME = DAYS | {"march", "may"}
#: Roles in which two claims of one matter name nobody different.
ROLES = ("agent", "target", "thing", "with", "party", "victims", "holder")
#: Words for what armed people do.
VIOLENT = re.compile(
    r"\b(?:attack\w*|assault\w*|bomb\w*|explosions?|blasts?|shell(?:s|ed|ing|fire)|(?:air|drone) ?strikes?"
    r"|raid(?:s|ed)?|rockets?|missiles?|mortars?|gunfire|gunmen|clash\w*|fighting|battles?|offensive|ambush\w*|massacre\w*|militants?"
    r"|insurgents?|terrorists?|warplanes?|jets|bombardment)\b",
    re.IGNORECASE,
)


def named_in(fact: Fact) -> frozenset[str]:
    """The names in a claim's words, folded: of people, places and bodies, not of days."""
    found = {folded(word) for word in NAME.findall(fact.opening)}
    found |= {word for name in (*fact.people, *fact.many("place")) for word in folded(name).split()}
    return frozenset(found - TIME)


def apart(one: Fact, other: Fact) -> bool:
    """Whether either of two claims has a name that the other lacks."""
    names = named_in(one), named_in(other)
    return not (names[0] <= names[1] or names[1] <= names[0])


def of_others(one: Fact, other: Fact) -> bool:
    """Whether two claims are of different people in one role, neither of whom the other claim's words name."""
    for role in ROLES:
        pair = one.one(role), other.one(role)
        if parties(pair[0], pair[1], one.armed_groups) is not Fit.DIFFERENT:
            continue
        told = [set(folded(f.opening).split()) for f in (other, one)]
        if not any(set(folded(name or "").split()) & words for name, words in zip(pair, told, strict=True)):
            return True
    return False


def shared(one: Fact, other: Fact) -> str:
    """What shows that two claims are of one matter besides their words; blank where nothing does."""
    if places(one, other) is Fit.SAME and not (one.values.get("place_supposed") or other.values.get("place_supposed")):
        return "one place"
    common = named_in(one) & named_in(other)
    if common:
        return f"in both {', '.join(sorted(common)[:2])}"
    if any_party(one.people, other.people, one.armed_groups) is Fit.SAME:
        return "somebody named in both"
    return HEADED if one_heading(one, other) else ""


#: Words for those who fight, and what they fight with.
WAR = re.compile(
    r"\b(?:wars?|weapons?|rebels?|regime|troops|army|soldiers|siege\w*|besieg\w*|casualt\w+|fighters|militias?|airbase"
    r"|air base|gas)\b",
    re.IGNORECASE,
)


def of_war(fact: Fact) -> bool:
    """Whether a claim, or the headline above it, is of a war."""
    told = f"{fact.document.headline or ''} {fact.opening}"
    return VIOLENT.search(told) is not None or WAR.search(told) is not None


def violent(fact: Fact) -> bool:
    """Whether a claim is of what attacks do: there are many in one war, told alike, and only their places and days tell
    them apart."""
    if harm(fact) in FOR_GOOD:
        return fact.one("cause") in ATTACKS or of_war(fact)
    return VIOLENT.search(fact.opening) is not None


#: A part in something, which somebody denies.
PART = re.compile(
    r"\b(?:(?:any|no|having (?:any|a)) (?:part|role|hand|involvement|connection|link|responsibility)"
    r"|nothing to do with|(?:being )?involved|involvement|responsibility)\b",
    re.IGNORECASE,
)


def part_only(no: Fact, yes: Fact) -> bool:
    """Whether somebody denies only that she had a part in a thing, of which a claim tells without her: that it happened
    she does not deny."""
    if yes.slot is Slot.RESPONSIBILITY or PART.match(no.opening) is None:
        return False
    name = sourced_to(no)
    named = bool(name) and folded(name).removeprefix("unnamed ").removesuffix("s") in folded(yes.text)
    return not named and any_party((name,), yes.people, no.armed_groups) is not Fit.SAME
