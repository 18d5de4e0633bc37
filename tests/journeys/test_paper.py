"""A customer without Telegram: a card from the printer, a month of coffees, and one day a phone.

Not here: races and limits (tests/use_cases).
"""

import asyncio
import re
from random import Random

import pypdfium2
import zxingcpp

from handlers.pictures.qr import draw_qr
from tests.people import Customer, Message, Staff
from tests.photographs import take_photo, usual
from tests.running_cafe import TOKEN, RunningCafe, reads_after

STANDS = "SELECT stamps FROM cards ORDER BY id"


class Printed:
    """A card as it comes out of the printer: the link behind its QR, the number under it."""

    def __init__(self, link: str, number: str) -> None:
        self.link = link
        self.number = number


async def the_file(staff: Staff, asked: Message) -> Message:
    """The PDF that comes after a message; drawing it takes a moment."""
    for _ in range(500):
        for one in await staff.chat():
            if one["message_id"] > asked["message_id"] and "document" in one:
                return one
        await asyncio.sleep(0.02)
    raise AssertionError(f"{staff.first_name} got no file: {await staff.chat()}")


async def fetch(cafe: RunningCafe, message: Message) -> bytes:
    """The file of a message, as its reader's phone has it."""
    asked = {"file_id": message["document"]["file_id"]}
    async with cafe.http.post(f"/bot{TOKEN}/getFile", json=asked) as answer:
        path = (await answer.json())["result"]["file_path"]
    async with cafe.http.get(f"/file/bot{TOKEN}/{path}") as answer:
        return await answer.read()


async def prints(cafe: RunningCafe, staff: Staff, command: str) -> list[Printed]:
    """The cards of a PDF, read with a camera and with the eyes."""
    asked = await staff.says(command)
    return await read_page(cafe, staff, asked)


async def read_page(cafe: RunningCafe, staff: Staff, asked: Message) -> list[Printed]:
    file = await the_file(staff, asked)
    with pypdfium2.PdfDocument(await fetch(cafe, file)) as document:
        page = document[0].render(scale=300 / 72).to_pil()
        text = document[0].get_textpage().get_text_bounded()
    links = [str(code.text) for code in zxingcpp.read_barcodes(page)]
    numbers = re.findall(r"\b\d{4} \d{4}\b", text)
    assert len(links) == len(numbers)
    return [Printed(link, number) for link, number in zip(links, numbers, strict=True)]


async def scans(staff: Staff, card: Printed) -> Message:
    """Camera, banner, START; the staff card that comes."""
    before = len(await staff.chat())
    await staff.opens(card.link)
    await staff.starts()
    return await staff.sees_card(before)


async def types(staff: Staff, text: str) -> Message:
    before = len(await staff.chat())
    await staff.says(text)
    return await staff.sees_card(before)


async def test_a_card_on_paper_collects_gives_one_coffee_a_day_is_lost_and_replaced(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    [card] = await prints(cafe, ben, "/paper Olga")

    shown = await scans(ben, card)
    assert f"Olga · paper card {card.number}" in shown["text"]
    assert await ben.taps("+1", shown) == "1 of 6"
    await cafe.waits(minutes=20)
    for more in ("+5", "+6"):
        shown = await types(ben, f"{card.number} {more}")
        await ben.sees_on(shown, "0 of 6")
        await cafe.waits(minutes=20)

    shown = await scans(ben, card)
    await ben.taps("Hand over: Free coffee", shown)
    await ben.sees_on(shown, "Free coffee handed over · Ben")
    toast = await ben.taps("Hand over: Free coffee", shown)
    assert toast is not None
    assert "once a day" in toast
    await cafe.waits(days=1)
    shown = await scans(ben, card)
    await ben.taps("Paper card", shown)
    await ben.taps("Block", shown)
    await ben.sees_on(shown, "This paper card is blocked")

    await ben.opens(card.link)
    await ben.starts()
    told = await ben.sees("This paper card is blocked since")
    assert f"/paper {card.number}, then Replace" in told["text"]
    asked = await ben.says(f"/paper {card.number}")
    view = await reads_after(ben, "papercard-blocked", asked)
    assert "by Ben" in view["text"]
    await ben.taps("Replace", view)
    [again] = await read_page(cafe, ben, asked)
    assert again.number != card.number
    await scans(ben, again)
    await ben.says(card.number)
    await ben.sees(f"was replaced by {again.number}")
    assert cafe.rows("SELECT COUNT(*) FROM deliveries WHERE operation_id IS NOT NULL") == [(0,)]


async def test_a_photo_of_a_paper_card_brings_its_card_as_a_scan_does(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    [card] = await prints(cafe, ben, "/paper Olga")
    chance = Random(3)
    before = len(await ben.chat())
    await ben.sends_photo(take_photo(draw_qr(card.link), usual(chance), chance))
    shown = await ben.sees_card(before)
    assert f"Olga · paper card {card.number}" in shown["text"]
    assert await ben.taps("+1", shown) == "1 of 6"


async def test_a_mistyped_digit_is_said_and_a_bill_may_follow_the_number(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    sheet = await prints(cafe, owner, "/paper 8")
    assert len({one.link for one in sheet}) == 8
    number = sheet[0].number
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    await owner.says(wrong)
    await owner.sees("a digit is wrong, missing or too many")
    await owner.says(f"{number} 3,50")
    await owner.sees("so a bill gives nothing")
    shown = await types(owner, number)
    assert f"Paper card {number}" in shown["text"]
    await owner.says("/paper 11")
    await owner.sees("10 cards fit on a sheet")


async def test_a_lost_card_is_found_by_name(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    [card] = await prints(cafe, owner, "/paper Olga")
    await prints(cafe, owner, "/paper Peter")
    await owner.says("/papers olga")
    found = await owner.reads("papers-heading")
    assert owner.buttons(found) == [f"{card.number} · Olga"]
    await owner.taps(f"{card.number} · Olga", found)
    await owner.taps("Block", found)
    await owner.sees_on(found, "Blocked since")
    await owner.taps("Forget the customer", found)
    await owner.sees_on(found, "Erase whoever this card was made for?")
    await owner.taps("Yes, erase", found)
    await owner.sees_on(found, "Erased.")
    await owner.says("/papers olga")
    await owner.reads("papers-none-named")


async def test_a_card_goes_to_telegram_with_all_that_is_on_it(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    [card] = await prints(cafe, owner, "/paper")
    await types(owner, f"{card.number} +8")

    mia = await Customer.join(cafe.http, "Mia")
    await mia.opens(card.link)
    await mia.starts()
    question = await mia.sees("Move this card and all that is on it to your Telegram?")
    assert "2 of 6 · Free coffee" in question["text"]
    assert cafe.rows("SELECT COUNT(*) FROM identities WHERE kind = 'telegram'") == [(0,)]
    await mia.taps("No, keep the paper", question)
    await mia.sees("the paper card is as good as before")
    before = await mia.opens(card.link)
    await mia.starts()
    question = await mia.sees("Move this card and all that is on it")
    assert before is not None
    await mia.taps("Yes, move it", question)
    await mia.sees("You can throw the paper away")
    await mia.sees("came from your other card: 2 stamps, 1 reward · 2 of 6")
    assert "2 of 6" in await mia.card()

    leo = await cafe.customer("Leo")
    await leo.opens(card.link)
    await leo.starts()
    await leo.sees("went to a Telegram account")
    await mia.opens(card.link)
    await mia.starts()
    await mia.sees("is on your card here")
    await owner.says(card.number)
    await owner.sees("went to a Telegram account")


async def test_who_has_a_card_in_telegram_gets_both_together(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    mia = await cafe.customer("Mia")
    await owner.types_code(await mia.shows_code(), " +4")
    await mia.sees("4 of 6")
    [card] = await prints(cafe, owner, "/paper")
    shown = await types(owner, f"{card.number} +3")
    await mia.opens(card.link)
    await mia.starts()
    question = await mia.sees("Move this card")
    await mia.taps("Yes, move it", question)
    told = await mia.sees("came from your other card: 3 stamps · 1 of 6")
    said = [one.get("text", "") for one in await mia.chat()]
    assert not any("Welcome to" in one and "show your screen" in one for one in said), "they were here before"
    assert "Your card is full" in told["text"]
    await owner.sees_on(shown, "All of this is on another card now")
    assert cafe.rows(STANDS) == [(1,), (0,)]


async def test_a_lost_accounts_card_is_moved_by_a_manager_and_shown_to_the_owners(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    second = await Staff.join(cafe.http, "Zoe")
    await second.opens(await cafe.owner_link())
    await second.starts()
    await second.reads("staff-greeting")
    mia, new = await cafe.customer("Mia"), await cafe.customer("Mia Two")
    await owner.types_code(await mia.shows_code(), " +8")
    await mia.sees("№ 1")
    await owner.types_code(await new.shows_code(), " +1")
    await new.sees("№ 2")

    await owner.says("/move")
    await owner.sees("The first number is of a receipt of the old account")
    await owner.says("/move 1 2")
    await owner.sees("This needs a reason")
    await owner.says("/move 1 2 the phone was stolen")
    await mia.shows_code()
    question = await owner.sees("Move a card?")
    assert "From: Mia · 2 of 6 · Free coffee" in question["text"]
    assert "To: Mia Two · 1 of 6" in question["text"]
    kept = "SELECT COUNT(*) FROM dialogues WHERE data LIKE '%stolen%'"
    await cafe.quiet()
    assert cafe.rows(kept) == [(1,)]
    assert await owner.taps("Yes, move it", question) == "Moved"
    told = await new.sees("came from your other card: 2 stamps, 1 reward · 3 of 6")
    await cafe.quiet()
    assert cafe.rows(kept) == [(0,)], "a reason may name people, and the question is over"
    assert "Olga moved it for you" in told["text"]
    for reader in (owner, second):
        shown = await reader.sees("Olga moved a lost account's card here: 2 stamps, 1 reward")
        assert "the phone was stolen" in shown["text"]
    await mia.sees("What was on this card is on another one now, so this code is over.")
    await mia.presses("My card")
    await mia.sees("0 of 6")
    await owner.says("/undo 1 refund")
    await owner.sees("What was on that card is on another one now")
