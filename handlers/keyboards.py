"""Buttons as Telegram takes them: the inline rows of a drawing, and the permanent keyboards.

Not here: which buttons a screen has (drawings/) and what they do.
"""

from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from handlers.labels import ALONE as ALONE
from handlers.labels import SHARED as SHARED
from handlers.outgoing import Keyboard, OutgoingMessage, Rows
from handlers.texts import Words
from loyalty.people import Acquaintance, Role


def inline_keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    """The rows of a drawing for Telegram; None takes the buttons away."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [
                InlineKeyboardButton(
                    text=button.label,
                    callback_data=button.data or None,
                    url=button.url or None,
                    style=button.style or None,
                )
                for button in row
            ]
            for row in rows
        ]
    )


def card_keys(words: Words) -> Keyboard:
    """A customer's four permanent buttons: customers don't know commands."""
    return Keyboard(
        (
            (words.plain("button-stamp-me"), words.plain("button-my-card")),
            (words.plain("button-rewards"), words.plain("button-history")),
        )
    )


def staff_keys(words: Words, role: Role = Role.BARISTA) -> Keyboard:
    """What staff reach for; an owner writes to customers too."""
    last = [words.plain("button-sale")]
    if role.covers(Role.OWNER):
        last.append(words.plain("button-broadcast"))
    return Keyboard(
        (
            (words.plain("button-queue"), words.plain("button-undo-last")),
            (words.plain("button-my-card"), words.plain("button-practice")),
            tuple(last),
        )
    )


def till_keys(words: Words) -> Keyboard:
    """A till has no card of its own, and somebody stands at it."""
    return Keyboard(
        (
            (words.plain("button-queue"), words.plain("button-undo-last")),
            (words.plain("button-sale"), words.plain("button-on-shift")),
        )
    )


def keys_of(known: Acquaintance, words: Words) -> Keyboard:
    """The permanent keyboard of somebody, by what the cafe knows of them."""
    if known.till is not None:
        return till_keys(words)
    return card_keys(words) if known.staff is None else staff_keys(words, known.staff.role)


def markup_of(
    message: OutgoingMessage,
) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    """The one keyboard that a message carries: Telegram takes either kind, never both."""
    if message.keyboard is None:
        return inline_keyboard(message.rows)
    return _permanent(message.keyboard) if message.keyboard.rows else ReplyKeyboardRemove()


def card_keyboard(words: Words) -> ReplyKeyboardMarkup:
    """The customer's keyboard for Telegram."""
    return _permanent(card_keys(words))


def _permanent(keys: Keyboard) -> ReplyKeyboardMarkup:
    return ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text=label) for label in row] for row in keys.rows],
        resize_keyboard=True,
        is_persistent=True,
    )
