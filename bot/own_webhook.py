"""The webhook that Telegram keeps for this bot: set when it has changed, taken away when it is not wanted.

Another program's is never taken away. Not here: what is posted to it (webhook.py).
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import structlog
from aiogram import Bot
from aiogram.types import WebhookInfo

from bot.webhook_address import path_of
from loyalty.use_cases.house.profile import FindSaid, KeepSaid

_log = structlog.get_logger(__name__)

CONNECTIONS: Final = 10
"""Posts at once: far more updates a second than a cafe's bot may answer."""
_ADDRESS: Final = "webhook:address"
"""The one that Telegram took last."""
_ASKED_FOR: Final = "webhook:asked-for"
"""The one that it was asked to take last: ours too, whether or not its answer arrived."""
_TERMS: Final = "webhook:terms"


@dataclass(frozen=True, slots=True)
class WebhookTerms:
    """How updates are to be posted."""

    url: str
    secret: str
    kinds: Sequence[str]

    @property
    def path(self) -> str:
        """Where they arrive on our own server."""
        return path_of(self.url)

    def __repr__(self) -> str:
        return f"WebhookTerms({self.url})"

    def digest(self) -> str:
        """Changes with any of them, and reveals none."""
        return _digest(json.dumps([self.url, self.secret, sorted(self.kinds), CONNECTIONS]))


@dataclass(frozen=True, slots=True)
class OwnWebhook:
    """What was set by us is known by its hash, so that one of another program is told from it."""

    bot: Bot
    find_said: FindSaid
    keep_said: KeepSaid

    async def settle(self, terms: WebhookTerms) -> WebhookInfo:
        """Set it, unless Telegram has just this one. Raises what a call of aiogram raises."""
        info = await self.bot.get_webhook_info()
        told = await self.find_said(self.bot.id, _TERMS)
        if info.url == terms.url and told == terms.digest():
            return info
        if await self._is_ours(info):  # and stays ours, should this one be refused
            await self.keep_said(self.bot.id, _ADDRESS, _digest(info.url))
        elif info.url and info.url != terms.url:
            _log.warning("webhook_of_another_program_replaced")
        # Before it is set: a kill in between must not make our own one another program's.
        await self.keep_said(self.bot.id, _ASKED_FOR, _digest(terms.url))
        await self.bot.set_webhook(
            terms.url,
            secret_token=terms.secret,
            allowed_updates=list(terms.kinds),
            max_connections=CONNECTIONS,
            drop_pending_updates=False,
        )
        await self.keep_said(self.bot.id, _ADDRESS, _digest(terms.url))
        await self.keep_said(self.bot.id, _TERMS, terms.digest())
        _log.info("webhook_set", waiting=info.pending_update_count)
        return await self.bot.get_webhook_info()

    async def take_away(self) -> bool:
        """Poll again: answers whether one of ours was set and is gone. What waits is kept."""
        info = await self.bot.get_webhook_info()
        if not info.url or not await self._is_ours(info):
            return False
        await self.bot.delete_webhook(drop_pending_updates=False)
        await self.keep_said(self.bot.id, _TERMS, None)
        _log.info("webhook_taken_away", waiting=info.pending_update_count)
        return True

    async def _is_ours(self, info: WebhookInfo) -> bool:
        said = [await self.find_said(self.bot.id, what) for what in (_ADDRESS, _ASKED_FOR)]
        return _digest(info.url) in said


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
