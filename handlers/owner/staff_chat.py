"""Binding the staff chat: by a button that picks or makes the group, or by /bind in the group itself.

Not here: what is shown there (staff/queue.py) and what is typed there (staff/group.py).
"""

from aiogram import Bot, Router
from aiogram.filters import Command, Filter
from aiogram.types import (
    CallbackQuery,
    ChatAdministratorRights,
    KeyboardButton,
    KeyboardButtonRequestChat,
    Message,
    ReplyKeyboardMarkup,
)

from handlers import callbacks
from handlers.drawings.staff_chat import draw_staff_chat, say_staff_chat
from handlers.filters import IsOwner, PrivateChat, SaysOneOf
from handlers.keyboards import keys_of
from handlers.membership import find_standing, hears_all
from handlers.names import from_telegram
from handlers.outgoing import OutgoingMessage
from handlers.sending import answer_tap, reply, send, turn
from handlers.texts import Html, Words
from loyalty.ids import ChatId
from loyalty.people import Acquaintance, Person
from loyalty.refusals import NotOwner, Refused
from loyalty.use_cases.staff.staff_chats import BindStaffChat, ReadStaffChat, UnbindStaffChat

_REQUEST = 1
"""Which of the keyboard's questions was answered; there is one."""


class SharedGroup(Filter):
    """The answer to the button that picks a group."""

    async def __call__(self, message: Message) -> bool:
        return message.chat_shared is not None and message.chat_shared.request_id == _REQUEST


def create_router() -> Router:
    """In private the state of things and the button; in a group the commands."""
    router = Router(name="owner.staff_chat")
    router.message.register(show, PrivateChat(), Command("staffchat", "bind"), IsOwner())
    router.message.register(bind_shared, PrivateChat(), SharedGroup())
    router.message.register(leave_it, PrivateChat(), SaysOneOf("button-staff-chat-later"), IsOwner())
    router.message.register(refuse, PrivateChat(), Command("staffchat", "bind"))
    router.message.register(bind_here, Command("bind"))
    router.message.register(unbind, Command("unbind"))
    router.callback_query.register(bind_by_button, callbacks.BindHere.filter())
    router.callback_query.register(unbind_by_button, callbacks.UnbindStaffChat.filter())
    router.callback_query.register(pick_another, callbacks.PickStaffChat.filter(), IsOwner())
    router.callback_query.register(refuse, callbacks.PickStaffChat.filter())
    return router


async def show(_: Message, bot: Bot, words: Words, chat_id: ChatId, read_staff_chat: ReadStaffChat) -> None:
    """/staffchat: which group it is, or the button that picks one."""
    chat = await read_staff_chat()
    if chat is None:
        await _offer_groups(bot, chat_id, words)
        return
    await send(bot, chat_id, draw_staff_chat(chat, words, hears_all=await hears_all(bot)))


async def refuse(_: Message | CallbackQuery) -> None:
    """By somebody who is no owner."""
    raise Refused(NotOwner())


async def leave_it(_: Message, bot: Bot, acquaintance: Acquaintance, words: Words, chat_id: ChatId) -> None:
    """Not now: the usual keyboard again."""
    answer = OutgoingMessage(words.say("cancelled"), keyboard=keys_of(acquaintance, words))
    await send(bot, chat_id, answer)


async def bind_shared(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    bind_staff_chat: BindStaffChat,
) -> None:  # fmt: skip
    """The group that was picked; the bot is administrator there already, if Telegram did as it was asked."""
    shared = message.chat_shared
    if shared is None:
        return
    title = from_telegram(shared.title or "", None)
    lines = await _bind(bot, person, ChatId(shared.chat_id), title, words, bind_staff_chat)
    await send(bot, chat_id, OutgoingMessage("\n".join(lines), keyboard=keys_of(acquaintance, words)))


async def bind_here(
    message: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, bind_staff_chat: BindStaffChat
) -> None:
    """/bind in the group."""
    title = from_telegram(message.chat.title or "", None)
    lines = await _bind(bot, person, chat_id, title, words, bind_staff_chat)
    await send(bot, chat_id, OutgoingMessage("\n".join(lines)))


async def bind_by_button(
    query: CallbackQuery, bot: Bot, person: Person, words: Words, chat_id: ChatId, bind_staff_chat:
    BindStaffChat,
) -> None:  # fmt: skip
    """Yes to the question that the bot asked when an owner brought it here."""
    title = from_telegram((query.message.chat.title if query.message else "") or "", None)
    lines = await _bind(bot, person, chat_id, title, words, bind_staff_chat)
    await answer_tap(query, words.plain("toast-bound"))
    await turn(query, OutgoingMessage("\n".join(lines)))


async def unbind(message: Message, person: Person, words: Words, unbind_staff_chat: UnbindStaffChat) -> None:
    """/unbind, in the group or in private."""
    was_bound = await unbind_staff_chat(person)
    await reply(message, words.plain("staff-chat-unbound" if was_bound else "staff-chat-none"))


async def unbind_by_button(
    query: CallbackQuery, person: Person, words: Words, unbind_staff_chat: UnbindStaffChat
) -> None:
    """The same under what /staffchat shows."""
    await unbind_staff_chat(person)
    await answer_tap(query, words.plain("toast-unbound"))
    await turn(query, OutgoingMessage(words.say("staff-chat-unbound")))


async def pick_another(query: CallbackQuery, bot: Bot, words: Words, chat_id: ChatId) -> None:
    """Another group instead."""
    await answer_tap(query)
    await _offer_groups(bot, chat_id, words)


async def _bind(
    bot: Bot, person: Person, chat_id: ChatId, title: str, words: Words, bind_staff_chat: BindStaffChat
) -> list[Html]:
    standing = await find_standing(bot, chat_id)
    if not standing.inside:
        return [words.say("staff-chat-not-in")]
    chat = await bind_staff_chat(person, chat_id, title=title, administrator=standing.administrator)
    return say_staff_chat(chat, words, hears_all=await hears_all(bot))


async def _offer_groups(bot: Bot, chat_id: ChatId, words: Words) -> None:
    text = "\n".join([words.say("staff-chat-what"), words.say("staff-chat-pick")])
    await send(bot, chat_id, OutgoingMessage(text), keyboard=_group_keyboard(words))


def _group_keyboard(words: Words) -> ReplyKeyboardMarkup:
    """One button picks or makes the group and makes the bot administrator; another one leaves it be."""
    pick = KeyboardButtonRequestChat(
        request_id=_REQUEST,
        chat_is_channel=False,
        request_title=True,
        user_administrator_rights=_rights(can_promote_members=True),
        bot_administrator_rights=_rights(),
    )
    rows = [
        [KeyboardButton(text=words.plain("button-pick-staff-chat"), request_chat=pick)],
        [KeyboardButton(text=words.plain("button-staff-chat-later"))],
    ]
    return ReplyKeyboardMarkup(keyboard=rows, resize_keyboard=True, one_time_keyboard=True)


def _rights(*, can_promote_members: bool = False) -> ChatAdministratorRights:
    """As few rights as make an administrator."""
    return ChatAdministratorRights(
        is_anonymous=False,
        can_manage_chat=True,
        can_delete_messages=True,
        can_manage_video_chats=False,
        can_restrict_members=False,
        can_promote_members=can_promote_members,
        can_change_info=False,
        can_invite_users=False,
        can_post_stories=False,
        can_edit_stories=False,
        can_delete_stories=False,
        can_send_welcome_messages=False,
    )
