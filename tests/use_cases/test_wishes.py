"""What you may send me: looked at, changed, muted from a message, carried along and erased.

Not here: the birthday's date (test_birthdays.py), and what a wish allows (tests/loyalty/test_policy.py).
"""

from collections.abc import Mapping

import pytest

from loyalty.campaigns import (
    BirthdayTerms,
    BroadcastTerms,
    CampaignKind,
    ReminderTerms,
)
from loyalty.ids import CustomerId, RecipientId
from loyalty.people import Person
from loyalty.policy import Obstacle
from loyalty.ports import Transaction
from loyalty.refusals import NoBirthday, NoCardYet, NotForYou
from loyalty.runs import RecipientState
from loyalty.use_cases.campaigns.permitting import obstacle_to
from loyalty.use_cases.campaigns.wishes import MutePurpose, ReadWishes, SetWish
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.customers.privacy import ReadMyData
from loyalty.wishes import Purpose, WishState
from tests.counter import ANNA, LEO, MAX, MIA, Cafe, private
from tests.posted import gets
from tests.refusing import refused

RECORDS = "SELECT purpose, given, text_version FROM consents ORDER BY id"


async def sets(cafe: Cafe, purpose: Purpose, *, on: bool, by: Person = MIA) -> None:
    await SetWish(cafe.database)(by, purpose, on=on, language="en")


async def is_on(cafe: Cafe, purpose: Purpose, *, of: Person = MIA) -> bool:
    return (await ReadWishes(cafe.database)(of)).on[purpose]


async def obstacle(cafe: Cafe, person: Person, kind: CampaignKind) -> Obstacle | None:
    def body(tx: Transaction) -> Obstacle | None:
        customer = tx.people.find_customer(person.telegram_id)
        assert customer is not None
        return obstacle_to(tx, customer.id, kind)

    return await cafe.database.read(body)


# ---------------------------------------------------------------- the page


async def test_nothing_but_questions_comes_before_somebody_says_yes(cafe: Cafe) -> None:
    await cafe.join(MIA)
    facts = await ReadWishes(cafe.database)(MIA)
    assert facts.on == {Purpose.OFFERS: False, Purpose.BIRTHDAY: False, Purpose.SURVEYS: True}


async def test_each_purpose_is_switched_by_itself_and_leaves_a_record(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await sets(cafe, Purpose.OFFERS, on=True)
    await sets(cafe, Purpose.OFFERS, on=True)
    await sets(cafe, Purpose.SURVEYS, on=False)
    assert await is_on(cafe, Purpose.OFFERS)
    assert not await is_on(cafe, Purpose.SURVEYS)
    await sets(cafe, Purpose.OFFERS, on=False)
    assert not await is_on(cafe, Purpose.OFFERS)
    assert cafe.rows(RECORDS) == [
        ("offers", 1, "offers-1"), ("surveys", 0, "surveys-1"), ("offers", 0, "offers-1"),
    ]  # fmt: skip


async def test_without_a_card_there_is_nothing_to_say(cafe: Cafe) -> None:
    with refused(NoCardYet()):
        await ReadWishes(cafe.database)(MIA)
    with refused(NoCardYet()):
        await sets(cafe, Purpose.OFFERS, on=True)


async def test_birthday_wishes_need_a_date(cafe: Cafe) -> None:
    await cafe.join(MIA)
    with refused(NoBirthday()):
        await sets(cafe, Purpose.BIRTHDAY, on=True)


# ---------------------------------------------------------------- muting from a message


async def test_one_tap_in_a_message_mutes_what_it_was_for(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await sets(cafe, Purpose.OFFERS, on=True)
    post = await gets(cafe, MIA, BroadcastTerms())
    cafe.later(days=8)
    assert await obstacle(cafe, MIA, CampaignKind.WIN_BACK) is None
    for _ in range(2):
        assert await MutePurpose(cafe.database)(MIA, post, language="ru") is Purpose.OFFERS
    assert await obstacle(cafe, MIA, CampaignKind.WIN_BACK) is Obstacle.MUTED
    assert await obstacle(cafe, MIA, CampaignKind.REMINDER) is None
    assert cafe.rows(RECORDS) == [("offers", 1, "offers-1"), ("offers", 0, "offers-1")]
    assert cafe.rows("SELECT COUNT(*) FROM recipients WHERE muted_at IS NOT NULL") == [(1,)]


async def test_a_birthday_wish_mutes_birthdays_alone(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await sets(cafe, Purpose.OFFERS, on=True)
    wish = await gets(cafe, MIA, BirthdayTerms())
    assert await MutePurpose(cafe.database)(MIA, wish, language="en") is Purpose.BIRTHDAY
    assert await is_on(cafe, Purpose.OFFERS)


async def test_nobody_mutes_for_somebody_else_nor_what_belongs_to_the_card(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await cafe.join(LEO)
    post, reminder = await gets(cafe, MIA, BroadcastTerms()), await gets(cafe, MIA, ReminderTerms())
    for person, which in ((LEO, post), (ANNA, post), (MIA, reminder), (MIA, RecipientId(999))):
        with refused(NotForYou()):
            await MutePurpose(cafe.database)(person, which, language="en")
    assert cafe.rows(RECORDS) == []


# ---------------------------------------------------------------- the cap


@pytest.mark.parametrize("state", [RecipientState.SENT, RecipientState.UNKNOWN, RecipientState.QUEUED])
async def test_one_post_a_week_also_while_it_is_on_its_way(cafe: Cafe, state: RecipientState) -> None:
    await cafe.join(MIA)
    await sets(cafe, Purpose.OFFERS, on=True)
    post = await gets(cafe, MIA, BroadcastTerms(), state)
    assert await obstacle(cafe, MIA, CampaignKind.WELCOME) is Obstacle.CAP

    def itself(tx: Transaction) -> Obstacle | None:
        customer = tx.people.find_customer(MIA.telegram_id)
        assert customer is not None
        return obstacle_to(tx, customer.id, CampaignKind.BROADCAST, besides=post)

    assert await cafe.database.read(itself) is None, "a message is not held against itself"
    cafe.later(days=7)
    later = await obstacle(cafe, MIA, CampaignKind.WELCOME)
    assert later is (Obstacle.CAP if state is RecipientState.QUEUED else None)


async def test_the_owner_may_allow_more_posts_a_week(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await sets(cafe, Purpose.OFFERS, on=True)
    await gets(cafe, MIA, BroadcastTerms())
    await cafe.change_rules(ANNA, posts_a_week=2)
    assert await obstacle(cafe, MIA, CampaignKind.BROADCAST) is None
    await gets(cafe, MIA, BroadcastTerms())
    assert await obstacle(cafe, MIA, CampaignKind.BROADCAST) is Obstacle.CAP


async def test_what_failed_or_was_held_back_counts_for_nothing(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await sets(cafe, Purpose.OFFERS, on=True)
    for state in (RecipientState.FAILED, RecipientState.SKIPPED, RecipientState.HELD_OUT):
        await gets(cafe, MIA, BroadcastTerms(), state)
    await gets(cafe, MIA, BirthdayTerms())
    assert await obstacle(cafe, MIA, CampaignKind.BROADCAST) is None


# ---------------------------------------------------------------- moves, forgetting, the file


async def moves(cafe: Cafe, source: Person, target: Person) -> None:
    await cafe.hires_manager()
    await cafe.stamps(source, 1)
    old = cafe.last_operation()
    await cafe.stamps(target, 1)
    await cafe.move_account(MAX, old, cafe.last_operation(), "lost", chat_id=private(MAX), cause=None)


async def test_the_stricter_answer_of_two_cards_holds(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await cafe.join(LEO)
    await sets(cafe, Purpose.OFFERS, on=False)
    await sets(cafe, Purpose.OFFERS, on=True, by=LEO)
    await sets(cafe, Purpose.SURVEYS, on=False, by=LEO)
    await moves(cafe, MIA, LEO)
    assert not await is_on(cafe, Purpose.OFFERS, of=LEO)
    assert not await is_on(cafe, Purpose.SURVEYS, of=LEO)


async def test_a_yes_goes_along_with_its_record(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await sets(cafe, Purpose.OFFERS, on=True)
    await moves(cafe, MIA, LEO)
    assert await is_on(cafe, Purpose.OFFERS, of=LEO)
    data = (await ReadMyData(cafe.database)(LEO)).data
    assert data is not None
    assert [(one.purpose, one.given) for one in data.consents] == [("offers", True)]


async def test_the_file_says_what_may_be_sent_and_what_was(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await sets(cafe, Purpose.OFFERS, on=True)
    post = await gets(cafe, MIA, BroadcastTerms())
    await gets(cafe, MIA, BroadcastTerms(), RecipientState.HELD_OUT)
    await MutePurpose(cafe.database)(MIA, post, language="en")
    data = (await ReadMyData(cafe.database)(MIA)).data
    assert data is not None
    assert [(one.purpose, one.state) for one in data.wishes] == [(Purpose.OFFERS, WishState.MUTED)]
    assert [(one.kind, one.muted) for one in data.messages] == [(CampaignKind.BROADCAST, True)]


async def test_the_file_agrees_with_messages_whether_something_was_said_or_not(cafe: Cafe) -> None:
    await cafe.join(MIA)

    async def agrees() -> Mapping[Purpose, bool]:
        mine = await ReadMyData(cafe.database)(MIA)
        assert mine.may_send == (await ReadWishes(cafe.database)(MIA)).on
        return mine.may_send

    assert await agrees() == {Purpose.OFFERS: False, Purpose.BIRTHDAY: False, Purpose.SURVEYS: True}
    await sets(cafe, Purpose.OFFERS, on=True)
    await sets(cafe, Purpose.SURVEYS, on=False)
    assert await agrees() == {Purpose.OFFERS: True, Purpose.BIRTHDAY: False, Purpose.SURVEYS: False}


async def test_of_who_is_forgotten_no_wish_stays_and_nothing_waits(cafe: Cafe) -> None:
    for _ in range(2):
        await cafe.stamps(MIA, 1)
        cafe.later(days=1)
    await sets(cafe, Purpose.OFFERS, on=True)
    for state in (RecipientState.SENT, RecipientState.WAITING, RecipientState.QUEUED):
        await gets(cafe, MIA, BroadcastTerms(), state)
    await ForgetPerson(cafe.database)(MIA)
    assert cafe.rows("SELECT COUNT(*) FROM wishes") == [(0,)]
    assert cafe.rows("SELECT COUNT(*) FROM questions") == [(0,)]
    counted = cafe.rows("SELECT state, reason, facts FROM recipients ORDER BY id")
    assert counted == [("sent", "", "{}"), ("skipped", "gone", "{}"), ("skipped", "gone", "{}")]

    def gone(tx: Transaction) -> Obstacle | None:
        return obstacle_to(tx, CustomerId(1), CampaignKind.REMINDER)

    assert await cafe.database.read(gone) is Obstacle.GONE
