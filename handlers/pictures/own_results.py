"""What was answered to a question, as bars: a line for each answer, with its count and per cent.

Not here: the same in words, which always stands beside it.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

WIDTH: Final = 1000
_FINE: Final = 2  # drawn larger, then scaled down, as the card is
_ROW: Final = 96
_MARGIN: Final = 48
_HEAD: Final = 96
_BAR: Final = 34
_PAPER: Final = "#fdf4e3"
_TRACK: Final = "#f3d9b1"
_COFFEE: Final = "#7a4a2b"
_INK: Final = "#4a2c20"
_FONTS: Final = Path(__file__).parent / "fonts"


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer."""

    name: str
    count: int
    percent: float
    """Of those asked."""


def draw_bars_picture(title: str, bars: Sequence[Bar]) -> bytes:
    """The answers as PNG, a full bar being all who were asked. Drawn in a worker thread."""
    height = _HEAD + _ROW * len(bars) + _MARGIN
    image = Image.new("RGB", (WIDTH * _FINE, height * _FINE), _PAPER)
    draw, regular = ImageDraw.Draw(image), _font("Regular", 30)
    head = _font("Bold", 40)
    draw.text((_MARGIN * _FINE, 30 * _FINE), _fitting(title, head), fill=_INK, font=head)
    for place, bar in enumerate(bars):
        top = (_HEAD + _ROW * place) * _FINE
        figures = f"{bar.count} · {round(bar.percent)} %"
        draw.text((_MARGIN * _FINE, top), bar.name, fill=_INK, font=regular)
        right = (WIDTH - _MARGIN) * _FINE - regular.getlength(figures)
        draw.text((right, top), figures, fill=_INK, font=regular)
        _draw_bar(draw, top + 44 * _FINE, bar.percent)
    png = io.BytesIO()
    image.resize((WIDTH, height), Image.Resampling.LANCZOS).save(png, format="PNG", optimize=True)
    return png.getvalue()


def _draw_bar(draw: ImageDraw.ImageDraw, top: float, percent: float) -> None:
    left, right, bottom = _MARGIN * _FINE, (WIDTH - _MARGIN) * _FINE, top + _BAR * _FINE
    draw.rounded_rectangle((left, top, right, bottom), 8 * _FINE, fill=_TRACK)
    length = (right - left) * min(percent, 100) / 100
    if length >= 1:
        draw.rounded_rectangle((left, top, left + length, bottom), min(8 * _FINE, length / 2), fill=_COFFEE)


def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FONTS / f"Roboto-{weight}.ttf"), size * _FINE)


def _fitting(title: str, font: ImageFont.FreeTypeFont) -> str:
    room = (WIDTH - 2 * _MARGIN) * _FINE
    while title and font.getlength(title) > room:
        title = title[:-2].rstrip() + "…"
    return title
