"""Paying a part of a bill with points: offered by staff and agreed by the customer.

Not here: the wish that a customer had before showing the code (codes.py, earning.py) and the arithmetic
(loyalty/points.py).
"""

from dataclasses import dataclass, replace

from loyalty import ledger, points
from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, OfferId, VisitId
from loyalty.ledger import Currency, EntryKind, OperationKind
from loyalty.people import Person, StaffMember
from loyalty.points import SpendFacts, SpendOffer
from loyalty.ports import Database, Transaction
from loyalty.receipts import PointsSpent
from loyalty.refusals import BillMissing, NothingToSpend, OfferOver, OwnCode, Refusal, Refused, VisitOver
from loyalty.rewards import OfferState
from loyalty.use_cases.customers.freezing import refuse_frozen
from loyalty.use_cases.limits.judging import keep_refusal
from loyalty.use_cases.paper.rules import refuse_blocked, refuse_second
from loyalty.use_cases.rewards.offers import asker_of, require_own
from loyalty.use_cases.staff.authority import require_staff, serves_themselves
from loyalty.use_cases.visits.earning import bill_of
from loyalty.use_cases.visits.record import (
    end_spending,
    find_booked_bill,
    find_visit,
    judged_at,
    redraw_cards_of,
    redraw_visit,
    visit_operation,
)
from loyalty.visits import Visit


@dataclass(frozen=True, slots=True)
class Spending:
    """What came of a tap on *pay with points*: asked, or paid at once."""

    points: int
    """Whole points."""
    currency: str
    asked: bool


@dataclass(frozen=True, slots=True)
class OfferSpending:
    """Pay a part of this bill with your points?"""

    database: Database

    async def __call__(self, person: Person, visit_id: VisitId) -> Spending:
        """Ask the customer; paid at once where the cafe's rules let staff decide, or nobody can be asked.

        Raises Refused: NotStaff, NobodyOnShift, OwnCode, BillMissing, NothingToSpend, CardFrozen, VisitOver;
        by paper PaperCardBlocked and PaperRedeemedToday.
        """
        result = await self.database.write(lambda tx: _offer(tx, person, visit_id))
        if not isinstance(result, Spending):
            raise Refused(result)
        return result


@dataclass(frozen=True, slots=True)
class AnswerSpending:
    """The customer's yes or no."""

    database: Database

    async def __call__(self, person: Person, offer_id: OfferId, *, agreed: bool) -> SpendFacts:
        """The question with its answer; a yes takes the points, once.

        A yes to more than can be paid now ends the question, so that staff can ask anew.
        Raises Refused: OfferOver, CardFrozen.
        """
        result = await self.database.write(lambda tx: _answer(tx, person, offer_id, agreed))
        if not isinstance(result, SpendFacts):
            raise Refused(result)
        return result


@dataclass(frozen=True, slots=True)
class ReadSpending:
    """What the question to the customer shows."""

    database: Database

    async def __call__(self, offer_id: OfferId) -> SpendFacts:
        """The question's facts now."""
        return await self.database.read(lambda tx: tx.spending.get_facts(offer_id))


def most_for(tx: Transaction, visit: Visit) -> int:
    """Whole points that could pay for a part of the bill now; not those that the bill earned itself."""
    if visit.amount is None or not visit.may_be_paid_with_points(judged_at(tx)):
        return 0
    card, rules = tx.cards.get(visit.card_id), tx.programs.get_current().rules
    bill = find_booked_bill(tx, visit)
    if not rules.gives_points or bill is None or bill.currency != rules.currency:
        return 0
    return points.most_to_spend(card.points - _earned(tx, visit), visit.amount, cap=rules.spend_percent)


def _offer(tx: Transaction, person: Person, visit_id: VisitId) -> Spending | Refusal:
    staff = require_staff(tx, person)
    visit = find_visit(tx, visit_id)
    if serves_themselves(tx, staff, visit.customer_id):
        return keep_refusal(tx, OwnCode(), staff, visit)
    rules = tx.programs.get_current().rules
    if visit.spent:  # the tap came twice, or somebody was first
        return Spending(visit.spent, rules.currency, asked=False)
    if visit.amount is None:
        raise Refused(BillMissing())
    if not visit.may_be_paid_with_points(judged_at(tx)):
        raise Refused(VisitOver(visit.state))
    refuse_frozen(tx, visit.customer_id)
    refuse_blocked(tx, visit)
    most = most_for(tx, visit)
    if most <= 0:
        raise Refused(NothingToSpend())
    second = refuse_second(tx, staff, visit)
    if second is not None:
        return second
    telegram_id = None if rules.staff_alone else tx.people.find_telegram_id(visit.customer_id)
    if telegram_id is None:
        _spend(tx, staff, visit, most)
        return Spending(most, rules.currency, asked=False)
    asked = tx.spending.find_latest(visit.id)
    if asked is not None and asked.points > most:
        end_spending(tx, visit.id)  # a yes to it would be too late
    offer, fresh = tx.spending.offer(visit.id, points=most, by=staff.id, till_id=staff.till_id)
    if fresh:
        tx.deliveries.add_screen(ScreenKind.SPENDING, offer.id, ChatId(telegram_id))
    redraw_visit(tx, visit)
    return Spending(offer.points, rules.currency, asked=True)


def _answer(tx: Transaction, person: Person, offer_id: OfferId, agreed: bool) -> SpendFacts | OfferOver:
    offer, visit = require_own(tx, person, tx.spending.find(offer_id))
    wanted = OfferState.AGREED if agreed else OfferState.REFUSED
    if offer.state is wanted:
        return tx.spending.get_facts(offer_id)
    if offer.state is not OfferState.ASKED or not visit.may_be_paid_with_points(judged_at(tx)):
        raise Refused(OfferOver())
    if agreed:
        refuse_frozen(tx, visit.customer_id)
        if most_for(tx, visit) < offer.points:  # spent elsewhere meanwhile, or the owner changed the rules
            end_spending(tx, visit.id)
            redraw_visit(tx, visit)
            return OfferOver()
    _settle(tx, offer, visit, wanted)
    return tx.spending.get_facts(offer_id)


def _settle(tx: Transaction, offer: SpendOffer, visit: Visit, answer: OfferState) -> None:
    if not tx.spending.answer(offer.id, answer):
        raise Refused(OfferOver())
    if answer is OfferState.AGREED:
        _spend(tx, asker_of(tx, offer), visit, offer.points)
    tx.deliveries.redraw(offer.id, ScreenKind.SPENDING)
    redraw_visit(tx, visit)


def _spend(tx: Transaction, staff: StaffMember, visit: Visit, spent: int) -> None:
    """The bill's points are booked anew: nothing is earned on what points pay for."""
    paid = tx.visits.note_spent(visit.id, spent)
    if paid is None or paid.amount is None:
        raise Refused(NothingToSpend())
    program, card = tx.programs.get_current(), tx.cards.get(visit.card_id)
    earned_before = [entry for entry in _point_entries(tx, visit) if entry.kind is EntryKind.EARN]
    balance = card.points - sum(entry.amount for entry in earned_before)
    # What a bill earns is a whole per cent of it: the one under which it was booked, whatever came since.
    booked = replace(program.rules, earn_percent=_earned(tx, visit) // paid.amount, minimum_bill=0)
    bill = bill_of(balance, paid.amount, spent=spent, rules=booked)
    operation = tx.ledger.write(
        visit_operation(
            paid, staff, program.version, op_key=f"visit:{visit.id}:spend", kind=OperationKind.VISIT_SPEND,
            fact=PointsSpent(bill, staff.name),
        ),
        (
            *ledger.reversal(earned_before),
            *ledger.paying(card.id, earned=bill.earned, spent=bill.spent),
        ),
    )  # fmt: skip
    tx.deliveries.add_receipt(operation, visit.customer_id)
    redraw_visit(tx, paid)
    redraw_cards_of(tx, visit.customer_id)


def _earned(tx: Transaction, visit: Visit) -> int:
    return sum(entry.amount for entry in _point_entries(tx, visit) if entry.kind is EntryKind.EARN)


def _point_entries(tx: Transaction, visit: Visit) -> list[ledger.LedgerEntry]:
    return [entry for entry in tx.ledger.entries_of_visit(visit.id) if entry.currency is Currency.POINTS]
