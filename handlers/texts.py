"""The words in every language: Fluent files read once, and the sentences made from them.

Not here: the owner's own words, which are data (loyalty/own_words.py), which sentence a screen needs, and
whether the cafe's sentences may stand over ours (overlay.py).
"""

import html
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

import structlog
from fluent.runtime import FluentBundle

from handlers.our_sentences import UnsaidError, read_ours
from handlers.overlay import NAME_KEY, REFERENCE, Laid, TextProblem, make_bundle, read_overlay, say
from handlers.sentences import Sentence
from loyalty.own_words import OwnWords
from loyalty.programs import Collects

LOCALES: Final = Path(__file__).parent / "locales"
POINTS: Final = "points"
"""The folder in a language's own of what is said otherwise where points alone are collected."""

log = structlog.get_logger(__name__)


class Html(str):
    """Text that is HTML already: quoting it again would show its tags."""

    __slots__ = ()


Argument = str | int | Decimal | date


class Words:
    """All sentences in one language."""

    def __init__(
        self, language: str, ours: FluentBundle, laid: FluentBundle | None, names: Mapping[str, str]
    ) -> None:
        self.language = language
        self.language_names = names
        """Every language that we speak, by code, as it calls itself."""
        self._ours = ours
        self._laid = laid
        self.among_points = self
        """The same language where points alone are collected; nobody there is told of stamps."""

    def where(self, collects: Collects) -> "Words":
        """The same language in a cafe that collects this."""
        return self.among_points if collects is Collects.POINTS else self

    def say(self, key: str, /, **arguments: Argument) -> Html:
        """A sentence for a message: HTML, everything handed in quoted unless it is HTML already."""
        return Html(self._format(key, {name: _quoted(value) for name, value in arguments.items()}))

    def plain(self, key: str, /, **arguments: Argument) -> str:
        """A sentence for a button or a toast, which Telegram shows letter by letter, tags and all."""
        for name, value in arguments.items():
            if isinstance(value, Html):
                raise UnsaidError(f"{key}: {name} is HTML, and a plain sentence can't hold it")
        return self._format(key, arguments)

    def own(self, words: OwnWords) -> str:
        """The owner's own words in this language, as they were written: not quoted."""
        return words.said_in(self.language)

    def forms_of(self, key: str) -> frozenset[str]:
        """What a button says: in the cafe's words, and in ours, which an older keyboard may still show.

        Whatever the cafe collects now: it may have collected something else when the keyboard was sent.
        """
        forms = set()
        for words in (self, self.among_points):
            ours, errors = say(words._ours, key, {})
            if errors:
                raise UnsaidError(f"{key!r} in {self.language!r}: {errors[0]}")
            forms |= {ours, words.plain(key)}
        return frozenset(forms)

    def _format(self, key: str, arguments: Mapping[str, Argument]) -> str:
        if not self._ours.has_message(key):
            raise UnsaidError(f"no sentence {key!r} in {self.language!r}")
        if self._laid is not None:
            text, errors = say(self._laid, key, arguments)
            if not errors:
                return text
            # It was tried with samples when it was read; whatever is odd about today's facts, ours copes.
            log.warning("text_unsaid", language=self.language, key=key, problem=type(errors[0]).__name__)
        text, errors = say(self._ours, key, arguments)
        if errors:
            raise UnsaidError(f"{key!r} in {self.language!r}: {errors[0]}")
        return text


class Texts:
    """Every language that the folder holds, one folder a language, with the cafe's own words over ours."""

    def __init__(self, folder: Path = LOCALES, *, overlay: Path | None = None) -> None:
        ours = {path.name: read_ours(path) for path in sorted(folder.iterdir()) if path.is_dir()}
        points = {
            language: said.under(read_ours(folder / language / POINTS)) for language, said in ours.items()
        }
        laid: dict[str, Laid] = {}
        problems: list[TextProblem] = []
        if overlay is not None:
            laid, problems = read_overlay(overlay, ours)
        self.problems = tuple(problems)
        """What the cafe wrote and can't be used; ours stands in its place."""
        names: dict[str, str] = {}
        self._words = {}
        for language in sorted({*ours, *laid}):
            self._words[language] = words = _speak(language, ours, laid, names)
            words.among_points = _speak(language, points, laid, names)
        for language, words in self._words.items():
            names[language] = words.plain(NAME_KEY) if NAME_KEY in ours[REFERENCE] else language
        self.every_form_of = cache(self._every_form_of)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that we speak, as the folders are called."""
        return tuple(self._words)

    def in_language(self, language: str) -> Words:
        """The words in a language that `choose` named. Raises KeyError for any other."""
        return self._words[language]

    def choose(self, *wishes: str) -> str:
        """The first wish that we speak, by exact match: what was chosen, the phone's, the cafe's main one."""
        for language in wishes:
            if language.lower() in self._words:
                return language.lower()
        return REFERENCE

    def _every_form_of(self, key: str) -> frozenset[str]:
        """What a button says in all languages: a keyboard may be older than the phone's language."""
        return frozenset().union(*(words.forms_of(key) for words in self._words.values()))


def _speak(
    language: str,
    ours: Mapping[str, Mapping[str, Sentence]],
    laid: Mapping[str, Laid],
    names: Mapping[str, str],
) -> Words:
    known = ours.get(language, ours[REFERENCE])
    over = make_bundle(language, known, laid[language]) if language in laid else None
    return Words(language, make_bundle(language, known), over, names)


def _quoted(value: Argument) -> Argument:
    if isinstance(value, str) and not isinstance(value, Html):
        return html.escape(value, quote=False)
    return value
