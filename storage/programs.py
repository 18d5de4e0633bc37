"""The cafe's rules as rows, one per version.

Not here: what the rules mean.
"""

import json

from loyalty.ids import ProgramVersion, StaffId
from loyalty.own_words import OwnWords
from loyalty.ports import Programs
from loyalty.programs import Program, Rules
from storage.rows import Rows


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

    def add(self, rules: Rules, *, by: StaffId | None) -> Program:
        row = self._rows.get(
            """
            INSERT INTO programs (version, rules, created_by, created_at)
            SELECT COALESCE(MAX(version), 0) + 1, :rules, :by, :now FROM programs WHERE 1 = 1
            RETURNING version
            """,
            {"rules": encode_rules(rules), "by": by, "now": self._rows.now_micros},
        )
        return Program(ProgramVersion(row["version"]), rules)


def encode_rules(rules: Rules) -> str:
    """The rules as JSON."""
    return json.dumps(
        {
            "cafe": rules.cafe,
            "language": rules.language,
            "goal": rules.goal,
            "item": dict(rules.item.by_language),
            "reward_at_once": rules.reward_at_once,
        },
        ensure_ascii=False,
    )


def decode_rules(text: str) -> Rules:
    """The rules from their JSON; a rule that came later has its default."""
    stored = json.loads(text)
    if "item" in stored:
        stored["item"] = OwnWords.of(stored["item"])
    return Rules(**stored)
