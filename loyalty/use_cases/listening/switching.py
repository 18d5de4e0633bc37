"""What the owner sets about listening: on or off, how long after a visit, after which share of them.

Not here: what is asked about, one at a time (aspects.py), and the words, which are ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loyalty.campaigns import AspectTerms, Campaign, CampaignKind, CampaignState, SurveyTerms
from loyalty.ids import StaffId
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.posts import tidy_link
from loyalty.refusals import LastAspect, NumberOutOfRange, Refused, ReviewLinkUnfit
from loyalty.responses import DELAYS, FEWEST_CUSTOMERS, SAMPLES, Aspect
from loyalty.use_cases.campaigns.standing import languages_of, switch_off
from loyalty.use_cases.house.rules import RulesWanted, change_rules
from loyalty.use_cases.staff.authority import require_owner


@dataclass(frozen=True, slots=True)
class ListeningFacts:
    """What is asked, as its owner reads it."""

    cafe: str
    languages: tuple[str, ...]
    """In which the cafe speaks: its main language first."""
    survey_on: bool
    aspects_on: bool
    customers: int
    """Counted up to as many as it takes; below, nobody is asked."""
    delay_hours: int
    sample: int
    days: int
    """Between two questions about an aspect to one customer."""
    aspects: Sequence[Aspect]
    review_link: str

    def is_on(self, kind: CampaignKind) -> bool:
        """Whether this kind is on."""
        return self.survey_on if kind is CampaignKind.SURVEY else self.aspects_on

    @property
    def asks_anybody(self) -> bool:
        """Whether there are customers enough."""
        return self.customers >= FEWEST_CUSTOMERS


@dataclass(frozen=True, slots=True)
class ReadListening:
    """What is asked, and whether."""

    database: Database

    async def __call__(self, person: Person) -> ListeningFacts:
        """Raises Refused(NotOwner)."""

        def body(tx: Transaction) -> ListeningFacts:
            require_owner(tx, person)
            return listening_of(tx)

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class SwitchListening:
    """On, once its words were read; off at any time."""

    database: Database

    async def __call__(self, person: Person, kind: CampaignKind, *, on: bool) -> ListeningFacts:
        """Again changes nothing. Raises Refused: NotOwner; LastAspect with nothing to ask about."""

        def body(tx: Transaction) -> ListeningFacts:
            owner_id = require_owner(tx, person).id
            campaign = _open(tx, kind, owner_id)
            if not on:
                switch_off(tx, campaign.id, owner_id)
            elif kind is CampaignKind.ASPECT and not tx.aspects.find_asked():
                raise Refused(LastAspect())
            else:
                tx.campaigns.become(campaign.id, CampaignState.ON, by=owner_id)
            return listening_of(tx)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ChangeListening:
    """How long after a visit is asked, after which share of them, and where promoters may write a review."""

    database: Database

    async def __call__(
        self, person: Person, *, delay_hours: int | None = None, sample: int | None = None,
        review_link: str | None = None,
    ) -> ListeningFacts:  # fmt: skip
        """What is None stays; an empty link: nowhere. Both kinds of questions go by the same numbers.

        Raises Refused: NotOwner, NumberOutOfRange, ReviewLinkUnfit.
        """

        def body(tx: Transaction) -> ListeningFacts:
            owner_id = require_owner(tx, person).id
            for value, bounds in ((delay_hours, DELAYS), (sample, SAMPLES)):
                if value is not None and value not in bounds:
                    raise Refused(NumberOutOfRange(least=bounds[0], most=bounds[-1]))
            if review_link is not None:
                change_rules(tx, person, RulesWanted(review_link=_tidy(review_link)))
            for kind in (CampaignKind.SURVEY, CampaignKind.ASPECT):
                _set(tx, _open(tx, kind, owner_id), delay_hours, sample)
            return listening_of(tx)

        return await self.database.write(body)


def listening_of(tx: Transaction) -> ListeningFacts:
    """What is asked now."""
    rules = tx.programs.get_current().rules
    survey, aspects = (
        tx.campaigns.find_standing(kind) for kind in (CampaignKind.SURVEY, CampaignKind.ASPECT)
    )
    terms = survey.terms if survey is not None and isinstance(survey.terms, SurveyTerms) else SurveyTerms()
    own = aspects.terms if aspects is not None and isinstance(aspects.terms, AspectTerms) else AspectTerms()
    return ListeningFacts(
        cafe=rules.cafe,
        languages=languages_of(rules),
        survey_on=survey is not None and survey.state is CampaignState.ON,
        aspects_on=aspects is not None and aspects.state is CampaignState.ON,
        customers=tx.invitations.count_customers(most=FEWEST_CUSTOMERS),
        delay_hours=terms.delay_hours,
        sample=terms.sample,
        days=own.days,
        aspects=tx.aspects.find_asked(),
        review_link=rules.review_link,
    )


def _open(tx: Transaction, kind: CampaignKind, owner_id: StaffId) -> Campaign:
    """The one of this kind; it begins as off."""
    known = tx.campaigns.find_standing(kind)
    if known is not None:
        return known
    now = listening_of(tx)
    terms: SurveyTerms | AspectTerms = SurveyTerms(now.delay_hours, now.sample)
    if kind is CampaignKind.ASPECT:
        terms = AspectTerms(now.delay_hours, now.sample)
    campaign_id = tx.campaigns.add(terms, by=owner_id)
    tx.campaigns.become(campaign_id, CampaignState.OFF, by=owner_id)
    return tx.campaigns.get(campaign_id)


def _set(tx: Transaction, campaign: Campaign, delay_hours: int | None, sample: int | None) -> None:
    terms = campaign.terms
    if not isinstance(terms, SurveyTerms | AspectTerms):
        return
    wanted = replace(
        terms,
        delay_hours=terms.delay_hours if delay_hours is None else delay_hours,
        sample=terms.sample if sample is None else sample,
    )
    if wanted != terms:
        tx.campaigns.change(campaign.id, terms=wanted)


def _tidy(link: str) -> str:
    if not link:
        return ""
    tidy = tidy_link(link)
    if tidy is None:
        raise Refused(ReviewLinkUnfit())
    return tidy
