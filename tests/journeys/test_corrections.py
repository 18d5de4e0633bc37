"""What goes wrong and is put right later, in the words of people.

Not here: the arithmetic (tests/loyalty) and who may do what (tests/use_cases).
"""

from tests import databases
from tests.people import Customer, Staff
from tests.running_cafe import RunningCafe


async def _drinks_a_free_coffee(anna: Customer, owner: Staff) -> None:
    await owner.types_code(await anna.shows_code(), " +6")
    await anna.sees("Your card is full")
    card = await owner.scans_code(await anna.picks_reward())
    await owner.taps("Hand over: Free coffee", card)
    await anna.sees("№ 2 · Free coffee · handed over by Olga")


async def test_a_refund_after_the_coffee_was_drunk_is_written_off_with_a_reason(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    await _drinks_a_free_coffee(anna, owner)
    await cafe.waits(days=1)

    await owner.says("/undo 1")
    question = await owner.sees("Take this back?")
    assert " · № 1 · +6 · Olga" in question["text"]
    assert "Anna" not in question["text"], "nobody would take her name out of it again"
    assert await owner.taps("Refund", question) == "Taken back"

    told = await anna.sees("№ 3 · a visit was taken back · 0 of 6")
    assert "You had used 6 stamps of it already: nobody asks for them back." in told["text"]
    shown = await owner.sees("Olga took back a visit of 6 stamps")
    assert "6 stamps were used already and are written off." in shown["text"]
    assert "Reason: Refund" in shown["text"]
    assert owner.buttons(await owner.sees("Taken back")) == []


async def test_this_was_not_me_freezes_until_somebody_has_looked(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    await _drinks_a_free_coffee(anna, owner)

    receipt = await anna.sees("№ 2 · Free coffee")
    assert anna.buttons(receipt) == ["This wasn't me"]
    await anna.taps("This wasn't me", receipt)
    asked = await anna.sees("Freeze your card?")
    await anna.taps("No", asked)
    receipt = await anna.sees("№ 2 · Free coffee · handed over by Olga")
    await anna.taps("This wasn't me", receipt)
    assert await anna.taps("Yes, freeze", await anna.sees("Freeze your card?")) == "Your card is frozen"
    assert "frozen" in await anna.card()

    alarm = await owner.sees("Anna says")
    assert "Free coffee handed over · Olga" in alarm["text"]
    assert await owner.taps("Unfreeze", alarm) == "The card is open again"
    await anna.sees("Olga has looked at it: your card is open again.")
    assert "frozen" not in await anna.card()


async def test_a_card_is_put_right_by_hand_and_an_old_card_carried_over(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    with databases.raw(cafe.folder) as connection:  # the settings have tests of their own
        connection.execute(
            """INSERT INTO programs (version, rules, created_at) SELECT version + 1,
               json_set(rules, '$.old_cards_until', '2099-12-31'), 0 FROM programs
               ORDER BY version DESC LIMIT 1"""
        )
    card = await owner.types_code(await anna.shows_code())
    await owner.taps("Old card +…", card)
    await owner.sees_on(card, "How many stamps are on the old card?")
    assert await owner.taps("+4", card) == "From the old card: 4. 4 of 6"
    await anna.sees("№ 1 · +4 stamps from your old card · 4 of 6")

    card = await owner.sees_on(card, "from the old card · Olga")
    assert "Old card +…" not in owner.buttons(card)
    await owner.taps("Adjust the card", card)
    await owner.sees("How many stamps more or less, and why?")
    await owner.says("minus one")
    await owner.sees("I need plus or minus, a number and the reason")
    await owner.says("-1 <b>counted</b> twice " + "x" * 4000)
    shown = await owner.sees("Olga adjusted the card by −1 stamp. The card: 3 of 6.")
    assert "Reason: <b>counted</b> twice xxx" in shown["text"]
    receipt = await anna.sees("№ 2 · −1 stamp · 3 of 6")
    assert anna.buttons(receipt) == ["This wasn't me"]


async def test_in_a_group_the_answer_with_the_name_goes_to_the_managers_own_chat(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    await owner.types_code(await anna.shows_code(), " +1")
    await anna.sees("№ 1 · +1 stamp")
    group = await cafe.group("Counter", [owner])
    await owner.says("/undo 1 refund", chat=group)
    assert "Reason: refund" in (await owner.sees("Olga took back a visit of 1 stamp"))["text"]
    await cafe.quiet()
    assert not any("Anna" in message.get("text", "") for message in await owner.chat(group))


async def test_a_barista_is_told_that_only_managers_correct(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    card = await owner.types_code(await (await cafe.customer("Anna")).shows_code(), " +1")
    assert "Adjust the card" in owner.buttons(card)
    for command in ("/undo 1 mine", "/adjust 1 +2 mine"):
        before = len(await ben.chat())
        await ben.says(command)
        await cafe.quiet()
        assert "Only a manager or the owner" in (await ben.chat())[before + 1]["text"]
    assert cafe.rows("SELECT COUNT(*) FROM operations") == [(1,)]


async def test_the_code_of_a_late_undo_names_the_manager_who_did_it(cafe: RunningCafe) -> None:
    """It said that the barista who had given the stamp took it back."""
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    anna = await cafe.customer("Anna")
    code = await anna.shows_code()
    await ben.types_code(code, " +1")
    await anna.sees("Ben took care of it")
    await cafe.waits(minutes=20)
    await owner.says("/undo 1 refund")
    await anna.sees("Olga took this visit back: 0 of 6")
