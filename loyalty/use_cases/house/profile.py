"""What the bot shows of itself: what that follows from, and what Telegram was told already.

Not here: the words, and the telling (bot/profile.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loyalty.people import StaffMember, Till
from loyalty.ports import Database, Transaction
from loyalty.programs import Rules
from loyalty.staff_chats import StaffChat


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """Everything that name, descriptions and commands follow from."""

    rules: Rules
    staff: Sequence[StaffMember]
    tills: Sequence[Till]
    staff_chat: StaffChat | None
    said: Mapping[str, str]
    """The hash of what Telegram was told, by key."""


@dataclass(frozen=True, slots=True)
class ReadProfile:
    """How things are, and what was said of them."""

    database: Database

    async def __call__(self, bot_id: int) -> ProfileFacts:
        """For this bot: another one on the same data has said nothing yet."""

        def body(tx: Transaction) -> ProfileFacts:
            return ProfileFacts(
                rules=tx.programs.get_current().rules,
                staff=tx.people.find_all_staff(),
                tills=[today.till for today in tx.tills.all()],
                staff_chat=tx.staff_chats.find_bound(),
                said=tx.profile.said(bot_id),
            )

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class FindSaid:
    """What Telegram was told last."""

    database: Database

    async def __call__(self, bot_id: int, key: str) -> str | None:
        """The hash under that key, None for what it was never told."""
        return await self.database.read(lambda tx: tx.profile.said(bot_id).get(key))


@dataclass(frozen=True, slots=True)
class KeepSaid:
    """Telegram has been told."""

    database: Database

    async def __call__(self, bot_id: int, key: str, value_hash: str | None) -> None:
        """None: what stood under the key was taken away."""
        await self.database.write(lambda tx: tx.profile.keep(bot_id, key, value_hash))
