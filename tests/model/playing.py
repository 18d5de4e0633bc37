"""The cafe that the machine plays in: how it opens and closes, how people do things, and codes being shown.

Not here: what staff do with a code (limits.py, queueing.py, corrections.py ...) and the invariants.
"""

import asyncio
import shutil
import tempfile
from collections.abc import Awaitable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from loyalty.ids import RewardId, VisitId
from loyalty.people import Person
from loyalty.refusals import Refused
from loyalty.use_cases.visits.codes import ShownCode
from tests import books, databases
from tests.counter import BEN, CARA, LEO, MIA, Cafe
from tests.model.paper import ModelCard, ModelVisit, newest

T = TypeVar("T")
BARISTAS = st.sampled_from((BEN, CARA))
CUSTOMERS = st.sampled_from((MIA, LEO))
RECENT = st.sampled_from((0, 0, 0, 1, 1, 2, 3, 8))
"""Which visit or question a tap is about, counted from the newest: people mostly tap what they see last."""


class Playing(RuleBasedStateMachine):
    """One cafe on a real file, and beside it what pencil and paper know of it."""

    cafe: Cafe

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = Path(tempfile.mkdtemp(prefix="counter-machine-"))
        self.cards = {MIA: ModelCard(), LEO: ModelCard()}
        self.kept: dict[VisitId, ModelVisit] = {}
        self.shown: list[ShownCode] = []
        self.codes_of: dict[int, tuple[Person, datetime, RewardId | None]] = {}
        self.redeemed_at: dict[RewardId, tuple[datetime, VisitId]] = {}
        self.given_back_at: dict[RewardId, datetime] = {}

    @initialize()
    def a_cafe_opens(self) -> None:
        self.cafe = self.do(Cafe.open_staffed(self.folder, rehearses=True))
        for customer in self.cards:
            self.do(self.cafe.join(customer))

    def teardown(self) -> None:
        if hasattr(self, "cafe"):
            self.do(self.cafe.close())
            books.check(self.cafe.file(), deep=True)
        self.loop.close()
        shutil.rmtree(self.folder)

    def check_books(self) -> None:
        """After each step; all rules at the end of each story."""
        if databases.on_postgres():
            assert databases.broken_rules_on_server() == []
        else:
            books.check(self.cafe.file())

    def do(self, doing: Awaitable[T]) -> T:
        """Do it, whatever it raises."""

        async def awaited() -> T:
            return await doing

        return self.loop.run_until_complete(awaited())

    def tried(self, doing: Awaitable[T]) -> T | None:
        """The result, or None when it was refused."""
        try:
            return self.do(doing)
        except Refused:
            return None

    @property
    def now(self) -> datetime:
        return self.cafe.clock.now()


class Showing(Playing):
    """Customers show codes, and staff open visits with them."""

    @rule(customer=CUSTOMERS, pick=st.booleans())
    def show(self, customer: Person, pick: bool) -> None:
        held = self.cards[customer].held
        picked = held[0] if pick and held else None
        shown = self.do(self.cafe.shows(customer, reward_id=picked))
        self.codes_of = {scan: code for scan, code in self.codes_of.items() if code[0] != customer}
        self.codes_of[shown.scan_id] = (customer, self.now + timedelta(minutes=15), picked)
        self.shown.append(shown)

    @precondition(lambda self: self.shown)
    @rule(recent=RECENT, barista=BARISTAS, typed=st.booleans())
    def open(self, recent: int, barista: Person, typed: bool) -> None:
        shown = newest(self.shown, recent)
        before = set(self.kept)
        opened = self.tried(
            self.cafe.types(barista, shown.typed_code) if typed else self.cafe.scans(barista, shown)
        )
        code = self.codes_of.get(shown.scan_id)
        fresh = code is not None and self.now < code[1]
        if not typed:  # typed codes may be paused by wrong ones before; that is tests/use_cases' story
            assert (opened is not None and opened.visit.id not in before) == fresh
        if opened is not None and opened.visit.id not in before:
            assert code is not None
            del self.codes_of[shown.scan_id]
            self.kept[opened.visit.id] = ModelVisit(code[0], self.now, picked=code[2])

    @rule(customer=CUSTOMERS, pick=st.booleans(), barista=BARISTAS)
    def be_served(self, customer: Person, pick: bool, barista: Person) -> None:
        """Most people show a code and are served at once."""
        self.show(customer, pick)
        self.open(0, barista, typed=False)
