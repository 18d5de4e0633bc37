"""`python -m bot move`: a cafe's data goes from its file in DATA_DIR to the server of DATABASE_URL.

Not here: how rows are copied (storage/moving.py), and what is printed (safekeeping_commands.py).
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.clock import SystemClock
from bot.data_dir_lock import DataDirLock
from bot.server import place_of, refusals, url_of
from bot.settings import Settings
from bot.stopping import EXIT_FAILED, EXIT_SETTINGS, CannotRun
from storage.backup_files import (
    BESIDE,
    FOLDER_NAME,
    BackupKind,
    BadCopyError,
    file_name,
    make_folder,
    sync,
)
from storage.restoring import gather
from storage.sqlite import FILE_NAME, MOVED_NAME

_NO_TARGET: Final = (
    "Set DATABASE_URL to the empty PostgreSQL database that the cafe is to move into, then type this again."
)


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved, and where the file is now that the bot won't open any more."""

    rows: Mapping[str, int]
    place: str
    aside: Path


def move(settings: Settings) -> Moved:
    """Copy everything in one transaction, compare, and put the file aside. Raises CannotRun."""
    url = url_of(settings)
    if url is None:
        raise CannotRun(_NO_TARGET, EXIT_SETTINGS)
    with DataDirLock(settings.data_dir):
        file = settings.data_dir / FILE_NAME
        if not file.is_file():
            raise CannotRun(
                f"There is no data in {settings.data_dir} to move. Look at DATA_DIR.", EXIT_FAILED
            )
        with refusals(url):
            rows = _fill(url, file)
        return Moved(rows, place_of(url), _put_aside(file, place_of(url)))


def _fill(url: str, file: Path) -> Mapping[str, int]:
    from storage.postgres_copies import NotEmptyError, OtherVersionError, fill_server

    try:
        return fill_server(url, file, SystemClock().now())
    except NotEmptyError:
        problem = f"{place_of(url)} is not empty: a cafe lives there already"
    except OtherVersionError:
        problem = f"{file} is of an older version than this program: run `python -m bot migrate` first"
    except BadCopyError as error:
        problem = f"what arrived is not what was sent ({error})"
    except sqlite3.Error as error:
        problem = f"{file} can't be read ({error})"
    raise CannotRun(f"Nothing was moved: {problem}. Everything is as it was.", EXIT_FAILED)


def _put_aside(file: Path, place: str) -> Path:
    """So that no bot without DATABASE_URL goes on with data that grows old; kept as long as a backup."""
    gather(file)
    for suffix in BESIDE:
        file.with_name(file.name + suffix).unlink(missing_ok=True)
    file.with_name(MOVED_NAME).write_text(f"The cafe's data has moved to {place}.\n", encoding="utf-8")
    folder = file.parent / FOLDER_NAME
    make_folder(folder)
    aside = file.replace(folder / file_name(BackupKind.REPLACED, SystemClock().now()))
    sync(folder)
    sync(file.parent)
    return aside
