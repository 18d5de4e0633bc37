"""What a post asks of its owner with a text: each question, and the end of it.

Not here: what becomes of the answers (broadcast.py, broadcast_extras.py, broadcast_plans.py).
"""

from typing import Any, Final

from aiogram import BaseMiddleware, Bot
from aiogram.dispatcher.flags import get_flag
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import ForceReply, TelegramObject

from handlers.callbacks import DraftQuestion
from handlers.keyboards import keys_of
from handlers.middlewares.actor import Handler
from handlers.outgoing import OutgoingMessage
from handlers.sending import send
from handlers.texts import Html, Words
from loyalty.campaigns import Campaign
from loyalty.ids import CampaignId, ChatId
from loyalty.people import Acquaintance

DRAFT: Final = "draft"
LANGUAGE: Final = "draft_language"
BOUNDS: Final = "draft_bounds"
ALBUM: Final = "draft_album"
KEPT: Final = "draft_kept"
"""Where a conversation remembers which draft, language, range and refused album it is about, and whether an
answer was kept before this question: ids and flags only.
"""


ASKS: Final = {"asks": True}
"""The flags of a tap that asks something else in place of what waits."""


class Composing(StatesGroup):
    """Which answer is waited for."""

    post = State()
    link = State()
    label = State()
    item = State()
    time = State()
    rhythm = State()
    bounds = State()
    name = State()
    question = State()
    answers = State()


STATES: Final = {
    DraftQuestion.LINK: Composing.link,
    DraftQuestion.ITEM: Composing.item,
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
) -> None:  # fmt: skip
    """The question comes below, with the phone's keyboard open."""
    await state.set_state(question)
    await state.update_data({DRAFT: draft, LANGUAGE: language, BOUNDS: bounds, ALBUM: None, KEPT: False})
    await send(bot, chat_id, OutgoingMessage(text), keyboard=ForceReply(selective=True))


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


class LeavingMiddleware(BaseMiddleware):
    """A tap in the composer while its question waits: the question is over, so that what is typed next is no
    answer to it. Unless it was asked in one more language nothing was kept.
    """

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        state, words = data["state"], data["words"]
        if not get_flag(data, "asks") and await state.get_state() in Composing.__all_states_names__:
            kept = (await state.get_data()).get(KEPT)
            said = None if kept else words.say("draft-question-left")
            await close(data["bot"], data["chat_id"], data["acquaintance"], words, state, said=said)
        return await handler(event, data)


def in_order(draft: Campaign, main: str) -> list[str]:
    """In which languages something is asked for: the cafe's first."""
    return sorted((post.language for post in draft.posts), key=lambda one: one != main)


def next_language(draft: Campaign, main: str, language: str) -> str | None:
    """Which one is asked for after this; None: that was the last."""
    order = in_order(draft, main)
    place = order.index(language) + 1 if language in order else len(order)
    return order[place] if place < len(order) else None
