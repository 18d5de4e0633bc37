"""Who was told that what they sent has to wait: a list in the place of Telegram.

Not here: the sentence (tests/postgres has it in a running cafe).
"""

from collections.abc import Iterable

from bot.raw_updates import RawUpdate
from bot.waiting import SayItWaits


class Told(SayItWaits):
    """Remembers the numbers of the updates."""

    def __init__(self) -> None:
        self.updates: list[int] = []

    async def __call__(self, updates: Iterable[RawUpdate]) -> None:
        self.updates += [raw.update_id for raw in updates]

    def over(self) -> None:
        """Nothing to forget here."""
