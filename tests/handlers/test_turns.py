"""Conversations of several turns: a question, odd answers, another thing meanwhile, pages turned in place.

Not here: single messages (test_conversations.py), and each question's end (test_questions.py).
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest

from tests.counter import ANNA, BEN, MIA
from tests.handlers.desk import Desk


@pytest.fixture
async def busy_desk(desk: Desk) -> AsyncIterator[Desk]:
    """A desk that handles by itself; what a handler raised is raised at the end."""
    task = asyncio.create_task(desk.keeps_handling())
    yield desk
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def test_the_owner_renames_the_cafe_and_odd_answers_keep_the_question(busy_desk: Desk) -> None:
    anna = await busy_desk.joins(ANNA)
    await anna.says("/program")
    await anna.sees("Surplus stamps carry over")
    await anna.taps("Name")
    await anna.sends(sticker="☕")
    await anna.sees("I need it as text")
    await anna.says("x" * 41)
    await anna.sees("yours has 41")
    await anna.says(" Bean & \n Leaf \u202e")
    await anna.sees("Name: Bean & Leaf")
    await anna.says("Starlight")
    await anna.sees("I wait for a tap here")
    await anna.says("/program")
    await anna.sees("A first guess for Bean & Leaf")


async def test_a_question_is_left_by_cancel_and_by_turning_to_something_else(busy_desk: Desk) -> None:
    anna = await busy_desk.joins(ANNA)
    await anna.says("/program")
    await anna.sees("Surplus stamps carry over")
    await anna.taps("Name")
    await anna.says("/cancel")
    await anna.sees("Left as it was.")
    await anna.says("/cancel")
    await anna.sees("There is nothing to cancel.")
    await anna.taps("Name")
    await anna.sees("What is the cafe called?")
    await anna.says("My card")
    await anna.sees("Your card:")
    await anna.says("Not a name")
    await anna.sees("To open a customer's card")
    assert (await busy_desk.cafe.card(ANNA)).cafe == "One More Cup"


async def test_the_rules_are_changed_where_they_are_shown(busy_desk: Desk) -> None:
    anna, ben = await busy_desk.joins(ANNA), await busy_desk.joins(BEN)
    await anna.says("/program")
    await anna.sees("Surplus stamps carry over")
    await anna.taps("More rules")
    await anna.sees("A reward can be had from the next visit")
    assert await anna.taps("Rewards at once") == "Saved"
    await anna.sees("can be had at once")
    await ben.says("/program")
    await ben.sees("Only the owner can do this")


async def test_receipts_turn_their_pages_in_place(busy_desk: Desk) -> None:
    mia = await busy_desk.joins(MIA)
    for _ in range(10):
        await busy_desk.cafe.stamps(MIA, 1)
        busy_desk.cafe.later(days=1)
    await mia.says("History")
    await mia.sees("№ 10")
    await mia.taps("Older")
    page = await mia.sees("№ 1 ·")
    assert page["edited"]
    await mia.taps("Newest")
    await mia.sees("№ 10")
