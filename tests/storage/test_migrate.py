"""Migrations: numbered, each whole or not at all, and never on a file that is not ours.

Not here: the schema's own rules.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.clock import MovableClock
from storage import dump_schema
from storage.migrate import APPLICATION_ID, FOLDER, ForeignFileError, NewerFileError, migrate, statements
from storage.sqlite import SqliteDatabase
from tests.counter import MORNING, PredictableSecrets

pytestmark = pytest.mark.sqlite_only("migrations of a file; postgres has its own test")

FIRST = "CREATE TABLE cups (id INTEGER PRIMARY KEY, size TEXT NOT NULL) STRICT;\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_cups.sql").write_text(FIRST)
    return folder


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(tmp_path / "file.sqlite3", isolation_level=None)
    yield connection
    connection.close()


def tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in rows]


async def open_file(path: Path) -> None:
    database = await SqliteDatabase.open(
        path, clock=MovableClock(frozen_at=MORNING), secrets=PredictableSecrets()
    )
    await database.close()


def test_a_fresh_database_equals_the_committed_dump() -> None:
    committed = dump_schema.FILE.read_text(encoding="utf-8")
    assert dump_schema.fresh_schema() == committed, "remake it: python -m storage.dump_schema"


def test_migrations_are_numbered_without_gaps() -> None:
    numbers = [int(file.name[:4]) for file in sorted(FOLDER.glob("*.sql"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_what_is_missing_is_applied_once(connection: sqlite3.Connection, folder: Path) -> None:
    assert migrate(connection, MORNING, folder) == ["0001_cups.sql"]
    (folder / "0002_lids.sql").write_text("CREATE TABLE lids (id INTEGER PRIMARY KEY) STRICT;")
    assert migrate(connection, MORNING, folder) == ["0002_lids.sql"]
    assert migrate(connection, MORNING, folder) == []
    assert tables(connection) == ["cups", "lids", "schema_migrations"]
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_a_script_that_fails_leaves_nothing_of_itself(connection: sqlite3.Connection, folder: Path) -> None:
    migrate(connection, MORNING, folder)
    bad = folder / "0002_bad.sql"
    bad.write_text(
        "CREATE TABLE lids (id INTEGER);\nINSERT INTO cups (size) VALUES ('S');\nCREATE TABLE cups (x);\n"
    )
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        migrate(connection, MORNING, folder)
    assert tables(connection) == ["cups", "schema_migrations"]
    assert connection.execute("SELECT COUNT(*) FROM cups").fetchone() == (0,)
    assert not connection.in_transaction
    bad.write_text("CREATE TABLE lids (id INTEGER);")
    assert migrate(connection, MORNING, folder) == ["0002_bad.sql"], "mended before it ever landed"


def test_the_first_script_that_fails_leaves_an_empty_file(
    connection: sqlite3.Connection, folder: Path
) -> None:
    (folder / "0001_cups.sql").write_text(FIRST + "nonsense;\n")
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, MORNING, folder)
    assert tables(connection) == []
    assert connection.execute("PRAGMA application_id").fetchone() == (0,)


def test_a_script_that_leaves_dangling_references_is_refused(
    connection: sqlite3.Connection, folder: Path
) -> None:
    (folder / "0002_dangling.sql").write_text(
        "CREATE TABLE spoons (cup INTEGER REFERENCES cups (id));\nINSERT INTO spoons (cup) VALUES (7);"
    )
    with pytest.raises(sqlite3.IntegrityError, match="dangling"):
        migrate(connection, MORNING, folder)
    assert tables(connection) == ["cups", "schema_migrations"]


def test_a_history_that_was_edited_is_refused(connection: sqlite3.Connection, folder: Path) -> None:
    migrate(connection, MORNING, folder)
    (folder / "0001_cups.sql").write_text(FIRST + "-- a harmless word\n")
    with pytest.raises(NewerFileError):
        migrate(connection, MORNING, folder)


async def test_a_file_of_a_newer_version_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "newer.sqlite3"
    await open_file(path)
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO schema_migrations VALUES (9999, '9999_future.sql', 'x', 0)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerFileError):
        await open_file(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("pragma", ["", "PRAGMA application_id = 12345"])
async def test_a_file_of_another_program_is_refused_untouched(tmp_path: Path, pragma: str) -> None:
    path = tmp_path / "foreign.sqlite3"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (id INTEGER)")
    connection.execute(pragma)
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ForeignFileError):
        await open_file(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["foreign.sqlite3"]


async def test_a_file_that_is_no_database_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite3"
    path.write_text("a shopping list: beans, milk" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        await open_file(path)
    assert path.read_text() == "a shopping list: beans, milk" * 100


async def test_a_second_start_changes_nothing_and_keeps_the_installations_key(tmp_path: Path) -> None:
    path = tmp_path / "cafe.sqlite3"
    facts = "SELECT hash_key FROM installation UNION ALL SELECT rules FROM programs"

    def look() -> list[tuple[object, ...]]:
        connection = sqlite3.connect(path)
        try:
            return connection.execute(facts).fetchall()
        finally:
            connection.close()

    await open_file(path)
    first = look()
    database = await SqliteDatabase.open(
        path, clock=MovableClock(frozen_at=MORNING), secrets=PredictableSecrets("other chance")
    )
    await database.close()
    assert look() == first


def test_a_triggers_body_stays_one_statement() -> None:
    body = "  SELECT 1;\n  SELECT RAISE(ABORT, 'no; never');\n"
    trigger = f"CREATE TRIGGER t BEFORE DELETE ON cups\nBEGIN\n{body}END;"
    script = f"-- a word; before\n{FIRST}\n{trigger}\nINSERT INTO cups VALUES (1, 'a;\nb');\n-- the end;\n"
    parts = list(statements(script))
    assert [part.splitlines()[-1] for part in parts] == [FIRST.strip(), "END;", "b');"]


def test_every_statement_of_our_migrations_is_found(tmp_path: Path) -> None:
    for file in FOLDER.glob("*.sql"):
        text = file.read_text(encoding="utf-8")
        parts = list(statements(text))
        assert sum("CREATE TRIGGER" in part for part in parts) == text.count("CREATE TRIGGER")
        assert all(sqlite3.complete_statement(part) for part in parts)


def test_a_script_that_stops_in_the_middle_is_refused() -> None:
    with pytest.raises(ValueError, match="middle of a statement"):
        list(statements("CREATE TABLE cups (id INTEGER"))


def test_a_comment_alone_is_no_statement() -> None:
    assert list(statements("-- nothing yet\n\n")) == []


def test_our_first_migration_also_applies_from_a_copy_of_its_folder(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    shutil.copytree(FOLDER, tmp_path / "copy")
    migrate(connection, MORNING, tmp_path / "copy")
    assert migrate(connection, MORNING) == [], "checksums are of contents, not of places"
