"""Whether a call has the form that the Bot API's facts demand: names, types, lengths, nested objects.

It knows nothing of chats or messages: what is true or allowed is for the methods.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from bot.sandbox.refusals import Json, Refusal, bad_request
from bot.sandbox.utf16 import units

# What Telegram itself says where the general words would differ.
MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "message_id": "message identifier is not specified",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "file_id": "file_id is empty",
}
TOO_LONG = {
    ("InlineKeyboardButton", "callback_data"): "BUTTON_DATA_INVALID",
    ("answerCallbackQuery", "text"): "MESSAGE_TOO_LONG",
    ("BotCommand", "command"): "BOT_COMMAND_INVALID",
    ("BotCommand", "description"): "BOT_COMMAND_DESCRIPTION_INVALID",
}
# Counted after the entities are parsed, by whoever parses them. The facts say so of most; here they miss it.
COUNTED_LATER = {("editMessageText", "text")}
# Judged with the other actions of the button, in other words than a length.
EMPTY_ALLOWED = {("InlineKeyboardButton", "callback_data")}
TRUE, FALSE = {"true", "True", "1"}, {"false", "False", "0"}


@cache
def facts() -> Json:
    """The Bot API's own facts, see bot_api.NOTICE.md."""
    read: Json = json.loads((Path(__file__).parent / "bot_api.json").read_text(encoding="utf-8"))
    return read


@cache
def method_names() -> dict[str, str]:
    """Methods by their name in small letters: Telegram doesn't mind the case."""
    return {name.lower(): name for name in facts()["methods"]}


def check_call(method: str, raw: Json, uploads: set[str]) -> Json:
    """The parameters of a call, each of its type. Raises Refusal."""
    known = facts()["methods"][method]["params"]
    for name in raw:
        if name not in known:
            raise bad_request(f'unknown parameter "{name}" of {method}')
    checked: Json = {}
    for name, fact in known.items():
        if name in raw:
            value = _read(raw[name], fact["t"], name)
            _measure(value, fact, method, name)
            checked[name] = value
        elif name in uploads and "InputFile" in fact["t"]:
            checked[name] = f"attach://{name}"
        elif fact.get("req"):
            raise bad_request(MISSING.get(name, f'parameter "{name}" is required'))
    return checked


def _read(value: Any, types: list[str], name: str) -> Any:
    """A parameter as it came (text in a form, anything in JSON) as a value of one of the types."""
    if isinstance(value, str):
        return _read_text(value, types, name)
    if isinstance(value, int) and not isinstance(value, bool) and types == ["String"]:
        return str(value)
    return check_value(value, types, name)


def _read_text(value: str, types: list[str], name: str) -> Any:
    if "Integer" in types and re.fullmatch(r"-?\d{1,19}", value):
        return int(value)
    if "Float" in types and re.fullmatch(r"-?\d+(\.\d+)?", value):
        return float(value)
    if {"Boolean", "True"} & set(types) and value in TRUE | FALSE:
        return value in TRUE
    if {"String", "InputFile"} & set(types):
        return value
    if set(types) <= {"Integer", "Float", "Boolean", "True"}:
        raise bad_request(f'parameter "{name}" must be of type {" or ".join(types)}')
    try:
        parsed = json.loads(value)
    except ValueError:
        raise bad_request(f"can't parse {_words(name)} JSON object") from None
    return check_value(parsed, types, name)


def check_value(value: Any, types: list[str], name: str) -> Any:
    """A JSON value that must be of one of the types; itself if it is. Raises Refusal."""
    arrays = [one.removeprefix("Array of ") for one in types if one.startswith("Array of ")]
    if arrays and isinstance(value, list):
        for item in value:
            check_value(item, arrays, name)
        return value
    if any(_is_plain(value, one) for one in types):
        return value
    if isinstance(value, dict):
        wanted = _best(value, _members(types))
        if wanted is not None:
            _check_object(value, wanted)
            return value
    raise bad_request(f'field "{name}" must be of type {" or ".join(types)}')


def _is_plain(value: Any, wanted: str) -> bool:
    match wanted:
        case "Integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "Float":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "Boolean":
            return isinstance(value, bool)
        case "True":
            return value is True
        case "String" | "InputFile":
            return isinstance(value, str)
        case _:
            return False


def _members(types: list[str]) -> list[str]:
    """Object types, with the members of unions in the place of the union."""
    found: list[str] = []
    for one in types:
        fact = facts()["types"].get(one)
        if fact is not None:
            found += _members(fact["one_of"]) if "one_of" in fact else [one]
    return found


def _best(value: Json, candidates: list[str]) -> str | None:
    """Which object type somebody meant: by the fixed fields first, then by the names of the fields."""

    def score(candidate: str) -> tuple[bool, int]:
        fields = facts()["types"][candidate]["fields"]
        return all(name in value for name, fact in fields.items() if fact.get("req")), len(
            value.keys() & fields.keys()
        )

    def fits(candidate: str) -> bool:
        fields = facts()["types"][candidate]["fields"]
        return all(
            value.get(name, fact["const"]) == fact["const"]
            for name, fact in fields.items()
            if "const" in fact
        )

    return max(filter(fits, candidates), key=score, default=None)


def _check_object(value: Json, kind: str) -> None:
    fields = facts()["types"][kind]["fields"]
    for name, inner in value.items():
        if name not in fields:
            raise _unparsable(kind, f'unknown field "{name}"')
        try:
            check_value(inner, fields[name]["t"], name)
        except Refusal as refusal:
            words = refusal.description.removeprefix("Bad Request: ")
            if words.startswith('field "'):
                raise _unparsable(kind, "F" + words[1:]) from None
            raise
        _measure(inner, fields[name], kind, name)
    for name, fact in fields.items():
        if fact.get("req") and name not in value:
            raise _unparsable(kind, f'Can\'t find field "{name}"')


def _measure(value: Any, fact: Json, owner: str, name: str) -> None:
    if isinstance(value, list):
        if not fact.get("min_items", 0) <= len(value) <= fact.get("max_items", len(value)):
            raise bad_request(f'"{name}" must hold {fact.get("min_items", 0)}-{fact.get("max_items")} items')
        return
    place = (owner, name)
    if isinstance(value, str):
        if fact.get("after_entities") or place in COUNTED_LATER or (not value and place in EMPTY_ALLOWED):
            return
        size = len(value.encode("utf-8", "surrogatepass")) if fact.get("unit") == "bytes" else units(value)
        if not fact.get("min", 0) <= size <= fact.get("max", size):
            raise bad_request(TOO_LONG.get(place, f'"{name}" must be {_range(fact)} {fact.get("unit")} long'))
    elif _is_plain(value, "Integer") and not fact.get("min", value) <= value <= fact.get("max", value):
        raise bad_request(f'"{name}" must be {_range(fact)}')


def _range(fact: Json) -> str:
    return f"{fact.get('min', 0)}-{fact.get('max', 'any')}"


def _words(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").lower()


def _unparsable(kind: str, words: str) -> Refusal:
    return bad_request(f"can't parse {_words(kind)}: {words}")
