"""What stands behind the buttons of sale codes and vouchers: how much, which sheet, which slip.

Not here: the staff card, into which a collected sale code turns (counter.py).
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.callbacks.bounds import ROW
from loyalty.ids import SheetId
from loyalty.money import LARGEST_BILL
from loyalty.vouchers import MOST_SLIPS

Slips = Annotated[int, Field(ge=1, le=MOST_SLIPS)]


class MakeSale(CallbackData, prefix="xs"):
    """Show a sale code of so many stamps and this bill in minor units of the currency; 0: none."""

    stamps: Annotated[int, Field(ge=0, le=99)]
    amount: Annotated[int, Field(ge=0, le=LARGEST_BILL)]
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]


class PrintSheet(CallbackData, prefix="xp"):
    """Print so many vouchers."""

    slips: Slips


class ListSheets(CallbackData, prefix="xl"):
    """Back to all sheets."""


class OpenSheet(CallbackData, prefix="xo"):
    """Which slips of a sheet are open."""

    sheet_id: Annotated[SheetId, ROW]


class VoidSheet(CallbackData, prefix="xv"):
    """Void what is open of a sheet; asked once."""

    sheet_id: Annotated[SheetId, ROW]
    sure: bool


class VoidSlip(CallbackData, prefix="xd"):
    """Void one slip."""

    sheet_id: Annotated[SheetId, ROW]
    number: Slips


GIVING: tuple[type[CallbackData], ...] = (MakeSale, PrintSheet, ListSheets, OpenSheet, VoidSheet, VoidSlip)
