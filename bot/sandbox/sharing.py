"""The keyboard's buttons that ask for a chat or for people, and what the person chooses.

Other buttons are in crowd; making groups and adding the bot is in groups.
"""

from bot.sandbox.crowd import deliver, pressed_button
from bot.sandbox.groups import make_group, set_bot_status
from bot.sandbox.members import USUAL_RIGHTS
from bot.sandbox.people import ChatRecord, MessageRecord, PersonRecord
from bot.sandbox.refusals import Impossible, Json
from bot.sandbox.world import World


def share_chat(world: World, person: PersonRecord, chat: ChatRecord, asked: Json) -> MessageRecord:
    """Press a `request_chat` button and choose a group by its id, or make one by `title`.

    A new group has the person and `members` in it; `type` makes it a supergroup.
    """
    wanted = _wanted(person, chat, asked, "request_chat")
    if wanted["chat_is_channel"] or wanted.get("chat_has_username"):
        raise Impossible("The sandbox has no channels and no groups with a username.")
    if asked.get("group") is None and not asked.get("title"):
        raise Impossible("Name a group to choose, or a title to make one.")
    if asked.get("group") is not None:
        group = world.seen_chat(asked["group"], person)
        if reason := unfit(group, person, wanted):
            raise Impossible(f"Telegram doesn't offer this group here: {reason}.")
    else:
        kind = "supergroup" if wanted.get("chat_is_forum") else asked.get("type", "group")
        others = asked.get("members")
        members = [person.id, *(others if isinstance(others, list) else [])]
        group = make_group(
            world,
            {
                "title": asked["title"], "members": members, "type": kind, "bot": "left",
                "is_forum": wanted.get("chat_is_forum"),
            },
        )  # fmt: skip
    pressed_button(chat, str(asked.get("label")), hide=True)
    _let_bot_in(world, person, group, wanted)
    shared: Json = {"request_id": wanted["request_id"], "chat_id": group.id}
    if wanted.get("request_title"):
        shared["title"] = group.title
    return deliver(world, chat, world.draft(chat, person.user(), chat_shared=shared))


def unfit(group: ChatRecord, person: PersonRecord, wanted: Json) -> str | None:
    """Why a group doesn't fit what the button asks for; None when it does."""
    if group.private or group.upgraded_to:
        return "it is no group any more" if group.upgraded_to else "it is no group"
    if "chat_is_forum" in wanted and wanted["chat_is_forum"] != group.is_forum:
        return "a group with topics is wanted" if wanted["chat_is_forum"] else "it has topics"
    if wanted.get("chat_is_created") and group.creator != person.id:
        return f"{person.first_name} has not made it"
    if "user_administrator_rights" in wanted and not group.led_by(person.id):
        return f"{person.first_name} is no administrator of it"
    if "bot_administrator_rights" in wanted and not group.led_by(person.id):
        return f"{person.first_name} can't give rights in it"
    return None


def _let_bot_in(world: World, person: PersonRecord, group: ChatRecord, wanted: Json) -> None:
    """Add the bot and make it administrator, where the button asks for that and it isn't so yet."""
    rights = wanted.get("bot_administrator_rights")
    if rights is None:
        if wanted.get("bot_is_member") and not group.has_bot:
            set_bot_status(world, person, group, "member")
        return
    # can_manage_chat is implied by any other right
    given = {name: bool(rights.get(name)) for name in USUAL_RIGHTS} | {"can_manage_chat": True}
    if rights.get("can_manage_topics") and group.type == "supergroup":
        given["can_manage_topics"] = True
    if group.bot_status == "administrator":
        had = {**USUAL_RIGHTS, **(group.bot_rights or {})}
        if all(had.get(name) for name, value in given.items() if value):
            return
        given = {name: bool(value or had.get(name)) for name, value in given.items()}
    elif not group.has_bot and group.type == "group":
        set_bot_status(world, person, group, "member")  # a basic group takes two steps
    set_bot_status(world, person, group, "administrator", given)


def share_people(world: World, person: PersonRecord, chat: ChatRecord, asked: Json) -> MessageRecord:
    """Press a `request_users` button and choose people by their ids; they need not know the bot."""
    wanted = _wanted(person, chat, asked, "request_users")
    given = asked.get("people")
    named = [world.person(one) for one in given] if isinstance(given, list) else []
    chosen = list({one.id: one for one in named}.values())
    most = wanted.get("max_quantity", 1)
    if not 1 <= len(chosen) <= most:
        raise Impossible(f"Between 1 and {most} people are to be chosen here, not {len(chosen)}.")
    if wanted.get("user_is_bot") or wanted.get("user_is_premium"):
        raise Impossible("The sandbox has people without premium only.")
    pressed_button(chat, str(asked.get("label")), hide=True)
    users = [_shared_user(one, wanted) for one in chosen]
    shared = {"request_id": wanted["request_id"], "users": users}
    return deliver(world, chat, world.draft(chat, person.user(), users_shared=shared))


def _wanted(person: PersonRecord, chat: ChatRecord, asked: Json, kind: str) -> Json:
    if chat.private and person.blocked:
        raise Impossible(f"{person.first_name} has blocked the bot and must unblock it first.")
    button = pressed_button(chat, str(asked.get("label")))
    if kind not in button:
        raise Impossible(f"The button {button['text']!r} asks for something else.")
    wanted: Json = button[kind]
    return wanted


def _shared_user(person: PersonRecord, wanted: Json) -> Json:
    user: Json = {"user_id": person.id}
    if wanted.get("request_name"):
        user["first_name"] = person.first_name
        if person.last_name:
            user["last_name"] = person.last_name
    if wanted.get("request_username") and person.username:
        user["username"] = person.username
    return user
