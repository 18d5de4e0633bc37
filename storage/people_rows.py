"""What rows of `staff`, `tills` and `customers` say.

Not here: reading and writing such rows (people.py, staff.py, tills.py).
"""

from loyalty.ids import CustomerId, LocationId, StaffId, TelegramId, TillId
from loyalty.people import Customer, Role, StaffMember, Till
from storage.rows import Row

STAFF = "id, telegram_id, name, role, language, chosen_language, location_id"
CUSTOMER = """
    c.id, c.name, c.language, c.chosen_language, c.practice, c.unreachable_since, c.frozen_at, c.forgotten_at,
    c.moved_to
"""


def to_staff(row: Row) -> StaffMember:
    """A staff member from their row."""
    return StaffMember(
        id=StaffId(row["id"]),
        telegram_id=TelegramId(row["telegram_id"]),
        name=row["name"],
        role=Role(row["role"]),
        language=row["language"],
        location_id=LocationId(row["location_id"]),
        chosen_language=row["chosen_language"],
    )


def to_till(row: Row) -> Till:
    """A till from its row."""
    return Till(
        id=TillId(row["id"]),
        telegram_id=TelegramId(row["telegram_id"]),
        name=row["name"],
        language=row["language"],
        location_id=LocationId(row["location_id"]),
    )


def to_customer(row: Row) -> Customer:
    """A customer from their row."""
    return Customer(
        id=CustomerId(row["id"]),
        name=row["name"],
        language=row["language"],
        practice=bool(row["practice"]),
        reachable=row["unreachable_since"] is None,
        frozen=row["frozen_at"] is not None,
        former=row["forgotten_at"] is not None,
        moved_to=CustomerId(row["moved_to"]) if row["moved_to"] is not None else None,
        chosen_language=row["chosen_language"],
    )
