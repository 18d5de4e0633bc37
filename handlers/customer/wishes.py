"""What you may send me: answers under receipts, the page of it, and the mute button in a message.

Not here: the birthday's date (birthday.py), and the messages themselves.
"""

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InaccessibleMessage, InlineKeyboardMarkup, Message

from handlers import callbacks
from handlers.customer.birthday_questions import ask
from handlers.drawings.receipts import draw_receipt
from handlers.drawings.wishes import draw_wishes, place_wishes
from handlers.filters import PrivateChat
from handlers.keyboards import inline_keyboard
from handlers.sending import answer_tap, send, turn
from handlers.telegram_errors import Fault, classify
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.people import Person
from loyalty.questions import QuestionKind
from loyalty.use_cases.campaigns.asking import AnswerQuestion
from loyalty.use_cases.campaigns.birthdays import PlanBirthday
from loyalty.use_cases.campaigns.wishes import MutePurpose, ReadWishes, SetWish


def create_router() -> Router:
    """For customers, in their own chats."""
    router = Router(name="customer.wishes")
    router.message.register(show_wishes, PrivateChat(), Command("messages"))
    router.callback_query.register(answer, callbacks.AnswerQuestion.filter())
    router.callback_query.register(open_wishes, callbacks.OpenWishes.filter())
    router.callback_query.register(set_wish, callbacks.SetWish.filter())
    router.callback_query.register(mute, callbacks.Mute.filter())
    return router


async def show_wishes(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, read_wishes: ReadWishes
) -> None:
    """/messages."""
    await send(bot, chat_id, draw_wishes(await read_wishes(person), words))


async def open_wishes(
    query: CallbackQuery, bot: Bot, person: Person, words: Words, chat_id: ChatId, read_wishes: ReadWishes
) -> None:
    """Below what it was tapped under: an offer stays where it is."""
    facts = await read_wishes(person)
    await answer_tap(query)
    await send(bot, chat_id, draw_wishes(facts, words))


async def set_wish(
    query: CallbackQuery, callback_data: callbacks.SetWish, person: Person, words: Words, set_wish: SetWish
) -> None:
    """One purpose, on or off."""
    facts = await set_wish(person, callback_data.purpose, on=callback_data.on, language=words.language)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_wishes(facts, words))


async def answer(
    query: CallbackQuery, callback_data: callbacks.AnswerQuestion, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, state: FSMContext, answer_question: AnswerQuestion, plan_birthday: PlanBirthday,
) -> None:  # fmt: skip
    """The receipt stays, with the answer in the question's place; a date is asked for below it."""
    facts = await answer_question(
        person, callback_data.question_id, agreed=callback_data.agreed, language=words.language
    )
    await answer_tap(query)
    await turn(query, draw_receipt(facts, words))
    tells = facts.question is not None and facts.question.kind is QuestionKind.BIRTHDAY
    if tells and callback_data.agreed:
        await plan_birthday(person)
        await ask(bot, chat_id, person, words, state)


async def mute(
    query: CallbackQuery, callback_data: callbacks.Mute, person: Person, words: Words,
    mute_purpose: MutePurpose,
) -> None:  # fmt: skip
    """Muted at once; in the button's place stands the way to change it."""
    purpose = await mute_purpose(person, callback_data.recipient_id, language=words.language)
    await answer_tap(query, words.plain("toast-muted", purpose=purpose.value), alert=True)
    message = query.message
    if message is None or isinstance(message, InaccessibleMessage) or message.reply_markup is None:
        return
    try:
        await message.edit_reply_markup(reply_markup=_instead_of_mute(message.reply_markup, words))
    except TelegramBadRequest as error:
        if classify(error) not in (Fault.NOT_MODIFIED, Fault.MESSAGE_GONE):
            raise


def _instead_of_mute(shown: InlineKeyboardMarkup, words: Words) -> InlineKeyboardMarkup:
    """An offer that can be taken stays: muting is about what comes."""
    prefix = f"{callbacks.Mute.__prefix__}:"
    kept = [
        row
        for row in shown.inline_keyboard
        if not any((button.callback_data or "").startswith(prefix) for button in row)
    ]
    way = inline_keyboard((place_wishes(words),))
    return InlineKeyboardMarkup(inline_keyboard=[*kept, *(way.inline_keyboard if way else [])])
