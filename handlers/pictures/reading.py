"""What the QR codes in a picture say that somebody sent: bytes in, texts out.

Not here: where the bytes come from (sent_pictures.py) and what a text means (shown_codes.py). It takes tens
of milliseconds, so it is done in a worker thread (studio.py); and whatever is read may be hostile.
"""

import io
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from PIL import Image, ImageFilter

MOST_PIXELS: Final = {"JPEG": 25_000_000, "PNG": 10_000_000, "WEBP": 10_000_000}
"""Of a picture in the formats that are read: no more than some 200 MB are taken to unpack one.

A phone's 24 megapixels pass as JPEG, which unpacks to a byte a pixel; so does any screenshot.
"""
_SECOND_NAMES: Final = {"MPO": "JPEG"}
"""What Pillow calls a phone's JPEG with a second picture behind the first, which is not looked at."""
_SHARPEST: Final = 1600
"""The longer side, in pixels, above which the second looks are at a smaller copy: they cost by the pixel."""


class Flaw(StrEnum):
    """Why nothing can be looked for."""

    NO_PICTURE = "no_picture"
    """Damaged, or in none of the formats that are read."""
    TOO_LARGE = "too_large"
    """Too many bytes, or too many pixels in however few bytes."""
    NOT_FETCHED = "not_fetched"
    """Telegram did not hand it over."""


class UnreadablePicture(Exception):
    """There is no picture to look at."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw


def read_codes(content: bytes) -> tuple[str, ...]:
    """What the QR codes in a picture say, each text once. Raises UnreadablePicture."""
    picture = _open(content)
    for look in _looks(picture):
        if texts := _read(look):
            return texts
    return ()


def _open(content: bytes) -> Image.Image:
    """The picture in grey. Nothing is unpacked before its size is known."""
    try:
        with Image.open(io.BytesIO(content), formats=tuple(MOST_PIXELS)) as picture:
            # Pillow itself only warns up to twice its MAX_IMAGE_PIXELS, and a warning frees no memory.
            kind = picture.format or ""
            if picture.width * picture.height <= MOST_PIXELS[_SECOND_NAMES.get(kind, kind)]:
                picture.draft("L", picture.size)  # a JPEG's colours are never unpacked
                return _in_grey(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        pass
    except Exception:  # what a damaged file raises is each decoder's own choice
        raise UnreadablePicture(Flaw.NO_PICTURE) from None
    raise UnreadablePicture(Flaw.TOO_LARGE)


def _in_grey(picture: Image.Image) -> Image.Image:
    """What is transparent is white, as on a screen."""
    if not picture.has_transparency_data:
        return picture.convert("L")
    picture = picture.convert("LA")
    grey = Image.new("L", picture.size, 255)
    grey.paste(picture.getchannel("L"), mask=picture.getchannel("A"))
    return grey


def _looks(picture: Image.Image) -> Iterator[Image.Image]:
    """As it is; then what helps a code that is far away, one in grain, and one out of focus.

    Each reads what the others don't (decision 21).
    """
    yield picture
    picture.thumbnail((_SHARPEST, _SHARPEST))
    yield picture.resize((picture.width * 2, picture.height * 2), Image.Resampling.BICUBIC)
    yield picture.filter(ImageFilter.GaussianBlur(1))
    yield picture.filter(ImageFilter.UnsharpMask(radius=4, percent=200, threshold=0))


def _read(picture: Image.Image) -> tuple[str, ...]:
    import zxingcpp  # only here, so that a start doesn't wait for it

    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return tuple(dict.fromkeys(code.text for code in found))
