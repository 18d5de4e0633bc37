"""What people do in their chats, and the updates that this makes for the bot.

It doesn't know HTTP (people_routes), nor what bots may do (methods). Taps are in taps.
"""

from copy import deepcopy
from typing import Any

from bot.sandbox.keyboards import reply_button
from bot.sandbox.members import standing_changes
from bot.sandbox.people import ChatRecord, MessageRecord, PersonRecord
from bot.sandbox.refusals import Impossible, Json
from bot.sandbox.sent_content import CONTENT, sent_content
from bot.sandbox.text_entities import MOST, find, formatted
from bot.sandbox.world import World

UNPLAYABLE = ("request_managed_bot", "request_poll", "web_app")
CHOICES = {"request_chat": "a group (POST /sim/pick_chat)", "request_users": "people (POST /sim/pick_people)"}
# What somebody can send, by the name under which it is asked for.
KINDS = ("text", "sticker", "voice", "photo_base64", "document_base64", "contact", "location", "forward")
HERE: Json = {"latitude": 59.437, "longitude": 24.7536}
# In whose name Telegram shows anonymous administrators and channels to bots.
GROUP_BOT: Json = {
    "id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot",
}  # fmt: skip
CHANNEL_BOT: Json = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
A_CHANNEL = -1_009_000_000_000


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
    person.birthdate = _birthdate(asked.get("birthdate"))
    world.add_person(person)
    return person


def _birthdate(given: Any) -> Json | None:
    """The Bot API's Birthdate; whether a year has such a day is Telegram's affair."""
    if given is None:
        return None
    numbers = given if isinstance(given, dict) else {}
    inside = numbers.get("day") in range(1, 32) and numbers.get("month") in range(1, 13)
    if not inside or not numbers.keys() <= {"day", "month", "year"}:
        raise Impossible("A birthdate has a day and a month, and perhaps a year.")
    return dict(numbers)


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
    """Send something into a chat; in a group also in its name or in a channel's (`as`)."""
    given = [name for name in KINDS if asked.get(name) is not None]
    if len(given) != 1:
        raise Impossible(f"A message is exactly one of {', '.join(KINDS)}.")
    if chat.upgraded_to:
        raise Impossible(f"This group has become the supergroup {chat.upgraded_to}: write there.")
    if chat.private and person.blocked:
        raise Impossible(f"{person.first_name} has blocked the bot and must unblock it first.")
    if chat.private and not person.started:
        if given == ["text"] and asked["text"] == "/start":
            return start(world, person)
        raise Impossible(f"{person.first_name} has not pressed START yet.")
    message = world.draft(chat, person.user())
    if asked.get("as"):
        message |= _disguise(chat, person, asked["as"])
    if asked.get("reply_to"):
        quoted = world.find_message(chat, asked["reply_to"])
        if quoted is None:
            raise Impossible(f"There is no message {asked['reply_to']} to reply to.")
        message["reply_to_message"] = world.quoted(quoted)
    if given == ["text"]:
        return _say(world, person, chat, asked["text"], message)
    content = (
        _forwarded(world, person, asked["forward"])
        if given == ["forward"]
        else sent_content(world, given[0], asked)
    )
    return deliver(world, chat, message | content)


def _disguise(chat: ChatRecord, person: PersonRecord, name: object) -> Json:
    """Whom the bot sees when somebody writes as "group" (anonymously) or as a channel of that name."""
    if chat.type != "supergroup":
        raise Impossible("Only in a supergroup can somebody write in another name than their own.")
    if name != "group":
        channel = {"id": A_CHANNEL - person.id, "type": "channel", "title": str(name)}
        return {"from": CHANNEL_BOT, "sender_chat": channel}
    if person.id not in chat.anonymous:
        raise Impossible(f"{person.first_name} is no anonymous administrator here.")
    return {"from": GROUP_BOT, "sender_chat": chat.chat()}


def _forwarded(world: World, person: PersonRecord, asked: object) -> Json:
    """A message that this person sees, with its author: {"chat", "message"}, "hidden" for a shy author."""
    spec = asked if isinstance(asked, dict) else {}
    source = world.find_message(world.seen_chat(spec.get("chat"), person), spec.get("message"))
    content = (
        {} if source is None else {name: source.message[name] for name in CONTENT if name in source.message}
    )
    if source is None or not content:
        raise Impossible("There is no such message to forward.")
    author, date = source.message["from"], source.message["date"]
    if spec.get("hidden"):
        origin: Json = {"type": "hidden_user", "date": date, "sender_user_name": author["first_name"]}
    else:
        origin = {"type": "user", "date": date, "sender_user": author}
    return {**content, "forward_origin": source.message.get("forward_origin", origin)}


def press(world: World, person: PersonRecord, chat: ChatRecord, label: str) -> MessageRecord:
    """Press a button of the keyboard under the text box; those that ask for a choice are in sharing."""
    button = pressed_button(chat, label)
    for name in UNPLAYABLE:
        if name in button:
            raise Impossible(f"The sandbox can't do {name} buttons.")
    for name, choice in CHOICES.items():
        if name in button:
            raise Impossible(f"The button {label!r} asks for a choice: {choice}.")
    pressed_button(chat, label, hide=True)
    if button.get("request_contact"):
        number = {"phone_number": f"+1555{person.id % 10_000_000:07}", "first_name": person.first_name}
        return send(world, person, chat, {"contact": {**number, "user_id": person.id}})
    if button.get("request_location"):
        return send(world, person, chat, {"location": HERE})
    return send(world, person, chat, {"text": button["text"]})


def pressed_button(chat: ChatRecord, label: str, *, hide: bool = False) -> Json:
    """The button of that name on the keyboard; `hide` takes a one-time keyboard away. Raises Impossible."""
    button = reply_button(chat.reply_keyboard, label)
    if hide and (chat.reply_keyboard or {}).get("one_time_keyboard"):
        chat.reply_keyboard = None
    return button


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
    with standing_changes(world, world.chats[person.id], world.bot.id, by=person):
        person.blocked = True


def unblock(world: World, person: PersonRecord) -> None:
    """The person lets the bot write again."""
    with standing_changes(world, world.chats[person.id], world.bot.id, by=person):
        person.blocked = False


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
