"""The queue and the places where staff see it: the staff chat, tills, and groups without business.

Not here: the codes that wait in it (counter.py). What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from loyalty.ids import ChatId, StaffId, TelegramId, VisitId
from loyalty.scans import Scan
from loyalty.staff_chats import ForeignChat, StaffChat, Unbound


class Queue(Protocol):
    """Who waits and who was served, read from codes and visits."""

    def find_waiting(self) -> Sequence[Scan]:
        """Live codes in the queue whose time has not run out, first come first."""
        ...

    def find_recent(self, *, since: datetime) -> Sequence[VisitId]:
        """Visits from the queue that are open, or were settled since then; newest first."""
        ...

    def count_served(self, *, since: datetime) -> int:
        """Visits from the queue confirmed since then, without those undone."""
        ...

    def pair_codes_in_sight(self, *, since: datetime) -> frozenset[str]:
        """Pair codes of visits that are open, or were settled since then: staff may still see them."""
        ...

    def find_tills_on_shift(self) -> Sequence[TelegramId]:
        """The accounts of tills at which somebody is on shift."""
        ...


class StaffChats(Protocol):
    """The staff chat, and groups that the bot is to leave."""

    def find_bound(self) -> StaffChat | None:
        """The staff chat, None when the cafe has none."""
        ...

    def bind(self, chat_id: ChatId, *, title: str, administrator: bool, by: StaffId) -> StaffChat:
        """Make a group the staff chat; there must be none."""
        ...

    def unbind(self, chat_id: ChatId, reason: Unbound) -> bool:
        """A group is the staff chat no more; False when it was not."""
        ...

    def note_administrator(self, chat_id: ChatId, administrator: bool) -> bool:
        """Keep whether the bot is administrator of the staff chat; False when that is known already."""
        ...

    def rename(self, chat_id: ChatId, title: str) -> None:
        """Keep the staff chat's title of today."""
        ...

    def move(self, old: ChatId, new: ChatId) -> None:
        """The group became a supergroup under a new id."""
        ...

    def note_foreign(self, chat_id: ChatId, *, stay: timedelta) -> None:
        """Leave this group after so long; a group that is noted already keeps the later time."""
        ...

    def forget_foreign(self, chat_id: ChatId) -> None:
        """The group was left or bound."""
        ...

    def find_foreign(self) -> Sequence[ForeignChat]:
        """Groups to leave, first come first."""
        ...
