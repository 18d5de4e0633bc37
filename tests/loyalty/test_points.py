"""Points and money: what is typed, what a bill earns, how much of it points can pay.

Not here: bills at the counter (tests/use_cases/test_bills.py).
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty import points
from loyalty.money import LARGEST_BILL, parse_amount

AMOUNTS = st.integers(1, LARGEST_BILL)
PERCENTS = st.integers(1, 50)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("3,50", 350), ("3.50", 350), ("12,5", 1250), ("12,50", 1250), ("12", 1200), ("0,05", 5),
        ("03,50", 350), ("0", None), ("0,00", None), ("1,2,3", None), ("-5", None), ("+5", None),
        ("1e9", None), ("3,505", None), ("1.234,50", None), ("3,", None), (",50", None), ("٣٫٥٠", None),
        ("３.50", None), ("3 50", None), ("", None), ("999999999", None), ("NaN", None),
    ],
)  # fmt: skip
def test_an_amount_is_read_in_one_way_or_not_at_all(text: str, amount: int | None) -> None:
    assert parse_amount(text, "EUR") == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("€3.50", 350), ("3.50 €", 350), ("3,50\xa0€", 350), ("3,50 EUR", 350), ("eur 12", 1200),
        ("€1,350.00", 135000), ("1 350,00 €", 135000), ("€1,350", None), ("$3.50", None), ("3,50 GBP", None),
        ("€", None), ("€€3", None),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_screens_write_it_in_the_cafes_own_currency(
    text: str, amount: int | None
) -> None:
    assert parse_amount(text, "EUR") == amount


@pytest.mark.parametrize(("text", "amount"), [("350", 350), ("350,5", None), ("3.50", None)])
def test_a_currency_without_cents_has_no_comma(text: str, amount: int | None) -> None:
    assert parse_amount(text, "JPY") == amount


def test_five_per_cent_of_three_fifty_are_seventeen_and_a_half_points() -> None:
    assert points.earn(350, spent=0, percent=5, minimum=0) == 1750


@given(AMOUNTS, AMOUNTS, PERCENTS)
def test_no_fraction_is_lost_whichever_way_bills_are_split(one: int, other: int, percent: int) -> None:
    def earned(amount: int) -> int:
        return points.earn(amount, spent=0, percent=percent, minimum=0)

    assert earned(one) + earned(other) == earned(one + other)
    assert earned(one) * 100 == one * percent * points.POINT


@given(AMOUNTS, st.integers(0, 10**9), st.integers(1, 100), PERCENTS)
def test_points_never_pay_more_than_the_cap_or_what_is_there(
    amount: int, balance: int, cap: int, percent: int
) -> None:
    spent = points.most_to_spend(balance, amount, cap=cap)
    assert 0 <= spent <= amount * cap / 100
    assert spent * points.POINT <= balance
    paid = points.earn(amount, spent=spent, percent=percent, minimum=0)
    assert paid == points.earn(amount, spent=0, percent=percent, minimum=0) - spent * percent


def test_a_bill_under_the_minimum_earns_nothing() -> None:
    assert points.earn(499, spent=0, percent=5, minimum=500) == 0
    assert points.earn(500, spent=0, percent=5, minimum=500) == 2500
