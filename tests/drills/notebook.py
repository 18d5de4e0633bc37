"""What somebody with a pencil would note on a day at the counter: each visit, how it came, what it cost.

Not here: the people (tests/drills/counter_day.py), and what the bot's own books say (agreement.py).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from statistics import median


class Way(StrEnum):
    """How staff come to a customer's card."""

    QUEUE = "queue, one tap"
    PRIVATE = "digits, own chat"
    TILL = "digits, till"
    CHAT = "digits, staff chat"
    SCAN = "QR, camera"


@dataclass(frozen=True, slots=True)
class Effort:
    """What a hand does: taps of a finger, texts typed and sent."""

    taps: int
    texts: int

    def within(self, promised: "Effort") -> bool:
        """Whether it is no more than this."""
        return self.taps <= promised.taps and self.texts <= promised.texts


PROMISED = {
    Way.QUEUE: Effort(taps=1, texts=0),
    Way.PRIVATE: Effort(taps=1, texts=1),
    Way.TILL: Effort(taps=1, texts=1),
    Way.CHAT: Effort(taps=1, texts=1),
    Way.SCAN: Effort(taps=3, texts=0),
}
"""For an ordinary visit. A QR takes the banner, START, and +1; typed digits may hold the +1 in themselves."""


@dataclass(frozen=True, slots=True)
class Noted:
    """One visit as it was seen at the counter."""

    way: Way
    by: str
    stamps: int
    effort: Effort
    asked: bool = False
    """Whether there was more to do than to stamp: a reason, a reward, a second look."""


@dataclass(slots=True)
class Notebook:
    """The day on paper."""

    visits: list[Noted] = field(default_factory=list)
    undone: list[int] = field(default_factory=list)
    """Stamps of each visit that was taken back, whenever."""
    undone_by: Counter[str] = field(default_factory=Counter)
    """How many visits of each person were taken back."""
    stamps_undone: Counter[str] = field(default_factory=Counter)
    """How many stamps of each person that were."""
    written_off: int = 0
    handed_over: Counter[str] = field(default_factory=Counter)
    """Free ones by who gave them, those taken back left out."""

    @property
    def given(self) -> int:
        """Stamps given, also those that were taken back later."""
        return sum(one.stamps for one in self.visits)

    @property
    def taken_back(self) -> int:
        """Stamps of visits that were taken back."""
        return sum(self.undone)

    def takes_back(self, *, by: str, stamps: int) -> None:
        """A visit that this person had stamped is undone."""
        self.undone.append(stamps)
        self.undone_by[by] += 1
        self.stamps_undone[by] += stamps

    def stamps_of(self) -> dict[str, int]:
        """Stamps given by each person, less those that were taken back."""
        given: Counter[str] = Counter()
        for one in self.visits:
            given[one.by] += one.stamps
        given.subtract(self.stamps_undone)
        return dict(given)

    def breaks_of_promise(self) -> list[Noted]:
        """Ordinary visits that took more than was promised."""
        return [one for one in self.visits if not one.asked and not one.effort.within(PROMISED[one.way])]

    def report(self) -> list[str]:
        """Taps and texts of staff a visit, by way."""
        by_way: dict[str, list[Effort]] = defaultdict(list)
        for one in self.visits:
            by_way["something was asked" if one.asked else one.way].append(one.effort)
        head = f"{'':<24}{'visits':>8}{'taps: median':>14}{'worst':>7}{'texts: median':>15}{'worst':>7}"
        rows = [_row(way, by_way[way]) for way in (*Way, "something was asked") if by_way[way]]
        return [head, *rows, _row("all", [one.effort for one in self.visits])]


def _row(way: str, efforts: Sequence[Effort]) -> str:
    taps, texts = (
        _middle_and_worst(one.taps for one in efforts),
        _middle_and_worst(one.texts for one in efforts),
    )
    return f"{way:<24}{len(efforts):>8}{taps[0]:>14g}{taps[1]:>7}{texts[0]:>15g}{texts[1]:>7}"


def _middle_and_worst(counts: Iterable[int]) -> tuple[float, int]:
    known = list(counts)
    return median(known), max(known)
