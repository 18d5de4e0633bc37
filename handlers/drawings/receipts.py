"""A receipt's message: what was done, greetings that came with it, and last a question or its answer.

Not here: the receipt's own words (handlers/notices.py), and what is asked when (loyalty/questions.py).
"""

from dataclasses import replace
from typing import assert_never

from handlers import callbacks
from handlers.drawings.post import place_mute
from handlers.drawings.standing import say_told
from handlers.notices import render_receipt
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.texts import Html, Words
from loyalty.campaigns import PURPOSES
from loyalty.questions import Question, QuestionKind, QuestionState
from loyalty.use_cases.house.screens import ReceiptFacts


def draw_receipt(facts: ReceiptFacts, words: Words) -> OutgoingMessage:
    """The receipt as it stands now; it says the same when its question was answered."""
    receipt = _with_greetings(facts, words)
    if facts.question is None:
        return receipt
    said = _say_question(facts.question, words)
    text = receipt.text if said is None else f"{receipt.text}\n\n{said}"
    return replace(receipt, text=text, rows=(*receipt.rows, *_place(facts.question, words)))


def _with_greetings(facts: ReceiptFacts, words: Words) -> OutgoingMessage:
    """The receipt, and below it what its visit brought."""
    receipt = render_receipt(facts.operation, words, at_once=facts.at_once)
    if not facts.told:
        return receipt
    greetings = [say_told(told, words, facts.cafe_language) for told in facts.told]
    rows = [place_mute(told.recipient_id, PURPOSES[told.kind], words) for told in facts.told]
    return replace(
        receipt,
        text="\n\n".join([receipt.text, *greetings]),
        rows=(*receipt.rows, *(row for row in rows if row)),
    )


def _say_question(question: Question, words: Words) -> Html | None:
    match question.kind, question.state:
        case QuestionKind.BIRTHDAY, QuestionState.OPEN:
            return words.say("question-birthday")
        case QuestionKind.BIRTHDAY, QuestionState.SKIPPED:
            return words.say("question-birthday-skipped")
        case QuestionKind.BIRTHDAY, _:
            return None  # it goes on in messages of its own, and the date stands on no receipt
        case QuestionKind.OFFERS, QuestionState.OPEN:
            return words.say("question-offers")
        case QuestionKind.OFFERS, QuestionState.SKIPPED:
            return words.say("question-offers-refused")
        case QuestionKind.OFFERS, _:
            return words.say("question-offers-agreed")
        case QuestionKind.SURVEY, _:
            return None  # a message of its own
        case _:
            assert_never(question.kind)


def _place(question: Question, words: Words) -> Rows:
    """Yes and no, side by side, while nobody has answered."""
    if question.state is not QuestionState.OPEN:
        return ()
    match question.kind:
        case QuestionKind.BIRTHDAY:
            yes, no = words.plain("button-birthday-tell"), words.plain("button-birthday-skip")
        case QuestionKind.SURVEY:
            return ()
        case QuestionKind.OFFERS:
            yes, no = words.plain("button-offers-yes"), words.plain("button-offers-no")
        case _:
            assert_never(question.kind)
    agree = callbacks.AnswerQuestion(question_id=question.id, agreed=True).pack()
    refuse = callbacks.AnswerQuestion(question_id=question.id, agreed=False).pack()
    return ((Button(yes, agree, Style.PRIMARY), Button(no, refuse)),)
