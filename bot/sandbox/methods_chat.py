"""The Bot API's methods about chats and who is in them, and what a bot pins or marks there.

Messages themselves are in methods_send and methods_edit.
"""

import hashlib

from bot.sandbox.members import chat_member
from bot.sandbox.methods import Doing, method
from bot.sandbox.outgoing import known_chat, writable_chat
from bot.sandbox.people import ChatRecord
from bot.sandbox.refusals import Json, bad_request, forbidden

REACTIONS = {
    "❤", "👍", "👎", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "🤬", "😢", "🎉",
    "🤩", "🤮", "💩", "🙏", "👌", "🕊", "🤡", "🥱", "🥴", "😍", "🐳", "❤‍🔥", "🌚",
    "🌭", "💯", "🤣", "⚡", "🍌", "🏆", "💔", "🤨", "😐", "🍓", "🍾", "💋", "🖕",
    "😈", "😴", "😭", "🤓", "👻", "👨‍💻", "👀", "🎃", "🙈", "😇", "😨", "🤝", "✍",
    "🤗", "🫡", "🎅", "🎄", "☃", "💅", "🤪", "🗿", "🆒", "💘", "🙉", "🦄", "😘",
    "💊", "🙊", "😎", "👾", "🤷‍♂", "🤷", "🤷‍♀", "😡",
}  # fmt: skip
TOPIC_COLOUR = 0x6FB9F0


def _member_chat(doing: Doing) -> ChatRecord:
    chat = known_chat(doing.world, doing.given["chat_id"])
    if chat.bot_status == "left":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    return chat


def _group(doing: Doing) -> ChatRecord:
    chat = _member_chat(doing)
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    return chat


@method("getChat")
def get_chat(doing: Doing) -> Json:
    """What is known of a chat."""
    chat = _member_chat(doing)
    full: Json = {
        **doing.world.chat_json(chat),
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }
    pinned = doing.world.find_message(chat, chat.pinned_message)
    if pinned is not None:
        full["pinned_message"] = doing.world.quoted(pinned)
    return full


@method("getChatMember")
def get_chat_member(doing: Doing) -> Json:
    """What somebody is in a chat."""
    chat = _member_chat(doing)
    return chat_member(doing.world, chat, doing.given["user_id"])


@method("getChatAdministrators")
def get_administrators(doing: Doing) -> list[Json]:
    """Who made a group, and the bot if it has rights and bots are asked for."""
    chat = _group(doing)
    found = [chat_member(doing.world, chat, chat.members[0])] if chat.members else []
    if chat.bot_status == "administrator" and doing.given.get("return_bots", True):
        found.append(chat_member(doing.world, chat, doing.world.bot.id))
    return found


@method("getChatMemberCount")
def get_member_count(doing: Doing) -> int:
    """How many are in a chat, the bot among them."""
    return len(_member_chat(doing).members) + 1


@method("pinChatMessage")
def pin_message(doing: Doing) -> bool:
    """A message on top of its chat."""
    chat = writable_chat(doing.world, doing.given)
    _need_rights(chat, "manage pinned messages in the chat")
    record = doing.world.find_message(chat, doing.given["message_id"])
    if record is None:
        raise bad_request("message to pin not found")
    chat.pinned_message = record.message["message_id"]
    notice = doing.world.draft(chat, doing.world.bot.user(), pinned_message=doing.world.quoted(record))
    doing.world.post(chat, notice)
    return True


@method("setMessageReaction")
def set_reaction(doing: Doing) -> bool:
    """The bot's reaction to a message; an empty list takes it back."""
    chat = writable_chat(doing.world, doing.given)
    record = doing.world.find_message(chat, doing.given["message_id"])
    if record is None:
        raise bad_request("message to react not found")
    reactions = doing.given.get("reaction", [])
    if len(reactions) > 1 or any(one.get("emoji") not in REACTIONS for one in reactions):
        raise bad_request("REACTION_INVALID")
    record.reactions = reactions
    doing.world.changes.happened()
    return True


@method("createForumTopic")
def create_topic(doing: Doing) -> Json:
    """A topic in a supergroup that has them."""
    chat = writable_chat(doing.world, doing.given)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    _need_rights(chat, "create a topic")
    colour = doing.given.get("icon_color", TOPIC_COLOUR)
    topic = {"name": doing.given["name"], "icon_color": colour}
    record = doing.world.post(
        chat, doing.world.draft(chat, doing.world.bot.user(), forum_topic_created=topic)
    )
    number = record.message["message_id"]
    record.message["message_thread_id"] = number
    chat.topics[str(number)] = doing.given["name"]
    return {"message_thread_id": number, **topic}


@method("exportChatInviteLink")
def export_link(doing: Doing) -> str:
    """A new main link into a group."""
    chat = _group(doing)
    _need_rights(chat, "manage chat invite link")
    seed = f"{chat.id} {doing.world.changes.version}".encode()
    doing.world.changes.happened()
    return f"https://t.me/+{hashlib.sha256(seed).hexdigest()[:16]}"


def _need_rights(chat: ChatRecord, words: str) -> None:
    if not chat.private and chat.bot_status != "administrator":
        raise bad_request(f"not enough rights to {words}")
