"""Every kind of row survives its table, whatever its fields hold."""

from __future__ import annotations

import typing
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import types
from sayso.record.schema import PLACE, TABLES, by_kind, hints, packed, unpacked
from sayso.types import KINDS, Span, values

words = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=8)
spans = st.builds(Span, words, st.integers(0, 99), st.integers(0, 99))


def strategy(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a field's type."""
    plain = {str: words, int: st.integers(-9, 9), float: st.floats(-9, 9), bool: st.booleans(), Span: spans}
    if hint in plain:
        return plain[hint]
    if hint == types.Values:
        return st.dictionaries(st.sampled_from("abc"), st.integers(1, 9) | st.tuples(words)).map(lambda d: values(**d))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    if isinstance(hint, type) and hasattr(hint, "_fields"):
        parts = typing.get_type_hints(hint, vars(types))
        return st.builds(hint, *(strategy(parts[name]) for name in hint._fields))
    if typing.get_origin(hint) is tuple:
        args = typing.get_args(hint)
        if args[-1] is Ellipsis:
            return st.lists(strategy(args[0]), max_size=2).map(tuple)
        return st.tuples(*map(strategy, args))
    return st.none() | strategy(next(a for a in typing.get_args(hint) if a is not type(None)))


@pytest.mark.parametrize("kind", sorted(KINDS))
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_row_survives_its_table(kind: str, data: st.DataObject) -> None:
    fields = {name: strategy(hint) for name, hint in hints(kind).items() if name != "id"}
    row = KINDS[kind](**data.draw(st.fixed_dictionaries(fields)))
    line = packed(row)
    assert set(line) == set(TABLES[kind].c.keys()) - {PLACE}  # which the record gives
    again = unpacked(kind, line)
    assert again == row
    assert again.id == row.id


def test_rows_are_sorted_into_kinds_each_once() -> None:
    problem = types.Problem(subject="a", stage="b", reason="c")
    assert by_kind([problem, problem]) == {"problem": [problem]}
