"""A language as the people of the tests read it: the real words, by what the code calls them.

Not here: whether they are good words (tests/handlers/test_texts.py).
"""

import re
from functools import cache
from pathlib import Path

from fluent.syntax import ast

from handlers.sentences import Sentence, read_file
from handlers.texts import LOCALES, Texts, Words

_TAG = re.compile(r"<[^<>]*>")


class Tongue:
    """One language; `own_texts` is the folder of a cafe that has words or languages of its own."""

    def __init__(self, language: str, own_texts: Path | None = None) -> None:
        self.language = language
        self.words: Words = Texts(overlay=own_texts).in_language(language)
        folders = [LOCALES, *([own_texts] if own_texts else [])]
        ours = [folder / language for folder in folders if (folder / language).is_dir()]
        self.sentences = {key: one for folder in ours for key, one in sentences_in(folder).items()}

    def label(self, key: str, **arguments: str | int) -> str:
        """What stands on a button or in a toast."""
        return self.words.plain(key, **arguments)

    def piece(self, key: str) -> str:
        """The longest piece of a sentence that always stands in it as it is, as a reader sees it."""
        pieces = self.pieces(key)
        assert pieces, f"{key} is said from its arguments alone"
        return max(pieces, key=len)

    def pieces(self, key: str) -> list[str]:
        """What always stands in a sentence as it is."""
        pattern = self.sentences[key].message.value
        assert pattern is not None
        texts = [part.value for part in pattern.elements if isinstance(part, ast.TextElement)]
        lines = [line.strip() for text in texts for line in re.split(r"\n|<[^<>]*>", text)]
        return [line for line in lines if line]

    def item(self) -> str:
        """What a full card gives, as long as the owner has named nothing else."""
        own = {"ru": "Бесплатный кофе", "et": "Tasuta kohv"}
        return own.get(self.language, "Free coffee")

    def progress(self, *, stamps: int, goal: int = 6) -> str:
        """How far a card is."""
        return self.words.plain("progress", stamps=stamps, goal=goal, left=goal - stamps)

    def is_staff_card(self, text: str) -> bool:
        """Whether a card's progress, or its points, stand there in a line of their own, whatever they are."""
        if any(line.startswith(self.piece("staff-points")) for line in text.splitlines()):
            return True
        said = [self.progress(stamps=stamps, goal=60) for stamps in (1, 2, 7, 59)]
        shapes = [re.sub(r"\d+", r"\\d+", re.escape(one)) for one in said]
        return any(re.fullmatch(shape, line) for line in text.splitlines() for shape in shapes)


@cache
def tongue(language: str) -> Tongue:
    """A language that we ship."""
    return Tongue(language)


@cache
def sentences_in(folder: Path) -> dict[str, Sentence]:
    """Everything that stands in a language's folder, or in one file, by key."""
    return {
        sentence.key: sentence
        for path in (sorted(folder.glob("*.ftl")) if folder.is_dir() else [folder])
        for sentence in read_file(path).sentences
    }


def as_read(text: str) -> str:
    """A sentence without its tags."""
    return _TAG.sub("", text)
