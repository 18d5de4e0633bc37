"""What /metrics tells after a busy hour: right sums, and nothing by which anybody could be known.

Not here: health (test_webhook.py).
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.database_look import LASTS_SECONDS
from bot.stopping import EXIT_SETTINGS, CannotRun
from tests.running_cafe import RunningCafe

BY_STATE = "SELECT state, COUNT(*) FROM inbox GROUP BY state"
Samples = dict[tuple[str, str], float]
"""By name and label."""


@pytest.fixture
async def metered_cafe(tmp_path: Path) -> AsyncIterator[RunningCafe]:
    cafe = RunningCafe(tmp_path)
    cafe.metrics = True
    await cafe.open()
    yield cafe
    await cafe.close()


async def _read(cafe: RunningCafe) -> tuple[str, Samples]:
    address = f"http://127.0.0.1:{cafe.http_port}/metrics"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        assert answer.status == 200
        assert answer.headers["Content-Type"].startswith("text/plain")
        text = await answer.text()
    families = list(text_string_to_metric_families(text))
    samples = [sample for one in families for sample in one.samples]
    return text, {(one.name, "".join(one.labels.values())): one.value for one in samples}


async def test_the_sums_are_those_of_the_database(metered_cafe: RunningCafe) -> None:
    cafe = metered_cafe
    owner = await cafe.owner("Olgaverenka")
    anna = await cafe.customer("Annafelicitas")
    card = await owner.types_code(await anna.shows_code())
    await owner.taps("+1", card)
    await anna.sees("№ 1")
    await owner.says("000000")
    await owner.reads("error-unknown-code")
    await cafe.breaks("unreadable_update")
    await anna.says("/help")
    await owner.sees("could not be handled")
    await cafe.quiet()
    await asyncio.sleep(LASTS_SECONDS)  # somebody may have looked before it was quiet
    text, samples = await _read(cafe)
    states = {str(state): count for state, count in cafe.rows(BY_STATE)}
    assert [(samples["cup_updates_total", "received"],)] == cafe.rows("SELECT COUNT(*) FROM inbox")
    assert samples["cup_updates_total", "dead"] == states["dead"] == 1
    assert samples["cup_updates_total", "handled"] == states["done"]
    assert samples["cup_operations_total", "visit"] == 1
    assert samples["cup_refusals_total", "UnknownCode"] == 1
    (sent,) = cafe.rows("SELECT COUNT(*) FROM deliveries WHERE state = 'sent'")
    assert samples["cup_deliveries_total", "sent"] == sent[0]
    assert samples["cup_well", ""] == 1
    assert samples["cup_updates_waiting", ""] == 0
    assert samples["cup_body_seconds_bucket", "+Inf"] == samples["cup_body_seconds_count", ""] > 20
    for word in (str(anna.id), str(owner.id), "Annafelicitas", "Olgaverenka"):
        assert word not in text


async def test_without_the_setting_there_are_none(tmp_path: Path) -> None:
    cafe = RunningCafe(tmp_path, by_webhook=True)
    await cafe.open()
    address = f"http://127.0.0.1:{cafe.http_port}/metrics"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        assert answer.status == 404
    await cafe.close()


async def test_a_missing_package_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prometheus_client", None)
    monkeypatch.delitem(sys.modules, "bot.metrics", raising=False)
    cafe = RunningCafe(tmp_path)
    cafe.metrics = True
    with pytest.raises(CannotRun, match="prometheus-client") as caught:
        await cafe.open()
    assert caught.value.exit_code == EXIT_SETTINGS
    await cafe.closes_the_rest()
