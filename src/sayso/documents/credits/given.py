"""Whether a name begins as people's do: with a given name that many bear."""

from __future__ import annotations

import functools

from sayso import assets


@functools.cache
def given_names() -> frozenset[str]:
    """Given names that many bear, in small letters."""
    return frozenset(row["name"] for row in assets.rows("personal.tsv") if row["kind"] == "given")


def is_given(name: str) -> bool:
    """Whether a word is a given name that many bear."""
    return name.casefold() in given_names()


def begins_with_given(name: str) -> bool:
    """Whether the first word of a name of several is a given name: *Ada Bell*, not *Gadget Parlour*."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first.casefold() in given_names()
