"""The report's data against the record: counts, spans, and what is left out without texts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import inventedrecords
from sayso.exports.payload import payload_of
from sayso.exports.view import view
from sayso.record.store import Record


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings(part)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with inventedrecords.make(tmp_path_factory.mktemp("payload") / "made.sayso", 9, 40) as made:
        yield made


def test_every_count_is_the_records(record: Record) -> None:
    found = view(record)
    data = payload_of(found)
    (story,) = data["stories"]
    assert len(data["documents"]) == len(record.documents())
    assert [c["number"] for c in story["claims"]] == [c.number for c in found.stories[0].claims]
    assert sum(len(c["accounts"]) for c in story["claims"]) == len(record.claims())
    links = len(record.links())
    assert sum(len(c["relations"]) for c in story["claims"]) == 2 * links
    assert len(story["lineage"]["edges"]) == len(record.descents())
    assert len(story["lineage"]["shared"]) == len(record.reuses())
    assert sum(p["mentions"] for p in story["places"]) == len(record.toponyms())
    quoted = sum(s["accounts"] for s in story["sources"])
    assert quoted == sum(1 for claim in record.claims() if claim.attribution_id)
    assert [p["reason"] for p in data["method"]["problems"]] == [p.reason for p in record.problems()]
    assert sum(int(str(zone[1])) for zone in data["method"]["zones"]) == len(record.blocks())


def test_the_pieces_of_a_document_are_its_blocks(record: Record) -> None:
    found = view(record)
    for document in payload_of(found)["documents"]:
        row = found.documents[document["id"]]
        for shown, block in zip(document["blocks"], found.blocks[row.id], strict=True):
            text = "".join(str(piece[0]) for piece in shown["pieces"])
            assert text == row.text[block.span.start : block.span.end]


def test_a_highlight_is_its_rows_words(record: Record) -> None:
    for document in payload_of(view(record))["documents"]:
        marked: dict[int, str] = {}
        for block in document["blocks"]:
            for piece in block["pieces"]:
                if len(piece) > 1 and int(str(piece[1])) & 4:
                    words, _, rows = piece
                    assert isinstance(rows, list)
                    for row in rows:
                        marked[row] = marked.get(row, "") + str(words)
        for at, words in marked.items():
            assert document["rows"][at]["content"] == words


def test_without_texts_only_short_spans_are_left(record: Record) -> None:
    data = payload_of(view(record), texts=False)
    assert all(not document["blocks"] for document in data["documents"])
    assert max(map(len, strings(data["documents"]))) < 200
    for story in data["stories"]:
        assert all(len(a["words"]) < 200 for c in story["claims"] for a in c["accounts"])
        assert all(len(side) < 200 for pair in story["lineage"]["shared"] for both in pair["passages"] for side in both)


def test_the_same_record_gives_the_same_data(record: Record, tmp_path: Path) -> None:
    with inventedrecords.make(tmp_path / "made.sayso", 9, 40) as again:
        assert json.dumps(payload_of(view(again))) == json.dumps(payload_of(view(record)))


def test_the_sentence_quotes_what_nothing_shakes(record: Record) -> None:
    (story,) = payload_of(view(record))["stories"]
    by_number = {c["number"]: c for c in story["claims"]}
    assert 1 <= len(story["top"]["sentence"]) <= 3
    for number in story["top"]["sentence"]:
        assert not set(by_number[number]["status"]) & {"conflicts", "denied", "denies", "overtaken", "undecided"}


def test_who_is_a_party_is_flagged_with_the_reason(record: Record) -> None:
    (story,) = payload_of(view(record))["stories"]
    assert all(s["party"] == [f"{s['name']} is a party to what it claims"] for s in story["sources"] if s["party"])
    assert any(s["party"] for s in story["sources"])


def test_an_empty_record_has_data(tmp_path: Path) -> None:
    with Record(tmp_path / "empty.sayso") as empty:
        data = payload_of(view(empty))
    assert data["stories"] == []
    assert data["documents"] == []
    assert data["method"]["activities"] == []
