"""The poll: asks Telegram for what is new, and says "received" only after it is kept.

It reads no update beyond its id (raw_updates.py) and handles none (inbox.py). A webhook that was ours is
taken away first (own_webhook.py).
"""

import asyncio
import json
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiohttp import ClientTimeout

from bot.health import Health
from bot.inbox import Inbox
from bot.own_webhook import OwnWebhook
from bot.patience import Stopping, is_storage_fault
from bot.presence import Presence
from bot.raw_updates import Answer, read_answer
from bot.stopping import EXIT_SETTINGS, CannotRun
from bot.waiting import SayItWaits
from loyalty.secrets import SecretSource

_log = structlog.get_logger(__name__)

LONG_POLL_SECONDS: Final = 25
ANSWER_GRACE_SECONDS: Final = 10
MOST_UPDATES: Final = 100
"""In one answer (Bot API)."""
FIRST_DELAY_SECONDS: Final = 0.5
LONGEST_DELAY_SECONDS: Final = 30.0
LONGEST_STORAGE_DELAY_SECONDS: Final = 10.0
CONFLICT_PATIENCE_SECONDS: Final = 60.0
"""A copy that is being replaced needs a moment to end; longer, and two are really running."""

UNKNOWN_BOT: Final = (
    "Telegram does not know this token (any more). Open @BotFather, send /mybots, choose the bot, API Token, "
    "and put the token into .env as BOT_TOKEN; then start the bot again."
)
ANOTHER_COPY: Final = (
    "Another copy of this bot is running: somebody else asks Telegram for its messages with the same token. "
    "Stop the other one, or take a new token from @BotFather if you don't know where it runs."
)
WEBHOOK_SET: Final = (
    "A webhook is set for this bot, so Telegram gives its messages to that address and none to us. If it is "
    "not needed, open {api}/bot<your token>/deleteWebhook in a browser once, and add nothing to it, so that "
    "what waits is kept; the bot goes on by itself then."
)


class UpdateSource:
    """getUpdates by hand: aiogram refuses a whole answer for one update in it that it can't read."""

    def __init__(self, bot: Bot, kinds: Sequence[str]) -> None:
        if not isinstance(bot.session, AiohttpSession):
            raise TypeError("the poll shares aiohttp's session with the bot, for its proxy")
        self._session = bot.session
        self._address = bot.session.api.api_url(bot.token, "getUpdates")
        self._kinds = json.dumps(list(kinds))

    async def ask(
        self, offset: int | None, *, seconds: int = LONG_POLL_SECONDS, most: int = MOST_UPDATES
    ) -> Answer:
        """What Telegram has from `offset` on, which confirms all before it; waits so long for something.

        Raises what the network or the proxy raises, and ValueError for what is no answer.
        """
        form = {"timeout": str(seconds), "limit": str(most), "allowed_updates": self._kinds}
        if offset is not None:
            form["offset"] = str(offset)
        session = await self._session.create_session()
        limit = ClientTimeout(total=seconds + ANSWER_GRACE_SECONDS)
        async with session.post(self._address, data=form, timeout=limit) as response:
            return read_answer(await response.text(encoding="utf-8", errors="replace"))


class Poller:
    """Asks until it is told to stop."""

    def __init__(
        self, *, source: UpdateSource, own_webhook: OwnWebhook, inbox: Inbox, health: Health,
        presence: Presence, waiting: SayItWaits, secrets: SecretSource, api: str,
    ) -> None:  # fmt: skip
        self._source = source
        self._own_webhook = own_webhook
        self._inbox = inbox
        self._health = health
        self._presence = presence
        self._waiting = waiting
        self._not_kept = 0
        """How often in a row."""
        self._secrets = secrets
        self._api = api
        self._offset: int | None = None
        self._delay = FIRST_DELAY_SECONDS
        self._conflict_since: float | None = None
        self._stop = asyncio.Event()
        self._asking: asyncio.Timeout | None = None

    async def run(self) -> None:
        """Poll until `stop`. Raises CannotRun when Telegram does not know the token."""
        while not self._stop.is_set():
            await self._inbox.wait_for_room()
            answer = await self._ask()
            if answer is None:
                continue
            try:
                await self._presence.heard()
                await self._take(answer)
                self._presence.fetched(all_of_it=len(answer.updates) < MOST_UPDATES)
                self._note_kept()
            except Stopping:
                return
            except Exception as error:  # asked for again: what is not kept was not confirmed
                if is_storage_fault(error):
                    await self._wait_for_storage(answer)
                    continue
                _log.exception("updates_not_kept")
                await self._back_off("What Telegram sent can't be kept. The log says why; nothing is lost.")

    def stop(self) -> None:
        """Begin nothing more; an answer that is being kept is kept."""
        self._stop.set()
        if self._asking is not None:
            self._asking.reschedule(0)

    async def confirm(self) -> None:
        """Tell Telegram once more what was received, so that the next start does not get it again."""
        if self._offset is None:
            return
        try:
            async with asyncio.timeout(2):
                await self._source.ask(self._offset, seconds=0, most=1)
        except Exception as error:  # the inbox knows what it has
            _log.debug("last_confirmation_lost", problem=type(error).__name__)

    async def _take(self, answer: Answer) -> None:
        if not answer.updates:
            # Everything was confirmed by this very call, so the next one needs no offset: after an idle week
            # Telegram's ids begin anew, maybe below the last one.
            self._offset = None
            return
        await self._inbox.take(answer.updates)
        self._offset = answer.updates[-1].update_id + 1

    async def _ask(self) -> Answer | None:
        try:
            answer = await self._ask_until_stopped()
        except Exception as error:  # a proxy's errors are of no common kind, and nothing may end the loop
            if not self._stop.is_set():
                await self._back_off(f"Telegram can't be reached ({type(error).__name__}); I keep trying.")
            return None
        if answer is None:
            return None
        if answer.ok:
            self._note_success()
            return answer
        await self._after_refusal(answer)
        return None

    async def _ask_until_stopped(self) -> Answer | None:
        """One question, that `stop` may cut short only while it is asked."""
        try:
            async with asyncio.timeout(None) as self._asking:
                if self._stop.is_set():
                    return None
                # The first question does not wait: its answer says that everything which waited is here.
                seconds = 0 if self._presence.unheard else LONG_POLL_SECONDS
                return await self._source.ask(self._offset, seconds=seconds)
        finally:
            self._asking = None

    async def _wait_for_storage(self, answer: Answer) -> None:
        """Telegram gives the same again, and with it what came meanwhile: so everybody can be told."""
        self._not_kept += 1
        if self._not_kept > 1:  # a short hiccup is nobody's business
            await self._waiting(answer.updates)
        seconds = min(FIRST_DELAY_SECONDS * 2**self._not_kept, LONGEST_STORAGE_DELAY_SECONDS)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stop.wait(), seconds)

    def _note_kept(self) -> None:
        if self._not_kept:
            self._not_kept = 0
            self._waiting.over()

    def _note_success(self) -> None:
        self._health.polled()
        self._delay = FIRST_DELAY_SECONDS
        self._conflict_since = None

    async def _after_refusal(self, answer: Answer) -> None:
        if answer.error_code == 401:
            raise CannotRun(UNKNOWN_BOT, EXIT_SETTINGS)
        if answer.error_code == 409:
            if "webhook" in answer.description.lower() and await self._takes_own_webhook_away():
                return
            await self._back_off(self._word_conflict(answer.description))
        elif answer.retry_after:
            await self._back_off("Telegram asked us to wait; I go on by myself.", at_least=answer.retry_after)
        else:
            await self._back_off(f"Telegram answers with error {answer.error_code}; I keep trying.")

    async def _takes_own_webhook_away(self) -> bool:
        """Whether it was set by us, before WEBHOOK_URL was taken out of the settings, and is gone now."""
        try:
            return await self._own_webhook.take_away()
        except Exception as error:  # asked again after the next poll
            _log.warning("webhook_not_taken_away", problem=type(error).__name__)
            return False

    def _word_conflict(self, description: str) -> str:
        if "webhook" in description.lower():
            return WEBHOOK_SET.format(api=self._api)
        now = asyncio.get_running_loop().time()
        self._conflict_since = self._conflict_since or now
        if now - self._conflict_since > CONFLICT_PATIENCE_SECONDS:
            return ANOTHER_COPY
        return "Telegram says that somebody else is asking for this bot's messages; I wait for them to end."

    async def _back_off(self, sentence: str, *, at_least: float = 0) -> None:
        if self._health.trouble("telegram", sentence):
            _log.warning("poll_fails", problem=sentence)
        jitter = 1 + self._secrets.below(1000) / 2000
        try:
            await asyncio.wait_for(self._stop.wait(), max(self._delay, at_least) * jitter)
        except TimeoutError:
            self._delay = min(self._delay * 2, LONGEST_DELAY_SECONDS)
