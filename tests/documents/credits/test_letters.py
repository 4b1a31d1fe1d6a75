"""Capital letters, for patterns."""

from __future__ import annotations

import re

from sayso.documents.credits.letters import CAPITALS, STARTS


def test_capitals_of_all_scripts() -> None:
    assert all(re.fullmatch(f"[{CAPITALS}]", letter) for letter in "AZÉŠĞИΩ")
    assert not any(re.fullmatch(f"[{CAPITALS}]", letter) for letter in "aéšиω1- ")


def test_a_name_may_begin_with_a_letter_of_a_script_without_capitals() -> None:
    assert all(re.fullmatch(f"[{STARTS}]", letter) for letter in "Aر新א")
