"""Scans as rows: codes that customers show, as hashes.

Not here: the secrets themselves, which are nowhere.
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.ids import CustomerId, RewardId, ScanId, StaffId
from loyalty.pair_codes import PairCode
from loyalty.people import Cause
from loyalty.ports import Scans
from loyalty.scans import Scan, ScanState
from storage.rows import Row, Rows, from_micros, maybe_from_micros, to_micros

COLUMNS = """
    id, customer_id, pair_code, reward_id, state, created_at, expires_at, queued_at, settled_by, spending
"""


class StoredScans(Scans):
    """Table `scans`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(
        self,
        customer_id: CustomerId,
        *,
        secret_hash: str,
        code_hash: str,
        pair_code: PairCode,
        reward_id: RewardId | None,
        cause: Cause | None,
        expires_at: datetime,
        queued_at: datetime | None = None,
        spending: bool = False,
    ) -> ScanId:
        row = self._rows.get(
            """
            INSERT INTO scans (customer_id, secret_hash, code_hash, pair_code, reward_id, state,
                               cause_chat, cause_message, created_at, expires_at, queued_at, spending)
            VALUES (:customer, :secret_hash, :code_hash, :pair_code, :reward, 'live',
                    :cause_chat, :cause_message, :now, :expires_at, :queued_at, :spending)
            RETURNING id
            """,
            {
                "customer": customer_id,
                "secret_hash": secret_hash,
                "code_hash": code_hash,
                "pair_code": str(pair_code),
                "reward": reward_id,
                "cause_chat": cause.chat_id if cause else None,
                "cause_message": cause.message_id if cause else None,
                "now": self._rows.now_micros,
                "expires_at": to_micros(expires_at),
                "queued_at": to_micros(queued_at) if queued_at else None,
                "spending": int(spending),
            },
        )
        return ScanId(row["id"])

    def get(self, scan_id: ScanId) -> Scan:
        return to_scan(self._rows.get(f"SELECT {COLUMNS} FROM scans WHERE id = :id", {"id": scan_id}))

    def find(self, scan_id: ScanId) -> Scan | None:
        row = self._rows.find(f"SELECT {COLUMNS} FROM scans WHERE id = :id", {"id": scan_id})
        return to_scan(row) if row else None

    def find_by_secret(self, secret_hash: str) -> Scan | None:
        row = self._rows.find(f"SELECT {COLUMNS} FROM scans WHERE secret_hash = :hash", {"hash": secret_hash})
        return to_scan(row) if row else None

    def find_by_code(self, code_hash: str) -> Scan | None:
        row = self._rows.find(
            f"SELECT {COLUMNS} FROM scans WHERE code_hash = :hash ORDER BY id DESC LIMIT 1",
            {"hash": code_hash},
        )
        return to_scan(row) if row else None

    def find_live_of(self, customer_id: CustomerId) -> Scan | None:
        row = self._rows.find(
            f"SELECT {COLUMNS} FROM scans WHERE customer_id = :customer AND state = 'live'",
            {"customer": customer_id},
        )
        return to_scan(row) if row else None

    def find_last_queued(self, customer_id: CustomerId) -> Scan | None:
        row = self._rows.find(
            f"""
            SELECT {COLUMNS} FROM scans WHERE customer_id = :customer AND queued_at IS NOT NULL
            ORDER BY id DESC LIMIT 1
            """,
            {"customer": customer_id},
        )
        return to_scan(row) if row else None

    def count_absent(self, customer_id: CustomerId, *, since: datetime) -> int:
        row = self._rows.get(
            """
            SELECT COUNT(*) AS n FROM scans
            WHERE customer_id = :customer AND state = 'absent' AND created_at >= :since
            """,
            {"customer": customer_id, "since": to_micros(since)},
        )
        return int(row["n"])

    def live_codes(self) -> tuple[frozenset[str], frozenset[str]]:
        rows = self._rows.all("SELECT code_hash, pair_code FROM scans WHERE state = 'live'", {})
        return frozenset(row["code_hash"] for row in rows), frozenset(row["pair_code"] for row in rows)

    def settle(self, scan_id: ScanId, state: ScanState, *, by: StaffId | None = None) -> bool:
        used_at = self._rows.now_micros if state is ScanState.USED else None
        changed = self._rows.change(
            """
            UPDATE scans SET state = :state, used_at = :used_at, settled_by = :by
            WHERE id = :id AND state = 'live'
            """,
            {"id": scan_id, "state": state, "used_at": used_at, "by": by},
        )
        return changed == 1

    def leave_queue(self, scan_id: ScanId) -> None:
        self._rows.change("UPDATE scans SET queued_at = NULL WHERE id = :id", {"id": scan_id})

    def find_due(self, *, most: int) -> Sequence[ScanId]:
        rows = self._rows.all(
            """
            SELECT id FROM scans WHERE state = 'live' AND expires_at <= :now
            ORDER BY expires_at LIMIT :most
            """,
            {"now": self._rows.now_micros, "most": most},
        )
        return [ScanId(row["id"]) for row in rows]


def to_scan(row: Row) -> Scan:
    """A scan from its row."""
    return Scan(
        id=ScanId(row["id"]),
        customer_id=CustomerId(row["customer_id"]),
        pair_code=PairCode.parse(row["pair_code"]),
        reward_id=RewardId(row["reward_id"]) if row["reward_id"] is not None else None,
        state=ScanState(row["state"]),
        created_at=from_micros(row["created_at"]),
        expires_at=from_micros(row["expires_at"]),
        queued_at=maybe_from_micros(row["queued_at"]),
        settled_by=StaffId(row["settled_by"]) if row["settled_by"] is not None else None,
        spending=bool(row["spending"]),
    )
