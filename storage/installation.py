"""The keys of this one installation.

Not here: secrets from the environment.
"""

from datetime import datetime

from loyalty.ports import Installation
from storage.rows import Rows, maybe_from_micros


class StoredInstallation(Installation):
    """Table `installation`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._hash_key: str | None = None

    def get_hash_key(self) -> str:
        if self._hash_key is None:  # it never changes once written
            self._hash_key = self._rows.get("SELECT hash_key FROM installation WHERE id = 1", {})["hash_key"]
        return self._hash_key

    def find_heard_at(self) -> datetime | None:
        row = self._rows.get("SELECT polled_at FROM installation WHERE id = 1", {})
        return maybe_from_micros(row["polled_at"])

    def note_heard(self) -> None:
        self._rows.change(
            "UPDATE installation SET polled_at = :now WHERE id = 1", {"now": self._rows.now_micros}
        )

    def find_bot_id(self) -> int | None:
        bot_id: int | None = self._rows.get("SELECT bot_id FROM installation WHERE id = 1", {})["bot_id"]
        return bot_id

    def keep_bot_id(self, bot_id: int) -> None:
        self._rows.change("UPDATE installation SET bot_id = :bot WHERE id = 1", {"bot": bot_id})
