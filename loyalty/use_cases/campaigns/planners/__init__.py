"""The kinds of campaigns: when each goes out, and to whom; a module for each.

Not here: what all kinds have in common (planning.py).
"""

from collections.abc import Callable, Mapping
from typing import Final

from loyalty.campaigns import Campaign, CampaignKind
from loyalty.ids import CustomerId
from loyalty.ports import Transaction
from loyalty.runs import Recipient, Run
from loyalty.use_cases.campaigns.planners.birthdays import (
    BirthdayPlanner,
    give_before_greeting,
    is_greeting_due,
)
from loyalty.use_cases.campaigns.planners.broadcast import BroadcastPlanner
from loyalty.use_cases.campaigns.planners.own_questions import ask, is_question_due
from loyalty.use_cases.campaigns.planners.recurring import RecurringPlanner
from loyalty.use_cases.campaigns.planners.reminders import ReminderPlanner, is_reminder_due
from loyalty.use_cases.campaigns.planners.surveys import (
    AspectPlanner,
    SurveyPlanner,
    invite,
    is_survey_due,
)
from loyalty.use_cases.campaigns.planners.welcome import WelcomePlanner, is_welcome_due
from loyalty.use_cases.campaigns.planners.win_back import WinBackPlanner, is_win_back_due
from loyalty.use_cases.campaigns.planning import Planner

PLANNERS: Final[Mapping[CampaignKind, Planner]] = {
    CampaignKind.BROADCAST: BroadcastPlanner(),
    CampaignKind.RECURRING: RecurringPlanner(),
    CampaignKind.BIRTHDAY: BirthdayPlanner(),
    CampaignKind.WELCOME: WelcomePlanner(),
    CampaignKind.WIN_BACK: WinBackPlanner(),
    CampaignKind.REMINDER: ReminderPlanner(),
    CampaignKind.SURVEY: SurveyPlanner(),
    CampaignKind.ASPECT: AspectPlanner(),
    CampaignKind.OWN_QUESTION: BroadcastPlanner(),
}
"""What decides for each kind. Milestones have no times: a receipt tells them (receipt_greetings.py)."""
GIVEN_BEFORE: Final[Mapping[CampaignKind, Callable[[Transaction, Campaign, Run, CustomerId], None]]] = {
    CampaignKind.BIRTHDAY: give_before_greeting,
}
"""What is written together with somebody's recipient, right before it."""
WRITTEN_ON_THE_WAY: Final[Mapping[CampaignKind, Callable[[Transaction, Recipient], str | None]]] = {
    CampaignKind.SURVEY: invite,
    CampaignKind.ASPECT: invite,
    CampaignKind.OWN_QUESTION: ask,
}
"""What is written when somebody's message is handed to the sender, and once more when it goes out on another
day than it was handed over; answers why they get none after all.
"""
STILL_DUE: Final[Mapping[CampaignKind, Callable[[Transaction, Recipient], bool]]] = {
    CampaignKind.BIRTHDAY: is_greeting_due,
    CampaignKind.WELCOME: is_welcome_due,
    CampaignKind.WIN_BACK: is_win_back_due,
    CampaignKind.REMINDER: is_reminder_due,
    CampaignKind.SURVEY: is_survey_due,
    CampaignKind.ASPECT: is_survey_due,
    CampaignKind.OWN_QUESTION: is_question_due,
}
"""Asked once more when it is somebody's turn: a visit, or the end of the day, may have overtaken it."""
