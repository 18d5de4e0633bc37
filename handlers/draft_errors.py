"""Refusals of an owner's posts in words.

Not here: all other refusals (errors.py).
"""

from typing import assert_never

from handlers.names import shortened
from handlers.texts import Words
from loyalty.posts import LONGEST_LABEL
from loyalty.refusals import (
    DraftOfAnother,
    DraftOver,
    DraftRefusal,
    FormattingBroken,
    LastVersion,
    LinkRefused,
    LinkUnfit,
    NobodyPicked,
    NobodyToReach,
    NoRoomForOffer,
    NotAPost,
    PostTooLong,
    RangeUnreadable,
    RhythmUnreadable,
    TimePast,
    TimeQuiet,
    TimeSkipped,
    TimeUnreadable,
)

_SHOWN = 40
"""Characters of a link that fit a toast."""


def word_draft_refusal(refusal: DraftRefusal, words: Words) -> str:
    """Plain text, fit for a toast: why, and what to do. The draft is kept through each of them."""
    match refusal:
        case NotAPost(sent=kind):
            return words.plain("error-not-a-post", kind=kind.value)
        case PostTooLong(over=over, most=most, picture=picture):
            said = {"picture": "yes" if picture else "no", "over": str(over), "most": str(most)}
            return words.plain("error-post-too-long", **said)
        case NoRoomForOffer(over=over):
            return words.plain("error-no-room-for-offer", over=str(over))
        case FormattingBroken():
            return words.plain("error-formatting-broken")
        case DraftOver(question=question):
            return words.plain("error-draft-over", question="yes" if question else "no")
        case DraftOfAnother(question=question):
            return words.plain("error-draft-of-another", question="yes" if question else "no")
        case LastVersion():
            return words.plain("error-last-version")
        case LinkUnfit():
            return words.plain("error-link-unfit", longest=str(LONGEST_LABEL))
        case LinkRefused(link=link):
            return words.plain("error-link-refused", link=shortened(link, _SHOWN))
        case NobodyPicked():
            return words.plain("error-nobody-picked")
        case NobodyToReach():
            return words.plain("error-nobody-to-reach")
        case TimeUnreadable():
            return words.plain("error-time-unreadable")
        case RhythmUnreadable():
            return words.plain("error-rhythm-unreadable")
        case TimePast():
            return words.plain("error-time-past")
        case TimeSkipped(skipped=at):
            return words.plain("error-time-skipped", time=at)
        case TimeQuiet(quiet_from=quiet_from, quiet_until=quiet_until):
            said = {"from": f"{quiet_from}:00", "until": f"{quiet_until}:00"}
            return words.plain("error-time-quiet", **said)
        case RangeUnreadable():
            return words.plain("error-range-unreadable")
        case _:
            assert_never(refusal)
