"""A text and its entities as safe HTML for the page.

It doesn't read HTML (html_entities).
"""

from html import escape

from bot.sandbox.refusals import Json
from bot.sandbox.utf16 import cut, units

TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre",
    "blockquote": "blockquote", "expandable_blockquote": "blockquote",
}  # fmt: skip
SAFE = ("http://", "https://", "tg://")


def render(text: str, entities: list[Json]) -> str:
    """Valid, nested HTML in which nothing of the text itself is markup."""
    ordered = sorted(entities, key=lambda one: (one["offset"], -one["length"]))
    edges = {0, units(text)}
    for entity in ordered:
        edges |= {entity["offset"], entity["offset"] + entity["length"]}
    marks = sorted(edge for edge in edges if 0 <= edge <= units(text))
    open_now: list[Json] = []
    parts: list[str] = []
    for index, mark in enumerate(marks):
        # An entity may end inside another that began later: close that too and open it again.
        reopened: list[Json] = []
        while any(_end(one) <= mark for one in open_now):
            last = open_now.pop()
            parts.append(_closing(last))
            if _end(last) > mark:
                reopened.insert(0, last)
        for entity in reopened + [one for one in ordered if one["offset"] == mark and _end(one) > mark]:
            open_now.append(entity)
            parts.append(_opening(entity, text))
        if index + 1 < len(marks):
            parts.append(escape(cut(text, mark, marks[index + 1])).replace("\n", "<br>"))
    parts += [_closing(one) for one in reversed(open_now)]
    return "".join(parts)


def _end(entity: Json) -> int:
    end: int = entity["offset"] + entity["length"]
    return end


def _opening(entity: Json, text: str) -> str:
    kind = entity["type"]
    if kind in {"text_link", "url"}:
        address = entity.get("url") or cut(text, entity["offset"], _end(entity))
        if "://" not in address:
            address = f"https://{address}"
        href = f' href="{escape(address)}"' if address.lower().startswith(SAFE) else ""
        return f"<a{href}>"
    if kind == "spoiler":
        return '<span class="tg-spoiler">'
    return f"<{TAGS[kind]}>" if kind in TAGS else ""


def _closing(entity: Json) -> str:
    kind = entity["type"]
    if kind in {"text_link", "url"}:
        return "</a>"
    if kind == "spoiler":
        return "</span>"
    return f"</{TAGS[kind]}>" if kind in TAGS else ""
