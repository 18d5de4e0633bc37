"""The sender: takes what waits to be sent, at Telegram's pace, and settles what became of it.

It knows no words (handlers) and no rows (storage); a fault's kind is judged in telegram_errors.py.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, Protocol

import structlog
from aiogram.exceptions import TelegramMigrateToChat, TelegramRetryAfter

from bot.counts import Counts
from bot.drawing import Drawer, shows_already
from bot.health import Health
from bot.pacing import ChatPace, paced_by_sender
from bot.patience import Patience, Stopping, is_storage_fault
from handlers.outgoing import OutgoingMessage
from handlers.telegram_errors import Fault, classify
from loyalty.deliveries import MOST_ATTEMPTS, Delivery, Lane, Screen, retry_delay
from loyalty.ids import ChatId, MessageId
from loyalty.secrets import SecretSource
from loyalty.use_cases.campaigns.posts_to_send import Resting, Withheld
from loyalty.use_cases.house.sending import (
    ClaimDelivery,
    FindNextSending,
    NoteFailed,
    NoteSent,
    NoteUnknown,
    PauseSending,
    PutBack,
    SkipDelivery,
)
from loyalty.use_cases.staff.staff_chats import FollowGroup

_log = structlog.get_logger(__name__)

IN_FLIGHT: Final = 20
"""Telegram's answer takes up to a third of a second: fewer would not reach the pace."""
LONGEST_NAP_SECONDS: Final = 3.0
SHORTEST_NAP_SECONDS: Final = 0.2
SHORTEST_OUTAGE_WAIT_SECONDS: Final = 0.5
LONGEST_OUTAGE_WAIT_SECONDS: Final = 60.0
LONGEST_CHAT_WAIT_SECONDS: Final = 5.0
LONGEST_BULK_WAIT_SECONDS: Final = 0.5
"""A campaign message claimed early would be unknown after a kill, so it goes back rather than wait."""
REST_SECONDS: Final = 10.0
"""By then feeding, which looks more often, has taken back what rests."""
PART: Final = "sending"
LANES: Final = (Lane.TRANSACTIONAL, Lane.BULK)


class Render(Protocol):
    """Words for a delivery."""

    def __call__(self, delivery: Delivery) -> Awaitable[OutgoingMessage | Withheld | Resting | None]:
        """None when there is nothing to say any more; withheld when somebody must not get it, or not now."""
        ...


@dataclass(frozen=True, slots=True)
class DeliveryCare:
    """What may become of a delivery."""

    claim: ClaimDelivery
    find_next: FindNextSending
    note_sent: NoteSent
    note_failed: NoteFailed
    note_unknown: NoteUnknown
    skip: SkipDelivery
    put_back: PutBack
    pause: PauseSending
    follow_group: FollowGroup


class Sender:
    """Claim, render, pace, Telegram, settle; until it is told to stop."""

    def __init__(
        self, *, care: DeliveryCare, render: Render, drawer: Drawer, chats: ChatPace, patience: Patience,
        health: Health, secrets: SecretSource, spawn: Callable[[Coroutine[Any, Any, None]], object],
        counts: Counts | None = None,
    ) -> None:  # fmt: skip
        self._care = care
        self._render = render
        self._drawer = drawer
        self._chats = chats
        self._patience = patience
        self._insist = patience.insist
        self._health = health
        self._secrets = secrets
        self._spawn = spawn
        self._counts = counts or Counts()
        self._bell = asyncio.Event()
        self._outage = SHORTEST_OUTAGE_WAIT_SECONDS
        self._line_down_until = 0.0
        self._places = asyncio.Semaphore(IN_FLIGHT)
        self._in_flight = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._stopping = False

    def ring(self) -> None:
        """Something may wait to be sent: only a hint."""
        self._bell.set()

    async def run(self) -> None:
        """Send what comes until `stop`."""
        paced_by_sender.set(True)
        with suppress(Stopping):
            while not self._stopping:
                await self._send_next()

    async def stop(self, seconds: float) -> bool:
        """Begin nothing more; answers whether all that was on its way has ended in time."""
        self._stopping = True
        self.ring()
        try:
            async with asyncio.timeout(seconds):
                await self._idle.wait()
        except TimeoutError:
            return False
        return True

    async def _send_next(self) -> None:
        await self._places.acquire()
        launched = False
        try:
            if (rest := self._line_down_until - asyncio.get_running_loop().time()) > 0:
                await self._patience.rest(rest)
            await (
                self._chats.overall.claims.acquire()
            )  # before the claim, so that `sending` is marked just before the send
            self._bell.clear()
            delivery = None if self._stopping else await self._insist(lambda: self._care.claim(LANES))
            if delivery is not None:
                self._in_flight += 1
                self._idle.clear()
                self._spawn(self._deliver(delivery))
                launched = True
        except Stopping:
            raise
        except Exception:  # a row that can't be read must not end the loop
            _log.exception("claim_failed")
            await self._patience.rest(LONGEST_NAP_SECONDS)
        finally:
            if not launched:
                self._places.release()
        if not launched and not self._stopping:
            await self._nap()

    async def _nap(self) -> None:
        """Until the bell, or until something is due; a bell that nobody rang costs three seconds."""
        due = await self._patience.insist(self._care.find_next.__call__)
        seconds = LONGEST_NAP_SECONDS if due is None else due.total_seconds()
        try:
            async with asyncio.timeout(min(max(seconds, SHORTEST_NAP_SECONDS), LONGEST_NAP_SECONDS)):
                await self._bell.wait()
        except TimeoutError:
            return

    async def _deliver(self, delivery: Delivery) -> None:
        structlog.contextvars.bind_contextvars(delivery=delivery.id)
        try:
            try:
                await self._attempt(delivery)
            except Stopping:
                raise
            except Exception as error:  # whatever it is, the delivery must be settled and the loop go on
                await self._settle_fault(delivery, error)
        except Stopping:
            _log.info("delivery_left")  # its lease runs out, or the next start finds it
        except Exception:
            _log.exception("delivery_not_settled")
        finally:
            self._places.release()
            self._in_flight -= 1
            if not self._in_flight:
                self._idle.set()

    async def _attempt(self, delivery: Delivery) -> None:
        message = await self._render(delivery)
        if message is None or isinstance(message, Withheld):
            await self._skip(delivery, message.reason if message else "nothing to say any more")
            return
        if isinstance(message, Resting):
            await self._put_back(delivery, REST_SECONDS, "it rests", count_attempt=False)
            return
        if shows_already(delivery, message):  # no call, so nothing to pace either
            await self._settle_sent(delivery, None, message.fingerprint())
            return
        if not await self._wait_for_chat(delivery):
            return
        await self._chats.overall.sends.acquire()
        message_id: MessageId | None
        if isinstance(delivery.content, Screen):
            message_id = await self._drawer.show(delivery.content, message)
            if message_id is None:
                await self._skip(delivery, "the picture is gone")
                return
        else:
            message_id = await self._drawer.send(delivery.chat_id, message, bulk=delivery.lane is Lane.BULK)
        await self._note_sent(delivery, message_id, message.fingerprint())

    async def _wait_for_chat(self, delivery: Delivery) -> bool:
        """False when the chat's turn is so far off that the delivery went back."""
        wait = self._chats.wait_for(delivery.chat_id)
        longest = LONGEST_BULK_WAIT_SECONDS if delivery.lane is Lane.BULK else LONGEST_CHAT_WAIT_SECONDS
        if wait > longest:
            await self._put_back(delivery, wait, "the chat's turn is later", count_attempt=False)
            return False
        await asyncio.sleep(self._chats.book(delivery.chat_id))
        return True

    async def _note_sent(self, delivery: Delivery, message_id: MessageId | None, drawn: str) -> None:
        await self._settle_sent(delivery, message_id, drawn)
        self._outage = SHORTEST_OUTAGE_WAIT_SECONDS
        self._health.well(PART)

    async def _settle_sent(self, delivery: Delivery, message_id: MessageId | None, drawn: str) -> None:
        await self._insist(lambda: self._care.note_sent(delivery, message_id=message_id, drawn_hash=drawn))
        self._counts.deliveries["sent"] += 1

    async def _settle_fault(self, delivery: Delivery, error: Exception) -> None:
        fault = classify(error)
        problem = f"{fault.name}: {getattr(error, 'message', type(error).__name__)}"
        match fault:
            case Fault.ASKED_TO_WAIT if isinstance(error, TelegramRetryAfter):
                await self._obey(delivery, error.retry_after)
            case Fault.UNREACHABLE | Fault.NOT_ALLOWED:
                lost = fault is Fault.UNREACHABLE or delivery.chat_id < 0
                await self._fail(delivery, problem, unreachable=lost)
            case Fault.MIGRATED if isinstance(error, TelegramMigrateToChat):
                await self._follow(delivery, ChatId(error.migrate_to_chat_id))
            case Fault.ARRIVED | Fault.NOT_MODIFIED:
                await self._note_sent(delivery, None, "")
            case Fault.UNCERTAIN if delivery.lane is Lane.BULK:
                _log.warning("delivery_unknown", problem=problem)
                await self._insist(lambda: self._care.note_unknown(delivery))
                self._counts.deliveries["unknown"] += 1
            case Fault.NO_CONNECTION | Fault.TOKEN_REVOKED | Fault.CONFLICT:
                await self._wait_for_line(delivery, problem)
            case Fault.NOT_SENT | Fault.UNCERTAIN:
                await self._try_later(delivery, problem)
            case Fault.OURS:
                _log.error("delivery_broke", attempt=delivery.attempts, exc_info=error)
                await self._try_later(delivery, problem, count=not is_storage_fault(error))
            case _:
                await self._fail(delivery, problem)

    async def _follow(self, delivery: Delivery, new: ChatId) -> None:
        """The group has a new id: everything for it goes there, this message once more."""
        await self._insist(lambda: self._care.follow_group(delivery.chat_id, new))
        await self._put_back(delivery, 0, "the group has a new id", count_attempt=True)

    async def _try_later(self, delivery: Delivery, problem: str, *, count: bool = True) -> None:
        if delivery.attempts >= MOST_ATTEMPTS:
            await self._fail(delivery, problem)
            return
        wait = retry_delay(delivery.attempts).total_seconds() * self._jitter()
        _log.warning("delivery_later", problem=problem, attempt=delivery.attempts, seconds=round(wait, 1))
        self._health.trouble(PART, "The last message could not be sent; I keep trying.")
        await self._put_back(delivery, wait, problem, count_attempt=count)

    async def _wait_for_line(self, delivery: Delivery, problem: str) -> None:
        """However long it is down: nothing goes out, no attempt is counted, nothing is lost or overtaken."""
        now = asyncio.get_running_loop().time()
        if now >= self._line_down_until:
            self._outage = min(self._outage * 2, LONGEST_OUTAGE_WAIT_SECONDS)
            self._line_down_until = now + self._outage
            _log.warning("line_down", problem=problem, seconds=self._outage)
        self._health.trouble(PART, "No connection to Telegram; messages wait and go out later.")
        await self._put_back(delivery, None, problem, count_attempt=False)

    async def _obey(self, delivery: Delivery, seconds: float) -> None:
        wait = timedelta(seconds=seconds * self._jitter())
        _log.warning("asked_to_wait", lane=delivery.lane.value, seconds=wait.total_seconds())
        bulk = delivery.lane is Lane.BULK
        self._health.note_pause(None if bulk else delivery.chat_id, wait.total_seconds())
        if not bulk:
            self._chats.close(delivery.chat_id, wait.total_seconds())
        await self._insist(lambda: self._care.pause(delivery, wait=wait))

    async def _fail(self, delivery: Delivery, problem: str, *, unreachable: bool = False) -> None:
        _log.warning("delivery_failed", problem=problem)
        self._health.well(PART)
        await self._insist(lambda: self._care.note_failed(delivery, problem, unreachable=unreachable))
        self._counts.deliveries["failed"] += 1

    async def _skip(self, delivery: Delivery, why: str) -> None:
        await self._insist(lambda: self._care.skip(delivery, why))
        self._counts.deliveries["skipped"] += 1

    async def _put_back(
        self, delivery: Delivery, seconds: float | None, why: str, *, count_attempt: bool
    ) -> None:
        wait = None if seconds is None else timedelta(seconds=seconds)
        put_back = self._care.put_back
        await self._insist(lambda: put_back(delivery, wait=wait, error=why, count_attempt=count_attempt))

    def _jitter(self) -> float:
        return 1 + self._secrets.below(1000) / 5000
