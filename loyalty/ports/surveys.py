"""Surveys: who was asked about which visit, what they answered, and praise that was passed on.

Not here: what the answers come to. What all ports promise stands in the package's docstring.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from loyalty.ids import AspectId, CampaignId, ChatId, CustomerId, MessageId, RecipientId, StaffId, VisitId
from loyalty.letters import Writing
from loyalty.own_words import OwnWords
from loyalty.people import Cause
from loyalty.responses import Aspect, Invitation, Response


@dataclass(frozen=True, slots=True)
class Rests:
    """Since when somebody must not have been asked, to be asked now; None: that doesn't matter."""

    survey: datetime
    """How likely they are to recommend the cafe."""
    aspect: datetime | None
    """About an aspect, whichever."""


class Invitations(Protocol):
    """Who was asked."""

    def find_due(
        self, *, since: datetime, until: datetime, rests: Rests, campaign_id: CampaignId, after: CustomerId,
        most: int,
    ) -> Sequence[tuple[CustomerId, VisitId]]:  # fmt: skip
        """Whose last visit was confirmed behind `since`, up to `until`, and may be asked about: in the order
        of customers behind `after`, with that visit.

        From the third visit on; not who is frozen, out of reach, or wants no surveys.
        """
        ...

    def count_customers(self, *, most: int) -> int:
        """How many customers there are, practice and forgotten ones left out; counted up to `most`."""
        ...

    def find(self, recipient_id: RecipientId) -> Invitation | None:
        """The invitation of this message."""
        ...

    def keep(self, invitation: Invitation) -> None:
        """Somebody is being asked; in place of what was kept when this message was on its way before."""
        ...

    def find_asked_by(self, chat_id: ChatId, message_id: MessageId) -> RecipientId | None:
        """Of which survey a message of ours is: the question itself, or the one for the reason."""
        ...


class Responses(Protocol):
    """What was answered, once to each invitation."""

    def find(self, recipient_id: RecipientId) -> Response | None:
        """The answer so far."""
        ...

    def score(self, recipient_id: RecipientId, score: int) -> None:
        """This score, in place of one that was given before; when it was first given stays."""
        ...

    def give_reason(self, recipient_id: RecipientId, writing: Writing | None) -> bool:
        """Why, in the own words, by voice or with a picture; None: not told. False: it was told before."""
        ...

    def find_caused_by(self, cause: Cause) -> RecipientId | None:
        """The survey whose reason this message was, for a replay."""
        ...


class Aspects(Protocol):
    """What is asked about, one at a time; the owner's list."""

    def find_asked(self) -> Sequence[Aspect]:
        """Those on the list, in its order."""
        ...

    def find(self, aspect_id: AspectId) -> Aspect | None:
        """One of them, on the list or not."""
        ...

    def add(self, name: OwnWords) -> AspectId:
        """A new one at the list's end."""
        ...

    def rename(self, aspect_id: AspectId, name: OwnWords) -> None:
        """The same under another name."""
        ...

    def take_off(self, aspect_id: AspectId) -> None:
        """It is not asked about any more; its answers stay."""
        ...

    def last_asked(self, customer_id: CustomerId) -> Mapping[AspectId, datetime]:
        """When a customer was asked last about each; those never asked about are left out."""
        ...


class Praises(Protocol):
    """Praise that its customer let us pass on to who served them."""

    def add(self, recipient_id: RecipientId, staff_id: StaffId) -> bool:
        """It is passed on; False when it was before."""
        ...

    def is_passed(self, recipient_id: RecipientId) -> bool:
        """Whether it was passed on."""
        ...
