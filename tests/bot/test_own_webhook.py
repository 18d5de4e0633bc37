"""Which webhook is our own: after addresses that Telegram did not take, and answers that were lost.

Not here: a running bot (tests/journeys/test_webhook.py) and what is posted (test_webhook.py).
"""

from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError
from aiogram.methods import SetWebhook
from aiogram.types import WebhookInfo

from bot.own_webhook import OwnWebhook, WebhookTerms
from loyalty.use_cases.house.profile import FindSaid, KeepSaid

OLD, NEW = "https://cafe.example/telegram", "https://new.example/telegram"


@dataclass
class Telegram:
    """What Telegram knows of one bot's webhook; addresses of `refused` it does not take."""

    id: int = 123456
    url: str = ""
    refused: tuple[str, ...] = (NEW,)
    loses_answer: bool = False
    said: dict[str, str] = field(default_factory=dict)

    async def get_webhook_info(self) -> WebhookInfo:
        return WebhookInfo(url=self.url, has_custom_certificate=False, pending_update_count=0)

    async def set_webhook(self, url: str, **_: Any) -> bool:
        if url in self.refused:
            raise TelegramBadRequest(SetWebhook(url=url), "bad webhook: Failed to resolve host")
        self.url = url
        if self.loses_answer:
            raise TelegramNetworkError(SetWebhook(url=url), "the line broke")
        return True

    async def delete_webhook(self, **_: Any) -> bool:
        self.url = ""
        return True

    async def find_said(self, _: int, what: str) -> str | None:
        return self.said.get(what)

    async def keep_said(self, _: int, what: str, digest: str | None) -> None:
        if digest is None:
            self.said.pop(what, None)
        else:
            self.said[what] = digest


def own(telegram: Telegram) -> OwnWebhook:
    return OwnWebhook(
        cast(Bot, telegram), cast(FindSaid, telegram.find_said), cast(KeepSaid, telegram.keep_said)
    )


def terms(url: str) -> WebhookTerms:
    return WebhookTerms(url, "secret", ("message",))


async def test_after_an_address_that_telegram_refused_our_old_webhook_is_still_ours() -> None:
    """The owner mistypes a new WEBHOOK_URL, Telegram refuses it, and they go back to polling: the bot takes
    its own old webhook for another program's and hears nothing until somebody deletes it by hand.
    """
    telegram = Telegram()
    await own(telegram).settle(terms(OLD))
    with pytest.raises(TelegramBadRequest):
        await own(telegram).settle(terms(NEW))
    assert telegram.url == OLD
    assert await own(telegram).take_away()
    assert telegram.url == ""


async def test_nor_is_it_a_strangers_after_the_old_address_was_put_back() -> None:
    """Put back, all looks well; months later WEBHOOK_URL is taken out, and the poll is refused with 409."""
    telegram = Telegram()
    await own(telegram).settle(terms(OLD))
    with pytest.raises(TelegramBadRequest):
        await own(telegram).settle(terms(NEW))
    await own(telegram).settle(terms(OLD))
    assert await own(telegram).take_away()


async def test_nor_after_an_answer_that_was_lost_and_another_address_that_was_refused() -> None:
    telegram = Telegram(loses_answer=True)
    with pytest.raises(TelegramNetworkError):
        await own(telegram).settle(terms(OLD))
    telegram.loses_answer = False
    with pytest.raises(TelegramBadRequest):
        await own(telegram).settle(terms(NEW))
    assert telegram.url == OLD
    assert await own(telegram).take_away()


async def test_the_webhook_of_another_program_is_not_taken_for_ours() -> None:
    telegram = Telegram(url="https://other.example/bot")
    with pytest.raises(TelegramBadRequest):
        await own(telegram).settle(terms(NEW))
    assert not await own(telegram).take_away()
    assert telegram.url == "https://other.example/bot"
