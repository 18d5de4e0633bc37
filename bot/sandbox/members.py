"""What somebody is in a chat, as the Bot API's ChatMember, and how the bot is told that it changed.

It decides nothing about who may change whose standing (groups).
"""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.sandbox.people import ChatRecord, PersonRecord
from bot.sandbox.refusals import Json, bad_request
from bot.sandbox.world import World

RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_change_info", "can_invite_users", "can_pin_messages",
)  # fmt: skip
NO_RIGHTS = (
    "is_anonymous", "can_promote_members", "can_post_stories", "can_edit_stories",
    "can_delete_stories", "can_send_welcome_messages",
)  # fmt: skip
# can_manage_topics comes with the usual rights of a forum; it is named only where given.
USUAL_RIGHTS: Json = dict.fromkeys(RIGHTS, True) | dict.fromkeys(NO_RIGHTS, False)


def chat_member(world: World, chat: ChatRecord, user_id: int) -> Json:
    """What somebody is in a chat now. Raises Refusal for somebody whom nobody knows."""
    if user_id == world.bot.id:
        status = _bot_status(world, chat)
        member: Json = {"status": status, "user": world.bot.user()}
        rights = chat.bot_rights
    elif user_id in world.people:
        status = _status(chat, user_id)
        member = {"status": status, "user": world.people[user_id].user()}
        rights = None
    else:
        raise bad_request("PARTICIPANT_ID_INVALID")
    if status == "administrator":
        member |= {"can_be_edited": False, **USUAL_RIGHTS, **(rights or {})}
    if status in {"administrator", "creator"} and user_id != world.bot.id:
        member["is_anonymous"] = user_id in chat.anonymous
    if status == "kicked":
        member["until_date"] = 0
    return member


def bot_may(chat: ChatRecord, right: str) -> bool:
    """Whether the bot has one of an administrator's rights; in a private chat it may all that bots may."""
    if chat.private:
        return True
    rights = {**USUAL_RIGHTS, "can_manage_topics": chat.is_forum, **(chat.bot_rights or {})}
    return chat.bot_status == "administrator" and bool(rights.get(right))


@contextmanager
def standing_changes(
    world: World, chat: ChatRecord, user_id: int, *, by: PersonRecord | None
) -> Iterator[None]:
    """Around a change of somebody's standing: the bot hears of it, of other people only as administrator.

    `by` is None when the bot itself did it.
    """
    before = chat_member(world, chat, user_id)
    yield
    after = chat_member(world, chat, user_id)
    own = user_id == world.bot.id
    world.changes.happened()
    if before == after or not (own or chat.bot_status == "administrator"):
        return
    change = {
        "chat": world.chat_json(chat),
        "from": world.bot.user() if by is None else by.user(),
        "date": world.timestamp(),
        "old_chat_member": before,
        "new_chat_member": after,
    }
    world.queue.add("my_chat_member" if own else "chat_member", change)


def _bot_status(world: World, chat: ChatRecord) -> str:
    if chat.private:
        return "kicked" if world.people[chat.id].blocked else "member"
    return chat.bot_status or "left"


def _status(chat: ChatRecord, user_id: int) -> str:
    if user_id in chat.banned:
        return "kicked"
    if user_id not in chat.members:
        return "left"
    if chat.private:
        return "member"
    if user_id == chat.creator:
        return "creator"
    return "administrator" if user_id in chat.administrators else "member"
