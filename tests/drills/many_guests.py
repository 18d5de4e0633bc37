"""A cafe with many guests, seated at one go: in the bot's database, and in the sandbox as people.

Not here: what is drilled (test_broadcast.py).
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Final

from bot.clock import SystemClock
from bot.sandbox.people import PersonRecord
from bot.sandbox.world import World
from bot.secret_source import SystemSecrets
from loyalty.campaigns import BroadcastTerms, Post
from loyalty.ids import RunId, TelegramId
from loyalty.people import Person
from loyalty.ports import Transaction
from loyalty.use_cases.campaigns.launching import LaunchCampaign
from loyalty.use_cases.customers.enrolment import Join
from loyalty.use_cases.house.rules import ChangeRules
from loyalty.use_cases.staff.staffing import MakeOwnerLink, OpenInvite
from loyalty.wishes import ConsentText, Purpose, WishState
from storage.sqlite import FILE_NAME, SqliteDatabase
from tests.drills.mortal_cafe import MortalCafe
from tests.people import Staff

POST: Final = "Soup of the day, two for one until six."
FIRST: Final = 700_000_001
EVERY_BLOCKED: Final = 33
"""One in so many has blocked the bot: three per cent."""
_AT_ONCE: Final = 400


@dataclass(frozen=True, slots=True)
class Guests:
    """Who sits there, and who of them will not be reached."""

    ids: Sequence[int]
    blocked: frozenset[int]


async def seats(cafe: MortalCafe, world: World, owner: Staff, count: int) -> tuple[Guests, RunId]:
    """The owner and so many guests who agreed; the post goes out when the bot comes to life."""
    guests = [Person(TelegramId(FIRST + n), f"Guest {n}", "en") for n in range(count)]
    blocked = frozenset(int(one.telegram_id) for one in guests[::EVERY_BLOCKED])
    for one in guests:
        record = PersonRecord(int(one.telegram_id), one.name, started=True)
        world.add_person(record)
        record.blocked = record.id in blocked
    database = await SqliteDatabase.open(
        cafe.folder / FILE_NAME, clock=SystemClock(), secrets=SystemSecrets()
    )
    try:
        boss = Person(TelegramId(owner.id), owner.first_name, "en")
        payload = await MakeOwnerLink(database, SystemSecrets())()
        await OpenInvite(database)(boss, payload.split("_", 1)[1])
        await ChangeRules(database)(boss, zone=_zone_where_it_is_noon())
        for start in range(0, count, _AT_ONCE):
            some = guests[start : start + _AT_ONCE]
            await asyncio.gather(*(Join(database)(one) for one in some))
            await database.write(lambda tx, some=some: _agree(tx, some))
        run_id = await _launch(database, boss)
    finally:
        await database.close()
    return Guests([int(one.telegram_id) for one in guests], blocked), run_id


def _agree(tx: Transaction, guests: Sequence[Person]) -> None:
    for one in guests:
        customer = tx.people.find_customer(one.telegram_id)
        assert customer is not None
        tx.wishes.keep(customer.id, Purpose.OFFERS, WishState.GRANTED, ConsentText("offers-1", "en"))


async def _launch(database: SqliteDatabase, boss: Person) -> RunId:
    def draft(tx: Transaction) -> None:
        [owner] = tx.people.find_owners()
        campaign_id = tx.campaigns.add(BroadcastTerms(everybody=True), by=owner.id)
        tx.campaigns.keep_post(campaign_id, Post("en", POST))

    await database.write(draft)
    [campaign_id] = await database.read(
        lambda tx: [one.id for owner in tx.people.find_owners() if (one := tx.campaigns.find_draft(owner.id))]
    )
    return (await LaunchCampaign(database)(boss, campaign_id)).id


def _zone_where_it_is_noon() -> str:
    """A drill may be called at night, when nothing would go out."""
    east = 12 - SystemClock().now().astimezone(UTC).hour
    return f"Etc/GMT{-east:+d}" if east else "UTC"
