"""What a hostile reading found about being forgotten; each test says what should be true.

Not here: mending.
"""

from tests.running_cafe import RunningCafe


async def test_what_undo_last_answered_loses_the_name_too(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    mia = await cafe.customer("Zeldamira")
    card = await ben.scans_code(await mia.shows_code())
    await ben.taps("+1", card)
    await mia.sees("№ 1")
    await ben.presses("Undo last")
    await cafe.quiet()
    await mia.says("/forget")
    await mia.sees("Erase everything?")
    await mia.taps("Erase everything")
    await mia.reads("forget-farewell")
    await cafe.quiet()
    texts = [one.get("text", "") for one in await ben.chat() if "Zeldamira" in one.get("text", "")]
    assert texts == []


async def test_the_question_before_a_late_undo_loses_the_name_too(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    mia = await cafe.customer("Zeldamira")
    await owner.taps("+1", await owner.types_code(await mia.shows_code()))
    await mia.sees("№ 1")
    await owner.says("/undo 1")
    await owner.sees("Take this back?")
    await mia.says("/forget")
    await mia.sees("Erase everything?")
    await mia.taps("Erase everything")
    await mia.reads("forget-farewell")
    await cafe.quiet()
    texts = [one.get("text", "") for one in await owner.chat() if "Zeldamira" in one.get("text", "")]
    assert texts == []
