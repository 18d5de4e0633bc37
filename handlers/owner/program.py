"""/program: the rules in plain words, and the two that can be changed.

Not here: what a change does (loyalty/use_cases/rules.py).
"""

from typing import Final

from aiogram import Bot, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ForceReply, Message

from handlers import callbacks
from handlers.drawings.program import draw_program
from handlers.filters import IsOwner, NotACommand, PlainText, PrivateChat
from handlers.middlewares.dialogues import DIALOGUE
from handlers.names import in_one_line
from handlers.outgoing import OutgoingMessage
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.people import Person
from loyalty.refusals import NotOwner, Refused
from loyalty.use_cases.rules import ChangeRules, ReadProgram

LONGEST_NAME: Final = 40


class Naming(StatesGroup):
    """The one question: what is the cafe called?"""

    name = State()


def create_router() -> Router:
    """The rules, their buttons, and the dialogue that one of them starts."""
    router = Router(name="owner.program")
    naming = StateFilter(Naming.name)
    router.message.register(show_program, PrivateChat(), Command("program"), IsOwner())
    router.message.register(refuse, PrivateChat(), Command("program"))
    router.callback_query.register(set_reward_at_once, callbacks.SetRewardAtOnce.filter())
    router.callback_query.register(ask_name, callbacks.Rename.filter(), IsOwner())
    router.callback_query.register(refuse, callbacks.Rename.filter())
    router.message.register(cancel, PrivateChat(), Command("cancel"), naming)
    router.message.register(rename, PrivateChat(), naming, PlainText(), flags=DIALOGUE)
    router.message.register(ask_for_text, PrivateChat(), naming, NotACommand(), flags=DIALOGUE)
    return router


async def show_program(
    _: Message, bot: Bot, words: Words, chat_id: ChatId, read_program: ReadProgram
) -> None:
    """One sentence a rule."""
    await send(bot, chat_id, draw_program(await read_program(), words))


async def refuse(_: Message | CallbackQuery) -> None:
    """Rules are the owner's."""
    raise Refused(NotOwner())


async def set_reward_at_once(
    query: CallbackQuery, callback_data: callbacks.SetRewardAtOnce, person: Person, words: Words,
    change_rules: ChangeRules,
) -> None:  # fmt: skip
    """When a filled reward can be had."""
    program = await change_rules(person, reward_at_once=callback_data.at_once)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_program(program, words))


async def ask_name(query: CallbackQuery, bot: Bot, words: Words, chat_id: ChatId, state: FSMContext) -> None:
    """Ask with ForceReply: the answer reaches the bot in any chat, and the keyboard opens by itself."""
    await state.set_state(Naming.name)
    await answer_tap(query)
    reply = ForceReply(selective=True, input_field_placeholder=words.plain("rename-placeholder"))
    await send(bot, chat_id, OutgoingMessage(words.say("rename-ask", most=LONGEST_NAME)), keyboard=reply)


async def rename(
    message: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, state: FSMContext,
    change_rules: ChangeRules,
) -> None:  # fmt: skip
    """The answer; a name of the wrong length is asked for again."""
    name = in_one_line(message.text or "")
    if not 1 <= len(name) <= LONGEST_NAME:
        text = words.say("rename-length", most=LONGEST_NAME, length=len(name))
    else:
        program = await change_rules(person, cafe=name)
        await state.set_state(None)
        text = words.say("rename-done", cafe=program.rules.cafe)
    await send(bot, chat_id, OutgoingMessage(text))


async def ask_for_text(_: Message, bot: Bot, words: Words, chat_id: ChatId) -> None:
    """A sticker or a voice is no name; the question stays."""
    await send(bot, chat_id, OutgoingMessage(words.say("rename-only-text")))


async def cancel(_: Message, bot: Bot, words: Words, chat_id: ChatId) -> None:
    """Leave it as it was; the middleware ends the question."""
    await send(bot, chat_id, OutgoingMessage(words.say("cancelled")))
