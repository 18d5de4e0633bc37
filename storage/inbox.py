"""The update inbox and the dialogue states as rows.

Not here: what updates mean; bodies are opaque text.
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.ids import UpdateId
from loyalty.inbox import DialogueChange, NewUpdate, WaitingUpdate
from loyalty.ports import Dialogues, Inbox
from storage.rows import Rows, from_micros, to_micros


class StoredInbox(Inbox):
    """Table `inbox`, and the dialogue changes that finishing an update writes."""

    def __init__(self, rows: Rows, dialogues: "StoredDialogues") -> None:
        self._rows = rows
        self._dialogues = dialogues

    def store(self, updates: Sequence[NewUpdate]) -> Sequence[UpdateId]:
        new = []
        for update in updates:
            row = self._rows.find(
                """
                INSERT INTO inbox (update_id, body, state, attempts, received_at, person_id)
                VALUES (:id, :body, 'waiting', :attempts, :now, :person) ON CONFLICT (update_id) DO NOTHING
                RETURNING update_id
                """,
                {
                    "id": update.update_id,
                    "body": update.body,
                    "attempts": int(update.begun),
                    "now": self._rows.now_micros,
                    "person": update.person_id,
                },
            )
            if row:
                new.append(update.update_id)
        return new

    def waiting(self) -> Sequence[WaitingUpdate]:
        rows = self._rows.all(
            "SELECT update_id, body, attempts FROM inbox WHERE state = 'waiting' ORDER BY seq", {}
        )
        return [WaitingUpdate(UpdateId(row["update_id"]), row["body"], row["attempts"]) for row in rows]

    def find_waiting(self, update_id: UpdateId) -> WaitingUpdate | None:
        row = self._rows.find(
            "SELECT update_id, body, attempts FROM inbox WHERE update_id = :id AND state = 'waiting'",
            {"id": update_id},
        )
        return WaitingUpdate(UpdateId(row["update_id"]), row["body"], row["attempts"]) if row else None

    def begin(self, update_id: UpdateId) -> int:
        row = self._rows.get(
            "UPDATE inbox SET attempts = attempts + 1 WHERE update_id = :id RETURNING attempts",
            {"id": update_id},
        )
        return int(row["attempts"])

    def finish(self, update_id: UpdateId, changes: Sequence[DialogueChange], *, blank: bool) -> None:
        self._rows.change(
            """
            UPDATE inbox SET state = 'done', settled_at = :now,
                             body = CASE WHEN :blank = 1 THEN '' ELSE body END,
                             person_id = CASE WHEN :blank = 1 THEN NULL ELSE person_id END
            WHERE update_id = :id
            """,
            {"id": update_id, "blank": self._is_blanked(update_id, blank), "now": self._rows.now_micros},
        )
        for change in changes:
            self._dialogues.write(change)

    def give_up(self, update_id: UpdateId, error: str, *, blank: bool) -> None:
        self._rows.change(
            """
            UPDATE inbox SET state = 'dead', settled_at = :now, error = :error,
                             body = CASE WHEN :blank = 1 THEN '' ELSE body END,
                             person_id = CASE WHEN :blank = 1 THEN NULL ELSE person_id END
            WHERE update_id = :id
            """,
            {
                "id": update_id,
                "error": error[:2000],
                "blank": self._is_blanked(update_id, blank),
                "now": self._rows.now_micros,
            },
        )

    def blank_bodies(self, *, settled_before: datetime, most: int) -> int:
        return self._rows.change(
            """
            UPDATE inbox SET body = '', person_id = NULL WHERE seq IN (
                SELECT seq FROM inbox WHERE body <> '' AND settled_at < :before
                ORDER BY settled_at LIMIT :most)
            """,
            {"before": to_micros(settled_before), "most": most},
        )

    def _is_blanked(self, update_id: UpdateId, blank: bool) -> int:
        """1 for what held a secret, or came from somebody whom the cafe does not know (any more)."""
        unknown = self._rows.find(
            """
            SELECT 1 FROM inbox u WHERE u.update_id = :id AND u.person_id IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM identities i
                              WHERE i.kind = 'telegram' AND i.external_id = CAST(u.person_id AS TEXT))
              AND NOT EXISTS (SELECT 1 FROM staff s
                              WHERE s.telegram_id = u.person_id AND s.removed_at IS NULL)
              AND NOT EXISTS (SELECT 1 FROM tills t
                              WHERE t.telegram_id = u.person_id AND t.removed_at IS NULL)
            """,
            {"id": update_id},
        )
        return int(blank or unknown is not None)

    def count_waiting(self) -> int:
        return int(self._rows.get("SELECT COUNT(*) AS n FROM inbox WHERE state = 'waiting'", {})["n"])

    def waiting_since(self) -> datetime | None:
        row = self._rows.find(
            "SELECT received_at FROM inbox WHERE state = 'waiting' ORDER BY seq LIMIT 1", {}
        )
        return from_micros(row["received_at"]) if row else None


class StoredDialogues(Dialogues):
    """Table `dialogues`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find(self, key: str) -> tuple[str, str] | None:
        row = self._rows.find("SELECT state, data FROM dialogues WHERE key = :key", {"key": key})
        return (row["state"], row["data"]) if row else None

    def drop_old(self, *, untouched_since: datetime, most: int) -> int:
        return self._rows.change(
            """
            DELETE FROM dialogues WHERE key IN (
                SELECT key FROM dialogues WHERE updated_at < :since ORDER BY updated_at, key LIMIT :most)
            """,
            {"since": to_micros(untouched_since), "most": most},
        )

    def write(self, change: DialogueChange) -> None:
        """Keep a conversation's new state; an empty one ends it."""
        if not change.state and not change.data:
            self._rows.change("DELETE FROM dialogues WHERE key = :key", {"key": change.key})
            return
        self._rows.change(
            """
            INSERT INTO dialogues (key, state, data, updated_at) VALUES (:key, :state, :data, :now)
            ON CONFLICT (key) DO UPDATE SET state = excluded.state, data = excluded.data,
                                            updated_at = excluded.updated_at
            """,
            {"key": change.key, "state": change.state, "data": change.data, "now": self._rows.now_micros},
        )
