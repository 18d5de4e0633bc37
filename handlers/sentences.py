"""What a sentence of the Fluent files is made of: what it speaks of, its choices, its words.

Not here: saying it (texts.py), and whether the cafe may say it otherwise (overlay.py).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import product
from math import prod
from pathlib import Path
from typing import Final

import babel
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

PLURALS: Final = frozenset({"zero", "one", "two", "few", "many", "other"})
COUNTED: Final = frozenset(
    {"stamps", "goal", "left", "added", "removed", "most", "minutes", "hours", "length", "count"}
)
"""Names that are counts even in a sentence that chooses nothing by them."""
_A_NUMBER: Final = "999999"
"""A receipt's number goes in as text, so that its digits are not grouped; it is never longer than this."""
_COUNTS: Final = (0, 1, 2, 3, 5, 21, 99)
ENTRY: Final = re.compile(r"^(?=[a-zA-Z-])", re.MULTILINE)
"""Where a sentence begins: what goes on with it is indented."""
_A_DAY: Final = date(2026, 11, 23)
_DIALECTS: Final = {"en": "en-GB"}
"""Ours is British: the day stands before its month, as we ask for it."""

Sample = str | int | Decimal | date


class Kind(Enum):
    """What is handed in under a name."""

    TEXT = "text"
    COUNT = "count"
    CHOICE = "choice"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Choice:
    """One place where the sentence chooses by what is handed in."""

    argument: str | None
    names: frozenset[str]
    numbers: frozenset[int]

    @property
    def by_plural(self) -> bool:
        """Whether it chooses by a count's plural form."""
        return bool(self.names & (PLURALS - {"other"}))

    @property
    def by_count(self) -> bool:
        """Whether it chooses by a count, in forms or exactly."""
        return self.names <= PLURALS


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, taken apart."""

    message: ast.Message
    arguments: frozenset[str]
    choices: tuple[Choice, ...]
    days: frozenset[str]
    text: str
    """All its letters, those of every choice one after another."""
    named: frozenset[str]
    """Other sentences that it holds by their key, such as the label of a button."""

    @property
    def key(self) -> str:
        """What the code calls it."""
        return str(self.message.id.name)

    def kind_of(self, argument: str) -> Kind:
        """What is handed in under this name, as far as the sentence tells."""
        own = [choice for choice in self.choices if choice.argument == argument]
        if argument in self.days:
            return Kind.DAY
        if not own:
            return Kind.COUNT if argument in COUNTED else Kind.TEXT
        return Kind.COUNT if all(choice.by_count for choice in own) else Kind.CHOICE

    def names_for(self, argument: str) -> frozenset[str]:
        """The names between which it chooses: `owner`, `barista`; none for a count."""
        return frozenset().union(
            *(c.names for c in self.choices if c.argument == argument and not c.by_count)
        )

    def samples(self, text: str, *, like: "Sentence | None" = None) -> Iterator[dict[str, Sample]]:
        """Everything that could be handed in, `text` for each text; `like` knows more of the kinds."""
        values = self._values(text, like or self)
        for combination in product(*values.values()):
            yield dict(zip(values, combination, strict=True))

    def count_samples(self, *, like: "Sentence | None" = None) -> int:
        """How many `samples` there are: counts multiply, and what is written may name any number."""
        return prod(len(values) for values in self._values("", like or self).values())

    def _values(self, text: str, known: "Sentence") -> dict[str, list[Sample]]:
        values: dict[str, list[Sample]] = {}
        for name in sorted(known.arguments | self.arguments):
            kind = known.kind_of(name)
            kind = self.kind_of(name) if kind is Kind.TEXT else kind
            chosen = known.names_for(name) | self.names_for(name)
            numbers = {n for c in (*known.choices, *self.choices) if c.argument == name for n in c.numbers}
            by_kind: Mapping[Kind, list[Sample]] = {
                Kind.TEXT: [_A_NUMBER if name == "number" else text],
                Kind.COUNT: sorted({*_COUNTS, *numbers}),
                Kind.CHOICE: sorted(chosen),
                Kind.DAY: [_A_DAY],
            }
            values[name] = by_kind[kind]
        return values


@dataclass(slots=True)
class Parsed:
    """What stands in a file."""

    sentences: list[Sentence] = field(default_factory=list)
    terms: list[ast.Term] = field(default_factory=list)
    junk: list[str] = field(default_factory=list)
    """What can't be read, as it was written."""


def take_apart(message: ast.Message) -> Sentence:
    """A sentence of the parser's."""
    visitor = _Parts()
    visitor.visit(message)
    return Sentence(
        message,
        frozenset(visitor.arguments),
        tuple(visitor.choices),
        frozenset(visitor.days),
        "".join(visitor.texts),
        frozenset(visitor.named),
    )


def parse(text: str) -> Parsed:
    """A file's text; what can't be read spoils nothing else."""
    parsed = Parsed()
    try:
        _read_into(parsed, FluentParser().parse(text).body)
    except RecursionError:  # braces too deep for the parser: one by one, so that only theirs is lost
        for piece in ENTRY.split(text):
            try:
                _read_into(parsed, FluentParser().parse(piece).body)
            except RecursionError:
                parsed.junk.append(piece)
    return parsed


def _read_into(parsed: Parsed, body: Sequence[ast.EntryType]) -> None:
    for entry in body:
        match entry:
            case ast.Message():
                try:
                    parsed.sentences.append(take_apart(entry))
                except (OverflowError, RecursionError):
                    parsed.junk.append(entry.id.name)
            case ast.Term():
                if _is_flat(entry):
                    parsed.terms.append(entry)
            case ast.Junk():
                parsed.junk.append(entry.content or "")
            case _:
                pass


def _is_flat(term: ast.Term) -> bool:
    """Whether it holds nothing that could hold it in turn: Fluent would go round until its stack is full."""
    visitor = _Parts()
    try:
        visitor.visit(term)
    except (OverflowError, RecursionError):
        return False
    return not (visitor.named or visitor.terms)


def read_file(path: Path) -> Parsed:
    """A file. Raises OSError, and UnicodeDecodeError when it is not UTF-8."""
    return parse(path.read_text(encoding="utf-8-sig"))


@cache
def plural_forms(language: str) -> frozenset[str]:
    """The forms that a count has in this language; those of English for one that nobody knows."""
    return frozenset(locale_of(language).plural_form.tags) | {"other"}


@cache
def locale_of(language: str) -> babel.Locale:
    """What is known of a language; English for one that nobody knows."""
    try:
        return babel.Locale.parse(_DIALECTS.get(language, language), sep="-")
    except (ValueError, babel.UnknownLocaleError):
        return babel.Locale.parse(_DIALECTS["en"], sep="-")


class _Parts(Visitor):
    def __init__(self) -> None:
        self.arguments: set[str] = set()
        self.choices: list[Choice] = []
        self.days: set[str] = set()
        self.texts: list[str] = []
        self.named: set[str] = set()
        self.terms: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the parser's name
        self.arguments.add(node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802 - the parser's name
        if node.id.name == "DATETIME":
            given = node.arguments.positional
            self.days |= {one.id.name for one in given if isinstance(one, ast.VariableReference)}
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 - the parser's name
        selector = node.selector
        argument = selector.id.name if isinstance(selector, ast.VariableReference) else None
        keys = [variant.key for variant in node.variants]
        names = frozenset(key.name for key in keys if isinstance(key, ast.Identifier))
        numbers = frozenset(int(float(key.value)) for key in keys if isinstance(key, ast.NumberLiteral))
        self.choices.append(Choice(argument, names, numbers))
        self.generic_visit(node)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - the parser's name
        self.named.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - the parser's name
        self.terms.add(node.id.name)

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 - the parser's name
        self.texts.append(node.value)
