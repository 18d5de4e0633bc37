"""What a person writes and sends: texts, replies, pictures, files, forwards.

Buttons, links and what is seen are in person.
"""

import base64
from typing import Any

from bot.sandbox.phone import Phone
from bot.sandbox.refusals import Json


class Writer(Phone):
    """Somebody who writes; into the chat with the bot unless another `chat` is named."""

    async def says(
        self, text: str, chat: int | None = None, *, reply_to: Json | None = None, name: str | None = None
    ) -> Json:
        """Type a text and send it; the message.

        In a supergroup, `name="group"` writes as an anonymous administrator (see `promotes`), any other name
        as a channel of that title: the bot then sees `sender_chat` and not who wrote.
        """
        self.texts_sent += 1
        reply = reply_to and reply_to["message_id"]
        return await self.sends(chat, text=text, reply_to=reply, **({"as": name} if name else {}))

    async def replies(self, message: Json, text: str) -> Json:
        """Swipe a message and answer it with a text, in its own chat."""
        return await self.says(text, message["chat"]["id"], reply_to=message)

    async def sends(self, chat: int | None = None, **content: Any) -> Json:
        """Send anything that POST /sim/send takes; counts nothing."""
        return await self._do("send", chat=chat, **content)

    async def sends_photo(
        self, picture: bytes, caption: str = "", *, chat: int | None = None, reply_to: Json | None = None
    ) -> Json:
        """Send a picture, PNG or JPEG."""
        reply = reply_to and reply_to["message_id"]
        encoded = base64.b64encode(picture).decode()
        return await self.sends(chat, photo_base64=encoded, caption=caption, reply_to=reply)

    async def sends_document(
        self, content: bytes, file_name: str, caption: str = "", *, chat: int | None = None
    ) -> Json:
        """Send a file; its type is told by the ending of its name."""
        encoded = base64.b64encode(content).decode()
        return await self.sends(chat, document_base64=encoded, file_name=file_name, caption=caption)

    async def sends_voice(self, seconds: int = 3, *, chat: int | None = None) -> Json:
        """Speak into the phone for that long."""
        return await self.sends(chat, voice=seconds)

    async def sends_sticker(self, emoji: str = "☕", *, chat: int | None = None) -> Json:
        """Send a sticker that stands for this emoji."""
        return await self.sends(chat, sticker=emoji)

    async def sends_contact(
        self,
        phone_number: str,
        first_name: str,
        *,
        user_id: int | None = None,
        chat: int | None = None,
    ) -> Json:
        """Send somebody's card from the address book, with `user_id` if they have Telegram."""
        card: Json = {"phone_number": phone_number, "first_name": first_name}
        return await self.sends(chat, contact=card if user_id is None else {**card, "user_id": user_id})

    async def sends_location(
        self, latitude: float = 59.437, longitude: float = 24.7536, *, chat: int | None = None
    ) -> Json:
        """Send a place on the map, in degrees."""
        return await self.sends(chat, location={"latitude": latitude, "longitude": longitude})

    async def forwards(self, message: Json, *, chat: int | None = None, hidden: bool = False) -> Json:
        """Forward a message that this person sees; `hidden` where its author doesn't want to be named."""
        source = {"chat": message["chat"]["id"], "message": message["message_id"], "hidden": hidden}
        return await self.sends(chat, forward=source)
