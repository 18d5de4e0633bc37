"""Pictures and pages as somebody found them who read with bad intent: wrong still.

Not here: the counter (tests/use_cases/test_hostile_reading.py).
"""

import pytest

from bot.profile import _for_everybody
from handlers.drawings.print import compose_sign
from handlers.texts import Texts
from loyalty.ids import SignId
from loyalty.programs import Collects, Rules
from loyalty.signs import Product, Sign

HOSTILE = pytest.mark.xfail(strict=True, reason="hostile reading")
POINTS = Rules(collects=Collects.POINTS, set_up=True)
LINK = "https://t.me/one_more_cup_bot?start=c_" + "aZ09-_" * 3 + "abcd"


@HOSTILE
def test_a_sign_in_a_cafe_of_points_promises_nothing_that_the_cafe_does_not_give() -> None:
    """It says "Collect 6 stamps, get one: Free coffee" on the wall of a cafe that gives neither."""
    sign = Sign(SignId(3), "tag", Product.SIGN_A6, live=True, joins=0)
    words = (Texts().in_language("en"),)
    printed = repr(compose_sign(POINTS, sign, words, link=LINK, bot_link="https://t.me/one_more_cup_bot"))
    assert "Free coffee" not in printed


@HOSTILE
def test_nor_does_what_telegram_shows_before_start() -> None:
    """Everybody who opens the chat reads: 6 stamps fill it, and a full card gives you: Free coffee."""
    said = repr([method for _, method in _for_everybody("en", Texts().in_language("en"), POINTS)])
    assert "Free coffee" not in said
