"""The staff list: who works here, promoting and demoting, and the name that customers see.

Not here: letting people in (staffing.py) and removing them (leaving.py).
"""

from dataclasses import dataclass

from loyalty.ids import ChatId, StaffId
from loyalty.notices import RoleChanged
from loyalty.people import Person, Role, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.refusals import NameUnfit, Refused, StaffGone
from loyalty.staffing import LONGEST_STAFF_NAME, StaffList
from loyalty.use_cases.listening.ticket_places import free_tickets
from loyalty.use_cases.staff.authority import require_own_phone, require_owner
from loyalty.use_cases.staff.leaving import end_invites, require_other_owner, settle_screens


@dataclass(frozen=True, slots=True)
class ReadStaffList:
    """Who works here, at which tills, and in which chat."""

    database: Database

    async def __call__(self, person: Person) -> StaffList:
        """The list as it is now. Raises Refused(NotOwner)."""

        def body(tx: Transaction) -> StaffList:
            require_owner(tx, person)
            chat = tx.staff_chats.find_bound()
            return StaffList(
                staff=tx.people.find_all_staff(),
                tills=tx.tills.all(),
                staff_chat=chat.title if chat else None,
                rules=tx.programs.get_current().rules,
                now=tx.now,
            )

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class ChangeRole:
    """An owner makes a barista a manager, or back; another owner can be made either."""

    database: Database

    async def __call__(self, person: Person, staff_id: StaffId, *, manager: bool) -> StaffMember:
        """The staff member as they are now; the same wish again changes nothing.

        Raises Refused: NotOwner, StaffGone, LastOwner.
        """
        role = Role.MANAGER if manager else Role.BARISTA
        return await self.database.write(lambda tx: _change_role(tx, person, staff_id, role))


@dataclass(frozen=True, slots=True)
class ChooseName:
    """Staff choose the name that customers see on receipts."""

    database: Database

    async def __call__(self, person: Person, name: str) -> None:
        """`name` in one line. Raises Refused: NotStaff, OwnPhoneOnly, NameUnfit."""

        def body(tx: Transaction) -> None:
            staff = require_own_phone(tx, person)
            if not 1 <= len(name) <= LONGEST_STAFF_NAME:
                raise Refused(NameUnfit(LONGEST_STAFF_NAME))
            tx.staff.rename(staff.id, name)

        await self.database.write(body)


def _change_role(tx: Transaction, person: Person, staff_id: StaffId, role: Role) -> StaffMember:
    require_owner(tx, person)
    staff = tx.staff.find(staff_id)
    if staff is None:
        raise Refused(StaffGone())
    if staff.role is role:
        return staff
    require_other_owner(tx, staff)
    tx.staff.set_role(staff.id, role)
    if staff.role is Role.OWNER:
        end_invites(tx, staff)
    if not role.covers(Role.MANAGER):
        free_tickets(tx, staff.id)
        settle_screens(tx, ChatId(staff.telegram_id))
    key = f"role:{staff.id}:{tx.now.isoformat()}"
    tx.deliveries.add_notice(RoleChanged(role), ChatId(staff.telegram_id), key=key)
    return tx.people.get_staff(staff.id)
