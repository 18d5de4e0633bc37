"""When posts may go out, how many, and what segments mean: the taps that set it.

Not here: the pages (drawings/program_posting.py) and the other rules (program.py).
"""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import callbacks
from handlers.drawings.program_posting import (
    draw_bound,
    draw_bounds,
    draw_posting,
    draw_quiet,
    wanted_bound,
)
from handlers.sending import answer_tap, turn
from handlers.texts import Words
from loyalty.people import Person
from loyalty.use_cases.house.rules import ChangeRules
from loyalty.use_cases.staff.staff_list import ReadStaffList


def create_router() -> Router:
    """Each rule as a wish and not a flip. Who may is asked by each use case."""
    router = Router(name="owner.program_posting")
    router.callback_query.register(open_quiet, callbacks.OpenQuiet.filter())
    router.callback_query.register(set_quiet, callbacks.SetQuiet.filter())
    router.callback_query.register(set_posts, callbacks.SetPostsAWeek.filter())
    router.callback_query.register(open_bound, callbacks.OpenBound.filter())
    router.callback_query.register(set_bound, callbacks.SetBound.filter())
    return router


async def open_quiet(
    query: CallbackQuery, callback_data: callbacks.OpenQuiet, person: Person, words: Words,
    read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """From which hour on, or until which one."""
    facts = await read_staff_list(person)
    await answer_tap(query)
    await turn(query, draw_quiet(facts.rules, words, begins=callback_data.begins))


async def set_quiet(
    query: CallbackQuery, callback_data: callbacks.SetQuiet, person: Person, words: Words,
    change_rules: ChangeRules,
) -> None:  # fmt: skip
    """When the night begins, or ends."""
    if callback_data.begins:
        program = await change_rules(person, quiet_from=callback_data.hour)
    else:
        program = await change_rules(person, quiet_until=callback_data.hour)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_posting(program.rules, words))


async def set_posts(
    query: CallbackQuery, callback_data: callbacks.SetPostsAWeek, person: Person, words: Words,
    change_rules: ChangeRules,
) -> None:  # fmt: skip
    """How many posts at most go to one customer within a week."""
    program = await change_rules(person, posts_a_week=callback_data.posts)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_posting(program.rules, words))


async def open_bound(
    query: CallbackQuery, callback_data: callbacks.OpenBound, person: Person, words: Words,
    read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """One bound."""
    facts = await read_staff_list(person)
    await answer_tap(query)
    await turn(query, draw_bound(facts.rules, callback_data.bound, words))


async def set_bound(
    query: CallbackQuery, callback_data: callbacks.SetBound, person: Person, words: Words,
    change_rules: ChangeRules,
) -> None:  # fmt: skip
    """What a word about customers means from now on."""
    wanted = wanted_bound(callback_data.bound, callback_data.value)
    program = await change_rules(person, single_bounds=wanted)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_bounds(program.rules, words))
