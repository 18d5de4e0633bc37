"""Answers to the owner's own question: a tap, its change, and a reply in the own words.

Not here: asking it (handlers/owner/own_question.py), and muting (wishes.py).
"""

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.own_questions import draw_answered
from handlers.filters import NotACommand, PrivateChat
from handlers.keyboards import keys_of
from handlers.outgoing import OutgoingMessage
from handlers.own_question_errors import word_own_question_refusal
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from handlers.writings import writing_of
from loyalty.ids import ChatId, MessageId
from loyalty.people import Acquaintance, Person
from loyalty.use_cases.listening.own_answers import ChooseAnswer, OwnQuestionFacts, SayAnswer


class RepliesToQuestion(Filter):
    """A reply to the very question: nothing else is an answer, and this is never a letter to the counter."""

    async def __call__(self, message: Message, bot: Bot, say_answer: SayAnswer) -> bool:
        asked = message.reply_to_message
        if asked is None or asked.from_user is None or asked.from_user.id != bot.id:
            return False
        return await say_answer.is_asked(ChatId(message.chat.id), MessageId(asked.message_id))


def create_router() -> Router:
    """For customers, in their own chats; before anything that their words could mean elsewhere."""
    router = Router(name="customer.own_questions")
    router.message.register(say, PrivateChat(), NotACommand(), RepliesToQuestion())
    router.callback_query.register(choose, callbacks.ChooseAnswer.filter())
    router.callback_query.register(reconsider, callbacks.ChangeAnswer.filter())
    return router


async def choose(
    query: CallbackQuery, callback_data: callbacks.ChooseAnswer, person: Person, words: Words,
    choose_answer: ChooseAnswer,
) -> None:  # fmt: skip
    """The message says it from now on."""
    await _show(query, await choose_answer(person, callback_data.recipient_id, callback_data.number), words)


async def reconsider(
    query: CallbackQuery, callback_data: callbacks.ChangeAnswer, person: Person, words: Words,
    choose_answer: ChooseAnswer,
) -> None:  # fmt: skip
    """The answers once more, while it is not too late."""
    await _show(query, await choose_answer.again(person, callback_data.recipient_id), words)


async def say(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    say_answer: SayAnswer,
) -> None:  # fmt: skip
    """Kept, and thanked for."""
    asked = message.reply_to_message
    asked_by = MessageId(asked.message_id if asked is not None else 0)
    await say_answer(person, asked_by, writing_of(message))
    kept = OutgoingMessage(words.say("question-kept"), keyboard=keys_of(acquaintance, words))
    await send(bot, chat_id, kept)


async def _show(query: CallbackQuery, facts: OwnQuestionFacts, words: Words) -> None:
    """As it is now: a button that came too late goes with the sentence that says so."""
    refusal = facts.refusal
    await answer_tap(query, "" if refusal is None else word_own_question_refusal(refusal, words))
    await turn(query, draw_answered(facts, words))
