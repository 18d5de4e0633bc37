"""/today and /close: the day's page for managers and owners.

Not here: the digest, which comes by itself in the morning.
"""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.day import draw_day
from handlers.filters import PrivateChat
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.people import Person
from loyalty.use_cases.house.day import CloseDay, ReadDay
from loyalty.use_cases.limits.flags import DecideFlag


def create_router() -> Router:
    """Both in private: what single people did is nobody else's."""
    router = Router(name="owner.day")
    router.message.register(show_today, PrivateChat(), Command("today"))
    router.message.register(close_day, PrivateChat(), Command("close"))
    router.callback_query.register(decide, callbacks.DecideFlag.filter())
    return router


async def show_today(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, read_day: ReadDay
) -> None:
    """How the day stands."""
    await send(bot, chat_id, draw_day(await read_day(person), words))


async def close_day(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, close_day: CloseDay
) -> None:
    """The day's figures for the till; asked again, the same ones."""
    await send(bot, chat_id, draw_day(await close_day(person), words))


async def decide(
    query: CallbackQuery, callback_data: callbacks.DecideFlag, person: Person, words: Words,
    decide_flag: DecideFlag, read_day: ReadDay,
) -> None:  # fmt: skip
    """Fine, or ask whoever did it."""
    await decide_flag(person, callback_data.flag_id, asked=callback_data.asked)
    await answer_tap(query, words.plain("toast-flag-asked" if callback_data.asked else "toast-flag-ok"))
    await turn(query, draw_day(await read_day(person), words))
