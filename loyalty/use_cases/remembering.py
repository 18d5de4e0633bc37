"""Somebody who was forgotten is back: an empty card, and limits that go on where they were.

Not here: forgetting (forgetting.py).
"""

from loyalty.deliveries import ScreenKind
from loyalty.erasures import hash_identity
from loyalty.ids import CustomerId
from loyalty.people import Person
from loyalty.ports import Transaction


def remember(tx: Transaction, customer_id: CustomerId, person: Person) -> None:
    """Give a new customer what is remembered of this account, if it was forgotten within a year."""
    key = tx.installation.get_hash_key()
    carried = tx.forgotten.find(hash_identity("telegram", str(person.telegram_id), key=key))
    if carried is None:
        return
    tx.people.carry(customer_id, carried)
    # Frozen is frozen, unless a manager ended it meanwhile.
    if carried.frozen is not None and tx.freezes.hand_on(carried.frozen, customer_id):
        tx.deliveries.redraw(carried.frozen, ScreenKind.FREEZE)
