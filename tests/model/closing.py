"""The close of the day as a rule of the machine: its figures are those of pencil and ledger, at any moment.

Not here: the words on its page, and the day that closes by itself (tests/use_cases/test_closes.py).
"""

from datetime import datetime

from hypothesis.stateful import rule

from loyalty.days import day_of
from loyalty.programs import Rules
from loyalty.use_cases.house.day import CloseDay
from storage.rows import from_micros
from tests.counter import ANNA
from tests.model.playing import Playing


class Closing(Playing):
    """The owner closes the day, whenever she likes and as often as she likes."""

    @rule()
    def close_the_day(self) -> None:
        sheet = self.do(CloseDay(self.cafe.database)(ANNA))
        figures = sheet.figures
        settled = [one for one in self.kept.values() if one.settled_at and self._today(one.settled_at)]
        now = self.cafe.clock.now()
        stand = [one for one in settled if one.stands(now)]
        undone = [one for one in settled if one.state == "undone" and one not in stand]
        assert (figures.visits, figures.undone) == (len(stand), len(undone))
        assert figures.new + figures.returning == len({one.customer for one in stand})
        free = [
            reward
            for reward, (at, visit_id) in self.redeemed_at.items()
            if self._today(at)
            and (reward in self.kept[visit_id].handed_over or self.given_back_at.get(reward, now) > now)
        ]
        assert sum(one.count for one in figures.handed_over) == len(free)
        assert figures.stamps.net == sum(amount for at, amount in self._entries() if self._today(at))
        again = self.do(CloseDay(self.cafe.database)(ANNA))
        assert again.figures.says_the_same_as(figures)
        assert again.closed == sheet.closed

    def _today(self, moment: datetime) -> bool:
        """Of the cafe's day, and not after this moment: the clock may have been set back."""
        now = self.cafe.clock.now()
        return day_of(now, Rules()).begins <= moment <= now

    def _entries(self) -> list[tuple[datetime, int]]:
        rows = self.cafe.rows("SELECT created_at, amount FROM ledger_entries WHERE practice = 0")
        return [(from_micros(int(str(at))), int(str(amount))) for at, amount in rows]
