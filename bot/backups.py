"""The nightly backup and the copy that leaves the machine: when the scheduler looks, what is due is done.

Not here: how a file is copied and checked (storage/backup_files.py), what is remembered of it
(loyalty/use_cases/house/safekeeping.py), and how it is locked (sealing.py).
"""

import asyncio
import sqlite3
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Protocol

import structlog

from bot.health import Health
from bot.patience import is_storage_fault
from bot.sealing import SEALED_SUFFIX, SealingError, seal_aside
from loyalty.ports import Database
from loyalty.privacy import BACKUP_NIGHTS
from loyalty.safekeeping import RETRY_AFTER, BackupFault
from loyalty.secrets import SecretSource
from loyalty.use_cases.house.safekeeping import (
    Consignment,
    FindUnsentBackup,
    IsBackupDue,
    NoteBackup,
    NoteBackupFailed,
    NoteBackupSent,
    NoteBackupTooBig,
)
from storage.backup_files import (
    FOLDER_NAME,
    BackupFile,
    BackupKind,
    BadCopyError,
    fault_of,
    keep_copy,
    make_backup,
    prune,
)
from storage.faults import StorageFault
from storage.group_commit import Clock
from storage.sqlite import FILE_NAME

_log = structlog.get_logger(__name__)

MOST_SENT_BYTES: Final = 49_000_000
"""A bot may send files of up to 50 MB (Bot API, sendDocument)."""
KEPT_FOR: Final = timedelta(days=BACKUP_NIGHTS)
"""A machine that was off for weeks has few, but old ones: with them goes whoever was forgotten meanwhile."""
PART: Final = "backup"
_SENDING_AGAIN_SECONDS: Final = 600.0

_SENTENCES: Final = {
    BackupFault.NO_SPACE: "The disk is full. Make room; the last good backups are kept.",
    BackupFault.NOT_WRITABLE: "The folder of backups can't be written. Look at its rights and at the disk.",
    BackupFault.BOOKS: (
        "The copy was checked and is not right, so the cafe's own file may be damaged. Keep the last good "
        "backup, run `python -m bot doctor` and restore if it says so."
    ),
    BackupFault.OTHER: "Look at the log of the bot.",
}


class BackupError(Exception):
    """No backup was made; the sentence is for whoever runs the server."""

    def __init__(self, fault: BackupFault, error: BaseException) -> None:
        super().__init__(f"No backup was made ({error}). {_SENTENCES[fault]}")
        self.fault = fault
        self.sentence = f"No backup was made. {_SENTENCES[fault]}"
        """Without the error's own text: whoever asks for health reads it."""


def back_up(data_dir: Path, *, kind: BackupKind, now: datetime, url: str | None = None) -> BackupFile:
    """One good backup in the folder, and the old ones out of it. Waits for the disk. Raises BackupError.

    `url`: of the server, when the data is not in DATA_DIR; the backup is a file of the same kind.
    """
    folder = data_dir / FOLDER_NAME
    try:
        if url is None:
            made = make_backup(data_dir / FILE_NAME, folder, kind=kind, now=now)
        else:
            made = _copy_server(url, folder, kind=kind, now=now)
        prune(folder, now=now, oldest=now - KEPT_FOR)
    except (OSError, sqlite3.Error, BadCopyError, StorageFault) as error:
        raise BackupError(fault_of(error), error) from error
    return made


def _copy_server(url: str, folder: Path, *, kind: BackupKind, now: datetime) -> BackupFile:
    from storage.postgres_copies import copy_server  # psycopg is there only where a server is used

    return keep_copy(lambda half: copy_server(url, half, now), folder, kind=kind, now=now)


@dataclass
class BackupKeeper:
    """Makes backups, one at a time, and remembers how it went."""

    database: Database
    data_dir: Path
    clock: Clock
    health: Health
    url: str | None = field(default=None, repr=False)
    """Of the server, when the data is not in `data_dir`."""
    _making: asyncio.Lock = field(default_factory=asyncio.Lock)
    _not_before: float = 0.0

    async def make_due(self) -> None:
        """The tick: a backup when the cafe's day has none; a failure is told and tried again later."""
        if time.monotonic() < self._not_before or not await IsBackupDue(self.database)():
            return
        try:
            await self.make(BackupKind.NIGHTLY)
        except BackupError as error:
            _log.warning("backup_failed", fault=error.fault, problem=str(error))

    async def make(self, kind: BackupKind) -> BackupFile:
        """A backup now. Raises BackupError, which the owners hear of too."""
        async with self._making:
            now = self.clock.now()
            try:
                made = await asyncio.to_thread(back_up, self.data_dir, kind=kind, now=now, url=self.url)
            except BackupError as error:
                # The disk may refuse that row as well, and must not be tried each minute then.
                self._not_before = time.monotonic() + RETRY_AFTER.total_seconds()
                self.health.trouble(PART, error.sentence)
                await self._note_failure(error)
                raise
            self.health.well(PART)
            await NoteBackup(self.database)(made.path.name, size=made.bytes, made_at=now)
            _log.info("backup_made", file=made.path.name, bytes=made.bytes)
            return made

    async def _note_failure(self, error: BackupError) -> None:
        try:
            await NoteBackupFailed(self.database)(error.fault, str(error))
        except Exception as unwritten:  # health says it all the same
            if not is_storage_fault(unwritten):
                raise
            _log.warning("backup_failure_not_kept", problem=str(unwritten))


class CopyPost(Protocol):
    """Hands a file over to people."""

    async def __call__(self, consignment: Consignment, file: Path) -> bool:
        """Whether at least one of them has it."""
        ...


@dataclass
class BackupCourier:
    """Brings an encrypted copy of the newest backup into the owners' chats, once a passphrase is set."""

    database: Database
    data_dir: Path
    passphrase: str | None
    post: CopyPost
    secrets: SecretSource
    _not_before: float = 0.0

    async def send_due(self) -> None:
        """The tick. What could not be sent is tried again later; a newer backup takes its place."""
        if self.passphrase is None or time.monotonic() < self._not_before:
            return
        consignment = await FindUnsentBackup(self.database)()
        if consignment is None:
            return
        file = self.data_dir / FOLDER_NAME / consignment.backup.file
        self._not_before = time.monotonic() + _SENDING_AGAIN_SECONDS
        if await asyncio.to_thread(file.is_file) and await self._send(consignment, file, self.passphrase):
            await NoteBackupSent(self.database)(consignment.backup.id)
            self._not_before = 0.0

    async def _send(self, consignment: Consignment, file: Path, passphrase: str) -> bool:
        # Another name each time: what a process left that died here is nobody's file.
        mark = self.secrets.token_bytes(4).hex()
        sealed = file.with_name(f"{file.name}{SEALED_SUFFIX}.half{mark}")
        try:
            if not await seal_aside(file, sealed, passphrase, most=MOST_SENT_BYTES):
                await NoteBackupTooBig(self.database)(MOST_SENT_BYTES // 1_000_000)
                return False
            return await self.post(consignment, sealed)
        except (SealingError, OSError) as error:
            _log.warning("backup_not_sealed", problem=str(error))
            return False
        finally:
            await asyncio.to_thread(sealed.unlink, missing_ok=True)
