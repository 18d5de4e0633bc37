"""Points and money in words: the plural of each language, also of halves and of none.

Not here: what bills earn (tests/loyalty/test_points.py).
"""

import pytest

from handlers.drawings.phrases import say_money, say_points, say_worth
from handlers.drawings.staff_card import draw_staff_card
from handlers.texts import LOCALES, Texts
from handlers.texts import POINTS as LAYER
from loyalty.ids import ProgramVersion
from loyalty.points import Bill
from loyalty.programs import Collects, Program, Rules
from loyalty.receipts import PointsSpent
from tests.handlers.facts import an_operation, confirmed, counter
from tests.tongues import sentences_in

TEXTS = Texts()
POINTS = Rules(collects=Collects.POINTS)
PAID = Bill(400, "EUR", earned=1400, spent=120, points=5000)
"""Four euros, of which points paid 1.20."""


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


@pytest.mark.parametrize(
    ("language", "card", "line"),
    [
        ("en", "Left to pay: <b>€2.80</b>", "€2.80 left to pay"),
        ("ru", "Осталось оплатить: <b>2,80 €</b>", "осталось оплатить 2,80 €"),
        ("et", "Maksta jääb: <b>2,80 €</b>", "maksta jääb 2,80 €"),
    ],
)
def test_the_staff_card_and_its_line_say_what_is_left_to_pay_in_money(
    language: str, card: str, line: str
) -> None:
    facts = counter(
        confirmed(stamps=0, amount=400, spent=120),
        program=Program(ProgramVersion(1), POINTS),
        operations=(an_operation(PointsSpent(PAID, "Olga"), 2),),
        points=5000,
    )
    text = draw_staff_card(facts, TEXTS.in_language(language)).text.replace("\xa0", " ")
    assert card in text
    assert line in text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "On the card: 0 points (€0.00)"),
        ("ru", "На карте: 0 баллов (0,00 €)"),
        ("et", "Kaardil on 0 punkti (0,00 €)"),
    ],
)
def test_points_are_named_once_in_their_line(language: str, said: str) -> None:
    facts = counter(confirmed(), program=Program(ProgramVersion(1), POINTS), points=0)
    text = draw_staff_card(facts, TEXTS.in_language(language)).text.replace("\xa0", " ")
    assert said in text


OF_STAMPS = frozenset({"stamps", "progress", "goal", "item"})
"""What a cafe that collects points alone has nothing of."""
LEFT_OUT = {
    "error-reward-written-off": {"number"},  # no /adjust that would put the card right by a receipt
    "error-reward-written-off-manager": {"number"},
    "vouchers-how": {"days", "most"},  # no slip is printed any more
}
"""What else a sentence of the points layer says nothing of, each with its reason."""


@pytest.mark.parametrize("language", ["en", "ru", "et"])
def test_no_sentence_about_points_lacks_what_the_one_that_it_replaces_speaks_of(language: str) -> None:
    """Managers let bills pass without seeing them: the layer had kept an older sentence."""
    ours, layer = sentences_in(LOCALES / language), sentences_in(LOCALES / language / LAYER)
    lacking = {
        key: ours[key].arguments - one.arguments - OF_STAMPS for key, one in layer.items() if key in ours
    }
    assert {key: names for key, names in lacking.items() if names} == LEFT_OUT
