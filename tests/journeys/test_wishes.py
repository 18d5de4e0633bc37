"""What the cafe may send: asked under receipts, told, changed and stopped, in the words of people.

Not here: the messages themselves, and each rule (tests/use_cases).
"""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.clock import MovableClock
from handlers.labels import ALONE, SHARED
from tests.journeys.standing import switches_on
from tests.people import Customer, Message, Staff
from tests.running_cafe import RunningCafe, running_cafe
from tests.tongues import tongue

A_MORNING = datetime(2026, 5, 4, 9, tzinfo=UTC)


@pytest_asyncio.fixture
async def cafe(tmp_path: Path) -> AsyncIterator[RunningCafe]:
    """On a day on which a May birthday is near; the buttons fit a small phone."""
    clock = MovableClock(offset=A_MORNING - MovableClock().now())
    async with running_cafe(tmp_path, clock=clock) as cafe:
        yield cafe
        rows = [row for line in await cafe.transcript() for row in line.get("buttons") or []]
        assert [row for row in rows if max(map(len, row)) > (SHARED if len(row) > 1 else ALONE)] == []


async def greets_birthdays(cafe: RunningCafe) -> Staff:
    """The owner, who has switched the greetings on."""
    owner = await cafe.owner()
    await switches_on(owner, "birthday", owner.tongue)
    return owner


async def is_stamped(ben: Staff, mia: Customer, number: int) -> Message:
    """One visit; the receipt, whatever stands under it."""
    await ben.taps("+1", await ben.scans_code(await mia.shows_code()))
    return await mia.sees(f"{'nr' if mia.tongue.language == 'et' else '№'} {number} ·")


@pytest.mark.parametrize("language", ["en", "ru", "et"])
async def test_from_the_second_receipt_to_a_birthday_and_offers(cafe: RunningCafe, language: str) -> None:
    reads = tongue(language)
    ben = await cafe.barista(await greets_birthdays(cafe))
    mia = await cafe.customer("Mia", reads=reads)
    assert not mia.buttons(await is_stamped(ben, mia, 1))
    cafe.clock.advance(timedelta(days=1))
    second = await is_stamped(ben, mia, 2)
    assert mia.buttons(second) == [
        reads.label("button-birthday-tell"), reads.label("button-birthday-skip"),
    ]  # fmt: skip
    await mia.chooses("button-birthday-tell", second)
    await mia.reads("birthday-ask")
    await mia.says("12. " + {"en": "November", "ru": "ноября", "et": "november"}[language])
    await mia.reads("birthday-locks")
    await mia.chooses("button-birthday-right")
    await mia.reads("birthday-kept")
    await cafe.quiet()
    assert cafe.rows("SELECT birth_month, birth_day FROM customers WHERE id = 1") == [(11, 12)]
    [receipt] = [one for one in await mia.chat() if one["message_id"] == second["message_id"]]
    assert receipt["text"].startswith(second["text"].splitlines()[0])
    assert not mia.buttons(receipt)

    cafe.clock.advance(timedelta(days=1))
    third = await is_stamped(ben, mia, 3)
    await mia.chooses("button-offers-yes", third)
    await mia.reads("question-offers-agreed")
    await mia.says("/messages")
    page = await mia.reads("wishes-always")
    await mia.chooses("button-wish-offers-off", page)
    await cafe.quiet()
    assert cafe.rows("SELECT purpose, given, language FROM consents ORDER BY id") == [
        ("birthday", 1, language), ("offers", 1, language), ("offers", 0, language),
    ]  # fmt: skip


async def test_a_date_is_picked_by_taps_refused_when_it_is_none_and_deleted(cafe: RunningCafe) -> None:
    await greets_birthdays(cafe)
    mia = await cafe.customer("Mia")
    await mia.says("/privacy")
    await mia.sees("Responsible for your data")
    await mia.taps("What you may send me")
    await mia.sees("Birthday: we don't know the date")
    await mia.taps("Tell my birthday")
    await mia.sees("Or tap the month:")
    await mia.says("31 February")
    await mia.sees("That is no date I can read")
    await mia.taps("February")
    await mia.taps("29")
    await mia.sees("29 February, is that right?")
    await mia.taps("Another date")
    await mia.taps("May")
    await mia.taps("10")
    asked = await mia.sees("10 May, is that right?")
    assert "less than two weeks away" in asked["text"], "it is 4 May"
    await mia.taps("Yes, that is right")
    await mia.sees("Noted: 10 May")
    await mia.says("/messages")
    page = await mia.sees("Birthday, 10 May: we may wish you a happy one.")
    assert "Change the date" not in mia.buttons(page)
    await mia.taps("Delete the date", page)
    await mia.sees("A new one can be told from 4 May 2027 on.")
    await mia.taps("Delete it")
    await mia.sees("Birthday: we don't know the date")
    await cafe.quiet()
    assert cafe.rows("SELECT birth_month FROM customers WHERE name = 'Mia'") == [(None,)]


async def test_what_telegrams_profile_says_is_only_a_hint(cafe: RunningCafe) -> None:
    await greets_birthdays(cafe)
    mia = await cafe.customer("Mia", birthdate={"day": 3, "month": 8, "year": 1990})
    await mia.says("/messages")
    await mia.taps("Tell my birthday")
    await mia.taps("3 August, as in Telegram")
    await mia.sees("3 August, is that right?")
    await cafe.quiet()
    assert cafe.rows("SELECT birth_month FROM customers WHERE name = 'Mia'") == [(None,)]
    await mia.taps("Yes, that is right")
    await mia.sees("Noted: 3 August")


async def test_not_now_and_no_leave_the_receipt_as_it_is(cafe: RunningCafe) -> None:
    ben = await cafe.barista(await greets_birthdays(cafe))
    mia = await cafe.customer("Mia")
    for number in (1, 2, 3):
        receipt = await is_stamped(ben, mia, number)
        if number > 1:
            await mia.taps("Not now" if number == 2 else "No, thanks", receipt)
            await mia.sees("No date, then" if number == 2 else "No offers, then")
        cafe.clock.advance(timedelta(days=1))
    assert not mia.buttons(await is_stamped(ben, mia, 4))
    await cafe.quiet()
    assert cafe.rows("SELECT purpose, state FROM wishes") == [("offers", "refused")]


@pytest.mark.parametrize("language", ["en", "ru", "et"])
async def test_where_nobody_is_greeted_no_date_is_asked_for_and_one_that_was_told_can_go(
    cafe: RunningCafe, language: str
) -> None:
    reads, owner = tongue(language), await greets_birthdays(cafe)
    mia = await cafe.customer("Mia", reads=reads)
    await mia.says("/messages")
    await mia.chooses("button-wishes-tell-birthday", await mia.reads("wishes-no-birthday"))
    await mia.says("12.11")
    await mia.chooses("button-birthday-right", await mia.reads("birthday-right"))
    await owner.says("/campaigns")
    page = await owner.reads("runs-heading")
    await owner.chooses("button-standing-list", page)
    await owner.chooses("button-standing", page, kind="birthday", on="yes")
    await owner.chooses("button-standing-off", page)

    await mia.says("/messages")
    day = {"en": "12 November", "ru": "12 ноября", "et": "12. november"}[language]
    page = await mia.sees(reads.words.plain("wishes-birthday", on="yes", day=day))
    await mia.chooses("button-birthday-delete", page)
    await mia.chooses("button-birthday-delete-yes", page)
    await cafe.quiet()
    [page] = [one for one in await mia.chat() if one["message_id"] == page["message_id"]]
    assert reads.words.plain("wishes-no-birthday") not in page["text"]
    assert mia.buttons(page) == [reads.label("button-wish-offers-on"), reads.label("button-wish-surveys-off")]


async def test_who_has_no_card_hears_why_nothing_is_sent(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await owner.says("/messages")
    await owner.sees("You have no card here yet")
