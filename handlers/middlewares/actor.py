"""Who wrote or tapped: the person, what the cafe knows of them, the words in their language.

Not here: rights; they are read anew inside each use case.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

from aiogram import BaseMiddleware, Bot
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message, TelegramObject, User

from handlers.names import from_telegram
from handlers.sending import reply
from handlers.texts import Texts, Words
from handlers.typed import parse_typed
from loyalty.ids import ChatId, TelegramId
from loyalty.people import Person
from loyalty.use_cases.customers.enrolment import MeetPerson
from loyalty.use_cases.house.rules import ReadProgram

ANONYMOUS_ADMIN: Final = 1087968824
"""GroupAnonymousBot: whoever writes as the group (Bot API, Message.sender_chat)."""

NAMELESS: Final = "…"
"""Some names have no visible character; a receipt still has to thank somebody."""

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class ActorMiddleware(BaseMiddleware):
    """Adds `person`, `acquaintance`, `words` and `chat_id`; drops what no person has sent."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        if not isinstance(event, Message | CallbackQuery):
            return await handler(event, data)
        user = event.from_user
        if isinstance(event, Message) and event.business_connection_id is not None:
            return None  # said between two others, into whose chat a business account lets the bot look
        if isinstance(event, Message) and _is_nobody(event):
            await self._hint(event, data)
            return None
        if user is None or user.is_bot:
            return None
        person = meet(user)
        data["person"] = person
        meet_person: MeetPerson = data["meet_person"]
        data["acquaintance"] = acquaintance = await meet_person(person)
        wishes = (acquaintance.chosen_language or "", person.language)
        data["words"] = await _choose_words(() if _is_read_by_all(event) else wishes, data)
        data["chat_id"] = _chat_of(event, user)
        return await handler(event, data)

    async def _hint(self, message: Message, data: dict[str, Any]) -> None:
        """One sentence to a command or a code in disguise, or a reply to us; silence for other talk."""
        said = message.text or ""
        if said.startswith("/") or parse_typed(said) or _replies_to(message, message.bot):
            words = await _choose_words((), data)
            await reply(message, words.plain("hint-anonymous"))


def meet(user: User) -> Person:
    """The person behind a Telegram account, with a name that can be stored and shown."""
    return Person(
        telegram_id=TelegramId(user.id),
        name=from_telegram(user.first_name, user.last_name) or user.username or NAMELESS,
        language=(user.language_code or "").lower(),
    )


def _is_nobody(message: Message) -> bool:
    user = message.from_user
    return message.sender_chat is not None or user is None or user.id == ANONYMOUS_ADMIN


def _replies_to(message: Message, bot: Bot | None) -> bool:
    answered = message.reply_to_message
    return (
        bot is not None
        and answered is not None
        and answered.from_user is not None
        and (answered.from_user.id == bot.id)
    )


def _chat_of(event: Message | CallbackQuery, user: User) -> ChatId:
    message = event if isinstance(event, Message) else event.message
    return ChatId(message.chat.id if message is not None else user.id)


def _is_read_by_all(event: Message | CallbackQuery) -> bool:
    """A group is answered in the cafe's language; a toast is read by whoever tapped, wherever it was."""
    return isinstance(event, Message) and event.chat.type != ChatType.PRIVATE


async def _choose_words(wishes: Sequence[str], data: dict[str, Any]) -> Words:
    """The first wish that we speak, else the cafe's language; of what this cafe collects."""
    texts: Texts = data["texts"]
    read_program: ReadProgram = data["read_program"]
    rules = (await read_program()).rules
    spoken = next((language for language in wishes if language in texts.languages), rules.language)
    return texts.in_language(texts.choose(spoken)).where(rules.collects)
