"""The tables of the bookkeeping of how documents are related, which ``sayso.record.desk`` reads and writes.

All of it follows from documents and judgements and can be rebuilt from them, but for ``pairs_made`` and the index of
the ids of pairs (``sayso.record.pairs``), which belong to rows that are kept.
"""

from __future__ import annotations

import typing
from typing import Any

from sqlalchemy import BigInteger, Column, Float, Index, Integer, LargeBinary, Table, Text

from sayso.record.schema import metadata

#: The relations that stand now, by the story that they were made for; rows of shared text are in ``sharing`` instead.
stands = Table(
    "stands",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("row_id", Text, primary_key=True),
    Index("stands_row", "row_id"),
    sqlite_with_rowid=False,
)

#: Pairs of documents that share text, by their places among the entries of passages, lower first, and the place of the
#: pair's row. Copies are published close in time, so the pairs of a batch lie side by side.
sharing = Table(
    "sharing",
    metadata,
    Column("one", BigInteger, primary_key=True, autoincrement=False),
    Column("other", BigInteger, primary_key=True, autoincrement=False),
    Column("row", BigInteger, nullable=False),
    Index("sharing_other", "other"),
    sqlite_with_rowid=False,
)

#: Documents that may be of one story, each pair in both directions, and how alike they are.
beside = Table(
    "beside",
    metadata,
    Column("one", BigInteger, primary_key=True, autoincrement=False),
    Column("other", BigInteger, primary_key=True, autoincrement=False),
    Column("likeness", Float, nullable=False),
    sqlite_with_rowid=False,
)

#: Of each related document: its date, what it is compared by (words, outlet, names in it; JSON), its part (a connected
#: component of ``beside``), the likeness that holds the part together, and its story.
placed = Table(
    "placed",
    metadata,
    Column("document", BigInteger, primary_key=True, autoincrement=False),
    Column("date", Text),
    Column("words", Text, nullable=False),
    Column("part", BigInteger),
    Column("held_by", Float),
    Column("story", Text),
    Index("placed_part", "part"),
    Index("placed_story", "story"),
)

#: Names that documents show to be an outlet's, by the traces to look them up by, and whether it published a document.
outlets = Table(
    "outlets",
    metadata,
    Column("trace", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("published", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

#: The queue of documents that are annotated and not yet related.
arrived = Table("arrived", metadata, Column("document", Text, primary_key=True))

#: The queue of stories whose relations are to be made anew.
waiting = Table("waiting", metadata, Column("story", Text, primary_key=True))

#: The judgements that the relations obey, each with the claims it is about as they are read now (JSON).
obeyed = Table("obeyed", metadata, Column("judgement", Text, primary_key=True), Column("claims", Text, nullable=False))


class IndexTables(typing.NamedTuple):
    """The tables of one inverted index (``sayso.relations.index.postings``): documents in the order of their arrival,
    and the segments and chunks of their postings (``sayso.record.segments``)."""

    entries: Table
    segments: Table
    chunks: Table
    marks: Table


def _segment_tables(name: str) -> tuple[Table, Table]:
    """The tables of an index's runs: segments, and the chunks of their postings."""
    segments = Table(
        f"{name}_segments",
        metadata,
        Column("number", Integer, primary_key=True),
        Column("run", Integer, nullable=False),
        Column("level", Integer, nullable=False),
        Column("place", Integer, nullable=False),
        Column("firsts", LargeBinary, nullable=False),
        Column("sieve", LargeBinary, nullable=False),
    )
    chunks = Table(
        f"{name}_chunks",
        metadata,
        Column("place", Integer, primary_key=True),
        Column("postings", LargeBinary, nullable=False),
    )
    return segments, chunks


def _index_tables(name: str) -> IndexTables:
    def number(column: str) -> Column[Any]:
        return Column(column, BigInteger, primary_key=True, autoincrement=False)

    segments, chunks = _segment_tables(name)
    entries = Table(
        f"{name}_entries",
        metadata,
        Column("place", Integer, primary_key=True),
        Column("document", BigInteger, nullable=False, unique=True),
        Column("publisher", BigInteger, nullable=False),
        Column("keys", LargeBinary, nullable=False),
    )
    marks = Table(f"{name}_marks", metadata, number("key"), number("publisher"), sqlite_with_rowid=False)
    return IndexTables(entries, segments, chunks, marks)


#: The inverted indexes of a record, which only grow: passages by fingerprint, subjects by rare word and time window,
#: citations by the traces of a source's name.
INDEXES = {name: _index_tables(name) for name in ("passage", "subject", "citation")}

#: The ids of the rows of pairs with their places (``sayso.record.pairs``).
PAIR_IDS = _segment_tables("pair")

#: Which activity yielded which rows of pairs, as ranges of places: what a transaction adds lies side by side.
pairs_made = Table(
    "pairs_made",
    metadata,
    Column("activity_id", Text, primary_key=True),
    Column("first", BigInteger, primary_key=True, autoincrement=False),
    Column("last", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
