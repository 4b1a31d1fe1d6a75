"""What a record keeps of pairs that share text: by the places of the documents, told by their numbers."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from sayso.record.store import Record
from sayso.relations.index.postings import Entry


def test_pairs_are_kept_whichever_document_came_first(tmp_path: Path) -> None:
    with Record(tmp_path / "case.sayso") as record:
        for number in (5, -3, 9):
            with record.writing() as writer:
                writer.desk().passages.enter([Entry(number, 0, np.zeros(0, np.int64))])
        with record.writing() as writer:
            writer.desk().share({(-3, 5): 1, (-3, 9): 2, (5, 9): 3})
        with record.writing() as writer:
            desk = writer.desk()
            assert desk.sharing([5]) == {(-3, 5): 1, (5, 9): 3}
            assert desk.sharing([9, 100]) == {(-3, 9): 2, (5, 9): 3}
            desk.share({(5, 9): 4})
            desk.unshare([(-3, 5)])
            assert desk.sharing([-3, 5, 9]) == {(-3, 9): 2, (5, 9): 4}
