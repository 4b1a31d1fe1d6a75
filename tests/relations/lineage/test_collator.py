"""Who took it from whom: by credit, by citation, by shared text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sayso.outlets import key, same_outlet
from sayso.relations.lineage.collator import find_descent
from sayso.types import Attribution, Credit, Descent, Document, Member, Published, Reuse, Span
from sayso.vocab import AttributionType, Certainty, CreditRole, DateBasis, DescentBasis, Manner, MemberKind


def document(
    publisher: str, date: str | None = None, provenance: Sequence[str] = (), inferred: bool = False
) -> Document:
    basis = DateBasis.INFERRED if inferred else DateBasis.STATED
    return Document(
        capture_id=f"capture-{publisher}-{date}",
        uri="memory:",
        text=f"{publisher}: the dam at Orlo held through the night, engineers said. Original: Meridian Wire.",
        headline=f"Dam holds ({publisher})",
        publisher=publisher,
        published=Published(date, basis, "in the test") if date else None,
        provenance=tuple(provenance),
    )


def shared(a: Document, b: Document, score: float = 0.9) -> Reuse:
    left, right = sorted((a, b), key=lambda d: d.id)
    spans = Span(left.id, 0, 40), Span(right.id, 0, 40)
    return Reuse(
        left=spans[0],
        right=spans[1],
        matched=(spans,),
        share_of_left=score,
        share_of_right=score,
        score=score,
        detail="All.",
    )


def cites(document: Document, *chain: str) -> Attribution:
    return Attribution(
        source=(),
        cue=(Span(document.id, 3, 8),),
        content=(Span(document.id, 10, 20),),
        manner=Manner.INDIRECT,
        type=AttributionType.STATEMENT,
        certainty=Certainty.ASSERTED,
        chain=chain,
    )


def hops(rows: Sequence[Descent]) -> list[tuple[str, str, DescentBasis]]:
    return [(r.copy_name, r.exemplar_name, r.basis) for r in rows]


def test_stacked_credits_give_a_hop_each() -> None:
    copy = document("Valley Mirror", provenance=["Valley Mirror", "Inland Review", "Meridian Wire"])
    at = copy.text.index("Original")
    credit = Credit(span=Span(copy.id, at, len(copy.text)), role=CreditRole.ORIGINAL, name="Meridian Wire")
    rows = find_descent([copy], [credit], [], [])
    assert hops(rows) == [
        ("Valley Mirror", "Inland Review", DescentBasis.CREDIT),
        ("Inland Review", "Meridian Wire", DescentBasis.CREDIT),
    ]
    assert [r.copy for r in rows] == [copy.id, None]
    assert [r.exemplar for r in rows] == [None, None]
    assert "Original: Meridian Wire" in rows[1].detail
    assert all("is held" in r.detail for r in rows)


def test_a_named_exemplar_is_the_document_held_that_shares_text() -> None:
    copy = document("Valley Mirror", provenance=["Valley Mirror", "Inland Review"])
    exemplar, other = document("Inland Review", "2031-04-02"), document("Inland Review", "2031-04-09")
    rows = find_descent([other, copy, exemplar], [], [shared(copy, exemplar)], [])
    assert [(r.copy, r.exemplar) for r in rows] == [(copy.id, exemplar.id)]  # and no second row for the shared text


def test_a_publisher_held_without_shared_text_is_not_the_exemplar() -> None:
    copy, other = document("Valley Mirror", provenance=["Valley Mirror", "Inland Review"]), document("Inland Review")
    assert [r.exemplar for r in find_descent([copy, other], [], [], [])] == [None]


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        (("Reuters",), [("Valley Mirror", "Reuters")]),
        (("Reuters", "Orlo Water Board"), [("Valley Mirror", "Reuters")]),
        (("TASS", "Reuters"), [("Valley Mirror", "TASS"), ("TASS", "Reuters")]),
        (("Orlo Water Board",), []),
        (("Valley Mirror",), []),
        (("unnamed",), []),
    ],
)
def test_outlets_that_the_text_cites(chain: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    copy = document("Valley Mirror", provenance=["Valley Mirror"])
    rows = find_descent([copy], [], [], [cites(copy, *chain), cites(copy, *chain)])
    assert sorted((r.copy_name, r.exemplar_name) for r in rows) == sorted(expected)
    assert all(r.basis is DescentBasis.CITATION and "2 times" in r.detail for r in rows)


@pytest.mark.parametrize(
    ("days", "stories", "held"),
    [
        (("2031-04-05", "2031-04-02"), ("s", "s"), True),
        (("2031-04-02", None), ("s", "s"), True),
        (("2031-04-02", "2031-04-05"), ("s", "s"), False),
        (("2031-04-05", "2031-04-02"), ("s", "t"), False),
    ],
)
def test_a_cited_outlet_means_its_only_text_in_the_story(
    days: tuple[str | None, str | None], stories: tuple[str, str], held: bool
) -> None:
    citing, cited = document("Valley Mirror", days[0]), document("Inland Review Agency", days[1])
    members = [
        Member(cluster=MemberKind.STORY, cluster_id=story, member_id=d.id)
        for story, d in zip(stories, (citing, cited), strict=True)
    ]
    (row,) = find_descent([citing, cited], [], [], [cites(citing, "Inland Review")], members)
    assert row.exemplar == (cited.id if held else None)
    assert row.exemplar_name == "Inland Review Agency"
    assert ("shares no words" in row.detail) is held


def test_an_outlet_in_the_provenance_is_not_cited_too() -> None:
    copy = document("Valley Mirror", provenance=["Valley Mirror", "Reuters"])
    assert hops(find_descent([copy], [], [], [cites(copy, "Reuters")])) == [
        ("Valley Mirror", "Reuters", DescentBasis.CREDIT)
    ]


def test_shared_text_goes_from_the_earlier_to_the_later() -> None:
    late, early = document("Valley Mirror", "2031-04-05"), document("Inland Review", "2031-04-02")
    (row,) = find_descent([late, early], [], [shared(late, early)], [])
    assert (row.copy, row.exemplar, row.basis) == (late.id, early.id, DescentBasis.SHARED_TEXT)
    assert "earlier by 3 days" in row.detail


@pytest.mark.parametrize("date", ["2031-04-02", None])
def test_shared_text_without_order_is_undirected(date: str | None) -> None:
    one, other = document("Valley Mirror", date), document("Inland Review", "2031-04-02")
    (row,) = find_descent([one, other], [], [shared(one, other)], [])
    assert row.copy == one.id  # by the alphabet, not by an id that hangs on where a page was read from
    assert "Undirected" in row.detail


def test_an_inferred_date_counts_for_less() -> None:
    early = document("Inland Review", "2031-04-02")
    scores = []
    for inferred in (False, True):
        late = document("Valley Mirror", "2031-04-05", inferred=inferred)
        scores.append(find_descent([late, early], [], [shared(late, early)], [])[0].score)
    assert scores[0] > scores[1]


def test_two_copies_of_one_agency_text_did_not_copy_each_other() -> None:
    one = document("Valley Mirror", "2031-04-05", ["Valley Mirror", "Reuters"])
    other = document("Inland Review", "2031-04-02", ["Inland Review", "Reuters"])
    rows = find_descent([one, other], [], [shared(one, other)], [])
    (row,) = [r for r in rows if r.basis is DescentBasis.SHARED_TEXT]
    assert "Both credit Reuters" in row.detail
    assert row.score < 0.5


def test_order_does_not_matter() -> None:
    one = document("Valley Mirror", "2031-04-05", ["Valley Mirror", "Reuters"])
    other = document("Inland Review", "2031-04-02", ["Inland Review"])
    said = [cites(one, "TASS"), cites(other, "AFP"), cites(other, "TASS", "AFP")]
    rows = find_descent([one, other], [], [shared(one, other)], said)
    assert find_descent([other, one], [], [shared(one, other)], said[::-1]) == rows


def test_names_of_one_outlet() -> None:
    assert same_outlet("The Associated Press", "AP")
    assert same_outlet("www.inlandreview.com", "InlandReview")
    assert not same_outlet("Inland Review", "Valley Mirror")
    assert not same_outlet("", "")
    assert key("The Inland-Review") == "inland review"
