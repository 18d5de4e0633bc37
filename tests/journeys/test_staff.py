"""Who works here, in the words of people: tills over a day, a removal in the rush, picked people, practice.

Not here: what each removal takes with it (tests/use_cases/test_leaving.py).
"""

from bot.sandbox.person import Person
from tests.people import Staff
from tests.running_cafe import RunningCafe


async def opens_till(cafe: RunningCafe, owner: Staff, name: str = "Counter") -> Staff:
    """The owner adds a till; the phone at the counter opens the link."""
    await owner.says("/staff")
    await owner.sees("Who works here")
    await owner.taps("Add a till")
    link = link_in((await owner.sees("Open this link on the phone"))["text"])
    till = await Staff.join(cafe.http, name)
    await till.opens(link)
    await till.starts()
    await till.sees("asked to make this account a till")
    await owner.sees(f"{name} opened your invite and wants to be a till")
    await owner.taps("Yes, let them in")
    await till.sees("The owner made this account the till")
    return till


def link_in(text: str) -> str:
    return next(word for word in text.split() if "start=" in word)


async def stamps_at(till: Staff, cafe: RunningCafe, name: str) -> None:
    customer = await cafe.customer(name)
    card = await till.types_code(await customer.shows_code())
    await till.taps("+1", card)
    await customer.sees("+1 stamp")


async def test_two_people_at_one_till_over_the_day_each_under_their_own_name(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben, cara = await cafe.barista(owner, "Ben"), await cafe.barista(owner, "Cara")
    till = await opens_till(cafe, owner)
    assert await till.keyboard() == ["Queue", "Undo last", "Sale code", "Who is on shift"]
    assert await ben.keyboard() == ["Queue", "Undo last", "My card", "Practice", "Sale code"]

    await till.says("418302")
    await till.sees("Nobody is on shift at this till. Tap “Who is on shift” below")
    await till.presses("Who is on shift")
    shift = await till.sees("Nobody is on shift. Tap your name.")
    assert await till.taps("Ben", shift) == "Ben is on shift"
    await stamps_at(till, cafe, "Mia")

    await cara.says("/pin")
    pad = await cara.sees("Choose a PIN")
    for digit in "4711":
        await cara.taps(digit, pad)
    await cara.sees("Your PIN is set")
    await till.taps("Cara", shift)
    toasts = [await till.taps(digit, shift) for digit in "0000"]
    assert toasts[-1] == "Wrong PIN. 4 tries are left."
    await till.taps("Cara", shift)
    toasts = [await till.taps(digit, shift) for digit in "4711"]
    assert toasts == [None, None, None, "Cara is on shift"]
    await stamps_at(till, cafe, "Leo")
    await till.presses("Undo last")
    await till.sees("Undone: 1 stamp")

    named = """
        SELECT s.name, o.kind FROM operations o JOIN staff s ON s.id = o.staff_id
        WHERE till_id = 1 ORDER BY o.id
    """
    assert cafe.rows(named) == [("Ben", "visit"), ("Cara", "visit"), ("Cara", "visit_undo")]
    assert not any("4711" in str(row) or "tp:" in str(row) for row in cafe.rows("SELECT body FROM inbox"))
    await cafe.waits(hours=24)
    await till.says("/start")
    await till.sees("This is the till")
    await till.sees("Nobody is on shift. Tap your name.")


async def test_a_barista_removed_in_the_rush_is_out_at_the_next_tap(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner, "Ben")
    mia = await cafe.customer("Mia")
    before = len(await ben.chat())
    card = await ben.types_code(await mia.shows_code())
    await owner.says("/staff")
    await owner.sees("Who works here")
    await owner.taps("Ben")
    await owner.sees("Customers read this name on their receipts")
    await owner.taps("Remove")
    await owner.sees("Remove Ben?")
    assert await owner.taps("Yes, remove") == "Ben is removed"

    toast = await ben.taps_before_redraw("+1", card)
    assert toast is None or "Only staff can do this" in toast
    await ben.sees_on(card, "This message was for staff.")
    await ben.sees("You are not on the staff any more")
    assert await ben.keyboard() == ["Stamp me", "My card", "Rewards", "History"]
    assert ben.buttons((await ben.chat())[before]) == []
    await mia.sees("put this code aside")
    await ben.says("/staff")
    await ben.sees("Only the owner can do this")
    await owner.says("/leave")
    await owner.sees("Stop working here?")
    assert "the last one" in str(await owner.taps("Yes, I stop"))


async def test_people_picked_from_a_list_get_a_link_of_their_own(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben, eve = await Staff.join(cafe.http, "Ben"), await Person.join(cafe.http, "Eve")
    await owner.says("/staff")
    await owner.sees("Who works here")
    await owner.taps("Pick people")
    await owner.sees("Tap the button below")
    await owner.presses_and_picks_people("Pick people", [ben, owner])
    link = link_in((await owner.sees("For Ben: with this link"))["text"])
    await owner.sees("Olga works here already.")
    await owner.sees("Pass each link on")
    usual = ["Queue", "Undo last", "My card", "Practice", "Sale code", "Write a post"]
    assert await owner.keyboard() == usual
    await eve.opens(link)
    await eve.starts()
    await eve.sees("This link was made for somebody else")
    await ben.opens(link)
    await ben.starts()
    await owner.sees("Ben opened your invite")
    await owner.taps("Yes, let them in")
    await ben.sees("The owner let you in")
    await ben.says("/name 🦊 42")
    await ben.sees("The name needs letters")
    await ben.says("/name")
    await ben.sees("Which name shall customers see?")
    await ben.sends_sticker()
    await ben.sees("I need the name as text")
    await ben.says("Benny")
    await ben.sees("Customers read Benny from now on")


async def test_practice_and_the_own_card_are_one_press_away(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    before = len(await owner.chat())
    await owner.presses("Practice")
    card = await owner.sees_card(before)
    assert "Practice customer" in card["text"]
    assert await owner.taps("+6", card) == "Card full: Free coffee. 0 of 6"
    await owner.sees("That was it: one tap, one stamp")
    before = len(await owner.chat())
    await owner.presses("Practice")
    card = await owner.sees_card(before)
    assert await owner.taps("Hand over", card) == "Handed over: Free coffee"

    await owner.presses("My card")
    own = await owner.sees("Your card: 0 of 6")
    assert owner.buttons(own) == ["Stamp me", "Rewards", "History"]
    await owner.taps("History", own)
    await owner.sees("Nothing here yet")
    await owner.taps("Rewards", own)
    await owner.sees("No rewards yet")
    await owner.taps("Stamp me", own)
    await owner.sees("Show this to the barista")
    await owner.presses("Undo last")
    await owner.sees("Given back: Free coffee")


async def test_the_owner_is_asked_about_one_who_left_the_staff_chat(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner, "Ben")
    group = await cafe.group("Team", [owner, ben], bot="administrator")
    await owner.says("/bind", group)
    await cafe.quiet()
    await ben.leaves_group(group)
    question = await owner.sees("Ben left the staff chat. Do they still work here?")
    assert await owner.taps("Keep", question) == "Ben stays"
    await owner.sees("Ben left the staff chat and still works here.")
    await cafe.quiet()
    asked = [one for one in await owner.chat() if "left the staff chat" in one.get("text", "")]
    assert len(asked) == 1
