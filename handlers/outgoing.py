"""A message as a screen or notice draws it, before Telegram is involved.

Not here: sending (bot/sender.py, handlers/screens.py) and the words.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """Button colours of the Bot API; old clients show them plain."""

    PLAIN = ""
    PRIMARY = "primary"
    SUCCESS = "success"


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button: what it says and the callback data behind it."""

    label: str
    data: str
    style: Style = Style.PLAIN


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """A text with inline buttons; `caption` when it stands under a picture that was sent before."""

    text: str
    """HTML, every foreign word quoted."""
    rows: Rows = ()
    caption: bool = False
    silent: bool = False

    def fingerprint(self) -> str:
        """What tells whether an edit would change anything."""
        return hashlib.sha256(repr((self.text, self.rows)).encode()).hexdigest()[:32]
