"""When what goes out by itself goes out: the taps that set it.

Not here: the rest of its page (standing.py).
"""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import callbacks
from handlers.drawings.standing_page import draw_standing, draw_timing, usual_words
from handlers.sending import answer_tap, turn
from handlers.texts import Texts, Words
from loyalty.people import Person
from loyalty.standing_times import kind_timed
from loyalty.use_cases.campaigns.standing import OpenStanding
from loyalty.use_cases.campaigns.standing_timing import SetLeapDay, SetStandingTiming


def create_router() -> Router:
    """Owners only: the use cases judge it."""
    router = Router(name="owner.standing_timing")
    router.callback_query.register(open_timing, callbacks.OpenTiming.filter())
    router.callback_query.register(set_timing, callbacks.SetTiming.filter())
    router.callback_query.register(keep_leap_day, callbacks.SetLeapDay.filter())
    return router


async def open_timing(
    query: CallbackQuery, callback_data: callbacks.OpenTiming, person: Person, words: Words, texts: Texts,
    open_standing: OpenStanding,
) -> None:  # fmt: skip
    """At which hour, or after how many days?"""
    kind = kind_timed(callback_data.timing)
    view = await open_standing(person, kind, usual_words(kind, texts))
    await answer_tap(query)
    await turn(query, draw_timing(view, callback_data.timing, words))


async def set_timing(
    query: CallbackQuery, callback_data: callbacks.SetTiming, person: Person, words: Words, texts: Texts,
    set_standing_timing: SetStandingTiming,
) -> None:  # fmt: skip
    """Its words are the same, so it stays on."""
    view = await set_standing_timing(person, callback_data.timing, callback_data.value)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_standing(view, words, texts))


async def keep_leap_day(
    query: CallbackQuery, callback_data: callbacks.SetLeapDay, person: Person, words: Words, texts: Texts,
    set_leap_day: SetLeapDay,
) -> None:  # fmt: skip
    """A wish, not a flip: tapping twice changes nothing more."""
    view = await set_leap_day(person, on_march=callback_data.on_march)
    await answer_tap(query)
    await turn(query, draw_standing(view, words, texts))
