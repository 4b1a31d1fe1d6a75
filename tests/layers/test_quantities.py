"""Quantities: the words found, their bounds, unit, and what they count."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.layers.quantities import find_quantities
from sayso.layers.quantitygrammar import find_measured

#: Text, the quantity's words, low, high, unit, what is counted.
CASES = [
    # plain counts
    ("The flood destroyed 12 houses.", "12", 12, 12, None, "houses"),
    ("Twelve firefighters were treated.", "Twelve", 12, 12, None, "firefighters"),
    ("The fair drew 4,000 foreign visitors.", "4,000", 4000, 4000, None, "foreign visitors"),
    ("The union has 2.5 million members.", "2.5 million", 2500000, 2500000, None, "members"),
    ("Two and a half million voters stayed home.", "Two and a half million", 2500000, 2500000, None, "voters"),
    ("One hundred and twenty pupils fell ill.", "One hundred and twenty", 120, 120, None, "pupils"),
    ("The town counts twenty-six wells.", "twenty-six", 26, 26, None, "wells"),
    ("One soldier deserted.", "One", 1, 1, None, "soldier"),
    ("Five of the prisoners escaped.", "Five", 5, 5, None, "prisoners"),
    ("About 9 Free Front (FF) fighters fled.", "About 9", 9, 9, None, "Free Front (FF) fighters"),
    # bounds below
    ("Over 4,000 miners walked out.", "Over 4,000", 4000, None, None, "miners"),
    ("More than 90 flights were cancelled.", "More than 90", 90, None, None, "flights"),
    ("At least 17 sailors drowned.", "At least 17", 17, None, None, "sailors"),
    ("No fewer than 40 shops closed.", "No fewer than 40", 40, None, None, "shops"),
    ("They planted 300 or more trees.", "300 or more", 300, None, None, "trees"),
    ("Upwards of 70 boats set out.", "Upwards of 70", 70, None, None, "boats"),
    # bounds above
    ("The raid killed up to 300 rebels.", "up to 300", None, 300, None, "rebels"),
    ("As many as 60 patients were moved.", "As many as 60", None, 60, None, "patients"),
    ("Fewer than 20 seats remain.", "Fewer than 20", None, 20, None, "seats"),
    ("No more than 50 guests may attend.", "No more than 50", None, 50, None, "guests"),
    ("Under 100 ballots were spoiled.", "Under 100", None, 100, None, "ballots"),
    # approximations keep the number, and say so
    ("About 500 nurses marched.", "About 500", 500, 500, None, "nurses"),
    ("Nearly 200 goats were stolen.", "Nearly 200", 200, 200, None, "goats"),
    ("Some 2,000 residents left.", "Some 2,000", 2000, 2000, None, "residents"),
    ("An estimated 80 homes burned.", "An estimated 80", 80, 80, None, "homes"),
    # ranges
    ("Between 10 and 15 cyclists fell.", "Between 10 and 15", 10, 15, None, "cyclists"),
    ("They need 20 to 25 tents.", "20 to 25", 20, 25, None, "tents"),
    ("The general asked for 4-5,000 troops.", "4-5,000", 4000, 5000, None, "troops"),
    ("Two or three boys ran away.", "Two or three", 2, 3, None, "boys"),
    ("It may cost $3-4 billion.", "$3-4 billion", 3e9, 4e9, "USD", None),
    # vague numbers: the least the word can mean
    ("Dozens of passengers were stranded.", "Dozens", 24, None, None, "passengers"),
    ("Scores of bats were counted.", "Scores", 40, None, None, "bats"),
    ("Hundreds of farmers gathered.", "Hundreds", 200, None, None, "farmers"),
    ("Tens of thousands of fans sang.", "Tens of thousands", 20000, None, None, "fans"),
    ("Hundreds of thousands of birds died.", "Hundreds of thousands", 200000, None, None, "birds"),
    ("Several lorries were stopped.", "Several", 3, None, None, "lorries"),
    ("A few dozen monks prayed.", "A few dozen", 36, None, None, "monks"),
    ("Several hundred pupils walked out.", "Several hundred", 300, None, None, "pupils"),
    ("A dozen men were questioned.", "A dozen", 12, 12, None, "men"),
    ("Half a dozen cows were sold.", "Half a dozen", 6, 6, None, "cows"),
    ("More than two dozen cars were damaged.", "More than two dozen", 24, None, None, "cars"),
    ("A couple of hundred villagers came.", "A couple of hundred", 200, None, None, "villagers"),
    # money
    ("The firm paid $3.2bn.", "$3.2bn", 3.2e9, 3.2e9, "USD", None),
    ("The firm paid €40m.", "€40m", 4e7, 4e7, "EUR", None),
    ("The firm paid 1.2 billion euros.", "1.2 billion euros", 1.2e9, 1.2e9, "EUR", None),
    ("The firm paid up to £5 million.", "up to £5 million", None, 5e6, "GBP", None),
    ("The firm paid 300 million yen.", "300 million yen", 3e8, 3e8, "JPY", None),
    ("A ticket costs 50 cents.", "50 cents", 50, 50, "cent", None),
    # measures
    ("Turnout was 65.5 percent.", "65.5 percent", 65.5, 65.5, "%", None),
    ("Turnout was about 65%.", "about 65%", 65, 65, "%", None),
    ("The camp lies 5 km from the river.", "5 km", 5, 5, "km", None),
    ("The camp lies 30 miles north.", "30 miles", 30, 30, "mi", None),
    ("They brought 40 tonnes of wheat.", "40 tonnes", 40, 40, "t", "wheat"),
    ("It reached 41 degrees Celsius.", "41 degrees Celsius", 41, 41, "°C", None),
    ("A magnitude 6.4 quake shook the coast.", "6.4", 6.4, 6.4, "magnitude", "quake"),
    ("Exports fell to 2 million barrels per day.", "2 million barrels per day", 2e6, 2e6, "barrel", None),
    ("A third of the voters stayed home.", "A third", 0.3333, 0.3333, "share", "voters"),
    # ages are no counts
    ("A 34-year-old baker won.", "34-year-old", 34, 34, "year old", None),
    ("The victim, aged 7, recovered.", "aged 7", 7, 7, "year old", None),
    ("Maria Ortiz, 52, runs the clinic.", "52", 52, 52, "year old", None),
]  # fmt: skip

NOTHING = [
    "Flight 370 landed safely.",
    "He lives at 10 Garden Street.",
    "The home side won 3-1.",
    "She came third in the race.",
    "The law was passed in 2014.",
    "The siege lasted two years.",
    "They met at 3:30 p.m. on May 3.",
    "No one was there, and the other one left.",
    "Call 555-0199 for details.",
    "The council passed Resolution 2254.",
]


def found(page: Callable[..., Any], text: str) -> dict[str, Any]:
    document, _, parse = page(text)
    return {text[q.span.start : q.span.end]: q for q in find_quantities(document, parse)}


@pytest.mark.parametrize(("text", "words", "low", "high", "unit", "of"), CASES)
def test_quantity(
    page: Callable[..., Any],
    text: str,
    words: str,
    low: float | None,
    high: float | None,
    unit: str | None,
    of: str | None,
) -> None:
    quantities = found(page, text)
    assert words in quantities
    one = quantities[words]
    assert (one.low, one.high, one.unit, one.of) == (low, high, unit, of)


@pytest.mark.parametrize("text", NOTHING)
def test_no_quantity(page: Callable[..., Any], text: str) -> None:
    assert found(page, text) == {}


def test_detail_names_bound_and_verb(page: Callable[..., Any]) -> None:
    one = found(page, "The blast killed up to 300 rebels.")["up to 300"]
    assert "the most" in one.detail
    assert "killed" in one.detail
    assert "approximate" in found(page, "About 500 nurses marched.")["About 500"].detail


def test_the_counted_words_have_their_span(page: Callable[..., Any]) -> None:
    text = "Dozens of tired passengers slept on the floor."
    one = found(page, text)["Dozens"]
    assert text[one.of_span.start : one.of_span.end] == one.of == "tired passengers"


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="0123456789,.$€% -abdfhmnortuvez:/+", max_size=160))
def test_ranges_lie_in_any_text_and_do_not_overlap(text: str) -> None:
    measured = find_measured(text)
    assert all(0 <= m.start < m.end <= len(text) for m in measured)
    assert all(a.end <= b.start for a, b in pairwise(measured))


def test_a_long_hostile_text_is_read_in_good_time() -> None:
    for piece in ("1,", "two hundred and ", "over ", "1-", "several "):
        assert isinstance(find_measured(piece * 2000), list)
