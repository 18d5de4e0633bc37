"""The clocks and the source of chance, against the system's own.

Rules about time are tested with the rules.
"""

from datetime import UTC, datetime, timedelta, timezone

import pytest
import time_machine

from bot.clock import MovableClock, SystemClock
from bot.secret_source import SystemSecrets

NOON = datetime(2026, 3, 29, 12, 0, tzinfo=UTC)


def test_the_systems_clock_tells_the_systems_time_in_utc() -> None:
    with time_machine.travel(NOON, tick=False):
        assert SystemClock().now() == NOON
        assert SystemClock().now().tzinfo is UTC


def test_a_movable_clock_runs_with_the_systems() -> None:
    with time_machine.travel(NOON, tick=False) as system:
        clock = MovableClock()
        system.shift(timedelta(seconds=5))
        assert clock.now() == NOON + timedelta(seconds=5)


def test_a_moved_clock_keeps_its_distance_and_can_go_back() -> None:
    with time_machine.travel(NOON, tick=False) as system:
        clock = MovableClock(offset=timedelta(hours=1))
        assert clock.advance(timedelta(minutes=15)) == NOON + timedelta(hours=1, minutes=15)
        system.shift(timedelta(seconds=1))
        assert clock.advance(timedelta(hours=-2)) == NOON - timedelta(minutes=45) + timedelta(seconds=1)


def test_a_frozen_clock_stands_still_until_it_is_moved() -> None:
    clock = MovableClock(frozen_at=NOON.astimezone(timezone(timedelta(hours=3))))
    with time_machine.travel(NOON + timedelta(days=9)):
        assert clock.now() == NOON
        assert clock.now().tzinfo is UTC
        assert clock.advance(timedelta(seconds=1)) == NOON + timedelta(seconds=1)


def test_a_clock_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        MovableClock(frozen_at=datetime(2026, 3, 29))  # noqa: DTZ001


def test_chance_has_the_asked_size_and_does_not_repeat() -> None:
    source = SystemSecrets()
    assert len(source.token_bytes(24)) == 24
    assert source.token_bytes(24) != source.token_bytes(24)
    assert {source.below(3) for _ in range(200)} == {0, 1, 2}
