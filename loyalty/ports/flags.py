"""What passed with a flag.

Not here: refusals (people.py). What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from loyalty.flags import Flag, FlagKind, FlagState
from loyalty.ids import CardId, ChatId, FlagId, MessageId, OperationId, StaffId
from loyalty.limits import Reason


class Flags(Protocol):
    """Flags on operations."""

    def add(
        self, kind: FlagKind, operation_id: OperationId, *, card_id: CardId, staff_id: StaffId,
        reason: Reason | None = None,
    ) -> None:  # fmt: skip
        """Flag an operation, once for each kind."""
        ...

    def find(self, flag_id: FlagId) -> Flag | None:
        """A flag by an id that a person sent."""
        ...

    def find_open(self) -> Sequence[Flag]:
        """What nobody has looked at, oldest first."""
        ...

    def decide(self, flag_id: FlagId, state: FlagState, *, by: StaffId) -> bool:
        """Take an open flag to fine or asked; False when somebody was first."""
        ...

    def find_asked(self, *, since: datetime) -> Sequence[Flag]:
        """What somebody was asked about since then, answered or not, oldest question first."""
        ...

    def find_asked_at(self, chat_id: ChatId, message_id: MessageId) -> FlagId | None:
        """The flag that this message of ours asks about."""
        ...

    def note_answered(self, flag_id: FlagId) -> None:
        """Whoever was asked has answered."""
        ...
