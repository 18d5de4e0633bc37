"""Drawings that Telegram can't read as they are.

Not here: screens that are gone or unchanged (test_sending_over_http.py).
"""

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode

from bot.drawing import Drawer
from handlers.outgoing import Button, OutgoingMessage
from handlers.texts import Html
from loyalty.deliveries import Screen, ScreenKind
from loyalty.ids import ChatId, ScreenId
from loyalty.use_cases.sending import ForgetMessage
from storage.sqlite import SqliteDatabase
from tests.running_cafe import TOKEN, RunningCafe


async def test_markup_that_telegram_refuses_arrives_as_plain_words_with_its_buttons(
    cafe: RunningCafe, database: SqliteDatabase
) -> None:
    anna = await cafe.customer()
    session = AiohttpSession(api=TelegramAPIServer.from_base(cafe.url))
    bot = Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    drawer = Drawer(bot, ForgetMessage(database))
    chat, rows = ChatId(anna.id), ((Button("Fine", "x"),),)

    number = await drawer.send(chat, OutgoingMessage(Html("<b>Salt &amp; <i>Co</b>"), rows))
    shown = await anna.sees("Salt & Co")
    assert (shown["message_id"], shown["text"], anna.buttons(shown)) == (number, "Salt & Co", ["Fine"])

    screen = Screen(ScreenId(1), ScreenKind.QUEUE, 1, chat, number, "")
    assert await drawer.show(screen, OutgoingMessage(Html("<b>Sugar <i>left</b>"), rows)) == number
    assert (await anna.sees("Sugar left"))["text"] == "Sugar left"
    await bot.session.close()
