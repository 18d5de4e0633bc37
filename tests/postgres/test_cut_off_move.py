"""A move that is cut off after everything is on the server, and files that can't move.

Not here: moves that end (test_moving.py).
"""

import asyncio
import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import moving
from bot.clock import MovableClock
from bot.opening import open_cafe, open_database
from bot.restore import Restore
from bot.settings import Settings
from bot.stopping import CannotRun
from storage.backup_files import FOLDER_NAME, BackupKind, make_backup, sync
from storage.postgres_session import Session
from storage.sqlite import FILE_NAME, MOVED_NAME, MOVING_NAME
from tests.bot import backed_up
from tests.counter import MORNING, PredictableSecrets
from tests.postgres import test_moving
from tests.running_cafe import TOKEN

file = test_moving.file


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


def test_a_move_whose_file_could_not_be_put_aside_can_be_ended(
    file: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typed again it says: Nothing was moved, a cafe lives there already. Everything is as it was."""
    moves_until_the_end(file, url, monkeypatch)
    try:
        moving.move(settings_of(file, url))
    except CannotRun as refused:
        assert "Nothing was moved" not in str(refused)  # noqa: PT017


async def test_no_bot_goes_on_with_the_file_of_a_move_that_ended_early(
    file: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed, or out of disk, between the server's COMMIT and the file's new place: a bot without
    DATABASE_URL opens the file and the cafe lives twice, though the note beside it says that it has moved.
    """
    moves_until_the_end(file, url, monkeypatch)
    with pytest.raises(CannotRun):
        await (await open_database(file.parent, clock=MovableClock(), secrets=PredictableSecrets())).close()


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


async def test_ended_it_is_a_move_like_any_other(
    file: Path, url: str, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = test_moving.content(file)
    moves_until_the_end(file, url, monkeypatch)
    with pytest.raises(CannotRun, match="was being moved"):
        await open_cafe(settings_of(file, url), clock=MovableClock(), secrets=PredictableSecrets())
    moved = moving.move(settings_of(file, url))
    assert (sum(moved.rows.values()) > 0, test_moving.content(moved.aside)) == (True, before)
    assert not file.exists()
    assert (file.with_name(MOVED_NAME).is_file(), file.with_name(MOVING_NAME).exists()) == (True, False)
    assert session.ask("SELECT COUNT(*) FROM customers") == len(before["customers"])


def test_cut_off_after_the_file_was_put_aside_it_is_ended_too(
    file: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path) -> None:
        if path.name == FOLDER_NAME:
            raise OSError(errno.EIO, "Input/output error")
        sync(path)

    monkeypatch.setattr(moving, "sync", fails)
    with pytest.raises(CannotRun, match="was not ended"):
        moving.move(settings_of(file, url))
    monkeypatch.undo()
    assert (file.exists(), file.with_name(MOVING_NAME).exists()) == (False, True)
    assert moving.move(settings_of(file, url)).aside.is_file()
    assert not file.with_name(MOVING_NAME).exists()


def test_cut_off_before_the_commit_it_begins_anew(
    file: Path, url: str, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The note stands there already, and the server has nothing yet."""
    end = moving._Move._write_note

    def dies(move: moving._Move) -> None:
        end(move)
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(moving._Move, "_write_note", dies)
    with pytest.raises(CannotRun, match="was not ended"):
        moving.move(settings_of(file, url))
    monkeypatch.undo()
    assert session.ask("SELECT COUNT(*) FROM customers") == 0
    moving.move(settings_of(file, url))
    assert session.ask("SELECT COUNT(*) FROM customers") > 0
    assert not file.exists()


def test_without_room_for_the_note_nothing_is_moved(
    file: Path, url: str, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_full(_: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(moving, "sync", is_full)
    with pytest.raises(CannotRun, match="Nothing was moved"):
        moving.move(settings_of(file, url))
    assert (file.exists(), file.with_name(MOVING_NAME).exists()) == (True, False)
    assert session.ask("SELECT COUNT(*) FROM customers") == 0


def test_it_is_ended_where_it_was_begun(
    file: Path, url: str, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    moves_until_the_end(file, url, monkeypatch)
    elsewhere = url.replace("/postgres?", "/template1?", 1)
    assert elsewhere != url
    with pytest.raises(CannotRun, match="names another database"):
        moving.move(settings_of(file, elsewhere))
    assert file.exists()


async def test_whoever_restores_a_backup_instead_goes_on_here(
    file: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = make_backup(file, file.parent / FOLDER_NAME, kind=BackupKind.ASKED, now=MORNING).path
    moves_until_the_end(file, url, monkeypatch)
    await asyncio.to_thread(restores, Restore(file.parent), backup)
    await (await open_database(file.parent, clock=MovableClock(), secrets=PredictableSecrets())).close()


def restores(restore: Restore, backup: Path) -> None:
    try:
        restore.prepare(backup, lambda: "")
        restore.carry_out()
    finally:
        restore.close()


def test_a_file_that_takes_longer_to_count_than_a_transaction_may_stand_idle_arrives(
    file: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    command = Session.command

    def listens(session: Session, script: str) -> None:
        command(session, script)
        if script.startswith("SET CONSTRAINTS ALL IMMEDIATE"):
            said.append(session.ask("SHOW idle_in_transaction_session_timeout"))

    monkeypatch.setattr(Session, "command", listens)
    moving.move(settings_of(file, url))
    assert said == ["0"]
