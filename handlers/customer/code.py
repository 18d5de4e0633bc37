"""Stamp me: the code that staff scan or type.

Not here: what becomes of its messages later (screens.py). They are sent at once, because they carry a secret.
"""

from datetime import datetime

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.album import Album
from handlers.drawings.code import draw_live_code
from handlers.drawings.phrases import say_pair_code
from handlers.filters import PrivateChat, SaysOneOf
from handlers.sending import answer_tap, send
from handlers.texts import Words
from loyalty.ids import ChatId, MessageId
from loyalty.people import Cause, Person
from loyalty.secrets import Purpose, payload
from loyalty.use_cases.house.outages import FindOutage
from loyalty.use_cases.visits.codes import KeepCodeScreens, ShowCode, ShownCode


def create_router() -> Router:
    """The button, its command, and a reward picked first."""
    router = Router(name="customer.code")
    router.message.register(show, PrivateChat(), SaysOneOf("button-stamp-me"))
    router.message.register(show, PrivateChat(), Command("stamp"))
    router.callback_query.register(show_with_reward, callbacks.PickReward.filter())
    router.callback_query.register(show_with_points, callbacks.SpendPoints.filter())
    router.callback_query.register(show_own, callbacks.ShowOwnCode.filter())
    return router


async def show(
    message: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, show_code: ShowCode,
    keep_code_screens: KeepCodeScreens, album: Album, bot_link: str,
) -> None:  # fmt: skip
    """A fresh code; the one before it is void."""
    cause = Cause(chat_id, MessageId(message.message_id))
    code = await show_code(person, cause=cause, asked_at=message.date)
    await _send_code(bot, chat_id, code, words, album, bot_link, keep_code_screens)


async def show_with_reward(
    query: CallbackQuery, callback_data: callbacks.PickReward, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, show_code: ShowCode, keep_code_screens: KeepCodeScreens, album: Album, bot_link: str,
    find_outage: FindOutage,
) -> None:  # fmt: skip
    """A code with which the customer agrees to have this reward."""
    reward_id, not_before = callback_data.reward_id, await _find_not_before(query, find_outage)
    code = await show_code(person, cause=None, reward_id=reward_id, not_before=not_before)
    await answer_tap(query)
    await _send_code(bot, chat_id, code, words, album, bot_link, keep_code_screens)


async def show_with_points(
    query: CallbackQuery, bot: Bot, person: Person, words: Words, chat_id: ChatId, show_code: ShowCode,
    keep_code_screens: KeepCodeScreens, album: Album, bot_link: str, find_outage: FindOutage,
) -> None:  # fmt: skip
    """A code with which the customer agrees to pay with points."""
    not_before = await _find_not_before(query, find_outage)
    code = await show_code(person, cause=None, spending=True, not_before=not_before)
    await answer_tap(query)
    await _send_code(bot, chat_id, code, words, album, bot_link, keep_code_screens)


async def show_own(
    query: CallbackQuery, bot: Bot, person: Person, words: Words, chat_id: ChatId, show_code: ShowCode,
    keep_code_screens: KeepCodeScreens, album: Album, bot_link: str, find_outage: FindOutage,
) -> None:  # fmt: skip
    """The same from under the own card, where staff have it."""
    code = await show_code(person, cause=None, not_before=await _find_not_before(query, find_outage))
    await answer_tap(query)
    await _send_code(bot, chat_id, code, words, album, bot_link, keep_code_screens)


async def _find_not_before(query: CallbackQuery, find_outage: FindOutage) -> datetime | None:
    """When a tap was made at the earliest, if it waited while the bot was away: only its toast tells."""
    outage = await find_outage()
    return None if outage is None or await answer_tap(query) else outage.since


async def _send_code(
    bot: Bot, chat_id: ChatId, code: ShownCode, words: Words, album: Album, bot_link: str, keep:
    KeepCodeScreens,
) -> None:  # fmt: skip
    """The text first: it is enough at the counter, whatever becomes of the picture."""
    text = await send(bot, chat_id, draw_live_code(code, words))
    link = f"{bot_link}?start={payload(Purpose.CODE, code.secret)}"
    caption = words.say("code-picture", pair=say_pair_code(words, code.pair_code))
    picture = await album.send_qr(bot, chat_id, link, caption)
    await keep(code.scan_id, chat_id, text=MessageId(text.message_id), picture=picture)
