"""The sandbox server, read along: every answer to the bot has the form of the Bot API's facts.

Not here: whether an answer is the right one; that is what each test says.
"""

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.sandbox.clock import Clock
from bot.sandbox.refusals import Refusal
from bot.sandbox.schema import check_value, method_names
from bot.sandbox.server import SandboxServer
from bot.sandbox.updates import UNREADABLE
from bot.sandbox.world import World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

RESULTS = {
    "copyMessage": ["MessageId"],
    "createForumTopic": ["ForumTopic"],
    "editMessageCaption": ["Message", "True"],
    "editMessageMedia": ["Message", "True"],
    "editMessageReplyMarkup": ["Message", "True"],
    "editMessageText": ["Message", "True"],
    "exportChatInviteLink": ["String"],
    "forwardMessage": ["Message"],
    "getChat": ["ChatFullInfo"],
    "getChatAdministrators": ["Array of ChatMember"],
    "getChatMember": ["ChatMember"],
    "getChatMemberCount": ["Integer"],
    "getChatMenuButton": ["MenuButton"],
    "getFile": ["File"],
    "getMe": ["User"],
    "getMyCommands": ["Array of BotCommand"],
    "getMyDescription": ["BotDescription"],
    "getMyName": ["BotName"],
    "getMyShortDescription": ["BotShortDescription"],
    "getUpdates": ["Array of Update"],
    "getWebhookInfo": ["WebhookInfo"],
    "sendDocument": ["Message"],
    "sendMediaGroup": ["Array of Message"],
    "sendMessage": ["Message"],
    "sendPhoto": ["Message"],
}
"""What a method answers, for all that don't answer True. The facts say nothing of it."""
MOST_SHOWN = 5


class CheckedServer(SandboxServer):
    """Telegram for a test, which fails when the test is over if an answer was none of the Bot API's."""

    def __init__(self, *, clock: Clock, token: str, store: Path | None = None) -> None:
        super().__init__(clock=clock, token=token, store=store)
        self.checked = 0
        self._flaws: list[str] = []

    @property
    def world(self) -> World:
        """All that the server remembers, for a test that seats thousands at one go."""
        return self._world

    async def stop(self) -> None:
        """As the sandbox stops. Raises AssertionError with the flaws of its answers."""
        await super().stop()
        assert not self._flaws, "\n".join(
            [f"{len(self._flaws)} answers that Telegram would not give:", *self._flaws[:MOST_SHOWN]]
        )

    def _app(self) -> web.Application:
        app = super()._app()
        app.middlewares.append(self._overlook)
        return app

    @web.middleware
    async def _overlook(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        response = await handler(request)
        method = request.match_info.get("method")
        if method is not None and isinstance(response, web.Response) and isinstance(response.body, bytes):
            self.checked += 1
            called = method_names().get(method.lower(), method)
            # What goes over the wire, not what was meant.
            flaw = flaw_of(called, response.status, json.loads(response.body))
            if flaw is not None:
                self._flaws.append(f"{called}: {flaw}")
        return response


def flaw_of(method: str, status: int, answer: dict[str, Any]) -> str | None:
    """What is wrong with an answer to this method, None for a true one."""
    try:
        if answer.get("ok") is not True:
            _check_refusal(status, answer)
            return None
        if status != 200 or answer.keys() != {"ok", "result"}:
            return f"not an answer: {status} with {sorted(answer)}"
        result = answer["result"]
        if method == "getUpdates":
            result = [one for one in result if one.get("message") != UNREADABLE["message"]]
        check_value(result, RESULTS.get(method, ["True"]), "result")
    except Refusal as refusal:
        return f"{refusal.description.removeprefix('Bad Request: ')}, in {json.dumps(answer)[:600]}"
    return None


def _check_refusal(status: int, answer: dict[str, Any]) -> None:
    if not answer.keys() <= {"ok", "error_code", "description", "parameters"}:
        raise Refusal(400, f"no field of an error among {sorted(answer)}")
    check_value(answer.get("ok"), ["Boolean"], "ok")
    check_value(answer.get("error_code"), ["Integer"], "error_code")
    check_value(answer.get("description"), ["String"], "description")
    check_value(answer.get("parameters", {}), ["ResponseParameters"], "parameters")
    if answer["error_code"] != status:
        raise Refusal(400, f"error_code {answer['error_code']} under the status {status}")
