"""Safe keeping: backups of the cafe's file, what became of them, and times that a restored one took back.

Not here: how a backup is made, checked and encrypted (storage/backup_files.py, bot/).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from loyalty.ids import BackupId

RETRY_AFTER = timedelta(hours=1)
"""A backup that failed is tried again this much later, not at every look."""
COPY_IS_LATE = timedelta(hours=48)
"""Two nights without a copy having left the machine."""
ROWS_KEPT = timedelta(days=90)


class BackupFault(StrEnum):
    """Why a backup failed, as far as an owner can do something about it."""

    NO_SPACE = "no-space"
    NOT_WRITABLE = "not-writable"
    BOOKS = "books"
    """The copy was opened and found wrong: so is what it was copied from."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup that was made, or that failed."""

    id: BackupId
    file: str
    """Its name in the folder of backups."""
    bytes: int
    problem: str
    """For whoever runs the server; '': it was opened again and found good."""
    made_at: datetime
    sent_at: datetime | None
    """When an encrypted copy reached an owner's chat."""

    @property
    def good(self) -> bool:
        """Whether the cafe can be restored from it."""
        return not self.problem


@dataclass(frozen=True, slots=True)
class BackupState:
    """How safe the cafe's data is now."""

    now: datetime
    newest: Backup | None
    """The newest good backup, None before the first."""
    problem: str
    """Why the last backup failed; '' when it is good."""
    encrypts: bool
    """Whether a passphrase is set, so that copies may leave the machine."""
    last_sent_at: datetime | None
    """When the last copy left the machine."""

    @property
    def age(self) -> timedelta | None:
        """Of the newest good backup."""
        return None if self.newest is None else self.now - self.newest.made_at

    @property
    def copies_leave(self) -> bool:
        """Whether a copy of these days is somewhere else than on this machine."""
        return self.last_sent_at is not None and self.now - self.last_sent_at < COPY_IS_LATE


@dataclass(frozen=True, slots=True)
class LostWindow:
    """A time that a restored backup took back: what was sent in it speaks of things that are no more."""

    since: datetime
    until: datetime

    def holds(self, moment: datetime) -> bool:
        """Whether it lies in there; a minute earlier does too, for clocks that differ."""
        return self.since - timedelta(minutes=1) <= moment <= self.until
