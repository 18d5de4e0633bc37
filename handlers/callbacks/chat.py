"""What stands behind the buttons about letters and short answers.

Not here: the answer to a letter, which is a reply and no button.
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

Slot = Annotated[int, Field(ge=0, le=13)]


class PassOn(CallbackData, prefix="lp"):
    """That was not the answer: the message goes to the cafe."""


class OpenAnswers(CallbackData, prefix="an"):
    """All short answers."""


class OpenAnswer(CallbackData, prefix="ao"):
    """One short answer, by its place among the kinds."""

    slot: Slot


class WriteAnswer(CallbackData, prefix="aw"):
    """Write it, in one language."""

    slot: Slot
    language: Annotated[str, Field(max_length=16)]


class AskTriggers(CallbackData, prefix="at"):
    """Which words ask for it?"""

    slot: Slot


class DropAnswer(CallbackData, prefix="ax"):
    """Delete it; asks once."""

    slot: Slot
    sure: bool


CHAT: tuple[type[CallbackData], ...] = (
    PassOn, OpenAnswers, OpenAnswer, WriteAnswer, AskTriggers, DropAnswer,
)  # fmt: skip
