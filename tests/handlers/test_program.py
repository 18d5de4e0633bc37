"""The program in chat: each rule is changed where it stands, odd answers keep the question.

Not here: the rules (tests/use_cases/test_rules.py), and the first steps (tests/journeys/test_setup.py).
"""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.sandbox.person import Person
from handlers import callbacks
from handlers.callbacks import LimitField
from handlers.drawings.program import draw_changes
from handlers.texts import Words
from loyalty.ids import ProgramVersion
from loyalty.limits import Answer, Limit
from loyalty.programs import Collects, ProgramChange, Rules
from loyalty.use_cases.house.rules import ReadProgram
from storage.sqlite import FILE_NAME
from tests.counter import ANNA, BEN, LEO, MIA
from tests.handlers.desk import Desk, open_desk, tap_by
from tests.handlers.facts import NOW


@pytest.fixture
async def desk(tmp_path: Path, staffed_file: Path) -> AsyncIterator[Desk]:
    shutil.copy(staffed_file, tmp_path / FILE_NAME)
    async with open_desk(tmp_path) as desk:
        busy = asyncio.create_task(desk.keeps_handling())
        yield desk
        busy.cancel()
        with suppress(asyncio.CancelledError):
            await busy


async def rules_of(desk: Desk) -> Rules:
    return (await ReadProgram(desk.cafe.database)()).rules


async def opens_program(desk: Desk, *steps: str) -> Person:
    """Anna asks for the rules and taps her way to a page."""
    anna = await desk.joins(ANNA)
    await anna.says("/setup")
    await anna.sees("Surplus stamps carry over")
    await taps(anna, *steps)
    return anna


async def taps(person: Person, *labels: str) -> None:
    """One button after another, each as soon as it is there."""
    for label in labels:
        for _ in range(200):
            if any(label in person.buttons(message) for message in await person.chat()):
                break
            await asyncio.sleep(0.02)
        await person.taps(label)


async def test_a_town_sets_the_clock_and_one_that_nobody_knows_is_asked_again(desk: Desk) -> None:
    anna = await opens_program(desk, "Town")
    await anna.sees("In which town is the cafe?")
    await anna.sends_sticker()
    await anna.sees("I need it as text")
    await anna.sends_voice()
    await anna.says("Atlantis-sur-Mer")
    await anna.sees("I don't know that town")
    await anna.says("Тарту")
    await anna.sees("Тарту, Estonia (Europe/Tallinn), where it is 10:30 now.")
    await anna.sees("Town: Тарту (Europe/Tallinn)")
    assert (await rules_of(desk)).zone == "Europe/Tallinn"


async def test_a_town_on_another_continent_is_seen_by_its_country_and_clock(desk: Desk) -> None:
    anna = await opens_program(desk, "Town")
    await anna.says("Atlantis")
    heard = await anna.sees("Atlantis, South Africa (Africa/Johannesburg), where it is 10:30 now.")
    assert "If this is not the place, tap Town below." in heard["text"]
    await anna.sees("Town: Atlantis (Africa/Johannesburg)")
    await taps(anna, "Town")
    await anna.says("europe/riga")
    await anna.sees("The clock of Europe/Riga, where it is 10:30 now.")


async def test_of_several_towns_one_is_picked(desk: Desk) -> None:
    anna = await opens_program(desk, "Town")
    await anna.says("Paris")
    which = await anna.sees("There are several towns of that name")
    assert anna.buttons(which)[0] == "🇫🇷 Paris · Europe/Paris"
    await anna.taps("🇺🇸 Paris · America/Chicago", which)
    await anna.sees("Paris, United States (America/Chicago), where it is 03:30 now.")
    await anna.sees("Town: Paris (America/Chicago)")
    asked = next(one for one in await anna.chat() if one["message_id"] == which["message_id"])
    assert anna.buttons(asked) == []


async def test_a_screen_whose_answer_came_below_loses_its_buttons(desk: Desk) -> None:
    anna = await opens_program(desk, "Name")
    await anna.says("Bean")
    await anna.sees("Name: Bean")
    screens = [one for one in await anna.chat() if "Surplus stamps" in one.get("text", "")]
    assert [bool(anna.buttons(one)) for one in screens] == [False, True]


async def test_own_words_are_asked_in_both_languages_and_the_second_may_be_skipped(desk: Desk) -> None:
    anna = await opens_program(desk, "Language", "+ Русский", "What is free", "In my own words")
    await anna.sees("Send it in this language: English")
    await anna.says("x" * 300)
    await anna.sees("It needs 1 to 60 characters, and yours has 300")
    await anna.says("A bun")
    await anna.sees("Send it in this language: Русский")
    await anna.says("Булочка")
    await anna.sees("a full card gives A bun")
    assert (await rules_of(desk)).item.by_language == (("en", "A bun"), ("ru", "Булочка"))
    await taps(anna, "A stamp for what")
    await taps(anna, "In my own words")
    await anna.says("each coffee")
    await anna.sees("Send it in this language: Русский")
    assert await anna.taps("Leave it at that") == "Saved"
    await anna.sees("A stamp for: each coffee")
    assert (await rules_of(desk)).stamp_for.by_language == (("en", "each coffee"),)


async def test_the_goal_is_tapped_or_typed(desk: Desk) -> None:
    anna = await opens_program(desk, "How many stamps")
    assert await anna.taps("10") == "Saved"
    await anna.sees("10 stamps fill a card")
    await taps(anna, "How many stamps")
    await taps(anna, "Another number")
    for odd in ("many", "1", "31", "7.5", "-3", "٧", "9" * 40):
        await anna.says(odd)
        await anna.sees("It has to be a whole number from 2 to 30")
    await anna.says(" 12 ")
    await anna.sees("12 stamps fill a card")


async def test_a_lower_goal_that_makes_cards_full_is_asked_about_first(desk: Desk) -> None:
    await desk.cafe.stamps(MIA, 5)
    anna, mia = await opens_program(desk, "How many stamps"), await desk.joins(MIA)
    assert await anna.taps("5") != "Saved"
    asked = await anna.sees("1 card holds 5 stamps or more already: with its next stamp it gives Free")
    assert anna.buttons(asked) == ["5 stamps all the same", "Back"]
    await mia.says("/rules")
    await mia.sees("6 stamps fill a card")
    await taps(anna, "Back", "Another number")
    await anna.says("3")
    await anna.sees("One question first.")
    await anna.sees("1 card holds 3 stamps or more already")
    assert (await rules_of(desk)).goal == 6
    await desk.cafe.stamps(LEO, 4)
    assert await anna.taps("3 stamps all the same") != "Saved"
    again = await anna.sees("2 cards hold 3 stamps or more already: with its next stamp each gives")
    assert await anna.taps("3 stamps all the same", again) == "Saved"
    await anna.sees("3 stamps fill a card")
    await mia.says("/rules")
    await mia.sees("3 stamps fill a card")
    assert (await rules_of(desk)).goal == 3


async def test_the_other_rules_are_behind_more(desk: Desk) -> None:
    anna = await opens_program(desk, "More rules")
    await taps(anna, "Hand over without asking")
    await anna.sees("Staff hand a reward over on their own word")
    await taps(anna, "The day begins")
    await taps(anna, "06:00")
    await anna.sees("The day begins at 06:00")
    await taps(anna, "Old paper cards")
    await taps(anna, "Until the end of this month")
    await anna.sees("Old paper cards are taken until 31 Mar 2025")
    await taps(anna, "Old paper cards")
    await taps(anna, "Another date")
    for odd in ("soon", "2025-02-30", "13.03.2025"):
        await anna.says(odd)
        await anna.sees("That is no date from today on")
    await anna.says("1.4.2025")
    await anna.sees("Old paper cards are taken until 1 Apr 2025")
    await taps(anna, "Adjustments")
    await anna.says("5")
    await anna.sees("A manager can adjust 5 stamps a day")
    await taps(anna, "Privacy contact")
    await anna.says("Anna, anna@example.org")
    await anna.sees("For the customers' data answers: Anna, anna@example.org")


async def test_each_limit_has_a_bound_and_an_answer(desk: Desk) -> None:
    anna = await opens_program(desk, "More rules", "Limits")
    await anna.sees("From visit 4 of a card on one day: staff say why")
    await taps(anna, "Visits on one day")
    await taps(anna, "From 5")
    await anna.sees("From visit 5 of a card")
    await taps(anna, "No")
    await anna.sees("From visit 5 of a card on one day: no.")
    assert (await rules_of(desk)).limits.visits_a_day == Limit(5, Answer.REFUSE)
    await taps(anna, "Back")
    await taps(anna, "More than a card needs")
    await taps(anna, "Ask")
    assert (await rules_of(desk)).limits.above_goal is Answer.ASK
    odd = callbacks.SetLimit(limit=LimitField.STAMPS_AN_HOUR, bound=1, answer=Answer.FLAG)
    await desk.handles(callback_query=tap_by(ANNA, odd.pack()))
    assert (await rules_of(desk)).limits.stamps_an_hour == Limit(120, Answer.FLAG)


async def test_large_bills_are_asked_about_from_an_amount_that_the_owner_may_say(desk: Desk) -> None:
    anna = await opens_program(desk, "More rules", "Limits")
    assert "bill" not in (await anna.sees("Limits"))["text"], "where none is entered, nothing is asked"
    await desk.cafe.change_rules(ANNA, collects=Collects.BOTH, usual_amounts=(350,))
    await taps(anna, "Back")
    await taps(anna, "Limits")
    await anna.sees("From a bill of €35.00 (ten times your largest usual one): a manager is asked first")
    await anna.sees("From bills of €350.00 in one hour by one person")
    await taps(anna, "Large bills")
    await taps(anna, "Another amount")
    await anna.says("80")
    await anna.sees("From a bill of €80.00: a manager is asked first")
    await taps(anna, "No")
    limits = (await rules_of(desk)).limits
    assert (limits.large_bill, limits.large_bill_from) == (Answer.REFUSE, 8000)
    await anna.says("/rules")
    await anna.sees("A bill of €80.00 or more can't be entered.")


async def test_the_last_changes_say_who_when_and_what(desk: Desk) -> None:
    anna = await opens_program(desk, "More rules", "Changes")
    await anna.sees("Nothing was changed yet")
    await taps(anna, "Back")
    await taps(anna, "Back")
    await taps(anna, "How many stamps")
    await taps(anna, "8")
    await taps(anna, "More rules")
    await taps(anna, "Changes")
    await anna.sees("Version 2 · Anna · 14 Mar 2025 08:30\n   goal: 6 → 8")


def test_a_version_that_keeps_the_guesses_says_so(words: Words) -> None:
    versions = [ProgramChange(ProgramVersion(number), Rules(), "Anna", NOW) for number in (2, 1)]
    assert draw_changes(versions, words).text.splitlines()[-1] == "   nothing different"


async def test_the_rules_are_the_owners_and_anybody_can_read_them(desk: Desk) -> None:
    ben, mia = await desk.joins(BEN), await desk.joins(MIA)
    for person in (ben, mia):
        await person.says("/setup")
        await person.sees("Only the owner can do this")
    await desk.handles(callback_query=tap_by(BEN, callbacks.SetGoal(goal=2).pack()))
    await desk.handles(callback_query=tap_by(MIA, callbacks.FinishSetUp().pack()))
    assert await rules_of(desk) == Rules()
    limits = (await rules_of(desk)).limits
    await desk.cafe.change_rules(ANNA, limits=limits.__class__(visits_a_day=Limit(3, Answer.REFUSE)))
    await mia.says("/rules")
    page = await mia.sees("how your card works")
    assert "You get a stamp for: each hot drink." in page["text"]
    assert "6 stamps fill a card, and a full card gives you Free coffee." in page["text"]
    assert "A card is stamped 2 times a day at most." in page["text"]
    assert "/privacy" in page["text"]


async def test_when_posts_may_go_out_and_how_many_is_the_owners(desk: Desk) -> None:
    anna = await opens_program(desk, "More rules", "Posts and quiet")
    await anna.sees("From 20:00 to 10:00 nothing is posted")
    await taps(anna, "Night begins", "21:00", "Night ends", "09:00", "2")
    await anna.sees("At most 2 offers a week go to one customer.")
    rules = await rules_of(desk)
    assert (rules.quiet_from, rules.quiet_until, rules.posts_a_week) == (21, 9, 2)
    await taps(anna, "Night ends", "21:00")
    await anna.sees("Posts go out at any hour.")


async def test_what_segments_mean_is_the_owners_and_has_to_go_together(desk: Desk) -> None:
    anna = await opens_program(desk, "More rules", "Posts and quiet", "What “new” or “lost” means")
    await anna.sees("Here lately: the last visit was within 30 days.")
    await taps(anna, "Here lately: days", "21")
    await anna.sees("Slipping: the last visit was 21 to 60 days ago.")
    await taps(anna, "Lunch begins", "12:00")
    await anna.sees("Morning people come between 06:00 and 12:00")
    await taps(anna, "Here lately: days")
    assert await anna.taps("60") == (
        "These don't go together: “here lately” ends before “lost” begins, and the morning before lunch. "
        "Change the other one first."
    )
    bounds = (await rules_of(desk)).segments
    assert (bounds.here_days, bounds.lost_days, bounds.lunch_from) == (21, 60, 12)
