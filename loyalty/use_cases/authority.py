"""Who may do it: every use case reads the actor's staff row anew, inside its own transaction.

Not here: routing by role, which is only a convenience of handlers.
"""

from loyalty.ids import CustomerId, TelegramId
from loyalty.people import Person, Role, StaffMember
from loyalty.ports import Transaction
from loyalty.refusals import NotOwner, NotStaff, OwnCode, Refused


def require_staff(tx: Transaction, person: Person) -> StaffMember:
    """The staff row of this person. Raises Refused(NotStaff) for everybody else."""
    staff = tx.people.find_staff(person.telegram_id)
    if staff is None:
        raise Refused(NotStaff())
    return staff


def is_own(tx: Transaction, person_id: TelegramId, customer_id: CustomerId) -> bool:
    """Whether this staff member is that customer: nobody stamps themselves."""
    own = tx.people.find_customer(person_id)
    return own is not None and own.id == customer_id


def refuse_own(tx: Transaction, staff: StaffMember, customer_id: CustomerId) -> None:
    """Nobody serves themselves. Raises Refused(OwnCode)."""
    if is_own(tx, staff.telegram_id, customer_id):
        raise Refused(OwnCode())


def require_owner(tx: Transaction, person: Person) -> StaffMember:
    """The owner's staff row. Raises Refused(NotOwner) for everybody else."""
    staff = tx.people.find_staff(person.telegram_id)
    if staff is None or not staff.role.covers(Role.OWNER):
        raise Refused(NotOwner())
    return staff
