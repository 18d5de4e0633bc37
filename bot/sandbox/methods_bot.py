"""The Bot API's methods about the bot itself: its account, commands, files, webhook.

getUpdates waits and stands in api_routes; chats are in methods_chat.
"""

import re
from urllib.parse import urlsplit

from bot.sandbox.command_menus import menu_key
from bot.sandbox.methods import Doing, method
from bot.sandbox.outgoing import known_chat
from bot.sandbox.refusals import Json, bad_request
from bot.sandbox.schema import facts
from bot.sandbox.webhook import USUAL_CONNECTIONS

MOST_COMMANDS = 100
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


@method("getMe")
def get_me(doing: Doing) -> Json:
    """The bot's account."""
    bot = doing.world.bot
    return {
        **bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": not bot.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("logOut")
@method("close")
def leave(doing: Doing) -> bool:
    """Nothing to do here: there is only one server."""
    doing.world.changes.happened()
    return True


@method("getFile")
def get_file(doing: Doing) -> Json:
    """Where a file can be fetched."""
    record = doing.world.files.find(doing.given["file_id"])
    if record.size > facts()["extra"]["download_bytes"]:
        raise bad_request("file is too big")
    return {**record.file(), "file_path": record.path}


@method("setWebhook")
def set_webhook(doing: Doing) -> bool:
    """Updates are to be posted instead of polled; an empty address means polling again."""
    address = doing.given["url"]
    if address and (
        urlsplit(address).scheme != "https" and urlsplit(address).hostname not in {"127.0.0.1", "::1"}
    ):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not SECRET.fullmatch(doing.given.get("secret_token", "none")):
        raise bad_request("secret token contains unallowed characters")
    queue = doing.world.queue
    if doing.given.get("drop_pending_updates"):
        queue.drop()
    if "allowed_updates" in doing.given:
        queue.allowed = doing.given["allowed_updates"]
    kept = ("url", "ip_address", "max_connections", "secret_token")
    queue.webhook = {name: doing.given[name] for name in kept if name in doing.given} if address else {}
    queue.last_failure = {}
    doing.world.changes.happened()
    return True


@method("deleteWebhook")
def delete_webhook(doing: Doing) -> bool:
    """Polling again."""
    doing.world.queue.webhook = {}
    doing.world.queue.last_failure = {}
    if doing.given.get("drop_pending_updates"):
        doing.world.queue.drop()
    doing.world.changes.happened()
    return True


@method("getWebhookInfo")
def webhook_info(doing: Doing) -> Json:
    """How updates go out now."""
    queue = doing.world.queue
    info: Json = {
        "url": queue.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(queue.waiting),
    }
    if info["url"]:
        info["max_connections"] = queue.webhook.get("max_connections", USUAL_CONNECTIONS)
        info |= queue.last_failure
    if "ip_address" in queue.webhook:
        info["ip_address"] = queue.webhook["ip_address"]
    if queue.allowed:
        info["allowed_updates"] = queue.allowed
    return info


def _scope(doing: Doing) -> str:
    """The key under which commands are kept: scope and language."""
    scope = doing.given.get("scope", {"type": "default"})
    if "chat_id" in scope:
        known_chat(doing.world, scope["chat_id"])
    return menu_key(scope, doing.given.get("language_code", ""))


@method("setMyCommands")
def set_commands(doing: Doing) -> bool:
    """The menu of commands of a scope and language."""
    commands = doing.given["commands"]
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for one in commands:
        if not re.match(facts()["extra"]["bot_command_re"], one["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not one["description"].strip():
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    cleaned = [{**one, "command": one["command"].removeprefix("/")} for one in commands]
    doing.world.bot.commands[_scope(doing)] = cleaned
    doing.world.changes.happened()
    return True


@method("getMyCommands")
def get_commands(doing: Doing) -> list[Json]:
    """The menu of commands of a scope and language."""
    return doing.world.bot.commands.get(_scope(doing), [])


@method("deleteMyCommands")
def delete_commands(doing: Doing) -> bool:
    """No menu of its own for a scope and language any more."""
    doing.world.bot.commands.pop(_scope(doing), None)
    doing.world.changes.happened()
    return True


@method("setMyName")
def set_name(doing: Doing) -> bool:
    """The bot's name in a language."""
    return _set_words(doing, doing.world.bot.names, "name")


@method("setMyDescription")
def set_description(doing: Doing) -> bool:
    """What an empty chat with the bot shows."""
    return _set_words(doing, doing.world.bot.descriptions, "description")


@method("setMyShortDescription")
def set_short_description(doing: Doing) -> bool:
    """What the bot's profile shows."""
    return _set_words(doing, doing.world.bot.short_descriptions, "short_description")


@method("getMyName")
def get_name(doing: Doing) -> Json:
    """The bot's name in a language, the usual one where it has none in that."""
    bot = doing.world.bot
    language = doing.given.get("language_code", "")
    return {"name": bot.names.get(language) or bot.names.get("") or bot.name}


@method("getMyDescription")
def get_description(doing: Doing) -> Json:
    """What an empty chat with the bot shows in a language."""
    return {"description": doing.world.bot.descriptions.get(doing.given.get("language_code", ""), "")}


@method("getMyShortDescription")
def get_short_description(doing: Doing) -> Json:
    """What the bot's profile shows in a language."""
    words = doing.world.bot.short_descriptions
    return {"short_description": words.get(doing.given.get("language_code", ""), "")}


def _set_words(doing: Doing, words: dict[str, str], name: str) -> bool:
    words[doing.given.get("language_code", "")] = doing.given.get(name, "")
    doing.world.changes.happened()
    return True


@method("setChatMenuButton")
def set_menu_button(doing: Doing) -> bool:
    """The button beside the text box, of one chat or of all."""
    button = doing.given.get("menu_button")
    if "chat_id" in doing.given:
        known_chat(doing.world, doing.given["chat_id"]).menu_button = button
    else:
        doing.world.bot.menu_button = button
    doing.world.changes.happened()
    return True


@method("getChatMenuButton")
def get_menu_button(doing: Doing) -> Json:
    """The button beside the text box, of one chat or of all."""
    bot = doing.world.bot
    own = known_chat(doing.world, doing.given["chat_id"]).menu_button if "chat_id" in doing.given else None
    return own or bot.menu_button or {"type": "commands" if bot.commands else "default"}
