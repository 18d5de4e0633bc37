"""Questions beside the counter as rows; the table keeps one a day.

Not here: when which is asked.
"""

from datetime import date, datetime

from loyalty.ids import CustomerId, OperationId, QuestionId
from loyalty.ports import Questions
from loyalty.questions import Question, QuestionKind, QuestionState
from storage.rows import Row, Rows, maybe_from_micros

_COLUMNS = "id, customer_id, kind, day, operation_id, state"


class StoredQuestions(Questions):
    """Table `questions`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def ask(
        self, customer_id: CustomerId, kind: QuestionKind, *, day: date, operation_id: OperationId | None
    ) -> QuestionId | None:
        row = self._rows.find(
            """
            INSERT INTO questions (customer_id, kind, day, operation_id, state, asked_at)
            VALUES (:customer, :kind, :day, :operation, 'open', :now)
            ON CONFLICT (customer_id, day) DO NOTHING RETURNING id
            """,
            {
                "customer": customer_id,
                "kind": kind,
                "day": day.isoformat(),
                "operation": operation_id,
                "now": self._rows.now_micros,
            },
        )
        return QuestionId(row["id"]) if row else None

    def find(self, question_id: QuestionId) -> Question | None:
        row = self._rows.find(f"SELECT {_COLUMNS} FROM questions WHERE id = :id", {"id": question_id})
        return _question(row) if row else None

    def find_under(self, operation_id: OperationId) -> Question | None:
        row = self._rows.find(
            f"SELECT {_COLUMNS} FROM questions WHERE operation_id = :operation ORDER BY id LIMIT 1",
            {"operation": operation_id},
        )
        return _question(row) if row else None

    def last_asked(self, customer_id: CustomerId, kind: QuestionKind) -> datetime | None:
        row = self._rows.get(
            "SELECT MAX(asked_at) AS at FROM questions WHERE customer_id = :customer AND kind = :kind",
            {"customer": customer_id, "kind": kind},
        )
        return maybe_from_micros(row["at"])

    def settle(self, question_id: QuestionId, state: QuestionState) -> bool:
        changed = self._rows.change(
            """
            UPDATE questions SET state = :state, answered_at = :now WHERE id = :id AND state = 'open'
            """,
            {"id": question_id, "state": state, "now": self._rows.now_micros},
        )
        return changed == 1


def _question(row: Row) -> Question:
    return Question(
        id=QuestionId(row["id"]),
        customer_id=CustomerId(row["customer_id"]),
        kind=QuestionKind(row["kind"]),
        day=date.fromisoformat(row["day"]),
        operation_id=OperationId(row["operation_id"]) if row["operation_id"] is not None else None,
        state=QuestionState(row["state"]),
    )
