"""Deliveries: messages and redraws that wait to be sent, and the screens that are redrawn.

Not here: Telegram, pacing, and the words.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from loyalty.ids import ChatId, CustomerId, DeliveryId, MessageId, OperationId, ScreenId
from loyalty.notices import Notice
from loyalty.runs import CampaignPost

LEASE = timedelta(minutes=2)
LONGEST_PAUSE = timedelta(days=1)
"""Telegram has asked for hours. After a day it is asked again; what is longer yet, a wrong clock has set."""
MOST_ATTEMPTS = 12
_FIRST_DELAY = timedelta(seconds=2)
_LONGEST_DELAY = timedelta(minutes=15)


class Lane(StrEnum):
    """Which messages go first: what answers a purchase, then campaigns."""

    TRANSACTIONAL = "transactional"
    BULK = "bulk"


class DeliveryState(StrEnum):
    """pending -> sending -> sent | failed | unknown | skipped; sending -> pending after a fault."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"


class ScreenKind(StrEnum):
    """What a redrawn message shows; its subject's id is a scan, visit, offer or invite."""

    CODE = "code"
    """The customer's code as text."""
    CODE_PICTURE = "code_picture"
    """The customer's code as QR."""
    STAFF_CARD = "staff_card"
    OFFER = "offer"
    SPENDING = "spending"
    """The question to a customer whether to pay with points."""
    SALE_CODE = "sale_code"
    """What became of a sale code, for staff; once it is collected the message is the visit's staff card."""
    SALE_CODE_PICTURE = "sale_code_picture"
    """The sale code as QR."""
    OUTAGE = "outage"
    """That the bot was away, and what it did afterwards of what had waited."""
    INVITE = "invite"
    DEPARTURE = "departure"
    """Somebody left the staff chat: do they work here still?"""
    APPROVAL = "approval"
    """The question to a manager whether stamps may pass."""
    QUEUE = "queue"
    """Who waits at a location."""
    OLD_QUEUE = "old_queue"
    """A queue that is shown further down now, or here no more; its subject is the screen itself."""
    CORRECTION = "correction"
    """What a manager put right; its subject is an operation."""
    FREEZE = "freeze"
    RUN = "run"
    """How far a campaign is, and what came of it; for the owner."""
    LETTER = "letter"
    """What a customer wrote, for the cafe."""
    ANSWER = "answer"
    """What a person of the cafe answered, for the customer; its subject is a letter too."""
    TICKET = "ticket"
    """An unhappy customer, for managers and owners in their own chats."""
    PUT_RIGHT = "put_right"
    """The question to that customer whether it was put right; its subject is a ticket too."""
    REASON = "reason"
    """Why that score? A reply to it is the answer; its subject is a survey's recipient."""
    THANKS = "thanks"
    """For such an answer."""
    FURTHER = "further"
    """To whom else a promoter may say it."""
    PRAISE = "praise"
    """A customer was content with who served them, for that person; its subject is such a recipient too."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A message that is redrawn as things change."""

    id: ScreenId
    kind: ScreenKind
    subject_id: int
    chat_id: ChatId
    message_id: MessageId | None
    """None: not sent yet."""
    drawn_hash: str


@dataclass(frozen=True, slots=True)
class PlacedScreen:
    """Where a screen is, and how many messages came after it in its chat."""

    id: ScreenId
    chat_id: ChatId
    sent: bool
    buried: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message or redraw for one chat: a screen, a receipt, a notice or a campaign's post."""

    id: DeliveryId
    lane: Lane
    chat_id: ChatId
    customer_id: CustomerId | None
    content: Screen | OperationId | Notice | CampaignPost
    attempts: int
    """This one included."""


def retry_delay(attempts: int) -> timedelta:
    """How long a delivery waits after this many failed attempts: doubling, up to a quarter of an hour."""
    return min(_FIRST_DELAY * (1 << min(attempts - 1, 20)), _LONGEST_DELAY)
