"""What `doctor` found: one line each, with the next step where something is wrong.

Not here: what is looked at.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    what: str
    words: str
    step: str = ""
    """What to do; '' when all is well."""
    advice: bool = False
    """Nothing is wrong, and it could be better."""

    @property
    def well(self) -> bool:
        """Whether nothing has to be done."""
        return not self.step

    def __str__(self) -> str:
        label = ("note" if self.advice else "ok") if self.well else "PROBLEM"
        return f"{label:<8}{self.what}: {self.words} {self.step}".rstrip()


def good(what: str, words: str) -> Finding:
    """All is well with it."""
    return Finding(what, words)


def note(what: str, words: str) -> Finding:
    """Nothing is wrong with it, and it could be better."""
    return Finding(what, words, advice=True)


def problem(what: str, words: str, step: str) -> Finding:
    """Something is wrong, and this is the next step."""
    return Finding(what, words, step)
