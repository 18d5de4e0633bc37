"""Our sentences in one language: found when the program starts, each taken apart when it is first asked for.

Not here: the cafe's own files (overlay.py), which are read as a whole, since anything may stand in them.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import Message
from fluent.syntax import ast

from handlers.sentences import ENTRY, Sentence, parse

_KEY: Final = re.compile(r"([a-zA-Z][\w-]*) *=")


class UnsaidError(LookupError):
    """A sentence that the files don't have, or that was not given what it speaks of: a bug of ours."""


class OurSentences(Mapping[str, Sentence]):
    """By key. A start that parsed all of them, in every language, would take a fifth longer for it."""

    def __init__(self, pieces: Mapping[str, str]) -> None:
        self._pieces = pieces
        self._read: dict[str, Sentence] = {}

    def under(self, over: "OurSentences") -> "OurSentences":
        """These, and `over` where both say something."""
        return OurSentences({**self._pieces, **over._pieces})

    def __getitem__(self, key: str) -> Sentence:
        if key not in self._read:
            sentences = parse(self._pieces[key]).sentences
            if [sentence.key for sentence in sentences] != [key]:
                raise UnsaidError(f"{key!r} can't be read: {self._pieces[key][:60]!r}")
            [self._read[key]] = sentences
        return self._read[key]

    def __contains__(self, key: object) -> bool:
        return key in self._pieces

    def __iter__(self) -> Iterator[str]:
        return iter(self._pieces)

    def __len__(self) -> int:
        return len(self._pieces)


@cache
def read_ours(folder: Path) -> OurSentences:
    """All of a language's folder. Ours are part of the program, and don't change while it runs."""
    pieces: dict[str, str] = {}
    for path in sorted(folder.glob("*.ftl")):
        for piece in ENTRY.split(path.read_text(encoding="utf-8"))[1:]:
            key = _KEY.match(piece)
            if key is None:
                raise UnsaidError(f"{path.name} in {folder.name!r} can't be read near {piece[:60]!r}")
            if key[1] in pieces:
                raise UnsaidError(f"{key[1]!r} stands twice in {folder.name!r}")
            pieces[key[1]] = piece
    return OurSentences(pieces)


class Bundle(FluentBundle):
    """What says sentences: those that it was given, and ours as they are needed.

    Without isolating marks: Telegram orders each line itself, names lose their bidi marks at the door, and
    a mark inside a label would make the label that comes back differ from the one we know.
    """

    def __init__(self, locales: list[str], ours: Mapping[str, Sentence]) -> None:
        super().__init__(locales, use_isolating=False)
        self._ours = ours

    def has_message(self, message_id: str) -> bool:
        """Whether something is said under this name."""
        return super().has_message(message_id) or message_id in self._ours

    def get_message(self, message_id: str) -> Message:
        """As Fluent has it. Raises LookupError."""
        self.fetch(message_id)
        return super().get_message(message_id)

    def fetch(self, key: str) -> None:
        """Ours under this name and those that it names, unless something stands there."""
        if super().has_message(key) or key not in self._ours:
            return
        sentence = self._ours[key]
        self.add_resource(ast.Resource([sentence.message]))
        for named in sentence.named:
            self.fetch(named)
