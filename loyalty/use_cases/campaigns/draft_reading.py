"""A draft as its owner reads it: how many it reaches, and how many other customers would.

Not here: changing it (drafts.py, draft_plans.py) and letting it go (draft_sending.py).
"""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from loyalty.campaigns import GRACE, Campaign, OwnQuestionTerms, Written
from loyalty.days import day_of
from loyalty.ids import CampaignId
from loyalty.lots import LEAST_FOR_HOLD_OUT, held_out_of, pilot_of
from loyalty.people import Person
from loyalty.policy import Obstacle, next_open
from loyalty.ports import Audience, Database, Transaction
from loyalty.programs import Rules
from loyalty.segments import EVERYBODY, CameBy, Condition, SavedSegment, Speaks
from loyalty.signs import Sign
from loyalty.use_cases.campaigns.draft_plans import terms_of, with_condition
from loyalty.use_cases.campaigns.drafts import own_draft
from loyalty.use_cases.campaigns.launching import shares_of

_LANGUAGES = 4
_SIGNS = 4
"""So many of each are on offer: those that most customers have."""


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """Where a draft stands."""

    campaign: Campaign
    rules: Rules
    now: datetime
    audience: Audience | None
    """None: it was not said yet for whom it is."""
    spoken: Mapping[str, int]
    """What the customers speak who could get a post, whoever was picked."""

    @property
    def terms(self) -> Written:
        """When it goes out."""
        return terms_of(self.campaign)

    @property
    def pilot(self) -> int:
        """Per cent who get it first."""
        return shares_of(self.campaign)[0]

    @property
    def held_out_share(self) -> int:
        """Per cent who get nothing."""
        return shares_of(self.campaign)[1]

    @property
    def look(self) -> int:
        """What tells whether it was changed since somebody looked: words, picture, offer, people, time."""
        draft = self.campaign
        seen = (draft.posts, draft.offer, draft.segment, draft.terms)
        return zlib.crc32(repr(seen).encode("utf-8", "surrogatepass"))

    @property
    def reached(self) -> int:
        """How many may get it as things are, before some are held out."""
        return 0 if self.audience is None else self.audience.reached

    @property
    def asked_before(self) -> int:
        """Of a question: how many are left out because they are asked something else on its day."""
        return 0 if self.audience is None else self.audience.obstacles.get(Obstacle.ASKED, 0)

    @property
    def too_few_to_hold_out(self) -> bool:
        """Whether some are to get nothing of so few that nothing could be told: it can't go out like that."""
        return bool(self.held_out_share) and 0 < self.reached < LEAST_FOR_HOLD_OUT

    @property
    def held_out(self) -> int:
        """How many of them get nothing, so that the others can be compared with them."""
        return held_out_of(self.reached, self._held_out_percent)

    @property
    def gets_it(self) -> int:
        """How many really get it, those of a pilot and the rest."""
        return self.reached - self.held_out

    @property
    def gets_it_first(self) -> int:
        """How many get it at its hour: without a pilot, all of them."""
        if not self.pilot:
            return self.gets_it
        return pilot_of(self.reached, pilot=self.pilot, held_out=self._held_out_percent)

    @property
    def _held_out_percent(self) -> int:
        return 0 if self.too_few_to_hold_out else self.held_out_share


@dataclass(frozen=True, slots=True)
class ReadDraft:
    """An owner looks at a draft."""

    database: Database

    async def __call__(self, person: Person, campaign_id: CampaignId) -> DraftFacts:
        """Where it stands, counted now. Raises Refused: NotOwner, DraftOver, DraftOfAnother."""
        return await self.database.report(lambda tx: read_facts(tx, own_draft(tx, person, campaign_id)))

    async def brief(self, person: Person, campaign_id: CampaignId) -> Campaign:
        """What it says, without counting anybody. Raises Refused as above."""
        return await self.database.read(lambda tx: own_draft(tx, person, campaign_id))


@dataclass(frozen=True, slots=True)
class PickerFacts:
    """For whom a draft can be."""

    draft: DraftFacts
    counts: Mapping[Condition, int]
    """How many would be meant with each of these on, beside the others that are."""
    saved: Sequence[SavedSegment]
    signs: Sequence[Sign]


@dataclass(frozen=True, slots=True)
class ReadPicker:
    """An owner says for whom a post is."""

    database: Database

    async def __call__(
        self, person: Person, campaign_id: CampaignId, conditions: Sequence[Condition]
    ) -> PickerFacts:
        """These conditions counted, and those by language and sign. Raises Refused as `ReadDraft`."""

        def body(tx: Transaction) -> PickerFacts:
            draft = own_draft(tx, person, campaign_id)
            facts, signs = read_facts(tx, draft), _busy_signs(tx)
            spoken = sorted(facts.spoken, key=lambda one: (-facts.spoken[one], one))[:_LANGUAGES]
            offered = [*conditions, *map(Speaks, spoken), *(CameBy(sign.name) for sign in signs)]
            counts = {
                one: tx.segments.audience(with_condition(draft.segment, one), draft.kind).total
                for one in offered
            }
            return PickerFacts(facts, counts, tx.segments.find_saved(), signs)

        return await self.database.report(body)

    async def everybody(self, person: Person, campaign_id: CampaignId) -> Audience:
        """All customers, and why some get nothing. Raises Refused as `ReadDraft`."""

        def body(tx: Transaction) -> Audience:
            draft = own_draft(tx, person, campaign_id)
            return tx.segments.audience(EVERYBODY, draft.kind, asks_on=_asks_on(tx, draft))

        return await self.database.report(body)


def read_facts(tx: Transaction, draft: Campaign) -> DraftFacts:
    """Where it stands, counted now."""
    aimed = bool(draft.segment) or terms_of(draft).everybody
    return DraftFacts(
        campaign=draft,
        rules=tx.programs.get_current().rules,
        now=tx.now,
        audience=_audience(tx, draft) if aimed else None,
        spoken=tx.segments.audience(EVERYBODY, draft.kind).languages,
    )


def _audience(tx: Transaction, draft: Campaign) -> Audience:
    return tx.segments.audience(draft.segment, draft.kind, asks_on=_asks_on(tx, draft))


def _asks_on(tx: Transaction, draft: Campaign) -> date | None:
    """The day on which a question goes out as things are, quiet hours minded; None: it asks nothing."""
    if not isinstance(draft.terms, OwnQuestionTerms):
        return None
    rules, soon = tx.programs.get_current().rules, tx.now + GRACE
    begins = max(draft.terms.at or soon, soon)
    return day_of(next_open(begins, rules), rules).date


def _busy_signs(tx: Transaction) -> Sequence[Sign]:
    brought = [sign for sign in tx.signs.find_all_live() if sign.joins]
    return sorted(brought, key=lambda sign: (-sign.joins, sign.id))[:_SIGNS]
