"""Offers: what every answer of a customer to a question of the staff begins with.

Not here: what a yes does (handovers.py, spending.py).
"""

from dataclasses import replace
from typing import TypeVar

from loyalty.people import Person, StaffMember
from loyalty.points import SpendOffer
from loyalty.ports import Transaction
from loyalty.refusals import OfferOver, Refused
from loyalty.rewards import HandoverOffer
from loyalty.visits import Visit

Offer = TypeVar("Offer", HandoverOffer, SpendOffer)


def require_own(tx: Transaction, person: Person, offer: Offer | None) -> tuple[Offer, Visit]:
    """A question that was put to this person, with its visit. Raises Refused(OfferOver)."""
    customer = tx.people.find_customer(person.telegram_id)
    if offer is None or customer is None:
        raise Refused(OfferOver())
    visit = tx.visits.get(offer.visit_id)
    if visit.customer_id != customer.id:
        raise Refused(OfferOver())
    return offer, visit


def asker_of(tx: Transaction, offer: HandoverOffer | SpendOffer) -> StaffMember:
    """In whose name a yes is carried out, at the till where it was asked."""
    return replace(tx.people.get_staff(offer.asked_by), till_id=offer.till_id)
