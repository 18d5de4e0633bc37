"""Segments as owners use them: kept by name, and with the visits of a card that was moved.

Not here: which customers a condition means (tests/model/test_segments.py).
"""

from loyalty.campaigns import BroadcastTerms, CampaignKind
from loyalty.ids import CustomerId
from loyalty.ports import Transaction
from loyalty.segments import CameBy, ComesAt, DayPart, HereLately, LastVisit, Regular, Segment, Spent
from tests.counter import LEO, MAX, MIA, Cafe, private

MORNINGS: Segment = (HereLately(), ComesAt(DayPart.MORNING), Spent(500, None), CameBy("дверь"))


async def test_a_segment_is_kept_under_its_name_and_replaced_under_it(cafe: Cafe) -> None:
    def keeps(tx: Transaction) -> None:
        [owner] = tx.people.find_owners()
        first = tx.segments.save("Mornings", (Regular(),), by=owner.id)
        other = tx.segments.save("Away", (LastVisit(30, 90),), by=owner.id)
        assert tx.segments.save("Mornings", MORNINGS, by=owner.id) == first
        assert [(one.name, one.segment) for one in tx.segments.find_saved()] == [
            ("Away", (LastVisit(30, 90),)), ("Mornings", MORNINGS),
        ]  # fmt: skip
        assert tx.segments.drop(other)
        assert not tx.segments.drop(other)
        assert tx.segments.find(other) is None

    await cafe.database.write(keeps)


async def test_a_campaign_keeps_its_own_conditions(cafe: Cafe) -> None:
    def keeps(tx: Transaction) -> Segment:
        [owner] = tx.people.find_owners()
        campaign = tx.campaigns.add(BroadcastTerms(), by=owner.id)
        assert tx.campaigns.get(campaign).segment == ()
        tx.campaigns.change(campaign, segment=MORNINGS)
        return tx.campaigns.get(campaign).segment

    assert await cafe.database.write(keeps) == MORNINGS


async def test_visits_of_a_card_that_moved_here_count_for_who_has_it_now(cafe: Cafe) -> None:
    await cafe.hires_manager()
    for _ in range(3):
        await cafe.stamps(MIA, 1)
        cafe.later(days=1)
    old = cafe.last_operation()
    await cafe.stamps(LEO, 1)
    await cafe.move_account(MAX, old, cafe.last_operation(), "lost", chat_id=private(MAX), cause=None)

    def regulars(tx: Transaction) -> tuple[list[CustomerId], int, bool]:
        segment: Segment = (Regular(),)
        found = list(tx.segments.customers(segment, after=CustomerId(0), most=10))
        return (
            found,
            tx.segments.audience(segment, CampaignKind.BROADCAST).total,
            tx.segments.facts_of(CustomerId(1)).counted,
        )

    assert await cafe.database.report(regulars) == ([CustomerId(2)], 1, False)
