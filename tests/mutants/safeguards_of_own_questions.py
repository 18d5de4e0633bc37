"""Safeguards of the owner's own question: one answer each, counted honestly, and nobody reads whose it is.

Not here: who may be written to at all (safeguards_of_wishes.py).
"""

from tests.mutants.mutation import Mutation

_OWN = ("tests/use_cases/test_own_questions.py",)
_ANSWERS = ("tests/handlers/test_own_answers.py",)
_SCREENS = ("tests/handlers/test_own_questions.py",)
_ANSWERING = "loyalty/use_cases/listening/own_answers.py"
_PLANNER = "loyalty/use_cases/campaigns/planners/own_questions.py"
_ROWS = "storage/own_answers.py"

OWN_QUESTIONS = (
    Mutation(
        "one row holds two answers",
        "storage/migrations/sqlite/0014_own_questions.sql",
        "(text IS NOT NULL) = (answered_at IS NOT NULL)",
        "(text IS NOT NULL) >= 0",
        ("tests/storage/test_constraints_of_own_answers.py",),
    ),
    Mutation(
        "an own question's answer changes for ever",
        "loyalty/own_questions.py",
        "self.answered_at is None or now < self.answered_at + CORRECTION",
        "True",
        _OWN,
    ),
    Mutation(
        "an own question is answered for somebody else",
        _ANSWERING,
        "if follow_moves(tx, recipient.customer_id) != customer.id:",
        "if not follow_moves(tx, recipient.customer_id):",
        _OWN,
    ),
    Mutation(
        "an own question that is closed is answered",
        _ANSWERING,
        "        if self.until is None:\n            return QuestionOver()\n",
        "",
        _OWN,
    ),
    Mutation(
        "practice answers an own question",
        _ROWS,
        "AND c.practice = 0\n            WHERE r.campaign_id = :campaign\n              AND (r.state",
        "\n            WHERE r.campaign_id = :campaign\n              AND (r.state",
        _OWN,
    ),
    Mutation(
        "whom an own question never reached counts as asked",
        _ROWS,
        "              AND (r.state IN ('sent', 'unknown') OR a.answered_at IS NOT NULL)\n",
        "",
        _OWN,
    ),
    Mutation(
        "who was forgotten counts in an own question",
        "storage/traces.py",
        "DELETE FROM own_answers WHERE recipient_id IN",
        "UPDATE own_answers SET text = '' WHERE text IS NOT NULL AND recipient_id IN",
        _OWN,
    ),
    Mutation(
        "a barista reads what was answered to an own question",
        "loyalty/use_cases/listening/own_questions.py",
        "    require_owner(tx, person)\n    campaign = tx.campaigns.find(campaign_id)\n",
        "    campaign = tx.campaigns.find(campaign_id)\n",
        _SCREENS,
    ),
    Mutation(
        "a reply to anything is the answer to an own question",
        _ROWS,
        "WHERE d.chat_id = :chat AND d.message_id = :message",
        "WHERE d.chat_id = :chat",
        _ANSWERS,
    ),
    Mutation(
        "whatever somebody writes is the answer to an own question",
        "handlers/customer/own_questions.py",
        "        if asked is None or asked.from_user is None or asked.from_user.id != bot.id:\n",
        "        if asked is None:\n            return True\n        if asked.from_user is None:\n",
        _ANSWERS,
    ),
    Mutation(
        "two questions reach a customer on one day",
        "storage/questions.py",
        "customer_id IN {OF_CUSTOMER} AND day = :day",
        "customer_id = :customer AND day < :day",
        _OWN,
    ),
    Mutation(
        "a question that comes a day late comes beside another one",
        "loyalty/use_cases/campaigns/day_questions.py",
        "return taken is not None and _is_today(tx, taken)",
        "return taken is not None",
        _OWN,
    ),
    Mutation(
        "who was asked today is counted on the last button",
        "loyalty/use_cases/campaigns/draft_reading.py",
        "asks_on=_asks_on(tx, draft))\n\n\ndef _asks_on",
        "asks_on=None)\n\n\ndef _asks_on",
        _OWN,
    ),
    Mutation(
        "an own question that was closed asks on",
        _PLANNER,
        "return open_until(tx, tx.campaigns.get(recipient.campaign_id)) is not None",
        "return True",
        _OWN,
    ),
    Mutation(
        "an own question needs no leave and has no cap",
        "loyalty/campaigns.py",
        "    CampaignKind.OWN_QUESTION: Purpose.SURVEYS,\n",
        "    CampaignKind.OWN_QUESTION: None,\n",
        _OWN,
    ),
    Mutation(
        "two own questions run at once",
        "loyalty/use_cases/campaigns/launching.py",
        "    require_may_run(tx, campaign)\n",
        "",
        _OWN,
    ),
)
