"""Runs as rows: the times that campaigns go out; each change of state is one conditional update.

Not here: their recipients (recipients.py).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from loyalty.ids import CampaignId, CustomerId, RunId, StaffId
from loyalty.ports import Runs
from loyalty.runs import LIVE, RecipientState, Run, RunCounts, RunState
from storage.rows import Row, Rows, from_micros, maybe_from_micros, to_micros

_COLUMNS = """
    id, campaign_id, occurrence, state, run_at, stale_at, frozen_at, frozen_upto, eligible, pilot_until,
    asked_by, started_at, ended_at
"""
_LATELY = 100
_LEAST_TO_TELL = 20
_ENDS = (RunState.FINISHED, RunState.STOPPED, RunState.TAKEN_BACK, RunState.MISSED)


class StoredRuns(Runs):
    """Table `runs`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(
        self, campaign_id: CampaignId, occurrence: str, *, run_at: datetime, stale_at: datetime,
        by: StaffId | None,
    ) -> RunId | None:  # fmt: skip
        row = self._rows.find(
            """
            INSERT INTO runs (campaign_id, occurrence, state, run_at, stale_at, asked_by, created_at)
            VALUES (:campaign, :occurrence, 'waiting', :run_at, :stale_at, :by, :now)
            ON CONFLICT DO NOTHING RETURNING id
            """,
            {
                "campaign": campaign_id,
                "occurrence": occurrence,
                "run_at": to_micros(run_at),
                "stale_at": to_micros(stale_at),
                "by": by,
                "now": self._rows.now_micros,
            },
        )
        return RunId(row["id"]) if row else None

    def find_time(self, campaign_id: CampaignId, occurrence: str) -> Run | None:
        row = self._rows.find(
            f"SELECT {_COLUMNS} FROM runs WHERE campaign_id = :campaign AND occurrence = :occurrence",
            {"campaign": campaign_id, "occurrence": occurrence},
        )
        return _run(row) if row else None

    def is_known(self, campaign_id: CampaignId, occurrence: str) -> bool:
        row = self._rows.find(
            "SELECT 1 AS known FROM runs WHERE campaign_id = :campaign AND occurrence = :occurrence",
            {"campaign": campaign_id, "occurrence": occurrence},
        )
        return row is not None

    def find_before(self, campaign_id: CampaignId, occurrence: str) -> str | None:
        row = self._rows.get(
            """
            SELECT MAX(occurrence) AS before FROM runs
            WHERE campaign_id = :campaign AND occurrence < :occurrence
            """,
            {"campaign": campaign_id, "occurrence": occurrence},
        )
        return str(row["before"]) if row["before"] is not None else None

    def get(self, run_id: RunId) -> Run:
        return _run(self._rows.get(f"SELECT {_COLUMNS} FROM runs WHERE id = :id", {"id": run_id}))

    def find(self, run_id: RunId) -> Run | None:
        row = self._rows.find(f"SELECT {_COLUMNS} FROM runs WHERE id = :id", {"id": run_id})
        return _run(row) if row else None

    def find_of(self, campaign_id: CampaignId, *, most: int) -> Sequence[Run]:
        rows = self._rows.all(
            f"SELECT {_COLUMNS} FROM runs WHERE campaign_id = :campaign ORDER BY id DESC LIMIT :most",
            {"campaign": campaign_id, "most": most},
        )
        return [_run(row) for row in rows]

    def find_live(self) -> Sequence[Run]:
        states = ", ".join(f"'{state}'" for state in LIVE)
        rows = self._rows.all(f"SELECT {_COLUMNS} FROM runs WHERE state IN ({states}) ORDER BY id", {})
        return [_run(row) for row in rows]

    def become(
        self, run_id: RunId, state: RunState, *, of: Sequence[RunState], by: StaffId | None = None
    ) -> bool:
        before = ", ".join(f"'{one}'" for one in of)
        changed = self._rows.change(
            f"""
            UPDATE runs SET state = :state, asked_by = COALESCE(CAST(:by AS BIGINT), asked_by),
                started_at = CASE WHEN :begins = 1 THEN COALESCE(started_at, :now) ELSE started_at END,
                ended_at = CASE WHEN :ends = 1 THEN CAST(:now AS BIGINT) END
            WHERE id = :id AND state IN ({before})
            """,
            {
                "id": run_id,
                "state": state,
                "by": by,
                "begins": int(state is RunState.RUNNING),
                "ends": int(state in _ENDS),
                "now": self._rows.now_micros,
            },
        )
        return changed == 1

    def note_frozen(self, run_id: RunId, *, upto: CustomerId | None, eligible: int) -> None:
        self._rows.change(
            """
            UPDATE runs SET eligible = eligible + :eligible,
                frozen_upto = COALESCE(CAST(:upto AS BIGINT), frozen_upto),
                frozen_at = CASE WHEN :all = 1 THEN COALESCE(frozen_at, :now) ELSE frozen_at END
            WHERE id = :id
            """,
            {
                "id": run_id,
                "upto": upto,
                "eligible": eligible,
                "all": int(upto is None),
                "now": self._rows.now_micros,
            },
        )

    def hold_for_pilot(self, run_id: RunId, until: datetime | None) -> None:
        self._rows.change(
            "UPDATE runs SET pilot_until = :until WHERE id = :id",
            {"id": run_id, "until": None if until is None else to_micros(until)},
        )

    def take_back(self, run_id: RunId, *, by: StaffId) -> bool:
        if not self.become(run_id, RunState.TAKEN_BACK, of=(RunState.WAITING,), by=by):
            return False
        self._rows.change("UPDATE runs SET occurrence = 'taken back ' || id WHERE id = :id", {"id": run_id})
        return True

    def sent_lately(self, run_id: RunId) -> tuple[int, timedelta] | None:
        for pilot in (0, 1):  # the rest goes after the pilot, each in the order of its numbers
            row = self._rows.get(
                """
                SELECT COUNT(*) AS n, MIN(settled_at) AS began FROM (
                    SELECT settled_at FROM recipients
                    WHERE run_id = :run AND state = 'sent' AND pilot = :pilot
                    ORDER BY id DESC LIMIT :most) lately
                """,
                {"run": run_id, "pilot": pilot, "most": _LATELY},
            )
            if row["n"] >= _LEAST_TO_TELL:
                return int(row["n"]), self._rows.now - from_micros(row["began"])
        return None

    def take_offer(self, run_id: RunId, *, limit: int) -> bool:
        changed = self._rows.change(
            "UPDATE runs SET taken = taken + 1 WHERE id = :id AND (:limit = 0 OR taken < :limit)",
            {"id": run_id, "limit": limit},
        )
        return changed == 1

    def count(self, run_id: RunId) -> RunCounts:
        rows = self._rows.all(
            """
            SELECT state, reason, COUNT(*) AS n FROM recipients WHERE run_id = :run
            GROUP BY state, reason ORDER BY state, reason
            """,
            {"run": run_id},
        )
        states: dict[RecipientState, int] = {}
        reasons: dict[tuple[RecipientState, str], int] = {}
        for row in rows:
            state = RecipientState(row["state"])
            states[state] = states.get(state, 0) + int(row["n"])
            if row["reason"]:
                reasons[state, row["reason"]] = int(row["n"])
        return RunCounts(states, reasons)


def _run(row: Row) -> Run:
    return Run(
        id=RunId(row["id"]),
        campaign_id=CampaignId(row["campaign_id"]),
        occurrence=row["occurrence"],
        state=RunState(row["state"]),
        run_at=from_micros(row["run_at"]),
        stale_at=from_micros(row["stale_at"]),
        frozen=row["frozen_at"] is not None,
        frozen_upto=CustomerId(row["frozen_upto"]),
        eligible=row["eligible"],
        pilot_until=maybe_from_micros(row["pilot_until"]),
        asked_by=StaffId(row["asked_by"]) if row["asked_by"] is not None else None,
        started_at=maybe_from_micros(row["started_at"]),
        ended_at=maybe_from_micros(row["ended_at"]),
    )
