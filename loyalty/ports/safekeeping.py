"""What the use cases of safe keeping need of the database: the rows of backups and of restores.

Not here: the backups themselves, which are files.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from loyalty.ids import BackupId
from loyalty.safekeeping import Backup, LostWindow


class Backups(Protocol):
    """Which backups were made, and what a restored one took back."""

    def add(self, file: str, *, size: int, problem: str, made_at: datetime) -> Backup:
        """Remember a backup that was made, or that failed with this problem. `size`: bytes."""
        ...

    def find_newest_good(self) -> Backup | None:
        """The newest backup that the cafe can be restored from."""
        ...

    def find_last(self) -> Backup | None:
        """The last attempt, good or not."""
        ...

    def find_last_sent_at(self) -> datetime | None:
        """When the last encrypted copy left the machine."""
        ...

    def mark_sent(self, backup_id: BackupId) -> None:
        """An encrypted copy of it is in an owner's chat."""
        ...

    def prune(self, *, made_before: datetime) -> int:
        """Drop old rows; answers how many."""
        ...

    def lost_windows(self) -> Sequence[LostWindow]:
        """The times that restored backups took back."""
        ...
