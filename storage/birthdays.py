"""Birthdays as columns of `customers`.

Not here: everything else of a customer (people.py).
"""

from datetime import datetime

from loyalty.birthdays import Birthday, KeptBirthday
from loyalty.ids import CustomerId
from loyalty.ports import Birthdays
from storage.rows import Rows, from_micros, maybe_from_micros, to_micros


class StoredBirthdays(Birthdays):
    """Columns `birth_month`, `birth_day` and `birthday_set_at`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find(self, customer_id: CustomerId) -> KeptBirthday | None:
        row = self._rows.get(
            "SELECT birth_month, birth_day, birthday_set_at FROM customers WHERE id = :id",
            {"id": customer_id},
        )
        if row["birth_month"] is None:
            return None
        return KeptBirthday(
            Birthday(row["birth_month"], row["birth_day"]), from_micros(row["birthday_set_at"])
        )

    def find_given_at(self, customer_id: CustomerId) -> datetime | None:
        row = self._rows.get("SELECT birthday_set_at FROM customers WHERE id = :id", {"id": customer_id})
        return maybe_from_micros(row["birthday_set_at"])

    def keep(self, customer_id: CustomerId, birthday: Birthday, *, at: datetime | None = None) -> None:
        self._rows.change(
            """
            UPDATE customers SET birth_month = :month, birth_day = :day, birthday_set_at = :at WHERE id = :id
            """,
            {
                "id": customer_id,
                "month": birthday.month,
                "day": birthday.day,
                "at": to_micros(at or self._rows.now),
            },
        )

    def drop(self, customer_id: CustomerId) -> None:
        self._rows.change(
            "UPDATE customers SET birth_month = NULL, birth_day = NULL WHERE id = :id", {"id": customer_id}
        )
