"""What a post asks of its owner with a text: each question, and the end of it.

Not here: what becomes of the answers (broadcast.py, broadcast_extras.py, broadcast_plans.py).
"""

from collections.abc import Mapping
from typing import Any, Final

from aiogram import Bot
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import ForceReply, Message

from handlers.callbacks import DraftQuestion
from handlers.keyboards import keys_of
from handlers.middlewares.leaving import KEPT
from handlers.outgoing import OutgoingMessage
from handlers.sending import send
from handlers.texts import Html, Words
from loyalty.campaigns import Campaign
from loyalty.ids import CampaignId, ChatId
from loyalty.people import Acquaintance
from loyalty.segments import Segment, Voiced
from loyalty.surveys import Band, Frequency

DRAFT: Final = "draft"
LANGUAGE: Final = "draft_language"
BOUNDS: Final = "draft_bounds"
ALBUM: Final = "draft_album"
MEANT: Final = "draft_meant"
"""Where a conversation remembers which draft, language, range and refused album it is about, and for which
cell of the matrix a post is: ids only.
"""


class Composing(StatesGroup):
    """Which answer is waited for."""

    post = State()
    link = State()
    label = State()
    item = State()
    limit = State()
    time = State()
    rhythm = State()
    bounds = State()
    name = State()
    question = State()
    answers = State()


STATES: Final = {
    DraftQuestion.LINK: Composing.link,
    DraftQuestion.ITEM: Composing.item,
    DraftQuestion.LIMIT: Composing.limit,
    DraftQuestion.TIME: Composing.time,
    DraftQuestion.RHYTHM: Composing.rhythm,
    DraftQuestion.VISITS: Composing.bounds,
    DraftQuestion.SPENT: Composing.bounds,
    DraftQuestion.LAST_VISIT: Composing.bounds,
    DraftQuestion.NAME: Composing.name,
    DraftQuestion.ANSWERS: Composing.answers,
}


async def ask(
    bot: Bot, chat_id: ChatId, state: FSMContext, question: State, text: Html, *,
    draft: CampaignId | None, language: str | None = None, bounds: DraftQuestion | None = None,
    meant: Voiced | None = None,
) -> None:  # fmt: skip
    """The question comes below, with the phone's keyboard open."""
    await state.set_state(question)
    cell = None if meant is None else [meant.band.value, meant.often.value]
    await state.update_data(
        {DRAFT: draft, LANGUAGE: language, BOUNDS: bounds, ALBUM: None, KEPT: False, MEANT: cell}
    )
    await send(bot, chat_id, OutgoingMessage(text), keyboard=ForceReply(selective=True))


async def is_refused_already(message: Message, state: FSMContext) -> bool:
    """Whether this is a further picture of an album: it comes piece by piece, and is answered once."""
    if message.media_group_id is None:
        return False
    known = (await state.get_data()).get(ALBUM) == message.media_group_id
    await state.update_data({ALBUM: message.media_group_id})
    return known


def meant_in(data: Mapping[str, Any]) -> Segment:
    """For whom a post is that was begun for a cell of the matrix; else for nobody yet."""
    cell = data.get(MEANT)
    return (Voiced(Band(cell[0]), Frequency(cell[1])),) if cell else ()


async def asked_about(state: FSMContext) -> tuple[CampaignId, str]:
    """The draft of an open question, and its language."""
    data = await state.get_data()
    return CampaignId(data[DRAFT]), str(data.get(LANGUAGE) or "")


async def close(
    bot: Bot, chat_id: ChatId, acquaintance: Acquaintance, words: Words, state: FSMContext, *,
    said: Html | None = None,
) -> None:  # fmt: skip
    """It is answered: the usual keyboard comes back with a line, since the draft has buttons of its own."""
    await state.set_state(None)
    line = words.say("question-done") if said is None else said
    await send(bot, chat_id, OutgoingMessage(line, keyboard=keys_of(acquaintance, words)))


def in_order(draft: Campaign, main: str) -> list[str]:
    """In which languages something is asked for: the cafe's first."""
    return sorted((post.language for post in draft.posts), key=lambda one: one != main)


def next_language(draft: Campaign, main: str, language: str) -> str | None:
    """Which one is asked for after this; None: that was the last."""
    order = in_order(draft, main)
    place = order.index(language) + 1 if language in order else len(order)
    return order[place] if place < len(order) else None
