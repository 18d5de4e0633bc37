"""Refusals of paper cards and moved cards in words: one sentence why, one what to do.

Not here: codes on a customer's own phone (counter_errors.py), and all others (errors.py).
"""

from typing import assert_never

from handlers.texts import Words
from loyalty.paper import say_number
from loyalty.refusals import (
    CardMovedAway,
    NumberMistyped,
    OwnPaperCard,
    PaperCardBlocked,
    PaperCardInUse,
    PaperCardMoved,
    PaperCardReplaced,
    PaperRedeemedToday,
    PaperRefusal,
    SameCard,
    TooManyPaperCards,
    UnknownPaperCard,
)


def word_blocked(refusal: PaperCardBlocked, words: Words, *, to_staff: bool = False) -> str:
    """To a customer, or with the step by which staff make a new one."""
    day, by = refusal.at.date(), refusal.by or words.plain("somebody")
    if to_staff:
        return words.plain("error-paper-blocked-staff", day=day, by=by, number=say_number(refusal.card))
    return words.plain("error-paper-blocked", day=day, by=by)


def word_paper_refusal(refusal: PaperRefusal, words: Words) -> str:
    """Plain text, fit for a toast."""
    match refusal:
        case NumberMistyped():
            return words.plain("error-number-mistyped")
        case UnknownPaperCard():
            return words.plain("error-unknown-paper")
        case PaperCardBlocked():
            return word_blocked(refusal, words)
        case PaperCardReplaced(number=number):
            if not number:
                return words.plain("error-paper-replaced")
            return words.plain("error-paper-replaced-by", number=number)
        case PaperCardMoved(at=at):
            return words.plain("error-paper-moved", day=at.date(), time=f"{at:%H:%M}")
        case PaperRedeemedToday():
            return words.plain("error-paper-redeemed")
        case OwnPaperCard():
            return words.plain("error-own-paper")
        case CardMovedAway():
            return words.plain("error-card-moved-away")
        case SameCard():
            return words.plain("error-same-card")
        case PaperCardInUse():
            return words.plain("error-paper-in-use")
        case TooManyPaperCards(most=most):
            return words.plain("error-too-many-papers", most=most)
        case _:
            assert_never(refusal)
