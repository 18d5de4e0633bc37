"""Updates on their way in, over HTTP: doubled, shuffled, unreadable, and Telegram on a bad day.

The parts by themselves are tested in test_inbox.py and test_handling.py.
"""

import asyncio
import json
import sqlite3
from contextlib import closing

import pytest

from bot import poller
from bot.poller import ANOTHER_COPY, UNKNOWN_BOT, WEBHOOK_SET
from bot.stopping import CannotRun
from storage.sqlite import FILE_NAME
from tests.bot.asking import call, calls, comes_to, health, trouble
from tests.people import Customer
from tests.running_cafe import RunningCafe


async def test_an_unreadable_update_is_put_aside_and_the_others_are_handled(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await cafe.breaks("unreadable_update")
    anna = await cafe.customer()
    await owner.sees("could not be handled")
    assert cafe.rows("SELECT COUNT(*) FROM inbox WHERE state = 'dead'") == [(1,)]
    await cafe.quiet()
    assert await anna.card()


async def test_an_update_that_comes_twice_counts_once(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer()
    card = await owner.types_code(await anna.shows_code())
    await cafe.breaks("duplicate_update")
    await owner.taps("+1", card)
    await anna.sees("№ 1")
    await cafe.breaks("new_id_for_same_tap")
    await owner.taps_when_shown("Make it 2", card)
    await anna.sees("№ 2")
    await cafe.quiet()
    assert cafe.rows("SELECT stamps FROM cards") == [(2,)]
    assert cafe.rows("SELECT COUNT(*) FROM operations") == [(2,)]


async def test_updates_in_the_wrong_order_are_all_handled(cafe: RunningCafe) -> None:
    anna = await cafe.customer()
    await cafe.quiet()
    await cafe.breaks("shuffle_updates")
    for number in range(3):
        await anna.says(f"/help {number}")
    await cafe.quiet()
    assert cafe.rows("SELECT COUNT(*), COUNT(DISTINCT state) FROM inbox") == [(4, 1)]


async def test_an_update_is_kept_as_received_and_its_offset_moves_only_then(cafe: RunningCafe) -> None:
    anna = await cafe.customer()
    await anna.says("Grüße 🦊")
    await cafe.quiet()
    [(text,)] = cafe.rows("SELECT body FROM inbox ORDER BY seq DESC LIMIT 1")
    assert isinstance(text, str)
    assert json.loads(text)["message"]["text"] == "Grüße 🦊"
    assert all("offset" not in poll or poll["offset"] for poll in await calls(cafe, "getUpdates"))


async def test_a_start_link_leaves_no_trace_in_the_inbox(cafe: RunningCafe) -> None:
    await cafe.owner()
    await cafe.quiet()
    assert cafe.rows("SELECT body FROM inbox") == [("",)]


async def test_the_poll_says_which_updates_it_wants(cafe: RunningCafe) -> None:
    await cafe.customer()
    [wanted, *_] = [poll["allowed_updates"] for poll in await calls(cafe, "getUpdates")]
    kinds = json.loads(wanted) if isinstance(wanted, str) else wanted
    assert {"message", "callback_query", "my_chat_member"} <= set(kinds)


async def test_the_bot_goes_on_after_errors_of_the_server(cafe: RunningCafe) -> None:
    for kind in ("server_error", "too_many_requests", "answer_lost"):
        await cafe.breaks(kind, method="getUpdates", retry_after=1)
    await cafe.customer()


async def test_a_bot_that_waits_before_it_asks_again_stops_as_asked(cafe: RunningCafe) -> None:
    await cafe.breaks("answer_lost", method="getUpdates", times=20)
    anna = await Customer.join(cafe.http, "Anna")
    await anna.starts()
    await trouble(cafe, "can't be reached")
    await cafe.stops_bot()
    async with cafe.http.delete("/sim/faults"):
        pass
    await cafe.starts_bot()
    await anna.sees("This is your stamp card")


async def test_no_update_is_lost_by_a_stop_and_a_start(cafe: RunningCafe) -> None:
    anna = await cafe.customer()
    await cafe.stops_bot()
    for number in range(5):
        await anna.says(f"/help {number}")
    await cafe.starts_bot()
    await comes_to(cafe, "SELECT state, COUNT(*) FROM inbox GROUP BY state", ("done", 6))


async def test_a_stop_confirms_what_was_received(cafe: RunningCafe) -> None:
    await cafe.customer()
    await cafe.stops_bot()
    answer = await call(cafe, "getUpdates", timeout=0)
    assert answer["result"] == []


async def test_a_webhook_is_said_with_what_to_do_and_never_dropped(cafe: RunningCafe) -> None:
    await call(cafe, "setWebhook", url="https://example.org/hook")
    anna = await Customer.join(cafe.http, "Anna")
    await anna.starts()
    assert await trouble(cafe) == WEBHOOK_SET.format(api=cafe.url)
    await call(cafe, "deleteWebhook")
    await anna.sees("This is your stamp card", timeout=15)


async def test_another_copy_is_named_once_it_is_no_mere_change_of_shift(
    cafe: RunningCafe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poller, "CONFLICT_PATIENCE_SECONDS", 1.0)

    async def asks_too() -> None:
        while True:
            await call(cafe, "getUpdates", timeout=1)

    rival = asyncio.create_task(asks_too())
    first = await trouble(cafe)
    assert "I wait for them to end" in first
    said = first
    for _ in range(200):
        if said == ANOTHER_COPY:
            break
        await asyncio.sleep(0.05)
        said = await trouble(cafe)
    assert said == ANOTHER_COPY
    rival.cancel()
    await cafe.customer()
    assert (await health(cafe))["troubles"] == []


async def test_a_token_that_is_revoked_while_the_bot_runs_ends_it_with_a_sentence(cafe: RunningCafe) -> None:
    await cafe.breaks("token_revoked", method="getUpdates")
    anna = await Customer.join(cafe.http, "Anna")
    await anna.starts()
    with pytest.raises(CannotRun) as ended:
        await cafe.ends()
    assert (str(ended.value), ended.value.exit_code) == (UNKNOWN_BOT, 78)


async def test_what_can_not_be_kept_is_not_confirmed(cafe: RunningCafe) -> None:
    anna = await cafe.customer()
    await cafe.quiet()
    with closing(sqlite3.connect(cafe.folder / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # some other program sits on the file
        await anna.says("/help")
        await asyncio.sleep(1)
        assert (await call(cafe, "getWebhookInfo"))["result"]["pending_update_count"] == 1
        other.execute("ROLLBACK")
    await anna.sees("Stamp me shows your code")
    await cafe.quiet()
    assert (await call(cafe, "getWebhookInfo"))["result"]["pending_update_count"] == 0
