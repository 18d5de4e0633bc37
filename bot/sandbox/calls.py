"""What the bot has called so far, and whether it is at rest.

It changes nothing in the chats.
"""

import time
from collections import deque
from dataclasses import dataclass

from bot.sandbox.params import Call
from bot.sandbox.refusals import Json, Refusal

KEPT = 20_000


@dataclass(frozen=True, slots=True)
class CallRecord:
    """One call of the bot. The token is no part of it."""

    n: int
    at: str
    method: str
    params: Json
    ok: bool
    error: str | None

    def as_json(self) -> Json:
        """As GET /sim/calls shows it."""
        return {name: getattr(self, name) for name in ("n", "at", "method", "params", "ok", "error")}


class CallLog:
    """All calls in the order in which they ended."""

    def __init__(self) -> None:
        self._calls: deque[CallRecord] = deque(maxlen=KEPT)
        self._count = 0
        self._under_way = 0
        self._last = time.monotonic()

    def begins(self, method: str) -> None:
        """The bot calls; polls don't count as being busy."""
        if method != "getUpdates":
            self._under_way += 1

    def ends(self, method: str) -> None:
        """The call was answered, or will never be."""
        if method != "getUpdates":
            self._under_way -= 1
            self._last = time.monotonic()

    def write(self, at: str, method: str, call: Call, refusal: Refusal | None) -> None:
        """Note a call that has been judged."""
        self._count += 1
        params = {name: _shown(value, call) for name, value in call.params.items()}
        for name, upload in call.uploads.items():
            if name not in params:
                params[name] = {"file": len(upload.content)}
        error = None if refusal is None else refusal.description
        self._calls.append(CallRecord(self._count, at, method, params, refusal is None, error))

    def quiet_for(self) -> float:
        """Real seconds since the bot's last call other than getUpdates; 0 while one is under way."""
        return 0 if self._under_way else time.monotonic() - self._last

    def as_json(self) -> list[Json]:
        """All calls that are kept."""
        return [one.as_json() for one in self._calls]


def _shown(value: object, call: Call) -> object:
    if isinstance(value, str) and value.startswith("attach://"):
        upload = call.uploads.get(value.removeprefix("attach://"))
        return {"file": len(upload.content) if upload else 0}
    return value
