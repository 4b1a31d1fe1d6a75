"""Sources named side by side are sources of their own; names with an "and" in them are not."""

from __future__ import annotations

import pytest

from sayso import annotate
from sayso.documents.formats.objects import read_object
from sayso.types import Annotated


def read(text: str) -> Annotated:
    page = read_object({"id": "x", "publisher": "Post", "published": "2024-05-15", "prose": True, "text": text}).page
    assert page is not None
    return annotate(page)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Police and the Red Cross said six people had died.", ["police", "Red Cross"]),
        ("The army and the Northern Alliance said the bridge had fallen.", ["army", "Northern Alliance"]),
        (
            "According to residents and the Red Crescent, the bridge was destroyed.",
            ["unnamed residents", "Red Crescent"],
        ),
        ("The road was closed, said Mayor Olga Brandt and her deputy, Nils Roth.", ["Olga Brandt", "Nils Roth"]),
        (
            "Ida Voss of the Grain Exchange and Emil Tarn of the Coal League said prices fell.",
            ["Ida Voss", "Emil Tarn"],
        ),
        ("Anna Berg and Olof Lund met. Berg and Lund said prices would rise.", ["Anna Berg", "Olof Lund"]),
        ("Reuters and Bloomberg reported that the minister had resigned.", ["Reuters", "Bloomberg"]),
        ("Smith and Marlow said sales had fallen.", ["Smith"]),
        (
            "The Ministry of Health and Social Services said ten people had died.",
            ["Ministry of Health and Social Services"],
        ),
        ("Anna Berg, head of the Farmers and Growers Union, said prices would rise.", ["Anna Berg"]),
        ("Foreign ministers of France and Germany said the talks had failed.", ["unnamed foreign ministers"]),
        ("The army and the police said in a joint statement that the road was closed.", ["army"]),
        ("The army or the police said the road was closed.", ["army"]),
    ],
)
def test_each_source_has_a_row(text: str, sources: list[str]) -> None:
    rows = read(text).attributions
    assert [row.chain[-1] for row in rows] == sources
    assert len({(row.cue, row.content) for row in rows}) == 1
    assert len({row.source for row in rows}) == len(sources)


def test_a_claim_is_made_by_each() -> None:
    page = read("Six people died when a bridge fell in Osk on Monday, police and the Red Cross said.")
    tolls = [claim for claim in page.claims if claim.slot.value == "toll"]
    assert {claim.chain for claim in tolls} == {("Post", "police"), ("Post", "Red Cross")}
    assert {claim.attribution_id for claim in tolls} == {row.id for row in page.attributions}
    assert len({(claim.content, claim.values) for claim in tolls}) == 1
