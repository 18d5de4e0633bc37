"""Reading what the page or a test asks for: a JSON object in, JSON out, and a line in the transcript.

What is done with it stands in the routes.
"""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.sandbox.people import ChatRecord, PersonRecord
from bot.sandbox.refusals import Impossible, Json
from bot.sandbox.transcript import Transcript
from bot.sandbox.world import World

Deed = Callable[[Json], Awaitable[object]]


def answering(
    name: str, deed: Deed, transcript: Transcript | None = None
) -> Callable[[web.Request], Awaitable[web.Response]]:
    """A route that reads a JSON object, does something with it and answers JSON; people's deeds are noted."""

    async def answer(request: web.Request) -> web.Response:
        try:
            asked = await request.json() if request.body_exists else {}
        except ValueError:
            raise Impossible("The request is not JSON.") from None
        if not isinstance(asked, dict):
            raise Impossible("The request is not a JSON object.")
        if transcript is None:
            return web.json_response(await deed(asked))
        with transcript.deed(name, asked) as line:
            done = await deed(asked)
            line.ends(done)
        return web.json_response(done)

    return answer


def text(asked: Json, name: str) -> str:
    """A text that must be there. Raises Impossible."""
    value = asked.get(name)
    if not isinstance(value, str):
        raise Impossible(f"The {name} is missing.")
    return value


def number(asked: Json, name: str, usual: float | None = None) -> float:
    """A number that must be there unless there is a usual one. Raises Impossible."""
    value = asked.get(name, usual)
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise Impossible(f"{name} must be a number.")
    return value


def who_and_where(world: World, asked: Json) -> tuple[PersonRecord, ChatRecord]:
    """The `person` and the `chat` that they can open, the one with the bot unless another is named."""
    person = world.person(asked.get("person"))
    return person, world.seen_chat(asked.get("chat") or person.id, person)
