"""Letters: what customers write to the cafe, and what people of the cafe answer.

Not here: questions that an answer of the owner's settles at once (answers.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from loyalty.ids import ChatId, CustomerId, LetterId, MessageId, StaffId, TicketId

KEPT = timedelta(days=30)
TALK = timedelta(hours=48)
"""So long after an answer the customer is in a talk with a person."""
MOST_AN_HOUR = 20
HOUR = timedelta(hours=1)


class Content(StrEnum):
    """What a message is besides its text."""

    TEXT = "text"
    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    DOCUMENT = "document"
    STICKER = "sticker"
    CONTACT = "contact"
    LOCATION = "location"
    POLL = "poll"
    OTHER = "other"

    @property
    def is_copied(self) -> bool:
        """Whether it is sent on as it is, under a heading."""
        return self in (Content.PHOTO, Content.VOICE, Content.VIDEO, Content.DOCUMENT)


@dataclass(frozen=True, slots=True)
class Writing:
    """What somebody sent, to be passed on: as text, or copied from where it was sent."""

    content: Content
    text: str
    """The words of it or under it; an emoji for a sticker, never a phone number."""
    chat_id: ChatId
    message_id: MessageId


@dataclass(frozen=True, slots=True)
class Letter:
    """A message of a customer to the cafe, or of staff to a customer."""

    id: LetterId
    customer_id: CustomerId
    staff_id: StaffId | None
    """None: from the customer."""
    answers: LetterId | None
    content: Content
    text: str
    """Empty when it was blanked."""
    copy_of: tuple[ChatId, MessageId] | None
    """Where it was sent, for what is copied; None once it was blanked."""
    written_in: ChatId | None
    created_at: datetime
    ticket_id: TicketId | None = None
    """Of the unhappy customer that it is about: then it is for managers and owners only."""


class Passed(StrEnum):
    """What became of a customer's message."""

    PASSED_ON = "passed_on"
    IN_TALK = "in_talk"
    """To somebody who has answered lately."""
    WITH_MANAGERS = "with_managers"
    """To the managers, who take care of a complaint or a low score of theirs."""
    ENOUGH = "enough"
    """Too many in an hour: this one was not passed on."""
    NOBODY_THERE = "nobody_there"
    """The cafe has nobody yet who could read it."""
    STRANGER = "stranger"
    """Who has no card can't be answered."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer under a letter: who gave it, and whether it reached the customer."""

    by: str
    lost: bool


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What a letter's message shows."""

    letter: Letter
    customer_name: str
    staff_name: str
    """Who answers; empty for a customer's."""
    former: bool
    """The customer was forgotten."""
    replies: Sequence[Reply] = ()
    corrected: bool = False
    """It is the reason of a low score that was corrected: managers need not read whose it is."""
