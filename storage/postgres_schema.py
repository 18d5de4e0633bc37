"""Brings a PostgreSQL schema up to date, and says what is in it; the twin of migrate.py and dump_schema.py.

Not here: the tables themselves, which stand in migrations/postgres. Remake the dump with
`python -m storage.postgres_schema URL`, on any empty schema.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any, Final

from storage.migrate import ForeignFileError, checksum, find_files, judge_history
from storage.postgres_session import Session
from storage.rows import to_micros

FOLDER: Final = Path(__file__).parent / "migrations" / "postgres"
DUMP: Final = Path(__file__).parent / "schema.postgres.sql"
HISTORY: Final = "schema_migrations"
_MARK: Final = "One More Cup"
_HEAD: Final = (
    "-- Made by `python -m storage.postgres_schema URL` from the migrations; a test compares it.\n"
    "-- Not to be edited.\n"
)
_HISTORY_TABLE: Final = f"""
    CREATE TABLE IF NOT EXISTS {HISTORY} (
        number BIGINT PRIMARY KEY,
        name TEXT COLLATE "C" NOT NULL,
        checksum TEXT COLLATE "C" NOT NULL,
        applied_at BIGINT NOT NULL
    );
    COMMENT ON TABLE {HISTORY} IS '{_MARK}'
"""


class NoSchemaError(Exception):
    """The search path names no schema that exists."""


def current_schema(session: Session) -> str:
    """Where our tables are. Raises NoSchemaError."""
    name = session.ask("SELECT current_schema()::text")
    if name is None:
        raise NoSchemaError
    return str(name)


def migrate(session: Session, now: datetime, folder: Path = FOLDER) -> list[str]:
    """Apply what is missing, each file in one transaction; answers the names applied.

    Raises ForeignFileError or NewerFileError before touching anything.
    """
    missing = find_missing(session, folder)
    for file in missing:
        try:
            session.command("BEGIN; SET LOCAL statement_timeout = 0")
            session.command(_HISTORY_TABLE)
            session.command(file.read_text(encoding="utf-8"))
            session.execute(
                f"""
                INSERT INTO {HISTORY} (number, name, checksum, applied_at)
                VALUES (:number, :name, :sum, :now)
                """,
                {
                    "number": int(file.name[:4]),
                    "name": file.name,
                    "sum": checksum(file),
                    "now": to_micros(now),
                },
            )
            session.command("COMMIT")
        except BaseException:
            session.roll_back()
            raise
    return [file.name for file in missing]


def find_missing(session: Session, folder: Path = FOLDER) -> list[Path]:
    """The migrations that this schema lacks, in order; looks only. Raises as `migrate` does."""
    return judge_history(find_files(folder), _applied(session))


def find_version(session: Session) -> int:
    """The number of the last migration, 0 for an empty schema. Raises ForeignFileError."""
    return max(_applied(session), default=0)


def find_tables(session: Session) -> Sequence[str]:
    """Our tables, each after those that it refers to; the history of migrations is not among them.

    A ring of references has to be deferrable somewhere.
    """
    graph: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(_table_names(session), ()))
    for row in _all(
        session,
        """
        SELECT c.conrelid::regclass::text AS name, c.confrelid::regclass::text AS target FROM pg_constraint c
        WHERE c.contype = 'f' AND NOT c.condeferrable AND c.conrelid <> c.confrelid
          AND c.connamespace = current_schema()::regnamespace ORDER BY 1, 2
        """,
    ):
        graph.add(row["name"], row["target"])
    return [name for name in graph.static_order() if name != HISTORY]


def find_columns(session: Session) -> Mapping[str, Sequence[str]]:
    """The columns of each table, in order."""
    columns: dict[str, list[str]] = {}
    query = """
        SELECT c.relname::text AS name, a.attname::text AS col FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' ORDER BY 1, a.attnum
    """
    for row in _all(session, query):
        columns.setdefault(row["name"], []).append(row["col"])
    return columns


def find_numbered(session: Session) -> Sequence[tuple[str, str]]:
    """Tables whose rows are numbered by the database, and the column of the number."""
    rows = _all(
        session,
        """
        SELECT c.relname::text AS name, a.attname::text AS col
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = current_schema()::regnamespace AND a.attidentity <> '' ORDER BY 1
        """,
    )
    return [(row["name"], row["col"]) for row in rows]


def continue_numbers(session: Session, at_least: dict[str, int] | None = None) -> None:
    """The next number of each table is above every one that is used, and above `at_least`."""
    for table, column in find_numbered(session):
        session.execute(
            f"""
            SELECT setval(pg_get_serial_sequence(:table, :column), n.n, n.n > 0)
            FROM (SELECT GREATEST(COALESCE(MAX({column}), 0), :least) AS n FROM {table}) n WHERE n.n > 0
            """,
            {"table": table, "column": column, "least": (at_least or {}).get(table, 0)},
        ).fetchall()


def dump(session: Session) -> str:
    """Every function, table, index and trigger by name, and the rows that migrations put in."""
    schema = current_schema(session)
    text = _HEAD + "".join(f"\n{part};\n" for part in _parts(session))
    return text.replace(f"{schema}.", "")


def _applied(session: Session) -> dict[int, str]:
    tables = _table_names(session)
    if not tables:
        return {}
    mark = session.ask("SELECT obj_description(to_regclass($1), 'pg_class')", HISTORY)
    if HISTORY not in tables or mark != _MARK:
        raise ForeignFileError
    return {
        row["number"]: row["checksum"] for row in _all(session, f"SELECT number, checksum FROM {HISTORY}")
    }


def _table_names(session: Session) -> list[str]:
    query = """
        SELECT relname::text AS name FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') ORDER BY 1
    """
    return [row["name"] for row in _all(session, query)]


def _parts(session: Session) -> Iterator[str]:
    columns = find_columns(session)
    for row in _all(session, _FUNCTIONS):
        yield row["sql"].rstrip()
    for table in _table_names(session):
        values = {"table": table}
        lines = [row["sql"] for query in (_COLUMNS, _CONSTRAINTS) for row in _all(session, query, values)]
        yield f"CREATE TABLE {table} (\n    " + ",\n    ".join(lines) + "\n)"
        for query in (_INDEXES, _TRIGGERS):
            for row in _all(session, query, values):
                yield row["sql"]
        if table != HISTORY:
            yield from _rows(session, table, columns[table])


def _rows(session: Session, table: str, columns: Sequence[str]) -> Iterator[str]:
    quoted = " || ', ' || ".join(f"quote_nullable({column})" for column in columns)
    for row in _all(session, f"SELECT {quoted} AS line FROM {table} ORDER BY 1"):
        yield f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({row['line']})"


def _all(session: Session, query: str, values: dict[str, Any] | None = None) -> list[Any]:
    return session.execute(query, values or {}).fetchall()


_FUNCTIONS: Final = """
    SELECT pg_get_functiondef(oid) AS sql FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
    ORDER BY proname::text COLLATE "C"
"""
_COLUMNS: Final = """
    SELECT a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
           || CASE WHEN t.typcollation = a.attcollation THEN ''
                   ELSE ' COLLATE ' || quote_ident(l.collname) END
           || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
           || CASE WHEN a.attidentity <> '' THEN ' GENERATED BY DEFAULT AS IDENTITY' ELSE '' END
           || COALESCE(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') AS sql
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_collation l ON l.oid = a.attcollation
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = CAST(:table AS regclass) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
"""
_CONSTRAINTS: Final = """
    SELECT 'CONSTRAINT ' || conname || ' ' || pg_get_constraintdef(oid) AS sql FROM pg_constraint
    WHERE conrelid = CAST(:table AS regclass) AND contype IN ('p', 'u', 'c', 'f')
    ORDER BY conname::text COLLATE "C"
"""
_INDEXES: Final = """
    SELECT pg_get_indexdef(i.indexrelid) AS sql FROM pg_index i
    WHERE i.indrelid = CAST(:table AS regclass)
      AND NOT EXISTS (SELECT 1 FROM pg_constraint c
                      WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u'))
    ORDER BY 1
"""
_TRIGGERS: Final = """
    SELECT pg_get_triggerdef(oid) AS sql FROM pg_trigger
    WHERE tgrelid = CAST(:table AS regclass) AND NOT tgisinternal ORDER BY tgname::text COLLATE "C"
"""


def _write_dump(url: str) -> None:
    session = Session(url)
    migrate(session, datetime.fromtimestamp(0, UTC))
    DUMP.write_text(dump(session), encoding="utf-8")
    session.close()


if __name__ == "__main__":
    _write_dump(sys.argv[1])
