"""Refusals: what could not be done, as facts that a person can be told; a module for each noun.

Not here: the words (handlers/errors.py), and bugs, which are ordinary exceptions.
"""

from loyalty.refusals.bills import (
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
from loyalty.refusals.chat import (
    AnswerGone,
    ChatRefusal,
    CustomerGone,
    LetterOver,
    TooManyLetters,
    TriggersUnfit,
)
from loyalty.refusals.codes import (
    AskedTooLongAgo,
    CodeRanOut,
    CodeRefusal,
    MarkedAbsent,
    OwnCode,
    TooManyWrongCodes,
    UnknownCode,
)
from loyalty.refusals.collecting import (
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
from loyalty.refusals.corrections import (
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
from loyalty.refusals.gifts import GiftRefusal, NotYourPost, PostOfferOver, PostOfferUsedUp, WordsChanged
from loyalty.refusals.limits import (
    ApprovalAsked,
    ApprovalOver,
    ApprovalRefused,
    FlagGone,
    LimitReached,
    LimitRefusal,
    OwnFlag,
    ReasonNeeded,
    TooManyStamps,
)
from loyalty.refusals.paper import (
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
from loyalty.refusals.rewards import (
    OfferOver,
    RewardFromNextVisit,
    RewardGone,
    RewardRefusal,
    RewardWrittenOff,
)
from loyalty.refusals.rights import NobodyOnShift, NotManager, NotOwner, NotStaff, OwnPhoneOnly, RightsRefusal
from loyalty.refusals.rules import (
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
from loyalty.refusals.runs import (
    CampaignGone,
    HoldOutTooSmall,
    LastDateOver,
    PostMissing,
    RunMovedOn,
    RunRefusal,
)
from loyalty.refusals.staff import (
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
from loyalty.refusals.visits import (
    AlreadyDrunk,
    CustomerForgotten,
    JoinOver,
    LaterVisitFirst,
    NotByUndo,
    NothingToUndo,
    UndoTooLate,
    VisitOver,
    VisitRefusal,
)
from loyalty.refusals.wishes import (
    BirthdayLocked,
    DateUnreadable,
    NoBirthday,
    NoCardYet,
    NotForYou,
    WishRefusal,
)

__all__ = [
    "AdjustLimitReached",
    "AlreadyCollected",
    "AlreadyDrunk",
    "AlreadyStaff",
    "AlreadyTill",
    "AmountUnreadable",
    "AmountsUnfit",
    "AnswerGone",
    "ApprovalAsked",
    "ApprovalOver",
    "ApprovalRefused",
    "AskedTooLongAgo",
    "BillAlone",
    "BillEntered",
    "BillMissing",
    "BillRefusal",
    "BillTooLarge",
    "BirthdayLocked",
    "BoundsOdd",
    "CampaignGone",
    "CardFrozen",
    "CardMovedAway",
    "ChatRefusal",
    "CodeRanOut",
    "CodeRefusal",
    "CollectRefusal",
    "CollectedUndone",
    "CorrectionRefusal",
    "CustomerForgotten",
    "CustomerGone",
    "DatePast",
    "DateUnreadable",
    "FewerStamps",
    "FlagGone",
    "FrozenForADay",
    "GiftRefusal",
    "HoldOutTooSmall",
    "InviteForAnother",
    "InviteOver",
    "JoinOver",
    "LastDateOver",
    "LastOwner",
    "LaterVisitFirst",
    "LetterOver",
    "LimitReached",
    "LimitRefusal",
    "LimitsOdd",
    "LookedAtBefore",
    "MarkedAbsent",
    "NameUnfit",
    "NoBills",
    "NoBirthday",
    "NoCardForBill",
    "NoCardYet",
    "NoSlips",
    "NoStamps",
    "NoStampsToAdjust",
    "NobodyOnShift",
    "NotByUndo",
    "NotByYourself",
    "NotForYou",
    "NotManager",
    "NotOwner",
    "NotStaff",
    "NotTill",
    "NotYourPost",
    "NothingToSpend",
    "NothingToTakeBack",
    "NothingToUndo",
    "NumberMistyped",
    "NumberOutOfRange",
    "OfferOver",
    "OldCardOver",
    "OwnCard",
    "OwnCode",
    "OwnFlag",
    "OwnPaperCard",
    "OwnPhoneOnly",
    "OwnSaleCode",
    "OwnSlip",
    "PaperCardBlocked",
    "PaperCardInUse",
    "PaperCardMoved",
    "PaperCardReplaced",
    "PaperRedeemedToday",
    "PaperRefusal",
    "PinLocked",
    "PinPaused",
    "PointsHeld",
    "PostMissing",
    "PostOfferOver",
    "PostOfferUsedUp",
    "ReasonMissing",
    "ReasonNeeded",
    "Refusal",
    "Refused",
    "RewardFromNextVisit",
    "RewardGone",
    "RewardRefusal",
    "RewardWrittenOff",
    "RightsRefusal",
    "RuleRefusal",
    "RunMovedOn",
    "RunRefusal",
    "SaleBillTooLarge",
    "SaleCodeOver",
    "SaleCodeTooLarge",
    "SameCard",
    "SlipCollected",
    "SlipGone",
    "SlipOver",
    "SlipWithoutStamps",
    "SlipsOutOfRange",
    "SlipsUsedUp",
    "StaffGone",
    "StaffRefusal",
    "TillGone",
    "TooManyLetters",
    "TooManyPaperCards",
    "TooManyStamps",
    "TooManyWrongCodes",
    "TriggersUnfit",
    "UndoTooLate",
    "UnknownCode",
    "UnknownPaperCard",
    "UnknownReceipt",
    "UnknownSlip",
    "VisitOver",
    "VisitRefusal",
    "WishRefusal",
    "WordsChanged",
    "WordsUnfit",
    "WrongPin",
    "ZoneUnknown",
]

Refusal = (
    RightsRefusal
    | CodeRefusal
    | VisitRefusal
    | BillRefusal
    | LimitRefusal
    | RewardRefusal
    | CorrectionRefusal
    | StaffRefusal
    | RuleRefusal
    | ChatRefusal
    | CollectRefusal
    | PaperRefusal
    | GiftRefusal
    | WishRefusal
    | RunRefusal
)
"""Every one of them; handlers/errors.py has words for each."""


class Refused(Exception):
    """Something could not be done; `refusal` says what in facts."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(type(refusal).__name__)
        self.refusal = refusal
