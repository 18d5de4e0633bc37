"""The end of a question that nobody answered: it is said, and the usual keyboard is back under the text box.

Not here: questions that were answered; their last message carries the keyboard too. Telegram puts a forced
reply in the keyboard's place, in every app, and only another keyboard ends that.
"""

from aiogram import Bot
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from handlers.keyboards import keys_of
from handlers.outgoing import OutgoingMessage
from handlers.sending import send
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.people import Acquaintance


async def cancel(
    _: Message, bot: Bot, acquaintance: Acquaintance, words: Words, chat_id: ChatId, state: FSMContext
) -> None:
    """/cancel: leave it as it was, whatever was asked."""
    await leave(bot, chat_id, acquaintance, words, state)


async def leave(
    bot: Bot, chat_id: ChatId, acquaintance: Acquaintance, words: Words, state: FSMContext
) -> None:
    """The question is over in a private chat, and nothing was changed."""
    await state.set_state(None)
    left = OutgoingMessage(words.say("cancelled"), silent=True, keyboard=keys_of(acquaintance, words))
    await send(bot, chat_id, left)
