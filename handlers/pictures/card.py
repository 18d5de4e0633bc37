"""The stamp card as a picture: filled cups and empty ones, no words.

Not here: the facts in words, which always stand beside it.
"""

import io
import math
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageDraw

WIDTH: Final = 1000
HEIGHT: Final = 600
_FINE: Final = 2  # drawn larger, then scaled down: Pillow's own lines have stairs
_MOST_CUPS: Final = 30  # beyond that cups are specks, and nobody draws a card of a thousand

_TABLE: Final = "#4a2c20"
_PAPER: Final = "#fdf4e3"
_EDGE: Final = "#d9b98c"
_COFFEE: Final = "#7a4a2b"
_CREAM: Final = "#f3d9b1"
_STEAM: Final = "#b88a5c"
_OUTLINE: Final = "#9c7a58"
_PRIZE: Final = "#c2410c"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one cup stands: its middle and the height of its box, in fine pixels."""

    x: float
    y: float
    size: float


def draw_card_picture(*, stamps: int, goal: int) -> bytes:
    """The card as JPEG, 1000 x 600, well under 60 KB. Drawn in a worker thread."""
    image = Image.new("RGB", (WIDTH * _FINE, HEIGHT * _FINE), _TABLE)
    draw = ImageDraw.Draw(image)
    inset, corner = 36 * _FINE, 56 * _FINE
    box = (inset, inset, WIDTH * _FINE - inset, HEIGHT * _FINE - inset)
    draw.rounded_rectangle(box, corner, fill=_PAPER)
    margin = 16 * _FINE
    inner = (box[0] + margin, box[1] + margin, box[2] - margin, box[3] - margin)
    draw.rounded_rectangle(inner, corner - margin, outline=_EDGE, width=3 * _FINE)
    for number, place in enumerate(_places(min(goal, _MOST_CUPS)), start=1):
        if number <= stamps:
            _draw_full_cup(draw, place)
        else:
            _draw_empty_cup(draw, place, colour=_PRIZE if number == goal else _OUTLINE)
    jpeg = io.BytesIO()
    image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(
        jpeg, format="JPEG", quality=80, optimize=True
    )
    return jpeg.getvalue()


def _places(count: int) -> list[_Place]:
    """Even rows that fill the paper; the last row is centred."""
    room_x, room_y = (WIDTH - 170) * _FINE, (HEIGHT - 150) * _FINE
    rows = max(1, round(math.sqrt(count * room_y / room_x)))
    columns = math.ceil(count / rows)
    rows = math.ceil(count / columns)
    cell_x, cell_y = room_x / columns, room_y / rows
    size = min(cell_x, cell_y, 300 * _FINE) * 0.82
    places = []
    for index in range(count):
        row = index // columns
        in_row = min(columns, count - row * columns)
        left = (WIDTH * _FINE - in_row * cell_x) / 2
        top = (HEIGHT * _FINE - rows * cell_y) / 2
        places.append(_Place(left + (index % columns + 0.5) * cell_x, top + (row + 0.5) * cell_y, size))
    return places


def _draw_full_cup(draw: ImageDraw.ImageDraw, place: _Place) -> None:
    unit, line = place.size, round(place.size * 0.06)
    _draw_handle(draw, place, _COFFEE, line)
    draw.polygon(_cup(place), fill=_COFFEE)
    _draw_saucer(draw, place, _COFFEE)
    top = place.y - 0.12 * unit
    draw.ellipse(
        (place.x - 0.34 * unit, top - 0.07 * unit, place.x + 0.22 * unit, top + 0.07 * unit), fill=_CREAM
    )
    for shift in (-0.2, -0.06, 0.08):
        _draw_steam(draw, place.x + shift * unit, place.y - 0.26 * unit, unit)


def _draw_empty_cup(draw: ImageDraw.ImageDraw, place: _Place, *, colour: str) -> None:
    unit, line = place.size, max(2, round(place.size * 0.025))
    _draw_handle(draw, place, colour, line)
    points = _cup(place)
    draw.polygon(points, fill=_PAPER)
    draw.line([*points, points[0], points[1]], fill=colour, width=line, joint="curve")
    top = place.y - 0.12 * unit
    draw.ellipse(
        (place.x - 0.38 * unit, top - 0.1 * unit, place.x + 0.26 * unit, top + 0.1 * unit),
        fill=_PAPER,
        outline=colour,
        width=line,
    )
    _draw_saucer(draw, place, colour, hollow=line)
    if colour == _PRIZE:
        _draw_star(draw, place.x - 0.06 * unit, place.y + 0.14 * unit, 0.13 * unit)


def _cup(place: _Place) -> list[tuple[float, float]]:
    """The body: a rim, then a bowl that narrows in a curve."""
    unit = place.size
    left, right, top = place.x - 0.38 * unit, place.x + 0.26 * unit, place.y - 0.12 * unit
    middle, half = (left + right) / 2, (right - left) / 2
    bowl = [
        (middle + half * math.cos(angle) ** 0.6, top + 0.5 * unit * math.sin(angle) ** 1.1)
        for angle in (math.pi / 2 * step / 12 for step in range(13))
    ]
    return [*bowl, *((2 * middle - x, y) for x, y in reversed(bowl))]


def _draw_handle(draw: ImageDraw.ImageDraw, place: _Place, colour: str, line: int) -> None:
    unit = place.size
    box = (place.x + 0.12 * unit, place.y - 0.06 * unit, place.x + 0.42 * unit, place.y + 0.22 * unit)
    draw.ellipse(box, outline=colour, width=max(line, 2))


def _draw_saucer(draw: ImageDraw.ImageDraw, place: _Place, colour: str, hollow: int = 0) -> None:
    unit = place.size
    box = (place.x - 0.42 * unit, place.y + 0.4 * unit, place.x + 0.3 * unit, place.y + 0.48 * unit)
    if hollow:
        draw.rounded_rectangle(box, 0.04 * unit, fill=_PAPER, outline=colour, width=hollow)
    else:
        draw.rounded_rectangle(box, 0.04 * unit, fill=colour)


def _draw_steam(draw: ImageDraw.ImageDraw, x: float, bottom: float, unit: float) -> None:
    points = [
        (x + 0.025 * unit * math.sin(step / 10 * 2 * math.pi), bottom - step / 10 * 0.2 * unit)
        for step in range(11)
    ]
    draw.line(points, fill=_STEAM, width=max(2, round(unit * 0.022)), joint="curve")


def _draw_star(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float) -> None:
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.45
        angle = math.pi * (corner / 5 - 0.5)
        points.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    draw.polygon(points, fill=_PRIZE)
