"""An amount typed without a code: it belongs to a staff card that waits for its bill.

Not here: bills typed with a code (confirming.py), and what an entered bill does (bills.py).
"""

from dataclasses import dataclass
from typing import Final

from loyalty import money
from loyalty.deliveries import Screen, ScreenKind
from loyalty.ids import ChatId, MessageId, VisitId
from loyalty.people import Cause, Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.refusals import (
    ApprovalAsked,
    BillAlone,
    BillEntered,
    NoCardForBill,
    ReasonNeeded,
    Refusal,
    Refused,
    VisitOver,
)
from loyalty.use_cases.staff.authority import require_staff
from loyalty.use_cases.visits.bills import enter_bill
from loyalty.use_cases.visits.confirming import confirm, second_round, typed_tally
from loyalty.use_cases.visits.earning import Stamped
from loyalty.use_cases.visits.kept_tallies import complete
from loyalty.use_cases.visits.record import find_visit, judged_at
from loyalty.visits import Visit, VisitState

_CODE_LIKE: Final = 10_000
"""From five digits without a comma on it may be a mistyped code."""
_LOOKED_AT: Final = 20
_LOOKED_AT_FOR_REPLY: Final = 100
"""Newest cards of a chat: a card takes its bill for 25 minutes at most."""


@dataclass(frozen=True, slots=True)
class FindBillCard:
    """Whose bill an amount without a code is."""

    database: Database

    async def __call__(
        self, person: Person, bill: str, *, chat_id: ChatId, cause: Cause, replied_to: MessageId | None,
        below: MessageId | None = None,
    ) -> VisitId | None:  # fmt: skip
        """The visit of the card that is replied to, else of the newest one in this chat that waits for its
        bill; with `below`, only of a card that came after that message.

        The same message finds the same visit again. None: it is no amount here, or something else waits.
        Raises Refused: NotStaff, NobodyOnShift, NoCardForBill.
        """

        def body(tx: Transaction) -> VisitId | None:
            if not _is_amount(tx, bill):
                return None
            staff = require_staff(tx, person)
            most = _LOOKED_AT if replied_to is None else _LOOKED_AT_FOR_REPLY
            cards = tx.screens.find_shown(chat_id, ScreenKind.STAFF_CARD, most=most)
            brought = (one for one in cards if _was_brought(tx, one, cause))
            if replied_to is None:
                fit = (one for one in cards if _is_below(one, below) and _waits(tx, staff, one))
            else:
                fit = (one for one in cards if one.message_id == replied_to)
            found = next(brought, None) or next(fit, None)
            if found is None and below is None:
                raise Refused(NoCardForBill())
            return VisitId(found.subject_id) if found else None

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class EnterTypedBill:
    """The amount goes to its card, as if it had been tapped there."""

    database: Database

    async def __call__(
        self, person: Person, visit_id: VisitId, bill: str, *, stamps: int | None, chat_id: ChatId,
        cause: Cause,
    ) -> Visit:  # fmt: skip
        """The visit, its card on the way to `chat_id` once more; a message counts once.

        Raises Refused: NotStaff, NobodyOnShift, OwnCode, TooManyStamps, NoStamps, NoBills, AmountUnreadable,
        BillAlone, BillEntered, BillTooLarge, LimitReached, ApprovalRefused, VisitOver; PaperCardBlocked.
        """

        def body(tx: Transaction) -> Visit | Refusal:
            staff = require_staff(tx, person)
            visit = find_visit(tx, visit_id)
            if tx.deliveries.was_asked_for(ScreenKind.STAFF_CARD, visit_id, cause):
                return visit
            outcome = _enter(tx, staff, visit, stamps, bill)
            if not isinstance(outcome, Stamped | ReasonNeeded | ApprovalAsked):
                return outcome
            tx.deliveries.add_screen(ScreenKind.STAFF_CARD, visit_id, chat_id, cause=cause)
            return tx.visits.get(visit_id)

        result = await self.database.write(body)
        if not isinstance(result, Visit):
            raise Refused(result)
        return result


def _enter(
    tx: Transaction, staff: StaffMember, visit: Visit, stamps: int | None, bill: str
) -> Stamped | Refusal:
    tally = typed_tally(tx, stamps, bill)
    if visit.may_take_bill(judged_at(tx)):
        if stamps is not None:
            raise Refused(BillAlone())
        return enter_bill(tx, staff, visit, tally.amount or 0)
    if visit.may_be_confirmed(tx.now):
        tally = complete(tx, visit, tally, counted=stamps is not None, billed=True)
        return confirm(tx, staff, visit.id, tally, reason=second_round(tx, staff, visit, tally))
    if visit.may_be_added_to(judged_at(tx)) and visit.amount is not None:
        raise Refused(BillEntered())
    raise Refused(VisitOver(VisitState.EXPIRED if visit.state is VisitState.OPEN else visit.state))


def _is_amount(tx: Transaction, bill: str) -> bool:
    rules = tx.programs.get_current().rules
    amount = money.parse_amount(bill, rules.currency) if rules.gives_points else None
    if amount is None:
        return False
    return not (bill.isdecimal() and int(bill) >= _CODE_LIKE and amount >= rules.large_bill)


def _was_brought(tx: Transaction, card: Screen, cause: Cause) -> bool:
    return tx.deliveries.was_asked_for(ScreenKind.STAFF_CARD, card.subject_id, cause)


def _is_below(card: Screen, message_id: MessageId | None) -> bool:
    return message_id is None or card.message_id is None or card.message_id > message_id


def _waits(tx: Transaction, staff: StaffMember, card: Screen) -> bool:
    visit = tx.visits.get(VisitId(card.subject_id))
    if visit.may_be_confirmed(tx.now):
        return True
    return visit.settled_by == staff.id and visit.may_take_bill(judged_at(tx))
