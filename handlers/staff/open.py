"""Opening a visit: a scanned QR, six digits in private, /confirm anywhere.

Not here: the staff card, which arrives as a delivery.
"""

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers.filters import AmountForCard, AmountText, IsStaff, PrivateChat, StartPayload, TypedCodeText
from handlers.sending import reply
from handlers.texts import Words
from handlers.typed import Typed, TypedBill, parse_typed
from loyalty.ids import ChatId, MessageId, VisitId
from loyalty.people import Cause, Person
from loyalty.secrets import Purpose
from loyalty.use_cases.paper.opening import PaperLink
from loyalty.use_cases.visits.confirming import OpenVisit
from loyalty.use_cases.visits.opening import LinkSecret
from loyalty.use_cases.visits.typed_bills import EnterTypedBill


def create_router() -> Router:
    """Digits are typed more often than links are opened."""
    router = Router(name="staff.open")
    router.message.register(open_typed, PrivateChat(), TypedCodeText(), IsStaff())
    router.message.register(open_scanned, PrivateChat(), StartPayload(Purpose.CODE), IsStaff())
    router.message.register(open_paper, PrivateChat(), StartPayload(Purpose.PAPER_CARD), IsStaff())
    router.message.register(open_by_command, Command("confirm"))
    return router


def create_amount_router() -> Router:
    """Behind all questions: a number may be the answer."""
    router = Router(name="staff.amounts")
    router.message.register(enter_amount, PrivateChat(), AmountText(), IsStaff(), AmountForCard())
    return router


async def open_typed(
    message: Message, typed: Typed, person: Person, chat_id: ChatId, open_visit: OpenVisit
) -> None:
    """418302, 418302 +2, 418302 3,50 or 4410 2739: the card comes into the chat in which it was typed."""
    cause = Cause(chat_id, MessageId(message.message_id))
    await open_visit(person, typed.key, chat_id=chat_id, cause=cause, stamps=typed.stamps, bill=typed.bill)


async def enter_amount(
    message: Message, typed_bill: TypedBill, visit_id: VisitId, person: Person, chat_id: ChatId,
    enter_typed_bill: EnterTypedBill,
) -> None:  # fmt: skip
    """5,70, or +2 5,70: the card to which it belongs comes once more, with the bill."""
    cause = Cause(chat_id, MessageId(message.message_id))
    bill, stamps = typed_bill.bill, typed_bill.stamps
    await enter_typed_bill(person, visit_id, bill, stamps=stamps, chat_id=chat_id, cause=cause)


async def open_scanned(
    message: Message, secret: str, person: Person, chat_id: ChatId, open_visit: OpenVisit
) -> None:
    """The customer's QR, through the phone's camera."""
    cause = Cause(chat_id, MessageId(message.message_id))
    await open_visit(person, LinkSecret(secret), chat_id=chat_id, cause=cause)


async def open_paper(
    message: Message, secret: str, person: Person, chat_id: ChatId, open_visit: OpenVisit
) -> None:
    """A paper card, through the phone's camera."""
    cause = Cause(chat_id, MessageId(message.message_id))
    await open_visit(person, PaperLink(secret), chat_id=chat_id, cause=cause)


async def open_by_command(
    message: Message, command: CommandObject, person: Person, words: Words, chat_id: ChatId, open_visit:
    OpenVisit,
) -> None:  # fmt: skip
    """/confirm 418302; in a group the card goes to the barista's own chat, away from customers."""
    typed = parse_typed(command.args or "")
    if typed is None:
        await reply(message, words.plain("confirm-how"))
        return
    cause = Cause(chat_id, MessageId(message.message_id))
    own_chat = ChatId(person.telegram_id)
    await open_visit(person, typed.key, chat_id=own_chat, cause=cause, stamps=typed.stamps, bill=typed.bill)
    if message.chat.type != ChatType.PRIVATE:
        await reply(message, words.plain("confirm-moved"))
