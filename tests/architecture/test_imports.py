"""Who may import whom, as docs/architecture.md draws it. Names and docstrings are judged elsewhere."""

import sys
from collections.abc import Iterable, Iterator

import pytest

from tests.architecture.sources import OURS, PACKAGES, ROOT, Import, Source, is_below, parse, sources

SANDBOX = "bot.sandbox"
SIDES = ("handlers.customer", "handlers.staff", "handlers.owner")
# Which of ours a package may import; what isn't listed is forbidden.
ALLOWED = {
    "loyalty": ("loyalty",),
    "storage": ("loyalty", "storage"),
    "handlers": ("loyalty", "handlers"),
    "bot": PACKAGES,
}
# What a package has no business with, though it is installed.
FORBIDDEN = {
    # Rules are given their moment and their secrets, and know nothing of rows, loops and networks.
    "loyalty": (
        "sqlite3",
        "asyncio",
        "socket",
        "http",
        "urllib.request",
        "time",
        "random",
        "secrets",
        "subprocess",
    ),
    "storage": ("aiogram", "aiohttp"),
    "handlers": ("aiosqlite", "sqlite3", "psycopg"),
}


def faults_of(source: Source) -> Iterator[str]:
    for imported in source.imports():
        if reason := fault(source.name, imported.name):
            yield f"{source.name}:{imported.line}: {source.line(imported.line)}    <- {reason}"


def fault(importer: str, name: str) -> str | None:
    """Why `importer` may not import `name`, if it may not."""
    package = importer.split(".")[0]
    if is_below(importer, SANDBOX):
        # It speaks HTTP only, so that it meets the bot as Telegram would.
        return (
            "the sandbox imports nothing of ours"
            if is_below(name, *OURS) and not is_below(name, SANDBOX)
            else None
        )
    if is_below(name, *OURS):
        if not is_below(name, *ALLOWED[package]):
            return f"{package} may import of ours only {', '.join(ALLOWED[package])}"
        return fault_inside(importer, name)
    if is_below(name, *FORBIDDEN.get(package, ())):
        return f"{package} has no business with {name}"
    if package == "loyalty" and name.split(".")[0] not in sys.stdlib_module_names:
        return "loyalty imports the standard library only"
    return None


def fault_inside(importer: str, name: str) -> str | None:
    if is_below(importer, "loyalty") and is_below(name, "loyalty") and rank(name) > rank(importer):
        return "inside loyalty: rule modules <- ports <- use_cases, never backwards"
    sides = [side for side in SIDES if is_below(importer, side)]
    if sides and is_below(name, *SIDES) and not is_below(name, *sides):
        return "customer, staff and owner don't import one another: what two of them need moves up one level"
    return None


def rank(name: str) -> int:
    return 2 if is_below(name, "loyalty.use_cases") else 1 if is_below(name, "loyalty.ports") else 0


def faults(modules: Iterable[Source]) -> list[str]:
    return [line for source in modules for line in faults_of(source)]


def test_every_import_goes_the_way_it_may() -> None:
    found = faults(sources(*PACKAGES))
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("importer", "text"),
    [
        ("loyalty.cards", "import aiogram"),
        ("loyalty.cards", "from pydantic import BaseModel"),
        ("loyalty.cards", "import sqlite3"),
        ("loyalty.cards", "from loyalty.ports import Database"),
        ("loyalty.cards", "from loyalty import ports"),
        ("loyalty.cards", "from . import ports"),
        ("loyalty.cards", "from .use_cases.confirm_visit import ConfirmVisit"),
        ("loyalty.ports", "import loyalty.use_cases.confirm_visit"),
        ("loyalty.ports", "from storage.cards import Cards"),
        ("loyalty.use_cases.confirm_visit", "from handlers.notices import render"),
        ("storage.cards", "from handlers import notices"),
        ("storage.cards", "import bot.clock"),
        ("storage.cards", "from aiogram.types import User"),
        ("handlers.staff.visit", "from storage.cards import Cards"),
        ("handlers.staff.visit", "from bot.settings import Settings"),
        ("handlers.staff.visit", "import aiosqlite"),
        ("handlers.staff.visit", "from handlers.customer.card import screen"),
        ("handlers.staff.visit", "from handlers import owner"),
        ("handlers.owner.invites", "from ..staff import visit"),
        ("bot.app", "from tests.people import Customer"),
        ("bot.sandbox.server", "from bot.clock import MovableClock"),
        ("bot.sandbox.server", "import loyalty.cards"),
        ("bot.sandbox.chats.private", "from ...clock import MovableClock"),
        (
            "storage.cards",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from bot.clock import SystemClock",
        ),
        ("storage.cards", "def late() -> None:\n    import handlers.notices"),
        ("storage.cards", "from importlib import import_module\nimport_module('handlers.notices')"),
        ("storage.cards", "import importlib\nimportlib.import_module('bot.app')"),
    ],
)
def test_a_planted_fault_is_found_and_its_line_is_printed(importer: str, text: str) -> None:
    (found,) = faults_of(parse(importer, text))
    assert text.splitlines()[-1].strip().removeprefix("def late() -> None:") in found
    assert found.startswith(f"{importer}:{len(text.splitlines())}: ")


@pytest.mark.parametrize(
    ("importer", "text"),
    [
        ("loyalty.use_cases.confirm_visit", "from loyalty.ports import Database\nfrom loyalty import cards"),
        ("loyalty.cards", "from datetime import datetime\nimport loyalty.limits"),
        ("storage.cards", "import sqlite3\nimport aiosqlite\nfrom loyalty.cards import Card"),
        ("handlers.staff.visit", "from aiogram import Router\nfrom handlers import notices, staff"),
        ("bot.app", "import handlers.staff.visit\nfrom storage import cards\nimport aiohttp"),
        ("bot.sandbox.server", "from aiohttp import web\nfrom bot.sandbox import page"),
        ("handlers.staffing", "from handlers.customer import card"),
    ],
)
def test_what_is_allowed_is_left_alone(importer: str, text: str) -> None:
    assert not faults([parse(importer, text)])


def reached(*starts: str, only_at_start: bool) -> dict[str, str]:
    """All that importing `starts` imports, each with the module of ours that asked for it."""
    modules = {source.name: source for source in sources(*PACKAGES)}
    asked: dict[str, str] = {}
    waiting = [(start, "") for start in starts]
    while waiting:
        name, asker = waiting.pop()
        parts = name.split(".")
        # Importing a.b.c runs a and a.b too; the last part may be a name inside the module a.b.
        for module in (".".join(parts[: n + 1]) for n in range(len(parts))):
            if module in asked:
                continue
            asked[module] = asker
            imports: Iterable[Import] = modules[module].imports() if module in modules else ()
            waiting += [(one.name, module) for one in imports if one.at_start or not only_at_start]
    return asked


def test_the_running_bot_never_imports_the_sandbox() -> None:
    asked = reached("bot.app", only_at_start=False)
    assert "bot.app" in {source.name for source in sources("bot")}
    assert SANDBOX not in asked, f"{asked[SANDBOX]} imports the sandbox"


@pytest.mark.parametrize("heavy", ["aiogram", SANDBOX])
def test_the_command_line_starts_without_aiogram_and_the_sandbox(heavy: str) -> None:
    asked = reached("bot.__main__", only_at_start=True)
    assert (ROOT / "bot" / "__main__.py").exists()
    assert heavy not in asked, f"{asked[heavy]} imports {heavy} as soon as it is imported itself"


@pytest.mark.parametrize(
    "package",
    [
        "loyalty",
        "storage",
        "bot.settings",
        "bot.log_setup",
        "bot.doctor",
        "bot.restore",
        "bot.safekeeping_alone",
    ],
)
def test_what_commands_need_does_not_import_aiogram(package: str) -> None:
    needed = [source.name for source in sources(*PACKAGES) if is_below(source.name, package)]
    assert needed
    asked = reached(*needed, only_at_start=False)
    assert "aiogram" not in asked, f"{asked['aiogram']} imports it"


def test_what_only_a_photo_needs_is_not_imported_at_the_start() -> None:
    assert "handlers.pictures.reading" in reached("bot.app", only_at_start=True)
    asked = reached("bot.app", only_at_start=True)
    assert "zxingcpp" not in asked, f"{asked['zxingcpp']} imports it as soon as it is imported itself"


def test_what_only_a_picture_of_answers_needs_is_not_imported_at_the_start() -> None:
    assert "handlers.pictures.charts" in reached("bot.app", only_at_start=False)
    asked = reached("bot.app", only_at_start=True)
    heavy = {name for name in asked if name.split(".")[0] in ("matplotlib", "numpy")}
    assert heavy == set()


def test_no_picture_of_answers_uses_what_all_figures_share() -> None:
    """`pyplot` keeps figures for ever, and is for one thread."""
    assert not [one for one in reached("bot.app", only_at_start=False) if "pyplot" in one]
