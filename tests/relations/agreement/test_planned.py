"""What was planned and is said done, and what only speaks of it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.relations.conftest import Story

from sayso.vocab import LinkKind, Modality, Slot

PLAN = {"agent": "Marta Oule", "event": "dismissed", "target": "Ivo Renn"}


def told(story: Story, words: str, **other: Any) -> set[LinkKind]:
    """How a plan of Monday stands to what is said on Tuesday."""
    plan = story.claim(
        Slot.OCCURRENCE, "Marta Oule plans to dismiss Ivo Renn", modality=Modality.PLANNED, **{**PLAN, **other}
    )
    story.article("Dawn Courier", plan, day="2024-05-13")
    story.article("Lake Herald", story.claim(Slot.OCCURRENCE, words, **PLAN), day="2024-05-14")
    return {kind for kind, *_ in story.relations()}


def test_what_was_planned_is_said_done(story: Story) -> None:
    assert told(story, "Marta Oule has dismissed Ivo Renn") == {LinkKind.UPDATES}


@pytest.mark.parametrize(
    "words",
    [
        "after the dismissal of Ivo Renn by Marta Oule",
        "Marta Oule … dismissing Ivo Renn",
        "Marta Oule will dismiss Ivo Renn",
    ],
)
def test_who_only_speaks_of_it_does_not_say_it_done(story: Story, words: str) -> None:
    assert told(story, words) == set()


def test_a_plan_about_somebody_else_is_not_done(story: Story) -> None:
    assert told(story, "Marta Oule has dismissed Ivo Renn", target="Hugo Montes") == set()
