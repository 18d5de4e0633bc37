"""The staff card in every state: what stands on it, which buttons it has.

Not here: what the buttons do.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers import callbacks
from handlers.drawings.counter_toasts import word_declined, word_stamped, word_undone
from handlers.drawings.staff_card import draw_staff_card
from handlers.outgoing import OutgoingMessage, Style
from handlers.texts import Words
from loyalty.ids import StaffId, VisitId
from loyalty.own_words import OwnWords
from loyalty.programs import Program, Rules
from loyalty.receipts import HandoverUndone, RewardHandedOver, VisitUndone
from loyalty.rewards import OfferState, RewardState
from loyalty.use_cases.visits.earning import Stamped
from loyalty.visits import MOST_ADDS, VisitState
from tests.handlers.facts import (
    COFFEE,
    MINUTE,
    NOW,
    OLGA,
    a_reward,
    a_visit,
    an_offer,
    an_operation,
    confirmed,
    counter,
    length,
    stamped,
)


def labels(message: OutgoingMessage) -> list[list[str]]:
    return [[button.label for button in row] for row in message.rows]


def test_an_open_card_says_who_stands_there_and_offers_one_to_six(words: Words) -> None:
    card = draw_staff_card(counter(a_visit()), words)
    assert card.text == "🦊 <b>fox 42</b> · <b>Anna</b>\n<b>4 of 6</b>"
    assert labels(card) == [["+1 · 🦊 42"], ["+2", "+3", "+4", "+5", "+6"], ["Not now"]]
    assert card.rows[0][0].style is Style.SUCCESS
    assert card.rows[0][0].data == callbacks.Confirm(visit_id=VisitId(7), stamps=1).pack()
    assert card.silent


def test_a_long_card_breaks_its_second_row(words: Words) -> None:
    card = draw_staff_card(counter(a_visit(), goal=9), words)
    assert [len(row) for row in card.rows] == [1, 5, 3, 1]


def test_no_button_is_above_what_passes_without_a_manager(words: Words) -> None:
    card = draw_staff_card(counter(a_visit(), goal=12), words)
    assert labels(card)[2] == ["+7", "+8", "+9"]


def test_a_card_of_one_stamp_has_no_second_row(words: Words) -> None:
    assert labels(draw_staff_card(counter(a_visit(), goal=1), words)) == [["+1 · 🦊 42"], ["Not now"]]


def test_rewards_stand_in_rows_of_their_own_one_for_each_kind(words: Words) -> None:
    cookie = OwnWords.of({"en": "Cookie"})
    rewards = (a_reward(5), a_reward(6), a_reward(8, item=cookie))
    card = draw_staff_card(counter(a_visit(), rewards=rewards), words)
    assert "Rewards: Free coffee × 2, Cookie" in card.text
    assert labels(card)[2:4] == [["Hand over: Free coffee"], ["Hand over: Cookie"]]
    assert card.rows[2][0].style is Style.PRIMARY
    assert card.rows[2][0].data == callbacks.HandOver(visit_id=VisitId(7), reward_id=a_reward(5).id).pack()


def test_a_reward_that_the_customer_picked_is_named_and_is_the_one_behind_the_button(words: Words) -> None:
    rewards = (a_reward(5), a_reward(6))
    card = draw_staff_card(counter(a_visit(), rewards=rewards, picked=rewards[1]), words)
    assert "Wants it now: <b>Free coffee</b>" in card.text
    assert card.rows[2][0].data == callbacks.HandOver(visit_id=VisitId(7), reward_id=rewards[1].id).pack()


def test_a_reward_filled_in_this_visit_waits_for_the_next_unless_the_rules_say_at_once(words: Words) -> None:
    fresh = a_reward(issued_visit_id=VisitId(7))
    operations = (an_operation(stamped(0, rewards=1)),)
    facts = counter(confirmed(), rewards=(fresh,), operations=operations, stamps=0)
    card = draw_staff_card(facts, words)
    assert "Card filled: Free coffee, from the next visit." in card.text
    assert ["Hand over: Free coffee"] not in labels(card)
    at_once = replace(facts, program=Program(facts.program.version, Rules(reward_at_once=True)))
    card = draw_staff_card(at_once, words)
    assert "Card filled: Free coffee, can be had now." in card.text
    assert ["Hand over: Free coffee"] in labels(card)


def test_while_the_customer_is_asked_the_button_is_gone(words: Words) -> None:
    reward = a_reward()
    offers = (an_offer(reward, OfferState.ASKED),)
    card = draw_staff_card(counter(a_visit(), rewards=(reward,), offers=offers), words)
    assert "Asked the customer: hand over Free coffee?" in card.text
    assert ["Hand over: Free coffee"] not in labels(card)


def test_after_a_no_staff_see_it_and_may_ask_again(words: Words) -> None:
    reward = a_reward()
    offers = (an_offer(reward, OfferState.REFUSED),)
    card = draw_staff_card(counter(a_visit(), rewards=(reward,), offers=offers), words)
    assert "The customer said no to Free coffee." in card.text
    assert ["Hand over: Free coffee"] in labels(card)


def test_after_the_tap_the_card_is_the_result(words: Words) -> None:
    facts = counter(confirmed(), stamps=5, operations=(an_operation(stamped(5)),))
    card = draw_staff_card(facts, words)
    assert card.text == "🦊 <b>fox 42</b> · <b>Anna</b>\n<b>5 of 6, one to go</b>\n№ 41 · +1 · Olga"
    assert labels(card) == [["Undo", "Make it 2"], ["Add to this visit"]]


def test_make_it_two_is_for_a_single_stamp_without_adds(words: Words) -> None:
    assert labels(draw_staff_card(counter(confirmed(stamps=2)), words))[0] == ["Undo all 2"]
    assert labels(draw_staff_card(counter(confirmed(stamps=2, adds=1)), words))[0] == ["Undo all 2"]


def test_undo_says_how_many_stamps_it_takes_and_one_needs_no_number(words: Words) -> None:
    assert labels(draw_staff_card(counter(confirmed(stamps=5)), words))[0] == ["Undo all 5"]
    assert labels(draw_staff_card(counter(confirmed()), words))[0][0] == "Undo"


def test_adding_opens_a_row_with_the_number_of_the_add(words: Words) -> None:
    card = draw_staff_card(counter(confirmed(stamps=2, adds=1)), words, adding=True)
    assert labels(card) == [["+1", "+2", "+3", "+4", "+5"], ["+6"], ["Back"]]
    assert card.rows[0][2].data == callbacks.Add(visit_id=VisitId(7), stamps=3, add=2).pack()


def test_undo_goes_after_ten_minutes_and_add_after_fifteen(words: Words) -> None:
    facts = counter(confirmed())
    assert labels(draw_staff_card(replace(facts, now=NOW + 11 * MINUTE), words)) == [
        ["Make it 2"],
        ["Add to this visit"],
    ]
    assert draw_staff_card(replace(facts, now=NOW + 16 * MINUTE), words).rows == ()


def test_a_visit_with_too_many_adds_takes_no_more(words: Words) -> None:
    assert labels(draw_staff_card(counter(confirmed(stamps=10, adds=MOST_ADDS)), words)) == [["Undo all 10"]]


def test_undo_is_off_once_the_filled_reward_was_handed_over(words: Words) -> None:
    card = draw_staff_card(counter(confirmed(), undo_blocked=True), words)
    assert "Undo is off" in card.text
    assert labels(card)[0] == ["Make it 2"]


def test_a_reward_handed_over_can_be_given_back_for_ten_minutes_and_then_not(words: Words) -> None:
    drunk = a_reward(
        state=RewardState.REDEEMED, redeemed_at=NOW, redeemed_by=OLGA, redeemed_visit_id=VisitId(7)
    )
    done = an_operation(RewardHandedOver(item=COFFEE, by="Olga"), 42)
    facts = counter(a_visit(), handed_over=(drunk,), operations=(done,))
    card = draw_staff_card(facts, words)
    assert "№ 42 · Free coffee handed over · Olga" in card.text
    assert labels(card)[-1] == ["Undo: Free coffee"]
    later = replace(facts, now=NOW + 8 * MINUTE, handed_over=(replace(drunk, redeemed_at=NOW - 5 * MINUTE),))
    assert ["Undo: Free coffee"] not in labels(draw_staff_card(later, words))


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (VisitState.DECLINED, "Not now: Olga put it aside, nothing was given."),
        (VisitState.EXPIRED, "Ran out: nothing was given. Ask for a new code."),
        (VisitState.UNDONE, "Undone by Olga."),
    ],
)
def test_a_visit_that_is_over_says_so_and_has_no_buttons(
    words: Words, state: VisitState, sentence: str
) -> None:
    visit = a_visit(state=state, settled_by=OLGA, settled_at=NOW, undone_by=OLGA, undone_at=NOW)
    card = draw_staff_card(counter(visit, rewards=(a_reward(),)), words)
    assert sentence in card.text
    assert card.rows == ()


def test_an_open_visit_past_its_time_is_drawn_as_over_before_the_sweep_comes(words: Words) -> None:
    card = draw_staff_card(counter(a_visit(), now=NOW + timedelta(minutes=9)), words)
    assert "Ran out" in card.text
    assert card.rows == ()


def test_everything_that_was_done_stands_there_with_its_number(words: Words) -> None:
    operations = (
        an_operation(stamped(), 41),
        an_operation(RewardHandedOver(item=COFFEE, by="Olga"), 42),
        an_operation(HandoverUndone(item=COFFEE, by="Max"), 43),
        an_operation(VisitUndone(removed=1, stamps=4, goal=6, rewards=0, item=COFFEE, by="Max"), 44),
    )
    card = draw_staff_card(counter(confirmed(), operations=operations), words)
    assert card.text.splitlines()[2:] == [
        "№ 41 · +1 · Olga",
        "№ 42 · Free coffee handed over · Olga",
        "№ 43 · Free coffee given back · Max",
        "№ 44 · −1, taken back · Max",
    ]


def test_a_customer_without_a_code_or_a_name_is_a_guest(words: Words) -> None:
    card = draw_staff_card(counter(a_visit(pair_code=None), customer_name="🦊 42"), words)
    assert card.text.startswith("<b>guest</b>")
    assert labels(card)[0] == ["+1"]


def test_a_card_with_everything_and_hostile_words_fits_and_is_quoted(words: Words) -> None:
    evil = OwnWords.of({"en": "<script>&" * 500})
    rewards = tuple(a_reward(n, item=OwnWords.of({"en": f"{n}{'<x>' * 200}"})) for n in range(1, 40))
    operations = tuple(
        an_operation(replace(stamped(rewards=2, by="<b>" * 21), item=evil), n) for n in range(MOST_ADDS + 1)
    )
    facts = counter(
        a_visit(), customer_name="</b>" * 900, rewards=rewards, operations=operations, picked=rewards[0]
    )
    card = draw_staff_card(facts, words)
    assert length(card.text) <= 4096
    assert "<script>" not in card.text
    assert "<x>" not in card.text
    assert max(len(button.label) for row in card.rows for button in row) <= 32


def test_the_toast_is_what_one_says_aloud(words: Words) -> None:
    fresh = Stamped(confirmed(), stamps=5, goal=6, filled=None, by="Olga", by_id=OLGA, fresh=True)
    again = replace(fresh, fresh=False)
    assert word_stamped(fresh, words, me=OLGA) == "5 of 6, one to go"
    assert word_stamped(again, words, me=OLGA) == "5 of 6, one to go"
    first = word_stamped(again, words, me=StaffId(4))
    assert first == "Olga was first: 5 of 6, one to go"


def test_a_full_card_is_said_aloud(words: Words) -> None:
    full = Stamped(confirmed(), stamps=0, goal=6, filled=COFFEE, by="Olga", by_id=OLGA, fresh=True)
    assert word_stamped(full, words, me=OLGA) == "Card full: Free coffee. 0 of 6"
    two = replace(full, rewards=2)
    assert word_stamped(two, words, me=OLGA) == "Cards full: Free coffee × 2. 0 of 6"


def test_a_tap_on_what_somebody_else_ended_says_how_it_ended(words: Words) -> None:
    undone = counter(a_visit(state=VisitState.UNDONE))
    seen = Stamped(undone.visit, stamps=4, goal=6, filled=None, by="Olga", by_id=OLGA, fresh=False)
    assert "undone" in word_stamped(seen, words, me=OLGA)
    assert word_undone(undone, words) == "Undone: 4 of 6"
    assert word_declined(counter(a_visit(state=VisitState.DECLINED)), words) == "Put aside, nothing was given"
    assert "settled" in word_declined(counter(confirmed()), words)
