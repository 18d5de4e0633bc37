"""Questions to a running cafe that no person asks: its health, its calls, and calls of some other program.

Not here: people (tests/people.py).
"""

import asyncio
from typing import Any

from bot.control import ask
from tests.running_cafe import TOKEN, RunningCafe


async def health(cafe: RunningCafe) -> dict[str, Any]:
    """What the bot says of itself."""
    return await asyncio.to_thread(ask, cafe.settings.socket_path, "health")


async def trouble(cafe: RunningCafe, words: str = "") -> str:
    """What is wrong, once something is, and says so."""
    for _ in range(200):
        for sentence in (await health(cafe))["troubles"]:
            if words in sentence:
                return str(sentence)
        await asyncio.sleep(0.05)
    raise AssertionError(f"nothing went wrong: {words}")


async def calls(cafe: RunningCafe, method: str) -> list[dict[str, Any]]:
    """The parameters of all calls of this method so far."""
    async with cafe.http.get("/sim/calls") as response:
        said = await response.json()
    return [one["params"] for one in said if one["method"] == method]


async def call(cafe: RunningCafe, method: str, **asked: object) -> dict[str, Any]:
    """A call with the bot's token by somebody else."""
    async with cafe.http.post(f"/bot{TOKEN}/{method}", json=asked) as response:
        answer: dict[str, Any] = await response.json()
    return answer


async def comes_to(cafe: RunningCafe, query: str, *rows: tuple[object, ...], seconds: float = 10) -> None:
    """Wait until the database says so."""
    for _ in range(int(seconds / 0.05)):
        if cafe.rows(query) == list(rows):
            return
        await asyncio.sleep(0.05)
    assert cafe.rows(query) == list(rows)
