"""The day: how it stands, its close by hand or by itself, and the digest of the morning after.

Not here: what counts as what (loyalty/closes.py, storage/days.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from loyalty import days
from loyalty.closes import Close, DayFigures
from loyalty.days import Day
from loyalty.flags import Flag
from loyalty.ids import ChatId
from loyalty.notices import MorningDigest
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.programs import Rules
from loyalty.use_cases.authority import require_manager
from loyalty.use_cases.safekeeping import backup_state

DIGEST_HOUR = 8
"""In the cafe's zone: before the first customer, after the night's backup."""
_AND_THIS_MOMENT = timedelta(microseconds=1)
MOST_DAYS = 62
"""So many missed days are closed at one look; a laptop may have slept all summer."""


@dataclass(frozen=True, slots=True)
class DaySheet:
    """A day as a manager sees it."""

    figures: DayFigures
    rules: Rules
    closed: Close | None
    """How it was closed; None while it is open."""
    flags: Sequence[Flag]
    """What nobody has looked at yet, oldest first."""


@dataclass(frozen=True, slots=True)
class ReadDay:
    """How the day stands now."""

    database: Database

    async def __call__(self, person: Person) -> DaySheet:
        """Today's figures. Raises Refused(NotManager)."""

        def body(tx: Transaction) -> DaySheet:
            require_manager(tx, person)
            return _sheet(tx, days.day_of(tx.now, tx.programs.get_current().rules))

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class CloseDay:
    """The day is over, as far as the counter is concerned."""

    database: Database

    async def __call__(self, person: Person) -> DaySheet:
        """Today with its close. Called twice with nothing in between, it answers the first close; what comes
        later is in the next close, or in the one that the day's end makes by itself.

        Raises Refused(NotManager).
        """

        def body(tx: Transaction) -> DaySheet:
            staff = require_manager(tx, person)
            day = days.day_of(tx.now, tx.programs.get_current().rules)
            figures, known = _so_far(tx, day), tx.days.find_close(day.date)
            if known is None or not known.figures.says_the_same_as(figures):
                tx.days.keep_close(figures, by=staff.id)
            return _sheet(tx, day)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class CloseDue:
    """Days that are over are closed by themselves, also those in which the bot was away."""

    database: Database

    async def __call__(self) -> int:
        """Answers how many were closed."""
        due = await self.database.read(_due)
        for day in due:
            await self.database.write(partial(_close, day=day))
        return len(due)


@dataclass(frozen=True, slots=True)
class SendDigest:
    """One message in the morning: yesterday, oddities, how safe the data is."""

    database: Database
    encrypts: bool
    """Whether copies of backups may leave the machine."""

    async def __call__(self) -> None:
        """Once a day and owner, from 8:00 of the cafe's clock on; not before the first close."""

        def body(tx: Transaction) -> None:
            rules = tx.programs.get_current().rules
            today = days.day_of(tx.now, rules).date
            close = tx.days.find_close(today - timedelta(days=1))
            if close is None or days.local(tx.now, rules).hour < DIGEST_HOUR:
                return
            state = backup_state(tx, encrypts=self.encrypts)
            digest = MorningDigest(
                figures=close.figures,
                open_flags=len(tx.flags.find_open()),
                backup_age_hours=None if state.age is None else state.age // timedelta(hours=1),
                backup_problem=bool(state.problem),
                only_copy_here=not state.copies_leave,
            )
            for owner in tx.people.find_owners():
                key = f"digest:{today.isoformat()}:{owner.id}"
                tx.deliveries.add_notice(digest, ChatId(owner.telegram_id), key=key)

        await self.database.write(body)


def _sheet(tx: Transaction, day: Day) -> DaySheet:
    return DaySheet(
        figures=_so_far(tx, day),
        rules=tx.programs.get_current().rules,
        closed=tx.days.find_close(day.date),
        flags=tx.flags.find_open(),
    )


def _so_far(tx: Transaction, day: Day) -> DayFigures:
    return tx.days.figures(day, until=tx.now + _AND_THIS_MOMENT)


def _due(tx: Transaction) -> list[Day]:
    rules = tx.programs.get_current().rules
    first, last = tx.days.find_first_moment(), tx.days.find_last_closed()
    if first is None:
        return []
    when: date = days.day_of(first, rules).date if last is None else last + timedelta(days=1)
    due: list[Day] = []
    while len(due) < MOST_DAYS and (day := days.day_on(when, rules)).ends <= tx.now:
        due.append(day)
        when += timedelta(days=1)
    return due


def _close(tx: Transaction, *, day: Day) -> None:
    tx.days.keep_close(tx.days.figures(day, until=day.ends), by=None)
