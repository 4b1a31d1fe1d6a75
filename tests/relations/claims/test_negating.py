"""Claims of other polarity: which of them say the contrary of each other."""

from __future__ import annotations

import pytest

from sayso.relations.claims.negating import told_with_negation
from sayso.relations.words.meanings import passage

CASES = (
    # a sentence, the words of a claim in it, and whether it is told with words that negate
    ("The ferry can never sail again.", "The ferry can never sail again", True),
    ("The mayor said the ferry can never sail again.", "the ferry can never sail again", True),
    ("We must never allow the ferry to sail again.", "the ferry to sail again", True),
    ("The inquiry failed to show that the owner knew.", "the owner knew", True),
    ("Two inspectors doubted the owner knew.", "the owner knew", True),
    ("He denied everything, and the owner knew.", "the owner knew", False),
    ("No ferry sailed on Monday, but the owner knew.", "the owner knew", False),
    ("The owner knew, and nobody else did.", "The owner knew", False),
    ("The owner opposes a second ferry.", "The owner opposes a second ferry", False),
)


@pytest.mark.parametrize(("sentence", "words", "negated"), CASES)
def test_a_negation_in_the_words_or_before_them_in_their_clause_tells(sentence: str, words: str, negated: bool) -> None:
    start = sentence.index(words)
    assert told_with_negation(passage(sentence, [(start, start + len(words))])) is negated


def test_a_negation_where_a_claim_is_cut_tells_too() -> None:
    sentence = "The evidence fails to show that the owner knew of it."
    spans = [
        (sentence.index(words), sentence.index(words) + len(words)) for words in ("evidence", "the owner knew of it")
    ]
    assert told_with_negation(passage(sentence, spans))
