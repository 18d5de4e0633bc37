"""The Bot API's methods that put something new into a chat.

Changing and deleting is in methods_edit.
"""

from mimetypes import guess_type

from bot.sandbox.methods import Doing, method
from bot.sandbox.outgoing import known_chat, post, start_message, writable_chat
from bot.sandbox.params import Upload
from bot.sandbox.people import MessageRecord
from bot.sandbox.refusals import Json, bad_request, unsupported
from bot.sandbox.sent_content import CONTENT
from bot.sandbox.text_entities import put_caption, put_text

ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip

CAPTIONED = ("photo", "document", "voice")


@method("sendMessage")
def send_message(doing: Doing) -> Json:
    """A text."""
    chat = writable_chat(doing.world, doing.given)
    message = start_message(doing.world, chat, doing.given)
    put_text(message, doing.given)
    return post(doing.world, chat, message, doing.given)


@method("sendPhoto")
def send_photo(doing: Doing) -> Json:
    """A picture with a caption."""
    return _send_media(doing, "photo")


@method("sendDocument")
def send_document(doing: Doing) -> Json:
    """A file with a caption."""
    return _send_media(doing, "document")


def _send_media(doing: Doing, kind: str) -> Json:
    chat = writable_chat(doing.world, doing.given)
    message = start_message(doing.world, chat, doing.given)
    put_caption(message, doing.given)
    put_media(doing, message, kind, doing.given[kind])
    if doing.given.get("has_spoiler"):
        message["has_media_spoiler"] = True
    return post(doing.world, chat, message, doing.given)


@method("sendMediaGroup")
def send_media_group(doing: Doing) -> list[Json]:
    """An album."""
    chat = writable_chat(doing.world, doing.given)
    messages = []
    for item in doing.given["media"]:
        message = start_message(doing.world, chat, doing.given)
        put_caption(message, item)
        put_media(doing, message, media_kind(item), item["media"])
        messages.append(message)
    group = str(doing.world.next_message)
    return [
        post(doing.world, chat, {**message, "media_group_id": group}, doing.given) for message in messages
    ]


def media_kind(item: Json) -> str:
    """Which kind an InputMedia is. Raises Refusal for those that the sandbox doesn't hold."""
    kind: str = item["type"]
    if kind not in {"photo", "document"}:
        raise unsupported(f"media of type {kind}")
    return kind


def put_media(doing: Doing, message: Json, kind: str, given: str) -> None:
    """Set `photo` or `document` from an upload or a file_id. Raises Refusal."""
    files = doing.world.files
    for other in ("photo", "document"):
        message.pop(other, None)
    if given.startswith("attach://"):
        upload = _uploaded(doing, given.removeprefix("attach://"))
        if kind == "photo":
            message["photo"] = files.add_photo(upload.content)
        else:
            mime = guess_type(upload.name)[0] or "application/octet-stream"
            message["document"] = files.add_document(upload.content, upload.name, mime)
        return
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")  # the sandbox fetches nothing from anywhere
    record = files.find(given, kind)
    message[kind] = files.sizes_of(record) if kind == "photo" else files.document(record)


def _uploaded(doing: Doing, name: str) -> Upload:
    upload = doing.uploads.get(name)
    if upload is None:
        raise bad_request(f'can\'t find the uploaded file "{name}" in the request')
    return upload


@method("sendChatAction")
def send_chat_action(doing: Doing) -> bool:
    """Typing and the like; nothing of it is kept."""
    writable_chat(doing.world, doing.given)
    if doing.given["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


@method("forwardMessage")
def forward_message(doing: Doing) -> Json:
    """Another chat's message, with its author."""
    chat = writable_chat(doing.world, doing.given)
    source = _source(doing, "message to forward not found", "the message can't be forwarded")
    message = start_message(doing.world, chat, doing.given)
    message.update({name: source.message[name] for name in CONTENT if name in source.message})
    author = {"type": "user", "date": source.message["date"], "sender_user": source.message["from"]}
    # What was forwarded to here keeps its first author.
    message["forward_origin"] = source.message.get("forward_origin", author)
    return post(doing.world, chat, message, doing.given)


@method("copyMessage")
def copy_message(doing: Doing) -> Json:
    """Another chat's message, as the bot's own."""
    chat = writable_chat(doing.world, doing.given)
    source = _source(doing, "message to copy not found", "the message can't be copied")
    message = start_message(doing.world, chat, doing.given)
    message.update({name: source.message[name] for name in CONTENT if name in source.message})
    if "caption" in doing.given and any(kind in message for kind in CAPTIONED):
        put_caption(message, doing.given)
    return {"message_id": post(doing.world, chat, message, doing.given)["message_id"]}


def _source(doing: Doing, words: str, refused: str) -> MessageRecord:
    """The message to send on. Raises Refusal where it isn't there, is a service message or is protected."""
    source = doing.world.find_message(
        known_chat(doing.world, doing.given["from_chat_id"]), doing.given["message_id"]
    )
    if source is None:
        raise bad_request(words)
    if source.message.get("has_protected_content") or not any(name in source.message for name in CONTENT):
        raise bad_request(refused)
    return source
