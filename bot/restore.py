"""`python -m bot restore`: a backup becomes the cafe's file again, in a working copy until the last moment.

Not here: what is asked and said in the terminal (safekeeping_commands.py), and SQL (storage/restoring.py).
"""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.clock import SystemClock
from bot.sealing import WrongPassphraseError, is_sealed, unseal
from bot.secret_source import SystemSecrets
from bot.stopping import EXIT_FAILED, CannotRun
from loyalty.days import local
from loyalty.erasures import Erasure, Returned
from loyalty.ports import Transaction
from loyalty.use_cases.customers.erasing import erase_again
from loyalty.use_cases.house.rules import ReadProgram
from loyalty.use_cases.house.safekeeping import TellRestored
from loyalty.use_cases.house.upkeep import ExpireDue
from storage import erasures as erasure_list
from storage import restoring
from storage.backup_files import BESIDE, FOLDER_NAME, BackupKind, file_name, make_folder, sync
from storage.carrying_over import knows_better
from storage.erasing_again import find_erasures
from storage.group_commit import Clock
from storage.inspection import inspect
from storage.migrate import ForeignFileError, NewerFileError
from storage.restoring import Loss, NoDatabaseError
from storage.sqlite import FILE_NAME, MOVED_NAME, MOVING_NAME, SqliteDatabase

WORK_NAME: Final = ".restoring.sqlite3"

Erase = Callable[[Transaction, Returned], None]


@dataclass(frozen=True, slots=True)
class Prospect:
    """What restoring would do, for whoever has to say yes."""

    made_at: datetime
    made_at_local: datetime
    cafe: str
    loss: Loss | None
    """None when the present file can't tell, or there is none."""
    replaces: bool
    """Whether there is a present file."""
    knows_better: bool
    """Whether it can tell what was taken away since then: staff and their rights, vouchers, paper cards."""
    erased_again: int


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done."""

    aside: Path | None
    """Where the replaced file is kept; None when there was none."""
    owners: int
    """How many the cafe has now: who was one then may have been removed since, by whom nobody knows yet."""


class Restore:
    """One restore on a data directory whose lock is held; `close` leaves nothing behind."""

    def __init__(self, data_dir: Path, *, clock: Clock | None = None, erase: Erase = erase_again) -> None:
        self._data_dir = data_dir
        self._present = data_dir / FILE_NAME
        self._work = data_dir / WORK_NAME
        self._clock = clock or SystemClock()
        self._erase = erase
        self._made_at = self._clock.now()
        self._to_erase: Sequence[Returned] = ()

    def prepare(self, file: Path, ask_passphrase: Callable[[], str], known: str | None = None) -> Prospect:
        """Check the backup in a working copy. Raises CannotRun; nothing has changed then.

        The passphrase that is `known` is tried first; an older backup may need the one of its time.
        """
        try:
            self.close()
            self._copy(file, ask_passphrase, known)
            now = self._clock.now()
            contents = restoring.look_into(self._work, now)
        except NoDatabaseError:
            raise _cannot(f"{file} is no backup of this bot: it is not even a database.") from None
        except ForeignFileError:
            raise _cannot(f"{file} belongs to another program.") from None
        except NewerFileError:
            raise _cannot(
                f"{file} was written by a newer version of this bot. Update the bot first."
            ) from None
        except FileNotFoundError:
            raise _cannot(
                f"There is no file {file}. Backups lie in {self._data_dir / FOLDER_NAME}."
            ) from None
        except IsADirectoryError:
            raise _cannot(f"{file} is a folder. Name a file in it.") from None
        except (OSError, sqlite3.Error) as error:
            raise _cannot(f"{file} can't be used ({error}).") from None
        if contents.problems:
            raise _cannot(f"{file} is not right: {contents.problems[0]}. Take another backup.")
        self._made_at = contents.made_at
        self._to_erase = restoring.find_to_erase(self._work, self._find_erasures(file), now=now)
        return asyncio.run(self._look_ahead())

    def carry_out(self) -> Restored:
        """Make the copy fit for today and put it in the present file's place.

        Raises CannotRun; the present file is as it was then.
        """
        try:
            present = self._present if self._present.is_file() else None
            self._keep_list()
            restoring.make_fit(self._work, present, made_at=self._made_at, now=self._clock.now())
            asyncio.run(self._make_right())
            restoring.gather(self._work)
            if problems := restoring.check_again(self._work):
                raise _cannot(f"What became of the backup is not right: {problems[0]}.")
            sync(self._work)
            owners = inspect(self._work).owners
            return Restored(self._replace(), owners)
        except (OSError, sqlite3.Error) as error:
            raise _cannot(f"The backup could not be put in place ({error}).") from error

    def close(self) -> None:
        """Remove the working copy, if it is still there."""
        for suffix in ("", *BESIDE):
            self._work.with_name(WORK_NAME + suffix).unlink(missing_ok=True)

    def _copy(self, file: Path, ask_passphrase: Callable[[], str], known: str | None) -> None:
        os.close(os.open(self._work, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        if is_sealed(file):
            if known is None or not self._is_opened_by(file, known):
                self._open_with(file, ask_passphrase())
            return
        shutil.copyfile(file, self._work)
        wal = file.with_name(f"{file.name}-wal")
        if wal.is_file():  # a copy of the living file: what stands beside it belongs to it
            shutil.copyfile(wal, self._work.with_name(f"{WORK_NAME}-wal"))

    def _is_opened_by(self, file: Path, known: str) -> bool:
        try:
            unseal(file, self._work, known)
        except WrongPassphraseError:
            return False
        return True

    def _open_with(self, file: Path, passphrase: str) -> None:
        try:
            unseal(file, self._work, passphrase)
        except WrongPassphraseError as error:
            if "work" in str(error).lower():
                raise _cannot(
                    f"{file} was locked on a much faster machine than this one. Open it there with "
                    "`age -d FILE | gunzip` and restore what comes out."
                ) from None
            raise _cannot(
                f"The passphrase does not open {file}, or the file is damaged. It is the "
                "BACKUP_PASSPHRASE of the time when the backup was made."
            ) from None

    def _find_erasures(self, file: Path) -> list[Erasure]:
        folders = {self._data_dir, file.absolute().parent, file.absolute().parent.parent}
        lists = [erasure_list.read(folder / erasure_list.FILE_NAME) for folder in sorted(folders)]
        if self._present.is_file():
            lists.append(find_erasures(self._present))
        return [one for found in lists for one in found]

    def _keep_list(self) -> None:
        """Whom only the present file knows to be forgotten stands on the list too, before that file goes."""
        if self._present.is_file():
            path = self._data_dir / erasure_list.FILE_NAME
            listed = set(erasure_list.read(path))
            for one in find_erasures(self._present):
                if one not in listed:
                    erasure_list.append(path, one)

    async def _look_ahead(self) -> Prospect:
        database = await self._open_work()
        try:
            rules = (await ReadProgram(database)()).rules
        finally:
            await database.close()
        there = self._present.is_file()
        return Prospect(
            made_at=self._made_at,
            made_at_local=local(self._made_at, rules),
            cafe=rules.cafe,
            loss=restoring.count_loss(self._present, self._work) if there else None,
            replaces=there,
            knows_better=there and knows_better(self._present, self._work),
            erased_again=len(self._to_erase),
        )

    async def _make_right(self) -> None:
        """What takes rules: visits end, erasures are made again, the owners are told."""
        database = await self._open_work()
        try:
            await ExpireDue(database)()
            for one in self._to_erase:
                await database.write(lambda tx, one=one: self._erase(tx, one))
            await TellRestored(database)(self._made_at)
        finally:
            await database.close()

    async def _open_work(self) -> SqliteDatabase:
        return await SqliteDatabase.open(self._work, clock=self._clock, secrets=SystemSecrets())

    def _replace(self) -> Path | None:
        aside = self._put_aside() if self._present.is_file() else None
        # Left beside another database, a write-ahead log would be played into that one.
        for suffix in BESIDE:
            beside = self._present.with_name(FILE_NAME + suffix)
            if beside.exists() and aside is not None:
                beside.replace(aside.with_name(aside.name + suffix))
            beside.unlink(missing_ok=True)
        self._work.replace(self._present)
        for note in (MOVED_NAME, MOVING_NAME):  # not before: without a file it keeps a bot from a second life
            self._present.with_name(note).unlink(missing_ok=True)
        sync(self._data_dir)
        return aside

    def _put_aside(self) -> Path:
        """The present file keeps its place until another takes it, and has a second name from now on."""
        with suppress(sqlite3.Error):  # damaged: it and what stands beside it are kept as they are
            restoring.gather(self._present)
        folder = self._data_dir / FOLDER_NAME
        make_folder(folder)
        aside = folder / file_name(BackupKind.REPLACED, self._clock.now())
        aside.unlink(missing_ok=True)
        try:
            os.link(self._present, aside)
        except OSError:  # not every file system has second names
            shutil.copyfile(self._present, aside)
            aside.chmod(0o600)
        sync(folder)
        return aside


def _cannot(sentence: str) -> CannotRun:
    return CannotRun(f"{sentence} Nothing was changed.", EXIT_FAILED)
