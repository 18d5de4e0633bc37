"""Segments as conditions on rows, and saved ones as rows of their own.

Not here: what a condition means (loyalty/segments.py; a test holds both equal).
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from loyalty.campaigns import PURPOSES, CampaignKind
from loyalty.ids import COFFEE_CARD, CustomerId, LocationId, SegmentId, StaffId
from loyalty.policy import CAPPED, Obstacle, cap_since
from loyalty.ports import Audience, Segments
from loyalty.segments import CustomerFacts, SavedSegment, Segment
from loyalty.wishes import Purpose
from storage import facts
from storage.programs import StoredPrograms
from storage.rows import Row, Rows, Value, from_micros, maybe_from_micros, to_micros
from storage.segment_conditions import COUNTED_CUSTOMER, LAST_SCORE, PURCHASE, Conditions
from storage.whose_rows import OF_CUSTOMER, THEIRS
from storage.wishes import COUNTED

_OBJECTIONS: Final = {
    Purpose.OFFERS: "w.state IS NULL OR w.state <> 'granted'",
    Purpose.BIRTHDAY: "w.state IS NULL OR w.state <> 'granted' OR c.birth_month IS NULL",
    Purpose.SURVEYS: "w.state = 'refused'",
}
_ASKED: Final = f"""EXISTS (
    SELECT 1 FROM questions q WHERE q.customer_id IN {THEIRS} AND q.day = :asks_on)"""
_SAVED: Final = "id, name, conditions"
_LANGUAGE: Final = "COALESCE(c.chosen_language, c.language)"


class StoredSegments(Segments):
    """Table `segments`, and reading across those that say what is true of a customer."""

    def __init__(self, rows: Rows, programs: StoredPrograms) -> None:
        self._rows = rows
        self._programs = programs

    def customers(self, segment: Segment, *, after: CustomerId, most: int) -> Sequence[CustomerId]:
        meant = self._conditions(segment)
        rows = self._rows.all(
            f"SELECT c.id FROM customers c WHERE c.id > :after AND {meant.text} ORDER BY c.id LIMIT :most",
            {**meant.values, "after": after, "most": most},
        )
        return [CustomerId(row["id"]) for row in rows]

    def audience(self, segment: Segment, kind: CampaignKind, *, asks_on: date | None = None) -> Audience:
        meant = self._conditions(segment)
        obstacle, values = self._obstacle(kind, asks_on)
        rows = self._rows.all(
            f"""
            SELECT obstacle, language, COUNT(*) AS n FROM (
                SELECT {obstacle} AS obstacle, {_LANGUAGE} AS language
                FROM customers c LEFT JOIN wishes w ON w.customer_id = c.id AND w.purpose = :purpose
                WHERE {meant.text}) people
            GROUP BY obstacle, language ORDER BY obstacle, language
            """,
            {**meant.values, **values},
        )
        obstacles: dict[Obstacle, int] = {}
        languages: dict[str, int] = {}
        for row in rows:
            if row["obstacle"]:
                reason = Obstacle(row["obstacle"])
                obstacles[reason] = obstacles.get(reason, 0) + int(row["n"])
            else:
                languages[row["language"]] = int(row["n"])
        return Audience(sum(int(row["n"]) for row in rows), obstacles, languages)

    def _conditions(self, segment: Segment) -> Conditions:
        return Conditions.of(segment, self._rows.now, self._programs.get_current().rules)

    def _obstacle(self, kind: CampaignKind, asks_on: date | None) -> tuple[str, dict[str, Value]]:
        """policy.find_obstacle in SQL, and behind it the day's question; '' when there is none. A segment
        holds nobody who is gone.
        """
        cases = [
            ("frozen", "c.frozen_at IS NOT NULL"),
            (
                "no_telegram",
                "NOT EXISTS (SELECT 1 FROM identities i WHERE i.customer_id = c.id AND i.kind = 'telegram')",
            ),
            ("unreachable", "c.unreachable_since IS NOT NULL"),
        ]
        values: dict[str, Value] = {"purpose": ""}
        purpose = PURPOSES[kind]
        if purpose is not None:
            cases += [("muted", "w.state = 'muted'"), ("no_consent", _OBJECTIONS[purpose])]
            values["purpose"] = purpose
        if kind in CAPPED:
            posts = f"""
                SELECT COUNT(*) FROM recipients r JOIN campaigns p ON p.id = r.campaign_id
                WHERE r.customer_id = c.id AND {COUNTED}
            """
            cases.append(("cap", f"({posts}) >= :posts_a_week"))
            rules = self._programs.get_current().rules
            values["since"] = to_micros(cap_since(self._rows.now, rules))
            values["posts_a_week"] = rules.posts_a_week
        if asks_on is not None:
            cases.append(("asked", _ASKED))
            values["asks_on"] = asks_on.isoformat()
        whens = " ".join(f"WHEN {condition} THEN '{reason}'" for reason, condition in cases)
        return f"CASE {whens} ELSE '' END", values

    def facts_of(self, customer_id: CustomerId) -> CustomerFacts:
        values: dict[str, Value] = {"customer": customer_id, "scheme": COFFEE_CARD}
        row = self._rows.get(
            f"""
            SELECT c.joined_at, c.last_visit_at, c.visits, {_LANGUAGE} AS language, c.location_id, c.source,
                   c.birth_month, k.stamps, k.goal, CASE WHEN {COUNTED_CUSTOMER} THEN 1 ELSE 0 END AS counted
            FROM customers c JOIN cards k ON k.customer_id = c.id AND k.scheme_id = :scheme
            WHERE c.id = :customer
            """,
            values,
        )
        purchases = self._rows.all(
            f"""
            SELECT v.settled_at, v.hour, v.amount FROM visits v
            WHERE v.customer_id IN {OF_CUSTOMER} AND {PURCHASE} ORDER BY v.id
            """,
            {"customer": customer_id},
        )
        said = self._rows.find(
            f"""
            SELECT said.score, said.scored_at FROM customers c
            JOIN responses said ON said.recipient_id = (
                SELECT r.recipient_id {LAST_SCORE.format(condition="1 = 1")})
            WHERE c.id = :customer
            """,
            {"customer": customer_id},
        )
        return _facts(row, purchases, said)

    def save(self, name: str, segment: Segment, *, by: StaffId) -> SegmentId:
        row = self._rows.get(
            """
            INSERT INTO segments (name, conditions, created_by, created_at)
            VALUES (:name, :conditions, :by, :now)
            ON CONFLICT (name) DO UPDATE SET conditions = excluded.conditions,
                created_by = excluded.created_by, created_at = excluded.created_at
            RETURNING id
            """,
            {
                "name": name,
                "conditions": facts.encode_segment(segment),
                "by": by,
                "now": self._rows.now_micros,
            },
        )
        return SegmentId(row["id"])

    def find_saved(self) -> Sequence[SavedSegment]:
        return [_saved(row) for row in self._rows.all(f"SELECT {_SAVED} FROM segments ORDER BY name", {})]

    def find(self, segment_id: SegmentId) -> SavedSegment | None:
        row = self._rows.find(f"SELECT {_SAVED} FROM segments WHERE id = :id", {"id": segment_id})
        return _saved(row) if row else None

    def drop(self, segment_id: SegmentId) -> bool:
        return self._rows.change("DELETE FROM segments WHERE id = :id", {"id": segment_id}) == 1


def _saved(row: Row) -> SavedSegment:
    return SavedSegment(SegmentId(row["id"]), row["name"], facts.decode_segment(row["conditions"]))


def _facts(row: Row, purchases: Sequence[Row], said: Row | None) -> CustomerFacts:
    return CustomerFacts(
        counted=bool(row["counted"]),
        joined_at=from_micros(row["joined_at"]),
        last_visit_at=maybe_from_micros(row["last_visit_at"]) if row["visits"] else None,
        visits=row["visits"],
        language=row["language"],
        location_id=LocationId(row["location_id"]),
        source=row["source"],
        birth_month=row["birth_month"],
        stamps=row["stamps"],
        goal=row["goal"],
        settled=tuple(from_micros(one["settled_at"]) for one in purchases),
        hours=tuple(one["hour"] for one in purchases if one["hour"] is not None),
        spent=sum(one["amount"] or 0 for one in purchases),
        score=said["score"] if said else None,
        scored_at=from_micros(said["scored_at"]) if said else None,
    )
