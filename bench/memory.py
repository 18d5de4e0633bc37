"""Whether the running bot's memory stays flat over 100,000 updates, posted to a real process over HTTP.

Not here: how much memory a start takes (start_up.py).
"""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import islice
from pathlib import Path
from time import monotonic

import aiohttp
from pydantic import SecretStr

from bench.few_lines_of_telegram import TOKEN, few_lines_of_telegram
from bench.start_up import ROOT
from bench.verdicts import Verdict
from bot.settings import Settings
from tests.running_cafe import free_port

LOOKS = (10_000, 50_000, 100_000)
"""Updates after which the memory is looked at. By the first look all that is built once stands."""
AT_ONCE = 40
PEOPLE = 25_000
JOINS_EVERY = 200
"""Updates: a start draws a picture, and is not what is measured."""
LONGEST_SECONDS = 1800.0
_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


async def measure(folder: Path) -> Sequence[Verdict]:
    """One bot, one long day."""
    async with few_lines_of_telegram() as telegram, _running_bot(folder, telegram) as bot:
        began, taken = monotonic(), dict[int, float]()
        updates = (json.dumps(_update(number)) for number in range(1, LOOKS[-1] + 1))
        for before, look in zip((0, *LOOKS), LOOKS, strict=False):
            if not await bot.takes(islice(updates, look - before), until=began + LONGEST_SECONDS):
                break
            taken[look] = bot.megabytes()
            seconds = monotonic() - began
            print(f"after {look:,} updates: {taken[look]:.1f} MB ({seconds:.0f} s)", flush=True)
    assert len(taken) > 1, "too slow a machine: there is nothing to compare"
    first, last = min(taken), max(taken)
    return (
        Verdict(
            measure=f"memory, {last:,} updates",
            said=f"resident after {last:,} / after {first:,} updates",
            rounds=[taken[last] / taken[first]],
            at_most=1.1,
            aside={f"mb_after_{look}": megabytes for look, megabytes in taken.items()},
        ),
    )


class _Bot:
    """A bot in a process of its own, and the line to it."""

    def __init__(self, pid: int, settings: Settings, http: aiohttp.ClientSession) -> None:
        self._pid = pid
        self._settings = settings
        self._http = http

    async def takes(self, updates: "islice[str]", *, until: float) -> bool:
        """Return when every one is handled; False when time ran out."""
        await asyncio.gather(*(self._post_all(updates, until) for _ in range(AT_ONCE)))
        while monotonic() < until:
            async with self._http.get("/health") as answer:
                if (await answer.json())["updates_waiting"] == 0:
                    return True
            await asyncio.sleep(0.2)
        return False

    async def _post_all(self, updates: "islice[str]", until: float) -> None:
        headers = {_SECRET_HEADER: self._settings.webhook_secret}
        for update in updates:
            while monotonic() < until:
                async with self._http.post("/telegram", data=update, headers=headers) as answer:
                    if answer.status == 200:
                        break
                await asyncio.sleep(0.5)

    def megabytes(self) -> float:
        """What the process has in memory now."""
        statm = Path(f"/proc/{self._pid}/statm")
        if statm.exists():
            return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
        said = subprocess.run(["ps", "-o", "rss=", "-p", str(self._pid)], capture_output=True, check=True)
        return int(said.stdout) * 1024 / 1e6


@asynccontextmanager
async def _running_bot(folder: Path, telegram: str) -> AsyncIterator[_Bot]:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    written = {
        "BOT_TOKEN": TOKEN, "DATA_DIR": str(folder / "memory"), "TELEGRAM_API": telegram,
        "WEBHOOK_URL": f"{address}/telegram", "HTTP_PORT": str(port), "LOG_LEVEL": "ERROR",
    }  # fmt: skip
    settings = Settings(
        bot_token=SecretStr(TOKEN),
        data_dir=folder / "memory",
        webhook_url=f"{address}/telegram",
        http_port=port,
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=ROOT, env={**os.environ, **written}
    )
    try:
        async with aiohttp.ClientSession(address) as http:
            await _answers(http, settings)
            yield _Bot(process.pid, settings, http)
    finally:
        process.terminate()
        await process.wait()


async def _answers(http: aiohttp.ClientSession, settings: Settings) -> None:
    """Wait until the bot takes updates: 400 is its answer to what is none."""
    async with asyncio.timeout(60):
        while True:
            try:
                headers = {_SECRET_HEADER: settings.webhook_secret}
                async with http.post("/telegram", data=b"{}", headers=headers) as answer:
                    if answer.status == 400:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.2)


def _update(number: int) -> dict[str, object]:
    """What people do whom the bot does not know yet, or hardly: the usual noise, and a few who join."""
    person = {"id": 1_000_000 + number % PEOPLE, "is_bot": False, "first_name": f"Anna {number % PEOPLE}"}
    chat = {"id": person["id"], "type": "private", "first_name": person["first_name"]}
    message = {"message_id": number, "date": 1_790_000_000, "chat": chat, "from": person}
    if number % JOINS_EVERY == 0:
        return {"update_id": number, "message": {**message, "text": "/start"}}
    match number % 4:
        case 0:
            return {"update_id": number, "message": {**message, "text": f"/help {number}"}}
        case 1:
            tap = {"id": str(number), "from": person, "message": message, "chat_instance": "1"}
            return {"update_id": number, "callback_query": {**tap, "data": f"old:{number}"}}
        case 2:
            return {"update_id": number, "edited_message": {**message, "edit_date": 1, "text": "hello"}}
        case _:
            return {"update_id": number, "message": {**message, "text": f"/nonsense {number}"}}
