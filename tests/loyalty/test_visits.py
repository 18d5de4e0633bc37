"""How long a visit can be confirmed, added to and undone: each window to the microsecond.

Not here: what those taps write.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from loyalty.ids import CardId, CustomerId, LocationId, ProgramVersion, StaffId, VisitId
from loyalty.visits import ADD_WINDOW, LIFE, MOST_ADDS, UNDO_WINDOW, Visit, VisitState
from tests.counter import MORNING

MOMENT = timedelta(microseconds=1)
OPEN = Visit(
    id=VisitId(1), customer_id=CustomerId(1), card_id=CardId(1), location_id=LocationId(1), scan_id=None,
    state=VisitState.OPEN, pair_code=None, stamps=0, adds=0, program_version=ProgramVersion(1),
    practice=False, opened_by=StaffId(1), opened_at=MORNING, expires_at=MORNING + LIFE,
    settled_by=None, settled_at=None, stamped_at=None,
    undone_by=None, undone_at=None,
)  # fmt: skip
CONFIRMED = replace(
    OPEN, state=VisitState.CONFIRMED, stamps=1, settled_by=StaffId(1), settled_at=MORNING, stamped_at=MORNING
)


def test_an_open_visit_can_be_confirmed_until_its_ten_minutes_are_over() -> None:
    assert OPEN.may_be_confirmed(MORNING + LIFE - MOMENT)
    assert not OPEN.may_be_confirmed(MORNING + LIFE)


def test_a_confirmed_visit_can_be_added_to_for_fifteen_minutes() -> None:
    assert CONFIRMED.may_be_added_to(MORNING + ADD_WINDOW - MOMENT)
    assert not CONFIRMED.may_be_added_to(MORNING + ADD_WINDOW)
    assert timedelta(minutes=15) == ADD_WINDOW


def test_a_confirmed_visit_can_be_undone_for_ten_minutes() -> None:
    assert CONFIRMED.may_be_undone(MORNING + UNDO_WINDOW - MOMENT)
    assert not CONFIRMED.may_be_undone(MORNING + UNDO_WINDOW)
    assert timedelta(minutes=10) == UNDO_WINDOW == LIFE


def test_a_visit_takes_a_limited_number_of_adds() -> None:
    assert replace(CONFIRMED, adds=MOST_ADDS - 1).may_take_stamps(MORNING)
    assert not replace(CONFIRMED, adds=MOST_ADDS).may_take_stamps(MORNING)


def test_a_visit_that_gave_no_stamp_has_nothing_to_undo() -> None:
    assert not replace(CONFIRMED, stamps=0, stamped_at=None).may_be_undone(MORNING)


@pytest.mark.parametrize("state", [VisitState.DECLINED, VisitState.EXPIRED, VisitState.UNDONE])
def test_a_visit_that_is_over_allows_nothing(state: VisitState) -> None:
    over = replace(CONFIRMED, state=state)
    assert not over.may_be_confirmed(MORNING)
    assert not over.may_be_added_to(MORNING)
    assert not over.may_take_stamps(MORNING)
    assert not over.may_hand_over(MORNING)
    assert not over.may_be_undone(MORNING)


def test_a_reward_can_be_handed_over_while_a_visit_is_open_and_as_long_as_it_can_be_added_to() -> None:
    assert OPEN.may_hand_over(MORNING)
    assert not OPEN.may_hand_over(MORNING + LIFE)
    assert CONFIRMED.may_hand_over(MORNING + LIFE)
    assert not CONFIRMED.may_hand_over(MORNING + ADD_WINDOW)
