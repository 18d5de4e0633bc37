"""The owner's own question: how it may be answered while it is a draft, what came of it, and its end.

Not here: its words, for whom it is and when it goes out, which are those of any draft (use_cases/campaigns).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from loyalty.campaigns import Campaign, CampaignKind, CampaignState, OwnQuestionTerms
from loyalty.ids import CampaignId
from loyalty.own_questions import FEWEST_CHOICES, LONGEST_CHOICE, MOST_CHOICES, AnswerForm, OwnTally
from loyalty.own_words import OwnWords
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.programs import Rules
from loyalty.refusals import AnswersDiffer, AnswersUnfit, CampaignGone, DraftOver, Refused
from loyalty.use_cases.campaigns.drafts import own_draft
from loyalty.use_cases.listening.running_question import open_until
from loyalty.use_cases.staff.authority import require_owner

LISTED = 3
"""Answers in the own words on a page: as many as fit one message."""


@dataclass(frozen=True, slots=True)
class SetAnswers:
    """The owner says how a question may be answered."""

    database: Database

    async def form(self, person: Person, campaign_id: CampaignId, form: AnswerForm) -> None:
        """By a number, or in the own words; answers to choose from go. Raises Refused as `own_draft`."""

        def body(tx: Transaction) -> None:
            draft, terms = _own_question(tx, person, campaign_id)
            tx.campaigns.change(draft.id, terms=replace(terms, form=form, answers=()))

        await self.database.write(body)

    async def choices(
        self, person: Person, campaign_id: CampaignId, said: Sequence[str], *, language: str
    ) -> None:
        """One of these, in one language. In the first one they are new; in others they are the same ones.

        Raises Refused as `own_draft`; AnswersUnfit, AnswersDiffer.
        """

        def body(tx: Transaction) -> None:
            draft, terms = _own_question(tx, person, campaign_id)
            fit = all(1 <= len(one) <= LONGEST_CHOICE for one in said) and len(set(said)) == len(said)
            if not fit or not FEWEST_CHOICES <= len(said) <= MOST_CHOICES:
                raise Refused(AnswersUnfit(LONGEST_CHOICE))
            answers = _translated(terms.answers, said, language)
            if answers is None:
                raise Refused(AnswersDiffer(len(terms.answers)))
            tx.campaigns.change(draft.id, terms=replace(terms, form=AnswerForm.CHOICE, answers=answers))

        await self.database.write(body)


@dataclass(frozen=True, slots=True)
class OwnResults:
    """What came of a question so far."""

    campaign: Campaign
    terms: OwnQuestionTerms
    tally: OwnTally
    rules: Rules
    until: datetime | None
    """When it can't be answered any more; None: that is so already."""


@dataclass(frozen=True, slots=True)
class OwnTexts:
    """A page of answers in the own words, without names."""

    campaign_id: CampaignId
    texts: Sequence[str]
    page: int
    more: bool


@dataclass(frozen=True, slots=True)
class ReadOwnResults:
    """An owner looks at what was answered."""

    database: Database

    async def __call__(self, person: Person, campaign_id: CampaignId) -> OwnResults:
        """Counted now. Raises Refused: NotOwner, CampaignGone."""
        return await self.database.report(lambda tx: _results(tx, *_find_asked(tx, person, campaign_id)))

    async def last(self, person: Person) -> OwnResults | None:
        """Of the question that was let go last; None: there was none. Raises Refused(NotOwner)."""

        def body(tx: Transaction) -> OwnResults | None:
            require_owner(tx, person)
            campaign = tx.campaigns.find_last_question()
            if campaign is None or not isinstance(campaign.terms, OwnQuestionTerms):
                return None
            return _results(tx, campaign, campaign.terms)

        return await self.database.report(body)

    async def texts(self, person: Person, campaign_id: CampaignId, page: int) -> OwnTexts:
        """Answers in the own words, the newest first. Raises Refused: NotOwner, CampaignGone."""

        def body(tx: Transaction) -> OwnTexts:
            campaign, _ = _find_asked(tx, person, campaign_id)
            found = tx.own_answers.texts(campaign.id, skip=page * LISTED, most=LISTED + 1)
            return OwnTexts(campaign.id, found[:LISTED], page, more=len(found) > LISTED)

        return await self.database.report(body)


@dataclass(frozen=True, slots=True)
class CloseQuestion:
    """An owner has heard enough: nobody is asked any more, and nobody can answer."""

    database: Database

    async def __call__(self, person: Person, campaign_id: CampaignId) -> OwnResults:
        """What came of it. Raises Refused: NotOwner, CampaignGone."""

        def body(tx: Transaction) -> OwnResults:
            campaign, terms = _find_asked(tx, person, campaign_id)
            tx.campaigns.become(campaign.id, CampaignState.OVER, by=None)
            return _results(tx, tx.campaigns.get(campaign.id), terms)

        return await self.database.write(body)


def _own_question(
    tx: Transaction, person: Person, campaign_id: CampaignId
) -> tuple[Campaign, OwnQuestionTerms]:
    draft = own_draft(tx, person, campaign_id)
    if not isinstance(draft.terms, OwnQuestionTerms):
        raise Refused(DraftOver())
    return draft, draft.terms


def _find_asked(
    tx: Transaction, person: Person, campaign_id: CampaignId
) -> tuple[Campaign, OwnQuestionTerms]:
    """A question that was let go, by whichever owner."""
    require_owner(tx, person)
    campaign = tx.campaigns.find(campaign_id)
    if campaign is None or campaign.kind is not CampaignKind.OWN_QUESTION:
        raise Refused(CampaignGone())
    if campaign.state is CampaignState.DRAFT or not isinstance(campaign.terms, OwnQuestionTerms):
        raise Refused(CampaignGone())
    return campaign, campaign.terms


def _results(tx: Transaction, campaign: Campaign, terms: OwnQuestionTerms) -> OwnResults:
    rules, tally = tx.programs.get_current().rules, tx.own_answers.tally(campaign.id)
    return OwnResults(campaign, terms, tally, rules, open_until(tx, campaign))


def _translated(
    before: Sequence[OwnWords], said: Sequence[str], language: str
) -> tuple[OwnWords, ...] | None:
    """The answers with these words; None: those in the first language are more or fewer."""
    if not before or before[0].by_language[0][0] == language:
        return tuple(OwnWords.of({language: one}) for one in said)
    if len(before) != len(said):
        return None
    pairs = zip(before, said, strict=True)
    return tuple(OwnWords.of({**dict(known.by_language), language: one}) for known, one in pairs)
