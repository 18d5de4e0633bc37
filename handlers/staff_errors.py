"""Refusals about invites, staff members, tills and PINs in words: one sentence why, one what to do.

Not here: who may do what at the counter, and all others (errors.py).
"""

from typing import assert_never

from handlers.texts import Words
from loyalty.refusals import (
    AlreadyStaff,
    AlreadyTill,
    InviteForAnother,
    InviteOver,
    LastOwner,
    NameUnfit,
    NotTill,
    PinLocked,
    PinPaused,
    StaffGone,
    StaffRefusal,
    TillGone,
    WrongPin,
)


def word_staff_refusal(refusal: StaffRefusal, words: Words) -> str:
    """Why nobody is hired, named, removed or put on shift."""
    match refusal:
        case InviteOver():
            return words.plain("error-invite-over")
        case InviteForAnother():
            return words.plain("error-invite-for-another")
        case AlreadyStaff():
            return words.plain("error-already-staff")
        case AlreadyTill():
            return words.plain("error-already-till")
        case NotTill():
            return words.plain("error-not-till")
        case StaffGone():
            return words.plain("error-staff-gone")
        case TillGone():
            return words.plain("error-till-gone")
        case LastOwner():
            return words.plain("error-last-owner")
        case NameUnfit(most=most):
            return words.plain("error-name-unfit", most=most)
        case WrongPin(left=left):
            return words.plain("error-wrong-pin", left=left)
        case PinPaused():
            return words.plain("error-pin-paused")
        case PinLocked():
            return words.plain("error-pin-locked")
        case _:
            assert_never(refusal)
