"""Invites as rows.

Not here: the links themselves, of which only a hash is kept.
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.ids import InviteId, StaffId, TelegramId
from loyalty.invites import Invite, InviteState
from loyalty.people import Cause, Person, Role, StaffMember
from loyalty.ports import Invites
from storage.rows import Row, Rows, from_micros, to_micros

_COLUMNS = """
    id, role, state, created_by, came_telegram_id, came_name, came_language, expires_at, till,
    invited_telegram_id
"""

_BLANK = """
    UPDATE invites SET state = CASE state WHEN 'came' THEN 'void' ELSE state END,
                       came_telegram_id = NULL, came_name = '', came_language = '', invited_telegram_id = NULL
"""


class StoredInvites(Invites):
    """Table `invites`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(
        self, role: Role, *, secret_hash: str, by: StaffId | None, cause: Cause | None, expires_at: datetime,
        till: bool = False, invited: TelegramId | None = None,
    ) -> InviteId:  # fmt: skip
        row = self._rows.get(
            """
            INSERT INTO invites (role, secret_hash, state, created_by, cause_chat, cause_message, created_at,
                                 expires_at, till, invited_telegram_id)
            VALUES (:role, :hash, 'live', :by, :cause_chat, :cause_message, :now,
                    :expires_at, :till, :invited)
            RETURNING id
            """,
            {
                "role": role,
                "hash": secret_hash,
                "by": by,
                "cause_chat": cause.chat_id if cause else None,
                "cause_message": cause.message_id if cause else None,
                "now": self._rows.now_micros,
                "expires_at": to_micros(expires_at),
                "till": int(till),
                "invited": invited,
            },
        )
        return InviteId(row["id"])

    def get(self, invite_id: InviteId) -> Invite:
        return _invite(self._rows.get(f"SELECT {_COLUMNS} FROM invites WHERE id = :id", {"id": invite_id}))

    def find(self, invite_id: InviteId) -> Invite | None:
        row = self._rows.find(f"SELECT {_COLUMNS} FROM invites WHERE id = :id", {"id": invite_id})
        return _invite(row) if row else None

    def find_by_secret(self, secret_hash: str) -> Invite | None:
        row = self._rows.find(
            f"SELECT {_COLUMNS} FROM invites WHERE secret_hash = :hash", {"hash": secret_hash}
        )
        return _invite(row) if row else None

    def void_owner_links(self) -> None:
        self._rows.change("UPDATE invites SET state = 'void' WHERE state = 'live' AND created_by IS NULL", {})

    def void_caused_by(self, cause: Cause) -> None:
        self._rows.change(
            """
            UPDATE invites SET state = 'void'
            WHERE state = 'live' AND cause_chat = :chat AND cause_message = :message
            """,
            {"chat": cause.chat_id, "message": cause.message_id},
        )

    def void_of(self, staff: StaffMember) -> Sequence[Invite]:
        rows = self._rows.all(
            f"SELECT {_COLUMNS} FROM invites WHERE created_by = :staff AND state = 'came'",
            {"staff": staff.id},
        )
        self._rows.change(
            "UPDATE invites SET state = 'void' WHERE created_by = :staff AND state IN ('live', 'came')",
            {"staff": staff.id},
        )
        return [_invite(row) for row in rows]

    def come(self, invite_id: InviteId, person: Person) -> bool:
        return (
            self._rows.change(
                """
                UPDATE invites SET state = 'came', came_telegram_id = :telegram_id, came_name = :name,
                                   came_language = :language, came_at = :now
                WHERE id = :id AND state = 'live' AND expires_at > :now
                """,
                {
                    "id": invite_id,
                    "telegram_id": person.telegram_id,
                    "name": person.name,
                    "language": person.language,
                    "now": self._rows.now_micros,
                },
            )
            == 1
        )

    def decide(self, invite_id: InviteId, state: InviteState, *, by: StaffId | None) -> bool:
        return (
            self._rows.change(
                """
                UPDATE invites SET state = :state, decided_by = :by, decided_at = :now
                WHERE id = :id AND state = 'came'
                """,
                {"id": invite_id, "state": state, "by": by, "now": self._rows.now_micros},
            )
            == 1
        )

    def forget(self, telegram_id: TelegramId) -> Sequence[InviteId]:
        rows = self._rows.all(
            f"{_BLANK} WHERE came_telegram_id = :account OR invited_telegram_id = :account RETURNING id",
            {"account": telegram_id},
        )
        return [InviteId(row["id"]) for row in rows]

    def blank(self, *, expired_before: datetime, most: int) -> Sequence[InviteId]:
        rows = self._rows.all(
            f"""
            {_BLANK} WHERE id IN (
                SELECT id FROM invites
                WHERE expires_at < :before
                  AND (came_telegram_id IS NOT NULL OR invited_telegram_id IS NOT NULL)
                  AND (state <> 'accepted' OR came_telegram_id NOT IN (
                      SELECT telegram_id FROM staff WHERE removed_at IS NULL
                      UNION ALL SELECT telegram_id FROM tills WHERE removed_at IS NULL))
                ORDER BY id LIMIT :most)
            RETURNING id
            """,
            {"before": to_micros(expired_before), "most": most},
        )
        return [InviteId(row["id"]) for row in rows]


def _invite(row: Row) -> Invite:
    return Invite(
        id=InviteId(row["id"]),
        role=Role(row["role"]),
        state=InviteState(row["state"]),
        created_by=StaffId(row["created_by"]) if row["created_by"] is not None else None,
        came_telegram_id=_maybe_telegram(row["came_telegram_id"]),
        came_name=row["came_name"],
        came_language=row["came_language"],
        expires_at=from_micros(row["expires_at"]),
        till=bool(row["till"]),
        invited=_maybe_telegram(row["invited_telegram_id"]),
    )


def _maybe_telegram(telegram_id: int | None) -> TelegramId | None:
    return None if telegram_id is None else TelegramId(telegram_id)
