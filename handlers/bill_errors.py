"""Refusals of a bill in words: one sentence why, one what to do.

Not here: all other refusals (errors.py).
"""

from typing import assert_never

from handlers.drawings.bills import EXAMPLE, write_amount
from handlers.drawings.phrases import say_money
from handlers.texts import Words
from loyalty.refusals import (
    AmountUnreadable,
    BillEntered,
    BillMissing,
    BillRefusal,
    BillTooLarge,
    NoBills,
    NoStamps,
    NothingToSpend,
)


def word_bill_refusal(refusal: BillRefusal, words: Words) -> str:
    """Plain text, fit for a toast."""
    match refusal:
        case BillTooLarge(bound=bound, currency=currency):
            return words.plain("error-bill-too-large", amount=say_money(words, bound, currency))
        case AmountUnreadable():
            return words.plain("error-amount-unreadable", example=write_amount(words, EXAMPLE))
        case NoBills():
            return words.plain("error-no-bills")
        case NoStamps():
            return words.plain("error-no-stamps", example=write_amount(words, EXAMPLE))
        case BillEntered():
            return words.plain("error-bill-entered")
        case BillMissing():
            return words.plain("error-bill-missing")
        case NothingToSpend():
            return words.plain("error-nothing-to-spend")
        case _:
            assert_never(refusal)
