"""Campaigns: what the cafe sends by itself or to many: the plan, its words and its offer.

Not here: the times it goes out (runs.py), for whom (segments.py), whether somebody may be written to
(policy.py), and the words around a post.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, assert_never

from loyalty.ids import CampaignId, StaffId
from loyalty.own_questions import AnswerForm
from loyalty.own_words import OwnWords
from loyalty.segments import Segment
from loyalty.wishes import Purpose

GRACE = timedelta(seconds=10)
"""Between the tap on *Send* and the first message: so long a slip of the finger can be taken back."""
HOUR: Final = 11
"""On the cafe's wall: at this hour goes what has none of its own."""
POST_STALE = timedelta(hours=6)
"""A post whose hour passed this long ago, while the bot was away, is not sent any more."""


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast campaigns go out, as whoever runs the server set it."""

    a_second: int = 28
    paid: bool = False
    """Whether Telegram may take 0.1 Star for each message above 30 a second."""

    def time_for(self, messages: int) -> timedelta:
        """How long so many messages take."""
        return timedelta(seconds=messages / self.a_second)


class CampaignKind(StrEnum):
    """What makes it go out."""

    BROADCAST = "broadcast"
    """The owner, once."""
    RECURRING = "recurring"
    """The calendar: Fridays at 16:00."""
    BIRTHDAY = "birthday"
    MILESTONE = "milestone"
    """The 10th, 50th or 100th cup, or a year with us."""
    WELCOME = "welcome"
    """Somebody came once and, for days, not again."""
    WIN_BACK = "win_back"
    """Somebody stays away for longer than their own rhythm."""
    REMINDER = "reminder"
    """A reward waits, or is about to expire."""
    SURVEY = "survey"
    """Somebody was here: how likely are they to recommend the cafe?"""
    ASPECT = "aspect"
    """Somebody was here: how was one aspect of it?"""
    OWN_QUESTION = "own_question"
    """The owner, once: a question of their own."""


BY_HAND: Final = (CampaignKind.BROADCAST, CampaignKind.RECURRING, CampaignKind.OWN_QUESTION)
"""Of these there are many; an owner writes and looks after each, and may let it go on days later."""


class CampaignState(StrEnum):
    """draft -> on | off; on <-> off; draft, on, off -> over."""

    DRAFT = "draft"
    """Being written."""
    ON = "on"
    """Somebody has read its words and let it go: it goes out when it is due."""
    OFF = "off"
    OVER = "over"
    """A broadcast that was sent or thrown away, a recurring one that came to its end."""


@dataclass(frozen=True, slots=True)
class BroadcastTerms:
    """One post, now or at an hour."""

    pilot: int = 0
    """Per cent of the recipients, picked by chance, who get it first; 0: nobody."""
    held_out: int = 0
    """Per cent who don't get it, so that the others can be compared with them; 0: nobody."""
    at: datetime | None = None
    """When it goes out; None: at once."""
    everybody: bool = False
    """Whether the owner said that it is for everybody; without that and a segment it is for nobody yet."""


@dataclass(frozen=True, slots=True)
class RecurringTerms:
    """One post again and again, on a day of the week."""

    weekday: int
    """0 is Monday."""
    hour: int
    minute: int
    until: date | None = None
    """The last date of the cafe on which it goes out; None: until it is switched off."""
    pilot: int = 0
    held_out: int = 0
    everybody: bool = False


@dataclass(frozen=True, slots=True)
class BirthdayTerms:
    """A greeting on the day, and a reward that stays a while."""

    leap_on_march: bool = False
    """Whether somebody born on 29 February is greeted on 1 March of other years; else on 28 February."""
    hour: int = HOUR
    """On the cafe's wall: at this hour goes what no receipt told before."""


@dataclass(frozen=True, slots=True)
class MilestoneTerms:
    """Which cups, and whether a year with us counts too."""

    cups: tuple[int, ...] = (10, 50, 100)
    years: bool = True


@dataclass(frozen=True, slots=True)
class WelcomeTerms:
    """A word to who came once and not again."""

    days: int = 7
    shortened_from: int = 0
    """The longer wait before, of a welcome that was on; 0: none."""
    shortened_on: date | None = None
    """The cafe's date."""


@dataclass(frozen=True, slots=True)
class WinBackTerms:
    """A word to who stays away for longer than usual."""

    least_days: int = 14
    times_rhythm: int = 2
    """Away for so many times the median of days between the own visits, and `least_days` at least."""
    from_visits: int = 4
    """Below, there is no rhythm yet: then after `days`."""
    days: int = 30
    cool_down: int = 60
    """Days until the next one."""


@dataclass(frozen=True, slots=True)
class ReminderTerms:
    """A word that a reward waits or is about to expire."""

    waiting_days: int = 14
    """After so many days without a visit that a reward waits; once for each."""
    before: tuple[int, ...] = (14, 3)
    """So many days before it expires."""


@dataclass(frozen=True, slots=True)
class SurveyTerms:
    """How likely somebody is to recommend the cafe, asked after a visit."""

    delay_hours: int = 4
    """So long after the visit."""
    sample: int = 100
    """Per cent of the visits after which it may be asked; the visit's number decides, nobody else."""


@dataclass(frozen=True, slots=True)
class AspectTerms:
    """One aspect of a visit at a time, asked after it."""

    delay_hours: int = 4
    sample: int = 100
    days: int = 30
    """A customer is asked at most once within so many days."""


@dataclass(frozen=True, slots=True)
class OwnQuestionTerms:
    """One question of the owner's own, now or at an hour."""

    form: AnswerForm | None = None
    """How it may be answered; None: not said yet."""
    answers: tuple[OwnWords, ...] = ()
    """What can be chosen."""
    at: datetime | None = None
    everybody: bool = False


Written = BroadcastTerms | RecurringTerms | OwnQuestionTerms
"""What an owner writes, and lets go by hand."""
Terms = (
    Written | BirthdayTerms | MilestoneTerms | WelcomeTerms | WinBackTerms | ReminderTerms | SurveyTerms
    | AspectTerms
)  # fmt: skip


def kind_of(terms: Terms) -> CampaignKind:
    """Which kind of campaign these terms make."""
    match terms:
        case BroadcastTerms():
            return CampaignKind.BROADCAST
        case RecurringTerms():
            return CampaignKind.RECURRING
        case BirthdayTerms():
            return CampaignKind.BIRTHDAY
        case MilestoneTerms():
            return CampaignKind.MILESTONE
        case WelcomeTerms():
            return CampaignKind.WELCOME
        case WinBackTerms():
            return CampaignKind.WIN_BACK
        case ReminderTerms():
            return CampaignKind.REMINDER
        case SurveyTerms():
            return CampaignKind.SURVEY
        case AspectTerms():
            return CampaignKind.ASPECT
        case OwnQuestionTerms():
            return CampaignKind.OWN_QUESTION
        case _:
            assert_never(terms)


PURPOSES: Final[Mapping[CampaignKind, Purpose | None]] = {
    CampaignKind.BROADCAST: Purpose.OFFERS,
    CampaignKind.RECURRING: Purpose.OFFERS,
    CampaignKind.WELCOME: Purpose.OFFERS,
    CampaignKind.WIN_BACK: Purpose.OFFERS,
    CampaignKind.BIRTHDAY: Purpose.BIRTHDAY,
    CampaignKind.MILESTONE: None,
    CampaignKind.REMINDER: None,
    CampaignKind.SURVEY: Purpose.SURVEYS,
    CampaignKind.ASPECT: Purpose.SURVEYS,
    CampaignKind.OWN_QUESTION: Purpose.SURVEYS,
}
"""What a customer must have let us send, for a message of this kind; None: it belongs to the card."""
SURVEYS: Final = frozenset({CampaignKind.SURVEY, CampaignKind.ASPECT})
"""Kinds that ask something, in words of ours."""


MOST_OFFERS: Final = 10_000
"""The highest number of an offer that can be said; above it there is no limit."""


@dataclass(frozen=True, slots=True)
class PostOffer:
    """What can be taken from a post by one tap and had at the counter."""

    item: OwnWords
    days: int
    """It can be had on the day it was taken and so many days after."""
    limit: int = 0
    """So many can be taken in all; 0: everybody who got the post may."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as Telegram keeps it; its id belongs to one bot."""

    bot_id: int
    file_id: str


@dataclass(frozen=True, slots=True)
class Post:
    """What a campaign says in one language."""

    language: str
    text: str
    """Telegram's HTML, as the owner formatted it; empty with a photo alone."""
    photo: Photo | None = None
    label: str = ""
    """Of the button with the link; empty: none."""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Campaign:
    """A message plan: what is said, for whom, when, with which offer."""

    id: CampaignId
    state: CampaignState
    terms: Terms
    segment: Segment
    """For whom."""
    offer: PostOffer | None
    posts: tuple[Post, ...]
    """In the order of their languages."""
    created_by: StaffId
    approved_at: datetime | None = None
    read_words: int | None = None
    """What tells the words that were read then from others."""

    @property
    def kind(self) -> CampaignKind:
        """What makes it go out."""
        return kind_of(self.terms)

    def said_in(self, language: str, otherwise: str) -> Post | None:
        """The version in this language, else in `otherwise`, else the first; None: nothing is written yet."""
        versions = {post.language: post for post in self.posts}
        return versions.get(language) or versions.get(otherwise) or next(iter(self.posts), None)
