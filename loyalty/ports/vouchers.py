"""Vouchers: sheets of printed slips, and what became of each.

Not here: the visits that they make (counter.py). What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from loyalty.ids import CustomerId, SheetId, SlipId, StaffId
from loyalty.people import Cause, StaffMember
from loyalty.vouchers import CountedSheet, Sheet, Slip


class Vouchers(Protocol):
    """Slips, numbered on their sheet from 1."""

    def add_sheet(
        self, staff: StaffMember, *, secret_hashes: Sequence[str], cause: Cause | None, expires_at: datetime
    ) -> Sheet:
        """A new sheet with a slip for each of these."""
        ...

    def find_sheet(self, sheet_id: SheetId) -> CountedSheet | None:
        """A sheet by a number that a person sent."""
        ...

    def find_caused_by(self, cause: Cause) -> Sequence[SheetId]:
        """The sheets that a message, or a tap on it, made before and that are not void."""
        ...

    def find_sheets(self, *, most: int) -> Sequence[CountedSheet]:
        """The newest sheets, newest first."""
        ...

    def slips_of(self, sheet_id: SheetId) -> Sequence[Slip]:
        """The slips of a sheet by number."""
        ...

    def get(self, slip_id: SlipId) -> Slip:
        """A slip by id."""
        ...

    def find_slip(self, sheet_id: SheetId, number: int) -> Slip | None:
        """A slip by what is printed on it."""
        ...

    def find_by_secret(self, secret_hash: str) -> Slip | None:
        """The slip behind a QR."""
        ...

    def count_collected(self, customer_id: CustomerId, *, since: datetime) -> int:
        """Slips that a customer collected since a moment; those taken back don't count."""
        ...

    def collect(self, slip_id: SlipId, customer_id: CustomerId) -> bool:
        """Take an open slip to used; False when it is used or void already. Its age is not asked."""
        ...

    def void_slip(self, slip_id: SlipId, *, by: StaffId) -> bool:
        """Take an open slip to void; False when it is used or void already."""
        ...

    def void_sheet(self, sheet_id: SheetId, *, by: StaffId) -> bool:
        """Let none of its open slips be collected any more; False when it is void already."""
        ...
