"""Stamps under the cafe's limits, as rules of the machine: confirm, add, join, ask a manager.

Not here: codes, rewards and time (test_counter_machine.py). The limits are said again here, plainly.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from loyalty.approvals import ApprovalState
from loyalty.ids import ApprovalId, VisitId
from loyalty.limits import Reason
from loyalty.people import Person
from tests.counter import ANNA
from tests.model.paper import ModelVisit, newest
from tests.model.playing import BARISTAS, CUSTOMERS, RECENT, Showing

GOAL = 6
STAMPS = st.sampled_from((1, 1, 1, 2, 3, 5, GOAL, GOAL + 1, 9, 12))
REASONS = st.sampled_from((None, None, Reason.SECOND_ROUND, Reason.FRIEND, Reason.CORRECTION))


@dataclass
class ModelQuestion:
    """What a manager was asked."""

    visit_id: VisitId
    stamps: int
    reason: Reason | None
    add: int
    answer: bool | None = None
    lapsed: bool = False
    """It ended unanswered, with the role of whoever asked or by time; a clock set back asks it no more."""


class Limited(Showing):
    """Baristas give stamps; some need a word first."""

    def __init__(self) -> None:
        super().__init__()
        self.questions: dict[ApprovalId, ModelQuestion] = {}

    @property
    def today(self) -> datetime:
        """When the cafe's day began."""
        now = self.cafe.clock.now()
        four = now.replace(hour=4, minute=0, second=0, microsecond=0)
        return four if now >= four else four - timedelta(days=1)

    # ---------------------------------------------------------------- what people do

    @precondition(lambda self: self.kept)
    @rule(recent=RECENT, barista=BARISTAS, stamps=STAMPS, reason=REASONS, taps=st.integers(1, 2))
    def confirm(self, recent: int, barista: Person, stamps: int, reason: Reason | None, taps: int) -> None:
        visit_id, visit = newest(list(self.kept.items()), recent)
        for _ in range(taps):
            waits = visit.state == "open" and not visit.over(self.cafe.clock.now())
            judged = self._judged(visit, stamps, reason) if waits else "over"
            result = self.tried(self.cafe.confirm_visit(barista, visit_id, stamps=stamps, reason=reason))
            assert (result is not None and result.fresh) == (judged == "given"), judged
            if judged == "asked":
                self._asked(visit_id, stamps, reason, add=0)
            if judged == "given":
                self._confirmed(visit, stamps, reason)

    @precondition(lambda self: self.kept)
    @rule(recent=RECENT, barista=BARISTAS, stamps=STAMPS, ahead=st.sampled_from((0, 1, 1, 1, 2)))
    def add(self, recent: int, barista: Person, stamps: int, ahead: int) -> None:
        """The next add (make it 2 is the first); an old number is a repeated tap, a later one nobody's."""
        visit_id, visit = newest(list(self.kept.items()), recent)
        number = visit.adds + ahead
        if number < 1:
            return
        result = self.tried(self.cafe.add_to_visit(barista, visit_id, stamps=stamps, add=number))
        takes = ahead == 1 and self._takes_adds(visit)
        few = sum(visit.given) + stamps < 10
        assert (result is not None and result.fresh) == (takes and few)
        if takes and few:
            self._added(visit, stamps)
        elif takes:
            self._asked(visit_id, stamps, None, add=number)

    @precondition(lambda self: len(self.kept) > 1)
    @rule(recent=RECENT, back=st.sampled_from((1, 1, 1, 2, 3)), barista=BARISTAS, taps=st.integers(1, 2))
    def join(self, recent: int, back: int, barista: Person, taps: int) -> None:
        """Add to the visit of 8:41."""
        visits = list(self.kept.items())
        visit_id, visit = newest(visits, recent)
        to, earlier = newest(visits, recent + back)
        for _ in range(taps):
            waits = visit.state == "open" and not visit.over(self.cafe.clock.now()) and not visit.handed_over
            fits = earlier.customer == visit.customer and self._takes_adds(earlier)
            due = waits and fits and sum(earlier.given) + 1 < 10
            result = self.tried(self.cafe.join_visit(barista, visit_id, to=to))
            assert (result is not None and result.fresh) == due
            if due:
                visit.state = "declined"
                self._added(earlier, 1)

    @precondition(lambda self: self.questions)
    @rule(recent=RECENT, grant=st.sampled_from((True, True, False)), taps=st.integers(1, 2))
    def have_a_managers_word(self, recent: int, grant: bool, taps: int) -> None:
        approval, question = newest(list(self.questions.items()), recent)
        visit = self.kept[question.visit_id]
        for _ in range(taps):
            waits = self._waits(visit, question)
            before = self.cafe.number("SELECT COUNT(*) FROM operations")
            facts = self.tried(self.cafe.decide_approval(ANNA, approval, grant=grant))
            assert self.cafe.number("SELECT COUNT(*) FROM operations") == before + (waits and grant)
            if not waits:
                self.end(question)
                continue
            assert facts is not None
            assert facts.approval.state is (ApprovalState.GRANTED if grant else ApprovalState.REFUSED)
            question.answer = grant
            if grant and question.add == 0:
                self._confirmed(visit, question.stamps, question.reason, kept=question.reason)
            elif grant:
                self._added(visit, question.stamps)

    @invariant()
    def questions_wait_for_their_answer(self) -> None:
        """What pencil and paper still wait for, the cafe does too."""
        if not self.questions:
            return
        open_ones = {number for (number,) in self.cafe.rows("SELECT id FROM approvals WHERE state = 'asked'")}
        for number, question in self.questions.items():
            assert number in open_ones or not self._waits(self.kept[question.visit_id], question)

    # ---------------------------------------------------------------- several steps that people make in a row

    @rule(
        customer=CUSTOMERS,
        barista=BARISTAS,
        stamps=st.integers(1, 3),
        minutes=st.sampled_from((0, 5, 14, 15)),
    )
    def come_with_a_second_code(self, customer: Person, barista: Person, stamps: int, minutes: int) -> None:
        self.be_served(customer, False, barista)
        self.confirm(0, barista, stamps, Reason.SECOND_ROUND, taps=1)
        self.cafe.later(minutes=minutes)
        self.be_served(customer, False, barista)
        self.join(0, 1, barista, taps=2)

    @rule(customer=CUSTOMERS, barista=BARISTAS, grant=st.booleans(), adding=st.booleans())
    def come_with_the_whole_office(
        self, customer: Person, barista: Person, grant: bool, adding: bool
    ) -> None:
        self.be_served(customer, False, barista)
        if adding:
            self.confirm(0, barista, GOAL, Reason.SECOND_ROUND, taps=1)
            self.add(0, barista, 5, ahead=1)
        else:
            self.confirm(0, barista, 12, Reason.SECOND_ROUND, taps=2)
        if self.questions:
            self.have_a_managers_word(0, grant, taps=2)

    @rule(customer=CUSTOMERS, barista=BARISTAS, grant=st.booleans(), adding=st.booleans())
    def ask_a_manager_who_is_late(self, customer: Person, barista: Person, grant: bool, adding: bool) -> None:
        """Too late stays too late, though the clock is set back; the barista may ask again."""
        self.be_served(customer, False, barista)
        if adding:
            self.confirm(0, barista, GOAL, Reason.SECOND_ROUND, taps=1)
        for answered_after in (15, 0):
            self.add(0, barista, 9, ahead=1)
            self.confirm(0, barista, 12, Reason.SECOND_ROUND, taps=1)
            self.cafe.later(minutes=answered_after)
            if self.questions:
                self.have_a_managers_word(0, grant, taps=1)
            self.cafe.later(minutes=-answered_after)

    @rule(customer=CUSTOMERS, barista=BARISTAS, times=st.integers(2, 7), reason=REASONS)
    def come_all_day(self, customer: Person, barista: Person, times: int, reason: Reason | None) -> None:
        for _ in range(times):
            self.cafe.later(minutes=15)
            self.be_served(customer, False, barista)
            self.confirm(0, barista, 1, reason, taps=1)

    # ---------------------------------------------------------------- what the limits say

    def _judged(self, visit: ModelVisit, stamps: int, reason: Reason | None) -> str:
        today = self._visits_today(visit.customer)
        if reason is None and (self._was_here_minutes_ago(visit.customer) or len(today) >= 3):
            return "refused"
        overrides = sum(one.reason is not None for one in today[3:])
        return "asked" if overrides >= 3 or stamps >= 10 else "given"

    def _visits_today(self, customer: Person) -> list[ModelVisit]:
        confirmed = [
            (one.settled_at, number, one)
            for number, one in self.kept.items()
            if one.customer == customer
            and one.state == "confirmed"
            and one.settled_at is not None
            and not one.voucher
        ]
        return [one for at, _, one in sorted(confirmed, key=lambda row: row[:2]) if at >= self.today]

    def _was_here_minutes_ago(self, customer: Person) -> bool:
        now = self.cafe.clock.now()
        return any(
            one.customer == customer and not one.voucher and one.confirmed_within(now, minutes=15)
            for one in self.kept.values()
        )

    def _takes_adds(self, visit: ModelVisit) -> bool:
        few = visit.adds < 9 and bool(visit.given) and not visit.voucher
        return few and visit.confirmed_within(self.cafe.clock.now(), minutes=15)

    def _waits(self, visit: ModelVisit, question: ModelQuestion) -> bool:
        newest_of_visit = [one for one in self.questions.values() if one.visit_id == question.visit_id][-1]
        if question.answer is not None or question.lapsed or newest_of_visit is not question:
            return False
        if question.add == 0:
            return visit.state == "open" and not visit.over(self.cafe.clock.now())
        return self._takes_adds(visit) and question.add == visit.adds + 1

    # ---------------------------------------------------------------- what comes of it

    def end(self, question: ModelQuestion) -> None:
        """A question that nobody answered is over."""
        question.lapsed = question.lapsed or question.answer is None

    def end_late_questions(self) -> None:
        """Those that nobody can answer any more."""
        for question in self.questions.values():
            if not self._waits(self.kept[question.visit_id], question):
                self.end(question)

    def _asked(self, visit_id: VisitId, stamps: int, reason: Reason | None, *, add: int) -> None:
        """The newest question stands: the same one again, or after a no any, asks nothing."""
        of_visit = [one for one in self.questions.values() if one.visit_id == visit_id]
        latest = of_visit[-1] if of_visit else None
        if latest is not None and not latest.lapsed:
            same = (latest.add, latest.stamps, latest.reason) == (add, stamps, reason)
            if latest.answer is False or (latest.answer is None and same):
                return
        number = ApprovalId(self.cafe.number("SELECT MAX(id) FROM approvals"))
        assert number not in self.questions
        self.questions[number] = ModelQuestion(visit_id, stamps, reason, add)

    def _confirmed(
        self, visit: ModelVisit, stamps: int, reason: Reason | None, *, kept: Reason | None = None
    ) -> None:
        wondered = self._was_here_minutes_ago(visit.customer) or len(self._visits_today(visit.customer)) >= 3
        visit.reason = kept or (reason if wondered else None)
        visit.state, visit.settled_at = "confirmed", self.cafe.clock.now()
        self._earned(visit, stamps)

    def _added(self, visit: ModelVisit, stamps: int) -> None:
        visit.adds += 1
        self._earned(visit, stamps)

    def _earned(self, visit: ModelVisit, stamps: int) -> None:
        card = self.cards[visit.customer]
        if not visit.given:
            visit.filled_before = len(card.filled)
        visit.given.append(stamps)
        visit.stamped_at = self.cafe.clock.now()
        card.stamps += stamps
        new = [reward.id for reward in self.do(self.cafe.card(visit.customer)).rewards[len(card.held) :]]
        assert len(new) == card.stamps // GOAL
        card.stamps %= GOAL
        card.held += new
        card.filled += new
        visit.filled += new
