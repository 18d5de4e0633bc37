"""Refusals at the counter in words: codes, visits, limits and rewards; one sentence why, one what to do.

Not here: what only a manager can put right (correction_errors.py), and all others (errors.py).
"""

from typing import assert_never

from handlers.texts import Words
from loyalty.refusals import (
    AlreadyDrunk,
    ApprovalAsked,
    ApprovalOver,
    ApprovalRefused,
    AskedTooLongAgo,
    CodeRanOut,
    CodeRefusal,
    CustomerForgotten,
    FlagGone,
    JoinOver,
    LaterVisitFirst,
    LimitReached,
    LimitRefusal,
    MarkedAbsent,
    NotByUndo,
    NothingToUndo,
    OfferOver,
    OwnCode,
    OwnFlag,
    ReasonNeeded,
    RewardFromNextVisit,
    RewardGone,
    RewardRefusal,
    RewardWrittenOff,
    TooManyStamps,
    TooManyWrongCodes,
    UndoTooLate,
    UnknownCode,
    VisitOver,
    VisitRefusal,
)
from loyalty.verdicts import PER_DAY


def word_code_refusal(refusal: CodeRefusal, words: Words) -> str:
    """Why a code or a request opens no visit."""
    match refusal:
        case OwnCode():
            return words.plain("error-own-code")
        case UnknownCode():
            return words.plain("error-unknown-code")
        case TooManyWrongCodes():
            return words.plain("error-wrong-codes")
        case AskedTooLongAgo(asked_at=asked_at):
            if asked_at is None:
                return words.plain("error-asked-while-away")
            return words.plain("error-asked-too-long-ago", time=f"{asked_at:%H:%M}")
        case CodeRanOut():
            return words.plain("error-code-ran-out")
        case MarkedAbsent(by=by):
            return words.plain("error-marked-absent", by=by)
        case _:
            assert_never(refusal)


def word_visit_refusal(refusal: VisitRefusal, words: Words) -> str:
    """Why nothing can be done about a visit any more."""
    match refusal:
        case VisitOver(state=state):
            return words.plain("error-visit-over", state=state.value)
        case JoinOver():
            return words.plain("error-join-over")
        case NothingToUndo():
            return words.plain("error-nothing-to-undo")
        case NotByUndo(number=number):
            return words.plain("error-not-by-undo", number=str(number))
        case CustomerForgotten():
            return words.plain("error-customer-forgotten")
        case UndoTooLate(number=number):
            return _why_late("error-undo-too-late", number, words)
        case AlreadyDrunk(number=number):
            return _why_late("error-already-drunk", number, words)
        case LaterVisitFirst(number=number):
            return _why_late("error-later-visit", number, words)
        case _:
            assert_never(refusal)


def _why_late(why: str, receipt: int | None, words: Words) -> str:
    """Why the ordinary undo is over, and that a manager still can, by the receipt's number."""
    if receipt is None:
        return words.plain(why)
    return f"{words.plain(why)} {words.plain('error-manager-can', number=str(receipt))}"


def word_limit_refusal(refusal: LimitRefusal, words: Words) -> str:
    """Why so many stamps can't be given just now, and who may let them pass."""
    match refusal:
        case TooManyStamps(most=most):
            return words.plain("error-too-many-stamps", most=most)
        case ReasonNeeded(need=need):
            return words.plain("error-reason-needed", need=need.value)
        case LimitReached(limit=limit, bound=bound):
            key = "error-limit-visits" if limit in PER_DAY else "error-limit-stamps"
            return words.plain(key, most=bound - 1)
        case ApprovalAsked():
            return words.plain("error-manager-asked")
        case ApprovalRefused():
            return words.plain("error-manager-said-no")
        case ApprovalOver():
            return words.plain("error-approval-over")
        case FlagGone():
            return words.plain("error-flag-gone")
        case OwnFlag():
            return words.plain("error-own-flag")
        case _:
            assert_never(refusal)


def word_reward_refusal(refusal: RewardRefusal, words: Words) -> str:
    """Why a reward can't be had."""
    match refusal:
        case RewardGone():
            return words.plain("error-reward-gone")
        case RewardFromNextVisit():
            return words.plain("error-next-visit")
        case OfferOver():
            return words.plain("error-offer-over")
        case RewardWrittenOff(number=number):
            return words.plain("error-reward-written-off", number=str(number))
        case _:
            assert_never(refusal)
