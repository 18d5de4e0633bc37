"""The staff chat for owners: which group it is, and whether plain text is heard there.

Not here: binding it (owner/staff_chat.py).
"""

from handlers import callbacks
from handlers.names import shortened
from handlers.outgoing import Button, OutgoingMessage, Rows
from handlers.texts import Html, Words
from loyalty.staff_chats import StaffChat

_TITLE = 64


def say_staff_chat(chat: StaffChat | None, words: Words, *, hears_all: bool) -> list[Html]:
    """Which group it is and what the bot hears there; where the queue goes when there is none."""
    if chat is None:
        return [words.say("staff-chat-none")]
    title = shortened(chat.title or words.plain("staff-chat-unnamed"), _TITLE)
    return [
        words.say("staff-chat-bound", title=title),
        words.say("staff-chat-hears" if hears_all or chat.administrator else "staff-chat-deaf"),
    ]


def draw_staff_chat(chat: StaffChat, words: Words, *, hears_all: bool) -> OutgoingMessage:
    """The staff chat, and what an owner can do about it."""
    rows: Rows = (
        (Button(words.plain("button-pick-another"), callbacks.PickStaffChat().pack()),),
        (Button(words.plain("button-unbind"), callbacks.UnbindStaffChat().pack()),),
    )
    return OutgoingMessage("\n".join(say_staff_chat(chat, words, hears_all=hears_all)), rows)
