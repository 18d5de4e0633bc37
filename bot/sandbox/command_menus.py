"""The bot's commands by scope and language, and which of them a phone offers.

The calls that set them are in methods_bot.
"""

import json

from bot.sandbox.people import BotRecord, ChatRecord, PersonRecord
from bot.sandbox.refusals import Json


def menu_key(scope: Json, language: str) -> str:
    """Under which key the commands of a scope and language are kept."""
    return json.dumps([scope, language], sort_keys=True)


def offered_commands(bot: BotRecord, person: PersonRecord, chat: ChatRecord) -> list[Json]:
    """The first menu that is set, from the narrowest scope to the widest, in each the own language first."""
    for scope in _scopes(person, chat):
        for language in (person.language_code.partition("-")[0], ""):
            if commands := bot.commands.get(menu_key(scope, language)):
                return commands
    return []


def _scopes(person: PersonRecord, chat: ChatRecord) -> list[Json]:
    """The order that the Bot API documents."""
    here: Json = {"type": "chat", "chat_id": chat.id}
    if chat.private:
        return [here, {"type": "all_private_chats"}, {"type": "default"}]
    leads = chat.led_by(person.id)
    return [
        {"type": "chat_member", "chat_id": chat.id, "user_id": person.id},
        *([{"type": "chat_administrators", "chat_id": chat.id}] if leads else []),
        here,
        *([{"type": "all_chat_administrators"}] if leads else []),
        {"type": "all_group_chats"},
        {"type": "default"},
    ]
