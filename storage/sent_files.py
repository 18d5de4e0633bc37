"""Telegram's ids of pictures that were sent before, as rows.

Not here: the pictures.
"""

from storage.rows import Rows


class StoredFiles:
    """Table `sent_files`; part of the port `Deliveries`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find(self, bot_id: int, picture_key: str) -> str | None:
        """The id that this bot may reuse."""
        row = self._rows.find(
            "SELECT file_id FROM sent_files WHERE bot_id = :bot AND picture_key = :key",
            {"bot": bot_id, "key": picture_key},
        )
        return row["file_id"] if row else None

    def keep(self, bot_id: int, picture_key: str, file_id: str) -> None:
        """Remember the id, the newest wins."""
        self._rows.change(
            """
            INSERT INTO sent_files (bot_id, picture_key, file_id, created_at) VALUES (:bot, :key, :file, :now)
            ON CONFLICT (bot_id, picture_key) DO UPDATE SET file_id = excluded.file_id
            """,
            {"bot": bot_id, "key": picture_key, "file": file_id, "now": self._rows.now_micros},
        )
