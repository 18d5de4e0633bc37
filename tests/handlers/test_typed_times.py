"""Moments and ranges as people type them, in every language that we speak.

Not here: whether such a moment can be (tests/loyalty/test_posting_times.py).
"""

from datetime import date, time

import pytest

from handlers.texts import Texts
from handlers.typed_times import Range, TimeReader, read_range
from loyalty.posting_times import WantedRhythm, WantedTime

LEAP = 2028


@pytest.fixture(scope="module")
def reader() -> TimeReader:
    return TimeReader(Texts())


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("28.11 16:00", WantedTime(time(16), on=date(LEAP, 11, 28), year_said=False)),
        ("28.11. 16.00", WantedTime(time(16), on=date(LEAP, 11, 28), year_said=False)),
        ("28.11, 16:00", WantedTime(time(16), on=date(LEAP, 11, 28), year_said=False)),
        ("28.11.2026 9:05", WantedTime(time(9, 5), on=date(2026, 11, 28))),
        ("2026-11-28 16:00", WantedTime(time(16), on=date(2026, 11, 28))),
        ("29.02 16:00", WantedTime(time(16), on=date(LEAP, 2, 29), year_said=False)),
        ("Friday 16:00", WantedTime(time(16), weekday=4)),
        ("on Friday at 4 pm", WantedTime(time(16), weekday=4)),
        ("fri 12am", WantedTime(time(0), weekday=4)),
        ("пятница 16:00", WantedTime(time(16), weekday=4)),
        ("в пятницу в 16:00", WantedTime(time(16), weekday=4)),
        ("пт 16", WantedTime(time(16), weekday=4)),
        ("reedel kell 16:00", WantedTime(time(16), weekday=4)),
        ("pühapäev 12:00", WantedTime(time(12), weekday=6)),
        ("tomorrow 11:00", WantedTime(time(11), in_days=1)),
        ("завтра 11:00", WantedTime(time(11), in_days=1)),
        ("homme 11:00", WantedTime(time(11), in_days=1)),
        ("today 18:00", WantedTime(time(18), in_days=0)),
        ("16:00", WantedTime(time(16))),
    ],
)
def test_moments(reader: TimeReader, typed: str, wanted: WantedTime) -> None:
    assert reader.read_time(typed) == wanted


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "28.11", "10.11", "31.02 12:00", "28.13 12:00", "Friday", "Friday 25:00", "13 pm", "12:60",
     "now and then 16:00", "٢٨.١١ ١٦:٠٠", "1600"],
)  # fmt: skip
def test_what_is_no_moment(reader: TimeReader, typed: str) -> None:
    assert reader.read_time(typed) is None


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Fridays 16:00", WantedRhythm(4, time(16))),
        ("Friday 16:00 until 31.12", WantedRhythm(4, time(16), date(LEAP, 12, 31), year_said=False)),
        ("по пятницам 16:00 до 31.12.2026", WantedRhythm(4, time(16), date(2026, 12, 31))),
        ("reedeti 16:00 kuni 31.12", WantedRhythm(4, time(16), date(LEAP, 12, 31), year_said=False)),
        ("16:00", None), ("28.11 16:00", None), ("Friday 16:00 until soon", None), ("Friday", None),
    ],
)  # fmt: skip
def test_rhythms(reader: TimeReader, typed: str, wanted: WantedRhythm | None) -> None:
    assert reader.read_rhythm(typed) == wanted


@pytest.mark.parametrize(
    ("typed", "found"),
    [("5+", Range(5, None)), ("2-4", Range(2, 4)), ("2 – 4", Range(2, 4)), ("-3", Range(0, 3)),
     ("4-2", None), ("5", Range(5, 5)), ("many", None), ("", None), ("٥+", None)],
)  # fmt: skip
def test_ranges(typed: str, found: Range | None) -> None:
    assert read_range(typed) == found
