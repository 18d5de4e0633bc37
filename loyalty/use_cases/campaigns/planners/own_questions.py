"""The owner's own question: let go by hand, to a segment; nobody is asked it beside another question.

Not here: letting it go (launching.py), and answering it (use_cases/listening/own_answers.py).
"""

from loyalty.ports import Transaction
from loyalty.runs import Recipient
from loyalty.use_cases.campaigns.day_questions import ask_today
from loyalty.use_cases.listening.running_question import open_until


def ask(tx: Transaction, recipient: Recipient) -> str | None:
    """Takes the customer's day, and writes whom we ask; answers why not, if the day is taken."""
    return ask_today(tx, recipient, lambda question_id: tx.own_answers.invite(recipient.id, question_id))


def is_question_due(tx: Transaction, recipient: Recipient) -> bool:
    """As long as it can be answered. The day is taken by `ask`."""
    return open_until(tx, tx.campaigns.get(recipient.campaign_id)) is not None
