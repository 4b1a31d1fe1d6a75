"""One clause in one voice: what makes no claim. The claims themselves are held to cases in ``test_claims``."""

from __future__ import annotations

import pytest

from sayso.documents.page import Page
from sayso.pipeline import annotate
from small import small_page
from told import told


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("If the levee breaks, the town will flood.", "the levee breaks"),
        ("The dam is.", "The dam is"),
        ("It is false that the mayor sold the quay.", "It is false"),
        ("The guard did not say that he had seen her.", "he had seen her"),
    ],
)
def test_what_is_only_supposed_broken_off_or_not_said_is_no_claim(text: str, absent: str) -> None:
    assert absent not in {words for *_, words in told(text)}


def test_a_statement_holds_no_word_of_whoever_says_it() -> None:
    small = small_page("The lamp was in the porter's hands on Monday, a baker confirmed.")
    claims = annotate(Page(small.document, small.blocks, ())).claims
    assert [dict(claim.values)["words"] for claim in claims] == [("hand", "lamp", "monday", "porter")]


def test_what_is_vowed_and_what_others_told_are_claims_of_those() -> None:
    assert ("occurrence planned", "minister", "to resign") in told("The minister vowed to resign.")
    hearsay = told('"They told us the water was clean," said Ada Moss, a farmer.')
    assert "Ada Moss" not in {source for *_, source, words in hearsay if words == "the water was clean"}
