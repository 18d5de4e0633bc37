"""What a customer lets us send, and the birthday, go along when a card moves.

Not here: stamps, points and rewards (moving.py). The records of how a wish came about stay with the old card,
and are shown with the new one.
"""

from loyalty.ids import CustomerId
from loyalty.ports import Transaction
from loyalty.wishes import Wish, strictest


def move_wishes(tx: Transaction, source: CustomerId, target: CustomerId) -> None:
    """Of two answers the stricter one holds; of two dates that of the card that stays.

    When a date was given last is among what limits remember, so that moving unlocks nothing.
    """
    mine = {wish.purpose: wish.state for wish in tx.wishes.find_of(target)}
    for theirs in tx.wishes.find_of(source):
        holds = strictest(mine.get(theirs.purpose), theirs.state)
        if holds is not None and holds is not mine.get(theirs.purpose):
            tx.wishes.put(target, Wish(theirs.purpose, holds, theirs.changed_at))
    kept = tx.birthdays.find(source)
    if kept is None:
        return
    if tx.birthdays.find(target) is None:
        tx.birthdays.keep(target, kept.birthday, at=kept.given_at)
    tx.birthdays.drop(source)
