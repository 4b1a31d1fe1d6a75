"""One source by several names: what a document calls by its kind, large letters, a name behind a trade."""

from __future__ import annotations

import pytest

from relatedcases import Case, ladders, related
from sayso.relations.origins.naming import called_by_kind, spelt_out
from sayso.types import Mention, Span
from sayso.vocab import Category, Level


def mention(name: str, document: str = "d") -> Mention:
    span = Span(document, 0, len(name))
    return Mention(span=span, head=span, category=Category.ORGANISATION, level=Level.NAME, name=name)


def test_the_union_is_the_one_union_that_a_document_names() -> None:
    held = [mention("Union of Dockers"), mention("Food and Drugs Authority"), mention("Union of Dockers", "e")]
    found = called_by_kind([*held, mention("Union of Pilots", "e")])
    assert found == {("d", "union"): "Union of Dockers", ("d", "authority"): "Food and Drugs Authority"}


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["Food and Drugs Authority", "Ardair"], {"FDA": "Food and Drugs Authority"}),
        (["Food and Drugs Authority", "Federal Dam Agency"], {}),
        (["Ida Voss"], {}),
    ],
)
def test_large_letters(names: list[str], found: dict[str, str]) -> None:
    assert spelt_out(names) == found


@pytest.mark.parametrize(
    ("second", "range_"),
    [
        ("Nine ships were waiting off Velm, banker Aldo Renn said.", (1, 1)),
        ("Nine ships were waiting off Velm, Aldo Renn wrote on Telegram.", (1, 1)),
        ("Nine ships were waiting off Velm, Ida Voss said.", (2, 2)),
    ],
)
def test_ladders(second: str, range_: tuple[int, int]) -> None:
    first = ("Harlow Post", "2024-04-08", "Port", "Nine ships are waiting off Velm, Aldo Renn said.")
    found = related(Case("x", [first, ("Coast Radio", "2024-04-08", "Velm", second)]))
    assert ladders(found, "Nine ships are waiting") == {range_}


@pytest.mark.parametrize(("hospital", "least"), [("military", 1), ("children's", 2)])
def test_whose_somebody_is_the_sentence_named_before(hospital: str, least: int) -> None:
    army = "Nine sailors were injured off Velm on Monday, army spokesman Col Aldo Renn said."
    doctor = f"Nine sailors were injured off Velm on Monday, staff of the {hospital} hospital and its director, "
    doctor += "Dr Ida Voss, said."
    pages = [("Harlow Post", "2024-04-08", "Port", army), ("Coast Radio", "2024-04-08", "Velm", doctor)]
    assert {found[0] for found in ladders(related(Case("x", pages)), "Nine sailors")} == {least}


LUND = "Mayor Petar Lund lost the vote in Velm. {}"
WENT = "Nine ships left Velm with the ballots on Monday night, {} said."


@pytest.mark.parametrize(
    ("first", "second", "least"),
    [
        ("His campaign manager, Aldo Renn, met reporters.", "Ida Voss, a spokeswoman for the Lund campaign, wept.", 1),
        ("A baker, Aldo Renn, met reporters.", "Ida Voss, a spokeswoman for the Lund campaign, wept.", 2),
        ("A baker, Aldo Renn, met reporters.", "The radio host, Ida Voss, asked him why.", 1),
        ("Orle County Sheriff Aldo Renn came.", "The sheriff's deputy chief, Ida Voss, was there.", 1),
    ],
)
def test_whose_somebody_is_any_sentence_tells(first: str, second: str, least: int) -> None:
    pages = [
        ("Harlow Post", "2024-04-08", "Port", f"{LUND.format(first)} {WENT.format('Aldo Renn')}"),
        ("Coast Radio", "2024-04-08", "Velm", f"{LUND.format(second)} {WENT.format('Ida Voss')}"),
    ]
    assert {found[0] for found in ladders(related(Case("x", pages)), "Nine ships")} == {least}
