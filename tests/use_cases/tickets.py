"""Customers who are unhappy: low scores, complaints, and the screens on which managers see them.

The answer to a question is written as rows: who asks, and when, is another matter. Not here: tests.
"""

from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, MessageId, RecipientId, TicketId
from loyalty.letters import Content, Passed, Writing
from loyalty.people import Cause, Person
from loyalty.tickets import Ticket
from loyalty.use_cases.customers.letters import AnswerLetter, WriteLetter
from loyalty.use_cases.listening.complaining import Complain
from loyalty.use_cases.listening.opening_tickets import note_reason, note_score
from loyalty.use_cases.listening.ticket_work import TakeTicket
from tests.counter import ANNA, MIA, Cafe, private
from tests.use_cases.posts import a_post, customer_of

_QUESTION = """
    INSERT INTO questions (id, customer_id, kind, day, state, asked_at)
    VALUES (?, ?, 'survey', ?, 'answered', 0)
"""
_INVITATION = """
    INSERT INTO invitations (recipient_id, customer_id, visit_id, location_id, aspect_id, question_id, visits,
                             invited_at)
    VALUES (?, ?, ?, 1, ?, ?, 3, 0)
"""


async def scores(cafe: Cafe, score: int, *, by: Person = MIA, aspect: int | None = None) -> RecipientId:
    """Somebody was served by Ben, and answers the question about it."""
    visit_id = await cafe.stamps(by, 1)
    [recipient] = await a_post(cafe, by)
    customer = await customer_of(cafe, by)
    with cafe.raw() as connection:
        connection.execute(_QUESTION, (1000 + recipient, customer, f"day {recipient}"))
        connection.execute(_INVITATION, (recipient, customer, visit_id, aspect, 1000 + recipient))
        connection.execute(
            "INSERT INTO responses (recipient_id, score, scored_at) VALUES (?, ?, 0)", (recipient, score)
        )
    await cafe.database.write(lambda tx: note_score(tx, recipient))
    return recipient


async def corrects(cafe: Cafe, recipient: RecipientId, score: int) -> None:
    """They meant another score."""
    with cafe.raw() as connection:
        connection.execute("UPDATE responses SET score = ? WHERE recipient_id = ?", (score, recipient))
    await cafe.database.write(lambda tx: note_score(tx, recipient))


async def explains(cafe: Cafe, recipient: RecipientId, writing: Writing) -> None:
    """They say why."""
    copied = writing.content.is_copied
    with cafe.raw() as connection:
        connection.execute(
            """
            UPDATE responses SET content = ?, reason = ?, media_chat = ?, media_message = ?, reason_at = 0
            WHERE recipient_id = ?
            """,
            (
                writing.content.value,
                writing.text,
                writing.chat_id if copied else None,
                writing.message_id if copied else None,
                recipient,
            ),
        )
    await cafe.database.write(lambda tx: note_reason(tx, recipient))


def a_writing(text: str, number: int, *, by: Person, content: Content = Content.TEXT) -> Writing:
    """What somebody writes in their own chat."""
    return Writing(content, text, private(by), MessageId(number))


async def writes(
    cafe: Cafe, text: str, number: int, *, by: Person = MIA, content: Content = Content.TEXT
) -> Passed:
    """A customer writes to the cafe."""
    return await WriteLetter(cafe.database)(by, a_writing(text, number, by=by, content=content))


async def complains(
    cafe: Cafe, text: str = "The milk was sour", number: int = 501, *, by: Person = MIA
) -> TicketId:
    """A customer writes, and says that it is a complaint."""
    await cafe.card(by)
    await writes(cafe, text, number, by=by)
    await Complain(cafe.database)(by, Cause(private(by), MessageId(number)))
    return newest(cafe)


async def answers(cafe: Cafe, text: str, number: int, *, by: Person = ANNA, ticket_id: TicketId) -> bool:
    """A manager replies to the ticket's message in the own chat."""
    shown = await shown_as(cafe, ScreenKind.TICKET, by=by, subject=ticket_id)
    return await AnswerLetter(cafe.database)(by, private(by), shown, a_writing(text, number, by=by))


async def shown_as(cafe: Cafe, kind: ScreenKind, *, by: Person, subject: int) -> MessageId:
    """The newest message that shows it in somebody's own chat, once it has arrived."""
    await cafe.delivers_all()
    query = "SELECT MAX(message_id) FROM screens WHERE kind = ? AND chat_id = ? AND subject_id = ?"
    return MessageId(cafe.number(query, kind, by.telegram_id, subject))


async def takes(cafe: Cafe, ticket_id: TicketId, *, by: Person = ANNA) -> str:
    """Somebody taps *I take care of it*; who has it then."""
    return (await TakeTicket(cafe.database)(by, ticket_id)).name


def newest(cafe: Cafe) -> TicketId:
    """The last one that was opened."""
    return TicketId(cafe.number("SELECT MAX(id) FROM tickets"))


def chats(cafe: Cafe, kind: ScreenKind, subject: int) -> list[ChatId]:
    """Where it is shown, each chat as often as it was sent there."""
    query = "SELECT chat_id FROM screens WHERE kind = ? AND subject_id = ? ORDER BY id"
    return [ChatId(int(str(row[0]))) for row in cafe.rows(query, kind, subject)]


async def the(cafe: Cafe, ticket_id: TicketId) -> Ticket:
    """A ticket as it is now."""
    return await cafe.database.read(lambda tx: tx.tickets.get(ticket_id))
