"""What stands behind the buttons of paper cards, and of cards that move to another account.

Not here: the visit that a paper card opens (counter.py).
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.bounds import ROW
from loyalty.ids import OperationId, PaperCardId, VisitId


class ShowPaper(CallbackData, prefix="ks"):
    """Open or close the two buttons of a paper card under a staff card."""

    visit_id: Annotated[VisitId, ROW]
    shown: bool


class OpenPaper(CallbackData, prefix="ko"):
    """A card of the list."""

    card_id: Annotated[PaperCardId, ROW]


class ReplacePaper(CallbackData, prefix="kr"):
    """A new card for the same customer."""

    card_id: Annotated[PaperCardId, ROW]
    in_visit: bool
    """Under a staff card, which is redrawn by itself."""


class ReprintPaper(CallbackData, prefix="kp"):
    """The same card once more, as long as nobody used it."""

    card_id: Annotated[PaperCardId, ROW]


class BlockPaper(CallbackData, prefix="kb"):
    """The card was lost."""

    card_id: Annotated[PaperCardId, ROW]
    in_visit: bool
    """Under a staff card, which is redrawn by itself."""


class ForgetPaper(CallbackData, prefix="kf"):
    """Erase whoever the card was made for; `sure` once the manager was asked."""

    card_id: Annotated[PaperCardId, ROW]
    sure: bool


class MovePaper(CallbackData, prefix="km"):
    """Move the card whose link was opened here, or leave it as it is.

    That it was held before this phone stands in the conversation: the number of a row would be no proof.
    """

    card_id: Annotated[PaperCardId, ROW]
    agreed: bool


class MoveCards(CallbackData, prefix="mv"):
    """Move what is on the card of one receipt to that of another, or leave it; the reason is remembered."""

    old: Annotated[OperationId, ROW]
    new: Annotated[OperationId, ROW]
    sure: bool


PAPER: tuple[type[CallbackData], ...] = (
    ShowPaper, OpenPaper, ReplacePaper, ReprintPaper, BlockPaper, ForgetPaper, MovePaper, MoveCards,
)  # fmt: skip
