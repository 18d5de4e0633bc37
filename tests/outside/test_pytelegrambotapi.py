"""pyTelegramBotAPI against the sandbox: polls, sends, edits, uploads, answers a tap, reads a file.

Not here: what is expected of it (visit.py). Its bot waits for each answer, so it has a thread of its own.
"""

import asyncio
import html
import io

import pytest
from telebot import TeleBot, apihelper
from telebot.apihelper import ApiTelegramException
from telebot.types import (
    BotCommand,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaPhoto,
    Message,
    ReplyKeyboardMarkup,
    ReplyParameters,
)

from tests.outside.visit import FIRST, NOBODY, SECOND, TOKEN, told_of, visit


def start(message: Message, bot: TeleBot) -> None:
    assert message.from_user is not None
    bot.set_my_commands([BotCommand("start", "Say hello")])
    keyboard = ReplyKeyboardMarkup(resize_keyboard=True)
    keyboard.add("Menu", "Album")
    name = html.escape(message.from_user.full_name)
    bot.send_message(message.chat.id, f"Welcome, <b>{name}</b>!", reply_markup=keyboard)


def menu(message: Message, bot: TeleBot) -> None:
    buttons = InlineKeyboardMarkup()
    later = InlineKeyboardButton("Later", callback_data="no")
    buttons.add(InlineKeyboardButton("Buy", callback_data="buy"), later)
    quoted = ReplyParameters(message.message_id)
    bot.send_photo(message.chat.id, FIRST, "Coffee, 3.50", reply_markup=buttons, reply_parameters=quoted)


def album(message: Message, bot: TeleBot) -> None:
    first = InputMediaPhoto(InputFile(io.BytesIO(FIRST)), caption="first")
    second = InputMediaPhoto(InputFile(io.BytesIO(SECOND)), caption="second")
    bot.send_media_group(message.chat.id, [first, second])


def read_picture(message: Message, bot: TeleBot) -> None:
    assert message.photo is not None
    said = bot.reply_to(message, "Looking ...")
    path = bot.get_file(message.photo[-1].file_id).file_path
    assert path is not None
    bot.edit_message_text(told_of(bot.download_file(path)), message.chat.id, said.message_id)


def lose(message: Message, bot: TeleBot) -> None:
    try:
        bot.send_message(NOBODY, "Anybody?")
    except ApiTelegramException as refused:
        bot.reply_to(message, f"Nobody there: {refused.description}")


def buy(tap: CallbackQuery, bot: TeleBot) -> None:
    assert tap.message is not None
    bot.answer_callback_query(tap.id, f"Thank you, {tap.from_user.first_name}!")
    bot.edit_message_caption("Coffee, bought", tap.message.chat.id, tap.message.message_id)


def stranger() -> TeleBot:
    """The bot, as its library's pages would have it."""
    bot = TeleBot(TOKEN, threaded=False, parse_mode="HTML")
    bot.register_message_handler(start, commands=["start"], pass_bot=True)
    bot.register_message_handler(lose, commands=["lost"], pass_bot=True)
    bot.register_message_handler(menu, func=lambda message: message.text == "Menu", pass_bot=True)
    bot.register_message_handler(album, func=lambda message: message.text == "Album", pass_bot=True)
    bot.register_message_handler(read_picture, content_types=["photo"], pass_bot=True)
    bot.register_callback_query_handler(buy, func=lambda tap: tap.data == "buy", pass_bot=True)
    return bot


async def test_pytelegrambotapi_understands_the_sandbox_and_is_understood(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apihelper, "API_URL", address + "/bot{0}/{1}")
    monkeypatch.setattr(apihelper, "FILE_URL", address + "/file/bot{0}/{1}")
    bot = await asyncio.to_thread(stranger)
    polling = asyncio.create_task(asyncio.to_thread(bot.polling, long_polling_timeout=1))
    try:
        await visit(address)
    finally:
        bot.stop_polling()  # type: ignore[no-untyped-call]
        await polling
