"""Updates that Telegram posts to us: kept before they are answered; and a look whether all of them arrive.

Not here: the server that they are posted to (http_server.py), and what an update means (handling.py).
"""

import asyncio
import hmac
from typing import Final

import structlog
from aiogram.exceptions import TelegramBadRequest, TelegramUnauthorizedError

from bot.health import Health
from bot.inbox import Inbox
from bot.own_webhook import OwnWebhook, WebhookTerms
from bot.patience import Stopping
from bot.poller import UNKNOWN_BOT
from bot.presence import Presence
from bot.raw_updates import read_posted
from bot.stopping import EXIT_SETTINGS, CannotRun

_log = structlog.get_logger(__name__)

LOOK_SECONDS: Final = 20.0
"""Three looks within the silence after which nothing ends any more (presence.py)."""
SOON_SECONDS: Final = 1.0
ROOM_SECONDS: Final = 5.0
"""For memory, and for the note that Telegram is heard again; after that Telegram has to come again."""

TAKEN: Final = 200
UNREADABLE: Final = 400
LATER: Final = 503

NOT_ARRIVING: Final = (
    "Telegram has {count} updates for this bot and can't post them to WEBHOOK_URL ({problem}). Look at the "
    "proxy or tunnel in front of the bot; nothing is lost for 24 hours."
)
REFUSED: Final = "Telegram does not take WEBHOOK_URL ({problem}). I keep trying; look at it in .env."
TAKEN_AWAY: Final = "Somebody took the webhook of this bot away; I set it again."
ANOTHER_PROGRAM: Final = (
    "Another program has set a webhook for this bot, so Telegram gives it the messages. End that program, or "
    "take a new token from @BotFather if you don't know where it runs; then start this bot again."
)


class Webhook:
    """Takes what is posted until it is told to stop."""

    def __init__(
        self, *, own: OwnWebhook, terms: WebhookTerms, inbox: Inbox, health: Health, presence: Presence,
    ) -> None:  # fmt: skip
        self._own = own
        self._terms = terms
        self._inbox = inbox
        self._health = health
        self._presence = presence
        self._stop = asyncio.Event()
        self._hearing = asyncio.Lock()
        self._is_set = False
        self._failed = 0
        """Looks in a row after which all was not well."""

    async def receive(self, body: bytes) -> int:
        """The status to answer a post with: 200 only for what is committed."""
        try:
            raw = read_posted(body)
        except ValueError:
            _log.warning("post_unreadable", size=len(body))
            return UNREADABLE
        if self._stop.is_set():
            return LATER
        try:
            async with asyncio.timeout(ROOM_SECONDS):
                await self._inbox.wait_for_room()
                await self._hear()
            await self._inbox.take_at_once(raw)
        except (TimeoutError, Stopping):
            return LATER
        except Exception as error:  # whatever the disk says: Telegram has it still, and comes again
            _log.warning("update_not_kept", problem=str(error))
            return LATER
        self._health.received()
        return TAKEN

    def knows(self, secret: str | None) -> bool:
        """Whether whoever posts has the secret that Telegram was told; in constant time."""
        given = (secret or "").encode("utf-8", "surrogateescape")
        return hmac.compare_digest(given, self._terms.secret.encode())

    async def run(self) -> None:
        """Set the webhook and look after it until `stop`. Raises CannotRun for an unknown token."""
        while not self._stop.is_set():
            try:
                problem = await self._look()
            except Stopping:
                return
            except TelegramUnauthorizedError:
                raise CannotRun(UNKNOWN_BOT, EXIT_SETTINGS) from None
            except TelegramBadRequest as error:
                problem = REFUSED.format(problem=error.message)
            except Exception as error:  # of what kind depends on the network and the proxy
                problem = f"Telegram can't be reached ({type(error).__name__}); I keep trying."
            self._note(problem)
            await self._rest()

    def stop(self) -> None:
        """Take nothing more; Telegram keeps what it has."""
        self._stop.set()

    async def confirm(self) -> None:
        """Each update was confirmed by its own answer."""

    async def _look(self) -> str | None:
        """What is wrong, None when nothing is; '' while updates are on their way."""
        if self._is_set:
            info = await self._own.bot.get_webhook_info()
        else:
            info = await self._own.settle(self._terms)
            self._is_set = True
        self._health.answered()
        if info.url != self._terms.url:
            self._is_set = bool(info.url)  # gone: it is set anew; taken over: two programs must not fight
            return ANOTHER_PROGRAM if info.url else TAKEN_AWAY
        if info.pending_update_count == 0:
            await self._hear()
            self._presence.fetched(all_of_it=True)
            return None
        if self._failed and info.last_error_message:
            return NOT_ARRIVING.format(count=info.pending_update_count, problem=info.last_error_message)
        return ""

    def _note(self, problem: str | None) -> None:
        self._failed = 0 if problem is None else self._failed + 1
        if problem is None:
            self._health.well("telegram")
        elif problem and self._health.trouble("telegram", problem):
            _log.warning("webhook_fails", problem=problem)

    async def _hear(self) -> None:
        async with self._hearing:  # after a silence, one note of it is enough
            await self._presence.heard()

    async def _rest(self) -> None:
        seconds = (
            min(LOOK_SECONDS, SOON_SECONDS * 2 ** min(self._failed, 10)) if self._failed else LOOK_SECONDS
        )
        try:
            await asyncio.wait_for(self._stop.wait(), seconds)
        except TimeoutError:
            return
