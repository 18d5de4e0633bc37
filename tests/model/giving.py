"""Sale codes and vouchers as rules of the machine: shown, printed, voided, and collected by customers.

Not here: races inside one moment (tests/use_cases) and what becomes of the visits (test_counter_machine.py).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from loyalty.ids import SheetId, VisitId
from loyalty.limits import Reason
from loyalty.people import Person
from loyalty.use_cases.visits.collecting import Collected
from loyalty.use_cases.visits.earning import Stamped
from loyalty.use_cases.visits.sale_codes import ShownSaleCode
from tests.counter import ANNA, secret_of
from tests.model.limits import Limited
from tests.model.paper import ModelVisit, newest
from tests.model.playing import BARISTAS, CUSTOMERS, RECENT

SLIPS = 8


@dataclass
class ModelSale:
    """A sale code on a phone's screen."""

    shown: ShownSaleCode
    barista: Person
    stamps: int
    expires_at: datetime
    live: bool = True
    visit: VisitId | None = None


@dataclass
class ModelSlip:
    """A voucher of paper."""

    sheet: SheetId
    number: int
    secret: str
    expires_at: datetime
    void: bool = False
    visit: VisitId | None = None


class Giving(Limited):
    """Staff give things out; whoever scans first collects."""

    def __init__(self) -> None:
        super().__init__()
        self.sales: list[ModelSale] = []
        self.slips: list[ModelSlip] = []

    def voids_sale_of(self, barista: Person) -> None:
        """A newer code, or the end of a role."""
        for sale in self.sales:
            sale.live = sale.live and sale.barista != barista

    # ---------------------------------------------------------------- sale codes

    @rule(barista=BARISTAS, stamps=st.sampled_from((1, 1, 2, 6, 9, 10)))
    def sell(self, barista: Person, stamps: int) -> None:
        shown = self.tried(self.cafe.sells(barista, stamps))
        assert (shown is not None) == (stamps < 10)
        if shown is not None:
            self.voids_sale_of(barista)
            self.sales.append(ModelSale(shown, barista, stamps, self.now + timedelta(seconds=90)))

    @precondition(lambda self: self.sales)
    @rule(recent=RECENT, customer=CUSTOMERS, scans=st.integers(1, 2))
    def collect_a_sale(self, recent: int, customer: Person, scans: int) -> None:
        sale = newest(self.sales, recent)
        for _ in range(scans):
            collected = self.tried(self.cafe.collect_sale_code(customer, sale.shown.secret))
            if sale.visit is not None or not sale.live or self.now >= sale.expires_at:
                self._nothing_new(collected, customer, sale.visit)
                continue
            due = len(self._visits_today(customer)) < 3
            assert collected is not None
            assert isinstance(collected.outcome, Stamped) == due
            if isinstance(collected.outcome, Stamped):
                sale.live, sale.visit = False, collected.outcome.visit.id
                self._given(customer, sale.visit, sale.stamps)

    @precondition(lambda self: self.sales)
    @rule(recent=RECENT)
    def scan_the_own_code(self, recent: int) -> None:
        sale = newest(self.sales, recent)
        collected = self.tried(self.cafe.collect_sale_code(sale.barista, sale.shown.secret))
        assert collected is None or not isinstance(collected.outcome, Stamped)

    @rule(
        barista=BARISTAS, customer=CUSTOMERS, stamps=st.integers(1, 6), seconds=st.sampled_from((0, 89, 90))
    )
    def buy_by_a_sale_code(self, barista: Person, customer: Person, stamps: int, seconds: int) -> None:
        """Most codes are scanned at once."""
        self.sell(barista, stamps)
        self.cafe.later(seconds=seconds)
        self.collect_a_sale(0, customer, scans=2)

    # ---------------------------------------------------------------- vouchers

    @precondition(lambda self: len(self.slips) < 3 * SLIPS)
    @rule()
    def print_a_sheet(self) -> None:
        printed = self.do(self.cafe.print_vouchers(ANNA, SLIPS, cause=None))
        self.slips += [
            ModelSlip(printed.sheet.id, number, secret_of(payload), printed.sheet.expires_at)
            for number, payload in enumerate(printed.payloads, start=1)
        ]

    @precondition(lambda self: self.slips)
    @rule(which=st.integers(0, SLIPS - 1), customer=CUSTOMERS, scans=st.integers(1, 2))
    def collect_a_slip(self, which: int, customer: Person, scans: int) -> None:
        slip = newest(self.slips, which)
        for _ in range(scans):
            collected = self.tried(self.cafe.collect_voucher(customer, slip.secret))
            if slip.visit is not None or slip.void or self.now >= slip.expires_at:
                self._nothing_new(collected, customer, slip.visit)
                continue
            today = [
                one
                for one in self.slips
                if one.visit is not None
                and self.kept[one.visit].customer == customer
                and self.kept[one.visit].state == "confirmed"
                and self.kept[one.visit].opened_at >= self.today
            ]
            assert collected is not None
            assert isinstance(collected.outcome, Stamped) == (len(today) < 3)
            if isinstance(collected.outcome, Stamped):
                slip.visit = collected.outcome.visit.id
                self._given(customer, slip.visit, 1, voucher=True)

    @rule(customer=CUSTOMERS)
    def come_with_a_stack_of_slips(self, customer: Person) -> None:
        if len(self.slips) < 3 * SLIPS:
            self.print_a_sheet()
        for which in range(4):
            self.collect_a_slip(which, customer, scans=1)

    @precondition(lambda self: self.slips)
    @rule(which=st.integers(0, SLIPS - 1), sheet=st.sampled_from((False, False, True)))
    def void_paper(self, which: int, sheet: bool) -> None:
        slip = newest(self.slips, which)
        if sheet:
            self.do(self.cafe.void_vouchers.sheet(ANNA, slip.sheet))
            for one in self.slips:
                one.void = one.void or (one.sheet == slip.sheet and one.visit is None)
            return
        voided = self.tried(self.cafe.void_vouchers.slip(ANNA, slip.sheet, slip.number))
        assert (voided is not None) == (slip.visit is None)
        slip.void = slip.void or slip.visit is None

    # ---------------------------------------------------------------- what comes of it

    def _given(self, customer: Person, number: VisitId, stamps: int, *, voucher: bool = False) -> None:
        assert number not in self.kept
        visit = ModelVisit(customer, self.now, voucher=voucher)
        self._confirmed(visit, stamps, None if voucher else Reason.SECOND_ROUND)
        if voucher:
            visit.reason = None
        self.kept[number] = visit

    def _nothing_new(self, collected: Collected | None, customer: Person, visit: VisitId | None) -> None:
        """Whoever has it already sees it again, unless it was undone, and nobody else sees anything."""
        had = self.kept[visit] if visit is not None else None
        mine = had is not None and had.customer == customer and had.state != "undone"
        assert (collected is not None) == mine
        if collected is not None:
            assert isinstance(collected.outcome, Stamped)
            assert (collected.outcome.visit.id, collected.outcome.fresh) == (visit, False)
