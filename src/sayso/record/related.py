"""The tables in which a record keeps how its documents are related, so that new ones change what they touch.

All of it follows from documents and judgements and can be made again from them; ``sayso.record.desk`` reads and writes
it. Only ``pairs_made`` and the index of the ids of pairs (``sayso.record.pairs``) belong to rows that are kept.
"""

from __future__ import annotations

import typing
from typing import Any

from sqlalchemy import BigInteger, Column, Float, Index, Integer, LargeBinary, Table, Text

from sayso.record.schema import metadata

#: The rows of many documents that stand now, by the story that they were made for; those of pairs are in ``sharing``.
stands = Table(
    "stands",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("row_id", Text, primary_key=True),
    Index("stands_row", "row_id"),
    sqlite_with_rowid=False,
)

#: Documents that share text, by their places among the entries of passages, the lower first, and where the row of
#: the pair is among those of pairs. Copies come close in time, so that the pairs of a batch lie side by side.
sharing = Table(
    "sharing",
    metadata,
    Column("one", BigInteger, primary_key=True, autoincrement=False),
    Column("other", BigInteger, primary_key=True, autoincrement=False),
    Column("row", BigInteger, nullable=False),
    Index("sharing_other", "other"),
    sqlite_with_rowid=False,
)

#: Documents that may be of one story, each pair both ways, and how alike they are.
beside = Table(
    "beside",
    metadata,
    Column("one", BigInteger, primary_key=True, autoincrement=False),
    Column("other", BigInteger, primary_key=True, autoincrement=False),
    Column("likeness", Float, nullable=False),
    sqlite_with_rowid=False,
)

#: What is known of each document that is related: its date, what it is compared by (words, outlet, names in it), its
#: part, how alike those are that hang together there, and its story.
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

#: Outlets that documents show to be such, by what a name of theirs is looked up by; and those that published one.
outlets = Table(
    "outlets",
    metadata,
    Column("trace", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("published", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

#: Documents that are annotated and not yet related.
arrived = Table("arrived", metadata, Column("document", Text, primary_key=True))

#: Stories whose relations are to be made anew.
waiting = Table("waiting", metadata, Column("story", Text, primary_key=True))

#: The judgements that the relations obey, and of each the claims it is about as they are read now (JSON).
obeyed = Table("obeyed", metadata, Column("judgement", Text, primary_key=True), Column("claims", Text, nullable=False))


class IndexTables(typing.NamedTuple):
    """The tables of one index of keys (``sayso.relations.index.postings``); its ``entries`` have places in the order of
    arrival, its postings are in the ``chunks`` of ``segments`` (``sayso.record.segments``)."""

    entries: Table
    segments: Table
    chunks: Table
    marks: Table


def _segment_tables(name: str) -> tuple[Table, Table]:
    """The tables of the runs of an index: ``sayso.record.segments``."""
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


#: The indexes of a record, which only grow: passages by their fingerprints, subjects by rare words in time windows,
#: citations by what the name of a source is looked up by.
INDEXES = {name: _index_tables(name) for name in ("passage", "subject", "citation")}

#: The ids of the rows of pairs, with their places: runs, since ids are hashes.
PAIR_IDS = _segment_tables("pair")

#: Which activity yielded which rows of pairs: those from one place to another, for what a transaction adds lies side by
#: side.
pairs_made = Table(
    "pairs_made",
    metadata,
    Column("activity_id", Text, primary_key=True),
    Column("first", BigInteger, primary_key=True, autoincrement=False),
    Column("last", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
