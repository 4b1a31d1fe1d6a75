"""The pieces of lines that may tell of a text's way."""

from __future__ import annotations

import pytest

from sayso.documents.credits.wayitems import kind_of, kinds_of, pieces_of, tells


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("republished", "K"), ("re-published", "K"), ("veröffentlicht", "S"), ("translated", "D"), ("syndicated", "G"),
        ("via", "v"), ("permission", "L"), ("originally", "1"), ("story", "T"), ("the", "d"), ("nationally", "_"),
        ("swahili", "l"), ("dänischen", "l"), ("pier", "?"),
    ],
)  # fmt: skip
def test_each_word_is_of_a_kind(word: str, kind: str) -> None:
    assert kind_of(word) == kind


@pytest.mark.parametrize(
    ("line", "kinds", "names"),
    [
        ("This story was originally published by the Harbour Gazette.", "HTB1SbdN_", ["Harbour Gazette"]),
        ("This pier was first published by X", "_?B1SbN", ["X"]),
        ("Diesen Beitrag übernahmen wir aus der Hafen-Zeitung", "HT?EfdN", ["Hafen-Zeitung"]),
        ("It first ran in The Coastal Sentinel of Lagos", "P1SaN", ["The Coastal Sentinel"]),
        ("Nota de la Agencia Sur", "TodN", ["Agencia Sur"]),
        ("See harbour.example/salt for it", "RNgP", ["harbour.example"]),
        ("Bu yazı ilk olarak Liman Postası'nda yayımlandı", "HT1_aNS", ["Liman Postası"]),
        ("Bu haber Liman Postası tarafından hazırlandı", "HTbN_M", ["Liman Postası"]),
        ("From Reuters’ offices", "fN??", ["Reuters"]),
        ("نشر هذا المقال لأول مرة في صحيفة الضفة", "SHT1_a*N", ["الضفة"]),
    ],
)
def test_a_line_is_names_and_words_of_few_kinds(line: str, kinds: str, names: list[str]) -> None:
    pieces = pieces_of(line)
    assert [piece.word for piece in pieces if piece.named] == names
    assert kinds_of(pieces) == kinds
    assert all(line[n.start : n.end] == n.name for piece in pieces if (n := piece.named))


@pytest.mark.parametrize("line", ["The council published the plan in May", "He told the Mirror that he had sold it"])
def test_most_lines_are_told_by_their_words_to_tell_of_none(line: str) -> None:
    assert not tells(line)
