"""Records of other versions of Sayso: which are refused, and how an earlier one is brought up to date."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, Table, select, text
from sqlalchemy.dialects import sqlite

from sayso import types
from sayso.record import related, schema
from sayso.record.pairs import Pairs

#: The tables that held the postings of an index in schema 3.
OLD = ("postings", "recent")


def version_of(connection: Connection) -> int:
    """The version of a record's tables; 0 if it states none."""
    stated = connection.execute(select(schema.about.c.value).where(schema.about.c.name == "schema")).scalar()
    return int(stated) if stated is not None else 0


def apart(found: int, read_only: bool) -> str | None:
    """Who made a record of another version, and what to do about it; None if it can be used as it is."""
    if found < 1 or found > schema.SCHEMA_VERSION:
        return f"a newer Sayso (schema {found or 'not stated'}); install that one to read it"
    if read_only and found < schema.SCHEMA_VERSION:
        return f"an earlier Sayso (schema {found}); read anything into it once, with: sayso read PATH… --record RECORD"
    return None


def unlike(connection: Connection, tables: Mapping[str, Table]) -> str | None:
    """Who made a record whose rows have other fields than ours, and what to do about it; None if they are the same. A
    row with other fields has another id, so the two cannot be mixed."""
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
    """Turns a record of an earlier schema into one of this.

    Schema 1 had no index, schema 2 other fingerprints, schema 3 other tables, schema 4 no places, and before schema 6
    rows of pairs had none. So all documents are queued to be related again, which the next reading does.
    """
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
    """Numbers the rows of pairs in the order in which they were kept, if they have no places yet."""
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
