"""What a hostile reading found between the newest changes; each test fails until it is mended.

Not here: what held.
"""

from datetime import datetime

import pytest

from handlers.drawings.counter_toasts import word_decided
from handlers.drawings.limit_lines import draw_approval
from handlers.texts import Texts
from loyalty.erasures import hash_identity
from loyalty.ids import ApprovalId, MessageId, TelegramId
from loyalty.people import Cause, Person
from loyalty.programs import Collects
from loyalty.use_cases.adjusting import OfReceipt
from loyalty.use_cases.approvals import ReadApproval
from loyalty.use_cases.forgetting import ForgetPerson, ReadErasures
from tests.counter import ANNA, BEN, CARA, MIA, Cafe, private

FIRST = Person(TelegramId(2077), "Mia again", "en")
SECOND = Person(TelegramId(2078), "Tom", "en")


def newest(cafe: Cafe) -> ApprovalId:
    return ApprovalId(cafe.number("SELECT MAX(id) FROM approvals"))


async def moves(cafe: Cafe, old: Person, new: Person) -> datetime:
    """A manager moves the old account's card to the new one; a moment before it."""
    await cafe.stamps(old, 2, by=CARA)
    left = cafe.last_operation()
    cafe.later(minutes=20)
    await cafe.stamps(new, 1)
    kept = cafe.last_operation()
    cafe.later(hours=1)
    before = cafe.clock.now()
    cafe.later(hours=1)
    await cafe.move_account(ANNA, left, kept, "stolen", chat_id=private(ANNA), cause=None)
    cafe.later(hours=1)
    return before


async def comes_back(cafe: Cafe, person: Person, since: datetime, kind: str) -> bool:
    """Whether a backup that has had this account's customer since then brings them back."""
    key = str(cafe.rows("SELECT hash_key FROM installation")[0][0])
    identity_hash = hash_identity(kind, str(person.telegram_id), key=key)
    erasures, _ = await ReadErasures(cafe.database)()
    mine = [one for one in erasures if one.identity_hash == identity_hash]
    return not any(one.covers(since, customer=True) for one in mine)


@pytest.mark.xfail(strict=True, reason="hostile reading")
async def test_who_is_forgotten_stays_so_though_the_account_was_left_a_second_time(cafe: Cafe) -> None:
    before = await moves(cafe, MIA, FIRST)
    await moves(cafe, MIA, SECOND)  # whoever had the account next lost it too
    await ForgetPerson(cafe.database)(FIRST)
    assert not await comes_back(cafe, MIA, before, "telegram")


@pytest.mark.xfail(strict=True, reason="hostile reading")
async def test_who_had_the_account_before_loses_nothing_by_somebody_elses_goodbye(cafe: Cafe) -> None:
    before = await moves(cafe, MIA, FIRST)
    await moves(cafe, MIA, SECOND)
    await cafe.stamps(MIA, 1)  # and there is a third
    await ForgetPerson(cafe.database)(SECOND)
    assert await comes_back(cafe, MIA, before, "card"), "what moved to FIRST, who has not asked"


@pytest.mark.xfail(strict=True, reason="hostile reading")
@pytest.mark.parametrize("language", ["en", "ru", "et"])
async def test_in_a_cafe_of_points_a_manager_reads_which_bill_is_to_pass(cafe: Cafe, language: str) -> None:
    words = Texts().in_language(language).where(Collects.POINTS)
    await cafe.change_rules(ANNA, collects=Collects.POINTS)
    await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="350")
    question = draw_approval(await ReadApproval(cafe.database)(newest(cafe)), words)
    assert "350" in question.text
    granted = await cafe.decide_approval(ANNA, newest(cafe), grant=True)
    assert "350" in draw_approval(granted, words).text
    assert "350" in word_decided(granted, words)


@pytest.mark.xfail(strict=True, reason="hostile reading")
async def test_a_slip_that_filled_the_card_can_be_taken_back_too(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)

    async def adjusts(stamps: int, message: int) -> None:
        of, cause = OfReceipt(cafe.last_operation()), Cause(private(ANNA), MessageId(message))
        await cafe.adjust_card(ANNA, of, stamps, "a slip", chat_id=private(ANNA), cause=cause)

    await adjusts(10, 1)  # +1 was meant: a reward and five stamps
    await adjusts(-10, 2)
    card = await cafe.card(MIA)
    assert (card.stamps, len(card.rewards)) == (1, 0)
