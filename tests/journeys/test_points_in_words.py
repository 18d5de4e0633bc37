"""Points in the words of people: what a cafe that collects only them says of itself, and how it refuses.

Not here: collecting and paying (test_points.py).
"""

import pytest

from tests.journeys.test_points import collects, comes
from tests.people import Customer
from tests.running_cafe import RunningCafe

DIGITS = "418302"
"""The digits of a customer in the example of what staff type at the counter."""


@pytest.mark.parametrize(("button", "odd"), [("Smallest bill", "-5"), ("Usual bills", "1 2 3 4 5 6")])
async def test_an_owner_who_answers_with_no_amount_is_not_told_to_type_a_customers_digits(
    cafe: RunningCafe, button: str, odd: str
) -> None:
    """Who follows "Send the digits and the bill like this: 418302 3.50" is refused again, and so on."""
    owner = await cafe.owner()
    await collects(owner, "Points")
    await owner.taps(button)
    await owner.says(odd)
    assert DIGITS not in (await owner.sees("I can't read that, so nothing has changed"))["text"]


async def test_an_odd_sale_is_not_answered_with_a_customers_digits(cafe: RunningCafe) -> None:
    """`/sale 1,2,3` has no digits of a customer: the example has to be a sale."""
    owner = await cafe.owner()
    await collects(owner, "Points")
    await owner.says("/sale 1,2,3")
    assert DIGITS not in (await owner.sees("I can't read that amount"))["text"]


async def test_vouchers_in_a_cafe_of_points_are_refused_with_what_is_meant(cafe: RunningCafe) -> None:
    """Whoever wants to print vouchers reads "Send the digits and the bill, such as 418302 3.50"."""
    owner = await cafe.owner()
    await collects(owner, "Points")
    await owner.says("/vouchers 40")
    assert DIGITS not in (await owner.sees("this cafe collects points for bills"))["text"]
    await owner.says("/sale +2")
    assert "/sale 3.50" in (await owner.sees("This cafe collects points for bills"))["text"]


async def test_a_customer_whose_points_are_gone_is_not_told_to_take_the_money(cafe: RunningCafe) -> None:
    """The sentence for staff reaches the customer who taps "Pay with points"."""
    owner = await cafe.owner()
    await collects(owner, "Points")
    anna = await comes(cafe)
    card = await owner.types_code(await anna.shows_code(), " 40")
    await anna.says("Rewards")
    rewards = await anna.sees("You have 200 points")
    await owner.taps("Undo", card)
    await anna.sees("was taken back")
    assert "Take the money" not in str(await anna.taps("Pay with points", rewards))


async def test_a_bill_that_is_taken_back_late_is_named_to_owners_and_stamps_are_not(
    cafe: RunningCafe,
) -> None:
    """What all owners keep of a refund of 40 euros is "took back a visit of 0 stamps. The card: 0 of 6"."""
    owner = await cafe.owner()
    await collects(owner, "Points")
    anna = await comes(cafe)
    await owner.types_code(await anna.shows_code(), " 40")
    await cafe.waits(minutes=30)
    await owner.says("/undo 1 refund")
    told = (await owner.sees("Reason: refund"))["text"]
    assert "€40.00" in told
    assert "stamps" not in told
    assert "stamp" not in (await anna.sees("was taken back"))["text"]


@pytest.mark.parametrize("asked", ["/rules", "/forget"])
async def test_a_customer_of_a_cafe_of_points_reads_of_no_stamps(cafe: RunningCafe, asked: str) -> None:
    """What never was: "You can have it from your next visit", "Stamps do not run out", "You lose your stamps:
    0 of 6". That points don't run out is said nowhere.
    """
    owner = await cafe.owner()
    await collects(owner, "Points")
    anna = await comes(cafe)
    await anna.says(asked)
    text = (await anna.sees({"/rules": "how your card works", "/forget": "Forget me erases"}[asked]))["text"]
    assert "tamps" not in text
    assert "You can have it" not in text


async def test_staff_of_a_cafe_of_points_read_how_a_bill_is_entered(cafe: RunningCafe) -> None:
    """The help teaches `418302 +2`, `/sale +2` and `/vouchers 40`, which are all refused there."""
    owner = await cafe.owner()
    await collects(owner, "Points")
    await owner.says("/help")
    text = (await owner.sees("To enter a bill"))["text"]
    assert not [refused for refused in ("418302 +2", "/sale +2", "/vouchers 40") if refused in text]


async def test_a_cafe_of_points_is_not_offered_vouchers_that_it_can_not_print(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await collects(owner, "Points")
    await owner.says("/vouchers")
    assert not any("Print" in label for label in owner.buttons(await owner.sees("Vouchers")))


async def test_customers_of_a_cafe_of_points_have_buttons_that_say_so(cafe: RunningCafe) -> None:
    """And the label that an older keyboard still shows goes on working."""
    owner = await cafe.owner()
    await collects(owner, "Points")
    anna = await comes(cafe)
    assert {"Show my code", "Use my points"} <= set(await anna.keyboard())
    await anna.presses("Show my code")
    await anna.sees("Show this to the barista")
    await anna.says("Stamp me")
    await anna.sees("This code was replaced by a newer one")


async def test_who_waits_in_a_cafe_of_points_is_not_counted_in_stamps(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await collects(owner, "Points")
    anna = await comes(cafe)
    await anna.presses("Show my code")
    await owner.says("Queue")
    assert "of 6" not in (await owner.sees("1 is waiting"))["text"]


async def test_a_manager_of_a_cafe_of_points_is_told_what_to_do_instead_of_adjusting(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    await collects(owner, "Points")
    anna = await comes(cafe)
    card = await owner.types_code(await anna.shows_code(), " 40")
    assert "Adjust the card" not in owner.buttons(card)
    await owner.says("/adjust 1 +2 the till was down")
    await owner.sees("A wrong bill is taken back with /undo")


async def test_where_staff_take_points_alone_the_toast_says_what_is_left_to_pay(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await collects(owner, "Points")
    await owner.taps("Back")
    await owner.taps("More rules")
    await owner.taps("Take points without asking")
    await owner.sees("Staff take points on their own word")
    anna = await comes(cafe)
    await owner.types_code(await anna.shows_code(), " 40")
    await cafe.waits(minutes=20)
    card = await owner.types_code(await anna.shows_code(), " 4,00")
    assert await owner.taps("Pay €1.20 with points", card) == "Paid with points: €1.20. €2.80 left to pay"


async def test_the_owner_of_a_cafe_of_points_reads_of_no_rules_of_stamps(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await collects(owner, "Points")
    await owner.taps("Back")
    await owner.taps("More rules")
    more = await owner.sees("Points leave a card only after")
    assert "tamp" not in more["text"]
    assert not {"Adjustments", "Old paper cards"} & set(owner.buttons(more))
    await owner.taps("Limits", more)
    assert "tamp" not in (await owner.sees("when a purchase takes more than one tap"))["text"]


async def test_a_bill_that_is_undone_in_time_is_named_to_everybody_and_stamps_are_not(
    cafe: RunningCafe,
) -> None:
    """The receipt, its page in the history and the staff card said "−0 stamps"."""
    owner = await cafe.owner()
    await collects(owner, "Points")
    anna = await comes(cafe)
    card = await owner.types_code(await anna.shows_code(), " 40")
    await owner.taps("Undo", card)
    told = (await anna.sees("bill €40.00 taken back"))["text"]
    assert "stamp" not in told
    assert "−0" not in (await owner.sees_on(card, "bill €40.00 taken back"))["text"]
    await anna.presses("History")
    assert "−0" not in (await anna.sees("Your receipts"))["text"]


async def test_a_bill_under_the_smallest_one_says_why_it_gives_no_points(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await collects(owner, "Points")
    await owner.taps("Smallest bill")
    await owner.says("2")
    await owner.sees("A bill under €2.00 gives no points")
    anna = await Customer.join(cafe.http, "Anna")
    await anna.starts()
    await anna.sees("A bill under €2.00 gives none.")
    card = await owner.types_code(await anna.shows_code(), " 1,50")
    await anna.sees("bill €1.50: no points, it is under the smallest bill")
    assert "+0 points" not in card["text"]


async def test_a_customer_reads_how_many_points_really_left_with_a_bill(cafe: RunningCafe) -> None:
    """Of 200 points 144 were spent already, so that no 200 can have left."""
    owner = await cafe.owner()
    await collects(owner, "Points")
    anna = await comes(cafe)
    await owner.types_code(await anna.shows_code(), " 40")
    await cafe.waits(minutes=20)
    card = await owner.types_code(await anna.shows_code(), " 4,80")
    question = await owner.taps("Pay €1.44 with points", card)
    assert question is not None
    await anna.taps("Yes", await anna.sees("pay €1.44 of €4.80"))
    await anna.sees("now 72.8 points")
    await cafe.waits(minutes=20)
    await owner.says("/undo 1 refund")
    told = (await anna.sees("The bill of €40.00 was taken back"))["text"]
    assert "72.8 points of it left your card. Now 0 points" in told
    assert "Another 127.2 points of it were spent already" in told
    shown = (await owner.sees("Reason: refund"))["text"]
    assert "72.8 points left the card" in shown
    assert "Another 127.2 points of it were spent already and are written off" in shown


async def test_whoever_adjusts_by_points_in_a_cafe_of_both_gives_no_stamps(cafe: RunningCafe) -> None:
    """`/adjust 1 +10 points` gave ten stamps, with the reason "points"."""
    owner = await cafe.owner()
    await collects(owner, "Stamps and points")
    anna = await cafe.customer("Anna")
    await owner.types_code(await anna.shows_code(), " 3,50")
    await anna.sees("1 of 6")
    await owner.says("/adjust 1 +10 points")
    await owner.sees("Nothing was changed: /adjust counts stamps")
    await owner.says("/adjust 1")
    await owner.sees("points can't be put right by hand")
    assert cafe.rows("SELECT stamps FROM cards WHERE customer_id = 1") == [(1,)]


async def test_the_first_practice_of_a_cafe_of_points_says_how_a_bill_without_a_button_is_entered(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    await collects(owner, "Points")
    await owner.presses("Practice")
    said = (await owner.sees("A practice customer stands at the counter"))["text"]
    assert "+1" not in said
    assert "sent alone (3.50)" in said
