"""Answers of the server, read along: a wrong one is known, and no test can end without hearing of it.

Not here: the answers themselves; every test with a server has them read.
"""

import types
import typing
from typing import Any

import aiogram.methods
import aiohttp
import pytest
from aiogram.types import TelegramObject

from bot.sandbox.methods import METHODS, Doing
from bot.sandbox.person import Person
from bot.sandbox.schema import facts
from tests.checked_server import RESULTS, CheckedServer
from tests.sandbox.raw_bot import TOKEN, RawBot, StandingClock

ME = {"id": 1, "is_bot": True, "first_name": "One"}
PLAIN = {bool: "True", str: "String", int: "Integer"}


def members(kinds: list[str]) -> set[str]:
    """Types, with the members of a union in its place."""
    found: set[str] = set()
    for kind in kinds:
        bare = kind.removeprefix("Array of ")
        inside = facts()["types"].get(bare, {}).get("one_of", [bare])
        found |= {kind.replace(bare, one) for one in inside}
    return found


def kinds_of(returned: Any) -> set[str]:
    """The same from what aiogram says that a method returns."""
    if typing.get_origin(returned) in (typing.Union, types.UnionType):
        return set().union(*map(kinds_of, typing.get_args(returned)))
    if typing.get_origin(returned) is list:
        return {f"Array of {kind}" for kind in kinds_of(*typing.get_args(returned))}
    return {PLAIN.get(returned) or returned.__name__}


def test_what_methods_answer_is_what_aiogram_has_read_in_the_documentation() -> None:
    for name in [*METHODS, "getUpdates"]:
        promised = getattr(aiogram.methods, name[0].upper() + name[1:]).__returning__
        assert members(RESULTS.get(name, ["True"])) == kinds_of(promised), name
    assert issubclass(aiogram.methods.GetMe.__returning__, TelegramObject)


@pytest.mark.parametrize(
    ("answer", "flaw"),
    [
        ({**ME, "first_name": 1}, 'Field "first_name" must be of type String'),
        ({"id": 1, "is_bot": True}, 'Can\'t find field "first_name"'),
        ({**ME, "shoe_size": 44}, 'unknown field "shoe_size"'),
        (True, 'field "result" must be of type User'),
        ([ME], 'field "result" must be of type User'),
    ],
)
async def test_a_wrong_answer_fails_whoever_asked(
    clock: StandingClock, monkeypatch: pytest.MonkeyPatch, answer: object, flaw: str
) -> None:
    def wrong(_: Doing) -> object:
        return answer

    monkeypatch.setitem(METHODS, "getMe", wrong)
    server = CheckedServer(clock=clock, token=TOKEN)
    async with aiohttp.ClientSession(await server.start()) as session:
        assert await RawBot(session).does("getMe") == answer
    with pytest.raises(AssertionError, match="1 answers that Telegram would not give") as caught:
        await server.stop()
    assert flaw in str(caught.value)


async def test_a_wrong_update_fails_whoever_polled(clock: StandingClock) -> None:
    server = CheckedServer(clock=clock, token=TOKEN)
    async with aiohttp.ClientSession(await server.start()) as session:
        ann = await Person.join(session, "Ann")
        await ann.starts()
        server._world.queue.waiting[0].body["message"]["chat"]["type"] = None
        assert len(await RawBot(session).takes_updates()) == 1
    with pytest.raises(AssertionError, match=r'getUpdates: .*Field "type" must be of type String'):
        await server.stop()


async def test_true_answers_are_counted_and_let_pass(clock: StandingClock) -> None:
    server = CheckedServer(clock=clock, token=TOKEN)
    async with aiohttp.ClientSession(await server.start()) as session:
        bot, ann = RawBot(session), await Person.join(session, "Ann")
        await ann.starts()
        await bot.takes_updates()
        await bot.hears("sendMessage", chat_id=ann.id, text="")
        await session.post("/sim/faults", json={"kind": "too_many_requests", "retry_after": 4})
        await bot.hears("sendMessage", chat_id=ann.id, text="x")
        await session.post("/sim/faults", json={"kind": "unreadable_update"})
        await ann.says("after an odd one")
        assert len(await bot.takes_updates()) == 2
    await server.stop()
    assert server.checked == 6
