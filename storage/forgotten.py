"""Keyed hashes of forgotten people as rows.

Not here: the list beside the database (erasures.py), and everything that is erased (traces.py).
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.erasures import HASH_KEPT, Carried, Erasure
from loyalty.ports import Forgotten
from storage.facts import decode_record, encode_record
from storage.rows import Row, Rows, from_micros, maybe_from_micros, to_micros

_ERASURE = "identity_hash, forgotten_at, after_at"


class StoredForgotten(Forgotten):
    """Table `forgotten`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def keep(self, erasure: Erasure, carried: Carried) -> None:
        known = self._find(erasure.identity_hash)
        kept = known.joined_by(erasure) if known else erasure
        self._rows.change(
            """
            INSERT INTO forgotten (identity_hash, facts, forgotten_at, until, after_at)
            VALUES (:hash, :facts, :at, :until, :after)
            ON CONFLICT (identity_hash) DO UPDATE SET
                facts = CASE WHEN :older = 1 THEN forgotten.facts ELSE excluded.facts END,
                forgotten_at = excluded.forgotten_at, until = excluded.until, after_at = excluded.after_at
            """,
            {
                "hash": erasure.identity_hash,
                "facts": encode_record(carried),
                "at": to_micros(kept.at),
                "until": to_micros(kept.at + HASH_KEPT),
                "after": None if kept.after is None else to_micros(kept.after),
                "older": int(erasure.at < kept.at),
            },
        )

    def find(self, identity_hash: str, *, since: datetime | None = None) -> Carried | None:
        row = self._rows.find(
            """
            SELECT facts FROM forgotten
            WHERE identity_hash = :hash AND until > :now AND forgotten_at >= :since
            """,
            {
                "hash": identity_hash,
                "now": self._rows.now_micros,
                "since": 0 if since is None else to_micros(since),
            },
        )
        return decode_record(Carried, row["facts"]) if row else None

    def find_all(self) -> Sequence[Erasure]:
        rows = self._rows.all(f"SELECT {_ERASURE} FROM forgotten ORDER BY forgotten_at, identity_hash", {})
        return [_erasure(row) for row in rows]

    def _find(self, identity_hash: str) -> Erasure | None:
        query = f"SELECT {_ERASURE} FROM forgotten WHERE identity_hash = :hash"
        row = self._rows.find(query, {"hash": identity_hash})
        return _erasure(row) if row else None

    def drop_old(self, *, most: int) -> int:
        return self._rows.change(
            """
            DELETE FROM forgotten WHERE identity_hash IN (
                SELECT identity_hash FROM forgotten WHERE until <= :now ORDER BY until LIMIT :most)
            """,
            {"now": self._rows.now_micros, "most": most},
        )


def _erasure(row: Row) -> Erasure:
    return Erasure(row["identity_hash"], from_micros(row["forgotten_at"]), maybe_from_micros(row["after_at"]))
