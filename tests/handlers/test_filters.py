"""Six digits as people type them, and lines that Telegram writes.

Not here: filters in a dispatcher (test_wiring.py walks those).
"""

from datetime import UTC, datetime

import pytest
from aiogram.types import Chat, Message, User

from handlers.filters import LeftTheGroup
from handlers.typed import Typed, TypedBill, parse_bill, parse_typed


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("418302", Typed("418302", None)),
        (" 418 302 ", Typed("418302", None)),
        ("418-302", Typed("418302", None)),
        ("418302 +2", Typed("418302", 2)),
        ("418 302+12", Typed("418302", 12)),
        ("418302 + 2", Typed("418302", 2)),
        ("418302 3,50", Typed("418302", None, "3,50")),
        ("418302 +2 12.50", Typed("418302", 2, "12.50")),
        ("418302 12", Typed("418302", None, "12")),
        ("418302 1,2,3", Typed("418302", None, "1,2,3")),
        ("418302 -5", Typed("418302", None, "-5")),
        ("418302 1e9", Typed("418302", None, "1e9")),
        ("418302 ٣٫٥٠", Typed("418302", None, "٣٫٥٠")),
        ("418302 €3.50", Typed("418302", None, "€3.50")),
        ("418302 3,50\xa0€", Typed("418302", None, "3,50 €")),
        ("418302 +2 3,50 EUR", Typed("418302", 2, "3,50 EUR")),
        ("385990 3.50 +2", Typed("385990", 2, "3.50")),
        ("418302 3.50+2", Typed("418302", None, "3.50+2")),
        ("418302 +0", None),
        ("41830", None),
        ("4183025", None),
        ("418302 2", None),
        ("41 83 02", None),
        ("٤١٨٣٠٢", None),
        ("418302 please", None),
        ("+2", None),
        ("", None),
    ],
)
def test_six_digits_are_read_with_or_without_a_space_and_a_count(text: str, typed: Typed | None) -> None:
    assert parse_typed(text) == typed


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("5,70", TypedBill("5,70")),
        ("12", TypedBill("12")),
        ("+2 5,70", TypedBill("5,70", 2)),
        ("3,50 EUR", TypedBill("3,50 EUR")),
        ("1\xa0350,00\xa0€", TypedBill("1 350,00 €")),
        ("418302", None),
        ("418 302", None),
        ("4410 2739", None),
        ("44102739", None),
        ("418302 €", None),
        ("418 302,50", None),
        ("4183025", None),
        ("5", None),
        ("+2", None),
        ("12:30", None),
        ("-5", None),
    ],
)
def test_an_amount_alone_is_never_what_may_be_a_code(text: str, typed: TypedBill | None) -> None:
    assert parse_bill(text) == typed


@pytest.mark.parametrize(("chat", "has_left"), [("private", False), ("group", True), ("supergroup", True)])
async def test_nobody_leaves_a_chat_of_two(chat: str, has_left: bool) -> None:
    ben, today = User(id=7, is_bot=False, first_name="Ben"), datetime(2026, 11, 22, tzinfo=UTC)
    line = Message(message_id=1, date=today, chat=Chat(id=5, type=chat), left_chat_member=ben)
    assert await LeftTheGroup()(line) is has_left
