"""A running sandbox for the tests: the server on loopback, a bot's raw HTTP calls, people.

No bot of ours runs here; a test plays the bot itself.
"""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.sandbox.person import Person
from tests.checked_server import CheckedServer
from tests.sandbox.raw_bot import TOKEN, RawBot, StandingClock


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
async def base_url(clock: StandingClock) -> AsyncIterator[str]:
    server = CheckedServer(clock=clock, token=TOKEN)
    yield await server.start()
    await server.stop()


@pytest.fixture
async def session(base_url: str) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(base_url) as opened:
        yield opened


@pytest.fixture
def bot(session: aiohttp.ClientSession) -> RawBot:
    return RawBot(session)


@pytest.fixture
async def ann(session: aiohttp.ClientSession, bot: RawBot) -> Person:
    """A person who has pressed START; the bot has taken that update."""
    person = await Person.join(session, "Ann", last_name="Lee", username="ann_lee")
    await person.starts()
    await bot.takes_updates()
    return person
