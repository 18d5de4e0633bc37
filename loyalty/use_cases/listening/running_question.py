"""The owner's own question that can be answered now: there is one at a time.

Not here: letting it go (campaigns/launching.py), and answering it (own_answers.py).
"""

from datetime import datetime

from loyalty import posts
from loyalty.campaigns import Campaign, CampaignKind, CampaignState, OwnQuestionTerms
from loyalty.days import local
from loyalty.own_questions import FEWEST_CHOICES, RUNS, AnswerForm
from loyalty.ports import Transaction
from loyalty.refusals import AnswersMissing, QuestionRuns, Refused
from loyalty.runs import Run, RunState


def run_of(tx: Transaction, campaign: Campaign) -> Run | None:
    """Its run; None: it was never let go, or that was taken back."""
    runs = tx.runs.find_of(campaign.id, most=5)
    return next((run for run in runs if run.state is not RunState.TAKEN_BACK), None)


def open_until(tx: Transaction, campaign: Campaign) -> datetime | None:
    """Until when it can be answered; None: not any more."""
    run = run_of(tx, campaign) if campaign.state is CampaignState.ON else None
    if run is None or run.state is RunState.MISSED:
        return None
    until = run.run_at + RUNS
    return until if tx.now < until else None


def require_may_run(tx: Transaction, campaign: Campaign) -> None:
    """A question may be let go. Raises Refused: AnswersMissing, QuestionRuns."""
    terms = campaign.terms
    if not isinstance(terms, OwnQuestionTerms):
        return
    if terms.form is None or (terms.form is AnswerForm.CHOICE and len(terms.answers) < FEWEST_CHOICES):
        raise Refused(AnswersMissing())
    rules = tx.programs.get_current().rules
    for other in tx.campaigns.find_on(CampaignKind.OWN_QUESTION):
        until = open_until(tx, other)
        if until is not None and other.id != campaign.id:
            post = other.said_in(rules.language, rules.language)
            begins = posts.first_line(post.text) if post is not None else ""
            raise Refused(QuestionRuns(begins, local(until, rules).date()))
