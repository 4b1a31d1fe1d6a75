"""Sets that are joined, and things that are kept apart whatever is joined."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.relations.parted import Parted

PAIRS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=20)


def test_a_chain_of_joins_does_not_bring_together_what_is_apart() -> None:
    sets = Parted([("a", "d")])
    assert sets.join("a", "b")
    assert sets.join("c", "d")
    assert not sets.may_join("b", "c")
    assert not sets.join("b", "c")
    assert sets.find("b") == "a"
    assert sets.find("d") == "c"


def test_a_thing_is_never_apart_from_itself() -> None:
    assert Parted([("a", "a")]).join("a", "b")


@given(apart=PAIRS, joins=PAIRS)
def test_whatever_is_joined(apart: list[tuple[str, str]], joins: list[tuple[str, str]]) -> None:
    sets = Parted(apart)
    for one, other in joins:
        joined = sets.join(one, other)
        assert joined == (sets.find(one) == sets.find(other))
    for one, other in apart:
        assert one == other or sets.find(one) != sets.find(other)
    for thing in "abcdefgh":
        assert sets.find(thing) <= thing
