"""One manager takes a ticket, answers and closes it; and what becomes of it when somebody leaves or moves.

Not here: what opens one (test_tickets.py), apologies and what the customer says to it (test_apologies.py),
and reminders (test_ticket_lists.py).
"""

import asyncio

import pytest

from loyalty.deliveries import Delivery, Lane, Screen, ScreenKind
from loyalty.ids import MessageId, TicketId
from loyalty.letters import Content, Passed
from loyalty.people import Cause, Person
from loyalty.ports import Transaction
from loyalty.refusals import (
    CustomerGone,
    NotManager,
    Refused,
    TicketOver,
    TicketTaken,
)
from loyalty.tickets import TicketOutcome, TicketState
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.customers.letters import AnswerLetter, IsInTalk, IsLetter
from loyalty.use_cases.house.sending import NoteFailed, NoteSent
from loyalty.use_cases.listening.complaining import Complain
from loyalty.use_cases.listening.reading_tickets import ReadTicket, ReadTickets
from loyalty.use_cases.listening.reminding import RemindOfTickets
from loyalty.use_cases.listening.ticket_work import CloseTicket, TakeTicket
from tests.counter import ANNA, BEN, LEO, MAX, MIA, Cafe, private
from tests.refusing import refused
from tests.use_cases.tickets import (
    GROUP,
    a_writing,
    answers,
    chats,
    complains,
    has_readers,
    shown_as,
    takes,
    the,
    writes,
)


@pytest.fixture
async def cafe(cafe: Cafe) -> Cafe:
    """With a manager besides the owner, and a staff chat; by day, for at night nobody is asked anything."""
    cafe.later(hours=4)
    await has_readers(cafe)
    return cafe


async def test_of_many_who_take_it_at_once_one_has_it_and_the_others_see_whom(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    people = [ANNA, MAX] * 5
    holders = await asyncio.gather(*(TakeTicket(cafe.database)(one, ticket_id) for one in people))
    assert len({one.name for one in holders}) == 1
    assert sum(one.mine for one in holders) == 5
    for person in (BEN, MIA):
        with refused(NotManager()):
            await takes(cafe, ticket_id, by=person)
    with refused(TicketOver()):
        await takes(cafe, TicketId(404))


async def test_answering_takes_it_and_a_replay_answers_once(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    for _ in range(3):
        assert await answers(cafe, "So sorry", 31, by=MAX, ticket_id=ticket_id) is False
    ticket = await the(cafe, ticket_id)
    assert (ticket.state, ticket.taken_by) == (TicketState.TAKEN, cafe.staff_id(MAX))
    assert ticket.answered_at == cafe.clock.now()
    assert cafe.rows("SELECT chat_id FROM screens WHERE kind = 'answer'") == [(MIA.telegram_id,)]


async def test_two_who_answer_an_open_one_at_once_are_one_answer_or_an_owners_help(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    await cafe.change_role(ANNA, cafe.staff_id(BEN), manager=True)
    await cafe.delivers_all()
    shown = await shown_as(cafe, ScreenKind.TICKET, by=MAX, subject=ticket_id)
    answer = AnswerLetter(cafe.database)
    done = await asyncio.gather(
        *(answer(MAX, private(MAX), shown, a_writing("sorry", 40 + n, by=MAX)) for n in range(2)),
        TakeTicket(cafe.database)(BEN, ticket_id),
        return_exceptions=True,
    )
    ticket = await the(cafe, ticket_id)
    sent = cafe.number("SELECT COUNT(*) FROM letters WHERE staff_id IS NOT NULL")
    refusals = [one.refusal for one in done if isinstance(one, Refused)]
    if ticket.taken_by == cafe.staff_id(MAX):
        assert (sent, refusals) == (2, [])
    else:
        assert refusals
        assert set(refusals) == {TicketTaken("Ben")}
        assert sent + len(refusals) == 2


async def test_only_whoever_has_it_answers_and_an_owner(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    await takes(cafe, ticket_id, by=ANNA)
    with refused(TicketTaken("Anna")):
        await answers(cafe, "me too", 32, by=MAX, ticket_id=ticket_id)
    other = await complains(cafe, number=601, by=LEO)
    await takes(cafe, other, by=MAX)
    await answers(cafe, "The owner here", 33, by=ANNA, ticket_id=other)
    assert (await the(cafe, other)).taken_by == cafe.staff_id(MAX)


async def test_a_reply_to_a_letter_of_the_ticket_is_an_answer_too(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    await writes(cafe, "and cold", 502)
    shown = await shown_as(cafe, ScreenKind.LETTER, by=MAX, subject=2)
    assert await IsLetter(cafe.database)(private(MAX), shown)
    await AnswerLetter(cafe.database)(MAX, private(MAX), shown, a_writing("Oh no", 34, by=MAX))
    assert (await the(cafe, ticket_id)).taken_by == cafe.staff_id(MAX)
    facts = await ReadTicket(cafe.database)(ticket_id)
    assert [one.by for one in facts.said] == ["", "", "Max"]


async def test_an_answer_that_can_not_arrive_is_said_on_the_ticket(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    shown = await shown_as(cafe, ScreenKind.TICKET, by=MAX, subject=ticket_id)
    await AnswerLetter(cafe.database)(MAX, private(MAX), shown, a_writing("Sorry", 31, by=MAX))

    def claim(tx: Transaction) -> Delivery:
        while (delivery := tx.deliveries.claim([Lane.TRANSACTIONAL])) is not None:
            if isinstance(delivery.content, Screen) and delivery.content.kind is ScreenKind.ANSWER:
                return delivery
            tx.deliveries.settle_sent(delivery, MessageId(int(delivery.id)), "drawn")
        raise AssertionError("no answer waits")

    delivery = await cafe.database.write(claim)
    await NoteFailed(cafe.database)(delivery, "blocked", unreachable=True)
    facts = await ReadTicket(cafe.database)(ticket_id)
    assert [(one.by, one.lost) for one in facts.said] == [("", False), ("Max", True)]
    waiting = "SELECT COUNT(*) FROM deliveries d JOIN screens s ON s.id = d.screen_id"
    assert cafe.number(f"{waiting} WHERE d.state = 'pending' AND s.kind = 'ticket'") == 2


async def arrives_nowhere(cafe: Cafe, *, but: int = 0) -> None:
    """What is on its way to Mia is lost, but for so many of the first answers; all else arrives."""
    answers_seen = 0

    def claim(tx: Transaction) -> Delivery | None:
        return tx.deliveries.claim([Lane.TRANSACTIONAL])

    while (delivery := await cafe.database.write(claim)) is not None:
        content = delivery.content
        answer = isinstance(content, Screen) and content.kind is ScreenKind.ANSWER
        answers_seen += answer
        if answer and answers_seen > but:
            await NoteFailed(cafe.database)(delivery, "blocked", unreachable=False)
        else:
            message = MessageId(10_000 + int(delivery.id))
            await NoteSent(cafe.database)(delivery, message_id=message, drawn_hash="drawn")


async def test_an_answer_that_never_arrived_is_no_first_answer_and_its_customer_waits(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    opened = cafe.clock.now()
    shown = await shown_as(cafe, ScreenKind.TICKET, by=MAX, subject=ticket_id)
    cafe.later(minutes=5)
    await AnswerLetter(cafe.database)(MAX, private(MAX), shown, a_writing("Sorry", 31, by=MAX))
    assert (await the(cafe, ticket_id)).waits_since is None
    await arrives_nowhere(cafe)
    ticket = await the(cafe, ticket_id)
    assert (ticket.answered_at, ticket.waits_since) == (None, opened)
    cafe.later(hours=24)
    assert await RemindOfTickets(cafe.database)() == 1


async def test_of_two_answers_of_which_one_was_lost_the_other_one_counts(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    shown = await shown_as(cafe, ScreenKind.TICKET, by=MAX, subject=ticket_id)
    times = []
    for number in (31, 32):
        cafe.later(minutes=5)
        times.append(cafe.clock.now())
        await AnswerLetter(cafe.database)(MAX, private(MAX), shown, a_writing("Sorry", number, by=MAX))
    await arrives_nowhere(cafe, but=1)
    ticket = await the(cafe, ticket_id)
    assert (ticket.answered_at, ticket.waits_since) == (times[0], None)


async def test_taps_on_what_is_closed_say_by_whom_and_change_nothing(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    close = CloseTicket(cafe.database)
    done = await asyncio.gather(
        *(close(one, ticket_id, TicketOutcome.PUT_RIGHT) for one in (ANNA, ANNA, ANNA)),
        return_exceptions=True,
    )
    assert sorted(str(one) for one in done) == ["TicketOver", "TicketOver", "now"]
    for person in (ANNA, MAX):
        with refused(TicketOver("Anna")):
            await close(person, ticket_id, TicketOutcome.NOT_PUT_RIGHT)
        with refused(TicketOver("Anna")):
            await takes(cafe, ticket_id, by=person)
    assert (await the(cafe, ticket_id)).outcome is TicketOutcome.PUT_RIGHT
    assert cafe.number("SELECT COUNT(*) FROM screens WHERE kind = 'put_right'") == 1


async def test_a_closed_one_stays_a_talk_for_two_days_and_then_is_over(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    await answers(cafe, "Sorry", 31, ticket_id=ticket_id)
    await CloseTicket(cafe.database)(ANNA, ticket_id, TicketOutcome.PUT_RIGHT)
    cafe.later(hours=47, minutes=59)
    assert await answers(cafe, "One more thing", 32, ticket_id=ticket_id) is True
    assert await IsInTalk(cafe.database)(MIA)
    cafe.later(minutes=1)
    with refused(TicketOver("Anna", unsent=True)):
        await answers(cafe, "And", 33, ticket_id=ticket_id)
    cafe.later(hours=48)
    assert await writes(cafe, "open tomorrow?", 504) is Passed.PASSED_ON
    assert chats(cafe, ScreenKind.LETTER, cafe.number("SELECT MAX(id) FROM letters")) == [GROUP]


@pytest.mark.parametrize("content", [Content.TEXT, Content.PHOTO])
async def test_who_is_unhappy_again_within_these_two_days_waits_for_all_who_could_take_it(
    cafe: Cafe, content: Content
) -> None:
    ticket_id = await complains(cafe)
    await answers(cafe, "Sorry", 31, by=MAX, ticket_id=ticket_id)
    await CloseTicket(cafe.database)(MAX, ticket_id, TicketOutcome.PUT_RIGHT)
    cafe.later(hours=47)
    before = len(chats(cafe, ScreenKind.TICKET, ticket_id))
    assert await writes(cafe, "Sour again!", 503, content=content) is Passed.WITH_MANAGERS
    ticket = await the(cafe, ticket_id)
    assert (ticket.state, ticket.taken_by, ticket.outcome) == (TicketState.OPEN, None, None)
    assert (await ReadTickets(cafe.database)(ANNA)).waiting == 1
    both = [private(ANNA), private(MAX)]
    assert chats(cafe, ScreenKind.TICKET, ticket_id)[before:] == both
    letter = cafe.number("SELECT MAX(id) FROM letters")
    assert chats(cafe, ScreenKind.LETTER, letter) == ([] if content is Content.TEXT else both)
    assert await Complain(cafe.database)(MIA, Cause(private(MIA), MessageId(503)))
    assert cafe.number("SELECT COUNT(*) FROM tickets WHERE state <> 'closed'") == 1
    cafe.later(hours=30)
    assert await RemindOfTickets(cafe.database)() == 1
    await takes(cafe, ticket_id)


async def test_two_words_at_once_after_the_close_open_it_once(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    await CloseTicket(cafe.database)(ANNA, ticket_id, TicketOutcome.PUT_RIGHT)
    before = len(chats(cafe, ScreenKind.TICKET, ticket_id))
    await asyncio.gather(*(writes(cafe, "Again", 503 + number) for number in range(3)))
    assert len(chats(cafe, ScreenKind.TICKET, ticket_id)) == before + 2
    said = (await ReadTicket(cafe.database)(ticket_id)).said
    assert [one.text for one in said] == ["The milk was sour", "Again", "Again", "Again"]


@pytest.mark.parametrize("way", ["removed", "left", "demoted"])
async def test_what_somebody_had_who_left_is_free_and_shown_to_the_others(cafe: Cafe, way: str) -> None:
    ticket_id = await complains(cafe)
    await takes(cafe, ticket_id, by=MAX)
    match way:
        case "removed":
            await cafe.remove_staff(ANNA, cafe.staff_id(MAX))
        case "left":
            await cafe.leave(MAX)
        case _:
            await cafe.change_role(ANNA, cafe.staff_id(MAX), manager=False)
    ticket = await the(cafe, ticket_id)
    assert (ticket.state, ticket.taken_by) == (TicketState.OPEN, None)
    assert chats(cafe, ScreenKind.TICKET, ticket_id) == [private(ANNA), private(MAX), private(ANNA)]
    await takes(cafe, ticket_id)


async def test_a_ticket_follows_its_customer_to_the_new_account(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 2)
    old = cafe.last_operation()
    ticket_id = await complains(cafe)
    await cafe.stamps(LEO, 1)
    new = cafe.last_operation()
    await cafe.move_account(ANNA, old, new, "lost", chat_id=private(ANNA), cause=None)
    await cafe.join(MIA)  # whoever has the lost account now
    await answers(cafe, "Sorry", 31, ticket_id=ticket_id)
    assert cafe.rows("SELECT chat_id FROM screens WHERE kind = 'answer'") == [(LEO.telegram_id,)]
    assert await writes(cafe, "thanks", 601, by=LEO) is Passed.WITH_MANAGERS
    assert await writes(cafe, "hello", 701, by=MIA) is Passed.PASSED_ON
    assert (await ReadTicket(cafe.database)(ticket_id)).customer_name == "Leo"


@pytest.mark.parametrize("person", [ANNA, MAX])
async def test_who_was_forgotten_is_nobody_any_more_and_gets_no_answer(cafe: Cafe, person: Person) -> None:
    ticket_id = await complains(cafe)
    await takes(cafe, ticket_id, by=person)
    await writes(cafe, "and cold", 502)
    await cafe.delivers_all()
    await ForgetPerson(cafe.database)(MIA)
    ticket = await the(cafe, ticket_id)
    assert (ticket.state, ticket.outcome) == (TicketState.CLOSED, None)
    facts = await ReadTicket(cafe.database)(ticket_id)
    assert (facts.former, facts.said) == (True, ())
    assert "Mia" not in facts.customer_name
    redrawn = "SELECT COUNT(*) FROM deliveries d JOIN screens s ON s.id = d.screen_id"
    assert cafe.number(f"{redrawn} WHERE d.state = 'pending' AND s.kind = 'ticket'") == 2
    with refused(CustomerGone()):
        await answers(cafe, "Sorry", 31, by=person, ticket_id=ticket_id)
    with refused(TicketOver()):
        await CloseTicket(cafe.database)(person, ticket_id, TicketOutcome.PUT_RIGHT)
