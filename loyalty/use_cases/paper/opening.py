"""Opening a visit by paper: staff scan the card's QR or type its eight digits.

Not here: codes on a customer's own phone (visits/opening.py), which calls this, and visits/confirming.py.
"""

from dataclasses import dataclass

from loyalty import secrets, visits
from loyalty.paper import PaperCard, is_number
from loyalty.people import Cause, StaffMember
from loyalty.ports import Transaction
from loyalty.refusals import NumberMistyped, OwnCode, Refusal, Refused
from loyalty.use_cases.paper.rules import why_over
from loyalty.use_cases.staff.authority import serves_themselves
from loyalty.use_cases.visits.ending import end_visit
from loyalty.visits import Visit


@dataclass(frozen=True, slots=True)
class PaperLink:
    """The secret of a scanned paper card."""

    secret: str


@dataclass(frozen=True, slots=True)
class PaperNumber:
    """Eight digits that staff typed."""

    digits: str


def find_paper(tx: Transaction, key: PaperLink | PaperNumber) -> PaperCard | None:
    """The card behind a link or a number. Raises Refused(NumberMistyped): no guess, a slip."""
    if isinstance(key, PaperLink):
        return tx.paper_cards.find_by_secret(secrets.hash_secret(key.secret))
    if not is_number(key.digits):
        raise Refused(NumberMistyped())
    return tx.paper_cards.find_by_number(key.digits)


def open_by_paper(
    tx: Transaction, staff: StaffMember, paper: PaperCard, *, cause: Cause | None
) -> Visit | Refusal:
    """The card's open visit, opened now or before; one at a time, whoever scans it.

    Raises Refused: PaperCardBlocked, PaperCardReplaced, PaperCardMoved.
    """
    known = tx.visits.find_by_paper_cause(paper.id, cause) if cause is not None else None
    if known is not None:  # the same message again: that its visit is over by now opens no second one
        return known
    over = why_over(tx, paper)
    if over is not None:
        raise Refused(over)
    if serves_themselves(tx, staff, paper.customer_id):
        tx.refusals.add(OwnCode(), staff_id=staff.id, customer_id=paper.customer_id)
        return OwnCode()
    still_open = tx.visits.find_open_by_paper(paper.id)
    if still_open is not None and still_open.may_be_confirmed(tx.now):
        return still_open
    if still_open is not None:  # its time has run out, and no tick was there yet
        end_visit(tx, still_open.id)
    return tx.visits.open_by_paper(
        paper,
        tx.cards.get_of(paper.customer_id),
        staff,
        program=tx.programs.get_current().version,
        expires_at=tx.now + visits.LIFE,
        cause=cause,
    )
