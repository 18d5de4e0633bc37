"""Which commands Telegram offers to whom. They are hints, never permission: every use case judges the person.

Not here: the handlers, and telling Telegram (bot/profile.py). A test compares both with what stands here.
"""

from typing import Final

from handlers.texts import Words
from loyalty.people import Role
from loyalty.programs import Collects

CUSTOMER: Final = (
    "stamp", "card", "rewards", "history", "rules", "language", "privacy", "messages", "mydata", "forget",
    "help", "about",
)  # fmt: skip
"""Everybody in private, as long as nothing else is said for that chat."""
GROUPS: Final = ("confirm",)
STAFF_CHAT: Final = ("confirm", "queue", "unbind")
TILL: Final = ("queue", "confirm", "sale", "language", "help")

_BARISTA: Final = (
    "queue", "confirm", "sale", "practice", "paper", "card", "rules", "name", "pin", "language", "help",
    "leave", "about",
)  # fmt: skip
_MANAGER: Final = (
    "queue", "today", "close", "undo", "adjust", "move", "papers", "print", "vouchers", "answers", "tickets",
    *_BARISTA[1:],
)  # fmt: skip
STAFF: Final = {
    Role.BARISTA: _BARISTA,
    Role.MANAGER: _MANAGER,
    Role.OWNER: (
        "queue",
        "today",
        "broadcast",
        "campaigns",
        "voice",
        "question",
        "setup",
        "staff",
        "staffchat",
        "invite",
        *_MANAGER[2:],
    ),
}

_OF_STAMPS: Final = frozenset({"adjust"})
"""What is refused where points alone are collected."""

HIDDEN: Final = frozenset({"start", "cancel", "program", "bind", "unfreeze"})
"""Telegram's own, what a question names itself, another name for a command, and what a button does better."""


def of_staff(role: Role, collects: Collects) -> tuple[str, ...]:
    """What somebody who works here can use, in a cafe that collects this."""
    if collects is not Collects.POINTS:
        return STAFF[role]
    return tuple(one for one in STAFF[role] if one not in _OF_STAMPS)


def describe(command: str, words: Words) -> str:
    """What the phone writes beside it."""
    return words.plain(f"command-{command}")
