"""The owner's own question: as customers get it, how its draft may be answered, and what came of it.

Not here: its picture (handlers/pictures/own_results.py), and what any draft shows (broadcast.py).
"""

import html
from collections.abc import Sequence
from typing import Final

from babel.numbers import format_decimal

from handlers import callbacks
from handlers.callbacks import DraftQuestion
from handlers.drawings.broadcast import back, say_answers
from handlers.drawings.post import name_mute, place_mute
from handlers.drawings.run import title_of
from handlers.labels import ALONE
from handlers.names import shortened
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.texts import Html, Words
from loyalty.campaigns import OwnQuestionTerms, Post
from loyalty.days import local
from loyalty.ids import CampaignId, RecipientId
from loyalty.own_questions import SCALE, AnswerForm
from loyalty.responses import Phase
from loyalty.use_cases.campaigns.draft_reading import DraftFacts
from loyalty.use_cases.listening.own_answers import OwnQuestionFacts, numbers_of
from loyalty.use_cases.listening.own_questions import OwnResults, OwnTexts
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


def draw_own_results(results: OwnResults, words: Words) -> OutgoingMessage:
    """Counted, with per cent of those asked; a scale with its mean."""
    tally = results.tally
    lines = [
        words.say("question-results", title=title_of(results.campaign, results.rules.language, words)),
        words.say("question-counts", answered=tally.answered, asked=tally.asked),
        *say_numbers(results, words),
    ]
    if results.terms.form is AnswerForm.SCALE and tally.mean is not None:
        mean = format_decimal(round(tally.mean, 1), locale=words.language)
        lines.append(words.say("question-mean", mean=mean, most=str(SCALE[-1])))
    if results.until is None:
        lines.append(words.say("question-closed"))
    else:
        lines.append(words.say("question-until", until=local(results.until, results.rules).date()))
    return OutgoingMessage("\n".join(lines), _result_rows(results, words))


def say_numbers(results: OwnResults, words: Words) -> list[Html]:
    """A line for each answer, chosen or not."""
    return [
        words.say(
            "question-line",
            answer=name_answer(results.terms, number, words),
            count=results.tally.numbers.get(number, 0),
            percent=str(round(results.tally.percent(number))),
        )
        for number in numbers_of(results.terms)
    ]


def draw_own_texts(found: OwnTexts, words: Words) -> OutgoingMessage:
    """As they were written, without names."""
    texts = [f"— {html.escape(text, quote=False)}" for text in found.texts]
    lines = [words.say("question-texts" if texts else "question-no-texts"), *texts]
    turns = []
    if found.page:
        turns.append(_texts(found.campaign_id, found.page - 1, words.plain("button-question-newer")))
    if found.more:
        turns.append(_texts(found.campaign_id, found.page + 1, words.plain("button-question-older")))
    rows = (tuple(turns), (_results(found.campaign_id, words.plain("button-question-results")),))
    return OutgoingMessage(_BETWEEN.join(lines), tuple(row for row in rows if row))


def draw_close(campaign_id: CampaignId, words: Words) -> OutgoingMessage:
    """Asks once."""
    yes = callbacks.CloseQuestion(campaign_id=campaign_id, sure=True).pack()
    rows = (
        (Button(words.plain("button-question-close-yes"), yes, Style.DANGER),),
        (_results(campaign_id, words.plain("button-draft-back")),),
    )
    return OutgoingMessage(words.say("question-close-ask"), rows)


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


def _result_rows(results: OwnResults, words: Words) -> Rows:
    campaign_id, rows = results.campaign.id, []
    if results.terms.form is AnswerForm.TEXT:
        rows.append((_texts(campaign_id, 0, words.plain("button-question-texts")),))
    else:
        draw = callbacks.DrawOwnResults(campaign_id=campaign_id).pack()
        rows.append((Button(words.plain("button-question-picture"), draw),))
    if results.until is not None:
        rows.append((_results(campaign_id, words.plain("button-question-count")),))
        close = callbacks.CloseQuestion(campaign_id=campaign_id, sure=False).pack()
        rows.append((Button(words.plain("button-question-close"), close),))
    again = callbacks.BeginQuestion().pack()
    return (*rows, (Button(words.plain("button-another-question"), again),))


def _results(campaign_id: CampaignId, label: str) -> Button:
    return Button(label, callbacks.ShowOwnResults(campaign_id=campaign_id).pack())


def _texts(campaign_id: CampaignId, page: int, label: str) -> Button:
    return Button(label, callbacks.ReadOwnTexts(campaign_id=campaign_id, page=page).pack())
