"""Refusals of an owner's own question, and of answers to it, in words.

Not here: all others (errors.py).
"""

from typing import Final, assert_never

from handlers.names import in_one_line, shortened
from handlers.texts import Words
from loyalty.refusals import (
    AnsweredByTap,
    AnswerFixed,
    AnswersDiffer,
    AnswersMissing,
    AnswersUnfit,
    OwnQuestionRefusal,
    OwnWordsUnfit,
    QuestionIsWords,
    QuestionOver,
    QuestionRuns,
)

_TITLE: Final = 30


def word_own_question_refusal(refusal: OwnQuestionRefusal, words: Words) -> str:
    """One sentence why, one what to do."""
    match refusal:
        case QuestionRuns(begins=begins, until=until):
            title = shortened(in_one_line(begins), _TITLE)
            return words.plain("error-question-runs", title=title, until=until)
        case QuestionIsWords():
            return words.plain("error-question-is-words")
        case AnswersMissing():
            return words.plain("error-answers-missing")
        case AnswersUnfit(longest=longest):
            return words.plain("error-answers-unfit", longest=str(longest))
        case AnswersDiffer(count=count):
            return words.plain("error-answers-differ", count=str(count))
        case QuestionOver():
            return words.plain("error-question-over")
        case AnswerFixed():
            return words.plain("error-answer-fixed")
        case AnsweredByTap():
            return words.plain("error-answered-by-tap")
        case OwnWordsUnfit(longest=longest):
            return words.plain("error-own-words-unfit", longest=str(longest))
        case _:
            assert_never(refusal)
