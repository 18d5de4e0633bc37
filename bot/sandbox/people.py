"""The people, chats and messages of the sandbox as records, and how a bot is shown them.

It holds no rules: who may write to whom is for the methods.
"""

from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.refusals import Json


@dataclass(slots=True)
class PersonRecord:
    """Somebody who plays. Mutable, as all records here: the sandbox's state is what it is for."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "en"
    note: str = ""
    started: bool = False
    blocked: bool = False
    pending_start: str | None = None
    birthdate: Json | None = None
    """As their profile shows it to everybody: day, month, perhaps year; None: it doesn't."""

    def user(self) -> Json:
        """The Bot API's User."""
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            **_given(last_name=self.last_name, username=self.username, language_code=self.language_code),
        }

    def chat(self) -> Json:
        """The Bot API's Chat with this person."""
        names = _given(last_name=self.last_name, username=self.username)
        return {"id": self.id, "type": "private", "first_name": self.first_name, **names}


@dataclass(slots=True)
class ChatRecord:
    """A chat: private (its id is the person's) or a group; its first member made it unless `creator` did."""

    id: int
    type: str
    title: str = ""
    members: list[int] = field(default_factory=list)
    bot_status: str = "member"
    """member, administrator, left, kicked; "" where the bot has never been."""
    is_forum: bool = False
    topics: dict[str, str] = field(default_factory=dict)
    reply_keyboard: Json | None = None
    keyboard_message: int = 0
    pinned_message: int = 0
    menu_button: Json | None = None
    creator: int = 0
    administrators: list[int] = field(default_factory=list)
    anonymous: list[int] = field(default_factory=list)
    """Those of the creator and the administrators who may write in the group's name."""
    banned: list[int] = field(default_factory=list)
    bot_rights: Json | None = None
    """The administrator's rights of the bot where they are not the usual ones."""
    bot_hears_all: bool = False
    """Privacy mode was off when the bot was added; only adding it anew changes this."""
    upgraded_to: int = 0

    def __post_init__(self) -> None:
        self.creator = self.creator or next(iter(self.members), 0)

    @property
    def private(self) -> bool:
        """Whether this is one person's chat with the bot."""
        return self.type == "private"

    @property
    def has_bot(self) -> bool:
        """Whether the bot is in it."""
        return self.bot_status in {"member", "administrator"}

    def led_by(self, person_id: int) -> bool:
        """Whether this member may add, promote and remove others."""
        return person_id in self.members and person_id in (self.creator, *self.administrators)

    def chat(self) -> Json:
        """The Bot API's Chat of a group."""
        return {"id": self.id, "type": self.type, "title": self.title, **_given(is_forum=self.is_forum)}


@dataclass(slots=True)
class MessageRecord:
    """A message as the bot gets it, and what only the sandbox knows of it."""

    message: Json
    deleted: bool = False
    edited: bool = False
    silent: bool = False
    plain_markup: bool = False
    """Sent with a reply keyboard, its removal or a forced reply: such a message can't be edited."""
    reactions: list[Json] = field(default_factory=list)


@dataclass(slots=True)
class TapRecord:
    """A callback query and, once the bot has spoken, its answer."""

    id: str
    born: float
    toast: Json | None = None


@dataclass(slots=True)
class BotRecord:
    """The bot's own account and what it has set about itself."""

    id: int
    username: str
    name: str
    privacy: bool = True
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    menu_button: Json | None = None

    def user(self) -> Json:
        """The Bot API's User, as others see the bot."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.names.get("") or self.name,
            "username": self.username,
        }


def _given(**values: Any) -> Json:
    return {name: value for name, value in values.items() if value}
