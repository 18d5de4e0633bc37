"""Tickets as rows.

Not here: who may do what with them, and the answers that open them.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from loyalty.deliveries import ScreenKind
from loyalty.ids import (
    ChatId,
    CustomerId,
    LetterId,
    LocationId,
    MessageId,
    OperationId,
    RecipientId,
    StaffId,
    TicketId,
    VisitId,
)
from loyalty.letters import Content
from loyalty.ports import Tickets
from loyalty.tickets import (
    Apologist,
    FormerClose,
    GivenScore,
    Ticket,
    TicketCause,
    TicketOutcome,
    TicketState,
)
from storage.facts import decode_words
from storage.rows import Row, Rows, Value, Values, from_micros, maybe_from_micros, to_micros

_COLUMNS = """
    id, customer_id, cause, recipient_id, letter_id, visit_id, location_id, state, opened_at, taken_by,
    answered_at, waits_since, reminded_at, closed_by, closed_at, outcome, apology_operation, apologised_by,
    apologised_at, asked_at, agreed, reopened_at
"""
_ASKED_ABOUT: Final = "state = 'closed' AND outcome IN ('put_right', 'not_put_right')"
"""Closed by somebody. One that is live again keeps by whom, as what, and the answer to that."""
_CLOSED: Final = "state = 'closed' AND (outcome IS NULL OR outcome <> 'corrected')"
"""Closed ones that are listed: who has a better score by now is nobody's to look up."""

_WAIT: Final = "COALESCE(waits_since, reopened_at, opened_at), id"
"""Who waits longest first; who was answered, since it is open."""


class StoredTickets(Tickets):
    """Table `tickets`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find_given(self, recipient_id: RecipientId) -> GivenScore | None:
        row = self._rows.find(
            """
            SELECT i.recipient_id, i.customer_id, i.visit_id, i.location_id, a.name AS aspect, r.score,
                   r.content, r.reason, r.media_chat, r.media_message, g.name AS location
            FROM responses r JOIN invitations i ON i.recipient_id = r.recipient_id
            JOIN locations g ON g.id = i.location_id LEFT JOIN aspects a ON a.id = i.aspect_id
            WHERE r.recipient_id = :id
            """,
            {"id": recipient_id},
        )
        return _given(row) if row else None

    def open_for_score(self, given: GivenScore) -> TicketId | None:
        row = self._rows.find(
            """
            INSERT INTO tickets (customer_id, cause, recipient_id, visit_id, location_id, state, opened_at,
                                 waits_since)
            VALUES (:customer, :cause, :recipient, :visit, :location, 'open', :now, :now)
            ON CONFLICT DO NOTHING RETURNING id
            """,
            {
                "customer": given.customer_id,
                "cause": given.cause,
                "recipient": given.recipient_id,
                "visit": given.visit_id,
                "location": given.location_id,
                "now": self._rows.now_micros,
            },
        )
        return TicketId(row["id"]) if row else None

    def open_for_letter(self, customer_id: CustomerId, letter_id: LetterId) -> TicketId | None:
        row = self._rows.find(
            """
            INSERT INTO tickets (customer_id, cause, letter_id, state, opened_at, waits_since)
            VALUES (:customer, :cause, :letter, 'open', :now, :now) ON CONFLICT DO NOTHING RETURNING id
            """,
            {
                "customer": customer_id,
                "cause": TicketCause.COMPLAINT,
                "letter": letter_id,
                "now": self._rows.now_micros,
            },
        )
        return TicketId(row["id"]) if row else None

    def get(self, ticket_id: TicketId) -> Ticket:
        return _ticket(self._rows.get(f"SELECT {_COLUMNS} FROM tickets WHERE id = :id", {"id": ticket_id}))

    def find(self, ticket_id: TicketId) -> Ticket | None:
        row = self._rows.find(f"SELECT {_COLUMNS} FROM tickets WHERE id = :id", {"id": ticket_id})
        return _ticket(row) if row else None

    def find_of_score(self, recipient_id: RecipientId) -> Ticket | None:
        row = self._rows.find(
            f"SELECT {_COLUMNS} FROM tickets WHERE recipient_id = :id", {"id": recipient_id}
        )
        return _ticket(row) if row else None

    def find_of(self, customer_id: CustomerId, *, closed_after: datetime) -> Sequence[Ticket]:
        rows = self._rows.all(
            f"""
            SELECT {_COLUMNS} FROM tickets
            WHERE customer_id = :customer AND (closed_at IS NULL OR closed_at > :after) ORDER BY id DESC
            """,
            {"customer": customer_id, "after": to_micros(closed_after)},
        )
        return [_ticket(row) for row in rows]

    def find_shown_at(self, chat_id: ChatId, message_id: MessageId) -> TicketId | None:
        row = self._rows.find(
            """
            SELECT subject_id FROM screens
            WHERE chat_id = :chat AND kind = :kind AND message_id = :message
            """,
            {"chat": chat_id, "kind": ScreenKind.TICKET, "message": message_id},
        )
        return TicketId(row["subject_id"]) if row else None

    def take(self, ticket_id: TicketId, *, by: StaffId) -> bool:
        return self._change(
            "state = 'taken', taken_by = :by, taken_at = :now", "state = 'open'", ticket_id, by=by
        )

    def note_answer(self, ticket_id: TicketId) -> None:
        self._change("answered_at = COALESCE(answered_at, :now), waits_since = NULL", "TRUE", ticket_id)

    def take_answer_back(
        self, ticket_id: TicketId, *, first: datetime | None, waits_since: datetime | None
    ) -> None:
        self._change(
            "answered_at = CAST(:first AS BIGINT), waits_since = CAST(:since AS BIGINT)", "TRUE", ticket_id,
            first=None if first is None else to_micros(first),
            since=None if waits_since is None else to_micros(waits_since),
        )  # fmt: skip

    def note_apology(self, ticket_id: TicketId, operation_id: OperationId, *, by: StaffId) -> None:
        self._change(
            "apology_operation = :operation, apologised_at = :now, apologised_by = :by",
            "apology_operation IS NULL", ticket_id, operation=operation_id, by=by,
        )  # fmt: skip

    def count_apologies(self, *, begins: datetime, ends: datetime) -> int:
        row = self._rows.get(
            "SELECT COUNT(*) AS n FROM tickets WHERE apologised_at >= :begins AND apologised_at < :ends",
            {"begins": to_micros(begins), "ends": to_micros(ends)},
        )
        return int(row["n"])

    def count_apologies_by(self, *, begins: datetime, ends: datetime) -> Sequence[Apologist]:
        rows = self._rows.all(
            """
            SELECT s.name, COUNT(*) AS n FROM tickets t JOIN staff s ON s.id = t.apologised_by
            WHERE t.apologised_at >= :begins AND t.apologised_at < :ends
            GROUP BY s.id, s.name ORDER BY n DESC, s.id
            """,
            {"begins": to_micros(begins), "ends": to_micros(ends)},
        )
        return [Apologist(row["name"], int(row["n"])) for row in rows]

    def close(self, ticket_id: TicketId, outcome: TicketOutcome, *, by: StaffId) -> bool:
        return self._change(
            """
            state = 'closed', closed_by = :by, closed_at = :now, outcome = :outcome,
            asked_at = CASE WHEN agreed IS NULL THEN asked_at END, agreed = NULL,
            taken_by = COALESCE(taken_by, :by), taken_at = COALESCE(taken_at, :now)
            """,
            "state <> 'closed'", ticket_id, by=by, outcome=outcome,
        )  # fmt: skip

    def close_corrected(self, ticket_id: TicketId) -> bool:
        return self._change(
            "state = 'closed', closed_by = NULL, closed_at = :now, outcome = 'corrected'",
            "state = 'open'",
            ticket_id,
        )

    def open_again(self, ticket_id: TicketId) -> bool:
        return self._change(
            "state = 'open', closed_at = NULL, outcome = NULL", "outcome = 'corrected'", ticket_id
        )

    def note_asked(self, ticket_id: TicketId) -> bool:
        return self._change("asked_at = :now", "asked_at IS NULL", ticket_id)

    def agree(self, ticket_id: TicketId, *, agreed: bool) -> bool:
        return self._change(
            "agreed = :agreed", "agreed IS NULL AND asked_at IS NOT NULL", ticket_id, agreed=int(agreed)
        )

    def reopen(self, ticket_id: TicketId, *, by: StaffId) -> bool:
        return self._change(
            """
            state = 'taken', taken_by = :by, taken_at = :now, closed_at = NULL, reopened_at = :now,
            waits_since = :now, reminded_at = NULL, asked_at = NULL
            """,
            f"{_ASKED_ABOUT} AND agreed = 0", ticket_id, by=by,
        )  # fmt: skip

    def wait_again(self, ticket_id: TicketId) -> bool:
        return self._change(
            """
            state = 'open', taken_by = NULL, taken_at = NULL, closed_at = NULL, reopened_at = :now,
            waits_since = :now, reminded_at = NULL, asked_at = CASE WHEN agreed IS NULL THEN asked_at END
            """,
            _ASKED_ABOUT, ticket_id,
        )  # fmt: skip

    def find_unasked(self, *, closed_after: datetime, most: int) -> Sequence[TicketId]:
        rows = self._rows.all(
            f"""
            SELECT id FROM tickets
            WHERE {_ASKED_ABOUT} AND closed_at > :after AND asked_at IS NULL
            ORDER BY closed_at, id LIMIT :most
            """,
            {"after": to_micros(closed_after), "most": most},
        )
        return [TicketId(row["id"]) for row in rows]

    def free(self, staff_id: StaffId) -> Sequence[TicketId]:
        rows = self._rows.all(
            """
            UPDATE tickets SET state = 'open', taken_by = NULL, taken_at = NULL
            WHERE state = 'taken' AND taken_by = :staff RETURNING id
            """,
            {"staff": staff_id},
        )
        return [TicketId(row["id"]) for row in rows]

    def end_of(self, customer_id: CustomerId) -> None:
        self._rows.change(
            """
            UPDATE tickets SET state = 'closed', closed_at = :now, outcome = NULL, closed_by = NULL
            WHERE customer_id = :customer AND state <> 'closed'
            """,
            {"customer": customer_id, "now": self._rows.now_micros},
        )

    def find_unanswered(self, *, waiting_since: datetime, most: int) -> Sequence[TicketId]:
        rows = self._rows.all(
            """
            SELECT id FROM tickets
            WHERE state IN ('open', 'taken') AND waits_since <= :since AND waits_since IS NOT NULL
              AND reminded_at IS NULL
            ORDER BY waits_since LIMIT :most
            """,
            {"since": to_micros(waiting_since), "most": most},
        )
        return [TicketId(row["id"]) for row in rows]

    def note_reminder(self, ticket_id: TicketId) -> bool:
        return self._change("reminded_at = :now", "reminded_at IS NULL", ticket_id)

    def list_page(self, *, but: Sequence[CustomerId], skip: int, most: int) -> Sequence[Ticket]:
        _, live, _ = self.count(but=but)
        found = self._page("state IN ('open', 'taken')", _WAIT, but, skip, most)
        left = most - len(found)
        return [*found, *self._page(_CLOSED, "closed_at DESC, id DESC", but, skip - live, left)]

    def count(self, *, but: Sequence[CustomerId]) -> tuple[int, int, int]:
        live = self._count("state IN ('open', 'taken')", but)  # as the indexes say it
        taken, closed = (self._count(which, but) for which in ("state = 'taken'", _CLOSED))
        return live - taken, live, live + closed

    def _count(self, which: str, but: Sequence[CustomerId]) -> int:
        """All less theirs: each part has an index of its own."""
        counted = f"SELECT COUNT(*) AS n FROM tickets WHERE {which}"
        found = int(self._rows.get(counted, {})["n"])
        theirs = (self._rows.get(f"{counted} AND customer_id = :id", {"id": one}) for one in but)
        return found - sum(int(row["n"]) for row in theirs)

    def _page(self, where: str, order: str, but: Sequence[CustomerId], skip: int, most: int) -> list[Ticket]:
        named: dict[str, Value] = {f"but{number}": one for number, one in enumerate(but)}
        rows = self._rows.all(
            f"""
            SELECT {_COLUMNS} FROM tickets
            WHERE {where} {"".join(f"AND customer_id <> :{name} " for name in named)}
            ORDER BY {order} LIMIT :most OFFSET :skip
            """,
            {"skip": max(0, skip), "most": most, **named},
        )
        return [_ticket(row) for row in rows]

    def _change(self, what: str, where: str, ticket_id: TicketId, **values: str | int | None) -> bool:
        known: Values = {"id": ticket_id, **values}
        if ":now" in what:
            known = {**known, "now": self._rows.now_micros}
        return self._rows.change(f"UPDATE tickets SET {what} WHERE id = :id AND {where}", known) > 0


def _given(row: Row) -> GivenScore:
    copied = row["media_chat"] is not None
    return GivenScore(
        recipient_id=RecipientId(row["recipient_id"]),
        customer_id=CustomerId(row["customer_id"]),
        visit_id=VisitId(row["visit_id"]),
        location_id=LocationId(row["location_id"]),
        location=row["location"],
        aspect=decode_words(row["aspect"]) if row["aspect"] is not None else None,
        score=row["score"],
        content=Content(row["content"]) if row["content"] else None,
        reason=row["reason"],
        copy_of=(ChatId(row["media_chat"]), MessageId(row["media_message"])) if copied else None,
    )


def _ticket(row: Row) -> Ticket:
    def staff(column: str) -> StaffId | None:
        return StaffId(row[column]) if row[column] is not None else None

    ticket = Ticket(
        id=TicketId(row["id"]),
        customer_id=CustomerId(row["customer_id"]),
        cause=TicketCause(row["cause"]),
        recipient_id=RecipientId(row["recipient_id"]) if row["recipient_id"] is not None else None,
        letter_id=LetterId(row["letter_id"]) if row["letter_id"] is not None else None,
        visit_id=VisitId(row["visit_id"]) if row["visit_id"] is not None else None,
        location_id=LocationId(row["location_id"]) if row["location_id"] is not None else None,
        state=TicketState(row["state"]),
        opened_at=from_micros(row["opened_at"]),
        taken_by=staff("taken_by"),
        answered_at=maybe_from_micros(row["answered_at"]),
        waits_since=maybe_from_micros(row["waits_since"]),
        reminded_at=maybe_from_micros(row["reminded_at"]),
        closed_by=staff("closed_by"),
        closed_at=maybe_from_micros(row["closed_at"]),
        outcome=TicketOutcome(row["outcome"]) if row["outcome"] else None,
        apology=OperationId(row["apology_operation"]) if row["apology_operation"] is not None else None,
        apologised_by=staff("apologised_by"),
        apologised_at=maybe_from_micros(row["apologised_at"]),
        asked_at=maybe_from_micros(row["asked_at"]),
        agreed=bool(row["agreed"]) if row["agreed"] is not None else None,
        reopened_at=maybe_from_micros(row["reopened_at"]),
        before=None,
    )
    return _live(ticket) if ticket.live else ticket


def _live(ticket: Ticket) -> Ticket:
    """What is kept of a close says of one that is live again how it had been closed."""
    standing = ticket.asked_at is not None
    before = None
    if ticket.outcome is not None:
        before = FormerClose(ticket.outcome, ticket.closed_by, None if standing else ticket.agreed)
    agreed = ticket.agreed if standing else None
    return replace(ticket, before=before, closed_by=None, outcome=None, agreed=agreed)
