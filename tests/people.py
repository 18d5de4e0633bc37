"""People who play a cafe through the sandbox: they tap what is visible, and know nothing of the code.

Not here: the use cases without Telegram (tests/counter.py).
"""

import asyncio
import io
import re
from typing import Any, Self

import zxingcpp
from PIL import Image

from bot.sandbox.person import NotVisible, Person
from bot.sandbox.phone import SaidNo, Where
from tests.tongues import Tongue, tongue

Message = dict[str, Any]


class Reader(Person):
    """Somebody with a phone in a language, who knows what the bot says in it."""

    tongue: Tongue = tongue("en")

    @classmethod
    async def join(cls, where: Where, first_name: str, *, reads: Tongue | None = None, **more: Any) -> Self:
        """Somebody new; `reads` is the phone's language, English unless it is said."""
        if reads is not None:
            more["language_code"] = reads.language
        person = await super().join(where, first_name, **more)
        person.tongue = reads or cls.tongue
        return person

    async def reads(self, key: str, **how: Any) -> Message:
        """Wait for a message that says this sentence."""
        return await self.sees(self.tongue.piece(key), **how)

    async def chooses(self, key: str, message: Message | None = None, **arguments: str | int) -> str | None:
        """Tap the button that the code calls so; what the toast says."""
        return await self.taps(self.tongue.label(key, **arguments), message)


class Customer(Reader):
    """Somebody who collects."""

    async def joins(self) -> Message:
        """START, greeting, card."""
        await self.starts()
        await self.reads("greeting")
        return await self.reads("card-stamps")

    async def shows_code(self) -> "ShownOnPhone":
        """*Stamp me*, or *Show my code* where points alone are collected: what the phone shows then."""
        before = len(await self.chat())
        await self.presses(await self._stamp_me())
        return await self._reads_code(before)

    async def _stamp_me(self) -> str:
        """Its label; the keyboard may be hidden yet behind a question that asks for a reply."""
        known = self.tongue.words.forms_of("button-stamp-me")
        for _ in range(500):
            for label in await self.keyboard():
                if label in known:
                    return label
            await asyncio.sleep(0.02)
        raise AssertionError(f"{self.first_name} has no such key: {await self.keyboard()}")

    async def shows_code_as_staff(self) -> "ShownOnPhone":
        """*My card*, then *Stamp me* under it: the keyboard of staff has no room for a customer's ways."""
        await self.presses(self.tongue.label("button-my-card"))
        own = await self.reads("card-stamps")
        before = len(await self.chat())
        await self.taps(self.tongue.label("button-stamp-me"), own)
        return await self._reads_code(before)

    async def picks_reward(self) -> "ShownOnPhone":
        """*Rewards*, then the first one held."""
        await self.presses(self.tongue.label("button-rewards"))
        await self.reads("rewards-held")
        before = len(await self.chat())
        await self.taps(self.tongue.piece("button-use-reward"))
        return await self._reads_code(before)

    async def card(self) -> str:
        """*My card*: what stands under the picture."""
        before = len(await self.chat())
        await self.presses(self.tongue.label("button-my-card"))
        message = await self._new(before, self.tongue.piece("card-stamps"))
        return str(message.get("caption") or message["text"])

    async def _reads_code(self, before: int) -> "ShownOnPhone":
        text = await self._new(before, self.tongue.piece("code-live"))
        picture = await self._new(before, self.tongue.piece("code-picture"))
        return ShownOnPhone(text, picture)

    async def _new(self, before: int, words: str) -> Message:
        for _ in range(500):
            for message in (await self.chat())[before:]:
                if words in (message.get("text") or message.get("caption") or ""):
                    return message
            await asyncio.sleep(0.02)
        raise AssertionError(f"{self.first_name} got no new message with {words!r}: {await self.chat()}")


class Staff(Reader):
    """Somebody who works at the counter, barista or owner."""

    async def scans_code(self, code: "ShownOnPhone") -> Message:
        """Camera, banner, START; the staff card that comes."""
        before = len(await self.chat())
        await self.scans(code.picture)
        await self.starts()
        return await self.sees_card(before)

    async def types_code(self, code: "ShownOnPhone", more: str = "") -> Message:
        """Six digits in the own chat; the staff card that comes."""
        before = len(await self.chat())
        await self.says(code.digits + more)
        return await self.sees_card(before)

    async def taps_when_shown(self, label: str, message: Message) -> str | None:
        """Tap a button that is about to appear."""
        for _ in range(500):
            now = next(one for one in await self.chat() if one["message_id"] == message["message_id"])
            if label in self.buttons(now):
                break
            await asyncio.sleep(0.02)
        return await self.taps(label, message)

    async def taps_before_redraw(self, label: str, message: Message) -> str | None:
        """A tap that may come too late: the toast, or None when the button had gone already."""
        try:
            return await self.taps(label, message)
        except (NotVisible, SaidNo):
            return None

    async def sees_card(self, before: int, chat: int | None = None) -> Message:
        """A staff card that came after so many messages of that chat, the own one unless it is named."""
        for _ in range(500):
            for message in reversed((await self.chat(chat))[before:]):
                if self.tongue.is_staff_card(message.get("text", "")):
                    return message
            await asyncio.sleep(0.02)
        raise AssertionError(f"{self.first_name} got no staff card: {(await self.chat(chat))[before:]}")

    async def sees_on(self, card: Message, words: str) -> Message:
        """The card once it says this."""
        said = ""
        for _ in range(500):
            now = next(one for one in await self.chat() if one["message_id"] == card["message_id"])
            said = now.get("text", "")
            if words in said:
                return now
            await asyncio.sleep(0.02)
        raise AssertionError(f"the card never said {words!r}: {said!r}")


class ShownOnPhone:
    """A code as the customer's screen shows it: text message and picture."""

    def __init__(self, text: Message, picture: Message) -> None:
        self.text = text
        self.picture = picture
        digits = re.search(r"(\d{3}) (\d{3})", text["text"])
        assert digits is not None, text
        self.digits = digits[1] + digits[2]
        pair = re.search(r"(\w+ \d{2})\n", text["text"])
        assert pair is not None, text
        self.pair = pair[1]


def decode_qr(picture: bytes) -> str:
    """What a camera reads in a picture."""
    codes = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    assert len(codes) == 1, codes
    return str(codes[0].text)
