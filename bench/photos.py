"""How many photos of a customer's code are read: the usual ones, all of which must be, and worse ones.

Not here: making the photos (tests/photographs.py).
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from bench.verdicts import Verdict
from handlers.pictures.qr import draw_qr
from handlers.pictures.reading import read_codes
from tests.photographs import Conditions, take_photo, usual, worst_usual

LINK = "https://t.me/one_more_cup_bot?start=c_" + "aZ09-_" * 3 + "abcd"
USUAL = 200
WORSE = 40

Kind = Callable[[Random, Conditions], Conditions]

WORSE_KINDS: dict[str, tuple[str, Kind]] = {
    "far away": ("fills 6 to 15 %", lambda chance, how: replace(how, fill=chance.uniform(0.06, 0.15))),
    "askew": (
        "tilted 35 to 55 degrees",
        lambda chance, how: replace(how, tilt=chance.choice((-1, 1)) * chance.uniform(35, 55)),
    ),
    "out of focus": (
        "blurred by 0.4 to 0.8 of a module",
        lambda chance, how: replace(how, blur=chance.uniform(0.4, 0.8)),
    ),
    "in the dark": (
        "4 to 15 % of the light, noise of 4 to 12",
        lambda chance, how: replace(how, light=chance.uniform(0.04, 0.15), noise=chance.uniform(4, 12)),
    ),
    "in grain": ("noise of 20 to 60", lambda chance, how: replace(how, noise=chance.uniform(20, 60))),
    "half in shadow": (
        "80 to 97 % of the light gone at one side",
        lambda chance, how: replace(how, shadow=chance.uniform(0.8, 0.97)),
    ),
    "under a lamp": ("glare in the code", lambda chance, how: replace(how, glare=chance.uniform(0.6, 1))),
    "squeezed": ("JPEG quality 5 to 15", lambda chance, how: replace(how, quality=chance.randint(5, 15))),
}


async def measure(_: Path) -> Sequence[Verdict]:
    """Shares of read photos; what was seen wrongly would stop it."""
    return await asyncio.to_thread(_measure)


def _measure() -> Sequence[Verdict]:
    verdicts = [
        _count("usual photos read", "of all, any mixture", [usual(Random(one)) for one in range(USUAL)], 1),
        _count(
            "usual, all bounds at once", "of all", [worst_usual(0.15, Random(n)) for n in range(WORSE)], 1
        ),
    ]
    for name, (said, kind) in WORSE_KINDS.items():
        chances = [Random(1000 + number) for number in range(WORSE)]
        verdicts.append(_count(f"photos {name}", said, [kind(chance, usual(chance)) for chance in chances]))
    return verdicts


def _count(measure: str, said: str, photos: Sequence[Conditions], at_least: float | None = None) -> Verdict:
    qr, read, times = draw_qr(LINK), [], []
    for number, how in enumerate(photos):
        photo = take_photo(qr, how, Random(number))
        began = perf_counter()
        texts = read_codes(photo)
        times.append(perf_counter() - began)
        assert set(texts) <= {LINK}, "a code was read wrongly"
        read.append(float(texts == (LINK,)))
    share = sum(read) / len(read)
    aside = {"photos": len(photos), "p50_seconds": median(times), "most_seconds": max(times)}
    return Verdict(measure=measure, said=said, rounds=[share], at_least=at_least, aside=aside)
