"""The mute button of a post: one tap, and in its place stands the way to change it.

Not here: what muting does (tests/use_cases/test_wishes.py).
"""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from handlers.drawings.post import draw_post
from handlers.texts import Words
from loyalty.campaigns import BroadcastTerms, Post, PostOffer
from loyalty.own_words import OwnWords
from loyalty.use_cases.campaigns.wishes import SetWish
from loyalty.wishes import Purpose
from storage.sqlite import FILE_NAME
from tests.counter import LEO, MIA
from tests.handlers.desk import Desk, open_desk
from tests.posted import gets

OFFER = PostOffer(OwnWords.of({"en": "Cake"}), days=3)


@pytest.fixture
async def desk(tmp_path: Path, staffed_file: Path) -> AsyncIterator[Desk]:
    shutil.copy(staffed_file, tmp_path / FILE_NAME)
    async with open_desk(tmp_path) as desk:
        busy = asyncio.create_task(desk.keeps_handling())
        yield desk
        busy.cancel()
        with suppress(asyncio.CancelledError):
            await busy


async def test_one_tap_mutes_and_the_offer_stays(desk: Desk, words: Words) -> None:
    mia = await desk.joins(MIA)
    await desk.cafe.join(MIA)
    await SetWish(desk.cafe.database)(MIA, Purpose.OFFERS, on=True, language="en")
    recipient = await gets(desk.cafe, MIA, BroadcastTerms())
    drawn = draw_post(
        Post("en", "Cake today"), words, offer=OFFER, purpose=Purpose.OFFERS, recipient_id=recipient
    )
    await desk.shows(MIA, drawn)
    post = await mia.sees("Cake today")
    take, mute = mia.buttons(post)
    assert await mia.taps(mute) == "Muted: no more offers. You can change it at any time: /messages"
    for _ in range(200):
        if mia.buttons(await mia.sees("Cake today")) == [take, "What you may send me"]:
            break
        await asyncio.sleep(0.02)
    await mia.taps("What you may send me")
    await mia.sees("Offers: no.")
    await mia.sees("Cake today")
    assert desk.cafe.rows("SELECT purpose, given FROM consents ORDER BY id") == [("offers", 1), ("offers", 0)]


async def test_somebody_elses_post_mutes_nothing(desk: Desk, words: Words) -> None:
    leo = await desk.joins(LEO)
    for person in (MIA, LEO):
        await desk.cafe.join(person)
    recipient = await gets(desk.cafe, MIA, BroadcastTerms())
    drawn = draw_post(Post("en", "Cake today"), words, purpose=Purpose.OFFERS, recipient_id=recipient)
    await desk.shows(LEO, drawn)
    [mute] = leo.buttons(await leo.sees("Cake today"))
    said = await leo.taps(mute)
    assert said is not None
    assert said.startswith("This button belongs to another card")
    assert desk.cafe.rows("SELECT * FROM wishes") == []
