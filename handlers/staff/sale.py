"""/sale: a QR for whoever stands at the counter, made by a tap or by what was typed.

Not here: the customer who scans it (customer/collect.py). Sent at once and in private, because it carries a
secret: whoever sees it can collect it.
"""

import re

from aiogram import Bot, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.album import Album
from handlers.drawings.sale import draw_sale_code, draw_sale_menu, say_tally
from handlers.filters import PrivateChat, SaysOneOf
from handlers.outgoing import OutgoingMessage
from handlers.sending import answer_tap, reply, send
from handlers.texts import Words
from loyalty.ids import ChatId, MessageId
from loyalty.people import Cause, Person
from loyalty.secrets import Purpose, payload
from loyalty.use_cases.visits.sale_codes import (
    KeepSaleScreens,
    ReadSaleCode,
    ReadSaleMenu,
    ShownSaleCode,
    ShowSaleCode,
)

_TYPED = re.compile(r"(?:\+\s*(\d{1,2}))?\s*([\d.,]{1,20})?", re.ASCII)


def create_router() -> Router:
    """The button, its command, and a tap on what was bought."""
    router = Router(name="staff.sale")
    router.callback_query.register(make, callbacks.MakeSale.filter())
    router.message.register(show_menu, PrivateChat(), SaysOneOf("button-sale"))
    router.message.register(sell, Command("sale"))
    return router


async def show_menu(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, read_sale_menu: ReadSaleMenu
) -> None:
    """What was bought?"""
    await send(bot, chat_id, draw_sale_menu(await read_sale_menu(person), words))


async def make(
    query: CallbackQuery, callback_data: callbacks.MakeSale, bot: Bot, person: Person, words: Words,
    show_sale_code: ShowSaleCode, keep_sale_screens: KeepSaleScreens, read_sale_code: ReadSaleCode,
    album: Album, bot_link: str,
) -> None:  # fmt: skip
    """One of the buttons; each tap is a sale of its own."""
    own = ChatId(person.telegram_id)
    stamps, bill = callback_data.stamps, callback_data.amount or None
    currency = callback_data.currency if bill else None
    code = await show_sale_code(person, chat_id=own, cause=None, stamps=stamps, bill=bill, currency=currency)
    await answer_tap(query)
    await _send_code(bot, own, code, words, album, bot_link, keep_sale_screens, read_sale_code)


async def sell(
    message: Message, command: CommandObject, bot: Bot, person: Person, words: Words, chat_id: ChatId,
    read_sale_menu: ReadSaleMenu, show_sale_code: ShowSaleCode, keep_sale_screens: KeepSaleScreens,
    read_sale_code: ReadSaleCode, album: Album, bot_link: str,
) -> None:  # fmt: skip
    """/sale +2, /sale 3,50, or what could be sold; from a group in the person's own chat."""
    own, typed = ChatId(person.telegram_id), _TYPED.fullmatch((command.args or "").strip())
    if typed is None or not any(typed.groups()) or typed[1] in ("0", "00"):
        await send(bot, own, draw_sale_menu(await read_sale_menu(person), words))
    else:
        cause = Cause(chat_id, MessageId(message.message_id))
        stamps = int(typed[1]) if typed[1] else None
        code = await show_sale_code(person, chat_id=own, cause=cause, stamps=stamps, bill=typed[2])
        await _send_code(bot, own, code, words, album, bot_link, keep_sale_screens, read_sale_code)
    if message.chat.type != ChatType.PRIVATE:
        await reply(message, words.plain("sale-moved"))


async def _send_code(
    bot: Bot, chat_id: ChatId, code: ShownSaleCode | None, words: Words, album: Album, bot_link: str,
    keep: KeepSaleScreens, read: ReadSaleCode,
) -> None:  # fmt: skip
    """The text first: it becomes the staff card. Without its picture a code is worth nothing, and ends."""
    if code is None:
        await send(bot, chat_id, OutgoingMessage(words.say("sale-collected-before")))
        return
    text = await send(bot, chat_id, draw_sale_code(await read(code.code_id), words))
    link = f"{bot_link}?start={payload(Purpose.SALE_CODE, code.secret)}"
    caption = words.say("sale-picture", what=say_tally(code.tally, code.rules.currency, words))
    picture = await album.send_qr(bot, chat_id, link, caption)
    await keep(code.code_id, chat_id, text=MessageId(text.message_id), picture=picture)
    if picture is None:
        await send(bot, chat_id, OutgoingMessage(words.say("sale-picture-failed")))
