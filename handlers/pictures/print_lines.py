"""A text in lines of a width.

Not here: how wide letters are, which is measured by whoever asks.
"""

import re
from collections.abc import Callable

Measure = Callable[[str], float]


def words_of(text: str) -> list[str]:
    """The words of a text. A no-break space stands inside a word, which Python's own split would part."""
    return [word for word in re.split(r"[^\S\u00a0]+", text) if word.strip()]


def balanced_lines(text: str, width: float, measure: Measure) -> list[str]:
    """As few lines as possible, of about the same length: a last line of one short word looks forgotten."""
    lines = full_lines(text, width, measure)
    if len(lines) < 2:
        return lines
    low, high = 0.0, width
    for _ in range(8):
        trial = (low + high) / 2
        if max(map(measure, words_of(text))) <= trial and len(full_lines(text, trial, measure)) <= len(lines):
            high = trial
        else:
            low = trial
    return full_lines(text, high, measure)


def full_lines(text: str, width: float, measure: Measure) -> list[str]:
    """Lines as full as they go; a word that is wider than a line is cut."""
    lines: list[str] = []
    line = ""
    for word in words_of(text):
        joined = f"{line} {word}" if line else word
        if measure(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *whole, line = _cut(word, width, measure)
        lines += whole
    return [*lines, line] if line else lines


def _cut(word: str, width: float, measure: Measure) -> list[str]:
    """A word in pieces that fit; at least a letter each."""
    pieces, piece = [], ""
    for char in word:
        if piece and measure(piece + char) > width:
            pieces.append(piece)
            piece = ""
        piece += char
    return [*pieces, piece]
