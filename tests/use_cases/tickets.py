"""Customers who are unhappy: low scores, complaints, and the screens on which managers see them.

Not here: tests, and who is asked when (listening.py).
"""

from loyalty.campaigns import AspectTerms, SurveyTerms
from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, MessageId, RecipientId, TicketId
from loyalty.letters import Content, Passed, Writing
from loyalty.people import Cause, Person
from loyalty.tickets import Ticket
from loyalty.use_cases.customers.letters import AnswerLetter, WriteLetter
from loyalty.use_cases.listening.answering import GiveReason, ScoreVisit
from loyalty.use_cases.listening.aspects import TakeAspectOff
from loyalty.use_cases.listening.complaining import Complain
from loyalty.use_cases.listening.switching import ReadListening
from loyalty.use_cases.listening.ticket_work import TakeTicket
from loyalty.use_cases.staff.staff_chats import BindStaffChat
from tests.counter import ANNA, MIA, Cafe, private
from tests.use_cases.listening import ASPECT, SURVEY, ListeningCafe

GROUP = ChatId(-4001)
"""The staff chat, in which baristas read letters."""


async def has_readers(cafe: Cafe) -> None:
    """A manager besides the owner, and a staff chat."""
    await cafe.hires_manager()
    await BindStaffChat(cafe.database)(ANNA, GROUP, title="Counter", administrator=True)


async def scores(cafe: Cafe, score: int, *, by: Person = MIA, aspect: int | None = None) -> RecipientId:
    """Somebody was served by Ben, is asked how likely they recommend us or about this aspect, and answers."""
    here = await ListeningCafe.open(cafe, at=cafe.clock.now())
    await here.asks(AspectTerms() if aspect else SurveyTerms())
    for one in (await ReadListening(cafe.database)(ANNA)).aspects if aspect else ():
        if one.id != aspect:
            await TakeAspectOff(cafe.database)(ANNA, one.id)
    [recipient] = await here.asks_all(by, kind=ASPECT if aspect else SURVEY)
    await corrects(cafe, recipient, score, by=by)
    return recipient


async def corrects(cafe: Cafe, recipient: RecipientId, score: int, *, by: Person = MIA) -> None:
    """They tap a score, and perhaps meant another one before."""
    await ScoreVisit(cafe.database)(by, recipient, score, chat_id=private(by))


async def explains(cafe: Cafe, recipient: RecipientId, writing: Writing) -> None:
    """They say why."""
    asked_by = await shown_as(cafe, ScreenKind.REASON, by=MIA, subject=recipient)
    await GiveReason(cafe.database)(MIA, asked_by, writing)


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
