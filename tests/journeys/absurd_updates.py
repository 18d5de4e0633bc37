"""Updates that Telegram's documentation allows and no sane world contains, grown from the facts by a seed.

Not here: what the bot must make of them (test_absurd_updates.py).
"""

import math
import random
from collections.abc import Sequence
from functools import cache
from typing import Any, Literal, get_args, get_origin

import aiogram.types

from bot.sandbox.schema import facts
from handlers import callbacks

Json = dict[str, Any]

EXTRAS = (6, 4, 2, 1, 1)
"""How many fields that may be missing are there at most, by depth; further in only what is demanded."""
KINDS = [name for name in facts()["types"]["Update"]["fields"] if name != "update_id"]
# With a 1 behind it, "forget me" is a whole button, and anybody's to tap.
PREFIXES = [kind.__prefix__ for kind in callbacks.ALL if kind is not callbacks.ForgetMe]
ALPHABET = "aZ09 _-+:/@<>&\"'\\\n\t\u00a0\u200f\u202e\u0000éß中й٣🦊☕👨‍👩‍👧"
WORDS = (
    "", " ", "?", "418302", "418302 +2", "٤١٨٣٠٢", "000000 +99", "1,2,3", "-5", "1e9", "3,50", "<b>", "&amp;",
    "/", "/cancel", "/nonsense", "/start@somebody_else_bot", "/help " + "x" * 200, "@one_more_cup_bot",
    "\u202egnirts", "\u0000", "x" * 4096, "🦊" * 2048, "{}", "null", "../../etc/passwd", "%s%n",
)  # fmt: skip
NUMBERS = (0, 1, -1, 2, 7, 64, 255, 256, 65_536, 2**31 - 1, 2**31, -(2**31), 2**52 - 1, -(2**52) + 1)
LAST_DATE = 2**31 - 1
CHAT_KINDS = ("group", "supergroup", "channel")
LANGUAGES = ("en", "ru", "et", "de-AT", "xx", "", "EN", "zh-hans-cn-with-more")


class Absurdities:
    """One source of nonsense: the same seed, the same updates."""

    def __init__(self, seed: int, people: Sequence[int]) -> None:
        """`people`: who may turn up as author, member or chat besides those who don't exist."""
        self.chance = random.Random(seed)
        self._people = people

    def update(self, kind: str) -> Json:
        """An update of that kind, without its id."""
        return {kind: self._any_of(facts()["types"]["Update"]["fields"][kind]["t"], kind, 0)}

    def message_in_private(self, person: int) -> Json:
        """Whatever it is, this person sent it, alone with the bot."""
        message = self.update("message")["message"]
        for name in ("sender_chat", "sender_business_bot", "business_connection_id", "guest_query_id"):
            message.pop(name, None)
        message["chat"] = {"id": person, "type": "private"}
        message["from"] = {**self._object("User", 1), "id": person, "is_bot": False}
        return {"message": message}

    def tap_of(self, person: int, *, forged: bool) -> Json:
        """A tap under an id of its own; `forged` looks like one of our buttons."""
        tap = self.update("callback_query")["callback_query"]
        tap["from"] = {**self._object("User", 1), "id": person, "is_bot": False}
        data = self._forged_data() if forged else self.text()[:16] or "?"
        return {"callback_query": {**tap, "id": f"{self.chance.getrandbits(60)}", "data": data}}

    def start_of(self, person: int) -> Json:
        """START on a link that nobody made."""
        message = self.message_in_private(person)["message"]
        key = "".join(self.chance.choices("aZ09_-", k=self.chance.choice((1, 21, 22, 23, 64))))
        payload = self.chance.choice((key, f"c_{key}", f"i_{key}", f"o_{key}", self.text() or "?"))
        return {"message": {**message, "text": f"/start {payload}"}}

    def _forged_data(self) -> str:
        """Callback data behind a prefix of ours, with ids that may be true; never a whole button."""
        parts = [str(self.chance.choice((*NUMBERS, self.text()))) for _ in range(self.chance.randrange(5))]
        said = ":".join([self.chance.choice(PREFIXES), *parts])
        return f"{said}:?" if said in PREFIXES else said.encode()[:64].decode(errors="ignore")

    def text(self) -> str:
        """Something that somebody could type, or paste."""
        if self.chance.random() < 0.6:
            return self.chance.choice(WORDS)
        return "".join(self.chance.choices(ALPHABET, k=self.chance.randrange(1, 40)))

    def _object(self, kind: str, depth: int) -> Json:
        fields: Json = facts()["types"][kind]["fields"]
        demanded = [name for name, fact in fields.items() if fact.get("req")]
        others = [name for name in fields if name not in demanded]
        most = min(EXTRAS[depth], len(others)) if depth < len(EXTRAS) else 0
        chosen = demanded + self.chance.sample(others, self.chance.randint(0, most))
        return {name: self._field(kind, name, fields[name], depth) for name in chosen}

    def _field(self, kind: str, name: str, fact: Json, depth: int) -> Any:
        if fixed := fixed_values(kind, name):
            return self.chance.choice(fixed)
        if name == "id" and kind in ("User", "Chat", "ChatFullInfo"):
            return self.chance.choice((*self._people, *NUMBERS, -1_001_234_567_890))
        if name == "type" and kind in ("Chat", "ChatFullInfo"):
            return self.chance.choice(CHAT_KINDS)
        if name == "language_code":
            return self.chance.choice(LANGUAGES)
        if name.endswith(("date", "timestamp")) and fact["t"] == ["Integer"]:
            return self.chance.choice((0, 1, LAST_DATE, self.chance.randrange(LAST_DATE)))
        value = self._any_of(fact["t"], name, depth + 1)
        if isinstance(value, list) and len(value) < fact.get("min_items", 0):
            inner = [kind.removeprefix("Array of ") for kind in fact["t"]]
            value = [self._any_of(inner, name, depth + 1) for _ in range(fact["min_items"])]
        return _measured(value, fact)

    def _any_of(self, types: Sequence[str], name: str, depth: int) -> Any:
        kind = self.chance.choice(types) if depth < len(EXTRAS) else min(types, key=height)
        match kind:
            case "Integer":
                return self.chance.choice((*NUMBERS, *self._people))
            case "Float":
                return self.chance.choice((0.0, -0.5, 1e-12, 59.437, -180.0, 1e15))
            case "Boolean":
                return self.chance.random() < 0.5
            case "True":
                return True
            case "String" | "InputFile":
                return self.text()
        if kind.startswith("Array of "):
            most = 3 if depth < len(EXTRAS) else 0
            inner = kind.removeprefix("Array of ")
            return [self._any_of([inner], name, depth + 1) for _ in range(self.chance.randint(0, most))]
        fact = facts()["types"][kind]
        return self._any_of(fact["one_of"], name, depth) if "one_of" in fact else self._object(kind, depth)


@cache
def height(kind: str, within: frozenset[str] = frozenset()) -> float:
    """How many objects stand in each other at least; without end for what would hold itself."""
    fact = facts()["types"].get(kind)
    if fact is None:
        return 0  # plain, or a list, which may be empty
    if kind in within:
        return math.inf
    inner = within | {kind}
    if "one_of" in fact:
        return min(height(one, inner) for one in fact["one_of"])
    demanded = [field["t"] for field in fact["fields"].values() if field.get("req")]
    return 1 + max((min(height(one, inner) for one in types) for types in demanded), default=0)


@cache
def fixed_values(kind: str, name: str) -> tuple[Any, ...]:
    """What a field always says, as the documentation has it: the facts miss it where aiogram has read it."""
    fields = getattr(aiogram.types, kind).model_fields
    (field,) = [one for own_name, one in fields.items() if (one.alias or own_name) == name]
    return get_args(field.annotation) if get_origin(field.annotation) is Literal else ()


def _measured(value: Any, fact: Json) -> Any:
    """The same within the lengths that are documented."""
    if isinstance(value, str):
        # Four bytes a character at most, and a character is two units at most.
        return value.ljust(fact.get("min", 0), "x")[: fact.get("max", len(value) * 4) // 4 or 1]
    if isinstance(value, int) and not isinstance(value, bool):
        return min(max(value, fact.get("min", value)), fact.get("max", value))
    return value
