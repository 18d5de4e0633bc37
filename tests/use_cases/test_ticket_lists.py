"""Who waits: the list of unhappy customers, the reminder after a day without an answer, and the numbers.

Not here: what is done about one of them (test_ticket_work.py).
"""

from datetime import UTC, datetime, timedelta

import pytest

from loyalty.deliveries import ScreenKind
from loyalty.ids import MessageId, TicketId
from loyalty.people import Cause, Person
from loyalty.refusals import NotManager, OwnTicket, TicketOver
from loyalty.tickets import TicketOutcome, TicketState
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.listening.putting_right import AnswerPutRight
from loyalty.use_cases.listening.reading_tickets import LISTED, ReadTickets, ShowTicket
from loyalty.use_cases.listening.reminding import RemindOfTickets
from loyalty.use_cases.listening.ticket_work import CloseTicket, ReopenTicket
from loyalty.use_cases.listening.voice import ReadVoice
from loyalty.voice import Period, TicketFigures
from tests.counter import ANNA, BEN, MAX, MIA, Cafe, private
from tests.refusing import refused
from tests.use_cases.posts import a_guest
from tests.use_cases.tickets import answers, chats, complains, corrects, scores, takes, the, writes


async def shows(cafe: Cafe, ticket_id: TicketId, number: int, *, by: Person = ANNA) -> None:
    await ShowTicket(cafe.database)(by, ticket_id, Cause(private(by), MessageId(number)))


async def test_what_waits_stands_first_the_oldest_first_then_what_is_closed(cafe: Cafe) -> None:
    tickets = []
    for number in range(4):
        tickets.append(await complains(cafe, number=800 + number, by=a_guest(number)))
        cafe.later(hours=1)
    await takes(cafe, tickets[1])
    for ticket_id in (tickets[0], tickets[2]):
        await CloseTicket(cafe.database)(ANNA, ticket_id, TicketOutcome.PUT_RIGHT)
        cafe.later(minutes=1)
    page = await ReadTickets(cafe.database)(ANNA)
    assert [one.ticket.id for one in page.tickets] == [tickets[1], tickets[3], tickets[2], tickets[0]]
    assert [one.has_it for one in page.tickets] == ["Anna", "", "Anna", "Anna"]
    assert (page.waiting, page.live, page.pages) == (1, 2, 1)


async def test_one_that_is_open_again_waits_since_then(cafe: Cafe) -> None:
    first = await complains(cafe, number=801, by=a_guest(1))
    await CloseTicket(cafe.database)(ANNA, first, TicketOutcome.PUT_RIGHT)
    cafe.later(hours=24)
    second = await complains(cafe, number=802, by=a_guest(2))
    cafe.later(hours=1)
    await writes(cafe, "Again", 803, by=a_guest(1))
    cafe.later(hours=2)
    page = await ReadTickets(cafe.database)(ANNA)
    assert [(one.ticket.id, page.now - one.ticket.since) for one in page.tickets] == [
        (second, timedelta(hours=3)),
        (first, timedelta(hours=2)),
    ]
    await answers(cafe, "Sorry", 31, ticket_id=first)
    assert (await the(cafe, first)).since == page.now - timedelta(hours=2), (
        "it is open since then all the same"
    )


async def test_pages_hold_everybody_once_whether_it_is_open_or_closed(cafe: Cafe) -> None:
    tickets = [await complains(cafe, number=800 + n, by=a_guest(n)) for n in range(2 * LISTED + 3)]
    for ticket_id in tickets[: LISTED + 2]:
        await CloseTicket(cafe.database)(ANNA, ticket_id, TicketOutcome.PUT_RIGHT)
        cafe.later(minutes=1)
    read = ReadTickets(cafe.database)
    pages = [await read(ANNA, page) for page in range(3)]
    listed = [one.ticket.id for page in pages for one in page.tickets]
    assert listed == [*tickets[LISTED + 2 :], *reversed(tickets[: LISTED + 2])]
    assert (await read(ANNA, 99)).page == 2


async def test_the_list_is_for_managers_and_a_ticket_comes_once_for_each_tap(cafe: Cafe) -> None:
    await cafe.hires_manager()
    ticket_id = await complains(cafe)
    for person in (BEN, MIA):
        with refused(NotManager()):
            await ReadTickets(cafe.database)(person)
        with refused(NotManager()):
            await shows(cafe, ticket_id, 1, by=person)
    for number in (1, 1, 2):
        await shows(cafe, ticket_id, number)
    assert chats(cafe, ScreenKind.TICKET, ticket_id).count(private(ANNA)) == 3
    with refused(TicketOver()):
        await shows(cafe, TicketId(404), 3)
    await complains(cafe, number=601, by=MAX)
    with refused(OwnTicket()):
        await shows(cafe, TicketId(ticket_id + 1), 4, by=MAX)


@pytest.mark.parametrize("moved", [False, True])
async def test_a_manager_who_is_the_customer_reads_of_others_alone(cafe: Cafe, moved: bool) -> None:
    await cafe.hires_manager()
    other = await complains(cafe, number=801, by=a_guest(1))
    if moved:
        await cafe.stamps(MIA, 2)
        old = cafe.last_operation()
        own = await complains(cafe, by=MIA)
        await cafe.stamps(MAX, 1, by=ANNA)
        await cafe.move_account(ANNA, old, cafe.last_operation(), "lost", chat_id=private(ANNA), cause=None)
    else:
        own = await complains(cafe, by=MAX)
    for closed, counts in ((False, (1, 1)), (True, (1, 1))):
        if closed:
            await CloseTicket(cafe.database)(ANNA, own, TicketOutcome.PUT_RIGHT)
        page = await ReadTickets(cafe.database)(MAX)
        assert [one.ticket.id for one in page.tickets] == [other]
        assert (page.waiting, page.live) == counts
    assert len((await ReadTickets(cafe.database)(ANNA)).tickets) == 2


async def test_a_day_without_an_answer_is_said_once_to_all_who_could(cafe: Cafe) -> None:
    await cafe.hires_manager()
    cafe.later(hours=4)
    remind = RemindOfTickets(cafe.database)
    ticket_id = await complains(cafe)
    await takes(cafe, ticket_id, by=MAX)
    cafe.later(hours=23, minutes=59)
    assert await remind() == 0
    cafe.later(minutes=1)
    assert (await remind(), await remind()) == (1, 0)
    assert chats(cafe, ScreenKind.TICKET, ticket_id) == [private(ANNA), private(MAX)] * 2
    assert (await the(cafe, ticket_id)).reminded_at == cafe.clock.now()
    cafe.later(days=3)
    assert await remind() == 0


async def test_what_was_answered_closed_or_is_of_somebody_forgotten_needs_no_reminder(cafe: Cafe) -> None:
    cafe.later(hours=4)
    answered = await complains(cafe, number=801, by=a_guest(1))
    await answers(cafe, "Sorry", 31, ticket_id=answered)
    closed = await complains(cafe, number=802, by=a_guest(2))
    await CloseTicket(cafe.database)(ANNA, closed, TicketOutcome.NOT_PUT_RIGHT)
    cafe.later(hours=25)
    assert await RemindOfTickets(cafe.database)() == 0


async def test_at_night_it_waits_for_the_day_and_after_a_rest_it_comes_once(cafe: Cafe) -> None:
    cafe.clock.advance(datetime(2025, 3, 14, 21, tzinfo=UTC) - cafe.clock.now())
    remind = RemindOfTickets(cafe.database)
    tickets = [await complains(cafe, number=801 + n, by=a_guest(n)) for n in range(3)]
    cafe.later(hours=25)
    assert await remind() == 0, "the quiet hours are from 20 to 10"
    cafe.clock.advance(datetime(2025, 3, 18, 10, tzinfo=UTC) - cafe.clock.now())  # away for two days
    assert await remind() == 3
    for ticket_id in tickets:
        assert chats(cafe, ScreenKind.TICKET, ticket_id) == [private(ANNA)] * 2
        assert (await the(cafe, ticket_id)).state is TicketState.OPEN


async def test_the_numbers_tell_how_long_the_first_answer_took_and_what_came_of_it(cafe: Cafe) -> None:
    waits = (timedelta(minutes=5), timedelta(minutes=40), timedelta(hours=30))
    for number, wait in enumerate(waits):
        ticket_id = await complains(cafe, number=801 + number, by=a_guest(number))
        cafe.clock.advance(wait)
        await answers(cafe, "Sorry", 31 + number, ticket_id=ticket_id)
        cafe.later(hours=1)
        await answers(cafe, "And here is why", 61 + number, ticket_id=ticket_id)
        if number:
            outcome = TicketOutcome.PUT_RIGHT if number == 1 else TicketOutcome.NOT_PUT_RIGHT
            await CloseTicket(cafe.database)(ANNA, ticket_id, outcome)
    await complains(cafe, number=804, by=a_guest(3))
    slip = await scores(cafe, 0)
    await corrects(cafe, slip, 10)
    figures = (await ReadVoice(cafe.database)(ANNA, Period.MONTH)).tickets
    assert figures == TicketFigures(opened=4, live=2, put_right=1, not_put_right=1, waits=waits)
    assert figures.usual_wait == timedelta(minutes=40)
    cafe.later(days=31)
    assert (await ReadVoice(cafe.database)(ANNA, Period.MONTH)).tickets == TicketFigures()


async def test_the_numbers_add_up_and_tell_who_said_that_it_was_not_put_right(cafe: Cafe) -> None:
    cafe.later(hours=4)
    people = [a_guest(number) for number in range(4)]
    tickets = [await complains(cafe, number=801 + number, by=one) for number, one in enumerate(people)]
    for ticket_id in tickets[:3]:
        await CloseTicket(cafe.database)(ANNA, ticket_id, TicketOutcome.PUT_RIGHT)
    for number, agreed in ((0, True), (1, False)):
        await AnswerPutRight(cafe.database)(people[number], tickets[number], agreed=agreed)
    await writes(cafe, "Again", 901, by=people[2])
    await ForgetPerson(cafe.database)(people[3])
    read = ReadVoice(cafe.database)
    figures = (await read(ANNA, Period.MONTH)).tickets
    assert figures == TicketFigures(opened=4, live=1, put_right=2, not_put_right=0, forgotten=1, denied=1)
    await ReopenTicket(cafe.database)(ANNA, tickets[1])
    figures = (await read(ANNA, Period.MONTH)).tickets
    assert figures == TicketFigures(opened=4, live=2, put_right=1, not_put_right=0, forgotten=1, denied=1)
