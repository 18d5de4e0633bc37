"""Cards on paper: earned by scan or number, something had once a day, replaced and blocked in two taps.

Not here: moving one to Telegram (test_moving.py).
"""

import asyncio

import pytest

from loyalty import days, paper
from loyalty.ids import MessageId, OperationId
from loyalty.limits import Reason
from loyalty.paper import FreshPaperCard, PaperState, check_digit, is_number
from loyalty.people import Cause
from loyalty.programs import Collects
from loyalty.refusals import (
    CodeRanOut,
    NotManager,
    NotStaff,
    NumberMistyped,
    PaperCardBlocked,
    PaperCardInUse,
    PaperCardReplaced,
    PaperRedeemedToday,
    ReasonNeeded,
    Refused,
    TooManyPaperCards,
    TooManyWrongCodes,
    UnknownCode,
    UnknownPaperCard,
    VisitOver,
)
from loyalty.secrets import hash_secret
from loyalty.use_cases.house.day import ReadDay
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.use_cases.paper.forgetting import ForgetPaperCustomer
from loyalty.use_cases.paper.opening import PaperLink, PaperNumber
from loyalty.use_cases.visits.opening import TypedCode
from loyalty.verdicts import Need
from loyalty.visits import Visit, VisitState
from tests.counter import ANNA, BEN, CARA, LEO, MIA, MORNING, Cafe, PredictableSecrets, private, secret_of
from tests.refusing import refused

RENEWED = "SELECT chat_id, notice FROM deliveries WHERE notice LIKE '%PaperCardRenewed%'"
STANDS = "SELECT stamps FROM cards WHERE customer_id = ?"


async def types(cafe: Cafe, digits: str, *, stamps: int | None = None, bill: str | None = None) -> Visit:
    key = PaperNumber(digits)
    return await cafe.open_visit(BEN, key, chat_id=private(BEN), cause=None, stamps=stamps, bill=bill)


def stands(cafe: Cafe, card: FreshPaperCard) -> int:
    return cafe.number(STANDS, card.card.customer_id)


async def fills(cafe: Cafe, card: FreshPaperCard) -> None:
    """A full card, and time enough that the next visit is one of its own."""
    await cafe.scans_paper(BEN, card, stamps=6)
    cafe.later(minutes=20)


async def wants_reward(cafe: Cafe, card: FreshPaperCard) -> None:
    visit = await cafe.scans_paper(BEN, card)
    held = (await ReadCounter(cafe.database)(visit)).rewards
    done = await cafe.offers(BEN, visit, held[0].id)
    assert not done.asked, "nobody's own phone is there to be asked"


def test_one_wrong_digit_is_noticed_and_so_are_two_that_were_swapped() -> None:
    secrets = PredictableSecrets()
    numbers = [paper.new_number(secrets) for _ in range(200)]
    assert all(is_number(number) for number in numbers)
    for number in numbers:
        wrong = [
            number[:place] + digit + number[place + 1 :]
            for place in range(8)
            for digit in "0123456789"
            if digit != number[place]
        ]
        wrong += [
            number[:place] + number[place + 1] + number[place] + number[place + 2 :]
            for place in range(7)
            if {number[place], number[place + 1]} != {"0", "9"} and number[place] != number[place + 1]
        ]
        assert not any(is_number(one) for one in wrong)
    assert check_digit("7992739871") == "3"  # the example by which Luhn's scheme is known


async def test_a_card_collects_by_scan_and_by_number(cafe: Cafe) -> None:
    card = await cafe.prints("Olga")
    await cafe.scans_paper(BEN, card, stamps=1)
    cafe.later(minutes=20)
    await types(cafe, card.card.number, stamps=2)
    assert stands(cafe, card) == 3
    assert cafe.number("SELECT COUNT(*) FROM deliveries WHERE operation_id IS NOT NULL") == 0


async def test_the_number_may_come_with_a_bill(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, collects=Collects.BOTH)
    card = await cafe.prints()
    await types(cafe, card.card.number, bill="3,50")
    assert cafe.rows("SELECT stamps, points FROM cards WHERE customer_id = ?", card.card.customer_id) == [
        (1, 1750)
    ]


async def test_only_a_hash_of_the_secret_is_kept(cafe: Cafe) -> None:
    card = await cafe.prints()
    everything = b"".join(file.read_bytes() for file in cafe.folder.glob(f"{cafe.file().name}*"))
    assert hash_secret(secret_of(card.payload)).encode() in everything
    assert secret_of(card.payload).encode() not in everything


async def test_one_visit_is_open_at_a_time_whoever_scans(cafe: Cafe) -> None:
    card = await cafe.prints()
    opened = await asyncio.gather(*(cafe.scans_paper((BEN, CARA)[n % 2], card) for n in range(20)))
    assert len(set(opened)) == 1
    cafe.later(minutes=11)  # over, and no tick was there yet
    another = await cafe.scans_paper(CARA, card)
    assert another != opened[0]
    assert cafe.rows("SELECT state FROM visits ORDER BY id") == [("expired",), ("open",)]


async def test_the_same_message_again_opens_no_second_visit(cafe: Cafe) -> None:
    card, cause = await cafe.prints(), Cause(private(BEN), MessageId(7))
    first = await cafe.scans_paper(BEN, card, cause=cause)
    await cafe.confirm_visit(BEN, first, stamps=1)
    assert await cafe.scans_paper(BEN, card, cause=cause) == first
    assert stands(cafe, card) == 1


async def test_fifty_taps_give_one_stamp(cafe: Cafe) -> None:
    card = await cafe.prints()
    visit = await cafe.scans_paper(BEN, card)
    await asyncio.gather(*(cafe.confirm_visit((BEN, CARA)[n % 2], visit, stamps=1) for n in range(50)))
    assert stands(cafe, card) == 1


async def test_minutes_after_a_visit_the_card_asks_as_ever(cafe: Cafe) -> None:
    card = await cafe.prints()
    first = await cafe.scans_paper(BEN, card, stamps=1)
    second = await cafe.scans_paper(BEN, card)
    with refused(ReasonNeeded(Need.CHOICE)):
        await cafe.confirm_visit(BEN, second, stamps=1)
    await cafe.join_visit(BEN, second, to=first)
    third = await cafe.scans_paper(BEN, card)
    await cafe.confirm_visit(BEN, third, stamps=1, reason=Reason.SECOND_ROUND)
    assert stands(cafe, card) == 3


async def test_one_purchase_typed_by_two_baristas_is_stamped_once(cafe: Cafe) -> None:
    card = await cafe.prints()
    first = await cafe.scans_paper(BEN, card, stamps=1, cause=Cause(private(BEN), MessageId(5)))
    cafe.later(seconds=5)
    second = await cafe.scans_paper(CARA, card, stamps=1, cause=Cause(private(CARA), MessageId(6)))
    assert stands(cafe, card) == 1
    facts = await ReadCounter(cafe.database)(second)
    assert facts.verdict.need is Need.CHOICE
    assert facts.earlier is not None
    assert facts.earlier.id == first


async def test_nor_is_one_that_was_sent_twice_by_the_same_barista(cafe: Cafe) -> None:
    card = await cafe.prints()
    await types(cafe, card.card.number, stamps=2)
    again = await types(cafe, card.card.number, stamps=2)
    assert stands(cafe, card) == 2
    await cafe.confirm_visit(BEN, again.id, stamps=2, reason=Reason.SECOND_ROUND)  # unless it was another
    assert stands(cafe, card) == 4


async def test_a_mistyped_digit_is_no_guess_and_an_unknown_number_is(cafe: Cafe) -> None:
    card = await cafe.prints()
    wrong = card.card.number[:-1] + str((int(card.card.number[-1]) + 1) % 10)
    for _ in range(9):
        with refused(NumberMistyped()):
            await types(cafe, wrong)
    assert cafe.number("SELECT COUNT(*) FROM refusals") == 0
    unknown = "1000000" + check_digit("1000000")
    for _ in range(5):
        with refused(UnknownCode()):
            await types(cafe, unknown)
    for key in (PaperNumber(card.card.number), TypedCode("123456")):
        with pytest.raises(Refused) as caught:
            await cafe.open_visit(BEN, key, chat_id=private(BEN), cause=None)
        assert isinstance(caught.value.refusal, TooManyWrongCodes)
    cafe.later(minutes=11)
    await types(cafe, card.card.number, stamps=1)


async def test_an_unknown_link_is_no_guess(cafe: Cafe) -> None:
    for _ in range(6):
        with refused(UnknownCode(typed=False)):
            await cafe.open_visit(BEN, PaperLink("A" * 22), chat_id=private(BEN), cause=None)


async def test_a_reward_is_had_once_a_day_and_the_refusal_is_remembered(cafe: Cafe) -> None:
    card = await cafe.prints()
    await fills(cafe, card)
    await fills(cafe, card)
    await wants_reward(cafe, card)
    cafe.later(minutes=20)
    with refused(PaperRedeemedToday()):
        await wants_reward(cafe, card)
    assert cafe.rows("SELECT kind FROM refusals") == [("PaperRedeemedToday",)]
    cafe.later(days=1)
    await wants_reward(cafe, card)


async def test_the_day_is_the_cafes_day(cafe: Cafe) -> None:
    """At half past two in the night it is still the evening before: the day begins at four."""
    rules = (await cafe.read_rules()).rules
    card = await cafe.prints()
    await fills(cafe, card)
    await fills(cafe, card)
    cafe.clock.advance(days.day_of(MORNING, rules).ends - cafe.clock.now())
    cafe.later(minutes=-90)
    await wants_reward(cafe, card)
    cafe.later(minutes=60)
    with refused(PaperRedeemedToday()):
        await wants_reward(cafe, card)
    cafe.later(minutes=31)
    await wants_reward(cafe, card)


async def test_what_was_undone_was_not_had(cafe: Cafe) -> None:
    card = await cafe.prints()
    await fills(cafe, card)
    await wants_reward(cafe, card)
    [(reward,)] = cafe.rows("SELECT id FROM rewards WHERE state = 'redeemed'")
    await cafe.undo_handover(BEN, reward)  # type: ignore[arg-type]
    await wants_reward(cafe, card)


async def test_a_new_card_is_no_way_around_the_day(cafe: Cafe) -> None:
    card = await cafe.prints()
    await fills(cafe, card)
    await fills(cafe, card)
    await wants_reward(cafe, card)
    [again] = (await cafe.replace_paper_card(BEN, card.card.id)).cards
    cafe.later(minutes=20)
    with refused(PaperRedeemedToday()):
        await wants_reward(cafe, again)


async def test_two_at_once_have_one_reward(cafe: Cafe) -> None:
    card = await cafe.prints()
    await fills(cafe, card)
    await fills(cafe, card)
    visit = await cafe.scans_paper(BEN, card)
    held = (await ReadCounter(cafe.database)(visit)).rewards
    tried = await asyncio.gather(
        *(cafe.offers(BEN, visit, held[n % 2].id) for n in range(20)), return_exceptions=True
    )
    assert cafe.number("SELECT COUNT(*) FROM rewards WHERE state = 'redeemed'") == 1
    assert {type(one.refusal) for one in tried if isinstance(one, Refused)} == {PaperRedeemedToday}


async def test_points_pay_once_a_day_and_share_that_with_rewards(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, collects=Collects.BOTH)
    card = await cafe.prints()
    await fills(cafe, card)
    cafe.later(days=1)
    await types(cafe, card.card.number, bill="20")
    cafe.later(minutes=20)
    visit = await types(cafe, card.card.number, bill="3,00")
    assert not (await cafe.offer_spending(BEN, visit.id)).asked
    cafe.later(minutes=20)
    visit = await types(cafe, card.card.number, bill="3,00")
    with refused(PaperRedeemedToday()):
        await cafe.offer_spending(BEN, visit.id)
    cafe.later(minutes=20)
    with refused(PaperRedeemedToday()):
        await wants_reward(cafe, card)


async def test_a_lost_card_gives_nothing_until_it_is_replaced(cafe: Cafe) -> None:
    card = await cafe.prints("Olga")
    await fills(cafe, card)
    visit = await cafe.scans_paper(BEN, card)
    held = (await ReadCounter(cafe.database)(visit)).rewards
    facts = await cafe.block_paper_card(CARA, card.card.id)
    assert (facts.card.state, facts.ended_by, facts.customer_name) == (PaperState.BLOCKED, "Cara", "Olga")
    blocked = PaperCardBlocked(
        days.local(cafe.clock.now(), (await cafe.read_rules()).rules), "Cara", card.card.number
    )
    for doing in (
        cafe.scans_paper(BEN, card),
        types(cafe, card.card.number),
        cafe.confirm_visit(BEN, visit, stamps=1),
        cafe.look_at_paper_card(LEO, secret_of(card.payload)),
    ):
        with refused(blocked):
            await doing
    with pytest.raises(Refused):
        await cafe.offers(BEN, visit, held[0].id)
    assert (await cafe.block_paper_card(BEN, card.card.id)).ended_by == "Cara"
    [again] = (await cafe.replace_paper_card(BEN, card.card.id)).cards
    await cafe.scans_paper(BEN, again, stamps=1)
    assert stands(cafe, again) == 1
    assert again.name == "Olga"


async def test_what_was_given_minutes_before_a_card_was_blocked_can_be_undone_and_nothing_added(
    cafe: Cafe,
) -> None:
    card = await cafe.prints()
    visit = await cafe.scans_paper(BEN, card, stamps=1)
    await cafe.block_paper_card(BEN, card.card.id)
    with pytest.raises(Refused) as caught:
        await cafe.add_to_visit(BEN, visit, stamps=1, add=1)
    assert isinstance(caught.value.refusal, PaperCardBlocked)
    await cafe.undo_visit(BEN, visit)
    assert stands(cafe, card) == 0


async def test_a_card_is_replaced_once_however_many_tap(cafe: Cafe) -> None:
    card = await cafe.prints()
    await cafe.scans_paper(BEN, card, stamps=2)
    cafe.later(minutes=20)
    tried = await asyncio.gather(
        *(cafe.replace_paper_card((BEN, CARA)[n % 2], card.card.id) for n in range(10)),
        return_exceptions=True,
    )
    [order] = [one for one in tried if not isinstance(one, BaseException)]
    [again] = order.cards
    said = PaperCardReplaced(paper.say_number(again.card.number))
    assert all(one.refusal == said for one in tried if isinstance(one, Refused))
    for doing in (cafe.scans_paper(BEN, card), types(cafe, card.card.number)):
        with refused(said):
            await doing
    await cafe.scans_paper(BEN, again, stamps=1)
    assert stands(cafe, again) == 3


async def test_the_owners_hear_of_a_card_with_something_on_it_that_somebody_replaced(cafe: Cafe) -> None:
    empty, card = await cafe.prints(), await cafe.prints("Olga")
    await cafe.scans_paper(BEN, card, stamps=2)
    await cafe.replace_paper_card(BEN, empty.card.id)
    await cafe.replace_paper_card(ANNA, (await cafe.prints()).card.id)
    assert cafe.rows(RENEWED) == []
    [again] = (await cafe.replace_paper_card(BEN, card.card.id)).cards
    [(chat, notice)] = cafe.rows(RENEWED)
    assert chat == ANNA.telegram_id
    for number in (card.card.number, again.card.number):
        assert paper.say_number(number) in str(notice)
    assert "Olga" not in str(notice)
    await cafe.replace_paper_card(ANNA, again.card.id)
    assert len(cafe.rows(RENEWED)) == 1, "who did it knows"


async def test_a_card_whose_file_never_came_is_printed_again_until_somebody_uses_it(cafe: Cafe) -> None:
    card = await cafe.prints()
    await cafe.scans_paper(BEN, card, stamps=2)
    [lost] = (await cafe.replace_paper_card(BEN, card.card.id)).cards
    with refused(PaperCardReplaced(paper.say_number(lost.card.number))):
        await cafe.replace_paper_card(BEN, card.card.id)  # as the bot does with a tap that it was killed over
    [printed] = (await cafe.reprint_paper_card(BEN, lost.card.id)).cards
    assert (printed.card.number, printed.payload == lost.payload) == (lost.card.number, False)
    with refused(UnknownCode(typed=False)):
        await cafe.scans_paper(CARA, lost)
    assert len(cafe.rows(RENEWED)) == 1
    [printed] = (await cafe.reprint_paper_card(CARA, lost.card.id)).cards
    assert len(cafe.rows(RENEWED)) == 2, "she did not have it before"
    cafe.later(minutes=20)
    await cafe.scans_paper(BEN, printed, stamps=1)
    assert stands(cafe, printed) == 3
    with refused(PaperCardInUse()):
        await cafe.reprint_paper_card(BEN, lost.card.id)
    with refused(PaperCardReplaced(paper.say_number(lost.card.number))):
        await cafe.reprint_paper_card(BEN, card.card.id)
    with refused(NotStaff()):
        await cafe.reprint_paper_card(MIA, lost.card.id)


async def test_a_sheet_makes_as_many_customers_who_count_from_their_first_visit_on(cafe: Cafe) -> None:
    sheet = (await cafe.issue_paper_cards(BEN, count=8, cause=None)).cards
    assert len({card.card.number for card in sheet}) == 8
    read = ReadDay(cafe.database)
    assert (await read(ANNA)).figures.joined == 0
    cafe.later(days=1)
    await cafe.scans_paper(BEN, sheet[0], stamps=1)
    assert (await read(ANNA)).figures.joined == 1
    cafe.later(minutes=20)
    await cafe.scans_paper(BEN, sheet[0], stamps=1)
    cafe.later(days=1)
    await cafe.scans_paper(BEN, sheet[0], stamps=1)
    assert (await read(ANNA)).figures.joined == 0


async def test_the_same_message_again_makes_no_more_cards_and_prints_those_anew(cafe: Cafe) -> None:
    cause = Cause(private(BEN), MessageId(9))
    first = (await cafe.issue_paper_cards(BEN, count=3, cause=cause)).cards
    used = first[0]
    await cafe.scans_paper(BEN, used, stamps=1)
    again = (await cafe.issue_paper_cards(BEN, count=3, cause=cause)).cards
    assert [one.card.number for one in again] == [one.card.number for one in first[1:]]
    assert cafe.number("SELECT COUNT(*) FROM paper_cards") == 3
    with refused(UnknownCode(typed=False)):
        await cafe.scans_paper(BEN, first[1])
    await cafe.scans_paper(BEN, again[0])


@pytest.mark.parametrize("count", [0, 11, 999])
async def test_a_sheet_holds_ten(cafe: Cafe, count: int) -> None:
    with refused(TooManyPaperCards(10)):
        await cafe.issue_paper_cards(BEN, count=count, cause=None)


async def test_only_who_works_here_makes_blocks_replaces_and_looks(cafe: Cafe) -> None:
    card = await cafe.prints()
    for doing in (
        cafe.issue_paper_cards(MIA, cause=None),
        cafe.replace_paper_card(MIA, card.card.id),
        cafe.block_paper_card(MIA, card.card.id),
        cafe.read_paper_card(MIA, card.card.number),
        cafe.scans_paper(MIA, card),
    ):
        with refused(NotStaff()):
            await doing
    with refused(NotManager()):
        await cafe.list_paper_cards(BEN, "")


async def test_a_lost_card_is_found_by_the_name_it_was_made_for(cafe: Cafe) -> None:
    await cafe.prints("Ольга Ким")
    lost = await cafe.prints("Olga")
    await cafe.block_paper_card(BEN, lost.card.id)
    for _ in range(12):
        await cafe.prints()
    assert len(await cafe.list_paper_cards(ANNA, "")) == 10
    [found] = await cafe.list_paper_cards(ANNA, "ольга")
    assert found.customer_name == "Ольга Ким"
    assert [one.card.state for one in await cafe.list_paper_cards(ANNA, "OLGA")] == [PaperState.BLOCKED]
    assert (await cafe.read_paper_card(BEN, lost.card.number)).card.id == lost.card.id
    with refused(NumberMistyped()):
        await cafe.read_paper_card(BEN, "44102734")
    with refused(UnknownPaperCard()):
        await cafe.read_paper_card(BEN, "1000000" + check_digit("1000000"))


async def test_a_late_undo_and_an_adjustment_work_by_the_receipts_number(cafe: Cafe) -> None:
    card = await cafe.prints()
    await cafe.scans_paper(BEN, card, stamps=3)
    number = cafe.last_operation()
    cafe.later(days=2)
    await cafe.take_back(ANNA, number, "refund", chat_id=private(ANNA), cause=None)
    assert stands(cafe, card) == 0
    assert cafe.number("SELECT visits FROM customers WHERE id = ?", card.card.customer_id) == 0


async def test_who_has_no_telegram_is_forgotten_by_a_manager(cafe: Cafe) -> None:
    card = await cafe.prints("Olga")
    await fills(cafe, card)
    [again] = (await cafe.replace_paper_card(BEN, card.card.id)).cards
    forget = ForgetPaperCustomer(cafe.database)
    with refused(NotManager()):
        await forget(BEN, again.card.id)
    await forget(ANNA, card.card.id)
    assert cafe.number("SELECT COUNT(*) FROM customers WHERE name = 'Olga'") == 0
    assert cafe.rows("SELECT state FROM paper_cards ORDER BY id") == [("replaced",), ("blocked",)]
    assert cafe.rows("SELECT state FROM rewards") == [("expired",)]
    assert await cafe.list_paper_cards(ANNA, "") == []
    for doing in (
        cafe.read_paper_card(ANNA, again.card.number),
        cafe.replace_paper_card(BEN, again.card.id),
        cafe.look_at_paper_card(LEO, secret_of(again.payload)),
        forget(ANNA, again.card.id),
    ):
        with refused(UnknownPaperCard()):
            await doing
    with pytest.raises(Refused) as caught:
        await cafe.scans_paper(BEN, again)
    assert isinstance(caught.value.refusal, PaperCardBlocked)


async def test_who_has_telegram_by_now_asks_there_to_be_forgotten(cafe: Cafe) -> None:
    card = await cafe.prints("Olga")
    await cafe.moves_to_telegram(MIA, card)
    with refused(UnknownPaperCard()):
        await ForgetPaperCustomer(cafe.database)(ANNA, card.card.id)


async def test_an_ordinary_code_is_as_it_was(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    cafe.later(minutes=16)
    with refused(CodeRanOut()):
        await cafe.types(BEN, shown.typed_code)
    assert OperationId(1) not in [number for (number,) in cafe.rows("SELECT id FROM operations")]


async def test_a_visit_by_paper_that_was_declined_can_be_opened_again(cafe: Cafe) -> None:
    card = await cafe.prints()
    visit = await cafe.scans_paper(BEN, card)
    await cafe.decline_visit(BEN, visit)
    with refused(VisitOver(VisitState.DECLINED)):
        await cafe.confirm_visit(BEN, visit, stamps=1)
    await cafe.scans_paper(BEN, card, stamps=1)
    assert stands(cafe, card) == 1


async def test_a_second_yes_to_moving_a_card_is_known_as_one(cafe: Cafe) -> None:
    """A double tap was greeted twice, and whoever had a card before like somebody new."""
    new, known = await cafe.prints("Olga"), await cafe.prints("Mia")
    await cafe.stamps(MIA, 1)
    for person, card, is_new in ((LEO, new, True), (MIA, known, False)):
        held = hash_secret(secret_of(card.payload))
        first = await cafe.move_paper_card(person, card.card.id, held)
        again = await cafe.move_paper_card(person, card.card.id, held)
        assert (first.fresh, first.new, again.fresh, again.new) == (True, is_new, False, False)
