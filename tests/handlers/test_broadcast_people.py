"""For whom an owner's post is, in conversation: conditions, bounds, saved names, everybody.

Not here: who is meant by them (tests/model/test_segments.py).
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.person import Person
from loyalty.campaigns import BroadcastTerms
from loyalty.people import Person as Account
from loyalty.wishes import WishState
from tests.counter import LEO, MAX, MIA
from tests.handlers.composer import (
    anna_writes,
    open_friday,
    says,
    taps,
    the_draft,
    wants_offers,
)
from tests.handlers.desk import Desk


@pytest.fixture
async def desk(staffed_file: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """Friday, half past two; Mia and Leo were here, and want offers."""
    async with open_friday(staffed_file, tmp_path) as desk:
        yield desk


async def test_conditions_are_counted_combined_and_kept_under_a_name(desk: Desk) -> None:
    anna = await anna_writes(desk)
    await taps(desk, anna, "Others…")
    await taps(desk, anna, "regulars (from 4 visits) · 0")
    await anna.sees("0 people get it, of 0 picked")
    await taps(desk, anna, "✓ regulars")
    await taps(desk, anna, "here lately (30 d) · 2")
    await taps(desk, anna, "language: English · 1")
    await anna.sees("1 person gets it, of 1 picked")
    await taps(desk, anna, "Last visit…")
    await says(desk, anna, "many")
    await anna.sees("I can't read numbers")
    await says(desk, anna, "-3")
    await anna.sees("here lately (30 d), language: English, days since the last visit: up to 3")
    await taps(desk, anna, "Last visit…")
    await says(desk, anna, "1-999999999")  # longer ago than there are years
    await anna.sees("days since the last visit: 1 to 9999")
    await taps(desk, anna, "Last visit…")
    await says(desk, anna, "-3")
    await anna.sees("days since the last visit: up to 3")
    await taps(desk, anna, "Visits…")
    await says(desk, anna, "3")
    await anna.sees("visits: 3")
    await taps(desk, anna, "Visits…")
    await says(desk, anna, "0")
    await taps(desk, anna, "Keep under a name")
    await says(desk, anna, "Friends")
    await anna.sees("Kept: Friends")
    await taps(desk, anna, "Back")
    await taps(desk, anna, "Here lately")
    await taps(desk, anna, "Others…")
    await taps(desk, anna, "★ Friends")
    await anna.sees("language: English, days since")


async def test_everybody_is_asked_once_more_with_who_is_skipped(desk: Desk) -> None:
    await desk.cafe.stamps(Account(MAX.telegram_id, "Max", "en"), 1)
    await wants_offers(desk.cafe, LEO, WishState.MUTED)
    anna = await anna_writes(desk)
    await taps(desk, anna, "Everybody")
    page = await anna.sees("Everybody? 3 customers, 1 of them get it")
    assert "1 muted" in page["text"]
    assert "1 who have not said yes to offers" in page["text"]
    assert (await the_draft(desk)).terms == BroadcastTerms()
    await taps(desk, anna, "Yes, to all who may get it")
    assert (await the_draft(desk)).terms == BroadcastTerms(everybody=True)
    await taps(desk, anna, "Preview")
    look = await anna.sees("Above: exactly as it arrives")
    assert "1 person; " in look["text"]
    assert "about 1 s; ends before quiet hours" in look["text"]


async def test_there_is_no_yes_to_everybody_when_nobody_would_get_it(desk: Desk) -> None:
    for guest in (MIA, LEO):
        await wants_offers(desk.cafe, guest, WishState.MUTED)
    anna = await anna_writes(desk)
    await taps(desk, anna, "Everybody")
    page = await anna.sees("Everybody? 2 customers, 0 of them get it")
    assert Person.buttons(page) == ["Back"]


async def test_a_bound_has_a_mark_and_is_taken_off_again(desk: Desk) -> None:
    anna = await anna_writes(desk)
    await taps(desk, anna, "Others…")
    for off in ("0", "-"):
        await taps(desk, anna, "Visits…")
        await anna.sees("To take this condition off: 0")
        await says(desk, anna, "2+")
        await taps(desk, anna, "✓ visits: 2 and more")
        await says(desk, anna, off)
        assert "Visits…" in Person.buttons(await anna.last())
        assert (await the_draft(desk)).segment == ()


async def test_a_kept_name_is_deleted_and_the_draft_stays_for_whom_it_is(desk: Desk) -> None:
    anna = await anna_writes(desk)
    await taps(desk, anna, "Here lately")
    await taps(desk, anna, "Others…")
    await taps(desk, anna, "Keep under a name")
    await says(desk, anna, "Friends")
    await taps(desk, anna, "Delete name")
    assert "★ Friends" not in Person.buttons(await anna.last())
    assert desk.cafe.number("SELECT COUNT(*) FROM segments") == 0
    assert len((await the_draft(desk)).segment) == 1
