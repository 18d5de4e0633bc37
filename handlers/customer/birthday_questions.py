"""When is your birthday: the question, and what Telegram's own profile says as a hint.

Not here: what becomes of the answer (birthday.py).
"""

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import ForceReply

from handlers.drawings.birthday import draw_months
from handlers.outgoing import OutgoingMessage
from handlers.sending import send
from handlers.texts import Words
from loyalty.birthdays import Birthday
from loyalty.ids import ChatId
from loyalty.people import Person


class Telling(StatesGroup):
    """A date is waited for."""

    birthday = State()


async def ask(bot: Bot, chat_id: ChatId, person: Person, words: Words, state: FSMContext) -> None:
    """To be typed, or picked below."""
    await state.set_state(Telling.birthday)
    await send(bot, chat_id, OutgoingMessage(words.say("birthday-ask")), keyboard=ForceReply(selective=True))
    await send(bot, chat_id, draw_months(await _hint_of(bot, person), words))


async def _hint_of(bot: Bot, person: Person) -> Birthday | None:
    """What the profile shows us is no consent; a profile that can't be read is no obstacle."""
    try:
        shown = (await bot.get_chat(person.telegram_id)).birthdate
    except TelegramAPIError:
        return None
    return Birthday(shown.month, shown.day) if shown is not None else None
