"""Backup and migration by a command of the terminal: through the running bot, or by itself when none runs.

Not here: what is printed (safekeeping_commands.py).
"""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.backups import BackupError, BackupKeeper
from bot.clock import SystemClock
from bot.control import LONG_WORK_SECONDS, NobodyAnswersError, ask
from bot.data_dir_lock import DataDirLock
from bot.erasures import ErasureKeeper
from bot.health import Health
from bot.opening import open_cafe
from bot.secret_source import SystemSecrets
from bot.server import refusals, url_of
from bot.settings import Settings
from bot.stopping import EXIT_FAILED, CannotRun
from storage.backup_files import FOLDER_NAME, BackupKind, find_files
from storage.migrate import find_version
from storage.sqlite import FILE_NAME


def back_up_now(settings: Settings) -> Path:
    """The file of a backup that was made and checked. Raises CannotRun."""
    try:
        reply = ask(settings.socket_path, "backup", seconds=LONG_WORK_SECONDS)
    except NobodyAnswersError:
        return asyncio.run(_back_up_alone(settings))
    if "file" not in reply:
        raise CannotRun(str(reply.get("error")), EXIT_FAILED)
    return Path(str(reply["file"]))


async def _back_up_alone(settings: Settings) -> Path:
    _refuse_nothing(settings)
    with DataDirLock(settings.data_dir):
        clock = SystemClock()
        database = await open_cafe(settings, clock=clock, secrets=SystemSecrets())
        try:
            await ErasureKeeper(database, settings.data_dir).end()
            keeper = BackupKeeper(database, settings.data_dir, clock, Health(), url_of(settings))
            return (await keeper.make(BackupKind.ASKED)).path
        except BackupError as error:
            raise CannotRun(str(error), EXIT_FAILED) from None
        finally:
            await database.close()


def migrate_now(settings: Settings) -> tuple[int, int, Path | None]:
    """The versions before and after, and the backup that was made in between. Raises CannotRun."""
    _refuse_nothing(settings)
    with DataDirLock(settings.data_dir):
        folder = settings.data_dir / FOLDER_NAME
        kept = find_files(folder, BackupKind.BEFORE_MIGRATION)
        before = _find_version(settings)
        asyncio.run(_open_and_close(settings))
        new = [file for file in find_files(folder, BackupKind.BEFORE_MIGRATION) if file not in kept]
        return before, _find_version(settings), new[0] if new else None


async def _open_and_close(settings: Settings) -> None:
    database = await open_cafe(settings, clock=SystemClock(), secrets=SystemSecrets())
    await database.close()


def _find_version(settings: Settings) -> int:
    url, path = url_of(settings), settings.data_dir / FILE_NAME
    if url is not None:
        from storage.postgres_copies import version_of_server

        with refusals(url):
            return version_of_server(url)[0]
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return find_version(connection)
    except sqlite3.Error:
        return 0  # opening it will say what is wrong


def _refuse_nothing(settings: Settings) -> None:
    if settings.database_url is None and not (settings.data_dir / FILE_NAME).is_file():
        raise CannotRun(f"There is no data in {settings.data_dir} yet. Look at DATA_DIR.", EXIT_FAILED)
