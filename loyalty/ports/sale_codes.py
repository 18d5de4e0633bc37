"""Sale codes: what staff show, and customers collect.

Not here: the visits that they make (counter.py). What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from loyalty.ids import CustomerId, SaleCodeId, StaffId, TillId
from loyalty.people import Cause, StaffMember
from loyalty.sale_codes import SaleCode, SaleCodeFacts, SaleCodeState
from loyalty.tallies import Tally
from loyalty.verdicts import LimitName


class SaleCodes(Protocol):
    """One live code for each staff member."""

    def add(
        self, staff: StaffMember, tally: Tally, *, secret_hash: str, cause: Cause | None, expires_at: datetime
    ) -> SaleCode:
        """A new live code of somebody who has none."""
        ...

    def get(self, code_id: SaleCodeId) -> SaleCode:
        """A code by id."""
        ...

    def get_facts(self, code_id: SaleCodeId) -> SaleCodeFacts:
        """Everything that its message shows."""
        ...

    def find_by_secret(self, secret_hash: str) -> SaleCode | None:
        """The code behind a QR, live or not."""
        ...

    def find_caused_by(self, cause: Cause) -> SaleCode | None:
        """The live or used code that a message made."""
        ...

    def find_live_of(self, staff_id: StaffId) -> SaleCode | None:
        """The one live code of a staff member, on the own phone or at a till."""
        ...

    def find_live_at(self, till_id: TillId) -> Sequence[SaleCode]:
        """The live codes that are shown at a till."""
        ...

    def settle(self, code_id: SaleCodeId, state: SaleCodeState) -> bool:
        """Take the code from live to this state; False when it was not live any more."""
        ...

    def note_refused(self, code_id: SaleCodeId, limit: LimitName, customer_id: CustomerId) -> None:
        """Which limit held whom back."""
        ...

    def find_due(self, *, most: int) -> Sequence[SaleCodeId]:
        """Live codes whose time has run out."""
        ...
