"""A low score and a complaint open a ticket, for managers alone; whatever its customer writes belongs to it.

Not here: what managers do about it (test_ticket_work.py), reminders and the list (test_ticket_lists.py), and
how it looks (tests/handlers/test_tickets.py).
"""

import asyncio

import pytest

from loyalty.deliveries import ScreenKind
from loyalty.ids import LetterId, MessageId
from loyalty.letters import Content, Passed
from loyalty.people import Cause
from loyalty.refusals import (
    IsComplaint,
    NotStaff,
    NotYourQuestion,
    OwnTicket,
    TicketOver,
)
from loyalty.tickets import TicketCause, TicketOutcome, TicketState
from loyalty.use_cases.customers.letters import AnswerLetter, IsInTalk, ReadLetter
from loyalty.use_cases.listening.complaining import Complain, MarkComplaint
from loyalty.use_cases.listening.reading_tickets import ReadTicket, ReadTickets
from tests.counter import ANNA, BEN, CARA, LEO, MAX, MIA, Cafe, private
from tests.refusing import refused
from tests.use_cases.tickets import (
    GROUP,
    a_writing,
    chats,
    complains,
    corrects,
    explains,
    has_readers,
    newest,
    scores,
    takes,
    the,
    writes,
)


@pytest.fixture
async def cafe(cafe: Cafe) -> Cafe:
    """With a manager besides the owner, and a staff chat."""
    await has_readers(cafe)
    return cafe


@pytest.mark.parametrize(
    ("score", "aspect", "cause"),
    [
        (0, None, TicketCause.DETRACTOR),
        (6, None, TicketCause.DETRACTOR),
        (7, None, None),
        (1, 2, TicketCause.ASPECT),
        (2, 2, TicketCause.ASPECT),
        (3, 2, None),
    ],
)
async def test_a_low_score_opens_a_ticket_for_managers_and_owners_alone(
    cafe: Cafe, score: int, aspect: int | None, cause: TicketCause | None
) -> None:
    await scores(cafe, score, aspect=aspect)
    assert cafe.rows("SELECT cause FROM tickets") == ([(cause.value,)] if cause else [])
    if cause is not None:
        assert chats(cafe, ScreenKind.TICKET, newest(cafe)) == [private(ANNA), private(MAX)]


async def test_the_ticket_says_score_reason_visit_and_who_served(cafe: Cafe) -> None:
    recipient = await scores(cafe, 3)
    await explains(cafe, recipient, a_writing("Cold <i>coffee</i>", 77, by=MIA))
    facts = await ReadTicket(cafe.database)(newest(cafe))
    assert facts.given is not None
    assert facts.visit is not None
    assert (facts.given.score, facts.given.reason) == (3, "Cold <i>coffee</i>")
    assert (facts.visit.served_by, facts.visit.visit.stamps, facts.customer_name) == ("Ben", 1, "Mia")
    assert facts.said == []


async def test_a_score_that_is_noted_again_is_one_ticket(cafe: Cafe) -> None:
    recipient = await scores(cafe, 3)
    await asyncio.gather(*(corrects(cafe, recipient, 2) for _ in range(3)))
    assert cafe.number("SELECT COUNT(*) FROM tickets") == 1
    assert chats(cafe, ScreenKind.TICKET, newest(cafe)) == [private(ANNA), private(MAX)]


async def test_a_score_that_is_corrected_closes_what_nobody_took_and_opens_it_again(cafe: Cafe) -> None:
    recipient = await scores(cafe, 3)
    await corrects(cafe, recipient, 9)
    ticket = await the(cafe, newest(cafe))
    assert (ticket.state, ticket.outcome) == (TicketState.CLOSED, TicketOutcome.CORRECTED)
    with refused(TicketOver()):
        await takes(cafe, ticket.id)
    await corrects(cafe, recipient, 4)
    assert (await the(cafe, ticket.id)).state is TicketState.OPEN
    await takes(cafe, ticket.id)
    await corrects(cafe, recipient, 9)
    assert (await the(cafe, ticket.id)).state is TicketState.TAKEN


async def test_of_a_score_that_was_corrected_managers_read_no_name_and_nothing_of_the_answer(
    cafe: Cafe,
) -> None:
    recipient = await scores(cafe, 3)
    await corrects(cafe, recipient, 9)
    await explains(cafe, recipient, a_writing("The baker", 77, by=MIA))
    facts = await ReadTicket(cafe.database)(newest(cafe))
    assert (facts.customer_name, facts.given, facts.visit, facts.said) == ("", None, None, ())
    page = await ReadTickets(cafe.database)(ANNA)
    assert (page.tickets, page.waiting, page.live, page.pages) == ([], 0, 0, 1)
    await corrects(cafe, recipient, 2)
    again = await ReadTicket(cafe.database)(newest(cafe))
    assert (again.customer_name, again.given and again.given.reason) == ("Mia", "The baker")


@pytest.mark.parametrize("content", [Content.VOICE, Content.PHOTO])
async def test_a_spoken_or_shown_reason_is_passed_on_once_to_managers_alone(
    cafe: Cafe, content: Content
) -> None:
    recipient = await scores(cafe, 3)
    for _ in range(2):
        await explains(cafe, recipient, a_writing("", 78, by=MIA, content=content))
    assert chats(cafe, ScreenKind.LETTER, 1) == [private(ANNA), private(MAX)]
    assert cafe.rows("SELECT content, ticket_id FROM letters") == [(content.value, newest(cafe))]
    await writes(cafe, "and cold", 502)
    facts = await ReadTicket(cafe.database)(newest(cafe))
    assert facts.given is not None
    assert (facts.given.content, [one.text for one in facts.said]) == (content, ["and cold"])


@pytest.mark.parametrize("content", [Content.VOICE, Content.PHOTO])
async def test_what_was_spoken_or_shown_before_the_score_fell_comes_with_the_ticket(
    cafe: Cafe, content: Content
) -> None:
    recipient = await scores(cafe, 9)
    await explains(cafe, recipient, a_writing("", 78, by=MIA, content=content))
    assert not cafe.rows("SELECT * FROM letters")
    for score in (2, 8, 3):
        await corrects(cafe, recipient, score)
        assert chats(cafe, ScreenKind.LETTER, 1) == [private(ANNA), private(MAX)]
        assert cafe.rows("SELECT content, ticket_id FROM letters") == [(content.value, newest(cafe))]


async def test_a_recording_names_nobody_once_the_score_was_corrected(cafe: Cafe) -> None:
    recipient = await scores(cafe, 3)
    await explains(cafe, recipient, a_writing("", 78, by=MIA, content=Content.VOICE))
    read = ReadLetter(cafe.database)
    for score, corrected in ((9, True), (2, False)):
        await cafe.delivers_all()
        await corrects(cafe, recipient, score)
        assert (await read(LetterId(1))).corrected is corrected
        redrawn = cafe.number(
            "SELECT COUNT(*) FROM deliveries d JOIN screens s ON s.id = d.screen_id"
            " WHERE s.kind = 'letter' AND d.state = 'pending'"
        )
        assert redrawn == 2


async def test_what_was_spoken_while_the_score_was_corrected_comes_when_it_falls_again(cafe: Cafe) -> None:
    recipient = await scores(cafe, 3)
    await corrects(cafe, recipient, 9)
    await explains(cafe, recipient, a_writing("", 78, by=MIA, content=Content.VOICE))
    assert not cafe.rows("SELECT * FROM letters")
    await corrects(cafe, recipient, 2)
    assert chats(cafe, ScreenKind.LETTER, 1) == [private(ANNA), private(MAX)]


async def test_a_practice_customer_opens_none(cafe: Cafe) -> None:
    recipient = await scores(cafe, 9)
    with cafe.raw() as connection:  # nobody who practises is ever asked
        connection.execute("UPDATE customers SET practice = 1 WHERE name = 'Mia'")
    await corrects(cafe, recipient, 2)
    assert cafe.rows("SELECT * FROM tickets") == []


async def test_a_manager_is_not_shown_their_own_and_can_not_take_it(cafe: Cafe) -> None:
    await complains(cafe, by=MAX)
    assert chats(cafe, ScreenKind.TICKET, newest(cafe)) == [private(ANNA)]
    with refused(OwnTicket()):
        await takes(cafe, newest(cafe), by=MAX)


async def test_a_letter_becomes_a_complaint_by_whoever_wrote_it(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    assert chats(cafe, ScreenKind.LETTER, 1) == [GROUP], "a text is in the ticket's message"
    assert chats(cafe, ScreenKind.TICKET, ticket_id) == [private(ANNA), private(MAX)]
    facts = await ReadTicket(cafe.database)(ticket_id)
    assert [(one.by, one.text) for one in facts.said] == [("", "The milk was sour")]


async def test_a_complaint_says_the_last_visit_before_it_and_who_served(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 2)
    cafe.later(days=1)
    await cafe.stamps(MIA, 1, by=CARA)
    last = cafe.number("SELECT MAX(id) FROM visits")
    cafe.later(days=29)
    read = ReadTicket(cafe.database)
    ticket_id = await complains(cafe)
    cafe.later(hours=1)
    await cafe.stamps(MIA, 1)
    seen = (await read(ticket_id)).visit
    assert seen is not None
    assert (seen.visit.id, seen.served_by) == (last, "Cara")
    await cafe.stamps(LEO, 1)
    cafe.later(days=31)
    assert (await read(await complains(cafe, number=601, by=LEO))).visit is None


async def test_a_complaint_says_what_was_written_before_it_in_both_directions(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await cafe.join(LEO)
    await writes(cafe, "Long ago", 501)
    cafe.later(hours=49)
    await writes(cafe, "Somebody else's", 401, by=LEO)
    await writes(cafe, "Was that oat milk?", 502)
    await cafe.delivers_all()
    query = "SELECT MAX(message_id) FROM screens WHERE kind = 'letter'"
    asked = MessageId(cafe.number(query))
    await AnswerLetter(cafe.database)(BEN, GROUP, asked, a_writing("No", 31, by=BEN))
    await writes(cafe, "Then I am ill now", 503)
    await cafe.delivers_all()
    await Complain(cafe.database)(MIA, Cause(private(MIA), MessageId(503)))
    said = (await ReadTicket(cafe.database)(newest(cafe))).said
    assert [(one.by, one.text) for one in said] == [
        ("", "Was that oat milk?"),
        ("Ben", "No"),
        ("", "Then I am ill now"),
    ]
    assert cafe.number("SELECT COUNT(*) FROM letters WHERE ticket_id IS NOT NULL") == 1, (
        "the rest stays there"
    )


async def test_a_picture_that_is_a_complaint_is_passed_on_too(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await writes(cafe, "look", 501, content=Content.PHOTO)
    await MarkComplaint(cafe.database)(BEN, LetterId(1))
    assert chats(cafe, ScreenKind.LETTER, 1) == [GROUP, private(ANNA), private(MAX)]


async def test_customer_and_staff_may_say_at_once_that_it_is_one(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await writes(cafe, "sour", 501)
    cause = Cause(private(MIA), MessageId(501))
    said = [Complain(cafe.database)(MIA, cause) for _ in range(3)]
    marked = [MarkComplaint(cafe.database)(one, LetterId(1)) for one in (BEN, CARA, ANNA)]
    assert await asyncio.gather(*said, *marked) == [True] * 6
    assert cafe.number("SELECT COUNT(*) FROM tickets") == 1
    assert len(chats(cafe, ScreenKind.TICKET, newest(cafe))) == 2


async def test_nobody_else_says_so(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await cafe.join(LEO)
    await writes(cafe, "sour", 501)
    with refused(NotYourQuestion()):
        await Complain(cafe.database)(LEO, Cause(private(MIA), MessageId(501)))
    with refused(NotYourQuestion()):
        await Complain(cafe.database)(MIA, Cause(private(MIA), MessageId(999)))
    with refused(NotStaff()):
        await MarkComplaint(cafe.database)(LEO, LetterId(1))
    assert cafe.rows("SELECT * FROM tickets") == []


async def test_a_complaint_is_answered_by_managers_and_not_where_it_was_shown(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await writes(cafe, "sour", 501)
    await cafe.delivers_all()
    query = "SELECT message_id FROM screens WHERE kind = 'letter' AND chat_id = ?"
    letter = MessageId(cafe.number(query, GROUP))
    await MarkComplaint(cafe.database)(BEN, LetterId(1))
    for person in (BEN, ANNA):
        with refused(IsComplaint()):
            writing = a_writing("so what", 30, by=person)
            await AnswerLetter(cafe.database)(person, GROUP, letter, writing)
    assert cafe.rows("SELECT * FROM letters WHERE staff_id IS NOT NULL") == []


async def test_what_they_write_while_it_lasts_goes_to_whoever_has_it(cafe: Cafe) -> None:
    ticket_id = await complains(cafe)
    assert await writes(cafe, "and cold", 502) is Passed.WITH_MANAGERS
    assert chats(cafe, ScreenKind.LETTER, 2) == [private(ANNA), private(MAX)]
    await takes(cafe, ticket_id, by=MAX)
    await writes(cafe, "hello?", 503, content=Content.TEXT)
    assert chats(cafe, ScreenKind.LETTER, 3) == [private(MAX)]
    assert await IsInTalk(cafe.database)(MIA)
    facts = await ReadTicket(cafe.database)(ticket_id)
    assert [one.text for one in facts.said] == ["The milk was sour", "and cold", "hello?"]


async def test_a_further_complaint_joins_the_open_one(cafe: Cafe) -> None:
    await scores(cafe, 2)
    await writes(cafe, "and the chair", 502)
    assert await Complain(cafe.database)(MIA, Cause(private(MIA), MessageId(502)))
    assert cafe.number("SELECT COUNT(*) FROM tickets") == 1


async def test_an_older_letter_of_theirs_joins_it_too_when_staff_say_so(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await writes(cafe, "first", 501)
    await writes(cafe, "second", 502)
    await MarkComplaint(cafe.database)(BEN, LetterId(2))
    await MarkComplaint(cafe.database)(BEN, LetterId(1))
    assert cafe.rows("SELECT ticket_id FROM letters ORDER BY id") == [(1,), (1,)]
    assert chats(cafe, ScreenKind.LETTER, 1) == [GROUP, private(ANNA), private(MAX)]


async def test_in_a_cafe_whose_only_manager_is_the_customer_nobody_can_take_care(cafe: Cafe) -> None:
    cafe.removes(MAX)
    await cafe.card(ANNA)
    await writes(cafe, "The milk was sour", 501, by=ANNA)
    assert not await Complain(cafe.database)(ANNA, Cause(private(ANNA), MessageId(501)))
    assert cafe.rows("SELECT * FROM tickets") == []
