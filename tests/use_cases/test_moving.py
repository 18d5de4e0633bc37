"""All that is on a card moves to another one: from paper to Telegram, and from a lost account to a new one.

Not here: what is collected on paper (test_paper_cards.py).
"""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from loyalty.cards import CardFacts
from loyalty.days import Day, day_of
from loyalty.ids import ChatId, CustomerId, MessageId, OperationId, RewardId, TelegramId
from loyalty.limits import Reason
from loyalty.paper import FreshPaperCard
from loyalty.people import Cause, Person
from loyalty.ports import Transaction
from loyalty.programs import Collects
from loyalty.receipts import CardMoved
from loyalty.refusals import (
    CardFrozen,
    CardMovedAway,
    NotManager,
    OldCardOver,
    OwnCard,
    OwnPaperCard,
    OwnPhoneOnly,
    PaperCardMoved,
    PaperCardReplaced,
    ReasonMissing,
    ReasonNeeded,
    Refused,
    SameCard,
    SlipsUsedUp,
    UnknownPaperCard,
    UnknownReceipt,
)
from loyalty.use_cases.corrections.adjusting import OfReceipt
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.customers.privacy import ReadMyData
from loyalty.use_cases.house.day import ReadDay
from loyalty.use_cases.house.screens import ReadReader
from loyalty.verdicts import Need
from tests.counter import ANNA, BEN, CARA, LEO, MAX, MIA, TILL, Cafe, private, secret_of
from tests.refusing import refused

NEW = Person(TelegramId(2077), "Mia again", "en")


async def on_paper(cafe: Cafe, stamps: int, name: str = "Olga") -> FreshPaperCard:
    card = await cafe.prints(name)
    await cafe.scans_paper(BEN, card, stamps=stamps)
    cafe.later(minutes=20)
    return card


def standing(card: CardFacts) -> tuple[int, int]:
    return card.stamps, len(card.rewards)


async def receipt_of(cafe: Cafe, person: Person, *, stamps: int = 1) -> OperationId:
    await cafe.stamps(person, stamps)
    number = cafe.last_operation()
    cafe.later(minutes=20)
    return number


async def moves(cafe: Cafe, manager: Person, old: OperationId, new: OperationId, why: str = "stolen") -> bool:
    done = await cafe.move_account(manager, old, new, why, chat_id=private(manager), cause=None)
    return done.fresh


# ---------------------------------------------------------------- paper, and an account that is new here


async def test_who_is_new_here_takes_the_paper_cards_place(cafe: Cafe) -> None:
    card = await on_paper(cafe, 4)
    moved = await cafe.moves_to_telegram(MIA, card)
    assert standing(moved) == (4, 0)
    assert cafe.number("SELECT COUNT(*) FROM customers") == 1
    assert cafe.rows("SELECT name FROM customers") == [("Mia",)]
    fact = cafe.last_fact()
    assert isinstance(fact, CardMoved)
    assert (fact.moved, fact.stamps, fact.rewards) == (4, 4, 0)
    await cafe.stamps(MIA, 2)
    assert standing(await cafe.card(MIA)) == (0, 1)


async def test_a_receipt_from_paper_can_still_be_taken_back_then(cafe: Cafe) -> None:
    card = await on_paper(cafe, 4)
    number = cafe.last_operation()
    await cafe.moves_to_telegram(MIA, card)
    await cafe.take_back(ANNA, number, "refund", chat_id=private(ANNA), cause=None)
    assert standing(await cafe.card(MIA)) == (0, 0)


async def test_looking_joins_nobody_and_changes_nothing(cafe: Cafe) -> None:
    card = await on_paper(cafe, 4)
    offer = await cafe.look_at_paper_card(LEO, secret_of(card.payload))
    assert offer is not None
    assert (offer.number, offer.stamps) == (card.card.number, 4)
    assert cafe.number("SELECT COUNT(*) FROM identities WHERE kind = 'telegram'") == 0


async def test_who_came_back_after_being_forgotten_brings_their_limits_along(cafe: Cafe) -> None:
    for _ in range(3):
        await cafe.stamps(MIA, 1)
        cafe.later(minutes=20)
    await ForgetPerson(cafe.database)(MIA)
    card = await on_paper(cafe, 1)
    await cafe.moves_to_telegram(MIA, card)
    visit = await cafe.serves(MIA)
    with refused(ReasonNeeded(Need.REASON)):
        await cafe.confirm_visit(BEN, visit, stamps=1)


# ---------------------------------------------------------------- paper, and somebody who has a card


async def test_stamps_of_both_fill_the_card_and_held_rewards_come_along(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 4)
    card = await on_paper(cafe, 9)  # a reward and three stamps
    moved = await cafe.moves_to_telegram(MIA, card)
    assert standing(moved) == (1, 2)
    fact = cafe.last_fact()
    assert isinstance(fact, CardMoved)
    assert (fact.moved, fact.rewards, fact.filled, fact.stamps) == (3, 1, 1, 1)
    assert cafe.number("SELECT SUM(stamps) FROM cards") == 1
    assert cafe.number("SELECT SUM(amount) FROM ledger_entries") == 4 + 9 - 12
    assert cafe.rows("SELECT op_key FROM operations WHERE kind = 'move' ORDER BY id") == [
        ("move:2:out",),
        ("move:2:in",),
    ]


async def test_points_come_along_to_the_last_hundredth(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, collects=Collects.BOTH)
    await cafe.join(MIA)
    card = await cafe.prints()
    await cafe.scans_paper(BEN, card, bill="3,57")
    cafe.later(minutes=20)
    moved = await cafe.moves_to_telegram(MIA, card)
    assert (moved.points, moved.stamps) == (1785, 1)


async def test_an_empty_card_moves_too_and_is_over(cafe: Cafe) -> None:
    await cafe.join(MIA)
    card = await cafe.prints()
    assert standing(await cafe.moves_to_telegram(MIA, card)) == (0, 0)
    with pytest.raises(Refused) as caught:
        await cafe.scans_paper(BEN, card)
    assert isinstance(caught.value.refusal, PaperCardMoved)


async def test_a_reward_whose_handing_over_was_undone_moves_as_one(cafe: Cafe) -> None:
    await cafe.join(MIA)
    card = await on_paper(cafe, 6)
    visit = await cafe.scans_paper(BEN, card)
    [(reward,)] = cafe.rows("SELECT id FROM rewards")
    assert isinstance(reward, int)
    await cafe.offers(BEN, visit, RewardId(reward))
    await cafe.undo_handover(BEN, RewardId(reward))
    assert standing(await cafe.moves_to_telegram(MIA, card)) == (0, 1)


async def test_a_card_begun_under_another_goal_fills_at_the_better_one(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 3)
    cafe.changes_goal(8)
    card = await on_paper(cafe, 4)
    assert standing(await cafe.moves_to_telegram(MIA, card)) == (1, 1)


async def test_it_moves_once_whoever_asks_and_how_often(cafe: Cafe) -> None:
    both = (MIA, LEO)
    for person in both:
        await cafe.join(person)
    card = await on_paper(cafe, 4)
    await cafe.look_at_paper_card(MIA, secret_of(card.payload))
    tried = await asyncio.gather(
        *(cafe.agrees_to_move(both[n % 2], card) for n in range(20)), return_exceptions=True
    )
    first = 0 if isinstance(tried[0], CardFacts) else 1  # PostgreSQL keeps no order
    assert all(isinstance(one, CardFacts) for one in tried[first::2])
    refusals = [one.refusal if isinstance(one, Refused) else one for one in tried[1 - first :: 2]]
    assert {type(one) for one in refusals} == {PaperCardMoved}
    assert standing(await cafe.card(both[first])) == (4, 0)
    assert standing(await cafe.card(both[1 - first])) == (0, 0)
    assert cafe.number("SELECT COUNT(*) FROM operations WHERE kind = 'move'") == 2
    assert await cafe.look_at_paper_card(both[first], secret_of(card.payload)) is None


async def test_a_replaced_card_moves_nothing_and_the_new_one_does(cafe: Cafe) -> None:
    card = await on_paper(cafe, 4)
    [again] = (await cafe.replace_paper_card(BEN, card.card.id)).cards
    with pytest.raises(Refused) as caught:
        await cafe.moves_to_telegram(MIA, card)
    assert isinstance(caught.value.refusal, PaperCardReplaced)
    assert standing(await cafe.moves_to_telegram(MIA, again)) == (4, 0)
    with pytest.raises(Refused) as caught:
        await cafe.look_at_paper_card(LEO, secret_of(card.payload))
    assert isinstance(caught.value.refusal, PaperCardMoved)


async def test_a_button_for_another_card_than_was_held_moves_nothing(cafe: Cafe) -> None:
    card, other = await on_paper(cafe, 4), await on_paper(cafe, 3)
    mixed = replace(card, card=other.card)
    with refused(UnknownPaperCard()):
        await cafe.agrees_to_move(MIA, mixed)


async def test_who_made_the_card_or_works_here_does_not_get_it(cafe: Cafe) -> None:
    card = await on_paper(cafe, 4)
    with refused(OwnPaperCard()):
        await cafe.agrees_to_move(CARA, card)
    cafe.removes(BEN)
    with refused(OwnPaperCard()):
        await cafe.look_at_paper_card(BEN, secret_of(card.payload))
    with refused(OwnPaperCard()):
        await cafe.agrees_to_move(BEN, card)
    assert cafe.rows("SELECT kind FROM refusals") == [("OwnPaperCard",)] * 3
    await cafe.opens_till()
    with refused(OwnPhoneOnly()):
        await cafe.agrees_to_move(TILL, card)


async def test_moving_is_no_way_around_the_days_limits(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    cafe.later(minutes=20)
    card = await on_paper(cafe, 1)
    cafe.later(minutes=20)
    await cafe.scans_paper(BEN, card, stamps=1)
    await cafe.moves_to_telegram(MIA, card)
    visit = await cafe.serves(MIA)
    with refused(ReasonNeeded(Need.CHOICE)):  # stamped minutes ago, on the other card
        await cafe.confirm_visit(BEN, visit, stamps=1)
    cafe.later(minutes=20)
    visit = await cafe.serves(MIA)
    with refused(ReasonNeeded(Need.REASON)):  # the fourth of the day
        await cafe.confirm_visit(BEN, visit, stamps=1)
    await cafe.confirm_visit(BEN, visit, stamps=1, reason=Reason.FRIEND)


async def test_an_old_card_is_carried_over_once_on_both_cards_together(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, old_cards_until=date(2025, 12, 31))
    await cafe.join(MIA)
    card = await cafe.prints()
    await cafe.carry_old_card(BEN, await cafe.scans_paper(BEN, card), stamps=3)
    await cafe.moves_to_telegram(MIA, card)
    with refused(OldCardOver()):
        await cafe.carry_old_card(BEN, await cafe.serves(MIA), stamps=3)


async def test_how_often_and_since_when_goes_along(cafe: Cafe) -> None:
    card = await on_paper(cafe, 2)
    cafe.later(days=3)
    await cafe.stamps(MIA, 1)
    await cafe.moves_to_telegram(MIA, card)
    [(visits, joined, first)] = cafe.rows(
        """
        SELECT m.visits, m.joined_at, p.joined_at FROM customers m JOIN customers p ON p.moved_to = m.id
        """
    )
    assert (visits, joined) == (2, first)


async def test_what_is_open_on_paper_ends_and_nothing_can_be_done_there_any_more(cafe: Cafe) -> None:
    await cafe.join(MIA)
    card = await cafe.prints()
    stamped = await cafe.scans_paper(BEN, card, stamps=6)
    number = cafe.last_operation()
    visit = await cafe.scans_paper(BEN, card)
    await cafe.moves_to_telegram(MIA, card)
    for doing in (
        cafe.confirm_visit(BEN, visit, stamps=1),
        cafe.add_to_visit(BEN, stamped, stamps=1, add=1),
        cafe.undo_visit(BEN, stamped),
        cafe.take_back(ANNA, number, "refund", chat_id=private(ANNA), cause=None),
    ):
        with refused(CardMovedAway()):
            await doing
    assert cafe.rows("SELECT state FROM visits ORDER BY id") == [("confirmed",), ("expired",)]


async def test_by_a_receipt_of_the_old_card_the_new_one_is_put_right(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    card = await on_paper(cafe, 3)
    number = cafe.last_operation()
    await cafe.moves_to_telegram(MIA, card)
    cause = Cause(private(ANNA), MessageId(5))
    await cafe.adjust_card(ANNA, OfReceipt(number), -2, "refund", chat_id=private(ANNA), cause=cause)
    assert standing(await cafe.card(MIA)) == (2, 0)


async def test_a_handover_before_the_move_stays_as_it_was(cafe: Cafe) -> None:
    await cafe.join(MIA)
    card = await on_paper(cafe, 6)
    visit = await cafe.scans_paper(BEN, card)
    [(reward,)] = cafe.rows("SELECT id FROM rewards")
    assert isinstance(reward, int)
    await cafe.offers(BEN, visit, RewardId(reward))
    await cafe.moves_to_telegram(MIA, card)
    with refused(CardMovedAway()):
        await cafe.undo_handover(BEN, RewardId(reward))


async def test_a_late_undo_on_the_new_card_takes_a_moved_reward_before_it_writes_off(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 4)
    number = cafe.last_operation()
    card = await on_paper(cafe, 8)  # a reward and two stamps, which fill Mia's card
    await cafe.moves_to_telegram(MIA, card)
    assert standing(await cafe.card(MIA)) == (0, 2)
    await cafe.take_back(ANNA, number, "refund", chat_id=private(ANNA), cause=None)
    assert standing(await cafe.card(MIA)) == (2, 1)


async def test_the_close_counts_a_move_as_nothing(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 4)
    card = await on_paper(cafe, 9)
    read = ReadDay(cafe.database)
    before = (await read(ANNA)).figures
    await cafe.moves_to_telegram(MIA, card)
    after = (await read(ANNA)).figures
    assert after.stamps.given == before.stamps.given == 13
    assert after.stamps.filled == before.stamps.filled - 6
    assert (after.stamps.adjusted, after.stamps.net) == (0, cafe.number("SELECT SUM(stamps) FROM cards"))


async def test_a_customer_who_comes_by_telegram_after_moving_is_no_new_one(cafe: Cafe) -> None:
    await cafe.join(MIA)
    card = await on_paper(cafe, 2)
    cafe.later(days=1)
    await cafe.moves_to_telegram(MIA, card)
    await cafe.stamps(MIA, 1)
    figures = (await ReadDay(cafe.database)(ANNA)).figures
    assert (figures.new, figures.returning, figures.joined) == (0, 1, 0)


async def test_what_was_on_paper_stands_in_the_file_and_is_forgotten_too(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    card = await on_paper(cafe, 2)
    await cafe.moves_to_telegram(MIA, card)
    mine = await ReadMyData(cafe.database)(MIA)
    assert mine.data is not None
    assert [visit.stamps for visit in mine.data.visits] == [1, 2]
    assert len(mine.operations) == 4
    await ForgetPerson(cafe.database)(MIA)
    assert cafe.number("SELECT COUNT(*) FROM customers WHERE name IN ('Olga', 'Mia')") == 0
    assert cafe.number("SELECT COUNT(*) FROM customers WHERE forgotten_at IS NOT NULL") == 2
    with refused(UnknownPaperCard()):
        await cafe.look_at_paper_card(LEO, secret_of(card.payload))


# ---------------------------------------------------------------- frozen cards


async def freezes(cafe: Cafe, person: Person) -> None:
    """The person says of a reward that was handed over: this wasn't me."""
    reward = await cafe.fills(person)
    visit = (await cafe.scans(BEN, await cafe.shows(person, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    await cafe.freeze_card(person, cafe.last_operation())


async def test_a_frozen_account_is_moved_once_it_is_thawed(cafe: Cafe) -> None:
    await freezes(cafe, MIA)
    old = cafe.last_operation()
    new = await receipt_of(cafe, NEW)
    for doing in (cafe.plan_move(ANNA, old, new, "lost"), moves(cafe, ANNA, old, new)):
        with refused(CardFrozen()):
            await doing
    [(freeze,)] = cafe.rows("SELECT id FROM freezes")
    await cafe.thaw_card(ANNA, freeze)  # type: ignore[arg-type]
    assert await moves(cafe, ANNA, old, new)


async def test_a_frozen_card_takes_what_comes(cafe: Cafe) -> None:
    await freezes(cafe, MIA)
    card = await on_paper(cafe, 2)
    assert standing(await cafe.moves_to_telegram(MIA, card)) == (2, 0)


# ---------------------------------------------------------------- a lost account


async def test_a_lost_accounts_card_goes_to_the_new_one_and_the_owners_see_it(cafe: Cafe) -> None:
    await cafe.hires_manager()
    old = await receipt_of(cafe, MIA, stamps=8)
    await cafe.shows(MIA)
    new = await receipt_of(cafe, NEW)
    plan = await cafe.plan_move(MAX, old, new, "stolen")
    assert (plan.old_name, standing(plan.old)) == ("Mia", (2, 1))
    assert (plan.new_name, standing(plan.new)) == ("Mia again", (1, 0))
    assert await moves(cafe, MAX, old, new)
    assert standing(await cafe.card(NEW)) == (3, 1)
    shown = cafe.rows("SELECT chat_id FROM screens WHERE kind = 'correction' ORDER BY chat_id")
    assert shown == [(ANNA.telegram_id,), (MAX.telegram_id,)]
    assert cafe.rows("SELECT reason FROM operation_reasons") == [("stolen",)]
    assert cafe.number("SELECT COUNT(*) FROM scans WHERE state = 'live'") == 0


async def test_the_old_account_begins_anew(cafe: Cafe) -> None:
    old, new = await receipt_of(cafe, MIA, stamps=3), await receipt_of(cafe, NEW)
    await moves(cafe, ANNA, old, new)
    assert (await cafe.join(MIA)).new
    assert standing(await cafe.card(MIA)) == (0, 0)


async def test_an_account_moves_once_and_again_says_so(cafe: Cafe) -> None:
    await cafe.hires_manager()
    old, new, other = [await receipt_of(cafe, one, stamps=3) for one in (MIA, NEW, LEO)]
    tried = await asyncio.gather(
        *(moves(cafe, (ANNA, MAX)[n % 2], old, (new, other)[n // 2 % 2]) for n in range(12)),
        return_exceptions=True,
    )
    assert tried.count(True) == 1
    assert {type(one.refusal) for one in tried if isinstance(one, Refused)} == {CardMovedAway}
    assert tried.count(False) == 5
    assert cafe.number("SELECT SUM(stamps) + 6 * (SELECT COUNT(*) FROM rewards) FROM cards") == 9
    with refused(CardMovedAway()):
        await cafe.plan_move(ANNA, old, other, "again")


async def test_a_move_goes_on_over_several_accounts(cafe: Cafe) -> None:
    card = await on_paper(cafe, 4)
    paper = cafe.last_operation()
    mia, leo, new = [await receipt_of(cafe, one) for one in (MIA, LEO, NEW)]
    await cafe.moves_to_telegram(MIA, card)
    await moves(cafe, ANNA, mia, leo)
    await moves(cafe, ANNA, leo, new)
    assert standing(await cafe.card(NEW)) == (1, 1)
    assert len((await ReadMyData(cafe.database)(NEW)).operations) == 10
    cause = Cause(private(ANNA), MessageId(5))
    await cafe.adjust_card(ANNA, OfReceipt(paper), 1, "by hand", chat_id=private(ANNA), cause=cause)
    assert standing(await cafe.card(NEW)) == (2, 1)
    await ForgetPerson(cafe.database)(NEW)
    assert cafe.number("SELECT COUNT(*) FROM customers WHERE forgotten_at IS NULL") == 0


async def test_a_card_on_paper_is_moved_by_a_manager_too_even_a_blocked_one(cafe: Cafe) -> None:
    card = await on_paper(cafe, 4)
    paper = cafe.last_operation()
    await cafe.block_paper_card(BEN, card.card.id)
    new = await receipt_of(cafe, NEW)
    await moves(cafe, ANNA, paper, new)
    assert standing(await cafe.card(NEW)) == (5, 0)
    assert cafe.rows("SELECT state FROM paper_cards") == [("moved",)]


async def test_nobody_moves_to_or_from_their_own_card_and_who_tried_is_remembered(cafe: Cafe) -> None:
    await cafe.hires_manager()
    own, mia = await receipt_of(cafe, MAX), await receipt_of(cafe, MIA)
    for old, new in ((mia, own), (own, mia)):
        with refused(OwnCard()):
            await cafe.plan_move(MAX, old, new, "lost")
        with refused(OwnCard()):
            await moves(cafe, MAX, old, new)
    assert cafe.rows("SELECT kind FROM refusals") == [("OwnCard",)] * 4


async def test_what_can_not_be_moved_is_said(cafe: Cafe) -> None:
    mia, new = await receipt_of(cafe, MIA), await receipt_of(cafe, NEW)
    with refused(NotManager()):
        await moves(cafe, BEN, mia, new)
    with refused(UnknownReceipt(999)):
        await moves(cafe, ANNA, OperationId(999), new)
    with refused(SameCard()):
        await moves(cafe, ANNA, mia, mia)
    for doing in (cafe.plan_move(ANNA, mia, new, " "), moves(cafe, ANNA, mia, new, " ")):
        with refused(ReasonMissing()):
            await doing
    await cafe.start_practice(BEN, chat_id=ChatId(BEN.telegram_id), cause=None)
    practice = cafe.number("SELECT MAX(id) FROM visits")
    await cafe.confirm_visit(BEN, practice, stamps=1)  # type: ignore[arg-type]
    with refused(UnknownReceipt(cafe.last_operation())):
        await moves(cafe, ANNA, mia, cafe.last_operation())


async def test_figures_of_a_day_between_two_moves_add_up(cafe: Cafe) -> None:
    """The day of a move and the days after: all closes together are what lies on the cards."""
    rules = (await cafe.read_rules()).rules
    first = day_of(cafe.clock.now(), rules)
    for turn in range(3):
        card = await on_paper(cafe, 5)
        person = replace(MIA, telegram_id=TelegramId(5000 + turn // 2))
        await cafe.stamps(person, 4)
        await cafe.moves_to_telegram(person, card)
        cafe.later(days=1)

    def net(tx: Transaction) -> int:
        day, total = first, 0
        for _ in range(5):
            total += tx.days.figures(day, until=day.ends).stamps.net
            day = Day(day.date + timedelta(days=1), day.ends, day.ends + timedelta(days=1))
        return total

    assert await cafe.database.read(net) == cafe.number("SELECT SUM(stamps) FROM cards")


async def test_vouchers_of_the_day_count_on_the_new_card_too(cafe: Cafe) -> None:
    sheet = await cafe.print_vouchers(ANNA, 4, cause=None)
    slips = [secret_of(payload) for payload in sheet.payloads]
    for slip in slips[:2]:
        await cafe.collect_voucher(MIA, slip)
    old = cafe.last_operation()
    await cafe.collect_voucher(NEW, slips[2])
    await moves(cafe, ANNA, old, cafe.last_operation())
    held_back = await cafe.collect_voucher(NEW, slips[3])
    assert held_back.outcome == SlipsUsedUp(3)


async def test_whoever_loses_a_card_by_a_managers_word_reads_it_in_the_old_chat(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 2)
    old = cafe.last_operation()
    await cafe.stamps(LEO, 1)
    new = cafe.last_operation()
    told = "SELECT COUNT(*) FROM deliveries WHERE chat_id = ?"
    before = cafe.number(told, MIA.telegram_id)
    await cafe.move_account(ANNA, old, new, "a slip of the finger", chat_id=private(ANNA), cause=None)
    assert cafe.number(told, MIA.telegram_id) > before


async def test_who_lost_a_card_reads_of_it_in_their_own_language(cafe: Cafe) -> None:
    ivan = Person(TelegramId(2078), "Иван", "ru")
    old = await receipt_of(cafe, ivan, stamps=2)
    new = await receipt_of(cafe, LEO)
    await moves(cafe, ANNA, old, new)
    chat_id, customer_id = cafe.rows(
        """
        SELECT d.chat_id, d.customer_id FROM deliveries d JOIN operations o ON o.id = d.operation_id
        WHERE o.op_key LIKE 'move:%:out'
        """
    )[0]
    assert isinstance(chat_id, int)
    assert isinstance(customer_id, int)
    reader = await ReadReader(cafe.database)(ChatId(chat_id), CustomerId(customer_id))
    assert (reader.language, reader.cafe_language) == ("ru", "en"), "the account is known to nobody any more"
