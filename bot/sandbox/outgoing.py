"""What all sends of the bot share: the chat that may be written to, replies, keyboards, and posting.

The content of each kind of message is for the methods.
"""

from bot.sandbox.keyboards import check_markup, without_empty_rows
from bot.sandbox.people import ChatRecord, MessageRecord
from bot.sandbox.refusals import Json, Refusal, bad_request, forbidden, unsupported
from bot.sandbox.world import World

FOREIGN = (
    "business_connection_id", "direct_messages_topic_id", "ephemeral_message_parameters",
    "suggested_post_parameters", "rich_message", "inline_message_id",
)  # fmt: skip


def known_chat(world: World, chat_id: object) -> ChatRecord:
    """The chat of an id as bots give it. Raises Refusal."""
    chat = world.chats.get(chat_id) if isinstance(chat_id, int) else None
    if chat is None or not chat.bot_status:
        raise bad_request("chat not found")
    if chat.upgraded_to:
        words = "Bad Request: group chat was upgraded to a supergroup chat"
        raise Refusal(400, words, migrate_to_chat_id=chat.upgraded_to)
    if chat.private and not world.people[chat.id].started:
        # getChat of a stranger says "chat not found" too; only a send tells more, see writable_chat
        raise bad_request("chat not found")
    return chat


def joined_chat(world: World, chat_id: object) -> ChatRecord:
    """The chat of an id, where the bot is in it. Raises Refusal."""
    chat = known_chat(world, chat_id)
    if chat.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if chat.bot_status == "left":
        raise forbidden(f"bot is not a member of the {chat.type} chat")
    return chat


def writable_chat(world: World, given: Json) -> ChatRecord:
    """The chat that a call wants to write to. Raises Refusal, 403 where the bot isn't welcome."""
    for name in FOREIGN:
        if name in given:
            raise unsupported(name)
    person = world.people.get(given["chat_id"]) if isinstance(given.get("chat_id"), int) else None
    if person is not None and not person.started:
        raise forbidden("bot can't initiate conversation with a user")
    if person is not None and person.blocked:
        raise forbidden("bot was blocked by the user")
    chat = joined_chat(world, given.get("chat_id"))
    thread = given.get("message_thread_id")
    if thread and str(thread) not in chat.topics:
        raise bad_request("message thread not found")
    return chat


def checked_markup(chat: ChatRecord, given: Json) -> Json | None:
    """The reply_markup of a call, if it has one that Telegram takes."""
    markup: Json | None = given.get("reply_markup")
    if markup is not None:
        check_markup(markup, private=chat.private)
    return markup


def start_message(world: World, chat: ChatRecord, given: Json) -> Json:
    """A message of the bot with all that doesn't depend on its kind."""
    message = world.draft(chat, world.bot.user())
    reply = given.get("reply_parameters") or {}
    if "message_id" in reply:
        place = known_chat(world, reply.get("chat_id", chat.id))
        found = world.find_message(place, reply["message_id"])
        if found is not None:
            message["reply_to_message"] = world.quoted(found)
        elif not reply.get("allow_sending_without_reply"):
            raise bad_request("message to be replied not found")
    if given.get("message_thread_id"):
        message.update(message_thread_id=given["message_thread_id"], is_topic_message=True)
    if given.get("protect_content"):
        message["has_protected_content"] = True
    if given.get("message_effect_id"):
        message["effect_id"] = given["message_effect_id"]
    if "link_preview_options" in given:
        message["link_preview_options"] = given["link_preview_options"]
    return message


def post(world: World, chat: ChatRecord, message: Json, given: Json) -> Json:
    """Put the bot's message into the chat and show its keyboard; the Message as the call's answer."""
    markup = checked_markup(chat, given)
    inline = without_empty_rows(markup) if markup and "inline_keyboard" in markup else None
    if inline:
        message["reply_markup"] = inline
    record = world.post(chat, message)
    record.silent = bool(given.get("disable_notification"))
    if markup and "inline_keyboard" not in markup:
        record.plain_markup = True
        # A forced reply takes the place of the keyboard in Telegram's clients as well.
        chat.reply_keyboard = None if "remove_keyboard" in markup else markup
        chat.keyboard_message = record.message["message_id"]
    return dict(record.message)


def editable(world: World, given: Json) -> tuple[ChatRecord, MessageRecord]:
    """The bot's own message that a call wants to change. Raises Refusal."""
    if "inline_message_id" in given:
        raise unsupported("inline_message_id")
    for name, words in (
        ("chat_id", "chat_id is empty"),
        ("message_id", "message identifier is not specified"),
    ):
        if name not in given:
            raise bad_request(words)
    chat = writable_chat(world, given)
    record = world.find_message(chat, given["message_id"])
    if record is None:
        raise bad_request("message to edit not found")
    if (
        record.message["from"]["id"] != world.bot.id
        or record.plain_markup
        or "forward_origin" in record.message
    ):
        raise bad_request("message can't be edited")
    return chat, record
