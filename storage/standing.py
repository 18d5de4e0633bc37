"""Who is due in a standing campaign, by the indexes on birthdays, last visits and ends of rewards.

Not here: what happens then. Nothing is written but the rhythm of visits, a column of `customers`.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from loyalty.birthdays import Birthday
from loyalty.campaigns import WinBackTerms
from loyalty.ids import CampaignId, CustomerId, RewardId, VisitId
from loyalty.ports import Attendance, Ending, Standing
from loyalty.standing import FORGETTABLE, StandingResults
from storage.rows import Row, Rows, Value, from_micros, maybe_from_micros, to_micros

_THERE: Final = "c.practice = 0 AND c.forgotten_at IS NULL AND c.moved_to IS NULL"
_AGREED: Final = """
    c.frozen_at IS NULL AND c.unreachable_since IS NULL AND EXISTS (
        SELECT 1 FROM wishes w WHERE w.customer_id = c.id AND w.purpose = 'offers' AND w.state = 'granted')
"""
"""Who would be refused for weeks is not asked for day by day; the cap passes, and is judged as ever."""
_HOUR: Final = 60 * 60 * 1_000_000
_DAY: Final = 24 * _HOUR


class StoredStanding(Standing):
    """Reading across the tables."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def with_birthday(
        self, birthdays: Sequence[Birthday], *, after: CustomerId, most: int
    ) -> Sequence[CustomerId]:
        return self._with_birthday(birthdays, after, most, "", {})

    def without_gift(
        self, birthdays: Sequence[Birthday], *, year: int, after: CustomerId, most: int
    ) -> Sequence[CustomerId]:
        further = """
            AND c.frozen_at IS NULL AND c.unreachable_since IS NULL
            AND EXISTS (SELECT 1 FROM wishes w WHERE w.customer_id = c.id AND w.purpose = 'birthday'
                        AND w.state = 'granted')
            AND EXISTS (SELECT 1 FROM identities i WHERE i.customer_id = c.id AND i.kind = 'telegram')
            AND NOT EXISTS (SELECT 1 FROM operations o WHERE o.op_key = 'birthday:' || c.id || ':' || :year)
        """
        return self._with_birthday(birthdays, after, most, further, {"year": str(year)})

    def _with_birthday(
        self, birthdays: Sequence[Birthday], after: CustomerId, most: int, further: str,
        values: dict[str, Value],
    ) -> Sequence[CustomerId]:  # fmt: skip
        found: list[CustomerId] = []
        for birthday in birthdays:  # one at a time: the index gives the order
            rows = self._rows.all(
                f"""
                SELECT c.id FROM customers c
                WHERE c.birth_month = :month AND c.birth_day = :day AND c.id > :after AND {_THERE} {further}
                ORDER BY c.id LIMIT :most
                """,
                {**values, "month": birthday.month, "day": birthday.day, "after": after, "most": most},
            )
            found += [CustomerId(row["id"]) for row in rows]
        return sorted(found)[:most]

    def came_once(
        self, *, since: datetime, until: datetime, campaign_id: CampaignId, after: CustomerId, most: int
    ) -> Sequence[CustomerId]:
        rows = self._rows.all(
            f"""
            SELECT c.id FROM customers c
            WHERE c.last_visit_at >= :since AND c.last_visit_at < :until AND c.visits = 1 AND c.id > :after
              AND {_THERE} AND {_AGREED}
              AND NOT EXISTS (SELECT 1 FROM recipients r
                              WHERE r.campaign_id = :campaign AND r.customer_id = c.id
                                AND r.state <> 'skipped')
            ORDER BY c.id LIMIT :most
            """,
            {
                "since": to_micros(since),
                "until": to_micros(until),
                "campaign": campaign_id,
                "after": after,
                "most": most,
            },
        )
        return [CustomerId(row["id"]) for row in rows]

    def staying_away(
        self, terms: WinBackTerms, *, today: datetime, campaign_id: CampaignId, after: CustomerId, most: int
    ) -> Sequence[CustomerId]:
        """Days are of 24 hours here: an hour of summer time moves nobody's day."""
        rows = self._rows.all(
            f"""
            SELECT c.id FROM customers c
            WHERE c.id > :after AND c.last_visit_at < :recent AND c.last_visit_at > :forgotten
              AND {_THERE} AND {_AGREED}
              AND c.last_visit_at < :today - :half_day * CASE
                  WHEN c.visits < :from_visits OR c.rhythm_halves IS NULL THEN :days
                  WHEN :times * c.rhythm_halves > :least THEN :times * c.rhythm_halves ELSE :least END
              AND NOT EXISTS (SELECT 1 FROM recipients r
                              WHERE r.campaign_id = :campaign AND r.customer_id = c.id
                                AND r.state <> 'skipped'
                                AND (r.created_at > :cooling OR r.created_at > c.last_visit_at))
            ORDER BY c.id LIMIT :most
            """,
            {
                "after": after,
                "recent": to_micros(today - timedelta(days=min(terms.least_days, terms.days))),
                "forgotten": to_micros(today - timedelta(days=FORGETTABLE)),
                "today": to_micros(today),
                "half_day": _DAY // 2,
                "from_visits": terms.from_visits,
                "days": 2 * terms.days,
                "times": terms.times_rhythm,
                "least": 2 * terms.least_days,
                "campaign": campaign_id,
                "cooling": to_micros(today - timedelta(days=terms.cool_down)),
                "most": most,
            },
        )
        return [CustomerId(row["id"]) for row in rows]

    def holding(
        self, *, since: datetime, until: datetime, said: Sequence[int], campaign_id: CampaignId,
        after: CustomerId, most: int,
    ) -> Sequence[CustomerId]:  # fmt: skip
        unsaid, values = _unsaid(until, said, campaign_id)
        rows = self._rows.all(
            f"""
            SELECT c.id FROM customers c
            WHERE c.last_visit_at >= :since AND c.last_visit_at < :until AND c.id > :after AND {_THERE}
              AND EXISTS (SELECT 1 FROM rewards w WHERE w.customer_id = c.id AND {unsaid})
            ORDER BY c.id LIMIT :most
            """,
            {**values, "since": to_micros(since), "after": after, "most": most},
        )
        return [CustomerId(row["id"]) for row in rows]

    def find_unsaid(
        self, customer_id: CustomerId, *, until: datetime, said: Sequence[int], campaign_id: CampaignId
    ) -> Sequence[RewardId]:
        unsaid, values = _unsaid(until, said, campaign_id)
        rows = self._rows.all(
            f"SELECT w.id FROM rewards w WHERE w.customer_id = :customer AND {unsaid} ORDER BY w.id",
            {**values, "customer": customer_id},
        )
        return [RewardId(row["id"]) for row in rows]

    def ending(
        self, *, until: datetime, before: int, said: Sequence[int], campaign_id: CampaignId,
        after: CustomerId, most: int,
    ) -> Sequence[Ending]:  # fmt: skip
        keys = {f"said{number}": f":{days}" for number, days in enumerate(said)}
        words = ", ".join(f"'ends:' || w.id || :{name}" for name in keys)
        rows = self._rows.all(
            f"""
            SELECT w.customer_id, w.id, w.issued_at, w.expires_at
            FROM rewards w JOIN customers c ON c.id = w.customer_id
            WHERE w.state = 'issued' AND w.expires_at IS NOT NULL AND w.expires_at > :now
              AND w.expires_at <= :until AND w.customer_id > :after AND {_THERE}
              AND w.expires_at - w.issued_at > :span
              AND NOT EXISTS (SELECT 1 FROM recipients r
                              WHERE r.campaign_id = :campaign AND r.customer_id = w.customer_id
                                AND r.occurrence IN ({words}))
            ORDER BY w.customer_id, w.expires_at, w.id LIMIT :most
            """,
            {
                "now": self._rows.now_micros,
                "until": to_micros(until),
                "span": (before + 1) * _DAY + _HOUR,
                **keys,
                "campaign": campaign_id,
                "after": after,
                "most": most,
            },
        )
        return [_ending(row) for row in rows]

    def attendance(self, customer_id: CustomerId, visit_id: VisitId) -> Attendance:
        row = self._rows.get(
            """
            SELECT visits, joined_at, (
                SELECT v.settled_at FROM visits v
                WHERE v.customer_id = customers.id AND v.id < :visit AND v.state = 'confirmed'
                ORDER BY v.id DESC LIMIT 1) AS last_before
            FROM customers WHERE id = :customer
            """,
            {"customer": customer_id, "visit": visit_id},
        )
        return Attendance(row["visits"], from_micros(row["joined_at"]), maybe_from_micros(row["last_before"]))

    def count_visits(self, customer_id: CustomerId) -> int:
        row = self._rows.get("SELECT visits FROM customers WHERE id = :id", {"id": customer_id})
        return int(row["visits"])

    def came_since(self, customer_id: CustomerId, moment: datetime) -> bool:
        row = self._rows.find(
            "SELECT 1 AS known FROM customers WHERE id = :id AND last_visit_at > :moment",
            {"id": customer_id, "moment": to_micros(moment)},
        )
        return row is not None

    def results(self, campaign_id: CampaignId) -> StandingResults:
        states = self._rows.all(
            "SELECT state, COUNT(*) AS n FROM recipients WHERE campaign_id = :campaign GROUP BY state",
            {"campaign": campaign_id},
        )
        count = {row["state"]: int(row["n"]) for row in states}
        rewards = self._rows.get(
            """
            SELECT COUNT(DISTINCT w.recipient_id) AS given,
                   COUNT(DISTINCT CASE WHEN w.state = 'redeemed' THEN w.recipient_id END) AS redeemed
            FROM recipients r JOIN rewards w ON w.recipient_id = r.id
            WHERE r.campaign_id = :campaign AND w.recipient_id IS NOT NULL AND w.state <> 'cancelled'
            """,
            {"campaign": campaign_id},
        )
        visits = self._rows.get(
            """
            SELECT COUNT(*) AS n FROM recipients r JOIN visits v ON v.customer_id = r.customer_id
            WHERE r.campaign_id = :campaign AND r.state IN ('sent', 'unknown')
              AND (v.state = 'confirmed' AND v.settled_at > r.settled_at
                                         AND v.settled_at < r.settled_at + :week
                   OR v.state = 'open' AND EXISTS (
                       SELECT 1 FROM rewards h WHERE h.redeemed_visit_id = v.id AND h.state = 'redeemed'
                         AND h.redeemed_at > r.settled_at AND h.redeemed_at < r.settled_at + :week))
            """,
            {"campaign": campaign_id, "week": 7 * _DAY},
        )
        return StandingResults(
            sent=count.get("sent", 0),
            unknown=count.get("unknown", 0),
            failed=count.get("failed", 0),
            given=int(rewards["given"]),
            redeemed=int(rewards["redeemed"]),
            visits=int(visits["n"]),
        )

    def find_without_rhythm(self, *, most: int) -> Sequence[CustomerId]:
        rows = self._rows.all(
            "SELECT id FROM customers WHERE rhythm_halves IS NULL AND visits >= 4 ORDER BY id LIMIT :most",
            {"most": most},
        )
        return [CustomerId(row["id"]) for row in rows]

    def last_visits(self, customer_id: CustomerId, *, most: int) -> Sequence[datetime]:
        rows = self._rows.all(
            """
            SELECT settled_at FROM visits WHERE customer_id = :customer AND state = 'confirmed'
            ORDER BY id DESC LIMIT :most
            """,
            {"customer": customer_id, "most": most},
        )
        return [from_micros(row["settled_at"]) for row in rows]

    def note_rhythm(self, customer_id: CustomerId, halves: int) -> None:
        self._rows.change(
            "UPDATE customers SET rhythm_halves = :halves WHERE id = :id",
            {"id": customer_id, "halves": halves},
        )


def _unsaid(until: datetime, said: Sequence[int], campaign_id: CampaignId) -> tuple[str, dict[str, Value]]:
    """A reward `w` that is held since before `until`, and that the campaign has not spoken of from then on,
    with its values.
    """
    keys: dict[str, Value] = {f"said{number}": f":{days}" for number, days in enumerate(said)}
    ends = ", ".join(f"'ends:' || w.id || :{name}" for name in keys)
    # A word about waiting names the newest reward, and is about those before it too.
    condition = f"""
        w.state = 'issued' AND w.issued_at < :until AND NOT EXISTS (
            SELECT 1 FROM recipients r
            WHERE r.campaign_id = :campaign AND r.customer_id = w.customer_id
              AND r.created_at >= :until AND r.state <> 'skipped'
              AND (r.occurrence IN ({ends}) OR r.occurrence IN (
                  SELECT 'waits:' || n.id FROM rewards n
                  WHERE n.customer_id = w.customer_id AND n.id >= w.id)))
    """
    return condition, {**keys, "until": to_micros(until), "campaign": campaign_id}


def _ending(row: Row) -> Ending:
    return Ending(
        CustomerId(row["customer_id"]),
        RewardId(row["id"]),
        from_micros(row["issued_at"]),
        from_micros(row["expires_at"]),
    )
