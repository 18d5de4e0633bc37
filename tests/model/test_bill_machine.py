"""Bills and points in any order that people can think of: the real file against pencil and paper.

Not here: stamps and limits (test_counter_machine.py), and races (tests/use_cases/test_bills.py).
"""

import os
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from loyalty.ids import OperationId, VisitId
from loyalty.people import Person
from loyalty.programs import Collects
from tests import books
from tests.counter import ANNA, LEO, MIA, private
from tests.model.paper import newest
from tests.model.playing import BARISTAS, CUSTOMERS, RECENT, Playing

pytestmark = pytest.mark.timeout(240)  # a failure takes a while to be made small

PERCENT, CAP, MINIMUM = 7, 50, 200
AMOUNTS = st.sampled_from((1, 99, 199, 200, 333, 350, 1250, 4801))
MINUTES = st.sampled_from((1, 5, 9, 10, 15, 20))


@dataclass
class ModelBill:
    """A bill as it was noted down: minor units and hundredths of points."""

    customer: Person
    amount: int
    earned: int
    at: datetime
    spent: int = 0
    taken_back: bool = False

    def earns(self) -> int:
        """What is given for it: nothing on the part that points paid."""
        return 0 if self.amount < MINIMUM else (self.amount - self.spent) * PERCENT


class BillMachine(Playing):
    """Purchases with bills; after each step the books must balance and pencil and paper must agree."""

    def __init__(self) -> None:
        super().__init__()
        self.points = {MIA: 0, LEO: 0}
        self.bills: dict[VisitId, ModelBill] = {}

    @initialize()
    def a_cafe_opens(self) -> None:
        super().a_cafe_opens()
        self.do(
            self.cafe.change_rules(
                ANNA, collects=Collects.POINTS, earn_percent=PERCENT, spend_percent=CAP, minimum_bill=MINIMUM
            )
        )

    @rule(customer=CUSTOMERS, barista=BARISTAS, amount=AMOUNTS, wishes=st.booleans())
    def buy(self, customer: Person, barista: Person, amount: int, wishes: bool) -> None:
        """A code, perhaps with the wish to pay with points, and a bill typed behind its digits."""
        held = self.points[customer]
        if wishes and held < 100:
            assert self.tried(self.cafe.show_code(customer, cause=None, spending=True)) is None
            wishes = False
        shown = self.do(self.cafe.show_code(customer, cause=None, spending=wishes))
        typed = f"{amount // 100},{amount % 100:02d}"
        facts = self.tried(self.cafe.types(barista, shown.typed_code, bill=typed))
        assert facts is not None
        if not facts.visit.booked:  # a limit asks for a word: nothing was entered
            self.do(self.cafe.decline_visit(barista, facts.visit.id))
            return
        bill = ModelBill(customer, amount, 0, self.now)
        bill.spent = min(held // 100, amount * CAP // 100) if wishes else 0
        bill.earned = bill.earns()
        self.points[customer] += bill.earned - bill.spent * 100
        self.bills[facts.visit.id] = bill

    @precondition(lambda self: self.bills)
    @rule(recent=RECENT, barista=BARISTAS, agreed=st.booleans(), taps=st.integers(1, 2))
    def pay_with_points(self, recent: int, barista: Person, agreed: bool, taps: int) -> None:
        """Staff ask, the customer answers."""
        visit_id, bill = newest(list(self.bills.items()), recent)
        free = self.points[bill.customer] - bill.earned
        most = min(free // 100, bill.amount * CAP // 100)
        in_time = self.now < bill.at + timedelta(minutes=15) and not bill.taken_back
        asked = self.tried(self.cafe.offer_spending(barista, visit_id))
        if bill.spent:
            assert asked is not None
            assert not asked.asked
            return
        assert (asked is not None) == (in_time and most > 0)
        if asked is None:
            return
        for _ in range(taps):
            self.tried(self.cafe.answer_spending(bill.customer, self.cafe.newest_spending(), agreed=agreed))
        if agreed:
            self.points[bill.customer] -= bill.earned
            bill.spent = most
            bill.earned = bill.earns()
            self.points[bill.customer] += bill.earned - most * 100

    @precondition(lambda self: self.bills)
    @rule(recent=RECENT, barista=BARISTAS)
    def undo(self, recent: int, barista: Person) -> None:
        visit_id, bill = newest(list(self.bills.items()), recent)
        left = self.points[bill.customer] - bill.earned + bill.spent * 100
        result = self.tried(self.cafe.undo_visit(barista, visit_id))
        if bill.taken_back:
            assert result is None or not result.fresh
        elif left < 0:
            assert result is None, "later purchases lean on these points"
        elif result is not None:
            bill.taken_back, self.points[bill.customer] = True, left

    @precondition(lambda self: self.bills)
    @rule(recent=RECENT, taps=st.integers(1, 2))
    def take_back_late(self, recent: int, taps: int) -> None:
        """A refund: what it gave goes, what paid for it comes back, the rest is written off."""
        visit_id, bill = newest(list(self.bills.items()), recent)
        number = self.cafe.number("SELECT id FROM operations WHERE op_key = ?", f"visit:{visit_id}")
        for _ in range(taps):
            self.do(
                self.cafe.take_back(ANNA, OperationId(number), "refund", chat_id=private(ANNA), cause=None)
            )
        if not bill.taken_back:
            bill.taken_back = True
            left = self.points[bill.customer] - bill.earned + bill.spent * 100
            self.points[bill.customer] = max(0, left)

    @rule(customer=CUSTOMERS, barista=BARISTAS)
    def spend_what_a_bill_gave_and_take_that_bill_back(self, customer: Person, barista: Person) -> None:
        """What it gave paid for the next bill: that one holds the undo up, and a refund is a loss."""
        before = len(self.bills)
        for wishes in (False, True):
            self.cafe.later(minutes=20)
            self.buy(customer, barista, 4801, wishes=wishes and self.points[customer] >= 100)
        if len(self.bills) == before + 2:
            self.undo(1, barista)
            self.take_back_late(1, taps=2)

    @rule(minutes=MINUTES)
    def time_passes(self, minutes: int) -> None:
        self.cafe.later(minutes=minutes)
        self.do(self.cafe.expire_due())

    @invariant()
    def pencil_and_paper_agree(self) -> None:
        if not hasattr(self, "cafe"):
            return
        for customer, points in self.points.items():
            assert self.do(self.cafe.card(customer)).points == points
        books.check(self.cafe.file())


TestBillMachine = BillMachine.TestCase
TestBillMachine.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
