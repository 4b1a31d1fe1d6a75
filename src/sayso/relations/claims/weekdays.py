"""The day that a claim names only by its weekday, where nothing else gave it a time."""

from __future__ import annotations

import re

from sayso.relations.claims.days import Window
from sayso.relations.claims.facts import PASSING, Fact

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
#: A weekday that is named as the day of something, with what stands before it.
NAMED = re.compile(rf"(?:\b([a-z]{{1,12}}) )?\b({'|'.join(DAYS)})\b", re.IGNORECASE)
#: Before a weekday: it bounds a stretch of time, or is one to come, or of another week.
OTHERWISE = frozenset("since until till by from next last before after every each to between through".split())


def weekday_meant(fact: Fact) -> Window | None:
    """The last such weekday up to the day of publication, if what happened names just one and states no day: news tells
    of the days before it. None where the words leave it open."""
    if fact.window is not None or fact.published is None or fact.slot not in PASSING or not fact.real:
        return None
    if fact.values.get("as_of") is not None:
        return None  # the day of the count
    found = NAMED.findall(fact.opening)
    named = {day.lower() for _, day in found}
    if len(named) != 1 or any(before.lower() in OTHERWISE for before, _ in found):
        return None
    # day 1 of the ordinals was a Monday
    back = (fact.published - 1 - DAYS.index(named.pop())) % 7
    return fact.published - back, fact.published - back
