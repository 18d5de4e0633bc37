"""What was written off and is made good later, in any order: its own entries against pencil and paper.

Not here: the bills and refunds from which it comes (tests/use_cases/test_points_written_off.py).
"""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from loyalty import written_off
from loyalty.ids import CardId, LedgerEntryId, OperationId
from loyalty.ledger import Change, Currency, EntryKind, LedgerEntry

CARD = CardId(1)
STEPS = st.lists(
    st.tuples(st.sampled_from(("written off", "made good")), st.integers(1, 9), st.integers(0, 40)),
    max_size=20,
)


@dataclass
class Books:
    entries: list[LedgerEntry] = field(default_factory=list)
    ends: list[int] = field(default_factory=lambda: [0])
    """The last entry of each operation: a payment falls between two."""

    def write(self, *changes: Change) -> None:
        operation = OperationId(len(self.ends))
        for change in changes:
            number = LedgerEntryId(len(self.entries) + 1)
            self.entries.append(
                LedgerEntry(
                    number, operation, CARD, change.currency, change.kind, change.amount, change.reverses
                )
            )
        self.ends.append(len(self.entries))

    def since(self, payment: int) -> list[LedgerEntry]:
        return [entry for entry in self.entries if entry.id > payment]


@given(STEPS)
def test_the_first_is_made_good_first_and_none_from_before_the_payment(
    steps: list[tuple[str, int, int]],
) -> None:
    books, noted = Books(), dict[int, int]()
    for what, amount, place in steps:
        payment = books.ends[place % len(books.ends)]
        if what == "written off":
            books.write(Change(CARD, Currency.POINTS, EntryKind.WRITE_OFF, amount))
            noted[books.entries[-1].id] = amount
        else:
            changes = written_off.make_good(written_off.standing(books.since(payment)), amount)
            books.write(*changes)
            left = amount
            for begun in sorted(number for number in noted if number > payment):
                taken = min(left, noted[begun])
                noted[begun], left = noted[begun] - taken, left - taken
            assert sum(change.amount for change in changes) == left - amount
        standing = written_off.standing(books.entries)
        assert [one.amount for one in standing] == [left for _, left in sorted(noted.items()) if left]
        reversed_ = [entry.reverses for entry in books.entries if entry.reverses is not None]
        assert len(reversed_) == len(set(reversed_)), "an entry is reversed once"
