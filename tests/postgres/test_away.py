"""PostgreSQL goes away in the middle of a rush: people hear it, nothing is lost, and all goes on.

Not here: what the database does at a lost line (test_transactions.py).
"""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import pacing
from bot.control import ask
from tests import databases
from tests.people import Customer, Staff
from tests.postgres.line import Line
from tests.running_cafe import RunningCafe

GUESTS = 6


@pytest.fixture(autouse=True)
def quick_chats(monkeypatch: pytest.MonkeyPatch) -> None:
    """A chat's second is shorter here."""
    monkeypatch.setattr(pacing, "CHAT_INTERVAL_SECONDS", 0.02)


@pytest.fixture
async def cafe(tmp_path: Path, line: Line) -> AsyncIterator[RunningCafe]:
    """A cafe whose server is at the end of a line."""
    cafe = RunningCafe(tmp_path)
    cafe.database_url = SecretStr(line.url_through(databases.settle_nobody(tmp_path)))
    await cafe.open()
    yield cafe
    await cafe.close()


async def test_a_rush_goes_on_where_it_was_when_the_server_is_back(cafe: RunningCafe, line: Line) -> None:
    owner = await cafe.owner()
    guests = [await cafe.customer(f"Guest{number}") for number in range(GUESTS)]
    cards = [await owner.types_code(await guest.shows_code()) for guest in guests]
    before, after = cards[: GUESTS // 2], cards[GUESTS // 2 :]
    await asyncio.gather(*(owner.taps("+1", card) for card in before))

    await line.cut()
    alerts = await asyncio.gather(*(owner.taps("+1", card, wait=15) for card in after))
    told = owner.tongue.piece("error-waits")
    assert alerts.count(told) >= 1, "one alert for each person is enough"
    await guests[0].says("Are you open on Sunday?")
    await guests[0].reads("error-waits")
    report = await asyncio.to_thread(ask, cafe.settings.socket_path, "health")
    assert report["well"] is False
    assert "Nothing is lost" in " ".join(report["troubles"])

    await line.mend()
    for guest in guests:
        await guest.sees("+1 stamp · 1 of 6", timeout=60)
    await all_done(cafe)
    assert cafe.rows("SELECT stamps FROM cards ORDER BY id") == [(1,)] * GUESTS
    assert cafe.rows("SELECT COUNT(*) FROM operations") == [(GUESTS,)]
    report = await asyncio.to_thread(ask, cafe.settings.socket_path, "health")
    assert report["well"] is True, report
    await still_serves(cafe, owner, guests[0])


async def test_what_telegram_holds_meanwhile_is_fetched_once(cafe: RunningCafe, line: Line) -> None:
    """The poll says "received" only for what is kept: the rest comes again."""
    guest = await cafe.customer("Guest")
    await line.cut()
    for number in range(5):
        await guest.says(f"Hello {number}")
    await asyncio.sleep(1)
    await line.mend()
    await all_done(cafe)
    said = cafe.rows("SELECT COUNT(*), COUNT(DISTINCT update_id) FROM inbox WHERE body LIKE '%Hello%'")
    assert said == [(5, 5)]


async def all_done(cafe: RunningCafe) -> None:
    for _ in range(600):
        if cafe.rows("SELECT COUNT(*) FROM inbox WHERE state <> 'done'") == [(0,)]:
            return
        await asyncio.sleep(0.1)
    pytest.fail("updates that came while the server was away are still waiting")


async def still_serves(cafe: RunningCafe, owner: Staff, guest: Customer) -> None:
    await cafe.waits(hours=1)
    card = await owner.types_code(await guest.shows_code())
    await owner.taps("+1", card)
    await guest.sees("+1 stamp · 2 of 6", timeout=30)
