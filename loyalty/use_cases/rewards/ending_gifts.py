"""The end of gifts: what could not be warned of does not expire.

Not here: the reminders that warn (planners/reminders.py), and when this is looked at (upkeep.py).
"""

from loyalty import days
from loyalty.campaigns import CampaignKind, ReminderTerms
from loyalty.ids import THE_ONLY_LOCATION
from loyalty.ledger import NewOperation, OperationKind
from loyalty.ports import Transaction
from loyalty.receipts import GiftCause, GiftExpired, GiftGiven
from loyalty.rewards import Reward
from loyalty.runs import RecipientState
from loyalty.standing import key_of_reminder
from loyalty.use_cases.visits.record import end_offers_of, judged_at, redraw_cards_of
from loyalty.visits import ADD_WINDOW


def end_gifts(tx: Transaction, *, most: int) -> int:
    """Gifts whose last day is over leave their cards, or stay for good; answers how many were settled."""
    return sum(_settle(tx, reward) for reward in tx.rewards.find_ended(most=most))


def _settle(tx: Transaction, reward: Reward) -> bool:
    if _is_at_the_counter(tx, reward):
        return False  # it was picked in time, or can be asked for now: the next look decides
    if tx.people.get_customer(reward.customer_id).frozen or not _was_warned(tx, reward):
        tx.rewards.let_stay(reward.id)
    else:
        _expire(tx, reward)
    redraw_cards_of(tx, reward.customer_id)
    return True


def _is_at_the_counter(tx: Transaction, reward: Reward) -> bool:
    """Whether its customer shows a code, or staff have the card open or just had it."""
    code = tx.scans.find_live_of(reward.customer_id)
    if code is not None and code.may_be_used(tx.now):
        return True
    return bool(tx.visits.find_live_of(reward.customer_id, confirmed_after=judged_at(tx) - ADD_WINDOW))


def _was_warned(tx: Transaction, reward: Reward) -> bool:
    """Whether the last reminder before its end arrived, or its end was told when no reminder was to come."""
    reminders = tx.campaigns.find_standing(CampaignKind.REMINDER)
    terms = reminders.terms if reminders is not None else ReminderTerms()
    before = min(terms.before) if isinstance(terms, ReminderTerms) else 0
    if _was_told_late(tx, reward, before):
        return True
    if reminders is None:
        return False
    return any(
        tx.recipients.was_sent(reminders.id, one.customer_id, key_of_reminder(one.id, before))
        for one in _chain(tx, reward)
    )


def _was_told_late(tx: Transaction, reward: Reward, before: int) -> bool:
    """Whether it was given so few days before its end that the words it came with are the warning."""
    first, rules = _chain(tx, reward)[-1], tx.programs.get_current().rules
    if first.expires_at is None:
        return False
    last = days.last_day(first.expires_at, rules)
    if (last - days.day_of(first.issued_at, rules).date).days > before:
        return False
    fact = tx.ledger.get(first.operation_id).fact
    if not isinstance(fact, GiftGiven):
        return False  # it moved here: nobody was told its end on this card
    if fact.cause in (GiftCause.OFFER, GiftCause.APOLOGY):
        return tx.deliveries.was_receipt_sent(first.operation_id)
    came_with = tx.recipients.find(first.recipient_id) if first.recipient_id is not None else None
    return came_with is not None and came_with.state is RecipientState.SENT


def _chain(tx: Transaction, reward: Reward) -> list[Reward]:
    """The reward and those it replaces, for each time that its handing over was undone; the first is last."""
    chain = [reward]
    while (before := chain[-1].replaces) is not None:
        chain.append(tx.rewards.get(before))
    return chain


def _expire(tx: Transaction, reward: Reward) -> None:
    if not tx.rewards.expire(reward.id):
        return
    end_offers_of(tx, reward.id)
    program = tx.programs.get_current()
    customer = tx.people.get_customer(reward.customer_id)
    tx.ledger.write(
        NewOperation(
            op_key=f"reward:{reward.id}:expired",
            kind=OperationKind.GIFT_EXPIRED,
            fact=GiftExpired(reward.item),
            customer_id=customer.id,
            location_id=THE_ONLY_LOCATION,
            program_version=program.version,
            practice=customer.practice,
            staff_id=None,
            visit_id=None,
        ),
        (),
    )
