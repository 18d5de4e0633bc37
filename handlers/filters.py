"""Which handler an update is for: by role, chat and what was written.

Not here: rights (each use case judges the person anew). All filters are coroutines: aiogram runs every other
kind in a thread, a quarter of a millisecond each.
"""

import re
from typing import Any

from aiogram import Bot
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.texts import Texts
from handlers.typed import TypedBill, parse_bill, parse_typed
from handlers.waiting_taps import WAITING_VIEW
from loyalty.ids import ChatId, MessageId
from loyalty.people import Acquaintance, Cause, Person, Role
from loyalty.secrets import Purpose, parse_payload
from loyalty.use_cases.staff.staff_chats import ReadStaffChat
from loyalty.use_cases.visits.typed_bills import FindBillCard

_START = re.compile(r"/start(?:@\w+)?(?:\s+(\S+))?\s*", re.ASCII)


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


class AmountText(Filter):
    """An amount alone; in a group only as a reply to us, since people talk there. Hands on `typed_bill`."""

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        answered = message.reply_to_message
        to_us = answered is not None and answered.from_user is not None and answered.from_user.id == bot.id
        if message.chat.type != ChatType.PRIVATE and not to_us:
            return False
        typed_bill = parse_bill(message.text or "")
        return {"typed_bill": typed_bill} if typed_bill is not None else False


class AmountForCard(Filter):
    """Whether that amount is the bill of a staff card; hands on `visit_id`.

    A view of our own further down waits for something else.
    """

    async def __call__(
        self, message: Message, typed_bill: TypedBill, person: Person, chat_id: ChatId, state: FSMContext,
        find_bill_card: FindBillCard,
    ) -> bool | dict[str, Any]:  # fmt: skip
        answered, view = message.reply_to_message, (await state.get_data()).get(WAITING_VIEW)
        visit_id = await find_bill_card(
            person,
            typed_bill.bill,
            chat_id=chat_id,
            cause=Cause(chat_id, MessageId(message.message_id)),
            replied_to=MessageId(answered.message_id) if answered else None,
            below=MessageId(view[0]) if view and not answered else None,
        )
        return False if visit_id is None else {"visit_id": visit_id}


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
