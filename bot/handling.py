"""One update from its kept text to its end: parsed alone, handled, tried again, or put aside.

Order and concurrency are the inbox's (inbox.py); what the update means is the handlers'.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from typing import Any, Final, Protocol

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import TelegramMethod
from aiogram.types import Update
from pydantic import ValidationError

from bot.counts import Counts
from bot.dialogue_storage import Conversation, DialogueStorage, as_changes
from bot.patience import Patience, is_storage_fault
from bot.raw_updates import RawUpdate
from bot.waiting import SayItWaits
from handlers.telegram_errors import Fault, classify, passes_by_itself
from loyalty.ids import TelegramId
from loyalty.inbox import MOST_ATTEMPTS
from loyalty.secrets import SecretSource
from loyalty.use_cases.house.receiving import BeginUpdate, FinishUpdate, GiveUpUpdate, NoteUnreachable

_log = structlog.get_logger(__name__)

RETRY_SECONDS: Final = (0.3, 1.5)
"""Between the attempts of an update that fails: a lost race is over by then, and the person still waits."""
WAITS_SECONDS: Final = (1.0, 2.0, 5.0, 10.0, 20.0, 30.0)
"""Between attempts while Telegram or the disk refuses; the last one repeats."""
LONGEST_WAITING_SECONDS: Final = 600.0
"""For Telegram: after that the answer would come too late to be of use. The database has as long as it takes,
for people are told that what they did is done by itself.
"""
TOLD_AT: Final = 2
"""How often the database has to refuse before the person is told: a short hiccup is nobody's business."""
_DONE_ALL_THE_SAME: Final = (
    Fault.UNREACHABLE,
    Fault.NOT_MODIFIED,
    Fault.QUERY_TOO_OLD,
    Fault.ARRIVED,
    Fault.MIGRATED,  # the group says so itself, and what is not answered now is drawn under its new id
)


class Apology(Protocol):
    """Tells the person, in one sentence, that a message or tap could not be handled."""

    def __call__(self, raw: RawUpdate, reference: str, /) -> Awaitable[None]:
        """Never raises."""
        ...


@dataclass(frozen=True, slots=True)
class UpdateCare:
    """What may be done about a kept update."""

    begin: BeginUpdate
    finish: FinishUpdate
    give_up: GiveUpUpdate
    note_unreachable: NoteUnreachable


class UpdateHandling:
    """Brings one update to its end; only Stopping leaves it waiting."""

    def __init__(
        self, *, bot: Bot, dispatcher: Dispatcher, care: UpdateCare, dialogues: DialogueStorage,
        patience: Patience, apology: Apology, waiting: SayItWaits, secrets: SecretSource,
        kinds: Collection[str], counts: Counts | None = None,
    ) -> None:  # fmt: skip
        self._bot = bot
        self._dispatcher = dispatcher
        self._care = care
        self._dialogues = dialogues
        self._patience = patience
        self._apology = apology
        self._waiting = waiting
        self._secrets = secrets
        self._kinds = frozenset(kinds)
        self._counts = counts or Counts()

    async def __call__(self, raw: RawUpdate, *, attempts: int) -> None:
        """`attempts` 0: not counted yet. Raises Stopping when the process is to end first."""
        structlog.contextvars.bind_contextvars(update_id=raw.update_id)
        if attempts == 0:
            attempts = await self._begin(raw)
        if attempts > MOST_ATTEMPTS:
            await self._give_up(raw, "the process died each time that it was handled", None)
        elif raw.kind in self._kinds or not raw.content:
            await self._parse_and_handle(raw, attempts)
        else:
            await self._finish(raw, {})

    async def _parse_and_handle(self, raw: RawUpdate, attempts: int) -> None:
        try:
            update = parse(raw, self._bot)
        except ValidationError as flaws:
            await self._give_up(raw, _name_flaws(flaws), None)
            return
        with self._patience.one_thing() as refused:
            await self._handle(raw, update, attempts, refused)

    async def _handle(
        self, raw: RawUpdate, update: Update, attempts: int, refused: Callable[[BaseException], None]
    ) -> None:
        patient_until = _now() + LONGEST_WAITING_SECONDS
        waited, faults = 0, 0
        while (error := await self._try(raw, update)) is not None:
            rest = _rest_after(error, waited)
            if is_storage_fault(error):
                refused(error)
                faults += 1
                patient_until = _now() + LONGEST_WAITING_SECONDS + (rest or 0)
            if rest is not None and _now() + rest < patient_until:
                waited += 1
                _log.warning("update_waits", problem=type(error).__name__, seconds=rest)
                if faults == TOLD_AT and is_storage_fault(error):
                    await self._waiting([raw])
                await self._patience.rest(rest)
            elif rest is None and attempts < MOST_ATTEMPTS:
                _log.warning("update_failed", attempt=attempts, exc_info=error)
                await self._patience.rest(RETRY_SECONDS[min(attempts, len(RETRY_SECONDS)) - 1])
                attempts = await self._begin(raw)
            else:
                await self._give_up(raw, f"{type(error).__name__} after {attempts} attempts", error)
                break
        if faults >= TOLD_AT:
            self._waiting.over()

    async def _try(self, raw: RawUpdate, update: Update) -> Exception | None:
        """Handle it once and mark it done; the error when it has to be tried again."""
        with self._dialogues.collecting() as changes:
            error = await self._feed(update)
        if error is not None:
            fault = classify(error)
            if fault not in _DONE_ALL_THE_SAME and not _is_unheard_in_group(fault, raw):
                return error
            await self._note_lost_answer(raw, fault)
        await self._finish(raw, changes)
        return None

    async def _feed(self, update: Update) -> Exception | None:
        try:
            answer = await self._dispatcher.feed_update(self._bot, update)
            if isinstance(answer, TelegramMethod):
                await self._bot(answer)
        except Exception as error:  # whatever a handler does must not stop the others
            return error
        return None

    async def _begin(self, raw: RawUpdate) -> int:
        return await self._patience.insist(lambda: self._care.begin(raw.update_id))

    async def _finish(self, raw: RawUpdate, changes: dict[str, Conversation]) -> None:
        kept, blank = as_changes(changes), raw.may_hold_secret
        await self._patience.insist(lambda: self._care.finish(raw.update_id, kept, blank=blank))
        self._dialogues.note_kept(changes)
        self._counts.updates["handled"] += 1
        _log.debug("update_done")

    async def _note_lost_answer(self, raw: RawUpdate, fault: Fault) -> None:
        _log.info("answer_lost", fault=fault.name)
        chat_id, _ = raw.order_key
        if fault is Fault.UNREACHABLE and chat_id > 0:
            person = TelegramId(chat_id)
            await self._patience.insist(lambda: self._care.note_unreachable(person, "found while answering"))

    async def _give_up(self, raw: RawUpdate, reason: str, error: Exception | None) -> None:
        reference = self._secrets.token_bytes(3).hex().upper()
        _log.error("update_given_up", reference=reference, reason=reason, exc_info=error)
        blank = raw.may_hold_secret
        await self._patience.insist(
            lambda: self._care.give_up(raw.update_id, reference=reference, error=reason, blank=blank)
        )
        self._counts.updates["dead"] += 1
        await self._apology(raw, reference)


def parse(raw: RawUpdate, bot: Bot) -> Update:
    """The update as aiogram sees it. Raises ValidationError for one that it can't read."""
    content = raw.content
    if "\\u0000" in raw.text or "\0" in raw.text:
        content = _clean(content)
    try:
        return Update.model_validate(content, context={"bot": bot})
    except ValidationError:
        cleaned = _clean(content)  # half a surrogate pair is no text to pydantic, and no reason to lose a tap
        if cleaned == content:
            raise
        return Update.model_validate(cleaned, context={"bot": bot})


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\0", "").encode("utf-8", "ignore").decode()
    if isinstance(value, dict):
        return {name: _clean(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_clean(part) for part in value]
    return value


def _now() -> float:
    return asyncio.get_running_loop().time()


def _is_unheard_in_group(fault: Fault, raw: RawUpdate) -> bool:
    """Whether only the answer to a message in a group was lost, where the bot may not write (any more)."""
    chat_id, _ = raw.order_key
    return fault is Fault.NOT_ALLOWED and raw.kind == "message" and chat_id < 0


def _rest_after(error: Exception, waited: int) -> float | None:
    """How long to wait for what passes by itself, None for a failure that counts."""
    if is_storage_fault(error) or passes_by_itself(classify(error)):
        rest = WAITS_SECONDS[min(waited, len(WAITS_SECONDS) - 1)]
        return max(rest, error.retry_after) if isinstance(error, TelegramRetryAfter) else rest
    return None


def _name_flaws(error: ValidationError) -> str:
    """What is odd about an update, without anything that a person wrote."""
    flaws = error.errors(include_url=False, include_context=False, include_input=False)
    named = "; ".join(f"{'.'.join(map(str, flaw['loc']))}: {flaw['type']}" for flaw in flaws[:5])
    return f"unreadable ({named})"
