"""What customers write in their own words: a short answer of the owner's, or passed on to a person.

Not here: buttons, commands and codes (the routers before this one), and replies of staff (staff/letters.py).
"""

from typing import Final

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.filters import NotACommand, PrivateChat
from handlers.hints import next_hint
from handlers.keyboards import keys_of
from handlers.outgoing import Button, OutgoingMessage, Rows
from handlers.sending import answer_tap, send
from handlers.short_answers import give_answer
from handlers.texts import Words
from handlers.typed import parse_typed
from handlers.writings import writing_of
from loyalty.ids import ChatId, MessageId
from loyalty.letters import Content, Passed, Writing
from loyalty.people import Acquaintance, Person
from loyalty.use_cases.customers.answers import FindAnswer
from loyalty.use_cases.customers.letters import IsInTalk, IsOwnTalk, WriteLetter

_SAID: Final = {
    Passed.PASSED_ON: ("letter-passed", "letter-passed-too"),
    Passed.IN_TALK: ("letter-talk", "letter-talk-too"),
    Passed.WITH_MANAGERS: ("letter-managers", "letter-managers-too"),
    Passed.ENOUGH: ("letter-enough", "letter-enough-too"),
    Passed.NOBODY_THERE: ("hint-customer-buttons", "hint-customer-people"),
    Passed.STRANGER: ("letter-stranger", "letter-stranger-too"),
}

_MAY_BE_COMPLAINT: Final = (Passed.PASSED_ON, Passed.IN_TALK)


class ForTheCafe(Filter):
    """Somebody who doesn't work here writes something that nothing else understood, and no six digits; or
    somebody who does replies to what was answered to them as an unhappy customer.
    """

    async def __call__(
        self, message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, is_own_talk: IsOwnTalk
    ) -> bool:
        if acquaintance.till is not None:
            return False
        if acquaintance.staff is None:
            return parse_typed(message.text or "") is None
        answer = message.reply_to_message
        if answer is None or answer.from_user is None or answer.from_user.id != bot.id:
            return False
        return await is_own_talk(person, ChatId(message.chat.id), MessageId(answer.message_id))


def create_router() -> Router:
    """Only in private: in a group people don't talk to the bot."""
    router = Router(name="customer.letters")
    router.message.register(write, PrivateChat(), NotACommand(), ForTheCafe())
    router.callback_query.register(pass_on, callbacks.PassOn.filter())
    return router


async def write(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, find_answer: FindAnswer, is_in_talk: IsInTalk, write_letter: WriteLetter,
) -> None:  # fmt: skip
    """The answer at once, if there is one; who talks with a person goes on talking with that person."""
    writing = writing_of(message)
    if writing.content is Content.TEXT and not await is_in_talk(person):
        answer = await find_answer(writing.text)
        if answer is not None:
            rows = _not_that(words)
            await give_answer(bot, chat_id, answer, words, to=writing.message_id, rows=rows)
            return
    passed = await write_letter(person, writing)
    text = words.say(await next_hint(state, _SAID[passed]))
    if passed in _MAY_BE_COMPLAINT:
        await send(bot, chat_id, OutgoingMessage(text, _complaint(writing, words)))
        return
    keyboard = None if passed is Passed.STRANGER else keys_of(acquaintance, words)
    await send(bot, chat_id, OutgoingMessage(text, keyboard=keyboard))


async def pass_on(query: CallbackQuery, person: Person, words: Words, write_letter: WriteLetter) -> None:
    """That was not the answer: what was asked goes to a person. Tapped twice, it goes once."""
    asked = query.message.reply_to_message if isinstance(query.message, Message) else None
    if asked is None:
        await answer_tap(query, words.plain("error-old-button"))
        return
    passed = await write_letter(person, writing_of(asked))
    await answer_tap(query, words.plain("toast-passed", passed=passed.value))


def _complaint(writing: Writing, words: Words) -> Rows:
    complain = callbacks.Complain(message_id=writing.message_id).pack()
    return ((Button(words.plain("button-complaint"), complain),),)


def _not_that(words: Words) -> Rows:
    return ((Button(words.plain("button-pass-on"), callbacks.PassOn().pack()),),)
