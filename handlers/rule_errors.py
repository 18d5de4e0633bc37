"""Refusals about the cafe's rules in words: one sentence why, one what to do.

Not here: all other refusals (errors.py).
"""

from typing import assert_never

from handlers.drawings.bills import EXAMPLE, write_amount
from handlers.texts import Words
from loyalty.refusals import (
    AmountsUnfit,
    BoundsOdd,
    DatePast,
    LimitsOdd,
    NumberOutOfRange,
    PointsHeld,
    RuleRefusal,
    WordsUnfit,
    ZoneUnknown,
)


def word_rule_refusal(refusal: RuleRefusal, words: Words) -> str:
    """Plain text, fit for a toast."""
    match refusal:
        case LimitsOdd():
            return words.plain("error-limits-odd")
        case BoundsOdd():
            return words.plain("error-bounds-odd")
        case WordsUnfit(most=most, length=length):
            return words.plain("error-words-unfit", longest=str(most), given=str(length))
        case NumberOutOfRange(least=least, most=most):
            return words.plain("error-number-out-of-range", least=str(least), highest=str(most))
        case ZoneUnknown():
            return words.plain("error-zone-unknown")
        case PointsHeld(currency=currency):
            return words.plain("error-points-held", currency=currency)
        case AmountsUnfit(most=most):
            return words.plain("error-amounts-unfit", most=str(most), example=write_amount(words, EXAMPLE))
        case DatePast():
            return words.plain("error-date-past")
        case _:
            assert_never(refusal)
