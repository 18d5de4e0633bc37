"""Questions beside the counter as rows, one a day; a card that came onto another brings its own along.

Not here: when which is asked.
"""

from datetime import date, datetime

from loyalty.ids import CustomerId, OperationId, QuestionId
from loyalty.ports import Questions
from loyalty.questions import AskedBefore, Question, QuestionKind, QuestionState
from loyalty.wishes import Purpose, Wish, WishState
from storage.rows import Row, Rows, from_micros, maybe_from_micros, to_micros
from storage.whose_rows import OF_CUSTOMER, THEIRS

_COLUMNS = "id, customer_id, kind, day, operation_id, state"
_LAST_ASKED = "".join(
    f"""(SELECT MAX(q.asked_at) FROM questions q
         WHERE q.kind = '{kind}' AND q.customer_id IN {THEIRS}) AS {kind}, """
    for kind in QuestionKind
)


class StoredQuestions(Questions):
    """Table `questions`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def ask(
        self, customer_id: CustomerId, kind: QuestionKind, *, day: date, operation_id: OperationId | None
    ) -> QuestionId | None:
        if self._is_taken(customer_id, day):
            return None
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

    def _is_taken(self, customer_id: CustomerId, day: date) -> bool:
        row = self._rows.find(
            f"SELECT id FROM questions WHERE customer_id IN {OF_CUSTOMER} AND day = :day LIMIT 1",
            {"customer": customer_id, "day": day.isoformat()},
        )
        return row is not None

    def take_back(self, question_id: QuestionId) -> None:
        self._rows.change("DELETE FROM questions WHERE id = :id", {"id": question_id})

    def find_under(self, operation_id: OperationId) -> Question | None:
        row = self._rows.find(
            f"SELECT {_COLUMNS} FROM questions WHERE operation_id = :operation ORDER BY id LIMIT 1",
            {"operation": operation_id},
        )
        return _question(row) if row else None

    def find_asked(self, customer_id: CustomerId, asked_at: datetime) -> QuestionId | None:
        row = self._rows.find(
            f"SELECT id FROM questions WHERE customer_id IN {OF_CUSTOMER} AND asked_at = :asked LIMIT 1",
            {"customer": customer_id, "asked": to_micros(asked_at)},
        )
        return QuestionId(row["id"]) if row else None

    def find_before(self, customer_id: CustomerId) -> AskedBefore:
        row = self._rows.get(
            f"""
            SELECT c.visits, c.birthday_set_at, w.state, w.changed_at, {_LAST_ASKED}
                   CASE WHEN c.practice = 0 AND c.frozen_at IS NULL AND EXISTS (
                       SELECT 1 FROM identities i WHERE i.customer_id = c.id AND i.kind = 'telegram')
                   THEN 1 ELSE 0 END AS may_be_asked
            FROM customers c LEFT JOIN wishes w ON w.customer_id = c.id AND w.purpose = 'offers'
            WHERE c.id = :customer
            """,
            {"customer": customer_id},
        )
        asked = {kind: maybe_from_micros(row[kind.value]) for kind in QuestionKind}
        said = row["state"]
        return AskedBefore(
            may_be_asked=bool(row["may_be_asked"]),
            visits=row["visits"],
            asked={kind: at for kind, at in asked.items() if at is not None},
            gave_birthday=row["birthday_set_at"] is not None,
            offers=Wish(Purpose.OFFERS, WishState(said), from_micros(row["changed_at"])) if said else None,
        )

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
