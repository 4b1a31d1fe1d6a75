"""Records that another version of Sayso made: which are refused, and what is done so that an earlier one can go on."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, Table, select, text
from sqlalchemy.dialects import sqlite

from sayso import types
from sayso.record import related, schema
from sayso.record.pairs import Pairs

#: What an index of schema 3 had its postings in.
OLD = ("postings", "recent")


def version_of(connection: Connection) -> int:
    """The version of a record's tables; 0 where it states none."""
    stated = connection.execute(select(schema.about.c.value).where(schema.about.c.name == "schema")).scalar()
    return int(stated) if stated is not None else 0


def apart(found: int, read_only: bool) -> str | None:
    """Why a record of this version cannot be used as it is: who made it, and what to do; None where it can."""
    if found < 1 or found > schema.SCHEMA_VERSION:
        return f"a newer Sayso (schema {found or 'not stated'}); install that one to read it"
    if read_only and found < schema.SCHEMA_VERSION:
        return f"an earlier Sayso (schema {found}); read anything into it once, with: sayso read PATH… --record RECORD"
    return None


def unlike(connection: Connection, tables: Mapping[str, Table]) -> str | None:
    """Why a record cannot be used whose rows have other fields than ours: who made it, and what to do; None where they
    are the same. A row with other fields is another row, so that the two cannot be mixed."""
    query = text("SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'")
    columns: dict[str, set[str]] = {}
    for table_name, column in connection.execute(query):
        columns.setdefault(table_name, set()).add(column)
    for kind, table in tables.items():
        other = (columns.get(table.name, set()) ^ set(table.c.keys())) - {schema.PLACE}
        if other:
            return (
                f"another version of Sayso, whose {kind} rows have other fields "
                f"({', '.join(sorted(other))}); use that version, or read the pages again into a new record"
            )
    return None


def bring_up_to_date(connection: Connection) -> None:
    """Turns a record of an earlier schema into one of this. Schema 1 had no index, that of schema 2 has other
    fingerprints, that of schema 3 is in other tables, that of schema 4 knows no places, and rows of pairs
    have none before schema 6: all documents wait to be related again, which the next reading does."""
    connection.execute(text("DROP INDEX IF EXISTS reuses_document"))
    connection.execute(text("DROP INDEX IF EXISTS documents_document"))
    _place_pairs(connection)
    for name, tables in related.INDEXES.items():
        for old in OLD:
            connection.execute(text(f"DROP TABLE IF EXISTS {name}_{old}"))
        tables.entries.drop(connection)
        tables.entries.create(connection)
    for index in schema.TABLES["document"].indexes:
        index.create(connection, checkfirst=True)
    annotated = select(schema.standing.c.scope).where(schema.standing.c.stage == "annotate")
    arrived = sqlite.insert(related.arrived).from_select(["document"], annotated)
    connection.execute(arrived.on_conflict_do_nothing())
    connection.execute(schema.standing.delete().where(schema.standing.c.scope == ""))
    version = str(schema.SCHEMA_VERSION)
    connection.execute(schema.about.update().where(schema.about.c.name == "schema").values(value=version))


def _place_pairs(connection: Connection) -> None:
    """Gives the rows of pairs places, in the order in which they were kept, where they have none."""
    table = schema.TABLES[types.Reuse.kind]
    known = connection.execute(text(f"SELECT name FROM pragma_table_info('{table.name}')")).scalars().all()
    if schema.PLACE not in known:
        names = ", ".join(column.name for column in table.c if column.name != schema.PLACE)
        connection.execute(text(f"ALTER TABLE {table.name} RENAME TO {table.name}_before"))
        table.create(connection)
        kept = f"SELECT {names} FROM {table.name}_before ORDER BY rowid"
        connection.execute(text(f"INSERT INTO {table.name} ({names}) {kept}"))
        connection.execute(text(f"DROP TABLE {table.name}_before"))
    Pairs(connection).index()
    related.sharing.drop(connection, checkfirst=True)
    related.sharing.create(connection)
