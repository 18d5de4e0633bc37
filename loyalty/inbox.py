"""The update inbox: what arrived, kept until it is done.

Not here: what an update means.
"""

from dataclasses import dataclass

from loyalty.ids import TelegramId, UpdateId

MOST_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class NewUpdate:
    """An update as received, to be kept; `begun` when its handling starts at once."""

    update_id: UpdateId
    body: str
    begun: bool
    person_id: TelegramId | None = None
    """Who it is from, so that it can be erased; None: nobody."""


@dataclass(frozen=True, slots=True)
class WaitingUpdate:
    """An update that is not done yet."""

    update_id: UpdateId
    body: str
    attempts: int


@dataclass(frozen=True, slots=True)
class DialogueChange:
    """A conversation's new state and data (JSON); both empty when it is over."""

    key: str
    state: str
    data: str
