"""Limits at the counter, in the words of people: which visit, why again, and a manager's one tap.

Not here: each limit at its bound (tests/use_cases/test_limits.py).
"""

from tests.running_cafe import RunningCafe


async def test_a_second_code_minutes_later_is_added_or_is_a_second_round_with_one_tap(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    anna = await cafe.customer("Anna")
    await ben.taps("+1", await ben.types_code(await anna.shows_code()))
    await anna.sees("№ 1 · +1 stamp")
    await cafe.waits(minutes=5)

    card = await ben.types_code(await anna.shows_code())
    assert "One more for that visit, or a second round?" in card["text"]
    ben.taps_made = 0
    assert await ben.taps("Add to the visit of", card) == "2 of 6"
    assert ben.taps_made == 1
    await ben.sees_on(card, "Added to the visit of")
    await anna.sees("Done, thanks: added to your visit of")
    await anna.sees("№ 2 · +1 stamp · 2 of 6")

    card = await ben.types_code(await anna.shows_code())
    assert await ben.taps("+1 · Second round", card) == "3 of 6"
    card = await ben.sees_on(card, "Why: second round")
    assert "Undo" in ben.buttons(card)


async def test_the_fourth_visit_of_a_day_asks_why_and_the_answer_is_one_tap(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    for _ in range(3):
        await owner.types_code(await anna.shows_code(), " +1")
        await cafe.waits(minutes=16)

    card = await owner.types_code(await anna.shows_code(), " +1")
    assert "Visit 4 of this card today. Why once more?" in card["text"]
    assert owner.buttons(card)[:4] == [
        "+1 · Second round", "+1 · A friend's order", "+1 · Correction", "Not now",
    ]  # fmt: skip
    assert await owner.taps("+1 · A friend's order", card) == "4 of 6"
    await owner.sees_on(card, "Why: a friend's order")
    assert cafe.rows("SELECT kind, reason FROM flags") == [("further_visit", "friend")]


async def test_a_manager_lets_twelve_pass_with_one_tap_in_the_baristas_name(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    anna = await cafe.customer("Anna")
    card = await ben.types_code(await anna.shows_code(), " +12")
    card = await ben.sees_on(card, "A manager is asked to let +12 pass.")
    question = await owner.sees("Ben asks: +12 for Anna, visit 1 of this card today.")

    assert await owner.taps("Let it pass", question) == "Passed: +12"

    await ben.sees_on(card, "Olga let +12 pass.")
    await ben.sees_on(card, "+12 · Ben")
    await anna.sees("№ 1 · +12 stamps")
    question = await owner.sees("Olga let it pass: +12 for Anna, asked by Ben.")
    assert owner.buttons(question) == []
    card = await ben.types_code(await anna.shows_code(), " +12")
    await owner.sees("visit 2 of this card today")
    await owner.taps("No")
    await ben.sees_on(card, "Olga said no to +12.")
    assert await ben.taps("+1 · Second round", card) == "1 of 6"
