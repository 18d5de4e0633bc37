"""`python -m bot move`: a cafe's data goes from its file in DATA_DIR to the server of DATABASE_URL.

Not here: how rows are copied (storage/moving.py), and what is printed (safekeeping_commands.py).
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
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
    find_files,
    make_folder,
    sync,
)
from storage.migrate import ForeignFileError, NewerFileError, find_missing
from storage.restoring import gather
from storage.sqlite import FILE_NAME, MOVED_NAME, MOVING_NAME

_NO_TARGET: Final = (
    "Set DATABASE_URL to the empty PostgreSQL database that the cafe is to move into, then type this again."
)
_NOT_ENDED: Final = (
    "The move to {place} was not ended ({problem}). Nothing is lost, and no bot begins before it is ended. "
    "Mend that, and type `python -m bot move` again: it looks how far it came, and goes on from there."
)
_ELSEWHERE: Final = (
    "A move to {place} was begun and not ended, and DATABASE_URL names another database. Set it to that one "
    "and type this again. Should that database be gone for good, delete {note} first."
)


_MOVED_BEFORE: Final = (
    "That was done before, and there is nothing more to move. Keep DATABASE_URL as it is, and start the bot: "
    "`python -m bot`."
)


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved, and where the file is now that the bot won't open any more."""

    rows: Mapping[str, int]
    place: str
    aside: Path


def move(settings: Settings) -> Moved:
    """Copy everything in one transaction, compare, and put the file aside; or end that. Raises CannotRun."""
    url = url_of(settings)
    if url is None:
        raise CannotRun(_NO_TARGET, EXIT_SETTINGS)
    with DataDirLock(settings.data_dir):
        return _Move(settings.data_dir, url).make()


class _Move:
    """One move, whose lock is held. A note tells from shortly before the COMMIT that it is not ended."""

    def __init__(self, data_dir: Path, url: str) -> None:
        self._file = data_dir / FILE_NAME
        self._note = data_dir / MOVING_NAME
        self._url = url
        self._place = place_of(url)

    def make(self) -> Moved:
        """Begin, or go on where an earlier one came to."""
        begun = self._note.is_file()
        noted = self._note.read_text(encoding="utf-8").strip() if begun else self._place
        if noted != self._place:
            raise CannotRun(_ELSEWHERE.format(place=noted, note=self._note), EXIT_SETTINGS)
        try:
            rows = self._take_rows(begun=begun)
            return Moved(rows, self._place, self._put_aside())
        except (OSError, sqlite3.Error) as error:
            problem = str(error)
        except CannotRun as failure:
            if begun or not self._note.is_file():
                raise
            problem = str(failure)
        raise CannotRun(_NOT_ENDED.format(place=self._place, problem=problem), EXIT_FAILED)

    def _take_rows(self, *, begun: bool) -> Mapping[str, int]:
        if begun and not self._file.is_file():
            return {}  # it was put aside already
        if not self._file.is_file() and self._file.with_name(MOVED_NAME).is_file():
            said = self._file.with_name(MOVED_NAME).read_text(encoding="utf-8").strip()
            raise CannotRun(f"{said} {_MOVED_BEFORE}", EXIT_FAILED)
        if not self._file.is_file():
            raise CannotRun(
                f"There is no data in {self._file.parent} to move. Look at DATA_DIR.", EXIT_FAILED
            )
        self._judge_file()
        with refusals(self._url):
            return self._fill(begun=begun)

    def _judge_file(self) -> None:
        """Before the server is asked, which is not to blame for it."""
        address = f"{self._file.absolute().as_uri()}?mode=ro"
        try:
            with closing(sqlite3.connect(address, uri=True)) as connection:
                missing = find_missing(connection)
        except ForeignFileError:
            problem = "belongs to another program"
        except NewerFileError:
            problem = "was written by a newer version of this bot: run that version, or a newer one"
        except sqlite3.Error as error:
            problem = f"can't be read ({error})"
        else:
            if not missing:
                return
            problem = "is of an older version than this program: run `python -m bot migrate` first"
        raise _nothing_moved(f"{self._file} {problem}")

    def _fill(self, *, begun: bool) -> Mapping[str, int]:
        from storage.postgres_copies import NotEmptyError, count_moved, fill_server

        try:
            return fill_server(self._url, self._file, SystemClock().now(), self._write_note)
        except NotEmptyError:
            if begun and (rows := count_moved(self._url, self._file)) is not None:
                return rows
            problem = f"{self._place} is not empty: a cafe lives there already"
        except BadCopyError as error:
            problem = f"what arrived is not what was sent ({error})"
        except (OSError, sqlite3.Error) as error:
            if self._note.is_file():
                raise
            problem = f"{self._file} can't be read, or nothing be written beside it ({error})"
        raise _nothing_moved(problem)

    def _write_note(self) -> None:
        """Raises OSError; it is not there then."""
        try:
            self._note.write_text(f"{self._place}\n", encoding="utf-8")
            sync(self._note)
            sync(self._note.parent)
        except OSError:
            self._note.unlink(missing_ok=True)
            raise

    def _put_aside(self) -> Path:
        """So that no bot without DATABASE_URL goes on with data that grows old; kept as long as a backup."""
        folder = self._file.parent / FOLDER_NAME
        if self._file.is_file():
            gather(self._file)
            for suffix in BESIDE:
                self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)
            make_folder(folder)
            moved = f"The cafe's data has moved to {self._place}.\n"
            self._file.with_name(MOVED_NAME).write_text(moved, encoding="utf-8")
            self._file.replace(folder / file_name(BackupKind.REPLACED, SystemClock().now()))
            sync(folder)
        self._note.unlink(missing_ok=True)
        sync(self._file.parent)
        return next(iter(find_files(folder, BackupKind.REPLACED)), folder)


def _nothing_moved(problem: str) -> CannotRun:
    return CannotRun(f"Nothing was moved: {problem}. Everything is as it was.", EXIT_FAILED)
