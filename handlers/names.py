"""People's names as they may stand on a screen: Telegram lets anybody be called anything.

Not here: HTML quoting, which happens where a sentence is made (texts.py).
"""

import unicodedata

STORED = 64
ON_STAFF_SCREENS = 24
# Joiners and variation selectors build emoji; the tag characters build flags. None of them is a letter.
_EMOJI_PARTS = frozenset({"\u200d", "\u20e3"}) | {chr(code) for code in range(0xFE00, 0xFE10)}


def from_telegram(first: str, last: str | None) -> str:
    """A name as it is kept: one line, without what can't be stored or turns a line around; may be empty."""
    return in_one_line(f"{first} {last or ''}")[:STORED].rstrip()


def in_one_line(text: str) -> str:
    """What somebody typed, without control characters, bidi marks and lone surrogates, spaces collapsed."""
    return _collapsed("".join(" " if char.isspace() else char for char in text if not _is_hidden(char)))


def on_staff_screens(name: str, fallback: str) -> str:
    """A name beside a pair code: letters only, so that nobody is called "fox 42"; else `fallback`."""
    letters = "".join(" " if char.isspace() else char for char in name if char.isspace() or _belongs(char))
    if not any(char.isalpha() for char in letters):
        return fallback
    return _collapsed(letters)[:ON_STAFF_SCREENS].rstrip()


def shortened(text: str, most: int) -> str:
    """A text that fits; what the owner or Telegram calls things may be longer than a button."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _collapsed(text: str) -> str:
    return " ".join(text.split())


def _is_hidden(char: str) -> bool:
    # Cc control, Cf format (bidi marks), Cs lone surrogates, Co private use; newlines became spaces before.
    return not char.isspace() and unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"}


def _belongs(char: str) -> bool:
    if _is_hidden(char) or char in _EMOJI_PARTS:
        return False
    # N: digits and numerals of every script; So and Sk: emoji, enclosed letters and skin tones.
    category = unicodedata.category(char)
    return not category.startswith("N") and category not in {"So", "Sk"}
