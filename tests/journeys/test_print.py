"""A sign from the printer to the wall, until a newer one takes its place.

Not here: the pages themselves (tests/handlers/test_print_pages.py).
"""

from tests.people import Customer, Message, Staff
from tests.running_cafe import RunningCafe


async def the_picture(owner: Staff, name: str) -> Message:
    """The file of that name, as it lies in the chat."""
    for _ in range(5):
        for message in await owner.chat():
            if message.get("document", {}).get("file_name") == name:
                return message
        await owner.sees("100 %", timeout=10)
    raise AssertionError(f"no {name}: {await owner.chat()}")


async def test_a_customer_joins_by_the_sign_on_the_wall_and_not_by_the_one_before(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await owner.says("/print")
    await owner.sees("No sign hangs anywhere yet")
    await owner.taps("Sign A6")
    await owner.sees("100 %", timeout=10)
    await cafe.quiet()
    old = await the_picture(owner, "sign-1-a6-en.png")

    mia = await Customer.join(cafe.http, "Mia")
    await mia.scans(old)
    await mia.joins()
    assert cafe.rows("SELECT source FROM customers") == [("Sign 1",)]

    await owner.says("/print")
    menu = await owner.sees("№ 1 · Sign A6 · 1 joined")
    await owner.taps("New signs instead of old ones", menu)
    await owner.taps("Yes, replace 1", menu)
    await owner.sees("The old signs are out of date")

    leo = await Customer.join(cafe.http, "Leo")
    await leo.scans(old)
    await leo.starts()
    await leo.sees("This sign is out of date: the cafe has a newer one")
    assert cafe.rows("SELECT COUNT(*) FROM customers") == [(1,)]
    await leo.presses("My card")
    await leo.sees("Your card:")
    await mia.scans(old)
    await mia.joins()
    assert cafe.rows("SELECT source FROM customers ORDER BY id") == [("Sign 1",), ("",)]
