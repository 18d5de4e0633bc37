"""The one question of a customer's day: whatever asks them something takes it, or leaves them alone.

Not here: questions under a receipt (asking.py), and when anything is due (planners).
"""

from collections.abc import Callable
from typing import Final

from loyalty.days import day_of
from loyalty.ids import CustomerId, QuestionId
from loyalty.ports import Transaction
from loyalty.questions import QuestionKind
from loyalty.runs import Recipient

ASKED: Final = "asked"
"""Why somebody was skipped: they are asked something else on this day."""


def ask_today(tx: Transaction, recipient: Recipient, keep: Callable[[QuestionId], None]) -> str | None:
    """This message asks the one question of today, which `keep` writes; answers why not, if it is another.

    What it had taken on another day, on which it did not arrive, is free again.
    """
    before = _find_taken(tx, recipient)
    question_id = _take(tx, recipient.customer_id, before)
    if question_id is None:
        return ASKED
    keep(question_id)
    if before is not None and before != question_id:
        tx.questions.take_back(before)
    return None


def asks_today(tx: Transaction, recipient: Recipient) -> bool:
    """Whether today's question is this one: the bot may have been away since it took its day."""
    taken = _find_taken(tx, recipient)
    return taken is not None and _is_today(tx, taken)


def _find_taken(tx: Transaction, recipient: Recipient) -> QuestionId | None:
    invitation, answer = tx.invitations.find(recipient.id), tx.own_answers.find(recipient.id)
    if invitation is not None:
        return invitation.question_id
    return None if answer is None else answer.question_id


def _take(tx: Transaction, customer_id: CustomerId, before: QuestionId | None) -> QuestionId | None:
    if before is not None and _is_today(tx, before):
        return before
    today = day_of(tx.now, tx.programs.get_current().rules).date
    return tx.questions.ask(customer_id, QuestionKind.SURVEY, day=today, operation_id=None)


def _is_today(tx: Transaction, question_id: QuestionId) -> bool:
    question = tx.questions.find(question_id)
    return question is not None and question.day == day_of(tx.now, tx.programs.get_current().rules).date
