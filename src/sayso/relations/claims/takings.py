"""Accounts of a place that came under somebody: she took it, drove others out of it, or has had it since."""

from __future__ import annotations

import re

from sayso.relations.claims.comparing import Fit, parties, pinned, side_of
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.incidents import NEAR, close
from sayso.relations.claims.saying import NO, Verdict
from sayso.relations.words.spellings import folded
from sayso.vocab import Slot

#: Who holds a place as before.
STILL = re.compile(r"\b(?:still|remain(?:s|ed|ing)?|again|continu\w+|never|keeps?|kept|retain\w*)\b", re.IGNORECASE)


def come_under(a: Fact, b: Fact) -> Verdict:
    """Whether two accounts tell of one place that it came under somebody: she took it, drove others out of it, or has
    had it since. Both name who did, or a kind of people on her side."""
    holders = [_now_held_by(f) for f in (a, b)]
    if not all(holders) or not close(a, b) or not (pinned(a) and pinned(b)):
        return NO
    if any(f.one("state") == "holds" and STILL.search(f.opening) for f in (a, b)):
        return NO
    holder = parties(holders[0], holders[1], a.armed_groups)
    sides_of = {side_of(folded(name or ""), a.armed_groups) for name in holders}
    if holder is Fit.SAME or (holder is Fit.UNKNOWN and len(sides_of) == 1 and "" not in sides_of):
        return Verdict(True, 0.75 if holder is Fit.SAME else 0.6, f"{', '.join(a.many('place'))} came under one side")
    return NO


def held_since(a: Fact, b: Fact) -> bool:
    """Whether one account says who has a place some days after the other says that it was taken."""
    if a.slot is not Slot.CONTROL or b.slot is not Slot.CONTROL or a.window is None or b.window is None:
        return False
    holds = [f for f in (a, b) if f.one("state") == "holds"]
    if len(holds) != 1:
        return False
    taken, held = (b, a) if holds[0] is a else (a, b)
    return taken.window is not None and held.window is not None and 0 < held.window[0] - taken.window[1] <= NEAR


def _now_held_by(fact: Fact) -> str | None:
    """Who has a place by what a claim says of it; None where it only says who has not."""
    if fact.one("state") == "lost":
        return fact.one("agent")
    return fact.one("holder") if fact.one("state") in ("took", "holds") else None
