"""Refusals of posts that an owner writes, for whom they are and when they go out. The draft is kept.

Not here: what happens to a post that was let go.
"""

from dataclasses import dataclass
from enum import StrEnum


class PostKind(StrEnum):
    """What was sent in place of a post."""

    ALBUM = "album"
    POLL = "poll"
    STICKER = "sticker"
    VOICE = "voice"
    VIDEO = "video"
    FILE = "file"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NotAPost:
    """A post is words, with one picture at most."""

    sent: PostKind


@dataclass(frozen=True, slots=True)
class PostTooLong:
    """Longer than Telegram takes. Units: UTF-16 code units, without formatting."""

    over: int
    most: int
    picture: bool
    """Less fits under one."""


@dataclass(frozen=True, slots=True)
class NoRoomForOffer:
    """With the offer's line below it the post would be longer than Telegram takes."""

    over: int
    """UTF-16 code units."""


@dataclass(frozen=True, slots=True)
class FormattingBroken:
    """Telegram does not take the formatting of this post."""


@dataclass(frozen=True, slots=True)
class LinkRefused:
    """Telegram does not take the link of this post's button."""

    link: str


@dataclass(frozen=True, slots=True)
class DraftOver:
    """The draft was sent or thrown away since."""

    question: bool = False
    """Of the owner's own, and no post."""


@dataclass(frozen=True, slots=True)
class DraftOfAnother:
    """Each owner has drafts of their own."""

    question: bool = False
    """Likewise."""


@dataclass(frozen=True, slots=True)
class LastVersion:
    """The only version of a draft can be written anew, not taken away."""


@dataclass(frozen=True, slots=True)
class LinkUnfit:
    """No link that a button can carry, or no words for the button."""


@dataclass(frozen=True, slots=True)
class NobodyPicked:
    """It was not said yet for whom the post is."""


@dataclass(frozen=True, slots=True)
class NobodyToReach:
    """Nobody of those who were picked can get the post."""


@dataclass(frozen=True, slots=True)
class TimeUnreadable:
    """No date and hour that could be read."""


@dataclass(frozen=True, slots=True)
class RhythmUnreadable:
    """No day of the week and hour that could be read."""


@dataclass(frozen=True, slots=True)
class TimePast:
    """This moment is over."""


@dataclass(frozen=True, slots=True)
class TimeSkipped:
    """The clock jumps over this hour on that date."""

    skipped: str
    """Such as 03:30."""


@dataclass(frozen=True, slots=True)
class TimeQuiet:
    """In these hours nobody is written to."""

    quiet_from: int
    quiet_until: int


@dataclass(frozen=True, slots=True)
class RangeUnreadable:
    """No range of numbers that could be read, or one that holds nothing."""


DraftRefusal = (
    NotAPost | PostTooLong | NoRoomForOffer | FormattingBroken | DraftOver | DraftOfAnother | LastVersion
    | LinkUnfit | LinkRefused | NobodyPicked | NobodyToReach | TimeUnreadable | TimePast | TimeSkipped
    | TimeQuiet | RangeUnreadable | RhythmUnreadable
)  # fmt: skip
