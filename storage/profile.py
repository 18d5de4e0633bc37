"""What the bot last told Telegram of itself, as rows.

Not here: what it is to say (bot/profile.py).
"""

from collections.abc import Mapping

from loyalty.ports import Profile
from storage.rows import Rows, Values


class StoredProfile(Profile):
    """Table `bot_profile`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def said(self, bot_id: int) -> Mapping[str, str]:
        rows = self._rows.all("SELECT key, value_hash FROM bot_profile WHERE bot_id = :bot", {"bot": bot_id})
        return {row["key"]: row["value_hash"] for row in rows}

    def keep(self, bot_id: int, key: str, value_hash: str | None) -> None:
        values: Values = {"bot": bot_id, "key": key, "hash": value_hash, "now": self._rows.now_micros}
        if value_hash is None:
            self._rows.change("DELETE FROM bot_profile WHERE bot_id = :bot AND key = :key", values)
            return
        self._rows.change(
            """
            INSERT INTO bot_profile (bot_id, key, value_hash, set_at) VALUES (:bot, :key, :hash, :now)
            ON CONFLICT (bot_id, key) DO UPDATE SET value_hash = excluded.value_hash, set_at = excluded.set_at
            """,
            values,
        )
