"""Posts as Telegram counts them, and where their links lead.

Not here: how they are drawn.
"""

import pytest

from loyalty.campaigns import Photo, Post
from loyalty.posts import beside, host_of, length_of, over_by, tidy_link

PICTURE = Photo(1, "file")


@pytest.mark.parametrize(
    ("html", "units"),
    [("abc", 3), ("<b>abc</b>", 3), ("a &lt; b &amp; c", 9), ("😀", 2), ("☕", 1), ("👨‍👩‍👧", 8), ("", 0),
     ('<a href="https://x.example/?a=1&amp;b=2">x</a>', 1)],
)  # fmt: skip
def test_length_is_what_telegram_counts(html: str, units: int) -> None:
    assert length_of(html) == units


def test_less_fits_under_a_picture() -> None:
    assert over_by(Post("en", "x" * 4096)) == 0
    assert over_by(Post("en", "x" * 4098)) == 2
    assert over_by(Post("en", "x" * 1024, PICTURE)) == 0
    assert over_by(Post("en", f"<i>{'😀' * 513}</i>", PICTURE)) == 2


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("https://cafe.ee/menu", "https://cafe.ee/menu"),
        ("http://cafe.ee", "http://cafe.ee"),
        ("cafe.ee/menu?day=1", "https://cafe.ee/menu?day=1"),
        ("tg://resolve?domain=cafe", "tg://resolve?domain=cafe"),
        ("кафе.рф", "https://кафе.рф"),
        ("javascript:alert(1)", None), ("ftp://cafe.ee", None), ("mailto:me@cafe.ee", None),
        ("menu", None), ("https://", None), ("https://a b.ee", None), ("https://[x", None),
        ("http://localhost/x", None), ("https://cafe", None), ("http://cafe.:80", None),
        ("http://[::1]/", None), ("http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x"),
        ("12.50", None), ("https://cafe.ee/" + "x" * 2048, None), ("https://cafe.ee/\u202egnp", None),
    ],
)  # fmt: skip
def test_links_that_a_button_can_carry(typed: str, link: str | None) -> None:
    assert tidy_link(typed) == link


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://bank.example@evil.example/login", "evil.example"),
        ("https://BANK.example:8443/x", "bank.example"),
        ("https://аpple.example/", "xn--pple-43d.example"),  # a Cyrillic letter
        ("tg://resolve?domain=cafe", "tg://resolve"),
    ],
)
def test_the_host_shows_where_a_link_leads(link: str, host: str) -> None:
    assert host_of(link) == host


def test_a_version_has_its_own_button_and_what_it_lacks_of_the_others() -> None:
    english = Post("en", "Buns", PICTURE, "Menu", "https://cafe.ee")
    own = Post("ru", "Булочки", None, "Меню", "https://cafe.ee")
    assert beside(Post("ru", "Новые"), own, [english]) == Post(
        "ru", "Новые", PICTURE, "Меню", "https://cafe.ee"
    )
    assert beside(Post("ru", "Новые"), None, [english]).label == "Menu"
    assert beside(Post("en", "Alone"), english, []) == Post("en", "Alone", None, "Menu", "https://cafe.ee")
