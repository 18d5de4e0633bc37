"""Facts for drawings: a visit, a card and a code with everything usual, changed where a test wants it.

Not here: rows. What is written to a database in tests goes through the use cases.
"""

import html
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from loyalty.cards import CodeFacts, CounterFacts
from loyalty.ids import (
    THE_ONLY_LOCATION,
    CardId,
    CustomerId,
    OfferId,
    OperationId,
    ProgramVersion,
    RewardId,
    ScanId,
    StaffId,
    VisitId,
)
from loyalty.ledger import Operation, OperationKind
from loyalty.own_words import OwnWords
from loyalty.pair_codes import PairCode
from loyalty.programs import Program, Rules
from loyalty.receipts import ReceiptFact, VisitBooked
from loyalty.rewards import HandoverOffer, OfferState, Reward, RewardState
from loyalty.scans import Scan, ScanState
from loyalty.visits import Visit, VisitState

NOW = datetime(2026, 11, 3, 8, 41, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
COFFEE = OwnWords.of({"en": "Free coffee"})
OLGA = StaffId(3)
FOX = PairCode("fox", 42)


def length(text: str) -> int:
    """Characters as Telegram counts them: UTF-16 units, after tags and entities."""
    shown = html.unescape(re.sub(r"<[^>]*>", "", text))
    return len(shown.encode("utf-16-le")) // 2


def a_visit(**changes: Any) -> Visit:
    """Open since a minute."""
    visit = Visit(
        id=VisitId(7),
        customer_id=CustomerId(1),
        card_id=CardId(1),
        location_id=THE_ONLY_LOCATION,
        scan_id=ScanId(9),
        state=VisitState.OPEN,
        pair_code=FOX,
        stamps=0,
        adds=0,
        program_version=ProgramVersion(1),
        practice=False,
        opened_by=OLGA,
        opened_at=NOW - MINUTE,
        expires_at=NOW + 9 * MINUTE,
        settled_by=None,
        settled_at=None,
        stamped_at=None,
        undone_by=None,
        undone_at=None,
    )
    return replace(visit, **changes)


def confirmed(**changes: Any) -> Visit:
    """Confirmed with one stamp just now."""
    return a_visit(
        **{
            "state": VisitState.CONFIRMED,
            "stamps": 1,
            "settled_by": OLGA,
            "settled_at": NOW,
            "stamped_at": NOW,
            **changes,
        }
    )


def counter(visit: Visit, **changes: Any) -> CounterFacts:
    """Anna with 4 of 6."""
    facts = CounterFacts(
        now=NOW,
        visit=visit,
        program=Program(ProgramVersion(1), Rules()),
        customer_name="Anna",
        stamps=4,
        goal=6,
        rewards=(),
        handed_over=(),
        offers=(),
        picked=None,
        operations=(),
        settled_by="Olga",
        undone_by="Olga",
        undo_blocked=False,
    )
    return replace(facts, **changes)


def a_reward(number: int = 5, **changes: Any) -> Reward:
    """A coffee from an earlier visit."""
    reward = Reward(
        id=RewardId(number),
        customer_id=CustomerId(1),
        card_id=CardId(1),
        item=COFFEE,
        cost=6,
        state=RewardState.ISSUED,
        operation_id=OperationId(30),
        issued_visit_id=VisitId(2),
        replaces=None,
        issued_at=NOW - timedelta(days=2),
        redeemed_at=None,
        redeemed_by=None,
        redeemed_visit_id=None,
    )
    return replace(reward, **changes)


def an_offer(reward: Reward, state: OfferState) -> HandoverOffer:
    """Olga's question about it."""
    return HandoverOffer(OfferId(4), reward.id, VisitId(7), state, OLGA, NOW)


def an_operation(fact: ReceiptFact, number: int = 41) -> Operation:
    """What wrote this fact."""
    return Operation(OperationId(number), f"key:{number}", OperationKind.VISIT, fact, VisitId(7), OLGA, NOW)


def stamped(stamps: int = 5, *, rewards: int = 0, by: str = "Olga") -> VisitBooked:
    """One stamp."""
    return VisitBooked(added=1, stamps=stamps, goal=6, rewards=rewards, item=COFFEE, by=by)


def a_code(state: ScanState, visit: Visit | None = None, *, staff_name: str = "Olga") -> CodeFacts:
    """Anna's code."""
    scan = Scan(ScanId(9), CustomerId(1), FOX, None, state, NOW, NOW + 15 * MINUTE)
    return CodeFacts(scan, visit, stamps=5, goal=6, staff_name=staff_name, filled=0, item=COFFEE)
