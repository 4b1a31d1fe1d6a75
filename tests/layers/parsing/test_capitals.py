"""Headlines that write every word large: for the model, only names stand large."""

from __future__ import annotations

import pytest

from sayso.layers.parsing.capitals import in_small
from sayso.layers.parsing.model import names_nobody
from smallpages import small_page

BODY = (
    "Ada Moss was criticized on Monday for what she told the Harbour Board about its canal. The Board met in Velm, and "
    "its chairman left early. “A canal needs water,” Moss said. Lunt, who leads the board of a bank, had his comments "
    "removed."
)


@pytest.mark.parametrize(
    ("headline", "seen"),
    [
        ("Ada Moss Criticized for Canal Comments", "Ada Moss criticized for canal comments"),
        ("Harbour Board Chairman Leaves Over Canal Comments", "Harbour Board chairman leaves over canal comments"),
        ("V.H.B. Chairman Criticized For Canal Comments", "V.H.B. Chairman criticized for canal comments"),
        ("MOSS Says: I Told The Board About A Canal", "MOSS says: I told the Board about a canal"),
        ("Moss Criticized for Brolin Canal Comments", "Moss criticized for Brolin canal comments"),
        ("Ada Moss criticized for Canal comments", "Ada Moss criticized for Canal comments"),
        ("Élodie İnce Criticized For Canal Comments", "Élodie İnce criticized for canal comments"),
        ("Ada Moss", "Ada Moss"),
        ("", ""),
    ],
)
def test_what_the_text_writes_small_is_small(headline: str, seen: str) -> None:
    assert in_small(headline, BODY, names_nobody) == seen


@pytest.mark.parametrize(
    ("word", "nobody"), [("slams", True), ("over", True), ("told", True), ("moss", False), ("brolin", False)]
)
def test_words_that_name_nobody(word: str, nobody: bool) -> None:
    assert names_nobody(word) is nobody


def test_a_headline_keeps_its_own_spelling_and_has_a_verb() -> None:
    title = "Ada Moss Criticized for Canal Comments"
    words = small_page(f"{title}\n{BODY}", zones="headline").parse.sentences[0].tokens
    assert " ".join(t.text for t in words) == title
    assert [(t.lemma, t.pos) for t in words if t.text in ("Criticized", "Comments")] == [
        ("criticize", "VERB"), ("comment", "NOUN"),
    ]  # fmt: skip
