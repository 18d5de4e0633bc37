"""The cafe's rules as rows, one per version.

Not here: what the rules mean.
"""

from collections.abc import Sequence

from loyalty.ids import ProgramVersion, StaffId
from loyalty.ports import Programs
from loyalty.programs import Program, ProgramChange, Rules
from storage import facts
from storage.rows import Rows, from_micros


class StoredPrograms(Programs):
    """Table `programs`. The rules are decoded once per text, not per version: a version that was rolled
    back comes again with other rules.
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._decoded: dict[str, Rules] = {}

    def get_current(self) -> Program:
        row = self._rows.get("SELECT version, rules FROM programs ORDER BY version DESC LIMIT 1", {})
        text = row["rules"]
        if text not in self._decoded:
            self._decoded = {text: decode_rules(text)}
        return Program(ProgramVersion(row["version"]), self._decoded[text])

    def get(self, version: ProgramVersion) -> Program:
        row = self._rows.get("SELECT rules FROM programs WHERE version = :version", {"version": version})
        return Program(version, decode_rules(row["rules"]))

    def add(self, rules: Rules, *, by: StaffId | None) -> Program:
        row = self._rows.get(
            """
            INSERT INTO programs (version, rules, created_by, created_at)
            SELECT COALESCE(MAX(version), 0) + 1, :rules, CAST(:by AS BIGINT), :now FROM programs WHERE 1 = 1
            RETURNING version
            """,
            {"rules": encode_rules(rules), "by": by, "now": self._rows.now_micros},
        )
        return Program(ProgramVersion(row["version"]), rules)

    def changes(self, *, most: int) -> Sequence[ProgramChange]:
        rows = self._rows.all(
            """
            SELECT p.version, p.rules, p.created_at, s.name AS by_name
            FROM programs p LEFT JOIN staff s ON s.id = p.created_by ORDER BY p.version DESC LIMIT :most
            """,
            {"most": most},
        )
        return [
            ProgramChange(
                ProgramVersion(row["version"]),
                decode_rules(row["rules"]),
                row["by_name"] or "",
                from_micros(row["created_at"]),
            )
            for row in rows
        ]


def encode_rules(rules: Rules) -> str:
    """The rules as JSON."""
    return facts.encode_record(rules)


def decode_rules(text: str) -> Rules:
    """The rules from their JSON; a rule that came later has its default."""
    return facts.decode_record(Rules, text)
