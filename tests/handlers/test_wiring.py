"""Wiring: every handler can be called with what there is, no filter runs in a thread, handlers are short.

Not here: what handlers do.
"""

import inspect
from typing import get_type_hints

from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from handlers import callbacks
from handlers.context import HandlerContext
from handlers.filters import StartPayload, TypedCodeText
from handlers.mistyped import WantsATap
from handlers.routers import create_root_router
from handlers.sent_pictures import ShowsPicture
from tests.handlers.walk import walk_filters, walk_routers

MOST_LINES = 15
EVENTS = (Message, CallbackQuery, ChatMemberUpdated, Message | CallbackQuery)
FROM_A_FILTER = {"callback_data", "command", "picture", "secret", "typed", "waiting"}


def test_every_parameter_of_every_handler_is_provided_and_of_the_type_it_says() -> None:
    provided = get_type_hints(HandlerContext)
    wrong = []
    for where, handler in walk_routers(create_root_router()):
        hints = get_type_hints(handler.callback)
        event, *names = inspect.signature(handler.callback).parameters
        wrong += [f"{where}.{handler.callback.__name__}: {event}"] if hints[event] not in EVENTS else []
        for name in names:
            fits = (
                hints[name] in callbacks.ALL if name == "callback_data" else provided.get(name) is hints[name]
            )
            wrong += [] if fits else [f"{where}.{handler.callback.__name__}: {name}"]
    assert wrong == []


def test_what_a_filter_hands_on_is_asked_for_only_behind_that_filter() -> None:
    wrong = []
    for where, handler in walk_routers(create_root_router()):
        asked = FROM_A_FILTER & set(inspect.signature(handler.callback).parameters)
        given = set()
        for found in handler.filters or []:
            match type(found.callback).__name__:
                case "CallbackQueryFilter":
                    given.add("callback_data")
                    kind = get_type_hints(handler.callback).get("callback_data")
                    assert kind in (None, found.callback.callback_data)  # type: ignore[attr-defined]
                case "Command":
                    given.add("command")
                case _:
                    given |= {"secret"} if isinstance(found.callback, StartPayload) else set()
                    given |= {"waiting"} if isinstance(found.callback, WantsATap) else set()
                    given |= {"typed"} if isinstance(found.callback, TypedCodeText) else set()
                    given |= {"picture"} if isinstance(found.callback, ShowsPicture) else set()
        wrong += [f"{where}.{handler.callback.__name__}: {asked - given}"] if asked - given else []
    assert wrong == []


def test_no_filter_runs_in_a_thread_or_is_magic() -> None:
    found = list(walk_filters(create_root_router()))
    assert len(found) > 40
    assert [where for where, one in found if not one.awaitable or one.magic is not None] == []
    rules = [getattr(one.callback, "rule", None) or getattr(one.callback, "magic", None) for _, one in found]
    assert not any(rules)


def test_every_handler_is_a_coroutine_of_few_lines() -> None:
    long = []
    for where, handler in walk_routers(create_root_router()):
        assert handler.awaitable
        lines = inspect.getsource(handler.callback).splitlines()
        start = next(number for number, line in enumerate(lines) if line.startswith(")") or ") -> " in line)
        if len(lines) - start - 1 > MOST_LINES:
            long.append(f"{where}.{handler.callback.__name__}")
    assert long == []


def test_every_button_has_a_handler() -> None:
    handled = {
        getattr(found.callback, "callback_data", None) for _, found in walk_filters(create_root_router())
    }
    assert set(callbacks.ALL) <= handled


def test_two_trees_of_routers_are_independent() -> None:
    assert create_root_router() is not create_root_router()
