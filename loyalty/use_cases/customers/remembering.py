"""Somebody is back who was forgotten, or whose card moved on: an empty card, and limits that go on.

Not here: forgetting (forgetting.py), moving (moving.py), and what is to be remembered (limits/memory.py).
"""

from loyalty.deliveries import ScreenKind
from loyalty.erasures import Carried, hash_identity
from loyalty.ids import CustomerId, TelegramId
from loyalty.people import Person
from loyalty.ports import Transaction


def find_remembered(tx: Transaction, telegram_id: TelegramId) -> Carried | None:
    """What limits know of an account from before; None for one that is new here."""
    identity_hash = hash_identity("telegram", str(telegram_id), key=tx.installation.get_hash_key())
    left = tx.moves.find_left(identity_hash)
    forgotten = tx.forgotten.find(identity_hash, since=left.at if left else None)
    return forgotten or (left.limits if left else None)


def remember(tx: Transaction, customer_id: CustomerId, person: Person) -> None:
    """Give a new customer what is remembered of this account, if it was forgotten within a year."""
    carried = find_remembered(tx, person.telegram_id)
    if carried is None:
        return
    tx.people.carry(customer_id, carried)
    # Frozen is frozen, unless a manager ended it meanwhile.
    if carried.frozen is not None and tx.freezes.hand_on(carried.frozen, customer_id):
        tx.deliveries.redraw(carried.frozen, ScreenKind.FREEZE)
