"""/paper as staff type it: what makes a card, what opens one, and what is answered when neither can be.

Not here: what stands on a card and its screen (test_paper.py).
"""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.counter import ANNA, BEN, Cafe, settle_staff
from tests.handlers.desk import Desk, message_by, open_desk, sent_by


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    await asyncio.to_thread(settle_staff, tmp_path)
    async with open_desk(tmp_path) as desk:
        yield desk


def names(cafe: Cafe) -> list[object]:
    return [name for (name,) in cafe.rows("SELECT name FROM customers ORDER BY id")]


@pytest.mark.parametrize("typed", ["4410273", "441027391", "4410 27 39", "44102738"])
async def test_a_number_with_a_wrong_digit_or_too_few_makes_no_card(desk: Desk, typed: str) -> None:
    ben = await desk.joins(BEN)
    await ben.says(f"/paper {typed}")
    await desk.handles_all()
    assert names(desk.cafe) == []
    await ben.sees("a digit is wrong, missing or too many")


async def test_a_name_may_hold_digits_and_a_count_is_one(desk: Desk) -> None:
    ben = await desk.joins(BEN)
    for typed in ("/paper Olga 2", "/paper 2"):
        await ben.says(typed)
        await desk.handles_all()
    assert names(desk.cafe) == ["Olga 2", "", ""]


async def test_a_command_that_comes_again_when_its_cards_are_in_use_is_answered(desk: Desk) -> None:
    ben = await desk.joins(BEN)
    asked = message_by(sent_by(BEN), "/paper Olga", chat=BEN.telegram_id)
    asked["entities"] = [{"type": "bot_command", "offset": 0, "length": 6}]
    await desk.handles(message=asked)
    [(number,)] = desk.cafe.rows("SELECT number FROM paper_cards")
    await ben.says(f"{number} +1")
    await desk.handles_all()
    await desk.handles(message=asked)
    await ben.sees("These cards are in use already, so nothing was printed")
    assert names(desk.cafe) == ["Olga"]


async def test_a_card_whose_file_was_lost_is_printed_again_from_its_screen(desk: Desk) -> None:
    ben = await desk.joins(BEN)
    await ben.says("/paper Olga")
    await desk.handles_all()
    [(number,)] = desk.cafe.rows("SELECT number FROM paper_cards")
    await ben.says(f"/paper {number}")
    await desk.handles_all()
    taps = asyncio.create_task(ben.taps("Print again"))
    while not taps.done():
        await desk.handles_all()
        await asyncio.sleep(0.01)
    assert "void" in str(taps.result())
    assert len(await desk.calls("sendDocument")) == 2
    await ben.says(f"{number} +1")
    await ben.says(f"/paper {number}")
    await desk.handles_all()
    assert "Print again" not in str((await ben.sees("In use."))["reply_markup"])


async def test_the_owner_reads_who_replaced_a_card(desk: Desk) -> None:
    anna, ben = await desk.joins(ANNA), await desk.joins(BEN)
    await ben.says("/paper Olga")
    await desk.handles_all()
    [(number,)] = desk.cafe.rows("SELECT number FROM paper_cards")
    await ben.says(f"{number} +1")
    await desk.handles_all()
    card = desk.cafe.number("SELECT id FROM paper_cards")
    await desk.cafe.replace_paper_card(BEN, card)  # type: ignore[arg-type]
    notices = desk.cafe.rows("SELECT chat_id FROM deliveries WHERE notice LIKE '%PaperCardRenewed%'")
    assert notices == [(anna.id,)]
