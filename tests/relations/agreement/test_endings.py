"""What became of people who were trapped, held or questioned."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.vocab import LinkKind, Slot

Story = Any  # tests/relations/conftest.py


def caught(story: Story, words: str, effect: str, number: int, of: str = "miner") -> Any:
    return story.claim(Slot.TOLL, words, "Ana Dovic", effect=effect, low=number, high=number, of=of, place=("Tarven",))


def updates(story: Story) -> set[tuple[str, str]]:
    return {(left, right) for kind, left, right in story.relations() if kind is LinkKind.UPDATES}


@pytest.mark.parametrize(("before", "after"), [(("trapped", 17), ("rescued", 6)), (("detained", 2), ("released", 2))])
def test_a_state_is_ended_by_what_ends_it(story: Story, before: tuple[str, int], after: tuple[str, int]) -> None:
    story.article("Dawn Courier", caught(story, "so many miners were there", *before), day="2024-05-14")
    if after[0] == "released":
        freed = story.claim(Slot.OCCURRENCE, "they are out", "Petar Lund", event="released", target="miner",
                            of="miner", low=after[1], high=after[1])  # fmt: skip
    else:
        freed = caught(story, "they are out", *after)
    story.article("Lake Herald", freed, day="2024-05-16")
    assert updates(story) == {("they are out", "so many miners were there")}


def test_more_than_were_held_are_others(story: Story) -> None:
    story.article("Dawn Courier", caught(story, "six miners were trapped", "trapped", 6), day="2024-05-14")
    story.article("Lake Herald", caught(story, "17 miners were brought out", "rescued", 17), day="2024-05-16")
    assert updates(story) == set()


def test_what_was_before_is_not_ended_by_it(story: Story) -> None:
    story.article("Dawn Courier", caught(story, "six miners were brought out", "rescued", 6), day="2024-05-14")
    story.article("Lake Herald", caught(story, "17 miners were trapped", "trapped", 17), day="2024-05-16")
    assert updates(story) == set()


def test_who_is_named_in_the_one_and_only_called_so_in_the_other_is_one(story: Story) -> None:
    asked = story.claim(Slot.OCCURRENCE, "the pilot … was questioned by police", "Ana Dovic", predicate="question",
                        participants=("Rolf Lunt",))  # fmt: skip
    story.article("Dawn Courier", asked, day="2024-05-14")
    held = story.claim(Slot.OCCURRENCE, "The pilot was arrested at his flat", "Petar Lund", event="arrest",
                       target="pilot")  # fmt: skip
    story.article("Lake Herald", held, day="2024-05-16")
    assert updates(story) == {("The pilot was arrested at his flat", "the pilot … was questioned by police")}
