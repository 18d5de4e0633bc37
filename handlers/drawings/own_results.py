"""What came of an owner's own question: counted, in the own words, as a picture; and its end.

Not here: the question (own_questions.py), and how the picture looks (handlers/pictures/charts.py).
"""

import html
from datetime import datetime
from typing import Final

from babel.numbers import format_decimal

from handlers import callbacks
from handlers.drawings.own_questions import name_answer
from handlers.drawings.run import title_of
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.pictures.chart_text import AnswerMark, AnswersText
from handlers.sentences import locale_of
from handlers.texts import Html, Words
from loyalty.campaigns import Campaign
from loyalty.days import local
from loyalty.ids import CampaignId
from loyalty.own_questions import SCALE, AnswerForm
from loyalty.programs import Rules
from loyalty.surveys import FEWEST
from loyalty.use_cases.listening.own_answers import numbers_of
from loyalty.use_cases.listening.own_questions import OwnResults, OwnTexts

_BETWEEN: Final = "\n\n"
_QUESTION: Final = 120
"""Letters of the question above its answers: whoever reads them wants to know to what."""


def draw_own_results(results: OwnResults, words: Words) -> OutgoingMessage:
    """Counted, from thirty answers on with per cent of those asked; a scale with its mean."""
    lines = _say_results(results, words)
    if results.until is None:
        lines.append(words.say("question-closed"))
    else:
        lines.append(words.say("question-until", until=local(results.until, results.rules).date()))
    return OutgoingMessage("\n".join(lines), _result_rows(results, words))


def draw_running(campaign: Campaign, rules: Rules, until: datetime, words: Words) -> OutgoingMessage:
    """The one that runs, above the draft of the next one."""
    title = title_of(campaign, rules.language, words, most=_QUESTION)
    said = words.say("question-runs", title=title, until=local(until, rules).date())
    return OutgoingMessage(said, ((_results(campaign.id, words.plain("button-question-results")),),))


def compose_answers(results: OwnResults, words: Words) -> AnswersText:
    """What stands on its picture: a bar for each answer, chosen or not."""
    marks = tuple(
        AnswerMark(
            name_answer(results.terms, number, words),
            results.tally.numbers.get(number, 0),
            _say_bar(results, number, words),
        )
        for number in numbers_of(results.terms)
    )
    return AnswersText(_question(results, words), marks, results.tally.asked)


def say_answers_caption(results: OwnResults, words: Words) -> str:
    """The same in words below the picture, with what was counted and what it can't say."""
    return "\n".join([*_say_results(results, words), "", words.say("question-limits")])


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


def _say_results(results: OwnResults, words: Words) -> list[str]:
    tally = results.tally
    lines: list[str] = [
        words.say("question-results", title=_question(results, words)),
        words.say("question-counts", answered=tally.answered, asked=tally.asked),
    ]
    if results.terms.form is AnswerForm.TEXT:
        return lines
    lines += [_say_line(results, number, words) for number in numbers_of(results.terms)]
    if tally.answered < FEWEST:
        return [*lines, words.say("question-few", fewest=str(FEWEST))] if tally.answered else lines
    if results.terms.form is AnswerForm.SCALE and tally.mean is not None:
        mean = format_decimal(round(tally.mean, 1), "0.0", locale=locale_of(words.language))
        lines.append(words.say("question-mean", mean=mean, most=str(SCALE[-1])))
    return [*lines, words.say("question-percents")]


def _question(results: OwnResults, words: Words) -> str:
    return title_of(results.campaign, results.rules.language, words, most=_QUESTION)


def _say_line(results: OwnResults, number: int, words: Words) -> Html:
    answer, count = name_answer(results.terms, number, words), _count(results, number)
    percent = results.tally.percent(number)
    if percent is None:
        return words.say("question-line-few", answer=answer, count=count)
    return words.say("question-line", answer=answer, count=count, percent=str(round(percent)))


def _say_bar(results: OwnResults, number: int, words: Words) -> str:
    count, percent = _count(results, number), results.tally.percent(number)
    if percent is None:
        return count
    return words.plain("question-bar", count=count, percent=str(round(percent)))


def _count(results: OwnResults, number: int) -> str:
    return str(results.tally.numbers.get(number, 0))


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
