"""The owner's own question: as customers get it and after they answered, and how its draft may be answered.

Not here: what came of it (own_results.py), and what any draft shows (broadcast.py).
"""

from collections.abc import Sequence
from typing import Final

from handlers import callbacks
from handlers.callbacks import DraftQuestion
from handlers.drawings.broadcast import back, say_answers
from handlers.drawings.post import name_mute, place_mute
from handlers.labels import ALONE
from handlers.names import shortened
from handlers.outgoing import Button, OutgoingMessage, Style
from handlers.texts import Html, Words
from loyalty.campaigns import OwnQuestionTerms, Post
from loyalty.ids import RecipientId
from loyalty.own_questions import AnswerForm
from loyalty.responses import Phase
from loyalty.use_cases.campaigns.draft_reading import DraftFacts
from loyalty.use_cases.listening.own_answers import OwnQuestionFacts, numbers_of
from loyalty.wishes import Purpose

_BETWEEN: Final = "\n\n"


def draw_own_question(
    post: Post, terms: OwnQuestionTerms, words: Words, *, purpose: Purpose | None = None,
    recipient_id: RecipientId | None = None, sample: str = "", silent: bool = False,
) -> OutgoingMessage:  # fmt: skip
    """The question as it arrives; without a recipient its buttons lead to `sample`, which says what they do.

    `purpose`: what its button mutes.
    """
    lines = [Html(post.text)]
    if terms.form is AnswerForm.SCALE:
        lines.append(words.say("question-how-scale"))
    if terms.form is AnswerForm.TEXT:
        lines.append(words.say("question-how-text"))
    rows = list(_answers(terms, words, recipient_id, sample))
    if recipient_id is not None:
        rows.append(place_mute(recipient_id, purpose, words))
    elif purpose is not None:
        rows.append((Button(name_mute(purpose, words), sample),))
    return OutgoingMessage(_BETWEEN.join(lines), tuple(row for row in rows if row), silent=silent)


def draw_answered(facts: OwnQuestionFacts, words: Words) -> OutgoingMessage:
    """The same after a tap: with its answers, with the one that was given, or closed."""
    match facts.phase:
        case Phase.OPEN:
            purpose = Purpose.SURVEYS if facts.number is None else None
            return draw_own_question(
                facts.post, facts.terms, words, purpose=purpose, recipient_id=facts.recipient_id
            )
        case Phase.SCORED:
            answer = name_answer(facts.terms, facts.number or 0, words)
            lines = [Html(facts.post.text), words.say("question-answered", answer=answer)]
            change = callbacks.ChangeAnswer(recipient_id=facts.recipient_id).pack()
            button = Button(words.plain("button-answer-change"), change)
            return OutgoingMessage(_BETWEEN.join(lines), ((button,),) if facts.may_change else ())
        case Phase.OVER:
            return OutgoingMessage(_BETWEEN.join([Html(facts.post.text), words.say("question-over")]))


def draw_answers_page(facts: DraftFacts, words: Words) -> OutgoingMessage:
    """What may they answer?"""
    draft = facts.campaign
    form = draft.terms.form if isinstance(draft.terms, OwnQuestionTerms) else None

    def choice(wanted: AnswerForm, data: str) -> Button:
        style = Style.PRIMARY if form is wanted else Style.PLAIN
        return Button(words.plain("button-answers", form=wanted.value), data, style)

    def tap(wanted: AnswerForm) -> str:
        return callbacks.SetAnswerForm(campaign_id=draft.id, form=wanted).pack()

    ask = callbacks.AskDraft(campaign_id=draft.id, what=DraftQuestion.ANSWERS).pack()
    rows = (
        (choice(AnswerForm.CHOICE, ask),),
        (choice(AnswerForm.SCALE, tap(AnswerForm.SCALE)),),
        (choice(AnswerForm.TEXT, tap(AnswerForm.TEXT)),),
        (back(draft.id, words),),
    )
    lines = [words.say("answers-page"), *say_answers(facts, words)]
    return OutgoingMessage(_BETWEEN.join(lines), rows, asks=True)


def name_answer(terms: OwnQuestionTerms, number: int, words: Words) -> str:
    """One of the owner's answers, or a number."""
    if terms.form is AnswerForm.CHOICE and 1 <= number <= len(terms.answers):
        return words.own(terms.answers[number - 1])
    return str(number)


def _answers(
    terms: OwnQuestionTerms, words: Words, recipient_id: RecipientId | None, sample: str
) -> Sequence[tuple[Button, ...]]:
    def button(number: int) -> Button:
        data = sample
        if recipient_id is not None:
            data = callbacks.ChooseAnswer(recipient_id=recipient_id, number=number).pack()
        return Button(shortened(name_answer(terms, number, words), ALONE), data)

    buttons = [button(number) for number in numbers_of(terms)]
    return [(one,) for one in buttons] if terms.form is AnswerForm.CHOICE else [tuple(buttons)]
