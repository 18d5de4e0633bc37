"""/campaigns: what was sent and what came of it; and the buttons under what is being sent.

Not here: writing a post (broadcast.py). Who may is asked by each use case.
"""

from collections.abc import Awaitable, Callable
from typing import Final

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.callbacks import RunTap
from handlers.drawings.run_list import draw_run_list
from handlers.filters import PrivateChat
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from loyalty.ids import ChatId, MessageId, RunId
from loyalty.people import Cause, Person
from loyalty.use_cases.campaigns.launching import TakeBackRun
from loyalty.use_cases.campaigns.runs import ReadRuns, ShowRun
from loyalty.use_cases.campaigns.steering import EndRepeating, PauseRun, ResumeRun, StopRun

_SAID: Final = {
    RunTap.TAKE_BACK: "toast-run-taken-back",
    RunTap.PAUSE: "toast-run-paused",
    RunTap.RESUME: "toast-run-resumed",
    RunTap.STOP: "toast-run-stopped",
    RunTap.COUNT: "toast-run-counted",
}


def create_router() -> Router:
    """The command, its list, and the buttons of each run."""
    router = Router(name="owner.runs")
    router.message.register(answer, PrivateChat(), Command("campaigns"))
    router.callback_query.register(steer, callbacks.SteerRun.filter())
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


async def steer(
    query: CallbackQuery, callback_data: callbacks.SteerRun, person: Person, words: Words,
    take_back_run: TakeBackRun, pause_run: PauseRun, resume_run: ResumeRun, stop_run: StopRun,
    show_run: ShowRun,
) -> None:  # fmt: skip
    """What the tap does to it is said in a word; its message follows by itself."""
    does: dict[RunTap, Callable[[Person, RunId], Awaitable[object]]] = {
        RunTap.TAKE_BACK: take_back_run,
        RunTap.PAUSE: pause_run,
        RunTap.RESUME: resume_run,
        RunTap.STOP: stop_run,
        RunTap.COUNT: show_run,
    }
    await does[callback_data.tap](person, callback_data.run_id)
    await answer_tap(query, words.plain(_SAID[callback_data.tap]))


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
