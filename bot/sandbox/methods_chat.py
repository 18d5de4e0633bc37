"""The Bot API's methods about chats and who is in them, and what a bot pins or marks there.

Messages themselves are in methods_send and methods_edit.
"""

import hashlib

from bot.sandbox.members import bot_may, chat_member, standing_changes
from bot.sandbox.methods import Doing, method
from bot.sandbox.outgoing import joined_chat, writable_chat
from bot.sandbox.people import ChatRecord
from bot.sandbox.refusals import Json, bad_request

REACTIONS = {
    "❤", "👍", "👎", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "🤬", "😢", "🎉",
    "🤩", "🤮", "💩", "🙏", "👌", "🕊", "🤡", "🥱", "🥴", "😍", "🐳", "❤‍🔥", "🌚",
    "🌭", "💯", "🤣", "⚡", "🍌", "🏆", "💔", "🤨", "😐", "🍓", "🍾", "💋", "🖕",
    "😈", "😴", "😭", "🤓", "👻", "👨‍💻", "👀", "🎃", "🙈", "😇", "😨", "🤝", "✍",
    "🤗", "🫡", "🎅", "🎄", "☃", "💅", "🤪", "🗿", "🆒", "💘", "🙉", "🦄", "😘",
    "💊", "🙊", "😎", "👾", "🤷‍♂", "🤷", "🤷‍♀", "😡",
}  # fmt: skip
TOPIC_COLOUR = 0x6FB9F0


def _group(doing: Doing) -> ChatRecord:
    chat = joined_chat(doing.world, doing.given["chat_id"])
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    return chat


@method("getChat")
def get_chat(doing: Doing) -> Json:
    """What is known of a chat."""
    chat = joined_chat(doing.world, doing.given["chat_id"])
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
    person = doing.world.people.get(chat.id)
    if person is not None and person.birthdate is not None:
        full["birthdate"] = person.birthdate
    pinned = doing.world.find_message(chat, chat.pinned_message)
    if pinned is not None:
        full["pinned_message"] = doing.world.quoted(pinned)
    return full


@method("getChatMember")
def get_chat_member(doing: Doing) -> Json:
    """What somebody is in a chat."""
    chat = joined_chat(doing.world, doing.given["chat_id"])
    return chat_member(doing.world, chat, doing.given["user_id"])


@method("getChatAdministrators")
def get_administrators(doing: Doing) -> list[Json]:
    """Who made a group, its administrators, and the bot if it is one and bots are asked for."""
    chat = _group(doing)
    leaders = [one for one in (chat.creator, *chat.administrators) if one in chat.members]
    found = [chat_member(doing.world, chat, one) for one in leaders]
    if chat.bot_status == "administrator" and doing.given.get("return_bots", True):
        found.append(chat_member(doing.world, chat, doing.world.bot.id))
    return found


@method("getChatMemberCount")
def get_member_count(doing: Doing) -> int:
    """How many are in a chat, the bot among them."""
    return len(joined_chat(doing.world, doing.given["chat_id"]).members) + 1


@method("leaveChat")
def leave_chat(doing: Doing) -> bool:
    """The bot goes; it hears of that itself."""
    chat = joined_chat(doing.world, doing.given["chat_id"])
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    if chat.type == "group":
        gone = doing.world.draft(chat, doing.world.bot.user(), left_chat_member=doing.world.bot.user())
        doing.world.post(chat, gone)
    with standing_changes(doing.world, chat, doing.world.bot.id, by=None):
        chat.bot_status, chat.bot_rights = "left", None
    return True


@method("pinChatMessage")
def pin_message(doing: Doing) -> bool:
    """A message on top of its chat."""
    chat = writable_chat(doing.world, doing.given)
    _need_right(chat, "can_pin_messages", "manage pinned messages in the chat")
    record = doing.world.find_message(chat, doing.given["message_id"])
    if record is None:
        raise bad_request("message to pin not found")
    chat.pinned_message = record.message["message_id"]
    notice = doing.world.draft(chat, doing.world.bot.user(), pinned_message=doing.world.quoted(record))
    doing.world.post(chat, notice)
    return True


@method("unpinChatMessage")
def unpin_message(doing: Doing) -> bool:
    """Nothing on top of a chat any more; without a message_id whatever is there."""
    chat = writable_chat(doing.world, doing.given)
    _need_right(chat, "can_pin_messages", "manage pinned messages in the chat")
    if doing.given.get("message_id", chat.pinned_message) != chat.pinned_message or not chat.pinned_message:
        raise bad_request("message to unpin not found")
    chat.pinned_message = 0
    doing.world.changes.happened()
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
    _need_right(chat, "can_manage_topics", "create a topic")
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
    _need_right(chat, "can_invite_users", "manage chat invite link")
    seed = f"{chat.id} {doing.world.changes.version}".encode()
    doing.world.changes.happened()
    return f"https://t.me/+{hashlib.sha256(seed).hexdigest()[:16]}"


def _need_right(chat: ChatRecord, right: str, words: str) -> None:
    if not bot_may(chat, right):
        raise bad_request(f"not enough rights to {words}")
