"""A sale code from the barista's phone to the customer's card, in the words of people.

Not here: races, seconds and limits (tests/use_cases/test_sale_codes.py).
"""

from tests.journeys.test_staff import opens_till
from tests.journeys.test_staff_chat import makes_staff_chat
from tests.people import Customer, Message, Staff
from tests.running_cafe import RunningCafe, reads_after


async def sells(staff: Staff, how: str) -> tuple[Message, Message]:
    """What was typed; the message and the QR that come."""
    asked = await staff.says(how)
    text = await reads_after(staff, "sale-live", asked)
    return text, await reads_after(staff, "sale-picture", asked)


async def test_the_customer_scans_and_the_barista_sees_who_it_was_and_can_undo(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    mia = await cafe.customer("Mia")
    text, picture = await sells(ben, "/sale +2")
    assert "Sale code: 2 stamps" in text["text"]
    mia.taps_made = 0

    await mia.scans(picture)
    await mia.starts()
    assert mia.taps_made == 2
    await mia.sees("№ 1 · +2 stamps · 2 of 6 · thanks, Ben")
    card = await ben.sees_on(text, "Mia")
    assert "№ 1 · +2 · Ben" in card["text"]
    await ben.sees("Collected.")

    await mia.scans(picture)
    await mia.starts()
    await mia.sees("You have collected this already: 2 of 6")
    leo = await Customer.join(cafe.http, "Leo")
    await leo.scans(picture)
    await leo.starts()
    await leo.sees("Somebody else has collected this already")

    assert await ben.taps("Undo", card) == "Undone: 0 of 6"
    await mia.sees("№ 2 · −2 stamps · 0 of 6")
    await ben.sees_on(text, "Undone by Ben")
    await mia.scans(picture)
    await mia.starts()
    await mia.sees("This was taken back at the counter")
    assert cafe.rows("SELECT COUNT(*) FROM customers") == [(1,)]


async def test_somebody_new_joins_by_it(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    _, picture = await sells(owner, "/sale +1")
    mia = await Customer.join(cafe.http, "Mia")
    await mia.scans(picture)
    await mia.starts()
    await mia.reads("greeting")
    await mia.sees("№ 1 · +1 stamp · 1 of 6 · thanks, Olga")
    assert "1 of 6" in await mia.card()
    assert await mia.keyboard() == ["Stamp me", "My card", "Rewards", "History"]


async def test_the_button_offers_what_is_sold_and_one_tap_makes_the_code(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await owner.presses("Sale code")
    menu = await owner.reads("sale-menu")
    assert owner.buttons(menu) == ["+1", "+2", "+3", "+4", "+5", "+6"]
    await owner.taps("+3", menu)
    text = await owner.reads("sale-live")
    assert "3 stamps" in text["text"]
    await cafe.waits(seconds=90)
    text = await owner.sees_on(text, "It ran out")
    await owner.sees("This code no longer works.")
    await owner.taps("The same once more", text)
    again = await reads_after(owner, "sale-live", text)
    assert "3 stamps" in again["text"]


async def test_a_newer_code_voids_the_one_before(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    text, picture = await sells(owner, "/sale +1")
    await sells(owner, "/sale +2")
    await owner.sees_on(text, "It is void")
    mia = await cafe.customer("Mia")
    await mia.scans(picture)
    await mia.starts()
    await mia.sees("This code is over")


async def test_from_a_group_it_comes_to_the_own_chat_and_strangers_get_none(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    group = await makes_staff_chat(owner, ben)
    await ben.says("/sale +1", chat=group)
    await ben.sees("The sale code is in your private chat with me", chat=group)
    await ben.reads("sale-live")
    said = [message.get("text") or message.get("caption") or "" for message in await ben.chat(group)]
    assert not any("Scan me" in text or "works once" in text for text in said)
    mia = await cafe.customer("Mia")
    await mia.says("/sale +1")
    await mia.sees("Only staff can do this")


async def test_nobody_stamps_themselves_and_a_limit_sends_to_the_counter(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    text, picture = await sells(ben, "/sale +1")
    await ben.scans(picture)
    await ben.starts()
    await ben.sees("You made this code, and nobody serves themselves")

    mia = await cafe.customer("Mia")
    for _ in range(3):
        card = await owner.types_code(await mia.shows_code())
        await owner.taps("+1", card)
        await cafe.waits(minutes=16)
    text, picture = await sells(ben, "/sale +1")
    await mia.scans(picture)
    await mia.starts()
    await mia.sees("This needs a word from the staff")
    await ben.sees_on(text, "Not collected by Mia: this card was used often today")
    leo = await cafe.customer("Leo")
    await leo.scans(picture)
    await leo.starts()
    await leo.sees("+1 stamp")


async def test_at_a_till_it_is_of_whoever_is_on_shift_and_ends_with_them(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await cafe.barista(owner, "Ben")
    till = await opens_till(cafe, owner)
    await till.says("/sale +1")
    await till.sees("Nobody is on shift at this till")
    await till.presses("Who is on shift")
    shift = await till.sees("Nobody is on shift. Tap your name.")
    await till.taps("Ben", shift)
    text, picture = await sells(till, "/sale +1")
    mia = await cafe.customer("Mia")
    await mia.scans(picture)
    await mia.starts()
    await mia.sees("+1 stamp · 1 of 6 · thanks, Ben")
    await till.sees_on(text, "Mia")
    text, _ = await sells(till, "/sale +1")
    await till.taps("Olga", shift)
    await till.sees_on(text, "It is void")


async def test_a_picture_that_does_not_get_through_leaves_no_code(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await cafe.breaks("server_error", method="sendPhoto", times=5)
    asked = await owner.says("/sale +1")
    await reads_after(owner, "sale-picture-failed", asked)
    assert cafe.rows("SELECT state FROM sale_codes") == [("void",)]


async def test_somebody_new_whose_first_code_is_taken_is_shown_the_way_to_a_card(cafe: RunningCafe) -> None:
    """They had a refusal and nothing to tap until they thought of /start."""
    owner = await cafe.owner()
    _, picture = await sells(owner, "/sale +1")
    mia = await cafe.customer("Mia")
    await mia.scans(picture)
    await mia.starts()
    await mia.sees("№ 1 · +1 stamp")
    leo = await Customer.join(cafe.http, "Leo")
    await leo.scans(picture)
    await leo.starts()
    await leo.sees("You can have a card here all the same: tap My card below.")
    assert cafe.rows("SELECT COUNT(*) FROM customers") == [(1,)]
    assert "0 of 6" in await leo.card()
