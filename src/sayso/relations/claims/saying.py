"""Whether two claims told in open words say the same: by what is said of whom, with which figure."""

from __future__ import annotations

from typing import NamedTuple

from sayso.relations.claims.comparing import Fit, any_party, figures, overlap, places, same_figure
from sayso.relations.claims.facts import Fact
from sayso.relations.words.senses import likeness, opposed
from sayso.relations.words.spellings import folded
from sayso.vocab import Slot

#: A plain statement is the same where this share of its words is, and this many of them at least; of all that either
#: says, LIKE is in common.
SHARED, FEWEST, LIKE = 0.6, 3, 0.3


#: With somebody named in both, or a figure that both give, fewer words are enough.
NAMED, BACKED = 0.5, 2


#: Slots that a predicate without a line of its own may be told in either of.
OPEN = frozenset({Slot.STATEMENT, Slot.OCCURRENCE})


#: Accounts this many days apart need more of their words in common.
DAYS = 3
#: A count of this few is so common that it says nothing by itself.
FEW = 4


class Verdict(NamedTuple):
    """Whether two claims are one. One that says no with a score says that they probably are, and how likely. ``shown``
    says that a figure or somebody named in both speaks for it, not wording alone."""

    same: bool
    score: float
    why: str
    shown: bool = False


NO = Verdict(False, 0.0, "")


def sourced_to(fact: Fact) -> str:
    """The farthest source that a claim is laid to, as its chain has it; blank for an outlet's own voice."""
    return fact.claim.chain[-1] if fact.claim.attribution_id is not None and fact.claim.chain else ""


def speaker_of(fact: Fact) -> str:
    """Who says it, by name; blank for an outlet's own voice and for whoever is not named."""
    name = sourced_to(fact)
    return folded(name) if name[:1].isupper() else ""


def days_apart(a: Fact, b: Fact) -> bool:
    """Whether two accounts of no stated day were published more than DAYS days apart."""
    undated = a.window is None and b.window is None
    return undated and a.published is not None and b.published is not None and abs(a.published - b.published) > DAYS


def statement(a: Fact, b: Fact) -> Verdict:
    """Two claims told in words that fit no slot: by what is said of whom, with which figure."""
    if a.said.isdisjoint(b.said):
        return NO
    said = len(a.said & b.said)
    if likeness(a.said, b.said) < LIKE / 2:
        return NO
    who = any_party(a.people, b.people, a.armed_groups)
    if who is Fit.UNKNOWN and speaker_of(a) and speaker_of(a) == speaker_of(b):
        who = Fit.SAME  # one speaker on one matter
    if places(a, b) is Fit.DIFFERENT or who is Fit.DIFFERENT or opposed(a.words, b.words):
        return NO
    figure = a.numbered() and b.numbered()
    if figure and not same_figure(a, b):
        return NO
    common, share = len(a.words & b.words), overlap(a.words, b.words)
    of = overlap(a.said, b.said)
    worded = share >= SHARED and common >= FEWEST and likeness(a.words, b.words) >= LIKE
    telling_figure = figure and (a.one("unit") is not None or max(figures(a)) >= FEW)
    backed = said >= BACKED and of >= NAMED and likeness(a.said, b.said) >= LIKE
    known = (who is Fit.SAME or telling_figure) and backed
    both = who is Fit.SAME and telling_figure and of >= LIKE
    if days_apart(a, b) and not both and likeness(a.words, b.words) < SHARED:
        return NO  # what is told of another day in part of the words is another thing
    if not (worded or known or both):
        return NO
    why = [f"{max(share, of):.0%} of the words"]
    why += ["somebody named in both"] if who is Fit.SAME else []
    why += ["one figure"] if figure else []
    return Verdict(True, round(0.5 + max(share, of) / 3, 3), ", ".join(why), who is Fit.SAME or figure)
