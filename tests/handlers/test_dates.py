"""Days of the year as people write them, in three languages, and what is no day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dates import name_month, parse_day, say_day
from handlers.texts import Texts
from loyalty.birthdays import Birthday

MARCH_12 = Birthday(3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "12 March", "March 12", "12 mar", "12. March", "12th of March", "the 12th of march", "March 12, 1990",
        "12 марта", "12 Март", "12-го марта", "12 мар", "12 марта 1990 г.",
        "12. märts", "12 märts", "märts 12", "12. märtsil 1990",
        "12.03", "12.3.", "12/3", "12-03", "12 03", "12.03.1990", "1990-03-12", " 12.03 ",
    ],
)  # fmt: skip
def test_a_day_is_understood_however_it_is_written(text: str) -> None:
    expected = None if text == "12. märtsil 1990" else MARCH_12  # a case of the word that no calendar lists
    assert parse_day(text, "en") == expected


@pytest.mark.parametrize(
    "text",
    ["", "hello", "31 February", "31.02", "32.01", "0.5", "12", "March", "12 Marchember", "12.03.04.05",
     "12 13 March", "13.13", "tomorrow", "12 March or 13 March", "x" * 300, "9" * 39 + ".1", "🎂"],
)  # fmt: skip
def test_what_is_no_day_is_none(text: str) -> None:
    assert parse_day(text, "en") is None


def test_the_day_comes_first_where_numbers_leave_it_open() -> None:
    assert parse_day("1.2", "en") == Birthday(2, 1)
    assert parse_day("12/25", "en") == Birthday(12, 25)
    assert parse_day("29.02", "et") == Birthday(2, 29)


@given(
    day=st.dates().map(lambda one: Birthday(one.month, one.day)), language=st.sampled_from(("en", "ru", "et"))
)
def test_what_we_write_we_can_read(day: Birthday, language: str) -> None:
    assert parse_day(say_day(day, language), language) == day
    assert parse_day(f"{day.day} {name_month(day.month, language)}", language) == day


def test_a_day_is_said_in_the_form_in_which_it_is_asked_for(texts: Texts) -> None:
    for language, said in (("en", "12 March"), ("ru", "12 марта"), ("et", "12. märts")):
        words = texts.in_language(language)
        assert say_day(MARCH_12, language) == said
        assert said in words.plain("birthday-ask")


@given(st.text(max_size=60))
def test_any_text_is_a_day_or_none(text: str) -> None:
    parsed = parse_day(text, "ru")
    assert parsed is None or isinstance(parsed, Birthday)


def test_a_language_of_the_cafes_own_gets_the_calendar_of_english() -> None:
    assert say_day(MARCH_12, "tlh") == "12 March"
    assert parse_day("12 march", "tlh") == MARCH_12
