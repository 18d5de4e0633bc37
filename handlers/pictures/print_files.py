"""A sheet as the two files that people print: PDF, and the same as a picture for shops that want one.

Not here: what stands on it (print_sign.py, print_staff.py) and sending it.
"""

import io
import threading
from typing import Final

import pypdfium2

from handlers.pictures.print_cards import draw_paper_cards
from handlers.pictures.print_paper import Paper
from handlers.pictures.print_sign import A5, A6, draw_four, draw_sign, draw_tent
from handlers.pictures.print_staff import draw_staff_sheet
from handlers.pictures.print_text import PaperCardsText, PrintedFiles, SignText, StaffText, VoucherText
from handlers.pictures.print_vouchers import draw_vouchers
from loyalty.signs import Product

DPI: Final = 300
"""What print shops ask for: A6 has 1240 x 1748 dots."""

_PDFIUM: Final = threading.Lock()  # the library is not made for two threads at once


def print_sign(product: Product, text: SignText) -> PrintedFiles:
    """A sign or tent as files; some hundred milliseconds, so in a worker thread.

    Raises ValueError for the staff sheet, which is no sign.
    """
    match product:
        case Product.SIGN_A6:
            paper = draw_sign(text, width=A6[0], height=A6[1])
        case Product.SIGN_A5:
            paper = draw_sign(text, width=A5[0], height=A5[1])
        case Product.FOUR:
            paper = draw_four(text)
        case Product.TENT:
            paper = draw_tent(text)
        case _:
            raise ValueError(f"{product} has no join link")
    return _files_of(paper)


def print_staff_sheet(text: StaffText) -> PrintedFiles:
    """The staff sheet as files; in a worker thread."""
    return _files_of(draw_staff_sheet(text))


def print_vouchers(text: VoucherText) -> bytes:
    """A sheet of vouchers as PDF, of up to fifteen pages; a second or two, so in a worker thread."""
    return draw_vouchers(text).to_pdf()


def print_paper_cards(text: PaperCardsText) -> bytes:
    """Paper cards as PDF; in a worker thread."""
    return draw_paper_cards(text).to_pdf()


def _files_of(paper: Paper) -> PrintedFiles:
    pdf = paper.to_pdf()
    return PrintedFiles(pdf=pdf, png=_picture_of(pdf))


def _picture_of(pdf: bytes) -> bytes:
    """The one page in greys at 300 dpi; the file says so, and prints in its true size."""
    with _PDFIUM, pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[0].render(scale=DPI / 72, grayscale=True)
        picture = bitmap.to_pil().copy()
        bitmap.close()
    png = io.BytesIO()
    picture.save(png, format="PNG", dpi=(DPI, DPI))
    return png.getvalue()
