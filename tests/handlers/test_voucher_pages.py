"""Sheets of vouchers as printer and camera see them: every QR read, every letter on the paper, greys only.

Not here: who may print (tests/use_cases/test_vouchers.py), and what the chats say (test_voucher_screens.py).
"""

import io
from dataclasses import replace
from functools import cache

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageOps

from handlers.drawings.vouchers import compose_vouchers
from handlers.pictures.print_files import print_vouchers
from handlers.pictures.print_sign import A4
from handlers.texts import Texts
from loyalty.ids import LocationId, SheetId, StaffId
from loyalty.programs import LONGEST_NAME, Rules
from loyalty.use_cases.paper.vouchers import PrintedSheet
from loyalty.vouchers import LIFE, Sheet
from tests.counter import MORNING

BOT = "https://t.me/one_more_cup_bot"
PLAIN = Rules(cafe="Kohvik Tass")
LONG = replace(PLAIN, cafe=("Кофейня на углу у старого моста " * 3)[:LONGEST_NAME])
A_PAGE = 14
MARGIN = 6.0
"""Millimetres at the edge that home printers leave white."""
TEXTS = Texts()
LANGUAGES = [("en",), ("ru",), ("et",), ("ru", "et")]


def payloads(slips: int) -> list[str]:
    return [f"v_{number:04d}" + "aZ09-_" * 3 for number in range(1, slips + 1)]


@cache
def printed(slips: int, languages: tuple[str, ...], rules: Rules = PLAIN) -> bytes:
    sheet = Sheet(
        SheetId(7), LocationId(1), StaffId(1), "Anna", slips, MORNING, MORNING + LIFE, voided_at=None
    )
    order = PrintedSheet(sheet, payloads(slips), rules, ())
    return print_vouchers(
        compose_vouchers(order, [TEXTS.in_language(one) for one in languages], bot_link=BOT)
    )


def pages(pdf: bytes) -> list[Image.Image]:
    """The pages as a 150 dpi printer puts them on paper."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=150 / 72).to_pil().convert("RGB") for page in document]


def words_on(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


@pytest.mark.parametrize("languages", LANGUAGES)
def test_a_camera_reads_every_slip_of_every_page(languages: tuple[str, ...]) -> None:
    found = [code.text for page in pages(printed(40, languages)) for code in zxingcpp.read_barcodes(page)]
    assert len(found) == 40
    assert set(found) == {f"{BOT}?start={payload}" for payload in payloads(40)}


@pytest.mark.parametrize("slips", [1, A_PAGE, A_PAGE + 1, 40])
def test_it_takes_as_many_pages_as_it_needs(slips: int) -> None:
    with pypdfium2.PdfDocument(printed(slips, ("en",))) as document:
        assert len(document) == -(-slips // A_PAGE)
        for page in document:
            assert page.get_size() == pytest.approx([side * 72 / 25.4 for side in A4], abs=0.5)


def test_a_slip_says_whose_it_is_what_it_is_worth_its_number_and_until_when() -> None:
    said = words_on(printed(15, ("en", "et")))
    for number in range(1, 16):
        assert f"7-{number} " in f"{said} "
    assert said.count("Kohvik Tass") == 15
    assert said.count("@one_more_cup_bot") == 15
    assert "One stamp · Üks tempel" in said
    assert "Once, until 13 Apr 2025" in said
    assert "Üks kord, kuni 13. apr 2025" in said


@pytest.mark.parametrize("rules", [PLAIN, LONG], ids=["plain", "long"])
@pytest.mark.parametrize("languages", LANGUAGES)
def test_every_letter_stands_on_its_slip_and_off_the_edge(languages: tuple[str, ...], rules: Rules) -> None:
    width, height = A4
    with pypdfium2.PdfDocument(printed(A_PAGE, languages, rules)) as document:
        text = document[0].get_textpage()
        for index in range(text.count_chars()):
            if not text.get_text_range(index, 1).strip():
                continue
            left, bottom, right, top = (edge * 25.4 / 72 for edge in text.get_charbox(index))
            assert left >= MARGIN
            assert bottom >= MARGIN
            assert right <= width - MARGIN
            assert top <= height - MARGIN
            assert not left < width / 2 < right  # the cut between the columns


def test_there_is_nothing_but_greys() -> None:
    [page] = pages(printed(A_PAGE, ("en",)))
    assert ImageOps.grayscale(page).convert("RGB").tobytes() == page.tobytes()


def test_two_hundred_slips_are_small_enough_for_any_chat() -> None:
    content = printed(200, ("en", "ru"))
    assert len(content) < 4_000_000
    assert content.startswith(b"%PDF")
    assert io.BytesIO(content).getbuffer().nbytes == len(content)
