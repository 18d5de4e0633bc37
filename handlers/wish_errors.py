"""Refusals of what a customer may be sent, in words.

Not here: all others (errors.py).
"""

from typing import assert_never

from handlers.texts import Words
from loyalty.refusals import (
    BirthdayLocked,
    DateUnreadable,
    NoBirthday,
    NoCardYet,
    NotForYou,
    WishRefusal,
)


def word_wish_refusal(refusal: WishRefusal, words: Words) -> str:
    """One sentence why, one what to do."""
    match refusal:
        case NotForYou():
            return words.plain("error-not-for-you")
        case NoCardYet():
            return words.plain("error-no-card-yet")
        case DateUnreadable():
            return words.plain("error-date-unreadable")
        case BirthdayLocked(until=until):
            return words.plain("error-birthday-locked", day=until)
        case NoBirthday():
            return words.plain("error-no-birthday")
        case _:
            assert_never(refusal)
