"""A survey as its customer reads it: the question with its scores, the score that was given, why, and thanks.

Not here: the owner's page of what is asked (listening.py), and what a tap does.
"""

import html
from typing import Final

from handlers import callbacks
from handlers.drawings.phrases import ITEM
from handlers.drawings.post import place_mute
from handlers.names import shortened
from handlers.outgoing import Button, OutgoingMessage, Rows
from handlers.texts import Html, Words
from loyalty.own_words import OwnWords
from loyalty.posts import LONGEST_TEXT, length_of
from loyalty.responses import Phase, SurveyFacts, ThanksFacts
from loyalty.wishes import Purpose

_BETWEEN: Final = "\n\n"
_ROWS: Final = (range(6), range(6, 11))
_ROWS_OF_ASPECT: Final = (range(1, 6),)


def draw_survey(facts: SurveyFacts, words: Words, *, purpose: Purpose | None = None) -> OutgoingMessage:
    """The question, or what was answered. `purpose`: what its button mutes."""
    match facts.phase:
        case Phase.OVER:
            return OutgoingMessage(words.say("survey-over"))
        case Phase.OPEN:
            rows = (*_scores(facts), place_mute(facts.recipient_id, purpose, words))
            return OutgoingMessage(
                say_question(facts.cafe, facts.aspect, words), tuple(row for row in rows if row)
            )
        case Phase.SCORED:
            score, highest = str(facts.score), str(facts.highest)
            said = words.say("survey-scored", score=score, highest=highest)
            return OutgoingMessage(said, _after_score(facts, words))


def say_question(cafe: str, aspect: OwnWords | None, words: Words) -> Html:
    """Our exact words, with the ends of the scale named."""
    if aspect is None:
        lines = [words.say("survey-question", cafe=cafe), words.say("survey-scale")]
    else:
        name = shortened(words.own(aspect), ITEM)
        lines = [words.say("aspect-question", aspect=name, cafe=cafe), words.say("aspect-scale")]
    return Html(_BETWEEN.join(lines))


def draw_reason(facts: SurveyFacts, words: Words) -> OutgoingMessage | None:
    """Why that score? A reply to this message is the answer; None: there is no score.

    It forces no reply: that would take the customer's keyboard away for as long as nobody answers.
    """
    if facts.band is None:
        return None
    key = "survey-reason" if facts.aspect is None else "aspect-reason"
    why = words.say(key, band=facts.band.value)
    if not facts.asks_reason:
        return OutgoingMessage(why)
    skip = callbacks.SkipReason(recipient_id=facts.recipient_id).pack()
    row = (Button(words.plain("button-reason-skip"), skip),)
    return OutgoingMessage(_BETWEEN.join([why, words.say("survey-reason-how")]), (row,))


def draw_thanks(facts: ThanksFacts, words: Words) -> OutgoingMessage:
    """Thanks, by band; they promise nothing."""
    if not facts.told:
        return OutgoingMessage(words.say("survey-thanks-skipped"))
    return OutgoingMessage(words.say("survey-thanks", band=facts.band.value))


def draw_further(facts: ThanksFacts, words: Words) -> OutgoingMessage | None:
    """To whom else a promoter may say it: who served them, and everybody; None: nobody."""
    lines, rows = [], []
    if facts.praise_for:
        key = "praise-passed" if facts.passed else "praise-question"
        lines.append(words.say(key, name=facts.praise_for))
        if not facts.passed:
            data = callbacks.PassPraise(recipient_id=facts.recipient_id).pack()
            rows.append((Button(words.plain("button-praise-pass"), data),))
    if facts.review_link:
        lines.append(words.say("survey-review"))
        rows.append((Button(words.plain("button-review"), "", url=facts.review_link),))
    return OutgoingMessage(_BETWEEN.join(lines), tuple(rows)) if lines else None


def draw_praise(said: str, words: Words) -> OutgoingMessage:
    """For who served them: a heading and the words alone, as many as one message holds; empty: forgotten."""
    if not said:
        return OutgoingMessage(words.say("praise-forgotten"))
    heading = words.say("notice-praised")
    room = LONGEST_TEXT - length_of(heading) - len(_BETWEEN)
    kept = said.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore")
    return OutgoingMessage(_BETWEEN.join([heading, html.escape(kept, quote=False)]))


def _scores(facts: SurveyFacts) -> Rows:
    return tuple(
        tuple(
            Button(str(n), callbacks.ScoreVisit(recipient_id=facts.recipient_id, score=n).pack()) for n in row
        )
        for row in (_ROWS if facts.aspect is None else _ROWS_OF_ASPECT)
    )


def _after_score(facts: SurveyFacts, words: Words) -> Rows:
    change = callbacks.ReconsiderScore(recipient_id=facts.recipient_id).pack()
    return ((Button(words.plain("button-score-change"), change),),) if facts.may_change else ()
