from __future__ import annotations

import pytest

from sayso.documents.language import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry left the harbour late, and nobody aboard could say why it had been held for so long.", "en"),
        (
            "Die Fähre hat den Hafen mit großer Verspätung verlassen, weil ein Passagier das Gepäck vergessen hatte.",
            "de",
        ),
        ("Le traversier a quitté le port en retard parce qu'un passager avait oublié ses bagages sur le quai.", "fr"),
        ("Паром вышел из порта с опозданием, потому что пассажир забыл на причале свой багаж.", "ru"),
        ("여객선이 승객의 짐 때문에 항구를 늦게 떠났다.", "ko"),
        ("Ferry", None),
        ("", None),
        ("12 34 — 56", None),
        ("Talmere Karsova Dorvale", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert find_language(text) == language
