"""The sandbox's state as the page and the tests see it: plain JSON.

It changes nothing.
"""

from bot.sandbox.html_render import render
from bot.sandbox.people import ChatRecord, MessageRecord, PersonRecord
from bot.sandbox.refusals import Json
from bot.sandbox.world import World

SHOWN = 200


def person_json(person: PersonRecord) -> Json:
    """A person."""
    return {
        "id": person.id,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "username": person.username,
        "language_code": person.language_code,
        "started": person.started,
        "blocked": person.blocked,
        "pending_start": person.pending_start,
        "note": person.note,
    }


def chat_json(chat: ChatRecord) -> Json:
    """A chat, with the keyboard that it shows now."""
    return {
        "id": chat.id,
        "type": chat.type,
        "title": chat.title,
        "members": chat.members,
        "bot_status": chat.bot_status or "left",
        "creator": chat.creator,
        "administrators": chat.administrators,
        "anonymous": chat.anonymous,
        "upgraded_to": chat.upgraded_to,
        "reply_keyboard": chat.reply_keyboard,
    }


def message_json(record: MessageRecord) -> Json:
    """A message as the bot gets it, with what only people see of it."""
    message = record.message
    text = message.get("text") or message.get("caption") or ""
    entities = message.get("entities") or message.get("caption_entities") or []
    return {
        **message,
        "html": render(text, entities),
        "deleted": record.deleted,
        "edited": record.edited,
        "silent": record.silent,
        "reactions": record.reactions,
    }


def state_json(world: World, only: int | None = None) -> Json:
    """Everything that there is to see; with `only`, the chats of that person alone."""
    bot = world.bot.user()
    chats = [one for one in world.chats.values() if only is None or only in one.members]
    return {
        "version": world.changes.version,
        "now": world.clock.now().isoformat(),
        "start_again": world.start_again,
        "bot": {
            "id": bot["id"],
            "username": bot["username"],
            "name": bot["first_name"],
            "privacy": world.bot.privacy,
        },
        "faults": world.faults.as_json(),
        "limits": world.limits.settings(),
        "pace": world.limits.as_json(),
        "people": [person_json(one) for one in world.people.values()],
        "chats": [chat_json(one) for one in chats],
        "messages": {
            str(chat.id): [message_json(one) for one in list(world.messages[chat.id].values())[-SHOWN:]]
            for chat in chats
        },
    }
