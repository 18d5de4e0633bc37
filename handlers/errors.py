"""Refusals in words: one sentence why, one what to do.

Each noun's words stand in a module of its own: counter_errors.py (codes, visits, limits, rewards),
bill_errors.py, collect_errors.py, correction_errors.py, staff_errors.py, rule_errors.py, chat_errors.py,
paper_errors.py, gift_errors.py, wish_errors.py, run_errors.py, draft_errors.py, survey_errors.py,
own_question_errors.py, ticket_errors.py.
Not here: errors of ours, which are logged and shown as a reference (bot/).
"""

from typing import assert_never

from handlers.bill_errors import word_bill_refusal
from handlers.chat_errors import word_chat_refusal
from handlers.collect_errors import word_collect_refusal
from handlers.correction_errors import word_correction_refusal
from handlers.counter_errors import (
    word_code_refusal,
    word_limit_refusal,
    word_reward_refusal,
    word_visit_refusal,
)
from handlers.draft_errors import word_draft_refusal
from handlers.gift_errors import word_gift_refusal
from handlers.own_question_errors import word_own_question_refusal
from handlers.paper_errors import word_paper_refusal
from handlers.rule_errors import word_rule_refusal
from handlers.run_errors import word_run_refusal
from handlers.staff_errors import word_staff_refusal
from handlers.survey_errors import word_survey_refusal
from handlers.texts import Words
from handlers.ticket_errors import word_ticket_refusal
from handlers.wish_errors import word_wish_refusal
from loyalty.refusals import (
    BillRefusal,
    ChatRefusal,
    CodeRefusal,
    CollectRefusal,
    CorrectionRefusal,
    DraftRefusal,
    GiftRefusal,
    LimitRefusal,
    NobodyOnShift,
    NotManager,
    NotOwner,
    NotStaff,
    OwnPhoneOnly,
    OwnQuestionRefusal,
    PaperRefusal,
    Refusal,
    RewardRefusal,
    RightsRefusal,
    RuleRefusal,
    RunRefusal,
    StaffRefusal,
    SurveyRefusal,
    TicketRefusal,
    VisitRefusal,
    WishRefusal,
)


def word_refusal(refusal: Refusal, words: Words) -> str:
    """Why something can't be done, and what to do: plain text, fit for a toast."""
    if isinstance(refusal, RightsRefusal):
        return word_rights_refusal(refusal, words)
    if isinstance(refusal, CodeRefusal):
        return word_code_refusal(refusal, words)
    if isinstance(refusal, VisitRefusal):
        return word_visit_refusal(refusal, words)
    if isinstance(refusal, BillRefusal):
        return word_bill_refusal(refusal, words)
    if isinstance(refusal, LimitRefusal):
        return word_limit_refusal(refusal, words)
    if isinstance(refusal, RewardRefusal):
        return word_reward_refusal(refusal, words)
    if isinstance(refusal, CorrectionRefusal):
        return word_correction_refusal(refusal, words)
    if isinstance(refusal, PaperRefusal):
        return word_paper_refusal(refusal, words)
    if isinstance(refusal, StaffRefusal):
        return word_staff_refusal(refusal, words)
    if isinstance(refusal, RuleRefusal):
        return word_rule_refusal(refusal, words)
    if isinstance(refusal, ChatRefusal):
        return word_chat_refusal(refusal, words)
    if isinstance(refusal, CollectRefusal):
        return word_collect_refusal(refusal, words)
    if isinstance(refusal, GiftRefusal):
        return word_gift_refusal(refusal, words)
    if isinstance(refusal, WishRefusal):
        return word_wish_refusal(refusal, words)
    if isinstance(refusal, DraftRefusal):
        return word_draft_refusal(refusal, words)
    if isinstance(refusal, RunRefusal):
        return word_run_refusal(refusal, words)
    if isinstance(refusal, TicketRefusal):
        return word_ticket_refusal(refusal, words)
    if isinstance(refusal, OwnQuestionRefusal):
        return word_own_question_refusal(refusal, words)
    if isinstance(refusal, SurveyRefusal):
        return word_survey_refusal(refusal, words)
    assert_never(refusal)


def word_rights_refusal(refusal: RightsRefusal, words: Words) -> str:
    """Why this person, or nobody at this till, may do it."""
    match refusal:
        case NotStaff():
            return words.plain("error-not-staff")
        case NotManager():
            return words.plain("error-not-manager")
        case NotOwner():
            return words.plain("error-not-owner")
        case NobodyOnShift():
            return words.plain("error-nobody-on-shift")
        case OwnPhoneOnly():
            return words.plain("error-own-phone")
        case _:
            assert_never(refusal)
