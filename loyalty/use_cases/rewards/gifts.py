"""Gifts: rewards that no card was filled for, taken from a post or given by a standing campaign.

Not here: handing them over (handovers.py) and their end (ending_gifts.py).
"""

from dataclasses import dataclass
from datetime import date, datetime

from loyalty import days
from loyalty.campaigns import PostOffer
from loyalty.ids import THE_ONLY_LOCATION, CustomerId, RecipientId
from loyalty.ledger import NewOperation, OperationKind
from loyalty.own_words import OwnWords
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.receipts import GiftCause, GiftGiven
from loyalty.refusals import NotYourPost, PostOfferOver, PostOfferUsedUp, Refused
from loyalty.rewards import Reward
from loyalty.runs import Recipient, RecipientState
from loyalty.standing import GIVEN
from loyalty.use_cases.corrections.record import follow_moves
from loyalty.use_cases.customers.freezing import refuse_frozen
from loyalty.use_cases.visits.record import end_offers_of, redraw_cards_of
from loyalty.visits import Visit


@dataclass(frozen=True, slots=True)
class TakenOffer:
    """What a tap on *take it* is answered with; `fresh` False: it was taken before."""

    item: OwnWords
    until: date
    """The cafe's own date, the last on which it can be had."""
    fresh: bool


@dataclass(frozen=True, slots=True)
class TakeOffer:
    """Take it: what a post offers comes onto the card."""

    database: Database

    async def __call__(self, person: Person, recipient_id: RecipientId) -> TakenOffer:
        """The gift and its last day; once from each message, however often it is tapped.

        Raises Refused: NotYourPost, PostOfferOver, PostOfferUsedUp, CardFrozen.
        """
        return await self.database.write(lambda tx: _take(tx, person, recipient_id))


def issue_gift(
    tx: Transaction, customer_id: CustomerId, *, item: OwnWords, expires_at: datetime,
    recipient_id: RecipientId | None, op_key: str, cause: GiftCause, visit: Visit | None = None,
    told: bool = False,
) -> Reward:  # fmt: skip
    """Put a gift on the customer's card, once for each key: the same key answers what it gave before.

    `expires_at`: the end of the last day of the cafe on which it can be had. `visit`: what it was given for,
    which takes it along when it is undone. `told`: it gets a receipt of its own; else the message that it
    comes with says it.
    """
    known = tx.ledger.find_by_key(op_key)
    if known is not None:
        return tx.rewards.given_by(known.id)
    operation = tx.ledger.write(_operation(tx, customer_id, op_key, item, expires_at, cause, visit), ())
    reward_id = tx.rewards.issue(
        tx.cards.get_of(customer_id),
        item=item,
        cost=0,
        operation_id=operation.id,
        visit_id=visit.id if visit else None,
        replaces=None,
        expires_at=expires_at,
        recipient_id=recipient_id,
    )
    if told:
        tx.deliveries.add_receipt(operation, customer_id)
    redraw_cards_of(tx, customer_id)
    return tx.rewards.get(reward_id)


def _operation(
    tx: Transaction, customer_id: CustomerId, op_key: str, item: OwnWords, expires_at: datetime,
    cause: GiftCause, visit: Visit | None,
) -> NewOperation:  # fmt: skip
    program = tx.programs.get_current()
    return NewOperation(
        op_key=op_key,
        kind=OperationKind.GIFT,
        fact=GiftGiven(item, days.last_day(expires_at, program.rules), cause),
        customer_id=customer_id,
        location_id=visit.location_id if visit else THE_ONLY_LOCATION,
        program_version=program.version,
        practice=tx.people.get_customer(customer_id).practice,
        staff_id=None,
        visit_id=visit.id if visit else None,
    )


def take_gifts_back(tx: Transaction, visit: Visit) -> tuple[OwnWords, ...]:
    """What the visit was given for goes with it, unless it was had; answers what went."""
    gone = []
    for operation in tx.ledger.of_visit(visit.id):
        if operation.kind is not OperationKind.GIFT:
            continue
        reward = tx.rewards.given_by(operation.id)
        if tx.rewards.cancel(reward.id):
            end_offers_of(tx, reward.id)
            gone.append(reward.item)
    return tuple(gone)


def _take(tx: Transaction, person: Person, recipient_id: RecipientId) -> TakenOffer:
    recipient, owner = _require_own_post(tx, person, recipient_id)
    campaign = tx.campaigns.get(recipient.campaign_id)
    offer = campaign.offer
    if offer is None or campaign.kind in GIVEN:  # that comes by itself: no button of ours takes it
        raise Refused(PostOfferOver())
    op_key = f"campaign:{recipient.campaign_id}:{recipient.customer_id}:{recipient.occurrence}"
    known = tx.ledger.find_by_key(op_key)
    if known is not None and isinstance(known.fact, GiftGiven):
        return TakenOffer(known.fact.item, known.fact.until, fresh=False)
    _require_offered(tx, recipient, offer)
    refuse_frozen(tx, owner)
    if not tx.runs.take_offer(recipient.run_id, limit=offer.limit):
        raise Refused(PostOfferUsedUp(offer.limit))
    rules = tx.programs.get_current().rules
    ends = days.end_after(tx.now, offer.days, rules)
    issue_gift(
        tx, owner, item=offer.item, expires_at=ends, recipient_id=recipient.id, op_key=op_key,
        cause=GiftCause.OFFER, told=True,
    )  # fmt: skip
    return TakenOffer(offer.item, days.last_day(ends, rules), fresh=True)


def _require_own_post(
    tx: Transaction, person: Person, recipient_id: RecipientId
) -> tuple[Recipient, CustomerId]:
    """Whoever a post was sent to, and on whose card that one's is now. Raises Refused(NotYourPost)."""
    customer, recipient = tx.people.find_customer(person.telegram_id), tx.recipients.find(recipient_id)
    if customer is None or recipient is None:
        raise Refused(NotYourPost())
    if recipient.state in (RecipientState.HELD_OUT, RecipientState.SKIPPED):  # no message of ours has it
        raise Refused(NotYourPost())
    if follow_moves(tx, recipient.customer_id) != customer.id:
        raise Refused(NotYourPost())
    return recipient, customer.id


def _require_offered(tx: Transaction, recipient: Recipient, offer: PostOffer) -> None:
    """It can be taken for as many days as it can be had, from the day it was sent; a stopped run keeps that.

    Raises Refused(PostOfferOver).
    """
    sent_at = recipient.settled_at or tx.now
    if tx.now >= days.end_after(sent_at, offer.days, tx.programs.get_current().rules):
        raise Refused(PostOfferOver())
