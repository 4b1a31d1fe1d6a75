"""The index in a record says what the one in memory says, in however many runs, segments and chunks it is kept."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.record import cache, segments, shelves
from sayso.record.store import Record
from sayso.relations.index.postings import Entry, Holders, Shelf

#: An entry's group and keys; a batch of them; the batches of one index.
Batches = list[list[tuple[int, set[int]]]]
batches_ = st.lists(
    st.lists(st.tuples(st.integers(0, 2), st.sets(st.integers(-9, 9), max_size=6)), max_size=5), max_size=6
)
KEYS = np.arange(-9, 10, dtype=np.int64)


@pytest.fixture(autouse=True, scope="module")
def bounds_are_met_early() -> Iterable[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(segments, "FAN", 2)
        patch.setattr(segments, "CHUNK", 2)
        patch.setattr(segments, "SEGMENT", 6)
        patch.setattr(segments, "BITS", 1)  # so that much passes the sieve that is not there
        patch.setattr(cache, "LATEST", 24 * 10)
        patch.setattr(cache, "DOCUMENTS", 4)
        patch.setattr(shelves, "FIRST", 3)
        yield


def same(one: Holders, other: Holders) -> bool:
    return all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("times", [1, 2])
@settings(max_examples=40, deadline=None)
@given(batches_)
def test_the_index_of_a_record_is_that_of_memory(
    tmp_path_factory: pytest.TempPathFactory, times: int, batches: Batches
) -> None:
    path: Path = tmp_path_factory.mktemp("record") / "case.sayso"
    memory, number = Shelf(), 0
    with Record(path) as record:
        for batch in batches:
            entries = []
            for group, keys in batch:
                number += 1
                entries.append(Entry(-number if number % 2 else number, group, np.array(sorted(keys), np.int64)))
            memory.enter(entries)
            with record.writing() as writer:
                shelf = writer.desk().passages
                shelf.first(KEYS[::2], 2)
                for _ in range(times):  # what is there already is not entered twice
                    shelf.enter(entries)
                for limit in (1, 3, 4):
                    assert same(shelf.first(KEYS[::3], limit), memory.first(KEYS[::3], limit))
                    assert same(shelf.first(KEYS, limit), memory.first(KEYS, limit))
                    pairs = KEYS.repeat(3), np.tile(np.arange(3), len(KEYS))
                    assert same(shelf.of_groups(*pairs, limit), memory.of_groups(*pairs, limit))
                assert same(shelf.every(KEYS[1::2]), memory.every(KEYS[1::2]))


def of(number: int, *keys: int) -> Entry:
    return Entry(number, 1, np.array(keys, np.int64))


def test_what_another_process_wrote_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "case.sayso"
    memory = Shelf()
    with Record(path) as one, Record(path) as other:
        for number, record in enumerate([one, other, one, one, other, other, one]):
            entry = of(number, number % 3, 5)
            memory.enter([entry])
            with record.writing() as writer:
                shelf = writer.desk().passages
                shelf.enter([entry])
                assert same(shelf.every(KEYS), memory.every(KEYS))


def undone(record: Record) -> None:
    with record.writing() as writer:
        writer.desk().passages.enter([of(2, 2, 3)])
        raise ZeroDivisionError


def test_what_is_undone_or_emptied_is_forgotten(tmp_path: Path) -> None:
    with Record(tmp_path / "case.sayso") as record:
        with record.writing() as writer:
            writer.desk().passages.enter([of(1, 1, 2)])
        with pytest.raises(ZeroDivisionError):
            undone(record)
        with record.writing() as writer:
            shelf = writer.desk().passages
            assert shelf.every(KEYS).documents.tolist() == [1, 1]
            shelf.enter([of(3, 3)])
            assert shelf.every(KEYS).documents.tolist() == [1, 1, 3]
        with record.writing() as writer:
            writer.desk().empty()
            writer.desk().passages.enter([of(4, 4)])
        with record.writing() as writer:
            assert writer.desk().passages.every(KEYS).documents.tolist() == [4]


def test_places_are_in_the_order_of_arrival(tmp_path: Path) -> None:
    with Record(tmp_path / "case.sayso") as record:
        for numbers in ([7, -7], [0], [3, 7, -9]):
            with record.writing() as writer:
                writer.desk().passages.enter([of(number, 1) for number in numbers])
        with record.writing() as writer:
            shelf = writer.desk().passages
            places = {-7: 1, 7: 2, 0: 3, -9: 4, 3: 5}
            assert shelf.places([7, -7, 0, 3, -9, 100]) == places
            assert shelf.numbers([1, 2, 3, 4, 5]) == {place: number for number, place in places.items()}
