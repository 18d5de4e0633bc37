"""What messages show, read when they are drawn, and whose language they are written in.

Not here: how they look (handlers).
"""

from dataclasses import dataclass
from typing import Final

from loyalty.cards import CodeFacts, CounterFacts, OfferFacts
from loyalty.ids import ChatId, CustomerId, InviteId, OfferId, OperationId, ScanId, TelegramId, VisitId
from loyalty.invites import Invite
from loyalty.ledger import Operation
from loyalty.people import Acquaintance, Role
from loyalty.ports import Database, Transaction
from loyalty.programs import Collects
from loyalty.questions import Question
from loyalty.standing import Told
from loyalty.use_cases.visits.queue_places import is_place
from loyalty.use_cases.visits.told import told_on

_NOBODY: Final = Acquaintance(None, None)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a message: the language that they chose or their phone's, the cafe's, and whether staff."""

    language: str
    cafe_language: str
    staff: bool
    collects: Collects = Collects.STAMPS
    """What this cafe collects, which is what it speaks of."""
    chosen_language: str = ""
    """What they chose themselves; empty: nothing."""
    manager: bool = False
    """A manager or an owner, on the own phone."""
    known: Acquaintance = _NOBODY
    """Whom the cafe knows there."""
    sees_staff_screens: bool = True
    """Whether what is for staff may be shown: in the own chat of somebody who left, it may not.

    Nor in a group that is not the staff chat, or no longer.
    """


@dataclass(frozen=True, slots=True)
class ReadCounter:
    """What a staff card shows."""

    database: Database

    async def __call__(self, visit_id: VisitId) -> CounterFacts:
        """The visit's facts now."""
        return await self.database.read(lambda tx: tx.views.get_counter(visit_id))


@dataclass(frozen=True, slots=True)
class ReadCode:
    """What a customer's code message shows."""

    database: Database

    async def __call__(self, scan_id: ScanId) -> CodeFacts:
        """The code's facts now."""
        return await self.database.read(lambda tx: tx.views.get_code(scan_id))


@dataclass(frozen=True, slots=True)
class ReadOffer:
    """What the question to the customer shows."""

    database: Database

    async def __call__(self, offer_id: OfferId) -> OfferFacts:
        """The offer's facts now."""
        return await self.database.read(lambda tx: tx.views.get_offer(offer_id))


@dataclass(frozen=True, slots=True)
class ReadInvite:
    """What the question to the owner shows."""

    database: Database

    async def __call__(self, invite_id: InviteId) -> Invite:
        """The invite now."""
        return await self.database.read(lambda tx: tx.invites.get(invite_id))


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """What a receipt's message shows."""

    operation: Operation
    at_once: bool
    """Whether a filled reward can be had in the same visit."""
    question: Question | None
    """What is asked under it, or was."""
    told: tuple[Told, ...] = ()
    """Greetings that the visit brought."""
    cafe_language: str = "en"


@dataclass(frozen=True, slots=True)
class ReadReceipt:
    """What a receipt says."""

    database: Database

    async def __call__(self, operation_id: OperationId) -> ReceiptFacts:
        """The operation behind a receipt's number, with what is asked under it."""
        return await self.database.read(lambda tx: receipt_of(tx, operation_id))


@dataclass(frozen=True, slots=True)
class ReadReader:
    """Whose language a message is written in."""

    database: Database

    async def __call__(self, chat_id: ChatId, about: CustomerId | None = None) -> Reader:
        """The reader of a private chat; in a group the cafe's language is read.

        `about`: whose card left this chat, and who goes on reading their own language there.
        """
        return await self.database.read(lambda tx: _reader(tx, chat_id, about))


def receipt_of(tx: Transaction, operation_id: OperationId) -> ReceiptFacts:
    """What a receipt's message shows now."""
    rules = tx.programs.get_current().rules
    return ReceiptFacts(
        operation=tx.ledger.get(operation_id),
        at_once=rules.reward_at_once,
        question=tx.questions.find_under(operation_id),
        told=told_on(tx, operation_id),
        cafe_language=rules.language,
    )


def _reader(tx: Transaction, chat_id: ChatId, about: CustomerId | None) -> Reader:
    known = tx.people.find_acquaintance(TelegramId(chat_id))
    rules = tx.programs.get_current().rules
    cafe_language = rules.language
    person = known.till or known.staff or known.customer
    if person is None and about is not None:
        known = Acquaintance(None, tx.people.get_customer(about))
        person = known.customer
    phone = person.language if person is not None else cafe_language
    chosen = known.chosen_language or ""
    return Reader(
        language=chosen or phone,
        cafe_language=cafe_language,
        staff=known.staff is not None,
        collects=rules.collects,
        chosen_language=chosen,
        manager=_is_manager(known),
        known=known,
        sees_staff_screens=is_place(tx, chat_id),
    )


def _is_manager(known: Acquaintance) -> bool:
    return known.till is None and known.staff is not None and known.staff.role.covers(Role.MANAGER)
