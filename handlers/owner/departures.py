"""Somebody left the staff chat: the owner is asked whether they work here still.

Not here: the bot's own comings and goings (staff/group.py).
"""

from aiogram import Router
from aiogram.enums import ChatMemberStatus
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from handlers import callbacks
from handlers.filters import LeftTheGroup
from handlers.sending import answer_tap
from handlers.texts import Words
from loyalty.ids import ChatId, TelegramId
from loyalty.people import Person
from loyalty.staffing import DepartureState
from loyalty.use_cases.staff.leaving import DecideDeparture, NoteDeparture

_GONE = (ChatMemberStatus.LEFT, ChatMemberStatus.KICKED)


def create_router() -> Router:
    """Telegram tells it twice where the bot is administrator, and once elsewhere."""
    router = Router(name="owner.departures")
    router.message.register(note_line, LeftTheGroup())
    router.chat_member.register(note_change)
    router.callback_query.register(decide, callbacks.AnswerDeparture.filter())
    return router


async def note_line(message: Message, note_departure: NoteDeparture) -> None:
    """The line "Ben left the group"."""
    if message.left_chat_member is not None:
        who = TelegramId(message.left_chat_member.id)
        await note_departure(who, ChatId(message.chat.id), at=message.date)


async def note_change(event: ChatMemberUpdated, note_departure: NoteDeparture) -> None:
    """The same as an update of its own, which big groups send without the line."""
    if event.new_chat_member.status in _GONE:
        who = TelegramId(event.new_chat_member.user.id)
        await note_departure(who, ChatId(event.chat.id), at=event.date)


async def decide(
    query: CallbackQuery, callback_data: callbacks.AnswerDeparture, person: Person, words: Words,
    decide_departure: DecideDeparture,
) -> None:  # fmt: skip
    """Remove or keep; the state that it came to counts, not the tap."""
    departure = await decide_departure(person, callback_data.departure_id, keep=callback_data.keep)
    kept = departure.state is DepartureState.KEPT
    toast = "toast-departure-kept" if kept else "toast-staff-removed"
    await answer_tap(query, words.plain(toast, name=departure.staff.name))
