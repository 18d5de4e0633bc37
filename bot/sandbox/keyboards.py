"""Keyboards: what Telegram refuses in them, and which button somebody means.

Their form (fields and types) was checked before, in schema.
"""

from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.refusals import Impossible, Json, bad_request

ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text",
    "callback_game", "pay", "disabled",
)  # fmt: skip
REQUESTS = (
    "request_users", "request_chat", "request_managed_bot", "request_contact", "request_location",
    "request_poll", "web_app",
)  # fmt: skip
STYLES = {"danger", "success", "primary", "link"}
MOST_BUTTONS, MOST_IN_ROW = 100, 8


def check_markup(markup: Json, *, private: bool) -> None:
    """Raises Refusal for a keyboard that Telegram doesn't take."""
    rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    if "inline_keyboard" in markup:
        for row in rows:
            if len(row) > MOST_IN_ROW:
                raise bad_request("REPLY_MARKUP_TOO_LONG")
            for button in row:
                _check_inline(button, private=private)
    for row in rows if "keyboard" in markup else []:
        for button in row:
            _check_reply(button, private=private)
    if "keyboard" in markup:
        _check_requests([button for row in rows for button in row])
    if "keyboard" in markup and not rows:
        raise bad_request("object expected as reply markup")


def _check_inline(button: Json, *, private: bool) -> None:
    _check_face(button, "inline keyboard button")
    actions = [name for name in ACTIONS if name in button and button[name] not in ("", False)]
    if button.get("switch_inline_query") == "" or button.get("switch_inline_query_current_chat") == "":
        actions.append("switch_inline_query")
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad_request(
            f"can't parse inline keyboard button: exactly one action is allowed, not {' and '.join(actions)}"
        )
    if "url" in button:
        _check_address(button["url"])
    if "web_app" in button and not private:
        raise bad_request("BUTTON_TYPE_INVALID")


def _check_reply(button: Json, *, private: bool) -> None:
    _check_face(button, "keyboard button")
    requests = [name for name in REQUESTS if button.get(name)]
    if len(requests) > 1:
        raise bad_request(
            f"can't parse keyboard button: exactly one action is allowed, not {' and '.join(requests)}"
        )
    if requests and not private:
        raise bad_request("BUTTON_TYPE_INVALID")


def _check_requests(buttons: list[Json]) -> None:
    """Buttons that ask for chats or people. What is documented; the true server's words are not known."""
    numbers: set[int] = set()
    for button in buttons:
        asked = button.get("request_chat") or button.get("request_users")
        if not asked:
            continue
        if asked["request_id"] in numbers:
            raise bad_request(f"can't parse keyboard button: request_id {asked['request_id']} is used twice")
        numbers.add(asked["request_id"])
        of_bot, of_person = asked.get("bot_administrator_rights"), asked.get("user_administrator_rights")
        if of_bot and not all((of_person or {}).get(name) for name, value in of_bot.items() if value):
            raise bad_request("bot_administrator_rights must be a part of user_administrator_rights")


def _check_face(button: Json, words: str) -> None:
    if not button["text"].strip():
        raise bad_request(f"{words} text is empty")
    if button.get("style", "primary") not in STYLES:
        raise bad_request("BUTTON_STYLE_INVALID")


def _check_address(address: str) -> None:
    parts = urlsplit(address if "://" in address else f"http://{address}")
    wrong = f"inline keyboard button URL '{address}' is invalid"
    if parts.scheme not in {"http", "https", "tg"}:
        raise bad_request(f"{wrong}: Unsupported URL protocol")
    # A host without a dot ("localhost") is refused by Telegram too.
    if parts.scheme != "tg" and "." not in (parts.hostname or ""):
        raise bad_request(f"{wrong}: Wrong HTTP URL")


def without_empty_rows(markup: Json | None) -> Json | None:
    """An inline keyboard as Telegram keeps it; None when no button is left."""
    if markup is None:
        return None
    rows = [row for row in markup["inline_keyboard"] if row]
    return {**markup, "inline_keyboard": rows} if rows else None


def inline_button(message: Json, asked: Json) -> Json:
    """The button that a person taps, by `label` or by `row` and `column`. Raises Impossible."""
    rows: list[list[Json]] = message.get("reply_markup", {}).get("inline_keyboard", [])
    shown = ", ".join(repr(button["text"]) for row in rows for button in row) or "none"
    if "label" in asked:
        named = [button for row in rows for button in row if button["text"] == asked["label"]]
    else:
        named = _at(rows, asked.get("row"), asked.get("column"))
    if not named:
        raise Impossible(f"There is no such button under this message. Buttons there: {shown}.")
    return named[0]


def reply_button(markup: Json | None, label: str) -> Json:
    """The button of the keyboard under the text box. Raises Impossible."""
    rows = (markup or {}).get("keyboard", [])
    buttons = [button for row in rows for button in row]
    for button in buttons:
        if button["text"] == label:
            return dict(button)
    shown = ", ".join(repr(button["text"]) for button in buttons) or "none"
    raise Impossible(f"There is no button {label!r} on the keyboard. Buttons there: {shown}.")


def _at(rows: list[list[Json]], row: Any, column: Any) -> list[Json]:
    if (
        isinstance(row, int)
        and isinstance(column, int)
        and 0 <= row < len(rows)
        and 0 <= column < len(rows[row])
    ):
        return [rows[row][column]]
    return []
