"""A manager's word: let it pass, or no.

Not here: the question, which comes as a screen (drawings/limit_lines.py).
"""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import callbacks
from handlers.drawings.counter_toasts import word_decided
from handlers.sending import answer_tap
from handlers.texts import Words
from loyalty.people import Person
from loyalty.use_cases.limits.approvals import DecideApproval


def create_router() -> Router:
    """One tap."""
    router = Router(name="staff.approval")
    router.callback_query.register(decide, callbacks.DecideApproval.filter())
    return router


async def decide(
    query: CallbackQuery, callback_data: callbacks.DecideApproval, person: Person, words: Words,
    decide_approval: DecideApproval,
) -> None:  # fmt: skip
    """What was decided, by whoever was first; all questions about it and the card are redrawn."""
    facts = await decide_approval(person, callback_data.approval_id, grant=callback_data.grant)
    await answer_tap(query, word_decided(facts, words))
