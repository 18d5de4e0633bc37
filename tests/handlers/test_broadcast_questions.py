"""A question about an owner's post that is left: whatever else is tapped ends it, and nothing is kept.

Not here: the answers (test_broadcast.py and its neighbours), and questions in general (test_questions.py).
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.sandbox.person import Person
from handlers import callbacks
from loyalty.ids import CampaignId, VisitId
from tests.counter import ANNA
from tests.handlers.composer import (
    anna_writes,
    open_friday,
    says,
    taps,
    the_draft,
)
from tests.handlers.desk import Desk, tap_by


@pytest.fixture
async def desk(staffed_file: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """Friday, half past two; Mia and Leo were here, and want offers."""
    async with open_friday(staffed_file, tmp_path) as desk:
        yield desk


async def test_a_question_that_is_left_says_that_nothing_was_kept(desk: Desk) -> None:
    anna = await anna_writes(desk)
    page = await anna.sees("Your post")
    await taps(desk, anna, "Offer to take")
    await says(desk, anna, "A bun " * 50)
    await taps(desk, anna, "Words and languages", page)
    await anna.sees("Nothing was kept")
    assert (await the_draft(desk)).offer is None
    assert not [one for one in await anna.chat() if one.get("text") == "Done."]


async def test_a_question_in_one_more_language_that_is_left_keeps_the_first_answer(desk: Desk) -> None:
    anna = await anna_writes(desk)
    await desk.cafe.change_rules(ANNA, second_language="ru")
    await taps(desk, anna, "Words and languages")
    await taps(desk, anna, "Also in Русский")
    await says(desk, anna, "Булочки")
    await taps(desk, anna, "Offer to take")
    await says(desk, anna, "A bun")
    await taps(desk, anna, "The same words")
    await anna.sees("Done.")
    assert not [one for one in await anna.chat() if "Nothing was kept" in one.get("text", "")]


HERE = ("Here lately", "Preview")


@pytest.mark.parametrize(
    "path",
    [
        ("Preview",), ("Here lately",), ("Words and languages",), ("Throw away",),
        ("Everybody", "Yes, to all who may get it"),
        ("Others…", "regulars"), ("Others…", "language: English"),
        (*HERE, "Send to me first"), (*HERE, "Send to 2"), (*HERE, "No more offers"),
        (*HERE, "When…", "As soon as I send it"), (*HERE, "When…", "Tomorrow 11:00"),
    ],
    ids=lambda path: path[-1],
)  # fmt: skip
async def test_what_is_typed_after_another_tap_is_no_answer(desk: Desk, path: tuple[str, ...]) -> None:
    anna = await anna_writes(desk)
    await taps(desk, anna, "Here lately")
    for label in path[:-1]:
        await taps(desk, anna, label)
    name = callbacks.AskDraft(campaign_id=CampaignId(1), what=callbacks.DraftQuestion.NAME).pack()
    await desk.handles(callback_query=tap_by(ANNA, name))
    await anna.sees("Under which name")
    await taps(desk, anna, path[-1])
    await anna.sees("The question is over. Nothing was kept.")
    await says(desk, anna, "Friends")
    assert desk.cafe.number("SELECT COUNT(*) FROM segments") == 0


async def test_one_question_takes_the_place_of_another(desk: Desk) -> None:
    anna = await anna_writes(desk)
    await taps(desk, anna, "Button with a link")
    await taps(desk, anna, "Offer to take")
    await says(desk, anna, "A bun")
    await anna.sees("A bun, to be had within")
    assert not [one for one in await anna.chat() if "The question is over" in one.get("text", "")]


def name_of(draft: int) -> str:
    question = callbacks.DraftQuestion.NAME
    return callbacks.AskDraft(campaign_id=CampaignId(draft), what=question).pack()


async def anna_is_asked_for_a_name(desk: Desk) -> Person:
    anna = await anna_writes(desk)
    await taps(desk, anna, "Here lately")
    await desk.handles(callback_query=tap_by(ANNA, name_of(1)))
    await anna.sees("Under which name")
    return anna


@pytest.mark.parametrize("elsewhere", [callbacks.OpenRuns, callbacks.OpenStandingList, callbacks.OpenWishes])
async def test_a_tap_on_any_other_page_ends_the_question(desk: Desk, elsewhere: type[CallbackData]) -> None:
    anna = await anna_is_asked_for_a_name(desk)
    await desk.handles(callback_query=tap_by(ANNA, elsewhere().pack()))
    await anna.sees("The question is over. Nothing was kept.")
    await says(desk, anna, "Friends")
    assert desk.cafe.number("SELECT COUNT(*) FROM segments") == 0


async def test_a_tap_at_the_counter_leaves_the_question_open(desk: Desk) -> None:
    anna = await anna_is_asked_for_a_name(desk)
    visit = VisitId(desk.cafe.number("SELECT MAX(id) FROM visits"))
    await desk.handles(callback_query=tap_by(ANNA, callbacks.BringCard(visit_id=visit).pack()))
    await says(desk, anna, "Friends")
    assert desk.cafe.rows("SELECT name FROM segments") == [("Friends",)]


async def test_a_question_that_is_refused_ends_the_one_before_it_too(desk: Desk) -> None:
    anna = await anna_is_asked_for_a_name(desk)
    await desk.handles(callback_query=tap_by(ANNA, name_of(77)))
    await anna.sees("The question is over. Nothing was kept.")
    await says(desk, anna, "Friends")
    assert desk.cafe.number("SELECT COUNT(*) FROM segments") == 0
