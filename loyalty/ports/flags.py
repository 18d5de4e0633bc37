"""What passed with a flag.

Not here: refusals (people.py). What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from typing import Protocol

from loyalty.flags import Flag, FlagKind, FlagState
from loyalty.ids import CardId, FlagId, OperationId, StaffId
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
