"""Corrections and frozen cards as people read them.

Not here: what they do (tests/use_cases), and the conversations (tests/journeys).
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from aiogram.filters import CommandObject

from handlers.drawings.card import draw_card
from handlers.drawings.corrections import draw_correction, draw_take_back_question
from handlers.drawings.freezing import draw_freeze
from handlers.drawings.further_buttons import draw_old_card_question, place_further
from handlers.drawings.staff_card import draw_staff_card
from handlers.errors import word_refusal
from handlers.notices import render_receipt
from handlers.staff.corrections import parse_adjustment, parse_undo
from handlers.texts import Texts, Words
from loyalty.cards import CardFacts
from loyalty.corrections import CorrectionFacts, Freeze, FreezeFacts
from loyalty.ids import FreezeId, OperationId
from loyalty.receipts import (
    CardAdjusted,
    HandoverUndone,
    OldCardAdded,
    ReceiptFact,
    RewardHandedOver,
    StandingFact,
    VisitBooked,
    VisitTakenBack,
    VisitUndone,
)
from loyalty.refusals import AlreadyDrunk, LaterVisitFirst, UndoTooLate
from tests.handlers.facts import COFFEE, NOW, a_visit, an_operation, confirmed, counter, length, stamped

LONG = "<W&>" * 16
TAKEN = VisitTakenBack(removed=6, written_off=4, stamps=0, goal=6, rewards=1, item=COFFEE, by="Olga")
DOWN = CardAdjusted(changed=-2, stamps=1, goal=6, rewards=0, item=COFFEE, by="Olga")
UP = CardAdjusted(changed=6, stamps=1, goal=6, rewards=1, item=COFFEE, by="Olga")
OLD = OldCardAdded(added=4, stamps=4, goal=6, rewards=0, item=COFFEE, by="Olga")
OVER, BACK = RewardHandedOver(item=COFFEE, by="Olga"), HandoverUndone(item=COFFEE, by="Olga")
UNDONE = VisitUndone(removed=1, stamps=2, goal=6, rewards=0, item=COFFEE, by="Olga")


def labels(message: Any) -> list[str]:
    return [button.label for row in message.rows for button in row]


@pytest.mark.parametrize(
    ("fact", "lines"),
    [
        (
            TAKEN,
            [
                "№ 1041 · a visit was taken back · 0 of 6",
                "Olga took back a visit of 6 stamps.",
                "A reward that you had not had yet became stamps again: Free coffee.",
                "You had used 4 stamps of it already: nobody asks for them back.",
            ],
        ),
        (DOWN, ["№ 1041 · −2 stamps · 1 of 6", "Olga put your card right by hand."]),
        (
            UP,
            [
                "№ 1041 · +6 stamps · 1 of 6",
                "Olga put your card right by hand.",
                "Your card is full: <b>Free coffee</b> is yours, from your next visit.",
            ],
        ),
        (OLD, ["№ 1041 · +4 stamps from your old card · 4 of 6"]),
    ],
)
def test_a_receipt_says_what_was_put_right_and_by_whom(
    words: Words, fact: ReceiptFact, lines: list[str]
) -> None:
    assert render_receipt(an_operation(fact, 1041), words, at_once=False).text.splitlines() == lines


@pytest.mark.parametrize(
    ("fact", "asked"),
    [(TAKEN, True), (DOWN, True), (OVER, True), (UP, False), (OLD, False), (BACK, False), (UNDONE, False)],
)
def test_this_was_not_me_stands_under_what_takes_away_and_not_under_gifts(
    words: Words, fact: ReceiptFact, asked: bool
) -> None:
    receipt = render_receipt(an_operation(fact), words, at_once=False)
    assert labels(receipt) == (["This wasn't me"] if asked else [])
    assert not render_receipt(an_operation(stamped()), words, at_once=False).rows


def test_the_owner_reads_who_did_what_to_whom_and_why(words: Words) -> None:
    shown = draw_correction(CorrectionFacts(an_operation(DOWN), "Anna", "counted <twice>"), words)
    assert shown.text.splitlines() == [
        "№ 41 · <b>Anna</b> · Olga adjusted the card by −2 stamps. The card: 1 of 6.",
        "Reason: counted &lt;twice&gt;",
    ]
    forgotten = draw_correction(CorrectionFacts(an_operation(DOWN), "", ""), words).text
    assert "guest" in forgotten
    assert "Reason" not in forgotten


@pytest.mark.parametrize("fact", [TAKEN, DOWN, UP, OLD, OVER, BACK, UNDONE, stamped()])
@pytest.mark.parametrize("language", ["en", "ru", "et"])
def test_long_names_and_reasons_fit_a_message(texts: Texts, language: str, fact: StandingFact) -> None:
    words = texts.in_language(language)
    long = replace(fact, by=LONG)
    facts = CorrectionFacts(an_operation(long), LONG, "<i>" * 66)
    assert length(draw_correction(facts, words).text) < 1000
    assert length(draw_take_back_question(facts, words).text) < 1000
    said = FreezeFacts(a_freeze(), an_operation(long), LONG, NOW, NOW, "")
    assert length(draw_freeze(said, words).text) < 1000


def a_freeze(**changes: Any) -> Freeze:
    freeze = Freeze(FreezeId(1), OperationId(41), NOW, None)
    return replace(freeze, **changes)


def test_managers_read_who_says_what_and_have_one_button_until_it_is_over(words: Words) -> None:
    facts = FreezeFacts(a_freeze(), an_operation(OVER), "Anna", NOW + timedelta(hours=2), NOW, "")
    alarm = draw_freeze(facts, words)
    assert alarm.text.splitlines()[:2] == [
        '<b>Anna</b> says "this wasn\'t me" about this receipt:',
        "№ 41 · Free coffee handed over · Olga",
    ]
    assert "08:41. Said: 10:41." in alarm.text
    assert labels(alarm) == ["Unfreeze"]
    over = replace(facts, freeze=a_freeze(thawed_at=NOW))
    assert "The customer unfroze" in draw_freeze(over, words).text
    looked = draw_freeze(replace(over, thawed_by="Zoe"), words)
    assert "Zoe unfroze" in looked.text
    assert labels(looked) == []


def test_the_own_card_says_that_it_is_frozen_and_offers_the_way_out_after_a_day(words: Words) -> None:
    facts = CardFacts("Cafe", 2, 6, COFFEE, (), frozen=True)
    assert "<b>frozen</b>" in draw_card(facts, words).text
    assert labels(draw_card(facts, words)) == []
    assert labels(draw_card(replace(facts, may_thaw=True), words)) == ["Unfreeze my card"]


def test_only_a_manager_sees_adjust_and_only_while_the_visit_is_fresh(words: Words) -> None:
    for visit, shown in (
        (a_visit(), True),
        (confirmed(), True),
        (confirmed(settled_at=NOW - timedelta(1)), False),
    ):
        facts = counter(visit)
        card = draw_staff_card(facts, words)
        assert ("Adjust the card" in labels(place_further(card, facts, words, manager=True))) == shown
        assert place_further(card, facts, words, manager=False) == card


def test_an_old_card_has_a_button_for_each_count_below_the_goal(words: Words) -> None:
    facts = counter(a_visit(), old_card=True)
    assert "Old card +…" in labels(place_further(draw_staff_card(facts, words), facts, words, manager=False))
    question = draw_old_card_question(facts, words)
    assert labels(question) == ["+1", "+2", "+3", "+4", "+5", "Back"]
    assert question.text.endswith("How many stamps are on the old card?")


@pytest.mark.parametrize("refusal", [UndoTooLate(123456), AlreadyDrunk(123456), LaterVisitFirst(123456)])
@pytest.mark.parametrize("language", ["en", "ru", "et"])
def test_the_ordinary_undo_points_to_a_manager_and_fits_a_toast(
    texts: Texts, language: str, refusal: Any
) -> None:
    text = word_refusal(refusal, texts.in_language(language))
    assert "/undo 123456" in text
    assert len(text) <= 200


@pytest.mark.parametrize(
    ("said", "number", "reason"),
    [
        ("123 cup was refunded", 123, "cup was refunded"),
        ("№123", 123, ""),
        ("№ 123\nwrong\tcard", 123, "wrong card"),
        ("#7 x", 7, "x"),
        ("nr 7 viga", 7, "viga"),
    ],
)
def test_undo_is_understood_as_people_write_it(said: str, number: int, reason: str) -> None:
    assert parse_undo(CommandObject(command="undo", args=said)) == (OperationId(number), reason)


@pytest.mark.parametrize("said", [None, "", "cup", "12x y", "-3 why", "9" * 19, "١٢٣ why"])
def test_what_is_no_receipt_number_is_asked_for_again(said: str | None) -> None:
    assert parse_undo(CommandObject(command="undo", args=said)) is None


@pytest.mark.parametrize(
    ("said", "stamps", "reason"),
    [("+2 till was down", 2, "till was down"), ("−1 twice", -1, "twice"), ("- 3 x\ny", -3, "x y")],
)
def test_an_adjustment_is_understood_as_people_write_it(said: str, stamps: int, reason: str) -> None:
    wanted = parse_adjustment(said)
    assert wanted is not None
    assert (wanted.stamps, wanted.reason) == (stamps, reason)


@pytest.mark.parametrize("said", ["", "2 why", "+2", "+0 why", "+100 why", "+2 \u200b", "why +2", "+2why"])
def test_an_adjustment_without_sign_number_or_reason_is_asked_for_again(said: str) -> None:
    assert parse_adjustment(said) is None


def test_a_stamped_fact_is_no_correction(words: Words) -> None:
    fact = stamped()
    assert isinstance(fact, VisitBooked)
    assert "№ 41 · +1 · Olga" in draw_correction(CorrectionFacts(an_operation(fact), "Anna", ""), words).text
