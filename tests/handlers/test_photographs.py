"""Photos of a code as staff take them: read in every usual light, and nothing hostile gets far.

Not here: who may send one and what comes of it (tests/journeys/test_photo.py); photos that are worse than
usual are counted by `python -m bench photos`.
"""

import io
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from handlers.pictures.qr import draw_qr
from handlers.pictures.reading import MOST_PIXELS, Flaw, UnreadablePicture, read_codes
from handlers.shown_codes import CustomersCode, Shown, judge_codes
from loyalty.use_cases.paper.opening import PaperLink
from loyalty.use_cases.visits.opening import LinkSecret
from tests.architecture.sources import ROOT
from tests.photographs import Conditions, take_photo, usual, worst_usual

BOT = "https://t.me/one_more_cup_bot"
SECRET = "aZ09-_" * 3 + "abcd"
LINK = f"{BOT}?start=c_{SECRET}"
PHOTOS = 50
MOST_MEGABYTES = 30
READS_AND_MEASURES = """
import resource, sys, time
from pathlib import Path
from handlers.pictures.reading import UnreadablePicture, read_codes
content = Path(sys.argv[1]).read_bytes()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    read_codes(content)
except UnreadablePicture as unreadable:
    print(unreadable.flaw.value)
unit = 1 if sys.platform == "darwin" else 1024
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * unit)
"""


def test_every_usual_photo_is_read() -> None:
    assert unread(usual(Random(number)) for number in range(PHOTOS)) == []


@pytest.mark.parametrize("fill", [0.15, 0.6])
def test_so_is_one_that_is_in_all_respects_as_bad_as_usual_goes(fill: float) -> None:
    assert unread(worst_usual(fill, Random(number)) for number in range(5)) == []


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("mode", ["L", "RGB", "1", "P"])
def test_a_screenshot_is_read_in_each_format(form: str, mode: str) -> None:
    picture = Image.open(io.BytesIO(draw_qr(LINK))).convert(mode)
    if form == "JPEG" and mode == "P":
        picture = picture.convert("CMYK")
    assert read_codes(packed(picture, form)) == (LINK,)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_a_code_on_nothing_is_read_as_on_white(mode: str) -> None:
    """Black on transparent, which would be black on black."""
    grey = Image.open(io.BytesIO(draw_qr(LINK))).convert("L")
    clear = Image.new("LA", grey.size)
    clear.putalpha(grey.point(lambda level: 255 - level))
    assert read_codes(packed(clear.convert(mode), "PNG")) == (LINK,)


def test_a_phones_jpeg_that_holds_a_second_picture_is_read() -> None:
    """As a file, phones send JPEGs with a depth map or a second frame (MPF): Pillow calls them MPO."""
    picture = Image.open(io.BytesIO(draw_qr(LINK))).convert("RGB")
    photo = io.BytesIO()
    picture.save(photo, "MPO", save_all=True, append_images=[picture.resize((64, 64))])
    assert photo.getvalue().startswith(b"\xff\xd8\xff"), "to everybody else it is a JPEG"
    assert read_codes(photo.getvalue()) == (LINK,)


@pytest.mark.parametrize("form", ["GIF", "BMP", "TIFF", "ICO", "PDF", "EPS"])
def test_other_formats_are_not_even_tried(form: str) -> None:
    picture = Image.open(io.BytesIO(draw_qr(LINK))).convert("RGB").resize((200, 200))
    assert flaw_of(packed(picture, form)) is Flaw.NO_PICTURE


def test_two_codes_in_one_picture_are_both_seen_and_the_same_one_twice_is_one() -> None:
    first, second = (Image.open(io.BytesIO(draw_qr(one))).convert("L") for one in (LINK, LINK[:-1] + "e"))
    both = Image.new("L", (900, 420), 255)
    both.paste(first, (0, 0))
    both.paste(second, (450, 0))
    texts = read_codes(packed(both, "PNG"))
    assert len(texts) == 2
    assert judge_codes(texts, BOT) is Shown.TWO_CODES
    both.paste(first, (450, 0))
    assert read_codes(packed(both, "PNG")) == (LINK,)


def test_a_picture_without_a_code_shows_none() -> None:
    assert read_codes(packed(Image.linear_gradient("L"), "JPEG")) == ()
    assert judge_codes((), BOT) is Shown.NOTHING


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (LINK, LinkSecret(SECRET)),
        (f" {LINK}\n", LinkSecret(SECRET)),
        (f"https://telegram.me/One_More_Cup_Bot?start=c_{SECRET}", LinkSecret(SECRET)),
        (f"tg://resolve?domain=one_more_cup_bot&start=c_{SECRET}", LinkSecret(SECRET)),
        (f"{BOT}?start=p_{SECRET}", PaperLink(SECRET)),
        (f"https://t.me/another_bot?start=c_{SECRET}", Shown.FOREIGN),
        (f"{BOT}?start=i_{SECRET}", Shown.INVITE),
        (f"{BOT}?start=o_{SECRET}", Shown.OWNER_LINK),
        (f"{BOT}?start=s_{SECRET[:12]}", Shown.SIGN),
        (f"{BOT}?start=c_short", Shown.SIGN),
        (BOT, Shown.SIGN),
        ("https://example.org/pay?start=c_" + SECRET, Shown.FOREIGN),
        ("https://[not an address", Shown.FOREIGN),
        ("WIFI:S:Cafe;T:WPA;P:latte;;", Shown.FOREIGN),
        ("418302", Shown.FOREIGN),
        ("", Shown.FOREIGN),
    ],
)
def test_what_a_code_says_is_told_apart(text: str, shown: CustomersCode | Shown) -> None:
    assert judge_codes([text], BOT) == shown


def test_one_customers_code_counts_whatever_stands_beside_it() -> None:
    beside = ["https://example.org/pay", f"{BOT}?start=s_{SECRET[:12]}", LINK, f"{BOT}?start=i_{SECRET}"]
    assert judge_codes(beside, BOT) == LinkSecret(SECRET)
    assert judge_codes([beside[0], beside[3]], BOT) is Shown.INVITE
    assert judge_codes([LINK, f"{BOT}?start=p_{SECRET}"], BOT) is Shown.TWO_CODES


def test_a_picture_of_48_kb_that_would_unpack_to_400_megapixels_is_refused_unpacked(tmp_path: Path) -> None:
    bomb = png_of_nothing(20_000, 20_000)
    assert len(bomb) < 50_000
    assert refused_within(tmp_path, bomb) == Flaw.TOO_LARGE.value


def test_so_is_one_that_claims_it_in_another_format(tmp_path: Path) -> None:
    """A WebP's decoder is made before anybody can ask for the size."""
    webp = bytearray(packed(Image.new("RGB", (64, 64)), "WEBP", lossless=True))
    where = webp.index(b"VP8L") + 9
    webp[where : where + 4] = struct.pack("<I", 16382 | 16382 << 14)
    assert refused_within(tmp_path, bytes(webp)) in (Flaw.TOO_LARGE.value, Flaw.NO_PICTURE.value)


def test_the_bound_is_a_refusal_where_pillow_only_warns_or_says_nothing() -> None:
    assert Image.MAX_IMAGE_PIXELS is not None
    for pixels in (MOST_PIXELS["PNG"], Image.MAX_IMAGE_PIXELS):
        assert flaw_of(png_of_nothing(pixels // 5000 + 1, 5000)) is Flaw.TOO_LARGE


def test_the_largest_picture_that_may_come_is_read_in_time(tmp_path: Path) -> None:
    """Twenty-four megapixels straight from a phone, with the code far away."""
    began = time.perf_counter()
    large = Image.new("L", (5700, 4280), 90)
    code = Image.open(io.BytesIO(draw_qr(LINK))).convert("L")
    large.paste(code.resize((820, 820)), (2000, 1500))
    assert read_codes(packed(large, "JPEG", quality=60)) == (LINK,)
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_damaged_picture_is_a_flaw_and_never_an_error_of_ours(form: str) -> None:
    chance = Random(form)
    whole = packed(Image.open(io.BytesIO(draw_qr(LINK))).convert("RGB"), form)
    for _ in range(60):
        broken = bytearray(whole[: chance.randrange(len(whole))])
        for _ in range(chance.randrange(6)):
            broken[chance.randrange(len(broken))] = chance.randrange(256) if broken else 0
        with suppress(UnreadablePicture):
            read_codes(bytes(broken))
    assert flaw_of(b"") is Flaw.NO_PICTURE


def unread(photos: Iterable[Conditions]) -> list[Conditions]:
    """Those of these photos in which the code is not found."""
    qr = draw_qr(LINK)
    return [how for how in photos if read_codes(take_photo(qr, how, Random(1))) != (LINK,)]


def packed(picture: Image.Image, form: str, **how: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, format=form, **how)
    return file.getvalue()


def flaw_of(content: bytes) -> Flaw:
    with pytest.raises(UnreadablePicture) as caught:
        read_codes(content)
    return caught.value.flaw


def refused_within(folder: Path, content: bytes) -> str:
    """The flaw, found by a process of its own, which never took much memory for it."""
    (folder / "picture").write_bytes(content)
    command = [sys.executable, "-c", READS_AND_MEASURES, str(folder / "picture")]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=30)
    flaw, taken = said.stdout.split()
    assert int(taken) < MOST_MEGABYTES * 1_000_000
    return flaw


def png_of_nothing(width: int, height: int) -> bytes:
    """A black page of one bit a pixel, small as a file."""
    squeeze = zlib.compressobj(9)
    row = b"\0" + bytes((width + 7) // 8)
    body = b"".join([*(squeeze.compress(row) for _ in range(height)), squeeze.flush()])
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part))
        for name, part in chunks
    )
