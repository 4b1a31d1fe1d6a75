"""What a person judged of names holds in the count of origins, in its low end and its high one."""

from __future__ import annotations

import itertools
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sayso.relations.origins.judgedbodies import JudgedBodies, fewest, obey_names
from sayso.relations.parted import Parted
from sayso.types import Member, Mention, Origin, Span
from sayso.vocab import Category, JudgementKind, Level, MemberKind, Slot

Story = Any  # tests/relations/conftest.py
SAME, OTHER = JudgementKind.SAME_BODY, JudgementKind.OTHER_BODY


def took(story: Story, words: str, *sources: str) -> Any:
    named = {"state": "took", "holder": "Red Column", "place": ("Tarven",)}
    return story.claim(Slot.CONTROL, words, *sources, **named)


def said_by(story: Story, *names: str) -> Origin:
    for number, name in enumerate(names):
        story.article(f"Paper {number}", took(story, f"Tarven was taken, {number}", *([name] if name else [])))
    (origin,) = story.origins()
    return origin


def reach(origin: Origin) -> tuple[int, int]:
    return origin.origins_min, origin.origins_max


def test_two_names_that_a_person_takes_for_one_body_count_once(story: Story) -> None:
    assert reach(said_by(story, "Ana Dovic", "Harbour Office")) == (2, 2)
    story.judge(SAME, "Harbour Office", "Ana Dovic", "she is its director")
    (origin,) = story.origins()
    assert reach(origin) == (1, 1)
    assert origin.names == ("Harbour Office",)
    assert (
        "Harbour Office is one body with Ana Dovic: judged by Ines Gall on 2024-06-01: she is its director"
        in origin.derivation
    )


def test_one_body_through_a_third_name(story: Story) -> None:
    assert reach(said_by(story, "Ana Dovic", "Petar Lund")) == (2, 2)
    story.judge(SAME, "Harbour Office", "Ana Dovic")
    story.judge(SAME, "Petar Lund", "Harbour Office")
    (origin,) = story.origins()
    assert reach(origin) == (1, 1)
    assert sum("judged by Ines Gall" in step for step in origin.derivation) == 2


def test_names_that_may_be_one_body_are_parted_by_a_person(story: Story) -> None:
    names = "Ruvian Defence Ministry", "Ruvian Army"
    before = said_by(story, *names)
    assert before.origins_min == 1
    story.judge(OTHER, *names, "the ministry and the army were at odds")
    (origin,) = story.origins()
    assert reach(origin) == (2, 2)
    assert not any("joined in min" in step for step in origin.derivation)
    assert any(step.endswith("the ministry and the army were at odds") for step in origin.derivation)


def test_a_third_body_does_not_bring_together_what_is_parted(story: Story) -> None:
    names = "Ruvian Defence Ministry", "Ruvian Army", "Ruvian Defence Minister"
    assert said_by(story, *names).origins_min == 1
    story.judge(OTHER, "Ruvian Defence Ministry", "Ruvian Army")
    (origin,) = story.origins()
    assert reach(origin) == (2, 3)


def test_who_cites_another_body_is_no_second_origin(story: Story) -> None:
    story.article("Dawn Courier", took(story, "Tarven was taken", "Ana Dovic", "Petar Lund"))
    story.article("Lake Herald", took(story, "Tarven was taken, it says", "Petar Lund"))
    story.judge(OTHER, "Ana Dovic", "Petar Lund")
    (origin,) = story.origins()
    assert origin.origins_min == 1


def test_an_outlet_that_is_one_with_a_source_speaks_for_it(story: Story) -> None:
    story.article("Dawn Courier", took(story, "Tarven was taken", "Red Column"))
    story.article("Column Radio", took(story, "The town is ours"))
    (before,) = story.origins()
    assert reach(before) == (1, 2)
    story.judge(SAME, "Column Radio", "Red Column")
    (origin,) = story.origins()
    assert reach(origin) == (1, 1)
    assert origin.names == ("Red Column",)
    assert origin.outlets == 2


def test_a_name_that_nobody_judged_stays(story: Story) -> None:
    story.judge(SAME, "Ana Dovic", "Harbour Office")
    bodies = JudgedBodies(story.judgements, lambda _: False)
    assert bodies.name("harbour office") == "Ana Dovic"
    assert bodies.name("Petar Lund") == "Petar Lund"
    assert not bodies.apart("Petar Lund", "Ana Dovic")


def test_the_fewest_sets_do_not_depend_on_which_pair_comes_first() -> None:
    joined, left = fewest("abcd", [("a", "b"), ("b", "c"), ("b", "d")], [("a", "c"), ("a", "d")])
    assert left == 2
    assert joined == [("b", "c"), ("b", "d")]


def entities(*names: tuple[str, str]) -> tuple[list[Member], list[Mention]]:
    """Mentions by name and entity, and the entities, which go by the first name that they have."""
    mentions, members, called = [], [], dict[str, str]()
    for number, (name, entity) in enumerate(names):
        span = Span(f"document-{number}", 0, len(name))
        mentions.append(Mention(span=span, head=span, category=Category.GROUP, level=Level.NAME, name=name))
        called.setdefault(entity, name)
        members.append(
            Member(
                cluster=MemberKind.ENTITY, cluster_id=entity, member_id=mentions[-1].id, name=called[entity], detail="x"
            )
        )
    return members, mentions


def called(found: list[Member], mentions: list[Mention]) -> dict[str, str]:
    """What each mention's entity is called, by the mention's own name."""
    name_of = {m.id: m.name for m in mentions}
    return {name_of[m.member_id]: m.name for m in found}


def test_entities_whose_names_are_of_one_body_are_one(story: Story) -> None:
    held = entities(("Red Column", "e-1"), ("the Column", "e-1"), ("Front of May", "e-2"), ("Harbour Office", "e-3"))
    assert obey_names(*held, []) == held[0]
    story.judge(SAME, "Front of May", "Red Column", "it was renamed")
    found = obey_names(*held, story.judgements)
    assert called(found, held[1]) == {
        "Red Column": "Front of May", "the Column": "Front of May", "Front of May": "Front of May",
        "Harbour Office": "Harbour Office",
    }  # fmt: skip
    assert len({m.cluster_id for m in found}) == 2
    assert any(m.detail.endswith("judged by Ines Gall on 2024-06-01: it was renamed") for m in found)
    assert obey_names(held[0][::-1], held[1][::-1], story.judgements) == found


def test_an_entity_with_names_of_two_bodies_is_two(story: Story) -> None:
    held = entities(("Red Column", "e-1"), ("the Column", "e-1"), ("Column of Ostrel", "e-1"))
    story.judge(OTHER, "Red Column", "Column of Ostrel")
    found = obey_names(*held, story.judgements)
    assert called(found, held[1]) == {
        "Red Column": "Red Column", "the Column": "Red Column", "Column of Ostrel": "Column of Ostrel"
    }  # fmt: skip
    assert len({m.cluster_id for m in found}) == 2


def test_an_entity_under_a_third_name_is_parted_too(story: Story) -> None:
    held = entities(("the Column", "e-1"), ("Red Column", "e-1"), ("Column of Ostrel", "e-1"))
    story.judge(OTHER, "Red Column", "Column of Ostrel")
    found = {m.member_id: m.cluster_id for m in obey_names(*held, story.judgements)}
    assert found[held[1][1].id] != found[held[1][2].id]


PAIRS = st.lists(st.sampled_from(list(itertools.combinations("abcdef", 2))), max_size=8, unique=True)


@given(may_be_one=PAIRS, apart=PAIRS)
def test_what_is_apart_is_never_joined_and_what_may_be_one_is_where_it_can(
    may_be_one: list[tuple[str, str]], apart: list[tuple[str, str]]
) -> None:
    joined, left = fewest("abcdef", may_be_one, apart)
    sets = Parted()
    for pair in joined:
        sets.join(*pair)
    assert left == len({sets.find(name) for name in "abcdef"})
    assert all(sets.find(one) != sets.find(other) for one, other in apart)
    if not apart:
        free = Parted()
        for pair in may_be_one:
            free.join(*pair)
        assert left == len({free.find(name) for name in "abcdef"})
