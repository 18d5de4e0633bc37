"""Periods and the steps of a trend: by days of the cafe, without a gap or an overlap.

Not here: what was said in them.
"""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.programs import Rules
from loyalty.voice import Period, Step, span_of, spans_back

TALLINN = Rules(zone="Europe/Tallinn", day_begins=4)
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("period", "first"),
    [
        (Period.MONTH, date(2027, 3, 1)),
        (Period.QUARTER, date(2027, 1, 1)),
        (Period.YEAR, date(2026, 4, 1)),
    ],
)
def test_a_period_begins_with_the_cafes_day(period: Period, first: date) -> None:
    span = span_of(period, datetime(2027, 4, 1, 0, 30, tzinfo=UTC), TALLINN)
    assert span.first == first  # it is half past three there: still the last of March
    assert span.begins.astimezone(UTC).hour in (1, 2)


def test_the_weeks_of_a_trend_begin_on_mondays() -> None:
    spans = spans_back(Step.WEEK, datetime(2027, 4, 1, 12, tzinfo=UTC), TALLINN)
    assert len(spans) == 13
    assert {span.first.weekday() for span in spans} == {0}
    assert spans[-1].first == date(2027, 3, 29)


def test_the_months_of_a_trend_go_over_new_year() -> None:
    spans = spans_back(Step.MONTH, datetime(2027, 2, 10, 12, tzinfo=UTC), TALLINN)
    assert [span.first for span in spans[:1] + spans[9:]] == [
        date(2026, 3, 1), date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1),
    ]  # fmt: skip


@given(MOMENTS, st.sampled_from(Step))
def test_nothing_lies_between_two_steps_and_this_moment_is_in_the_last(now: datetime, step: Step) -> None:
    spans = spans_back(step, now, TALLINN)
    assert all(one.until == following.begins for one, following in pairwise(spans))
    assert spans[-1].begins <= now < spans[-1].until <= now + timedelta(seconds=1)
