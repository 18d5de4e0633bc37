"""Photographs of a customer's phone, made by a script: held askew, blurred, in shadow, in the dark, squeezed.

Not here: reading them (handlers/pictures/reading.py), and how many must be read (test_photographs.py, bench).
"""

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFilter

SIZE: Final = (960, 1280)
"""Pixels of a photo as Telegram hands it on."""
_SCREEN: Final = (1.25, 2.6)
"""The phone's screen, as multiples of the QR's side."""
_MODULES: Final = 41
"""Of the QR's picture in a row: 33 and the white around them."""
_EYE: Final = 3.0
"""How far the camera is from the phone, as a multiple of the picture's shorter side: nearer is more askew."""

Matrix = tuple[float, float, float, float, float, float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """How a photo was taken."""

    fill: float
    """The side of the QR's picture over the shorter side of the photo."""
    roll: float = 0
    tilt: float = 0
    turn: float = 0
    """Degrees: in the plane of the screen, away from the camera, to the side."""
    blur: float = 0
    """Standard deviation as a part of the QR's module."""
    shadow: float = 0
    """Which part of the light is missing at the darkest edge."""
    light: float = 1
    noise: float = 0
    """Standard deviation, of 255."""
    glare: float = 0
    """How bright a lamp shines back from the middle of the screen."""
    quality: int = 40
    dark_mode: bool = False


def usual(chance: Random) -> Conditions:
    """What a barista's photo may be, in any mixture: the code fills 15 to 60 % of it, JPEG quality is 40."""
    return Conditions(
        fill=chance.uniform(0.15, 0.6), roll=chance.uniform(0, 360),
        tilt=chance.uniform(-25, 25), turn=chance.uniform(-25, 25), blur=chance.uniform(0, 0.3),
        shadow=chance.uniform(0, 0.5), light=chance.uniform(0.4, 1), noise=chance.uniform(0, 8),
        dark_mode=chance.random() < 0.5,
    )  # fmt: skip


def worst_usual(fill: float, chance: Random) -> Conditions:
    """The bounds of all that at once."""
    tilt, turn = chance.choice((-25, 25)), chance.choice((-25, 25))
    askew = Conditions(fill=fill, roll=chance.uniform(0, 360), tilt=tilt, turn=turn)
    return replace(askew, blur=0.3, shadow=0.5, light=0.4, noise=8)


def take_photo(qr: bytes, how: Conditions, chance: Random) -> bytes:
    """The JPEG that the bot gets of a phone that shows this picture. Grey: of colours nothing is read."""
    photo = _counter(chance)
    side = round(how.fill * min(SIZE))
    phone = _phone(Image.open(io.BytesIO(qr)).convert("L"), side, dark_mode=how.dark_mode)
    place = (chance.uniform(0.42, 0.58) * SIZE[0], chance.uniform(0.42, 0.58) * SIZE[1])
    back = _invert(_projection(how, phone.size, place))[:8]
    photo.paste(_lay(phone, back), mask=_lay(Image.new("L", phone.size, 255), back))
    if how.glare:
        photo = _with_glare(photo, how.glare, place, side)
    photo = photo.filter(ImageFilter.GaussianBlur(how.blur * side / _MODULES))
    photo = ImageChops.multiply(photo, _lighting(how, chance))
    photo = _with_noise(photo, how.noise, chance)
    jpeg = io.BytesIO()
    photo.save(jpeg, format="JPEG", quality=how.quality)
    return jpeg.getvalue()


def _counter(chance: Random) -> Image.Image:
    """Wood, more or less: stripes across the picture."""
    grain = Image.frombytes("L", (1, 64), chance.randbytes(64)).resize(SIZE, Image.Resampling.BICUBIC)
    return grain.point([50 + grey // 4 for grey in range(256)])


def _lay(flat: Image.Image, back: Sequence[float]) -> Image.Image:
    return flat.transform(SIZE, Image.Transform.PERSPECTIVE, back, Image.Resampling.BICUBIC)


def _phone(qr: Image.Image, side: int, *, dark_mode: bool) -> Image.Image:
    """A chat on a screen: lines of text, and below them the QR in its bubble."""
    width, height = round(side * _SCREEN[0]), round(side * _SCREEN[1])
    bezel, unit = max(2, side // 24), side / 20
    paper, ink = (28, 195) if dark_mode else (228, 65)
    phone = Image.new("L", (width, height), 13)
    draw = ImageDraw.Draw(phone)
    draw.rectangle((bezel, bezel, width - bezel, height - bezel), fill=paper)
    for row in range(12):
        top = unit * (2 + row * 1.6)
        draw.rectangle((unit * 2, top, unit * (22 - row * 5 % 9), top + unit * 0.6), fill=ink)
    phone.paste(qr.resize((side, side), Image.Resampling.LANCZOS), ((width - side) // 2, height // 2))
    return phone


def _projection(how: Conditions, phone: tuple[int, int], place: tuple[float, float]) -> Matrix:
    """Where a point of the phone's picture stands in the photo: its QR around `place`."""
    eye = _EYE * min(SIZE)
    middle = (phone[0] / 2, phone[1] / 2 + phone[0] / _SCREEN[0] / 2)
    (ax, ay, az), (bx, by, bz) = _turned(1, 0, how), _turned(0, 1, how)
    cx, cy, cz = _turned(-middle[0], -middle[1], how)
    depth = (az / eye, bz / eye, 1 + cz / eye)
    across, down = (
        [axis + at * far for axis, far in zip(axes, depth, strict=True)]
        for axes, at in (((ax, bx, cx), place[0]), ((ay, by, cy), place[1]))
    )
    return (across[0], across[1], across[2], down[0], down[1], down[2], *depth)


def _turned(x: float, y: float, how: Conditions) -> tuple[float, float, float]:
    """A point of the screen, around its QR, as the camera has it before it: right, down, away."""
    roll, tilt, turn = (math.radians(angle) for angle in (how.roll, how.tilt, how.turn))
    x, y = x * math.cos(roll) - y * math.sin(roll), x * math.sin(roll) + y * math.cos(roll)
    x, away = x * math.cos(turn), x * math.sin(turn)
    return x, y * math.cos(tilt) - away * math.sin(tilt), y * math.sin(tilt) + away * math.cos(tilt)


def _invert(m: Matrix) -> Matrix:
    """The way back, with 1 in its last place."""
    a, b, c, d, e, f, g, h, i = m
    back = (e * i - f * h, c * h - b * i, b * f - c * e, f * g - d * i, a * i - c * g, c * d - a * f,
            d * h - e * g, b * g - a * h, a * e - b * d)  # fmt: skip
    return tuple(one / back[8] for one in back)  # type: ignore[return-value]


def _lighting(how: Conditions, chance: Random) -> Image.Image:
    """From full light on one side to the shadow on the other, whichever way, and dimmed as a whole."""
    slope = Image.linear_gradient("L").rotate(chance.uniform(0, 360), resample=Image.Resampling.BILINEAR)
    slope = slope.crop((38, 38, 218, 218)).resize(SIZE, Image.Resampling.BILINEAR)
    return slope.point([round((255 - how.shadow * grey) * how.light) for grey in range(256)])


def _with_noise(photo: Image.Image, deviation: float, chance: Random) -> Image.Image:
    """Grain: two even noises make one that is nearly normal."""
    pixels = SIZE[0] * SIZE[1]
    one, other = (Image.frombytes("L", SIZE, chance.randbytes(pixels)) for _ in range(2))
    spread = deviation / 52  # of the mean of two even noises over 0 to 255
    grain = Image.blend(one, other, 0.5).point([round(128 + (grey - 127.5) * spread) for grey in range(256)])
    return ImageChops.add(photo, grain, offset=-128)


def _with_glare(photo: Image.Image, glare: float, place: tuple[float, float], side: int) -> Image.Image:
    lamp = Image.new("L", SIZE)
    (x, y), radius = place, side / 5
    ImageDraw.Draw(lamp).ellipse(
        (x - radius, y - radius / 2, x + radius, y + radius / 2), fill=round(255 * glare)
    )
    lamp = lamp.filter(ImageFilter.GaussianBlur(radius / 3))
    return ImageChops.screen(photo, lamp)
