"""Points and money in words: the plural of each language, also of halves and of none.

Not here: what bills earn (tests/loyalty/test_points.py).
"""

import pytest

from handlers.drawings.phrases import say_money, say_points, say_worth
from handlers.texts import Texts

TEXTS = Texts()


@pytest.mark.parametrize(
    ("language", "hundredths", "said"),
    [
        ("en", 0, "0 points"), ("en", 100, "1 point"), ("en", 1750, "17.5 points"),
        ("en", 20000, "200 points"),
        ("ru", 0, "0 баллов"), ("ru", 100, "1 балл"), ("ru", 200, "2 балла"), ("ru", 500, "5 баллов"),
        ("ru", 1750, "17,5 балла"), ("ru", 20000, "200 баллов"), ("ru", 12100, "121 балл"),
        ("et", 0, "0 punkti"), ("et", 100, "1 punkt"), ("et", 1705, "17,05 punkti"),
    ],
)  # fmt: skip
def test_points_have_the_plural_of_their_number(language: str, hundredths: int, said: str) -> None:
    assert say_points(TEXTS.in_language(language), hundredths) == said


def test_money_is_written_as_each_language_writes_it() -> None:
    written = [say_money(TEXTS.in_language(language), 350, "EUR") for language in ("en", "ru", "et")]
    assert [one.replace("\xa0", " ") for one in written] == ["€3.50", "3,50 €", "3,50 €"]
    assert say_money(TEXTS.in_language("en"), 350, "JPY") == "¥350"


def test_only_whole_points_are_worth_something() -> None:
    assert say_worth(TEXTS.in_language("en"), 1799, "EUR") == "17.99 points (€0.17)"
