"""From scores to attributions, on scores written by hand: a letter for each word says what it most likely is."""

from __future__ import annotations

import math

import pytest

from sayso.layers.attribution.decoding import CONSTANTS, CUE, Linked, best_path, find_cues, link, merge_tags, settled

TAGS = {"-": 0, "S": 1, "s": 2, "C": 3, "c": 4, "Q": 5, "q": 6}  # capitals begin a span
ROLES = {"-": 0, "s": 1, "c": 2, "q": 3}


def scores(letters: str, kinds: dict[str, int], sure: float = 0.9) -> list[list[float]]:
    size = max(kinds.values()) + 1
    rest = math.log((1 - sure) / (size - 1))
    return [[math.log(sure) if n == kinds[letter] else rest for n in range(size)] for letter in letters]


def linked(tags: str, *roles: str) -> list[Linked]:
    rows = scores(tags, TAGS)
    return link(rows, find_cues(rows), [scores(r, ROLES) for r in roles])


@pytest.mark.parametrize(
    ("tags", "cues"),
    [
        ("--Qq-", [(2, 4)]),
        ("--qq-", [(2, 4)]),  # an I without its B
        ("QQ", [(0, 1), (1, 2)]),
        ("", []),
        ("SsCc", []),
    ],
)
def test_cues(tags: str, cues: list[tuple[int, int]]) -> None:
    assert find_cues(scores(tags, TAGS)) == cues


@pytest.mark.parametrize(
    ("tags", "roles", "source", "content"),
    [
        ("SsQCccc", ["ssqcccc"], [(0, 2)], [(3, 7)]),
        ("CcccQSs", ["ccccqss"], [(5, 7)], [(0, 4)]),
        ("CccSQccc", ["cccsqccc"], [(3, 4)], [(0, 3), (5, 8)]),  # its own source and cue in between
        ("SQccc-ccc", ["sqccc-ccc"], [(0, 1)], [(2, 9)]),  # a small gap is closed
        ("-Qcccc", ["sqcccc"], [(0, 1)], [(2, 6)]),  # the source that the tags lack
        ("-Qcccc", ["-qcccc"], [], [(2, 6)]),
    ],
)
def test_one_attribution(
    tags: str, roles: list[str], source: list[tuple[int, int]], content: list[tuple[int, int]]
) -> None:
    (one,) = linked(tags, *roles)
    assert (list(one.source), list(one.content)) == (source, content)
    assert 0.5 < one.score < 1


@pytest.mark.parametrize(
    ("tags", "plain"),
    [
        ("SsQCccc", True),
        ("CccSQccc", True),
        ("-Qcccc", False),  # no source
        ("SQcccSs", False),  # two sources
        ("SQcccQcc", False),  # two cues
        ("Ss-Cc", False),  # no cue
        ("", False),
    ],
)
def test_one_cue_and_one_source_leave_nothing_to_choose(tags: str, plain: bool) -> None:
    rows = scores(tags, TAGS)
    cues = find_cues(rows)
    assert settled(rows, cues) == plain
    if plain:
        (one,) = link(rows, cues, [merge_tags(rows)])
        assert one.source
        assert one.content
        assert 0.5 < one.score < 1


def test_contents_go_to_the_cue_that_claims_them() -> None:
    first, second = linked("SQcccSQccc", "sqccc-----", "-----sqccc")
    assert (first.content, second.content) == (((2, 5),), ((7, 10),))
    assert (first.source, second.source) == (((0, 1),), ((5, 6),))


def test_a_source_may_serve_two_cues() -> None:
    first, second = linked("SQccQccc", "sqcc----", "s---qccc")
    assert first.source == second.source == ((0, 1),)


def test_a_cue_without_content_is_dropped() -> None:
    assert linked("SsQ---", "ssq---") == []
    assert linked("", *()) == []


def test_the_path_prefers_few_changes() -> None:
    doubtful = scores("cc-cc", ROLES, sure=0.9)
    doubtful[2] = [math.log(p) for p in (0.4, 0.1, 0.35, 0.15)]
    assert best_path(doubtful, 0.0) == [2, 2, 0, 2, 2]
    assert best_path(doubtful, CONSTANTS.switch) == [2] * 5
    assert best_path([], 1.0) == []
    assert CUE not in best_path(doubtful, 1.0)
