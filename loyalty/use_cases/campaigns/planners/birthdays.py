"""The birthday greeting: on the day itself, at the hour that was set, for whom no receipt told it before.

Not here: its reward, which is on the card from the day's beginning (birthday_gifts.py).
"""

from collections.abc import Sequence

from loyalty.campaigns import BirthdayTerms, Campaign
from loyalty.ids import CustomerId
from loyalty.ports import Transaction
from loyalty.runs import Recipient, Run
from loyalty.standing import kept_on, occurrence_of
from loyalty.use_cases.campaigns.birthday_gifts import give_birthday_gift, is_birthday
from loyalty.use_cases.campaigns.planners.days import daily, day_of_run
from loyalty.use_cases.campaigns.planning import Occurrence, Planned, Planner


class BirthdayPlanner(Planner):
    """Once for the birthday of each year."""

    def occurrences(self, tx: Transaction, campaign: Campaign) -> Sequence[Occurrence]:
        """Every day, while it lasts."""
        return daily(tx, campaign)

    def recipients(
        self, tx: Transaction, campaign: Campaign, run: Run, *, after: CustomerId, most: int
    ) -> Sequence[Planned]:
        """Whose birthday is kept on the day of this run."""
        day, terms = day_of_run(run), campaign.terms
        leap_on_march = isinstance(terms, BirthdayTerms) and terms.leap_on_march
        birthdays = kept_on(day, leap_on_march=leap_on_march)
        found = tx.standing.with_birthday(birthdays, after=after, most=most)
        return [Planned(one, occurrence_of(day)) for one in found]


def give_before_greeting(tx: Transaction, campaign: Campaign, run: Run, customer_id: CustomerId) -> None:
    """A gift comes before its greeting, which names it."""
    give_birthday_gift(tx, campaign, customer_id, day_of_run(run))


def is_greeting_due(tx: Transaction, recipient: Recipient) -> bool:
    """On the day itself, with the date as it was given in time."""
    return is_birthday(tx, tx.campaigns.get(recipient.campaign_id), recipient.customer_id)
