"""Words where a view over a screen waits for a tap: the hint names the buttons that are on screen now.

Not here: every other view and question (tests/handlers/test_mistyped.py).
"""

from tests import databases
from tests.running_cafe import RunningCafe

TAKES_OLD_CARDS = """
INSERT INTO programs (version, rules, created_at)
SELECT version + 1, json_set(rules, '$.old_cards_until', '2099-12-31'), 0 FROM programs
ORDER BY version DESC LIMIT 1
"""


async def test_at_the_old_card_view_its_numbers_are_named_and_afterwards_the_card_again(
    cafe: RunningCafe,
) -> None:
    ben = await cafe.barista(await cafe.owner())
    anna = await cafe.customer("Anna")
    with databases.raw(cafe.folder) as connection:
        connection.execute(TAKES_OLD_CARDS)
    card = await ben.types_code(await anna.shows_code())
    await ben.taps("Old card +…", card)
    await ben.says("three")
    assert "“+1”, “+2”, “+3” … “Back”" in (await ben.sees("I wait for a tap here"))["text"]
    await ben.taps("Back", card)
    await ben.says("three")
    assert "“Old card +…”" in (await ben.sees("Only the buttons answer this"))["text"]
    await ben.taps("Old card +…", card)
    await ben.taps("+3", card)
    await ben.sees_on(card, "3 of 6")
    await ben.says("done")
    await cafe.quiet()
    assert "“Not now”" in (await ben.sees("I wait for a tap here"))["text"]


async def test_whoever_writes_while_asked_who_is_not_here_is_told_those_buttons(cafe: RunningCafe) -> None:
    ben = await cafe.barista(await cafe.owner())
    anna = await cafe.customer("Anna")
    await anna.shows_code()
    queue = await ben.sees("1 is waiting")
    await ben.taps("Not here…", queue)
    await ben.says("the girl in red")
    assert "“Not here: " in (await ben.sees("I wait for a tap here"))["text"]
    await ben.taps("Not here: ", queue)
    await ben.sees("Nobody is waiting")
    await ben.says("thanks")
    await ben.sees("To open a customer's card, send the six digits")
