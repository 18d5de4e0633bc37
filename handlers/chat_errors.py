"""Refusals of letters and short answers in words.

Not here: all others (errors.py).
"""

from typing import assert_never

from handlers.texts import Words
from loyalty.refusals import (
    AnswerGone,
    ChatRefusal,
    CustomerGone,
    LetterOver,
    TooManyLetters,
    TriggersUnfit,
)


def word_chat_refusal(refusal: ChatRefusal, words: Words) -> str:
    """One sentence why, one what to do."""
    match refusal:
        case TooManyLetters():
            return words.plain("error-too-many-letters")
        case LetterOver():
            return words.plain("error-letter-over")
        case CustomerGone():
            return words.plain("error-customer-gone")
        case AnswerGone():
            return words.plain("error-answer-gone")
        case TriggersUnfit(most=most, longest=longest):
            return words.plain("error-triggers-unfit", most=most, longest=longest)
        case _:
            assert_never(refusal)
