"""What the use cases need of the database when another bot takes over the cafe.

Not here: which bot it is (Installation, people.py).
"""

from datetime import datetime
from typing import Protocol

from loyalty.ids import ChatId


class FormerBot(Protocol):
    """What rows say of the bot before: with another one the numbers of messages and updates begin anew."""

    def forget_numbers(self) -> int:
        """No message is taken for a replay of an old one or edited in its place, and no conversation goes on.

        What came to the former bot and was not done is put aside; answers how much that was.
        """
        ...

    def send_questions_anew(self, *, letters_since: datetime) -> None:
        """Of the screens only those come back, as new messages, that still wait for somebody: open visits and
        questions, and letters since then that nobody has answered. All others are dropped.
        """
        ...

    def send_missed(self, chat_id: ChatId) -> int:
        """What was sent anew to this chat and failed, the news of the new bot too, goes again: how much."""
        ...
