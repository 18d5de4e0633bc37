"""What somebody sent, as it can be passed on to a person: text, or what is copied under a heading.

Not here: passing it on (loyalty/use_cases/customers/letters.py).
"""

from typing import Final

from aiogram.enums import ContentType
from aiogram.types import Message

from loyalty.ids import ChatId, MessageId
from loyalty.letters import Content, Writing

_CONTENTS: Final = {
    ContentType.TEXT: Content.TEXT,
    ContentType.PHOTO: Content.PHOTO,
    ContentType.VOICE: Content.VOICE,
    ContentType.AUDIO: Content.VOICE,
    ContentType.VIDEO: Content.VIDEO,
    ContentType.ANIMATION: Content.VIDEO,
    ContentType.DOCUMENT: Content.DOCUMENT,
    ContentType.STICKER: Content.STICKER,
    ContentType.CONTACT: Content.CONTACT,
    ContentType.LOCATION: Content.LOCATION,
    ContentType.VENUE: Content.LOCATION,
    ContentType.POLL: Content.POLL,
}


def writing_of(message: Message) -> Writing:
    """The message with its words; of a contact the name alone, since a phone number is never kept."""
    content = _CONTENTS.get(ContentType(message.content_type), Content.OTHER)
    return Writing(
        content, _words_of(message, content), ChatId(message.chat.id), MessageId(message.message_id)
    )


def _words_of(message: Message, content: Content) -> str:
    if content is Content.STICKER and message.sticker is not None:
        return message.sticker.emoji or ""
    if content is Content.CONTACT and message.contact is not None:
        return message.contact.first_name
    if content is Content.LOCATION and message.location is not None:
        return f"{message.location.latitude:.5f}, {message.location.longitude:.5f}"
    if content is Content.POLL and message.poll is not None:
        return message.poll.question
    return (message.text or message.caption or "").strip()
