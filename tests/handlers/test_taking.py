"""The button of an offer: one tap takes it, and the post says until when from then on.

Not here: limits and days (tests/use_cases/test_gifts.py), and muting (test_mute.py).
"""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.sandbox.person import Person
from handlers.drawings.post import draw_post
from handlers.texts import Words
from loyalty.campaigns import Post, PostOffer
from loyalty.wishes import Purpose
from storage.sqlite import FILE_NAME
from tests.counter import LEO, MIA
from tests.handlers.desk import Desk, open_desk
from tests.use_cases.posts import COOKIE, a_post

UNTIL = "Use it by 16 Mar 2025"


@pytest.fixture
async def desk(tmp_path: Path, staffed_file: Path) -> AsyncIterator[Desk]:
    shutil.copy(staffed_file, tmp_path / FILE_NAME)
    async with open_desk(tmp_path) as desk:
        busy = asyncio.create_task(desk.keeps_handling())
        yield desk
        busy.cancel()
        with suppress(asyncio.CancelledError):
            await busy


async def has_buttons(person: Person, labels: list[str]) -> None:
    """Under the post, a moment after the toast."""
    shown: list[str] = []
    for _ in range(200):
        shown = person.buttons(await person.sees("Cookies today"))
        if shown == labels:
            return
        await asyncio.sleep(0.02)
    assert shown == labels


async def test_one_tap_takes_it_and_the_button_says_until_when(desk: Desk, words: Words) -> None:
    mia = await desk.joins(MIA)
    [recipient] = await a_post(desk.cafe, MIA)
    post = Post("en", "Cookies today", label="Our street", link="https://example.org")
    offer = PostOffer(COOKIE, days=2)
    await desk.shows(MIA, draw_post(post, words, offer=offer, purpose=Purpose.OFFERS, recipient_id=recipient))
    shown = await mia.sees("Cookies today")
    take, *others = mia.buttons(shown)
    assert await mia.taps(take) == "On your card: Cookie. Use it by 16 Mar 2025."
    await has_buttons(mia, [UNTIL, *others])
    assert await mia.taps(UNTIL) == "It is on your card already: Cookie. Use it by 16 Mar 2025."
    assert len((await desk.cafe.card(MIA)).rewards) == 1


@pytest.mark.parametrize("why", ["error-post-offer-over", "error-post-offer-used-up"])
async def test_a_button_that_brings_nothing_any_more_goes_and_the_others_stay(
    desk: Desk, words: Words, why: str
) -> None:
    mia = await desk.joins(MIA)
    mias, leos = await a_post(desk.cafe, MIA, LEO, limit=1)
    post, offer = (
        Post("en", "Cookies today", label="Our street", link="https://example.org"),
        PostOffer(COOKIE, 2),
    )
    await desk.shows(MIA, draw_post(post, words, offer=offer, purpose=Purpose.OFFERS, recipient_id=mias))
    if why == "error-post-offer-over":
        desk.cafe.later(days=4)
    else:
        await desk.cafe.take_offer(LEO, leos)
    take, *others = mia.buttons(await mia.sees("Cookies today"))
    assert await mia.taps(take) == words.plain(why, **({"limit": 1} if "used" in why else {}))
    await has_buttons(mia, others)


async def test_whoever_taps_too_late_is_told_why_even_if_the_button_can_not_go(
    desk: Desk, words: Words
) -> None:
    mia = await desk.joins(MIA)
    [recipient] = await a_post(desk.cafe, MIA)
    drawn = draw_post(Post("en", "Cookies today"), words, offer=PostOffer(COOKIE, 2), recipient_id=recipient)
    await desk.shows(MIA, drawn)
    desk.cafe.later(days=4)
    [take] = mia.buttons(await mia.sees("Cookies today"))
    await desk.breaks("server_error", method="editMessageReplyMarkup", times=1)
    assert await mia.taps(take) == words.plain("error-post-offer-over")


async def test_a_post_with_nothing_but_its_offer_keeps_its_words(desk: Desk, words: Words) -> None:
    mia = await desk.joins(MIA)
    [recipient] = await a_post(desk.cafe, MIA)
    drawn = draw_post(Post("en", "Cookies today"), words, offer=PostOffer(COOKIE, 2), recipient_id=recipient)
    await desk.shows(MIA, drawn)
    desk.cafe.later(days=4)
    [take] = mia.buttons(await mia.sees("Cookies today"))
    await mia.taps(take)
    await has_buttons(mia, [])


async def test_a_forwarded_button_says_whose_it_is(desk: Desk, words: Words) -> None:
    leo = await desk.joins(LEO)
    [recipient] = await a_post(desk.cafe, MIA)
    await desk.cafe.card(LEO)
    drawn = draw_post(Post("en", "Cookies today"), words, offer=PostOffer(COOKIE, 2), recipient_id=recipient)
    await desk.shows(LEO, drawn)
    [take] = leo.buttons(await leo.sees("Cookies today"))
    assert await leo.taps(take) == words.plain("error-not-your-post")
