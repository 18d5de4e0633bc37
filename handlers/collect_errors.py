"""Refusals of what customers collect by themselves, in words: one sentence why, one what to do.

Not here: all other refusals (errors.py).
"""

from typing import assert_never

from handlers.drawings.phrases import say_money
from handlers.texts import Words
from loyalty.refusals import (
    AlreadyCollected,
    CollectedUndone,
    CollectRefusal,
    NoSlips,
    NotByYourself,
    OwnSaleCode,
    OwnSlip,
    SaleBillTooLarge,
    SaleCodeOver,
    SaleCodeTooLarge,
    SlipCollected,
    SlipGone,
    SlipOver,
    SlipsOutOfRange,
    SlipsUsedUp,
    SlipWithoutStamps,
    UnknownSlip,
)


def word_collect_refusal(refusal: CollectRefusal, words: Words) -> str:
    """Plain text, fit for a toast."""
    match refusal:
        case AlreadyCollected():
            return words.plain("error-already-collected")
        case CollectedUndone():
            return words.plain("error-collected-undone")
        case SaleCodeOver():
            return words.plain("error-sale-code-over")
        case SaleCodeTooLarge(most=most):
            return words.plain("error-sale-code-too-large", most=most)
        case SaleBillTooLarge(bound=bound, currency=currency):
            return words.plain("error-sale-bill-too-large", amount=say_money(words, bound, currency))
        case OwnSaleCode():
            return words.plain("error-own-sale-code")
        case NotByYourself():
            return words.plain("error-not-by-yourself")
        case UnknownSlip():
            return words.plain("error-unknown-slip")
        case SlipOver(expired=expired):
            return words.plain("error-slip-over", why="expired" if expired else "void")
        case OwnSlip():
            return words.plain("error-own-slip")
        case SlipsUsedUp(most=most, last_day=last_day):
            key = "error-slips-used-up-today" if last_day else "error-slips-used-up"
            return words.plain(key, most=most)
        case NoSlips():
            return words.plain("error-no-slips")
        case SlipWithoutStamps():
            return words.plain("error-slip-without-stamps")
        case SlipGone():
            return words.plain("error-slip-gone")
        case SlipCollected(number=None):
            return words.plain("error-slip-collected")
        case SlipCollected(number=number):
            return words.plain("error-slip-collected-by", number=str(number))
        case SlipsOutOfRange(most=most):
            return words.plain("error-slips-out-of-range", most=most)
        case _:
            assert_never(refusal)
