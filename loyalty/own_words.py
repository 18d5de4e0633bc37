"""The owner's own words: data with one version per language.

Not here: the project's words, which live in handlers/locales.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A name or phrase that the owner chose, such as what a filled card gives."""

    by_language: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        if not self.by_language:
            raise ValueError("own words need at least one language")

    @classmethod
    def of(cls, versions: Mapping[str, str]) -> "OwnWords":
        """Words from a language -> text mapping; the first language is the fallback."""
        return cls(tuple(versions.items()))

    def said_in(self, language: str) -> str:
        """The words in this language, else in the language that they were first written in."""
        return dict(self.by_language).get(language, self.by_language[0][1])
