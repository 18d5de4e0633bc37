"""Six digits as people type them, and lines that Telegram writes.

Not here: filters in a dispatcher (test_wiring.py walks those).
"""

from datetime import UTC, datetime

import pytest
from aiogram.types import Chat, Message, User

from handlers.filters import LeftTheGroup, Typed, parse_typed


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


@pytest.mark.parametrize(("chat", "has_left"), [("private", False), ("group", True), ("supergroup", True)])
async def test_nobody_leaves_a_chat_of_two(chat: str, has_left: bool) -> None:
    ben, today = User(id=7, is_bot=False, first_name="Ben"), datetime(2026, 11, 22, tzinfo=UTC)
    line = Message(message_id=1, date=today, chat=Chat(id=5, type=chat), left_chat_member=ben)
    assert await LeftTheGroup()(line) is has_left
