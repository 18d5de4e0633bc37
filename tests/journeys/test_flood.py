"""One customer sends the bot a thousand things while others stand at the counter.

Not here: how the inbox shares its places (tests/bot/test_inbox.py), and letters (test_letters.py).
"""

import asyncio
import time

import pytest

from bot import inbox
from tests.bot.asking import comes_to
from tests.people import Customer
from tests.running_cafe import RunningCafe

A_FLOOD = 1000
AT_A_TIME = 50
PATIENCE_SECONDS = 1.0
MUCH_WAITS = "SELECT COUNT(*) > 100 FROM inbox WHERE state = 'waiting'"


async def test_a_thousand_messages_of_one_customer_slow_nobody_at_the_counter(
    cafe: RunningCafe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "MOST_IN_MEMORY", 100)
    owner = await cafe.owner()
    anna, eve = await cafe.customer("Anna"), await cafe.customer("Eve")
    flooding = asyncio.create_task(floods(eve))
    await comes_to(cafe, MUCH_WAITS, (1,))
    card = await owner.types_code(await anna.shows_code())
    began = time.monotonic()
    assert await owner.taps("+1", card) == "1 of 6"
    took = time.monotonic() - began
    await anna.sees("№ 1")
    assert cafe.rows(MUCH_WAITS) == [(1,)], "the flood is over"
    assert took < PATIENCE_SECONDS
    flooding.cancel()


async def floods(eve: Customer) -> None:
    """As quickly as the line takes it."""
    for start in range(0, A_FLOOD, AT_A_TIME):
        await asyncio.gather(*(eve.says(f"hey {start + n}") for n in range(AT_A_TIME)))
