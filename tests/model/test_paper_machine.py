"""Cards on paper and cards that move, in any order: the real file against a drawer of cards.

Not here: the counter with all its limits (test_counter_machine.py), and races (tests/use_cases).
"""

import os
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from loyalty.days import day_of
from loyalty.ids import MessageId, OperationId, RewardId, TelegramId, VisitId
from loyalty.limits import Reason
from loyalty.paper import FreshPaperCard
from loyalty.people import Cause, Person
from loyalty.programs import Rules
from loyalty.receipts import VisitTakenBack
from loyalty.use_cases.corrections.adjusting import OfReceipt
from loyalty.use_cases.house.screens import ReadCounter
from tests import databases
from tests.counter import ANNA, BEN, Cafe, private
from tests.model.paper import newest
from tests.model.playing import BARISTAS, RECENT, Playing

pytestmark = pytest.mark.timeout(240)

GOAL = 6
PEOPLE = tuple(Person(TelegramId(6001 + number), f"Guest{number}", "en") for number in range(4))
ACCOUNTS = st.sampled_from(PEOPLE)


@dataclass
class Holder:
    """Somebody with a card, on paper or in Telegram: what all of it is worth in stamps."""

    worth: int = 0
    went_to: "Holder | None" = None
    account: Person | None = None
    had_on: set[object] = field(default_factory=set)
    """Days on which something was had by paper."""

    @property
    def now(self) -> "Holder":
        """Who has it by now."""
        return self if self.went_to is None else self.went_to.now


@dataclass
class Paper:
    """One printed card."""

    fresh: FreshPaperCard
    holder: Holder
    state: str = "active"


@dataclass
class Bought:
    """One purchase: whose card it was given on, and how much."""

    holder: Holder
    stamps: int
    at: datetime
    receipt: OperationId
    undone: bool = False


class PaperMachine(Playing):
    """People with paper and people with phones; what is on the cards together is what was given."""

    def __init__(self) -> None:
        super().__init__()
        self.cards = {}
        self.papers: list[Paper] = []
        self.accounts: dict[Person, Holder] = {}
        self.bought: dict[VisitId, Bought] = {}
        self.had: dict[RewardId, tuple[Holder, datetime, object]] = {}
        self.said = 0

    @property
    def today(self) -> object:
        return day_of(self.now, Rules()).date

    def a_message(self) -> Cause:
        self.said += 1
        return Cause(private(ANNA), MessageId(20_000 + self.said))

    # ---------------------------------------------------------------- cards

    @rule(barista=BARISTAS)
    def print_a_card(self, barista: Person) -> None:
        self.papers.append(Paper(self.do(self.cafe.prints(by=barista)), Holder()))

    @precondition(lambda self: self.papers)
    @rule(recent=RECENT, barista=BARISTAS)
    def replace(self, recent: int, barista: Person) -> None:
        old = newest(self.papers, recent)
        order = self.tried(self.cafe.replace_paper_card(barista, old.fresh.card.id))
        assert (order is not None) == (old.state in ("active", "blocked"))
        if order is not None:
            old.state = "replaced"
            self.papers.append(Paper(order.cards[0], old.holder))

    @precondition(lambda self: self.papers)
    @rule(recent=RECENT, barista=BARISTAS)
    def block(self, recent: int, barista: Person) -> None:
        lost = newest(self.papers, recent)
        facts = self.tried(self.cafe.block_paper_card(barista, lost.fresh.card.id))
        assert (facts is not None) == (lost.state in ("active", "blocked"))
        if facts is not None:
            lost.state = "blocked"

    # ---------------------------------------------------------------- purchases

    @precondition(lambda self: self.papers)
    @rule(recent=RECENT, barista=BARISTAS, stamps=st.integers(1, 8))
    def collect_on_paper(self, recent: int, barista: Person, stamps: int) -> None:
        self.cafe.later(minutes=15)
        paper = newest(self.papers, recent)
        visit = self.tried(self.cafe.scans_paper(barista, paper.fresh))
        assert (visit is not None) == (paper.state == "active")
        if visit is not None:
            self._buys(visit, barista, stamps, paper.holder)

    @rule(person=ACCOUNTS, barista=BARISTAS, stamps=st.integers(1, 8))
    def collect_by_phone(self, person: Person, barista: Person, stamps: int) -> None:
        self.cafe.later(minutes=15)
        holder = self.accounts.setdefault(person, Holder(account=person)).now
        visit = self.do(self.cafe.scans(barista, self.do(self.cafe.shows(person)))).visit.id
        self._buys(visit, barista, stamps, holder)

    def _buys(self, visit: VisitId, barista: Person, stamps: int, holder: Holder) -> None:
        given = self.tried(self.cafe.confirm_visit(barista, visit, stamps=stamps, reason=Reason.FRIEND))
        if given is None:  # a limit; which one when, is the other machine's story
            return
        holder.worth += stamps
        self.bought[visit] = Bought(holder, stamps, self.now, self.cafe.last_operation())

    @precondition(lambda self: self.papers)
    @rule(recent=RECENT, barista=BARISTAS)
    def have_something_by_paper(self, recent: int, barista: Person) -> None:
        paper = newest(self.papers, recent)
        visit = self.tried(self.cafe.scans_paper(barista, paper.fresh))
        held = self.do(ReadCounter(self.cafe.database)(visit)).rewards if visit is not None else ()
        if visit is None or not held:
            return
        done = self.tried(self.cafe.offers(barista, visit, held[0].id))
        assert (done is not None) == (self.today not in paper.holder.had_on)
        if done is not None:
            assert not done.asked
            paper.holder.had_on.add(self.today)
            paper.holder.worth -= held[0].cost
            self.had[held[0].id] = (paper.holder, self.now, self.today)

    @precondition(lambda self: self.papers)
    @rule(recent=RECENT, barista=BARISTAS, minutes=st.sampled_from((15, 60 * 24)), undone=st.booleans())
    def fill_two_cards_and_want_both(self, recent: int, barista: Person, minutes: int, undone: bool) -> None:
        for _ in range(2):
            self.collect_on_paper(recent, barista, GOAL)
        self.have_something_by_paper(recent, barista)
        if undone and self.had:
            self.undo_a_handover(0, barista)
        self.time_passes(minutes)
        self.have_something_by_paper(recent, barista)

    # ---------------------------------------------------------------- putting right

    @precondition(lambda self: self.had)
    @rule(recent=RECENT, barista=BARISTAS)
    def undo_a_handover(self, recent: int, barista: Person) -> None:
        reward, (holder, at, day) = newest(list(self.had.items()), recent)
        before = self.cafe.number("SELECT COUNT(*) FROM operations")
        self.tried(self.cafe.undo_handover(barista, reward))
        if self.cafe.number("SELECT COUNT(*) FROM operations") == before:
            return
        assert holder.went_to is None
        assert self.now < at + timedelta(minutes=10)
        holder.worth += GOAL
        holder.had_on.discard(day)
        del self.had[reward]

    @precondition(lambda self: self.bought)
    @rule(recent=RECENT, late=st.booleans())
    def take_a_purchase_back(self, recent: int, late: bool) -> None:
        visit, bought = newest(list(self.bought.items()), recent)
        before, written_off = self.cafe.number("SELECT COUNT(*) FROM operations"), 0
        if late:
            done = self.tried(
                self.cafe.take_back(
                    ANNA, bought.receipt, "why", chat_id=private(ANNA), cause=self.a_message()
                )
            )
            assert (done is not None and done.fresh) == (bought.holder.went_to is None and not bought.undone)
            if done is not None and isinstance(done.operation.fact, VisitTakenBack):
                written_off = done.operation.fact.written_off
        else:
            self.tried(self.cafe.undo_visit(BEN, visit))
        if self.cafe.number("SELECT COUNT(*) FROM operations") > before:
            assert bought.holder.went_to is None
            assert not bought.undone
            bought.undone = True
            bought.holder.worth += written_off - bought.stamps

    @precondition(lambda self: self.bought)
    @rule(recent=RECENT, stamps=st.integers(-2, 2).filter(bool))
    def adjust_by_any_receipt(self, recent: int, stamps: int) -> None:
        """By the number of a card that moved it is the card of today that is put right."""
        _, bought = newest(list(self.bought.items()), recent)
        card, cause = OfReceipt(bought.receipt), self.a_message()
        done = self.tried(
            self.cafe.adjust_card(ANNA, card, stamps, "why", chat_id=private(ANNA), cause=cause)
        )
        if done is not None:
            bought.holder.now.worth += stamps

    # ---------------------------------------------------------------- moving

    @precondition(lambda self: self.papers)
    @rule(recent=RECENT, person=ACCOUNTS, taps=st.integers(1, 2))
    def move_paper_to_telegram(self, recent: int, person: Person, taps: int) -> None:
        paper = newest(self.papers, recent)
        for _ in range(taps):
            own = self.accounts.get(person)
            has_it = own is not None and own.now is paper.holder.now
            moved = self.tried(self.cafe.agrees_to_move(person, paper.fresh))
            assert (moved is not None) == (has_it or paper.state == "active")
            if moved is None or has_it:
                continue
            paper.state = "moved"
            if own is None:
                self.accounts[person] = paper.holder
                paper.holder.account = person
            else:
                self._goes(paper.holder, own.now)

    @precondition(lambda self: len(self.bought) > 1)
    @rule(recent=RECENT, back=RECENT)
    def move_a_lost_account(self, recent: int, back: int) -> None:
        purchases = list(self.bought.values())
        old, new = newest(purchases, recent), newest(purchases, back)
        source, target = old.holder, new.holder.now
        done = self.tried(
            self.cafe.move_account(ANNA, old.receipt, new.receipt, "lost", chat_id=private(ANNA), cause=None)
        )
        due = source.went_to is None and source is not target
        assert (done is not None and done.fresh) == due
        if due:
            for paper in self.papers:
                if paper.holder is source and paper.state in ("active", "blocked"):
                    paper.state = "moved"
            self._goes(source, target)

    def _goes(self, source: Holder, target: Holder) -> None:
        target.worth, source.worth = target.worth + source.worth, 0
        source.went_to = target
        for person in [one for one, holder in self.accounts.items() if holder is source]:
            del self.accounts[person]  # the old account is a stranger from now on

    # ---------------------------------------------------------------- time

    @rule(minutes=st.sampled_from((1, 5, 9, 15, 60 * 8, 60 * 24)))
    def time_passes(self, minutes: int) -> None:
        self.cafe.later(minutes=minutes)
        self.do(self.cafe.expire_due())

    @rule()
    def the_process_starts_again(self) -> None:
        clock, secrets = self.cafe.clock, self.cafe.secrets
        self.do(self.cafe.close())
        self.cafe = self.do(Cafe.open(self.folder, clock=clock, secrets=secrets, rehearses=True))

    # ---------------------------------------------------------------- after each step

    @invariant()
    def the_books_balance(self) -> None:
        if not hasattr(self, "cafe"):
            return
        self.check_books()

    @invariant()
    def each_card_is_worth_what_was_given_on_it(self) -> None:
        """No stamp is lost or made by a move, wherever it has gone."""
        if not hasattr(self, "cafe"):
            return
        worth = """
            SELECT stamps + (SELECT COALESCE(SUM(cost), 0) FROM rewards
                             WHERE customer_id = {who} AND state = 'issued')
            FROM cards WHERE customer_id = {who}
        """
        of_account = "(SELECT customer_id FROM identities WHERE kind = 'telegram' AND external_id = ?)"
        for paper in self.papers:
            customer = paper.fresh.card.customer_id
            assert self.cafe.number(worth.format(who=int(customer))) == paper.holder.worth
        for person, holder in self.accounts.items():
            query = worth.format(who=of_account)
            assert self.cafe.rows(query, str(person.telegram_id), str(person.telegram_id)) == [
                (holder.worth,)
            ]

    @invariant()
    def states_are_as_they_were_left(self) -> None:
        if hasattr(self, "cafe"):
            stored = self.cafe.rows("SELECT number, state FROM paper_cards ORDER BY id")
            assert stored == [(paper.fresh.card.number, paper.state) for paper in self.papers]


# What Playing brings for customers with phones alone is the other machine's.
for inherited in ("show", "open", "be_served"):
    setattr(PaperMachine, inherited, None)

TestPaperMachine = PaperMachine.TestCase
TestPaperMachine.settings = settings(
    max_examples=12 if databases.on_postgres() else 30,  # each body runs twice there
    stateful_step_count=40,
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
