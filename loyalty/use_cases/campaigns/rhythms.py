"""Rhythms: how many days usually lie between somebody's visits, looked at after each of them.

Not here: what follows from it (planners/win_back.py).
"""

from dataclasses import dataclass

from loyalty.days import day_of
from loyalty.ids import CustomerId
from loyalty.ports import Database, Transaction
from loyalty.standing import VISITS_OF_A_RHYTHM, rhythm_of

SLICE = 100


@dataclass(frozen=True, slots=True)
class NoteRhythms:
    """Of whoever has come since the last look."""

    database: Database

    async def __call__(self) -> int:
        """Answers how many."""
        noted = 0
        while await self.database.read(lambda tx: bool(tx.standing.find_without_rhythm(most=1))):
            noted += await self.database.write(_note_slice)
        return noted


def _note_slice(tx: Transaction) -> int:
    found = tx.standing.find_without_rhythm(most=SLICE)
    for customer_id in found:
        _note(tx, customer_id)
    return len(found)


def _note(tx: Transaction, customer_id: CustomerId) -> None:
    rules = tx.programs.get_current().rules
    visits = tx.standing.last_visits(customer_id, most=VISITS_OF_A_RHYTHM)
    tx.standing.note_rhythm(customer_id, rhythm_of([day_of(at, rules).date for at in visits]))
