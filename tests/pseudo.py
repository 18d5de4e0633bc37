"""A language that nobody speaks: English with accents, two fifths longer, made for tests and never shipped.

What reads English in it was not said through the words; what breaks in it is too narrow for a translation.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from fluent.syntax import FluentSerializer, ast
from fluent.syntax.visitor import Transformer

from handlers.labels import SHARING_A_ROW, width_of
from handlers.overlay import Reason
from handlers.texts import LOCALES, Texts
from tests.tongues import sentences_in

LANGUAGE: Final = "xx"
LONGER: Final = 0.4
_ACCENTS: Final = str.maketrans("aeiouyAEIOUYcnszCNSZ", "áéíóúýÁÉÍÓÚÝčñšžČÑŠŽ")
# Tags, entities and commands are no words.
_NO_WORDS: Final = re.compile(r"(<[^<>]*>|&\w+;|/\w+)")


def lengthen(text: str, by: float = LONGER) -> str:
    """Every word with accents, and a letter said twice wherever the text is not long enough yet."""
    pieces = _NO_WORDS.split(text)
    return "".join(piece if number % 2 else _lengthen(piece, by) for number, piece in enumerate(pieces))


def _lengthen(piece: str, by: float) -> str:
    return "".join(_twice(piece, by))


def _twice(piece: str, by: float) -> Iterator[str]:
    owed = 0.0
    for char in piece:
        said = char.translate(_ACCENTS)
        yield said
        owed += by
        if owed >= 1 and char.isalpha():
            yield said.lower()
            owed -= 1


class _Lengthens(Transformer):
    def __init__(self, by: float) -> None:
        self.by = by

    def visit_TextElement(self, node: ast.TextElement) -> ast.TextElement:  # noqa: N802 - the parser's name
        return ast.TextElement(lengthen(node.value, self.by))


def write_pseudo(own_texts: Path) -> None:
    """The language as a cafe would add one; what has to fit a width is as long as it may be."""
    folder = own_texts / LANGUAGE
    folder.mkdir(parents=True)
    _write(folder, set())
    problems = Texts(overlay=own_texts).problems
    _write(folder, {problem.name for problem in problems if problem.reason is Reason.LONG})
    problems = Texts(overlay=own_texts).problems
    assert not problems, problems


def _write(folder: Path, too_long: set[str]) -> None:
    for path in (LOCALES / "en").glob("*.ftl"):
        body: list[ast.EntryType] = []
        for key, sentence in sentences_in(path).items():
            room = LONGER
            if key.startswith("button-") or key in SHARING_A_ROW:
                room = min(LONGER, max(width_of(key) / max(len(sentence.text), 1) - 1, 0))
            body.append(_Lengthens(0 if key in too_long else room).visit(sentence.message.clone()))
        text = FluentSerializer().serialize(ast.Resource(body))
        (folder / path.name).write_text(text, encoding="utf-8")
