"""Visits as rows; each change of state is one conditional update, so that a race has one winner.

Not here: what may be done when (loyalty/visits.py) and the entries that it writes.
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.cards import Card
from loyalty.ids import (
    CardId,
    CustomerId,
    PaperCardId,
    ProgramVersion,
    SaleCodeId,
    ScanId,
    SlipId,
    StaffId,
    VisitId,
)
from loyalty.limits import Reason
from loyalty.paper import PaperCard
from loyalty.people import Cause, StaffMember
from loyalty.ports import Visits
from loyalty.scans import Scan
from loyalty.tallies import Tally
from loyalty.visits import UNDO_WINDOW, Visit, VisitState
from storage.rows import Rows, Values, from_micros, to_micros
from storage.visit_rows import COLUMNS, maybe_visit, to_visit


class StoredVisits(Visits):
    """Table `visits`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def open(
        self, scan: Scan, card: Card, staff: StaffMember, *, program: ProgramVersion, practice: bool,
        expires_at: datetime, cause: Cause | None,
    ) -> Visit:  # fmt: skip
        came: Values = {"practice": int(practice), "scan": scan.id, "pair_code": str(scan.pair_code)}
        return self._open(card, staff, program, expires_at, came, cause)

    def open_collected(
        self, card: Card, staff: StaffMember, *, program: ProgramVersion, practice: bool,
        expires_at: datetime, sale_code_id: SaleCodeId | None = None, voucher_id: SlipId | None = None,
    ) -> Visit:  # fmt: skip
        came: Values = {"practice": int(practice), "sale_code": sale_code_id, "voucher": voucher_id}
        return self._open(card, staff, program, expires_at, came, None)

    def open_by_paper(
        self, paper: PaperCard, card: Card, staff: StaffMember, *, program: ProgramVersion,
        expires_at: datetime, cause: Cause | None,
    ) -> Visit:  # fmt: skip
        return self._open(card, staff, program, expires_at, {"paper": paper.id}, cause)

    def _open(
        self, card: Card, staff: StaffMember, program: ProgramVersion, expires_at: datetime, came: Values,
        cause: Cause | None,
    ) -> Visit:  # fmt: skip
        """A new open visit; `came`: how it came to the counter."""
        row = self._rows.get(
            f"""
            INSERT INTO visits (customer_id, card_id, location_id, state, program_version, practice,
                                opened_by, till_id, opened_at, expires_at, scan_id, pair_code,
                                sale_code_id, voucher_id, paper_card_id, cause_chat, cause_message)
            VALUES (:customer, :card, :location, 'open', :program, :practice,
                    :staff, :till, :now, :expires_at, :scan, :pair_code,
                    :sale_code, :voucher, :paper, :cause_chat, :cause_message)
            RETURNING {COLUMNS}
            """,
            {
                "customer": card.customer_id,
                "card": card.id,
                "location": staff.location_id,
                "program": program,
                "practice": 0,
                "pair_code": "",
                "staff": staff.id,
                "till": staff.till_id,
                "now": self._rows.now_micros,
                "expires_at": to_micros(expires_at),
                "cause_chat": cause.chat_id if cause else None,
                "cause_message": cause.message_id if cause else None,
                **dict.fromkeys(("scan", "sale_code", "voucher", "paper")),
                **came,
            },
        )
        return to_visit(row)

    def find_open_by_paper(self, paper_card_id: PaperCardId) -> Visit | None:
        return maybe_visit(
            self._rows.find(
                f"SELECT {COLUMNS} FROM visits WHERE paper_card_id = :paper AND state = 'open'",
                {"paper": paper_card_id},
            )
        )

    def find_by_paper_cause(self, paper_card_id: PaperCardId, cause: Cause) -> Visit | None:
        return maybe_visit(
            self._rows.find(
                f"""
                SELECT {COLUMNS} FROM visits
                WHERE paper_card_id = :paper AND cause_chat = :chat AND cause_message = :message
                """,
                {"paper": paper_card_id, "chat": cause.chat_id, "message": cause.message_id},
            )
        )

    def get(self, visit_id: VisitId) -> Visit:
        return to_visit(self._rows.get(f"SELECT {COLUMNS} FROM visits WHERE id = :id", {"id": visit_id}))

    def find(self, visit_id: VisitId) -> Visit | None:
        return maybe_visit(self._rows.find(f"SELECT {COLUMNS} FROM visits WHERE id = :id", {"id": visit_id}))

    def find_by_scan(self, scan_id: ScanId) -> Visit | None:
        return maybe_visit(
            self._rows.find(f"SELECT {COLUMNS} FROM visits WHERE scan_id = :scan", {"scan": scan_id})
        )

    def find_by_sale_code(self, code_id: SaleCodeId) -> Visit | None:
        return maybe_visit(
            self._rows.find(f"SELECT {COLUMNS} FROM visits WHERE sale_code_id = :code", {"code": code_id})
        )

    def find_by_voucher(self, slip_id: SlipId) -> Visit | None:
        return maybe_visit(
            self._rows.find(f"SELECT {COLUMNS} FROM visits WHERE voucher_id = :slip", {"slip": slip_id})
        )

    def confirm(
        self, visit_id: VisitId, tally: Tally, *, by: StaffId, reason: Reason | None = None,
        hour: int | None = None,
    ) -> Visit | None:  # fmt: skip
        return maybe_visit(
            self._rows.find(
                f"""
                UPDATE visits SET state = 'confirmed', stamps = :stamps, amount = :amount, settled_by = :by,
                                  settled_at = :now, stamped_at = :now, redraw_at = :redraw_at,
                                  reason = :reason, hour = CAST(:hour AS BIGINT)
                WHERE id = :id AND state = 'open' AND expires_at > :now
                RETURNING {COLUMNS}
                """,
                {
                    "id": visit_id,
                    "stamps": tally.stamps,
                    "amount": tally.amount,
                    "by": by,
                    "now": self._rows.now_micros,
                    "redraw_at": to_micros(self._rows.now + UNDO_WINDOW),
                    "reason": reason,
                    "hour": hour,
                },
            )
        )

    def find_without_hour(self, *, most: int) -> Sequence[tuple[VisitId, datetime]]:
        rows = self._rows.all(
            """
            SELECT id, settled_at FROM visits
            WHERE state = 'confirmed' AND stamped_at IS NOT NULL AND hour IS NULL ORDER BY id LIMIT :most
            """,
            {"most": most},
        )
        return [(VisitId(row["id"]), from_micros(row["settled_at"])) for row in rows]

    def note_hour(self, visit_id: VisitId, hour: int) -> None:
        self._rows.change("UPDATE visits SET hour = :hour WHERE id = :id", {"id": visit_id, "hour": hour})

    def settle(
        self, visit_id: VisitId, state: VisitState, *, by: StaffId | None, at: datetime | None = None,
        joined_to: VisitId | None = None,
    ) -> Visit | None:  # fmt: skip
        return maybe_visit(
            self._rows.find(
                f"""
                UPDATE visits SET state = :state, stamps = 0, settled_by = :by, settled_at = :at,
                                  joined_to = :joined_to
                WHERE id = :id AND state = 'open' RETURNING {COLUMNS}
                """,
                {
                    "id": visit_id,
                    "state": state,
                    "by": by,
                    "at": to_micros(at or self._rows.now),
                    "joined_to": joined_to,
                },
            )
        )

    def note_add(self, visit_id: VisitId, *, stamps: int, add: int) -> Visit | None:
        return maybe_visit(
            self._rows.find(
                f"""
                UPDATE visits SET stamps = stamps + :stamps, adds = :add, stamped_at = :now,
                                  redraw_at = :redraw_at
                WHERE id = :id AND state = 'confirmed' AND adds = :add - 1 RETURNING {COLUMNS}
                """,
                {
                    "id": visit_id,
                    "stamps": stamps,
                    "add": add,
                    "now": self._rows.now_micros,
                    "redraw_at": to_micros(self._rows.now + UNDO_WINDOW),
                },
            )
        )

    def keep_tally(self, visit_id: VisitId, tally: Tally) -> None:
        self._rows.change(
            """
            UPDATE visits SET stamps = :stamps, amount = CAST(:amount AS BIGINT)
            WHERE id = :id AND state = 'open'
            """,
            {"id": visit_id, "stamps": tally.stamps, "amount": tally.amount},
        )

    def note_bill(self, visit_id: VisitId, amount: int) -> Visit | None:
        return maybe_visit(
            self._rows.find(
                f"""
                UPDATE visits SET amount = :amount, stamped_at = :now, redraw_at = :redraw_at
                WHERE id = :id AND state = 'confirmed' AND amount IS NULL RETURNING {COLUMNS}
                """,
                {
                    "id": visit_id,
                    "amount": amount,
                    "now": self._rows.now_micros,
                    "redraw_at": to_micros(self._rows.now + UNDO_WINDOW),
                },
            )
        )

    def note_spent(self, visit_id: VisitId, points: int) -> Visit | None:
        return maybe_visit(
            self._rows.find(
                f"""
                UPDATE visits SET spent = :points, stamped_at = :now, redraw_at = :redraw_at
                WHERE id = :id AND state = 'confirmed' AND spent = 0 RETURNING {COLUMNS}
                """,
                {
                    "id": visit_id,
                    "points": points,
                    "now": self._rows.now_micros,
                    "redraw_at": to_micros(self._rows.now + UNDO_WINDOW),
                },
            )
        )

    def undo(self, visit_id: VisitId, *, by: StaffId) -> Visit | None:
        return maybe_visit(
            self._rows.find(
                f"""
                UPDATE visits SET state = 'undone', undone_by = :by, undone_at = :now
                WHERE id = :id AND state = 'confirmed' RETURNING {COLUMNS}
                """,
                {"id": visit_id, "by": by, "now": self._rows.now_micros},
            )
        )

    def find_confirmed_of(self, card_id: CardId, *, since: datetime) -> Sequence[Visit]:
        rows = self._rows.all(
            f"""
            SELECT {COLUMNS} FROM visits
            WHERE card_id = :card AND settled_at >= :since AND state = 'confirmed' AND practice = 0
              AND voucher_id IS NULL
            ORDER BY settled_at, id
            """,
            {"card": card_id, "since": to_micros(since)},
        )
        return [to_visit(row) for row in rows]

    def find_due(self, *, most: int) -> Sequence[VisitId]:
        rows = self._rows.all(
            """
            SELECT id FROM visits WHERE state = 'open' AND expires_at <= :now
            ORDER BY expires_at LIMIT :most
            """,
            {"now": self._rows.now_micros, "most": most},
        )
        return [VisitId(row["id"]) for row in rows]

    def schedule_redraw(self, visit_id: VisitId, at: datetime | None) -> None:
        self._rows.change(
            "UPDATE visits SET redraw_at = :at WHERE id = :id",
            {"id": visit_id, "at": to_micros(at) if at else None},
        )

    def find_redraws_due(self, *, most: int) -> Sequence[VisitId]:
        rows = self._rows.all(
            "SELECT id FROM visits WHERE redraw_at <= :now ORDER BY redraw_at LIMIT :most",
            {"now": self._rows.now_micros, "most": most},
        )
        return [VisitId(row["id"]) for row in rows]

    def find_live_of(self, customer_id: CustomerId, *, confirmed_after: datetime) -> Sequence[VisitId]:
        rows = self._rows.all(
            """
            SELECT id FROM visits
            WHERE customer_id = :customer
              AND (state = 'open' OR (state = 'confirmed' AND settled_at > :after))
            ORDER BY id
            """,
            {"customer": customer_id, "after": to_micros(confirmed_after)},
        )
        return [VisitId(row["id"]) for row in rows]
