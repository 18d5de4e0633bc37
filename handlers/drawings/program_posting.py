"""When posts may go out, how many, and what "new" or "lost" means here: the owner's pages of it.

Not here: whom a post is for (the composer), and what customers let us send (wishes.py).
"""

from collections.abc import Sequence
from typing import Final, cast

from handlers import callbacks
from handlers.callbacks import SegmentBound, Step
from handlers.drawings.program import back_to
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.texts import Html, Words
from loyalty.programs import Rules
from loyalty.segment_bounds import SegmentBoundsWanted
from loyalty.use_cases.house.rules import POSTS_A_WEEK

_IN_A_ROW: Final = 4
_HOURS: Final = (SegmentBound.MORNING_FROM, SegmentBound.LUNCH_FROM, SegmentBound.LUNCH_UNTIL)
CHOICES: Final[dict[SegmentBound, Sequence[int]]] = {
    SegmentBound.NEW_DAYS: (7, 14, 30, 60),
    SegmentBound.HERE_DAYS: (7, 14, 21, 30, 45, 60),
    SegmentBound.LOST_DAYS: (30, 45, 60, 90, 120, 180),
    SegmentBound.REGULAR_VISITS: (2, 3, 4, 6, 8, 12),
    SegmentBound.REGULAR_DAYS: (14, 30, 60, 90),
    SegmentBound.HABIT_VISITS: (2, 3, 5, 10),
    SegmentBound.MORNING_FROM: (5, 6, 7, 8),
    SegmentBound.LUNCH_FROM: (10, 11, 12, 13),
    SegmentBound.LUNCH_UNTIL: (14, 15, 16, 17),
}
"""What each can be by a tap."""


def draw_posting(rules: Rules, words: Words) -> OutgoingMessage:
    """When posts wait, and how many go to one customer."""
    night = words.say("posting-always")
    if rules.quiet_from != rules.quiet_until:
        night = words.say("posting-night", begins=_hour(rules.quiet_from), ends=_hour(rules.quiet_until))
    lines = [words.say("posting-heading"), night, words.say("posting-cap", posts=rules.posts_a_week)]
    begins, ends = callbacks.OpenQuiet(begins=True).pack(), callbacks.OpenQuiet(begins=False).pack()
    posts = [
        Button(str(count), callbacks.SetPostsAWeek(posts=count).pack(), _mark(count == rules.posts_a_week))
        for count in POSTS_A_WEEK
    ]
    rows: Rows = (
        (Button(words.plain("button-quiet-from"), begins), Button(words.plain("button-quiet-until"), ends)),
        tuple(posts),
        (Button(words.plain("button-segment-bounds"), callbacks.OpenStep(step=Step.SEGMENTS).pack()),),
        back_to(Step.MORE, words),
    )
    return OutgoingMessage("\n\n".join(lines), rows, asks=True)


def draw_quiet(rules: Rules, words: Words, *, begins: bool) -> OutgoingMessage:
    """Every hour of a day."""
    now = rules.quiet_from if begins else rules.quiet_until
    hours = [
        Button(_hour(hour), callbacks.SetQuiet(begins=begins, hour=hour).pack(), _mark(hour == now))
        for hour in range(24)
    ]
    text = words.say("set-quiet-from" if begins else "set-quiet-until", hour=_hour(now))
    rows = (*_side_by_side(hours), back_to(Step.POSTING, words))
    return OutgoingMessage(text, rows, asks=True)


def draw_bounds(rules: Rules, words: Words) -> OutgoingMessage:
    """What the words of segments mean here, a sentence each."""
    lines = [words.say("segment-bounds-heading"), "", *_say_bounds(rules, words)]
    rows = [
        (Button(words.plain(f"button-bound-{_key(bound)}"), callbacks.OpenBound(bound=bound).pack()),)
        for bound in SegmentBound
    ]
    return OutgoingMessage("\n".join(lines), (*rows, back_to(Step.POSTING, words)), asks=True)


def draw_bound(rules: Rules, bound: SegmentBound, words: Words) -> OutgoingMessage:
    """One of them, with what it can be; what it is now stands among the choices in any case."""
    now = value_of(rules, bound)
    choices = sorted({*CHOICES[bound], now})
    buttons = [
        Button(_said(bound, value), callbacks.SetBound(bound=bound, value=value).pack(), _mark(value == now))
        for value in choices
    ]
    text = words.say(f"set-bound-{_key(bound)}", now=_said(bound, now))
    return OutgoingMessage(text, (*_side_by_side(buttons), back_to(Step.SEGMENTS, words)), asks=True)


def value_of(rules: Rules, bound: SegmentBound) -> int:
    """What a bound is now."""
    value: int = getattr(rules.segments, bound.value)
    return value


def wanted_bound(bound: SegmentBound, value: int) -> SegmentBoundsWanted:
    """This one, and none of the others: another owner may be changing them."""
    return cast(SegmentBoundsWanted, {bound.value: value})


def _say_bounds(rules: Rules, words: Words) -> list[Html]:
    bounds = rules.segments
    return [
        words.say("bounds-new", days=bounds.new_days),
        words.say("bounds-here", days=bounds.here_days),
        words.say("bounds-slipping", least=str(bounds.here_days), most=bounds.lost_days),
        words.say("bounds-lost", days=bounds.lost_days),
        words.say("bounds-regular", visits=bounds.regular_visits, days=str(bounds.regular_days)),
        words.say(
            "bounds-habit",
            visits=bounds.habit_visits,
            morning=_hour(bounds.morning_from),
            lunch=_hour(bounds.lunch_from),
            ends=_hour(bounds.lunch_until),
        ),
    ]


def _said(bound: SegmentBound, value: int) -> str:
    return _hour(value) if bound in _HOURS else str(value)


def _key(bound: SegmentBound) -> str:
    return bound.value.replace("_", "-")


def _hour(hour: int) -> str:
    return f"{hour:02d}:00"


def _side_by_side(buttons: Sequence[Button]) -> Rows:
    return tuple(tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW))


def _mark(chosen: bool) -> Style:
    return Style.PRIMARY if chosen else Style.PLAIN
