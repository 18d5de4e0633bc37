"""The Bot API's methods that change or delete what is in a chat, and that answer taps.

New messages are in methods_send.
"""

from copy import deepcopy
from datetime import timedelta

from bot.sandbox.keyboards import without_empty_rows
from bot.sandbox.members import bot_may
from bot.sandbox.methods import Doing, method
from bot.sandbox.methods_send import CAPTIONED, media_kind, put_media
from bot.sandbox.outgoing import checked_markup, editable, known_chat
from bot.sandbox.people import ChatRecord, MessageRecord
from bot.sandbox.refusals import Json, bad_request
from bot.sandbox.text_entities import put_caption, put_text

DELETABLE = timedelta(hours=48)
# Telegram doesn't document it; this is what bots see.
TAP_LIFE = timedelta(minutes=15)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@method("editMessageText")
def edit_text(doing: Doing) -> Json:
    """Other words in a text message; without reply_markup its buttons go."""
    chat, record = editable(doing.world, doing.given)
    if "text" not in record.message:
        raise bad_request("there is no text in the message to edit")
    changed = deepcopy(record.message)
    put_text(changed, doing.given)
    changed.pop("link_preview_options", None)
    if "link_preview_options" in doing.given:
        changed["link_preview_options"] = doing.given["link_preview_options"]
    return _settle(doing, chat, record, changed)


@method("editMessageCaption")
def edit_caption(doing: Doing) -> Json:
    """Other words under a picture or file."""
    chat, record = editable(doing.world, doing.given)
    if not any(kind in record.message for kind in CAPTIONED):
        raise bad_request("there is no caption in the message to edit")
    changed = deepcopy(record.message)
    put_caption(changed, doing.given)
    return _settle(doing, chat, record, changed)


@method("editMessageMedia")
def edit_media(doing: Doing) -> Json:
    """Another picture or file; a text may become a picture, never the other way."""
    chat, record = editable(doing.world, doing.given)
    item = doing.given["media"]
    changed = deepcopy(record.message)
    for name in ("text", "entities", "link_preview_options", "has_media_spoiler"):
        changed.pop(name, None)
    put_caption(changed, item)
    put_media(doing, changed, media_kind(item), item["media"])
    if item.get("has_spoiler"):
        changed["has_media_spoiler"] = True
    return _settle(doing, chat, record, changed)


@method("editMessageReplyMarkup")
def edit_markup(doing: Doing) -> Json:
    """Other buttons under the same words."""
    chat, record = editable(doing.world, doing.given)
    return _settle(doing, chat, record, deepcopy(record.message), words=False)


def _settle(
    doing: Doing, chat: ChatRecord, record: MessageRecord, changed: Json, *, words: bool = True
) -> Json:
    """Set the new buttons, refuse what changes nothing, and keep the rest."""
    markup = without_empty_rows(checked_markup(chat, doing.given))
    changed.pop("reply_markup", None)
    if markup:
        changed["reply_markup"] = markup
    if _content(changed) == _content(record.message):
        raise bad_request(NOT_MODIFIED)
    changed["edit_date"] = doing.world.timestamp()
    record.message = changed
    record.edited = record.edited or words
    doing.world.changes.happened()
    return dict(changed)


def _content(message: Json) -> Json:
    return {name: value for name, value in message.items() if name != "edit_date"}


@method("deleteMessage")
def delete_message(doing: Doing) -> bool:
    """One message less, for everybody."""
    chat = known_chat(doing.world, doing.given["chat_id"])
    record = doing.world.find_message(chat, doing.given["message_id"])
    if record is None:
        raise bad_request("message to delete not found")
    own = record.message["from"]["id"] == doing.world.bot.id
    if not own and not bot_may(chat, "can_delete_messages"):
        raise bad_request("message can't be deleted")
    if doing.world.timestamp() - record.message["date"] > DELETABLE.total_seconds():
        raise bad_request("message can't be deleted for everyone")
    doing.world.delete(chat, record)
    return True


@method("deleteMessages")
def delete_messages(doing: Doing) -> bool:
    """Several messages less; those that are not there are skipped."""
    chat = known_chat(doing.world, doing.given["chat_id"])
    for number in doing.given["message_ids"]:
        if doing.world.find_message(chat, number) is not None:
            delete_message(Doing(doing.world, {"chat_id": chat.id, "message_id": number}, {}))
    return True


@method("answerCallbackQuery")
def answer_tap(doing: Doing) -> bool:
    """The toast of a tap; once, and only while the tap is young."""
    tap = doing.world.taps.get(doing.given["callback_query_id"])
    if tap is None or tap.toast is not None:
        raise bad_request(TOO_OLD)
    if doing.world.now().timestamp() - tap.born > TAP_LIFE.total_seconds():
        raise bad_request(TOO_OLD)
    tap.toast = {
        "text": doing.given.get("text") or None,
        "show_alert": bool(doing.given.get("show_alert")),
        "url": doing.given.get("url") or None,
    }
    doing.world.changes.happened()
    return True
