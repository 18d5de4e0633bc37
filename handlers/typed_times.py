"""Moments and ranges as people type them: "28.11 16:00", "Friday 16:00 until 31.12", "5+", "3".

Not here: whether such a moment can be (loyalty/posting_times.py).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from babel.dates import get_day_names

from handlers.sentences import locale_of
from handlers.texts import Texts
from loyalty.posting_times import WantedRhythm, WantedTime

_HOUR: Final = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.ASCII)
_DAY_AND_MONTH: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.?(?:(\d{4}))?", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_COUNT: Final = re.compile(r"\d{1,9}", re.ASCII)
_RANGE: Final = re.compile(r"(?:(\d{1,9})\s*(\+)|(\d{1,9})\s*[-–]\s*(\d{1,9})|[-–]\s*(\d{1,9}))", re.ASCII)
_STEM: Final = 3
"""Letters by which a day of the week is known, whatever its ending."""
_A_LEAP_YEAR: Final = 2028
"""So that 29 February can be read without its year."""


@dataclass(frozen=True, slots=True)
class Range:
    """From, to; None: no bound."""

    least: int
    most: int | None


class TimeReader:
    """Reads moments in every language that we speak: who writes Russian may have an English phone."""

    def __init__(self, texts: Texts) -> None:
        self._days = dict(_day_names(texts.languages))
        self._today = _typed("typed-today", texts)
        self._tomorrow = _typed("typed-tomorrow", texts)
        self._until = _typed("typed-until", texts)

    def read_time(self, text: str) -> WantedTime | None:
        """A moment; None: none could be read."""
        parts = text.casefold().replace(",", " ").split()
        for cut in range(len(parts) + 1):
            hour = " ".join(parts[cut:])
            if cut == 0 and "." in hour:
                continue  # a date alone, perhaps: 10.11
            at = _read_hour(hour)
            if at is not None and (wanted := self._read_day(parts[:cut], at)) is not None:
                return wanted
        return None

    def read_rhythm(self, text: str) -> WantedRhythm | None:
        """A day of the week with an hour, perhaps with a last date; None: none could be read."""
        parts = text.casefold().replace(",", " ").split()
        cut = next((place for place, part in enumerate(parts) if part in self._until), len(parts))
        wanted = self.read_time(" ".join(parts[:cut]))
        if wanted is None or wanted.weekday is None:
            return None
        if cut == len(parts):
            return WantedRhythm(wanted.weekday, wanted.at)
        last = _read_date(" ".join(parts[cut + 1 :]))
        if last is None:
            return None
        return WantedRhythm(wanted.weekday, wanted.at, last[0], year_said=last[1])

    def _read_day(self, parts: Sequence[str], at: time) -> WantedTime | None:
        """What stands before the hour; words such as "on" and "at" are passed over."""
        found: WantedTime | None = WantedTime(at) if not parts else None
        for part in parts:
            said = _read_date(part)
            if said is not None:
                found = WantedTime(at, on=said[0], year_said=said[1])
            elif part in self._today or part in self._tomorrow:
                found = WantedTime(at, in_days=int(part in self._tomorrow))
            elif (weekday := self._days.get(part[:_STEM])) is not None:
                found = WantedTime(at, weekday=weekday)
        return found


def read_range(text: str) -> Range | None:
    """A range such as "5+", "2-4", "-3" or "3"; None: none could be read, or it holds nobody."""
    exactly = read_count(text)
    if exactly is not None:
        return Range(exactly, exactly)
    match = _RANGE.fullmatch(text.strip())
    if match is None:
        return None
    if match[2]:
        return Range(int(match[1]), None)
    found = Range(int(match[3] or 0), int(match[4] or match[5]))
    return found if found.most is not None and found.least <= found.most else None


def read_count(text: str) -> int | None:
    """A whole number in digits; None: it is none."""
    return int(text) if _COUNT.fullmatch(text := text.strip()) else None


def _day_names(languages: Sequence[str]) -> Iterator[tuple[str, int]]:
    for language in languages:
        for width in ("wide", "abbreviated"):
            for number, name in get_day_names(width, locale=locale_of(language)).items():
                yield name.casefold().rstrip(".")[:_STEM], number


def _typed(key: str, texts: Texts) -> frozenset[str]:
    said = (texts.in_language(language).plain(key) for language in texts.languages)
    return frozenset(word.strip().casefold() for one in said for word in one.split(","))


def _read_hour(text: str) -> time | None:
    match = _HOUR.fullmatch(text)
    if match is None or (match[2] is None and match[3] is None and len(text) > 2):
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[3] == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _read_date(text: str) -> tuple[date, bool] | None:
    """A date, and whether its year was said."""
    try:
        if match := _YEAR_FIRST.fullmatch(text):
            return date(int(match[1]), int(match[2]), int(match[3])), True
        if match := _DAY_AND_MONTH.fullmatch(text):
            return date(int(match[3] or _A_LEAP_YEAR), int(match[2]), int(match[1])), bool(match[3])
    except ValueError:
        return None
    return None
