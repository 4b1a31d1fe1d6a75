"""Pages in ``tests/cases/zones``: every line begins with the letter of its zone and a bar; ``¦`` parts a photo credit
and a caption."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.documents.page import Given, ZonedRange
from sayso.documents.zones.finder import find_zones
from sayso.vocab import Zone

CASES = sorted((Path(__file__).parents[2] / "cases" / "zones").glob("*.txt"))
LETTERS = {
    "f": Zone.FURNITURE, "h": Zone.HEADLINE, "y": Zone.BYLINE, "d": Zone.DATELINE, "b": Zone.BODY, "p": Zone.CAPTION,
    "r": Zone.CREDIT, "c": Zone.CREDIT, "t": Zone.TEASER, "l": Zone.LICENCE, "m": Zone.COMMENT,
}  # fmt: skip


def read_case(path: Path) -> tuple[str, list[ZonedRange]]:
    """The page's text and the zones it should have; a wrapped paragraph's letter stands before its first line."""
    text, wanted = "", []
    for line in path.read_text(encoding="utf-8").removesuffix("\n").split("\n"):
        letter, bar, words = line.partition("|")
        zone = LETTERS.get(letter) if bar else None
        if zone is None:
            words = line
            if line.strip():  # goes on from the line above
                wanted[-1] = wanted[-1]._replace(end=len(text) + len(line))
        for number, part in enumerate(words.split("¦") if zone else []):
            start = len(text) + sum(len(p) for p in words.split("¦")[:number])
            own = zone if zone and not number else Zone.CREDIT if zone is Zone.CAPTION else Zone.CAPTION
            wanted.append(ZonedRange(start, start + len(part), own))
        text += words.replace("¦", "") + "\n"
    return text, wanted


def by_character(text: str, ranges: list[ZonedRange]) -> dict[int, Zone]:
    return {i: zone for start, end, zone in ranges for i in range(start, end) if not text[i].isspace()}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_invented_pages(path: Path) -> None:
    text, wanted = read_case(path)
    found = by_character(text, find_zones(text, Given()))
    wrong = [
        (text[start:end][:60], str(zone), str(found.get(start)))
        for start, end, zone in wanted
        if any(found.get(i, zone) is not zone for i in range(start, end))
    ]
    assert wrong == []


def check_cover(text: str, ranges: list[ZonedRange]) -> None:
    assert ranges == sorted(ranges, key=lambda r: r.start)
    at = 0
    for start, end, _ in ranges:
        assert at <= start < end
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        assert text[at:start].strip() == ""
        at = end
    assert text[at:].strip() == ""


LINES = st.sampled_from(
    [
        "", " ", "Home", "• News", "Harbour fire kills two - The Example", "Harbour fire kills two", "- The Example",
        "By Ada Bell", "March 3, 2020", "Example Gazette, 3 March 2020",
        "© AFP / Ann OyeThe harbour at dawn from a boat",
        "© 2020 The Example", "Related articles", "3 comments", "Read more: Two boats collide off the northern coast",
        "TALMERE (AFP) - Two people died when a fire broke out on a ferry in the harbour, the police said on Monday.",
        "She said that the crew had done all they could, and that the captain was being questioned.",
        "\u202eabc\u0000", "Новости",
    ]
)  # fmt: skip


@given(st.lists(LINES, max_size=25).map("\n".join), st.booleans())
@settings(max_examples=150, deadline=None)
def test_every_character_has_one_zone_in_page_like_texts(text: str, prose: bool) -> None:
    check_cover(text, find_zones(text, Given(prose=prose, title="Harbour fire kills two")))


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_every_character_has_one_zone_in_any_text(text: str) -> None:
    check_cover(text, find_zones(text, Given()))


def test_prose_is_all_body_but_for_the_given_title() -> None:
    text = "Ferry delayed\n\nSubscribe\n\nThe ferry left late."
    zones = [r.zone for r in find_zones(text, Given(prose=True, title="Ferry Delayed"))]
    assert zones == [Zone.HEADLINE, Zone.BODY, Zone.BODY]
    assert {r.zone for r in find_zones(text, Given(prose=True))} == {Zone.BODY}


def test_the_given_title_is_the_headline() -> None:
    text = (
        "Menu\nCouncil votes on bridge\nWeather\nA Longer Headline of Another Story\n" + "The council voted on it. " * 9
    )
    ranges = find_zones(text, Given(title="Council votes on bridge"))
    assert [text[r.start : r.end] for r in ranges if r.zone is Zone.HEADLINE] == ["Council votes on bridge"]


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("© AP Photo / Lena OstProtesters walk through the centre of Dorvale on Monday", "© AP Photo / Lena Ost"),
        ("© AFP 2023 / LENA OSTProtesters walk through the centre of Dorvale", "© AFP 2023 / LENA OST"),
        ("© AFP / Ian McDonaldA ferry leaves the harbour of Talmere at dawn", "© AFP / Ian McDonald"),
    ],
)
def test_a_caption_glued_to_its_credit_is_parted(line: str, credit: str) -> None:
    body = "The minister said on Monday that the road would be opened again within a week, after the water had gone."
    text = f"Road to Talmere is closed after storm\n\n{line}\n\n{body}\n\n{body.replace('Monday', 'Tuesday')}"
    found = {text[r.start : r.end]: r.zone for r in find_zones(text, Given())}
    assert found[credit] is Zone.CREDIT
    assert found[line.removeprefix(credit)] is Zone.CAPTION


@pytest.mark.parametrize(
    "text", ["", " \n\t\n", "a" * 10_000, "word " * 20_000, "\n".join(["Menu"] * 3_000), "(" * 5_000]
)
def test_hostile_texts_take_no_time(text: str) -> None:
    begin = time.process_time()
    check_cover(text, find_zones(text, Given()))
    assert time.process_time() - begin < 2
