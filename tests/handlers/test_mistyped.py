"""Words where a tap is wanted: whoever writes them is told which buttons answer, under the right message.

Not here: questions that are answered with a text (test_questions.py), and nonsense (test_conversations.py).
"""

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from loyalty.refusals import ApprovalAsked
from loyalty.use_cases.house.rules import ChangeRules
from storage.sqlite import FILE_NAME
from tests.counter import ANNA, BEN, MIA, Cafe
from tests.handlers.desk import Desk, open_desk
from tests.refusing import refused


@pytest.fixture
async def desk(tmp_path: Path, staffed_file: Path) -> AsyncIterator[Desk]:
    """A desk that handles by itself; what a handler raised is raised at the end."""
    shutil.copy(staffed_file, tmp_path / FILE_NAME)
    async with open_desk(tmp_path) as desk:
        handling = asyncio.create_task(desk.keeps_handling())
        yield desk
        handling.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await handling


async def asks_a_manager(cafe: Cafe) -> None:
    """Ben wants to give twelve stamps at once."""
    visit = await cafe.serves(MIA)
    with refused(ApprovalAsked()):
        await cafe.confirm_visit(BEN, visit, stamps=12)


async def test_the_owner_in_the_wizard_is_led_back_to_its_buttons(desk: Desk) -> None:
    anna = await desk.joins(ANNA)
    await anna.says("/setup")
    screen = await anna.sees("A first guess")
    await anna.says("we give 8 stamps")
    first = await anna.sees("I wait for a tap here")
    assert "“Language”, “Name”, “Town” … “All right, start”" in first["text"]
    assert first["reply_to_message"]["message_id"] == screen["message_id"]
    await anna.sends(sticker="☕")
    second = await anna.sees("Only the buttons answer this")
    assert "“All right, start”" in second["text"]
    await anna.says("hm")
    await anna.says("/rules")
    await anna.sees("how your card works")
    hints = [
        said for message in await anna.chat() if "“All right, start”" in (said := message.get("text", ""))
    ]
    assert hints == [first["text"], second["text"], first["text"]], "never the same one twice in a row"


async def test_a_page_names_its_own_buttons_and_is_over_when_something_else_is_done(desk: Desk) -> None:
    await ChangeRules(desk.cafe.database)(ANNA, set_up=True)
    anna = await desk.joins(ANNA)
    await anna.says("/setup")
    await anna.sees("the rules of your card")
    await anna.taps("How many stamps")
    await anna.sees("A card that is begun finishes")
    await anna.says("8")
    await anna.sees("“5”, “6”, “8” … “Back”")
    await anna.taps("Another number")
    await anna.sees("Send me a number")
    await anna.says("8")
    await anna.sees("8 stamps fill a card")
    await anna.says("nine")
    await anna.sees("“Language”, “Name”, “Town” … “More rules”")
    await anna.says("My card")
    await anna.sees("Your card:")
    await anna.says("nine")
    await anna.sees("To open a customer's card, send the six digits")


async def test_a_pin_is_tapped_and_whoever_types_it_is_shown_the_pad(desk: Desk) -> None:
    ben = await desk.joins(BEN)
    await ben.says("/pin")
    await ben.sees("Choose a PIN for tills")
    await ben.says("1234")
    await ben.sees("“1”, “2”, “3” … “Erase”")


async def test_staff_who_write_at_an_open_card_are_told_its_buttons_until_it_is_settled(desk: Desk) -> None:
    ben = await desk.joins(BEN)
    visit = (await desk.cafe.scans(BEN, await desk.cafe.shows(MIA))).visit
    await ben.says("give her one")
    hint = await ben.sees("I wait for a tap here")
    assert "“+1 · " in hint["text"]
    assert "“Not now”" in hint["text"]
    await desk.cafe.confirm_visit(BEN, visit.id, stamps=1)
    await ben.says("give her one")
    await ben.sees("To open a customer's card, send the six digits")


async def test_a_manager_who_is_asked_and_writes_yes_is_told_the_two_buttons(desk: Desk) -> None:
    anna = await desk.joins(ANNA)
    await asks_a_manager(desk.cafe)
    await anna.says("yes")
    await anna.sees("“Let it pass”, “No”")


async def test_a_customer_who_is_asked_is_told_the_buttons_once_then_the_cafe_hears(desk: Desk) -> None:
    reward = await desk.cafe.fills(MIA)
    desk.cafe.later(hours=1)
    mia = await desk.joins(MIA)
    visit = (await desk.cafe.scans(BEN, await desk.cafe.shows(MIA))).visit
    await desk.cafe.offers(BEN, visit.id, reward)
    await mia.says("yes please")
    await mia.sees("I wait for a tap here: “Yes, please”, “No, keep it”. Is this for the cafe?")
    assert desk.cafe.number("SELECT COUNT(*) FROM letters") == 0
    for said in ("oat milk?", "and a cake"):
        await mia.says(said)
    await mia.sees("This went to the cafe too")
    assert desk.cafe.number("SELECT COUNT(*) FROM letters") == 2


async def test_a_customer_who_writes_under_a_question_of_their_own_does_not_write_to_the_cafe(
    desk: Desk,
) -> None:
    mia = await desk.joins(MIA)
    await mia.says("/forget")
    await mia.sees("Erase everything?")
    await mia.says("yes")
    await mia.sees("“Erase everything”, “Keep it”")
    assert desk.cafe.number("SELECT COUNT(*) FROM letters") == 0
    await mia.taps("Keep it")
    await mia.sees("Nothing was erased")
    await mia.says("thank you")
    await mia.sees("I passed this on to the cafe")
