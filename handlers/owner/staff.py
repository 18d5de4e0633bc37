"""Bringing people in: the owner link, invites, and the owner's yes to who came.

Not here: roles and what they may do (loyalty).
"""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.album import Album
from handlers.filters import PrivateChat, StartPayload
from handlers.keyboards import card_keyboard
from handlers.outgoing import OutgoingMessage
from handlers.sending import answer_tap, send
from handlers.texts import Words
from handlers.welcome import greet_staff
from loyalty.ids import ChatId, MessageId
from loyalty.invites import INVITE_LIFE, InviteState
from loyalty.people import Cause, Person
from loyalty.secrets import Purpose
from loyalty.use_cases.rules import ReadProgram
from loyalty.use_cases.staffing import DecideInvite, InviteStaff, OpenInvite

_LIFE_HOURS = int(INVITE_LIFE.total_seconds()) // 3600


def create_router() -> Router:
    """Both links open the same door; which right they give is looked up."""
    router = Router(name="owner.staff")
    router.message.register(invite, PrivateChat(), Command("invite"))
    router.message.register(come, PrivateChat(), StartPayload(Purpose.STAFF_INVITE))
    router.message.register(come, PrivateChat(), StartPayload(Purpose.OWNER_LINK))
    router.callback_query.register(decide, callbacks.AnswerInvite.filter())
    return router


async def invite(
    message: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, invite_staff: InviteStaff,
    album: Album, bot_link: str,
) -> None:  # fmt: skip
    """A link for one barista, sent at once because it is a secret."""
    payload = await invite_staff(person, cause=Cause(chat_id, MessageId(message.message_id)))
    link = f"{bot_link}?start={payload}"
    await send(bot, chat_id, OutgoingMessage(words.say("invite-link", link=link, hours=_LIFE_HOURS)))
    await album.send_qr(bot, chat_id, link, words.say("invite-picture"))


async def come(
    _: Message, bot: Bot, secret: str, person: Person, words: Words, chat_id: ChatId, open_invite: OpenInvite,
    read_program: ReadProgram,
) -> None:  # fmt: skip
    """Somebody opened a link: in at once by the owner link, else the owner is asked."""
    welcome = await open_invite(person, secret)
    text = OutgoingMessage(words.say("staff-waiting"))
    if welcome.accepted:
        cafe = (await read_program()).rules.cafe
        text = greet_staff(name=person.name, cafe=cafe, role=welcome.role, words=words)
    await send(bot, chat_id, text, keyboard=card_keyboard(words))


async def decide(
    query: CallbackQuery, callback_data: callbacks.AnswerInvite, person: Person, words: Words,
    decide_invite: DecideInvite,
) -> None:  # fmt: skip
    """Yes or no; the state that it came to counts, not the tap."""
    decided = await decide_invite(person, callback_data.invite_id, accept=callback_data.accept)
    accepted = decided.state is InviteState.ACCEPTED
    await answer_tap(query, words.plain("toast-invite-accepted" if accepted else "toast-invite-refused"))
