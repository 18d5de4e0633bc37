"""Opening the cafe's database: what is in the way is said in a sentence; an older one is backed up first.

Not here: the migrations (storage/migrate.py), a server (server.py), and who may open it (data_dir_lock.py).
"""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

import structlog

from bot.backups import BackupError, back_up
from bot.server import open_on_server, url_of
from bot.settings import Settings
from bot.stopping import EXIT_SETTINGS, CannotRun
from loyalty.secrets import SecretSource
from storage.backup_files import BackupKind
from storage.group_commit import Clock
from storage.migrate import ForeignFileError, NewerFileError, find_missing, find_version
from storage.open_database import OpenDatabase
from storage.sqlite import FILE_NAME, MOVED_NAME, MOVING_NAME, SqliteDatabase

MOVED: Final = (
    "This cafe has moved to a PostgreSQL server, says {moved}. Set DATABASE_URL to the database that it "
    "lives in; or, to go on here, bring a backup back with `python -m bot restore FILE`."
)
MOVING: Final = (
    "This cafe was being moved to a PostgreSQL server when that was cut off, says {moving}. Set DATABASE_URL "
    "as it was then and type `python -m bot move` again: it ends what is left. Or, to go on here, bring a "
    "backup back with `python -m bot restore FILE`."
)
_log = structlog.get_logger(__name__)


async def open_cafe(settings: Settings, *, clock: Clock, secrets: SecretSource) -> OpenDatabase:
    """The cafe's database, wherever it is, brought up to date. Raises CannotRun; all is as it was then."""
    url = url_of(settings)
    if url is not None:
        _refuse_half_moved(settings.data_dir)
        return await open_on_server(settings, url, clock=clock, secrets=secrets)
    return await open_database(settings.data_dir, clock=clock, secrets=secrets)


async def open_database(data_dir: Path, *, clock: Clock, secrets: SecretSource) -> SqliteDatabase:
    """The cafe's file, brought up to date. Raises CannotRun; the file is as it was then."""
    path = data_dir / FILE_NAME
    _refuse_half_moved(data_dir)
    if not path.is_file() and (data_dir / MOVED_NAME).is_file():
        raise CannotRun(MOVED.format(moved=data_dir / MOVED_NAME), EXIT_SETTINGS)
    try:
        await back_up_before_migration(data_dir, clock)
        return await SqliteDatabase.open(path, clock=clock, secrets=secrets)
    except ForeignFileError:
        problem = f"{path} belongs to another program. Give the bot a DATA_DIR of its own."
    except NewerFileError:
        problem = f"{path} was written by a newer version of this bot. Run that version, or a newer one."
    except BackupError as error:
        problem = f"{path} is of an older version and has to be backed up before it is changed. {error}"
    except (OSError, sqlite3.DatabaseError) as error:
        problem = f"{path} can't be opened ({error}). Look at the disk and at who may write there."
    raise CannotRun(problem, EXIT_SETTINGS)


def _refuse_half_moved(data_dir: Path) -> None:
    """Nobody knows then on which side the cafe lives, and it must not live on both."""
    if (data_dir / MOVING_NAME).is_file():
        raise CannotRun(MOVING.format(moving=data_dir / MOVING_NAME), EXIT_SETTINGS)


async def back_up_before_migration(data_dir: Path, clock: Clock) -> Path | None:
    """A copy of a file that is about to be changed; None when nothing is.

    Raises BackupError, storage.migrate.ForeignFileError or NewerFileError, or sqlite3.DatabaseError.
    """
    if not await asyncio.to_thread(is_older, data_dir / FILE_NAME):
        return None
    made = await asyncio.to_thread(back_up, data_dir, kind=BackupKind.BEFORE_MIGRATION, now=clock.now())
    _log.info("backed_up_before_migration", file=made.path.name)
    return made.path


def is_older(path: Path) -> bool:
    """Whether the file is there, is ours, and lacks migrations. Raises as `storage.migrate.migrate` does."""
    if not path.is_file() or not path.stat().st_size:
        return False
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        return bool(find_missing(connection)) and find_version(connection) > 0
