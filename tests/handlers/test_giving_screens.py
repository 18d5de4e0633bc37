"""Sale codes and vouchers in the chats: what is offered, what became of it, in every language, in bounds.

Not here: the paper (test_voucher_pages.py) and who may (tests/use_cases).
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.drawings.sale import draw_sale_code, draw_sale_menu, draw_sale_picture
from handlers.drawings.vouchers import draw_sheet, draw_slip, draw_void_sheet, draw_voucher_board, word_voided
from handlers.keyboards import ALONE, SHARED
from handlers.notices import word_receipt
from handlers.outgoing import OutgoingMessage
from handlers.texts import Texts, Words
from loyalty.ids import CustomerId, LocationId, OperationId, SaleCodeId, SheetId, SlipId, StaffId
from loyalty.ledger import Operation, OperationKind
from loyalty.limits import Answer, Limit, Limits
from loyalty.programs import Collects, Rules
from loyalty.receipts import VisitBooked
from loyalty.sale_codes import SaleCode, SaleCodeFacts, SaleCodeState
from loyalty.tallies import Tally
from loyalty.use_cases.paper.vouchers import SheetFacts, SlipFacts, VoucherBoard
from loyalty.use_cases.visits.sale_codes import SaleMenu
from loyalty.verdicts import LimitName
from loyalty.vouchers import LIFE, CountedSheet, Sheet, Slip
from tests.counter import MORNING

LANGUAGES = ["en", "ru", "et"]
BOTH = Rules(collects=Collects.BOTH, usual_amounts=(250, 1_000_000, 480))
CODE = SaleCode(
    SaleCodeId(1), StaffId(1), None, LocationId(1), Tally(2, 350), SaleCodeState.LIVE, MORNING,
    MORNING + timedelta(seconds=90),
)  # fmt: skip
SHEET = Sheet(SheetId(123), LocationId(1), StaffId(1), "Anna <b>", 200, MORNING, MORNING + LIFE, None)


def labels(message: OutgoingMessage) -> list[list[str]]:
    return [[button.label for button in row] for row in message.rows]


def fits(message: OutgoingMessage) -> bool:
    return len(message.text) <= 4096 and all(
        len(label) <= (SHARED if len(row) > 1 else ALONE) for row in labels(message) for label in row
    )


def sheet_of(used: int, void: int = 0) -> SheetFacts:
    """The first slips were collected, the next ones voided."""
    slips = [
        Slip(
            SlipId(number), SHEET, number, CustomerId(1) if number <= used else None,
            MORNING + timedelta(hours=number) if number <= used else None,
            MORNING if used < number <= used + void else None,
        )
        for number in range(1, SHEET.slips + 1)
    ]  # fmt: skip
    return SheetFacts(CountedSheet(SHEET, used, void), slips, Rules(), MORNING)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_offers_what_passes_and_what_is_usual(texts: Texts, language: str) -> None:
    menu = draw_sale_menu(SaleMenu(BOTH), texts.in_language(language))
    assert labels(menu)[:2] == [["+1", "+2", "+3"], ["+4", "+5", "+6"]]
    assert len(labels(menu)[2]) == 3
    assert fits(menu)


def test_no_button_makes_a_code_that_would_be_refused(words: Words) -> None:
    few = replace(BOTH, limits=Limits(stamps_a_visit=Limit(3, Answer.ASK)))
    assert labels(draw_sale_menu(SaleMenu(few), words))[0] == ["+1", "+2"]
    flagged = replace(BOTH, limits=Limits(stamps_a_visit=Limit(3, Answer.FLAG)))
    assert len(labels(draw_sale_menu(SaleMenu(flagged), words))[1]) == 3
    points = replace(BOTH, collects=Collects.POINTS)
    assert len(draw_sale_menu(SaleMenu(points), words).rows) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", SaleCodeState)
@pytest.mark.parametrize("refused", [None, LimitName.VISITS_A_DAY, LimitName.STAMPS_A_VISIT])
def test_a_code_says_what_became_of_it(
    texts: Texts, language: str, state: SaleCodeState, refused: LimitName | None
) -> None:
    words = texts.in_language(language)
    facts = SaleCodeFacts(replace(CODE, state=state, refused=refused), "EUR", "Mia <i>")
    message, picture = draw_sale_code(facts, words), draw_sale_picture(facts, words)
    assert fits(message)
    assert bool(message.rows) == (state is SaleCodeState.EXPIRED)
    assert (picture is None) == (state is SaleCodeState.LIVE)
    assert picture is None or picture.caption
    shown = refused is not None and state in (SaleCodeState.LIVE, SaleCodeState.EXPIRED)
    assert ("Mia" in message.text) == shown
    assert "<i>" not in message.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("used", "void"), [(0, 0), (1, 3), (200, 0), (100, 100)])
def test_a_sheet_fits_a_message_however_much_of_it_is_used(
    texts: Texts, language: str, used: int, void: int
) -> None:
    words, facts = texts.in_language(language), sheet_of(used, void)
    message = draw_sheet(facts, words)
    assert fits(message)
    assert len(message.rows) == (2 if used + void < 200 else 1)
    assert fits(draw_void_sheet(facts, words))
    assert fits(draw_voucher_board(VoucherBoard([facts.counted] * 8, Rules(), MORNING), words))


def test_numbers_that_follow_each_other_are_said_as_one(words: Words) -> None:
    message = draw_sheet(sheet_of(used=2, void=1), words)
    assert "Open: 4-200" in message.text
    assert "Void: 3" in message.text
    assert "Collected: 1 (14 Mar 2025, " in message.text
    over = replace(sheet_of(used=2), now=MORNING + 2 * LIFE)
    assert "Out of date: 3-200" in draw_sheet(over, words).text
    assert len(draw_sheet(over, words).rows) == 1


def test_what_voids_many_carries_their_number(words: Words) -> None:
    facts = sheet_of(used=2)
    assert labels(draw_void_sheet(facts, words))[0] == ["Yes, void 198 slips"]
    assert word_voided(facts, words) == "Void: 198 open on this sheet"


def test_a_slip_has_a_button_as_long_as_it_is_open(words: Words) -> None:
    facts = sheet_of(used=1, void=1)
    receipts = (OperationId(17), None, None)
    first, second, third = (
        draw_slip(SlipFacts(slip, receipt, facts.rules, facts.now), words)
        for slip, receipt in zip(facts.slips, receipts, strict=False)
    )
    assert "Slip <b>123-1</b>: collected · receipt № 17, to take it back: /undo 17" in first.text
    assert "void" in second.text
    assert labels(third) == [["Void 123-3"], ["Back"]]
    assert labels(first) == labels(second) == [["Back"]]


def test_a_receipt_names_the_voucher(words: Words) -> None:
    fact = VisitBooked(1, 2, 6, 0, Rules().item, "Anna", slip="7-12")
    operation = Operation(OperationId(5), "visit:1", OperationKind.VISIT, fact, None, None, MORNING)
    assert word_receipt(operation, words).endswith("thanks, Anna · voucher 7-12")
