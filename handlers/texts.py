"""The words in every language: Fluent files read once, and the sentences made from them.

Not here: the owner's own words, which are data (loyalty/own_words.py), and which sentence a screen needs.
"""

import html
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast

from loyalty.own_words import OwnWords

LOCALES: Final = Path(__file__).parent / "locales"
_PLAIN_FALLBACK: Final = "en"


class Html(str):
    """Text that is HTML already: quoting it again would show its tags."""

    __slots__ = ()


Argument = str | int | date


class UnsaidError(LookupError):
    """A sentence that the files don't have, or that was not given what it speaks of: a bug of ours."""


class Words:
    """All sentences in one language."""

    def __init__(self, language: str, bundle: FluentBundle) -> None:
        self.language = language
        self._bundle = bundle

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

    def _format(self, key: str, arguments: Mapping[str, Argument]) -> str:
        if not self._bundle.has_message(key):
            raise UnsaidError(f"no sentence {key!r} in {self.language!r}")
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise UnsaidError(f"{key!r} has no words in {self.language!r}")
        text, errors = self._bundle.format_pattern(pattern, dict(arguments))
        if errors:
            raise UnsaidError(f"{key!r} in {self.language!r}: {errors[0]}")
        return str(text)


class Texts:
    """Every language that the folder holds, one folder a language."""

    def __init__(self, folder: Path = LOCALES) -> None:
        self._words = {
            path.name: Words(path.name, _bundle(path)) for path in sorted(folder.iterdir()) if path.is_dir()
        }
        self.every_form_of = cache(self._every_form_of)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that we speak, as the folders are called."""
        return tuple(self._words)

    def in_language(self, language: str) -> Words:
        """The words in a language that `choose` named. Raises KeyError for any other."""
        return self._words[language]

    def choose(self, language_code: str, main: str) -> str:
        """The language for a person: the phone's by exact match, otherwise the cafe's main one."""
        for language in (language_code.lower(), main):
            if language in self._words:
                return language
        return _PLAIN_FALLBACK

    def _every_form_of(self, key: str) -> frozenset[str]:
        """What a button says in all languages: a keyboard may be older than the phone's language."""
        return frozenset(words.plain(key) for words in self._words.values())


def _quoted(value: Argument) -> Argument:
    if isinstance(value, str) and not isinstance(value, Html):
        return html.escape(value, quote=False)
    return value


def _bundle(folder: Path) -> FluentBundle:
    # Without isolating marks: Telegram orders each line itself, names lose their bidi marks at the door, and
    # a mark inside a label would make the label that comes back differ from the one we know.
    bundle = FluentBundle([folder.name], use_isolating=False)
    known: set[str] = set()
    for path in sorted(folder.glob("*.ftl")):
        resource = FluentParser().parse(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise UnsaidError(
                    f"{path.name} in {folder.name!r} can't be read near {(entry.content or '')[:60]!r}"
                )
            if isinstance(entry, ast.Message):
                if entry.id.name in known:
                    raise UnsaidError(f"{entry.id.name!r} stands twice in {folder.name!r}")
                known.add(entry.id.name)
        bundle.add_resource(resource)
    return bundle
