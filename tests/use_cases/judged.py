"""Visits that a limit judges, and what it remembers of them.

Not here: tests.
"""

from loyalty.limits import Answer, Limit, Limits
from tests.counter import ANNA, MIA, Cafe

FLAGS = (
    "SELECT f.kind, f.reason, s.name, f.state FROM flags f JOIN staff s ON s.id = f.staff_id ORDER BY f.id"
)
REFUSALS = "SELECT kind, staff_id, customer_id, visit_id FROM refusals"


async def limits(cafe: Cafe, **changed: Answer | Limit) -> None:
    await cafe.change_rules(ANNA, limits=Limits(**changed))  # type: ignore[arg-type]


async def earlier_visits(cafe: Cafe, count: int) -> None:
    """So many visits of Mia's today, the last one long ago."""
    for _ in range(count):
        await cafe.stamps(MIA, 1)
        cafe.later(minutes=20)
