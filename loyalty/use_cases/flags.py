"""Flags: the owner looks at what passed, and asks where it needs asking.

Not here: what is flagged (loyalty/verdicts.py).
"""

from dataclasses import dataclass

from loyalty.flags import Flag, FlagState
from loyalty.ids import ChatId, FlagId
from loyalty.notices import FlagAsked
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.refusals import FlagGone, Refused
from loyalty.use_cases.authority import require_manager


@dataclass(frozen=True, slots=True)
class DecideFlag:
    """Fine, or ask whoever did it."""

    database: Database

    async def __call__(self, person: Person, flag_id: FlagId, *, asked: bool) -> Flag:
        """The flag with its answer; `asked`: whoever gave the stamps is told that they are asked about.

        The same answer again changes nothing. Raises Refused: NotManager, FlagGone.
        """
        return await self.database.write(lambda tx: _decide(tx, person, flag_id, asked))


def _decide(tx: Transaction, person: Person, flag_id: FlagId, asked: bool) -> Flag:
    manager = require_manager(tx, person)
    flag = tx.flags.find(flag_id)
    state = FlagState.ASKED if asked else FlagState.OK
    if flag is None or flag.state not in (FlagState.OPEN, state):
        raise Refused(FlagGone())
    if tx.flags.decide(flag_id, state, by=manager.id) and asked and flag.staff_id is not None:
        asked_one = tx.people.get_staff(flag.staff_id)
        notice = FlagAsked(flag.operation_id, flag.kind, manager.name, flag.created_at)
        tx.deliveries.add_notice(notice, ChatId(asked_one.telegram_id), key=f"flag:{flag_id}")
    decided = tx.flags.find(flag_id)
    return decided or flag
