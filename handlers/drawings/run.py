"""A run for its owner: a bar while it goes out, the report when it has.

Not here: the posts that customers get (post.py), and the list of all runs (run_list.py).
"""

import html
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final, assert_never

from babel.numbers import format_decimal

from handlers import callbacks
from handlers.callbacks import RunTap
from handlers.drawings.phrases import name_in_list
from handlers.names import shortened
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.telegram_errors import why_failed
from handlers.texts import Html, Words
from loyalty.campaigns import Campaign, CampaignKind, RecurringTerms
from loyalty.days import local
from loyalty.lift import Lift
from loyalty.run_reports import LOOKED_AFTER, RunReport
from loyalty.runs import RecipientState, RunState

TITLE: Final = 40
_CELLS: Final = 10
_FULL: Final = "▓"
_EMPTY: Final = "░"
_TAG: Final = re.compile(r"<[^<>]*>")


def draw_run(report: RunReport, words: Words) -> OutgoingMessage:
    """The run as it is now; complete without its bar."""
    lines = [words.say("run-title", title=title_of(report.campaign, report.rules.language, words))]
    lines += _say_state(report, words)
    if report.run.state not in (RunState.WAITING, RunState.MISSED, RunState.TAKEN_BACK):
        lines += _say_counts(report, words)
    if report.pilot_out or (report.run.ended_at is not None and report.run.started_at is not None):
        lines += _say_results(report, words)
    return OutgoingMessage(Html("\n".join(lines)), (*_rows(report, words), *_answers(report, words)))


def title_of(campaign: Campaign, cafe_language: str, words: Words, *, most: int = TITLE) -> str:
    """The first words of what it says, as letters, `most` of them."""
    post = campaign.said_in(words.language, cafe_language)
    letters = html.unescape(_TAG.sub("", post.text)) if post is not None else ""
    return shortened(" ".join(letters.split()), most) or words.plain("run-untitled")


def _say_state(report: RunReport, words: Words) -> list[Html]:
    run, left = report.run, report.open
    match run.state:
        case RunState.WAITING:
            weekly = isinstance(report.campaign.terms, RecurringTerms)
            return [*_say_waiting(report, words), *([words.say("run-repeats")] if weekly else [])]
        case RunState.RUNNING:
            return _say_progress(report, words)
        case RunState.PAUSED if report.pilot_out and run.pilot_until is not None:
            return [words.say("run-pilot", left=left, **_when(run.pilot_until, report))]
        case RunState.PAUSED:
            return [_bar(report, words), words.say("run-paused")]
        case RunState.STOPPED:
            return [words.say("run-stopped", left=left, **_when(run.ended_at or report.now, report))]
        case RunState.FINISHED:
            return [words.say("run-finished", **_when(run.ended_at or report.now, report))]
        case RunState.MISSED:
            return [words.say("run-missed", **_when(run.run_at, report))]
        case RunState.TAKEN_BACK:
            question = report.campaign.kind is CampaignKind.OWN_QUESTION
            return [words.say("run-taken-back", question="yes" if question else "no")]
        case _:
            assert_never(run.state)


def _say_waiting(report: RunReport, words: Words) -> list[Html]:
    if report.quiet_until is not None and report.run.run_at <= report.quiet_until:
        return [words.say("run-waits", **_when(report.quiet_until, report))]
    if (report.run.run_at - report.now).total_seconds() < 60:
        return [words.say("run-waits-now")]
    return [words.say("run-waits", **_when(report.run.run_at, report))]


def _say_progress(report: RunReport, words: Words) -> list[Html]:
    sent = report.counts.of(RecipientState.SENT)
    if report.asked_to_wait is not None:
        time = _when(report.asked_to_wait, report)["time"]
        return [_bar(report, words), words.say("run-asked-to-wait", time=time, sent=sent, total=report.total)]
    if report.quiet_until is not None:
        return [_bar(report, words), words.say("run-quiet", time=_when(report.quiet_until, report)["time"])]
    if not report.run.frozen:
        return [_bar(report, words), words.say("run-preparing", count=report.total)]
    speed = format_decimal(round(report.a_second, 1 if report.a_second < 10 else 0), locale=words.language)
    minutes = round(report.time_left.total_seconds() / 60)
    return [_bar(report, words), words.say("run-speed", speed=speed, minutes=minutes)]


def _bar(report: RunReport, words: Words) -> Html:
    full = _CELLS * report.done // report.total if report.total else 0
    cells = _FULL * full + _EMPTY * (_CELLS - full)
    return words.say("run-bar", bar=cells, done=report.done, total=report.total)


def _say_counts(report: RunReport, words: Words) -> list[Html]:
    counts, lines = report.counts, []
    if sent := counts.of(RecipientState.SENT):
        lines.append(words.say("run-sent", count=sent))
    if failed := counts.of(RecipientState.FAILED):
        why = _say_reasons(_failures(report), "run-failure", words)
        lines.append(words.say("run-failed", count=failed, reasons=why))
    if unknown := counts.of(RecipientState.UNKNOWN):
        names = ", ".join(name_in_list(words, name) for name in report.results.unknown)
        lines.append(words.say("run-unknown", count=unknown, names=names))
    if skipped := counts.of(RecipientState.SKIPPED):
        reasons = {why: n for (state, why), n in counts.reasons.items() if state is RecipientState.SKIPPED}
        said = _say_reasons(reasons, "run-left-out", words)
        lines.append(words.say("run-skipped", count=skipped, reasons=said))
    if held_out := counts.of(RecipientState.HELD_OUT):
        lines.append(words.say("run-held-out", count=held_out))
    return lines


def _failures(report: RunReport) -> dict[str, int]:
    sums: dict[str, int] = {}
    for (state, problem), count in report.counts.reasons.items():
        if state is RecipientState.FAILED:
            sums[why_failed(problem)] = sums.get(why_failed(problem), 0) + count
    return sums


def _say_reasons(reasons: Mapping[str, int], key: str, words: Words) -> str:
    """The most frequent first."""
    ranked = sorted(reasons.items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(f"{words.plain(key, reason=reason)} {count}" for reason, count in ranked)


def _say_results(report: RunReport, words: Words) -> list[Html]:
    results, lines = report.results, []
    if results.muted:
        lines.append(words.say("run-muted", count=results.muted))
    if report.campaign.kind is CampaignKind.OWN_QUESTION:  # it asks for an answer, not for a visit
        return lines
    if report.campaign.offer is not None:
        lines.append(words.say("run-offers", taken=results.taken, redeemed=results.redeemed))
    if report.is_final:
        lines.append(words.say("run-visits", visits=results.visits_after))
    else:
        until = (report.run.ended_at or report.now) + LOOKED_AFTER
        lines.append(words.say("run-visits-so-far", visits=results.visits_after, **_when(until, report)))
    if report.has_hold_out:
        lines.append(_say_lift(report.lift, words))
    return lines


def _say_lift(lift: Lift | None, words: Words) -> Html:
    if lift is None:
        return words.say("run-lift-unknown")
    verdict = "chance" if not lift.is_plain else "more" if lift.more > 0 else "fewer"
    figures = {"got": lift.got, "held": lift.held_out, "low": lift.low, "high": lift.high}
    said = {name: format_decimal(round(value, 2), locale=words.language) for name, value in figures.items()}
    return words.say("run-lift", verdict=verdict, **said)


def _rows(report: RunReport, words: Words) -> Rows:
    def tap(key: str, what: RunTap, style: Style = Style.PLAIN, **said: int) -> Button:
        data = callbacks.SteerRun(run_id=report.run.id, tap=what).pack()
        return Button(words.plain(key, **said), data, style)

    pause = tap("button-run-pause", RunTap.PAUSE)
    stop = tap("button-run-stop", RunTap.STOP, Style.DANGER)
    count = tap("button-run-count", RunTap.COUNT)
    go_on = tap("button-run-resume", RunTap.RESUME, Style.SUCCESS)
    match report.run.state:
        case RunState.WAITING:
            return ((tap("button-run-take-back", RunTap.TAKE_BACK),),)
        case RunState.RUNNING:
            return ((pause, stop),)
        case RunState.PAUSED if report.pilot_out:
            rest = tap("button-run-rest", RunTap.RESUME, Style.SUCCESS, left=report.open)
            return ((rest,), (count, stop))
        case RunState.PAUSED:
            return ((go_on, stop),)
        case RunState.STOPPED if report.may_go_on:
            return ((go_on, count),)
        case RunState.STOPPED | RunState.FINISHED:
            return () if report.is_final else ((count,),)
        case RunState.MISSED | RunState.TAKEN_BACK:
            return ()
        case _:
            assert_never(report.run.state)


def _answers(report: RunReport, words: Words) -> Rows:
    """To what was answered, once somebody may have been asked."""
    if report.campaign.kind is not CampaignKind.OWN_QUESTION or report.run.started_at is None:
        return ()
    data = callbacks.ShowOwnResults(campaign_id=report.campaign.id).pack()
    return ((Button(words.plain("button-question-results"), data),),)


def _when(moment: datetime, report: RunReport) -> dict[str, str]:
    """Day and time on the cafe's wall."""
    on_wall = local(moment, report.rules)
    return {"day": on_wall.date(), "time": f"{on_wall:%H:%M}"}  # type: ignore[dict-item]
