"""Reports in quite other words: which story takes up what is left over."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import pytest

from sayso.relations.stories.leftovers import rare_names
from sayso.relations.stories.linking import group
from sayso.relations.stories.subjects import Subject
from sayso.relations.words.keywords import background
from storycases import Pairs, page_of, pairs_of, read_reports

FILE = "outlets.txt"
#: A story for certain, three reports that share many words, and one more with few of them.
MILL = ("sarnholm", "lindqvist", "brask", "ulfberg", "velstad", "orlagate", "tarnish")


def told(*words: str, day: str | None = "2031-05-06", outlet: str = "", named: Sequence[str] = ()) -> Subject:
    return Subject(day, dict.fromkeys(words, 1.0), outlet, tuple(named))


def others(number: int) -> list[str]:
    """Words of one report alone, more than it shares with any other."""
    return [f"alone{number}x{n}" for n in range(14)]


def core() -> list[Subject]:
    return [told(*MILL, *others(n)) for n in range(3)]


@functools.cache
def found() -> Pairs:
    reports = read_reports(FILE)
    return pairs_of(reports, [page_of(report) for report in reports])


def test_reports_of_one_happening_by_quite_different_outlets() -> None:
    """So many of the pairs of reports that are of one happening are found, and so few others, where all the cases are
    in one record. What is not found shares a word or none."""
    right = len(found().found & found().wanted)
    assert right >= 39
    assert right >= 0.84 * len(found().found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lurian Herald: Dam at Brekke gives way after night of rain", "Harrow Trumpet: WALL OF MUD swallows sleeping"),
        ("Island Gazette: Marama wins by 211 votes", "Tuna Trade News: What a Marama presidency means"),
        ("Redtop: Inferno of the paper giants", "Sarnholm Parish Letter: Candles for Ulf and Jon"),
        ("Byte Report: 2.3 million patient files", "The Commuter: Your doctor's notes for sale to crooks"),
        ("Skerry Bell: Bells rung on four islands", "Taxpayers' Eye: Eleven million a year, for four rocks"),
    ],
)
def test_one_happening_in_other_words(one: str, other: str) -> None:
    assert any(a.startswith(one) and b.startswith(other) for a, b in found().found)


def test_a_story_takes_up_what_is_alike_to_one_of_its_reports_by_several_words() -> None:
    several = told("brask", "ulfberg", "velstad", *others(9))
    assert group([*core(), several]) == [[0, 1, 2, 3]]


def test_one_word_is_not_enough() -> None:
    assert group([*core(), told("brask", *others(9))]) == [[0, 1, 2], [3]]


def test_words_that_the_whole_part_has_are_not_enough() -> None:
    common = ("aleppo", "shelling", "terrorists")
    stories = [
        told(*common, f"town{n}", f"street{n}", f"name{n}", *others(10 * n + m)) for n in range(4) for m in (1, 2, 3)
    ]
    left = told(*common, *others(99))
    assert [12] in group([*stories, left])


def test_far_apart_in_time_is_not_taken_up() -> None:
    late = told("brask", "ulfberg", "velstad", *others(9), day="2031-06-20")
    assert group([*core(), late]) == [[0, 1, 2], [3]]


def test_whose_report_it_names_is_evidence() -> None:
    first = [told(*MILL, *others(n), outlet="harrow trumpet") for n in range(3)]
    blog = told(*others(9), named=["harrow trumpet"], outlet="night blog")
    assert group([*first, blog]) == [[0, 1, 2], [3]]  # no word in common: it may cite them for anything
    assert group([first[0], *core()[1:], told("brask", *others(9), named=["harrow trumpet"])]) == [[0, 1, 2, 3]]


def test_a_report_of_the_same_outlet_or_of_another_week_is_not_cited() -> None:
    trumpet = told("a", outlet="harrow trumpet")
    assert told("b", named=["harrow trumpet"]).cites(trumpet)
    assert not told("b", named=["harrow trumpet"], outlet="harrow trumpet").cites(trumpet)
    assert not told("b", named=["harrow trumpet"], day="2031-05-16").cites(trumpet)
    assert told("b", named=["harrow trumpet"], day=None).cites(trumpet)
    assert not told("b", named=["trumpet"]).cites(told("a", outlet="trumpet"))  # one word may mean anything


def test_rare_names_join_what_shares_little_else() -> None:
    two = [told("brekke", *MILL, *others(n), named=["brekke"]) for n in range(2)]
    tabloid = told("brekke", "mud", *others(9)[:6], named=["brekke"])
    assert group([*two, tabloid]) == [[0, 1, 2]]
    assert group([*two, tabloid._replace(named=())]) == [[0, 1], [2]]
    assert group([*two, tabloid._replace(date=None)]) == [[0, 1], [2]]


def test_rare_names() -> None:
    assert background().counts["london"] > 3
    named = told("brekke", "london", "orla", "12", named=["brekke", "london", "12", "upper orla"])
    assert rare_names(named) == {"brekke", "orla"}
