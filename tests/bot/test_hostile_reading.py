"""The webhook and a restore, as somebody found them who read with bad intent: each is wrong still.

Not here: the counter (tests/use_cases/test_hostile_reading.py) and the server (tests/postgres).
"""

from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SetWebhook
from aiogram.types import WebhookInfo

from bot.own_webhook import OwnWebhook, WebhookTerms
from bot.safekeeping_commands import say_prospect
from loyalty.use_cases.profile import FindSaid, KeepSaid
from storage.sqlite import FILE_NAME
from tests.bot.backed_up import House
from tests.counter import BEN

HOSTILE = pytest.mark.xfail(strict=True, reason="hostile reading")
OLD, NEW = "https://cafe.example/telegram", "https://new.example/telegram"


@dataclass
class Telegram:
    """What Telegram knows of one bot's webhook; addresses of `refused` it does not take."""

    id: int = 123456
    url: str = ""
    refused: tuple[str, ...] = (NEW,)
    said: dict[str, str] = field(default_factory=dict)

    async def get_webhook_info(self) -> WebhookInfo:
        return WebhookInfo(url=self.url, has_custom_certificate=False, pending_update_count=0)

    async def set_webhook(self, url: str, **_: Any) -> bool:
        if url in self.refused:
            raise TelegramBadRequest(SetWebhook(url=url), "bad webhook: Failed to resolve host")
        self.url = url
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


@HOSTILE
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


@HOSTILE
async def test_nor_is_it_a_strangers_after_the_old_address_was_put_back() -> None:
    """Put back, all looks well; months later WEBHOOK_URL is taken out, and the poll is refused with 409."""
    telegram = Telegram()
    await own(telegram).settle(terms(OLD))
    with pytest.raises(TelegramBadRequest):
        await own(telegram).settle(terms(NEW))
    await own(telegram).settle(terms(OLD))
    assert await own(telegram).take_away()


@HOSTILE
async def test_a_restore_beside_which_no_data_lie_promises_nothing_about_who_was_removed(
    house: House,
) -> None:
    """A cafe on a server is restored into an empty DATA_DIR (docs/operations.md), as one on a new machine is:
    nobody knows there who was removed since. Ben works again, and the terminal says that he doesn't.
    """
    cafe = await house.opens()
    file = house.backs_up()
    cafe.removes(BEN)
    await cafe.close()
    (house.folder / FILE_NAME).rename(house.folder / "is-on-a-server-now")
    said = " ".join(say_prospect(await house.restores(file)))
    works = house.rows("SELECT removed_at FROM staff WHERE name = 'Ben'") == [(None,)]
    assert not (works and "whoever was removed stays removed" in said)
