"""What the program asks with a text: each question, what it is waiting for, and the screen that it came from.

Not here: what becomes of the answers (program_answers.py).
"""

from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ForceReply

from handlers.callbacks import Step
from handlers.drawings.program_limits import ask_large_bill
from handlers.drawings.program_points import ask_amounts, ask_minimum
from handlers.keyboards import keys_of
from handlers.outgoing import OutgoingMessage
from handlers.sending import send
from handlers.telegram_errors import Fault, classify
from handlers.texts import Html, Words
from loyalty.ids import ChatId
from loyalty.people import Acquaintance
from loyalty.programs import GOALS, LONGEST_NAME, LONGEST_WORDS, Rules
from loyalty.use_cases.house.rules import ADJUSTMENTS, LONGEST_RESPONSIBLE

WORDS_SO_FAR: Final = "program_words"
TOWNS: Final = "program_towns"
_SCREEN: Final = "program_screen"


class Asking(StatesGroup):
    """Which answer is waited for."""

    name = State()
    town = State()
    goal = State()
    words = State()
    adjustments = State()
    old_cards = State()
    responsible = State()
    amounts = State()
    minimum = State()
    large_bill = State()


QUESTIONS: Final = {
    Step.ASK_NAME: Asking.name,
    Step.ASK_TOWN: Asking.town,
    Step.ASK_GOAL: Asking.goal,
    Step.ASK_STAMP_FOR: Asking.words,
    Step.ASK_ITEM: Asking.words,
    Step.ASK_ADJUSTMENTS: Asking.adjustments,
    Step.ASK_OLD_CARDS: Asking.old_cards,
    Step.ASK_RESPONSIBLE: Asking.responsible,
    Step.ASK_AMOUNTS: Asking.amounts,
    Step.ASK_MINIMUM: Asking.minimum,
    Step.ASK_LARGE_BILL: Asking.large_bill,
}


async def ask(
    query: CallbackQuery, bot: Bot, step: Step, rules: Rules, words: Words, state: FSMContext
) -> None:
    """The question comes below the screen, with the phone's keyboard open."""
    await state.set_state(QUESTIONS[step])
    so_far = None
    if QUESTIONS[step] == Asking.words:
        so_far = {"item": step is Step.ASK_ITEM, "said": {}, "asked": rules.language}
    screen = query.message.message_id if query.message else None
    await state.update_data({WORDS_SO_FAR: so_far, TOWNS: None, _SCREEN: screen})
    chat_id = ChatId(query.from_user.id)
    text = _word_question(step, rules, words)
    await send(bot, chat_id, OutgoingMessage(text), keyboard=ForceReply(selective=True))


async def close(
    bot: Bot, chat_id: ChatId, acquaintance: Acquaintance, words: Words, state: FSMContext, *,
    said: Html | None = None,
) -> None:  # fmt: skip
    """The question is answered: the screen that it came from is about to be shown anew, further down.

    A screen has buttons of its own, so the usual keyboard comes back with a line before it: `said`, or done.
    """
    screen = (await state.get_data()).get(_SCREEN)
    await state.set_state(None)
    await state.update_data({WORDS_SO_FAR: None, TOWNS: None, _SCREEN: None})
    line = words.say("question-done") if said is None else said
    await send(bot, chat_id, OutgoingMessage(line, keyboard=keys_of(acquaintance, words)))
    if screen is None:
        return
    try:
        await bot.edit_message_reply_markup(chat_id=chat_id, message_id=screen, reply_markup=None)
    except TelegramBadRequest as error:
        if classify(error) not in (Fault.NOT_MODIFIED, Fault.MESSAGE_GONE):
            raise


def ask_words(*, item: bool, language: str, words: Words) -> str:
    """What does a card give, what is a stamp for, said in this language?"""
    name = words.language_names.get(language, language)
    return words.say("ask-item" if item else "ask-stamp-for", language=name, longest=str(LONGEST_WORDS))


def _word_question(step: Step, rules: Rules, words: Words) -> str:
    match step:
        case Step.ASK_NAME:
            return words.say("ask-name", longest=str(LONGEST_NAME))
        case Step.ASK_TOWN:
            return words.say("ask-town")
        case Step.ASK_GOAL:
            return words.say("ask-goal", least=str(GOALS[0]), highest=str(GOALS[-1]))
        case Step.ASK_ADJUSTMENTS:
            return words.say("ask-adjustments", highest=str(ADJUSTMENTS[-1]))
        case Step.ASK_OLD_CARDS:
            return words.say("ask-old-cards")
        case Step.ASK_RESPONSIBLE:
            return words.say("ask-responsible", longest=str(LONGEST_RESPONSIBLE))
        case Step.ASK_AMOUNTS:
            return ask_amounts(words)
        case Step.ASK_MINIMUM:
            return ask_minimum(words)
        case Step.ASK_LARGE_BILL:
            return ask_large_bill(words)
        case _:
            return ask_words(item=step is Step.ASK_ITEM, language=rules.language, words=words)
