"""The owner's short answers: what customers ask again and again, answered at once.

Not here: everything else that they write (letters.py), and which words are suggested (handlers).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from loyalty.own_words import OwnWords

USUAL: Final = ("hours", "address", "menu", "wifi")
MOST_OWN: Final = 10
KINDS: Final = (*USUAL, *(f"own:{number}" for number in range(1, MOST_OWN + 1)))
"""In the order in which they are listed, and tried."""
LONGEST_ANSWER: Final = 900
"""Characters; it has to fit under a picture."""
MOST_TRIGGERS: Final = 30
LONGEST_TRIGGER: Final = 40
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that the owner sent: Telegram's id of it belongs to one bot."""

    bot_id: int
    file_id: str


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """One answer, with the words that ask for it in whichever language."""

    kind: str
    triggers: tuple[str, ...]
    words: OwnWords
    photo: Photo | None = None


def find_answer(text: str, answers: Sequence[ShortAnswer]) -> ShortAnswer | None:
    """The answer that most words of the text ask for; the first one listed, when several do."""
    said = _words_of(text)
    asked = [(sum(_stands_in(trigger, said) for trigger in one.triggers), one) for one in answers]
    hits = max((count for count, _ in asked), default=0)
    return next((one for count, one in asked if count == hits), None) if hits else None


def read_triggers(text: str) -> tuple[str, ...]:
    """Trigger words as somebody typed them: between commas or on lines, each once, without empty ones."""
    parts = (" ".join(part.split()) for part in re.split(r"[,;\n]", text))
    return tidy_triggers(parts)


def tidy_triggers(words: Iterable[str]) -> tuple[str, ...]:
    """Those that can be found at all, each once, however it is written."""
    known: dict[tuple[str, ...], str] = {}
    for word in words:
        if _words_of(word):
            known.setdefault(_words_of(word), word)
    return tuple(known.values())


def _words_of(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _stands_in(trigger: str, said: tuple[str, ...]) -> bool:
    """Whether these words stand in the text, whole and one after another."""
    wanted = _words_of(trigger)
    return bool(wanted) and any(
        said[start : start + len(wanted)] == wanted for start in range(len(said) - len(wanted) + 1)
    )
