"""Who is asked in a survey, and who was: invitations as rows, found by the index on settled visits.

Not here: what was answered (responses.py), and the message itself, which is a recipient's (recipients.py).
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from loyalty.deliveries import ScreenKind
from loyalty.ids import (
    AspectId,
    CampaignId,
    ChatId,
    CustomerId,
    LocationId,
    MessageId,
    QuestionId,
    RecipientId,
    VisitId,
)
from loyalty.ports import Invitations, Rests
from loyalty.responses import FROM_VISIT, Invitation
from storage.rows import Row, Rows, from_micros, to_micros
from storage.segment_conditions import COUNTED_CUSTOMER, PURCHASE
from storage.whose_rows import THEIRS

_MAY_BE_ASKED: Final = f"""
    {COUNTED_CUSTOMER} AND c.frozen_at IS NULL AND c.unreachable_since IS NULL
    AND EXISTS (SELECT 1 FROM identities d WHERE d.customer_id = c.id AND d.kind = 'telegram')
    AND NOT EXISTS (SELECT 1 FROM wishes w WHERE w.customer_id = c.id AND w.purpose = 'surveys'
                    AND w.state <> 'granted')
    AND c.id NOT IN (SELECT d.customer_id FROM staff s
                     JOIN identities d ON d.kind = 'telegram' AND d.external_id = CAST(s.telegram_id AS TEXT)
                     WHERE s.removed_at IS NULL)
"""
"""Nor who works here: their own score would say nothing of what customers think."""
_CAME: Final = f"""
    SELECT v.customer_id, MAX(v.id) AS visit_id FROM visits v
    WHERE v.settled_at > :since AND v.settled_at <= :until AND {PURCHASE} AND v.practice = 0
    GROUP BY v.customer_id
"""
"""The newest visit of each customer in that time, whether or not they have come since."""
_SINCE: Final = f"""(
    SELECT COUNT(*) FROM visits v WHERE v.customer_id = c.id AND v.id > came.visit_id AND {PURCHASE})"""
"""How often they have come since."""
_WAS_ASKED: Final = """EXISTS (
    SELECT 1 FROM invitations i JOIN recipients r ON r.id = i.recipient_id
    WHERE i.customer_id IN {theirs} AND i.invited_at > {since} AND i.aspect_id IS {kind}
      AND r.state NOT IN ('skipped', 'failed'))"""
_NOT_SURVEYED: Final = "NOT " + _WAS_ASKED.format(theirs=THEIRS, since=":no_survey", kind="NULL")
_NO_ASPECT: Final = "NOT " + _WAS_ASKED.format(theirs=THEIRS, since=":no_aspect", kind="NOT NULL")
_ASKED_IN_LOST_TIME: Final = """
    r.state NOT IN ('skipped', 'failed') AND COALESCE(r.settled_at, r.created_at) > :rested
"""
"""After a restore the message is known still, and its invitation is lost with the visit."""
_COLUMNS: Final = """
    recipient_id, customer_id, visit_id, location_id, aspect_id, question_id, visits, invited_at
"""


class StoredInvitations(Invitations):
    """Table `invitations`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find_due(
        self, *, since: datetime, until: datetime, rests: Rests, campaign_id: CampaignId, after: CustomerId,
        most: int,
    ) -> Sequence[tuple[CustomerId, VisitId]]:  # fmt: skip
        rested = _NOT_SURVEYED if rests.aspect is None else f"{_NOT_SURVEYED} AND {_NO_ASPECT}"
        rows = self._rows.all(
            f"""
            WITH came AS MATERIALIZED ({_CAME})
            SELECT c.id, came.visit_id FROM came JOIN customers c ON c.id = came.customer_id
            WHERE c.id > :after AND c.visits - {_SINCE} >= :visits AND {_MAY_BE_ASKED} AND {rested}
              AND NOT EXISTS (SELECT 1 FROM recipients r
                              WHERE r.campaign_id = :campaign AND r.customer_id = c.id
                                AND (r.occurrence = 'visit:' || came.visit_id OR {_ASKED_IN_LOST_TIME}))
            ORDER BY c.id LIMIT :most
            """,
            {
                "since": to_micros(since),
                "until": to_micros(until),
                "visits": FROM_VISIT,
                "after": after,
                "no_survey": to_micros(rests.survey),
                **({} if rests.aspect is None else {"no_aspect": to_micros(rests.aspect)}),
                "rested": to_micros(rests.survey if rests.aspect is None else rests.aspect),
                "campaign": campaign_id,
                "most": most,
            },
        )
        return [(CustomerId(row["id"]), VisitId(row["visit_id"])) for row in rows]

    def count_customers(self, *, most: int) -> int:
        row = self._rows.get(
            f"""
            SELECT COUNT(*) AS n FROM (
                SELECT c.id FROM customers c WHERE {COUNTED_CUSTOMER} ORDER BY c.joined_at LIMIT :most) few
            """,
            {"most": most},
        )
        return int(row["n"])

    def find(self, recipient_id: RecipientId) -> Invitation | None:
        row = self._rows.find(
            f"SELECT {_COLUMNS} FROM invitations WHERE recipient_id = :id", {"id": recipient_id}
        )
        return _invitation(row) if row else None

    def keep(self, invitation: Invitation) -> None:
        self._rows.change(
            """
            INSERT INTO invitations (recipient_id, customer_id, visit_id, location_id, aspect_id, question_id,
                                     visits, invited_at)
            VALUES (:id, :customer, :visit, :location, :aspect, :question, :visits, :at)
            ON CONFLICT (recipient_id) DO UPDATE SET
                question_id = excluded.question_id, visits = excluded.visits,
                invited_at = excluded.invited_at
            """,
            {
                "id": invitation.recipient_id,
                "customer": invitation.customer_id,
                "visit": invitation.visit_id,
                "location": invitation.location_id,
                "aspect": invitation.aspect_id,
                "question": invitation.question_id,
                "visits": invitation.visits,
                "at": to_micros(invitation.invited_at),
            },
        )

    def find_asked_by(self, chat_id: ChatId, message_id: MessageId) -> RecipientId | None:
        row = self._rows.find(
            """
            SELECT subject_id AS id FROM screens
            WHERE chat_id = :chat AND message_id = :message AND kind IN (:reason, :thanks, :further)
            UNION ALL
            SELECT r.id FROM deliveries d JOIN recipients r ON r.delivery_id = d.id
            JOIN campaigns c ON c.id = r.campaign_id
            WHERE d.chat_id = :chat AND d.message_id = :message AND c.kind IN ('survey', 'aspect')
            LIMIT 1
            """,
            {
                "chat": chat_id,
                "message": message_id,
                "reason": ScreenKind.REASON,
                "thanks": ScreenKind.THANKS,
                "further": ScreenKind.FURTHER,
            },
        )
        return RecipientId(row["id"]) if row else None


def _invitation(row: Row) -> Invitation:
    return Invitation(
        recipient_id=RecipientId(row["recipient_id"]),
        customer_id=CustomerId(row["customer_id"]),
        visit_id=VisitId(row["visit_id"]),
        location_id=LocationId(row["location_id"]),
        aspect_id=AspectId(row["aspect_id"]) if row["aspect_id"] is not None else None,
        visits=row["visits"],
        invited_at=from_micros(row["invited_at"]),
        question_id=QuestionId(row["question_id"]),
    )
