"""/campaigns: what was sent and what came of it; and the buttons under what is being sent.

Not here: writing a post (broadcast.py). Who may is asked by each use case.
"""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.run_list import draw_run_list
from handlers.filters import PrivateChat
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from loyalty.ids import ChatId, MessageId
from loyalty.people import Cause, Person
from loyalty.use_cases.campaigns.launching import TakeBackRun
from loyalty.use_cases.campaigns.runs import ReadRuns, ShowRun
from loyalty.use_cases.campaigns.steering import EndRepeating, PauseRun, ResumeRun, StopRun


def create_router() -> Router:
    """The command, its list, and the buttons of each run."""
    router = Router(name="owner.runs")
    router.message.register(answer, PrivateChat(), Command("campaigns"))
    router.callback_query.register(take_back, callbacks.TakeBackRun.filter())
    router.callback_query.register(pause, callbacks.PauseRun.filter())
    router.callback_query.register(resume, callbacks.ResumeRun.filter())
    router.callback_query.register(stop, callbacks.StopRun.filter())
    router.callback_query.register(count, callbacks.CountRun.filter())
    router.callback_query.register(open_run, callbacks.OpenRun.filter())
    router.callback_query.register(show_all, callbacks.OpenRuns.filter())
    router.callback_query.register(end_repeating, callbacks.EndRepeating.filter())
    return router


async def answer(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, read_runs: ReadRuns
) -> None:
    """What was sent, the newest first."""
    await send(bot, chat_id, draw_run_list(await read_runs(person), words))


async def show_all(query: CallbackQuery, person: Person, words: Words, read_runs: ReadRuns) -> None:
    """The same in place of another page."""
    page = await read_runs(person)
    await answer_tap(query)
    await turn(query, draw_run_list(page, words))


async def take_back(
    query: CallbackQuery, callback_data: callbacks.TakeBackRun, person: Person, words: Words,
    take_back_run: TakeBackRun,
) -> None:  # fmt: skip
    """Within the grace, or before its hour."""
    await take_back_run(person, callback_data.run_id)
    await answer_tap(query, words.plain("toast-run-taken-back"))


async def pause(
    query: CallbackQuery, callback_data: callbacks.PauseRun, person: Person, words: Words,
    pause_run: PauseRun,
) -> None:  # fmt: skip
    """Nothing more for now."""
    await pause_run(person, callback_data.run_id)
    await answer_tap(query, words.plain("toast-run-paused"))


async def resume(
    query: CallbackQuery, callback_data: callbacks.ResumeRun, person: Person, words: Words,
    resume_run: ResumeRun,
) -> None:  # fmt: skip
    """On, or to the rest."""
    await resume_run(person, callback_data.run_id)
    await answer_tap(query, words.plain("toast-run-resumed"))


async def stop(
    query: CallbackQuery, callback_data: callbacks.StopRun, person: Person, words: Words, stop_run: StopRun
) -> None:
    """For good, unless that is regretted soon."""
    await stop_run(person, callback_data.run_id)
    await answer_tap(query, words.plain("toast-run-stopped"))


async def count(
    query: CallbackQuery, callback_data: callbacks.CountRun, person: Person, words: Words, show_run: ShowRun
) -> None:
    """The figures as they are now."""
    await show_run(person, callback_data.run_id)
    await answer_tap(query, words.plain("toast-run-counted"))


async def open_run(
    query: CallbackQuery, callback_data: callbacks.OpenRun, person: Person, chat_id: ChatId,
    show_run: ShowRun,
) -> None:  # fmt: skip
    """Its message once more, further down."""
    cause = Cause(chat_id, MessageId(query.message.message_id), tap=query.id) if query.message else None
    await show_run(person, callback_data.run_id, cause=cause)
    await answer_tap(query)


async def end_repeating(
    query: CallbackQuery, callback_data: callbacks.EndRepeating, person: Person, words: Words,
    end_repeating: EndRepeating, read_runs: ReadRuns,
) -> None:  # fmt: skip
    """No more Fridays."""
    await end_repeating(person, callback_data.campaign_id)
    await answer_tap(query, words.plain("toast-repeating-ended"))
    await turn(query, draw_run_list(await read_runs(person), words))
