"""The day: how it stands, its close by hand or by itself, and the digest of the morning after.

Not here: what counts as what (loyalty/closes.py, storage/days.py).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import islice

from loyalty import days
from loyalty.closes import Close, DayFigures
from loyalty.days import Day
from loyalty.flags import OPEN_TO_WORDS, Flag
from loyalty.ids import ChatId
from loyalty.notices import MorningDigest
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.programs import Rules
from loyalty.use_cases.house.safekeeping import backup_state
from loyalty.use_cases.staff.authority import require_manager

DIGEST_HOUR = 8
"""In the cafe's zone: before the first customer, after the night's backup."""
_AND_THIS_MOMENT = timedelta(microseconds=1)
_SETTLING = timedelta(minutes=1)
"""What began in a day's last moment is committed by then: a report that came first would leave it out, and no
later day counts it.
"""
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
    asked: Sequence[Flag] = ()
    """What staff were asked about within the last two days, oldest question first."""


@dataclass(frozen=True, slots=True)
class ReadDay:
    """How the day stands now."""

    database: Database

    async def __call__(self, person: Person) -> DaySheet:
        """Today's figures. Raises Refused(NotManager)."""

        def body(tx: Transaction) -> DaySheet:
            require_manager(tx, person)
            return _sheet(tx, _running_day(tx))

        return await self.database.report(body)


@dataclass(frozen=True, slots=True)
class CloseDay:
    """The day is over, as far as the counter is concerned."""

    database: Database

    async def __call__(self, person: Person) -> DaySheet:
        """Today with its close. Called twice with nothing in between, it answers the first close; what comes
        later is in the next close, or in the one that the day's end makes by itself.

        Raises Refused(NotManager).
        """
        sheet = await ReadDay(self.database)(person)

        def body(tx: Transaction) -> DaySheet:
            staff, figures = require_manager(tx, person), sheet.figures
            known = tx.days.find_close(figures.date)
            if known is None or not known.figures.says_the_same_as(figures):
                tx.days.keep_close(figures, by=staff.id)
            return replace(sheet, closed=tx.days.find_close(figures.date), flags=tx.flags.find_open())

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class CloseDue:
    """Days that are over are closed by themselves a minute later, also those in which the bot was away."""

    database: Database

    async def __call__(self) -> int:
        """Answers how many were closed."""
        due = await self.database.report(_due)
        for day in due:
            figures = await self.database.report(partial(_read_ended, day=day))
            await self.database.write(partial(_close, figures=figures))
        return len(due)


@dataclass(frozen=True, slots=True)
class SendDigest:
    """One message in the morning: yesterday, oddities, how safe the data is."""

    database: Database
    encrypts: bool
    """Whether copies of backups may leave the machine."""

    async def __call__(self) -> None:
        """Once a day and owner, from 8:00 of the cafe's clock on; not before yesterday was closed by
        itself.
        """

        def body(tx: Transaction) -> None:
            rules = tx.programs.get_current().rules
            today = _running_day(tx).date
            close = tx.days.find_last_by_itself()  # one made by hand may tell half a day
            if close is None or close.figures.date != today - timedelta(days=1):
                return
            if days.local(tx.now, rules).hour < DIGEST_HOUR:
                return
            state = backup_state(tx, encrypts=self.encrypts)
            digest = MorningDigest(
                figures=close.figures,
                open_flags=len(tx.flags.find_open()),
                backup_age_hours=None if state.age is None else state.age // timedelta(hours=1),
                backup_problem=bool(state.problem),
                only_copy_here=not state.copies_leave,
                answers=tx.voice.answered(_begun(tx, close), close.figures.until),
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
        asked=tx.flags.find_asked(since=tx.now - OPEN_TO_WORDS),
    )


def _so_far(tx: Transaction, day: Day) -> DayFigures:
    return tx.days.figures(day, until=tx.now + _AND_THIS_MOMENT)


def _due(tx: Transaction) -> list[Day]:
    if tx.days.find_first_moment() is None:
        return []
    return [day for day in islice(_days_not_closed(tx), MOST_DAYS) if day.ends + _SETTLING <= tx.now]


def _running_day(tx: Transaction) -> Day:
    """The day at the counter now: never one that was closed by itself."""
    day = next(day for day in _days_not_closed(tx) if day.ends > tx.now)
    # Before its beginning only a clock can stand that was set back: over a day that is closed.
    return day if day.begins <= tx.now else days.day_of(tx.now, tx.programs.get_current().rules)


def _days_not_closed(tx: Transaction) -> Iterator[Day]:
    """One after the other and without end, from where the last one that closed by itself has ended: an hour
    or a zone that the owner changed makes a day longer or shorter, and nothing falls between two days.
    """
    rules = tx.programs.get_current().rules
    last = tx.days.find_last_by_itself()
    if last is None:
        day = days.day_of(tx.days.find_first_moment() or tx.now, rules)
    else:
        day = days.following(last.figures.date, last.figures.until, rules)
    while True:
        yield day
        day = days.following(day.date, day.ends, rules)


def _read_ended(tx: Transaction, *, day: Day) -> DayFigures:
    return tx.days.figures(day, until=day.ends)


def _begun(tx: Transaction, close: Close) -> datetime:
    """When a day began that closed by itself: where the one before it ended."""
    date = close.figures.date
    before = tx.days.find_close(date - timedelta(days=1))
    if before is not None:
        return before.figures.until
    return days.day_on(date, tx.programs.get_current().rules).begins


def _close(tx: Transaction, *, figures: DayFigures) -> None:
    tx.days.keep_close(figures, by=None)
