"""What is asked under a receipt, and when it is not."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.questions import (
    ASKED_AGAIN_AFTER,
    AskedBefore,
    QuestionKind,
    next_question,
)
from loyalty.wishes import Purpose, Wish, WishState, strictest

NOW = datetime(2026, 10, 12, 12, tzinfo=UTC)
FRESH = AskedBefore(may_be_asked=True, visits=1, asked={}, gave_birthday=False, offers=None)
LONG_AGO = NOW - ASKED_AGAIN_AFTER
STATES = st.none() | st.sampled_from(WishState)


def said(state: WishState, at: datetime = LONG_AGO) -> Wish:
    return Wish(Purpose.OFFERS, state, at)


@pytest.mark.parametrize(
    ("visits", "kind"), [(1, None), (2, QuestionKind.BIRTHDAY), (3, QuestionKind.BIRTHDAY)]
)
def test_the_birthday_is_asked_with_the_second_visit(visits: int, kind: QuestionKind | None) -> None:
    assert next_question(replace(FRESH, visits=visits), NOW, greets=True) is kind


def test_no_date_is_asked_for_where_nobody_is_greeted() -> None:
    assert next_question(replace(FRESH, visits=2), NOW, greets=False) is None
    assert next_question(replace(FRESH, visits=3), NOW, greets=False) is QuestionKind.OFFERS


def test_offers_are_asked_about_with_the_third_visit() -> None:
    asked = replace(FRESH, asked={QuestionKind.BIRTHDAY: NOW - timedelta(days=3)})
    assert next_question(replace(asked, visits=2), NOW, greets=True) is None
    assert next_question(replace(asked, visits=3), NOW, greets=True) is QuestionKind.OFFERS


def test_who_skipped_the_birthday_or_told_it_is_not_asked_again() -> None:
    asked = replace(FRESH, visits=40, asked={QuestionKind.BIRTHDAY: NOW - timedelta(days=900)})
    told = replace(FRESH, visits=40, gave_birthday=True)
    assert next_question(asked, NOW, greets=True) is QuestionKind.OFFERS
    assert next_question(told, NOW, greets=True) is QuestionKind.OFFERS


@given(ago=st.timedeltas(timedelta(0), timedelta(days=400)), state=STATES)
def test_nobody_is_asked_about_offers_twice_within_half_a_year(
    ago: timedelta, state: WishState | None
) -> None:
    before = replace(
        FRESH,
        visits=9,
        asked={QuestionKind.BIRTHDAY: NOW, QuestionKind.OFFERS: NOW - ago},
        offers=said(state) if state else None,
    )
    again = next_question(before, NOW, greets=True) is QuestionKind.OFFERS
    assert again == (ago >= ASKED_AGAIN_AFTER and state in (None, WishState.REFUSED))


def test_a_no_of_lately_counts_also_where_nothing_was_asked() -> None:
    lately = said(WishState.REFUSED, NOW - timedelta(days=5))
    before = replace(FRESH, visits=9, asked={QuestionKind.BIRTHDAY: NOW}, offers=lately)
    assert next_question(before, NOW, greets=True) is None


def test_who_has_no_account_or_a_frozen_card_is_asked_nothing() -> None:
    assert next_question(replace(FRESH, visits=9, may_be_asked=False), NOW, greets=True) is None


@given(mine=STATES, theirs=STATES)
def test_of_two_cards_that_become_one_the_stricter_answer_holds(
    mine: WishState | None, theirs: WishState | None
) -> None:
    together = strictest(mine, theirs)
    assert together is strictest(theirs, mine)
    noes = {one for one in (mine, theirs) if one in (WishState.MUTED, WishState.REFUSED)}
    if noes:
        assert together in noes
    if WishState.MUTED in noes:
        assert together is WishState.MUTED
    if together is WishState.GRANTED:
        assert WishState.GRANTED in (mine, theirs)
