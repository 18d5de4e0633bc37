"""Markup that Telegram can't read: the words arrive all the same, with their buttons.

Not here: quoting, which keeps it from happening (tests/handlers/test_texts.py).
"""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile

from bot.drawing import Drawer
from bot.pacing import ChatPace
from bot.telegram_session import create_bot
from handlers.outgoing import Button, OutgoingMessage
from handlers.pictures.card import draw_card_picture
from handlers.sending import send
from handlers.texts import Html
from loyalty.deliveries import Screen, ScreenKind
from loyalty.ids import ChatId, MessageId, ScreenId
from loyalty.use_cases.house.sending import ForgetMessage
from storage.sqlite import SqliteDatabase
from tests.people import Customer
from tests.running_cafe import RunningCafe

ROWS = ((Button("Fine", "x"),),)
BROKEN = OutgoingMessage(Html("<b>Salt &amp; <i>Co</b>"), ROWS)
BROKEN_TOO = OutgoingMessage(Html("<b>Sugar <i>left</b>"), ROWS)


@pytest.fixture
async def bot(cafe: RunningCafe) -> AsyncIterator[Bot]:
    bot = create_bot(cafe.settings, ChatPace())
    yield bot
    await bot.session.close()


async def reads(anna: Customer, text: str) -> int:
    shown = await anna.sees(text)
    assert (shown.get("text") or shown["caption"], anna.buttons(shown)) == (text, ["Fine"])
    return int(shown["message_id"])


async def test_what_a_delivery_says_arrives_as_plain_words_sent_or_redrawn(
    cafe: RunningCafe, bot: Bot, database: SqliteDatabase
) -> None:
    anna = await cafe.customer()
    drawer, chat = Drawer(bot, ForgetMessage(database)), ChatId(anna.id)
    number = await drawer.send(chat, BROKEN)
    assert await reads(anna, "Salt & Co") == number
    screen = Screen(ScreenId(1), ScreenKind.QUEUE, 1, chat, MessageId(number), "")
    assert await drawer.show(screen, BROKEN_TOO) == number
    assert await reads(anna, "Sugar left") == number


async def test_what_a_handler_answers_arrives_as_plain_words_with_a_picture_too(
    cafe: RunningCafe, bot: Bot
) -> None:
    anna = await cafe.customer()
    await send(bot, ChatId(anna.id), BROKEN)
    await reads(anna, "Salt & Co")
    picture = BufferedInputFile(draw_card_picture(stamps=1, goal=6), "card.jpg")
    await bot.send_photo(anna.id, picture, caption=BROKEN_TOO.text)
    shown = await anna.sees("Sugar left")
    assert shown["caption"] == "Sugar left"


async def test_what_is_refused_for_another_reason_is_not_sent_again(cafe: RunningCafe, bot: Bot) -> None:
    anna = await cafe.customer()
    before = len(await anna.chat())
    with pytest.raises(TelegramBadRequest, match="too long"):
        await send(bot, ChatId(anna.id), OutgoingMessage(Html("x" * 5000)))
    assert len(await anna.chat()) == before
