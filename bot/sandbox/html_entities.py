"""Text with `parse_mode=HTML` into plain text and entities, refusing what Telegram refuses, in its words.

It doesn't find links or commands in plain text (text_entities), nor write HTML (html_render).
Source of the rules: "HTML style" in the Bot API documentation; byte offsets as the server counts them.
"""

import re
from dataclasses import dataclass, field

from bot.sandbox.refusals import Json, Refusal, bad_request
from bot.sandbox.utf16 import cut, units

TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#(\d{1,7});?|#[xX]([0-9a-fA-F]{1,6});?|(lt|gt|amp|quot);?)")
END_TAG = re.compile(r"</([^\s>]*)\s*(>?)")
TAG_NAME = re.compile(r"<([^\s>]*)\s*")
ATTRIBUTE = re.compile(r"""([^\s=>]*)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]+)))?\s*""")


@dataclass(slots=True)
class OpenTag:
    """A tag that waits for its end."""

    name: str
    start: int
    attributes: dict[str, str] = field(default_factory=dict)


class HtmlText:
    """One reading of one text."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._text: list[str] = []
        self._length = 0
        self._stack: list[OpenTag] = []
        self._entities: list[Json] = []

    def parse(self) -> tuple[str, list[Json]]:
        """Plain text and its entities, outer before inner. Raises Refusal."""
        position = 0
        while (tag := self._source.find("<", position)) >= 0:
            self._add(self._source[position:tag])
            position = self._close(tag) if self._source.startswith("</", tag) else self._open(tag)
        self._add(self._source[position:])
        if self._stack:
            raise self._wrong(f'Can\'t find end tag corresponding to start tag "{self._stack[-1].name}"')
        self._entities.sort(key=lambda one: (one["offset"], -one["length"]))
        return "".join(self._text), self._entities

    def _add(self, raw: str) -> None:
        text = decode(raw)
        self._text.append(text)
        self._length += units(text)

    def _open(self, at: int) -> int:
        head = TAG_NAME.match(self._source, at)
        name = head[1].lower() if head else ""
        if name not in TYPES:
            raise self._wrong(f'Unsupported start tag "{name}"', at)
        position = head.end() if head else at
        tag = OpenTag(name, self._length)
        while not self._source.startswith(">", position):
            found = ATTRIBUTE.match(self._source, position)
            if not found or found.end() == position:
                raise self._wrong(f'Unclosed start tag "{name}"', at)
            if not found[1]:
                raise self._wrong(f'Empty attribute name in the tag "{name}"', at)
            given = next((value for value in found.groups()[1:] if value is not None), "")
            tag.attributes[found[1].lower()] = decode(given)
            position = found.end()
        if name == "span" and tag.attributes.get("class") != "tg-spoiler":
            raise self._wrong('Tag "span" must have class "tg-spoiler"', at)
        self._stack.append(tag)
        return position + 1

    def _close(self, at: int) -> int:
        if not self._stack:
            raise self._wrong("Unexpected end tag", at)
        found = END_TAG.match(self._source, at)
        if found is None or not found[2]:
            raise self._wrong("Unclosed end tag", at)
        tag = self._stack.pop()
        name = found[1].lower()
        if name and name != tag.name:
            raise self._wrong("Unmatched end tag", at, f', expected "</{tag.name}>", found "</{name}>"')
        length = self._length - tag.start
        if length:
            self._emit(tag, length)
        return found.end()

    def _emit(self, tag: OpenTag, length: int) -> None:
        entity: Json = {"type": TYPES[tag.name], "offset": tag.start, "length": length}
        match tag.name:
            case "a":
                address = tag.attributes.get("href") or cut("".join(self._text), tag.start, self._length)
                if not re.match(r"(?:https?|tg|tel|mailto):|[\w-]+\.\w", address):
                    return  # Telegram drops a link that leads nowhere and keeps its text
                entity["url"] = address
            case "code" if language := self._pre_language(tag):
                self._stack[-1].attributes["language"] = language
                return
            case "pre" if "language" in tag.attributes:
                entity["language"] = tag.attributes["language"]
            case "blockquote" if "expandable" in tag.attributes:
                entity["type"] = "expandable_blockquote"
            case "tg-emoji":
                entity["custom_emoji_id"] = tag.attributes.get("emoji-id", "")
            case "tg-time":
                if not tag.attributes.get("unix", "").isdecimal():
                    raise self._wrong('Tag "tg-time" must have attribute "unix"')
                entity["unix_time"] = int(tag.attributes["unix"])
                entity["date_time_format"] = tag.attributes.get("format", "")
            case _:
                pass
        self._entities.append(entity)

    def _pre_language(self, tag: OpenTag) -> str:
        """The language of `<pre><code class="language-x">`."""
        if not self._stack or self._stack[-1].name != "pre" or self._stack[-1].start != tag.start:
            return ""
        return tag.attributes.get("class", "").removeprefix("language-")

    def _wrong(self, words: str, at: int | None = None, more: str = "") -> Refusal:
        if at is not None:
            offset = len(self._source[:at].encode("utf-8", "surrogatepass"))
            words = f"{words} at byte offset {offset}{more}"
        return bad_request(f"can't parse entities: {words}")


def decode(raw: str) -> str:
    """Replace the references that Telegram knows; any other `&` stays as it is."""

    def character(found: re.Match[str]) -> str:
        if found[3]:
            return NAMED[found[3]]
        code = int(found[1]) if found[1] else int(found[2], 16)
        usable = 0 < code <= 0x10FFFF and not 0xD800 <= code < 0xE000
        return chr(code) if usable else found[0]

    return REFERENCE.sub(character, raw)
