"""The whole state of one sandbox: bot, people, chats, messages, files, taps, the update queue.

It finds and makes records; what a bot or a person may do is decided by the methods and by crowd.
"""

from datetime import datetime, timedelta
from pathlib import Path

from bot.sandbox.changes import Changes
from bot.sandbox.clock import Clock
from bot.sandbox.faults import Faults
from bot.sandbox.files import FileShelf
from bot.sandbox.limits import Limits
from bot.sandbox.people import BotRecord, ChatRecord, MessageRecord, PersonRecord, TapRecord
from bot.sandbox.refusals import Impossible, Json
from bot.sandbox.transcript import Transcript
from bot.sandbox.updates import UpdateQueue

FIRST_PERSON, FIRST_GROUP, FIRST_SUPERGROUP = 500_000_001, -4_000_001, -1_001_000_000_001
# What Telegram itself says in a group reaches every bot.
SERVICE = (
    "new_chat_members", "left_chat_member", "group_chat_created", "supergroup_chat_created",
    "migrate_to_chat_id", "migrate_from_chat_id",
)  # fmt: skip


class World:
    """Everything that the sandbox remembers."""

    def __init__(self, *, clock: Clock, bot: BotRecord, store: Path | None = None) -> None:
        self.clock = clock
        self.bot = bot
        self.changes = Changes()
        self.faults = Faults()
        self.files = FileShelf(None if store is None else store / "files")
        self.limits = Limits(now=clock.now)
        self.transcript = Transcript(now=clock.now)
        self.queue = UpdateQueue(now=self.now, faults=self.faults, changes=self.changes)
        self.people: dict[int, PersonRecord] = {}
        self.chats: dict[int, ChatRecord] = {}
        self.messages: dict[int, dict[int, MessageRecord]] = {}
        self.taps: dict[str, TapRecord] = {}
        self.next_message = 1
        self.next_tap = 1
        self.start_again = ""  # no state of Telegram's: the command that the page names when nobody answers

    def now(self) -> datetime:
        """This moment by Telegram's clock: the shared one, unless a fault sets it off."""
        return self.clock.now() + timedelta(seconds=self.faults.clock_offset())

    def timestamp(self) -> int:
        """Now in whole seconds, as the Bot API dates messages."""
        return int(self.now().timestamp())

    def person(self, person_id: object) -> PersonRecord:
        """Who plays under this id. Raises Impossible."""
        known = self.people.get(person_id) if isinstance(person_id, int) else None
        if known is None:
            raise Impossible(f"There is no person {person_id}.")
        return known

    def seen_chat(self, chat_id: object, person: PersonRecord) -> ChatRecord:
        """A chat that this person can open. Raises Impossible."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None or person.id not in chat.members:
            raise Impossible(f"{person.first_name} has no chat {chat_id}.")
        return chat

    def add_person(self, person: PersonRecord) -> None:
        """Somebody new, with an empty chat with the bot."""
        self.people[person.id] = person
        self.add_chat(ChatRecord(person.id, "private", members=[person.id]))

    def add_chat(self, chat: ChatRecord) -> None:
        """A new chat without messages."""
        self.chats[chat.id] = chat
        self.messages[chat.id] = {}
        self.changes.happened()

    def free_person_id(self) -> int:
        """An id that nobody has."""
        return max([FIRST_PERSON - 1, *self.people]) + 1

    def free_group_id(self, kind: str) -> int:
        """An id for a new group."""
        first = FIRST_SUPERGROUP if kind == "supergroup" else FIRST_GROUP
        return min([first + 1, *(one.id for one in self.chats.values() if one.type == kind)]) - 1

    def chat_json(self, chat: ChatRecord) -> Json:
        """The Bot API's Chat."""
        return self.people[chat.id].chat() if chat.private else chat.chat()

    def find_message(self, chat: ChatRecord, message_id: object) -> MessageRecord | None:
        """A message that is still there."""
        record = self.messages[chat.id].get(message_id) if isinstance(message_id, int) else None
        return None if record is None or record.deleted else record

    def draft(self, chat: ChatRecord, sender: Json, **content: object) -> Json:
        """A message that is not in the chat yet: it has neither id nor date."""
        return {"message_id": 0, "from": sender, "chat": self.chat_json(chat), "date": 0, **content}

    def post(self, chat: ChatRecord, message: Json) -> MessageRecord:
        """Put a message into its chat, with the next id and the time of now."""
        message["message_id"] = self.next_message
        message["date"] = self.timestamp()
        self.next_message += 1
        record = MessageRecord(message)
        self.messages[chat.id][message["message_id"]] = record
        self.changes.happened()
        return record

    def delete(self, chat: ChatRecord, record: MessageRecord) -> None:
        """Take a message away from everybody; the keyboard that came with it goes too."""
        record.deleted = True
        if chat.keyboard_message == record.message["message_id"]:
            chat.reply_keyboard = None
        self.changes.happened()

    def quoted(self, record: MessageRecord) -> Json:
        """A message as it stands inside a reply to it: without what it replied to itself."""
        return {name: value for name, value in record.message.items() if name != "reply_to_message"}

    def hears(self, chat: ChatRecord, message: Json) -> bool:
        """Whether the bot gets a person's message in this chat: privacy mode and administrator's rights."""
        if not chat.has_bot:
            return False
        if chat.private or chat.bot_status == "administrator" or chat.bot_hears_all:
            return True
        if any(name in message for name in SERVICE):
            return True
        replied = message.get("reply_to_message", {}).get("from", {})
        if replied.get("id") == self.bot.id:
            return True
        me = f"@{self.bot.username}".lower()
        words = (message.get("text") or message.get("caption") or "").lower()
        if any(entity["type"] == "mention" for entity in message.get("entities", [])) and me in words:
            return True
        if words.startswith("/"):
            addressee = words.split()[0].partition("@")[2]
            return addressee in ("", self.bot.username.lower())
        return False
