"""One update to its end: odd ones, handlers that fail, Telegram that refuses, a disk that is full.

The dispatcher's handlers are the test's own; the database is real. Order is tested with the inbox.
"""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.fsm.context import FSMContext
from aiogram.methods import SendMessage
from aiogram.types import Message

from bot import handling
from bot.dialogue_storage import DialogueStorage
from bot.handling import UpdateHandling
from bot.health import Health
from bot.patience import Patience, Stopping
from bot.raw_updates import RawUpdate, read_kept
from bot.secret_source import SystemSecrets
from bot.wiring import create_update_care
from loyalty.ids import UpdateId
from loyalty.inbox import NewUpdate
from loyalty.people import Person
from loyalty.use_cases.customers.enrolment import Join
from loyalty.use_cases.house.receiving import FindDialogue, KeepUpdates
from loyalty.use_cases.staff.staffing import MakeOwnerLink, OpenInvite
from storage.sqlite import SqliteDatabase
from tests.bot.told import Told
from tests.counter import ANNA, MIA, secret_of

METHOD = SendMessage(chat_id=1, text="x")


def message(text: Any = "hello", *, person: Person = MIA, **more: Any) -> dict[str, Any]:
    chat = {"id": person.telegram_id, "type": "private", "first_name": person.name}
    sender = {"id": person.telegram_id, "is_bot": False, "first_name": person.name}
    return {"message": {"message_id": 1, "date": 1, "chat": chat, "from": sender, "text": text, **more}}


class Desk:
    """Handles updates with one handler, and remembers what was said to whom."""

    def __init__(self, database: SqliteDatabase, patience: Patience, bot: Bot) -> None:
        self.database = database
        self.apologies: list[str] = []
        self.told = Told()
        self.texts: list[str | None] = []
        self.do: Callable[[Message, FSMContext], Awaitable[object]] | None = None
        self.dialogues = DialogueStorage(FindDialogue(database))
        dispatcher = Dispatcher(storage=self.dialogues)
        dispatcher.message.register(self._handle)
        self.handling = UpdateHandling(
            bot=bot,
            dispatcher=dispatcher,
            care=create_update_care(database),
            dialogues=self.dialogues,
            patience=patience,
            apology=self._apologise,
            waiting=self.told,
            secrets=SystemSecrets(),
            kinds=("message",),
        )

    async def takes(self, content: dict[str, Any] | str, update_id: int = 1, *, attempts: int = 1) -> None:
        """An update arrives and is handled."""
        text = content if isinstance(content, str) else json.dumps({"update_id": update_id, **content})
        await KeepUpdates(self.database)([NewUpdate(UpdateId(update_id), text, begun=attempts > 0)])
        await self.handling(read_kept(UpdateId(update_id), text), attempts=attempts)

    async def inbox(self) -> list[tuple[str, int, str]]:
        def body(tx: Any) -> list[tuple[str, int, str]]:
            rows = tx.rows.all("SELECT state, attempts, error FROM inbox ORDER BY seq", {})
            return [(row["state"], row["attempts"], row["error"]) for row in rows]

        return await self.database.read(body)

    async def one(self, query: str) -> Any:
        return await self.database.read(lambda tx: next(iter(tx.rows.get(query, {}))))

    async def _handle(self, message: Message, state: FSMContext) -> None:
        self.texts.append(message.text)
        if self.do is not None:
            await self.do(message, state)

    async def _apologise(self, _: RawUpdate, reference: str) -> None:
        self.apologies.append(reference)


@pytest.fixture
async def bot() -> AsyncIterator[Bot]:
    bot = Bot("123456:" + "a" * 35)
    yield bot
    await bot.session.close()


@pytest.fixture
def desk(database: SqliteDatabase, patience: Patience, bot: Bot, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(handling, "RETRY_SECONDS", (0.01, 0.01))
    monkeypatch.setattr(handling, "WAITS_SECONDS", (0.01, 0.02))
    return Desk(database, patience, bot)


class Failing:
    """A handler that fails so many times, each time alike."""

    def __init__(self, error: Exception, times: int) -> None:
        self.error = error
        self.left = times

    async def __call__(self, _: Message, __: FSMContext) -> None:
        if self.left:
            self.left -= 1
            raise self.error


async def test_a_handled_update_is_done(desk: Desk) -> None:
    await desk.takes(message())
    assert await desk.inbox() == [("done", 1, "")]
    assert desk.texts == ["hello"]


async def test_a_handler_that_fails_twice_has_a_third_try(desk: Desk) -> None:
    desk.do = Failing(RuntimeError("a bug"), 2)
    await desk.takes(message())
    assert await desk.inbox() == [("done", 3, "")]
    assert not desk.apologies


async def test_a_handler_that_always_fails_is_given_up_and_the_owner_and_the_person_are_told(
    desk: Desk,
) -> None:
    payload = await MakeOwnerLink(desk.database, SystemSecrets())()
    await OpenInvite(desk.database)(ANNA, secret_of(payload))
    desk.do = Failing(RuntimeError("a bug"), 99)
    await desk.takes(message())
    [(state, attempts, error)] = await desk.inbox()
    [reference] = desk.apologies
    assert (state, attempts) == ("dead", 3)
    assert error == f"{reference}: RuntimeError after 3 attempts"
    assert await desk.one("SELECT chat_id FROM deliveries") == ANNA.telegram_id
    assert reference in await desk.one("SELECT notice FROM deliveries")


async def test_a_start_link_that_could_not_be_handled_is_not_kept_either(desk: Desk) -> None:
    desk.do = Failing(RuntimeError("a bug"), 99)
    await desk.takes(message("/start o_" + "s" * 22))
    assert [state for state, *_ in await desk.inbox()] == ["dead"]
    assert await desk.one("SELECT body FROM inbox") == ""


async def test_an_update_that_killed_the_process_three_times_is_given_up_unhandled(desk: Desk) -> None:
    await desk.takes(message(), attempts=0)
    for _ in range(3):
        await desk.handling(read_kept(UpdateId(1), json.dumps({"update_id": 1, **message()})), attempts=0)
    assert [state for state, *_ in await desk.inbox()] == ["dead"]
    assert len(desk.texts) == 3


@pytest.mark.parametrize(
    "content",
    [
        '{"update_id": 1, "message": {"message_id": "first", "chat": null}}',
        '{"update_id": 1, "message": "Mia +372 5555 5555"}',
        "not even JSON",
    ],
)
async def test_an_unreadable_update_is_dead_at_once_and_nothing_personal_is_kept_of_the_reason(
    desk: Desk, content: str
) -> None:
    await desk.takes(content)
    [(state, _, error)] = await desk.inbox()
    assert state == "dead"
    assert "unreadable" in error
    assert "5555" not in error
    assert len(desk.apologies) == 1


async def test_an_update_of_a_kind_that_nobody_asked_for_is_done_without_noise(desk: Desk) -> None:
    await desk.takes({"chat_boost": {"chat": {"id": 5}}})
    assert await desk.inbox() == [("done", 1, "")]


async def test_half_a_surrogate_pair_and_nul_are_stripped_at_the_door(desk: Desk) -> None:
    raw = json.dumps({"update_id": 1, **message("TEXT")}).replace("TEXT", "a\\ud83eb\\u0000c \\ud83e\\udd8a")
    await desk.takes(raw)
    assert desk.texts == ["abc 🦊"]


async def test_what_a_failed_attempt_changed_in_the_conversation_is_forgotten(desk: Desk) -> None:
    met: list[str | None] = []

    async def move(_: Message, state: FSMContext) -> None:
        met.append(await state.get_state())
        await state.set_state("asking")
        if len(met) < 3:
            raise RuntimeError("a bug")

    desk.do = move
    await desk.takes(message())
    await desk.takes(message(), 2)
    assert met == [None, None, None, "asking"]


@pytest.mark.parametrize(
    "error",
    [
        TelegramNetworkError(METHOD, "cut"),
        TelegramRetryAfter(METHOD, "Too Many Requests", 0),
        sqlite3.OperationalError("database or disk is full"),
    ],
)
async def test_what_passes_by_itself_uses_no_attempt(desk: Desk, error: Exception) -> None:
    if isinstance(error, TelegramNetworkError):
        error.__cause__ = TimeoutError()
    if isinstance(error, sqlite3.OperationalError):
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
    desk.do = Failing(error, 8)
    await desk.takes(message())
    assert await desk.inbox() == [("done", 1, "")]
    assert len(desk.told.updates) == isinstance(error, sqlite3.OperationalError), "of the disk, once"


async def test_a_query_that_is_too_old_does_not_undo_what_was_done(desk: Desk) -> None:
    desk.do = Failing(TelegramBadRequest(METHOD, "Bad Request: query is too old"), 1)
    await desk.takes(message())
    assert await desk.inbox() == [("done", 1, "")]
    assert len(desk.texts) == 1


async def test_a_person_who_blocked_us_meanwhile_is_marked_and_the_update_is_done(desk: Desk) -> None:
    await Join(desk.database)(MIA)
    desk.do = Failing(TelegramForbiddenError(METHOD, "Forbidden: bot was blocked by the user"), 1)
    await desk.takes(message())
    assert await desk.inbox() == [("done", 1, "")]
    assert await desk.one("SELECT unreachable_since FROM customers") is not None


async def test_a_group_that_put_us_out_before_we_answered_is_no_alarm(desk: Desk) -> None:
    desk.do = Failing(TelegramForbiddenError(METHOD, "Forbidden: bot was kicked from the group chat"), 1)
    await desk.takes(message(chat={"id": -5, "type": "group", "title": "Friends"}))
    assert await desk.inbox() == [("done", 1, "")]


async def test_in_private_what_telegram_does_not_allow_is_not_passed_over_in_silence(desk: Desk) -> None:
    desk.do = Failing(TelegramBadRequest(METHOD, "Bad Request: not enough rights"), 9)
    await desk.takes(message())
    assert [(state, attempts) for state, attempts, _ in await desk.inbox()] == [("dead", 3)]
    assert len(desk.apologies) == 1


async def test_a_start_links_text_is_blanked_when_it_is_done_and_others_are_not(desk: Desk) -> None:
    await desk.takes(message("/start i_secret"), 1)
    await desk.takes(message("hello"), 2)
    assert await desk.one("SELECT body FROM inbox WHERE update_id = 1") == ""
    assert await desk.one("SELECT body FROM inbox WHERE update_id = 2") != ""


async def test_a_stop_while_waiting_for_another_try_leaves_the_update_for_the_next_start(
    desk: Desk, stop: asyncio.Event
) -> None:
    desk.do = Failing(TelegramRetryAfter(METHOD, "Too Many Requests", 30), 99)
    asyncio.get_running_loop().call_later(0.05, stop.set)
    with pytest.raises(Stopping):
        await desk.takes(message())
    assert await desk.inbox() == [("waiting", 1, "")]


async def test_a_full_disk_is_said_and_waited_out(desk: Desk, health: Health) -> None:
    await desk.takes(message(), 1)

    def shrink(tx: Any) -> None:
        tx.rows.all("PRAGMA max_page_count = 1", {})

    def grow(tx: Any) -> None:
        tx.rows.all("PRAGMA max_page_count = 100000", {})

    await desk.database.write(shrink)
    filler = message("x" * 200_000)
    with pytest.raises(sqlite3.OperationalError, match="full"):
        await desk.takes(filler, 2)
    text = json.dumps({"update_id": 2, **filler})
    patience = Patience(health, asyncio.Event(), first_delay=0.01)
    keep = KeepUpdates(desk.database)
    async with asyncio.TaskGroup() as tasks:
        keeping = tasks.create_task(patience.insist(lambda: keep([NewUpdate(UpdateId(2), text, begun=True)])))
        await asyncio.sleep(0.1)
        assert not keeping.done()
        assert "can't be written" in health.sentences()[0]
        await desk.database.write(grow)
        assert await keeping == [2]
    assert health.sentences() == []
