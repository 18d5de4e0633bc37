"""What somebody is in a chat, as the Bot API's ChatMember.

It changes nobody's standing (crowd).
"""

from bot.sandbox.people import ChatRecord
from bot.sandbox.refusals import Json, bad_request
from bot.sandbox.world import World

RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_change_info", "can_invite_users", "can_pin_messages",
)  # fmt: skip
NO_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_promote_members", "can_post_stories", "can_edit_stories",
    "can_delete_stories", "can_send_welcome_messages",
)  # fmt: skip


def bot_member(world: World, status: str) -> Json:
    """The bot as a ChatMember of that status."""
    member: Json = {"status": status, "user": world.bot.user()}
    if status == "administrator":
        member |= dict.fromkeys(RIGHTS, True) | dict.fromkeys(NO_RIGHTS, False)
    if status == "kicked":
        member["until_date"] = 0
    return member


def person_member(world: World, person_id: int, status: str) -> Json:
    """A person as a ChatMember of that status."""
    member: Json = {"status": status, "user": world.people[person_id].user()}
    if status == "creator":
        member["is_anonymous"] = False
    return member


def chat_member(world: World, chat: ChatRecord, user_id: int) -> Json:
    """What somebody is in a chat now. Raises Refusal for somebody whom nobody knows."""
    if user_id == world.bot.id:
        return bot_member(world, chat.bot_status)
    if user_id not in world.people:
        raise bad_request("PARTICIPANT_ID_INVALID")
    if user_id not in chat.members:
        return person_member(world, user_id, "left")
    creator = not chat.private and chat.members[0] == user_id
    return person_member(world, user_id, "creator" if creator else "member")
