"""Forgetting after a move: the account that was left goes too, unless it is somebody else's by now.

Not here: moving (test_moving.py), and what a restore makes of it (tests/bot/test_restore_forgotten.py).
"""

from collections.abc import Sequence
from datetime import date, datetime

import pytest

from loyalty.erasures import hash_identity
from loyalty.ids import CustomerId, MessageId, OperationId, TelegramId, UpdateId
from loyalty.inbox import NewUpdate
from loyalty.people import Cause, Person
from loyalty.ports import Transaction
from loyalty.refusals import OldCardOver, ReasonNeeded
from loyalty.use_cases.customers.forgetting import ReadErasures
from loyalty.use_cases.customers.privacy import ReadMyData
from loyalty.verdicts import Need
from tests.counter import ANNA, BEN, CARA, LEO, MIA, Cafe, private
from tests.refusing import refused
from tests.use_cases.goodbyes import dump, forgets

NEW = Person(TelegramId(2077), "Mia again", "en")
TOM = Person(TelegramId(2078), "Tom", "en")


async def receipt_of(cafe: Cafe, person: Person, *, stamps: int = 1) -> OperationId:
    await cafe.stamps(person, stamps)
    number = cafe.last_operation()
    cafe.later(minutes=20)
    return number


async def moves(cafe: Cafe, old: Person, new: Person, *, stamps: int = 2) -> None:
    """Both have a card, and a manager moves the one onto the other."""
    left, kept = await receipt_of(cafe, old, stamps=stamps), await receipt_of(cafe, new)
    await cafe.delivers_all()
    await cafe.move_account(ANNA, left, kept, "stolen", chat_id=private(ANNA), cause=None)
    cafe.later(minutes=1)


async def listed(cafe: Cafe) -> set[str]:
    return {one.identity_hash for one in (await ReadErasures(cafe.database)())[0]}


def hashes_of(cafe: Cafe, *people: Person, kind: str = "telegram") -> set[str]:
    key = str(cafe.rows("SELECT hash_key FROM installation")[0][0])
    return {hash_identity(kind, str(one.telegram_id), key=key) for one in people}


def accounts_in(cafe: Cafe, *people: Person) -> Sequence[int]:
    text = dump(cafe)
    return [one.telegram_id for one in people if str(one.telegram_id) in text]


async def test_the_account_that_was_left_is_on_the_list_for_restores(cafe: Cafe) -> None:
    await moves(cafe, MIA, NEW)
    assert await listed(cafe) == set()
    await forgets(cafe, NEW)
    assert await listed(cafe) == hashes_of(cafe, MIA, NEW)


@pytest.mark.sqlite_only("a dump of the file")
async def test_nothing_of_the_account_that_was_left_is_anywhere(cafe: Cafe) -> None:
    def receives(tx: Transaction) -> None:
        body = f'{{"from": {{"id": {MIA.telegram_id}, "first_name": "Mia"}}}}'
        tx.inbox.store([NewUpdate(UpdateId(1), body, begun=False, person_id=MIA.telegram_id)])
        tx.inbox.finish(UpdateId(1), [], blank=False)

    await cafe.join(MIA)
    await cafe.database.write(receives)
    await cafe.show_code(MIA, cause=Cause(private(MIA), MessageId(503)))
    await moves(cafe, MIA, NEW)
    await cafe.delivers_all()
    assert len(accounts_in(cafe, MIA, NEW)) == 2
    await forgets(cafe, NEW)
    assert accounts_in(cafe, MIA, NEW) == []
    assert '"Mia' not in dump(cafe)


@pytest.mark.sqlite_only("a dump of the file")
async def test_after_two_moves_all_three_accounts_are_gone(cafe: Cafe) -> None:
    await moves(cafe, MIA, NEW)
    cafe.later(hours=24)
    await moves(cafe, NEW, LEO)
    await forgets(cafe, LEO)
    assert accounts_in(cafe, MIA, NEW, LEO) == []
    assert await listed(cafe) == hashes_of(cafe, MIA, NEW, LEO)


@pytest.mark.sqlite_only("a dump of the file")
async def test_from_paper_over_two_accounts_no_name_is_left(cafe: Cafe) -> None:
    card = await cafe.prints("Olga")
    await cafe.scans_paper(BEN, card, stamps=2)
    await cafe.moves_to_telegram(MIA, card)
    cafe.later(hours=24)
    await moves(cafe, MIA, NEW)
    await forgets(cafe, NEW)
    assert accounts_in(cafe, MIA, NEW) == []
    assert "Olga" not in dump(cafe)
    key = str(cafe.rows("SELECT hash_key FROM installation")[0][0])
    assert hash_identity("paper", card.card.number, key=key) in await listed(cafe)


async def test_whoever_has_the_old_account_now_keeps_what_is_their_own(cafe: Cafe) -> None:
    await moves(cafe, MIA, NEW)
    cafe.later(hours=24)
    await cafe.stamps(MIA, 1)
    await cafe.delivers_all()
    theirs = "SELECT id FROM deliveries WHERE chat_id = ? AND customer_id = 3 ORDER BY id"
    before = cafe.rows(theirs, MIA.telegram_id)
    await forgets(cafe, NEW)
    assert (await cafe.card(MIA)).stamps == 1
    assert cafe.rows(theirs, MIA.telegram_id) == before != []
    assert cafe.rows("SELECT 1 FROM deliveries WHERE chat_id = ? AND customer_id = 1", MIA.telegram_id) == []
    assert hashes_of(cafe, MIA) & await listed(cafe) == set(), "a restore would take the new card too"
    assert hashes_of(cafe, MIA, kind="card") <= await listed(cafe)
    await forgets(cafe, MIA)
    assert cafe.rows("SELECT 1 FROM deliveries WHERE chat_id = ?", MIA.telegram_id) == []


async def test_whoever_has_the_old_account_now_sees_and_erases_nothing_that_moved_on(cafe: Cafe) -> None:
    await moves(cafe, MIA, NEW)
    await cafe.join(MIA)
    mine = await ReadMyData(cafe.database)(MIA)
    assert mine.data is not None
    assert (list(mine.operations), list(mine.data.visits)) == ([], [])
    await forgets(cafe, MIA)
    assert (await cafe.card(NEW)).stamps == 3
    assert cafe.rows("SELECT account FROM moves") == [(None,)]
    await forgets(cafe, NEW)
    assert await listed(cafe) == hashes_of(cafe, MIA, NEW)


async def test_staff_whose_own_card_moved_work_on_when_it_is_forgotten(cafe: Cafe) -> None:
    await cafe.stamps(BEN, 2, by=CARA)
    left = cafe.last_operation()
    kept = await receipt_of(cafe, NEW)
    await cafe.move_account(ANNA, left, kept, "lost", chat_id=private(ANNA), cause=None)
    await forgets(cafe, NEW)
    assert (await cafe.meet(BEN)).staff is not None
    assert hashes_of(cafe, BEN) & await listed(cafe) == set()
    assert cafe.rows("SELECT 1 FROM deliveries WHERE chat_id = ? AND customer_id = 1", BEN.telegram_id) == []


async def test_my_data_names_the_account_that_was_left(cafe: Cafe) -> None:
    await moves(cafe, MIA, NEW)
    mine = await ReadMyData(cafe.database)(NEW)
    assert mine.data is not None
    assert [(one.kind, one.external_id) for one in mine.data.identities] == [
        ("telegram", str(NEW.telegram_id)),
        ("left", str(MIA.telegram_id)),
    ]


async def test_a_hash_of_the_old_account_goes_a_year_after_it_was_forgotten_itself(cafe: Cafe) -> None:
    await moves(cafe, MIA, NEW)
    await cafe.join(MIA)
    await forgets(cafe, MIA)
    cafe.later(days=364)
    await cafe.prune()
    assert cafe.number("SELECT COUNT(*) FROM moves WHERE account_hash IS NOT NULL") == 1
    cafe.later(days=2)
    await cafe.prune()
    assert cafe.rows("SELECT account, account_hash, limits FROM moves") == [(None, None, "{}")]
    assert cafe.rows("SELECT * FROM forgotten") == []


# ---------------------------------------------------------------- an account that was left many times


async def moves_next_day(cafe: Cafe, old: Person, new: Person) -> datetime:
    """Since when a backup from before the move has the old account's customer."""
    cafe.later(hours=24)
    since = cafe.clock.now()
    await moves(cafe, old, new)
    return since


async def comes_back(cafe: Cafe, person: Person, since: datetime) -> bool:
    """Whether a backup that has had this account's customer since then brings them back."""
    mine = hashes_of(cafe, person) | hashes_of(cafe, person, kind="card")
    erasures, _ = await ReadErasures(cafe.database)()
    return not any(one.covers(since, customer=True) for one in erasures if one.identity_hash in mine)


async def test_who_is_forgotten_stays_so_though_the_account_was_left_a_second_time(cafe: Cafe) -> None:
    first = await moves_next_day(cafe, MIA, NEW)
    second = await moves_next_day(cafe, MIA, TOM)  # whoever had the account next lost it too
    await forgets(cafe, NEW)
    assert not await comes_back(cafe, MIA, first)
    assert await comes_back(cafe, MIA, second)


async def test_who_had_the_account_before_loses_nothing_by_somebody_elses_goodbye(cafe: Cafe) -> None:
    first = await moves_next_day(cafe, MIA, NEW)
    second = await moves_next_day(cafe, MIA, TOM)
    await cafe.stamps(MIA, 1)  # and there is a third
    await forgets(cafe, TOM)
    assert await comes_back(cafe, MIA, first), "what moved to NEW, who has not asked"
    assert not await comes_back(cafe, MIA, second)


@pytest.mark.parametrize("has_it_now", [True, False])
async def test_of_three_that_had_one_account_only_who_asked_is_forgotten(
    cafe: Cafe, has_it_now: bool
) -> None:
    since = [await moves_next_day(cafe, MIA, new) for new in (NEW, TOM, LEO)]
    if has_it_now:
        cafe.later(hours=24)
        await cafe.stamps(MIA, 1)
    await forgets(cafe, TOM)
    assert [await comes_back(cafe, MIA, one) for one in since] == [True, False, True]
    await forgets(cafe, NEW)
    assert [await comes_back(cafe, MIA, one) for one in since] == [False, False, True]


@pytest.mark.xfail(strict=True, reason="a row holds one span, and the list is written after the goodbye")
async def test_both_cards_that_left_one_account_for_the_same_customer_stay_forgotten(cafe: Cafe) -> None:
    since = [await moves_next_day(cafe, MIA, new) for new in (NEW, TOM, NEW)]
    await forgets(cafe, NEW)
    assert [await comes_back(cafe, MIA, one) for one in since] == [False, True, False]


# ---------------------------------------------------------------- who comes back by the old account


async def test_the_old_account_brings_its_limits_when_it_comes_back(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, old_cards_until=date(2025, 12, 31))
    await cafe.carry_old_card(BEN, await cafe.serves(MIA), stamps=5)
    for _ in range(2):
        await cafe.stamps(MIA, 1)
        cafe.later(minutes=20)
    await moves(cafe, MIA, NEW, stamps=1)
    visit = await cafe.serves(MIA)
    with refused(OldCardOver()):
        await cafe.carry_old_card(BEN, visit, stamps=5)
    with refused(ReasonNeeded(Need.REASON)):  # the fourth of the day
        await cafe.confirm_visit(BEN, visit, stamps=1)


async def test_so_it_does_whoever_was_forgotten_meanwhile(cafe: Cafe) -> None:
    for _ in range(2):
        await cafe.stamps(MIA, 1)
        cafe.later(minutes=20)
    await moves(cafe, MIA, NEW, stamps=1)
    await forgets(cafe, MIA)  # who has no card there any more
    await cafe.join(MIA)
    assert await visits_remembered(cafe) == 3
    await forgets(cafe, MIA)
    await forgets(cafe, NEW)
    await cafe.join(MIA)
    assert await visits_remembered(cafe) == 3


async def test_so_it_does_by_a_paper_card(cafe: Cafe) -> None:
    for _ in range(2):
        await cafe.stamps(MIA, 1)
        cafe.later(minutes=20)
    await moves(cafe, MIA, NEW, stamps=1)
    await cafe.moves_to_telegram(MIA, await cafe.prints("Olga"))
    assert await visits_remembered(cafe) == 3


async def visits_remembered(cafe: Cafe) -> int:
    def body(tx: Transaction) -> int:
        customer = tx.people.find_customer(MIA.telegram_id)
        assert customer is not None
        carried = tx.people.find_carried(CustomerId(customer.id))
        assert carried is not None
        return carried.visits

    return await cafe.database.read(body)
