"""Short answers as rows.

Not here: which one is given.
"""

import json
from collections.abc import Sequence

from loyalty.answers import KINDS, Photo, ShortAnswer
from loyalty.ids import StaffId
from loyalty.ports import Answers
from storage.facts import decode_words, encode_words
from storage.rows import Row, Rows

_COLUMNS = "kind, triggers, words, photo_bot_id, photo_file_id"


class StoredAnswers(Answers):
    """Table `answers`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find_all(self) -> Sequence[ShortAnswer]:
        rows = self._rows.all(f"SELECT {_COLUMNS} FROM answers", {})
        known = {row["kind"]: _answer(row) for row in rows}
        return [known[kind] for kind in KINDS if kind in known]

    def find(self, kind: str) -> ShortAnswer | None:
        row = self._rows.find(f"SELECT {_COLUMNS} FROM answers WHERE kind = :kind", {"kind": kind})
        return _answer(row) if row else None

    def keep(self, answer: ShortAnswer, *, by: StaffId) -> None:
        self._rows.change(
            """
            INSERT INTO answers (kind, triggers, words, photo_bot_id, photo_file_id, changed_by, changed_at)
            VALUES (:kind, :triggers, :words, :bot, :file, :by, :now)
            ON CONFLICT (kind) DO UPDATE SET
                triggers = excluded.triggers, words = excluded.words, photo_bot_id = excluded.photo_bot_id,
                photo_file_id = excluded.photo_file_id, changed_by = excluded.changed_by,
                changed_at = excluded.changed_at
            """,
            {
                "kind": answer.kind,
                "triggers": json.dumps(answer.triggers, ensure_ascii=False),
                "words": encode_words(answer.words),
                "bot": answer.photo.bot_id if answer.photo else None,
                "file": answer.photo.file_id if answer.photo else None,
                "by": by,
                "now": self._rows.now_micros,
            },
        )

    def delete(self, kind: str) -> bool:
        return self._rows.change("DELETE FROM answers WHERE kind = :kind", {"kind": kind}) == 1


def _answer(row: Row) -> ShortAnswer:
    photo = Photo(row["photo_bot_id"], row["photo_file_id"]) if row["photo_file_id"] else None
    return ShortAnswer(row["kind"], tuple(json.loads(row["triggers"])), decode_words(row["words"]), photo)
