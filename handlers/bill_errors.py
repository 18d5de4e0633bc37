"""Refusals of a bill in words: one sentence why, one what to do.

Not here: all other refusals (errors.py).
"""

from typing import assert_never

from handlers.drawings.bills import EXAMPLE, write_amount
from handlers.drawings.phrases import say_money
from handlers.texts import Words
from loyalty.refusals import (
    AmountUnreadable,
    BillAlone,
    BillEntered,
    BillMissing,
    BillRefusal,
    BillTooLarge,
    NoBills,
    NoCardForBill,
    NoStamps,
    NothingToSpend,
)


def word_bill_refusal(refusal: BillRefusal, words: Words) -> str:
    """Plain text, fit for a toast."""
    match refusal:
        case BillTooLarge(bound=bound, currency=currency):
            return words.plain("error-bill-too-large", amount=say_money(words, bound, currency))
        case AmountUnreadable(sale=sale):
            key = "error-amount-unreadable-sale" if sale else "error-amount-unreadable"
            return words.plain(key, example=write_amount(words, EXAMPLE))
        case NoBills(sale=sale):
            return words.plain("error-no-bills-sale" if sale else "error-no-bills")
        case NoStamps(sale=sale):
            key = "error-no-stamps-sale" if sale else "error-no-stamps"
            return words.plain(key, example=write_amount(words, EXAMPLE))
        case BillAlone():
            return words.plain("error-bill-alone", example=write_amount(words, EXAMPLE))
        case NoCardForBill():
            return words.plain("error-no-card-for-bill", example=write_amount(words, EXAMPLE))
        case BillEntered():
            return words.plain("error-bill-entered")
        case BillMissing():
            return words.plain("error-bill-missing")
        case NothingToSpend():
            return words.plain("error-nothing-to-spend")
        case _:
            assert_never(refusal)
