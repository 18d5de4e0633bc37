"""What a hostile reading found about being away; each test says what should be true.

Not here: mending.
"""

from tests.running_cafe import RunningCafe


async def test_an_undo_tapped_while_the_bot_was_away_is_done_or_said_to_be_too_late(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    barista = await cafe.barista(owner)
    mia = await cafe.customer("Mia")
    card = await barista.scans_code(await mia.shows_code())
    await barista.taps("+1", card)
    await mia.sees("1 of 6 · thanks")
    await cafe.quiet()
    card = [one for one in await barista.chat() if one["message_id"] == card["message_id"]][0]
    await cafe.stops_bot()
    await barista.taps("Undo", card, wait=0.1)
    await cafe.waits(minutes=20)
    await cafe.starts_bot()
    told = await owner.sees("I was away from")
    await cafe.quiet()
    undone = any("0 of 6" in one.get("text", "") for one in await mia.chat())
    said = any(
        "undo" in one.get("text", "").lower() and "/undo" in one.get("text", "")
        for one in await barista.chat()
    )
    assert undone or said or "could not" in told["text"], "the tap is lost, and nobody is told"


async def test_a_reward_that_was_wanted_last_night_does_not_stand_in_the_queue_in_the_morning(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    barista = await cafe.barista(owner)
    mia = await cafe.customer("Mia")
    card = await barista.scans_code(await mia.shows_code())
    await barista.taps("+6", card)
    await cafe.quiet()
    await cafe.waits(minutes=20)
    await cafe.quiet()
    await mia.presses("Rewards")
    shown = await mia.sees("tap the one you want")
    await cafe.stops_bot()
    await mia.taps("Use it now", shown, wait=0.1)
    await cafe.waits(minutes=600)
    await cafe.starts_bot()
    await owner.sees("I was away from")
    for _ in range(5):
        await cafe.quiet()
    waiting = cafe.rows("SELECT count(*) FROM scans WHERE state = 'live' AND queued_at IS NOT NULL")
    assert waiting == [(0,)], "ten hours later Mia is waiting at the counter for a free coffee"


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
    for _ in range(3):
        await cafe.quiet()
    [now] = [one for one in await owner.chat() if one["message_id"] == told["message_id"]]
    assert "(undone)" in now["text"], "the list goes on saying +1, with a button for it"


async def test_rules_do_not_promise_old_cards_after_their_last_day(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await owner.says("/setup")
    mia = await cafe.customer("Mia")
    await owner.taps("More rules")
    await cafe.quiet()
    await owner.taps("Old paper cards")
    await cafe.quiet()
    await owner.taps("Today")
    await cafe.quiet()
    await mia.says("/rules")
    await mia.sees("old paper card")
    await cafe.waits(minutes=60 * 49)
    await mia.says("/rules")
    await cafe.quiet()
    assert "old paper card" not in (await mia.chat())[-1]["text"]
