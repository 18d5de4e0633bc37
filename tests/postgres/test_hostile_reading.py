"""PostgreSQL as somebody found it who read with bad intent: each is wrong still.

Not here: what both databases do at the counter (tests/use_cases/test_hostile_reading.py).
"""

import errno
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict
from pydantic import SecretStr

from bot import moving
from bot.clock import MovableClock
from bot.opening import open_database
from bot.server import open_on_server
from bot.settings import Settings
from bot.stopping import CannotRun
from storage.sqlite import FILE_NAME
from tests import databases
from tests.bot import backed_up
from tests.counter import PredictableSecrets
from tests.postgres import test_moving
from tests.running_cafe import TOKEN

HOSTILE = pytest.mark.xfail(strict=True, reason="hostile reading")
file = test_moving.file


@HOSTILE
async def test_an_account_that_may_not_create_tables_is_told_so(url: str, tmp_path: Path) -> None:
    """Since PostgreSQL 15 a new database is so for everybody but its owner: a traceback, no sentence."""
    name = conninfo_to_dict(url)["application_name"]
    with psycopg.connect(databases.SERVER, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {name} LOGIN; GRANT USAGE ON SCHEMA {name} TO {name}".encode())
        address = url.replace("postgres@", f"{name}@", 1)
        settings = Settings(bot_token=SecretStr(TOKEN), data_dir=tmp_path, database_url=SecretStr(address))
        try:
            with pytest.raises(CannotRun):
                await open_on_server(settings, address, clock=MovableClock(), secrets=PredictableSecrets())
        finally:
            connection.execute(f"DROP OWNED BY {name}; DROP ROLE {name}".encode())


def settings_of(file: Path, url: str) -> Settings:
    return Settings(bot_token=SecretStr(TOKEN), data_dir=file.parent, database_url=SecretStr(url))


def moves_until_the_end(file: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is on the server, and then the disk is full."""

    def is_full(_: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(moving, "make_folder", is_full)
    with pytest.raises((OSError, CannotRun)):
        moving.move(settings_of(file, url))
    monkeypatch.undo()


@HOSTILE
def test_a_move_whose_file_could_not_be_put_aside_can_be_ended(
    file: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typed again it says: Nothing was moved, a cafe lives there already. Everything is as it was."""
    moves_until_the_end(file, url, monkeypatch)
    try:
        moving.move(settings_of(file, url))
    except CannotRun as refused:
        assert "Nothing was moved" not in str(refused)  # noqa: PT017


@HOSTILE
async def test_no_bot_goes_on_with_the_file_of_a_move_that_ended_early(
    file: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed, or out of disk, between the server's COMMIT and the file's new place: a bot without
    DATABASE_URL opens the file and the cafe lives twice, though the note beside it says that it has moved.
    """
    moves_until_the_end(file, url, monkeypatch)
    with pytest.raises(CannotRun):
        await (await open_database(file.parent, clock=MovableClock(), secrets=PredictableSecrets())).close()


@HOSTILE
@pytest.mark.parametrize("make", [backed_up.foreign, backed_up.newer])
def test_a_file_that_can_not_move_is_blamed_itself_and_not_the_empty_server(
    make: Callable[[Path], object], tmp_path: Path, url: str
) -> None:
    """It says "PostgreSQL at ... holds tables of another program" of a database in which there is nothing."""
    file = tmp_path / FILE_NAME
    make(file)
    with pytest.raises(CannotRun) as refused:
        moving.move(settings_of(file, url))
    assert not str(refused.value).startswith("PostgreSQL")
