"""A person's phone and its line to the sandbox, over HTTP as the page has it.

What is done with it stands in person, person_writing and person_in_groups.
"""

from typing import Any

import aiohttp

from bot.sandbox.refusals import Json

Where = str | aiohttp.ClientSession


class NotVisible(AssertionError):
    """A person looks for something that their chat doesn't show; the text says what it does show."""


class SaidNo(AssertionError):
    """The sandbox says that a person can't do that; the text is its sentence."""


class Phone:
    """Somebody's phone. Counts what they do with it, so that a journey's taps can be judged."""

    def __init__(self, session: aiohttp.ClientSession, known: Json, *, owns_session: bool) -> None:
        self._session = session
        self._owns_session = owns_session
        self.id: int = known["id"]
        self.first_name: str = known["first_name"]
        self.taps_made = 0
        self.texts_sent = 0

    async def _state(self, **query: float) -> Json:
        return await get_state(self._session, person=self.id, **query)

    async def _do(self, deed: str, **asked: Any) -> Json:
        given = {name: value for name, value in asked.items() if value is not None}
        return await post(self._session, deed, {"person": self.id, **given})


def session_at(where: Where) -> tuple[aiohttp.ClientSession, bool]:
    if isinstance(where, str):
        return aiohttp.ClientSession(where), True
    return where, False


async def post(session: aiohttp.ClientSession, deed: str, asked: Json) -> Json:
    async with session.post(f"/sim/{deed}", json=asked) as response:
        answer: Json = await response.json()
    if response.status != 200:
        raise SaidNo(answer["error"])
    return answer


async def get_state(session: aiohttp.ClientSession, **query: float) -> Json:
    async with session.get("/sim/state", params=query) as response:
        state: Json = await response.json()
    return state
