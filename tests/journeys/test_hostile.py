"""What strangers, clumsy fingers and hostile customers try, in the words of people.

Not here: nonsense of every kind (test_absurd_updates.py) and faults of Telegram (tests/bot).
"""

import pytest

from bot.sandbox.person import NotVisible
from tests.people import Customer, Staff
from tests.running_cafe import RunningCafe


async def test_a_code_scanned_by_a_stranger_is_neither_used_nor_told_whose_it_is(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    stranger = await Customer.join(cafe.http, "Eve")
    code = await anna.shows_code()

    await stranger.scans(code.picture)
    await stranger.starts()
    answer = await stranger.sees("This code is for the barista")
    assert "Anna" not in answer["text"]
    assert cafe.rows("SELECT COUNT(*) FROM customers") == [(1,)]

    card = await owner.scans_code(code)
    await owner.taps("+1", card)
    await anna.sees("№ 1 · +1 stamp")


async def test_a_screenshot_of_a_used_code_stamps_nothing(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    code = await anna.shows_code()
    await owner.taps("+1", await owner.scans_code(code))
    await anna.sees("№ 1")
    await cafe.waits(minutes=16)

    before = len(await owner.chat())
    await owner.scans(code.picture)
    await owner.starts()
    card = await owner.sees_card(before)
    assert owner.buttons(card) == []
    await owner.says(code.digits)
    await owner.sees("This code ran out")
    assert cafe.rows("SELECT stamps FROM cards") == [(1,)]


async def test_nobody_stamps_themselves(cafe: RunningCafe) -> None:
    await cafe.owner()
    olga = await Customer.meet(cafe.http, (await cafe.people())["Olga"])
    code = await olga.shows_code_as_staff()
    await olga.says(code.digits)
    await olga.sees("This is your own code, and nobody serves themselves")
    assert cafe.rows("SELECT kind FROM refusals") == [("OwnCode",)]


async def test_five_wrong_codes_pause_the_typing(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    code = await anna.shows_code()
    wrong = f"{(int(code.digits) + 1) % 1_000_000:06d}"
    for _ in range(5):
        await owner.says(wrong)
    await owner.says(code.digits)
    await owner.sees("Five wrong codes in ten minutes")
    await cafe.waits(minutes=10)
    card = await owner.types_code(code)
    assert "Anna" in card["text"]


async def test_owner_link_and_invites_work_once(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await owner.says("/invite")
    link = next(w for w in (await owner.sees("Send this link"))["text"].split() if "start=" in w)
    ben, eve = await Staff.join(cafe.http, "Ben"), await Staff.join(cafe.http, "Eve")
    await ben.opens(link)
    await ben.starts()
    await ben.sees("The owner was asked to let you in")
    await eve.opens(link)
    await eve.starts()
    await eve.sees("This link was used, replaced, or ran out")
    await owner.sees("Ben opened your invite")
    await owner.taps("No")
    await ben.sees("The owner did not let you in")
    await ben.says("418302")
    await ben.sees("Six digits are for the barista")


async def test_a_hostile_name_reaches_nobody_as_markup_or_pair_code(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("<b>fox 42</b>\u202e🦊\n" + "x" * 200)
    card = await owner.types_code(await anna.shows_code())
    assert "42</b>" not in card["text"].split("·", 1)[1]
    assert "\u202e" not in card["text"]
    assert "🦊" not in card["text"].split("·", 1)[1]
    assert len(card["text"]) < 300


async def test_anything_else_gets_a_useful_answer_and_never_the_same_twice(cafe: RunningCafe) -> None:
    anna = await cafe.customer("Anna")
    await anna.sends(sticker=True)
    first = await anna.sees("I know four things")
    await anna.says("Are you open on Sunday?")
    second = await anna.sees("I can't read this")
    assert first["message_id"] != second["message_id"]
    await anna.says("/start c_nonsense")
    await anna.sees("Welcome to One More Cup")


async def test_the_cafe_is_renamed_and_a_sticker_is_no_name(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await owner.says("/program")
    await owner.sees("Surplus stamps carry over")
    await owner.taps("Name")
    await owner.sees("What is the cafe called?")
    await owner.sends(sticker=True)
    await owner.sees("I need it as text")
    await owner.says("x" * 41)
    await owner.sees("It needs 1 to 40 characters, and yours has 41")
    await cafe.stops_bot()
    await cafe.starts_bot()  # the conversation goes on after a restart
    await owner.says("Kohvik <Tass>")
    await owner.sees("Name: Kohvik <Tass>")
    anna = await cafe.customer("Anna")
    await anna.sees("Welcome to Kohvik <Tass>")


async def test_a_removed_barista_can_do_nothing_at_the_next_tap(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    anna = await cafe.customer("Anna")
    card = await ben.types_code(await anna.shows_code())
    await cafe.removes("Ben")
    assert (
        await ben.taps("+1", card) == "Only staff can do this. If you work here, ask the owner for an invite."
    )
    assert cafe.rows("SELECT stamps FROM cards") == [(0,)]
    with pytest.raises(NotVisible):
        await anna.sees("№ 1", timeout=0.3)


async def test_confirm_in_a_group_shows_the_card_to_the_barista_alone(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    group = await cafe.group("Staff", [owner, anna])
    code = await anna.shows_code()
    await anna.says(f"/confirm {code.digits}", group)
    await owner.sees("Only staff can do this", chat=group)
    before = len(await owner.chat())
    await owner.says(f"/confirm {code.digits} +2", group)
    card = await owner.sees_card(before)
    assert "2 of 6" in card["text"]
    shown = [message["text"] for message in await owner.chat(group) if "text" in message]
    assert not any("Anna ·" in text or "of 6" in text for text in shown)
