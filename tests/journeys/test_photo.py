"""A photo of a customer's code instead of a scan, in the words of people.

Not here: which photos can be read (tests/handlers/test_photographs.py).
"""

import io
from random import Random

import pytest
from PIL import Image

from bot.sandbox.person import NotVisible
from handlers.pictures.qr import draw_qr
from tests.handlers.test_photographs import png_of_nothing
from tests.journeys.test_staff import opens_till
from tests.journeys.test_staff_chat import is_queue, makes_staff_chat
from tests.people import Customer, ShownOnPhone
from tests.photographs import take_photo, usual
from tests.running_cafe import RunningCafe


async def photo_of(cafe: RunningCafe, code: ShownOnPhone) -> bytes:
    """What a barista's phone makes of the QR on the customer's screen."""
    async with cafe.http.get(f"/sim/files/{code.picture['photo'][-1]['file_id']}") as picture:
        qr = await picture.read()
    chance = Random(7)
    return take_photo(qr, usual(chance), chance)


def side_by_side(*pictures: bytes) -> bytes:
    """One picture of several."""
    opened = [Image.open(io.BytesIO(one)).convert("L") for one in pictures]
    all_of_them = Image.new("L", (sum(one.width for one in opened), max(one.height for one in opened)), 255)
    for number, one in enumerate(opened):
        all_of_them.paste(one, (sum(before.width for before in opened[:number]), 0))
    png = io.BytesIO()
    all_of_them.save(png, format="PNG")
    return png.getvalue()


async def test_a_photo_brings_the_card_and_one_tap_gives_the_stamp(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    anna = await cafe.customer("Anna")
    photo = await photo_of(cafe, await anna.shows_code())
    ben.taps_made = 0
    before = len(await ben.chat())
    await ben.sends_photo(photo)
    card = await ben.sees_card(before)
    assert "Anna" in card["text"]
    assert await ben.taps("+1", card) == "1 of 6"
    await anna.sees("№ 1 · +1 stamp · 1 of 6 · thanks, Ben")
    assert ben.taps_made == 1

    before = len(await owner.chat())
    await owner.sends_document(photo, "again.jpg")  # as a file, and from somebody else: the same visit
    assert "1 of 6" in (await owner.sees_card(before))["text"]
    assert cafe.rows("SELECT state FROM visits") == [("confirmed",)]


async def test_the_same_photo_handled_twice_opens_one_visit(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    photo = await photo_of(cafe, await anna.shows_code())
    await cafe.breaks("duplicate_update")
    before = len(await owner.chat())
    await owner.sends_photo(photo)
    await owner.sees_card(before)
    await cafe.quiet()
    cards = [one for one in (await owner.chat())[before:] if owner.tongue.is_staff_card(one.get("text", ""))]
    assert len(cards) == 1
    assert cafe.rows("SELECT state FROM visits") == [("open",)]


async def test_whatever_else_a_photo_shows_is_answered_with_what_to_do(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna, leo = await cafe.customer("Anna"), await cafe.customer("Leo")
    link = f"{cafe.url}/one_more_cup_bot?start="
    both = [await photo_of(cafe, await one.shows_code()) for one in (anna, leo)]
    for picture, said in (
        (side_by_side(*both), "Two customers' codes"),
        (draw_qr("https://example.org/pay"), "none of ours"),
        (draw_qr(f"{link}i_{'a' * 22}"), "invite for a new colleague"),
        (draw_qr(f"{link}o_{'a' * 22}"), "makes somebody an owner"),
        (draw_qr(f"{link}s_{'a' * 12}"), "brings customers to the bot"),
        (draw_qr(f"{link}v_{'a' * 22}"), "for the customer to scan"),
        (draw_qr(f"{link}c_{'a' * 22}"), "No valid code matches"),
        (take_photo(draw_qr("x"), usual(Random(1)), Random(1))[:5000], "can't open this picture"),
        (png_of_nothing(800, 600), "no QR in this picture"),
        (png_of_nothing(20_000, 20_000), "too large for me"),
    ):
        await owner.sends_document(picture, "photo.png")
        await owner.sees(said)
    assert cafe.rows("SELECT COUNT(*) FROM visits") == [(0,)]
    assert cafe.rows("SELECT kind FROM refusals") == [("UnknownCode",)]  # as for a scanned link


async def test_nobody_stamps_themselves_by_photo_and_a_photo_of_an_old_code_gives_nothing(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    olga = await Customer.meet(cafe.http, (await cafe.people())["Olga"])
    await owner.sends_photo(await photo_of(cafe, await olga.shows_code_as_staff()))
    await owner.sees("This is your own code")
    anna = await cafe.customer("Anna")
    photo = await photo_of(cafe, await anna.shows_code())
    await cafe.waits(minutes=16)
    await owner.sends_photo(photo)
    await owner.sees("This code ran out")
    assert cafe.rows("SELECT COUNT(*) FROM visits") == [(0,)]


async def test_in_the_staff_chat_a_code_brings_the_card_and_holidays_bring_nothing(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    group = await makes_staff_chat(owner, ben)
    anna, eve = await cafe.customer("Anna"), await cafe.customer("Eve")
    await eve.joins_group(group)
    photo = await photo_of(cafe, await anna.shows_code())
    holiday = take_photo(draw_qr("https://example.org/menu"), usual(Random(2)), Random(2))
    before = len(await ben.chat(group))
    await eve.sends_photo(photo, chat=group)
    for picture in (png_of_nothing(800, 600), holiday, png_of_nothing(20_000, 20_000)):
        await ben.sends_document(picture, "beach.png", chat=group)
    await cafe.quiet()
    assert cafe.rows("SELECT COUNT(*) FROM visits") == [(0,)]
    said = [one for one in (await ben.chat(group))[before:] if one["from"]["is_bot"]]
    assert [one for one in said if not is_queue(one)] == [], "only the queue comes down again"

    before = len(await ben.chat(group))
    await ben.sends_photo(photo, chat=group)
    assert await ben.taps("+1", await ben.sees_card(before, group)) == "1 of 6"
    await anna.sees("№ 1 · +1 stamp")


async def test_at_a_till_somebody_has_to_be_on_shift(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await cafe.barista(owner)
    till = await opens_till(cafe, owner)
    anna = await cafe.customer("Anna")
    photo = await photo_of(cafe, await anna.shows_code())
    await till.sends_photo(photo)
    await till.sees("Nobody is on shift at this till")
    await till.presses("Who is on shift")
    await till.taps("Ben", await till.sees("Nobody is on shift. Tap your name."))
    before = len(await till.chat())
    await till.sends_photo(photo)
    await till.taps("+1", await till.sees_card(before))
    await anna.sees("№ 1 · +1 stamp · 1 of 6 · thanks, Ben")


async def test_customers_photos_are_letters_and_a_reply_to_one_is_its_answer(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    mia, anna = await cafe.customer("Mia"), await cafe.customer("Anna")
    photo = await photo_of(cafe, await anna.shows_code())
    await mia.sends_photo(photo, "is this mine?")
    letter = await owner.sees("is this mine?")
    assert letter["photo"]
    await owner.sends_photo(png_of_nothing(300, 200), "no, this is", reply_to=letter)
    assert (await mia.sees("no, this is"))["photo"]
    with pytest.raises(NotVisible):
        await owner.sees("no QR in this picture", timeout=0.3)
    assert cafe.rows("SELECT COUNT(*) FROM visits") == [(0,)]


async def test_a_picture_that_a_question_waits_for_is_its_answer(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    menu = await photo_of(cafe, await anna.shows_code())
    await owner.says("/answers")
    await owner.taps("Menu", await owner.sees("What I answer customers at once"))
    await owner.taps("Write it")
    await owner.reads("answer-ask")
    await owner.sends_photo(menu, "Cakes")
    await owner.sees("These words ask for it: menu")
    assert cafe.rows("SELECT COUNT(*) FROM visits") == [(0,)]


async def test_in_the_staff_chat_a_photo_that_replies_to_the_bot_is_answered_when_no_code_is_in_it(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    group = await makes_staff_chat(owner, ben)
    anna = await cafe.customer("Anna")
    before = len(await ben.chat(group))
    await ben.sends_photo(await photo_of(cafe, await anna.shows_code()), chat=group)
    card = await ben.sees_card(before, group)
    await ben.sends_photo(png_of_nothing(800, 600), chat=group, reply_to=card)
    await ben.sees("no QR in this picture", chat=group)
