"""What customers said, out of invitations, responses, praises and tickets; it only reads.

Not here: what the numbers mean (loyalty/surveys.py), and writing these tables.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from loyalty.ids import LocationId, RecipientId
from loyalty.letters import Content
from loyalty.ports import Voice
from loyalty.surveys import (
    BANDS,
    BANDS_OF_ASPECT,
    COUNTED_FOR,
    FRESH,
    HIGHEST,
    Band,
    Frequency,
    Tally,
    band_of,
    frequency_of,
)
from loyalty.tickets import TicketOutcome, TicketState
from loyalty.voice import AspectFigures, Figures, Praised, SaidReason, Span, TicketFigures
from storage.facts import decode_words
from storage.rows import Row, Rows, Value, from_micros, to_micros
from storage.segment_conditions import COUNTED_CUSTOMER, PURCHASE
from storage.whose_rows import THEIRS

_ASKED: Final = """
    FROM invitations i JOIN recipients p ON p.id = i.recipient_id JOIN customers c ON c.id = i.customer_id
    LEFT JOIN responses r ON r.recipient_id = i.recipient_id
    WHERE i.invited_at >= :begins AND i.invited_at < :until AND c.practice = 0
      AND (r.recipient_id IS NOT NULL OR p.state IN ('sent', 'unknown'))
"""
"""Who was asked in a time. Whom the question never reached can't have answered."""

_REASONS: Final = """
    SELECT r.recipient_id, r.scored_at, a.name AS aspect, r.score, r.content, r.reason, r.media_message
    FROM responses r JOIN invitations i ON i.recipient_id = r.recipient_id
    JOIN customers c ON c.id = i.customer_id LEFT JOIN aspects a ON a.id = i.aspect_id
    WHERE c.practice = 0 AND (r.reason <> '' OR r.media_message IS NOT NULL)
"""


class StoredVoice(Voice):
    """Across the tables; every statement is bounded by a time and an index on it."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def figures(self, span: Span) -> Mapping[LocationId, Figures]:
        rows = self._rows.all(
            f"""
            SELECT i.location_id, r.score, COUNT(*) AS n {_ASKED} AND i.aspect_id IS NULL
            GROUP BY i.location_id, r.score ORDER BY i.location_id
            """,
            _values(span),
        )
        counts: dict[LocationId, Counter[int | None]] = {}
        for row in rows:
            counts.setdefault(LocationId(row["location_id"]), Counter())[row["score"]] = int(row["n"])
        return {location: _figures(count) for location, count in counts.items()}

    def aspects(self, span: Span) -> Sequence[AspectFigures]:
        rows = self._rows.all(
            f"""
            SELECT a.name, said.n, said.total FROM aspects a JOIN (
                SELECT i.aspect_id, COUNT(*) AS n, CAST(SUM(r.score) AS BIGINT) AS total {_ASKED}
                  AND i.aspect_id IS NOT NULL AND r.recipient_id IS NOT NULL
                GROUP BY i.aspect_id) said ON said.aspect_id = a.id
            ORDER BY a.place, a.id
            """,
            _values(span),
        )
        return [AspectFigures(decode_words(row["name"]), int(row["n"]), int(row["total"])) for row in rows]

    def praises(self, span: Span) -> Sequence[Praised]:
        rows = self._rows.all(
            """
            SELECT s.name, COUNT(*) AS n FROM staff s
            JOIN praises h ON h.staff_id = s.id AND h.passed_at >= :begins AND h.passed_at < :until
            JOIN invitations i ON i.recipient_id = h.recipient_id
            JOIN customers c ON c.id = i.customer_id AND c.practice = 0
            GROUP BY s.id, s.name ORDER BY n DESC, s.id
            """,
            _values(span),
        )
        return [Praised(row["name"], int(row["n"])) for row in rows]

    def tickets(self, span: Span) -> TicketFigures:
        rows = self._rows.all(
            """
            SELECT state, outcome, agreed, opened_at, answered_at FROM tickets
            WHERE opened_at >= :begins AND opened_at < :until
              AND (outcome IS NULL OR outcome <> 'corrected')
            """,
            _values(span),
        )
        ends = Counter(row["outcome"] for row in rows if row["state"] == TicketState.CLOSED)
        return TicketFigures(
            opened=len(rows),
            live=sum(row["state"] != TicketState.CLOSED for row in rows),
            put_right=ends[TicketOutcome.PUT_RIGHT],
            not_put_right=ends[TicketOutcome.NOT_PUT_RIGHT],
            forgotten=ends[None],
            denied=sum(row["agreed"] == 0 for row in rows),
            waits=tuple(
                from_micros(row["answered_at"]) - from_micros(row["opened_at"])
                for row in rows
                if row["answered_at"] is not None
            ),
        )

    def answered(self, begins: datetime, until: datetime) -> Tally:
        rows = self._rows.all(
            """
            SELECT r.score, COUNT(*) AS n
            FROM responses r JOIN invitations i ON i.recipient_id = r.recipient_id
            JOIN customers c ON c.id = i.customer_id
            WHERE r.scored_at >= :begins AND r.scored_at < :until AND i.aspect_id IS NULL AND c.practice = 0
            GROUP BY r.score
            """,
            {"begins": to_micros(begins), "until": to_micros(until)},
        )
        return _figures(Counter({row["score"]: int(row["n"]) for row in rows})).tally

    def matrix(self) -> Mapping[tuple[Band, Frequency], int]:
        rows = self._rows.all(
            f"""
            WITH RECURSIVE
            said (id, score, scored_at, recipient_id) AS (
                SELECT i.customer_id, r.score, r.scored_at, r.recipient_id
                FROM responses r JOIN invitations i ON i.recipient_id = r.recipient_id
                WHERE r.scored_at > :fresh AND i.aspect_id IS NULL
                UNION ALL
                SELECT o.moved_to, said.score, said.scored_at, said.recipient_id
                FROM said JOIN customers o ON o.id = said.id WHERE o.moved_to IS NOT NULL),
            newest AS (
                SELECT id, score,
                       ROW_NUMBER() OVER (PARTITION BY id ORDER BY scored_at DESC, recipient_id DESC) AS place
                FROM said)
            SELECT score, visits, COUNT(*) AS n FROM (
                SELECT n.score, (
                    SELECT COUNT(*) FROM visits v
                    WHERE v.customer_id IN {THEIRS} AND {PURCHASE} AND v.settled_at > :lately) AS visits
                FROM newest n JOIN customers c ON c.id = n.id
                WHERE n.place = 1 AND {COUNTED_CUSTOMER}) people
            GROUP BY score, visits
            """,
            {
                "fresh": to_micros(self._rows.now - FRESH),
                "lately": to_micros(self._rows.now - COUNTED_FOR),
            },
        )
        cells: Counter[tuple[Band, Frequency]] = Counter()
        for row in rows:
            cells[band_of(row["score"]), frequency_of(row["visits"])] += int(row["n"])
        return cells

    def reasons(
        self, band: Band | None, *, since: datetime, before: RecipientId | None, most: int
    ) -> Sequence[SaidReason]:
        everything = range(HIGHEST + 1)
        scores, of_aspect = (everything, everything) if band is None else (BANDS[band], BANDS_OF_ASPECT[band])
        values: dict[str, Value] = {
            "since": to_micros(since), "lowest": scores[0], "highest": scores[-1], "most": most,
            "lowest_of_aspect": of_aspect[0], "highest_of_aspect": of_aspect[-1],
            "before": before or 0, "at": self._rows.now_micros + 1 if before is None else self._when(before),
        }  # fmt: skip
        rows = self._rows.all(
            f"""
            {_REASONS} AND r.scored_at >= :since AND r.scored_at <= :at
              AND (r.scored_at < :at OR r.recipient_id < :before)
              AND r.score >= CASE WHEN a.id IS NULL THEN :lowest ELSE :lowest_of_aspect END
              AND r.score <= CASE WHEN a.id IS NULL THEN :highest ELSE :highest_of_aspect END
            ORDER BY r.scored_at DESC, r.recipient_id DESC LIMIT :most
            """,
            values,
        )
        return [_reason(row) for row in rows]

    def find_reason(self, recipient_id: RecipientId) -> SaidReason | None:
        row = self._rows.find(f"{_REASONS} AND r.recipient_id = :id", {"id": recipient_id})
        return _reason(row) if row else None

    def _when(self, recipient_id: RecipientId) -> int:
        """When that answer was given; nothing is before one that nobody gave."""
        row = self._rows.find(
            "SELECT scored_at FROM responses WHERE recipient_id = :id", {"id": recipient_id}
        )
        return int(row["scored_at"]) if row else 0


def _values(span: Span) -> dict[str, Value]:
    return {"begins": to_micros(span.begins), "until": to_micros(span.until)}


def _figures(count: Mapping[int | None, int]) -> Figures:
    """By score; None: asked, and no answer."""
    return Figures(sum(count.values()), tuple(count.get(score, 0) for score in range(HIGHEST + 1)))


def _reason(row: Row) -> SaidReason:
    return SaidReason(
        RecipientId(row["recipient_id"]),
        from_micros(row["scored_at"]),
        decode_words(row["aspect"]) if row["aspect"] is not None else None,
        row["score"],
        Content(row["content"] or Content.TEXT),
        row["reason"],
        playable=row["media_message"] is not None,
    )
