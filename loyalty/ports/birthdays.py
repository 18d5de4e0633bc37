"""Birthdays as customers gave them.

Not here: greetings. What all ports promise stands in the package's docstring.
"""

from datetime import datetime
from typing import Protocol

from loyalty.birthdays import Birthday, KeptBirthday
from loyalty.ids import CustomerId


class Birthdays(Protocol):
    """A day and a month of a customer."""

    def find(self, customer_id: CustomerId) -> KeptBirthday | None:
        """The date, with when it was given; None: not given, or deleted."""
        ...

    def find_given_at(self, customer_id: CustomerId) -> datetime | None:
        """When a date was given last, also one that was deleted since."""
        ...

    def keep(self, customer_id: CustomerId, birthday: Birthday, *, at: datetime | None = None) -> None:
        """The customer gives the date now, or gave it `at`, for a card that was moved here."""
        ...

    def drop(self, customer_id: CustomerId) -> None:
        """The date is gone; when it was given stays, so that deleting it unlocks nothing."""
        ...
