from __future__ import annotations

import pytest

from sayso.documents.lines import phrase_kind, read_lines, script_of


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


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("SUBSCRIBE", "furniture"),
        ("Share this article", "furniture"),
        ("Related articles", "end"),
        ("12 comments", "comments"),
        ("Leave a Reply Cancel reply", "comments"),
        ("Sign up for our newsletter and get the news every morning", "promo"),
        ("Read more: Two boats collide", "teaser"),
        ("“Follow us on foot,” the guide said.", ""),
        ("The council will share the cost of the bridge with two villages.", ""),
        ("Related costs rose by a fifth, the ministry said.", ""),
    ],
)
def test_set_phrases(line: str, kind: str) -> None:
    assert phrase_kind(read_lines(line)[0]) == kind


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
