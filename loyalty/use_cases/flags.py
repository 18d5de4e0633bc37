"""Flags: the owner looks at what passed, and asks where it needs asking.

Not here: what is flagged (loyalty/verdicts.py).
"""

from dataclasses import dataclass

from loyalty.flags import Flag, FlagState
from loyalty.ids import ChatId, FlagId
from loyalty.notices import FlagAsked
from loyalty.people import Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.refusals import FlagGone, OwnFlag, Refused, StaffGone
from loyalty.use_cases.authority import is_own, require_manager


@dataclass(frozen=True, slots=True)
class DecideFlag:
    """Fine, or ask whoever did it."""

    database: Database

    async def __call__(self, person: Person, flag_id: FlagId, *, asked: bool) -> Flag:
        """The flag with its answer; `asked`: whoever gave the stamps is told that they are asked about.

        Nobody answers for what they gave themselves, or what was given to them, but the only owner. The same
        answer again changes nothing. Raises Refused: NotManager, FlagGone, OwnFlag; StaffGone when whoever
        would be asked works here no more.
        """
        return await self.database.write(lambda tx: _decide(tx, person, flag_id, asked))


def _decide(tx: Transaction, person: Person, flag_id: FlagId, asked: bool) -> Flag:
    manager = require_manager(tx, person)
    flag = tx.flags.find(flag_id)
    state = FlagState.ASKED if asked else FlagState.OK
    if flag is None or flag.state not in (FlagState.OPEN, state):
        raise Refused(FlagGone())
    if _is_own(tx, manager, flag) and tx.people.find_owners() != [manager]:
        raise Refused(OwnFlag())
    if asked and flag.state is FlagState.OPEN and flag.staff_id and tx.staff.find(flag.staff_id) is None:
        raise Refused(StaffGone())
    if tx.flags.decide(flag_id, state, by=manager.id) and asked and flag.staff_id is not None:
        asked_one = tx.people.get_staff(flag.staff_id)
        notice = FlagAsked(flag.operation_id, flag.kind, manager.name, flag.created_at)
        tx.deliveries.add_notice(notice, ChatId(asked_one.telegram_id), key=f"flag:{flag_id}")
    decided = tx.flags.find(flag_id)
    return decided or flag


def _is_own(tx: Transaction, manager: StaffMember, flag: Flag) -> bool:
    """Whether they gave it themselves, or got it."""
    if flag.staff_id == manager.id:
        return True
    return flag.customer_id is not None and is_own(tx, manager.telegram_id, flag.customer_id)
