"""Opening a visit: staff scan a customer's QR or type its six digits, or those of a paper card.

Not here: confirming it (confirming.py).
"""

from dataclasses import dataclass
from datetime import timedelta

from loyalty import secrets, visits
from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId
from loyalty.limits import WRONG_CODES, WRONG_CODES_WINDOW
from loyalty.people import Cause, Person, StaffMember
from loyalty.ports import Transaction
from loyalty.refusals import CodeRanOut, OwnCode, Refusal, Refused, TooManyWrongCodes, UnknownCode
from loyalty.scans import Scan, ScanState
from loyalty.use_cases.paper.opening import PaperLink, PaperNumber, find_paper, open_by_paper
from loyalty.use_cases.staff.authority import require_staff, serves_themselves
from loyalty.use_cases.visits.codes import redraw_code
from loyalty.use_cases.visits.record import judged_at
from loyalty.visits import Visit

STILL_ON_A_SCREEN = timedelta(hours=1)
"""So long six digits that ran out are taken for a stale screen; later for a guess that met an old code."""


@dataclass(frozen=True, slots=True)
class LinkSecret:
    """The secret of a scanned QR."""

    secret: str


@dataclass(frozen=True, slots=True)
class TypedCode:
    """Six digits that staff typed."""

    digits: str


Key = LinkSecret | TypedCode | PaperLink | PaperNumber
"""By what staff find whose visit it is."""


def open_visit(
    tx: Transaction, person: Person, key: Key, *, chat_id: ChatId, cause: Cause | None
) -> Visit | Refusal:
    """The visit of this code, opened now or before, its staff card on the way to `chat_id`.

    A code opens one visit; whoever scans it later sees that same visit. What is to be remembered is answered
    as a refusal: a raised one would be rolled back with its row.
    """
    staff = require_staff(tx, person)
    paused = _pause(tx, staff) if isinstance(key, TypedCode | PaperNumber) else None
    if paused is not None:
        return paused
    if isinstance(key, PaperLink | PaperNumber):
        return _open_paper(tx, staff, key, chat_id, cause)
    scan = _find_scan(tx, key)
    unknown = UnknownCode(typed=isinstance(key, TypedCode), till_id=staff.till_id)
    if scan is None:
        return _remember(tx, unknown, staff)
    if serves_themselves(tx, staff, scan.customer_id):
        return _remember(tx, OwnCode(), staff, scan)
    known = tx.visits.find_by_scan(scan.id)
    if known is not None and not (isinstance(key, TypedCode) and _is_stale(tx, known)):
        _show_card(tx, known, chat_id, cause)
        return known
    if not scan.may_be_used(tx.now):
        guessed = isinstance(key, TypedCode) and tx.now >= scan.expires_at + STILL_ON_A_SCREEN
        return _remember(tx, unknown, staff) if guessed else CodeRanOut()
    visit = open_scan(tx, staff, scan, cause=cause)
    _show_card(tx, visit, chat_id, cause)
    return visit


def open_scan(tx: Transaction, staff: StaffMember, scan: Scan, *, cause: Cause | None) -> Visit:
    """The visit of a live code, opened without a staff card.

    Raises Refused(CodeRanOut) when the code is not live.
    """
    if not tx.scans.settle(scan.id, ScanState.USED):
        raise Refused(CodeRanOut())
    visit = tx.visits.open(
        scan,
        tx.cards.get_of(scan.customer_id),
        staff,
        program=tx.programs.get_current().version,
        practice=tx.people.get_customer(scan.customer_id).practice,
        expires_at=tx.now + visits.LIFE,
        cause=cause,
    )
    redraw_code(tx, scan.id)
    return visit


def _open_paper(
    tx: Transaction, staff: StaffMember, key: PaperLink | PaperNumber, chat_id: ChatId, cause: Cause | None
) -> Visit | Refusal:
    paper = find_paper(tx, key)
    if paper is None:
        return _remember(tx, UnknownCode(typed=isinstance(key, PaperNumber), till_id=staff.till_id), staff)
    opened = open_by_paper(tx, staff, paper, cause=cause)
    if isinstance(opened, Visit):
        _show_card(tx, opened, chat_id, cause)
    return opened


def _show_card(tx: Transaction, visit: Visit, chat_id: ChatId, cause: Cause | None) -> None:
    tx.deliveries.add_screen(ScreenKind.STAFF_CARD, visit.id, chat_id, cause=cause)


def _find_scan(tx: Transaction, key: LinkSecret | TypedCode) -> Scan | None:
    if isinstance(key, LinkSecret):
        return tx.scans.find_by_secret(secrets.hash_secret(key.secret))
    hash_key = tx.installation.get_hash_key()
    return tx.scans.find_by_code(secrets.hash_typed_code(key.digits, key=hash_key))


def _is_stale(tx: Transaction, visit: Visit) -> bool:
    """Whether six digits mean nobody any more: they may belong to somebody's wrong typing of today."""
    return not (visit.may_be_confirmed(tx.now) or visit.may_be_added_to(judged_at(tx)))


def _pause(tx: Transaction, staff: StaffMember) -> TooManyWrongCodes | None:
    times = tx.refusals.wrong_codes(staff, since=tx.now - WRONG_CODES_WINDOW)
    return TooManyWrongCodes(times[-WRONG_CODES] + WRONG_CODES_WINDOW) if len(times) >= WRONG_CODES else None


def _remember(tx: Transaction, refusal: Refusal, staff: StaffMember, scan: Scan | None = None) -> Refusal:
    tx.refusals.add(refusal, staff_id=staff.id, customer_id=scan.customer_id if scan else None)
    return refusal
