"""Text that cannot play with what stands around it."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sayso.exports.visible import cut, printable, short, shown


def test_shown_keeps_lines_and_joiners() -> None:
    assert shown("a\nb\u200dc") == "a\nb\u200dc"
    assert shown("\x00\u2066") == "⟨U+0000⟩⟨U+2066⟩"
    assert shown(None) == ""


@given(st.text(max_size=80))
def test_nothing_shown_controls_or_turns_the_line(text: str) -> None:
    said = shown(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in said if c not in "\n\t\u200c\u200d\u00ad")


@given(st.text(max_size=80), st.integers(2, 60))
def test_cut_fits(text: str, width: int) -> None:
    assert len(cut(text, width)) <= width
    assert cut(text, 80) == text


def test_cut_breaks_at_a_word() -> None:
    assert cut("the bridge was closed, they said", 24) == "the bridge was closed…"


@given(st.text(max_size=60), st.integers(2, 40))
def test_short_fits_and_is_printable(text: str, width: int) -> None:
    said = short(text, width)
    assert len(said) <= width
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in said)


def test_printable_takes_the_sting_out() -> None:
    assert printable("a\x1b[31mred\u202e\nb") == "a[31mred b"
