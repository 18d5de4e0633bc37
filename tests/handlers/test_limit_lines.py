"""What limits ask and answer on the screens: the staff card, the managers' question, the customer's code.

Not here: when they ask (tests/use_cases/test_limits.py).
"""

from dataclasses import replace
from typing import Any

import pytest

from handlers import callbacks
from handlers.drawings.code import draw_code
from handlers.drawings.counter_toasts import word_decided
from handlers.drawings.limit_lines import draw_approval
from handlers.drawings.staff_card import draw_staff_card
from handlers.outgoing import OutgoingMessage, Style
from handlers.texts import Words
from loyalty.approvals import Approval, ApprovalFacts, ApprovalState
from loyalty.ids import ApprovalId, StaffId, TelegramId, VisitId
from loyalty.limits import Answer, Limit, Limits, Reason
from loyalty.programs import Program, Rules
from loyalty.scans import ScanState
from loyalty.verdicts import LimitName, Need, Verdict
from loyalty.visits import MOST_ADDS, VisitState
from tests.handlers.facts import MINUTE, NOW, OLGA, a_code, a_reward, a_visit, confirmed, counter

EARLIER = confirmed(id=VisitId(3), settled_at=NOW - 5 * MINUTE, stamped_at=NOW - 5 * MINUTE)
CHOICE = {"verdict": Verdict(Need.CHOICE), "earlier": EARLIER}


def labels(message: OutgoingMessage) -> list[list[str]]:
    return [[button.label for button in row] for row in message.rows]


def with_limits(**limits: Any) -> Program:
    return Program(counter(a_visit()).program.version, Rules(limits=Limits(**limits)))


def approval(state: ApprovalState, **changes: Any) -> ApprovalFacts:
    """Ben asks for twelve; the manager is Mara."""
    asked = Approval(
        id=ApprovalId(5),
        visit_id=VisitId(7),
        stamps=12,
        add=0,
        reason=None,
        state=state,
        asked_by=OLGA,
        till_id=None,
        asked_at=NOW,
        decided_by=StaffId(1),
    )
    return ApprovalFacts(
        replace(asked, **changes),
        "Mia",
        asker="Ben",
        decider="Mara",
        given=0,
        rules=Rules(),
        nth=5,
        asker_id=TelegramId(1002),
        by_manager=False,
    )


def test_a_manager_who_enters_a_large_bill_is_asked_by_nobody_but_themselves(words: Words) -> None:
    own = replace(approval(ApprovalState.ASKED, stamps=1, amount=35000), by_manager=True)
    asked = draw_approval(own, words, reader=TelegramId(1002))
    assert asked.text == (
        "Is <b>€350.00</b> for Mia right? "
        "A bill of €100.00 or more is looked at before it counts: is the comma where it belongs?"
    )
    assert labels(asked) == [["Yes", "No"]]
    assert "<b>Ben</b> asks" in draw_approval(own, words, reader=TelegramId(1001)).text
    card = draw_staff_card(counter(a_visit(), asked=own), words)
    assert "Ben is asked whether +1 · bill €350.00 is right." in card.text


def test_the_buttons_of_a_card_that_asks_carry_the_count_that_was_typed(words: Words) -> None:
    card = draw_staff_card(counter(a_visit(stamps=2), **CHOICE), words)
    assert labels(card)[:3] == [
        ["Add 2 to the visit of 8:36"], ["+2 · Second round"], ["+1", "+3", "+4", "+5", "+6"],
    ]  # fmt: skip


def test_a_manager_sees_the_bill_that_is_asked_about(words: Words) -> None:
    bill = draw_approval(approval(ApprovalState.ASKED, stamps=0, amount=35000), words)
    assert "bill €350.00" in bill.text
    assert "A bill of €100.00 or more" in bill.text, "and why"
    assert "+0" not in bill.text
    both = draw_approval(approval(ApprovalState.ASKED, stamps=1, amount=35000), words)
    assert "+1 · bill €350.00" in both.text
    small = draw_approval(approval(ApprovalState.ASKED, amount=350), words)
    assert "or more" not in small.text, "it is asked for another reason"


def test_minutes_after_a_visit_two_buttons_take_the_place_of_plus_one(words: Words) -> None:
    card = draw_staff_card(counter(a_visit(), **CHOICE), words)
    assert "Stamped at 8:36 already" in card.text
    assert labels(card) == [
        ["Add to the visit of 8:36"], ["+1 · Second round"], ["+2", "+3", "+4", "+5", "+6"], ["Not now"],
    ]  # fmt: skip
    assert card.rows[0][0].data == callbacks.Join(visit_id=VisitId(7), to=VisitId(3)).pack()
    assert card.rows[0][0].style is card.rows[1][0].style is Style.SUCCESS
    second = callbacks.ConfirmFor(visit_id=VisitId(7), stamps=3, reason=Reason.SECOND_ROUND)
    assert card.rows[2][1].data == second.pack(), "a number says what it is: the card has asked"


def test_the_time_is_the_one_on_the_cafes_wall(words: Words) -> None:
    program = Program(counter(a_visit()).program.version, Rules(zone="Europe/Tallinn"))
    card = draw_staff_card(counter(a_visit(), program=program, **CHOICE), words)
    assert labels(card)[0] == ["Add to the visit of 10:36"]


@pytest.mark.parametrize(
    "changes",
    [
        {"earlier": replace(EARLIER, adds=MOST_ADDS)},
        {"earlier": replace(EARLIER, stamps=9)},
        {"earlier": replace(EARLIER, stamps=6), "program": with_limits(above_goal=Answer.REFUSE)},
        {"handed_over": (a_reward(redeemed_at=NOW),)},
    ],
)
def test_where_nothing_can_be_added_only_the_second_round_is_left(
    words: Words, changes: dict[str, Any]
) -> None:
    card = draw_staff_card(counter(a_visit(), **{**CHOICE, **changes}), words)
    assert labels(card)[0] == ["+1 · Second round"]


def test_rewards_stand_where_they_always_do(words: Words) -> None:
    card = draw_staff_card(counter(a_visit(), rewards=(a_reward(),), **CHOICE), words)
    assert labels(card)[3] == ["Hand over: Free coffee"]


def test_often_on_one_day_the_card_asks_why(words: Words) -> None:
    facts = counter(a_visit(), verdict=Verdict(Need.REASON, LimitName.VISITS_A_DAY), today=3)
    card = draw_staff_card(facts, words)
    assert "Visit 4 of this card today. Why once more?" in card.text
    assert labels(card) == [
        ["+1 · Second round"], ["+1 · A friend's order"], ["+1 · Correction"], ["Not now"],
    ]  # fmt: skip
    friend = callbacks.ConfirmFor(visit_id=VisitId(7), stamps=1, reason=Reason.FRIEND)
    assert card.rows[1][0].data == friend.pack()


def test_where_the_owner_says_no_there_is_no_button_for_it_and_rewards_stay(words: Words) -> None:
    facts = counter(
        a_visit(),
        verdict=Verdict(Need.REFUSED, LimitName.VISITS_A_DAY),
        program=with_limits(visits_a_day=Limit(4, Answer.REFUSE)),
        rewards=(a_reward(),),
    )
    card = draw_staff_card(facts, words)
    assert "a card takes 3 visits a day" in card.text
    assert labels(card) == [["Hand over: Free coffee"], ["Not now"]]


def test_the_reason_stays_on_the_card(words: Words) -> None:
    card = draw_staff_card(counter(confirmed(reason=Reason.FRIEND)), words)
    assert "Why: a friend's order" in card.text


def test_a_frozen_card_says_so_and_still_collects(words: Words) -> None:
    card = draw_staff_card(counter(a_visit(), frozen=True), words)
    assert "Frozen" in card.text
    assert labels(card)[0] == ["+1 · 🦊 42"]


def test_no_add_is_offered_that_the_owner_refuses(words: Words) -> None:
    program = with_limits(above_goal=Answer.REFUSE)
    full = draw_staff_card(counter(confirmed(stamps=6), program=program), words)
    assert labels(full) == [["Undo all 6"]]
    room = draw_staff_card(counter(confirmed(stamps=4, adds=1), program=program), words, adding=True)
    assert labels(room) == [["+1", "+2"], ["Back"]]


def test_a_joined_visit_says_where_its_stamp_went(words: Words) -> None:
    joined = a_visit(state=VisitState.DECLINED, joined_to=VisitId(3), settled_by=OLGA, settled_at=NOW)
    card = draw_staff_card(counter(joined, joined=EARLIER), words)
    assert "Added to the visit of 8:36 by Olga." in card.text
    assert "Not now" not in card.text
    assert card.rows == ()
    code = replace(a_code(ScanState.USED, joined), joined_at=EARLIER.settled_at)
    drawn = draw_code(code, words)
    assert drawn is not None
    assert "added to your visit of 8:36. 5 of 6, one to go." in drawn.text


@pytest.mark.parametrize(
    ("state", "says"),
    [
        (ApprovalState.ASKED, "A manager is asked to let +12 pass."),
        (ApprovalState.GRANTED, "Mara let +12 pass."),
        (ApprovalState.REFUSED, "Mara said no to +12."),
    ],
)
def test_the_card_tells_whoever_asked(words: Words, state: ApprovalState, says: str) -> None:
    assert says in draw_staff_card(counter(a_visit(), asked=approval(state)), words).text


def test_a_question_that_lapsed_is_mentioned_only_where_it_ran_out(words: Words) -> None:
    said = "Nobody let +12 pass in time."
    lapsed = approval(ApprovalState.LAPSED)
    assert said in draw_staff_card(counter(a_visit(state=VisitState.EXPIRED), asked=lapsed), words).text
    assert said not in draw_staff_card(counter(confirmed(), asked=lapsed), words).text
    late = counter(confirmed(), asked=approval(ApprovalState.LAPSED, add=1), now=NOW + 16 * MINUTE)
    assert said in draw_staff_card(late, words).text


def test_the_manager_sees_who_asks_for_whom_and_has_two_buttons(words: Words) -> None:
    asked = draw_approval(approval(ApprovalState.ASKED, reason=Reason.FRIEND), words)
    assert asked.text == (
        "<b>Ben</b> asks: <b>+12</b> for Mia, visit 5 of this card today.\nWhy: a friend's order"
    )
    assert labels(asked) == [["Let it pass", "No"]]
    assert not asked.silent, "a question that waits for an answer rings"
    added = draw_approval(replace(approval(ApprovalState.ASKED, add=1), given=6), words)
    assert "on top of 6 in this visit" in added.text


@pytest.mark.parametrize("state", [ApprovalState.GRANTED, ApprovalState.REFUSED, ApprovalState.LAPSED])
def test_an_answered_question_names_all_three_and_has_no_buttons(words: Words, state: ApprovalState) -> None:
    drawn = draw_approval(approval(state), words)
    assert drawn.rows == ()
    assert "Ben" in drawn.text
    assert "Mia" in drawn.text
    assert ("Mara" in drawn.text) == (state is not ApprovalState.LAPSED)


def test_the_managers_toast_says_what_holds_whoever_was_first(words: Words) -> None:
    assert word_decided(approval(ApprovalState.GRANTED), words) == "Passed: +12"
    assert word_decided(approval(ApprovalState.REFUSED), words) == "Not passed: +12"
    assert "over" in word_decided(approval(ApprovalState.LAPSED), words)
