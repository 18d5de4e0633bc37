"""What customers said: the page of a period, the matrix, and reasons to page through.

Not here: pictures and their captions (voice_pictures.py), and what the numbers mean (loyalty/surveys.py).
"""

import html
from datetime import timedelta
from typing import Final

from babel.numbers import format_decimal

from handlers import callbacks
from handlers.callbacks import VoicePicture
from handlers.dates import name_month
from handlers.labels import ALONE, SHARED
from handlers.names import shortened
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.sentences import locale_of
from handlers.texts import Html, Words
from loyalty.days import local
from loyalty.ids import LocationId, RecipientId
from loyalty.letters import Content
from loyalty.posts import length_of
from loyalty.programs import Rules
from loyalty.surveys import COUNTED_FOR, HIGHEST_OF_ASPECT, Band, Frequency, Nps, visits_of
from loyalty.use_cases.listening.voice import Matrix, ReasonPage, VoicePage
from loyalty.voice import AspectFigures, Figures, Period, SaidReason, TicketFigures

_NAME: Final = 24
_LISTED: Final = 12
"""Aspects, people or counters that a page names."""
_MINUTE: Final = timedelta(minutes=1)
_HOUR: Final = timedelta(hours=1)
_ROOM: Final = 3_600
"""Letters that reasons may have together; the first one is cut to it."""


def draw_voice(page: VoicePage, words: Words) -> OutgoingMessage:
    """The numbers of a period, complete without a picture."""
    lines: list[str] = [words.say("voice-heading", first=page.span.first), "", *_say_figures(page, words)]
    if page.aspects:
        lines += ["", words.say("voice-aspects")]
        lines += [_say_aspect(one, words) for one in page.aspects[:_LISTED]]
        lines.append(words.say("voice-aspect-search", name=words.own(page.aspects[0].name)))
    if page.praises:
        month = name_month(page.month.first.month, words.language)
        lines += ["", words.say("voice-praises", month=month)]
        lines += [
            words.say("voice-praise", name=shortened(one.name, _NAME), praises=str(one.praises))
            for one in page.praises[:_LISTED]
        ]
    if page.tickets.opened:
        lines += ["", *_say_tickets(page.tickets, words)]
    lines += ["", words.say("voice-search")]
    return OutgoingMessage("\n".join(lines), _rows(page, words))


def draw_matrix_page(matrix: Matrix, words: Words) -> OutgoingMessage:
    """Each cell with its count, and with a button that writes to it."""
    lines = [words.say("voice-matrix"), Html("")]
    if not matrix.cells:
        return OutgoingMessage("\n".join([*lines, words.say("voice-matrix-none")]), (_back(words),))
    lines += say_matrix(matrix, words)
    lines += [Html(""), say_how_often(words), words.say("voice-matrix-write")]
    rows: list[tuple[Button, ...]] = [
        (_write(band, often, count, words),)
        for band in Band
        for often in Frequency
        if (count := matrix.count(band, often))
    ]
    draw = callbacks.DrawVoice(picture=VoicePicture.MATRIX, period=Period.YEAR).pack()
    rows.append((Button(words.plain("button-voice-draw"), draw),))
    return OutgoingMessage("\n".join(lines), (*rows, _back(words)))


def draw_reasons(page: ReasonPage, words: Words) -> OutgoingMessage:
    """As many as fit a message, each with its date and score, and nobody's name."""
    said: list[Html] = []
    room = _ROOM
    for reason in page.reasons:
        line = say_reason(reason, page.rules, words)
        room -= length_of(line) + 2
        if said and room < 0:
            break
        said.append(line)
    shown = len(said)
    lines = [_head_reasons(page, shown, words), *said]
    if not said and page.band is not None:
        lines.append(words.say("voice-reasons-none"))
    rows = [_play(one, page.rules, words) for one in page.reasons[:shown] if one.playable]
    if page.band is not None and shown < page.found:
        rows.append(_older(page.band, page.reasons[shown - 1].recipient_id, words))
    rows.append(_back(words))
    return OutgoingMessage("\n\n".join(lines), tuple(rows))


def say_matrix(matrix: Matrix, words: Words) -> list[Html]:
    """A line for each band."""
    return [
        words.say(
            "voice-matrix-row",
            band=band.value,
            **{often.value: str(matrix.count(band, often)) for often in Frequency},
        )
        for band in Band
    ]


def say_how_often(words: Words) -> Html:
    """What the words of the matrix mean."""
    often, monthly = visits_of(Frequency.FORTNIGHTLY), visits_of(Frequency.MONTHLY)
    return words.say(
        "voice-matrix-how",
        days=str(COUNTED_FOR.days), often=str(often[0]), least=str(monthly[0]), most=str(monthly[1]),
    )  # fmt: skip


def say_in_short(figures: Figures, words: Words) -> str:
    """The score with its error, or the counts by band where there is none."""
    if (nps := figures.nps) is not None:
        return words.plain("voice-in-short", **_score(nps), answers=str(figures.answers))
    return words.plain("voice-counts", answers=str(figures.answers), **_bands(figures))


def say_score(figures: Figures, words: Words) -> list[Html]:
    """How many answered, what it comes to or how many are missing, and the counts by band."""
    if not figures.asked:
        return [words.say("voice-nobody")]
    told = {"answers": str(figures.answers), "asked": str(figures.asked), "rate": str(figures.rate)}
    if (nps := figures.nps) is not None:
        first = words.say("voice-score", **_score(nps), **told)
    else:
        first = words.say("voice-too-few", left=figures.missing, **told)
    return [first, words.say("voice-bands", **_bands(figures))] if figures.answers else [first]


def name_counter(location: LocationId, words: Words) -> str:
    """What a counter is called where there are several."""
    return words.plain("voice-counter", number=str(location))


def _say_figures(page: VoicePage, words: Words) -> list[Html]:
    lines = say_score(page.figures, words)
    if len(page.by_location) > 1:
        lines += [
            words.say("voice-location", name=name_counter(location, words), said=say_in_short(figures, words))
            for location, figures in list(page.by_location.items())[:_LISTED]
        ]
    return lines


def _score(nps: Nps) -> dict[str, str]:
    points = round(nps.score)
    said = f"{points:+d}".replace("-", "−") if points else "0"
    return {"score": said, "error": str(round(nps.standard_error))}


def _bands(figures: Figures) -> dict[str, str]:
    tally = figures.tally
    return {
        "promoters": str(tally.promoters),
        "passives": str(tally.passives),
        "detractors": str(tally.detractors),
    }


def _say_aspect(aspect: AspectFigures, words: Words) -> Html:
    name, answers = shortened(words.own(aspect.name), _NAME), str(aspect.answers)
    if aspect.average is None:
        return words.say("voice-aspect-few", name=name, answers=answers)
    average = format_decimal(round(aspect.average, 1), "0.0", locale=locale_of(words.language))
    return words.say("voice-aspect", name=name, average=average, answers=answers)


def _say_tickets(tickets: TicketFigures, words: Words) -> list[Html]:
    """What managers say of them, how long answers took, and what customers say of what was closed."""
    wait = tickets.usual_wait
    counted = words.say(
        "voice-tickets",
        opened=tickets.opened,
        live=str(tickets.live),
        right=str(tickets.put_right),
        wrong=str(tickets.not_put_right),
        forgotten=tickets.forgotten,
        answered="no" if wait is None else "minutes" if wait < _HOUR else "hours",
        unanswered=str(tickets.unanswered),
        wait=0 if wait is None else wait // (_MINUTE if wait < _HOUR else _HOUR),
    )
    if not tickets.denied:
        return [counted]
    return [counted, words.say("voice-tickets-denied", denied=str(tickets.denied))]


def _rows(page: VoicePage, words: Words) -> Rows:
    periods = tuple(_choose(one, words, chosen=one is page.period) for one in Period)
    draw = callbacks.DrawVoice(picture=VoicePicture.SCORES, period=page.period)
    scores = Button(words.plain("button-voice-scores"), draw.pack())
    matrix = Button(words.plain("button-voice-matrix"), callbacks.OpenMatrix().pack())
    reasons = tuple((_open_reasons(band, words),) for band in Band)
    asked = Button(words.plain("button-voice-asked"), callbacks.ShowListening().pack())
    return (periods, (scores,), *_trends(page, words), (matrix,), *reasons, (asked,))


def _trends(page: VoicePage, words: Words) -> Rows:
    """Of the whole cafe, and of each counter where there are several."""
    several = list(page.by_location)[:_LISTED] if len(page.by_location) > 1 else []
    return tuple(
        tuple(
            _draw_trend(picture, key, page.period, location, words)
            for picture, key in (
                (VoicePicture.MONTHS, "button-voice-months"),
                (VoicePicture.WEEKS, "button-voice-weeks"),
            )
        )
        for location in (None, *several)
    )


def _draw_trend(
    picture: VoicePicture, key: str, period: Period, location: LocationId | None, words: Words
) -> Button:
    label = words.plain(key)
    if location is not None:
        label = shortened(f"{location}: {label}", SHARED)  # the line above says what the number is
    return Button(label, callbacks.DrawVoice(picture=picture, period=period, location_id=location).pack())


def _choose(period: Period, words: Words, *, chosen: bool) -> Button:
    key = "button-voice-period-on" if chosen else "button-voice-period"
    data = callbacks.OpenVoice(period=period).pack()
    return Button(words.plain(key, period=period.value), data, Style.PRIMARY if chosen else Style.PLAIN)


def _open_reasons(band: Band, words: Words) -> Button:
    label = words.plain("button-voice-reasons", band=band.value)
    return Button(label, callbacks.OpenReasons(band=band).pack())


def _write(band: Band, often: Frequency, count: int, words: Words) -> Button:
    label = words.plain("button-voice-write", count=count, band=band.value, often=often.value)
    return Button(shortened(label, ALONE), callbacks.WriteToCell(band=band, often=often).pack())


def _back(words: Words) -> tuple[Button, ...]:
    return (Button(words.plain("button-voice-back"), callbacks.OpenVoice(period=Period.QUARTER).pack()),)


def _older(band: Band, before: RecipientId, words: Words) -> tuple[Button, ...]:
    data = callbacks.OpenReasons(band=band, before=before).pack()
    return (Button(words.plain("button-voice-older"), data),)


def _play(reason: SaidReason, rules: Rules, words: Words) -> tuple[Button, ...]:
    label = words.plain(
        "button-voice-play",
        content=reason.content.value,
        day=local(reason.scored_at, rules).date(),
        score=_say_reasons_score(reason, words),
    )
    data = callbacks.PlayReason(recipient_id=reason.recipient_id).pack()
    return (Button(shortened(label, ALONE), data),)


def _head_reasons(page: ReasonPage, shown: int, words: Words) -> Html:
    if page.band is not None:
        return words.say("voice-reasons", band=page.band.value)
    searched = shortened(page.words, 2 * _NAME)
    found = words.say("voice-found", words=searched, count=page.found)
    return (
        Html(f"{found}\n{words.say('voice-found-more', shown=str(shown))}") if shown < page.found else found
    )


def say_reason(reason: SaidReason, rules: Rules, words: Words, *, most: int = _ROOM) -> Html:
    """Score, date and, in so many letters at most, what was said; nobody's name."""
    score, day = _say_reasons_score(reason, words), local(reason.scored_at, rules).date()
    if reason.content is Content.TEXT:
        heading = words.say("voice-reason", score=score, day=day)
    else:
        content = reason.content if reason.content in (Content.PHOTO, Content.VOICE) else Content.OTHER
        heading = words.say("voice-reason-sent", score=score, day=day, content=content.value)
    text = html.escape(shortened(reason.text, most), quote=False)
    return Html(f"{heading}\n{text}") if text else heading


def _say_reasons_score(reason: SaidReason, words: Words) -> str:
    """Of an aspect what it is and of how many: "the speed: 2/5"."""
    if reason.aspect is None:
        return str(reason.score)
    return f"{shortened(words.own(reason.aspect), _NAME)}: {reason.score}/{HIGHEST_OF_ASPECT}"
