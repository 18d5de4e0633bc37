"""A message's words as Telegram keeps them: trimmed, with entities, within their length.

It doesn't parse HTML itself (html_entities).
"""

import re

from bot.sandbox.html_entities import HtmlText
from bot.sandbox.refusals import Json, bad_request, unsupported
from bot.sandbox.utf16 import cut, units

FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]|\b(?:t\.me|telegram\.me)/[\w+/?=&%-]+)"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?<![\w@])(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})\b"
)
OPAQUE = {"code", "pre", "text_link", "custom_emoji"}
MOST = {"text": 4096, "caption": 1024}


def formatted(
    text: str, *, parse_mode: str = "", entities: list[Json] | None = None
) -> tuple[str, list[Json]]:
    """Text and entities as a message holds them. Raises Refusal on bad markup."""
    text = text.replace("\r", "").replace("\0", "")
    if parse_mode.lower() == "html":
        text, marked = HtmlText(text).parse()
    elif parse_mode.lower() in {"markdown", "markdownv2"}:
        raise unsupported(f"parse_mode {parse_mode}")
    elif parse_mode:
        raise bad_request("unsupported parse_mode")
    else:
        marked = [dict(one) for one in entities or []]
    for entity in marked:
        if entity["offset"] < 0 or entity["length"] < 1 or entity["offset"] + entity["length"] > units(text):
            raise bad_request("ENTITY_BOUNDS_INVALID")
    text, marked = _trimmed(text, marked)
    found = [
        one
        for one in find(text)
        if not any(_overlap(one, other) for other in marked if other["type"] in OPAQUE)
    ]
    same = {(one["type"], one["offset"]) for one in marked}
    marked += [one for one in found if (one["type"], one["offset"]) not in same]
    return text, sorted(marked, key=lambda one: (one["offset"], -one["length"]))


def find(text: str) -> list[Json]:
    """Links, commands and mentions that Telegram marks by itself."""
    return [
        {"type": kind, "offset": units(text[: found.start()]), "length": units(found[0])}
        for found in FOUND.finditer(text)
        if (kind := found.lastgroup)
    ]


def put_text(message: Json, given: Json) -> None:
    """Set `text` and `entities` from a call's parameters."""
    text, entities = formatted(
        given.get("text", ""), parse_mode=given.get("parse_mode", ""), entities=given.get("entities")
    )
    if not text:
        raise bad_request("message text is empty")
    if units(text) > MOST["text"]:
        raise bad_request("message is too long")
    message["text"] = text
    message.pop("entities", None)
    if entities:
        message["entities"] = entities


def put_caption(message: Json, given: Json) -> None:
    """Set `caption` and `caption_entities` from a call's parameters or an InputMedia."""
    text, entities = formatted(
        given.get("caption", ""),
        parse_mode=given.get("parse_mode", ""),
        entities=given.get("caption_entities"),
    )
    if units(text) > MOST["caption"]:
        raise bad_request("message caption is too long")
    for name, value in (("caption", text), ("caption_entities", entities)):
        message.pop(name, None)
        if value:
            message[name] = value
    message.pop("show_caption_above_media", None)
    if given.get("show_caption_above_media"):
        message["show_caption_above_media"] = True


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    lead = units(text) - units(text.lstrip())
    text = text.strip()
    kept: list[Json] = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, units(text))
        if end > start and cut(text, start, end).strip():
            kept.append({**entity, "offset": start, "length": end - start})
    return text, kept


def _overlap(one: Json, other: Json) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"]
    )
