"""Points in the words of people: the owner chooses them, a bill is typed or tapped, points pay for a part.

Not here: the arithmetic (tests/loyalty/test_points.py) and races (tests/use_cases/test_bills.py).
"""

from tests.journeys.test_staff_chat import makes_staff_chat
from tests.people import Customer, Staff
from tests.running_cafe import RunningCafe


async def collects(owner: Staff, what: str) -> None:
    """The owner opens the rules and taps what is collected, then names the usual bills."""
    await owner.says("/setup")
    await owner.sees("Collected:")
    await owner.taps("What is collected")
    await owner.sees("What do your customers collect?")
    await owner.taps(what)
    await owner.sees("5 % of each bill come back as points")
    await owner.taps("Usual bills")
    await owner.sees("Which bills are usual?")
    for odd in ("2,50 3,50 a lot", "1 2 3 4 5 6", "-5"):
        await owner.says(odd)
        await owner.sees("there are 5 at most")
    await owner.says("2,50 3.50 4,80")
    await owner.sees("Buttons for the usual bills: €2.50 · €3.50 · €4.80")


async def comes(cafe: RunningCafe) -> Customer:
    """Somebody joins a cafe in which only points count."""
    anna = await Customer.join(cafe.http, "Anna")
    await anna.starts()
    await anna.sees("You collect points here: each bill gives you 5 % of it back.")
    await anna.sees("You have 0 points")
    return anna


async def test_a_typed_bill_gives_the_stamp_and_the_points(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await collects(owner, "Stamps and points")
    anna = await cafe.customer("Anna")
    card = await owner.types_code(await anna.shows_code(), " 3,50")
    assert "17.5 points (€0.17)" in card["text"]
    receipt = await anna.sees("+1 stamp")
    assert (
        "№ 1 · +1 stamp · 1 of 6 · thanks, Olga · bill €3.50: +17.5 points · now 17.5 points (€0.17)"
        in (receipt["text"])
    )
    assert "You have 17.5 points (€0.17)" in await anna.card()


async def test_a_stamp_from_the_queue_takes_its_bill_afterwards(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await collects(owner, "Stamps and points")
    anna = await cafe.customer("Anna")
    code = await anna.shows_code()
    before = len(await owner.chat())
    await owner.says(f"{code.digits} +1")
    card = await owner.sees_card(before)
    assert await owner.taps("€3.50", card) == "1 of 6 · +17.5 points"
    await anna.sees("№ 2 · bill €3.50: +17.5 points")
    await owner.sees_on(card, "bill €3.50")
    assert not any("€3.50" in label for label in owner.buttons(await owner.sees_on(card, "bill €3.50")))


async def test_points_alone_are_paid_with_after_the_customers_yes(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await collects(owner, "Points")
    anna = await comes(cafe)
    await owner.types_code(await anna.shows_code(), " 40")
    await anna.sees("№ 1 · bill €40.00: +200 points")
    await cafe.waits(minutes=20)
    card = await owner.types_code(await anna.shows_code())
    assert not any(label.startswith("+1") for label in owner.buttons(card))
    await owner.taps("€4.80", card)
    await owner.sees_on(card, "bill €4.80")
    assert await owner.taps("Pay €1.44 with points", card) == "Asked the customer: pay €1.44 with points?"
    question = await anna.sees("Olga asks: pay €1.44 of €4.80 with 144 points?")
    assert await anna.taps("Yes", question) == "Paid with points: €1.44"
    await anna.sees("bill €4.80, of it 144 points (€1.44) paid with points: +16.8 points · now 72.8 points")
    await owner.sees_on(card, "paid with points")
    await owner.sees_on(card, "Left to pay: €3.36")
    await owner.sees_on(card, "paid with points, €3.36 left to pay · bill €4.80")
    await owner.taps("Undo", card)
    await anna.sees("The bill of €4.80 was taken back")
    await anna.presses("My card")
    await anna.sees("You have 200 points (€2.00)")


async def test_a_wish_to_pay_with_points_comes_with_the_code(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await collects(owner, "Points")
    anna = await comes(cafe)
    await owner.types_code(await anna.shows_code(), " 40")
    await cafe.waits(minutes=20)
    await anna.says("Rewards")
    await anna.sees("You have 200 points")
    await anna.taps("Pay with points")
    shown = await anna.sees("With it you pay up to 30 % of the bill with points.")
    digits = next(word for word in shown["text"].replace(" ", "").split() if word.isdigit())
    before = len(await owner.chat())
    await owner.says(f"{digits[:6]} 10")
    await owner.sees_on(await owner.sees_card(before), "€8.00 left to pay")
    await anna.sees("of it 200 points (€2.00) paid with points")


async def test_after_a_scan_the_amount_alone_is_enough(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await collects(owner, "Points")
    anna = await comes(cafe)
    await owner.sees_on(
        await owner.scans_code(await anna.shows_code()), "or just send the amount, such as 3.50"
    )
    await owner.says("5,70")
    await anna.sees("№ 1 · bill €5.70")
    await owner.says("5,70")
    await owner.sees("No card here waits for a bill")


async def test_in_the_staff_chat_an_amount_counts_only_as_an_answer_to_the_card(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    group = await makes_staff_chat(owner, ben)
    await collects(owner, "Points")
    anna = await comes(cafe)
    code = await anna.shows_code()
    await ben.says(code.digits, group)
    card = await ben.sees("reply to this card with the amount", chat=group)
    await owner.says("5,70", group)  # people talk there
    await anna.sees("Ben is looking at your card")
    assert cafe.rows("SELECT amount FROM visits") == [(None,)]

    await ben.replies(card, "5,70")

    await anna.sees("№ 1 · bill €5.70")
    assert cafe.rows("SELECT amount FROM visits") == [(570,)]


async def test_odd_amounts_are_answered_and_use_up_nothing(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await collects(owner, "Points")
    anna = await comes(cafe)
    code = await anna.shows_code()
    for odd in ("1,2,3", "-5", "1e9", "٣٫٥٠"):
        await owner.says(f"{code.digits} {odd}")
        await owner.sees("I can't read that amount")
    await owner.says(f"{code.digits} +2")
    await owner.sees("This cafe collects points for bills")
    await owner.says(f"{code.digits} 3,50")
    await anna.sees("№ 1 · bill €3.50")
