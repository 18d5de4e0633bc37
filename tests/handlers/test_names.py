"""Names as people have them, and as they have them to tease us.

Not here: quoting of HTML (test_texts.py).
"""

import pytest

from handlers.names import from_telegram, on_staff_screens, shortened


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Anna", "Anna"),
        ("Анна-Мария О’Нил", "Анна-Мария О’Нил"),
        ("李小龙", "李小龙"),
        ("José  \n Núñez", "José Núñez"),
        ("fox 42", "fox"),
        ("🦊 42", "guest"),
        ("🦊fox٤٢", "fox"),
        ("𝟒𝟐 ② Ⅳ", "guest"),
        ("4️⃣2️⃣ Bo", "Bo"),
        ("\u202egpj.anna", "gpj.anna"),
        ("Anna\u200b\u2066\x00\x07", "Anna"),
        ("🇩🇪👨‍👩‍👧", "guest"),
        ("", "guest"),
        ("+++", "guest"),
    ],
)
def test_a_name_on_a_staff_screen_can_not_imitate_a_pair_code(name: str, shown: str) -> None:
    assert on_staff_screens(name, "guest") == shown


def test_a_name_of_ten_thousand_letters_is_cut() -> None:
    assert on_staff_screens("a" * 10_000, "guest") == "a" * 24
    assert from_telegram("a" * 10_000, "b") == "a" * 64


def test_a_stored_name_keeps_digits_and_emoji_but_nothing_that_breaks_a_line_or_a_database() -> None:
    assert from_telegram("Ann\x00a\ud800", "\u202eSmith\n 2 🦊") == "Anna Smith 2 🦊"
    assert from_telegram("\u200e", None) == ""


def test_a_label_that_is_too_long_says_so() -> None:
    assert shortened("Free coffee", 32) == "Free coffee"
    assert shortened("Free coffee with oat milk and a cookie", 12) == "Free coffee…"
