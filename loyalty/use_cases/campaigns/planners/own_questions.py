"""The owner's own question: let go by hand, to a segment; nobody is asked it beside another question.

Not here: letting it go (launching.py), and answering it (use_cases/listening/own_answers.py).
"""

from loyalty.days import day_of
from loyalty.ports import Transaction
from loyalty.runs import Recipient, RecipientState
from loyalty.use_cases.campaigns.planners.surveys import ASKED, claim_day
from loyalty.use_cases.listening.running_question import open_until


def ask(tx: Transaction, recipient: Recipient) -> str | None:
    """Claims the customer's day, and writes whom we ask; answers why not, if the day is taken.

    What was taken back for the night is handed over again, perhaps on another day.
    """
    before = tx.own_answers.find(recipient.id)
    question_id = claim_day(tx, recipient.customer_id, before.question_id if before is not None else None)
    if question_id is None:
        return ASKED
    tx.own_answers.invite(recipient.id, question_id)
    if before is not None and before.question_id != question_id:
        tx.questions.take_back(before.question_id)
    return None


def is_question_due(tx: Transaction, recipient: Recipient) -> bool:
    """As long as it can be answered, and the day's one question is this one."""
    if open_until(tx, tx.campaigns.get(recipient.campaign_id)) is None:
        return False
    if recipient.state is RecipientState.WAITING:  # the day is claimed when it is handed over
        return True
    answer = tx.own_answers.find(recipient.id)
    day = day_of(tx.now, tx.programs.get_current().rules).date
    today = tx.questions.find_on(recipient.customer_id, day)
    return answer is not None and today is not None and today.id == answer.question_id
