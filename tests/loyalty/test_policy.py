"""Policy: quiet hours by the clock on the wall, the cap, and what each kind of message needs."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.campaigns import PURPOSES, CampaignKind
from loyalty.policy import (
    CAPPED,
    SERVICE,
    CustomerStanding,
    Obstacle,
    cap_since,
    find_objection,
    find_obstacle,
    is_quiet,
    next_open,
    next_quiet,
)
from loyalty.programs import Rules
from loyalty.wishes import Purpose, WishState

NOW = datetime(2026, 10, 12, 12, tzinfo=UTC)
TALLINN = Rules(zone="Europe/Tallinn")
ZONES = (
    "UTC", "Europe/Tallinn", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia",
    "America/Sao_Paulo",
)  # fmt: skip
MOMENTS = st.datetimes(datetime(2011, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
RULES = st.builds(
    Rules, zone=st.sampled_from(ZONES), quiet_from=st.integers(0, 23), quiet_until=st.integers(0, 23)
)
FINE = CustomerStanding(
    gone=False,
    frozen=False,
    has_telegram=True,
    reachable=True,
    wishes=dict.fromkeys(Purpose, WishState.GRANTED),
    has_birthday=True,
    posts=(),
)
STANDINGS = st.builds(
    CustomerStanding,
    gone=st.booleans(),
    frozen=st.booleans(),
    has_telegram=st.booleans(),
    reachable=st.booleans(),
    wishes=st.dictionaries(st.sampled_from(Purpose), st.sampled_from(WishState)),
    has_birthday=st.booleans(),
    posts=st.lists(
        st.timedeltas(timedelta(0), timedelta(days=20)).map(lambda ago: NOW - ago), max_size=3
    ).map(tuple),
)
KINDS = st.sampled_from(CampaignKind)


# ---------------------------------------------------------------- quiet hours


@pytest.mark.parametrize(("hour", "quiet"), [(9, True), (10, False), (19, False), (20, True), (23, True)])
def test_the_night_lasts_from_eight_to_ten_unless_the_owner_says_otherwise(hour: int, quiet: bool) -> None:
    assert is_quiet(datetime(2026, 5, 4, hour, 30, tzinfo=UTC), Rules()) is quiet


def test_it_is_the_cafes_night() -> None:
    assert is_quiet(datetime(2026, 7, 1, 17, 0, tzinfo=UTC), TALLINN)  # 20:00 there
    assert not is_quiet(datetime(2026, 7, 1, 16, 59, tzinfo=UTC), TALLINN)


def test_a_cafe_of_the_evening_is_quiet_by_day() -> None:
    late = Rules(quiet_from=4, quiet_until=16)
    assert is_quiet(datetime(2026, 5, 4, 11, tzinfo=UTC), late)
    assert not is_quiet(datetime(2026, 5, 4, 23, tzinfo=UTC), late)


@given(moment=MOMENTS, hour=st.integers(0, 23), zone=st.sampled_from(ZONES))
def test_the_same_hour_twice_is_no_night_at_all(moment: datetime, hour: int, zone: str) -> None:
    rules = Rules(zone=zone, quiet_from=hour, quiet_until=hour)
    assert not is_quiet(moment, rules)
    assert next_quiet(moment, rules) is None


@given(moment=MOMENTS, rules=RULES)
def test_what_waits_goes_out_at_the_first_moment_that_is_not_quiet(moment: datetime, rules: Rules) -> None:
    opens = next_open(moment, rules)
    assert opens >= moment
    assert not is_quiet(opens, rules)
    quiet_until_then = (moment + step * timedelta(minutes=10) for step in range(6 * 48))
    assert all(is_quiet(one, rules) for one in quiet_until_then if one < opens)
    assert opens == moment or is_quiet(opens - timedelta(microseconds=1), rules)


@given(moment=MOMENTS, rules=RULES.filter(lambda rules: rules.quiet_from != rules.quiet_until))
def test_the_night_that_comes_next_begins_when_it_is_first_quiet(moment: datetime, rules: Rules) -> None:
    begins = next_quiet(moment, rules)
    assert begins is not None
    assert begins >= moment
    assert is_quiet(begins, rules)
    open_until_then = (moment + step * timedelta(minutes=10) for step in range(6 * 48))
    assert not any(is_quiet(one, rules) for one in open_until_then if one < begins)


def test_a_night_in_which_the_clock_changes_ends_at_ten_all_the_same() -> None:
    spring, autumn = datetime(2026, 3, 28, 18, tzinfo=UTC), datetime(2026, 10, 24, 17, tzinfo=UTC)
    assert next_open(spring, TALLINN) - spring == timedelta(hours=13)
    assert next_open(autumn, TALLINN) - autumn == timedelta(hours=15)


# ---------------------------------------------------------------- who gets what


@given(kind=KINDS)
def test_who_agreed_to_everything_gets_everything(kind: CampaignKind) -> None:
    assert find_obstacle(FINE, kind, now=NOW, rules=Rules()) is None


@given(standing=STANDINGS, kind=KINDS)
def test_who_is_gone_frozen_or_out_of_reach_gets_nothing(
    standing: CustomerStanding, kind: CampaignKind
) -> None:
    if standing.gone or standing.frozen or not standing.has_telegram or not standing.reachable:
        assert find_obstacle(standing, kind, now=NOW, rules=Rules()) is not None


@pytest.mark.parametrize("kind", CampaignKind)
@pytest.mark.parametrize("wish", [None, *WishState])
def test_no_answer_is_no(kind: CampaignKind, wish: WishState | None) -> None:
    """Nothing that needs a yes goes to somebody who has not said it, whatever else is fine."""
    said = replace(FINE, wishes={} if wish is None else dict.fromkeys(Purpose, wish))
    obstacle = find_obstacle(said, kind, now=NOW, rules=Rules())
    until_muted = PURPOSES[kind] is Purpose.SURVEYS and wish is None
    if PURPOSES[kind] is None or wish is WishState.GRANTED or until_muted:
        assert obstacle is None
    else:
        assert obstacle is (Obstacle.MUTED if wish is WishState.MUTED else Obstacle.NO_CONSENT)


@given(standing=STANDINGS, kind=KINDS, purpose=st.sampled_from(Purpose))
def test_muting_one_purpose_stops_its_messages_and_no_others(
    standing: CustomerStanding, kind: CampaignKind, purpose: Purpose
) -> None:
    muted = replace(standing, wishes={**standing.wishes, purpose: WishState.MUTED})
    before = find_obstacle(standing, kind, now=NOW, rules=Rules())
    after = find_obstacle(muted, kind, now=NOW, rules=Rules())
    if PURPOSES[kind] is purpose:
        assert after is not None
    else:
        assert after is before


@given(standing=STANDINGS, kind=st.sampled_from(sorted(SERVICE)))
def test_what_belongs_to_the_card_heeds_neither_mute_nor_cap(
    standing: CustomerStanding, kind: CampaignKind
) -> None:
    said = find_obstacle(standing, kind, now=NOW, rules=Rules())
    assert said in (None, Obstacle.GONE, Obstacle.FROZEN, Obstacle.NO_TELEGRAM, Obstacle.UNREACHABLE)


@given(standing=STANDINGS, kind=KINDS, most=st.integers(1, 3))
def test_no_more_than_so_many_posts_a_week(standing: CustomerStanding, kind: CampaignKind, most: int) -> None:
    rules = Rules(posts_a_week=most)
    lately = [at for at in standing.posts if at > cap_since(NOW, rules)]
    agreed = replace(FINE, posts=standing.posts)
    capped = kind in CAPPED and len(lately) >= most
    assert find_obstacle(agreed, kind, now=NOW, rules=rules) is (Obstacle.CAP if capped else None)


def test_a_birthday_greeting_comes_beside_the_post_of_the_week() -> None:
    assert find_obstacle(replace(FINE, posts=[NOW]), CampaignKind.BIRTHDAY, now=NOW, rules=Rules()) is None


def test_no_greeting_without_a_date() -> None:
    no_date = replace(FINE, has_birthday=False)
    reason = find_obstacle(no_date, CampaignKind.BIRTHDAY, now=NOW, rules=Rules())
    assert reason is Obstacle.NO_CONSENT


def test_surveys_need_no_yes_and_heed_a_no() -> None:
    asked = [find_objection(Purpose.SURVEYS, wish, has_birthday=False) for wish in (None, *WishState)]
    assert asked == [None, None, Obstacle.MUTED, Obstacle.NO_CONSENT]
