"""Handing a reward over: offered by staff and agreed by the customer, or picked by the customer before.

Not here: how rewards are earned (visits/earning.py), and a handover taken back late (taking_back.py).
"""

from dataclasses import dataclass, replace
from datetime import datetime

from loyalty.cards import CounterFacts, OfferFacts
from loyalty.days import day_of, last_day
from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, OfferId, RewardId, VisitId
from loyalty.ledger import NewOperation, Operation, OperationKind
from loyalty.own_words import OwnWords
from loyalty.people import Cause, Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.receipts import HandoverUndone, ReceiptFact, RewardHandedOver, VisitTakenBack
from loyalty.refusals import (
    OfferOver,
    OwnCode,
    Refusal,
    Refused,
    RewardFromNextVisit,
    RewardGone,
    RewardWrittenOff,
    UndoTooLate,
    VisitOver,
)
from loyalty.rewards import HandoverOffer, OfferState, Reward, RewardState
from loyalty.use_cases.campaigns.receipt_greetings import greet_birthday_on
from loyalty.use_cases.customers.freezing import refuse_frozen
from loyalty.use_cases.limits.judging import keep_refusal
from loyalty.use_cases.paper.rules import refuse_blocked, refuse_second
from loyalty.use_cases.rewards.offers import asker_of, require_own
from loyalty.use_cases.staff.authority import require_staff, serves_themselves
from loyalty.use_cases.visits.record import (
    VisitResult,
    await_next_change,
    counter_result,
    end_offers_of,
    end_questions,
    find_visit,
    judged_at,
    redraw_cards_of,
    redraw_visit,
    refuse_moved,
    visit_operation,
)
from loyalty.visits import Visit


@dataclass(frozen=True, slots=True)
class Handover:
    """What came of a tap on a reward: asked, or handed over at once."""

    item: OwnWords
    asked: bool
    facts: CounterFacts


@dataclass(frozen=True, slots=True)
class OfferReward:
    """Hand out a free coffee?"""

    database: Database

    async def __call__(self, person: Person, visit_id: VisitId, reward_id: RewardId) -> Handover:
        """Ask the customer, or hand over what the customer picked before showing the code.

        Nobody is asked where the cafe's rules let staff decide alone, or where there is nobody to ask: a
        customer without Telegram. Raises Refused: NotStaff, OwnCode, VisitOver, RewardGone,
        RewardFromNextVisit, CardFrozen; by paper PaperCardBlocked and PaperRedeemedToday.
        """
        result = await self.database.write(lambda tx: _offer(tx, person, visit_id, reward_id))
        if not isinstance(result, Handover):
            raise Refused(result)
        return result


@dataclass(frozen=True, slots=True)
class AnswerOffer:
    """The customer's yes or no."""

    database: Database

    async def __call__(self, person: Person, offer_id: OfferId, *, agreed: bool) -> OfferFacts:
        """The question with its answer; a yes hands the reward over, once.

        Raises Refused: OfferOver, RewardGone, CardFrozen.
        """
        return await self.database.write(lambda tx: _answer(tx, person, offer_id, agreed))


@dataclass(frozen=True, slots=True)
class UndoHandover:
    """It was the wrong button: the reward is the customer's again, for ten minutes."""

    database: Database

    async def __call__(self, person: Person, reward_id: RewardId) -> VisitResult:
        """The visit with the handover taken back: a new reward names the old one.

        Raises Refused: NotStaff, OwnCode, RewardGone, RewardWrittenOff, UndoTooLate, VisitOver.
        """
        result = await self.database.write(lambda tx: undo_handover(tx, require_staff(tx, person), reward_id))
        if not isinstance(result, VisitResult):
            raise Refused(result)
        return result


def _offer(tx: Transaction, person: Person, visit_id: VisitId, reward_id: RewardId) -> Handover | Refusal:
    staff = require_staff(tx, person)
    visit = find_visit(tx, visit_id)
    if serves_themselves(tx, staff, visit.customer_id):
        return keep_refusal(tx, OwnCode(), staff, visit)
    reward = _reward_of(tx, visit, reward_id)
    if any(handed_over.id == reward.id for handed_over in tx.rewards.redeemed_in(visit.id)):
        return Handover(reward.item, asked=False, facts=counter_result(tx, visit_id, fresh=False).facts)
    _check(tx, visit, reward)
    second = refuse_second(tx, staff, visit)
    if second is not None:
        return second
    asked = _whom_to_ask(tx, visit, reward)
    if asked is None:
        _hand_over(tx, staff, visit, reward)
    else:
        _ask(tx, staff, visit, reward, asked)
    redraw_visit(tx, visit)
    facts = counter_result(tx, visit_id, fresh=True).facts
    return Handover(reward.item, asked=asked is not None, facts=facts)


def _whom_to_ask(tx: Transaction, visit: Visit, reward: Reward) -> ChatId | None:
    """The customer's chat; None when the customer picked it before, or nobody need or can be asked."""
    picked = visit.scan_id is not None and tx.scans.get(visit.scan_id).reward_id == reward.id
    if picked or tx.programs.get_current().rules.staff_alone:
        return None
    telegram_id = tx.people.find_telegram_id(visit.customer_id)
    return None if telegram_id is None else ChatId(telegram_id)


def _ask(tx: Transaction, staff: StaffMember, visit: Visit, reward: Reward, chat_id: ChatId) -> None:
    end_offers_of(tx, reward.id, but_in=visit.id)  # a question left over from an earlier visit
    asked = {offer.id for offer in tx.rewards.offers_in(visit.id)}
    offer = tx.rewards.offer(reward.id, visit.id, by=staff.id, till_id=staff.till_id)
    if offer.id not in asked:
        tx.deliveries.add_screen(ScreenKind.OFFER, offer.id, chat_id)


def _answer(tx: Transaction, person: Person, offer_id: OfferId, agreed: bool) -> OfferFacts:
    offer, visit = require_own(tx, person, tx.rewards.find_offer(offer_id))
    wanted = OfferState.AGREED if agreed else OfferState.REFUSED
    if offer.state is not wanted:
        _settle(tx, offer, visit, wanted)
    return tx.views.get_offer(offer_id)


def _settle(tx: Transaction, offer: HandoverOffer, visit: Visit, answer: OfferState) -> None:
    if not visit.may_hand_over(judged_at(tx)) or not tx.rewards.answer(offer.id, answer):
        raise Refused(OfferOver())
    if answer is OfferState.AGREED:
        refuse_frozen(tx, visit.customer_id)
        _hand_over(tx, asker_of(tx, offer), visit, tx.rewards.get(offer.reward_id))
    tx.deliveries.redraw(offer.id, ScreenKind.OFFER)
    redraw_visit(tx, visit)


def _reward_of(tx: Transaction, visit: Visit, reward_id: RewardId) -> Reward:
    reward = tx.rewards.find(reward_id)
    if reward is None or reward.customer_id != visit.customer_id:
        raise Refused(RewardGone())
    return reward


def _check(tx: Transaction, visit: Visit, reward: Reward) -> None:
    if not visit.may_hand_over(judged_at(tx)):
        raise Refused(VisitOver(visit.state))
    refuse_blocked(tx, visit)
    if reward.state is not RewardState.ISSUED:
        raise Refused(RewardGone())
    refuse_frozen(tx, visit.customer_id)
    if not reward.may_be_handed_over(visit.id, tx.programs.get_current().rules):
        raise Refused(RewardFromNextVisit())


def _hand_over(tx: Transaction, staff: StaffMember, visit: Visit, reward: Reward) -> None:
    if not tx.rewards.redeem(reward.id, visit_id=visit.id, by=staff.id):
        raise Refused(RewardGone())
    end_offers_of(tx, reward.id)
    fact = RewardHandedOver(item=reward.item, by=staff.name)
    operation = tx.ledger.write(
        _operation(tx, staff, visit, f"reward:{reward.id}", OperationKind.REDEMPTION, fact), ()
    )
    greet_birthday_on(tx, visit, operation)
    tx.deliveries.add_receipt(operation, visit.customer_id)
    await_next_change(tx, visit)
    redraw_cards_of(tx, visit.customer_id)


def undo_handover(
    tx: Transaction, staff: StaffMember, reward_id: RewardId, *, cause: Cause | None = None
) -> VisitResult | Refusal:
    """As UndoHandover; the operation carries the message that asked, if one did.

    A refusal that is answered is kept: raise it after the COMMIT.
    """
    reward = tx.rewards.find(reward_id)
    if reward is None or reward.redeemed_visit_id is None:
        raise Refused(RewardGone())
    visit = find_visit(tx, reward.redeemed_visit_id)
    refuse_moved(tx, reward.customer_id)
    if serves_themselves(tx, staff, reward.customer_id):
        return keep_refusal(tx, OwnCode(), staff, visit)
    if find_given_back(tx, reward) is not None:
        return counter_result(tx, visit.id, fresh=False)
    if not reward.may_be_undone(judged_at(tx)):
        handed_over = tx.ledger.find_by_key(f"reward:{reward.id}")
        raise Refused(UndoTooLate(handed_over.id if handed_over else None))
    give_back(tx, staff, visit, reward, cause=cause)
    return counter_result(tx, visit.id, fresh=True)


def find_given_back(tx: Transaction, reward: Reward) -> Operation | None:
    """The operation that took its handing over back, None when nothing did."""
    return tx.ledger.find_by_key(f"reward:{reward.id}:undo")


def give_back(
    tx: Transaction, staff: StaffMember, visit: Visit, reward: Reward, *, cause: Cause | None = None
) -> Operation:
    """Take its handing over back: a new reward names the old one, the customer is told.

    Raises Refused(RewardWrittenOff).
    """
    _refuse_written_off(tx, reward)
    rules, ends = tx.programs.get_current().rules, _end_again(tx, reward)
    until = None if ends is None else last_day(ends, rules)
    fact = HandoverUndone(item=reward.item, by=staff.name, until=until)
    undone = _operation(
        tx, staff, visit, f"reward:{reward.id}:undo", OperationKind.REDEMPTION_UNDO, fact, cause=cause
    )
    operation = tx.ledger.write(undone, ())
    tx.rewards.issue(
        tx.cards.get(reward.card_id),
        item=reward.item,
        cost=reward.cost,
        operation_id=operation.id,
        visit_id=reward.issued_visit_id,
        replaces=reward.id,
        expires_at=ends,
        recipient_id=reward.recipient_id,
    )
    tx.deliveries.add_receipt(operation, visit.customer_id)
    _undo_emptied(tx, staff, visit)
    redraw_visit(tx, visit)
    redraw_cards_of(tx, visit.customer_id)
    return operation


def _end_again(tx: Transaction, reward: Reward) -> datetime | None:
    """A gift that came back ends when it would have, and not before today is over."""
    today = day_of(tx.now, tx.programs.get_current().rules)
    return None if reward.expires_at is None else max(reward.expires_at, today.ends)


def _refuse_written_off(tx: Transaction, reward: Reward) -> None:
    """Its visit was taken back, and its stamps with it: giving the reward back would give them twice.

    A gift that the visit was given for is not earned without it.
    """
    if reward.issued_visit_id is None:
        return
    undone = tx.ledger.find_by_key(f"visit:{reward.issued_visit_id}:undo")
    if undone is None:
        return
    written_off = isinstance(undone.fact, VisitTakenBack) and undone.fact.written_off
    if reward.cost and not written_off:
        return
    handed_over = tx.ledger.find_by_key(f"reward:{reward.id}")
    raise Refused(RewardWrittenOff(handed_over.id if handed_over else undone.id))


def _undo_emptied(tx: Transaction, staff: StaffMember, visit: Visit) -> None:
    """A visit that took place only because a reward was handed over in it did not."""
    if visit.booked or tx.rewards.redeemed_in(visit.id):
        return
    if tx.visits.undo(visit.id, by=staff.id) is None:
        return  # still open, or over already
    tx.people.note_visit(visit.customer_id, visits=-1, last_visit_at=None)
    end_questions(tx, visit.id)


def _operation(
    tx: Transaction, staff: StaffMember, visit: Visit, op_key: str, kind: OperationKind, fact: ReceiptFact,
    *, cause: Cause | None = None,
) -> NewOperation:  # fmt: skip
    program = tx.programs.get_current().version
    return replace(visit_operation(visit, staff, program, op_key=op_key, kind=kind, fact=fact), cause=cause)
