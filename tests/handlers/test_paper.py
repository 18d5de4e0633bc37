"""Paper cards in words and on paper: the page as a printer sees it, the screens of staff, and the question.

Not here: what happens when a button is tapped (tests/journeys/test_paper.py).
"""

import io
from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2
import pytest
import zxingcpp

from handlers.drawings.paper import (
    compose_paper_cards,
    draw_paper_card,
    draw_paper_cards,
    draw_paper_offer,
    say_printed,
)
from handlers.labels import ALONE
from handlers.pictures.print_files import print_paper_cards
from handlers.staff.moves import _MOVE
from handlers.texts import Texts, Words
from handlers.typed import parse_typed
from loyalty.ids import CustomerId, LocationId, PaperCardId, StaffId
from loyalty.own_words import OwnWords
from loyalty.paper import FreshPaperCard, PaperCard, PaperCardFacts, PaperOffer, PaperState
from loyalty.programs import LONGEST_NAME, Collects, Rules
from loyalty.use_cases.paper.cards import PaperOrder
from loyalty.use_cases.paper.opening import PaperNumber
from loyalty.use_cases.visits.opening import TypedCode

BOT = "https://t.me/one_more_cup_bot"
NOW = datetime(2026, 11, 20, 8, 41, tzinfo=UTC)
TEXTS = Texts()
WIDE = Rules(cafe=("Кофейня на углу у старого моста " * 3)[:LONGEST_NAME])


def a_card(number: str = "44102739", state: PaperState = PaperState.ACTIVE) -> PaperCard:
    return PaperCard(
        PaperCardId(1), number, CustomerId(1), LocationId(1), state, StaffId(1), NOW, StaffId(1), NOW
    )


def an_order(count: int, rules: Rules, name: str = "") -> PaperOrder:
    cards = [
        FreshPaperCard(a_card(f"4410{place:04d}"), f"p_{'aZ09-_' * 3}{place:04d}", name)
        for place in range(count)
    ]
    return PaperOrder(cards, rules)


def some_facts(state: PaperState, name: str = "Olga") -> PaperCardFacts:
    return PaperCardFacts(
        card=a_card(state=state),
        customer_name=name,
        stamps=4,
        goal=6,
        rewards=1,
        points=0,
        rules=Rules(),
        issued_by="Ben",
        issued_at=NOW,
        ended_by="Cara",
        ended_at=None if state is PaperState.ACTIVE else NOW,
        used=True,
    )


@pytest.mark.parametrize("languages", [("en",), ("ru", "et")])
@pytest.mark.parametrize("count", [1, 2, 9, 10])
@pytest.mark.parametrize("rules", [Rules(cafe="Kohvik Tass"), WIDE], ids=["short", "long"])
def test_each_card_on_the_page_is_read_by_a_camera_and_has_its_number(
    count: int, languages: tuple[str, ...], rules: Rules
) -> None:
    order = an_order(count, rules, name="Maximiliane-Theodora" if count == 1 else "")
    words = tuple(TEXTS.in_language(language) for language in languages)
    pdf = print_paper_cards(compose_paper_cards(order, words, bot_link=BOT))
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        assert len(document) == 1
        size = tuple(round(side * 25.4 / 72) for side in document[0].get_size())
        assert size == ((148, 105) if count == 1 else (210, 297))
        picture = document[0].render(scale=300 / 72, grayscale=True).to_pil()
        text = document[0].get_textpage().get_text_bounded().replace("\r\n", " ")
    found = sorted(str(code.text) for code in zxingcpp.read_barcodes(picture))
    assert found == sorted(f"{BOT}?start={card.payload}" for card in order.cards)
    for card in order.cards:
        assert f"{card.card.number[:4]} {card.card.number[4:]}" in text


def test_a_blocked_card_says_since_when_and_by_whom_and_can_be_replaced(words: Words) -> None:
    active, blocked = (
        draw_paper_card(some_facts(one), words) for one in (PaperState.ACTIVE, PaperState.BLOCKED)
    )
    assert [button.label for row in active.rows for button in row] == ["Replace", "Block"]
    assert [button.label for row in blocked.rows for button in row] == ["Replace"]
    assert "Blocked since 20 Nov 2026, 08:41, by Cara" in blocked.text
    assert "<b>Olga</b> · paper card 4410 2739" in blocked.text
    assert "4 of 6 · Free coffee" in blocked.text
    for over in (PaperState.REPLACED, PaperState.MOVED):
        assert draw_paper_card(some_facts(over), words).rows == ()


@pytest.mark.parametrize("language", ["en", "ru", "et"])
def test_the_screens_are_said_in_every_language(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    for state in PaperState:
        for name in ("Olga", "", "<b>fox 42</b>"):
            text = draw_paper_card(some_facts(state, name), words).text
            assert "4410 2739" in text
            assert "42</b>" not in text
    offer = PaperOffer(
        PaperCardId(1), "44102739", 4, 6, 2, OwnWords.of({"en": "Cake & <tea>"}), 350,
        replace(Rules(cafe="Tass"), collects=Collects.BOTH),
    )  # fmt: skip
    drawn = draw_paper_offer(offer, words)
    assert "Cake &amp; &lt;tea&gt; × 2" in drawn.text
    assert len(drawn.rows) == 2
    assert "4410 0001" in say_printed(an_order(2, Rules()), words)


def test_the_list_has_a_button_each_that_fits_and_says_what_is_blocked(words: Words) -> None:
    facts = some_facts(PaperState.BLOCKED, "Maximiliane Theodora of the harbour")
    drawn = draw_paper_cards([facts], words, named=False)
    [[button]] = drawn.rows
    assert button.label.startswith("4410 2739 · blocked · Maxim")
    assert len(button.label) <= ALONE
    assert "No paper card was made for that name" in draw_paper_cards([], words, named=True).text


@pytest.mark.parametrize(
    ("text", "digits", "stamps", "bill"),
    [
        ("44102739", "44102739", None, None),
        ("4410 2739", "44102739", None, None),
        (" 4410-2739 +2 ", "44102739", 2, None),
        ("44102739 3,50", "44102739", None, "3,50"),
        ("4410 2739 +2 12.50", "44102739", 2, "12.50"),
    ],
)
def test_eight_digits_are_a_paper_card(text: str, digits: str, stamps: int | None, bill: str | None) -> None:
    typed = parse_typed(text)
    assert typed is not None
    assert (typed.digits, typed.stamps, typed.bill) == (digits, stamps, bill)
    assert typed.key == PaperNumber(digits)


@pytest.mark.parametrize(
    "text", ["4410273", "441027391", "4410 27 39", "4410  2739", "44102739 +0", "٤٤١٠٢٧٣٩"]
)
def test_other_numbers_are_none(text: str) -> None:
    assert parse_typed(text) is None


def test_six_digits_are_what_they_were() -> None:
    typed = parse_typed("418302 3,50")
    assert typed is not None
    assert typed.key == TypedCode("418302")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("123 456 the phone was stolen", ("123", "456", "the phone was stolen")),
        ("№ 123 #456", ("123", "456", None)),
        ("nr 7 nr 8 kadus", ("7", "8", "kadus")),
    ],
)
def test_two_receipts_and_why(text: str, found: tuple[str, str, str | None]) -> None:
    match = _MOVE.fullmatch(text)
    assert match is not None
    assert match.groups() == found
