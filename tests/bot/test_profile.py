"""What the bot tells Telegram of itself: everything once, then only changes, whatever Telegram says.

Not here: which commands are whose (tests/handlers/test_commands.py).
"""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.pacing import ChatPace
from bot.profile import MOST_A_TICK, BotProfile
from bot.secret_source import SystemSecrets
from bot.telegram_session import create_bot
from handlers.commands import CUSTOMER, STAFF, TILL
from handlers.texts import Texts
from loyalty.ids import TelegramId
from loyalty.people import Person as Somebody
from loyalty.people import Role
from loyalty.programs import Collects
from loyalty.use_cases.house.profile import KeepSaid, ReadProfile
from loyalty.use_cases.house.rules import ChangeRules
from loyalty.use_cases.staff.leaving import RemoveStaff
from loyalty.use_cases.staff.staff_list import ChangeRole
from storage.sqlite import FILE_NAME, SqliteDatabase
from tests.running_cafe import RunningCafe
from tests.tongues import tongue

SETTERS = ("setMyName", "setMyDescription", "setMyShortDescription", "setMyCommands", "deleteMyCommands")


class Telling:
    """The profile's tick, called by hand."""

    def __init__(self, cafe: RunningCafe, database: SqliteDatabase, profile: BotProfile) -> None:
        self.cafe = cafe
        self.database = database
        self.profile = profile
        self._seen = 0

    async def tells(self) -> list[dict[str, Any]]:
        """Tick until nothing more is told; what was."""
        told: list[dict[str, Any]] = []
        while new := await self.tells_some():
            told += new
        return told

    async def tells_some(self) -> list[dict[str, Any]]:
        """One tick; what it told."""
        await self.profile()
        async with self.cafe.http.get("/sim/calls") as answer:
            calls = [one for one in await answer.json() if one["method"] in SETTERS]
        new, self._seen = calls[self._seen :], len(calls)
        return new


@pytest.fixture
async def telling(cafe: RunningCafe) -> AsyncIterator[Telling]:
    bot = create_bot(cafe.settings, ChatPace())
    database = await SqliteDatabase.open(cafe.folder / FILE_NAME, clock=cafe.clock, secrets=SystemSecrets())
    yield Telling(cafe, database, BotProfile(bot, Texts(), ReadProfile(database), KeepSaid(database)))
    await database.close()
    await bot.session.close()


def menus(told: list[dict[str, Any]]) -> list[str]:
    return [str(one["params"].get("scope")) for one in told if one["method"] == "setMyCommands"]


async def test_everything_is_told_once_and_then_only_what_changed(telling: Telling) -> None:
    owner = await telling.cafe.owner("Olga")
    anna = Somebody(TelegramId(owner.id), "Olga", "en")
    first = await telling.tells_some()
    assert len(first) == MOST_A_TICK
    await telling.tells()
    assert await telling.tells() == []
    assert [one["command"] for one in await owner.menu()] == list(STAFF[Role.OWNER])
    change = ChangeRules(telling.database)
    await change(anna, cafe="Bean & Leaf", set_up=True)
    told = await telling.tells()
    assert [one["method"] for one in told].count("setMyName") == 1
    assert {one["method"] for one in told} == {"setMyName", "setMyDescription", "setMyShortDescription"}
    assert await telling.tells() == []
    await change(anna, goal=8)
    assert {one["method"] for one in await telling.tells()} == {"setMyDescription"}
    async with telling.cafe.http.post(
        f"/bot{telling.cafe.settings.bot_token.get_secret_value()}/getMyDescription",
        json={"language_code": "et"},
    ) as answer:
        assert "8 templit" in (await answer.json())["result"]["description"]


async def test_the_menu_follows_the_role_and_goes_with_it(telling: Telling) -> None:
    owner = await telling.cafe.owner("Olga")
    ben = await telling.cafe.barista(owner, "Ben", reads=tongue("et"))
    await telling.tells()
    commands = await ben.menu()
    assert [one["command"] for one in commands] == list(STAFF[Role.BARISTA])
    assert commands[0]["description"] == "Kes ootab leti ääres"
    anna = Somebody(TelegramId(owner.id), "Olga", "en")
    [(staff_id,)] = telling.cafe.rows("SELECT id FROM staff WHERE name = 'Ben'")
    await ChangeRole(telling.database)(anna, staff_id, manager=True)  # type: ignore[arg-type]
    await telling.tells()
    assert [one["command"] for one in await ben.menu()] == list(STAFF[Role.MANAGER])
    await RemoveStaff(telling.database)(anna, staff_id)  # type: ignore[arg-type]
    told = await telling.tells()
    assert [one["method"] for one in told] == ["deleteMyCommands"]
    assert [one["command"] for one in await ben.menu()] == list(CUSTOMER)


async def test_a_cafe_of_points_promises_what_it_gives_before_start_and_offers_no_command_in_vain(
    telling: Telling,
) -> None:
    owner = await telling.cafe.owner("Olga")
    anna = Somebody(TelegramId(owner.id), "Olga", "en")
    await ChangeRules(telling.database)(anna, set_up=True, collects=Collects.POINTS)
    told = repr(await telling.tells())
    assert "Free coffee" not in told
    assert "points pay a part of a later bill" in told
    menu = {one["command"]: one["description"] for one in await owner.menu()}
    assert "adjust" not in menu
    assert menu["confirm"] == "Enter a bill: /confirm 418302 3.50"


async def test_what_telegram_refuses_for_now_waits_and_the_rest_goes_on(telling: Telling) -> None:
    owner = await telling.cafe.owner("Olga")
    anna = Somebody(TelegramId(owner.id), "Olga", "en")
    await ChangeRules(telling.database)(anna, set_up=True)
    await telling.cafe.breaks("too_many_requests", method="setMyName", retry_after=10_072)
    told = await telling.tells()
    assert [one["method"] for one in told].count("setMyName") == 1
    assert "setMyDescription" in {one["method"] for one in told}
    telling.profile._rest_until.clear()
    assert [one["method"] for one in await telling.tells()] == ["setMyName"]


async def test_a_server_error_is_tried_again_and_a_bad_request_is_not(telling: Telling) -> None:
    await telling.cafe.owner("Olga")
    await telling.cafe.breaks("server_error", method="setMyCommands", times=2)
    await telling.tells()
    assert await telling.tells() == []
    [(count,)] = telling.cafe.rows("SELECT count(*) FROM bot_profile")
    assert count == 9, "the owner's menu, and four languages of two"


def test_a_till_is_offered_only_what_it_can_do() -> None:
    assert not {"setup", "staff", "undo", "name", "pin", "leave"} & set(TILL)
