"""Another language than the phone's: /language, and the buttons under the first screen.

Not here: which language is shown when nobody chose (middlewares/actor.py, texts.py).
"""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.languages import draw_language_question
from handlers.filters import PrivateChat
from handlers.keyboards import keys_of
from handlers.outgoing import OutgoingMessage
from handlers.sending import answer_tap, send
from handlers.texts import Texts, Words
from handlers.welcome import say_further
from loyalty.ids import ChatId
from loyalty.people import Acquaintance, Person
from loyalty.use_cases.house.languages import ChooseLanguage
from loyalty.use_cases.house.rules import ReadProgram


def create_router() -> Router:
    """For customers and staff alike."""
    router = Router(name="language")
    router.message.register(ask, PrivateChat(), Command("language"))
    router.callback_query.register(speak, callbacks.Speak.filter())
    return router


async def ask(_: Message, bot: Bot, words: Words, chat_id: ChatId) -> None:
    """Each language calls itself."""
    await send(bot, chat_id, draw_language_question(words))


async def speak(
    query: CallbackQuery, callback_data: callbacks.Speak, bot: Bot, person: Person, words: Words,
    acquaintance: Acquaintance, texts: Texts, choose_language: ChooseLanguage, read_program: ReadProgram,
) -> None:  # fmt: skip
    """From now on in this language; the keyboard changes with it."""
    if callback_data.language not in texts.languages:
        await answer_tap(query, words.plain("error-old-button"))
        return
    await choose_language(person, callback_data.language)
    words = texts.in_language(callback_data.language).where((await read_program()).rules.collects)
    await answer_tap(query, words.plain("toast-language"))
    text = "\n".join([words.say("language-chosen"), "", *_introduce(acquaintance, words)])
    own_chat = ChatId(person.telegram_id)
    await send(bot, own_chat, OutgoingMessage(text, keyboard=keys_of(acquaintance, words)))


def _introduce(acquaintance: Acquaintance, words: Words) -> list[str]:
    """What they could not read before."""
    if acquaintance.till is not None:
        return [words.say("till-how")]
    if acquaintance.staff is not None:
        return [words.say("staff-how"), *say_further(acquaintance.staff.role, words)]
    return [words.say("greeting-how"), "", words.say("what-we-keep")]
