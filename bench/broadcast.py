"""How evenly and how fast a campaign goes out, against a Telegram that takes 60 to 300 ms to answer.

The whole bot runs: real file, real HTTP, the owner's message redrawn beside it. Not here: whether somebody
gets it twice (tests/drills).
"""

import asyncio
import bisect
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import pairwise
from pathlib import Path
from typing import Final

from aiohttp import web
from pydantic import SecretStr

from bench.cafe import BARISTA, customer, open_cafe
from bench.few_lines_of_telegram import TOKEN, answer_to
from bench.verdicts import Verdict
from bot.app import App
from bot.clock import MovableClock, SystemClock
from bot.secret_source import SystemSecrets
from bot.settings import Settings
from loyalty.campaigns import GRACE, BroadcastTerms, Post
from loyalty.people import Person
from loyalty.ports import Transaction
from loyalty.use_cases.campaigns.launching import LaunchCampaign
from loyalty.use_cases.customers.enrolment import Join
from loyalty.use_cases.house.rules import ChangeRules
from loyalty.wishes import ConsentText, Purpose, WishState

TELEGRAMS_LIMIT: Final = 30
WINDOWS: Final = 5
WINDOW_SECONDS: Final = 10
SETTLING_SECONDS: Final = 2
QUICKEST: Final = 0.06
SLOWEST: Final = 0.3
LONGEST_SECONDS: Final = 150
SEED: Final = 20261126


async def measure(folder: Path) -> Sequence[Verdict]:
    """Calls a second to what was set, and the most in any second to what Telegram takes."""
    chance = random.Random(SEED)
    speed = Settings(bot_token=SecretStr(TOKEN)).messages_a_second
    guests = [customer(10_000 + n) for n in range(speed * (WINDOWS * WINDOW_SECONDS + 3 * SETTLING_SECONDS))]
    data_dir = folder / "cafe"
    await _fill(data_dir, guests)
    times: list[float] = []
    complete = asyncio.Event()
    async with _slow_telegram(times, chance, len(guests), complete) as url:
        settings = Settings(bot_token=SecretStr(TOKEN), data_dir=data_dir, telegram_api=url)
        app = App(settings, clock=MovableClock(offset=GRACE), secrets=SystemSecrets())
        running = asyncio.create_task(app.run())
        async with asyncio.timeout(LONGEST_SECONDS):
            await complete.wait()
        app.stop()
        await running
    began = times[0] + SETTLING_SECONDS
    edges = [began + n * WINDOW_SECONDS for n in range(WINDOWS + 1)]
    counts = [bisect.bisect_left(times, b) - bisect.bisect_left(times, a) for a, b in pairwise(edges)]
    most = max(bisect.bisect_left(times, at + 1) - place for place, at in enumerate(times))
    return [
        Verdict(
            measure="broadcast",
            said=f"calls a second to the {speed} that were set",
            rounds=[count / WINDOW_SECONDS / speed for count in counts],
            at_least=0.97,
        ),
        Verdict(
            measure="broadcast, at worst",
            said=f"most calls in any second to Telegram's {TELEGRAMS_LIMIT}",
            rounds=[most / TELEGRAMS_LIMIT],
            at_most=1.0,
        ),
    ]


async def _fill(data_dir: Path, guests: Sequence[Person]) -> None:
    async with open_cafe(data_dir) as cafe:
        for start in range(0, len(guests), 400):
            some = guests[start : start + 400]
            await asyncio.gather(*(Join(cafe.database)(one) for one in some))
            await cafe.database.write(lambda tx, some=some: _agree(tx, some))
        await ChangeRules(cafe.database)(BARISTA, zone=_zone_where_it_is_noon())
        await cafe.database.write(_draft)
        draft = await cafe.database.read(
            lambda tx: next(
                filter(None, (tx.campaigns.find_draft(one.id) for one in tx.people.find_owners()))
            )
        )
        await LaunchCampaign(cafe.database)(BARISTA, draft.id)


def _agree(tx: Transaction, guests: Sequence[Person]) -> None:
    for one in guests:
        known = tx.people.find_customer(one.telegram_id)
        if known is not None:
            tx.wishes.keep(known.id, Purpose.OFFERS, WishState.GRANTED, ConsentText("offers-1", "en"))


def _draft(tx: Transaction) -> None:
    [owner] = tx.people.find_owners()
    campaign_id = tx.campaigns.add(BroadcastTerms(everybody=True), by=owner.id)
    tx.campaigns.keep_post(campaign_id, Post("en", "Soup of the day."))


def _zone_where_it_is_noon() -> str:
    """At night nothing would go out."""
    east = 12 - SystemClock().now().hour
    return f"Etc/GMT{-east:+d}" if east else "UTC"


@asynccontextmanager
async def _slow_telegram(
    times: list[float], chance: random.Random, enough: int, complete: asyncio.Event
) -> AsyncIterator[str]:
    async def answer(request: web.Request) -> web.Response:
        method, asked = request.match_info["method"], dict(await request.post())
        if method in ("sendMessage", "editMessageText"):
            times.append(asyncio.get_running_loop().time())
            if len(times) >= enough:
                complete.set()
            await asyncio.sleep(chance.uniform(QUICKEST, SLOWEST))
        if method == "getUpdates":
            await asyncio.sleep(1)
        return web.json_response({"ok": True, "result": answer_to(method, asked)})

    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        _, port = runner.addresses[0][:2]
        yield f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()
