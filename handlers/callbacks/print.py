"""What stands behind the buttons of what can be printed.

Not here: what a sign's own link opens (handlers/customer/sign.py).
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.bounds import ROW
from loyalty.ids import SignId
from loyalty.signs import PaperLanguages, Product


class ShowPrintMenu(CallbackData, prefix="wm"):
    """Back to what can be printed."""


class ChoosePaperLanguage(CallbackData, prefix="wl"):
    """Ask in which language this is to be printed."""

    product: Product


class PrintPaper(CallbackData, prefix="wp"):
    """Print this in these languages."""

    product: Product
    languages: PaperLanguages


class ReplaceSigns(CallbackData, prefix="wr"):
    """End the signs up to the newest that the person saw; `sure` once they were asked."""

    up_to: Annotated[SignId, ROW]
    sure: bool


PRINT: tuple[type[CallbackData], ...] = (
    ShowPrintMenu, ChoosePaperLanguage, PrintPaper, ReplaceSigns,
)  # fmt: skip
