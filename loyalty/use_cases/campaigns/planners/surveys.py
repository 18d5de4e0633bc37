"""Surveys: some hours after a visit its customer is asked, once in a while and never beside something else.

Not here: what is asked and answered (use_cases/listening), and whether somebody may be written to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from loyalty.campaigns import AspectTerms, Campaign, SurveyTerms
from loyalty.days import day_of
from loyalty.ids import CustomerId, QuestionId, VisitId
from loyalty.ports import Rests, Transaction
from loyalty.responses import (
    DELAYS,
    FEWEST_CUSTOMERS,
    LATE,
    REST,
    REST_AFTER_SURVEY,
    Asked,
    Invitation,
    decode_asked,
    encode_asked,
    is_sampled,
    last_slot,
    name_slot,
    next_aspect,
    occurrence_of,
    read_slot,
)
from loyalty.runs import Recipient, Run, RunState
from loyalty.use_cases.campaigns.day_questions import ask_today
from loyalty.use_cases.campaigns.planning import Occurrence, Planned, Planner
from loyalty.visits import VisitState

_SLICE: Final = 50
_LONGEST_DELAY: Final = timedelta(hours=DELAYS[-1])


@dataclass(frozen=True, slots=True)
class _Window:
    """Visits confirmed behind `since`, up to `until`."""

    since: datetime
    until: datetime


class SurveyPlanner(Planner):
    """How likely somebody is to recommend the cafe: once for a visit, and not again for three months."""

    def occurrences(self, tx: Transaction, campaign: Campaign) -> Sequence[Occurrence]:
        """The last full quarter of an hour, if somebody became due. One waits at a time: whoever comes due
        while it is night is found by the next one.
        """
        ends = last_slot(tx.now)
        name = name_slot(ends)
        waits = any(run.state is RunState.WAITING for run in tx.runs.find_of(campaign.id, most=1))
        if waits or tx.runs.is_known(campaign.id, name):
            return ()
        if tx.invitations.count_customers(most=FEWEST_CUSTOMERS) < FEWEST_CUSTOMERS:
            return ()
        somebody = self._due(tx, campaign, name, after=CustomerId(0), most=1)
        return [Occurrence(name, ends, LATE)] if somebody else ()

    def recipients(
        self, tx: Transaction, campaign: Campaign, run: Run, *, after: CustomerId, most: int
    ) -> Sequence[Planned]:
        """Who was here so long before, and is drawn by the number of the visit."""
        found = self._due(tx, campaign, run.occurrence, after=after, most=most)
        return [
            Planned(one, occurrence_of(visit_id), encode_asked(asked))
            for one, visit_id in found
            if (asked := self.asks(tx, one, visit_id)) is not None
        ]

    def rests(self, tx: Transaction, campaign: Campaign) -> Rests:  # noqa: ARG002
        """Since when they must not have been asked."""
        return Rests(survey=tx.now - REST, aspect=None)

    def asks(self, tx: Transaction, customer_id: CustomerId, visit_id: VisitId) -> Asked | None:  # noqa: ARG002
        """What this customer is asked."""
        return Asked(visit_id)

    def _due(
        self, tx: Transaction, campaign: Campaign, slot: str, *, after: CustomerId, most: int
    ) -> Sequence[tuple[CustomerId, VisitId]]:
        """So many who are drawn, in the order of their numbers; fewer: that is all."""
        terms, window = campaign.terms, _window_of(tx, campaign, slot)
        if not isinstance(terms, SurveyTerms | AspectTerms) or window is None or not terms.sample:
            return ()
        drawn: list[tuple[CustomerId, VisitId]] = []
        while len(drawn) < most:
            page = tx.invitations.find_due(
                since=window.since, until=window.until, rests=self.rests(tx, campaign),
                campaign_id=campaign.id, after=after, most=_SLICE,
            )  # fmt: skip
            drawn += [one for one in page if is_sampled(campaign.id, one[1], terms.sample)]
            if len(page) < _SLICE:
                break
            after = page[-1][0]
        return drawn[:most]


class AspectPlanner(SurveyPlanner):
    """One aspect of a visit, in turn; once a month, and not soon after the other question."""

    def occurrences(self, tx: Transaction, campaign: Campaign) -> Sequence[Occurrence]:
        """As long as there is something to ask about."""
        return super().occurrences(tx, campaign) if tx.aspects.find_asked() else ()

    def rests(self, tx: Transaction, campaign: Campaign) -> Rests:
        """Since when they must not have been asked."""
        days = campaign.terms.days if isinstance(campaign.terms, AspectTerms) else 0
        return Rests(survey=tx.now - REST_AFTER_SURVEY, aspect=tx.now - timedelta(days=days))

    def asks(self, tx: Transaction, customer_id: CustomerId, visit_id: VisitId) -> Asked | None:
        """What they were asked about least recently; None: the list was emptied meanwhile."""
        aspect_id = next_aspect(tx.aspects.find_asked(), tx.aspects.last_asked(customer_id), customer_id)
        return None if aspect_id is None else Asked(visit_id, aspect_id)


def is_survey_due(tx: Transaction, recipient: Recipient) -> bool:
    """While the visit stands, and nothing was refused since. The day is taken by `invite`."""
    asked = decode_asked(recipient.facts)
    visit = None if asked is None else tx.visits.find(asked.visit_id)
    if asked is None or visit is None or visit.state is not VisitState.CONFIRMED or visit.settled_at is None:
        return False
    rules = tx.programs.get_current().rules
    since = day_of(visit.settled_at, rules).begins
    if tx.refusals.was_refused(recipient.customer_id, since=since):
        return False
    if asked.aspect_id is None:
        return True
    aspect = tx.aspects.find(asked.aspect_id)
    return aspect is not None and aspect.asked


def invite(tx: Transaction, recipient: Recipient) -> str | None:
    """Takes the customer's day, and writes whom we ask about what; answers why not, if it is taken."""
    asked = decode_asked(recipient.facts)
    if asked is None:
        raise AssertionError(f"recipient {recipient.id} is due, and nobody knows for what")
    visit = tx.visits.get(asked.visit_id)

    def keep(question_id: QuestionId) -> None:
        tx.invitations.keep(
            Invitation(
                recipient_id=recipient.id,
                customer_id=recipient.customer_id,
                visit_id=visit.id,
                location_id=visit.location_id,
                aspect_id=asked.aspect_id,
                visits=tx.standing.count_visits(recipient.customer_id),
                invited_at=tx.now,
                question_id=question_id,
            )
        )

    return ask_today(tx, recipient, keep)


def _window_of(tx: Transaction, campaign: Campaign, slot: str) -> _Window | None:
    """Since the slot before it; never from before it was switched on, nor of more than two days.

    It reaches back by the longest delay there is: a shorter one that the owner chooses loses nobody. Whose
    visit was looked at before is not found again.
    """
    terms = campaign.terms
    if not isinstance(terms, SurveyTerms | AspectTerms) or campaign.approved_at is None:
        return None
    until = read_slot(slot) - timedelta(hours=terms.delay_hours)
    since = max(campaign.approved_at, until - LATE)
    before = tx.runs.find_before(campaign.id, slot)
    if before is not None:
        since = max(since, read_slot(before) - _LONGEST_DELAY)
    return _Window(since, until)
