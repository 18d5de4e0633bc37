"""Who is drawn, whose turn an aspect is, and how a quarter of an hour is named.

Not here: bands and scores (test_surveys.py).
"""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.ids import AspectId, CampaignId, CustomerId, RecipientId, VisitId
from loyalty.letters import Content
from loyalty.own_words import OwnWords
from loyalty.responses import (
    ANSWERABLE,
    CORRECTION,
    SLOT,
    Asked,
    Aspect,
    Response,
    decode_asked,
    encode_asked,
    is_sampled,
    is_score,
    last_slot,
    name_slot,
    next_aspect,
    read_slot,
)
from loyalty.surveys import Band, band_of

NOW = datetime(2027, 5, 3, 9, 7, tzinfo=UTC)
LIST = [Aspect(AspectId(number), OwnWords.of({"en": str(number)}), asked=True) for number in (3, 5, 8)]
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(visit=st.integers(1, 2**40), percent=st.integers(0, 100))
def test_a_visit_that_is_drawn_stays_so_when_more_are_drawn(visit: int, percent: int) -> None:
    campaign, visit_id = CampaignId(3), VisitId(visit)
    assert not is_sampled(campaign, visit_id, 0)
    assert is_sampled(campaign, visit_id, 100)
    if is_sampled(campaign, visit_id, percent):
        assert all(is_sampled(campaign, visit_id, more) for more in range(percent, 101))


@pytest.mark.parametrize("percent", [10, 25, 50])
def test_of_many_visits_about_so_many_are_drawn(percent: int) -> None:
    drawn = sum(is_sampled(CampaignId(1), VisitId(number), percent) for number in range(1, 5001))
    assert abs(drawn / 50 - percent) < 3


@given(moment=MOMENTS)
def test_a_quarter_of_an_hour_is_full_and_its_name_is_read_back(moment: datetime) -> None:
    ends = last_slot(moment)
    assert timedelta(0) <= moment - ends < SLOT
    assert read_slot(name_slot(ends)) == ends


@given(one=MOMENTS, other=MOMENTS)
def test_names_are_in_the_order_of_time(one: datetime, other: datetime) -> None:
    first, second = last_slot(one), last_slot(other)
    assert (name_slot(first) < name_slot(second)) == (first < second)


def test_each_customer_begins_elsewhere_and_then_takes_turns() -> None:
    begun = [next_aspect(LIST, {}, CustomerId(number)) for number in (1, 2, 3)]
    assert sorted(one for one in begun if one is not None) == [3, 5, 8]
    asked = {AspectId(3): NOW, AspectId(5): NOW - timedelta(days=60)}
    assert next_aspect(LIST, asked, CustomerId(3)) == 8
    assert next_aspect(LIST, {**asked, AspectId(8): NOW - timedelta(days=30)}, CustomerId(3)) == 5
    assert next_aspect([], {}, CustomerId(3)) is None


def test_what_is_asked_is_kept_and_blanked() -> None:
    for asked in (Asked(VisitId(7)), Asked(VisitId(7), AspectId(2))):
        assert decode_asked(encode_asked(asked)) == asked
    assert decode_asked("{}") is None


def test_scores_and_bands_of_an_aspect() -> None:
    assert [score for score in range(-1, 12) if is_score(score, aspect=True)] == [1, 2, 3, 4, 5]
    assert [score for score in range(-1, 12) if is_score(score, aspect=False)] == list(range(11))
    bands = [band_of(score, aspect=True) for score in range(1, 6)]
    assert bands == [Band.DETRACTOR] * 2 + [Band.PASSIVE] * 2 + [Band.PROMOTER]


def test_an_hour_for_the_score_and_two_weeks_for_one_reason() -> None:
    response = Response(RecipientId(1), 3, NOW, None, "", None, None)
    instant = timedelta(microseconds=1)
    assert response.may_change(NOW + CORRECTION - instant)
    assert not response.may_change(NOW + CORRECTION)
    assert response.takes_reason(NOW + ANSWERABLE - instant)
    assert not response.takes_reason(NOW + ANSWERABLE)
    told = Response(RecipientId(1), 3, NOW, Content.TEXT, "loud", None, NOW)
    assert not told.takes_reason(NOW)
