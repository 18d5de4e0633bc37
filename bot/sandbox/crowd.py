"""What people do in their chats, and the updates that this makes for the bot.

It doesn't know HTTP (people_routes), nor what bots may do (methods). Taps are in taps.
"""

import base64
import binascii
from copy import deepcopy

from bot.sandbox.keyboards import reply_button
from bot.sandbox.members import bot_member
from bot.sandbox.people import ChatRecord, MessageRecord, PersonRecord
from bot.sandbox.refusals import Impossible, Json
from bot.sandbox.text_entities import MOST, find, formatted, put_caption
from bot.sandbox.world import World

UNPLAYABLE = (
    "request_users",
    "request_chat",
    "request_managed_bot",
    "request_location",
    "request_poll",
    "web_app",
)
KINDS = ("text", "sticker", "voice", "photo_base64", "contact")


def join(world: World, asked: Json) -> PersonRecord:
    """Somebody new has Telegram on a phone."""
    texts = {name: asked.get(name) or "" for name in ("first_name", "last_name", "username", "note")}
    texts["language_code"] = asked.get("language_code", "en") or ""
    if not all(isinstance(value, str) for value in texts.values()) or not texts["first_name"]:
        raise Impossible("A person needs a first name, and names are texts.")
    person_id = asked.get("id") or world.free_person_id()
    if not isinstance(person_id, int) or person_id <= 0 or person_id in world.people:
        raise Impossible(f"The id {person_id} is not a free positive number.")
    person = PersonRecord(person_id, texts["first_name"])
    person.last_name, person.username = texts["last_name"], texts["username"]
    person.language_code, person.note = texts["language_code"], texts["note"]
    world.add_person(person)
    return person


def start(world: World, person: PersonRecord, payload: str | None = None) -> MessageRecord:
    """Press START: "/start", with the payload of the link that was opened."""
    if person.blocked:
        unblock(world, person)
    payload = payload if payload is not None else person.pending_start
    person.pending_start = None
    person.started = True
    if payload and world.faults.strikes("payload_lost"):
        payload = None
    return _say(world, person, world.chats[person.id], f"/start {payload}" if payload else "/start")


def send(world: World, person: PersonRecord, chat: ChatRecord, asked: Json) -> MessageRecord:
    """Send something into a chat."""
    given = [name for name in KINDS if asked.get(name) is not None]
    if len(given) != 1:
        raise Impossible(f"A message is exactly one of {', '.join(KINDS)}.")
    if chat.private and person.blocked:
        raise Impossible(f"{person.first_name} has blocked the bot and must unblock it first.")
    if chat.private and not person.started:
        if given == ["text"] and asked["text"] == "/start":
            return start(world, person)
        raise Impossible(f"{person.first_name} has not pressed START yet.")
    message = world.draft(chat, person.user())
    if asked.get("reply_to"):
        quoted = world.find_message(chat, asked["reply_to"])
        if quoted is None:
            raise Impossible(f"There is no message {asked['reply_to']} to reply to.")
        message["reply_to_message"] = world.quoted(quoted)
    if given == ["text"]:
        return _say(world, person, chat, asked["text"], message)
    message.update(_content(world, given[0], asked))
    return deliver(world, chat, message)


def press(world: World, person: PersonRecord, chat: ChatRecord, label: str) -> MessageRecord:
    """Press a button of the keyboard under the text box."""
    button = reply_button(chat.reply_keyboard, label)
    if (chat.reply_keyboard or {}).get("one_time_keyboard"):
        chat.reply_keyboard = None
    if button.get("request_contact"):
        number = {"phone_number": f"+1555{person.id % 10_000_000:07}", "first_name": person.first_name}
        return send(world, person, chat, {"contact": {**number, "user_id": person.id}})
    for name in UNPLAYABLE:
        if name in button:
            raise Impossible(f"The sandbox can't do {name} buttons.")
    return send(world, person, chat, {"text": button["text"]})


def deliver(world: World, chat: ChatRecord, message: Json) -> MessageRecord:
    """A person's message into the chat, and to the bot if it hears it."""
    if chat.reply_keyboard and "keyboard" not in chat.reply_keyboard:
        chat.reply_keyboard = None  # a forced reply has been given
    record = world.post(chat, message)
    if world.hears(chat, message):
        world.queue.add("message", deepcopy(message))
    return record


def block(world: World, person: PersonRecord) -> None:
    """The person stops the bot."""
    if not person.blocked:
        person.blocked = True
        _bot_moved(world, person, world.chats[person.id], "member", "kicked")


def unblock(world: World, person: PersonRecord) -> None:
    """The person lets the bot write again."""
    if person.blocked:
        person.blocked = False
        _bot_moved(world, person, world.chats[person.id], "kicked", "member")


def make_group(world: World, asked: Json) -> ChatRecord:
    """The first of the members makes a group and adds the bot."""
    given = asked.get("members")
    members = [world.person(one) for one in given] if isinstance(given, list) else []
    kind, status = str(asked.get("type") or "group"), str(asked.get("bot") or "member")
    if not members or not isinstance(asked.get("title"), str):
        raise Impossible("A group needs a title and at least one person.")
    if kind not in {"group", "supergroup"} or status not in {"member", "administrator"}:
        raise Impossible("A group is a group or a supergroup, and the bot its member or administrator.")
    forum = kind == "supergroup" and bool(asked.get("is_forum"))
    ids = list(dict.fromkeys(one.id for one in members))
    chat = ChatRecord(world.free_group_id(kind), kind, asked["title"], ids, bot_status="left", is_forum=forum)
    world.add_chat(chat)
    set_bot_status(world, members[0], chat, status)
    return chat


def set_bot_status(world: World, person: PersonRecord, chat: ChatRecord, status: str) -> None:
    """Somebody adds the bot to a group, gives or takes rights, or removes it."""
    if chat.private or status not in {"member", "administrator", "left"}:
        raise Impossible("In a group the bot is member, administrator or left.")
    before, chat.bot_status = chat.bot_status, status
    if before == status:
        return
    _bot_moved(world, person, chat, before, "kicked" if status == "left" else status)
    if before == "left":
        deliver(world, chat, world.draft(chat, person.user(), new_chat_members=[world.bot.user()]))


def _bot_moved(world: World, person: PersonRecord, chat: ChatRecord, before: str, after: str) -> None:
    change = {
        "chat": world.chat_json(chat),
        "from": person.user(),
        "date": world.timestamp(),
        "old_chat_member": bot_member(world, before),
        "new_chat_member": bot_member(world, after),
    }
    world.queue.add("my_chat_member", change)
    world.changes.happened()


def _say(
    world: World, person: PersonRecord, chat: ChatRecord, text: object, message: Json | None = None
) -> MessageRecord:
    if not isinstance(text, str) or not formatted(text)[0]:
        raise Impossible("Nothing was written.")
    message = message or world.draft(chat, person.user())
    while len(text) > MOST["text"]:  # Telegram's clients cut a long text into several messages
        deliver(world, chat, {**message, "text": text[: MOST["text"]]})
        text = text[MOST["text"] :]
    message["text"] = formatted(text)[0] or text
    if entities := find(message["text"]):
        message["entities"] = entities
    return deliver(world, chat, message)


def _content(world: World, kind: str, asked: Json) -> Json:
    value = asked[kind]
    match kind:
        case "sticker":
            sizes = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
            emoji = value if isinstance(value, str) else "☕"
            return {"sticker": {**world.files.add_other("sticker"), **sizes, "emoji": emoji}}
        case "voice":
            length = value if isinstance(value, int) and not isinstance(value, bool) else 3
            return {"voice": {**world.files.add_other("voice"), "duration": length, "mime_type": "audio/ogg"}}
        case "contact":
            if not isinstance(value, dict) or not {"phone_number", "first_name"} <= value.keys():
                raise Impossible("A contact has a phone_number and a first_name.")
            return {"contact": value}
        case _:
            try:
                content = base64.b64decode(value, validate=True)
            except (TypeError, ValueError, binascii.Error):
                raise Impossible("The picture is not base64.") from None
            pictured: Json = {"photo": world.files.add_photo(content)}
            put_caption(pictured, {"caption": asked.get("caption") or ""})
            return pictured
