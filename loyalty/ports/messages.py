"""Messages in and out: the inbox, conversations, deliveries.

Not here: what the messages say. What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from loyalty.deliveries import Delivery, Lane, PlacedScreen, Screen, ScreenKind
from loyalty.ids import ChatId, CustomerId, MessageId, OperationId, ScreenId, UpdateId
from loyalty.inbox import DialogueChange, NewUpdate, WaitingUpdate
from loyalty.ledger import Operation
from loyalty.notices import Notice
from loyalty.people import Cause


class Deliveries(Protocol):
    """Messages and redraws that wait to be sent."""

    def add_receipt(self, operation: Operation, customer_id: CustomerId) -> None:
        """Tell a customer what an operation did; nothing for a customer without Telegram."""
        ...

    def was_receipt_sent(self, operation_id: OperationId) -> bool:
        """Whether an operation's receipt arrived."""
        ...

    def add_notice(
        self, notice: Notice, chat_id: ChatId, *, key: str, lane: Lane = Lane.TRANSACTIONAL
    ) -> None:
        """Tell someone a fact, once per key."""
        ...

    def add_screen(
        self, kind: ScreenKind, subject_id: int, chat_id: ChatId, *, cause: Cause | None = None
    ) -> ScreenId:
        """Send a new message that is redrawn as things change; once for each message that asked for it."""
        ...

    def was_asked_for(self, kind: ScreenKind, subject_id: int, cause: Cause) -> bool:
        """Whether this message brought such a screen before, for a replay."""
        ...

    def remember_screen(
        self, kind: ScreenKind, subject_id: int, chat_id: ChatId, message_id: MessageId
    ) -> None:
        """Keep a message that was sent directly, so that it is redrawn as things change."""
        ...

    def redraw(self, subject_id: int, *kinds: ScreenKind) -> None:
        """Redraw all messages that show this; ten changes cost one edit."""
        ...

    def claim(self, lanes: Sequence[Lane]) -> Delivery | None:
        """Take the next due delivery of a chat that none is being sent to, and mark it sending."""
        ...

    def settle_sent(self, delivery: Delivery, message_id: MessageId | None, drawn_hash: str) -> None:
        """It arrived; a screen keeps where it is and what it shows."""
        ...

    def settle_failed(self, delivery: Delivery, error: str) -> None:
        """It will never arrive."""
        ...

    def settle_unknown(self, delivery: Delivery) -> None:
        """Nobody can tell whether it arrived, and it must not be repeated."""
        ...

    def settle_skipped(self, delivery: Delivery, reason: str) -> None:
        """It need not be sent any more."""
        ...

    def put_back(
        self, delivery: Delivery, *, run_at: datetime | None, error: str, count_attempt: bool
    ) -> None:
        """Send it later, or with None in its old place; a redraw that another one overtook is skipped."""
        ...

    def forget_message(self, screen_id: ScreenId) -> None:
        """The message is gone: the next drawing sends a fresh one."""
        ...

    def rescue(self, *, leases: bool) -> int:
        """After a crash (or with `leases`, of lost leases only): what was being sent is pending again, or
        unknown in the bulk lane. Answers how many. What a clock that went back left in the future is due.
        """
        ...

    def pause_lane(self, lane: Lane, until: datetime) -> None:
        """Telegram asked us to wait with this lane."""
        ...

    def paused_until(self, lane: Lane) -> datetime | None:
        """Until when Telegram asked us to wait with this lane; None: it did not, or that is over."""
        ...

    def move_chat(self, old: ChatId, new: ChatId) -> None:
        """What waits for a group, or is being sent to it, goes to its new id."""
        ...

    def pause_chat(self, chat_id: ChatId, until: datetime) -> None:
        """Telegram asked us to leave one chat alone for a while."""
        ...

    def next_run_at(self) -> datetime | None:
        """When the next pending delivery may go."""
        ...

    def count_waiting(self) -> int:
        """How many deliveries are pending or being sent."""
        ...

    def prune(self, *, settled_before: datetime, most: int) -> int:
        """Drop old settled redraws; answers how many."""
        ...

    def sent_to_groups(self, *, since: datetime) -> Sequence[tuple[ChatId, datetime]]:
        """Which group got a message or redraw, and when, oldest first."""
        ...

    def find_file_id(self, bot_id: int, picture_key: str) -> str | None:
        """Telegram's id of a picture that this bot has sent before."""
        ...

    def keep_file_id(self, bot_id: int, picture_key: str, file_id: str) -> None:
        """Remember Telegram's id of a picture."""
        ...


class Screens(Protocol):
    """Messages that are redrawn as things change: where they are."""

    def find_placed(self, kind: ScreenKind, subject_id: int) -> Sequence[PlacedScreen]:
        """All messages that show this, oldest first."""
        ...

    def find_shown(self, chat_id: ChatId, *kinds: ScreenKind, most: int) -> Sequence[Screen]:
        """The newest messages of these kinds in a chat, the newest first."""
        ...

    def become(self, shown: tuple[ScreenKind, int], now: tuple[ScreenKind, int]) -> None:
        """Let every message that shows one thing (kind and subject) show another from its next redraw on."""
        ...

    def retire_queue(self, screen_id: ScreenId) -> None:
        """A queue is shown elsewhere now: the message is an old one, its own subject."""
        ...

    def bury(self, chat_id: ChatId, *, but: ScreenId | None = None) -> None:
        """Another message came to a chat: the queue shown there is further up, save the screen that came."""
        ...

    def move(self, old: ChatId, new: ChatId) -> None:
        """A group has another id now, in which none of its messages can be edited: they are sent anew."""
        ...


class Inbox(Protocol):
    """Updates as received, until they are done."""

    def store(self, updates: Sequence[NewUpdate]) -> Sequence[UpdateId]:
        """Keep updates; answers those that were new."""
        ...

    def waiting(self) -> Sequence[WaitingUpdate]:
        """What is not done yet, in order of arrival."""
        ...

    def find_waiting(self, update_id: UpdateId) -> WaitingUpdate | None:
        """One that is not done yet."""
        ...

    def begin(self, update_id: UpdateId) -> int:
        """Raise the attempts before handling; answers the attempts, this one included."""
        ...

    def finish(self, update_id: UpdateId, changes: Sequence[DialogueChange], *, blank: bool) -> None:
        """Mark an update done and write the dialogue states that it left, together."""
        ...

    def give_up(self, update_id: UpdateId, error: str, *, blank: bool) -> None:
        """Mark an update dead; its body stays for whoever mends the bug, unless it held a secret."""
        ...

    def blank_bodies(self, *, settled_before: datetime, most: int) -> int:
        """Empty the bodies of updates settled long ago; answers how many."""
        ...

    def count_waiting(self) -> int:
        """How many updates are not done yet."""
        ...

    def waiting_since(self) -> datetime | None:
        """When the first of those arrived, None when there are none."""
        ...


class Dialogues(Protocol):
    """Where people are in a conversation."""

    def find(self, key: str) -> tuple[str, str] | None:
        """State and data (JSON) of a conversation."""
        ...

    def drop_old(self, *, untouched_since: datetime, most: int) -> int:
        """Drop conversations that nobody went on with since then; answers how many."""
        ...
