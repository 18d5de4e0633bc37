"""Answers to a survey: a score and its correction, the reason as a reply, and praise that may be passed on.

Not here: when somebody is asked (loyalty/use_cases/campaigns/planners/surveys.py), what follows on an answer,
which is a delivery, and muting (wishes.py).
"""

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.surveys import draw_further, draw_reason, draw_survey
from handlers.filters import NotACommand, PrivateChat
from handlers.keyboards import keys_of
from handlers.outgoing import OutgoingMessage
from handlers.sending import answer_tap, send, turn
from handlers.survey_errors import word_survey_refusal
from handlers.texts import Words
from handlers.writings import writing_of
from loyalty.ids import ChatId, MessageId
from loyalty.letters import Passed
from loyalty.people import Acquaintance, Person
from loyalty.responses import Phase
from loyalty.use_cases.listening.answering import (
    GiveReason,
    Heard,
    IsSurvey,
    ReconsiderScore,
    ScoreVisit,
    SkipReason,
)
from loyalty.use_cases.listening.praising import PassPraise
from loyalty.wishes import Purpose


class RepliesToSurvey(Filter):
    """A reply to a message of a survey: it is the reason or nothing, and never a letter to the counter."""

    async def __call__(self, message: Message, bot: Bot, is_survey: IsSurvey) -> bool:
        answered = message.reply_to_message
        if answered is None or answered.from_user is None or answered.from_user.id != bot.id:
            return False
        return await is_survey(ChatId(message.chat.id), MessageId(answered.message_id))


def create_router() -> Router:
    """For customers, in their own chats; before anything that their words could mean elsewhere."""
    router = Router(name="customer.surveys")
    router.message.register(take_reason, PrivateChat(), NotACommand(), RepliesToSurvey())
    router.callback_query.register(score, callbacks.ScoreVisit.filter())
    router.callback_query.register(reconsider, callbacks.ReconsiderScore.filter())
    router.callback_query.register(skip, callbacks.SkipReason.filter())
    router.callback_query.register(pass_praise, callbacks.PassPraise.filter())
    return router


async def score(
    query: CallbackQuery, callback_data: callbacks.ScoreVisit, person: Person, words: Words, chat_id: ChatId,
    score_visit: ScoreVisit,
) -> None:  # fmt: skip
    """The message says it from now on; what follows comes below, by deliveries."""
    heard = await score_visit(person, callback_data.recipient_id, callback_data.score, chat_id=chat_id)
    await _show(query, heard, words)


async def reconsider(
    query: CallbackQuery, callback_data: callbacks.ReconsiderScore, person: Person, words: Words,
    reconsider_score: ReconsiderScore,
) -> None:  # fmt: skip
    """The scores once more, while it is not too late."""
    await _show(query, await reconsider_score(person, callback_data.recipient_id), words)


async def skip(
    query: CallbackQuery, callback_data: callbacks.SkipReason, person: Person, words: Words, chat_id: ChatId,
    skip_reason: SkipReason,
) -> None:  # fmt: skip
    """Thanks come below all the same."""
    asked = draw_reason(await skip_reason(person, callback_data.recipient_id, chat_id=chat_id), words)
    await answer_tap(query)
    if asked is not None:
        await turn(query, asked)


async def take_reason(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    give_reason: GiveReason,
) -> None:  # fmt: skip
    """Kept, and thanked for below; further words go to the managers who take care of this customer."""
    asked = message.reply_to_message
    asked_by = MessageId(asked.message_id if asked is not None else 0)
    passed = await give_reason(person, asked_by, writing_of(message))
    if passed is None:
        return
    said = words.say("letter-enough" if passed is Passed.ENOUGH else "letter-managers")
    await send(bot, chat_id, OutgoingMessage(said, keyboard=keys_of(acquaintance, words)))


async def pass_praise(
    query: CallbackQuery, callback_data: callbacks.PassPraise, person: Person, words: Words,
    pass_praise: PassPraise,
) -> None:  # fmt: skip
    """Passed on, once; the way to a review stays where it is."""
    further = draw_further(await pass_praise(person, callback_data.recipient_id), words)
    await answer_tap(query)
    if further is not None:
        await turn(query, further)


async def _show(query: CallbackQuery, heard: Heard, words: Words) -> None:
    """As it is now: a button that came too late goes with the sentence that says so."""
    refusal = heard.refusal
    await answer_tap(query, "" if refusal is None else word_survey_refusal(refusal, words))
    muting = Purpose.SURVEYS if heard.facts.phase is Phase.OPEN else None
    await turn(query, draw_survey(heard.facts, words, purpose=muting))
