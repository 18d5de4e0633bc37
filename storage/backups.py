"""Backups as rows, and the times that a restored one took back.

Not here: the files (backup_files.py), and the writing of `restores`, which happens in the file that is about
to be restored (restoring.py).
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.ids import BackupId
from loyalty.ports import Backups
from loyalty.safekeeping import Backup, LostWindow
from storage.rows import Row, Rows, from_micros, maybe_from_micros, to_micros

_COLUMNS = "id, file, bytes, problem, made_at, sent_at"


class StoredBackups(Backups):
    """Table `backups`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(self, file: str, *, size: int, problem: str, made_at: datetime) -> Backup:
        return _backup(
            self._rows.get(
                f"""
                INSERT INTO backups (file, bytes, problem, made_at)
                VALUES (:file, :bytes, :problem, :made_at) RETURNING {_COLUMNS}
                """,
                {"file": file, "bytes": size, "problem": problem, "made_at": to_micros(made_at)},
            )
        )

    def find_newest_good(self) -> Backup | None:
        return self._find("WHERE problem = ''")

    def find_last(self) -> Backup | None:
        return self._find("")

    def find_last_sent_at(self) -> datetime | None:
        return maybe_from_micros(self._rows.get("SELECT MAX(sent_at) AS at FROM backups", {})["at"])

    def mark_sent(self, backup_id: BackupId) -> None:
        self._rows.change(
            "UPDATE backups SET sent_at = :now WHERE id = :id AND sent_at IS NULL",
            {"id": backup_id, "now": self._rows.now_micros},
        )

    def prune(self, *, made_before: datetime) -> int:
        return self._rows.change(
            "DELETE FROM backups WHERE made_at < :before", {"before": to_micros(made_before)}
        )

    def lost_windows(self) -> Sequence[LostWindow]:
        rows = self._rows.all("SELECT from_at, restored_at FROM restores ORDER BY id", {})
        return [LostWindow(from_micros(row["from_at"]), from_micros(row["restored_at"])) for row in rows]

    def _find(self, where: str) -> Backup | None:
        row = self._rows.find(
            f"SELECT {_COLUMNS} FROM backups {where} ORDER BY made_at DESC, id DESC LIMIT 1", {}
        )
        return _backup(row) if row else None


def _backup(row: Row) -> Backup:
    return Backup(
        id=BackupId(row["id"]),
        file=row["file"],
        bytes=row["bytes"],
        problem=row["problem"],
        made_at=from_micros(row["made_at"]),
        sent_at=maybe_from_micros(row["sent_at"]),
    )
