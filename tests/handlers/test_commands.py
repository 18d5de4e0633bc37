"""The commands that Telegram offers: each has a handler, each handler's is offered or hidden on purpose.

Not here: telling Telegram (tests/bot/test_profile.py).
"""

import re
from itertools import pairwise

import pytest
from aiogram.filters import Command

from handlers import commands
from handlers.routers import create_root_router
from handlers.texts import LOCALES, Texts
from loyalty.people import Role
from tests.handlers.walk import walk_filters

MENUS = {
    "customer": commands.CUSTOMER,
    "groups": commands.GROUPS,
    "staff chat": commands.STAFF_CHAT,
    "till": commands.TILL,
    **{role.value: menu for role, menu in commands.STAFF.items()},
}
OFFERED = {command for menu in MENUS.values() for command in menu}


def handled() -> set[str]:
    filters = [found.callback for _, found in walk_filters(create_root_router())]
    return {str(word) for one in filters if isinstance(one, Command) for word in one.commands}


def test_each_command_on_offer_has_a_handler() -> None:
    assert sorted(OFFERED - handled()) == []


def test_each_command_with_a_handler_is_on_offer_or_hidden_on_purpose() -> None:
    assert sorted(handled() - OFFERED) == sorted(commands.HIDDEN)


@pytest.mark.parametrize("menu", list(MENUS.values()), ids=list(MENUS))
@pytest.mark.parametrize("language", sorted(path.name for path in LOCALES.iterdir()))
def test_a_menu_is_one_that_telegram_takes(texts: Texts, menu: tuple[str, ...], language: str) -> None:
    words = texts.in_language(language)
    assert len(set(menu)) == len(menu) <= 100
    for command in menu:
        assert re.fullmatch(r"[a-z0-9_]{1,32}", command)
        assert 3 <= len(commands.describe(command, words)) <= 50


def test_who_rises_keeps_what_they_had() -> None:
    for lower, higher in pairwise(Role):
        assert set(commands.STAFF[lower]) < set(commands.STAFF[higher])
