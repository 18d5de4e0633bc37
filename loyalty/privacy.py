"""What is kept of one person, as that person may read it, and what they would lose by being forgotten.

Not here: the words (handlers), and erasing (erasures.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from loyalty.birthdays import Birthday
from loyalty.campaigns import CampaignKind
from loyalty.cards import CardFacts
from loyalty.ids import TelegramId
from loyalty.ledger import Operation
from loyalty.letters import Content
from loyalty.own_words import OwnWords
from loyalty.people import Role
from loyalty.programs import Rules
from loyalty.questions import QuestionKind, QuestionState
from loyalty.rewards import RewardState
from loyalty.tickets import TicketCause, TicketOutcome, TicketState
from loyalty.visits import VisitState
from loyalty.wishes import Purpose, Wish

BACKUP_NIGHTS = 14
"""So many nightly backups are kept, and with them whoever was in them."""


@dataclass(frozen=True, slots=True)
class PrivacyFacts:
    """What the privacy page depends on."""

    rules: Rules
    copies_leave: bool
    """Whether encrypted copies of backups are in the owners' chats, where nobody but an owner ends them."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What somebody would lose by being forgotten."""

    card: CardFacts | None
    """None for somebody who has none."""
    works_here: bool


@dataclass(frozen=True, slots=True)
class KeptIdentity:
    """By what somebody is known."""

    kind: str
    external_id: str
    since: datetime


@dataclass(frozen=True, slots=True)
class KeptReward:
    """A reward, held or not any more."""

    item: OwnWords
    state: RewardState
    issued_at: datetime
    redeemed_at: datetime | None
    expires_at: datetime | None = None
    until: date | None = None
    """The cafe's own date, the last on which a gift can be had; None: no gift."""


@dataclass(frozen=True, slots=True)
class KeptVisit:
    """A purchase at the counter; `by` confirmed it, or looked at the card."""

    opened_at: datetime
    state: VisitState
    stamps: int
    by: str
    slip: str = ""
    """The voucher that it was; empty: none."""


@dataclass(frozen=True, slots=True)
class KeptLetter:
    """A message to the cafe, or (`by` somebody) from it."""

    at: datetime
    by: str
    content: Content
    text: str


@dataclass(frozen=True, slots=True)
class KeptConsent:
    """Something that was agreed to, or not."""

    purpose: str
    given: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class KeptQuestion:
    """Something that was asked under a receipt."""

    kind: QuestionKind
    state: QuestionState
    at: datetime


@dataclass(frozen=True, slots=True)
class KeptOwnAnswer:
    """What was answered to a question of the owner's own."""

    at: datetime
    question: str
    """How it begins."""
    choice: OwnWords | None
    """One of the owner's answers; None: none of them was chosen."""
    scale: int | None
    text: str


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """What was answered when we asked how it was."""

    at: datetime
    aspect: OwnWords | None
    """What it was about; None: how likely they are to recommend the cafe."""
    score: int
    content: Content | None
    """Of the reason; None: none was told."""
    reason: str
    praised: str = ""
    """Who served them, and was passed these words; empty: nobody."""
    praised_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeptMessage:
    """A message of a campaign that went to them."""

    kind: CampaignKind
    at: datetime
    muted: bool
    """Whether its button was tapped that mutes such messages."""


@dataclass(frozen=True, slots=True)
class KeptRefusal:
    """Something that was refused at the counter; its kind is the refusal's name."""

    kind: str
    at: datetime


@dataclass(frozen=True, slots=True)
class KeptTicket:
    """A complaint or a low score, and what became of it."""

    at: datetime
    cause: TicketCause
    state: TicketState
    outcome: TicketOutcome | None
    agreed: bool | None
    """What they said to whether it was put right; None: nothing."""


@dataclass(frozen=True, slots=True)
class OwnData:
    """Everything that is kept of one customer."""

    name: str
    phone_language: str
    chosen_language: str
    source: str
    """The sign that brought them; empty: none."""
    joined_at: datetime
    frozen_at: datetime | None
    identities: Sequence[KeptIdentity]
    rewards: Sequence[KeptReward]
    visits: Sequence[KeptVisit]
    letters: Sequence[KeptLetter]
    consents: Sequence[KeptConsent]
    birthday: Birthday | None
    """None: not told, or deleted."""
    birthday_given_at: datetime | None
    """When it was told last, also one that was deleted since."""
    wishes: Sequence[Wish]
    """What they let us send, as it stands."""
    questions: Sequence[KeptQuestion]
    answers: Sequence[KeptAnswer]
    own_answers: Sequence[KeptOwnAnswer]
    messages: Sequence[KeptMessage]
    refusals: Sequence[KeptRefusal]
    tickets: Sequence[KeptTicket] = ()


@dataclass(frozen=True, slots=True)
class MyData:
    """The file that a person gets: what is kept, times by the cafe's clock."""

    cafe: str
    at: datetime
    telegram_id: TelegramId
    staff_name: str
    """Under which they work here; empty for a customer."""
    role: Role | None
    """None for a customer."""
    card: CardFacts | None
    data: OwnData | None
    operations: Sequence[Operation] = ()
    """Oldest first."""
    may_send: Mapping[Purpose, bool] = field(default_factory=dict)
    """For which purposes we write to them as things are, also where they have said nothing."""
