"""Corrections: frozen cards, reasons, and what a manager has adjusted.

Not here: the entries (counter.py). What all ports promise stands in the package's docstring.
"""

from datetime import datetime
from typing import Protocol

from loyalty.corrections import Freeze
from loyalty.ids import CustomerId, FreezeId, OperationId, StaffId
from loyalty.ledger import Operation
from loyalty.people import Cause


class Freezes(Protocol):
    """Cards that nothing leaves, one at a time for each customer."""

    def freeze(self, customer_id: CustomerId, operation_id: OperationId) -> FreezeId | None:
        """Freeze the customer's card over this receipt; None when it is frozen already."""
        ...

    def get(self, freeze_id: FreezeId) -> Freeze:
        """A freeze by id."""
        ...

    def find(self, freeze_id: FreezeId) -> Freeze | None:
        """A freeze by an id that a person sent."""
        ...

    def find_of(self, customer_id: CustomerId) -> Freeze | None:
        """The freeze that holds now, None when the card is not frozen."""
        ...

    def find_about(self, operation_id: OperationId) -> Freeze | None:
        """The newest freeze over this receipt, whether it still holds or not."""
        ...

    def get_customer(self, freeze_id: FreezeId) -> CustomerId:
        """Whose card it is."""
        ...

    def find_thawed_by(self, freeze_id: FreezeId) -> StaffId | None:
        """Which manager unfroze it; None while it is frozen, and when the customer did."""
        ...

    def thaw(self, freeze_id: FreezeId, *, by: StaffId | None) -> bool:
        """End a freeze; `by` None: the customer. False when it was over before."""
        ...

    def hand_on(self, freeze_id: FreezeId, customer_id: CustomerId) -> bool:
        """Somebody who was forgotten is back as this customer; False when it was ended meanwhile."""
        ...


class Corrections(Protocol):
    """What stands beside the ledger: whose a receipt is, why something was put right, how much on one day."""

    def find_operation(self, operation_id: OperationId) -> Operation | None:
        """An operation by a number that a person sent."""
        ...

    def find_caused_by(self, cause: Cause) -> Operation | None:
        """What this message wrote before, for a replay."""
        ...

    def get_customer(self, operation_id: OperationId) -> CustomerId:
        """Whose receipt it is."""
        ...

    def keep_reason(self, operation_id: OperationId, reason: str) -> None:
        """Why it was done, in the manager's words."""
        ...

    def find_reason(self, operation_id: OperationId) -> str:
        """Why it was done; empty when nobody said, or when it was blanked."""
        ...

    def adjusted_by(self, staff_id: StaffId, *, begins: datetime, ends: datetime) -> int:
        """Stamps that one manager adjusted in this time, up and down together, practice left out."""
        ...
