"""Buttons as Telegram takes them: the inline rows of a drawing, and the customer's permanent keyboard.

Not here: which buttons a screen has (drawings/) and what they do.
"""

from typing import Final

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from handlers.outgoing import Rows
from handlers.texts import Words

SHARED: Final = 18
"""Characters that fit a button beside another one on a small phone."""
ALONE: Final = 32
"""Characters that fit a button in a row of its own."""


def inline_keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    """The rows of a drawing for Telegram; None takes the buttons away."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [
                InlineKeyboardButton(text=button.label, callback_data=button.data, style=button.style or None)
                for button in row
            ]
            for row in rows
        ]
    )


def card_keyboard(words: Words) -> ReplyKeyboardMarkup:
    """The four permanent buttons: customers don't know commands."""
    rows = [
        [words.plain("button-stamp-me"), words.plain("button-my-card")],
        [words.plain("button-rewards"), words.plain("button-history")],
    ]
    return ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text=label) for label in row] for row in rows],
        resize_keyboard=True,
        is_persistent=True,
    )
