"""What a record keeps of how its documents are related, so that new ones change what they touch and nothing else.

All of it follows from the documents and the judgements and can be made again from them. It is written in the
transaction of the rows that it is about. Documents are numbers here (``sayso.relations.index.postings.number_of``).
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from sayso.outlets import traces
from sayso.record.shelves import Shelf
from sayso.relations.index.candidates import Pair
from sayso.relations.stories.subjects import Subject

#: Tables that are emptied when all is to be related again.
MADE_ANEW = ("sharing", "beside", "placed", "outlets", "waiting", "obeyed", "stands")


class Desk:
    """The tables of one record, in one transaction. It is a ``Desk`` as ``sayso.relations.stories.collator`` has it."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        raw: Any = connection.connection.driver_connection
        self._cursor: sqlite3.Cursor = raw.cursor()
        self.passages = Shelf(connection, "passage")
        self.subjects = Shelf(connection, "subject")
        self.citations = Shelf(connection, "citation")

    def _all(self, query: str, *given: Any) -> list[Any]:
        return self._cursor.execute(query, given).fetchall()

    def _each(self, query: str, given: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
        """What a query finds for each of some values, with the value."""
        for value in sorted(set(given)):
            for line in self._cursor.execute(query, (value,)).fetchall():
                yield value, line

    def empty(self) -> None:
        """Forgets all that is related; every annotated document has arrived again."""
        for shelf in (self.passages, self.subjects, self.citations):
            shelf.empty()
        for table in MADE_ANEW:
            self._cursor.execute(f"DELETE FROM {table}")
        self._cursor.execute(
            "INSERT OR IGNORE INTO arrived (document) SELECT scope FROM standing WHERE stage = 'annotate'"
        )

    # Documents that have come.

    def arrive(self, document_id: str) -> None:
        """Puts an annotated document among those that are to be related."""
        self._cursor.execute("INSERT OR IGNORE INTO arrived (document) VALUES (?)", (document_id,))

    def arrived(self, limit: int) -> list[str]:
        """The first ``limit`` documents that are to be related, by id."""
        found = self._all("SELECT document FROM arrived ORDER BY document LIMIT ?", limit)
        return [document for (document,) in found]

    def related(self, documents: Iterable[str]) -> None:
        """Takes documents off those that are to be related."""
        self._cursor.executemany("DELETE FROM arrived WHERE document = ?", [(d,) for d in documents])

    # Pairs that share text.

    def sharing(self, documents: Iterable[int]) -> dict[Pair, int]:
        """The pairs of which one of the documents is a part, the lower number first, and where each pair's row is."""
        places = self.passages.places(documents)
        found: dict[Pair, int] = {}
        for one, (other, row) in self._each("SELECT other, row FROM sharing WHERE one = ?", places.values()):
            found[one, other] = row
        for other, (one, row) in self._each("SELECT one, row FROM sharing WHERE other = ?", places.values()):
            found[one, other] = row
        numbers = {place: number for number, place in places.items()}
        numbers |= self.passages.numbers({place for pair in found for place in pair} - numbers.keys())
        out: dict[Pair, int] = {}
        for (one, other), row in found.items():
            low, high = sorted((numbers[one], numbers[other]))
            out[low, high] = row
        return out

    def share(self, rows: Mapping[Pair, int]) -> None:
        """Keeps where the rows of pairs are, in place of those that they had; both documents were entered."""
        lines = sorted((*places, rows[pair]) for pair, places in self._placed(rows))
        self._cursor.executemany("INSERT OR REPLACE INTO sharing (one, other, row) VALUES (?, ?, ?)", lines)

    def unshare(self, pairs: Iterable[Pair]) -> None:
        """Drops the rows of pairs that share no text any more."""
        lines = sorted({places for _, places in self._placed(list(pairs))})
        self._cursor.executemany("DELETE FROM sharing WHERE one = ? AND other = ?", lines)

    def _placed(self, pairs: Collection[Pair]) -> Iterator[tuple[Pair, Pair]]:
        """The pairs with their places, the lower first."""
        places = self.passages.places(number for pair in pairs for number in pair)
        for pair in pairs:
            one, other = places[pair[0]], places[pair[1]]
            yield pair, ((one, other) if one < other else (other, one))

    # Stories, as ``sayso.relations.stories.collator.Desk`` has them.

    def tell(self, told: Mapping[int, Subject]) -> None:
        """Keeps what documents are about."""
        lines = [
            (
                number,
                one.date,
                json.dumps([one.words, one.outlet, one.named], ensure_ascii=False, separators=(",", ":")),
            )
            for number, one in sorted(told.items())
        ]
        self._cursor.executemany("INSERT OR IGNORE INTO placed (document, date, words) VALUES (?, ?, ?)", lines)

    def told(self, documents: Iterable[int]) -> dict[int, Subject]:
        query = "SELECT date, words FROM placed WHERE document = ?"
        held = {number: (date, json.loads(about)) for number, (date, about) in self._each(query, documents)}
        return {n: Subject(date, words, outlet, tuple(named)) for n, (date, (words, outlet, named)) in held.items()}

    def beside(self, document: int) -> Mapping[int, float]:
        return dict(self._all("SELECT other, likeness FROM beside WHERE one = ?", document))

    def join(self, pairs: Mapping[Pair, float]) -> None:
        both = [(a, b, alike) for (one, other), alike in pairs.items() for a, b in ((one, other), (other, one))]
        self._cursor.executemany("INSERT OR IGNORE INTO beside (one, other, likeness) VALUES (?, ?, ?)", sorted(both))

    def sever(self, pairs: Iterable[Pair]) -> None:
        both = [pair for one, other in pairs for pair in ((one, other), (other, one))]
        self._cursor.executemany("DELETE FROM beside WHERE one = ? AND other = ?", sorted(both))

    def part_of(self, documents: Iterable[int]) -> dict[int, list[int]]:
        query = "SELECT part FROM placed WHERE document = ? AND part IS NOT NULL"
        parts = {number: part for number, (part,) in self._each(query, documents)}
        held: dict[int, list[int]] = defaultdict(list)
        for part, (number,) in self._each("SELECT document FROM placed WHERE part = ?", parts.values()):
            held[part].append(number)
        return {number: sorted(held[part]) for number, part in parts.items()}

    def story_of(self, documents: Iterable[int]) -> dict[int, str]:
        query = "SELECT story FROM placed WHERE document = ? AND story IS NOT NULL"
        return {number: story for number, (story,) in self._each(query, documents)}

    def held_by(self, documents: Iterable[int]) -> dict[int, float]:
        query = "SELECT held_by FROM placed WHERE document = ? AND held_by IS NOT NULL"
        return {number: least for number, (least,) in self._each(query, documents)}

    def place(self, part: int, held_by: float, stories: Mapping[str, Sequence[int]]) -> None:
        lines = [(part, held_by, story, number) for story, held in sorted(stories.items()) for number in held]
        self._cursor.executemany("UPDATE placed SET part = ?, held_by = ?, story = ? WHERE document = ?", lines)

    def in_story(self, story: str) -> list[int]:
        """The documents of a story, ascending."""
        return [number for (number,) in self._all("SELECT document FROM placed WHERE story = ? ORDER BY 1", story)]

    # Outlets, by the traces of their names.

    def learn(self, outlets: Iterable[tuple[str, bool]]) -> set[str]:
        """Keeps outlets, and whether each published a document; the traces of what was not known."""
        query = "INSERT OR IGNORE INTO outlets (trace, name, published) VALUES (?, ?, ?)"
        lines = [(trace, *shown) for shown in sorted(set(outlets)) for trace in sorted(traces(shown[0]))]
        return {line[0] for line in lines if self._cursor.execute(query, line).rowcount}

    def outlets(self, known_by: Iterable[str]) -> dict[str, bool]:
        """The outlets that have one of the traces, and whether each published a document; sorted."""
        query = "SELECT name, published FROM outlets WHERE trace = ?"
        return {name: bool(published) for name, published in sorted(line for _, line in self._each(query, known_by))}

    # What is to be made anew, and what stands.

    def wait(self, stories: Iterable[str]) -> None:
        """Puts stories among those whose relations are to be made anew."""
        self._cursor.executemany("INSERT OR IGNORE INTO waiting (story) VALUES (?)", [(s,) for s in sorted(stories)])

    def wait_for_all(self) -> None:
        self._cursor.execute("INSERT OR IGNORE INTO waiting (story) SELECT DISTINCT story FROM placed")

    def waiting(self, limit: int) -> list[str]:
        """The first ``limit`` stories whose relations are to be made anew, by id."""
        return [story for (story,) in self._all("SELECT story FROM waiting ORDER BY story LIMIT ?", limit)]

    def clear(self, story: str) -> None:
        """Lets no row of a story stand any more, and takes it off those that wait."""
        self._cursor.execute("DELETE FROM stands WHERE scope = ?", (story,))
        self._cursor.execute("DELETE FROM waiting WHERE story = ?", (story,))

    def stand(self, scope: str, row_ids: Iterable[str]) -> None:
        """Lets rows stand that were made for a scope."""
        lines = [(scope, row_id) for row_id in sorted(set(row_ids))]
        self._cursor.executemany("INSERT OR IGNORE INTO stands (scope, row_id) VALUES (?, ?)", lines)

    def obeyed(self) -> dict[str, list[str]]:
        """The judgements that the relations obey, by id, with the claims that each is about."""
        found = self._all("SELECT judgement, claims FROM obeyed")
        return {judgement: json.loads(claims) for judgement, claims in found}

    def obey(self, judgements: Mapping[str, Sequence[str]]) -> None:
        """Keeps which judgements the relations obey."""
        self._cursor.execute("DELETE FROM obeyed")
        lines = [(judgement, json.dumps(list(claims))) for judgement, claims in sorted(judgements.items())]
        self._cursor.executemany("INSERT INTO obeyed (judgement, claims) VALUES (?, ?)", lines)
