"""python-telegram-bot against the sandbox: polls, sends, edits, uploads, answers a tap, reads a file.

Not here: what is expected of it (visit.py).
"""

import html
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, ReplyKeyboardMarkup, Update
from telegram.error import BadRequest
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from tests.outside.visit import FIRST, NOBODY, SECOND, TOKEN, told_of, visit

Context = ContextTypes.DEFAULT_TYPE


async def start(update: Update, context: Context) -> None:
    assert update.message is not None
    assert update.effective_user is not None
    await context.bot.set_my_commands([("start", "Say hello")])
    name = html.escape(update.effective_user.full_name)
    keyboard = ReplyKeyboardMarkup([["Menu", "Album"]], resize_keyboard=True)
    await update.message.reply_html(f"Welcome, <b>{name}</b>!", reply_markup=keyboard)


async def menu(update: Update, _: Context) -> None:
    assert update.message is not None
    buttons = [
        InlineKeyboardButton("Buy", callback_data="buy"),
        InlineKeyboardButton("Later", callback_data="no"),
    ]
    await update.message.reply_photo(
        FIRST, caption="Coffee, 3.50", reply_markup=InlineKeyboardMarkup([buttons]), do_quote=True
    )


async def album(update: Update, _: Context) -> None:
    assert update.message is not None
    await update.message.reply_media_group(
        [InputMediaPhoto(FIRST, caption="first"), InputMediaPhoto(SECOND, caption="second")]
    )


async def buy(update: Update, _: Context) -> None:
    tap = update.callback_query
    assert tap is not None
    await tap.answer(f"Thank you, {tap.from_user.first_name}!")
    await tap.edit_message_caption("Coffee, bought")


async def read_picture(update: Update, _: Context) -> None:
    assert update.message is not None
    said = await update.message.reply_text("Looking ...")
    file = await update.message.photo[-1].get_file()
    await said.edit_text(told_of(bytes(await file.download_as_bytearray())))


async def lose(update: Update, context: Context) -> None:
    assert update.message is not None
    try:
        await context.bot.send_message(NOBODY, "Anybody?")
    except BadRequest as refused:
        await update.message.reply_text(f"Nobody there: {refused.message}")


def bot_at(address: str) -> Application[Any, Any, Any, Any, Any, Any]:
    """The bot, as its library's pages would have it."""
    app = (
        Application.builder()
        .token(TOKEN)
        .base_url(f"{address}/bot")
        .base_file_url(f"{address}/file/bot")
        .build()
    )
    app.add_handler(CommandHandler("start", start))
    app.add_handler(CommandHandler("lost", lose))
    app.add_handler(MessageHandler(filters.Text(["Menu"]), menu))
    app.add_handler(MessageHandler(filters.Text(["Album"]), album))
    app.add_handler(MessageHandler(filters.PHOTO, read_picture))
    app.add_handler(CallbackQueryHandler(buy, "buy"))
    return app


async def test_python_telegram_bot_understands_the_sandbox_and_is_understood(address: str) -> None:
    async with bot_at(address) as app:
        assert app.updater is not None
        await app.start()
        await app.updater.start_polling(timeout=2)
        try:
            await visit(address)
        finally:
            await app.updater.stop()
            await app.stop()
