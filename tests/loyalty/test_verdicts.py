"""What limits say to a purchase: every answer at its bound, one before it, and all together.

Not here: counting what happened before (tests/use_cases/test_limits.py).
"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.flags import FlagKind
from loyalty.limits import Answer, Limit, Limits, Reason
from loyalty.verdicts import LimitName, Need, Purchase, Verdict, judge

GOAL = 6
ANSWERS = st.sampled_from(Answer)
LIMITS = st.builds(
    Limits,
    above_goal=ANSWERS,
    stamps_a_visit=st.builds(Limit, st.integers(2, 20), ANSWERS),
    visits_a_day=st.builds(Limit, st.integers(2, 8), ANSWERS),
    overrides_a_day=st.builds(Limit, st.integers(1, 5), ANSWERS),
)
PURCHASES = st.builds(
    Purchase,
    total=st.integers(1, 99),
    nth=st.integers(0, 12),
    overrides=st.integers(0, 8),
    soon=st.booleans(),
    reason=st.none() | st.sampled_from(Reason),
    manager=st.booleans(),
)


def test_an_ordinary_cup_meets_no_limit() -> None:
    assert judge(Limits(), GOAL, Purchase(1, nth=1)) == Verdict(Need.NOTHING)
    assert judge(Limits(), GOAL, Purchase(GOAL, nth=3)) == Verdict(Need.NOTHING)


@pytest.mark.parametrize(
    ("answer", "need", "flags"),
    [
        (Answer.ALLOW, Need.NOTHING, ()),
        (Answer.FLAG, Need.NOTHING, (FlagKind.ABOVE_GOAL,)),
        (Answer.ASK, Need.MANAGER, ()),
        (Answer.REFUSE, Need.REFUSED, ()),
    ],
)
def test_each_answer_above_the_goal_and_none_at_it(
    answer: Answer, need: Need, flags: tuple[FlagKind, ...]
) -> None:
    limits = Limits(above_goal=answer)
    above = judge(limits, GOAL, Purchase(GOAL + 1, nth=1))
    assert (above.need, above.flags) == (need, flags)
    assert judge(limits, GOAL, Purchase(GOAL, nth=1)) == Verdict(Need.NOTHING)


def test_from_ten_stamps_a_manager_is_asked_and_a_manager_passes_with_a_flag() -> None:
    limits = Limits()
    assert judge(limits, GOAL, Purchase(9, nth=1)).need is Need.NOTHING
    assert judge(limits, GOAL, Purchase(10, nth=1)) == Verdict(Need.MANAGER, LimitName.STAMPS_A_VISIT)
    passed = judge(limits, GOAL, Purchase(10, nth=1, manager=True))
    assert passed == Verdict(Need.NOTHING, flags=(FlagKind.OVERRIDE,))


def test_the_fourth_visit_says_why_and_is_flagged_and_the_third_is_not() -> None:
    limits = Limits()
    assert judge(limits, GOAL, Purchase(1, nth=3)) == Verdict(Need.NOTHING)
    assert judge(limits, GOAL, Purchase(1, nth=4)).need is Need.REASON
    said = judge(limits, GOAL, Purchase(1, nth=4, reason=Reason.FRIEND))
    assert said == Verdict(Need.NOTHING, flags=(FlagKind.FURTHER_VISIT,), reason=Reason.FRIEND)


def test_after_three_reasons_a_manager_is_asked() -> None:
    third = Purchase(1, nth=6, overrides=2, reason=Reason.CORRECTION)
    assert judge(Limits(), GOAL, third).need is Need.NOTHING
    fourth = replace(third, nth=7, overrides=3)
    assert judge(Limits(), GOAL, fourth) == Verdict(Need.MANAGER, LimitName.OVERRIDES_A_DAY)


def test_minutes_after_the_last_visit_it_asks_which_and_a_second_cup_needs_no_manager() -> None:
    assert judge(Limits(), GOAL, Purchase(1, nth=2, soon=True)).need is Need.CHOICE
    second = judge(Limits(), GOAL, Purchase(1, nth=2, soon=True, reason=Reason.SECOND_ROUND))
    assert second == Verdict(Need.NOTHING, reason=Reason.SECOND_ROUND)


@given(limits=LIMITS, purchase=PURCHASES)
def test_a_refusal_is_one_of_the_owners_and_nobody_talks_it_away(limits: Limits, purchase: Purchase) -> None:
    verdict = judge(limits, GOAL, purchase)
    assert (verdict.need is Need.REFUSED) <= (verdict.limit is not None)
    insisted = replace(purchase, reason=Reason.CORRECTION, manager=True)
    assert (judge(limits, GOAL, insisted).need is Need.REFUSED) == (verdict.need is Need.REFUSED)


@given(limits=LIMITS, purchase=PURCHASES)
def test_with_a_reason_and_a_managers_word_nothing_is_missing_but_what_is_refused(
    limits: Limits, purchase: Purchase
) -> None:
    insisted = replace(purchase, reason=Reason.SECOND_ROUND, manager=True)
    assert judge(limits, GOAL, insisted).need in (Need.NOTHING, Need.REFUSED)


@given(limits=LIMITS, purchase=PURCHASES)
def test_flags_come_with_stamps_only_and_each_kind_once(limits: Limits, purchase: Purchase) -> None:
    verdict = judge(limits, GOAL, purchase)
    assert not verdict.flags or verdict.need is Need.NOTHING
    assert len(set(verdict.flags)) == len(verdict.flags) <= 2


@given(limits=LIMITS, purchase=PURCHASES)
def test_fewer_stamps_are_never_judged_harder(limits: Limits, purchase: Purchase) -> None:
    order = [Need.NOTHING, Need.MANAGER, Need.REASON, Need.CHOICE, Need.REFUSED]
    one = judge(limits, GOAL, replace(purchase, total=1))
    assert order.index(one.need) <= order.index(judge(limits, GOAL, purchase).need)


@given(limits=st.sampled_from([Limits(), Limits(above_goal=Answer.REFUSE)]))
def test_the_limits_that_we_ship_are_sane(limits: Limits) -> None:
    assert limits.is_sane()


@pytest.mark.parametrize(
    "limits",
    [
        Limits(stamps_a_visit=Limit(1, Answer.ASK)),
        Limits(stamps_a_visit=Limit(100, Answer.ASK)),
        Limits(visits_a_day=Limit(1, Answer.REFUSE)),
        Limits(overrides_a_day=Limit(0, Answer.ASK)),
        Limits(stamps_an_hour=Limit(120, Answer.REFUSE)),
        Limits(stamps_an_hour=Limit(-1, Answer.FLAG)),
    ],
)
def test_limits_with_which_the_counter_would_not_work_are_not_sane(limits: Limits) -> None:
    assert not limits.is_sane()
