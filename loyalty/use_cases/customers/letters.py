"""Letters between customers and people of the cafe, passed on in both directions.

Not here: short answers (answers.py), and how a letter looks (handlers).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from loyalty.deliveries import Delivery, Screen, ScreenKind
from loyalty.erasures import Carried
from loyalty.ids import ChatId, CustomerId, LetterId, MessageId, TelegramId
from loyalty.letters import HOUR, MOST_AN_HOUR, TALK, Letter, LetterFacts, Passed, Reply, Writing
from loyalty.notices import AnswerLost
from loyalty.people import Cause, Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.refusals import CustomerGone, IsComplaint, LetterOver, Refused, TooManyLetters
from loyalty.use_cases.corrections.record import follow_moves
from loyalty.use_cases.listening.opening_tickets import add_to_ticket
from loyalty.use_cases.listening.same_customer import find_talk
from loyalty.use_cases.listening.ticket_places import find_recording
from loyalty.use_cases.listening.ticket_work import answer_ticket, take_answer_back
from loyalty.use_cases.staff.authority import require_staff


@dataclass(frozen=True, slots=True)
class WriteLetter:
    """A customer writes something that only a person can answer."""

    database: Database

    async def __call__(self, person: Person, writing: Writing) -> Passed:
        """What became of it. More than twenty an hour are not passed on, and that is remembered."""
        return await self.database.write(lambda tx: _write(tx, person, writing))


@dataclass(frozen=True, slots=True)
class AnswerLetter:
    """Somebody of the cafe replies to a letter."""

    database: Database

    async def __call__(self, person: Person, shown_in: ChatId, shown_as: MessageId, writing: Writing) -> bool:
        """The answer is on its way, and the letter says who gave it; whether it came after the complaint was
        closed that it is about. `shown_as`: the message replied to, a letter or an unhappy customer's ticket.

        Raises Refused: NotStaff, NobodyOnShift, LetterOver, CustomerGone, IsComplaint, NotManager,
        TicketTaken, TicketOver, OwnTicket.
        """

        def body(tx: Transaction) -> bool:
            staff = require_staff(tx, person)
            letter_id = tx.letters.find_shown_at(shown_in, shown_as)
            ticket_id = tx.tickets.find_shown_at(shown_in, shown_as)
            if letter_id is not None:
                ticket_id = tx.letters.get(letter_id).ticket_id
            if ticket_id is not None:
                if shown_in < 0:
                    raise Refused(IsComplaint())
                return answer_ticket(tx, person, ticket_id, writing, letter_id=letter_id)
            if letter_id is None:
                raise Refused(LetterOver())
            _answer(tx, staff, letter_id, writing)
            return False

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class IsLetter:
    """Whether a message of ours is a customer's letter or ticket, so that a reply to it is for them."""

    database: Database

    async def __call__(self, chat_id: ChatId, message_id: MessageId) -> bool:
        """One look by the chat."""

        def body(tx: Transaction) -> bool:
            if tx.letters.find_shown_at(chat_id, message_id) is not None:
                return True
            return tx.tickets.find_shown_at(chat_id, message_id) is not None

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class IsInTalk:
    """Whether somebody of the cafe has answered a customer lately: then they talk with a person."""

    database: Database

    async def __call__(self, person: Person) -> bool:
        """False for who has no card."""

        def body(tx: Transaction) -> bool:
            customer = tx.people.find_customer(person.telegram_id)
            if customer is None:
                return False
            return find_talk(tx, customer.id) is not None or _is_in_talk(tx, customer.id)

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class IsOwnTalk:
    """Whether a message of ours answers somebody as an unhappy customer, so that a reply to it is theirs,
    also when they work here.
    """

    database: Database

    async def __call__(self, person: Person, chat_id: ChatId, message_id: MessageId) -> bool:
        """False once nobody listens any more."""

        def body(tx: Transaction) -> bool:
            customer = tx.people.find_customer(person.telegram_id)
            if customer is None or not tx.letters.is_ticket_answer(chat_id, message_id):
                return False
            return find_talk(tx, customer.id) is not None

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class ReadLetter:
    """What the message of a letter, or of an answer, shows."""

    database: Database

    async def __call__(self, letter_id: LetterId) -> LetterFacts:
        """The letter's facts now."""
        return await self.database.read(lambda tx: _facts(tx, letter_id))


def note_answer_lost(tx: Transaction, delivery: Delivery, *, unreachable: bool, error: str) -> None:
    """An answer will never arrive: who gave it is told, and the letter says so. Others mean nothing here."""
    screen = delivery.content
    if not isinstance(screen, Screen) or screen.kind is not ScreenKind.ANSWER:
        return
    answer = tx.letters.get(LetterId(screen.subject_id))
    if unreachable:
        tx.people.mark_unreachable(answer.customer_id, error)
    if answer.answers is not None:
        tx.deliveries.redraw(answer.answers, ScreenKind.LETTER)
    if answer.ticket_id is not None:
        take_answer_back(tx, answer.ticket_id)
    if answer.written_in is not None:
        tx.deliveries.add_notice(AnswerLost(), answer.written_in, key=f"answer-lost:{answer.id}")


def pass_to_managers(tx: Transaction, customer_id: CustomerId, writing: Writing) -> Passed | None:
    """What somebody writes of whom managers take care goes to those alone; None: nobody does, and it went
    nowhere.
    """
    ticket = find_talk(tx, customer_id)
    if ticket is None:
        return None
    if _is_known(tx, writing):
        return Passed.WITH_MANAGERS
    if _has_written_enough(tx, customer_id):
        return Passed.ENOUGH
    add_to_ticket(tx, ticket, customer_id, writing)
    return Passed.WITH_MANAGERS


def times_written(tx: Transaction, customer_id: CustomerId) -> Sequence[datetime]:
    """When a customer wrote in the last hour, before being forgotten too."""
    carried = (tx.people.find_carried(customer_id) or Carried()).letters_at
    before = [at for at in carried if tx.now - HOUR < at <= tx.now]
    return [*before, *tx.letters.times_written(customer_id, since=tx.now - HOUR)]


def _write(tx: Transaction, person: Person, writing: Writing) -> Passed:
    customer = tx.people.find_customer(person.telegram_id)
    if customer is None:
        return Passed.STRANGER
    with_managers = pass_to_managers(tx, customer.id, writing)
    if with_managers is not None:
        return with_managers
    passed = Passed.IN_TALK if _is_in_talk(tx, customer.id) else Passed.PASSED_ON
    if _is_known(tx, writing):
        return passed
    if _has_written_enough(tx, customer.id):
        return Passed.ENOUGH
    places = _find_places(tx)
    if not places:
        return Passed.NOBODY_THERE
    letter_id = tx.letters.add(customer.id, writing)
    for chat_id in places:
        tx.deliveries.add_screen(ScreenKind.LETTER, letter_id, chat_id)
    return passed


def _is_known(tx: Transaction, writing: Writing) -> bool:
    return tx.letters.find_caused_by(Cause(writing.chat_id, writing.message_id)) is not None


def _has_written_enough(tx: Transaction, customer_id: CustomerId) -> bool:
    """For this hour; that is remembered."""
    if len(times_written(tx, customer_id)) < MOST_AN_HOUR:
        return False
    if not tx.refusals.was_told(TooManyLetters, customer_id, since=tx.now - HOUR):
        tx.refusals.add(TooManyLetters(MOST_AN_HOUR), staff_id=None, customer_id=customer_id)
    return True


def _find_places(tx: Transaction) -> Sequence[ChatId]:
    """Who reads letters: the staff chat, else the owners."""
    bound = tx.staff_chats.find_bound()
    if bound is not None:
        return [bound.chat_id]
    return [ChatId(owner.telegram_id) for owner in tx.people.find_owners()]


def _is_in_talk(tx: Transaction, customer_id: CustomerId) -> bool:
    last = tx.letters.find_last_answer(customer_id)
    return last is not None and tx.now < last.created_at + TALK


def _answer(tx: Transaction, staff: StaffMember, letter_id: LetterId, writing: Writing) -> None:
    letter = tx.letters.get(letter_id)
    customer_id = follow_moves(tx, letter.customer_id)
    telegram_id: TelegramId | None = tx.people.find_telegram_id(customer_id)
    if telegram_id is None:
        raise Refused(CustomerGone())
    if tx.letters.find_caused_by(Cause(writing.chat_id, writing.message_id)) is not None:
        return
    answer_id = tx.letters.add(customer_id, writing, staff_id=staff.id, answers=letter_id)
    tx.deliveries.add_screen(ScreenKind.ANSWER, answer_id, ChatId(telegram_id))
    tx.deliveries.redraw(letter_id, ScreenKind.LETTER)


def _facts(tx: Transaction, letter_id: LetterId) -> LetterFacts:
    letter = tx.letters.get(letter_id)
    customer = tx.people.get_customer(letter.customer_id)
    return LetterFacts(
        letter=letter,
        customer_name=customer.name,
        staff_name="" if letter.staff_id is None else tx.people.get_staff(letter.staff_id).name,
        former=customer.former,
        replies=[
            Reply(tx.people.get_staff(one.staff_id).name, tx.letters.is_lost(one.id))
            for one in tx.letters.find_answers(letter_id)
            if one.staff_id is not None
        ],
        corrected=_is_of_corrected(tx, letter),
    )


def _is_of_corrected(tx: Transaction, letter: Letter) -> bool:
    ticket = None if letter.ticket_id is None else tx.tickets.get(letter.ticket_id)
    return ticket is not None and ticket.corrected and find_recording(tx, ticket) == letter.id
