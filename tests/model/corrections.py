"""What is put right at the counter, as rules of the machine: late undo, adjusting, old cards, frozen cards.

Not here: the counter itself (test_counter_machine.py).
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from loyalty.days import day_of
from loyalty.ids import MessageId, OperationId, RewardId
from loyalty.people import Cause, Person
from loyalty.ports import Transaction
from loyalty.programs import Rules
from loyalty.use_cases.corrections.adjusting import OfVisit
from tests.counter import ANNA, BEN, CARA, private
from tests.model.paper import ModelCard, newest
from tests.model.playing import RECENT, Playing

GOAL = 6
LAST_DAY = date(2030, 1, 1)


class Corrections(Playing):
    """A manager puts things right; customers freeze their cards."""

    def __init__(self) -> None:
        super().__init__()
        self.frozen: dict[Person, RewardId] = {}
        self.said: set[RewardId] = set()
        self.carried: set[Person] = set()
        self.adjusted: list[tuple[datetime, int]] = []
        self.written = 0

    def a_message(self) -> Cause:
        """What Anna writes next."""
        self.written += 1
        return Cause(private(ANNA), MessageId(10_000 + self.written))

    def gains(self, customer: Person, stamps: int) -> None:
        """Stamps that belong to no visit join a card; what they fill can be had."""
        card = self.cards[customer]
        card.stamps += stamps
        new = [reward.id for reward in self.do(self.cafe.card(customer)).rewards[len(card.held) :]]
        assert len(new) == card.stamps // GOAL
        card.stamps %= GOAL
        card.held += new
        card.filled += new

    @precondition(lambda self: self.kept)
    @rule(recent=RECENT, taps=st.integers(1, 2))
    def take_back(self, recent: int, taps: int) -> None:
        visit_id, visit = newest(list(self.kept.items()), recent)
        found = self.cafe.rows("SELECT id FROM operations WHERE op_key = ?", f"visit:{visit_id}")
        if not found:
            return
        number, card = OperationId(int(str(found[0][0]))), self.cards[visit.customer]
        for _ in range(taps):
            done = self.tried(
                self.cafe.take_back(ANNA, number, "refund", chat_id=private(ANNA), cause=self.a_message())
            )
            due = visit.state == "confirmed" and visit.customer not in self.frozen
            assert (done is not None and done.fresh) == due
            if due:
                visit.undo(self.cafe.clock.now())
                card.stamps -= sum(visit.given)
                since = [one for one in card.filled[visit.filled_before :] if one in card.held]
                own = [reward for reward in since if reward in visit.filled]
                untouched = [reward for reward in since if reward not in own] + own
                while card.stamps < 0 and untouched:
                    self._is_stamps_again(card, untouched.pop())
                visit.written_off = max(0, -card.stamps)
                card.stamps = max(0, card.stamps)

    def _is_stamps_again(self, card: ModelCard, reward: RewardId) -> None:
        card.held.remove(reward)
        card.stamps += GOAL
        for visit in self.kept.values():
            if visit.state == "confirmed" and reward in visit.filled:
                visit.filled.remove(reward)

    @precondition(lambda self: self.kept)
    @rule(recent=RECENT, stamps=st.integers(-7, 8).filter(bool), again=st.booleans())
    def adjust(self, recent: int, stamps: int, again: bool) -> None:
        visit_id, visit = newest(list(self.kept.items()), recent)
        card, now, cause = self.cards[visit.customer], self.cafe.clock.now(), self.a_message()
        today = day_of(now, Rules())
        used = sum(count for at, count in self.adjusted if today.begins <= at < today.ends)
        due = used + abs(stamps) <= Rules().adjustments_a_day
        if stamps < 0:
            due = due and card.stamps + stamps >= 0 and visit.customer not in self.frozen
        for fresh in (True, False)[: 1 + again]:
            done = self.tried(
                self.cafe.adjust_card(
                    ANNA, OfVisit(visit_id), stamps, "till was down", chat_id=private(ANNA), cause=cause
                )
            )
            assert (done is not None and done.fresh) == (due and fresh)
            if done is None or not done.fresh:
                break
            self.adjusted.append((now, abs(stamps)))
            if stamps > 0:
                self.gains(visit.customer, stamps)
            else:
                card.stamps += stamps

    @precondition(lambda self: self.kept)
    @rule(recent=RECENT, stamps=st.integers(1, GOAL), barista=st.sampled_from((BEN, CARA)))
    def carry_an_old_card_over(self, recent: int, stamps: int, barista: Person) -> None:
        self.do(self.cafe.database.write(_take_old_cards))
        visit_id, visit = newest(list(self.kept.items()), recent)
        before = self.cafe.number("SELECT COUNT(*) FROM operations")
        self.tried(self.cafe.carry_old_card(barista, visit_id, stamps=stamps))
        waits = visit.state == "open" and not visit.over(self.cafe.clock.now())
        due = waits and visit.customer not in self.carried and stamps < GOAL
        assert self.cafe.number("SELECT COUNT(*) FROM operations") == before + due
        if due:
            self.carried.add(visit.customer)
            self.gains(visit.customer, stamps)

    @precondition(lambda self: self.redeemed_at)
    @rule(recent=RECENT)
    def say_it_was_not_me(self, recent: int) -> None:
        reward, (_, visit_id) = newest(list(self.redeemed_at.items()), recent)
        customer = self.kept[visit_id].customer
        number = OperationId(
            self.cafe.number("SELECT id FROM operations WHERE op_key = ?", f"reward:{reward}")
        )
        said = self.tried(self.cafe.freeze_card(customer, number))
        assert (said is not None) == (reward not in self.said or self.frozen.get(customer) == reward)
        if said is not None and customer not in self.frozen:
            self.frozen[customer] = reward
            self.said.add(reward)

    @precondition(lambda self: self.frozen)
    @rule(by_manager=st.booleans())
    def unfreeze(self, by_manager: bool) -> None:
        customer = sorted(self.frozen, key=lambda one: one.telegram_id)[0]
        [(freeze_id, frozen_at)] = self.cafe.rows(
            """SELECT f.id, f.frozen_at FROM freezes f JOIN identities i ON i.customer_id = f.customer_id
               WHERE f.thawed_at IS NULL AND i.external_id = ?""",
            str(customer.telegram_id),
        )
        if by_manager:
            self.do(self.cafe.thaw_card(ANNA, freeze_id))  # type: ignore[arg-type]
        else:
            since = datetime.fromtimestamp(int(str(frozen_at)) / 1e6, self.cafe.clock.now().tzinfo)
            thawed = self.tried(self.cafe.thaw_own_card(customer))
            assert (thawed is True) == (self.cafe.clock.now() >= since + timedelta(days=1))
            if not thawed:
                return
        del self.frozen[customer]


def _take_old_cards(tx: Transaction) -> None:
    rules = tx.programs.get_current().rules
    if rules.old_cards_until is None:
        tx.programs.add(replace(rules, old_cards_until=LAST_DAY), by=None)
