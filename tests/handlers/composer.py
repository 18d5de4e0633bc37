"""An owner who writes to many at the desk: what the tests of the composer have in common.

Not here: the tests (test_broadcast.py and its neighbours).
"""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.sandbox.person import Person
from handlers import callbacks
from loyalty.ids import CampaignId
from loyalty.people import Person as Account
from loyalty.ports import Transaction
from loyalty.use_cases.campaigns.draft_reading import ReadDraft
from loyalty.wishes import ConsentText, Purpose, WishState
from storage.sqlite import FILE_NAME
from tests.counter import ANNA, LEO, MIA, Cafe
from tests.handlers.desk import Desk, open_desk

QUESTION = "Write the post, or forward one here"


@asynccontextmanager
async def open_friday(staffed_file: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """Friday, half past two; Mia and Leo were here, and want offers."""
    shutil.copy(staffed_file, tmp_path / FILE_NAME)
    async with open_desk(tmp_path) as desk:
        for guest in (MIA, LEO):
            await desk.cafe.stamps(guest, 1)
            await wants_offers(desk.cafe, guest)
        desk.cafe.later(hours=6)
        yield desk


async def wants_offers(cafe: Cafe, guest: Account, state: WishState = WishState.GRANTED) -> None:
    def body(tx: Transaction) -> None:
        customer = tx.people.find_customer(guest.telegram_id)
        assert customer is not None
        tx.wishes.keep(customer.id, Purpose.OFFERS, state, ConsentText("offers-1", "en"))

    await cafe.database.write(body)


async def says(desk: Desk, person: Person, text: str) -> None:
    await person.says(text)
    await desk.handles_all()


async def taps(desk: Desk, person: Person, label: str, message: Any = None) -> None:
    await person.taps(label, message, wait=0)
    await desk.handles_all()


async def anna_writes(desk: Desk, text: str = "Fresh buns until six") -> Person:
    """The owner has begun a post."""
    anna = await desk.joins(ANNA)
    await desk.handles_all()
    await says(desk, anna, "/broadcast")
    await anna.sees(QUESTION)
    await says(desk, anna, text)
    return anna


async def send_data(desk: Desk, *, count: int) -> str:
    """What stands behind the button under what was looked at just now."""
    look = (await ReadDraft(desk.cafe.database)(ANNA, CampaignId(1))).look
    return callbacks.SendDraft(campaign_id=CampaignId(1), count=count, look=look).pack()


async def the_draft(desk: Desk, number: int = 1) -> Any:
    return await ReadDraft(desk.cafe.database).brief(ANNA, CampaignId(number))


def states(desk: Desk) -> list[tuple[object, ...]]:
    return desk.cafe.rows("SELECT state FROM campaigns ORDER BY id")
