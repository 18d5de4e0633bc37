"""Campaigns as rows, with what they say.

Not here: the times they go out (runs.py) and to whom (recipients.py).
"""

from collections.abc import Sequence
from typing import Final

from loyalty.campaigns import (
    BY_HAND,
    AspectTerms,
    BirthdayTerms,
    BroadcastTerms,
    Campaign,
    CampaignKind,
    CampaignState,
    MilestoneTerms,
    OwnQuestionTerms,
    Photo,
    Post,
    PostOffer,
    RecurringTerms,
    ReminderTerms,
    SurveyTerms,
    Terms,
    WelcomeTerms,
    WinBackTerms,
    kind_of,
)
from loyalty.ids import CampaignId, StaffId
from loyalty.people import Cause
from loyalty.ports import Campaigns
from loyalty.segments import Segment
from storage import facts
from storage.rows import Row, Rows, Values, maybe_from_micros

_COLUMNS = "id, kind, state, terms, conditions, offer, created_by, approved_at, read_words"
_TERMS: Final[dict[CampaignKind, type[Terms]]] = {
    CampaignKind.BROADCAST: BroadcastTerms,
    CampaignKind.RECURRING: RecurringTerms,
    CampaignKind.BIRTHDAY: BirthdayTerms,
    CampaignKind.MILESTONE: MilestoneTerms,
    CampaignKind.WELCOME: WelcomeTerms,
    CampaignKind.WIN_BACK: WinBackTerms,
    CampaignKind.REMINDER: ReminderTerms,
    CampaignKind.SURVEY: SurveyTerms,
    CampaignKind.ASPECT: AspectTerms,
    CampaignKind.OWN_QUESTION: OwnQuestionTerms,
}


class StoredCampaigns(Campaigns):
    """Tables `campaigns` and `posts`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(self, terms: Terms, *, by: StaffId, cause: Cause | None = None) -> CampaignId:
        if cause is not None and (known := self.find_caused_by(cause)) is not None:
            return known.id
        row = self._rows.get(
            """
            INSERT INTO campaigns (kind, state, terms, created_by, created_at, cause_chat, cause_message)
            VALUES (:kind, 'draft', :terms, :by, :now, :chat, :message) RETURNING id
            """,
            {
                "kind": kind_of(terms),
                "terms": facts.encode_record(terms),
                "by": by,
                "now": self._rows.now_micros,
                "chat": cause.chat_id if cause else None,
                "message": cause.message_id if cause else None,
            },
        )
        return CampaignId(row["id"])

    def get(self, campaign_id: CampaignId) -> Campaign:
        return self._campaign(
            self._rows.get(f"SELECT {_COLUMNS} FROM campaigns WHERE id = :id", {"id": campaign_id})
        )

    def find(self, campaign_id: CampaignId) -> Campaign | None:
        return self._maybe("WHERE id = :id", {"id": campaign_id})

    def find_caused_by(self, cause: Cause) -> Campaign | None:
        return self._maybe(
            "WHERE cause_chat = :chat AND cause_message = :message",
            {"chat": cause.chat_id, "message": cause.message_id},
        )

    def find_draft(self, staff_id: StaffId, *, question: bool = False) -> Campaign | None:
        kinds = "('own_question')" if question else "('broadcast', 'recurring')"
        return self._maybe(
            f"WHERE state = 'draft' AND created_by = :staff AND kind IN {kinds} ORDER BY id DESC LIMIT 1",
            {"staff": staff_id},
        )

    def find_last_question(self) -> Campaign | None:
        return self._maybe(
            """
            WHERE state <> 'draft' AND kind = 'own_question' AND approved_at IS NOT NULL
            ORDER BY id DESC LIMIT 1
            """,
            {},
        )

    def find_on(self, kind: CampaignKind) -> Sequence[Campaign]:
        return self._all("WHERE kind = :kind AND state = 'on' ORDER BY id", {"kind": kind})

    def find_latest(self, *, most: int) -> Sequence[Campaign]:
        return self._all(
            """
            WHERE state <> 'draft' AND kind IN ('broadcast', 'recurring', 'own_question')
              AND approved_at IS NOT NULL
            ORDER BY id DESC LIMIT :most
            """,
            {"most": most},
        )

    def find_standing(self, kind: CampaignKind) -> Campaign | None:
        if kind in BY_HAND:
            raise ValueError(f"{kind} is one of many, each with an owner who writes it")
        return self._maybe("WHERE kind = :kind ORDER BY id LIMIT 1", {"kind": kind})

    def keep_post(self, campaign_id: CampaignId, post: Post) -> None:
        self._rows.change(
            """
            INSERT INTO posts (campaign_id, language, text, photo_bot_id, photo_file_id, label, link)
            VALUES (:campaign, :language, :text, :bot, :file, :label, :link)
            ON CONFLICT (campaign_id, language) DO UPDATE SET
                text = excluded.text, photo_bot_id = excluded.photo_bot_id,
                photo_file_id = excluded.photo_file_id, label = excluded.label, link = excluded.link
            """,
            {
                "campaign": campaign_id,
                "language": post.language,
                "text": post.text,
                "bot": post.photo.bot_id if post.photo else None,
                "file": post.photo.file_id if post.photo else None,
                "label": post.label,
                "link": post.link,
            },
        )

    def drop_post(self, campaign_id: CampaignId, language: str) -> None:
        self._rows.change(
            "DELETE FROM posts WHERE campaign_id = :campaign AND language = :language",
            {"campaign": campaign_id, "language": language},
        )

    def change(
        self, campaign_id: CampaignId, *, terms: Terms | None = None, segment: Segment | None = None
    ) -> None:
        if terms is not None:
            self._rows.change(
                "UPDATE campaigns SET kind = :kind, terms = :terms WHERE id = :id",
                {"id": campaign_id, "kind": kind_of(terms), "terms": facts.encode_record(terms)},
            )
        if segment is not None:
            self._rows.change(
                "UPDATE campaigns SET conditions = :conditions WHERE id = :id",
                {"id": campaign_id, "conditions": facts.encode_segment(segment)},
            )

    def attach(self, campaign_id: CampaignId, offer: PostOffer | None) -> None:
        self._rows.change(
            "UPDATE campaigns SET offer = :offer WHERE id = :id",
            {"id": campaign_id, "offer": None if offer is None else facts.encode_record(offer)},
        )

    def become(
        self, campaign_id: CampaignId, state: CampaignState, *, by: StaffId | None, read: int | None = None
    ) -> bool:
        approved = state is CampaignState.ON
        changed = self._rows.change(
            """
            UPDATE campaigns SET state = :state,
                approved_by = CASE WHEN :approved = 1 THEN CAST(:by AS BIGINT) ELSE approved_by END,
                approved_at = CASE WHEN :approved = 1 THEN :now ELSE approved_at END,
                read_words = CASE WHEN :approved = 1 THEN CAST(:read AS BIGINT) ELSE read_words END
            WHERE id = :id AND state <> :state
            """,
            {
                "id": campaign_id,
                "state": state,
                "approved": int(approved),
                "by": by,
                "read": read,
                "now": self._rows.now_micros,
            },
        )
        return changed == 1

    def _maybe(self, condition: str, values: Values) -> Campaign | None:
        found = self._all(condition, values)
        return found[0] if found else None

    def _all(self, condition: str, values: Values) -> list[Campaign]:
        rows = self._rows.all(f"SELECT {_COLUMNS} FROM campaigns {condition}", values)
        return [self._campaign(row) for row in rows]

    def _campaign(self, row: Row) -> Campaign:
        terms: Terms = facts.decode_record(_TERMS[CampaignKind(row["kind"])], row["terms"])
        return Campaign(
            id=CampaignId(row["id"]),
            state=CampaignState(row["state"]),
            terms=terms,
            segment=facts.decode_segment(row["conditions"]),
            offer=facts.decode_record(PostOffer, row["offer"]) if row["offer"] else None,
            posts=self._posts(CampaignId(row["id"])),
            created_by=StaffId(row["created_by"]),
            approved_at=maybe_from_micros(row["approved_at"]),
            read_words=row["read_words"],
        )

    def _posts(self, campaign_id: CampaignId) -> tuple[Post, ...]:
        rows = self._rows.all(
            """
            SELECT language, text, photo_bot_id, photo_file_id, label, link FROM posts
            WHERE campaign_id = :campaign ORDER BY language
            """,
            {"campaign": campaign_id},
        )
        return tuple(_post(row) for row in rows)


def _post(row: Row) -> Post:
    has_photo = row["photo_file_id"] is not None
    return Post(
        language=row["language"],
        text=row["text"],
        photo=Photo(row["photo_bot_id"], row["photo_file_id"]) if has_photo else None,
        label=row["label"],
        link=row["link"],
    )
