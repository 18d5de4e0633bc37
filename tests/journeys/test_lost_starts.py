"""START reaches the bot without what the link carried, or twice: nobody is stuck, and nothing counts twice.

Not here: links that nobody made (tests/handlers/test_conversations.py).
"""

from tests.journeys.test_staff_chat import makes_staff_chat, sees_queue
from tests.people import Customer, Staff
from tests.running_cafe import RunningCafe


async def test_a_barista_whose_start_lost_the_code_finds_the_customer_in_the_queue(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    await makes_staff_chat(owner, ben)
    anna = await cafe.customer("Anna")
    code = await anna.shows_code()
    await cafe.breaks("payload_lost")
    await ben.scans(code.picture)
    await ben.starts()
    queue = await sees_queue(ben, ben.id, "1 is waiting")
    assert cafe.rows("SELECT state FROM scans") == [("live",)]
    assert await ben.taps(" · 0 of 6", queue) == "1 of 6"
    await anna.sees("1 of 6 · thanks, Ben")


async def test_a_code_whose_start_was_lost_can_be_scanned_again_and_start_pressed_twice(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    code = await anna.shows_code()
    await cafe.breaks("payload_lost")
    await owner.scans(code.picture)
    await owner.starts()
    card = await owner.scans_code(code)
    payload = await owner.scans(code.picture)
    await owner.starts(payload.rpartition("=")[2])
    await owner.taps("+1", card)
    await anna.sees("№ 1 · +1 stamp · 1 of 6")
    await cafe.quiet()
    assert cafe.rows("SELECT COUNT(*), SUM(adds) FROM visits") == [(1, 0)]
    assert cafe.rows("SELECT SUM(amount) FROM ledger_entries") == [(1,)]


async def test_links_that_bring_staff_in_work_again_until_they_are_used(cafe: RunningCafe) -> None:
    link = await cafe.owner_link()
    owner = await Staff.join(cafe.http, "Olga")
    await cafe.breaks("payload_lost")
    for _ in range(3):  # lost, arrived, pressed once more
        await owner.opens(link)
        await owner.starts()
    await owner.reads("staff-greeting")
    await owner.says("/invite")
    invite = next(w for w in (await owner.sees("Send this link"))["text"].split() if "start=" in w)
    ben = await Staff.join(cafe.http, "Ben")
    await cafe.breaks("payload_lost")
    for _ in range(3):
        await ben.opens(invite)
        await ben.starts()
    await owner.sees("Ben opened your invite")
    await cafe.quiet()
    assert cafe.rows("SELECT name, role FROM staff") == [("Olga", "owner")]
    asked = [one for one in await owner.chat() if "opened your invite" in one.get("text", "")]
    assert len(asked) == 1


async def test_whoever_presses_start_first_is_a_customer_and_no_owner(cafe: RunningCafe) -> None:
    eve = await Customer.join(cafe.http, "Eve")
    await eve.joins()
    for command in ("/program", "/staff", "/setup", "/invite", "/staffchat"):
        await eve.says(command)
    await eve.sees("Only the owner")
    await cafe.quiet()
    assert cafe.rows("SELECT COUNT(*) FROM staff") == [(0,)]
    assert cafe.rows("SELECT COUNT(*) FROM programs") == [(1,)]
