"""What stands behind the buttons of a post that an owner writes: which draft, and what is to become of it.

Not here: the buttons that customers get under a post (posts.py). The wish stands in the data, not a flip,
except where a condition is switched on and off.
"""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.callbacks.bounds import ROW, LanguageCode
from loyalty.campaigns import MOST_OFFERS
from loyalty.ids import CampaignId, SegmentId, SignId

DraftId = Annotated[CampaignId, ROW]
Percent = Annotated[int, Field(ge=0, le=50)]


class DraftView(StrEnum):
    """The pages of a draft."""

    MAIN = "main"
    PEOPLE = "people"
    WORDS = "words"
    EVERYBODY = "everybody"
    OFFER = "offer"
    ANSWERS = "answers"
    TIME = "time"
    SHARE = "share"
    THROW = "throw"


class DraftQuestion(StrEnum):
    """What is answered with a text."""

    LINK = "link"
    ITEM = "item"
    LIMIT = "limit"
    TIME = "time"
    RHYTHM = "rhythm"
    VISITS = "visits"
    SPENT = "spent"
    LAST_VISIT = "last"
    NAME = "name"
    ANSWERS = "answers"


class SegmentWord(StrEnum):
    """Conditions that need nothing but their name."""

    NEW = "new"
    HERE = "here"
    SLIPPING = "slipping"
    LOST = "lost"
    NEVER = "never"
    ONE_TO_GO = "to_go"
    REGULAR = "regular"
    BIRTHDAY = "birthday"
    MORNING = "morning"
    LUNCH = "lunch"


class BeginPost(CallbackData, prefix="dn"):
    """Write another one."""


class OpenDraft(CallbackData, prefix="dp"):
    """A page of a draft."""

    campaign_id: DraftId
    view: DraftView


class PreviewDraft(CallbackData, prefix="dv"):
    """As it will arrive, and what happens then."""

    campaign_id: DraftId


class WriteVersion(CallbackData, prefix="dw"):
    """Write it in this language, or anew."""

    campaign_id: DraftId
    language: LanguageCode


class DropVersion(CallbackData, prefix="dx"):
    """No version of its own in this language."""

    campaign_id: DraftId
    language: LanguageCode


class AskDraft(CallbackData, prefix="dj"):
    """Ask for this."""

    campaign_id: DraftId
    what: DraftQuestion


class DropLink(CallbackData, prefix="de"):
    """No button with a link."""

    campaign_id: DraftId


class SetOffer(CallbackData, prefix="do"):
    """For how many days an offer can be had, and how many in all; 0: however many."""

    campaign_id: DraftId
    days: Annotated[int, Field(ge=0, le=99)]
    limit: Annotated[int, Field(ge=0, le=MOST_OFFERS)]


class DropOffer(CallbackData, prefix="df"):
    """Nothing to take."""

    campaign_id: DraftId


class AimDraft(CallbackData, prefix="di"):
    """For these, and nobody else."""

    campaign_id: DraftId
    word: SegmentWord


class ToggleWord(CallbackData, prefix="dt"):
    """One condition more, or less."""

    campaign_id: DraftId
    word: SegmentWord


class ToggleLanguage(CallbackData, prefix="dl"):
    """Those who speak it, or no matter."""

    campaign_id: DraftId
    language: LanguageCode


class ToggleSign(CallbackData, prefix="ds"):
    """Those who came by this sign, or no matter."""

    campaign_id: DraftId
    sign_id: Annotated[SignId, ROW]


class AimAtEverybody(CallbackData, prefix="dy"):
    """Yes, everybody."""

    campaign_id: DraftId


class UseSegment(CallbackData, prefix="du"):
    """Those of a saved segment."""

    campaign_id: DraftId
    segment_id: Annotated[SegmentId, ROW]


class ForgetSegment(CallbackData, prefix="dq"):
    """A saved segment has a name no longer."""

    campaign_id: DraftId
    segment_id: Annotated[SegmentId, ROW]


class SetDraftTime(CallbackData, prefix="dr"):
    """Now, or tomorrow at the usual hour."""

    campaign_id: DraftId
    tomorrow: bool


class SetShare(CallbackData, prefix="dh"):
    """So many per cent first, so many not at all."""

    campaign_id: DraftId
    pilot: Percent
    held_out: Percent


class SendToMe(CallbackData, prefix="dm"):
    """To the owner first."""

    campaign_id: DraftId


class SendDraft(CallbackData, prefix="dg"):
    """Let it go, to as many as the owner was told, as it was when he looked."""

    campaign_id: DraftId
    count: Annotated[int, Field(ge=1, le=2**31)]
    look: Annotated[int, Field(ge=0, le=2**32 - 1)]


class ThrowAway(CallbackData, prefix="dk"):
    """Yes, throw it away."""

    campaign_id: DraftId


class TrySample(CallbackData, prefix="dz"):
    """A button under a preview, or under the message that the owner sent to himself."""


BROADCAST: tuple[type[CallbackData], ...] = (
    BeginPost, OpenDraft, PreviewDraft, WriteVersion, DropVersion, AskDraft, DropLink, SetOffer, DropOffer,
    AimDraft, ToggleWord, ToggleLanguage, ToggleSign, AimAtEverybody, UseSegment, SetDraftTime, SetShare,
    SendToMe, SendDraft, ThrowAway, TrySample, ForgetSegment,
)  # fmt: skip
