"""The bot is away for twenty minutes in the middle of the morning.

Not here: kills between the steps (tests/drills).
"""

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
    assert "Mia · +1, 1 of 6" in told["text"]
    await mia.sees("1 of 6 · thanks")
    await leo.sees("I was away when you asked")
    await owner.taps("Undo +1", told)
    await mia.sees("0 of 6")
    await cafe.stops_bot()
    await cafe.starts_bot()
    await cafe.quiet()
    assert sum("I was away from" in one.get("text", "") for one in await owner.chat()) == 1
