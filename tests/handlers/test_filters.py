"""Six digits as people type them.

Not here: filters in a dispatcher (test_wiring.py walks those).
"""

import pytest

from handlers.filters import Typed, parse_typed


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
