"""The sixth stamp and the coffee it gives, in the words of people.

Not here: races (tests/use_cases) and odd orders (tests/model).
"""

from tests.people import Customer, Staff
from tests.running_cafe import RunningCafe


async def _fills_card(anna: Customer, owner: Staff) -> None:
    await owner.types_code(await anna.shows_code(), " +6")
    await anna.sees("Your card is full: Free coffee is yours, from your next visit.")


async def test_a_full_card_gives_a_coffee_that_is_had_once_from_the_next_visit(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    card = await owner.types_code(await anna.shows_code(), " +6")
    assert "Hand over: Free coffee" not in owner.buttons(card)

    card = await owner.types_code(await anna.shows_code())
    assert "Rewards: Free coffee" in card["text"]
    assert await owner.taps("Hand over: Free coffee", card) == "Asked the customer: Free coffee?"
    question = await anna.sees("Olga asks: hand over Free coffee to you now?")
    assert await anna.taps("Yes, please", question) == "Enjoy"
    await anna.sees("№ 2 · Free coffee · handed over by Olga")
    card = await owner.sees_on(card, "Free coffee handed over · Olga")
    assert "Hand over: Free coffee" not in owner.buttons(card)
    await owner.taps("+1", card)
    await anna.sees("№ 3 · +1 stamp · 1 of 6")

    question = await anna.sees("Free coffee: handed over by Olga")
    assert anna.buttons(question) == []
    await anna.presses("Rewards")
    await anna.sees("No rewards yet")


async def test_a_customer_may_say_no(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    await _fills_card(anna, owner)
    card = await owner.types_code(await anna.shows_code())
    await owner.taps("Hand over: Free coffee", card)
    await anna.sees("hand over Free coffee to you now?")
    await anna.taps("No, keep it")
    await owner.sees_on(card, "The customer said no to Free coffee")
    assert "You have Free coffee" in await anna.card()


async def test_a_reward_picked_before_the_code_is_handed_over_with_one_tap(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    await _fills_card(anna, owner)
    code = await anna.picks_reward()
    assert "With it you pick: Free coffee" in code.text["text"]

    card = await owner.scans_code(code)
    assert "Wants it now: Free coffee" in card["text"]
    assert await owner.taps("Hand over: Free coffee", card) == "Handed over: Free coffee"

    await anna.sees("№ 2 · Free coffee · handed over by Olga")


async def test_a_wrong_coffee_is_taken_back_and_the_visit_can_be_undone_only_then(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    await owner.says("/program")
    await owner.sees("Surplus stamps carry over")
    await owner.taps("More rules")
    await owner.sees("A reward can be had from the next visit")
    await owner.taps("Rewards at once")
    await owner.sees("A reward can be had at once")
    card = await owner.types_code(await anna.shows_code(), " +6")
    await owner.taps("Hand over: Free coffee", card)
    await anna.sees("hand over Free coffee to you now?")
    await anna.taps("Yes, please")
    card = await owner.sees_on(card, "Undo is off")
    assert "Undo all 6" not in owner.buttons(card)

    await owner.taps("Undo: Free coffee", card)
    await anna.sees("Free coffee is yours again")
    card = await owner.sees_on(card, "given back")
    await owner.taps("Undo all 6", card)
    await anna.sees("−6 stamps · 0 of 6")
    assert "You have" not in await anna.card()


async def test_a_barista_sees_who_was_first(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    anna = await cafe.customer("Anna")
    code = await anna.shows_code()
    hers, his = await owner.scans_code(code), await ben.scans_code(code)

    assert await owner.taps("+1", hers) == "1 of 6"
    his_tap = await ben.taps_before_redraw("+2", his)
    assert his_tap in (None, "Olga was first: 1 of 6")
    await ben.sees_on(his, "+1 · Olga")
    assert "1 of 6" in await anna.card()


async def test_history_is_paged_and_each_change_has_its_number(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    for _ in range(5):
        card = await owner.types_code(await anna.shows_code(), " +1")
        await owner.taps("Undo", card)
        await owner.sees_on(card, "Undone by Olga")
        await cafe.waits(minutes=1)

    await anna.presses("History")
    page = await anna.sees("Your receipts, newest first")
    assert "№ 10" in page["text"]
    assert "№ 3" in page["text"]
    assert "№ 2 " not in page["text"]
    await anna.taps("Older")
    await anna.sees("№ 1 · +1 stamp")


async def test_the_queue_names_a_coffee_that_is_held_and_brings_its_card_after_the_stamp(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    await _fills_card(anna, owner)
    await cafe.waits(minutes=20)
    code = await anna.shows_code()
    queue = await owner.sees("0 of 6 · has Free coffee")
    before = len(await owner.chat())
    assert "There is Free coffee to give" in str(await owner.taps("· 0 of 6", queue))
    await anna.sees("1 of 6")
    await owner.taps_when_shown("· Free coffee", await owner.sees_on(queue, "Nobody is waiting"))
    card = await owner.sees_card(before)
    assert "Hand over: Free coffee" in owner.buttons(card)
    assert code.text
