"""What stands behind the owner's buttons about campaigns that go out by themselves.

Not here: broadcasts (runs.py), and the buttons under a post (posts.py).
"""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import AfterValidator, Field

from handlers.callbacks.bounds import LanguageCode
from loyalty.campaigns import CampaignKind
from loyalty.standing import FIRST_TERMS
from loyalty.standing_times import Timing


def _goes_out_by_itself(kind: CampaignKind) -> CampaignKind:
    """Nobody's post: that is written, read and sent under buttons of its own."""
    if kind not in FIRST_TERMS:
        raise ValueError(f"{kind} does not go out by itself")
    return kind


StandingKind = Annotated[CampaignKind, AfterValidator(_goes_out_by_itself)]


class GiftWish(StrEnum):
    """What is to come with it."""

    NONE = "none"
    USUAL = "usual"
    """What a full card gives."""
    OWN = "own"
    """Something else, in the owner's words."""


class OpenStandingList(CallbackData, prefix="zl"):
    """All that goes out by itself."""


class OpenStanding(CallbackData, prefix="zo"):
    """One of them."""

    kind: StandingKind


class ReadStandingWords(CallbackData, prefix="zr"):
    """Its words in every language, as they will arrive, with the button that switches it on."""

    kind: StandingKind


class WriteStandingWords(CallbackData, prefix="zw"):
    """Write its words, in one language."""

    kind: StandingKind
    language: LanguageCode


class ChooseStandingGift(CallbackData, prefix="zg"):
    """What comes with it?"""

    kind: StandingKind


class SetStandingGift(CallbackData, prefix="zs"):
    """This comes with it."""

    kind: StandingKind
    wish: GiftWish


class SetStandingDays(CallbackData, prefix="zd"):
    """So many days it can be had."""

    kind: StandingKind
    days: Annotated[int, Field(ge=0, le=99)]


class SetLeapDay(CallbackData, prefix="zy"):
    """On which day 29 February is kept in other years."""

    on_march: bool


class OpenTiming(CallbackData, prefix="zh"):
    """What of its timing is it?"""

    timing: Timing


class SetTiming(CallbackData, prefix="zt"):
    """At this hour, or after so many days."""

    timing: Timing
    value: Annotated[int, Field(ge=0, le=999)]


class TakeUsualWords(CallbackData, prefix="zu"):
    """Our words instead of the owner's own; asked once."""

    kind: StandingKind
    sure: bool


class KeepSameGift(CallbackData, prefix="ze"):
    """What it brings is called the same in the other language."""

    kind: StandingKind


class SwitchStanding(CallbackData, prefix="zx"):
    """On, with the words that were read; or off."""

    kind: StandingKind
    on: bool
    read: Annotated[int, Field(ge=0, le=2**32 - 1)] = 0


class SampleStanding(CallbackData, prefix="zp"):
    """A button of a post that is only looked at."""


STANDING: tuple[type[CallbackData], ...] = (
    OpenStandingList, OpenStanding, ReadStandingWords, WriteStandingWords, ChooseStandingGift,
    SetStandingGift, SetStandingDays, SetLeapDay, OpenTiming, SetTiming, TakeUsualWords, KeepSameGift,
    SwitchStanding, SampleStanding,
)  # fmt: skip
