"""What people send besides texts, and what of a message goes with it when it is copied or forwarded.

It posts nothing (crowd, methods_send).
"""

import base64
import binascii
from mimetypes import guess_type

from bot.sandbox.refusals import Impossible, Json
from bot.sandbox.text_entities import put_caption
from bot.sandbox.world import World

CONTENT = (
    "text", "entities", "link_preview_options", "caption", "caption_entities", "show_caption_above_media",
    "photo", "document", "sticker", "voice", "contact", "location", "has_media_spoiler",
)  # fmt: skip


def sent_content(world: World, kind: str, asked: Json) -> Json:
    """The fields of a message of that kind, as POST /sim/send asks for it. Raises Impossible."""
    value = asked[kind]
    match kind:
        case "sticker":
            sizes = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
            emoji = value if isinstance(value, str) else "☕"
            return {"sticker": {**world.files.add_other("sticker"), **sizes, "emoji": emoji}}
        case "voice":
            length = value if isinstance(value, int) and not isinstance(value, bool) else 3
            spoken: Json = {**world.files.add_other("voice"), "duration": length, "mime_type": "audio/ogg"}
            return {"voice": spoken, **_caption(asked)}
        case "contact":
            if not isinstance(value, dict) or not {"phone_number", "first_name"} <= value.keys():
                raise Impossible("A contact has a phone_number and a first_name.")
            return {"contact": value}
        case "location":
            if not isinstance(value, dict) or not {"latitude", "longitude"} <= value.keys():
                raise Impossible("A location has a latitude and a longitude.")
            return {"location": {name: float(value[name]) for name in ("latitude", "longitude")}}
        case "document_base64":
            name = str(asked.get("file_name") or "file.bin")
            mime = guess_type(name)[0] or "application/octet-stream"
            return {"document": world.files.add_document(_decoded(value), name, mime), **_caption(asked)}
        case _:
            return {"photo": world.files.add_photo(_decoded(value)), **_caption(asked)}


def _decoded(value: object) -> bytes:
    if not isinstance(value, str):
        raise Impossible("The file is not base64.")
    try:
        return base64.b64decode(value, validate=True)
    except (ValueError, binascii.Error):
        raise Impossible("The file is not base64.") from None


def _caption(asked: Json) -> Json:
    captioned: Json = {}
    put_caption(captioned, {"caption": asked.get("caption") or ""})
    return captioned
