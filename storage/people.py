"""Staff, customers and their identities as rows.

Not here: what they may do.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from loyalty.erasures import Carried
from loyalty.ids import THE_ONLY_LOCATION, CustomerId, StaffId, TelegramId, TillId
from loyalty.people import Acquaintance, Customer, Person, Role, StaffMember, Till
from loyalty.ports import People
from storage.facts import decode_record, encode_record
from storage.people_rows import CUSTOMER, STAFF, to_customer, to_staff, to_till
from storage.rows import Rows, Value, to_micros

_OF_TELEGRAM = """
    FROM identities i JOIN customers c ON c.id = i.customer_id
    WHERE i.kind = 'telegram' AND i.external_id = :external_id
"""


class StoredPeople(People):
    """Tables `staff`, `customers` and `identities`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find_staff(self, telegram_id: TelegramId) -> StaffMember | None:
        row = self._rows.find(
            f"SELECT {STAFF} FROM staff WHERE telegram_id = :telegram_id AND removed_at IS NULL",
            {"telegram_id": telegram_id},
        )
        return to_staff(row) if row else None

    def find_on_shift(self, telegram_id: TelegramId) -> StaffMember | None:
        row = self._rows.find(
            """
            SELECT s.id, s.telegram_id, s.name, s.role, s.language, s.chosen_language, t.location_id,
                   t.id AS till_id
            FROM tills t JOIN shifts h ON h.till_id = t.id AND h.ended_at IS NULL AND h.ends_at > :now
            JOIN staff s ON s.id = h.staff_id AND s.removed_at IS NULL
            WHERE t.telegram_id = :telegram_id AND t.removed_at IS NULL
            """,
            {"telegram_id": telegram_id, "now": self._rows.now_micros},
        )
        return replace(to_staff(row), till_id=TillId(row["till_id"])) if row else None

    def find_till(self, telegram_id: TelegramId) -> Till | None:
        row = self._rows.find(
            """
            SELECT id, telegram_id, name, language, location_id FROM tills
            WHERE telegram_id = :telegram_id AND removed_at IS NULL
            """,
            {"telegram_id": telegram_id},
        )
        return to_till(row) if row else None

    def get_till(self, till_id: TillId) -> Till:
        row = self._rows.get(
            "SELECT id, telegram_id, name, language, location_id FROM tills WHERE id = :id", {"id": till_id}
        )
        return to_till(row)

    def find_managers(self) -> Sequence[StaffMember]:
        return [staff for staff in self.find_all_staff() if staff.role.covers(Role.MANAGER)]

    def find_all_staff(self) -> Sequence[StaffMember]:
        rows = self._rows.all(f"SELECT {STAFF} FROM staff WHERE removed_at IS NULL ORDER BY id", {})
        return [to_staff(row) for row in rows]

    def get_staff(self, staff_id: StaffId) -> StaffMember:
        return to_staff(self._rows.get(f"SELECT {STAFF} FROM staff WHERE id = :id", {"id": staff_id}))

    def find_owners(self) -> Sequence[StaffMember]:
        rows = self._rows.all(
            f"SELECT {STAFF} FROM staff WHERE role = 'owner' AND removed_at IS NULL ORDER BY id", {}
        )
        return [to_staff(row) for row in rows]

    def add_staff(self, person: Person, role: Role) -> StaffMember:
        known = self.find_staff(person.telegram_id)
        if known and known.role.covers(role):
            return known
        if known:
            self._rows.change("UPDATE staff SET role = :role WHERE id = :id", {"role": role, "id": known.id})
            return self.get_staff(known.id)
        row = self._rows.get(
            f"""
            INSERT INTO staff (telegram_id, name, role, language, location_id, created_at)
            VALUES (:telegram_id, :name, :role, :language, :location, :now) RETURNING {STAFF}
            """,
            {
                "telegram_id": person.telegram_id,
                "name": person.name,
                "role": role,
                "language": person.language,
                "location": THE_ONLY_LOCATION,
                "now": self._rows.now_micros,
            },
        )
        return to_staff(row)

    def find_customer(self, telegram_id: TelegramId) -> Customer | None:
        row = self._rows.find(f"SELECT {CUSTOMER} {_OF_TELEGRAM}", {"external_id": str(telegram_id)})
        return to_customer(row) if row else None

    def get_customer(self, customer_id: CustomerId) -> Customer:
        return to_customer(
            self._rows.get(f"SELECT {CUSTOMER} FROM customers c WHERE c.id = :id", {"id": customer_id})
        )

    def find_acquaintance(self, telegram_id: TelegramId) -> Acquaintance:
        staff, till = self.find_staff(telegram_id), self.find_till(telegram_id)
        if staff is None and till is not None:
            staff = self.find_on_shift(telegram_id)
        return Acquaintance(staff=staff, customer=self.find_customer(telegram_id), till=till)

    def find_telegram_id(self, customer_id: CustomerId) -> TelegramId | None:
        row = self._rows.find(
            """
            SELECT external_id FROM identities WHERE customer_id = :id AND kind = 'telegram'
            ORDER BY id LIMIT 1
            """,
            {"id": customer_id},
        )
        return TelegramId(int(row["external_id"])) if row else None

    def add_customer(self, person: Person, *, source: str = "") -> Customer:
        row = self._rows.get(
            """
            INSERT INTO customers (name, language, location_id, source, joined_at)
            VALUES (:name, :language, :location, :source, :now) RETURNING id
            """,
            {
                "name": person.name,
                "language": person.language,
                "location": THE_ONLY_LOCATION,
                "source": source,
                "now": self._rows.now_micros,
            },
        )
        return self._identify(CustomerId(row["id"]), "telegram", person.telegram_id)

    def find_practice_customer(self, staff_id: StaffId) -> Customer | None:
        row = self._rows.find(
            f"""
            SELECT {CUSTOMER} FROM identities i JOIN customers c ON c.id = i.customer_id
            WHERE i.kind = 'practice' AND i.external_id = :external_id
            """,
            {"external_id": str(staff_id)},
        )
        return to_customer(row) if row else None

    def add_practice_customer(self, staff: StaffMember) -> Customer:
        row = self._rows.get(
            """
            INSERT INTO customers (name, language, location_id, practice, joined_at)
            VALUES ('', :language, :location, 1, :now) RETURNING id
            """,
            {"language": staff.language, "location": staff.location_id, "now": self._rows.now_micros},
        )
        return self._identify(CustomerId(row["id"]), "practice", staff.id)

    def _identify(self, customer_id: CustomerId, kind: str, external_id: int) -> Customer:
        self._rows.change(
            """
            INSERT INTO identities (customer_id, kind, external_id, created_at)
            VALUES (:customer, :kind, :external_id, :now)
            """,
            {
                "customer": customer_id,
                "kind": kind,
                "external_id": str(external_id),
                "now": self._rows.now_micros,
            },
        )
        return self.get_customer(customer_id)

    def note_visit(self, customer_id: CustomerId, *, visits: int, last_visit_at: datetime | None) -> None:
        self._rows.change(
            """
            UPDATE customers SET visits = visits + :visits, last_visit_at = COALESCE(:at, last_visit_at),
                rhythm_halves = NULL,  -- upkeep looks at it again
                -- A paper card lies in a drawer for weeks: its customer joins with the first visit.
                joined_at = CASE WHEN last_visit_at IS NULL AND CAST(:at AS BIGINT) IS NOT NULL AND EXISTS (
                    SELECT 1 FROM paper_cards p WHERE p.customer_id = customers.id AND p.state = 'active')
                    THEN CAST(:at AS BIGINT) ELSE joined_at END
            WHERE id = :id
            """,
            {"id": customer_id, "visits": visits, "at": to_micros(last_visit_at) if last_visit_at else None},
        )

    def choose_language(self, known: Acquaintance, language: str) -> None:
        if known.staff is not None:
            self._rows.change(
                "UPDATE staff SET chosen_language = :language WHERE id = :id",
                {"language": language, "id": known.staff.id},
            )
        if known.customer is not None:
            self._rows.change(
                "UPDATE customers SET chosen_language = :language WHERE id = :id",
                {"language": language, "id": known.customer.id},
            )

    def mark_unreachable(self, customer_id: CustomerId, reason: str) -> None:
        self._rows.change(
            """
            UPDATE customers SET unreachable_since = :now, unreachable_reason = :reason
            WHERE id = :id AND unreachable_since IS NULL
            """,
            {"id": customer_id, "reason": reason, "now": self._rows.now_micros},
        )

    def erase(self, customer_id: CustomerId, *, name: str) -> None:
        values: dict[str, Value] = {"id": customer_id, "name": name, "now": self._rows.now_micros}
        self._rows.change(
            """
            UPDATE customers SET name = :name, language = '', source = '',
                                 birth_month = NULL, birth_day = NULL, birthday_set_at = NULL,
                                 unreachable_since = NULL, unreachable_reason = NULL, chosen_language = NULL,
                                 carried = '{}', forgotten_at = COALESCE(forgotten_at, :now)
            WHERE id = :id
            """,
            values,
        )
        self._rows.change("DELETE FROM identities WHERE customer_id = :id", values)

    def mark_frozen(self, customer_id: CustomerId, at: datetime | None) -> None:
        self._rows.change(
            "UPDATE customers SET frozen_at = :at WHERE id = :id",
            {"id": customer_id, "at": to_micros(at) if at else None},
        )

    def carry(self, customer_id: CustomerId, carried: Carried) -> None:
        self._rows.change(
            "UPDATE customers SET carried = :carried WHERE id = :id",
            {"id": customer_id, "carried": encode_record(carried)},
        )

    def find_carried(self, customer_id: CustomerId) -> Carried | None:
        row = self._rows.get("SELECT carried FROM customers WHERE id = :id", {"id": customer_id})
        return None if row["carried"] == "{}" else decode_record(Carried, row["carried"])

    def refresh(self, person: Person) -> None:
        values: dict[str, Value] = {
            "telegram_id": person.telegram_id,
            "external_id": str(person.telegram_id),
            "name": person.name,
            "language": person.language,
        }
        self._rows.change("UPDATE staff SET language = :language WHERE telegram_id = :telegram_id", values)
        self._rows.change(
            """
            UPDATE customers SET name = :name, language = :language,
                                 unreachable_since = NULL, unreachable_reason = NULL
            WHERE id = (SELECT customer_id FROM identities
                        WHERE kind = 'telegram' AND external_id = :external_id)
            """,
            values,
        )
