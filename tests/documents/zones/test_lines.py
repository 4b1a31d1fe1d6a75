from __future__ import annotations

import pytest

from sayso.documents.zones.lines import read_lines, script_of


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


@pytest.mark.parametrize(
    "words",
    [
        "Lautta lähti satamasta myöhään illalla, eikä kukaan aluksella olleista osannut kertoa, miksi matka keskeytyi"
        " kesken kaiken vähän ennen puoltayötä.",
        "Паром вийшов із гавані пізно ввечері, і ніхто з пасажирів так і не зміг пояснити журналістам, чому він"
        " повернувся назад уже за годину.",
    ],
)
def test_prose_in_a_language_whose_words_are_not_listed(words: str) -> None:
    assert read_lines(words)[0].is_prose


def test_a_list_of_names_is_no_prose() -> None:
    words = "Harbour News, Harbour Sport, City Weather, Traffic Live, Ferry Times, Culture, Opinion, Letters, Jobs."
    assert not read_lines(words)[0].is_prose
