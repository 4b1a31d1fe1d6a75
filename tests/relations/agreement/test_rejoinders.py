"""Denials without content: they are of what stands before them."""

from __future__ import annotations

from typing import Any

from sayso.vocab import LinkKind, Modality, Slot

Story = Any  # tests/relations/conftest.py


def denials(story: Story) -> set[tuple[str, str]]:
    return {(left, right) for kind, left, right in story.relations() if kind is LinkKind.DENIAL}


def test_a_bare_denial_is_of_what_stands_before_it(story: Story) -> None:
    story.article(
        "Dawn Courier",
        story.claim(Slot.STATEMENT, "the guild had sold the harbour", "Ana Dovic", predicate="sell"),
        story.claim(Slot.STATEMENT, "the lamps were lit early", "Petar Lund", predicate="light"),
        story.claim(Slot.STATEMENT, "The guild denied the claim", "Guild", denied=True, modality=Modality.DENIED),
    )
    assert denials(story) == {("The guild denied the claim", "the lamps were lit early")}


def test_a_denial_of_one_s_own_words_is_of_nothing(story: Story) -> None:
    story.article(
        "Dawn Courier",
        story.claim(Slot.STATEMENT, "the guild had sold the harbour", "Guild", predicate="sell"),
        story.claim(Slot.STATEMENT, "The guild denied it", "Guild", denied=True, modality=Modality.DENIED),
    )
    assert denials(story) == set()


def test_what_was_denied_to_somebody_is_no_denial(story: Story) -> None:
    story.article(
        "Dawn Courier",
        story.claim(Slot.STATEMENT, "the plant is closed until further notice", "Ana Dovic", predicate="close"),
        story.claim(Slot.STATEMENT, "a professor whose tenure had been denied", "Petar Lund", predicate="deny"),
    )
    assert denials(story) == set()
