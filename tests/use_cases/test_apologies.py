"""An apology gives what the program gives, once for each ticket and so many times a month; and the customer
is asked once whether it was put right.

Not here: who has a ticket (test_ticket_work.py).
"""

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest

from loyalty.deliveries import ScreenKind
from loyalty.ids import TicketId
from loyalty.own_words import OwnWords
from loyalty.people import Person
from loyalty.programs import Collects
from loyalty.questions import QuestionKind, QuestionState
from loyalty.receipts import GiftCause, GiftGiven
from loyalty.refusals import (
    ApologiesUsedUp,
    ApologisedLately,
    CardFrozen,
    NoApologies,
    NotManager,
    NotOwner,
    NotYourQuestion,
    NumberOutOfRange,
    Refused,
    TicketOver,
    TicketTaken,
)
from loyalty.tickets import Apologist, FormerClose, LateApology, TicketOutcome, TicketState, month_of
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.customers.privacy import ReadMyData
from loyalty.use_cases.house.upkeep import ExpireDue
from loyalty.use_cases.listening.putting_right import AnswerPutRight, AskByDay, Asking
from loyalty.use_cases.listening.reading_tickets import ReadTicket, ReadTickets
from loyalty.use_cases.listening.reminding import RemindOfTickets
from loyalty.use_cases.listening.ticket_work import Apologise, CloseTicket, ReopenTicket
from tests.counter import ANNA, BEN, LEO, MAX, MIA, Cafe, private
from tests.refusing import refused
from tests.use_cases.handing_over import handed_over
from tests.use_cases.listening import ListeningCafe
from tests.use_cases.posts import a_guest, customer_of
from tests.use_cases.tickets import answers, chats, complains, newest, scores, takes, the, writes

COFFEE = OwnWords.of({"en": "Free coffee", "ru": "Бесплатный кофе", "et": "Tasuta kohv"})
GIVEN = "SELECT COUNT(*) FROM operations WHERE kind = 'gift'"


@pytest.fixture
async def cafe(cafe: Cafe) -> Cafe:
    """By day: at night nobody is asked anything."""
    cafe.later(hours=4)
    return cafe


async def closes(
    cafe: Cafe, ticket_id: TicketId, *, by: Person = ANNA, outcome: TicketOutcome = TicketOutcome.PUT_RIGHT
) -> None:
    await CloseTicket(cafe.database)(by, ticket_id, outcome)


async def says(cafe: Cafe, ticket_id: TicketId, *, agreed: bool, by: Person = MIA) -> bool:
    return await AnswerPutRight(cafe.database)(by, ticket_id, agreed=agreed)


async def has_it(cafe: Cafe, customer: Person) -> None:
    """What lies on the card is handed over."""
    [held] = (await cafe.card(customer)).rewards
    visit = (await cafe.scans(BEN, await cafe.shows(customer, reward_id=held.id))).visit
    assert not (await cafe.offers(BEN, visit.id, held.id)).asked


async def test_an_apology_puts_what_the_program_gives_on_the_card_for_thirty_days(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    given = await Apologise(cafe.database)(ANNA, ticket_id)
    assert (given.reward.item, given.fresh) == (COFFEE, True)
    [held] = (await cafe.card(MIA)).rewards
    assert held.expires_at == datetime(2025, 4, 14, 4, tzinfo=UTC)
    assert cafe.last_fact() == GiftGiven(COFFEE, date(2025, 4, 13), GiftCause.APOLOGY)
    assert cafe.rows("SELECT op_key FROM operations WHERE kind = 'gift'") == [
        (f"ticket:{ticket_id}:apology",)
    ]
    told = "SELECT chat_id FROM deliveries WHERE operation_id = ?"
    assert cafe.rows(told, given.reward.operation_id) == [(MIA.telegram_id,)]
    assert (await the(cafe, ticket_id)).state is TicketState.TAKEN


@pytest.mark.parametrize("blocked", [False, True])
async def test_whoever_blocked_the_bot_has_it_on_the_card_and_is_not_told(cafe: Cafe, blocked: bool) -> None:
    ticket_id = await complains(cafe)
    mia = await customer_of(cafe, MIA)
    if blocked:
        await cafe.database.write(lambda tx: tx.people.mark_unreachable(mia, "blocked"))
    assert (await Apologise(cafe.database)(ANNA, ticket_id)).told is not blocked
    assert (await ReadTicket(cafe.database)(ticket_id)).reachable is not blocked
    assert len((await cafe.card(MIA)).rewards) == 1


async def test_it_is_handed_over_at_the_counter_like_any_reward(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    given = await Apologise(cafe.database)(ANNA, ticket_id)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=given.reward.id))).visit
    assert not (await cafe.offers(BEN, visit.id, given.reward.id)).asked
    assert not (await cafe.card(MIA)).rewards


async def test_of_many_taps_one_gives_and_the_others_say_so(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    given = await asyncio.gather(*(Apologise(cafe.database)(ANNA, ticket_id) for _ in range(10)))
    assert sum(one.fresh for one in given) == 1
    assert cafe.number(GIVEN) == 1
    await closes(cafe, ticket_id)
    assert (await Apologise(cafe.database)(ANNA, ticket_id)).fresh is False


async def test_only_whoever_has_it_or_an_owner_apologises_and_only_while_it_lasts(cafe: Cafe) -> None:
    await cafe.hires_manager()
    ticket_id = await complains(cafe)
    await takes(cafe, ticket_id, by=ANNA)
    with refused(TicketTaken("Anna")):
        await Apologise(cafe.database)(MAX, ticket_id)
    with refused(NotManager()):
        await Apologise(cafe.database)(BEN, ticket_id)
    await closes(cafe, ticket_id)
    with refused(TicketOver("Anna")):
        await Apologise(cafe.database)(ANNA, ticket_id)
    assert cafe.number(GIVEN) == 0


async def test_a_month_has_so_many_and_of_those_at_once_no_more_pass(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, apologies_a_month=3)
    tickets = [await complains(cafe, number=900 + n, by=a_guest(n)) for n in range(6)]
    done = await asyncio.gather(
        *(Apologise(cafe.database)(ANNA, one) for one in tickets), return_exceptions=True
    )
    refusals = [one.refusal for one in done if isinstance(one, Refused)]
    assert refusals == [ApologiesUsedUp(3, date(2025, 4, 1))] * 3
    assert cafe.number(GIVEN) == 3
    cafe.clock.advance(datetime(2025, 4, 1, 3, 59, tzinfo=UTC) - cafe.clock.now())
    left = [one for one in tickets if (await the(cafe, one)).apology is None]
    with refused(ApologiesUsedUp(3, date(2025, 4, 1))):
        await Apologise(cafe.database)(ANNA, left[0])
    cafe.later(minutes=1)
    assert (await Apologise(cafe.database)(ANNA, left[0])).fresh


async def test_how_many_is_the_owners_word(cafe: Cafe) -> None:
    await cafe.hires_manager()
    with refused(NotOwner()):
        await cafe.change_rules(MAX, apologies_a_month=50)
    for odd in (-1, 51):
        with refused(NumberOutOfRange(0, 50)):
            await cafe.change_rules(ANNA, apologies_a_month=odd)
    await cafe.change_rules(ANNA, apologies_a_month=0)
    assert [(await ReadTickets(cafe.database)(one)).owner for one in (ANNA, MAX)] == [True, False]


async def test_where_they_are_switched_off_an_old_button_says_so(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    await cafe.change_rules(ANNA, apologies_a_month=0)
    with refused(NoApologies(points_alone=False)):
        await Apologise(cafe.database)(ANNA, ticket_id)


async def test_where_points_are_collected_alone_nothing_that_nobody_chose_is_given(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    await cafe.change_rules(ANNA, collects=Collects.POINTS)
    with refused(NoApologies(points_alone=True)):
        await Apologise(cafe.database)(ANNA, ticket_id)
    assert cafe.number(GIVEN) == 0
    await cafe.change_rules(ANNA, collects=Collects.BOTH)
    assert (await Apologise(cafe.database)(ANNA, ticket_id)).fresh


async def test_it_is_known_who_gave_an_apology_and_owners_read_how_many_each_gave(cafe: Cafe) -> None:
    await cafe.hires_manager()
    tickets = [await complains(cafe, number=900 + n, by=a_guest(n)) for n in range(4)]
    await takes(cafe, tickets[0], by=MAX)
    for ticket_id, by in zip(tickets, (ANNA, MAX, MAX, ANNA), strict=True):
        await Apologise(cafe.database)(by, ticket_id)
    first = await ReadTicket(cafe.database)(tickets[0])
    assert (first.has_it, first.apologised_by) == ("Max", "Anna"), "an owner helped"
    await complains(cafe, number=950, by=a_guest(9))
    await Apologise(cafe.database)(MAX, newest(cafe))
    await cafe.leave(MAX)
    page = await ReadTickets(cafe.database)(ANNA)
    assert page.given_by == [Apologist("Max", 3), Apologist("Anna", 2)]
    assert (await ReadTicket(cafe.database)(tickets[1])).apologised_by == "Max"
    cafe.clock.advance(datetime(2025, 4, 1, 4, tzinfo=UTC) - cafe.clock.now())
    assert (await ReadTickets(cafe.database)(ANNA)).given_by == []


async def test_other_managers_do_not_read_who_gave_how_many(cafe: Cafe) -> None:
    await cafe.hires_manager()
    await Apologise(cafe.database)(ANNA, await complains(cafe))
    page = await ReadTickets(cafe.database)(MAX)
    assert (page.apologies, page.given_by) == (1, ())


async def test_two_tickets_of_one_customer_name_each_other_and_give_one_apology(cafe: Cafe) -> None:
    complaint = await complains(cafe)
    await scores(cafe, 1)
    low = newest(cafe)
    assert low != complaint
    read = ReadTicket(cafe.database)
    assert [(await read(one)).other for one in (complaint, low)] == [low, complaint]
    waiting = "SELECT COUNT(*) FROM deliveries d JOIN screens s ON s.id = d.screen_id WHERE s.kind = 'ticket'"
    redrawn = f"{waiting} AND s.subject_id = ? AND d.dedupe_key LIKE 'redraw:%'"
    assert cafe.number(redrawn, complaint) == 1, "it says so where it was shown before"
    await Apologise(cafe.database)(ANNA, complaint)
    again = date(2025, 4, 18)
    assert (await read(low)).lately == LateApology(complaint, date(2025, 3, 18), again)
    with refused(ApologisedLately(complaint, again)):
        await Apologise(cafe.database)(ANNA, low)
    assert cafe.number(GIVEN) == 1
    await closes(cafe, complaint)
    assert (await read(low)).other is None
    with refused(ApologisedLately(complaint, again)):
        await Apologise(cafe.database)(ANNA, low)
    cafe.clock.advance(datetime(2025, 4, 18, 4, tzinfo=UTC) - cafe.clock.now())
    await ExpireDue(cafe.database)()
    assert (await read(low)).lately == LateApology(complaint, date(2025, 3, 18), None), (
        "nothing reminded of it"
    )
    with refused(ApologisedLately(complaint, None)):
        await Apologise(cafe.database)(ANNA, low)
    await has_it(cafe, MIA)
    assert (await read(low)).lately is None
    assert (await Apologise(cafe.database)(ANNA, low)).fresh


async def test_of_two_at_once_for_one_customer_one_gives(cafe: Cafe) -> None:
    complaint = await complains(cafe)
    await scores(cafe, 1)
    done = await asyncio.gather(
        *(Apologise(cafe.database)(ANNA, one) for one in (complaint, newest(cafe))), return_exceptions=True
    )
    assert [type(one.refusal) for one in done if isinstance(one, Refused)] == [ApologisedLately]
    assert cafe.number(GIVEN) == 1


async def test_another_account_brings_no_further_apology(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 2)
    old = cafe.last_operation()
    first = await complains(cafe)
    await Apologise(cafe.database)(ANNA, first)
    await cafe.stamps(LEO, 1)
    new = cafe.last_operation()
    await cafe.move_account(ANNA, old, new, "lost", chat_id=private(ANNA), cause=None)
    await closes(cafe, first)
    cafe.later(hours=49)
    second = await complains(cafe, number=700, by=LEO)
    with refused(ApologisedLately(first, date(2025, 4, 14))):
        await Apologise(cafe.database)(ANNA, second)
    cafe.clock.advance(timedelta(days=40))
    await ExpireDue(cafe.database)()
    with refused(ApologisedLately(first, None)):
        await Apologise(cafe.database)(ANNA, second)
    await has_it(cafe, LEO)
    assert (await Apologise(cafe.database)(ANNA, second)).fresh


async def test_nothing_comes_onto_a_frozen_card_or_to_somebody_who_is_gone(cafe: Cafe) -> None:
    await handed_over(cafe)
    await cafe.freeze_card(MIA, cafe.last_operation())
    frozen = await complains(cafe)
    with refused(CardFrozen()):
        await Apologise(cafe.database)(ANNA, frozen)
    assert (await the(cafe, frozen)).state is TicketState.OPEN
    gone = await complains(cafe, number=700, by=LEO)
    await ForgetPerson(cafe.database)(LEO)
    with refused(TicketOver()):
        await Apologise(cafe.database)(ANNA, gone)


async def test_the_month_is_the_cafes_and_begins_with_its_day(cafe: Cafe) -> None:
    rules = (await cafe.read_rules()).rules
    begins, ends = month_of(datetime(2024, 3, 1, 3, 59, tzinfo=UTC), rules)
    assert (begins, ends) == (datetime(2024, 2, 1, 4, tzinfo=UTC), datetime(2024, 3, 1, 4, tzinfo=UTC))
    for days in range(400):
        moment = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(days=days, hours=5)
        begins, ends = month_of(moment, rules)
        assert begins <= moment < ends


async def test_closing_asks_once_and_the_first_answer_stands(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    with refused(NotYourQuestion()):
        await says(cafe, ticket_id, agreed=True)
    await closes(cafe, ticket_id)
    assert chats(cafe, ScreenKind.PUT_RIGHT, ticket_id) == [private(MIA)]
    await cafe.join(LEO)
    for stranger in (LEO, BEN, ANNA):
        with refused(NotYourQuestion()):
            await says(cafe, ticket_id, agreed=False, by=stranger)
    assert await asyncio.gather(*(says(cafe, ticket_id, agreed=True) for _ in range(5))) == [True] * 5
    assert await says(cafe, ticket_id, agreed=False) is True
    ticket = await the(cafe, ticket_id)
    assert (ticket.agreed, ticket.state) == (True, TicketState.CLOSED)
    with refused(TicketOver("Anna")):
        await ReopenTicket(cafe.database)(ANNA, ticket_id)


@pytest.mark.parametrize("agreed", [True, False])
async def test_the_file_of_all_that_is_kept_says_that_it_was_answered(cafe: Cafe, agreed: bool) -> None:
    async def asked(of: Person) -> list[tuple[QuestionKind, QuestionState]]:
        data = (await ReadMyData(cafe.database)(of)).data
        assert data
        return [(one.kind, one.state) for one in data.questions]

    ticket_id = await complains(cafe)
    await closes(cafe, ticket_id)
    assert await asked(MIA) == [(QuestionKind.SURVEY, QuestionState.OPEN)]
    await cafe.stamps(LEO, 1)
    await cafe.stamps(MIA, 1)
    old = cafe.last_operation()
    await cafe.stamps(LEO, 1)
    await cafe.hires_manager()
    await cafe.move_account(MAX, old, cafe.last_operation(), "lost it", chat_id=private(MAX), cause=None)
    await says(cafe, ticket_id, agreed=agreed, by=LEO)
    assert await asked(LEO) == [(QuestionKind.SURVEY, QuestionState.ANSWERED)]


@pytest.mark.parametrize("outcome", [TicketOutcome.PUT_RIGHT, TicketOutcome.NOT_PUT_RIGHT])
async def test_a_no_is_told_to_whoever_closed_it_who_takes_it_up_again_once(
    cafe: Cafe, outcome: TicketOutcome
) -> None:
    await cafe.hires_manager()
    ticket_id = await complains(cafe)
    await closes(cafe, ticket_id, by=MAX, outcome=outcome)
    assert await says(cafe, ticket_id, agreed=False) is False
    assert chats(cafe, ScreenKind.TICKET, ticket_id) == [private(ANNA), private(MAX), private(MAX)]
    taps = await asyncio.gather(*(ReopenTicket(cafe.database)(MAX, ticket_id) for _ in range(3)))
    assert [one.name for one in taps] == ["Max"] * 3
    ticket = await the(cafe, ticket_id)
    assert (ticket.state, ticket.outcome, ticket.agreed) == (TicketState.TAKEN, None, None)
    with refused(NotYourQuestion()):
        await says(cafe, ticket_id, agreed=True)
    cafe.later(hours=24)
    await closes(cafe, ticket_id, by=MAX)
    assert chats(cafe, ScreenKind.PUT_RIGHT, ticket_id) == [private(MIA)] * 2, "for each close once"
    with refused(TicketOver("Max")):
        await ReopenTicket(cafe.database)(MAX, ticket_id)
    assert await says(cafe, ticket_id, agreed=True)
    assert (await the(cafe, ticket_id)).agreed


async def test_one_that_was_taken_up_again_waits_anew_and_its_first_answer_stays_the_first(
    cafe: Cafe,
) -> None:
    ticket_id = await complains(cafe)
    await answers(cafe, "Sorry", 31, ticket_id=ticket_id)
    first = cafe.clock.now()
    await closes(cafe, ticket_id)
    await says(cafe, ticket_id, agreed=False)
    await ReopenTicket(cafe.database)(ANNA, ticket_id)
    cafe.later(hours=24)
    remind = RemindOfTickets(cafe.database)
    assert (await remind(), await remind()) == (1, 0)
    await answers(cafe, "Sorry again", 32, ticket_id=ticket_id)
    ticket = await the(cafe, ticket_id)
    assert (ticket.answered_at, ticket.waits_since) == (first, None)


@pytest.mark.parametrize("agreed", [None, True, False])
async def test_who_writes_more_after_the_close_is_known_to_have_been_there_before(
    cafe: Cafe, agreed: bool | None
) -> None:
    await cafe.hires_manager()
    ticket_id = await complains(cafe)
    read = ReadTicket(cafe.database)
    assert (await read(ticket_id)).ticket.before is None
    await closes(cafe, ticket_id, by=MAX, outcome=TicketOutcome.NOT_PUT_RIGHT)
    if agreed is not None:
        await says(cafe, ticket_id, agreed=agreed)
    cafe.later(hours=1)
    await writes(cafe, "and cold", 503)
    again = await read(ticket_id)
    max_ = cafe.staff_id(MAX)
    assert again.ticket.before == FormerClose(TicketOutcome.NOT_PUT_RIGHT, max_, agreed=agreed)
    assert (again.closed_by, again.wrote_again) == ("Max", True)
    data = (await ReadMyData(cafe.database)(MIA)).data
    assert data is not None
    assert [(one.state, one.outcome) for one in data.tickets] == [(TicketState.OPEN, None)]
    await closes(cafe, ticket_id)
    done = await the(cafe, ticket_id)
    assert (done.before, done.outcome, done.agreed) == (None, TicketOutcome.PUT_RIGHT, None)


async def test_what_was_taken_up_again_is_known_to_have_been_closed_and_nobody_wrote(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    await closes(cafe, ticket_id)
    await says(cafe, ticket_id, agreed=False)
    cafe.later(hours=1)
    await ReopenTicket(cafe.database)(ANNA, ticket_id)
    again = await ReadTicket(cafe.database)(ticket_id)
    before = FormerClose(TicketOutcome.PUT_RIGHT, cafe.staff_id(ANNA), agreed=False)
    assert (again.ticket.before, again.wrote_again) == (before, False)


async def test_what_was_taken_up_again_of_somebody_forgotten_is_not_taken_up_once_more(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    await closes(cafe, ticket_id)
    await says(cafe, ticket_id, agreed=False)
    await ReopenTicket(cafe.database)(ANNA, ticket_id)
    await ForgetPerson(cafe.database)(MIA)
    with refused(TicketOver()):
        await ReopenTicket(cafe.database)(ANNA, ticket_id)


async def test_a_no_to_the_standing_question_is_heard_and_the_next_close_asks_anew(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    await closes(cafe, ticket_id)
    await writes(cafe, "and cold", 503)
    assert await says(cafe, ticket_id, agreed=False) is False
    assert (await the(cafe, ticket_id)).agreed is False
    cafe.later(hours=24)
    assert await CloseTicket(cafe.database)(ANNA, ticket_id, TicketOutcome.PUT_RIGHT) is Asking.NOW
    assert (await the(cafe, ticket_id)).agreed is None


@pytest.mark.parametrize(("agreed", "asked"), [(None, 1), (True, 2)])
async def test_who_writes_more_after_the_close_is_asked_again_unless_the_question_stands_there_still(
    cafe: Cafe, agreed: bool | None, asked: int
) -> None:
    ticket_id = await complains(cafe)
    assert await CloseTicket(cafe.database)(ANNA, ticket_id, TicketOutcome.PUT_RIGHT) is Asking.NOW
    if agreed is not None:
        await says(cafe, ticket_id, agreed=agreed)
    await writes(cafe, "and cold", 503)
    cafe.later(hours=24)  # one question a day
    again = await CloseTicket(cafe.database)(ANNA, ticket_id, TicketOutcome.PUT_RIGHT)
    assert again is (Asking.NOT if agreed is None else Asking.NOW)
    assert len(chats(cafe, ScreenKind.PUT_RIGHT, ticket_id)) == asked
    assert await says(cafe, ticket_id, agreed=False) is False


async def test_nobody_is_asked_at_night_and_once_when_the_day_begins(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    other = await complains(cafe, number=601, by=LEO)
    cafe.clock.advance(datetime(2025, 3, 14, 22, tzinfo=UTC) - cafe.clock.now())
    for one in (ticket_id, other):
        assert await CloseTicket(cafe.database)(ANNA, one, TicketOutcome.PUT_RIGHT) is Asking.LATER
    ask = AskByDay(cafe.database)
    assert await ask() == 0
    assert cafe.number("SELECT COUNT(*) FROM screens WHERE kind = 'put_right'") == 0
    await writes(cafe, "Still sour", 602, by=LEO)
    cafe.clock.advance(datetime(2025, 3, 15, 10, tzinfo=UTC) - cafe.clock.now())
    assert (await ask(), await ask()) == (1, 0)
    assert chats(cafe, ScreenKind.PUT_RIGHT, ticket_id) == [private(MIA)]
    assert chats(cafe, ScreenKind.PUT_RIGHT, other) == [], "they wrote more, and it is open again"
    assert await says(cafe, ticket_id, agreed=True)


async def test_who_was_asked_something_on_that_day_is_asked_on_the_next_one(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    mia = await customer_of(cafe, MIA)
    today = cafe.clock.now().date()
    assert await cafe.database.write(
        lambda tx: tx.questions.ask(mia, QuestionKind.OFFERS, day=today, operation_id=None)
    )
    close, ask = CloseTicket(cafe.database), AskByDay(cafe.database)
    assert await close(ANNA, ticket_id, TicketOutcome.PUT_RIGHT) is Asking.LATER
    assert (await the(cafe, ticket_id)).will_be_asked(cafe.clock.now())
    assert await ask() == 0
    cafe.later(hours=24)
    assert (await ask(), await ask()) == (1, 0)
    assert chats(cafe, ScreenKind.PUT_RIGHT, ticket_id) == [private(MIA)]
    assert not (await the(cafe, ticket_id)).will_be_asked(cafe.clock.now())


async def test_nor_is_a_survey_sent_on_the_day_on_which_that_was_asked(cafe: Cafe) -> None:
    here = await ListeningCafe.open(cafe, at=cafe.clock.now())
    await here.asks()
    await here.is_regular(MIA)
    here.day_comes()
    ticket_id = await complains(cafe)
    await here.come_and_wait(MIA, on=cafe.clock.now().date())
    await closes(cafe, ticket_id)
    await here.looks()
    assert chats(cafe, ScreenKind.PUT_RIGHT, ticket_id) == [private(MIA)]
    assert not here.of(MIA)
    assert here.skipped() == {"asked": 1}


async def test_a_no_to_somebody_who_left_is_told_to_all_others(cafe: Cafe) -> None:
    await cafe.hires_manager()
    ticket_id = await complains(cafe)
    await closes(cafe, ticket_id, by=MAX)
    await cafe.leave(MAX)
    await says(cafe, ticket_id, agreed=False)
    assert chats(cafe, ScreenKind.TICKET, ticket_id)[-1] == private(ANNA)
    assert (await ReopenTicket(cafe.database)(ANNA, ticket_id)).mine


async def test_nobody_is_asked_who_was_forgotten_in_between(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    await closes(cafe, ticket_id)
    await cafe.delivers_all()
    await ForgetPerson(cafe.database)(MIA)
    assert chats(cafe, ScreenKind.PUT_RIGHT, ticket_id) == []
    await cafe.join(MIA)
    with refused(NotYourQuestion()):
        await says(cafe, ticket_id, agreed=False)
    with refused(TicketOver("Anna")):
        await Apologise(cafe.database)(ANNA, ticket_id)
