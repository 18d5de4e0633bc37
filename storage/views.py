"""What screens show, gathered from several tables in one read.

Not here: writing; each table has its own module for that.
"""

from loyalty.cards import CodeFacts, CounterFacts, OfferFacts
from loyalty.ids import OfferId, RewardId, ScanId, StaffId, VisitId
from loyalty.ports import Cards, Ledger, People, Programs, Rewards, Scans, Views, Visits
from loyalty.rewards import Reward, RewardState
from loyalty.visits import Visit
from storage.rows import Rows


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
        visit = self._visits.get(visit_id)
        card = self._cards.get(visit.card_id)
        program = self._programs.get_current()
        return CounterFacts(
            now=self._rows.now,
            visit=visit,
            program=program,
            customer_name=self._people.get_customer(visit.customer_id).name,
            stamps=card.stamps,
            goal=card.aim(program.rules.goal),
            rewards=self._rewards.held_by(visit.customer_id),
            handed_over=self._rewards.redeemed_in(visit.id),
            offers=self._rewards.offers_in(visit.id),
            picked=self._picked(visit),
            operations=self._ledger.of_visit(visit.id),
            settled_by=self._name(visit.settled_by),
            undone_by=self._name(visit.undone_by),
            undo_blocked=any(r.state is RewardState.REDEEMED for r in self._rewards.issued_in(visit.id)),
        )

    def get_code(self, scan_id: ScanId) -> CodeFacts:
        scan = self._scans.get(scan_id)
        visit = self._visits.find_by_scan(scan_id)
        card = self._cards.get_of(scan.customer_id)
        return CodeFacts(
            scan=scan,
            visit=visit,
            stamps=card.stamps,
            goal=card.aim(self._programs.get_current().rules.goal),
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

    def _picked(self, visit: Visit) -> Reward | None:
        reward_id: RewardId | None = self._scans.get(visit.scan_id).reward_id if visit.scan_id else None
        return self._rewards.find(reward_id) if reward_id is not None else None
