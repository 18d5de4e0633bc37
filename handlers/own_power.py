"""Refusals for a manager or an owner: what they can do themselves, where others are sent to them.

Not here: the words for everybody else (errors.py).
"""

from handlers.drawings.phrases import say_money
from handlers.errors import word_refusal
from handlers.filters import is_manager
from handlers.paper_errors import word_blocked
from handlers.texts import Words
from loyalty.people import Acquaintance, Role
from loyalty.refusals import (
    AdjustLimitReached,
    AlreadyDrunk,
    ApologiesUsedUp,
    ApprovalAsked,
    BillTooLarge,
    CardFrozen,
    LaterVisitFirst,
    LimitReached,
    NoApologies,
    NotByUndo,
    NotManager,
    NotOwner,
    OldCardOver,
    OwnCard,
    OwnCode,
    PaperCardBlocked,
    Refusal,
    RewardWrittenOff,
    UndoTooLate,
)
from loyalty.verdicts import PER_DAY


def word_refusal_for(reader: Acquaintance, refusal: Refusal, words: Words) -> str:
    """Why something can't be done, and what this reader can do: plain text, fit for a toast."""
    if isinstance(refusal, NotManager | NotOwner) and reader.till is not None:
        return words.plain("error-not-at-till", who="owner" if isinstance(refusal, NotOwner) else "manager")
    if isinstance(refusal, PaperCardBlocked) and (reader.staff is not None or reader.till is not None):
        return word_blocked(refusal, words, to_staff=True)
    own = None
    if reader.staff is not None and is_manager(reader):
        own = _word_for_manager(refusal, words)
        if own is None and reader.staff.role.covers(Role.OWNER):
            own = _word_for_owner(refusal, words)
    return word_refusal(refusal, words) if own is None else own


def _word_for_manager(refusal: Refusal, words: Words) -> str | None:
    """What others need a manager for."""
    match refusal:
        case UndoTooLate(number=int(number)):
            return _and_you_can("error-undo-too-late", number, words)
        case AlreadyDrunk(number=int(number)):
            return _and_you_can("error-already-drunk", number, words)
        case LaterVisitFirst(number=int(number)):
            return _and_you_can("error-later-visit", number, words)
        case RewardWrittenOff(number=number):
            return words.plain("error-reward-written-off-manager", number=str(number))
        case NotByUndo(number=number):
            return words.plain("error-not-by-undo-manager", number=str(number))
        case OldCardOver():
            return words.plain("error-old-card-over-manager")
        case ApprovalAsked():
            return words.plain("error-own-bill-asked")
        case CardFrozen():
            return words.plain("error-card-frozen-manager")
        case _:
            return None


def _word_for_owner(refusal: Refusal, words: Words) -> str | None:
    """What others need the owner for; an only owner has nobody to ask, but can raise a limit or hire."""
    match refusal:
        case AdjustLimitReached(left=left):
            return words.plain("error-adjust-limit-owner", count=left)
        case LimitReached(limit=limit, bound=bound):
            key = "error-limit-visits-owner" if limit in PER_DAY else "error-limit-stamps-owner"
            return words.plain(key, most=bound - 1)
        case BillTooLarge(bound=bound, currency=currency):
            return words.plain("error-bill-too-large-owner", amount=say_money(words, bound, currency))
        case OwnCard():
            return words.plain("error-own-card-owner")
        case OwnCode():
            return words.plain("error-own-code-owner")
        case NoApologies(points_alone=False):
            return words.plain("error-no-apologies-owner")
        case ApologiesUsedUp(most=most, again=again):
            return words.plain("error-apologies-used-up-owner", most=str(most), again=again)
        case _:
            return None


def _and_you_can(why: str, receipt: int, words: Words) -> str:
    return f"{words.plain(why)} {words.plain('error-you-can', number=str(receipt))}"
