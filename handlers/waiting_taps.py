"""Views that wait for a tap: which were shown while an update was handled, and what their buttons say.

Not here: screens, which the database knows (use_cases/visits/waiting_taps.py), and the hint (mistyped.py).
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final

from aiogram.types import CallbackQuery

from handlers.outgoing import OutgoingMessage, Rows
from handlers.texts import Html, Words

WAITING_VIEW: Final = "waiting_view"
"""Where a conversation remembers it: message and labels."""
_NAMED: Final = 4
"""Buttons that a hint names: of more, the first ones and the last."""

Shown = dict[tuple[int, int], list[str]]
"""By chat and message: what the buttons say of a view that asks, nothing of any other."""

_shown: ContextVar[Shown] = ContextVar("shown_views")


@dataclass(frozen=True, slots=True)
class WaitingTap:
    """A message that waits for a tap."""

    message_id: int | None
    """None: not sent yet."""
    labels: Sequence[str]


@contextmanager
def noting_views() -> Iterator[Shown]:
    """While an update is handled: the views that it shows, the last one last."""
    shown: Shown = {}
    token = _shown.set(shown)
    try:
        yield shown
    finally:
        _shown.reset(token)


def note_view(chat_id: int, message_id: int, view: OutgoingMessage) -> None:
    """This message shows this now; outside of an update nobody asks."""
    shown = _shown.get({})
    shown.pop((chat_id, message_id), None)
    shown[chat_id, message_id] = labels_of(view.rows) if view.asks else []


def forget_view(query: CallbackQuery) -> None:
    """What stands under the thumb was answered; a redraw is about to show something else there."""
    if query.message is not None:
        _shown.get({})[query.message.chat.id, query.message.message_id] = []


def labels_of(rows: Rows) -> list[str]:
    """What the buttons say, in order."""
    return [button.label for row in rows for button in row]


def name_buttons(labels: Sequence[str], words: Words) -> Html:
    """The buttons in quotes, as many as one reads."""
    named = [words.say("hint-tap-button", label=label) for label in labels]
    if len(named) > _NAMED:
        return Html(", ".join(named[: _NAMED - 1]) + " … " + named[-1])
    return Html(", ".join(named))
