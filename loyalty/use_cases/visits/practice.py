"""Practice: a customer who is nobody walks up, and everything can be tried on them; it is counted nowhere.

Not here: what is done with their card, which are the ordinary use cases of the counter.
"""

from dataclasses import dataclass

from loyalty import pair_codes, scans, secrets
from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, CustomerId, VisitId
from loyalty.notices import PracticeStamped
from loyalty.people import Cause, Customer, Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.secrets import SecretSource
from loyalty.use_cases.staff.authority import require_staff
from loyalty.use_cases.visits.opening import open_scan
from loyalty.use_cases.visits.record import end_questions, redraw_visit
from loyalty.visits import VisitState


@dataclass(frozen=True, slots=True)
class StartPractice:
    """A practice customer walks up to this staff member."""

    database: Database
    secrets: SecretSource

    async def __call__(self, person: Person, *, chat_id: ChatId, cause: Cause | None) -> VisitId:
        """Their visit, open, with its staff card on the way to `chat_id`; the one before is put aside.

        With the first practice stamp ever the notice PracticeStamped goes to that chat's staff member, once:
        whoever leads somebody through their first steps ends there. Raises Refused: NotStaff, NobodyOnShift.
        """
        source = self.secrets
        return await self.database.write(
            lambda tx: _start(tx, require_staff(tx, person), source, chat_id, cause)
        )


def note_practice(tx: Transaction, staff: StaffMember) -> None:
    """Somebody gave a practice stamp: the first one is praised, where they work."""
    till = None if staff.till_id is None else tx.tills.find(staff.till_id)
    chat_id = ChatId(staff.telegram_id if till is None else till.telegram_id)
    tx.deliveries.add_notice(PracticeStamped(staff.role), chat_id, key=f"practice:{staff.id}")


def _start(
    tx: Transaction, staff: StaffMember, source: SecretSource, chat_id: ChatId, cause: Cause | None
) -> VisitId:
    customer = tx.people.find_practice_customer(staff.id) or _add_customer(tx, staff)
    _put_aside(tx, customer.id, staff)
    # Nobody ever shows this code, but a visit has one: that its secrets are thrown away keeps it so.
    taken_codes, taken_pairs = tx.scans.live_codes()
    key = tx.installation.get_hash_key()
    code_hash = secrets.hash_typed_code(secrets.new_typed_code(source), key=key)
    while code_hash in taken_codes:
        code_hash = secrets.hash_typed_code(secrets.new_typed_code(source), key=key)
    scan_id = tx.scans.add(
        customer.id,
        secret_hash=secrets.hash_secret(secrets.new_secret(source)),
        code_hash=code_hash,
        pair_code=pair_codes.draw(source, taken_pairs),
        reward_id=None,
        cause=cause,
        expires_at=tx.now + scans.LIFE,
    )
    visit = open_scan(tx, staff, tx.scans.get(scan_id), cause=cause)
    tx.deliveries.add_screen(ScreenKind.STAFF_CARD, visit.id, chat_id, cause=cause)
    return visit.id


def _add_customer(tx: Transaction, staff: StaffMember) -> Customer:
    customer = tx.people.add_practice_customer(staff)
    tx.cards.open(customer.id, goal=tx.programs.get_current().rules.goal)
    return customer


def _put_aside(tx: Transaction, customer_id: CustomerId, staff: StaffMember) -> None:
    """One practice customer stands at the counter at a time."""
    for visit_id in tx.visits.find_live_of(customer_id, confirmed_after=tx.now):
        if tx.rewards.redeemed_in(visit_id):
            continue  # took place: it ends by itself
        declined = tx.visits.settle(visit_id, VisitState.DECLINED, by=staff.id)
        if declined is not None:
            end_questions(tx, visit_id)
            redraw_visit(tx, declined)
