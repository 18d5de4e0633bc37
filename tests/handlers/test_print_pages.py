"""Pages to print, looked at as a printer sees them: every QR read, every letter on the paper, greys only.

Not here: whether they are handsome, and who may print (test_print.py).
"""

import io
from dataclasses import replace
from functools import cache
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageOps

from handlers.drawings.print import compose_sign, compose_staff_sheet
from handlers.pictures.print_files import DPI, print_sign, print_staff_sheet
from handlers.pictures.print_lines import balanced_lines, full_lines
from handlers.pictures.print_sign import A4, A5, A6
from handlers.pictures.print_text import PrintedFiles, SignText, StaffText
from handlers.texts import Texts
from loyalty.ids import SignId
from loyalty.own_words import OwnWords
from loyalty.programs import LONGEST_NAME, LONGEST_WORDS, Collects, Rules
from loyalty.signs import Product, Sign

BOT = "https://t.me/one_more_cup_bot"
LINK = f"{BOT}?start=s_aZ09-_aZ09-_"
SIZES = {Product.SIGN_A6: A6, Product.SIGN_A5: A5, Product.FOUR: A4, Product.TENT: A4, Product.STAFF: A4}
COPIES = {Product.SIGN_A6: 1, Product.SIGN_A5: 1, Product.FOUR: 4, Product.TENT: 2}
LANGUAGES = [("en",), ("ru",), ("et",), ("ru", "et")]
PAGES = [(product, languages) for product in Product for languages in LANGUAGES]
CORNERS = ("top_left", "top_right", "bottom_left", "bottom_right")
MARGIN = 6.0
"""Millimetres at the edge that home printers leave white."""
KERNING = 0.1
TEXTS = Texts()


def words_of_length(most: int) -> OwnWords:
    return OwnWords.of({"en": ("Grande flat white with " * 9)[:most].strip(), "ru": "Щ" * most})


PLAIN = Rules(cafe="Kohvik Tass")
LONG = Rules(
    cafe=("Кофейня на углу у старого моста " * 3)[:LONGEST_NAME],
    goal=30,
    item=words_of_length(LONGEST_WORDS),
    stamp_for=words_of_length(LONGEST_WORDS),
)
UNBROKEN = replace(LONG, cafe="W" * LONGEST_NAME, goal=12, item=OwnWords.of({"en": "M" * LONGEST_WORDS}))


def sign_text(rules: Rules, languages: tuple[str, ...]) -> SignText:
    sign = Sign(SignId(3), LINK[-12:], Product.SIGN_A6, live=True, joins=0)
    words = tuple(TEXTS.in_language(language) for language in languages)
    return compose_sign(rules, sign, words, link=LINK, bot_link=BOT)


def staff_text(rules: Rules, languages: tuple[str, ...]) -> StaffText:
    return compose_staff_sheet(rules, tuple(map(TEXTS.in_language, languages)), bot_link=BOT)


@pytest.mark.parametrize("language", ["en", "ru", "et"])
def test_a_sign_in_a_cafe_of_points_promises_points_and_nothing_else(language: str) -> None:
    points = replace(PLAIN, collects=Collects.POINTS, minimum_bill=500)
    text = sign_text(points, (language,))
    said = repr((text, staff_text(points, (language,))))
    assert text.goal is None
    assert text.words[0].gives == "5 %"
    assert "5" in text.words[0].collect
    assert "30 %" in text.words[0].how
    assert not [stamp for stamp in ("stamp", "штамп", "templ", "tempel") if stamp in said.lower()]
    assert print_sign(Product.TENT, text).pdf


@cache
def printed(product: Product, languages: tuple[str, ...]) -> PrintedFiles:
    if product is Product.STAFF:
        return print_staff_sheet(staff_text(PLAIN, languages))
    return print_sign(product, sign_text(PLAIN, languages))


def picture(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png))


def letters_on(pdf: bytes) -> list[tuple[str, float, float, float, float]]:
    """Every visible letter with its box in millimetres: left, bottom, right, top."""
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        text = document[0].get_textpage()
        found = []
        for index in range(text.count_chars()):
            letter = text.get_text_range(index, 1)
            if letter.strip():
                left, bottom, right, top = (edge * 25.4 / 72 for edge in text.get_charbox(index))
                found.append((letter, left, bottom, right, top))
        return found


def words_on(pdf: bytes) -> str:
    """What stands on the page, as one line."""
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(document[0].get_textpage().get_text_range().split())


@pytest.mark.parametrize(("product", "languages"), PAGES)
def test_a_camera_reads_every_qr_on_the_printed_page(product: Product, languages: tuple[str, ...]) -> None:
    codes = zxingcpp.read_barcodes(picture(printed(product, languages).png).reduce(2))
    expected = BOT if product is Product.STAFF else LINK
    assert [code.text for code in codes] == [expected] * COPIES.get(product, 1)
    assert {str(code.ec_level) for code in codes} <= {"M", "Q", "H"}


@pytest.mark.parametrize(("product", "languages"), PAGES)
def test_every_letter_stands_on_the_paper_and_off_its_edge(
    product: Product, languages: tuple[str, ...]
) -> None:
    assert_inside(printed(product, languages).pdf, SIZES[product])


@pytest.mark.parametrize(
    ("product", "rules"),
    [*((product, LONG) for product in Product), (Product.SIGN_A6, UNBROKEN), (Product.TENT, UNBROKEN)],
)
def test_long_names_and_longer_languages_fit(product: Product, rules: Rules) -> None:
    files = longer(product, rules, ("ru", "et"))
    assert_inside(files.pdf, SIZES[product])
    assert_no_overlap(files.pdf)
    assert_clear_of_qrs(files, COPIES.get(product, 1))


def longer(product: Product, rules: Rules, languages: tuple[str, ...]) -> PrintedFiles:
    """The page in languages that say everything in 40 % more letters."""
    if product is Product.STAFF:
        return print_staff_sheet(stretched(staff_text(rules, languages)))
    return print_sign(product, stretched(sign_text(rules, languages)))


def stretched(text: Any) -> Any:
    """Every sentence 40 % longer; what the owner named and the addresses are long already."""
    if isinstance(text, str):
        return text + "ы" * (len(text) * 2 // 5)
    if isinstance(text, tuple):
        return tuple(stretched(part) for part in text)
    if hasattr(text, "__dataclass_fields__"):
        kept = {"cafe", "link", "handle", "footer", "goal", "item", "numbered", "language"}
        names = [name for name in text.__dataclass_fields__ if name not in kept]
        return replace(text, **{name: stretched(getattr(text, name)) for name in names})
    return text


def assert_inside(pdf: bytes, size: tuple[float, float]) -> None:
    width, height = size
    outside = [
        letter
        for letter, left, bottom, right, top in letters_on(pdf)
        if left < MARGIN or bottom < MARGIN or right > width - MARGIN or top > height - MARGIN
    ]
    assert outside == []


def assert_no_overlap(pdf: bytes) -> None:
    """No letter lies on another, a tenth of a millimetre of kerning aside."""
    letters = sorted(letters_on(pdf), key=lambda one: one[1])
    clashes = []
    for index, (letter, _, bottom, right, top) in enumerate(letters):
        for other, left_of_other, bottom_of_other, _, top_of_other in letters[index + 1 :]:
            if left_of_other > right - KERNING:
                break
            if bottom_of_other < top - KERNING and top_of_other > bottom + KERNING:
                clashes.append(f"{letter} and {other}")
    assert clashes == []


def assert_clear_of_qrs(files: PrintedFiles, count: int) -> None:
    """Every QR can be read, and no letter stands in its quiet zone."""
    page = picture(files.png).reduce(2)
    codes = zxingcpp.read_barcodes(page)
    assert len(codes) == count
    dot = 25.4 / DPI * 2
    for code in codes:
        corners = [getattr(code.position, corner) for corner in CORNERS]
        xs = [corner.x * dot for corner in corners]
        ys = [page.height * dot - corner.y * dot for corner in corners]
        quiet = (max(xs) - min(xs)) / 45 * 4  # four modules of the largest code that we print
        inside = [
            letter
            for letter, left, bottom, right, top in letters_on(files.pdf)
            if right > min(xs) - quiet and left < max(xs) + quiet
            and top > min(ys) - quiet and bottom < max(ys) + quiet
        ]  # fmt: skip
        assert inside == []


@pytest.mark.parametrize("product", list(Product))
def test_the_page_has_the_size_that_its_name_says(product: Product) -> None:
    files = printed(product, ("en",))
    width, height = SIZES[product]
    with pypdfium2.PdfDocument(files.pdf) as document:
        assert document[0].get_size() == pytest.approx((width / 25.4 * 72, height / 25.4 * 72), abs=0.1)
    image = picture(files.png)
    assert image.size == pytest.approx((width / 25.4 * DPI, height / 25.4 * DPI), abs=1)
    assert image.info["dpi"] == pytest.approx((DPI, DPI), abs=0.1)


def test_a6_has_the_dots_that_print_shops_ask_for() -> None:
    assert picture(printed(Product.SIGN_A6, ("en",)).png).size == pytest.approx((1240, 1748), abs=1)


@pytest.mark.parametrize("product", list(Product))
def test_the_pdf_knows_no_colours(product: Product) -> None:
    with pypdfium2.PdfDocument(printed(product, ("en",)).pdf) as document:
        colours = document[0].render(scale=1).to_pil().convert("RGB").getcolors(1 << 24)
    assert colours is not None
    assert all(red == green == blue for _, (red, green, blue) in colours)
    assert len(colours) > 2


@pytest.mark.parametrize("product", list(Product))
def test_a_printer_that_knows_no_greys_prints_a_qr_that_can_be_read(product: Product) -> None:
    hard = picture(printed(product, ("ru", "et")).png).point(lambda grey: 255 if grey > 127 else 0)
    small = hard.resize((hard.width // 3, hard.height // 3))
    assert len(zxingcpp.read_barcodes(small)) == COPIES.get(product, 1)


def test_the_qr_is_read_though_a_cup_left_its_ring_on_it() -> None:
    page = picture(printed(Product.SIGN_A6, ("en",)).png)
    (code,) = zxingcpp.read_barcodes(page)
    corner = code.position
    side = corner.bottom_right.x - corner.top_left.x
    x, y = corner.top_left.x + side * 2 // 5, corner.top_left.y + side * 2 // 5
    page.paste(0, (x, y, x + side * 3 // 10, y + side * 3 // 10))
    assert [one.text for one in zxingcpp.read_barcodes(page)] == [LINK]


@pytest.mark.parametrize("languages", LANGUAGES)
def test_a_sign_says_who_what_for_and_three_steps(languages: tuple[str, ...]) -> None:
    said = words_on(printed(Product.SIGN_A6, languages).pdf)
    expected = {
        "en": [
            "6 stamps give you",
            "Free coffee",
            "each hot drink",
            "Scan",
            "Tap Start",
            "“Stamp me”",
            "“fox 42”",
        ],
        "ru": ["За 6 штампов", "Бесплатный кофе", "каждый горячий напиток", "«Поставить штамп»", "«лиса 42»"],
        "et": ["6 templit annavad", "Tasuta kohv", "iga kuum jook", "„Tempel palun“", "„rebane 42“"],
    }
    for part in ["Kohvik Tass", "@one_more_cup_bot", "t.me/one_more_cup_bot"]:
        assert part in said
    for language in languages:
        for part in expected[language]:
            assert part in said.replace("\u00a0", " "), part


def test_the_third_step_says_what_to_tap_and_that_the_pair_code_is_an_example() -> None:
    said = words_on(printed(Product.TENT, ("en",)).pdf).replace("\u00a0", " ")
    assert "Tap “Stamp me”" in said
    assert "say the animal and number on your screen, such as “fox 42”" in said


def test_the_staff_sheet_names_every_way_in_and_what_to_do_when_nothing_answers() -> None:
    said = words_on(printed(Product.STAFF, ("en",)).pdf)
    expected = [
        "Scan the QR", "418302 +2", "list of who waits", "/confirm 418302", "Undo", "Add to this visit",
        "No answer?", "on paper", "owner and managers", "/undo", "/adjust", "/print",
    ]  # fmt: skip
    for part in expected:
        assert part in said, part


def test_what_the_letters_do_not_have_is_left_out() -> None:
    rules = replace(PLAIN, cafe="☕ Kohvik 🦊 Tass 咖啡", item=OwnWords.of({"en": "🍰 Cake"}))
    said = words_on(print_sign(Product.SIGN_A6, sign_text(rules, ("en",))).pdf)
    assert said.startswith("Kohvik Tass 6 stamps give you Cake")


def test_a_name_of_which_no_letter_can_be_printed_spoils_nothing() -> None:
    rules = replace(PLAIN, cafe="咖啡", goal=99)
    files = print_sign(Product.FOUR, sign_text(rules, ("en",)))
    assert len(zxingcpp.read_barcodes(picture(files.png))) == 4


def test_the_tent_reads_the_same_from_both_sides() -> None:
    page = picture(printed(Product.TENT, ("en",)).png)
    turned = page.rotate(180)
    difference = ImageOps.invert(ImageOps.grayscale(page)).getbbox()
    assert difference == pytest.approx(ImageOps.invert(ImageOps.grayscale(turned)).getbbox(), abs=2)
    codes = zxingcpp.read_barcodes(page)
    assert sorted(abs(code.orientation) for code in codes) == [0, 180]


def test_lines_are_as_few_as_possible_and_of_about_one_length() -> None:
    text = "one two three four five six seven"
    few = full_lines(text, 18, len)
    even = balanced_lines(text, 18, len)
    assert " ".join(even) == " ".join(few) == text
    assert len(even) == len(few)
    assert max(map(len, even)) <= 18
    assert max(map(len, even)) - min(map(len, even)) <= max(map(len, few)) - min(map(len, few))


def test_a_word_wider_than_the_line_is_cut_and_a_pair_code_is_not() -> None:
    assert full_lines("abcdefgh", 3, len) == ["abc", "def", "gh"]
    assert full_lines("say fox\u00a042", 7, len) == ["say", "fox\u00a042"]
    assert full_lines("", 3, len) == []
