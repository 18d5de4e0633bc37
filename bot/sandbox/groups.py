"""What people do with groups: they make them, come and go, add and remove the bot, let them grow.

What is written in groups is in crowd; what somebody is in one, in members.
"""

from dataclasses import replace

from bot.sandbox.crowd import GROUP_BOT, deliver
from bot.sandbox.members import USUAL_RIGHTS, standing_changes
from bot.sandbox.people import ChatRecord, PersonRecord
from bot.sandbox.refusals import Impossible, Json
from bot.sandbox.world import World


def make_group(world: World, asked: Json) -> ChatRecord:
    """The first of the members makes a group and adds the bot; without it where `bot` is "left"."""
    given = asked.get("members")
    members = [world.person(one) for one in given] if isinstance(given, list) else []
    kind, status = str(asked.get("type") or "group"), str(asked.get("bot") or "member")
    if not members or not isinstance(asked.get("title"), str) or not asked["title"].strip():
        raise Impossible("A group needs a title and at least one person.")
    if kind not in {"group", "supergroup"} or status not in {"member", "administrator", "left"}:
        raise Impossible("A group is a group or a supergroup, and the bot its member, administrator or left.")
    forum = kind == "supergroup" and bool(asked.get("is_forum"))
    ids = list(dict.fromkeys(one.id for one in members))
    chat = ChatRecord(world.free_group_id(kind), kind, asked["title"], ids, bot_status="", is_forum=forum)
    world.add_chat(chat)
    if status != "left":
        set_bot_status(world, members[0], chat, status)
    return chat


def join_group(world: World, person: PersonRecord, chat: ChatRecord, by: PersonRecord | None = None) -> None:
    """Somebody comes by a link, or is added by a member."""
    _living_group(chat)
    if person.id in chat.members:
        raise Impossible(f"{person.first_name} is in this group already.")
    if by is not None and by.id not in chat.members:
        raise Impossible(f"{by.first_name} is not in this group and can't add anybody.")
    if person.id in chat.banned and (by is None or not chat.led_by(by.id)):
        raise Impossible(f"{person.first_name} was removed; only an administrator can add them again.")
    with standing_changes(world, chat, person.id, by=by or person):
        chat.members.append(person.id)
        chat.banned = [one for one in chat.banned if one != person.id]
    deliver(world, chat, world.draft(chat, (by or person).user(), new_chat_members=[person.user()]))


def leave_group(world: World, person: PersonRecord, chat: ChatRecord, by: PersonRecord | None = None) -> None:
    """Somebody goes, or is removed by an administrator, which in a supergroup bans them."""
    _living_group(chat)
    if person.id not in chat.members:
        raise Impossible(f"{person.first_name} is not in this group.")
    if by is not None and not (chat.led_by(by.id) and person.id != chat.creator):
        raise Impossible(f"{by.first_name} can't remove {person.first_name} from this group.")
    with standing_changes(world, chat, person.id, by=by or person):
        chat.members.remove(person.id)
        chat.administrators = [one for one in chat.administrators if one != person.id]
        if by is not None and chat.type == "supergroup":
            chat.banned.append(person.id)
    deliver(world, chat, world.draft(chat, (by or person).user(), left_chat_member=person.user()))


def promote(world: World, by: PersonRecord, chat: ChatRecord, person: PersonRecord, asked: Json) -> None:
    """A person becomes administrator or plain member again; who leads a supergroup may be anonymous."""
    _living_group(chat)
    status, anonymous = asked.get("status", "administrator"), bool(asked.get("anonymous"))
    if not chat.led_by(by.id) or person.id not in chat.members or status not in {"administrator", "member"}:
        raise Impossible(f"{by.first_name} can't make {person.first_name} {status} of this group.")
    if anonymous and chat.type != "supergroup":
        raise Impossible("Only in a supergroup can administrators be anonymous.")
    with standing_changes(world, chat, person.id, by=by):
        chat.administrators = [one for one in chat.administrators if one != person.id]
        chat.anonymous = [one for one in chat.anonymous if one != person.id]
        if status == "administrator" and person.id != chat.creator:
            chat.administrators.append(person.id)
        if status == "administrator" and anonymous:
            chat.anonymous.append(person.id)


def set_bot_status(
    world: World, person: PersonRecord, chat: ChatRecord, status: str, rights: object = None
) -> None:
    """Somebody adds the bot to a group, gives or takes rights, or removes it ("left")."""
    _living_group(chat)
    if status not in {"member", "administrator", "left"}:
        raise Impossible("In a group the bot is member, administrator or left.")
    if not chat.led_by(person.id) and (status == "administrator" or chat.has_bot):
        raise Impossible(f"{person.first_name} has no rights over the bot in this group.")
    known = {*USUAL_RIGHTS, "can_manage_topics"}
    if rights is not None and not (isinstance(rights, dict) and rights.keys() <= known):
        raise Impossible(f"Rights are an object of {', '.join(sorted(known))}.")
    if status == "left":
        if chat.has_bot:
            _remove_bot(world, person, chat)
        return
    added = not chat.has_bot
    if added:
        chat.bot_hears_all = not world.bot.privacy
    with standing_changes(world, chat, world.bot.id, by=person):
        chat.bot_status = status
        chat.bot_rights = dict(rights) if isinstance(rights, dict) and status == "administrator" else None
    if added:
        deliver(world, chat, world.draft(chat, person.user(), new_chat_members=[world.bot.user()]))


def _remove_bot(world: World, person: PersonRecord, chat: ChatRecord) -> None:
    if chat.type == "group":  # a supergroup's own bot is not told of this by a message
        deliver(world, chat, world.draft(chat, person.user(), left_chat_member=world.bot.user()))
    with standing_changes(world, chat, world.bot.id, by=person):
        chat.bot_status, chat.bot_rights = "kicked", None


def upgrade(world: World, person: PersonRecord, chat: ChatRecord, asked: Json) -> ChatRecord:
    """A group becomes a supergroup under a new id; the old chat stays for reading only.

    `new_id_first`: the bot hears of its standing in the new chat before it hears why there is one.
    `leaves_old`: it also hears that it left the old one.
    """
    _living_group(chat)
    if chat.type != "group" or not chat.led_by(person.id):
        raise Impossible(f"{person.first_name} can't make this chat a supergroup.")
    grown = replace(
        chat, id=world.free_group_id("supergroup"), type="supergroup", bot_status="", reply_keyboard=None,
        members=list(chat.members), administrators=list(chat.administrators), banned=list(chat.banned),
    )  # fmt: skip
    world.add_chat(grown)

    def announce() -> None:
        deliver(world, chat, world.draft(chat, person.user(), migrate_to_chat_id=grown.id))
        came = world.draft(grown, GROUP_BOT, sender_chat=grown.chat(), migrate_from_chat_id=chat.id)
        deliver(world, grown, came)

    with standing_changes(world, grown, world.bot.id, by=person):
        grown.bot_status = chat.bot_status if chat.has_bot else ""
        if not asked.get("new_id_first"):
            announce()
    if asked.get("new_id_first"):
        announce()
    if asked.get("leaves_old") and chat.has_bot:
        with standing_changes(world, chat, world.bot.id, by=person):
            chat.bot_status = "left"
    chat.upgraded_to, chat.reply_keyboard = grown.id, None
    return grown


def _living_group(chat: ChatRecord) -> None:
    if chat.private:
        raise Impossible("That works in groups only.")
    if chat.upgraded_to:
        raise Impossible(f"This group has become the supergroup {chat.upgraded_to}.")
