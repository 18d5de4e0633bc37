"""Asking beside the counter: a question under a visit's receipt, and its answer.

Not here: what is asked when (loyalty/questions.py), and the date itself (birthdays.py).
"""

from dataclasses import dataclass
from typing import assert_never

from loyalty.days import day_of
from loyalty.ids import CustomerId, OperationId, QuestionId
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.questions import Question, QuestionKind, QuestionState, next_question
from loyalty.refusals import NotForYou, Refused
from loyalty.use_cases.campaigns.birthdays import greets_birthdays
from loyalty.use_cases.house.screens import ReceiptFacts, receipt_of
from loyalty.wishes import Purpose, WishState, text_read


def ask_under(tx: Transaction, customer_id: CustomerId, operation_id: OperationId) -> None:
    """Ask under this receipt what is due; the database keeps it the only question of its day."""
    kind = next_question(tx.questions.find_before(customer_id), tx.now, greets=greets_birthdays(tx))
    if kind is not None:
        today = day_of(tx.now, tx.programs.get_current().rules).date
        tx.questions.ask(customer_id, kind, day=today, operation_id=operation_id)


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """A tap under a receipt: yes, or not."""

    database: Database

    async def __call__(
        self, person: Person, question_id: QuestionId, *, agreed: bool, language: str
    ) -> ReceiptFacts:
        """The receipt as it is then; a second tap changes nothing. `language`: in which it was read.

        Raises Refused(NotForYou).
        """

        def body(tx: Transaction) -> ReceiptFacts:
            question = _find(tx, person, question_id)
            state = QuestionState.ANSWERED if agreed else QuestionState.SKIPPED
            if tx.questions.settle(question_id, state):
                _write(tx, question, agreed=agreed, language=language)
            return receipt_of(tx, _receipt_under(question))

        return await self.database.write(body)


def _find(tx: Transaction, person: Person, question_id: QuestionId) -> Question:
    question = tx.questions.find(question_id)
    customer = tx.people.find_customer(person.telegram_id)
    if question is None or customer is None or question.customer_id != customer.id:
        raise Refused(NotForYou())
    return question


def _receipt_under(question: Question) -> OperationId:
    if question.operation_id is None:
        raise AssertionError(f"question {question.id} stands under no receipt, and was tapped there")
    return question.operation_id


def _write(tx: Transaction, question: Question, *, agreed: bool, language: str) -> None:
    match question.kind:
        case QuestionKind.OFFERS:
            state = WishState.GRANTED if agreed else WishState.REFUSED
            tx.wishes.keep(question.customer_id, Purpose.OFFERS, state, text_read(Purpose.OFFERS, language))
        case QuestionKind.BIRTHDAY:
            pass  # the date is the answer, and comes by itself
        case _:
            assert_never(question.kind)
