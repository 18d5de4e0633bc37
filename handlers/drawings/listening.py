"""The owner's page of what is asked: our exact words, when, after which visits, about what, and the review.

Not here: how a customer reads it (surveys.py), and what was answered.
"""

from typing import Final

from handlers import callbacks
from handlers.callbacks import ListeningTerm
from handlers.drawings.phrases import ITEM
from handlers.drawings.surveys import say_question
from handlers.labels import ALONE
from handlers.names import shortened
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.texts import Html, Texts, Words
from loyalty.campaigns import CampaignKind
from loyalty.responses import FEWEST_CUSTOMERS, Aspect
from loyalty.surveys import Band
from loyalty.use_cases.listening.switching import ListeningFacts
from loyalty.voice import Period

_BETWEEN: Final = "\n\n"
_KINDS: Final = (CampaignKind.SURVEY, CampaignKind.ASPECT)
_CHOICES: Final = {ListeningTerm.DELAY: (2, 4, 6, 12, 24), ListeningTerm.SAMPLE: (10, 25, 50, 100)}
_LINK: Final = 60


def draw_listening(facts: ListeningFacts, words: Words) -> OutgoingMessage:
    """What is asked, and what can be changed."""
    lines = [
        words.say("listening-heading"),
        *(words.say("listening-kind", kind=kind.value, on=_yes(facts.is_on(kind))) for kind in _KINDS),
        words.say("listening-when", hours=facts.delay_hours, sample=facts.sample, days=facts.days),
        words.say("listening-aspects", aspects=_names(facts, words)),
        _say_review(facts, words),
    ]
    if not facts.asks_anybody:
        lines.insert(
            1, words.say("listening-too-few", customers=facts.customers, fewest=str(FEWEST_CUSTOMERS))
        )
    rows = (
        *((_switch(facts, kind, words),) for kind in _KINDS),
        (_term(ListeningTerm.DELAY, words),),
        (_term(ListeningTerm.SAMPLE, words),),
        (Button(words.plain("button-listening-aspects"), callbacks.OpenAspects().pack()),),
        *_review_rows(facts, words),
        (Button(words.plain("button-voice-back"), callbacks.OpenVoice(period=Period.QUARTER).pack()),),
    )
    return OutgoingMessage(_BETWEEN.join(lines), rows)


def draw_survey_words(
    facts: ListeningFacts, kind: CampaignKind, words: Words, texts: Texts
) -> OutgoingMessage:
    """What customers will read, in every language that we speak, the cafe's first; only who has it before the
    eyes switches it on.
    """
    lines = [words.say("listening-read", kind=kind.value)]
    for language in dict.fromkeys((*facts.languages, *texts.languages)):
        lines.append(Html(f"— {words.language_names.get(language, language)} —"))
        lines.append(_say_everything(facts, kind, texts.in_language(texts.choose(language))))
    on = callbacks.SwitchListening(kind=kind, on=True).pack()
    return OutgoingMessage(
        _BETWEEN.join(lines),
        ((Button(words.plain("button-listening-on"), on, Style.SUCCESS),), _back(words)),
    )


def draw_listening_term(facts: ListeningFacts, term: ListeningTerm, words: Words) -> OutgoingMessage:
    """How long after a visit, or after which share of them."""
    now = facts.delay_hours if term is ListeningTerm.DELAY else facts.sample
    rows = [(_choice(term, value, words, on=value == now),) for value in _CHOICES[term]]
    return OutgoingMessage(words.say("listening-term", term=term.value), (*rows, _back(words)))


def draw_aspects(facts: ListeningFacts, words: Words) -> OutgoingMessage:
    """The list, each with a way to rename it and to take it off."""
    rows: list[tuple[Button, ...]] = []
    for one in facts.aspects:
        rename = callbacks.RenameAspect(aspect_id=one.id).pack()
        off = callbacks.TakeAspectOff(aspect_id=one.id).pack()
        rows.append((Button(shortened(words.own(one.name), ALONE), rename),))
        rows.append((Button(_off_label(one, words), off, Style.DANGER),))
    rows.append((Button(words.plain("button-aspect-add"), callbacks.AddAspect().pack()),))
    return OutgoingMessage(words.say("listening-aspects-how"), (*rows, _back(words)))


def _choice(term: ListeningTerm, value: int, words: Words, *, on: bool) -> Button:
    label = words.plain("button-listening-value", term=term.value, value=value)
    data = callbacks.SetListeningTerm(term=term, value=value).pack()
    if on:
        return Button(words.plain("button-listening-value-on", value=label), data, Style.SUCCESS)
    return Button(label, data)


def _off_label(aspect: Aspect, words: Words) -> str:
    return shortened(words.plain("button-aspect-off", aspect=words.own(aspect.name)), ALONE)


def _say_everything(facts: ListeningFacts, kind: CampaignKind, spoken: Words) -> Html:
    aspect = facts.aspects[0].name if kind is CampaignKind.ASPECT and facts.aspects else None
    why = "survey-reason" if kind is CampaignKind.SURVEY else "aspect-reason"
    reasons = [spoken.say(why, band=band.value) for band in (Band.DETRACTOR, Band.PASSIVE, Band.PROMOTER)]
    parts = [
        say_question(facts.cafe, aspect, spoken),
        Html("\n".join(reasons)),
        spoken.say("survey-reason-how"),
    ]
    return Html(_BETWEEN.join(parts))


def _switch(facts: ListeningFacts, kind: CampaignKind, words: Words) -> Button:
    """Off at once; on only after reading."""
    on = facts.is_on(kind)
    off = callbacks.SwitchListening(kind=kind, on=False).pack()
    data = off if on else callbacks.ReadSurveyWords(kind=kind).pack()
    return Button(words.plain("button-listening-kind", kind=kind.value, on=_yes(on)), data)


def _term(term: ListeningTerm, words: Words) -> Button:
    return Button(
        words.plain("button-listening-term", term=term.value),
        callbacks.OpenListeningTerm(term=term).pack(),
    )


def _review_rows(facts: ListeningFacts, words: Words) -> Rows:
    ask = (Button(words.plain("button-review-link"), callbacks.AskReviewLink().pack()),)
    if not facts.review_link:
        return (ask,)
    return (ask, (Button(words.plain("button-review-link-off"), callbacks.DropReviewLink().pack()),))


def _say_review(facts: ListeningFacts, words: Words) -> Html:
    if not facts.review_link:
        return words.say("listening-no-review")
    return words.say("listening-review", link=shortened(facts.review_link, _LINK))


def _names(facts: ListeningFacts, words: Words) -> str:
    names = [shortened(words.own(one.name), ITEM) for one in facts.aspects]
    return ", ".join(names) or "-"


def _back(words: Words) -> tuple[Button, ...]:
    return (Button(words.plain("button-listening-back"), callbacks.ShowListening().pack()),)


def _yes(on: bool) -> str:
    return "yes" if on else "no"
