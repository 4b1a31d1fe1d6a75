"""Quotations: pairs of text and what stands between its outermost marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.layers.parsing.quotes import quotations_of


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"Come in," she said. "Sit down."', ["Come in,", "Sit down."]),
        ("“He said ‘go home’ and left,” she said.", ["He said ‘go home’ and left,"]),
        ("‘The dam is safe,’ he said.", ["The dam is safe,"]),
        ("‘It isn’t the farmers’ fault,’ he said.", ["It isn’t the farmers’ fault,"]),
        ("The workers' pay isn't 'fair', they said.", ["fair"]),
        ("''The roof fell,'' she said.", ["The roof fell,"]),
        ("„Das war fair,“ he said.", ["Das war fair,"]),
        ("«Yes», said Bo.", ["Yes"]),
        ("“Open to the end", ["Open to the end"]),
        ("a 6\" plank and a 4' pole", []),
        ('the mayor" arrived', []),
        ('"never closed and "again," he said', ["again,"]),
        ("rock music", []),
        ("", []),
    ],
)
def test_what_is_quoted(text: str, inner: list[str]) -> None:
    assert [text[q.inner : q.inner_end] for q in quotations_of(text, 0, len(text))] == inner


def test_a_quotation_that_runs_on_is_carried() -> None:
    text = "“It went on"
    assert [q.carried for q in quotations_of(text, 0, len(text), carried=True)] == [True]
    assert not quotations_of(text, 0, len(text))[0].closed


@given(st.text(alphabet="ab ,.'\"“”‘’«»„`\n", max_size=200))
def test_quotations_lie_in_order_and_inside(text: str) -> None:
    at = 0
    for q in quotations_of(text, 0, len(text)):
        assert at <= q.start < q.inner <= q.inner_end <= q.end <= len(text)
        at = q.end
