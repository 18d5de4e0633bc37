"""Refusals in words: one sentence why, one what to do.

Not here: errors of ours, which are logged and shown as a reference (bot/).
"""

from typing import assert_never

from handlers.texts import Words
from loyalty.refusals import (
    AlreadyDrunk,
    AlreadyStaff,
    CodeRanOut,
    InviteOver,
    LaterVisitFirst,
    NobodyOnShift,
    NotManager,
    NotOwner,
    NotStaff,
    OfferOver,
    OwnCode,
    Refusal,
    RewardFromNextVisit,
    RewardGone,
    TooManyStamps,
    TooManyWrongCodes,
    UndoTooLate,
    UnknownCode,
    VisitOver,
)


def word_refusal(refusal: Refusal, words: Words) -> str:
    """Why something can't be done, and what to do: plain text, fit for a toast."""
    match refusal:
        case NotStaff():
            return words.plain("error-not-staff")
        case NotManager():
            return words.plain("error-not-manager")
        case NobodyOnShift():
            return words.plain("error-nobody-on-shift")
        case NotOwner():
            return words.plain("error-not-owner")
        case OwnCode():
            return words.plain("error-own-code")
        case UnknownCode():
            return words.plain("error-unknown-code")
        case TooManyWrongCodes():
            return words.plain("error-wrong-codes")
        case CodeRanOut():
            return words.plain("error-code-ran-out")
        case VisitOver(state=state):
            return words.plain("error-visit-over", state=state.value)
        case TooManyStamps(most=most):
            return words.plain("error-too-many-stamps", most=most)
        case UndoTooLate():
            return words.plain("error-undo-too-late")
        case AlreadyDrunk():
            return words.plain("error-already-drunk")
        case LaterVisitFirst():
            return words.plain("error-later-visit")
        case RewardGone():
            return words.plain("error-reward-gone")
        case RewardFromNextVisit():
            return words.plain("error-next-visit")
        case OfferOver():
            return words.plain("error-offer-over")
        case InviteOver():
            return words.plain("error-invite-over")
        case AlreadyStaff():
            return words.plain("error-already-staff")
        case _:
            assert_never(refusal)
