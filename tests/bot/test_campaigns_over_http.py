"""A campaign over HTTP: the owner's message and its buttons, posts as they arrive, and Telegram's bad days.

Not here: writing a post, and what the rows say (tests/use_cases/test_broadcasts.py).
"""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import MovableClock, SystemClock
from bot.secret_source import SystemSecrets
from loyalty.campaigns import BroadcastTerms, Post
from loyalty.ids import CampaignId, CustomerId, TelegramId
from loyalty.people import Person
from loyalty.ports import Transaction
from loyalty.use_cases.campaigns.launching import LaunchCampaign
from loyalty.wishes import ConsentText, Purpose, WishState
from storage.sqlite import FILE_NAME, SqliteDatabase
from tests import databases
from tests.bot.asking import comes_to
from tests.people import Staff
from tests.running_cafe import RunningCafe, running_cafe
from tests.tongues import tongue

NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
STATES = "SELECT state FROM runs"
POST = "<b>Soup</b> &amp; bread today"


@pytest.fixture
async def at_noon(tmp_path: Path) -> AsyncIterator[RunningCafe]:
    """At night nothing would go out. The clock runs: what is asked to wait must come to its end."""
    async with running_cafe(tmp_path, clock=MovableClock(offset=NOON - SystemClock().now())) as cafe:
        yield cafe


async def launches(cafe: RunningCafe, owner: Staff, *, terms: BroadcastTerms | None = None) -> None:
    """The owner has written a post and sends it to all who are here; they have agreed."""
    database = await SqliteDatabase.open(cafe.folder / FILE_NAME, clock=cafe.clock, secrets=SystemSecrets())

    def draft(tx: Transaction) -> CampaignId:
        for customer_id in tx.segments.customers((), after=CustomerId(0), most=100):
            tx.wishes.keep(customer_id, Purpose.OFFERS, WishState.GRANTED, ConsentText("offers-1", "en"))
        [boss] = tx.people.find_owners()
        campaign_id = tx.campaigns.add(terms or BroadcastTerms(everybody=True), by=boss.id)
        post = Post("en", POST, label="Menu", link="https://cafe.example/menu")
        tx.campaigns.keep_post(campaign_id, post)
        return campaign_id

    campaign_id = await database.write(draft)
    boss = Person(TelegramId(owner.id), owner.first_name, "en")
    await LaunchCampaign(database)(boss, campaign_id)
    await database.close()


async def test_it_can_be_taken_back_and_otherwise_arrives_as_it_was_written(at_noon: RunningCafe) -> None:
    cafe = at_noon
    owner = await cafe.owner()
    anna = await cafe.customer()
    await launches(cafe, owner)
    message = await owner.reads("run-waits-now")
    await owner.chooses("button-run-take-back", message)
    await owner.sees_on(message, "draft again")
    await cafe.waits(seconds=15)
    await launches(cafe, owner)
    await cafe.waits(seconds=11)
    post = await anna.sees("Soup & bread", timeout=10)
    assert {(one["type"], one["offset"], one["length"]) for one in post["entities"]} == {("bold", 0, 4)}
    assert anna.buttons(post) == ["Menu", "No more offers"]
    await owner.sees("Sent: 1", timeout=10)
    assert cafe.rows("SELECT COUNT(*) FROM recipients") == [(1,)]


@pytest.mark.parametrize("language", ["ru", "et"])
async def test_an_owner_reads_what_came_of_it_in_the_own_language(
    at_noon: RunningCafe, language: str
) -> None:
    cafe = at_noon
    owner = await cafe.owner(reads=tongue(language))
    anna, boris = await cafe.customer("Anna"), await cafe.customer("Boris")
    await boris.blocks()
    await cafe.quiet()
    await cafe.stops_bot()
    with databases.raw(cafe.folder) as connection:  # as if Telegram's word of it had been lost
        connection.execute("UPDATE customers SET unreachable_since = NULL, unreachable_reason = NULL")
    await cafe.starts_bot()
    await launches(cafe, owner)
    await cafe.waits(seconds=11)
    await anna.sees("Soup & bread", timeout=10)
    await comes_to(cafe, STATES, ("finished",))
    report = await owner.reads("run-failed", timeout=10)
    assert owner.tongue.words.plain("run-failure", reason="blocked") + " 1" in report["text"]
    assert cafe.rows("SELECT COUNT(*) FROM customers WHERE unreachable_since IS NOT NULL") == [(1,)]
    await owner.says("/campaigns")
    page = await owner.reads("runs-heading")
    await owner.taps(owner.buttons(page)[0], page)
    again = await owner.reads("run-visits-so-far", timeout=10)
    await owner.chooses("button-run-count", again)


async def test_telegram_asks_to_wait_and_the_owner_reads_how_far_it_is(at_noon: RunningCafe) -> None:
    cafe = at_noon
    owner = await cafe.owner()
    guests = [await cafe.customer(name) for name in ("Anna", "Bella", "Clara")]
    await cafe.quiet()
    await cafe.breaks("too_many_requests", method="sendMessage", chat=guests[1].id, retry_after=90)
    await launches(cafe, owner)
    await cafe.waits(seconds=11)
    told = await owner.sees("Telegram asked us to wait until", timeout=10)
    assert "of 3 were sent; I go on by myself." in told["text"]
    await cafe.stops_bot()
    await cafe.starts_bot()
    assert cafe.rows(STATES) == [("running",)]
    await cafe.waits(minutes=2)
    for guest in guests:
        await guest.sees("Soup & bread", timeout=10)
    await comes_to(cafe, STATES, ("finished",))
    assert cafe.rows("SELECT COUNT(*) FROM recipients WHERE state <> 'sent'") == [(0,)]


async def test_pause_go_on_and_stop_under_the_owners_thumb(at_noon: RunningCafe) -> None:
    cafe = at_noon
    owner = await cafe.owner()
    anna = await cafe.customer()
    await cafe.quiet()
    await cafe.breaks("too_many_requests", method="sendMessage", chat=anna.id, retry_after=30)
    await launches(cafe, owner)
    await cafe.waits(seconds=11)
    message = await owner.sees("Telegram asked us to wait", timeout=10)
    assert await owner.chooses("button-run-pause", message) == "Paused."
    message = await owner.sees_on(message, "Nothing more goes out until")
    await owner.chooses("button-run-resume", message)
    message = await owner.sees_on(message, "I go on by myself")
    await owner.chooses("button-run-stop", message)
    message = await owner.sees_on(message, "1 did not get it")
    await owner.chooses("button-run-resume", message)
    await cafe.waits(minutes=1)
    await anna.sees("Soup & bread", timeout=10)
    await owner.sees_on(message, "Sent: 1")
