"""What screens show, gathered from several tables in one read.

Not here: writing; each table has its own module for that.
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty import corrections, days, points, verdicts
from loyalty.approvals import Approval, ApprovalFacts
from loyalty.cards import Card, CodeFacts, CounterFacts, OfferFacts
from loyalty.ids import ApprovalId, OfferId, RewardId, ScanId, StaffId, VisitId
from loyalty.ledger import Operation
from loyalty.people import Role
from loyalty.points import Bill
from loyalty.ports import (
    Approvals,
    Cards,
    Ledger,
    Outages,
    PaperCards,
    People,
    Programs,
    Rewards,
    Scans,
    Spending,
    Views,
    Visits,
)
from loyalty.programs import Program, Rules
from loyalty.receipts import PointsSpent, VisitBooked
from loyalty.rewards import RewardState
from loyalty.verdicts import Need, Verdict
from loyalty.visits import Visit, VisitState
from storage.rows import Rows
from storage.visit_rows import COLUMNS, to_visit

_COUNTER = f"""
    SELECT {", ".join(f"v.{column.strip()}" for column in COLUMNS.split(","))},
           c.name AS customer_name, c.frozen_at, c.moved_to, k.stamps AS card_stamps, k.goal AS card_goal,
           k.points AS card_points, s.reward_id AS picked, s.spending,
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
        ledger: Ledger, rewards: Rewards, spending: Spending, approvals: Approvals, outages: Outages,
        paper_cards: PaperCards,
    ) -> None:  # fmt: skip
        self._rows = rows
        self._people = people
        self._programs = programs
        self._cards = cards
        self._scans = scans
        self._visits = visits
        self._ledger = ledger
        self._rewards = rewards
        self._spending = spending
        self._approvals = approvals
        self._outages = outages
        self._paper_cards = paper_cards

    def get_counter(self, visit_id: VisitId) -> CounterFacts:
        row = self._rows.get(_COUNTER, {"visit": visit_id})
        visit = to_visit(row)
        card = Card(visit.card_id, visit.customer_id, stamps=row["card_stamps"], goal=row["card_goal"])
        program = self._programs.get_current()
        operations = self._ledger.of_visit(visit.id)
        picked = row["picked"]
        earlier = self._earlier(visit, program.rules) if visit.state is VisitState.OPEN else ()
        outage = self._outages.find_sparing()
        return CounterFacts(
            now=outage.since if outage else self._rows.now,
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
            frozen=row["frozen_at"] is not None,
            old_card=self._has_old_card(visit, program.rules),
            verdict=self._judge(visit, program.rules, earlier),
            today=self._count_today(visit, program.rules, earlier),
            earlier=verdicts.recent(earlier, self._rows.now),
            joined=self._visits.get(visit.joined_to) if visit.joined_to is not None else None,
            asked=self._asked(visit),
            points=row["card_points"],
            usual_amounts=self._usual_amounts(visit, program),
            wishes_to_spend=bool(row["spending"]),
            spendable=_spendable(visit, row["card_points"], operations, program.rules, self._rows.now),
            spend_offer=self._spending.find_latest(visit.id) if visit.amount is not None else None,
            paper=self._paper_cards.get(visit.paper_card_id) if visit.paper_card_id is not None else None,
            moved=row["moved_to"] is not None,
        )

    def get_code(self, scan_id: ScanId) -> CodeFacts:
        scan = self._scans.get(scan_id)
        visit = self._visits.find_by_scan(scan_id)
        joined = self._visits.get(visit.joined_to) if visit and visit.joined_to is not None else None
        card = self._cards.get_of(scan.customer_id)
        rules = self._programs.get_current().rules
        return CodeFacts(
            scan=scan,
            visit=visit,
            stamps=card.stamps,
            goal=card.aim(rules.goal),
            filled=self._count_filled(visit) if visit else 0,
            item=rules.item,
            joined_at=days.local(joined.settled_at, rules) if joined and joined.settled_at else None,
            staff_name=self._name(_last_hand(visit)),
            bill=self._bill_of(visit),
            gives_stamps=rules.gives_stamps,
            moved=self._people.get_customer(scan.customer_id).moved_to is not None,
        )

    def get_approval(self, approval_id: ApprovalId) -> ApprovalFacts:
        approval = self._approvals.find(approval_id)
        if approval is None:
            raise LookupError(f"no approval {approval_id}")
        visit = self._visits.get(approval.visit_id)
        return self._approval_facts(approval, visit)

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

    def _bill_of(self, visit: Visit | None) -> Bill | None:
        """What its latest receipt says of the bill."""
        if visit is None or visit.amount is None:
            return None
        said = [done.fact for done in self._ledger.of_visit(visit.id)]
        bills = [fact.bill for fact in said if isinstance(fact, VisitBooked | PointsSpent) and fact.bill]
        return bills[-1] if bills else None

    def _usual_amounts(self, visit: Visit, program: Program) -> Sequence[int]:
        """As they were when the visit was opened: a button means what it said."""
        if not program.rules.gives_points:
            return ()
        if visit.program_version == program.version:
            return program.rules.usual_amounts
        opened = self._programs.get(visit.program_version).rules
        return opened.usual_amounts if opened.currency == program.rules.currency else ()

    def _earlier(self, visit: Visit, rules: Rules) -> Sequence[Visit]:
        """The card's confirmed visits that limits look at; practice meets none."""
        if visit.practice:
            return ()
        since = verdicts.look_back(rules, self._rows.now)
        return self._visits.find_confirmed_of(visit.card_id, since=since)

    def _judge(self, visit: Visit, rules: Rules, earlier: Sequence[Visit]) -> Verdict:
        """What the limits say to a barista's +1."""
        if visit.state is not VisitState.OPEN or visit.practice:
            return Verdict(Need.NOTHING)
        carried = self._people.find_carried(visit.customer_id)
        return verdicts.judge_visit(rules, earlier, self._rows.now, count=1, carried=carried)

    def _count_today(self, visit: Visit, rules: Rules, earlier: Sequence[Visit]) -> int:
        """Confirmed visits of the day while this one is open, those from before being forgotten too."""
        if visit.state is not VisitState.OPEN or visit.practice:
            return 0
        today, carried = days.day_of(self._rows.now, rules), self._people.find_carried(visit.customer_id)
        before = carried.of(today.date).visits if carried is not None else 0
        return before + len(verdicts.of_day(earlier, today))

    def _asked(self, visit: Visit) -> ApprovalFacts | None:
        approval = self._approvals.find_latest(visit.id)
        return self._approval_facts(approval, visit) if approval is not None else None

    def _approval_facts(self, approval: Approval, visit: Visit) -> ApprovalFacts:
        rules, asker = self._programs.get_current().rules, self._people.get_staff(approval.asked_by)
        begins = days.day_of(approval.asked_at, rules).begins
        earlier = self._visits.find_confirmed_of(visit.card_id, since=begins)
        before = [
            one for one in earlier if one.id != visit.id and (one.settled_at or begins) <= approval.asked_at
        ]
        carried = self._people.find_carried(visit.customer_id)
        forgotten = carried.of(days.day_of(approval.asked_at, rules).date).visits if carried else 0
        return ApprovalFacts(
            approval=approval,
            customer_name=self._people.get_customer(visit.customer_id).name,
            asker=asker.name,
            decider=self._name(approval.decided_by),
            given=visit.stamps if approval.add else 0,
            rules=rules,
            nth=forgotten + len(before) + 1,
            asker_id=asker.telegram_id,
            by_manager=approval.till_id is None and asker.role.covers(Role.MANAGER),
        )

    def _has_old_card(self, visit: Visit, rules: Rules) -> bool:
        """Whether an old paper card may come; asked of the ledger only on opening days."""
        if visit.practice or visit.state is not VisitState.OPEN:
            return False
        if not corrections.old_cards_are_taken(self._rows.now, rules):
            return False
        carried = self._people.find_carried(visit.customer_id)
        if carried is not None and carried.old_card:
            return False
        return self._ledger.find_by_key(corrections.old_card_key(visit.customer_id)) is None

    def _count_filled(self, visit: Visit) -> int:
        """Without those that became stamps again when a visit before this one was taken back."""
        filled = self._rewards.issued_in(visit.id)
        return sum(reward.state is not RewardState.CANCELLED for reward in filled)

    def _name(self, staff_id: StaffId | None) -> str:
        return self._people.get_staff(staff_id).name if staff_id is not None else ""

    def _is_undo_blocked(self, visit_id: VisitId, operations: Sequence[Operation]) -> bool:
        if not any(isinstance(done.fact, VisitBooked) and done.fact.rewards for done in operations):
            return False
        return any(reward.state is RewardState.REDEEMED for reward in self._rewards.issued_in(visit_id))


def _last_hand(visit: Visit | None) -> StaffId | None:
    """Whoever did last what the code's message tells."""
    return (visit.undone_by or visit.settled_by or visit.opened_by) if visit is not None else None


def _spendable(
    visit: Visit, balance: int, operations: Sequence[Operation], rules: Rules, now: datetime
) -> int:
    """Whole points that could pay for a part of the bill; what the bill itself earned is not among them."""
    if visit.amount is None or not visit.may_be_paid_with_points(now):
        return 0
    booked = [done.fact.bill for done in operations if isinstance(done.fact, VisitBooked) and done.fact.bill]
    if not rules.gives_points or any(bill.currency != rules.currency for bill in booked):
        return 0
    earned = sum(bill.earned for bill in booked)
    return points.most_to_spend(balance - earned, visit.amount, cap=rules.spend_percent)
