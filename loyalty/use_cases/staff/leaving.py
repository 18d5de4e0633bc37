"""Nobody works here for ever: removal by an owner, leaving by oneself, and the question after a departure.

A removal is one transaction: with the role go the shift, the PIN, codes, invites, open visits and questions.
Not here: the staff chat itself (staff_chats.py), and tills (tills.py).
"""

from dataclasses import dataclass
from datetime import datetime

from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, DepartureId, StaffId, TelegramId
from loyalty.notices import StaffLeft, StaffRefused, StaffRemoved
from loyalty.people import Person, Role, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.refusals import LastOwner, Refused, StaffGone
from loyalty.rewards import OfferState
from loyalty.scans import ScanState
from loyalty.staffing import Departure, DepartureState
from loyalty.use_cases.listening.ticket_places import free_tickets
from loyalty.use_cases.staff.authority import require_own_phone, require_owner
from loyalty.use_cases.visits.codes import end_live_code
from loyalty.use_cases.visits.record import end_approvals, end_questions, redraw_visit
from loyalty.use_cases.visits.sale_codes import end_sale_code
from loyalty.visits import VisitState

STAFF_SCREENS = (
    ScreenKind.STAFF_CARD,
    ScreenKind.SALE_CODE,
    ScreenKind.QUEUE,
    ScreenKind.INVITE,
    ScreenKind.APPROVAL,
    ScreenKind.DEPARTURE,
    ScreenKind.LETTER,
    ScreenKind.TICKET,
    ScreenKind.CORRECTION,
    ScreenKind.FREEZE,
    ScreenKind.OUTAGE,
    ScreenKind.RUN,
)
"""What nobody sees who doesn't work here: in their own chat, and in a former staff chat, it is one line."""
_SCREENS_SETTLED = 30
"""Older messages of a removed person have no buttons that still do something."""


@dataclass(frozen=True, slots=True)
class RemoveStaff:
    """Somebody does not work here any more, from their next tap on."""

    database: Database

    async def __call__(self, person: Person, staff_id: StaffId) -> StaffMember:
        """Who was removed. Raises Refused: NotOwner, StaffGone, LastOwner."""

        def body(tx: Transaction) -> StaffMember:
            owner = require_owner(tx, person)
            leaver = tx.staff.find(staff_id)
            if leaver is None:
                raise Refused(StaffGone())
            dismiss(tx, leaver, by=owner)
            return leaver

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class Leave:
    """Somebody stops working here by their own wish."""

    database: Database

    async def __call__(self, person: Person) -> None:
        """Raises Refused: NotStaff, OwnPhoneOnly, LastOwner."""

        def body(tx: Transaction) -> None:
            leaver = require_own_phone(tx, person)
            dismiss(tx, leaver, by=leaver)
            for owner in tx.people.find_owners():
                notice, chat_id = StaffLeft(leaver.name), ChatId(owner.telegram_id)
                tx.deliveries.add_notice(notice, chat_id, key=f"left:{leaver.id}:{owner.id}")

        await self.database.write(body)


@dataclass(frozen=True, slots=True)
class NoteDeparture:
    """Somebody is in a group no more: if it is the staff chat and they work here, the owners are asked."""

    database: Database

    async def __call__(self, telegram_id: TelegramId, chat_id: ChatId, *, at: datetime) -> None:
        """Telegram tells it twice; asked is once. An owner who left is asked about by the other owners."""
        await self.database.write(lambda tx: _note_departure(tx, telegram_id, chat_id, at))


@dataclass(frozen=True, slots=True)
class DecideDeparture:
    """The owner says whether somebody who left the staff chat works here still."""

    database: Database

    async def __call__(self, person: Person, departure_id: DepartureId, *, keep: bool) -> Departure:
        """The question after the first answer. Raises Refused: NotOwner, StaffGone, LastOwner."""

        def body(tx: Transaction) -> Departure:
            owner = require_owner(tx, person)
            departure = tx.departures.find(departure_id)
            if departure is None:
                raise Refused(StaffGone())
            if departure.state is DepartureState.OPEN:
                _answer(tx, departure, owner, keep=keep)
            return tx.departures.find(departure_id) or departure

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ReadDeparture:
    """What the question about a departure shows."""

    database: Database

    async def __call__(self, departure_id: DepartureId) -> Departure:
        """The departure now."""

        def body(tx: Transaction) -> Departure:
            departure = tx.departures.find(departure_id)
            if departure is None:
                raise LookupError(f"no departure {departure_id}")
            return departure

        return await self.database.read(body)


def require_other_owner(tx: Transaction, staff: StaffMember) -> None:
    """A cafe has an owner. Raises Refused(LastOwner) when this is the only one."""
    if is_last_owner(tx, staff):
        raise Refused(LastOwner())


def is_last_owner(tx: Transaction, staff: StaffMember) -> bool:
    """Whether nobody but this one is an owner."""
    return staff.role is Role.OWNER and len(tx.people.find_owners()) == 1


def dismiss(tx: Transaction, leaver: StaffMember, *, by: StaffMember) -> None:
    """Take everything from somebody that the role gave. Raises Refused(LastOwner)."""
    require_other_owner(tx, leaver)
    end_role(tx, leaver, by=by)


def end_role(tx: Transaction, leaver: StaffMember, *, by: StaffMember) -> None:
    """The same, whether or not there is another owner."""
    if not tx.staff.remove(leaver.id, by=by.id):
        return
    tx.tills.end_shifts_of(leaver.id)
    end_sale_code(tx, leaver.id)
    end_invites(tx, leaver)
    free_tickets(tx, leaver.id)
    _end_work(tx, leaver, by)
    customer = tx.people.find_customer(leaver.telegram_id)
    if customer is not None:
        end_live_code(tx, customer.id, ScanState.VOID)
    for departure_id in tx.departures.end_of(leaver.id, by=by.id):
        tx.deliveries.redraw(departure_id, ScreenKind.DEPARTURE)
    chat_id = ChatId(leaver.telegram_id)
    settle_screens(tx, chat_id)
    tx.deliveries.add_notice(StaffRemoved(), chat_id, key=f"removed:{leaver.id}")


def end_invites(tx: Transaction, staff: StaffMember) -> None:
    """Nobody gets in any more on the word of somebody who may not invite; who waits is told."""
    for invite in tx.invites.void_of(staff):
        tx.deliveries.redraw(invite.id, ScreenKind.INVITE)
        if invite.came_telegram_id is not None:
            chat_id = ChatId(invite.came_telegram_id)
            tx.deliveries.add_notice(StaffRefused(), chat_id, key=f"invite:{invite.id}")


def settle_screens(tx: Transaction, chat_id: ChatId) -> None:
    """Let what staff saw in a chat be drawn anew, now that it is not for staff any more."""
    for screen in tx.screens.find_shown(chat_id, *STAFF_SCREENS, most=_SCREENS_SETTLED):
        tx.deliveries.redraw(screen.subject_id, screen.kind)


def _end_work(tx: Transaction, leaver: StaffMember, by: StaffMember) -> None:
    for offer_id in tx.work.find_open_offers(leaver.id):
        if tx.rewards.answer(offer_id, OfferState.LAPSED):
            tx.deliveries.redraw(offer_id, ScreenKind.OFFER)
    for offer_id in tx.work.find_open_spending(leaver.id):
        if tx.spending.answer(offer_id, OfferState.LAPSED):
            tx.deliveries.redraw(offer_id, ScreenKind.SPENDING)
    for visit_id in tx.work.find_asked_visits(leaver.id):
        end_approvals(tx, visit_id)
    for visit_id in tx.work.find_open_visits(leaver.id):
        if tx.rewards.redeemed_in(visit_id):
            continue  # something was handed over, so it took place: it ends by itself, as one with a result
        declined = tx.visits.settle(visit_id, VisitState.DECLINED, by=by.id)
        if declined is not None:
            end_questions(tx, visit_id)
            redraw_visit(tx, declined)


def _note_departure(tx: Transaction, telegram_id: TelegramId, chat_id: ChatId, at: datetime) -> None:
    staff_chat, staff = tx.staff_chats.find_bound(), tx.people.find_staff(telegram_id)
    if staff_chat is None or staff_chat.chat_id != chat_id or staff is None:
        return
    asked = [owner for owner in tx.people.find_owners() if owner.id != staff.id]
    departure = tx.departures.add(staff.id, chat_id=chat_id, at=at) if asked else None
    if departure is not None:
        for owner in asked:
            tx.deliveries.add_screen(ScreenKind.DEPARTURE, departure.id, ChatId(owner.telegram_id))


def _answer(tx: Transaction, departure: Departure, owner: StaffMember, *, keep: bool) -> None:
    leaver = tx.staff.find(departure.staff.id)
    if keep or leaver is None:
        tx.departures.decide(
            departure.id, DepartureState.KEPT if keep else DepartureState.REMOVED, by=owner.id
        )
        tx.deliveries.redraw(departure.id, ScreenKind.DEPARTURE)
    else:
        dismiss(tx, leaver, by=owner)
