"""A broadcast to many, some of whom blocked the bot, with a pause by Telegram and kills in the middle.

Each guest has the post once or not at all; what is unknown is named and little; the sums agree with the
report. `make drill-broadcast` has 10,000 guests, three kills and 40 seconds of pause.
Not here: its speed alone (bench/).
"""

import asyncio
import bisect
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.sender import IN_FLIGHT
from tests.drills.many_guests import EVERY_BLOCKED, POST, Guests, seats
from tests.drills.mortal_cafe import MortalCafe, mortal_cafe
from tests.people import Staff

TELEGRAMS_LIMIT = 30
WINDOW_SECONDS = 10
"""Over which the pace is taken: this server shares its process with the test and the machine with the bot,
and notes a few calls a moment late. That 30 are kept in each single second is measured by the bench, against
a server of its own."""
FEW = 200
"""Guests in the gate, with one kill."""


@pytest.mark.timeout(3600)
async def test_killed_in_the_middle_of_a_broadcast_nobody_has_it_twice(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    count = request.config.getoption("--guests")
    kills, pause = (3, 40) if count > FEW else (1, 3)
    async with mortal_cafe(tmp_path) as cafe:
        owner = await Staff.join(cafe.http, "Olga")
        guests, run_id = await seats(cafe, cafe.world, owner, count)
        cafe.world.people[owner.id].started = True
        await cafe.starts_bot()
        for number in range(1, kills + 1):
            await _has_sent(cafe, count * number // (kills + 1))
            if number == 1:
                await _is_asked_to_wait(cafe, pause)
            await cafe.kills_bot()
        await _ends(cafe, count)
        await cafe.quiet()
        _check_chats(cafe, guests)
        _check_rows(cafe, guests, run_id, kills=kills)
        await _check_report(cafe, owner, guests)
        _check_pace(await _calls(cafe))
        assert "Traceback" not in cafe.log.read_text()


async def _has_sent(cafe: MortalCafe, count: int) -> None:
    """By the rows: looking through ten thousand chats would hold up the server, which is in this process."""
    sent = "SELECT COUNT(*) FROM recipients WHERE state = 'sent'"
    await _becomes(lambda: cafe.rows(sent)[0][0] >= count, seconds=60 + count)


async def _is_asked_to_wait(cafe: MortalCafe, seconds: int) -> None:
    fault = {"kind": "too_many_requests", "method": "sendMessage", "retry_after": seconds, "times": 1}
    async with cafe.http.post("/sim/faults", json=fault) as answer:
        assert answer.status == 200, await answer.text()
    paused = "SELECT 1 FROM lanes WHERE name = 'bulk' AND paused_until > 0"
    await _becomes(lambda: bool(cafe.rows(paused)), seconds=30)


async def _ends(cafe: MortalCafe, count: int) -> None:
    ended = [("finished",)]
    await _becomes(lambda: cafe.rows("SELECT state FROM runs") == ended, seconds=120 + count)


async def _becomes(true: Callable[[], bool], *, seconds: float) -> None:
    for _ in range(int(seconds / 0.5)):
        if true():
            return
        await asyncio.sleep(0.5)
    raise AssertionError("it never came to that")


def _posts(cafe: MortalCafe, guests: Guests) -> list[int]:
    """In whose chats the post stands, as often as it does."""
    messages = cafe.world.messages
    return [
        guest
        for guest in guests.ids
        for one in messages[guest].values()
        if one.message.get("text", "").startswith(POST)
    ]


def _check_chats(cafe: MortalCafe, guests: Guests) -> None:
    counted = Counter(_posts(cafe, guests))
    assert set(counted.values()) == {1}
    assert not guests.blocked & counted.keys()


def _check_rows(cafe: MortalCafe, guests: Guests, run_id: int, *, kills: int) -> None:
    states = dict(cafe.rows(f"SELECT state, COUNT(*) FROM recipients WHERE run_id = {run_id} GROUP BY state"))
    has_it = set(_posts(cafe, guests))
    rows = cafe.rows(
        f"""
        SELECT CAST(i.external_id AS INTEGER), r.state FROM recipients r
        JOIN identities i ON i.customer_id = r.customer_id WHERE r.run_id = {run_id}
        """
    )
    assert len(rows) == len(guests.ids)
    assert {guest for guest, state in rows if state == "sent"} <= has_it
    unknown = {guest for guest, state in rows if state == "unknown"}
    assert has_it <= {guest for guest, state in rows if state == "sent"} | unknown
    assert len(unknown) <= IN_FLIGHT * kills
    failed = {guest for guest, state in rows if state == "failed"}
    assert failed <= guests.blocked <= failed | unknown
    assert sum(states.values()) == len(guests.ids)
    assert set(states) <= {"sent", "failed", "unknown"}
    unreachable = cafe.rows("SELECT COUNT(*) FROM customers WHERE unreachable_since IS NOT NULL")
    assert unreachable == [(len(failed),)]


async def _check_report(cafe: MortalCafe, owner: Staff, guests: Guests) -> None:
    """One message, which says what the rows say."""
    said = [one["text"] for one in await owner.chat() if POST[:20] in one.get("text", "")]
    assert len(said) == 1, said
    states = dict(cafe.rows("SELECT state, COUNT(*) FROM recipients GROUP BY state"))
    assert _number(r"^Sent: ([\d,]+)", said[0]) == states["sent"]
    assert _number(r"^Did not arrive: ([\d,]+) \(blocked the bot [\d,]+\)", said[0]) == states["failed"]
    assert _number(r"not sent again: ([\d,]+) \(Guest", said[0]) == states.get("unknown", 0)
    assert states["failed"] >= len(guests.ids) // EVERY_BLOCKED - IN_FLIGHT * 3


async def _calls(cafe: MortalCafe) -> list[float]:
    """When each message and edit was asked for, in real seconds."""
    async with cafe.http.get("/sim/transcript") as answer:
        lines: list[dict[str, Any]] = (await answer.json())["lines"]
    return [one["wall"] for one in lines if one.get("call") in ("sendMessage", "editMessageText")]


def _check_pace(times: list[float]) -> None:
    most = max(bisect.bisect_left(times, at + WINDOW_SECONDS) - place for place, at in enumerate(times))
    assert most <= TELEGRAMS_LIMIT * WINDOW_SECONDS, most


def _number(pattern: str, text: str) -> int:
    found = re.search(pattern, text, re.MULTILINE)
    return int(found[1].replace(",", "")) if found else 0
