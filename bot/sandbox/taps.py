"""What people do with the bot's buttons, links and QR codes.

Messages that people write are in crowd.
"""

import io
import re
from copy import deepcopy
from urllib.parse import parse_qs, urlsplit

from PIL import Image

from bot.sandbox.keyboards import inline_button
from bot.sandbox.people import ChatRecord, MessageRecord, PersonRecord, TapRecord
from bot.sandbox.refusals import Impossible, Json
from bot.sandbox.schema import facts
from bot.sandbox.world import World

KEPT_TAPS = 1000


def open_link(world: World, person: PersonRecord, link: str) -> str:
    """Open a link to the bot: the chat opens and shows START. The payload, "" if there is none."""
    parts = urlsplit(link)
    query = parse_qs(parts.query)
    by_app = parts.scheme == "tg"
    name = query.get("domain", [""])[0] if by_app else parts.path.rstrip("/").rpartition("/")[2]
    if name.lower() != world.bot.username.lower():
        raise Impossible("This link does not lead to the bot.")
    payload = query.get("start", [""])[0]
    # Telegram's clients drop a payload that has not the documented form.
    person.pending_start = payload if re.match(facts()["extra"]["start_payload"]["re"], payload) else ""
    world.changes.happened()
    return person.pending_start


def scan(world: World, person: PersonRecord, record: MessageRecord) -> str:
    """Point the phone's camera at a message's picture and follow its QR code; the text in it."""
    text = _decoded(world, record.message)
    open_link(world, person, text)
    return text


def _decoded(world: World, message: Json) -> str:
    # Its library is heavy and only scanning needs it.
    import zxingcpp

    shown = message.get("photo", [message.get("document")])[-1]
    if shown is None:
        raise Impossible("There is no picture in this message.")
    try:
        with Image.open(io.BytesIO(world.files.read(world.files.find(shown["file_id"])))) as picture:
            found = zxingcpp.read_barcodes(picture.convert("RGB"))
    except OSError:
        raise Impossible("This file is not a picture.") from None
    if not found:
        raise Impossible("The camera finds no code in this picture.")
    return str(found[0].text)


def tap(world: World, person: PersonRecord, chat: ChatRecord, asked: Json) -> TapRecord | Json:
    """Tap a button under a message: a query that waits for its answer, or what happened without the bot."""
    record = world.find_message(chat, asked.get("message"))
    if record is None:
        raise Impossible(f"There is no message {asked.get('message')} in this chat.")
    button = inline_button(record.message, asked)
    if "callback_data" in button:
        return _query(world, person, chat, record, button["callback_data"])
    if "disabled" in button:
        raise Impossible(f"The button {button['text']!r} is disabled.")
    done: Json = {"query": None, "toast": None}
    if "url" in button:
        done["toast"] = {"text": None, "show_alert": False, "url": button["url"]}
        if f"/{world.bot.username.lower()}" in button["url"].lower():
            done["pending_start"] = open_link(world, person, button["url"])
        return done
    if "copy_text" in button:
        return {**done, "copied": button["copy_text"]["text"]}
    raise Impossible(f"The button {button['text']!r} works only in Telegram itself.")


def _query(
    world: World, person: PersonRecord, chat: ChatRecord, record: MessageRecord, data: str
) -> TapRecord:
    query = TapRecord(str(person.id * 10_000_000 + world.next_tap), world.now().timestamp())
    world.next_tap += 1
    world.taps[query.id] = query
    while len(world.taps) > KEPT_TAPS:
        del world.taps[next(iter(world.taps))]
    body = {
        "id": query.id,
        "from": person.user(),
        "message": deepcopy(record.message),
        "chat_instance": str(chat.id * 31),
        "data": data,
    }
    if chat.has_bot:
        world.queue.add("callback_query", body)
    return query
