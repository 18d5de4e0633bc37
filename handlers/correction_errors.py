"""Refusals about corrections and frozen cards in words: one sentence why, one what to do.

Not here: the ordinary undo (counter_errors.py), and all others (errors.py).
"""

from typing import assert_never

from handlers.texts import Words
from loyalty.refusals import (
    AdjustLimitReached,
    CardFrozen,
    CorrectionRefusal,
    FewerStamps,
    FrozenForADay,
    LookedAtBefore,
    NoStampsToAdjust,
    NothingToTakeBack,
    OldCardOver,
    OwnCard,
    ReasonMissing,
    UnknownReceipt,
)


def word_correction_refusal(refusal: CorrectionRefusal, words: Words) -> str:
    """Why a correction can't be made, or a frozen card can't be used."""
    match refusal:
        case UnknownReceipt(number=number):
            return words.plain("error-unknown-receipt", number=str(number))
        case NothingToTakeBack(number=number):
            return words.plain("error-nothing-to-take-back", number=str(number))
        case ReasonMissing():
            return words.plain("error-reason-missing")
        case OwnCard():
            return words.plain("error-own-card")
        case FewerStamps(held=held):
            return words.plain("error-fewer-stamps", count=held)
        case AdjustLimitReached(left=left):
            return words.plain("error-adjust-limit", count=left)
        case NoStampsToAdjust():
            return words.plain("error-no-stamps-to-adjust")
        case OldCardOver():
            return words.plain("error-old-card-over")
        case CardFrozen():
            return words.plain("error-card-frozen")
        case FrozenForADay(hours=hours):
            return words.plain("error-frozen-for-a-day", hours=hours)
        case LookedAtBefore():
            return words.plain("error-looked-at-before")
        case _:
            assert_never(refusal)
