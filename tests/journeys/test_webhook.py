"""The counter behind a webhook, and a bot that changes between polling and webhook while people write.

Not here: what the bot's server answers to strangers (tests/bot/test_webhook.py), kills (tests/drills).
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.asking import call, calls, comes_to
from tests.journeys.main_loop import play_main_loop
from tests.people import Customer
from tests.running_cafe import RunningCafe, running_cafe
from tests.tongues import tongue

ALL_DONE = "SELECT COUNT(*) FROM inbox WHERE state <> 'done'"


@pytest.fixture
async def posted_cafe(tmp_path: Path) -> AsyncIterator[RunningCafe]:
    async with running_cafe(tmp_path, by_webhook=True) as cafe:
        yield cafe


async def test_the_main_loop_is_the_same_behind_a_webhook(posted_cafe: RunningCafe) -> None:
    await play_main_loop(posted_cafe, tongue("en"))
    assert await calls(posted_cafe, "getUpdates") == []
    assert posted_cafe.rows(ALL_DONE) == [(0,)]


async def test_updates_doubled_unreadable_and_refused_by_the_way_count_once(posted_cafe: RunningCafe) -> None:
    owner = await posted_cafe.owner()
    anna = await posted_cafe.customer()
    card = await owner.types_code(await anna.shows_code())
    await posted_cafe.breaks("duplicate_update")
    await owner.taps("+1", card)
    await anna.sees("№ 1")
    await posted_cafe.breaks("new_id_for_same_tap")
    await owner.taps_when_shown("Make it 2", card)
    await anna.sees("№ 2")
    await posted_cafe.breaks("unreadable_update")
    await anna.says("/help")
    await owner.sees("could not be handled")
    await posted_cafe.quiet()
    assert posted_cafe.rows("SELECT stamps FROM cards") == [(2,)]
    assert posted_cafe.rows("SELECT COUNT(*) FROM operations") == [(2,)]
    assert posted_cafe.rows("SELECT COUNT(*) FROM inbox WHERE state = 'dead'") == [(1,)]


async def test_what_waits_at_each_switch_between_polling_and_webhook_is_done_once(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer()
    for stamps, by_webhook in ((1, True), (2, False), (3, True), (4, False)):
        await cafe.waits(hours=24)  # past every question about stamps given that soon after each other
        card = await owner.types_code(await anna.shows_code())
        await cafe.quiet()
        await cafe.stops_bot()
        await owner.taps("+1", card, wait=0.1)
        bea = await Customer.join(cafe.http, f"Bea{stamps}")
        await bea.starts()
        cafe.by_webhook = by_webhook
        await cafe.starts_bot()
        await bea.reads("card-stamps", timeout=15)
        await anna.sees(f"№ {stamps} · +1 stamp", timeout=15)
        await cafe.quiet()
    assert cafe.rows("SELECT COUNT(*) FROM operations") == [(4,)]
    assert cafe.rows("SELECT COUNT(*) FROM customers WHERE practice = 0") == [(5,)]
    await comes_to(cafe, ALL_DONE, (0,))
    for method in ("setWebhook", "deleteWebhook"):
        asked = await calls(cafe, method)
        assert len(asked) == 2
        assert [one.get("drop_pending_updates") for one in asked] in ([None] * 2, ["false"] * 2, [False] * 2)
    assert (await call(cafe, "getWebhookInfo"))["result"]["url"] == ""
