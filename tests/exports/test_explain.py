"""From a row back to the words and the bytes."""

from __future__ import annotations

from sayso.exports.explain import explain
from sayso.types import Activity, replaced


def test_a_claim_by_its_number_replays_its_ladder(record) -> None:
    text = "\n".join(explain(record, "1") or [])
    assert "claim 1 [c-1]: up to 30 people were hurt" in text
    assert "origins at least 1, at most 2: Ana Ruiz" in text
    assert "1.  Ana Ruiz is counted once" in text
    assert "⟦Up to 30 people were hurt⟧" in text
    assert "said in" in text
    assert "updates 2 “four people were hurt”" in text
    assert "captured from file:Evening Post" in text
    assert "made by annotate, Sayso 1" in text


def test_a_relation_reads_from_the_side_of_the_claim_that_is_asked_for(record) -> None:
    assert "overtaken by 1 “up to 30 people were hurt”" in "\n".join(explain(record, "2") or [])
    assert explain(record, "c-2") == explain(record, "2")


def test_accounts_come_in_the_order_of_the_brief(record, case) -> None:
    first, second = case.collated.clusters
    joined = replaced(second, cluster_id="c-1", detail="one figure")
    with record.writing() as writer:
        desk = writer.desk()
        desk.clear("story")
        rows = [joined, *case.collated.stories, first]
        writer.add(rows, Activity(stage="collate", version="1"))
        desk.stand("story", (row.id for row in rows))
    told = [line for line in explain(record, "1") or [] if line.strip().startswith("document ")]
    assert [line.split(": ")[1].split(",")[0] for line in told] == ["Evening Post", "Arvel Blog"]


def test_a_row_by_its_id(record, case) -> None:
    document = case.pages[0].document
    text = "\n".join(explain(record, document.id) or [])
    assert document.id in text
    assert "bytes " in text
    assert "received t" in text


def test_what_is_not_there(record) -> None:
    assert explain(record, "99") is None
    assert explain(record, "claim-00000000") is None
    assert explain(record, "nonsense") is None
