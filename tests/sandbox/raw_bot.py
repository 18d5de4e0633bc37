"""A bot played by a test over bare HTTP, its clock and its pictures.

It holds no expectations; those stand in the tests.
"""

import io
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
from PIL import Image

TOKEN = "123456:ABCdefGHIjklMNOpqrSTUvwxYZ012345678"


class StandingClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self._now

    def advance(self, by: timedelta, /) -> datetime:
        self._now += by
        return self._now


class RawBot:
    """A bot that speaks bare HTTP, so that no library hides what the server says."""

    def __init__(self, session: aiohttp.ClientSession, token: str = TOKEN) -> None:
        self._session = session
        self._token = token

    async def asks(self, method: str, files: dict[str, bytes] | None = None, **params: Any) -> Any:
        """The whole answer."""
        path = f"/bot{self._token}/{method}"
        if files is None:
            async with self._session.post(path, json=params) as response:
                answer = await response.json()
        else:
            form = aiohttp.FormData()
            for name, value in params.items():
                form.add_field(name, str(value))
            for name, content in files.items():
                form.add_field(name, content, filename=f"{name}.png")
            async with self._session.post(path, data=form) as response:
                answer = await response.json()
        assert response.status == (200 if answer["ok"] else answer["error_code"])
        return answer

    async def does(self, method: str, files: dict[str, bytes] | None = None, **params: Any) -> Any:
        """The result of a call that must succeed."""
        answer = await self.asks(method, files, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def hears(self, method: str, files: dict[str, bytes] | None = None, **params: Any) -> str:
        """The description of a call that must be refused."""
        answer = await self.asks(method, files, **params)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def takes_updates(self) -> list[Any]:
        """All pending updates, confirmed at once."""
        updates = await self.does("getUpdates")
        if updates:
            await self.does("getUpdates", offset=max(one["update_id"] for one in updates) + 1)
        return list(updates)


def picture(width: int = 40, height: int = 30) -> bytes:
    """A small PNG."""
    content = io.BytesIO()
    Image.new("RGB", (width, height), "brown").save(content, "PNG")
    return content.getvalue()
