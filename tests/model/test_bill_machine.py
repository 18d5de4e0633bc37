"""Bills and points in any order that people can think of: the real file against pencil and paper.

Not here: stamps and limits (test_counter_machine.py), and races (tests/use_cases/test_bills.py).
"""

import os
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from loyalty.ids import OperationId, VisitId
from loyalty.limits import Answer, Limit, LimitsWanted
from loyalty.people import Person
from loyalty.programs import Collects
from loyalty.use_cases.house.day import ReadDay
from tests import databases
from tests.counter import ANNA, LEO, MIA, private
from tests.model.paper import newest
from tests.model.playing import BARISTAS, CUSTOMERS, RECENT, Playing

pytestmark = pytest.mark.timeout(240)  # a failure takes a while to be made small

AMOUNTS = st.sampled_from((1, 99, 199, 200, 333, 350, 1250, 4801))
MINUTES = st.sampled_from((1, 5, 9, 10, 15, 20))
PERCENTS = st.sampled_from((1, 7, 50))
CAPS = st.sampled_from((1, 50, 100))
MINIMUMS = st.sampled_from((0, 200))


@dataclass
class ModelBill:
    """A bill as it was noted down: minor units and hundredths of points."""

    customer: Person
    amount: int
    percent: int
    """By the rules of then; 0: it was under the minimum."""
    at: datetime
    spent: int = 0
    paid_at: int = 0
    """Which of the things that happened to points it was that it was paid with them."""
    taken_back: bool = False
    moved: bool = False

    @property
    def earned(self) -> int:
        """What is given for it: nothing on the part that points paid."""
        return (self.amount - self.spent) * self.percent

    @property
    def balance(self) -> int:
        """What it did to the card."""
        return self.earned - self.spent * 100


@dataclass
class ModelPoints:
    """A customer's points, and what was written off of them: when, and how much of it stands."""

    points: int = 0
    written_off: list[tuple[int, int]] = field(default_factory=list)

    def make_good(self, bill: ModelBill) -> None:
        """What comes back of a payment makes good what was written off since, the first first."""
        left, stands = min(bill.spent * 100, self.points), []
        for at, amount in self.written_off:
            taken = min(left, amount) if at > bill.paid_at else 0
            left, self.points = left - taken, self.points - taken
            stands.append((at, amount - taken))
        self.written_off = stands


class BillMachine(Playing):
    """Purchases with bills; after each step the books must balance and pencil and paper must agree."""

    def __init__(self) -> None:
        super().__init__()
        self.accounts = {MIA: ModelPoints(), LEO: ModelPoints()}
        self.bills: dict[VisitId, ModelBill] = {}
        self.percent, self.cap, self.minimum, self.gives_points = 7, 50, 200, True
        self.happened = 0

    @initialize()
    def a_cafe_opens(self) -> None:
        super().a_cafe_opens()
        many = LimitsWanted(visits_a_day=Limit(4, Answer.ALLOW))
        self.do(self.cafe.change_rules(ANNA, single_limits=many))
        self.change_rules(self.percent, self.cap, self.minimum, collects=Collects.POINTS)

    @rule(
        percent=PERCENTS, cap=CAPS, minimum=MINIMUMS, collects=st.sampled_from((*Collects, Collects.POINTS))
    )
    def change_rules(self, percent: int, cap: int, minimum: int, collects: Collects) -> None:
        """The owner thinks of something else; what is booked stays as it is."""
        self.percent, self.cap, self.minimum = percent, cap, minimum
        self.gives_points = collects is not Collects.STAMPS
        self.do(
            self.cafe.change_rules(
                ANNA, collects=collects, earn_percent=percent, spend_percent=cap, minimum_bill=minimum
            )
        )

    def most(self, points: int, amount: int) -> int:
        return min(points // 100, amount * self.cap // 100) if self.gives_points else 0

    def pays(self, bill: ModelBill, spent: int) -> None:
        self.happened += 1
        bill.spent, bill.paid_at = spent, self.happened

    @rule(customer=CUSTOMERS, barista=BARISTAS, amount=AMOUNTS, wishes=st.booleans())
    def buy(self, customer: Person, barista: Person, amount: int, wishes: bool) -> None:
        """A code, perhaps with the wish to pay with points, and a bill typed behind its digits."""
        account = self.accounts[customer]
        if wishes and (account.points < 100 or not self.gives_points):
            assert self.tried(self.cafe.show_code(customer, cause=None, spending=True)) is None
            wishes = False
        shown = self.do(self.cafe.show_code(customer, cause=None, spending=wishes))
        typed = f"{amount // 100},{amount % 100:02d}"
        facts = self.tried(self.cafe.types(barista, shown.typed_code, bill=typed))
        assert (facts is not None) == self.gives_points
        if facts is None:
            return
        assert facts.visit.booked
        percent = 0 if amount < self.minimum else self.percent
        bill = ModelBill(customer, amount, percent, self.now)
        if wishes:
            self.pays(bill, self.most(account.points, amount))
        account.points += bill.balance
        self.bills[facts.visit.id] = bill

    @precondition(lambda self: self.bills)
    @rule(
        recent=RECENT, barista=BARISTAS, agreed=st.booleans(), taps=st.integers(1, 2),
        cap=st.sampled_from((None, None, 1, 100)),
    )  # fmt: skip
    def pay_with_points(self, recent: int, barista: Person, agreed: bool, taps: int, cap: int | None) -> None:
        """Staff ask, the customer answers; the owner may change the cap between the two."""
        visit_id, bill = newest(list(self.bills.items()), recent)
        account = self.accounts[bill.customer]
        most = self.most(account.points - bill.earned, bill.amount)
        in_time = self.now < bill.at + timedelta(minutes=15) and not bill.taken_back
        asked = self.tried(self.cafe.offer_spending(barista, visit_id))
        if bill.spent or bill.moved:
            assert bill.moved == (asked is None)
            return
        assert (asked is not None) == (in_time and most > 0)
        if asked is None:
            return
        assert asked.points == most
        if cap is not None:
            self.cap = cap
            self.do(self.cafe.change_rules(ANNA, spend_percent=cap))
        offer, holds = (
            self.cafe.newest_spending(),
            most <= self.most(account.points - bill.earned, bill.amount),
        )
        for _ in range(taps):
            answered = self.tried(self.cafe.answer_spending(bill.customer, offer, agreed=agreed))
            assert (answered is not None) == (holds or not agreed)
        if agreed and holds:
            account.points -= bill.earned
            self.pays(bill, most)
            account.points += bill.balance

    @precondition(lambda self: self.bills)
    @rule(recent=RECENT, barista=BARISTAS)
    def undo(self, recent: int, barista: Person) -> None:
        visit_id, bill = newest(list(self.bills.items()), recent)
        account = self.accounts[bill.customer]
        left = account.points - bill.balance
        result = self.tried(self.cafe.undo_visit(barista, visit_id))
        if bill.taken_back and not bill.moved:
            assert result is None or not result.fresh
        elif bill.moved or left < 0:
            assert result is None, "it is another card's now, or later purchases lean on these points"
        elif result is not None:
            bill.taken_back, account.points = True, left
            account.make_good(bill)

    @precondition(lambda self: self.bills)
    @rule(recent=RECENT, taps=st.integers(1, 2))
    def take_back_late(self, recent: int, taps: int) -> None:
        """A refund: what it gave goes, what paid for it comes back, the rest is written off."""
        visit_id, bill = newest(list(self.bills.items()), recent)
        number = self.cafe.number("SELECT id FROM operations WHERE op_key = ?", f"visit:{visit_id}")
        for _ in range(taps):
            refund = self.cafe.take_back(
                ANNA, OperationId(number), "refund", chat_id=private(ANNA), cause=None
            )
            assert (self.tried(refund) is None) == bill.moved
        if not bill.taken_back and not bill.moved:
            account = self.accounts[bill.customer]
            left = account.points - bill.balance
            bill.taken_back, account.points = True, max(0, left)
            self.happened += 1
            if left < 0:
                account.written_off.append((self.happened, -left))
            account.make_good(bill)

    @rule(customer=CUSTOMERS, barista=BARISTAS)
    def spend_what_a_bill_gave_and_take_that_bill_back(self, customer: Person, barista: Person) -> None:
        """What it gave paid for the next bill: that one holds the undo up, and a refund is a loss."""
        before = len(self.bills)
        for wishes in (False, True):
            self.cafe.later(minutes=20)
            self.buy(customer, barista, 4801, wishes=wishes and self.accounts[customer].points >= 100)
        if len(self.bills) == before + 2:
            self.undo(1, barista)
            self.take_back_late(1, taps=2)

    @precondition(lambda self: self.bills)
    @rule(source=CUSTOMERS)
    def move(self, source: Person) -> None:
        """An account is lost, and its card comes onto the other one's; whoever lost it begins anew."""
        target = LEO if source == MIA else MIA
        numbers = [self._receipt_of(customer) for customer in (source, target)]
        if None in numbers:
            return
        old, new = (OperationId(number) for number in numbers if number is not None)
        self.do(self.cafe.move_account(ANNA, old, new, "stolen", chat_id=private(ANNA), cause=None))
        self.accounts[target].points += self.accounts[source].points
        self.accounts[source] = ModelPoints()
        for bill in self.bills.values():
            bill.moved = bill.moved or bill.customer == source
        self.do(self.cafe.join(source))

    def _receipt_of(self, customer: Person) -> int | None:
        [(number,)] = self.cafe.rows(
            """
            SELECT MAX(o.id) FROM operations o JOIN identities i ON i.customer_id = o.customer_id
            WHERE i.kind = 'telegram' AND i.external_id = ?
            """,
            str(customer.telegram_id),
        )
        assert number is None or isinstance(number, int)
        return number

    @rule(minutes=MINUTES)
    def time_passes(self, minutes: int) -> None:
        self.cafe.later(minutes=minutes)
        self.do(self.cafe.expire_due())

    @rule()
    def the_day_agrees_with_the_ledger(self) -> None:
        """To the hundredth, in whichever figure it stands."""
        figures = self.do(ReadDay(self.cafe.database)(ANNA)).figures.points
        entries = "SELECT COALESCE(SUM(amount), 0) FROM ledger_entries WHERE currency = 'points'"
        assert figures.net == self.cafe.number(entries)
        lost = sum(amount for one in self.accounts.values() for _, amount in one.written_off)
        assert figures.written_off >= lost, "what was written off of a card that moved stands too"
        assert figures.adjusted == 0

    @invariant()
    def pencil_and_paper_agree(self) -> None:
        if not hasattr(self, "cafe"):
            return
        for customer, account in self.accounts.items():
            assert self.do(self.cafe.card(customer)).points == account.points
        self.check_books()

    @invariant()
    def nothing_is_minted(self) -> None:
        """Points come from bills that stand, and no more of them is lost than paid for these."""
        stands = [bill for bill in self.bills.values() if not bill.taken_back]
        lost = sum(amount for one in self.accounts.values() for _, amount in one.written_off)
        assert lost <= sum(bill.spent * 100 for bill in stands)
        if not stands:
            assert not any(account.points for account in self.accounts.values())


TestBillMachine = BillMachine.TestCase
TestBillMachine.settings = settings(
    max_examples=10 if databases.on_postgres() else 25,  # each body runs twice there
    stateful_step_count=25,
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
