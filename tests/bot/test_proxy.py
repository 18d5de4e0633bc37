"""The way to Telegram through a proxy: polls, sends and pictures alike.

Not here: how the setting is read (test_settings.py), and what a proxy's own errors mean
(tests/handlers/test_telegram_errors.py).
"""

import asyncio
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.settings import Settings
from tests.running_cafe import RunningCafe

NOBODY_THERE = "http://127.0.0.1:9"


class Tunnel:
    """A proxy as firewalls have it: CONNECT, then whatever is said goes through to the server behind it."""

    def __init__(self) -> None:
        self.behind = 0
        self.address = ""
        self.asked_for: list[str] = []

    async def open(self) -> asyncio.Server:
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        return server

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        self.asked_for.append(head.decode().split()[1])
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        there, back = await asyncio.open_connection("127.0.0.1", self.behind)
        await asyncio.gather(_pass_on(reader, back), _pass_on(there, writer))


async def _pass_on(source: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
    while said := await source.read(65536):
        to.write(said)
    to.close()


class BehindFirewall(RunningCafe):
    """A cafe from which only the proxy can be reached."""

    def __init__(self, folder: Path, tunnel: Tunnel) -> None:
        super().__init__(folder)
        self._tunnel = tunnel

    @property
    def settings(self) -> Settings:
        self._tunnel.behind = int(self.url.rpartition(":")[2])
        direct = super().settings
        proxy = SecretStr(self._tunnel.address)
        return direct.model_copy(update={"telegram_api": NOBODY_THERE, "telegram_proxy": proxy})


@pytest.mark.usefixtures("quick_chats")
async def test_everything_goes_through_the_proxy_that_is_set(tmp_path: Path) -> None:
    tunnel = Tunnel()
    async with await tunnel.open():
        cafe = BehindFirewall(tmp_path, tunnel)
        await cafe.open()
        try:
            anna = await cafe.customer("Anna")
            shown = await anna.shows_code()
            assert "photo" in shown.picture
        finally:
            await cafe.close()
    assert set(tunnel.asked_for) == {NOBODY_THERE.removeprefix("http://")}
