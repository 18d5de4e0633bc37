"""Which handler an update is for: by role, chat and what was written.

Not here: rights (each use case judges the person anew). All filters are coroutines: aiogram runs every other
kind in a thread, a quarter of a millisecond each.
"""

import re
from dataclasses import dataclass
from typing import Any

from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers.texts import Texts
from loyalty.paper import DIGITS
from loyalty.people import Acquaintance, Role
from loyalty.secrets import Purpose, parse_payload
from loyalty.use_cases.opening import TypedCode
from loyalty.use_cases.paper_opening import PaperNumber
from loyalty.use_cases.staff_chats import ReadStaffChat

_MORE = r"(?:\s*\+\s*(\d{1,2}))?(?:\s+(\S{1,20}))?\s*"
_TYPED = re.compile(rf"\s*(\d{{3}})[\s-]?(\d{{3}}){_MORE}", re.ASCII)
_ON_PAPER = re.compile(rf"\s*(\d{{4}})[\s-]?(\d{{4}}){_MORE}", re.ASCII)
_MAY_BE_A_BILL = re.compile(r"(?=.*\d)..+")
"""A digit alone would as well be a number of stamps without its plus."""
_START = re.compile(r"/start(?:@\w+)?(?:\s+(\S+))?\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Typed:
    """Six digits as staff typed them, or eight of a paper card, with stamps and a bill if they said so."""

    digits: str
    stamps: int | None
    bill: str | None = None
    """As it was typed; whether it is an amount is not judged here."""

    @property
    def key(self) -> TypedCode | PaperNumber:
        """By what the visit is found."""
        return PaperNumber(self.digits) if len(self.digits) == DIGITS else TypedCode(self.digits)


def parse_typed(text: str) -> Typed | None:
    """Digits, count and bill of "418302", "418 302 +2", "418302 3,50" or "4410 2739"; None for all else."""
    match = _TYPED.fullmatch(text) or _ON_PAPER.fullmatch(text)
    if match is None:
        return None
    stamps = int(match[3]) if match[3] else None
    if stamps == 0 or (match[4] and not _MAY_BE_A_BILL.search(match[4])):
        return None
    return Typed(match[1] + match[2], stamps, match[4])


class PrivateChat(Filter):
    """A message in a chat of two."""

    async def __call__(self, message: Message) -> bool:
        return message.chat.type == ChatType.PRIVATE


class IsStaff(Filter):
    """Written or tapped by somebody who works here, or at a till, even while nobody is on shift there."""

    async def __call__(self, _: Message | CallbackQuery, acquaintance: Acquaintance) -> bool:
        return acquaintance.staff is not None or acquaintance.till is not None


class IsTill(Filter):
    """Written or tapped at a till."""

    async def __call__(self, _: Message | CallbackQuery, acquaintance: Acquaintance) -> bool:
        return acquaintance.till is not None


class IsOwner(Filter):
    """Written or tapped by an owner on the own phone: a till is open to too many hands."""

    async def __call__(self, _: Message | CallbackQuery, acquaintance: Acquaintance) -> bool:
        staff = acquaintance.staff
        return staff is not None and staff.till_id is None and staff.role.covers(Role.OWNER)


class IsManager(Filter):
    """Written or tapped by a manager or an owner on the own phone."""

    async def __call__(self, _: Message | CallbackQuery, acquaintance: Acquaintance) -> bool:
        return is_manager(acquaintance)


def is_manager(acquaintance: Acquaintance) -> bool:
    """Whether what only managers use may be shown: a till is open to too many hands."""
    staff = acquaintance.staff
    return staff is not None and staff.till_id is None and staff.role.covers(Role.MANAGER)


class SaysOneOf(Filter):
    """A button of the reply keyboard, in whichever language it was shown."""

    def __init__(self, key: str) -> None:
        self.key = key

    async def __call__(self, message: Message, texts: Texts) -> bool:
        return message.text is not None and message.text.strip() in texts.every_form_of(self.key)


class InStaffChat(Filter):
    """A message in the group that is the staff chat."""

    async def __call__(self, message: Message, read_staff_chat: ReadStaffChat) -> bool:
        if message.chat.type == ChatType.PRIVATE:
            return False
        bound = await read_staff_chat()
        return bound is not None and bound.chat_id == message.chat.id


class StartPayload(Filter):
    """/start with a link that we made for this purpose; hands on its `secret`."""

    def __init__(self, purpose: Purpose) -> None:
        self.purpose = purpose

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        match = _START.fullmatch(message.text or "")
        parsed = parse_payload(match[1]) if match and match[1] else None
        if parsed is None or parsed[0] is not self.purpose:
            return False
        return {"secret": parsed[1]}


class TypedCodeText(Filter):
    """Six digits, or eight of a paper card, perhaps with a count; hands on `typed`."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        typed = parse_typed(message.text or "")
        return {"typed": typed} if typed is not None else False


class PlainText(Filter):
    """Words, not a command, sticker or voice."""

    async def __call__(self, message: Message) -> bool:
        return message.text is not None and not message.text.startswith("/")


class NotACommand(Filter):
    """Anything that a person sent except a command."""

    async def __call__(self, message: Message) -> bool:
        return not (message.text or "").startswith("/")


class QuestionOpen(Filter):
    """Written while we wait for an answer."""

    async def __call__(self, _: Message, raw_state: str | None = None) -> bool:
        return raw_state is not None


class LeftTheGroup(Filter):
    """The line in a group that says that somebody is there no more."""

    async def __call__(self, message: Message) -> bool:
        return message.left_chat_member is not None and message.chat.type != ChatType.PRIVATE


class PickedPeople(Filter):
    """People whom somebody picked from Telegram's list."""

    async def __call__(self, message: Message) -> bool:
        return message.users_shared is not None
