"""What the bot last told Telegram of itself.

Not here: what it is to say (bot/profile.py). What all ports promise stands in the package's docstring.
"""

from collections.abc import Mapping
from typing import Protocol


class Profile(Protocol):
    """One row for each thing that can be set: a name, a description, the commands of a chat."""

    def said(self, bot_id: int) -> Mapping[str, str]:
        """The hash of what was last said, by key."""
        ...

    def keep(self, bot_id: int, key: str, value_hash: str | None) -> None:
        """Telegram has it now; None: it was taken away."""
        ...
