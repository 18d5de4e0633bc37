"""Taking a visit back, long after it: the arithmetic, and what must hold for any history of a card.

Not here: who may do it (tests/use_cases/test_taking_back.py).
"""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from loyalty import ledger, stamps
from loyalty.ids import CardId, LedgerEntryId, OperationId
from loyalty.ledger import Change, Currency, EntryKind, FilledCard, LedgerEntry
from loyalty.stamps import TakingBack

CARD = CardId(1)


def test_what_lies_on_the_card_goes_first() -> None:
    assert stamps.take_back(balance=3, goal=6, removed=2, unspent=[6]) == stamps.TakingBack(1, 6, (), 0)


def test_then_a_reward_becomes_stamps_again_on_the_card_that_it_was() -> None:
    assert stamps.take_back(balance=0, goal=9, removed=1, unspent=[6]) == stamps.TakingBack(5, 6, (6,), 0)


def test_the_newest_reward_goes_first_and_no_more_than_are_needed() -> None:
    assert stamps.take_back(balance=1, goal=9, removed=8, unspent=[6, 9]) == stamps.TakingBack(2, 9, (9,), 0)


def test_a_reward_that_was_filled_since_goes_when_the_stamps_sit_in_it() -> None:
    taking = stamps.take_back(balance=0, goal=9, removed=5, unspent=[], later=[6])
    assert taking == stamps.TakingBack(1, 6, (6,), 0)


def test_what_the_visit_filled_itself_goes_before_what_was_filled_since() -> None:
    taking = stamps.take_back(balance=1, goal=9, removed=8, unspent=[6], later=[9, 10])
    assert taking == stamps.TakingBack(9, 10, (6, 10), 0)


def test_the_rest_was_had_already_and_is_written_off() -> None:
    assert stamps.take_back(balance=2, goal=6, removed=6, unspent=[]) == stamps.TakingBack(0, 6, (), 4)


@given(
    balance=st.integers(0, 29),
    goal=st.integers(2, 30),
    removed=st.integers(1, 99),
    unspent=st.lists(st.integers(2, 30), max_size=5),
    later=st.lists(st.integers(2, 30), max_size=5),
)
def test_what_was_given_is_taken_or_written_off(
    balance: int, goal: int, removed: int, unspent: list[int], later: list[int]
) -> None:
    taking = stamps.take_back(balance=balance, goal=goal, removed=removed, unspent=unspent, later=later)
    taken = balance + sum(taking.cancelled) - taking.stamps
    assert taken + taking.written_off == removed
    assert taking.stamps >= 0
    assert taking.written_off == max(0, removed - balance - sum(unspent + later)), "only what is gone"
    assert list(taking.cancelled) == [*unspent[::-1], *later[::-1]][: len(taking.cancelled)]
    assert not taking.cancelled or taking.stamps < taking.goal, "never full without its reward"


# ---------------------------------------------------------------- any history


@dataclass
class OneVisit:
    given: int
    entries: list[LedgerEntry]
    unspent: list[int]

    @property
    def filled(self) -> list[FilledCard]:
        return [FilledCard(self.entries[0].operation_id, cost) for cost in self.unspent]


@dataclass
class CardOfPaper:
    """A card with its ledger, as the use cases write it."""

    stamps: int = 0
    goal: int = 6
    ledger: list[LedgerEntry] = field(default_factory=list)
    visits: list[OneVisit] = field(default_factory=list)
    reversed: set[LedgerEntryId] = field(default_factory=set)
    operations: int = 0

    def write(self, changes: tuple[Change, ...]) -> list[LedgerEntry]:
        entries, self.operations = [], self.operations + 1
        for change in changes:
            number = LedgerEntryId(len(self.ledger) + 1)
            entry = LedgerEntry(
                number, OperationId(self.operations), CARD, Currency.STAMPS, change.kind, change.amount
            )
            self.ledger.append(entry)
            entries.append(entry)
            if change.reverses is not None:
                assert change.reverses not in self.reversed, "an entry is reversed once"
                self.reversed.add(change.reverses)
        return entries

    def earn(self, count: int, goal_now: int) -> None:
        filling = stamps.add(balance=self.stamps, goal=self.goal, added=count, goal_now=goal_now)
        entries = self.write(ledger.filling(CARD, added=count, filled=filling.filled))
        self.stamps, self.goal = filling.stamps, filling.goal
        self.visits.append(OneVisit(count, entries, list(filling.filled)))

    def take_back(self, visit: OneVisit) -> TakingBack:
        since = self.visits[self.visits.index(visit) + 1 :]
        later = [filled for one in since for filled in one.filled]
        taking = stamps.take_back(
            balance=self.stamps,
            goal=self.goal,
            removed=visit.given,
            unspent=visit.unspent,
            later=[filled.cost for filled in later],
        )
        going = [*reversed(visit.filled), *reversed(later)][: len(taking.cancelled)]
        entries = [entry for one in (visit, *since) for entry in one.entries if entry.id not in self.reversed]
        own = [entry for entry in entries if entry in visit.entries or entry.kind is EntryKind.REDEEM]
        self.write(ledger.taking_back(own, CARD, cancelled=going, written_off=taking.written_off))
        for one in since:
            gone = sum(filled.by == one.entries[0].operation_id for filled in going)
            one.unspent = one.unspent[: len(one.unspent) - gone]
        self.stamps, self.goal = taking.stamps, taking.goal
        self.visits.remove(visit)
        return taking


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("earn"), st.integers(1, 20), st.integers(2, 12)),
        st.tuples(st.just("drink"), st.integers(0, 9), st.just(0)),
        st.tuples(st.just("take back"), st.integers(0, 9), st.just(0)),
    ),
    max_size=30,
)


@given(STEPS)
def test_for_any_history_the_ledger_is_the_balance_and_nothing_is_given_twice(
    steps: list[tuple[str, int, int]],
) -> None:
    card, given_away, taken = CardOfPaper(), 0, 0
    for what, count, goal in steps:
        if what == "earn":
            card.earn(count, goal)
            given_away += count
        elif card.visits:
            visit = card.visits[count % len(card.visits)]
            if what == "drink" and visit.unspent:
                visit.unspent.pop(0)
            elif what == "take back":
                before = card.stamps
                taking = card.take_back(visit)
                taken_now = before + sum(taking.cancelled) - card.stamps
                assert taken_now + taking.written_off == visit.given
                taken += taken_now
        assert sum(entry.amount for entry in card.ledger) == card.stamps >= 0
    written_off = sum(one.amount for one in card.ledger if one.kind is EntryKind.WRITE_OFF)
    earned = sum(visit.given for visit in card.visits)
    assert given_away == earned + taken + written_off
