"""Who may do it: every use case reads the actor's staff row anew, inside its own transaction.

Not here: routing by role, which is only a convenience of handlers.
"""

from loyalty.ids import CustomerId, TelegramId
from loyalty.people import Customer, Person, Role, StaffMember, Till
from loyalty.ports import Transaction
from loyalty.refusals import (
    NobodyOnShift,
    NoCardYet,
    NotManager,
    NotOwner,
    NotStaff,
    NotTill,
    OwnPhoneOnly,
    Refused,
)


def require_staff(tx: Transaction, person: Person) -> StaffMember:
    """The staff row of this person; at a till, of whoever is on shift there.

    Raises Refused: NotStaff, or NobodyOnShift for a till.
    """
    staff = tx.people.find_staff(person.telegram_id) or tx.people.find_on_shift(person.telegram_id)
    if staff is not None:
        return staff
    raise Refused(NotStaff() if tx.people.find_till(person.telegram_id) is None else NobodyOnShift())


def require_customer(tx: Transaction, person: Person) -> Customer:
    """Whose card it is. Raises Refused(NoCardYet)."""
    customer = tx.people.find_customer(person.telegram_id)
    if customer is None:
        raise Refused(NoCardYet())
    return customer


def require_manager(tx: Transaction, person: Person) -> StaffMember:
    """The staff row of a manager or an owner, on the own phone: a till is open to too many hands.

    Raises Refused(NotManager) for everybody else.
    """
    staff = tx.people.find_staff(person.telegram_id)
    if staff is None or not staff.role.covers(Role.MANAGER):
        raise Refused(NotManager())
    return staff


def require_own_phone(tx: Transaction, person: Person) -> StaffMember:
    """The staff row of whoever writes from the own phone: a PIN or a name is nobody else's business.

    Raises Refused: NotStaff, or OwnPhoneOnly for a till.
    """
    staff = tx.people.find_staff(person.telegram_id)
    if staff is not None:
        return staff
    raise Refused(NotStaff() if tx.people.find_till(person.telegram_id) is None else OwnPhoneOnly())


def require_till(tx: Transaction, person: Person) -> Till:
    """The till whose account this is. Raises Refused(NotTill)."""
    till = tx.people.find_till(person.telegram_id)
    if till is None:
        raise Refused(NotTill())
    return till


def is_own(tx: Transaction, person_id: TelegramId, customer_id: CustomerId) -> bool:
    """Whether this staff member is that customer: nobody stamps themselves."""
    own = tx.people.find_customer(person_id)
    return own is not None and own.id == customer_id


def serves_themselves(tx: Transaction, staff: StaffMember, customer_id: CustomerId) -> bool:
    """Whether that customer is this staff member, or the account of a till, which is nobody."""
    if is_own(tx, staff.telegram_id, customer_id):
        return True
    account = tx.people.find_telegram_id(customer_id)
    return account is not None and tx.people.find_till(account) is not None


def require_owner(tx: Transaction, person: Person) -> StaffMember:
    """The owner's staff row. Raises Refused(NotOwner) for everybody else."""
    staff = tx.people.find_staff(person.telegram_id)
    if staff is None or not staff.role.covers(Role.OWNER):
        raise Refused(NotOwner())
    return staff
