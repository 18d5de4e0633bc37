"""Bringing people in: the owner link, invites, people picked from a list, and the owner's yes to who came.

Not here: roles and what they may do (loyalty), and who works here already (staff_list.py).
"""

from typing import Final

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import (
    CallbackQuery,
    KeyboardButton,
    KeyboardButtonRequestUsers,
    Message,
    ReplyKeyboardMarkup,
    SharedUser,
    UsersShared,
)

from handlers import callbacks
from handlers.album import Album
from handlers.drawings.program import draw_program
from handlers.filters import IsOwner, PickedPeople, PrivateChat, StartPayload
from handlers.keyboards import card_keys, staff_keys
from handlers.names import from_telegram
from handlers.outgoing import OutgoingMessage
from handlers.owner.wizard import name_of
from handlers.sending import answer_tap, send
from handlers.texts import Words
from handlers.welcome import greet_new_owner, greet_staff, greet_till
from loyalty.ids import ChatId, MessageId, TelegramId
from loyalty.invites import INVITE_LIFE, InviteState
from loyalty.people import Cause, Person, Role
from loyalty.refusals import NotOwner, Refused
from loyalty.secrets import Purpose
from loyalty.use_cases.house.rules import BeginSetUp, ReadProgram
from loyalty.use_cases.staff.staff_list import ReadStaffList
from loyalty.use_cases.staff.staffing import DecideInvite, InvitePicked, InviteStaff, OpenInvite, Welcome

_LIFE_HOURS = int(INVITE_LIFE.total_seconds()) // 3600
MOST_PICKED: Final = 5
_PICK_STAFF: Final = 1


def create_router() -> Router:
    """All links open the same door; which right they give is looked up."""
    router = Router(name="owner.staff")
    router.message.register(invite, PrivateChat(), Command("invite"))
    router.message.register(come, PrivateChat(), StartPayload(Purpose.STAFF_INVITE))
    router.message.register(come, PrivateChat(), StartPayload(Purpose.OWNER_LINK))
    router.message.register(invite_picked, PrivateChat(), PickedPeople())
    router.callback_query.register(decide, callbacks.AnswerInvite.filter())
    router.callback_query.register(invite_as, callbacks.InviteAs.filter())
    router.callback_query.register(invite_till, callbacks.InviteTill.filter())
    router.callback_query.register(pick_people, callbacks.PickPeople.filter(), IsOwner())
    router.callback_query.register(refuse, callbacks.PickPeople.filter())
    return router


async def invite(
    message: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, invite_staff: InviteStaff,
    album: Album, bot_link: str,
) -> None:  # fmt: skip
    """A link for one barista, sent at once because it is a secret."""
    payload = await invite_staff(person, cause=Cause(chat_id, MessageId(message.message_id)))
    text = words.say("invite-link", link=f"{bot_link}?start={payload}", hours=_LIFE_HOURS)
    await _send_link(bot, chat_id, text, f"{bot_link}?start={payload}", words, album)


async def invite_as(
    query: CallbackQuery, callback_data: callbacks.InviteAs, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, invite_staff: InviteStaff, album: Album, bot_link: str,
) -> None:  # fmt: skip
    """A link for one barista or manager."""
    role = Role.MANAGER if callback_data.manager else Role.BARISTA
    link = f"{bot_link}?start={await invite_staff(person, cause=None, role=role)}"
    await answer_tap(query)
    key = "invite-link-manager" if callback_data.manager else "invite-link"
    await _send_link(bot, chat_id, words.say(key, link=link, hours=_LIFE_HOURS), link, words, album)


async def invite_till(
    query: CallbackQuery, bot: Bot, person: Person, words: Words, chat_id: ChatId, invite_staff: InviteStaff,
    album: Album, bot_link: str,
) -> None:  # fmt: skip
    """A link for the account that stays at the counter."""
    link = f"{bot_link}?start={await invite_staff(person, cause=None, till=True)}"
    await answer_tap(query)
    text = words.say("invite-link-till", link=link, hours=_LIFE_HOURS)
    await _send_link(bot, chat_id, text, link, words, album)


async def pick_people(query: CallbackQuery, bot: Bot, words: Words, chat_id: ChatId) -> None:
    """Only a button of the keyboard opens Telegram's list."""
    await answer_tap(query)
    wanted = KeyboardButtonRequestUsers(
        request_id=_PICK_STAFF, user_is_bot=False, max_quantity=MOST_PICKED, request_name=True
    )
    button = KeyboardButton(text=words.plain("button-pick-now"), request_users=wanted)
    keyboard = ReplyKeyboardMarkup(keyboard=[[button]], resize_keyboard=True, one_time_keyboard=True)
    await send(bot, chat_id, OutgoingMessage(words.say("pick-ask", most=MOST_PICKED)), keyboard=keyboard)


async def invite_picked(
    message: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, invite_picked: InvitePicked,
    bot_link: str,
) -> None:  # fmt: skip
    """A link for each: a bot can't write to somebody first, so the owner passes them on."""
    shared = message.users_shared or UsersShared(request_id=_PICK_STAFF, users=[])
    picked = [TelegramId(user.user_id) for user in shared.users]
    cause = Cause(chat_id, MessageId(message.message_id))
    payloads = await invite_picked(person, picked, cause=cause, role=Role.BARISTA)
    for user, payload in zip(shared.users, payloads, strict=True):
        link = f"{bot_link}?start={payload}" if payload else None
        await send(bot, chat_id, OutgoingMessage(_say_picked(user, link, words)))
    await send(bot, chat_id, OutgoingMessage(words.say("pick-over"), keyboard=staff_keys(words, Role.OWNER)))


async def come(
    _: Message, bot: Bot, secret: str, person: Person, words: Words, chat_id: ChatId, open_invite: OpenInvite,
    read_program: ReadProgram, begin_set_up: BeginSetUp, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """Somebody opened a link: in at once by the owner link, else the owner is asked."""
    welcome = await open_invite(person, secret)
    owns = welcome.accepted and welcome.role is Role.OWNER
    wizard = owns and await begin_set_up(person, cafe=await name_of(bot), language=words.language)
    cafe = (await read_program()).rules.cafe
    if wizard:
        await send(bot, chat_id, greet_new_owner(name=person.name, cafe=cafe, words=words))
        await send(bot, chat_id, draw_program(await read_staff_list(person), words))
    else:
        await send(bot, chat_id, _greet(welcome, person, cafe, words))


async def decide(
    query: CallbackQuery, callback_data: callbacks.AnswerInvite, person: Person, words: Words,
    decide_invite: DecideInvite,
) -> None:  # fmt: skip
    """Yes or no; the state that it came to counts, not the tap."""
    decided = await decide_invite(person, callback_data.invite_id, accept=callback_data.accept)
    accepted = decided.state is InviteState.ACCEPTED
    await answer_tap(query, words.plain("toast-invite-accepted" if accepted else "toast-invite-refused"))


async def refuse(_: CallbackQuery) -> None:
    """Bringing people in is the owner's."""
    raise Refused(NotOwner())


def _greet(welcome: Welcome, person: Person, cafe: str, words: Words) -> OutgoingMessage:
    if not welcome.accepted:
        key = "staff-waiting-till" if welcome.till else "staff-waiting"
        return OutgoingMessage(words.say(key), keyboard=None if welcome.till else card_keys(words))
    if welcome.till:
        return greet_till(till=person.name, cafe=cafe, words=words)
    return greet_staff(name=person.name, cafe=cafe, role=welcome.role, words=words)


async def _send_link(bot: Bot, chat_id: ChatId, text: str, link: str, words: Words, album: Album) -> None:
    """At once, because it is a secret."""
    await send(bot, chat_id, OutgoingMessage(text))
    await album.send_qr(bot, chat_id, link, words.say("invite-picture"))


def _say_picked(user: SharedUser, link: str | None, words: Words) -> str:
    name = from_telegram(user.first_name or "", user.last_name) or words.plain("somebody")
    if link is None:
        return words.say("invite-known", name=name)
    return words.say("invite-for-one", name=name, link=link, hours=_LIFE_HOURS)
