"""Each change of state is one conditional update: the first caller passes, the second came too late.

Not here: what a use case then answers.
"""

from collections.abc import Callable

import pytest

from loyalty.ids import CustomerId, OfferId, RewardId, ScanId, SlipId, StaffId, VisitId
from loyalty.invites import InviteState
from loyalty.ports import Transaction
from loyalty.rewards import OfferState
from loyalty.sale_codes import SaleCodeState
from loyalty.scans import ScanState
from loyalty.tallies import Tally
from loyalty.use_cases.house.screens import ReadCode
from loyalty.use_cases.visits.sale_codes import ReadSaleCode
from loyalty.visits import VisitState
from tests.counter import ANNA, BEN, LEO, MIA, Cafe, secret_of

Change = Callable[[Transaction], object]


async def twice(cafe: Cafe, change: Change) -> tuple[bool, bool]:
    """Whether the change passed, the first and the second time."""
    return bool(await cafe.database.write(change)), bool(await cafe.database.write(change))


OF_AN_OPEN_VISIT: dict[str, Callable[[VisitId], Change]] = {
    "confirm": lambda visit: lambda tx: tx.visits.confirm(visit, Tally(1), by=tx.visits.get(visit).opened_by),
    "decline": lambda visit: lambda tx: tx.visits.settle(visit, VisitState.DECLINED, by=None),
    "expire": lambda visit: lambda tx: tx.visits.settle(visit, VisitState.EXPIRED, by=None),
}
OF_A_CONFIRMED_VISIT: dict[str, Callable[[VisitId], Change]] = {
    "add": lambda visit: lambda tx: tx.visits.note_add(visit, stamps=1, add=1),
    "undo": lambda visit: lambda tx: tx.visits.undo(visit, by=tx.visits.get(visit).opened_by),
}
OF_A_REWARD: dict[str, Callable[[RewardId, VisitId], Change]] = {
    "redeem": lambda reward, visit: (
        lambda tx: tx.rewards.redeem(reward, visit_id=visit, by=tx.visits.get(visit).opened_by)
    ),
    "cancel": lambda reward, visit: lambda tx: tx.rewards.cancel(reward),
}


OF_A_SLIP: dict[str, Change] = {
    "collect": lambda tx: tx.vouchers.collect(SlipId(1), CustomerId(1)),
    "void": lambda tx: tx.vouchers.void_slip(SlipId(1), by=StaffId(1)),
}


@pytest.mark.parametrize("name", OF_AN_OPEN_VISIT)
async def test_an_open_visit_is_settled_once(cafe: Cafe, name: str) -> None:
    visit = await cafe.serves(MIA)
    assert await twice(cafe, OF_AN_OPEN_VISIT[name](visit)) == (True, False)
    for other in OF_AN_OPEN_VISIT.values():
        assert not await cafe.database.write(other(visit))


@pytest.mark.parametrize("name", OF_A_CONFIRMED_VISIT)
async def test_a_confirmed_visit_is_added_to_once_per_number_and_undone_once(cafe: Cafe, name: str) -> None:
    visit = await cafe.stamps(MIA, 1)
    assert await twice(cafe, OF_A_CONFIRMED_VISIT[name](visit)) == (True, False)


@pytest.mark.parametrize("name", OF_A_CONFIRMED_VISIT)
async def test_an_open_visit_is_neither_added_to_nor_undone(cafe: Cafe, name: str) -> None:
    visit = await cafe.serves(MIA)
    assert not await cafe.database.write(OF_A_CONFIRMED_VISIT[name](visit))


@pytest.mark.parametrize("name", OF_A_REWARD)
async def test_a_reward_ends_once(cafe: Cafe, name: str) -> None:
    reward = await cafe.fills(MIA)
    visit = await cafe.serves(MIA)
    assert await twice(cafe, OF_A_REWARD[name](reward, visit)) == (True, False)
    for other in OF_A_REWARD.values():
        assert not await cafe.database.write(other(reward, visit))


async def test_a_visit_that_ran_out_is_not_confirmed(cafe: Cafe) -> None:
    visit = await cafe.serves(MIA)
    cafe.later(minutes=10)
    assert not await cafe.database.write(OF_AN_OPEN_VISIT["confirm"](visit))


@pytest.mark.parametrize("state", [ScanState.USED, ScanState.EXPIRED, ScanState.VOID])
async def test_a_live_code_ends_once(cafe: Cafe, state: ScanState) -> None:
    scan: ScanId = (await cafe.shows(MIA)).scan_id
    assert await twice(cafe, lambda tx: tx.scans.settle(scan, state)) == (True, False)
    assert (await ReadCode(cafe.database)(scan)).scan.state is state


@pytest.mark.parametrize("state", [SaleCodeState.USED, SaleCodeState.EXPIRED, SaleCodeState.VOID])
async def test_a_sale_code_ends_once(cafe: Cafe, state: SaleCodeState) -> None:
    code = (await cafe.sells(BEN, 1)).code_id
    assert await twice(cafe, lambda tx: tx.sale_codes.settle(code, state)) == (True, False)
    assert not await cafe.database.write(lambda tx: tx.sale_codes.settle(code, SaleCodeState.VOID))
    assert (await ReadSaleCode(cafe.database)(code)).code.state is state


@pytest.mark.parametrize("name", OF_A_SLIP)
async def test_a_slip_is_collected_or_voided_once(cafe: Cafe, name: str) -> None:
    await cafe.print_vouchers(ANNA, 1, cause=None)
    await cafe.join(MIA)
    assert await twice(cafe, OF_A_SLIP[name]) == (True, False)
    for other in OF_A_SLIP.values():
        assert not await cafe.database.write(other)
    with cafe.raw() as connection:  # what no use case can do: here only the slip's own state is asked
        connection.execute("UPDATE vouchers SET customer_id = NULL, collected_at = NULL")


async def test_a_slip_of_a_void_sheet_is_not_collected(cafe: Cafe) -> None:
    sheet = (await cafe.print_vouchers(ANNA, 1, cause=None)).sheet
    await cafe.join(MIA)
    assert await twice(cafe, lambda tx: tx.vouchers.void_sheet(sheet.id, by=sheet.staff_id)) == (True, False)
    assert not await cafe.database.write(OF_A_SLIP["collect"])


async def test_a_question_is_answered_once(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    visit = await cafe.serves(MIA)
    await cafe.offers(BEN, visit, reward)
    offer = OfferId(1)
    assert await twice(cafe, lambda tx: tx.rewards.answer(offer, OfferState.REFUSED)) == (True, False)
    assert not await cafe.database.write(lambda tx: tx.rewards.answer(offer, OfferState.AGREED))


async def test_an_invite_is_come_by_and_decided_once(cafe: Cafe) -> None:
    assert secret_of(await cafe.invite_staff(ANNA, cause=None))
    invite = cafe.newest_invite()

    def decide(tx: Transaction) -> bool:
        return tx.invites.decide(invite, InviteState.ACCEPTED, by=None)

    assert not await cafe.database.write(decide), "nobody came yet"
    assert await twice(cafe, lambda tx: tx.invites.come(invite, LEO)) == (True, False)
    assert await twice(cafe, decide) == (True, False)
