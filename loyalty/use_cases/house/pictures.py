"""Pictures that Telegram knows already: sent once, shown again by their id.

Not here: how pictures are drawn (handlers).
"""

from dataclasses import dataclass

from loyalty.ports import Database


@dataclass(frozen=True, slots=True)
class FindPicture:
    """Look for a picture that this bot has sent before."""

    database: Database

    async def __call__(self, bot_id: int, picture_key: str) -> str | None:
        """Telegram's id of it, None when it has to be uploaded."""
        return await self.database.read(lambda tx: tx.deliveries.find_file_id(bot_id, picture_key))


@dataclass(frozen=True, slots=True)
class KeepPicture:
    """Remember a picture that was uploaded."""

    database: Database

    async def __call__(self, bot_id: int, picture_key: str, file_id: str) -> None:
        """Under the key of what it shows; an id belongs to one bot."""
        await self.database.write(lambda tx: tx.deliveries.keep_file_id(bot_id, picture_key, file_id))
