"""The one answer to a survey: who is asked about which visit, and what they say.

Not here: what scores come to (surveys.py), and whether somebody may be written to (policy.py).
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from loyalty.ids import (
    AspectId,
    CampaignId,
    ChatId,
    CustomerId,
    LocationId,
    MessageId,
    QuestionId,
    RecipientId,
    VisitId,
)
from loyalty.letters import Content
from loyalty.own_words import OwnWords
from loyalty.surveys import HIGHEST, HIGHEST_OF_ASPECT, Band, band_of

CORRECTION: Final = timedelta(hours=1)
"""So long after it was first given a score can be changed."""
REST: Final = timedelta(days=90)
"""So long nobody is asked again how likely they are to recommend the cafe."""
REST_AFTER_SURVEY: Final = timedelta(days=14)
"""So long after that question no aspect is asked about."""
ANSWERABLE: Final = timedelta(days=14)
"""What nobody answered for so long is over."""
SLOT: Final = timedelta(minutes=15)
"""Those who became due within one are asked together."""
LATE: Final = timedelta(hours=48)
"""What the bot missed for longer than this is not asked any more."""
DELAYS: Final = range(2, 25)
"""Hours after the visit; the owner chooses."""
SAMPLES: Final = range(101)
FROM_VISIT: Final = 3
FEWEST_CUSTOMERS: Final = 30
"""With fewer nobody is asked: each answer would be somebody whom everybody at the counter knows."""
REASONS: Final = frozenset({Content.TEXT, Content.VOICE, Content.PHOTO})
"""What a reason can be."""
LONGEST_ASPECT: Final = 40
MOST_ASPECTS: Final = 12
_SLOT_NAME: Final = "%Y-%m-%dT%H:%M"


@dataclass(frozen=True, slots=True)
class Aspect:
    """What can be asked about, one at a time."""

    id: AspectId
    name: OwnWords
    asked: bool
    """False: taken off the list; its answers stay."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """Somebody was asked about a visit."""

    recipient_id: RecipientId
    customer_id: CustomerId
    visit_id: VisitId
    location_id: LocationId
    aspect_id: AspectId | None
    """None: how likely they are to recommend the cafe."""
    visits: int
    """Of the customer, when asked."""
    invited_at: datetime
    question_id: QuestionId
    """The only one of its day."""


@dataclass(frozen=True, slots=True)
class Response:
    """The answer to an invitation."""

    recipient_id: RecipientId
    score: int
    scored_at: datetime
    """The first time: it may be corrected for an hour from here."""
    content: Content | None
    """Of the reason; None: there is none."""
    reason: str
    """Its words, or those under a picture; blanked when the customer is forgotten."""
    copy_of: tuple[ChatId, MessageId] | None
    """Where a voice or a picture was sent."""
    reason_at: datetime | None
    """When it came, or was skipped; None: neither yet."""

    def may_change(self, now: datetime) -> bool:
        """Whether the score can still be corrected."""
        return now < self.scored_at + CORRECTION

    def takes_reason(self, now: datetime) -> bool:
        """Whether a reason is heard: one, also from who skipped it at first."""
        return self.content is None and now < self.scored_at + ANSWERABLE


class Phase(StrEnum):
    """open -> scored; open -> over."""

    OPEN = "open"
    SCORED = "scored"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class SurveyFacts:
    """What the message of a survey shows."""

    recipient_id: RecipientId
    cafe: str
    aspect: OwnWords | None
    """What it asks about; None: how likely they are to recommend the cafe."""
    phase: Phase
    score: int | None = None
    may_change: bool = False
    asks_reason: bool = False
    """Neither told nor skipped."""

    @property
    def band(self) -> Band | None:
        """By the score; None: there is none yet."""
        return None if self.score is None else band_of(self.score, aspect=self.aspect is not None)

    @property
    def highest(self) -> int:
        """The best score that can be given."""
        return HIGHEST if self.aspect is None else HIGHEST_OF_ASPECT


@dataclass(frozen=True, slots=True)
class ThanksFacts:
    """What follows on a reason, or on none."""

    recipient_id: RecipientId
    band: Band
    review_link: str
    """Where a promoter may write about the cafe; empty: nowhere."""
    praise_for: str
    """Who served them, and may be told these words; empty: nobody."""
    passed: bool = False
    """They were told."""
    told: bool = True
    """False: they would rather not say why."""

    @property
    def offers_further(self) -> bool:
        """Whether there is anybody else whom this answer may reach."""
        return bool(self.praise_for or self.review_link)


@dataclass(frozen=True, slots=True)
class Asked:
    """What one recipient is asked about."""

    visit_id: VisitId
    aspect_id: AspectId | None = None


def encode_asked(asked: Asked) -> str:
    """As a recipient keeps it."""
    values: dict[str, int] = {"visit": asked.visit_id}
    if asked.aspect_id is not None:
        values["aspect"] = asked.aspect_id
    return json.dumps(values)


def decode_asked(text: str) -> Asked | None:
    """The same back; None: it was blanked, for the customer was forgotten."""
    values = json.loads(text)
    if "visit" not in values:
        return None
    aspect = values.get("aspect")
    return Asked(VisitId(values["visit"]), None if aspect is None else AspectId(aspect))


def occurrence_of(visit_id: VisitId) -> str:
    """Which time of a survey: one for each visit."""
    return f"visit:{visit_id}"


def is_score(score: int, *, aspect: bool) -> bool:
    """Whether it is one of the answers: 0-10, of an aspect 1-5."""
    return 1 <= score <= HIGHEST_OF_ASPECT if aspect else 0 <= score <= HIGHEST


def is_sampled(campaign_id: CampaignId, visit_id: VisitId, percent: int) -> bool:
    """Whether this visit is asked about: the numbers decide, so that nobody at the counter does."""
    drawn = hashlib.sha256(f"{campaign_id}:{visit_id}".encode()).digest()[:8]
    return int.from_bytes(drawn) % 100 < percent


def last_slot(now: datetime) -> datetime:
    """When the last full quarter of an hour ended."""
    return now.astimezone(UTC).replace(minute=now.minute // 15 * 15, second=0, microsecond=0)


def name_slot(ends: datetime) -> str:
    """A quarter of an hour among the runs of its campaign; in the order of time."""
    return ends.astimezone(UTC).strftime(_SLOT_NAME)


def read_slot(name: str) -> datetime:
    """When it ended."""
    return datetime.strptime(name, _SLOT_NAME).replace(tzinfo=UTC)


def next_aspect(
    aspects: Sequence[Aspect], last_asked: Mapping[AspectId, datetime], customer_id: CustomerId
) -> AspectId | None:
    """What this customer was asked about least recently; at first each begins elsewhere in the list."""
    if not aspects:
        return None
    begins = customer_id % len(aspects)
    in_turn = [*aspects[begins:], *aspects[:begins]]
    never = datetime.min.replace(tzinfo=UTC)
    return min(in_turn, key=lambda one: last_asked.get(one.id, never)).id
