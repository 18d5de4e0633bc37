"""Upkeep: what time ends, and what need not be kept.

Not here: when it is looked at (bot/scheduler.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from loyalty import letters
from loyalty.days import local
from loyalty.deliveries import ScreenKind
from loyalty.ids import OfferId, ScanId, VisitId
from loyalty.ports import Database, Transaction
from loyalty.rewards import OfferState
from loyalty.sale_codes import SaleCodeState
from loyalty.scans import ScanState
from loyalty.use_cases.rewards.ending_gifts import end_gifts
from loyalty.use_cases.visits.codes import redraw_code
from loyalty.use_cases.visits.ending import end_visit
from loyalty.use_cases.visits.queue_places import redraw_queue
from loyalty.use_cases.visits.record import (
    await_next_change,
    end_approvals,
    end_spending,
    judged_at,
    redraw_staff_cards,
)
from loyalty.use_cases.visits.sale_codes import end_code
from loyalty.visits import ADD_WINDOW

SLICE = 100
"""Rows of one transaction: a sweep must not hold the writer while baristas tap."""
BODIES_KEPT = timedelta(days=7)
DIALOGUES_KEPT = timedelta(days=30)
"""Counted from the last word: who wrote once and never came back leaves nothing."""
INVITES_KEPT = timedelta(days=30)
"""So long it is known who came by an invite and does not work here, counted from the end of the link."""
REDRAWS_KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ExpireDue:
    """Codes, visits and questions whose time has run out end, and their messages say so."""

    database: Database

    async def __call__(self) -> int:
        """Answers how many ended."""
        ended = 0
        while await self.database.read(_is_something_due):
            ended_now = await self.database.write(_expire_slice)
            ended += ended_now
            if not ended_now:
                break
        return ended


@dataclass(frozen=True, slots=True)
class Prune:
    """Old redraws go; updates are kept for a week, letters, conversations and who came in vain for a month.

    Hashes are kept for a year.
    """

    database: Database

    async def __call__(self) -> int:
        """Answers how many rows were dropped or emptied."""
        pruned = 0
        while pruned_now := await self.database.write(_prune_slice):
            pruned += pruned_now
        return pruned


def _is_something_due(tx: Transaction) -> bool:
    return bool(
        tx.scans.find_due(most=1)
        or tx.visits.find_due(most=1)
        or tx.visits.find_redraws_due(most=1)
        or tx.sale_codes.find_due(most=1)
        or _due_offers(tx, most=1)
        or _due_approvals(tx, most=1)
        or _due_spending(tx, most=1)
        or tx.rewards.find_ended(most=1)
    )


def _expire_slice(tx: Transaction) -> int:
    scans = [scan_id for scan_id in tx.scans.find_due(most=SLICE) if _expire_scan(tx, scan_id)]
    visits = [visit_id for visit_id in tx.visits.find_due(most=SLICE) if end_visit(tx, visit_id)]
    codes = [
        code_id
        for code_id in tx.sale_codes.find_due(most=SLICE)
        if end_code(tx, code_id, SaleCodeState.EXPIRED)
    ]
    cards = tx.visits.find_redraws_due(most=SLICE)
    for visit_id in cards:
        _redraw_card(tx, visit_id)
    offers = [offer_id for offer_id in _due_offers(tx, most=SLICE) if _lapse(tx, offer_id)]
    asked = _due_approvals(tx, most=SLICE)
    for visit_id in asked:
        end_approvals(tx, visit_id)
        tx.deliveries.redraw(visit_id, ScreenKind.STAFF_CARD)
    spending = _due_spending(tx, most=SLICE)
    for visit_id in spending:
        end_spending(tx, visit_id)
        tx.deliveries.redraw(visit_id, ScreenKind.STAFF_CARD)
    ended = len(scans) + len(codes) + len(visits) + len(cards) + len(offers) + len(asked) + len(spending)
    return ended + end_gifts(tx, most=SLICE)


def _due_approvals(tx: Transaction, *, most: int) -> Sequence[VisitId]:
    return tx.approvals.find_due(confirmed_before=judged_at(tx) - ADD_WINDOW, most=most)


def _due_spending(tx: Transaction, *, most: int) -> Sequence[VisitId]:
    return tx.spending.find_due(confirmed_before=judged_at(tx) - ADD_WINDOW, most=most)


def _due_offers(tx: Transaction, *, most: int) -> Sequence[OfferId]:
    return tx.rewards.find_due_offers(confirmed_before=judged_at(tx) - ADD_WINDOW, most=most)


def _lapse(tx: Transaction, offer_id: OfferId) -> bool:
    if not tx.rewards.answer(offer_id, OfferState.LAPSED):
        return False
    tx.deliveries.redraw(offer_id, ScreenKind.OFFER)
    return True


def _expire_scan(tx: Transaction, scan_id: ScanId) -> bool:
    if not tx.scans.settle(scan_id, ScanState.EXPIRED):
        return False
    redraw_code(tx, scan_id)
    return True


def _redraw_card(tx: Transaction, visit_id: VisitId) -> None:
    """Undo and add are over at their time, whoever looks: their buttons go by themselves."""
    visit = tx.visits.get(visit_id)
    await_next_change(tx, visit)
    redraw_staff_cards(tx, visit_id)
    if visit.scan_id is not None and tx.scans.get(visit.scan_id).queued_at is not None:
        redraw_queue(tx)


@dataclass(frozen=True, slots=True)
class NoteHours:
    """Purchases from before the hour was written down get theirs, by the clock of today's zone."""

    database: Database

    async def __call__(self) -> int:
        """Answers how many."""
        noted = 0
        while await self.database.read(lambda tx: bool(tx.visits.find_without_hour(most=1))):
            noted += await self.database.write(_note_hours_slice)
        return noted


def _note_hours_slice(tx: Transaction) -> int:
    rules = tx.programs.get_current().rules
    found = tx.visits.find_without_hour(most=SLICE)
    for visit_id, at in found:
        tx.visits.note_hour(visit_id, local(at, rules).hour)
    return len(found)


def _prune_slice(tx: Transaction) -> int:
    redraws = tx.deliveries.prune(settled_before=tx.now - REDRAWS_KEPT, most=SLICE)
    bodies = tx.inbox.blank_bodies(settled_before=tx.now - BODIES_KEPT, most=SLICE)
    written = tx.letters.blank(written_before=tx.now - letters.KEPT, most=SLICE)
    dialogues = tx.dialogues.drop_old(untouched_since=tx.now - DIALOGUES_KEPT, most=SLICE)
    left = tx.moves.drop_old_left()
    came = tx.invites.blank(expired_before=tx.now - INVITES_KEPT, most=SLICE)
    for invite_id in came:
        tx.deliveries.redraw(invite_id, ScreenKind.INVITE)
    return redraws + bodies + written + dialogues + left + len(came) + tx.forgotten.drop_old(most=SLICE)
