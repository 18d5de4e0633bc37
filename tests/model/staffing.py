"""Somebody loses their role and comes back, as a rule of the machine: what was open goes with the role.

Not here: who may remove whom (tests/use_cases/test_leaving.py).
"""

from hypothesis.stateful import rule

from loyalty.ids import VisitId
from loyalty.limits import Reason
from loyalty.people import Person
from tests.counter import ANNA, secret_of
from tests.model.giving import Giving
from tests.model.playing import BARISTAS


class Staffing(Giving):
    """The owner removes a barista, regrets it, and lets them in again."""

    @rule(barista=BARISTAS)
    def be_removed_and_come_back(self, barista: Person) -> None:
        staff_id = self.cafe.staff_id(barista)
        opened = self.cafe.rows("SELECT id FROM visits WHERE opened_by = ? AND state = 'open'", staff_id)
        asked = self.cafe.rows(
            "SELECT visit_id FROM approvals WHERE asked_by = ? AND state = 'asked'", staff_id
        )
        self.do(self.cafe.remove_staff(ANNA, staff_id))
        self.voids_sale_of(barista)
        over = {VisitId(int(str(number))) for (number,) in asked}
        for number in (VisitId(int(str(number))) for (number,) in opened):
            if not self.kept[number].handed_over:  # something was handed over, so it took place
                self.kept[number].state = "declined"
                over.add(number)
        for question in self.questions.values():
            if question.visit_id in over:
                self.end(question)

        for number in self.kept:
            confirming = self.cafe.confirm_visit(barista, number, stamps=1, reason=Reason.FRIEND)
            assert self.tried(confirming) is None
        link = self.do(self.cafe.invite_staff(ANNA, cause=None))
        self.do(self.cafe.open_invite(barista, secret_of(link)))
        self.do(self.cafe.decide_invite(ANNA, self.cafe.newest_invite(), accept=True))
