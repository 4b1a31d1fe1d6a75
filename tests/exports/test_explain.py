"""From a row back to the words and the bytes."""

from __future__ import annotations

from sayso.exports.explain import explain


def test_a_claim_by_its_number_replays_its_ladder(record) -> None:
    text = "\n".join(explain(record, "1") or [])
    assert "claim c-1: up to 30 people were hurt" in text
    assert "origins at least 1, at most 2: Ana Ruiz" in text
    assert "1.  Ana Ruiz is counted once" in text
    assert "⟦Up to 30 people were hurt⟧" in text
    assert "said in" in text
    assert "updates c-2" in text
    assert "captured from file:Evening Post" in text
    assert "made by annotate, Sayso 1" in text


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
