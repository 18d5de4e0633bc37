"""The queue as rules of the machine: one tap that opens and confirms, and *not here*.

Not here: what limits say to that stamp (limits.py), and who appears in it (tests/use_cases/test_queue.py).
"""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from loyalty.ids import ChatId, RewardId, VisitId
from loyalty.people import Person
from loyalty.scans import ScanState
from loyalty.use_cases.visits.codes import ShownCode
from loyalty.use_cases.visits.earning import Stamped
from loyalty.use_cases.visits.queue import CardOpened, NotHere, ServeFromQueue
from tests.model.limits import Limited
from tests.model.paper import ModelVisit, newest
from tests.model.playing import BARISTAS, CUSTOMERS, RECENT

GROUP = ChatId(-500)


class Queueing(Limited):
    """Baristas tap in the queue, sometimes on a button that is not there any more."""

    frozen: dict[Person, RewardId]

    @precondition(lambda self: self.shown)
    @rule(recent=RECENT, barista=BARISTAS, taps=st.integers(1, 2))
    def serve_from_queue(self, recent: int, barista: Person, taps: int) -> None:
        shown = newest(self.shown, recent)
        for _ in range(taps):
            target = self._followed(shown)
            code = self.codes_of.get(target.scan_id)
            serve = ServeFromQueue(self.cafe.database)
            result = self.tried(serve(barista, shown.scan_id, chat_id=GROUP, cause=None))
            opened = VisitId(self.cafe.number("SELECT COALESCE(MAX(id), 0) FROM visits"))
            if code is None or not shown.queued or self.cafe.clock.now() >= code[1]:
                assert opened == 0 or opened in self.kept
                assert not (isinstance(result, Stamped) and result.fresh)
                continue
            del self.codes_of[target.scan_id]
            customer, _, picked = code
            visit = ModelVisit(customer, self.cafe.clock.now(), picked=picked)
            held = picked in self.cards[customer].held
            looks = held or customer in self.frozen or self._judged(visit, 1, None) != "given"
            assert isinstance(result, CardOpened if looks else Stamped)
            self.kept[opened] = visit
            if not looks:
                self._confirmed(visit, 1, None)

    @precondition(lambda self: self.shown)
    @rule(recent=RECENT, barista=BARISTAS, taps=st.integers(1, 2))
    def say_not_here(self, recent: int, barista: Person, taps: int) -> None:
        shown = newest(self.shown, recent)
        for _ in range(taps):
            target = self._followed(shown)
            cleared = self.tried(NotHere(self.cafe.database)(barista, shown.scan_id))
            if not shown.queued:
                assert cleared is None
            elif self.codes_of.pop(target.scan_id, None) is not None:
                assert cleared is not None
                assert (cleared.id, cleared.state) == (target.scan_id, ScanState.ABSENT)

    @rule(customer=CUSTOMERS, pick=st.booleans(), again=st.booleans(), barista=BARISTAS)
    def be_served_from_the_queue(self, customer: Person, pick: bool, again: bool, barista: Person) -> None:
        """Most people wait and are served, some have tapped once more meanwhile."""
        self.show(customer, pick)
        if again:
            self.show(customer, pick)
        self.serve_from_queue(1 if again else 0, barista, taps=2)

    def _followed(self, shown: ShownCode) -> ShownCode:
        """The code that took this one's place, if the customer tapped again while they waited."""
        if shown.scan_id in self.codes_of:
            return shown
        void = self.cafe.number("SELECT COUNT(*) FROM scans WHERE id = ? AND state = 'void'", shown.scan_id)
        later = [
            one
            for one in self.shown
            if void and one.scan_id in self.codes_of and one.queued and one.pair_code == shown.pair_code
        ]
        return later[-1] if later else shown
