"""Safe keeping: when a backup is due, what became of it, and what owners are told.

Not here: making, checking, encrypting and sending it (bot/backups.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from loyalty.days import day_of, local
from loyalty.ids import BackupId, ChatId
from loyalty.notices import BackupFailed, BackupRestored, BackupTooBig, Notice
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.safekeeping import RETRY_AFTER, ROWS_KEPT, Backup, BackupFault, BackupState, LostWindow
from loyalty.use_cases.staff.authority import require_owner


@dataclass(frozen=True, slots=True)
class IsBackupDue:
    """The cafe's day has begun and has no good backup yet."""

    database: Database

    async def __call__(self) -> bool:
        """After a failure, an hour goes by first."""
        return await self.database.read(_is_due)


@dataclass(frozen=True, slots=True)
class NoteBackup:
    """A backup was made and found good."""

    database: Database

    async def __call__(self, file: str, *, size: int, made_at: datetime) -> Backup:
        """`size` in bytes."""

        def body(tx: Transaction) -> Backup:
            tx.backups.prune(made_before=tx.now - ROWS_KEPT)
            return tx.backups.add(file, size=size, problem="", made_at=made_at)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class NoteBackupFailed:
    """A backup failed; the owners hear of it once a day."""

    database: Database

    async def __call__(self, fault: BackupFault, problem: str) -> None:
        """`problem` is for whoever runs the server."""

        def body(tx: Transaction) -> None:
            tx.backups.add("", size=0, problem=problem, made_at=tx.now)
            _tell_owners(tx, BackupFailed(fault), key=f"backup-failed:{_today(tx)}")

        await self.database.write(body)


@dataclass(frozen=True, slots=True)
class Consignment:
    """What is to be sent out of the house, and to whom."""

    backup: Backup
    chats: Sequence[ChatId]
    """The owners, first come first."""
    made_on: date
    """By the cafe's calendar."""


@dataclass(frozen=True, slots=True)
class FindUnsentBackup:
    """The newest good backup, when no copy of it has left the machine."""

    database: Database

    async def __call__(self) -> Consignment | None:
        """None when it has left, or when there is nobody to send it to."""

        def body(tx: Transaction) -> Consignment | None:
            backup, owners = tx.backups.find_newest_good(), tx.people.find_owners()
            if backup is None or backup.sent_at is not None or not backup.bytes or not owners:
                return None
            made_on = local(backup.made_at, tx.programs.get_current().rules).date()
            chats = [ChatId(owner.telegram_id) for owner in owners]
            return Consignment(backup, chats, made_on)

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class NoteBackupSent:
    """An encrypted copy is in an owner's chat."""

    database: Database

    async def __call__(self, backup_id: BackupId) -> None:
        """Again changes nothing."""
        await self.database.write(lambda tx: tx.backups.mark_sent(backup_id))


@dataclass(frozen=True, slots=True)
class NoteBackupTooBig:
    """A copy is longer than Telegram takes; the owners hear of it once a month."""

    database: Database

    async def __call__(self, megabytes: int) -> None:
        """`megabytes`: the most that can be sent."""

        def body(tx: Transaction) -> None:
            _tell_owners(tx, BackupTooBig(megabytes), key=f"backup-too-big:{_today(tx):%Y-%m}")

        await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ReadBackupState:
    """How safe the cafe's data is, for the morning digest and /about."""

    database: Database
    encrypts: bool
    """Whether a passphrase is set."""

    async def __call__(self) -> BackupState:
        """The newest good backup, the last problem, and whether copies leave the machine."""
        return await self.database.read(lambda tx: backup_state(tx, encrypts=self.encrypts))


@dataclass(frozen=True, slots=True)
class ReadAbout:
    """How safe the data is, for an owner who asks."""

    database: Database
    encrypts: bool
    """Whether a passphrase is set."""

    async def __call__(self, person: Person) -> BackupState:
        """Raises Refused: NotOwner."""

        def body(tx: Transaction) -> BackupState:
            require_owner(tx, person)
            return backup_state(tx, encrypts=self.encrypts)

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class TellRestored:
    """The owners hear that a backup was restored, and of when it is."""

    database: Database

    async def __call__(self, made_at: datetime) -> None:
        """Once for each restore."""

        def body(tx: Transaction) -> None:
            then = local(made_at, tx.programs.get_current().rules)
            notice = BackupRestored(day=then.date(), time=f"{then:%H:%M}")
            _tell_owners(tx, notice, key=f"restored:{tx.now:%Y%m%dT%H%M%S}")

        await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ReadLostWindows:
    """The times that restored backups took back: buttons of then speak of things that are no more."""

    database: Database

    async def __call__(self) -> Sequence[LostWindow]:
        """Oldest first."""
        return await self.database.read(lambda tx: tx.backups.lost_windows())


def backup_state(tx: Transaction, *, encrypts: bool) -> BackupState:
    """How safe the cafe's data is. `encrypts`: whether a passphrase is set."""
    last = tx.backups.find_last()
    return BackupState(
        now=tx.now,
        newest=tx.backups.find_newest_good(),
        problem="" if last is None else last.problem,
        encrypts=encrypts,
        last_sent_at=tx.backups.find_last_sent_at(),
    )


def _is_due(tx: Transaction) -> bool:
    begun = day_of(tx.now, tx.programs.get_current().rules).begins
    good, last = tx.backups.find_newest_good(), tx.backups.find_last()
    if good is not None and begun <= good.made_at <= tx.now:
        return False
    # A clock that went back leaves a failure in the future: that one does not count.
    return last is None or last.good or not tx.now - RETRY_AFTER < last.made_at <= tx.now


def _today(tx: Transaction) -> date:
    return day_of(tx.now, tx.programs.get_current().rules).date


def _tell_owners(tx: Transaction, notice: Notice, *, key: str) -> None:
    for owner in tx.people.find_owners():
        tx.deliveries.add_notice(notice, ChatId(owner.telegram_id), key=f"{key}:{owner.id}")
