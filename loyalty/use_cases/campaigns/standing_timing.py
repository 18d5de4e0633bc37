"""The owner sets the timing of a standing campaign; its words stay read, so it stays on.

Not here: what may be set, and to what (loyalty/standing_times.py), and the rest of the page (standing.py).
"""

from dataclasses import dataclass, replace

from loyalty.campaigns import BirthdayTerms, CampaignKind, CampaignState, WelcomeTerms
from loyalty.days import day_of
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.refusals import NumberOutOfRange, Refused, TimeQuiet
from loyalty.standing_times import Timing, bounds_of, kind_timed, shortened, value_of, with_timing
from loyalty.use_cases.campaigns.standing import StandingView, open_standing, view_of
from loyalty.use_cases.staff.authority import require_owner


@dataclass(frozen=True, slots=True)
class SetStandingTiming:
    """At which hour, or after how many days."""

    database: Database

    async def __call__(self, person: Person, timing: Timing, value: int) -> StandingView:
        """Holds for what is not under way yet.

        Raises Refused: NotOwner, NumberOutOfRange; TimeQuiet where the cafe's day has no hour that is not.
        """
        kind = kind_timed(timing)

        def body(tx: Transaction) -> None:
            campaign = open_standing(tx, require_owner(tx, person).id, kind)
            rules = tx.programs.get_current().rules
            bounds = bounds_of(timing, rules)
            if value != value_of(campaign.terms, timing) and value not in bounds:
                if not bounds:
                    raise Refused(TimeQuiet(rules.quiet_from, rules.quiet_until))
                raise Refused(NumberOutOfRange(least=min(bounds), most=max(bounds)))
            terms = with_timing(campaign.terms, timing, value)
            if isinstance(campaign.terms, WelcomeTerms) and campaign.state is CampaignState.ON:
                terms = shortened(campaign.terms, value, day_of(tx.now, rules).date)
            tx.campaigns.change(campaign.id, terms=terms)

        await self.database.write(body)
        return await self.database.report(lambda tx: view_of(tx, kind))


@dataclass(frozen=True, slots=True)
class SetLeapDay:
    """When somebody born on 29 February is greeted in other years."""

    database: Database

    async def __call__(self, person: Person, *, on_march: bool) -> StandingView:
        """On 1 March, or on 28 February. Raises Refused(NotOwner)."""

        def body(tx: Transaction) -> None:
            campaign = open_standing(tx, require_owner(tx, person).id, CampaignKind.BIRTHDAY)
            if isinstance(campaign.terms, BirthdayTerms):
                terms = replace(campaign.terms, leap_on_march=on_march)
                tx.campaigns.change(campaign.id, terms=terms)

        await self.database.write(body)
        return await self.database.report(lambda tx: view_of(tx, CampaignKind.BIRTHDAY))
