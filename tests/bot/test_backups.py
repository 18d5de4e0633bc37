"""The running bot's backups: made on demand, told when they fail, and brought to the owners encrypted.

Not here: when one is due (tests/use_cases/test_safekeeping.py) and restoring (test_restore.py).
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from aiogram import Bot

from bot import backups
from bot.backup_post import BackupPost
from bot.backups import BackupCourier, BackupError, BackupKeeper
from bot.control import LONG_WORK_SECONDS, ask
from bot.health import Health
from bot.pacing import ChatPace
from bot.sealing import is_sealed
from bot.secret_source import SystemSecrets
from bot.telegram_session import create_bot
from handlers.texts import Texts
from loyalty.privacy import BACKUP_NIGHTS
from loyalty.use_cases.house.screens import ReadReader
from storage.backup_files import KEPT, BackupKind, find_files
from storage.sqlite import FILE_NAME, SqliteDatabase
from tests import books
from tests.running_cafe import RunningCafe

PASSPHRASE = "four words nobody guesses"


@pytest.fixture
async def beside(cafe: RunningCafe) -> AsyncIterator[SqliteDatabase]:
    """The running cafe's file, opened by the test too: nobody waits for a tick of a minute."""
    database = await SqliteDatabase.open(cafe.folder / FILE_NAME, clock=cafe.clock, secrets=SystemSecrets())
    yield database
    await database.close()


@pytest.fixture
async def bot(cafe: RunningCafe) -> AsyncIterator[Bot]:
    bot = create_bot(cafe.settings, ChatPace())
    yield bot
    await bot.session.close()


def courier(cafe: RunningCafe, database: SqliteDatabase, bot: Bot, passphrase: str | None) -> BackupCourier:
    post = BackupPost(bot, Texts(), ReadReader(database))
    return BackupCourier(database, cafe.folder, passphrase, post, SystemSecrets())


async def asks_for_backup(cafe: RunningCafe) -> Path:
    """As `python -m bot backup` does."""
    path = cafe.settings.socket_path
    reply = await asyncio.to_thread(ask, path, "backup", seconds=LONG_WORK_SECONDS)
    return Path(reply["file"])


def test_no_copy_is_kept_longer_than_the_privacy_page_says() -> None:
    assert timedelta(days=BACKUP_NIGHTS) >= backups.KEPT_FOR
    assert BACKUP_NIGHTS >= KEPT


async def test_a_locked_copy_reaches_the_owner_once(
    cafe: RunningCafe, beside: SqliteDatabase, bot: Bot, tmp_path: Path
) -> None:
    owner = await cafe.owner("Olga")
    file = await asks_for_backup(cafe)
    books.check(file, deep=True)
    await courier(cafe, beside, bot, PASSPHRASE).send_due()
    message = await owner.sees("encrypted. Only your passphrase opens it")
    document = message["document"]
    assert document["file_name"] == f"{file.name}.gz.age"
    sealed = tmp_path / "sealed"
    await bot.download(document["file_id"], sealed)
    assert is_sealed(sealed)
    assert b"Olga" not in sealed.read_bytes()
    await courier(cafe, beside, bot, PASSPHRASE).send_due()
    assert sum("Backup of" in str(one.get("caption")) for one in await owner.chat()) == 1, "once"
    assert [path.name for path in file.parent.iterdir()] == [file.name], "no locked copy stays behind"


async def test_without_a_passphrase_nothing_leaves_the_machine(
    cafe: RunningCafe, beside: SqliteDatabase, bot: Bot
) -> None:
    owner = await cafe.owner()
    await asks_for_backup(cafe)
    await courier(cafe, beside, bot, None).send_due()
    assert not any("document" in message for message in await owner.chat())


async def test_an_owner_who_blocked_the_bot_gets_the_copy_later(
    cafe: RunningCafe, beside: SqliteDatabase, bot: Bot
) -> None:
    owner = await cafe.owner()
    await asks_for_backup(cafe)
    await owner.blocks()
    tried = courier(cafe, beside, bot, PASSPHRASE)
    await tried.send_due()
    assert cafe.rows("SELECT sent_at FROM backups") == [(None,)]
    await owner.unblocks()
    await tried.send_due()
    assert cafe.rows("SELECT sent_at FROM backups") == [(None,)], "not at every look"
    await courier(cafe, beside, bot, PASSPHRASE).send_due()
    assert cafe.rows("SELECT sent_at IS NULL FROM backups") == [(0,)]


async def test_a_copy_that_telegram_would_not_take_stays_and_the_owner_hears_of_it(
    cafe: RunningCafe, beside: SqliteDatabase, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = await cafe.owner()
    await asks_for_backup(cafe)
    monkeypatch.setattr(backups, "MOST_SENT_BYTES", 1000)
    await courier(cafe, beside, bot, PASSPHRASE).send_due()
    await owner.sees("so it stays on the machine")
    assert not any("document" in message for message in await owner.chat())


async def test_a_backup_that_can_not_be_made_is_told_and_the_last_good_one_stays(
    cafe: RunningCafe, beside: SqliteDatabase
) -> None:
    owner, health = await cafe.owner(), Health()
    good = await asks_for_backup(cafe)
    content = good.read_bytes()
    with closing(sqlite3.connect(cafe.folder / FILE_NAME)) as connection:
        connection.execute("UPDATE staff SET location_id = 77")  # as a failing disk might
        connection.commit()
    keeper = BackupKeeper(beside, cafe.folder, cafe.clock, health)
    with pytest.raises(BackupError, match="rows refer to rows that are missing"):
        await keeper.make(BackupKind.NIGHTLY)
    await owner.sees("the copy was checked and did not add up")
    [said] = health.sentences()
    assert "No backup was made" in said
    assert "rows refer" not in said, "the error's own text is for the log and the owners"
    assert find_files(good.parent, BackupKind.NIGHTLY) == []
    assert good.read_bytes() == content
    with closing(sqlite3.connect(cafe.folder / FILE_NAME)) as connection:
        connection.execute("UPDATE staff SET location_id = 1")
        connection.commit()
    await keeper.make(BackupKind.NIGHTLY)
    assert health.sentences() == []
    assert len(find_files(good.parent, BackupKind.NIGHTLY)) == 1


async def test_the_night_makes_one_backup_and_a_failure_is_not_tried_at_every_look(
    cafe: RunningCafe, beside: SqliteDatabase
) -> None:
    folder = cafe.folder / "backups"
    keeper = BackupKeeper(beside, cafe.folder, cafe.clock, Health())
    await keeper.make_due()
    await keeper.make_due()
    assert len(find_files(folder, BackupKind.NIGHTLY)) == 1
    cafe.clock.advance(timedelta(days=1))
    folder.rename(cafe.folder / "elsewhere")
    folder.touch()  # nothing can be written where a file stands
    await keeper.make_due()
    folder.unlink()
    (cafe.folder / "elsewhere").rename(folder)
    await keeper.make_due()
    assert len(find_files(folder, BackupKind.NIGHTLY)) == 1, "an hour goes by first"
    assert cafe.rows("SELECT COUNT(*) FROM backups WHERE problem <> ''") == [(1,)]
    cafe.clock.advance(timedelta(hours=1))
    await BackupKeeper(beside, cafe.folder, cafe.clock, Health()).make_due()
    assert len(find_files(folder, BackupKind.NIGHTLY)) == 2
