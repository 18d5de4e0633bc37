"""Being away and coming back: what was alive lives on, what waited is done, and it is said once.

Not here: how the process notices that it was away (bot/presence.py).
"""

from dataclasses import dataclass

from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, OutageId
from loyalty.outages import CATCHING_UP, GRACE, WORTH_A_WORD, Outage, OutageFacts
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.refusals import Refusal


@dataclass(frozen=True, slots=True)
class NoteHeard:
    """Telegram answers, now; and if it has not for long, the bot was away."""

    database: Database

    async def __call__(self, *, answered: bool, after_silence: bool) -> Outage | None:
        """The outage that has ended just now, None for none worth a word.

        To be called before anything that waited is handled: open visits and live codes get the time back.
        `answered` False: the process starts and has not reached Telegram yet. `after_silence` False: the bot
        was there all the time, whatever a clock says that somebody may have set.
        """

        def body(tx: Transaction) -> Outage | None:
            heard_at = tx.installation.find_heard_at()
            outage = None
            if after_silence and heard_at is not None and tx.now - heard_at > WORTH_A_WORD:
                open_one = tx.outages.find_open()
                outage = tx.outages.prolong(open_one.id) if open_one else tx.outages.add(since=heard_at)
                tx.outages.spare(alive_at=outage.since, until=tx.now + GRACE)
            if answered:
                tx.installation.note_heard()
            return outage

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class CatchUp:
    """Once everything that had waited is done, or ten minutes later, owners and staff are told."""

    database: Database

    async def __call__(self) -> bool:
        """Answers whether an outage has come to its end just now."""
        if await self.database.read(lambda tx: tx.outages.find_open()) is None:
            return False
        return await self.database.write(_catch_up)


@dataclass(frozen=True, slots=True)
class ReadOutage:
    """What is told of an outage."""

    database: Database

    async def __call__(self, outage_id: OutageId) -> OutageFacts:
        """With the visits that waiting taps have changed, as they stand now."""
        return await self.database.read(lambda tx: _facts(tx, outage_id))


@dataclass(frozen=True, slots=True)
class FindOutage:
    """The outage whose waiting taps are being carried out."""

    database: Database

    async def __call__(self) -> Outage | None:
        """None while the bot is simply there."""
        return await self.database.read(lambda tx: tx.outages.find_open())


@dataclass(frozen=True, slots=True)
class NoteLeftUndone:
    """A tap was refused, and came too late for its toast."""

    database: Database

    async def __call__(self, person: Person, refusal: Refusal) -> None:
        """Listed for owners and staff, when it was staff's and had waited while the bot was away."""

        def body(tx: Transaction) -> None:
            outage = tx.outages.find_open()
            staff = tx.people.find_staff(person.telegram_id) or tx.people.find_on_shift(person.telegram_id)
            if outage is not None and staff is not None:
                tx.outages.add_left_undone(outage.id, refusal, staff_id=staff.id)

        await self.database.write(body)


def _catch_up(tx: Transaction) -> bool:
    outage, heard_at = tx.outages.find_open(), tx.installation.find_heard_at()
    if outage is None or heard_at is None or heard_at < outage.until:
        return False
    if tx.inbox.count_waiting() and tx.now < outage.until + CATCHING_UP:
        return False
    tx.outages.end(outage.id)
    chats = [ChatId(owner.telegram_id) for owner in tx.people.find_owners()]
    staff_chat = tx.staff_chats.find_bound()
    for chat_id in [*chats, staff_chat.chat_id] if staff_chat else chats:
        tx.deliveries.add_screen(ScreenKind.OUTAGE, outage.id, chat_id)
    return True


def _facts(tx: Transaction, outage_id: OutageId) -> OutageFacts:
    outage = tx.outages.get(outage_id)
    changed = tx.outages.visits_changed(since=outage.listed_from, until=outage.caught_up_at or tx.now)
    return OutageFacts(
        outage=outage,
        rules=tx.programs.get_current().rules,
        visits=[tx.views.get_counter(visit_id) for visit_id in changed],
        left_undone=tx.outages.left_undone(outage_id),
    )
