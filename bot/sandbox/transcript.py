"""Everything that the server saw, in order: what people did and what the bot called.

It is written while things happen and changes none of them; polls are left out.
"""

import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from bot.sandbox.refusals import Json, Refusal

KEPT = 200_000
# Bytes of files tell nobody anything.
TOO_LONG = ("photo_base64", "document_base64")


class Line:
    """What somebody is just doing."""

    def __init__(self, shown: Json) -> None:
        self.shown = shown

    def ends(self, done: object) -> None:
        """It is done; of the answer only the toast and the message's number are kept."""
        self.shown["ok"] = True
        if not isinstance(done, dict):
            return
        if "message_id" in done:
            self.shown["message"] = done["message_id"]
        if "toast" in done:
            self.shown["toast"] = (done["toast"] or {}).get("text")


class Transcript:
    """Lines with the sandbox's time and real seconds, and who tapped how often."""

    def __init__(self, *, now: Callable[[], datetime]) -> None:
        self._now = now
        self._began = time.monotonic()
        self._lines: deque[Json] = deque(maxlen=KEPT)
        self._count = 0
        self._taps: dict[int, int] = defaultdict(int)
        self._texts: dict[int, int] = defaultdict(int)

    @contextmanager
    def deed(self, name: str, asked: Json) -> Iterator[Line]:
        """Note what a person does, before what follows from it; refused ones stay as `"ok": false`."""
        shown = {key: value for key, value in asked.items() if key not in TOO_LONG}
        line = Line(self._add({"deed": name, **shown, "ok": False}))
        yield line
        self._judge(name, asked)

    def call(self, method: str, given: Json, result: Any, refusal: Refusal | None) -> None:
        """Note a call of the bot and what became of it: chat, message, words and labels of buttons."""
        message = result if isinstance(result, dict) else {}
        markup = given.get("reply_markup") or {}
        rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
        told = {
            "chat": given.get("chat_id"),
            "message": message.get("message_id", given.get("message_id")),
            "text": _words(message) or _words(given),
            "buttons": [[button["text"] for button in row] for row in rows],
            "query": given.get("callback_query_id"),
            "error": None if refusal is None else refusal.description,
        }
        known = {name: value for name, value in told.items() if value not in (None, [])}
        self._add({"call": method, **known, "ok": refusal is None})

    def as_json(self) -> Json:
        """All lines that are kept, and the taps and texts of each person."""
        people = sorted({*self._taps, *self._texts})
        counts = {str(one): {"taps": self._taps[one], "texts": self._texts[one]} for one in people}
        return {"lines": list(self._lines), "people": counts}

    def _add(self, content: Json) -> Json:
        self._count += 1
        wall = round(time.monotonic() - self._began, 3)
        line = {"n": self._count, "at": self._now().isoformat(), "wall": wall, **content}
        self._lines.append(line)
        return line

    def _judge(self, name: str, asked: Json) -> None:
        """Count as Person does: a choice from a list takes a button, the choices and a yes."""
        person = asked.get("person")
        if not isinstance(person, int):
            return
        match name:
            case "tap" | "press" | "start" | "scan":
                self._taps[person] += 1
            case "pick_chat":
                self._taps[person] += 3
                self._texts[person] += asked.get("group") is None
            case "pick_people":
                self._taps[person] += 2 + len(asked["people"])
            case "send" if "text" in asked:
                self._texts[person] += 1
            case _:
                pass


def _words(message: Json) -> str | None:
    media = message.get("media")
    inner = media.get("caption") if isinstance(media, dict) else None
    return message.get("text") or message.get("caption") or inner
