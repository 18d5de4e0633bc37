"""A message as a screen or notice draws it, before Telegram is involved.

Not here: sending (bot/sender.py, handlers/screens.py) and the words.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from loyalty.campaigns import Photo


class Style(StrEnum):
    """Button colours of the Bot API; old clients show them plain."""

    PLAIN = ""
    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: what it says, and the callback data or the link behind it."""

    label: str
    data: str
    style: Style = Style.PLAIN
    url: str = ""
    """A link that it opens, in place of data."""


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Keyboard:
    """The permanent keyboard under the text box; without rows it is taken away."""

    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """A text with inline buttons; `caption` when it stands under a picture that was sent before."""

    text: str
    """HTML, every foreign word quoted."""
    rows: Rows = ()
    caption: bool = False
    silent: bool = False
    keyboard: Keyboard | None = None
    """Changes the reader's permanent keyboard: for notices, since such a message can never be edited."""
    asks: bool = False
    """A view that only its buttons answer: whoever writes instead is told which (waiting_taps.py)."""
    copy_of: tuple[int, int] | None = None
    """Chat and message of somebody's picture, voice or file that is sent on, with the text as its caption."""
    photo: Photo | None = None
    """A picture with the text as its caption; another bot than the one it belongs to sends the text alone."""

    def fingerprint(self) -> str:
        """What tells whether an edit would change anything."""
        return hashlib.sha256(repr((self.text, self.rows)).encode()).hexdigest()[:32]
