"""/voice: what customers said, in numbers, pictures and reasons; and a post to those of one cell.

Not here: asking customers, and writing the post (broadcast.py). Who may is asked by each use case.
"""

from typing import Final, assert_never

from aiogram import Bot, Router
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.callbacks import VoicePicture
from handlers.drawings.broadcast import draw_draft
from handlers.drawings.voice import draw_matrix_page, draw_reasons, draw_voice, say_reason
from handlers.drawings.voice_pictures import (
    compose_matrix,
    compose_scores,
    compose_trend,
    say_matrix_caption,
    say_scores,
    say_trend,
)
from handlers.filters import PrivateChat
from handlers.illustrator import Illustrator
from handlers.middlewares.leaving import ASKS
from handlers.outgoing import OutgoingMessage
from handlers.owner.broadcast_questions import Composing, ask
from handlers.pictures.chart_text import ChartText
from handlers.sending import answer_tap, send, turn
from handlers.telegram_errors import Fault, classify
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.people import Person
from loyalty.segments import Voiced
from loyalty.use_cases.campaigns.draft_plans import PickCustomers
from loyalty.use_cases.campaigns.draft_reading import ReadDraft
from loyalty.use_cases.campaigns.drafts import FindDraft
from loyalty.use_cases.listening.voice import ReadVoice
from loyalty.voice import Period, Step

_CAPTION: Final = 900
"""Letters of a reason below a picture, beside its date and score."""


def create_router() -> Router:
    """The command, and the pages that turn under the thumb."""
    router = Router(name="owner.voice")
    router.message.register(show, PrivateChat(), Command("voice"))
    router.callback_query.register(open_period, callbacks.OpenVoice.filter())
    router.callback_query.register(draw, callbacks.DrawVoice.filter())
    router.callback_query.register(open_matrix, callbacks.OpenMatrix.filter())
    router.callback_query.register(open_reasons, callbacks.OpenReasons.filter())
    router.callback_query.register(play, callbacks.PlayReason.filter())
    router.callback_query.register(write, callbacks.WriteToCell.filter(), flags=ASKS)
    return router


async def show(
    _: Message, command: CommandObject, bot: Bot, person: Person, words: Words, chat_id: ChatId,
    read_voice: ReadVoice,
) -> None:  # fmt: skip
    """The numbers of 90 days; with words behind the command, the reasons that hold them."""
    if command.args:
        message = draw_reasons(await read_voice.search(person, command.args), words)
    else:
        message = draw_voice(await read_voice(person, Period.QUARTER), words)
    await send(bot, chat_id, message)


async def open_period(
    query: CallbackQuery, callback_data: callbacks.OpenVoice, person: Person, words: Words,
    read_voice: ReadVoice,
) -> None:  # fmt: skip
    """The same page of another time."""
    page = await read_voice(person, callback_data.period)
    await answer_tap(query)
    await turn(query, draw_voice(page, words))


async def draw(
    query: CallbackQuery, callback_data: callbacks.DrawVoice, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, read_voice: ReadVoice, illustrator: Illustrator,
) -> None:  # fmt: skip
    """A picture below, with what it says in words."""
    text, caption = await _compose(callback_data, person, words, read_voice)
    await answer_tap(query, words.plain("toast-voice-drawing"))
    await illustrator.send(bot, chat_id, text, caption, words)


async def open_matrix(query: CallbackQuery, person: Person, words: Words, read_voice: ReadVoice) -> None:
    """Who says what and comes how often."""
    matrix = await read_voice.matrix(person)
    await answer_tap(query)
    await turn(query, draw_matrix_page(matrix, words))


async def open_reasons(
    query: CallbackQuery, callback_data: callbacks.OpenReasons, person: Person, words: Words,
    read_voice: ReadVoice,
) -> None:  # fmt: skip
    """Reasons of a band, or the older ones."""
    page = await read_voice.reasons(person, callback_data.band, before=callback_data.before)
    await answer_tap(query)
    await turn(query, draw_reasons(page, words))


async def play(
    query: CallbackQuery, callback_data: callbacks.PlayReason, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, read_voice: ReadVoice,
) -> None:  # fmt: skip
    """A spoken or photographed reason below, without whose it is."""
    found = await read_voice.recording(person, callback_data.recipient_id)
    await answer_tap(query)
    said = say_reason(found.reason, found.rules, words, most=_CAPTION)
    try:
        await bot.copy_message(chat_id, *found.copy_of, caption=said, parse_mode=ParseMode.HTML)
    except TelegramBadRequest as error:
        if classify(error) not in (Fault.REFUSED, Fault.MEDIA_NOT_ALLOWED):
            raise
        await send(bot, chat_id, OutgoingMessage(words.say("voice-play-failed")))


async def write(
    query: CallbackQuery, callback_data: callbacks.WriteToCell, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, state: FSMContext, find_draft: FindDraft, pick_customers: PickCustomers,
    read_draft: ReadDraft,
) -> None:  # fmt: skip
    """A post to these customers: the question for it, or the one that was begun, for them now."""
    meant = Voiced(callback_data.band, callback_data.often)
    draft_id = await find_draft(person)
    if draft_id is None:
        await answer_tap(query)
        await ask(bot, chat_id, state, Composing.post, words.say("broadcast-ask"), draft=None, meant=meant)
        return
    await pick_customers.only(person, draft_id, (meant,))
    await answer_tap(query, words.plain("toast-voice-aimed"))
    await send(bot, chat_id, draw_draft(await read_draft(person, draft_id), words))


async def _compose(
    wanted: callbacks.DrawVoice, person: Person, words: Words, read_voice: ReadVoice
) -> tuple[ChartText, str]:
    """What stands on a picture, and below it."""
    match wanted.picture:
        case VoicePicture.SCORES:
            page = await read_voice(person, wanted.period)
            return compose_scores(page, words), say_scores(page, words)
        case VoicePicture.MATRIX:
            matrix = await read_voice.matrix(person)
            return compose_matrix(matrix, words), say_matrix_caption(matrix, words)
        case VoicePicture.WEEKS | VoicePicture.MONTHS:
            step = Step.WEEK if wanted.picture is VoicePicture.WEEKS else Step.MONTH
            trend = await read_voice.trend(person, step, location=wanted.location_id)
            return compose_trend(trend, words), say_trend(trend, words)
        case _:
            assert_never(wanted.picture)
