"""The table of the Bot API methods that the sandbox carries out.

Each stands in a module by its noun; importing that module enters it here (api_routes imports them all).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.sandbox.params import Upload
from bot.sandbox.refusals import Json
from bot.sandbox.world import World


@dataclass(frozen=True, slots=True)
class Doing:
    """One call under way: checked parameters and the files that came with them."""

    world: World
    given: Json
    uploads: dict[str, Upload]


# The answer is whatever JSON the method promises: Any, as json.dumps takes it.
Method = Callable[[Doing], Any]
METHODS: dict[str, Method] = {}


def method(name: str) -> Callable[[Method], Method]:
    """Enter a function as the Bot API method of that name."""

    def enter(function: Method) -> Method:
        METHODS[name] = function
        return function

    return enter
