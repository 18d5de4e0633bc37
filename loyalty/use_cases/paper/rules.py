"""What a paper card can't do any more, and what it does once a day: asked by everything at the counter.

Not here: issuing, replacing and blocking (cards.py).
"""

from loyalty.days import day_of, local
from loyalty.paper import PaperCard, PaperState, say_number
from loyalty.people import StaffMember
from loyalty.ports import Transaction
from loyalty.refusals import (
    PaperCardBlocked,
    PaperCardMoved,
    PaperCardReplaced,
    PaperRedeemedToday,
    Refusal,
    Refused,
)
from loyalty.use_cases.limits.judging import keep_refusal
from loyalty.visits import Visit


def why_over(tx: Transaction, card: PaperCard) -> Refusal | None:
    """What became of a card that is over, None for an active one."""
    rules = tx.programs.get_current().rules
    at = local(card.ended_at or card.issued_at, rules)
    match card.state:
        case PaperState.ACTIVE:
            return None
        case PaperState.BLOCKED:
            by = tx.people.get_staff(card.ended_by).name if card.ended_by is not None else ""
            return PaperCardBlocked(at, by, card.number)
        case PaperState.MOVED:
            return PaperCardMoved(at)
        case PaperState.REPLACED:
            newest = tx.paper_cards.find_of(card.customer_id)[-1]
            if newest.state is PaperState.MOVED:
                return PaperCardMoved(local(newest.ended_at or newest.issued_at, rules))
            return PaperCardReplaced(say_number(newest.number) if newest.state is PaperState.ACTIVE else "")


def refuse_blocked(tx: Transaction, visit: Visit) -> None:
    """Nothing is earned or had in the visit of a card that was reported lost; undo stays.

    Raises Refused(PaperCardBlocked).
    """
    card = tx.paper_cards.get(visit.paper_card_id) if visit.paper_card_id is not None else None
    refusal = why_over(tx, card) if card is not None and card.state is PaperState.BLOCKED else None
    if refusal is not None:
        raise Refused(refusal)


def refuse_second(tx: Transaction, staff: StaffMember, visit: Visit) -> Refusal | None:
    """By paper something is had once on a day of the cafe: nobody's own phone says yes to it.

    A refusal is kept: to be answered and raised after the COMMIT.
    """
    if visit.paper_card_id is None or tx.people.find_telegram_id(visit.customer_id) is not None:
        return None
    today = day_of(tx.now, tx.programs.get_current().rules)
    had = tx.paper_cards.count_had(visit.customer_id, begins=today.begins, ends=today.ends)
    return keep_refusal(tx, PaperRedeemedToday(), staff, visit) if had else None
