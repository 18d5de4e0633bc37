"""A whole update, from Telegram's answer to the committed result, against aiogram with nothing to do.

Processor time of all threads, so that neighbours on the machine don't decide. A tap is four transactions:
kept, met, confirmed with its receipt and its redraws, done. Half of the time is the database's thread, half
ours and aiogram's. What the bound was, and why it is another one: docs/decisions/0032-bounds-of-the-bench.md.

Not here: the network. Telegram is a session in this process that says yes: our own work is measured. Nor the
wait for the disk (confirmations.py).
"""

import asyncio
import gc
import json
from collections.abc import Coroutine, Sequence
from pathlib import Path
from time import process_time
from typing import Any, cast

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import CallbackQuery
from pydantic import SecretStr

from bench.cafe import BARISTA, Cafe, open_cafe
from bench.verdicts import Verdict
from bot.backups import BackupKeeper
from bot.clock import SystemClock
from bot.health import Health
from bot.inbox import Inbox
from bot.pacing import ChatPace
from bot.patience import Patience
from bot.raw_updates import read_answer
from bot.secret_source import SystemSecrets
from bot.settings import Settings
from bot.wiring import Surroundings, assemble
from handlers.callbacks import Confirm
from loyalty.ids import VisitId

ROUNDS = 11
IN_FLIGHT = 200
IN_AN_ANSWER = 100
"""As many as getUpdates answers at most (Bot API)."""
TOKEN = "123456:" + "b" * 35


class AgreeingTelegram(AiohttpSession):
    """Answers a tap's answer with True, without any network, and knows nothing else."""

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None  # noqa: ARG002, ASYNC109
    ) -> TelegramType:  # fmt: skip
        """True, to the one call that a tap needs."""
        assert isinstance(method, AnswerCallbackQuery), type(method).__name__
        return cast(TelegramType, True)


class Line:
    """The product's way of an update, from Telegram's answer to its end, with nothing behind it running."""

    def __init__(self, cafe: Cafe, folder: Path, bot: Bot) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        health = Health()
        settings = Settings(bot_token=SecretStr(TOKEN), data_dir=folder)
        around = Surroundings(
            settings=settings,
            secrets=SystemSecrets(),
            backups=BackupKeeper(cafe.database, folder, SystemClock(), health),
            health=health,
            patience=Patience(health, asyncio.Event()),
            bot=bot,
            chats=ChatPace(),
            bot_link="https://t.me/bench_bot",
            spawn=self._spawn,
        )
        self._inbox: Inbox = assemble(around, cafe.database).inbox

    async def take(self, answers: Sequence[str]) -> None:
        """Return when every update of these answers is done."""
        for answer in answers:
            await self._inbox.take(read_answer(answer).updates)
        while self._tasks:
            await asyncio.wait(self._tasks)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def measure(folder: Path) -> Sequence[Verdict]:
    """Rounds of ours and of the floor in turns."""
    ratios = []
    bot = Bot(TOKEN, session=AgreeingTelegram())
    floor = Dispatcher()
    floor.callback_query.register(_do_nothing)
    async with open_cafe(folder / "updates") as cafe:
        line = Line(cafe, folder, bot)
        gc.freeze()  # as bot/app.py does
        for number in range(ROUNDS + 1):
            taps = _taps(await cafe.open_visits(IN_FLIGHT), first_id=1 + number * IN_FLIGHT)
            began = process_time()
            await asyncio.gather(*(floor.feed_raw_update(bot, json.loads(tap)) for tap in taps))
            took = process_time() - began
            answers = _answers(taps)
            began = process_time()
            await line.take(answers)
            ratios.append(took / (process_time() - began))
            waiting = IN_FLIGHT * 4 + 1
            assert await cafe.count_waiting() == waiting, "a receipt and three redraws each, and one queue"
    return (
        Verdict(
            measure=f"update, {IN_FLIGHT} in flight",
            said="raw tap to stamp, receipt row and end committed / feed_raw_update, empty handler",
            rounds=ratios[1:],
            at_least=0.08,
        ),
    )


async def _do_nothing(_: CallbackQuery) -> None:
    pass


def _taps(visits: Sequence[VisitId], *, first_id: int) -> list[str]:
    """One tap on +1 each, in a chat of its own: in one chat they would be handled one after another."""
    return [json.dumps(_tap(visit, first_id + number)) for number, visit in enumerate(visits)]


def _tap(visit: VisitId, number: int) -> dict[str, Any]:
    barista = {"id": BARISTA.telegram_id, "is_bot": False, "first_name": BARISTA.name, "language_code": "en"}
    message = {
        "message_id": number,
        "date": 1_790_000_000,
        "chat": {"id": -1_000_000 - number, "type": "group", "title": "Counter"},
        "from": {"id": 123456, "is_bot": True, "first_name": "Cup"},
        "text": "fox 42: 0 of 6",
    }
    return {
        "update_id": number,
        "callback_query": {
            "id": str(number),
            "from": barista,
            "message": message,
            "chat_instance": "1",
            "data": Confirm(visit_id=visit, stamps=1).pack(),
        },
    }


def _answers(taps: Sequence[str]) -> list[str]:
    """As getUpdates would answer."""
    starts = range(0, len(taps), IN_AN_ANSWER)
    return [f'{{"ok":true,"result":[{",".join(taps[start : start + IN_AN_ANSWER])}]}}' for start in starts]
