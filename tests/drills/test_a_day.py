"""A day at the counter, from the owner link at 07:30 to the close at 18:00; `make day` plays all 120 visits.

The clock is the sandbox's and jumps from hour to hour; everything else is as on any day, over HTTP.
Not here: Telegram's pace in the staff chat, which tests/journeys/test_staff_chat.py keeps unshortened.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import nullcontext
from functools import partial
from itertools import cycle
from pathlib import Path

import pytest
import pytest_asyncio

from bot import pacing
from storage.sqlite import FILE_NAME
from tests import books
from tests.drills import agreement, morning, safe, story
from tests.drills.counter_day import Day
from tests.drills.notebook import Way
from tests.running_cafe import running_cafe

Scene = Callable[[], Awaitable[object]]

OF_THE_STORY = 32
"""Visits that the story has by itself; `make test` plays no others."""
COFFEE_HOURS = (
    (9, 0), (9, 30), (10, 15), (11, 5), (11, 50), (12, 55), (13, 25), (14, 30), (15, 40), (16, 20), (17, 10),
)  # fmt: skip
"""When people come who just want a coffee."""


@pytest.fixture(autouse=True)
def quick_chats(monkeypatch: pytest.MonkeyPatch) -> None:
    """A chat's second is shorter here."""
    monkeypatch.setattr(pacing, "CHAT_INTERVAL_SECONDS", 0.02)
    monkeypatch.setattr(pacing, "GROUP_INTERVAL_SECONDS", 0.05)


@pytest_asyncio.fixture
async def day(tmp_path: Path) -> AsyncIterator[Day]:
    """A cafe before its first day; nobody has opened the owner link."""
    (tmp_path / "cafe").mkdir()
    async with running_cafe(tmp_path / "cafe") as cafe:
        yield Day(cafe)


@pytest.mark.timeout(1200)
async def test_a_day_at_the_counter(
    day: Day, tmp_path: Path, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = request.config.getoption("--visits")
    visits = asked or OF_THE_STORY
    await day.until_tomorrow()
    for hour, minute, scene in sorted(_scenes(day, visits), key=lambda scene: scene[:2]):
        await day.until(hour, minute)
        await scene()
    await day.until(18, 0)
    close = await story.closes(day)

    file = day.cafe.folder / FILE_NAME
    books.check(file, deep=True)
    assert agreement.sheet_of_close(close) == agreement.sheet_of_ledger(file)
    assert agreement.sheet_of_close(close) == agreement.sheet_of_pencil(day.notebook)
    receipts = await agreement.check_receipts(day)
    await agreement.check_counts_of_hands(day)
    with capsys.disabled() if asked else nullcontext():
        _says(day, close, receipts)
    assert len(day.notebook.visits) == max(visits, OF_THE_STORY)
    assert day.notebook.breaks_of_promise() == []
    assert day.cafe.rows("SELECT COUNT(*) FROM operations WHERE practice = 1") == [(2,)]
    assert {one.way for one in day.notebook.visits} == set(Way)
    await safe.a_backup_restored_elsewhere(day, tmp_path / "elsewhere")


def _scenes(day: Day, visits: int) -> Iterator[tuple[int, int, Scene]]:
    """What happens when, in the cafe's time."""
    yield 7, 30, partial(morning.alone_with_the_owner_link, day)
    yield 7, 50, partial(morning.the_owner_serves_alone, day)
    yield 8, 5, partial(morning.the_baristas_come, day)
    yield 8, 15, partial(morning.two_share_the_till, day)
    yield 8, 20, partial(morning.somebody_practises, day)
    yield 8, 30, partial(morning.the_rush, day)
    yield 8, 32, partial(morning.who_was_turned_away_is_served, day)
    yield 8, 40, partial(morning.a_wrong_tap_is_undone, day)
    for hour, minute, way, phone in ((9, 20, Way.TILL, "till"), (10, 5, Way.CHAT, "cara")):
        yield hour, minute, partial(story.kai_and_oli_come_again, day, way, phone)
    yield 9, 40, partial(story.a_free_one_and_a_paid_one, day)
    yield 9, 45, partial(story.a_wrong_coffee_is_taken_back, day)
    yield 10, 30, partial(story.a_table_orders, day)
    yield 10, 55, partial(story.the_fourth_coffee_asks_why, day, "Kai")
    yield 11, 0, partial(story.the_table_drinks_its_free_one, day)
    yield 11, 20, partial(story.a_refund_after_it_was_drunk, day)
    yield 11, 40, partial(story.forgotten_and_back, day, "Oli")
    yield 12, 20, partial(story.twenty_minutes_away, day)
    yield from _coffees(day, max(0, visits - OF_THE_STORY))


def _coffees(day: Day, visits: int) -> Iterator[tuple[int, int, Scene]]:
    """So many ordinary visits over the hours, in every way, nobody more than three times."""
    names = cycle(story.guests(-(-visits // 3) + len(COFFEE_HOURS)))
    ways = cycle(Way)
    for number, (hour, minute) in enumerate(COFFEE_HOURS):
        count = (visits + number) // len(COFFEE_HOURS)
        wishes = [(next(names), next(ways)) for _ in range(count)]
        yield hour, minute, partial(story.ordinary_visits, day, wishes)


def _says(day: Day, close: str, receipts: int) -> None:
    """What `make day` prints."""
    said = [
        close,
        f"From the owner link to the first stamp: {day.hands_to_first_stamp} taps and texts.",
        f"{receipts} receipts, each seen once by its customer.",
        "What the hands of staff did for each visit:",
        *day.notebook.report(),
    ]
    print("\n" + "\n".join(said))
