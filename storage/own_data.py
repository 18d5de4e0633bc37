"""Everything that is kept of one customer, read across the tables for that customer to see.

Not here: erasing it (traces.py), and the words (handlers).
"""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from loyalty.birthdays import Birthday
from loyalty.campaigns import CampaignKind, OwnQuestionTerms
from loyalty.ids import CustomerId, SheetId
from loyalty.letters import Content
from loyalty.posts import first_line
from loyalty.privacy import (
    KeptAnswer,
    KeptConsent,
    KeptIdentity,
    KeptLetter,
    KeptMessage,
    KeptOwnAnswer,
    KeptQuestion,
    KeptRefusal,
    KeptReward,
    KeptTicket,
    KeptVisit,
    OwnData,
)
from loyalty.questions import QuestionKind, QuestionState
from loyalty.rewards import RewardState
from loyalty.tickets import TicketCause, TicketOutcome, TicketState
from loyalty.visits import VisitState
from loyalty.vouchers import name_slip
from loyalty.wishes import Purpose, Wish, WishState
from storage.facts import decode_record, decode_words
from storage.rows import Row, Rows, from_micros, maybe_from_micros
from storage.whose_rows import OF_CUSTOMER

T = TypeVar("T")

_IDENTITIES: Final = f"""
    SELECT kind, external_id, created_at FROM identities WHERE customer_id = :customer
    UNION ALL SELECT 'left', CAST(account AS TEXT), created_at FROM moves
              WHERE account IS NOT NULL AND to_customer_id IN {OF_CUSTOMER}
    ORDER BY 3
"""
_REWARDS: Final = f"""
    SELECT item, state, issued_at, redeemed_at, expires_at FROM rewards
    WHERE customer_id IN {OF_CUSTOMER} ORDER BY id
"""
_VISITS: Final = f"""
    SELECT v.opened_at, v.state, v.stamps, s.name, w.sheet_id, w.number FROM visits v
    JOIN staff s ON s.id = COALESCE(v.settled_by, v.opened_by) LEFT JOIN vouchers w ON w.id = v.voucher_id
    WHERE v.customer_id IN {OF_CUSTOMER} ORDER BY v.id
"""
_LETTERS: Final = f"""
    SELECT l.created_at, s.name, l.content, l.text FROM letters l LEFT JOIN staff s ON s.id = l.staff_id
    WHERE l.customer_id IN {OF_CUSTOMER} ORDER BY l.id
"""
_CONSENTS: Final = f"""
    SELECT purpose, given, created_at FROM consents WHERE customer_id IN {OF_CUSTOMER} ORDER BY id
"""
_WISHES: Final = """
    SELECT purpose, state, changed_at FROM wishes WHERE customer_id = :customer ORDER BY purpose
"""
_QUESTIONS: Final = f"""
    SELECT kind, state, asked_at FROM questions WHERE customer_id IN {OF_CUSTOMER} ORDER BY id
"""
_ANSWERS: Final = f"""
    SELECT s.scored_at, a.name, s.score, s.content, s.reason, b.name AS praised, p.passed_at
    FROM invitations i JOIN responses s ON s.recipient_id = i.recipient_id
    LEFT JOIN aspects a ON a.id = i.aspect_id
    LEFT JOIN praises p ON p.recipient_id = i.recipient_id LEFT JOIN staff b ON b.id = p.staff_id
    WHERE i.customer_id IN {OF_CUSTOMER} ORDER BY i.invited_at, i.recipient_id
"""
_OWN_ANSWERS: Final = f"""
    SELECT a.answered_at, a.choice, a.scale, a.text, c.terms, p.text AS question
    FROM recipients r JOIN own_answers a ON a.recipient_id = r.id JOIN campaigns c ON c.id = r.campaign_id
    LEFT JOIN posts p ON p.campaign_id = c.id AND p.language = r.language
    WHERE r.customer_id IN {OF_CUSTOMER} AND a.answered_at IS NOT NULL ORDER BY a.answered_at, r.id
"""
_MESSAGES: Final = f"""
    SELECT c.kind, r.settled_at, r.muted_at FROM recipients r JOIN campaigns c ON c.id = r.campaign_id
    WHERE r.customer_id IN {OF_CUSTOMER} AND r.state IN ('sent', 'unknown') ORDER BY r.id
"""
_REFUSALS: Final = f"""
    SELECT kind, created_at FROM refusals WHERE customer_id IN {OF_CUSTOMER} ORDER BY id
"""
_TICKETS: Final = f"""
    SELECT opened_at, cause, state, CASE WHEN state = 'closed' THEN outcome END AS outcome, agreed
    FROM tickets
    WHERE customer_id IN {OF_CUSTOMER} ORDER BY id
"""


def read_own_data(rows: Rows, customer_id: CustomerId) -> OwnData:
    """Everything that is kept of a customer, oldest first."""

    def every(statement: str, read: Callable[[Row], T]) -> Sequence[T]:
        return [read(one) for one in rows.all(statement, {"customer": customer_id})]

    row = rows.get(
        """
        SELECT name, language, chosen_language, source, joined_at, frozen_at,
               birth_month, birth_day, birthday_set_at
        FROM customers WHERE id = :customer
        """,
        {"customer": customer_id},
    )
    return OwnData(
        name=row["name"],
        phone_language=row["language"],
        chosen_language=row["chosen_language"] or "",
        source=row["source"],
        joined_at=from_micros(row["joined_at"]),
        frozen_at=maybe_from_micros(row["frozen_at"]),
        identities=every(_IDENTITIES, _identity),
        rewards=every(_REWARDS, _reward),
        visits=every(_VISITS, _visit),
        letters=every(_LETTERS, _letter),
        consents=every(_CONSENTS, _consent),
        birthday=Birthday(row["birth_month"], row["birth_day"]) if row["birth_month"] else None,
        birthday_given_at=maybe_from_micros(row["birthday_set_at"]),
        wishes=every(_WISHES, _wish),
        questions=every(_QUESTIONS, _asked),
        answers=every(_ANSWERS, _answer),
        own_answers=every(_OWN_ANSWERS, _own_answer),
        messages=every(_MESSAGES, _message),
        refusals=every(_REFUSALS, _refusal),
        tickets=every(_TICKETS, _kept_ticket),
    )


def _identity(row: Row) -> KeptIdentity:
    return KeptIdentity(row["kind"], row["external_id"], from_micros(row["created_at"]))


def _reward(row: Row) -> KeptReward:
    return KeptReward(
        decode_words(row["item"]),
        RewardState(row["state"]),
        from_micros(row["issued_at"]),
        maybe_from_micros(row["redeemed_at"]),
        maybe_from_micros(row["expires_at"]),
    )


def _visit(row: Row) -> KeptVisit:
    sheet_id = row["sheet_id"]
    slip = name_slip(SheetId(sheet_id), row["number"]) if sheet_id is not None else ""
    return KeptVisit(
        from_micros(row["opened_at"]), VisitState(row["state"]), row["stamps"], row["name"], slip
    )


def _letter(row: Row) -> KeptLetter:
    return KeptLetter(from_micros(row["created_at"]), row["name"] or "", Content(row["content"]), row["text"])


def _consent(row: Row) -> KeptConsent:
    return KeptConsent(row["purpose"], bool(row["given"]), from_micros(row["created_at"]))


def _wish(row: Row) -> Wish:
    return Wish(Purpose(row["purpose"]), WishState(row["state"]), from_micros(row["changed_at"]))


def _asked(row: Row) -> KeptQuestion:
    return KeptQuestion(QuestionKind(row["kind"]), QuestionState(row["state"]), from_micros(row["asked_at"]))


def _answer(row: Row) -> KeptAnswer:
    return KeptAnswer(
        from_micros(row["scored_at"]),
        decode_words(row["name"]) if row["name"] is not None else None,
        row["score"],
        Content(row["content"]) if row["content"] else None,
        row["reason"],
        row["praised"] or "",
        maybe_from_micros(row["passed_at"]),
    )


def _own_answer(row: Row) -> KeptOwnAnswer:
    terms = decode_record(OwnQuestionTerms, row["terms"])
    return KeptOwnAnswer(
        from_micros(row["answered_at"]),
        first_line(row["question"] or ""),
        terms.answers[row["choice"] - 1] if row["choice"] is not None else None,
        row["scale"],
        row["text"] or "",
    )


def _message(row: Row) -> KeptMessage:
    return KeptMessage(
        CampaignKind(row["kind"]), from_micros(row["settled_at"]), muted=row["muted_at"] is not None
    )


def _refusal(row: Row) -> KeptRefusal:
    return KeptRefusal(row["kind"], from_micros(row["created_at"]))


def _kept_ticket(row: Row) -> KeptTicket:
    return KeptTicket(
        from_micros(row["opened_at"]),
        TicketCause(row["cause"]),
        TicketState(row["state"]),
        TicketOutcome(row["outcome"]) if row["outcome"] else None,
        None if row["agreed"] is None else bool(row["agreed"]),
    )
