"""What a hostile reading found about being forgotten; each test says what should be true.

Not here: mending.
"""

from tests.running_cafe import RunningCafe


async def test_six_digits_from_a_customer_are_not_answered_with_the_same_hint_twice(
    cafe: RunningCafe,
) -> None:
    await cafe.owner()
    mia = await cafe.customer("Mia")
    await mia.says("418302")
    await cafe.quiet()
    first = (await mia.chat())[-1]["text"]
    await mia.says("418303")
    await cafe.quiet()
    assert (await mia.chat())[-1]["text"] != first
