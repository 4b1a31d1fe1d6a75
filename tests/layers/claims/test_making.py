"""One clause in one voice: what makes no claim. The claims themselves are held to cases in ``test_claims``."""

from __future__ import annotations

import pytest

from claimcases import told
from sayso.documents.page import Page
from sayso.pipeline import annotate
from smallpages import small_page


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("If the levee breaks, the town will flood.", "the levee breaks"),
        ("The dam is.", "The dam is"),
        ("It is false that the mayor sold the quay.", "It is false"),
        ("The guard did not say that he had seen her.", "he had seen her"),
        ("Do you think that the dam will hold the water?", "the dam will hold the water"),
        (
            "Does it mean that the guards, who are few, will leave the quay?",
            "the guards, who are few, will leave the quay",
        ),
        ("If the lake freezes and the ferry stays in port, the town will starve.", "the ferry stays in port"),
        ("The river looks like it has flooded the town.", "it has flooded the town"),
        ("The ferry sails as long as the lake is free of ice.", "the lake is free of ice"),
        ("Store the salted herring in a cool cellar.", "Store the salted herring in a cool cellar"),
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


def test_what_stands_before_a_question_is_said() -> None:
    found = told("The quay was closed on Monday, so what is wrong?")
    assert found == {("occurrence", "-", "The quay was closed on Monday")}


@pytest.mark.parametrize(
    ("text", "modality", "words"),
    [
        ("The flood caused 300 families to leave the valley.", "fact", "300 families to leave the valley"),
        ("Ada Moss beat two others to become mayor of Orle.", "fact", "to become mayor of Orle"),
        ("It was no accident: the council will say so on Monday.", "negative", "It was no accident"),
        ("The union has pledged to pay, but it has drawn much anger.", "fact", "it has drawn much anger"),
        ("The ferry reportedly hit a rock and sank off Orle.", "possible", "The ferry … sank off Orle"),
        ("The guards failed to stop the ferry and search the hold.", "negative", "search the hold"),
        ("The guards did not stop the ferry or search the hold.", "negative", "search the hold"),
        ("Ada Moss went on to win the cup in May.", "fact", "to win the cup in May"),
        ("It was revealed that the mayor had met a smuggler.", "fact", "the mayor had met a smuggler"),
        ("It was no coincidence that the bridge closed on Monday.", "fact", "the bridge closed on Monday"),
        ("The council should save money by closing two schools.", "ordered", "closing two schools"),
    ],
)
def test_how_far_so_a_clause_is_by_those_around_it(text: str, modality: str, words: str) -> None:
    found = {told_words: [*what.split(), "fact"][1] for what, _, told_words in told(text)}
    assert {how_far for told_words, how_far in found.items() if told_words.endswith(words)} == {modality}


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The council denied him a licence for the quay.", False),
        ("The ministry denied entry to 40 sailors.", False),
        ("The mayor quickly disavowed the guild and its master.", False),
        ("The mayor could not rule out that the guild had burnt the quay.", False),
        ("The mayor denied the closure of two schools.", True),
    ],
)
def test_what_is_not_given_or_not_wanted_is_not_denied(text: str, denied: bool) -> None:
    assert any("denied" in what for what, *_ in told(text)) is denied
