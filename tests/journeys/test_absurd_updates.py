"""Every kind of update that the Bot API has, true to its form and absurd: an answer, and nothing else.

Not here: how they are made (absurd_updates.py), and what each known forgery is told (tests/handlers).
"""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.sandbox.person import Person
from tests.journeys.absurd_updates import KINDS, Absurdities
from tests.running_cafe import RunningCafe, running_cafe

TABLES = (
    "operations", "ledger_entries", "cards", "visits", "rewards", "scans", "programs",
    "schemes", "tills", "freezes", "handover_offers", "signs", "locations",
)  # fmt: skip
PATIENCE = 30
Json = dict[str, Any]


class Night:
    """A cafe with people in it, and nonsense that arrives."""

    def __init__(self, cafe: RunningCafe, staff: Sequence[int], customers: Sequence[int], eve: int) -> None:
        """What lies in the database is the first customer's; Eve is nobody's customer yet."""
        self._cafe = cafe
        self._known = [*staff, *customers]
        self.everybody = [*self._known, eve]
        self._guests = [*customers[1:], eve]

    def state(self) -> dict[str, list[tuple[object, ...]]]:
        """All that nobody's nonsense may change."""
        # Not `staff.language`: a phone may say something else every day.
        staff = self._cafe.rows("SELECT id, telegram_id, name, role, removed_at FROM staff ORDER BY id")
        tables = {table: self._cafe.rows(f"SELECT * FROM {table} ORDER BY 1") for table in TABLES}
        return {**tables, "staff": staff}

    async def round(self, absurd: Absurdities) -> None:
        """Everybody says something, guests press START and tap, each kind arrives: each time an answer."""
        await self._hears([absurd.message_in_private(person) for person in self.everybody])
        # Not by Eve: START on any link is the way to become a customer.
        await self._hears([absurd.start_of(person) for person in self._known])
        # With our prefixes and true ids by those whom nothing belongs to: a button in itself is no right.
        taps = [absurd.tap_of(person, forged=person in self._guests) for person in self.everybody]
        calls = await self._calls_after(taps)
        said = {one["params"]["callback_query_id"] for one in calls if one["method"] == "answerCallbackQuery"}
        assert [one for one in taps if one["callback_query"]["id"] not in said] == []
        await self._handle([absurd.update(kind) for kind in KINDS])

    async def _hears(self, messages: Sequence[Json]) -> None:
        calls = await self._calls_after(messages)
        answered = {str(one["params"]["chat_id"]) for one in calls if one["method"].startswith("send")}
        assert [one for one in messages if str(one["message"]["chat"]["id"]) not in answered] == []

    async def _calls_after(self, updates: Sequence[Json]) -> list[Json]:
        """What the bot asks of Telegram on these updates."""
        before = await self._calls()
        await self._handle(updates)
        return [one for one in await self._calls() if one["n"] > before[-1]["n"]]

    async def _calls(self) -> list[Json]:
        async with self._cafe.http.get("/sim/calls") as response:
            calls: list[Json] = await response.json()
        return calls

    async def _handle(self, updates: Sequence[Json]) -> None:
        async with self._cafe.http.post("/sim/updates", json={"updates": list(updates)}) as response:
            brought = await response.json()
        assert response.status == 200, brought
        first, last = min(brought["update_ids"]), max(brought["update_ids"])
        mine = f"update_id BETWEEN {first} AND {last}"
        async with asyncio.timeout(PATIENCE):
            done = f"SELECT COUNT(*) FROM inbox WHERE {mine} AND state <> 'waiting'"
            while self._cafe.rows(done) != [(len(updates),)]:  # noqa: ASYNC110 - waits for rows
                await asyncio.sleep(0.02)
        dead = self._cafe.rows(f"SELECT update_id, error FROM inbox WHERE {mine} AND state = 'dead'")
        assert not dead, [(error, updates[int(str(number)) - first]) for number, error in dead]


def _is_expected(event: Mapping[str, Any]) -> bool:
    """An old SQLite is the machine's; a line into a group that does not exist arrives nowhere."""
    nowhere = event["event"] == "delivery_failed" and "UNREACHABLE" in event["problem"]
    return bool(nowhere or event["event"] == "old_sqlite")


async def _gather(cafe: RunningCafe) -> Night:
    """An owner, a barista, customers of whom one has a stamp, and somebody whom the cafe does not know."""
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    customers = [await cafe.customer(name) for name in ("Anna", "Ivan", "Mari")]
    await owner.taps("+1", await owner.types_code(await customers[0].shows_code()))
    await customers[0].sees("№ 1")
    eve = await Person.join(cafe.http, "Eve")
    await eve.starts("c_" + "e" * 22)
    await cafe.quiet()
    return Night(cafe, [owner.id, ben.id], [one.id for one in customers], eve.id)


async def test_nonsense_of_every_kind_is_answered_in_private_and_changes_nothing(
    tmp_path: Path, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> None:
    with capture_logs() as events:
        async with running_cafe(tmp_path) as cafe:
            night = await _gather(cafe)
            before = night.state()
            assert all(before[table] for table in ("ledger_entries", "visits", "cards", "staff", "programs"))
            for seed in range(request.config.getoption("--absurd")):
                await night.round(Absurdities(seed, night.everybody))
                assert night.state() == before, seed
            await cafe.waits(seconds=90)  # groups that somebody put the bot into are left now
            await cafe.quiet()
            assert night.state() == before
    complaints = [one for one in events if one["log_level"] in ("warning", "error", "critical")]
    assert [one for one in complaints if not _is_expected(one)] == []
    assert [one for one in caplog.records if one.levelno >= logging.ERROR] == []
