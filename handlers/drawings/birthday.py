"""The birthday's date: the months and days to pick from, is that right, and what is kept then.

Not here: reading a date that was typed (handlers/dates.py).
"""

from calendar import monthrange
from collections.abc import Sequence
from typing import Final

from handlers import callbacks
from handlers.dates import name_month, say_day
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.texts import Html, Words
from loyalty.birthdays import Birthday
from loyalty.use_cases.campaigns.birthdays import BirthdayTold
from loyalty.wishes import WishesFacts

_LEAP_YEAR: Final = 2024
_MONTHS_IN_A_ROW: Final = 3
_DAYS_IN_A_ROW: Final = 7


def draw_months(hint: Birthday | None, words: Words) -> OutgoingMessage:
    """Twelve buttons; `hint`: what Telegram's own profile says, one tap away and no more than that."""
    months = [
        Button(name_month(month, words.language), callbacks.PickMonth(month=month).pack())
        for month in range(1, 13)
    ]
    rows = _side_by_side(months, _MONTHS_IN_A_ROW)
    if hint is not None:
        label = words.plain("button-birthday-hint", day=say_day(hint, words.language))
        rows = ((Button(label, _pick(hint)),), *rows)
    return OutgoingMessage(words.say("birthday-month"), rows)


def draw_days(month: int, words: Words) -> OutgoingMessage:
    """The days of a month; February has its 29th."""
    days = [
        Button(str(day), _pick(Birthday(month, day)))
        for day in range(1, monthrange(_LEAP_YEAR, month)[1] + 1)
    ]
    other = Button(words.plain("button-birthday-other"), callbacks.TellBirthday().pack())
    text = words.say("birthday-day", month=name_month(month, words.language))
    return OutgoingMessage(text, (*_side_by_side(days, _DAYS_IN_A_ROW), (other,)))


def draw_is_right(told: BirthdayTold, words: Words) -> OutgoingMessage:
    """The date once more, with what it means to give it."""
    day = told.birthday
    lines = [words.say("birthday-right", day=say_day(day, words.language)), words.say("birthday-locks")]
    if told.too_late:
        lines.insert(1, words.say("birthday-too-late", day=told.first))
    keep = callbacks.KeepBirthday(month=day.month, day=day.day).pack()
    rows = (
        (Button(words.plain("button-birthday-right"), keep, Style.SUCCESS),),
        (Button(words.plain("button-birthday-other"), callbacks.TellBirthday().pack()),),
    )
    return OutgoingMessage("\n\n".join(lines), rows, asks=True)


def say_kept(told: BirthdayTold, words: Words) -> Html:
    """It is written down; whoever told it late reads from when on it counts."""
    kept = words.say("birthday-kept", day=say_day(told.birthday, words.language))
    if not told.too_late:
        return kept
    return Html(f"{kept}\n{words.say('birthday-too-late', day=told.first)}")


def draw_deletion(facts: WishesFacts, words: Words) -> OutgoingMessage:
    """Asked once: a new date can't be told at once."""
    lines = [words.say("birthday-delete")]
    if facts.deleted_until is not None:
        lines.append(words.say("birthday-delete-locked", day=facts.deleted_until))
    delete = callbacks.DeleteBirthday(sure=True).pack()
    rows = (
        (Button(words.plain("button-birthday-delete-yes"), delete, Style.DANGER),),
        (Button(words.plain("button-birthday-delete-no"), callbacks.OpenWishes().pack()),),
    )
    return OutgoingMessage("\n\n".join(lines), rows, asks=True)


def _pick(birthday: Birthday) -> str:
    return callbacks.PickBirthday(month=birthday.month, day=birthday.day).pack()


def _side_by_side(buttons: Sequence[Button], width: int) -> Rows:
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))
