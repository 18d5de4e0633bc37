"""Policy: whether somebody may be written to at all, and at which hours anybody may.

Not here: who is meant (segments.py), and reading what this needs to know (use_cases/campaigns/permitting.py).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import Final, assert_never

from loyalty.campaigns import PURPOSES, CampaignKind
from loyalty.days import day_of, day_on, local, zone_of
from loyalty.programs import Rules
from loyalty.wishes import Purpose, WishState

CAP_DAYS: Final = 7
"""Within so many days of the cafe, today included, only so many posts go to one customer."""
CAPPED: Final = frozenset(
    kind for kind, purpose in PURPOSES.items() if purpose in (Purpose.OFFERS, Purpose.SURVEYS)
)
"""Kinds that count towards the cap and are held by it."""
SERVICE: Final = frozenset(kind for kind, purpose in PURPOSES.items() if purpose is None)
"""Kinds that belong to the card: no consent, no cap, no mute, and no waiting for the day."""


class Obstacle(StrEnum):
    """Why somebody gets nothing; of several the first in this order."""

    GONE = "gone"
    """Forgotten, moved to another card, or there for practice only."""
    FROZEN = "frozen"
    NO_TELEGRAM = "no_telegram"
    UNREACHABLE = "unreachable"
    NO_CONSENT = "no_consent"
    MUTED = "muted"
    CAP = "cap"
    ASKED = "asked"
    """Asked something on that day already. Of a question alone, and beforehand: `find_obstacle` does not look
    at it, since whoever goes first takes the day (use_cases/campaigns/day_questions.py).
    """


@dataclass(frozen=True, slots=True)
class CustomerStanding:
    """What policy asks of one customer."""

    gone: bool
    frozen: bool
    has_telegram: bool
    reachable: bool
    wishes: Mapping[Purpose, WishState]
    has_birthday: bool
    """Whether the date was given."""
    posts: Sequence[datetime]
    """When capped messages went out to them, or are on their way; not from before `cap_since`."""


def find_obstacle(
    standing: CustomerStanding, kind: CampaignKind, *, now: datetime, rules: Rules
) -> Obstacle | None:
    """What keeps a message of this kind from this customer; None: it may go."""
    if standing.gone:
        return Obstacle.GONE
    if standing.frozen:
        return Obstacle.FROZEN
    if not standing.has_telegram:
        return Obstacle.NO_TELEGRAM
    if not standing.reachable:
        return Obstacle.UNREACHABLE
    purpose = PURPOSES[kind]
    if purpose is None:
        return None
    refused = find_objection(purpose, standing.wishes.get(purpose), has_birthday=standing.has_birthday)
    if refused is not None:
        return refused
    lately = sum(at > cap_since(now, rules) for at in standing.posts)
    return Obstacle.CAP if kind in CAPPED and lately >= rules.posts_a_week else None


def cap_since(now: datetime, rules: Rules) -> datetime:
    """Posts behind this moment count towards the cap. A week is of days, not of hours: one that comes each
    Friday at the same hour is no second one in a week, however long it took to reach everybody.
    """
    return day_on(day_of(now, rules).date - timedelta(days=CAP_DAYS - 1), rules).begins


def find_objection(purpose: Purpose, wish: WishState | None, *, has_birthday: bool) -> Obstacle | None:
    """Whether what somebody said of a purpose, or did not say, keeps its messages from them."""
    if wish is WishState.MUTED:
        return Obstacle.MUTED
    match purpose:
        case Purpose.OFFERS:
            allowed = wish is WishState.GRANTED
        case Purpose.BIRTHDAY:
            allowed = wish is WishState.GRANTED and has_birthday
        case Purpose.SURVEYS:
            allowed = wish is not WishState.REFUSED
        case _:
            assert_never(purpose)
    return None if allowed else Obstacle.NO_CONSENT


def is_quiet(moment: datetime, rules: Rules) -> bool:
    """Whether nothing but service messages goes out now, by the clock on the cafe's wall."""
    return is_quiet_hour(local(moment, rules).hour, rules)


def is_quiet_hour(hour: int, rules: Rules) -> bool:
    """Whether an hour on the cafe's wall is a quiet one."""
    if rules.quiet_from <= rules.quiet_until:
        return rules.quiet_from <= hour < rules.quiet_until
    return hour >= rules.quiet_from or hour < rules.quiet_until


def next_open(moment: datetime, rules: Rules) -> datetime:
    """The first moment from this one on that is not quiet; itself when it is not."""
    if not is_quiet(moment, rules):
        return moment
    ends = _moments_at(rules.quiet_until, moment, rules)
    return min(end for end in ends if end > moment and not is_quiet(end, rules))


def next_quiet(moment: datetime, rules: Rules) -> datetime | None:
    """When the quiet hours begin that come next; None: there are none. Itself while they last."""
    if rules.quiet_from == rules.quiet_until:
        return None
    if is_quiet(moment, rules):
        return moment
    begins = _moments_at(rules.quiet_from, moment, rules)
    return min(begin for begin in begins if begin > moment and is_quiet(begin, rules))


def _moments_at(hour: int, moment: datetime, rules: Rules) -> Iterator[datetime]:
    """When the wall shows this hour on the days around a moment, both times where the autumn has two; where
    the spring leaves it out, the moment at which the clock leaps.
    """
    today = local(moment, rules).date()
    for days in range(-1, 4):
        for fold in (0, 1):
            on_wall = datetime.combine(today + timedelta(days=days), time(hour, fold=fold))
            yield on_wall.replace(tzinfo=zone_of(rules)).astimezone(UTC)
