"""Ledger entries: what filling a card writes, and what takes it back.

Not here: how they are stored.
"""

from hypothesis import given
from hypothesis import strategies as st

from loyalty import ledger, stamps
from loyalty.ids import (
    CardId,
    CustomerId,
    LedgerEntryId,
    LocationId,
    OperationId,
    ProgramVersion,
    StaffId,
    VisitId,
)
from loyalty.ledger import Change, Currency, EntryKind, LedgerEntry, NewOperation, OperationKind
from loyalty.own_words import OwnWords
from loyalty.receipts import RewardHandedOver

CARD = CardId(7)


def written(changes: tuple[Change, ...]) -> list[LedgerEntry]:
    return [
        LedgerEntry(
            LedgerEntryId(number), OperationId(1), change.card_id, change.currency, change.kind, change.amount
        )
        for number, change in enumerate(changes, start=1)
    ]


def test_a_filled_card_is_an_entry_of_minus_its_goal() -> None:
    earn, redeem = ledger.filling(CARD, added=2, filled=(6,))
    assert (earn.kind, earn.amount) == (EntryKind.EARN, 2)
    assert (redeem.kind, redeem.amount) == (EntryKind.REDEEM, -6)


@given(
    balance=st.integers(0, 30), goal=st.integers(1, 12), added=st.integers(1, 40), goal_now=st.integers(1, 12)
)
def test_the_entries_move_the_balance_to_where_the_arithmetic_says(
    balance: int, goal: int, added: int, goal_now: int
) -> None:
    filling = stamps.add(balance=balance, goal=goal, added=added, goal_now=goal_now)
    changes = ledger.filling(CARD, added=added, filled=filling.filled)
    assert balance + sum(change.amount for change in changes) == filling.stamps
    assert all(change.amount for change in changes)


@given(st.lists(st.integers(-50, 50).filter(bool), max_size=12))
def test_a_reversal_gives_back_to_the_last_stamp_newest_first_and_names_what_it_reverses(
    amounts: list[int],
) -> None:
    entries = written(tuple(Change(CARD, Currency.STAMPS, EntryKind.EARN, amount) for amount in amounts))
    taken_back = ledger.reversal(entries)
    assert sum(amounts) + sum(change.amount for change in taken_back) == 0
    assert [change.reverses for change in taken_back] == [entry.id for entry in reversed(entries)]
    assert {change.kind for change in taken_back} <= {EntryKind.REVERSE}


def test_one_key_with_other_parameters_has_another_hash() -> None:
    def operation(by: str) -> NewOperation:
        return NewOperation(
            op_key="reward:1",
            kind=OperationKind.REDEMPTION,
            fact=RewardHandedOver(OwnWords((("en", "Free coffee"),)), by),
            customer_id=CustomerId(1),
            location_id=LocationId(1),
            program_version=ProgramVersion(1),
            practice=False,
            staff_id=StaffId(1),
            visit_id=VisitId(1),
        )

    assert operation("Ben").parameters_hash() == operation("Ben").parameters_hash()
    assert operation("Ben").parameters_hash() != operation("Cara").parameters_hash()
