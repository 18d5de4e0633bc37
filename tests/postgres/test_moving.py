"""A cafe that moves to PostgreSQL, is backed up there, and could come back: nothing is lost on either way.

Not here: how a file is restored (tests/bot/test_restore.py).
"""

import asyncio
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import server
from bot.clock import MovableClock
from bot.data_dir_lock import DataDirLock
from bot.opening import open_database
from bot.settings import Settings
from bot.stopping import EXIT_BUSY, EXIT_FAILED, EXIT_SETTINGS, CannotRun
from storage.backup_files import FOLDER_NAME
from storage.migrate import find_version
from storage.moving import tables_of
from storage.postgres import PostgresDatabase
from storage.postgres_copies import copy_server
from storage.postgres_lock import ProcessLock
from storage.postgres_schema import FOLDER, migrate
from storage.postgres_session import Session
from storage.sqlite import FILE_NAME, MOVED_NAME
from tests import books
from tests.architecture.sources import ROOT
from tests.bot.backed_up import a_first_version, command
from tests.counter import BEN, LEO, MIA, MORNING, Cafe, PredictableSecrets
from tests.running_cafe import TOKEN

PASSWORD = "never-to-be-seen"


@pytest.fixture
async def file(tmp_path: Path) -> Path:
    """The file of a cafe in which something has happened, in a data directory."""
    lived, data = tmp_path / "lived", tmp_path / "data"
    lived.mkdir()
    data.mkdir()
    cafe = await Cafe.open_staffed(lived)
    reward = await cafe.fills(MIA)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    await cafe.undo_visit(BEN, await cafe.stamps(LEO, 2))
    await cafe.shows(LEO)
    await cafe.close()
    return Path(shutil.copy(cafe.file(), data / FILE_NAME))


def with_password(url: str) -> str:
    return url.replace("postgres@", f"postgres:{PASSWORD}@", 1)


def run(file: Path, url: str | None, *words: str) -> tuple[int, str]:
    """A command of the terminal; the password is in nothing that it says."""
    code, said = command(file.parent, *words, **({"DATABASE_URL": with_password(url)} if url else {}))
    assert PASSWORD not in said
    return code, said


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        tables = [*tables_of(connection), "sqlite_sequence"]
        return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in tables}


def test_everything_arrives_and_the_numbers_go_on(
    file: Path, url: str, session: Session, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(file)) as connection:  # as after a restore: numbers that nobody has any more
        connection.execute("UPDATE sqlite_sequence SET seq = 5000 WHERE name = 'operations'")
        connection.commit()
    before = content(file)
    code, said = run(file, url, "move")
    assert code == 0, said
    assert "counted and summed up on both sides" in said
    assert "Leave DATABASE_URL as it is and start the bot" in said

    copy_server(url, tmp_path / "back.sqlite3", MORNING)
    assert content(tmp_path / "back.sqlite3") == before
    books.check(tmp_path / "back.sqlite3", deep=True)
    assert session.ask("SELECT nextval(pg_get_serial_sequence('operations', 'id'))") == 5001
    customers = session.ask("SELECT MAX(id) FROM customers")
    assert session.ask("SELECT nextval(pg_get_serial_sequence('customers', 'id'))") == customers + 1


def test_the_old_file_is_kept_and_no_bot_goes_on_with_it(file: Path, url: str) -> None:
    before = content(file)
    assert run(file, url, "move")[0] == 0
    assert not file.exists()
    [aside] = (file.parent / FOLDER_NAME).iterdir()
    assert content(aside) == before
    assert file.with_name(MOVED_NAME).is_file()
    with pytest.raises(CannotRun, match="has moved to a PostgreSQL server") as refused:
        asyncio.run(open_database(file.parent, clock=MovableClock(), secrets=PredictableSecrets()))
    assert refused.value.exit_code == EXIT_SETTINGS
    code, said = run(file, None, "backup")
    assert code == EXIT_FAILED
    code, said = run(file, None, "migrate")
    assert code == EXIT_FAILED
    code, said = run(file, url, "move")
    assert code == EXIT_FAILED
    assert "has moved to" in said
    assert "That was done before, and there is nothing more to move." in said
    assert "start the bot" in said
    code, said = run(file, None, "doctor")
    assert "Set DATABASE_URL to the server that it lives on" in said


@pytest.mark.parametrize("moves_into", ["a cafe", "another program's", "a cafe that runs"])
def test_a_target_that_is_not_empty_is_refused(
    file: Path, url: str, session: Session, tmp_path: Path, moves_into: str
) -> None:
    before, lock = content(file), None
    if moves_into == "a cafe":
        (tmp_path / "other").mkdir()
        other = Path(shutil.copy(file, tmp_path / "other" / FILE_NAME))
        assert run(other, url, "move")[0] == 0
        says, wanted = "is not empty", EXIT_FAILED
    elif moves_into == "another program's":
        session.command("CREATE TABLE recipes (id BIGINT)")
        says, wanted = "tables of another program", EXIT_SETTINGS
    else:
        lock = ProcessLock(url)
        says, wanted = "Another copy of this bot", EXIT_BUSY
    code, said = run(file, url, "move")
    if lock is not None:
        lock.release()
    assert (code, says in said) == (wanted, True), said
    assert content(file) == before


def test_a_running_bot_an_old_file_and_no_target_are_refused(file: Path, url: str) -> None:
    assert run(file, None, "move")[0] == EXIT_SETTINGS
    with DataDirLock(file.parent):
        code, said = run(file, url, "move")
        assert (code, "Another copy of this bot is running" in said) == (EXIT_BUSY, True)
    file.unlink()
    a_first_version(file)
    code, said = run(file, url, "move")
    assert (code, "run `python -m bot migrate` first" in said) == (EXIT_FAILED, True)


def test_what_is_cut_off_in_the_middle_leaves_nothing(file: Path, url: str, session: Session) -> None:
    """Books that do not add up are noticed after everything has arrived, and nothing of it is kept."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE identities SET customer_id = 404")
        connection.commit()
    code, said = run(file, url, "move")
    assert code != 0
    assert "identities" in said
    assert session.ask("SELECT COUNT(*) FROM customers") == 0
    assert file.exists()


def test_a_backup_of_the_server_is_a_file_that_moves_back(file: Path, url: str, tmp_path: Path) -> None:
    assert run(file, url, "move")[0] == 0
    code, said = run(file, url, "backup")
    assert code == 0, said
    backup = Path(said.rpartition(": ")[2].strip())
    books.check(backup, deep=True)
    code, said = run(file, url, "restore", str(backup), "--yes")
    assert (code, "Nothing was changed" in said) == (EXIT_SETTINGS, True)
    code, said = run(file, None, "restore", str(backup), "--yes")
    assert (code, "Restored." in said) == (0, True), said
    books.check(file, deep=True)


def test_the_doctor_looks_at_the_server(file: Path, url: str) -> None:
    _, said = run(file, url, "doctor")
    assert "answers and is empty" in said
    assert run(file, url, "move")[0] == 0
    _, said = run(file, url, "doctor")
    assert "ok      Database: version" in said
    assert "ok      Books: every balance is the sum of its ledger" in said
    assert "ok      Server: PostgreSQL at 127.0.0.1" in said
    assert "Backup: there is none yet" in said


def test_a_server_that_does_not_answer_is_said_without_the_password(file: Path) -> None:
    code, said = run(file, "postgresql://postgres@127.0.0.1:9/cafe", "move")
    assert (code, "PostgreSQL at 127.0.0.1, database cafe can't be opened" in said) == (EXIT_FAILED, True), (
        said
    )


async def test_an_older_server_is_backed_up_before_it_is_changed(
    url: str, session: Session, tmp_path: Path
) -> None:
    old, data = tmp_path / "old", tmp_path / "data"
    old.mkdir()
    data.mkdir()
    shutil.copy(FOLDER / "0001_counter.sql", old)
    migrate(session, MORNING, old)
    session.command("INSERT INTO installation (id, hash_key, created_at) VALUES (1, 'the old key', 0)")
    settings = Settings(bot_token=SecretStr(TOKEN), data_dir=data, database_url=SecretStr(url))
    clock, secrets = MovableClock(frozen_at=MORNING), PredictableSecrets()
    for _ in range(2):  # the second time nothing is older, and nothing to be kept
        opened = await server.open_on_server(settings, url, clock=clock, secrets=secrets)
        await opened.close()
    assert session.ask("SELECT hash_key FROM installation") == "the old key"
    [backup] = (data / "backups").iterdir()
    with closing(sqlite3.connect(backup)) as connection:
        assert find_version(connection) == 1
        assert connection.execute("SELECT hash_key FROM installation").fetchall() == [("the old key",)]


def test_without_the_package_it_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    url = SecretStr("postgresql://cafe:secret@127.0.0.1/cafe")
    settings = Settings(bot_token=SecretStr(TOKEN), data_dir=tmp_path, database_url=url)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(CannotRun, match="not installed") as refused:
        server.url_of(settings)
    assert refused.value.exit_code == EXIT_SETTINGS


def test_without_the_package_everything_else_goes_on() -> None:
    script = "import sys; sys.modules['psycopg'] = None; import bot.app, bot.doctor, bot.moving, bot.cli"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr


async def test_a_moved_cafe_opens_on_the_server(file: Path, url: str) -> None:
    assert run(file, url, "move")[0] == 0
    clock = MovableClock(frozen_at=MORNING)
    database = await PostgresDatabase.open(url, clock=clock, secrets=PredictableSecrets())
    cafe = Cafe(database, clock, PredictableSecrets("later"), file.parent)
    card = await cafe.card(MIA)
    cafe.later(hours=2)
    await cafe.stamps(MIA, 1)
    assert (await cafe.card(MIA)).stamps == card.stamps + 1
    await cafe.close()
