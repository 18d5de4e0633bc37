"""The birthday: typed or picked, shown once more, kept; and deleted whenever the customer wishes.

Not here: the question (birthday_questions.py), and for how long the date is locked (loyalty/birthdays.py).
"""

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.customer.birthday_questions import Telling, ask
from handlers.dates import parse_day, say_day
from handlers.drawings.birthday import draw_days, draw_deletion, draw_is_right, say_kept
from handlers.drawings.wishes import draw_wishes
from handlers.filters import NotACommand, PlainText, PrivateChat
from handlers.keyboards import keys_of
from handlers.middlewares.dialogues import DIALOGUE
from handlers.outgoing import OutgoingMessage
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from loyalty.birthdays import Birthday
from loyalty.ids import ChatId
from loyalty.people import Acquaintance, Person
from loyalty.refusals import DateUnreadable, Refused
from loyalty.use_cases.campaigns.birthdays import DeleteBirthday, KeepBirthday, PlanBirthday
from loyalty.use_cases.campaigns.wishes import ReadWishes


def create_router() -> Router:
    """For customers, in their own chats."""
    router = Router(name="customer.birthday")
    asked = StateFilter(Telling.birthday)
    router.message.register(take_date, PrivateChat(), asked, PlainText(), flags=DIALOGUE)
    router.message.register(ask_for_text, PrivateChat(), asked, NotACommand(), flags=DIALOGUE)
    router.callback_query.register(tell, callbacks.TellBirthday.filter())
    router.callback_query.register(pick_month, callbacks.PickMonth.filter())
    router.callback_query.register(pick_day, callbacks.PickBirthday.filter())
    router.callback_query.register(keep, callbacks.KeepBirthday.filter())
    router.callback_query.register(delete, callbacks.DeleteBirthday.filter())
    return router


async def tell(
    query: CallbackQuery, bot: Bot, person: Person, words: Words, chat_id: ChatId, state: FSMContext,
    plan_birthday: PlanBirthday,
) -> None:  # fmt: skip
    """Asks, if a date can be told or changed now."""
    await plan_birthday(person)
    await answer_tap(query)
    await ask(bot, chat_id, person, words, state)


async def ask_for_text(_: Message, bot: Bot, words: Words, chat_id: ChatId) -> None:
    """A sticker or a voice is no date; the question stays."""
    await send(bot, chat_id, OutgoingMessage(words.say("ask-text-only")))


async def take_date(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, plan_birthday: PlanBirthday,
) -> None:  # fmt: skip
    """A date as it was typed, shown once more; anything else is refused, and asked for still."""
    birthday = parse_day(message.text or "", words.language)
    if birthday is None:
        raise Refused(DateUnreadable())
    told = await plan_birthday(person, birthday)
    await state.set_state(None)
    read = words.say("birthday-read", day=say_day(birthday, words.language))
    await send(bot, chat_id, OutgoingMessage(read, keyboard=keys_of(acquaintance, words)))
    if told is not None:
        await send(bot, chat_id, draw_is_right(told, words))


async def pick_month(query: CallbackQuery, callback_data: callbacks.PickMonth, words: Words) -> None:
    """The days of it."""
    await answer_tap(query)
    await turn(query, draw_days(callback_data.month, words))


async def pick_day(
    query: CallbackQuery, callback_data: callbacks.PickBirthday, person: Person, words: Words,
    plan_birthday: PlanBirthday,
) -> None:  # fmt: skip
    """A day that was picked, or that Telegram knows."""
    told = await plan_birthday(person, _birthday(callback_data))
    await answer_tap(query)
    if told is not None:
        await turn(query, draw_is_right(told, words))


async def keep(
    query: CallbackQuery, callback_data: callbacks.KeepBirthday, bot: Bot, person: Person,
    acquaintance: Acquaintance, words: Words, chat_id: ChatId, state: FSMContext,
    keep_birthday: KeepBirthday,
) -> None:  # fmt: skip
    """That is right: it is kept, and the usual keyboard is back."""
    told = await keep_birthday(person, _birthday(callback_data), language=words.language)
    if await state.get_state() == Telling.birthday.state:
        await state.set_state(None)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(
        query, OutgoingMessage(words.say("birthday-heard", day=say_day(told.birthday, words.language)))
    )
    kept = OutgoingMessage(say_kept(told, words), keyboard=keys_of(acquaintance, words))
    await send(bot, chat_id, kept)


async def delete(
    query: CallbackQuery, callback_data: callbacks.DeleteBirthday, person: Person, words: Words,
    read_wishes: ReadWishes, delete_birthday: DeleteBirthday,
) -> None:  # fmt: skip
    """Asked once, then gone."""
    if not callback_data.sure:
        facts = await read_wishes(person)
        await answer_tap(query)
        await turn(query, draw_deletion(facts, words))
        return
    await delete_birthday(person, language=words.language)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_wishes(await read_wishes(person), words))


def _birthday(picked: callbacks.PickBirthday | callbacks.KeepBirthday) -> Birthday:
    """Raises Refused(DateUnreadable) for a day that no year has: no button of ours says it."""
    try:
        return Birthday(picked.month, picked.day)
    except ValueError:
        raise Refused(DateUnreadable()) from None
