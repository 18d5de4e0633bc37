"""Refusals of letters and short answers.

Not here: the length of an answer's words (rules.py has that for all words of the owner's).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TooManyLetters:
    """A customer has written so often that staff could not answer. Remembered, once an hour."""

    most: int


@dataclass(frozen=True, slots=True)
class LetterOver:
    """The letter that was replied to is none any more."""


@dataclass(frozen=True, slots=True)
class CustomerGone:
    """The customer who wrote was forgotten since: nothing can be sent to them."""


@dataclass(frozen=True, slots=True)
class AnswerGone:
    """There is no such short answer (any more)."""


@dataclass(frozen=True, slots=True)
class TriggersUnfit:
    """No trigger words, too many, or too long ones. Units: words, and characters of one."""

    most: int
    longest: int


ChatRefusal = TooManyLetters | LetterOver | CustomerGone | AnswerGone | TriggersUnfit
