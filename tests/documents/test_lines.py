from __future__ import annotations

import pytest

from sayso.documents.lines import read_lines, script_of


def test_a_hard_wrapped_paragraph_is_one_line() -> None:
    text = (
        "Fishermen from Saltvik have found what they believe to be the wreck\n"
        "of the steamer Aurelia, which went down in the winter of 1917 with\n"
        "all hands.\n\nThe museum will send divers.\n"
    )
    assert [text[line.start : line.end].count("\n") for line in read_lines(text)] == [2, 0]


def test_lines_that_could_have_gone_on_are_not_joined() -> None:
    text = "Politics and the world around us today\nSport\nCulture and arts in the city\nWeather for the coming week"
    assert len(read_lines(text)) == 4


def test_features() -> None:
    line = read_lines("  • The ferry left the harbour late, and nobody aboard could say why.  ")[0]
    assert line.bullet
    assert line.is_prose
    assert line.text.startswith("The ferry")
    assert read_lines("Two boats collided off the coast on Monday and a third...")[0].cut_short


@pytest.mark.parametrize(
    ("words", "script"), [("Ferry", "LATIN"), ("Паром", "CYRILLIC"), ("العبارة", "ARABIC"), ("1 2", "")]
)
def test_scripts(words: str, script: str) -> None:
    assert script_of(words) == script
