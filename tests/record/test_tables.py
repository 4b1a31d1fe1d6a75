"""Rows as an Arrow table."""

from __future__ import annotations

import pytest

from sayso.record.tables import table
from sayso.types import Claim, Document, Published, Span, values
from sayso.vocab import DateBasis, Modality, Polarity, Slot

pytest.importorskip("pyarrow", reason="the tables extra is not installed")

CLAIM = Claim(
    content=(Span("document-1", 0, 4), Span("document-1", 9, 12)),
    attribution_id=None,
    slot=Slot.TOLL,
    polarity=Polarity.POSITIVE,
    modality=Modality.FACT,
    values=values(low=3, of="people"),
    chain=("Gazette", "mayor"),
)


def test_fields_become_typed_columns() -> None:
    (row,) = table(Claim, [CLAIM]).to_pylist()
    assert row["id"] == CLAIM.id
    assert row["slot"] == "toll"
    assert row["chain"] == ["Gazette", "mayor"]
    assert row["content"][1] == {"document_id": "document-1", "start": 9, "end": 12}
    assert row["values"] == '[["low", 3], ["of", "people"]]'
    assert row["attribution_id"] is None


def test_an_empty_table_keeps_its_columns() -> None:
    empty = table(Claim, [])
    assert empty.num_rows == 0
    assert empty.column_names == table(Claim, [CLAIM]).column_names
    assert empty.schema == table(Claim, [CLAIM]).schema


def test_a_document_fits() -> None:
    document = Document(
        capture_id="capture-1", uri="u", text="x", published=Published("2024-05-15", DateBasis.GIVEN, "given")
    )
    (row,) = table(Document, [document]).to_pylist()
    assert row["published"] == '["2024-05-15", "given", "given"]'
