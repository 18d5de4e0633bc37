"""Pictures: a QR that a camera reads, a card that loads over a weak line.

Not here: whether the card is pretty.
"""

import io

import pytest
import zxingcpp
from PIL import Image

from handlers.pictures.card import HEIGHT, WIDTH, draw_card_picture
from handlers.pictures.qr import draw_qr
from handlers.pictures.studio import Studio, card_key

LINK = "https://t.me/one_more_cup_bot?start=c_" + "aZ09-_" * 3 + "abcd"


def test_a_camera_reads_the_link_off_the_qr() -> None:
    picture = Image.open(io.BytesIO(draw_qr(LINK)))
    assert zxingcpp.read_barcodes(picture)[0].text == LINK


def test_the_qr_survives_a_bad_screen() -> None:
    """Telegram recompresses photos, and phones show them smaller."""
    picture = Image.open(io.BytesIO(draw_qr(LINK))).convert("L").resize((180, 180))
    jpeg = io.BytesIO()
    picture.save(jpeg, format="JPEG", quality=40)
    found = zxingcpp.read_barcodes(Image.open(jpeg))
    assert [code.text for code in found] == [LINK]
    assert str(found[0].ec_level) == "M"


@pytest.mark.parametrize("goal", [1, 4, 6, 7, 10, 12, 40, 500])
def test_a_card_is_small_enough_for_a_weak_line(goal: int) -> None:
    for stamps in {0, goal // 2, goal - 1, goal}:
        jpeg = draw_card_picture(stamps=stamps, goal=goal)
        assert len(jpeg) < 60_000
        assert Image.open(io.BytesIO(jpeg)).size == (WIDTH, HEIGHT)


def test_each_stamp_makes_another_picture() -> None:
    pictures = {draw_card_picture(stamps=stamps, goal=6) for stamps in range(7)}
    assert len(pictures) == 7


async def test_a_card_is_drawn_once_and_kept() -> None:
    studio = Studio()
    first = await studio.draw_card(stamps=4, goal=6)
    assert await studio.draw_card(stamps=4, goal=6) is first
    assert card_key(stamps=4, goal=6) == "card:6:4:v1"


async def test_a_code_is_drawn_off_the_loop() -> None:
    assert (await Studio().draw_qr(LINK)).startswith(b"\x89PNG")
