"""The bot is away for twenty minutes in the middle of the morning.

Not here: kills between the steps (tests/drills).
"""

import json

from bot.secret_source import SystemSecrets
from loyalty.ids import UpdateId
from loyalty.inbox import NewUpdate
from loyalty.use_cases.house.receiving import KeepUpdates
from tests import databases
from tests.bot.asking import call
from tests.running_cafe import RunningCafe


async def test_twenty_minutes_away(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    barista = await cafe.barista(owner)
    mia, leo = await cafe.customer("Mia"), await cafe.customer("Leo")
    card = await barista.scans_code(await mia.shows_code())
    await cafe.stops_bot()
    await barista.taps("+1", card, wait=0.1)
    await leo.presses("Stamp me")
    await cafe.waits(minutes=20)
    await cafe.starts_bot()
    told = await owner.sees("I was away from")
    assert "(20 minutes)." in told["text"]
    assert "could not be done" not in told["text"]
    assert "Mia · +1, 1 of 6" in told["text"]
    await mia.sees("1 of 6 · thanks")
    await leo.sees("I was away when you asked")
    await owner.taps("Undo +1", told)
    await mia.sees("0 of 6")
    await cafe.stops_bot()
    await cafe.starts_bot()
    await cafe.quiet()
    assert sum("I was away from" in one.get("text", "") for one in await owner.chat()) == 1


async def test_a_tap_that_was_received_before_the_bot_died_is_carried_out_too(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    barista = await cafe.barista(owner)
    mia = await cafe.customer("Mia")
    card = await barista.scans_code(await mia.shows_code())
    await cafe.stops_bot()
    await barista.taps("+1", card, wait=0.1)
    [tap] = (await call(cafe, "getUpdates", timeout=0))["result"]
    database = await databases.open_database(cafe.folder, clock=cafe.clock, secrets=SystemSecrets())
    await KeepUpdates(database)([NewUpdate(UpdateId(tap["update_id"]), json.dumps(tap), begun=True)])
    await database.close()
    await call(cafe, "getUpdates", timeout=0, offset=tap["update_id"] + 1)
    await cafe.waits(minutes=20)
    await cafe.breaks("server_error", method="getUpdates", times=2)  # it is judged before Telegram answers
    await cafe.starts_bot()
    await mia.sees("1 of 6 · thanks")
    assert "Mia · +1, 1 of 6" in (await owner.sees("I was away from"))["text"]


async def test_an_undo_that_waited_is_carried_out_and_listed(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    barista = await cafe.barista(owner)
    mia = await cafe.customer("Mia")
    card = await barista.scans_code(await mia.shows_code())
    await barista.taps("+1", card)
    await mia.sees("1 of 6 · thanks")
    card = await barista.sees_on(card, "1 of 6")
    await cafe.stops_bot()
    await barista.taps("Undo", card, wait=0.1)
    await cafe.waits(minutes=20)
    await cafe.starts_bot()
    told = await owner.sees("I was away from")
    await mia.sees("0 of 6")
    assert "Mia · +1, 0 of 6 (undone)" in told["text"]


async def test_a_tap_that_waited_in_vain_is_told_to_who_tapped_and_to_the_owner(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    barista = await cafe.barista(owner)
    mia = await cafe.customer("Mia")
    first = await barista.scans_code(await mia.shows_code())
    await barista.taps("+5", first)
    first = await barista.sees_on(first, "5 of 6")
    second = await barista.scans_code(await mia.shows_code())
    await barista.taps("Second round", second)
    await mia.sees("0 of 6")
    await cafe.stops_bot()
    await barista.taps("Undo", first, wait=0.1)
    await cafe.waits(minutes=20)
    await cafe.starts_bot()
    told = await owner.sees("I was away from")
    why = "A later visit used these stamps. Undo that one first. A manager can: /undo 1."
    assert f"could not be done any more:\nBen: {why}" in told["text"]
    assert "Nothing had waited" not in told["text"]
    await barista.sees(why)


async def test_a_reward_that_was_wanted_last_night_does_not_stand_in_the_queue_in_the_morning(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    barista = await cafe.barista(owner)
    mia = await cafe.customer("Mia")
    await barista.taps("+6", await barista.scans_code(await mia.shows_code()))
    await mia.sees("№ 1")
    await cafe.waits(minutes=20)
    await mia.presses("Rewards")
    shown = await mia.sees("tap the one you want")
    await cafe.stops_bot()
    await mia.taps("Use it now", shown, wait=0.1)
    await cafe.waits(minutes=600)
    await cafe.starts_bot()
    told = await owner.sees("I was away from")
    assert "Nothing had waited for me at the counter." in told["text"]
    await mia.sees("I was away when you tapped")
    assert cafe.rows("SELECT count(*) FROM scans WHERE state = 'live'") == [(0,)]
    await mia.taps("Use it now", shown)
    await cafe.quiet()
    assert cafe.rows("SELECT count(*) FROM scans WHERE state = 'live'") == [(1,)]


async def test_the_list_of_what_had_waited_says_what_was_undone_since(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    barista = await cafe.barista(owner)
    mia = await cafe.customer("Mia")
    card = await barista.scans_code(await mia.shows_code())
    await cafe.stops_bot()
    await barista.taps("+1", card, wait=0.1)
    await cafe.waits(minutes=20)
    await cafe.starts_bot()
    told = await owner.sees("I was away from")
    await owner.taps("Undo +1", told)
    await mia.sees("0 of 6")
    now = await owner.sees_on(told, "(undone)")
    assert "reply_markup" not in now


async def test_after_more_than_a_day_it_is_said_that_telegram_keeps_nothing_older(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await cafe.stops_bot()
    await cafe.waits(hours=25)
    await cafe.starts_bot()
    told = await owner.sees("I was away from")
    assert "Older ones never reached me" in told["text"]
