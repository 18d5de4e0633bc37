"""Questions beside the counter: what a customer is asked under a receipt, never two on one day.

Not here: what the answer lets us send (wishes.py), and when it is asked (use_cases/campaigns/asking.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from loyalty.ids import CustomerId, OperationId, QuestionId
from loyalty.wishes import Wish, WishState

ASKED_AGAIN_AFTER = timedelta(days=183)
"""Half a year: sooner nobody is asked for offers once more, whatever they said."""


class QuestionKind(StrEnum):
    """What is asked."""

    BIRTHDAY = "birthday"
    OFFERS = "offers"
    SURVEY = "survey"
    """A message of its own: after a visit, of the owner's own, or whether something was put right."""


class QuestionState(StrEnum):
    """open -> answered | skipped."""

    OPEN = "open"
    ANSWERED = "answered"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Question:
    """One question to one customer; the database keeps it the only one of its day."""

    id: QuestionId
    customer_id: CustomerId
    kind: QuestionKind
    day: date
    """The cafe's own."""
    operation_id: OperationId | None
    """Under whose receipt it stands."""
    state: QuestionState


FROM_VISIT: Final[Mapping[QuestionKind, int]] = {QuestionKind.BIRTHDAY: 2, QuestionKind.OFFERS: 3}
"""With the receipt of which visit each is asked first; undone ones don't count."""


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """What decides whether a customer is asked something."""

    may_be_asked: bool
    """With an account, not frozen, and no practice customer."""
    visits: int
    """Confirmed and not undone, this one included."""
    asked: Mapping[QuestionKind, datetime]
    """When each was asked last, also of a card that was moved here."""
    gave_birthday: bool
    """Whether a date was ever given, also one that was deleted."""
    offers: Wish | None


def next_question(before: AskedBefore, now: datetime, *, greets: bool) -> QuestionKind | None:
    """What to ask under this visit's receipt, if something was not asked today already; None: nothing.

    `greets`: whether the cafe greets birthdays; no date is asked for that nothing would come of.
    """
    if not before.may_be_asked:
        return None
    if greets and before.visits >= FROM_VISIT[QuestionKind.BIRTHDAY] and _birthday_is_open(before):
        return QuestionKind.BIRTHDAY
    if before.visits >= FROM_VISIT[QuestionKind.OFFERS] and _offers_are_open(before, now):
        return QuestionKind.OFFERS
    return None


def _birthday_is_open(before: AskedBefore) -> bool:
    """Once in a life: who skipped it knows where to tell it."""
    return QuestionKind.BIRTHDAY not in before.asked and not before.gave_birthday


def _offers_are_open(before: AskedBefore, now: datetime) -> bool:
    """Who agreed or muted has answered for good; who did not, or said no, is left alone for half a year."""
    said = before.offers
    if said is not None and said.state is not WishState.REFUSED:
        return False
    last = [before.asked.get(QuestionKind.OFFERS), said.changed_at if said is not None else None]
    return all(at is None or at + ASKED_AGAIN_AFTER <= now for at in last)
