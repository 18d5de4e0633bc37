"""Sending: deliveries are claimed, and settled by what became of them.

Not here: Telegram, pacing and which fault means what (bot/sender.py), and the words (handlers).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from loyalty.deliveries import LONGEST_PAUSE, Delivery, Lane, ScreenKind
from loyalty.ids import ChatId, MessageId, ScreenId
from loyalty.notices import SendingPaused
from loyalty.ports import Database, Transaction
from loyalty.runs import CampaignPost, RecipientState, Run
from loyalty.use_cases.customers.letters import note_answer_lost
from loyalty.use_cases.staff.staff_chats import lose_staff_chat

WORTH_TELLING = timedelta(seconds=60)
_GROUPS_COUNTED = timedelta(seconds=60)
"""Telegram counts the messages of a group by the minute."""


@dataclass(frozen=True, slots=True)
class ClaimDelivery:
    """Take the next message that is due, and mark it as being sent."""

    database: Database

    async def __call__(self, lanes: Sequence[Lane]) -> Delivery | None:
        """None when nothing is due in these lanes; earlier lanes go first."""
        return await self.database.write(lambda tx: tx.deliveries.claim(lanes))


@dataclass(frozen=True, slots=True)
class FindNextSending:
    """How long until the next message may be due."""

    database: Database

    async def __call__(self) -> timedelta | None:
        """None when nothing waits; zero or less when something is due but held back."""

        def body(tx: Transaction) -> timedelta | None:
            run_at = tx.deliveries.next_run_at()
            return None if run_at is None else run_at - tx.now

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class NoteSent:
    """A message arrived."""

    database: Database

    async def __call__(
        self, delivery: Delivery, *, message_id: MessageId | None, drawn_hash: str = ""
    ) -> None:
        """`drawn_hash` is what a screen shows now."""
        await self.database.write(lambda tx: tx.deliveries.settle_sent(delivery, message_id, drawn_hash))


@dataclass(frozen=True, slots=True)
class NoteFailed:
    """A message will never arrive."""

    database: Database

    async def __call__(self, delivery: Delivery, error: str, *, unreachable: bool = False) -> None:
        """`unreachable`: nothing else would arrive either, so the customer is marked; the card stays.

        A staff chat in which nothing arrives is given up.
        """

        def body(tx: Transaction) -> None:
            tx.deliveries.settle_failed(delivery, error)
            if unreachable and delivery.customer_id is not None:
                tx.people.mark_unreachable(delivery.customer_id, error)
            note_answer_lost(tx, delivery, unreachable=unreachable, error=error)
            if unreachable and delivery.chat_id < 0:
                lose_staff_chat(tx, delivery.chat_id)

        await self.database.write(body)


@dataclass(frozen=True, slots=True)
class NoteUnknown:
    """Nobody can tell whether a message arrived, and it must not be repeated."""

    database: Database

    async def __call__(self, delivery: Delivery) -> None:
        """It is counted for the owner, and stays as it is."""
        await self.database.write(lambda tx: tx.deliveries.settle_unknown(delivery))


@dataclass(frozen=True, slots=True)
class SkipDelivery:
    """A message need not be sent any more."""

    database: Database

    async def __call__(self, delivery: Delivery, reason: str) -> None:
        """`reason` is for the log and the row."""
        await self.database.write(lambda tx: tx.deliveries.settle_skipped(delivery, reason))


@dataclass(frozen=True, slots=True)
class PutBack:
    """A message goes out later."""

    database: Database

    async def __call__(
        self, delivery: Delivery, *, wait: timedelta | None, error: str, count_attempt: bool
    ) -> None:
        """`wait` counts from now; None: it keeps its place before what came later."""

        def body(tx: Transaction) -> None:
            run_at = None if wait is None else tx.now + wait
            tx.deliveries.put_back(delivery, run_at=run_at, error=error, count_attempt=count_attempt)

        await self.database.write(body)


@dataclass(frozen=True, slots=True)
class PauseSending:
    """Telegram asked us to wait: campaigns rest as a whole, the counter rests in that one chat only."""

    database: Database

    async def __call__(self, delivery: Delivery, *, wait: timedelta) -> datetime:
        """The message goes back, the attempt not counted; owners hear of over a minute, once an hour."""

        def body(tx: Transaction) -> datetime:
            until = tx.now + min(wait, LONGEST_PAUSE)
            if delivery.lane is Lane.BULK:
                tx.deliveries.pause_lane(delivery.lane, until)
            else:
                tx.deliveries.pause_chat(delivery.chat_id, until)
            tx.deliveries.put_back(delivery, run_at=until, error="asked to wait", count_attempt=False)
            run = _run_of(tx, delivery)
            if run is not None:
                tx.deliveries.redraw(run.id, ScreenKind.RUN)
            if wait > WORTH_TELLING:
                _tell_owners(tx, until, run)
            return until

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ForgetMessage:
    """A screen's message is gone, so the next drawing is a fresh one."""

    database: Database

    async def __call__(self, screen_id: ScreenId) -> None:
        """What the screen shows is forgotten with it."""
        await self.database.write(lambda tx: tx.deliveries.forget_message(screen_id))


@dataclass(frozen=True, slots=True)
class RescueDeliveries:
    """What was being sent when the process died waits again, or is unknown in the bulk lane."""

    database: Database

    async def __call__(self, *, leases: bool) -> int:
        """`leases`: only what nobody can be sending any more. Answers how many."""
        return await self.database.write(lambda tx: tx.deliveries.rescue(leases=leases))


@dataclass(frozen=True, slots=True)
class FindSentToGroups:
    """What the process before this one sent to groups within the last minute."""

    database: Database

    async def __call__(self) -> Sequence[tuple[ChatId, timedelta]]:
        """Which group, and how long ago, oldest first."""

        def body(tx: Transaction) -> Sequence[tuple[ChatId, timedelta]]:
            sent = tx.deliveries.sent_to_groups(since=tx.now - _GROUPS_COUNTED)
            return [(chat_id, tx.now - at) for chat_id, at in sent if at <= tx.now]

        return await self.database.read(body)


def _run_of(tx: Transaction, delivery: Delivery) -> Run | None:
    if not isinstance(delivery.content, CampaignPost):
        return None
    return tx.runs.get(tx.recipients.get(delivery.content.recipient_id).run_id)


def _tell_owners(tx: Transaction, until: datetime, run: Run | None) -> None:
    notice = SendingPaused(until)
    if run is not None:
        counts = tx.runs.count(run.id)
        sent, waiting = RecipientState.SENT, (RecipientState.WAITING, RecipientState.QUEUED)
        settled = (sent, RecipientState.FAILED, RecipientState.UNKNOWN)
        notice = SendingPaused(until, counts.of(sent), counts.of(*settled, *waiting))
    for owner in tx.people.find_owners():
        key = f"sending-paused:{tx.now:%Y-%m-%dT%H}:{owner.id}"
        tx.deliveries.add_notice(notice, ChatId(owner.telegram_id), key=key)
