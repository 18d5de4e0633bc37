"""The two ends of an erasure: who it covers, and what is kept of two under one hash.

Not here: what a restore does with them (tests/bot/test_restore_forgotten.py).
"""

from datetime import UTC, datetime

import pytest

from loyalty.erasures import Erasure


def day(number: int) -> datetime:
    return datetime(2026, 1, number, tzinfo=UTC)


def erasure(after: int | None, at: int) -> Erasure:
    return Erasure("abc", day(at), None if after is None else day(after))


@pytest.mark.parametrize(
    ("since", "customer", "covered"),
    [
        (4, True, False),
        (5, True, True),
        (8, True, True),
        (9, True, False),
        (4, False, True),
        (9, False, False),
    ],
)
def test_a_card_from_before_the_move_is_not_covered_and_the_account_is(
    since: int, customer: bool, covered: bool
) -> None:
    assert erasure(5, 9).covers(day(since), customer=customer) is covered


@pytest.mark.parametrize(
    ("known", "newer", "kept"),
    [
        ((None, 3), (None, 7), (None, 7)),
        ((None, 7), (None, 3), (None, 7)),
        ((5, 9), (None, 5), (None, 9)),
        ((None, 5), (5, 9), (None, 9)),
        ((None, 3), (5, 9), (5, 9)),
        ((2, 6), (5, 9), (2, 9)),
        ((5, 9), (2, 5), (2, 9)),
        ((5, 9), (None, 9), (5, 9)),
    ],
)
def test_spans_that_touch_are_joined_and_an_older_one_that_does_not_stays_on_the_list(
    known: tuple[int | None, int], newer: tuple[int | None, int], kept: tuple[int | None, int]
) -> None:
    assert erasure(*known).joined_by(erasure(*newer)) == erasure(*kept)
