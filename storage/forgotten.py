"""Keyed hashes of forgotten people as rows.

Not here: the list beside the database (erasures.py), and everything that is erased (traces.py).
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.erasures import Carried, Erasure
from loyalty.ports import Forgotten
from storage.facts import decode_record, encode_record
from storage.rows import Rows, from_micros, to_micros


class StoredForgotten(Forgotten):
    """Table `forgotten`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def keep(self, identity_hash: str, carried: Carried, *, at: datetime, until: datetime) -> None:
        self._rows.change(
            """
            INSERT INTO forgotten (identity_hash, facts, forgotten_at, until)
            VALUES (:hash, :facts, :at, :until)
            ON CONFLICT (identity_hash) DO UPDATE SET
                facts = excluded.facts, forgotten_at = excluded.forgotten_at, until = excluded.until
            """,
            {
                "hash": identity_hash,
                "facts": encode_record(carried),
                "at": to_micros(at),
                "until": to_micros(until),
            },
        )

    def find(self, identity_hash: str) -> Carried | None:
        row = self._rows.find(
            "SELECT facts FROM forgotten WHERE identity_hash = :hash AND until > :now",
            {"hash": identity_hash, "now": self._rows.now_micros},
        )
        return decode_record(Carried, row["facts"]) if row else None

    def find_all(self) -> Sequence[Erasure]:
        rows = self._rows.all(
            "SELECT identity_hash, forgotten_at FROM forgotten ORDER BY forgotten_at, identity_hash", {}
        )
        return [Erasure(row["identity_hash"], from_micros(row["forgotten_at"])) for row in rows]

    def drop_old(self, *, most: int) -> int:
        return self._rows.change(
            """
            DELETE FROM forgotten WHERE identity_hash IN (
                SELECT identity_hash FROM forgotten WHERE until <= :now ORDER BY until LIMIT :most)
            """,
            {"now": self._rows.now_micros, "most": most},
        )
