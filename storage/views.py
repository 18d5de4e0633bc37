"""What screens show, gathered from several tables in one read.

Not here: writing; each table has its own module for that.
"""

from collections.abc import Sequence

from loyalty.cards import Card, CodeFacts, CounterFacts, OfferFacts
from loyalty.ids import OfferId, RewardId, ScanId, StaffId, VisitId
from loyalty.ledger import Operation
from loyalty.notices import StampsAdded
from loyalty.ports import Cards, Ledger, People, Programs, Rewards, Scans, Views, Visits
from loyalty.rewards import RewardState
from storage.rows import Rows
from storage.visits import COLUMNS, to_visit

_COUNTER = f"""
    SELECT {", ".join(f"v.{column.strip()}" for column in COLUMNS.split(","))},
           c.name AS customer_name, k.stamps AS card_stamps, k.goal AS card_goal, s.reward_id AS picked,
           settled.name AS settled_name, undone.name AS undone_name
    FROM visits v JOIN customers c ON c.id = v.customer_id JOIN cards k ON k.id = v.card_id
    LEFT JOIN scans s ON s.id = v.scan_id
    LEFT JOIN staff settled ON settled.id = v.settled_by
    LEFT JOIN staff undone ON undone.id = v.undone_by
    WHERE v.id = :visit
"""  # one row instead of six reads: every staff card is drawn from it


class StoredViews(Views):
    """Reads through the other nouns of the same transaction."""

    def __init__(
        self, rows: Rows, *, people: People, programs: Programs, cards: Cards, scans: Scans, visits: Visits,
        ledger: Ledger, rewards: Rewards,
    ) -> None:  # fmt: skip
        self._rows = rows
        self._people = people
        self._programs = programs
        self._cards = cards
        self._scans = scans
        self._visits = visits
        self._ledger = ledger
        self._rewards = rewards

    def get_counter(self, visit_id: VisitId) -> CounterFacts:
        row = self._rows.get(_COUNTER, {"visit": visit_id})
        visit = to_visit(row)
        card = Card(visit.card_id, visit.customer_id, stamps=row["card_stamps"], goal=row["card_goal"])
        program = self._programs.get_current()
        operations = self._ledger.of_visit(visit.id)
        picked = row["picked"]
        return CounterFacts(
            now=self._rows.now,
            visit=visit,
            program=program,
            customer_name=row["customer_name"],
            stamps=card.stamps,
            goal=card.aim(program.rules.goal),
            rewards=self._rewards.held_by(visit.customer_id),
            handed_over=self._rewards.redeemed_in(visit.id),
            offers=self._rewards.offers_in(visit.id),
            picked=self._rewards.find(RewardId(picked)) if picked is not None else None,
            operations=operations,
            settled_by=row["settled_name"] or "",
            undone_by=row["undone_name"] or "",
            undo_blocked=self._is_undo_blocked(visit.id, operations),
        )

    def get_code(self, scan_id: ScanId) -> CodeFacts:
        scan = self._scans.get(scan_id)
        visit = self._visits.find_by_scan(scan_id)
        card = self._cards.get_of(scan.customer_id)
        rules = self._programs.get_current().rules
        return CodeFacts(
            scan=scan,
            visit=visit,
            stamps=card.stamps,
            goal=card.aim(rules.goal),
            filled=len(self._rewards.issued_in(visit.id)) if visit else 0,
            item=rules.item,
            staff_name=self._name((visit.settled_by or visit.opened_by) if visit else None),
        )

    def get_offer(self, offer_id: OfferId) -> OfferFacts:
        offer = self._rewards.find_offer(offer_id)
        if offer is None:
            raise LookupError(f"no offer {offer_id}")
        return OfferFacts(
            offer_id=offer.id,
            state=offer.state,
            item=self._rewards.get(offer.reward_id).item,
            staff_name=self._name(offer.asked_by),
        )

    def _name(self, staff_id: StaffId | None) -> str:
        return self._people.get_staff(staff_id).name if staff_id is not None else ""

    def _is_undo_blocked(self, visit_id: VisitId, operations: Sequence[Operation]) -> bool:
        if not any(isinstance(done.fact, StampsAdded) and done.fact.rewards for done in operations):
            return False
        return any(reward.state is RewardState.REDEEMED for reward in self._rewards.issued_in(visit_id))
