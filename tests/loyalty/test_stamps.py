"""Stamp-card arithmetic, by examples and by what must always hold.

Not here: the ledger entries that it becomes.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty import stamps

GOALS = st.integers(1, 30)


def test_a_stamp_joins_a_card_that_it_does_not_fill() -> None:
    assert stamps.add(balance=3, goal=6, added=1, goal_now=6) == stamps.Filling(4, 6, ())


def test_the_sixth_stamp_fills_the_card() -> None:
    assert stamps.add(balance=5, goal=6, added=1, goal_now=6) == stamps.Filling(0, 6, (6,))


def test_surplus_stamps_carry_over_to_the_next_card() -> None:
    assert stamps.add(balance=5, goal=6, added=4, goal_now=6) == stamps.Filling(3, 6, (6,))


def test_many_stamps_fill_several_cards() -> None:
    assert stamps.add(balance=1, goal=6, added=12, goal_now=6) == stamps.Filling(1, 6, (6, 6))


def test_a_card_begun_under_a_lower_goal_finishes_at_it_and_the_next_begins_under_todays() -> None:
    assert stamps.add(balance=5, goal=6, added=2, goal_now=10) == stamps.Filling(1, 10, (6,))


def test_a_card_begun_under_a_higher_goal_finishes_at_todays() -> None:
    assert stamps.add(balance=5, goal=10, added=1, goal_now=6) == stamps.Filling(0, 6, (6,))


def test_a_lowered_goal_finishes_the_begun_card_once_and_its_surplus_fills_what_it_can_of_the_next() -> None:
    assert stamps.add(balance=5, goal=6, added=1, goal_now=3) == stamps.Filling(0, 3, (3, 3))
    assert stamps.add(balance=4, goal=6, added=1, goal_now=3) == stamps.Filling(2, 3, (3,))
    assert stamps.add(balance=5, goal=6, added=1, goal_now=5) == stamps.Filling(1, 5, (5,))


def test_an_empty_card_is_not_begun_and_begins_under_todays_goal() -> None:
    assert stamps.add(balance=0, goal=2, added=2, goal_now=6) == stamps.Filling(2, 6, ())
    assert stamps.add(balance=0, goal=6, added=2, goal_now=2) == stamps.Filling(0, 2, (2,))
    assert stamps.add(balance=0, goal=2, added=7, goal_now=6) == stamps.Filling(1, 6, (6,))
    assert stamps.aim(balance=0, goal=2, goal_now=6) == 6
    assert stamps.aim(balance=1, goal=2, goal_now=6) == 2


@given(begun=GOALS, days=st.lists(st.tuples(GOALS, st.integers(1, 12)), min_size=1, max_size=12))
def test_what_a_card_says_is_what_fills_it_however_often_the_goal_changes(
    begun: int, days: list[tuple[int, int]]
) -> None:
    card = stamps.Filling(0, begun, ())
    for goal_now, added in days:
        said = card.aim(goal_now)
        after = stamps.add(balance=card.stamps, goal=card.goal, added=added, goal_now=goal_now)
        assert (card.stamps + added >= said) == bool(after.filled)
        assert not after.filled or after.filled[0] == said
        assert card.stamps + added == after.stamps + sum(after.filled), "no stamp is lost or made"
        card = after


def test_a_card_that_is_not_filled_keeps_the_goal_it_was_begun_under() -> None:
    assert stamps.add(balance=1, goal=6, added=1, goal_now=10).goal == 6


@pytest.mark.parametrize("added", [0, -1])
def test_nothing_or_less_is_no_stamp(added: int) -> None:
    with pytest.raises(ValueError, match="one or more"):
        stamps.add(balance=0, goal=6, added=added, goal_now=6)


@given(balance=st.integers(0, 60), goal=GOALS, added=st.integers(1, 60), goal_now=GOALS)
def test_what_was_earned_is_what_was_spent_and_what_is_left(
    balance: int, goal: int, added: int, goal_now: int
) -> None:
    filling = stamps.add(balance=balance, goal=goal, added=added, goal_now=goal_now)
    assert balance + added == sum(filling.filled) + filling.stamps
    assert 0 <= filling.stamps < min(filling.goal, goal_now)


@given(balance=st.integers(0, 60), goal=GOALS, added=st.integers(1, 60), goal_now=GOALS)
def test_the_goal_that_is_better_for_the_customer_wins_and_only_once(
    balance: int, goal: int, added: int, goal_now: int
) -> None:
    filled = stamps.add(balance=balance, goal=goal, added=added, goal_now=goal_now).filled
    assert all(cost == goal_now for cost in filled[1:])
    assert not filled or filled[0] == (min(goal, goal_now) if balance else goal_now)


@given(goal=GOALS, gifts=st.lists(st.integers(1, 20), min_size=1, max_size=20))
def test_stamps_one_by_one_or_at_once_fill_the_same_cards(goal: int, gifts: list[int]) -> None:
    balance, cards = 0, 0
    for gift in gifts:
        filling = stamps.add(balance=balance, goal=goal, added=gift, goal_now=goal)
        balance, cards = filling.stamps, cards + len(filling.filled)
    at_once = stamps.add(balance=0, goal=goal, added=sum(gifts), goal_now=goal)
    assert (balance, cards) == (at_once.stamps, len(at_once.filled))
