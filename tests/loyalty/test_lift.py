"""Whether a post brought visits: worked examples, and silence where there is too little."""

import pytest

from loyalty.lift import LEAST_PEOPLE, VisitSums, compare


def group(*visits: int) -> VisitSums:
    return VisitSums(len(visits), sum(visits), sum(one * one for one in visits))


def test_a_worked_example() -> None:
    """100 people each: 40 came once against 20. Variances .40 * .60 and .20 * .80, times 100/99."""
    lift = compare(group(*[1] * 40, *[0] * 60), group(*[1] * 20, *[0] * 80))
    assert lift is not None
    assert (lift.got, lift.held_out) == (0.4, 0.2)
    assert lift.more == pytest.approx(0.2)
    # 1.959964 * sqrt((0.24 + 0.16) / 99) = 0.12458
    assert lift.low == pytest.approx(0.07542, abs=1e-5)
    assert lift.high == pytest.approx(0.32458, abs=1e-5)
    assert lift.is_plain


def test_a_difference_that_chance_makes_too_is_not_plain() -> None:
    lift = compare(group(*[1] * 22, *[0] * 78), group(*[1] * 20, *[0] * 80))
    assert lift is not None
    assert lift.low < 0 < lift.high
    assert not lift.is_plain


def test_fewer_visits_can_be_plain_as_well() -> None:
    lift = compare(group(*[0] * 100), group(*[2] * 50, *[0] * 50))
    assert lift is not None
    assert lift.high < 0
    assert lift.is_plain


def test_a_group_of_whom_everybody_did_the_same_has_no_spread() -> None:
    lift = compare(group(*[1] * 60), group(*[1] * 60))
    assert lift is not None
    assert (lift.low, lift.high) == (0, 0)
    assert not lift.is_plain


def test_too_few_to_tell() -> None:
    many, few = group(*[1] * 500), group(*[1] * (LEAST_PEOPLE - 1))
    assert compare(many, few) is None
    assert compare(few, many) is None
    assert compare(group(*[0] * 500), group(*[1] * 9, *[0] * 91)) is None
    assert compare(VisitSums(), VisitSums()) is None


def test_groups_can_be_put_together() -> None:
    assert group(1, 2) + group(3) == group(1, 2, 3)
