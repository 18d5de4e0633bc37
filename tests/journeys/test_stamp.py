"""One stamp, end to end, in the words of people, with their taps counted.

Not here: what the ledger holds in odd orders (tests/model).
"""

from tests.people import decode_qr
from tests.running_cafe import RunningCafe


async def test_a_stamp_by_camera_takes_the_barista_three_taps(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    barista = await cafe.barista(owner)
    anna = await cafe.customer("Anna")
    code = await anna.shows_code()
    barista.taps_made = 0

    card = await barista.scans_code(code)
    assert "Anna" in card["text"]
    assert code.pair in card["text"]
    toast = await barista.taps("+1", card)

    assert barista.taps_made == 3  # banner, START, +1
    assert toast == "1 of 6"
    await barista.sees_on(card, "+1 · Ben")
    receipt = await anna.sees("+1 stamp")
    assert "№ 1 · +1 stamp · 1 of 6 · thanks, Ben" in receipt["text"]
    await anna.sees("Done, thanks: 1 of 6")
    assert "1 of 6" in await anna.card()


async def test_a_stamp_by_typed_code_takes_one_tap_after_the_digits(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    code = await anna.shows_code()
    owner.taps_made = owner.texts_sent = 0

    card = await owner.types_code(code)
    await owner.taps("+1", card)

    assert (owner.texts_sent, owner.taps_made) == (1, 1)
    await anna.sees("№ 1 · +1 stamp · 1 of 6")


async def test_digits_with_a_plus_confirm_at_once(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")

    card = await owner.types_code(await anna.shows_code(), " +2")
    assert "2 of 6" in card["text"]
    before = len(await owner.chat())
    await owner.says(f"/confirm {(await anna.shows_code()).digits}")
    card = await owner.sees_card(before)
    await owner.taps("+3", card)

    await anna.sees("№ 2 · +3 stamps · 5 of 6, one to go")


async def test_the_code_says_by_itself_that_it_was_used_replaced_or_ran_out(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")

    await anna.shows_code()
    await anna.shows_code()
    await anna.sees("This code was replaced by a newer one")
    await cafe.waits(minutes=15)
    await anna.sees("This code ran out", timeout=8)
    await anna.sees("This code no longer works")
    code = await anna.shows_code()
    await owner.types_code(code)
    await anna.sees("Olga is looking at your card")
    await cafe.waits(minutes=10)
    await anna.sees("Nothing was entered in time", timeout=8)


async def test_undo_make_it_two_and_add_stand_under_the_result(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    card = await owner.types_code(await anna.shows_code())
    await owner.taps("+1", card)
    card = await owner.sees_on(card, "+1 · Olga")
    await owner.taps("Make it 2", card)
    card = await owner.sees_on(card, "2 of 6")
    await owner.taps("Add to this visit", card)
    await owner.taps_when_shown("+3", card)
    await owner.sees_on(card, "5 of 6")

    assert "5 of 6" in await anna.card()
    toast = await owner.taps("Undo", card)
    assert toast == "Undone: 0 of 6"
    await anna.sees("№ 4 · −5 stamps · 0 of 6")
    card = await owner.sees_on(card, "Undone by Olga")
    assert owner.buttons(card) == []


async def test_every_qr_that_the_bot_sends_can_be_read(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    code = await anna.shows_code()
    await owner.says("/invite")
    invite = await owner.sees("The invite as a picture")

    for message, purpose in ((code.picture, "c_"), (invite, "i_")):
        async with cafe.http.get(f"/sim/files/{message['photo'][-1]['file_id']}") as picture:
            link = decode_qr(await picture.read())
        assert link.startswith(f"{cafe.url}/one_more_cup_bot?start={purpose}")
