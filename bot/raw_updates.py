"""What Telegram sends, taken apart by hand: each update as received, with its own text.

It gives no meaning to an update beyond whose it is: one that aiogram can't read must not spoil the others.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any, Final

from handlers.callbacks import OwnPin, ShiftPin
from loyalty.ids import TelegramId, UpdateId

# Not strict: a control character in somebody's text must not make a whole answer unreadable.
_DECODER: Final = json.JSONDecoder(strict=False)
_STORABLE: Final = range(-(2**63), 2**63)
_PIN_TAPS: Final = tuple(f"{kind.__prefix__}:" for kind in (ShiftPin, OwnPin))
_PHONE: Final = '"phone_number"'  # somebody's own words stand there with a backslash before each mark
_SPACE: Final = re.compile(r"[ \t\n\r]*")

OrderKey = tuple[int, int]
"""Chat and person: what one person does in one chat is handled in order."""


@dataclass(frozen=True, slots=True)
class RawUpdate:
    """One update: its text as received, and the same as plain dictionaries."""

    update_id: UpdateId
    text: str
    content: dict[str, Any]
    kind: str
    """What it is by its field's name, such as `message`; empty for an update without anything."""
    order_key: OrderKey
    """Whose turn it is."""

    @classmethod
    def of(cls, update_id: UpdateId, text: str, content: dict[str, Any]) -> "RawUpdate":
        """The update behind a text that was read already."""
        kind = next((name for name in content if name != "update_id"), "")
        event = _object(content.get(kind))
        chat = event.get("chat") or _object(event.get("message")).get("chat")
        return cls(update_id, text, content, kind, (_id(chat), _id(event.get("from") or event.get("user"))))

    @property
    def event(self) -> dict[str, Any]:
        """What is in its field, empty when that is no object."""
        return _object(self.content.get(self.kind))

    @property
    def person_id(self) -> TelegramId | None:
        """Whose doing it is, None for nobody's."""
        _, person = self.order_key
        return TelegramId(person) if person in _STORABLE and person else None

    @property
    def may_hold_secret(self) -> bool:
        """Whether its text must not be kept: a start link's payload is a key, a digit part of a PIN.

        So is a phone number, which is never kept: a contact may also stand in what somebody replies to.
        """
        text, tapped = self.event.get("text"), self.event.get("data")
        if isinstance(tapped, str) and tapped.startswith(_PIN_TAPS):
            return True
        if _PHONE in self.text:
            return True
        return isinstance(text, str) and text.startswith("/start")


@dataclass(slots=True)
class Answer:
    """What the server said to getUpdates."""

    ok: bool = False
    updates: list[RawUpdate] = field(default_factory=list)
    error_code: int = 0
    description: str = ""
    retry_after: float = 0


def read_answer(body: str) -> Answer:
    """Take an answer apart. Raises ValueError for what is no Bot API answer."""
    answer = Answer()
    fields: dict[str, Any] = {}
    try:
        at = _expect(body, 0, "{")
        while body[at := _skip(body, at)] != "}":
            name, at = _DECODER.raw_decode(body, at)
            at = _skip(body, _expect(body, at, ":"))
            if name == "result" and body[at] == "[":
                at = _read_updates(body, at + 1, answer.updates)
            else:
                fields[name], at = _DECODER.raw_decode(body, at)
            at = _skip(body, at)
            at += body[at] == ","
    except IndexError:
        raise ValueError("the answer ends too early") from None
    answer.ok = fields.get("ok") is True
    answer.error_code = _number(fields.get("error_code"))
    answer.description = str(fields.get("description", ""))
    answer.retry_after = _number(_object(fields.get("parameters")).get("retry_after"))
    return answer


def read_posted(body: bytes) -> RawUpdate:
    """The one update of a webhook's post. Raises ValueError for what is none."""
    text = body.decode("utf-8", "replace")
    try:
        content = _DECODER.decode(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if (update_id := _update_id(content)) is None:
        raise ValueError("it has no update_id")
    return RawUpdate.of(update_id, text, content)


def read_kept(update_id: UpdateId, text: str) -> RawUpdate:
    """An update from its kept text; one that can't be read has no content."""
    try:
        content = _DECODER.decode(text)
    except ValueError:
        content = {}
    return RawUpdate.of(update_id, text, _object(content))


def _read_updates(body: str, at: int, into: list[RawUpdate]) -> int:
    while body[at := _skip(body, at)] != "]":
        content, end = _DECODER.raw_decode(body, at)
        if (update_id := _update_id(content)) is not None:
            into.append(RawUpdate.of(update_id, body[at:end], content))
        at = _skip(body, end)
        at += body[at] == ","
    return at + 1


def _update_id(content: Any) -> UpdateId | None:
    update_id = _object(content).get("update_id")
    if isinstance(update_id, int) and not isinstance(update_id, bool) and update_id in _STORABLE:
        return UpdateId(update_id)
    return None


def _skip(body: str, at: int) -> int:
    space = _SPACE.match(body, at)
    return space.end() if space else at


def _expect(body: str, at: int, mark: str) -> int:
    at = _skip(body, at)
    if body[at] != mark:
        raise ValueError(f"{mark!r} expected at {at}")
    return at + 1


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _id(value: Any) -> int:
    return _number(_object(value).get("id"))


def _number(value: Any) -> int:
    return value if isinstance(value, int) else 0
