"""Changes of who works here: the staff list, the tills and who stands at them, who left the staff chat.

Not here: finding out who somebody is (people.py). What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from loyalty.ids import ChatId, DepartureId, OfferId, StaffId, TelegramId, TillId, VisitId
from loyalty.ledger import Operation
from loyalty.people import Role, StaffMember, Till
from loyalty.staffing import Departure, DepartureState
from loyalty.tills import Shift, TillToday


class Staff(Protocol):
    """The staff list."""

    def find(self, staff_id: StaffId) -> StaffMember | None:
        """Who works here under a number that a person sent; None for somebody who left."""
        ...

    def set_role(self, staff_id: StaffId, role: Role) -> None:
        """Promote or demote somebody."""
        ...

    def rename(self, staff_id: StaffId, name: str) -> None:
        """The name that customers see."""
        ...

    def find_pin(self, staff_id: StaffId) -> str | None:
        """The hash of somebody's PIN; None when no till asks for one."""
        ...

    def set_pin(self, staff_id: StaffId, pin_hash: str | None) -> None:
        """Set or clear a PIN."""
        ...

    def remove(self, staff_id: StaffId, *, by: StaffId) -> bool:
        """They don't work here any more, and their PIN is gone; False when that was so before."""
        ...


class Tills(Protocol):
    """Accounts at the counter, and the shifts at them."""

    def add(self, telegram_id: TelegramId, name: str, language: str) -> Till:
        """This account is a till from now on."""
        ...

    def find(self, till_id: TillId) -> Till | None:
        """A till under a number that a person sent; None when it is none any more."""
        ...

    def all(self) -> Sequence[TillToday]:
        """Every till with who is on shift, first come first."""
        ...

    def rename(self, till_id: TillId, name: str) -> None:
        """What staff call it."""
        ...

    def choose_language(self, till_id: TillId, language: str) -> None:
        """It speaks this language, whoever is on shift."""
        ...

    def remove(self, till_id: TillId, *, by: StaffId) -> bool:
        """It is no till any more; False when that was so before."""
        ...

    def find_shift(self, till_id: TillId) -> Shift | None:
        """Who is on shift there now, None when nobody is."""
        ...

    def begin_shift(self, till_id: TillId, staff_id: StaffId, *, ends_at: datetime) -> None:
        """Somebody stands at the till; whoever was there before is off."""
        ...

    def end_shift(self, till_id: TillId) -> None:
        """Nobody stands at the till."""
        ...

    def end_shifts_of(self, staff_id: StaffId) -> None:
        """Somebody is at no till any more."""
        ...

    def wrong_pins(self, till_id: TillId, staff_id: StaffId, *, since: datetime) -> Sequence[datetime]:
        """When somebody's PIN was wrong at a till, oldest first."""
        ...


class Work(Protocol):
    """What a staff member has in hand at the counter, read across its tables."""

    def find_open_visits(self, staff_id: StaffId) -> Sequence[VisitId]:
        """Visits that they opened and that still wait."""
        ...

    def find_open_offers(self, staff_id: StaffId) -> Sequence[OfferId]:
        """Questions to customers that they asked and that still wait."""
        ...

    def find_open_spending(self, staff_id: StaffId) -> Sequence[OfferId]:
        """Likewise, about paying with points."""
        ...

    def find_asked_visits(self, staff_id: StaffId) -> Sequence[VisitId]:
        """Visits about which they asked a manager and got no answer yet."""
        ...

    def find_done(self, staff_id: StaffId, *, since: datetime) -> Sequence[Operation]:
        """The operations that they wrote since a moment, newest first."""
        ...


class Departures(Protocol):
    """Who left the staff chat, and what the owner said to it."""

    def add(self, staff_id: StaffId, *, chat_id: ChatId, at: datetime) -> Departure | None:
        """Somebody left; None when this departure is known already."""
        ...

    def find(self, departure_id: DepartureId) -> Departure | None:
        """A departure by an id that a person sent."""
        ...

    def decide(self, departure_id: DepartureId, state: DepartureState, *, by: StaffId) -> bool:
        """The owner's answer; False when it was answered before."""
        ...

    def end_of(self, staff_id: StaffId, *, by: StaffId) -> Sequence[DepartureId]:
        """Somebody was removed: the open questions about them are answered; answers which they were."""
        ...
