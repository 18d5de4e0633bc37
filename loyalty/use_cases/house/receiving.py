"""Receiving: updates are kept before anything is done with them, and are done once.

Not here: what an update means (handlers) and in what order they are taken (bot/inbox.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from loyalty.ids import ChatId, TelegramId, UpdateId
from loyalty.inbox import DialogueChange, NewUpdate, WaitingUpdate
from loyalty.notices import UpdateGivenUp
from loyalty.ports import Database, Transaction


@dataclass(frozen=True, slots=True)
class KeepUpdates:
    """Keep what arrived, before Telegram is told that it may forget it."""

    database: Database

    async def __call__(self, updates: Sequence[NewUpdate]) -> Sequence[UpdateId]:
        """Answers the updates that were new; all are kept, or none when the database refuses."""
        return await self.database.write(lambda tx: tx.inbox.store(updates))


@dataclass(frozen=True, slots=True)
class FindWaitingUpdates:
    """What arrived before the last stop and is not done yet."""

    database: Database

    async def __call__(self) -> Sequence[WaitingUpdate]:
        """In order of arrival."""
        return await self.database.read(lambda tx: tx.inbox.waiting())


@dataclass(frozen=True, slots=True)
class FindWaitingUpdate:
    """One of them, whose turn has come."""

    database: Database

    async def __call__(self, update_id: UpdateId) -> WaitingUpdate | None:
        """None when it was settled meanwhile."""
        return await self.database.read(lambda tx: tx.inbox.find_waiting(update_id))


@dataclass(frozen=True, slots=True)
class BeginUpdate:
    """Count an attempt before it is made: an update that kills the process is met three times at most."""

    database: Database

    async def __call__(self, update_id: UpdateId) -> int:
        """Answers the attempts, this one included."""
        return await self.database.write(lambda tx: tx.inbox.begin(update_id))


@dataclass(frozen=True, slots=True)
class FinishUpdate:
    """An update is done, and the conversations that it moved stand where it left them."""

    database: Database

    async def __call__(self, update_id: UpdateId, changes: Sequence[DialogueChange], *, blank: bool) -> None:
        """`blank` empties the body at once: it held a secret."""
        await self.database.write(lambda tx: tx.inbox.finish(update_id, changes, blank=blank))


@dataclass(frozen=True, slots=True)
class GiveUpUpdate:
    """An update that can't be handled is put aside, and the owners are told."""

    database: Database

    async def __call__(self, update_id: UpdateId, *, reference: str, error: str, blank: bool) -> None:
        """`reference` stands in the log too; `error` must hold nothing personal.

        `blank` empties the body at once: it held a secret.
        """

        def body(tx: Transaction) -> None:
            tx.inbox.give_up(update_id, f"{reference}: {error}", blank=blank)
            for owner in tx.people.find_owners():
                key = f"given-up:{update_id}:{owner.id}"
                tx.deliveries.add_notice(UpdateGivenUp(reference), ChatId(owner.telegram_id), key=key)

        await self.database.write(body)


@dataclass(frozen=True, slots=True)
class FindDialogue:
    """Where someone is in a conversation."""

    database: Database

    async def __call__(self, key: str) -> tuple[str, str] | None:
        """State and data (JSON), None outside any conversation."""
        return await self.database.read(lambda tx: tx.dialogues.find(key))


@dataclass(frozen=True, slots=True)
class NoteUnreachable:
    """A customer can't be written to any more; the card stays."""

    database: Database

    async def __call__(self, telegram_id: TelegramId, reason: str) -> None:
        """Nothing happens for an account that is no customer."""

        def body(tx: Transaction) -> None:
            customer = tx.people.find_customer(telegram_id)
            if customer is not None and customer.reachable:
                tx.people.mark_unreachable(customer.id, reason)

        await self.database.write(body)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is still to be done, and for how long its oldest has waited; 0 seconds when nothing has."""

    updates: int
    """Not handled."""
    updates_for: timedelta
    deliveries: int
    """Not sent."""
    deliveries_for: timedelta
    """Since it was due: what waits for its hour is not late."""


@dataclass(frozen=True, slots=True)
class CountWaiting:
    """How much is still to be done: updates not handled, deliveries not sent."""

    database: Database

    async def __call__(self) -> Waiting:
        """As it is now."""

        def body(tx: Transaction) -> Waiting:
            return Waiting(
                updates=tx.inbox.count_waiting(),
                updates_for=_since(tx.inbox.waiting_since(), tx.now),
                deliveries=tx.deliveries.count_waiting(),
                deliveries_for=_since(tx.deliveries.next_run_at(), tx.now),
            )

        return await self.database.read(body)


def _since(moment: datetime | None, now: datetime) -> timedelta:
    return timedelta() if moment is None else max(timedelta(), now - moment)
