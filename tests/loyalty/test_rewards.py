"""When a reward can be had, and when its handing over can be taken back.

Not here: the stamps that it took.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from loyalty.ids import CardId, CustomerId, OperationId, RewardId, StaffId, VisitId
from loyalty.own_words import OwnWords
from loyalty.programs import Rules
from loyalty.rewards import UNDO_WINDOW, Reward, RewardState
from tests.counter import MORNING

EARLIER_VISIT, THIS_VISIT, NEXT_VISIT = VisitId(1), VisitId(2), VisitId(3)
ISSUED = Reward(
    id=RewardId(1), customer_id=CustomerId(1), card_id=CardId(1), item=OwnWords((("en", "Free coffee"),)),
    cost=6, state=RewardState.ISSUED, operation_id=OperationId(1), issued_visit_id=THIS_VISIT, replaces=None,
    issued_at=MORNING, redeemed_at=None, redeemed_by=None, redeemed_visit_id=None,
)  # fmt: skip
REDEEMED = replace(
    ISSUED,
    state=RewardState.REDEEMED,
    redeemed_at=MORNING,
    redeemed_by=StaffId(1),
    redeemed_visit_id=NEXT_VISIT,
)


def test_a_reward_can_be_had_from_the_visit_after_the_one_that_filled_it() -> None:
    assert not ISSUED.may_be_handed_over(THIS_VISIT, Rules())
    assert ISSUED.may_be_handed_over(NEXT_VISIT, Rules())


def test_an_earlier_visit_that_is_still_shown_is_no_next_one() -> None:
    assert not ISSUED.may_be_handed_over(EARLIER_VISIT, Rules())
    assert ISSUED.may_be_handed_over(EARLIER_VISIT, Rules(reward_at_once=True))


def test_what_no_visit_filled_can_be_had_in_any() -> None:
    assert replace(ISSUED, issued_visit_id=None).may_be_handed_over(THIS_VISIT, Rules())


def test_a_cafe_may_hand_rewards_over_at_once() -> None:
    assert ISSUED.may_be_handed_over(THIS_VISIT, Rules(reward_at_once=True))


@pytest.mark.parametrize("state", [RewardState.REDEEMED, RewardState.CANCELLED, RewardState.EXPIRED])
def test_a_reward_that_ended_can_not_be_had(state: RewardState) -> None:
    assert not replace(ISSUED, state=state).may_be_handed_over(NEXT_VISIT, Rules(reward_at_once=True))


def test_handing_over_can_be_taken_back_for_ten_minutes() -> None:
    assert REDEEMED.may_be_undone(MORNING + UNDO_WINDOW - timedelta(microseconds=1))
    assert not REDEEMED.may_be_undone(MORNING + UNDO_WINDOW)
    assert not ISSUED.may_be_undone(MORNING)
