"""A cafe's days in any order that people can think of: the real SQLite file against a plain model.

Not here: races inside one moment (tests/use_cases); here things happen one by one, in thousands of orders.
"""

import os
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from loyalty.ids import OfferId, RewardId, VisitId
from loyalty.limits import Reason
from loyalty.people import Person
from tests import databases
from tests.counter import Cafe
from tests.model.closing import Closing
from tests.model.corrections import Corrections
from tests.model.paper import newest
from tests.model.playing import BARISTAS, CUSTOMERS, RECENT
from tests.model.queueing import Queueing
from tests.model.staffing import Staffing
from tests.model.states import States

pytestmark = pytest.mark.timeout(240)  # a failure takes a while to be made small

GOAL = 6
STAMPS = st.integers(1, GOAL)
MINUTES = st.sampled_from((1, 1, 1, 5, 9, 10, 15, 60 * 24))


class CounterMachine(Closing, Staffing, Corrections, Queueing):
    """People at the counter; after each step the books must balance and the model must agree."""

    def __init__(self) -> None:
        super().__init__()
        self.offered: dict[OfferId, tuple[VisitId, RewardId]] = {}
        self.states = States()

    @rule(customer=CUSTOMERS, barista=BARISTAS, stamps=STAMPS)
    def be_stamped(self, customer: Person, barista: Person, stamps: int) -> None:
        self.be_served(customer, False, barista)
        self.confirm(0, barista, stamps, Reason.SECOND_ROUND, taps=1)

    @rule(
        customer=CUSTOMERS, pick=st.booleans(), barista=BARISTAS, agreed=st.sampled_from((True, True, False))
    )
    def come_for_a_reward(self, customer: Person, pick: bool, barista: Person, agreed: bool) -> None:
        """A card is filled, and the coffee is asked for at the next visit."""
        self.be_stamped(customer, barista, GOAL)
        self.be_served(customer, pick, barista)
        self.offer(0, barista, which=0)
        if self.offered:
            self.answer(0, agreed, taps=1)

    @rule(
        customer=CUSTOMERS,
        barista=BARISTAS,
        few=st.integers(1, GOAL - 1),
        drunk=st.booleans(),
        back=st.sampled_from((0, 1)),
    )
    def fill_a_card_in_two_visits_and_take_one_back(
        self, customer: Person, barista: Person, few: int, drunk: bool, back: int
    ) -> None:
        """The stamps of the first visit sit in the coffee that the second one filled."""
        for stamps in (few, GOAL - few):
            self.be_stamped(customer, barista, stamps)
            self.cafe.later(minutes=20)
        if drunk:
            self.be_served(customer, True, barista)
            self.offer(0, barista, which=0)
        self.only_allowed_changes_of_state()
        self.take_back(back + drunk, taps=2)

    # ---------------------------------------------------------------- stamps

    @precondition(lambda self: self.kept)
    @rule(recent=RECENT, barista=BARISTAS)
    def decline(self, recent: int, barista: Person) -> None:
        visit_id, visit = newest(list(self.kept.items()), recent)
        result = self.tried(self.cafe.decline_visit(barista, visit_id))
        due = visit.state == "open" and not visit.handed_over
        assert (result is not None and result.fresh) == due
        if due:
            visit.state = "declined"

    @precondition(lambda self: self.kept)
    @rule(recent=RECENT, barista=BARISTAS, taps=st.integers(1, 2))
    def undo(self, recent: int, barista: Person, taps: int) -> None:
        visit_id, visit = newest(list(self.kept.items()), recent)
        card = self.cards[visit.customer]
        for _ in range(taps):
            result = self.tried(self.cafe.undo_visit(barista, visit_id))
            left = card.stamps - sum(visit.given) + GOAL * len(visit.filled)
            due = visit.undoable(self.now) and set(visit.filled) <= set(card.held) and 0 <= left < GOAL
            assert (result is not None and result.fresh) == due
            if due:
                visit.undo(self.now)
                card.stamps = left
                card.held = [reward for reward in card.held if reward not in visit.filled]

    # ---------------------------------------------------------------- rewards

    @precondition(lambda self: self.kept)
    @rule(recent=RECENT, barista=BARISTAS, which=st.integers(0, 3))
    def offer(self, recent: int, barista: Person, which: int) -> None:
        visit_id, visit = newest(list(self.kept.items()), recent)
        held = self.cards[visit.customer].held
        if not held:
            return
        reward = held[which % len(held)]
        result = self.tried(self.cafe.offers(barista, visit_id, reward))
        later = [one for number, one in self.kept.items() if number >= visit_id]
        due = visit.hands_over(self.now) and visit.customer not in self.frozen
        due = due and not any(reward in one.filled for one in later)
        assert (result is not None) == due
        if result is None:
            return
        assert result.asked == (visit.picked != reward)
        if not result.asked:
            self._handed_over(visit_id, reward)
            return
        offer = self.cafe.number(
            "SELECT id FROM handover_offers WHERE reward_id = ? AND state = 'asked'", reward
        )
        self.offered[OfferId(offer)] = (visit_id, reward)

    @precondition(lambda self: self.offered)
    @rule(recent=RECENT, agreed=st.booleans(), taps=st.integers(1, 2))
    def answer(self, recent: int, agreed: bool, taps: int) -> None:
        offer, (visit_id, reward) = newest(list(self.offered.items()), recent)
        visit = self.kept[visit_id]
        for _ in range(taps):
            self.only_allowed_changes_of_state()
            asked = self.states.known["handover_offers", offer] == "asked"
            due = asked and visit.hands_over(self.now)
            answered = self.tried(self.cafe.answer_offer(visit.customer, offer, agreed=agreed))
            if due:
                assert answered is not None
                assert answered.state == ("agreed" if agreed else "refused")
                if agreed:
                    self._handed_over(visit_id, reward)

    @precondition(lambda self: self.redeemed_at)
    @rule(recent=RECENT, barista=BARISTAS)
    def undo_handover(self, recent: int, barista: Person) -> None:
        reward, (at, visit_id) = newest(list(self.redeemed_at.items()), recent)
        visit = self.kept[visit_id]
        card = self.cards[visit.customer]
        result = self.tried(self.cafe.undo_handover(barista, reward))
        paid_for = not any(reward in other.filled and other.written_off for other in self.kept.values())
        due = reward in visit.handed_over and self.now < at + timedelta(minutes=10) and paid_for
        assert (result is not None and result.fresh) == due
        if due:
            again = self.do(self.cafe.card(visit.customer)).rewards[-1]
            assert again.replaces == reward
            card.held.append(again.id)
            visit.handed_over.remove(reward)
            self.given_back_at[reward] = self.now
            if visit.state == "confirmed" and not visit.given and not visit.handed_over:
                visit.undo(self.now)
            card.filled[card.filled.index(reward)] = again.id
            for other in self.kept.values():
                other.filled = [again.id if filled == reward else filled for filled in other.filled]

    def _handed_over(self, visit_id: VisitId, reward: RewardId) -> None:
        visit = self.kept[visit_id]
        self.cards[visit.customer].held.remove(reward)
        visit.handed_over.append(reward)
        self.redeemed_at[reward] = (self.now, visit_id)

    # ---------------------------------------------------------------- time and misfortune

    @rule(minutes=MINUTES)
    def time_passes(self, minutes: int) -> None:
        self.cafe.later(minutes=minutes)

    @rule(minutes=st.sampled_from((1, 30)))
    def the_clock_jumps_back(self, minutes: int) -> None:
        self.cafe.later(minutes=-minutes)

    @rule()
    def a_sweep_ends_what_is_due(self) -> None:
        self.do(self.cafe.expire_due())
        for visit in self.kept.values():
            if visit.over(self.now):
                visit.state = "confirmed" if visit.handed_over else "expired"
                times = [self.redeemed_at[reward][0] for reward in visit.handed_over]
                visit.settled_at = max(times, default=self.now)
        self.end_late_questions()
        for sale in self.sales:
            sale.live = sale.live and self.now < sale.expires_at
        self.codes_of = {scan: code for scan, code in self.codes_of.items() if self.now < code[1]}

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
    def the_model_agrees(self) -> None:
        if not hasattr(self, "cafe"):
            return
        for customer, model in self.cards.items():
            card = self.do(self.cafe.card(customer))
            assert (card.stamps, card.goal) == (model.stamps, GOAL)
            assert sorted(reward.id for reward in card.rewards) == sorted(model.held)
        stored = self.cafe.rows(  # an open one keeps the count that was typed until the card is answered
            "SELECT id, state, CASE state WHEN 'open' THEN 0 ELSE stamps END FROM visits ORDER BY id"
        )
        assert stored == [(number, kept.state, sum(kept.given)) for number, kept in sorted(self.kept.items())]

    @invariant()
    def only_allowed_changes_of_state(self) -> None:
        if hasattr(self, "cafe"):
            self.states.look(self.cafe)


TestCounterMachine = CounterMachine.TestCase
TestCounterMachine.settings = settings(
    max_examples=12 if databases.on_postgres() else 30,  # each body runs twice there
    stateful_step_count=40,
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
