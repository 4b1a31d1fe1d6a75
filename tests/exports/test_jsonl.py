"""The lines that Sayso writes, and reads back."""

from __future__ import annotations

import json

import pytest

from sayso.exports.annotated import is_annotated, read_line
from sayso.exports.jsonl import problem_line, write_collation, write_line
from sayso.types import Credit, Member, Problem, Span
from sayso.vocab import CreditRole, MemberKind

KEYS = (
    "schema id text language blocks body headline byline dateline publisher licence published provenance credits "
    "attributions entities toponyms timex quantities events claims problems"
).split()


def test_a_line_has_every_key_and_is_json(case) -> None:
    line = write_line(case.pages[0])
    assert list(line) == KEYS
    again = json.loads(json.dumps(line, ensure_ascii=False))
    assert again["id"] == "Evening Post"
    assert again["body"] == "Up to 30 people were hurt, Mayor Ana Ruiz said."
    assert again["published"] == {"date": "2024-05-14", "basis": "stated", "why": "the dateline says so"}


def test_every_span_slices_to_its_words(case) -> None:
    line = write_line(case.pages[0])
    text, (attribution,) = line["text"], line["attributions"]
    assert [text[s:e] for s, e in attribution["source"]] == ["Mayor Ana Ruiz"]
    assert [text[s:e] for s, e in attribution["content"]] == ["Up to 30 people were hurt"]
    assert attribution["chain"] == ["Ana Ruiz"]
    assert line["claims"][0]["attribution"] == attribution["id"]
    assert line["claims"][0]["values"] == {"high": 30, "of": "people"}


def test_a_line_read_back_gives_the_same_line(case) -> None:
    for page in case.pages:
        name = page.document.text.split()[0]
        span = Span(page.document.id, 0, len(name))
        page = page._replace(credits=(Credit(span=span, role=CreditRole.AGENCY, name=name, detail="beside"),))
        line = json.loads(json.dumps(write_line(page)))
        assert is_annotated(line)
        again, claim_ids = read_line(line)
        assert set(claim_ids.values()) == {c["id"] for c in line["claims"]}
        second = write_line(again)
        for name in ("text", "blocks", "credits", "entities", "provenance", "published", "publisher"):
            assert second[name] == line[name], name
        without_ids = [{k: v for k, v in c.items() if k not in ("id", "attribution")} for c in second["claims"]]
        assert without_ids == [{k: v for k, v in c.items() if k not in ("id", "attribution")} for c in line["claims"]]
        assert [c.chain for c in again.claims] == [c.chain for c in page.claims]


@pytest.mark.parametrize(
    "damage",
    [
        {"blocks": [{"span": [0, 9999], "zone": "body"}]},
        {"blocks": [{"span": [0, 1], "zone": "nonsense"}]},
        {"attributions": [{"id": "a", "within": "a"}]},
        {"text": None},
    ],
)
def test_a_line_of_another_shape_is_refused(case, damage) -> None:
    line = write_line(case.pages[0]) | damage
    with pytest.raises((ValueError, TypeError, KeyError)):
        read_line(line)


def test_a_problem_line() -> None:
    line = problem_line("x", [Problem(subject="x", stage="read", reason="not JSON")])
    assert line == {"schema": 1, "id": "x", "problems": [{"stage": "read", "reason": "not JSON"}]}


def test_a_collation_goes_by_labels_and_known_claim_ids(case) -> None:
    known = {case.pages[0].claims[0].id: "mine"}
    rows = list(write_collation(case.pages, case.collated, known))
    assert {row["schema"] for row in rows} == {1}
    by_kind = {row["kind"]: row for row in reversed(rows)}
    assert by_kind["story"]["members"] == ["Arvel Blog", "Evening Post"]
    assert by_kind["descent"] == {
        "schema": 1,
        "kind": "descent",
        "copy": "Arvel Blog",
        "exemplar": {"name": "Wire"},
        "basis": "credit",
        "score": 1.0,
        "detail": "a credit line says so",
    }
    assert by_kind["claim"]["story"] == "story-1"
    assert by_kind["claim"]["members"] == [{"document": "Evening Post", "claim": "mine"}]
    assert by_kind["claim"]["origins"] == {"min": 1, "max": 2, "names": ["Ana Ruiz"]}


def test_the_later_state_stands_on_the_right(case) -> None:
    rows = list(write_collation(case.pages, case.collated))
    (update,) = [row for row in rows if row.get("relation") == "updates"]
    assert (update["a"], update["b"]) == ("c-2", "c-1")


def test_an_entity_goes_by_the_name_that_most_of_its_rows_have(case) -> None:
    mention = case.pages[0].mentions[0]
    named = [
        Member(cluster=MemberKind.ENTITY, cluster_id="e", member_id=mention.id, name=name, detail=f"{at}")
        for at, name in enumerate(("Ruiz", "Ana Ruiz", "Ana Ruiz"))
    ]
    for entities in (named, named[::-1]):
        rows = write_collation(case.pages, case.collated._replace(entities=tuple(entities)))
        assert [row["name"] for row in rows if row["kind"] == "entity"] == ["Ana Ruiz"]
