"""Pictures and pages as somebody found them who read with bad intent: wrong still.

Not here: the counter (tests/use_cases/test_hostile_reading.py).
"""

import io

import pytest
from PIL import Image

from handlers.pictures.qr import draw_qr
from handlers.pictures.reading import read_codes

HOSTILE = pytest.mark.xfail(strict=True, reason="hostile reading")
LINK = "https://t.me/one_more_cup_bot?start=c_" + "aZ09-_" * 3 + "abcd"


@HOSTILE
def test_a_phones_jpeg_that_holds_a_second_picture_is_read() -> None:
    """As a file, phones send JPEGs with a depth map or a second frame (MPF): Pillow calls them MPO."""
    picture = Image.open(io.BytesIO(draw_qr(LINK))).convert("RGB")
    photo = io.BytesIO()
    picture.save(photo, "MPO", save_all=True, append_images=[picture.resize((64, 64))])
    assert photo.getvalue().startswith(b"\xff\xd8\xff"), "to everybody else it is a JPEG"
    assert read_codes(photo.getvalue()) == (LINK,)
