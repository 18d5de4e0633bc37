"""Days of the year as people write and read them: "12 March", "12.03", "12 марта", "12. märts".

Not here: whether a date may be kept (loyalty/birthdays.py).
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

from babel.dates import format_skeleton, get_month_names

from handlers.sentences import locale_of
from loyalty.birthdays import Birthday

_TOKEN: Final = re.compile(r"[0-9]+|[^\W\d_]+")
_FILLERS: Final = frozenset({"of", "the", "st", "nd", "rd", "th", "го", "е", "ое", "г", "года", "a"})
"""What stands beside a day and a month: "the 12th of March", "12-го марта"."""
_SHORTEST: Final = 3
"""Letters by which a month is known."""
_LONGEST_TEXT: Final = 40
_DAY_FIRST: Final = 31
_LEAP_YEAR: Final = 2024
_EVERYWHERE: Final = ("en", "ru", "et")
"""People write a month in whichever language they think in."""


def parse_day(text: str, language: str) -> Birthday | None:
    """A day and a month as they were typed, the day first where numbers alone leave it open; else None.

    A year beside them is not kept.
    """
    tokens = [one for one in _TOKEN.findall(text.lower()[: _LONGEST_TEXT + 1]) if one not in _FILLERS]
    numbers = [int(one) for one in tokens if one.isdecimal()]
    names = [one for one in tokens if not one.isdecimal()]
    if len(text) > _LONGEST_TEXT or not numbers or len(numbers) > 3 or len(names) > 1:
        return None
    if names:
        return _with_month_name(numbers, find_month(names[0], language))
    return _of_numbers(numbers)


def find_month(name: str, language: str) -> int | None:
    """1-12, by its name or three letters of it; None for any other word."""
    for locale in dict.fromkeys((language, *_EVERYWHERE)):
        found = {month for known, month in _months_in(locale).items() if _is_called(name, known)}
        if len(found) == 1:
            return found.pop()
    return None


def say_day(birthday: Birthday, language: str) -> str:
    """As one writes it in this language: "12 March", "12 марта", "12. märts"."""
    day = date(_LEAP_YEAR, birthday.month, birthday.day)
    return format_skeleton("MMMMd", day, locale=locale_of(language))


def name_month(month: int, language: str) -> str:
    """As it stands alone, for a button."""
    return str(get_month_names("wide", "stand-alone", locale_of(language))[month])


def _with_month_name(numbers: list[int], month: int | None) -> Birthday | None:
    day, *rest = [number for number in numbers if number <= _DAY_FIRST] or [0]
    return None if month is None or rest else _birthday(month, day)


def _of_numbers(numbers: list[int]) -> Birthday | None:
    match numbers:
        case [year, month, day] if year > _DAY_FIRST:
            return _birthday(month, day)
        case [day, month] | [day, month, _]:
            return _birthday(month, day) or _birthday(day, month)
        case _:
            return None


def _birthday(month: int, day: int) -> Birthday | None:
    try:
        return Birthday(month, day)
    except ValueError:
        return None


def _is_called(name: str, known: str) -> bool:
    return name == known or (len(name) >= _SHORTEST and known.startswith(name))


@cache
def _months_in(language: str) -> Mapping[str, int]:
    locale = locale_of(language)
    return {
        str(name).lower().rstrip("."): month
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for month, name in get_month_names(width, context, locale).items()
    }
