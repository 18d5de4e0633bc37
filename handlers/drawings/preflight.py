"""The look before a post goes out: to how many, in which language, how long it takes; and the last taps.

Not here: the post itself (post.py), which stands above.
"""

from datetime import datetime, timedelta
from decimal import Decimal

from babel.dates import format_skeleton, get_day_names
from babel.numbers import format_decimal

from handlers import callbacks
from handlers.callbacks import DraftQuestion, DraftView
from handlers.drawings.broadcast import back, pairs, say_aim, say_plan
from handlers.drawings.broadcast_people import say_obstacles
from handlers.labels import ALONE
from handlers.outgoing import Button, OutgoingMessage, Style
from handlers.sentences import locale_of
from handlers.texts import Html, Words
from loyalty import days
from loyalty.campaigns import BroadcastTerms, OwnQuestionTerms, RecurringTerms, Speed
from loyalty.lots import LEAST_FOR_HOLD_OUT
from loyalty.policy import next_open, next_quiet
from loyalty.use_cases.campaigns.draft_reading import DraftFacts

PILOT_FROM = 20
"""More people than this can be divided into a pilot and the rest."""
_PILOTS = (0, 5, 10, 20)
_HELD_OUT = (0, 5, 10, 20)
_A_WEEK = timedelta(days=7)
_A_MINUTE = 90
"""From so many seconds on one speaks of minutes."""
_FREE_A_SECOND = 30
_STARS_A_MESSAGE = Decimal("0.1")


def draw_preflight(
    facts: DraftFacts, words: Words, speed: Speed, *, told: int | None = None
) -> OutgoingMessage:
    """What happens after the tap. `told`: the number that the owner saw before it changed."""
    lines = [words.say("preflight-heading")]
    if told is not None:
        lines = [words.say("preflight-changed", reached=facts.gets_it, before=told)]
    lines += [Html(""), *_say_aim(facts, words), *_say_people(facts, words)]
    if facts.reached:
        lines += _say_course(facts, words, speed)
    elif facts.asked_before:
        lines.append(words.say("preflight-asked-all"))
    lines += say_plan(facts, words)
    if facts.too_few_to_hold_out:
        lines.append(words.say("error-hold-out-small", reached=facts.reached, least=LEAST_FOR_HOLD_OUT))
    return OutgoingMessage("\n".join(lines), _rows(facts, words), asks=True)


def draw_time(facts: DraftFacts, words: Words) -> OutgoingMessage:
    """When it goes out."""
    draft_id, now = facts.campaign.id, days.local(facts.now, facts.rules)

    def ask(key: str, what: DraftQuestion) -> Button:
        return Button(words.plain(key), callbacks.AskDraft(campaign_id=draft_id, what=what).pack())

    at_once = callbacks.SetDraftTime(campaign_id=draft_id, tomorrow=False).pack()
    tomorrow = callbacks.SetDraftTime(campaign_id=draft_id, tomorrow=True).pack()
    weekly = (ask("button-time-weekly", DraftQuestion.RHYTHM),)
    rows = (
        (Button(words.plain("button-time-now"), at_once),),
        (Button(words.plain("button-time-tomorrow"), tomorrow),),
        (ask("button-time-date", DraftQuestion.TIME),),
        *(() if isinstance(facts.terms, OwnQuestionTerms) else (weekly,)),  # a question goes out once
        (back(draft_id, words),),
    )
    lines = [words.say("draft-time-page", time=f"{now:%H:%M}"), *say_plan(facts, words)[:1]]
    return OutgoingMessage("\n".join(lines), rows, asks=True)


def draw_share(facts: DraftFacts, words: Words) -> OutgoingMessage:
    """A pilot, and from a thousand people on those who get nothing; back to the look, with the post above."""
    draft_id = facts.campaign.id

    def choice(label: str, pilot: int, held_out: int) -> Button:
        data = callbacks.SetShare(campaign_id=draft_id, pilot=pilot, held_out=held_out).pack()
        if (pilot, held_out) == (facts.pilot, facts.held_out_share):
            return Button(words.plain("button-share-chosen", choice=label), data, Style.PRIMARY)
        return Button(label, data)

    lines = [words.say("draft-share-page")]
    rows = pairs([
        choice(words.plain("button-pilot", percent=one), one, facts.held_out_share) for one in _PILOTS
    ])  # fmt: skip
    if facts.reached >= LEAST_FOR_HOLD_OUT or facts.held_out_share:
        lines.append(words.say("draft-share-held-out"))
        rows += pairs([
            choice(words.plain("button-held-out", percent=one), facts.pilot, one) for one in _HELD_OUT
        ])  # fmt: skip
    look = Button(words.plain("button-draft-back"), callbacks.PreviewDraft(campaign_id=draft_id).pack())
    return OutgoingMessage("\n\n".join(lines), (*rows, (look,)), asks=True)


def _say_aim(facts: DraftFacts, words: Words) -> list[Html]:
    return [] if facts.audience is None else say_aim(facts, words)[:1]


def _say_people(facts: DraftFacts, words: Words) -> list[Html]:
    """How many, who gets nothing, and in which language the others get it."""
    if facts.audience is None:
        return [words.say("preflight-nobody-picked")]
    said = words.say("preflight-people", reached=facts.gets_it)
    obstacles = say_obstacles(facts.audience, words)
    lines = [Html(f"{said}; {obstacles}") if obstacles else said]
    versions: dict[str, int] = {}
    for language, count in facts.audience.languages.items():
        post = facts.campaign.said_in(language, facts.rules.language)
        if post is not None:
            versions[post.language] = versions.get(post.language, 0) + count
    if len(versions) > 1:
        parts = [
            _say_language(facts, words.language_names.get(one, one), count, words)
            for one, count in sorted(versions.items(), key=lambda item: (-item[1], item[0]))
        ]
        lines.append(Html(", ".join(parts)))
    return lines


def _say_language(facts: DraftFacts, language: str, count: int, words: Words) -> Html:
    """Of how many it is read; chance says who is held out, so with that it is known about."""
    if not facts.held_out:
        return words.say("preflight-language", language=language, count=count)
    left = round(count * facts.gets_it / facts.reached)
    return words.say("preflight-language-about", language=language, count=left)


def _say_course(facts: DraftFacts, words: Words, speed: Speed) -> list[Html]:
    """How long it takes, whether quiet hours come between, and what it costs."""
    needed = speed.time_for(facts.gets_it)
    lines = [_say_hours(facts, words, needed)]
    if speed.paid and speed.a_second > _FREE_A_SECOND:
        stars = format_decimal(_STARS_A_MESSAGE * facts.gets_it, locale=words.language)
        lines.append(words.say("preflight-price", stars=stars))
    if isinstance(facts.terms, RecurringTerms):
        lines.append(words.say("preflight-weekly"))
    return lines


def _say_hours(facts: DraftFacts, words: Words, needed: timedelta) -> Html:
    rules, takes = facts.rules, _say_time(needed, words)
    begins = _begins(facts)
    opens = next_open(begins, rules)
    if opens != begins:
        at = days.local(opens, rules)
        return words.say("preflight-waits", day=at.date(), time=f"{at:%H:%M}", takes=takes)
    quiet = next_quiet(begins, rules)
    if quiet is None:
        return words.say("preflight-no-quiet", takes=takes)
    if begins + needed <= quiet:
        return words.say("preflight-in-time", takes=takes)
    at = days.local(next_open(quiet, rules), rules)
    return words.say("preflight-goes-on", day=at.date(), time=f"{at:%H:%M}", takes=takes)


def _begins(facts: DraftFacts) -> datetime:
    """When the first message goes; of one that goes out each week, an hour that was looked at already."""
    match facts.terms:
        case BroadcastTerms(at=None) | OwnQuestionTerms(at=None):
            return facts.now
        case BroadcastTerms(at=moment) | OwnQuestionTerms(at=moment) if moment is not None:
            return max(moment, facts.now)
        case _:
            return next_open(facts.now, facts.rules)


def _say_time(needed: timedelta, words: Words) -> str:
    seconds = max(round(needed.total_seconds()), 1)
    if seconds < _A_MINUTE:
        return words.plain("preflight-seconds", seconds=seconds)
    return words.plain("preflight-minutes", minutes=round(seconds / 60))


def _rows(facts: DraftFacts, words: Words) -> tuple[tuple[Button, ...], ...]:
    draft_id = facts.campaign.id
    rows = []
    if facts.too_few_to_hold_out:
        all_of_them = callbacks.SetShare(campaign_id=draft_id, pilot=facts.pilot, held_out=0).pack()
        rows.append((Button(words.plain("button-held-out", percent=0), all_of_them, Style.PRIMARY),))
    elif facts.reached:
        ids = {"campaign_id": draft_id, "count": facts.gets_it, "look": facts.look}
        send = callbacks.SendDraft(**ids).pack()
        rows.append((Button(_send_label(facts, words), send, Style.SUCCESS),))
    rows.append((Button(words.plain("button-draft-to-me"), callbacks.SendToMe(campaign_id=draft_id).pack()),))
    time = callbacks.OpenDraft(campaign_id=draft_id, view=DraftView.TIME).pack()
    rows.append((Button(words.plain("button-draft-time"), time),))
    question = isinstance(facts.terms, OwnQuestionTerms)
    if not question and (facts.reached > PILOT_FROM or facts.pilot or facts.held_out_share):
        share = callbacks.OpenDraft(campaign_id=draft_id, view=DraftView.SHARE).pack()
        rows.append((Button(words.plain("button-draft-share"), share),))
    return (*rows, (back(draft_id, words),))


def _send_label(facts: DraftFacts, words: Words) -> str:
    """To how many, and when unless it is at once and as long as both fit a button; with a pilot, its part."""
    when, count = _moment(facts, words), facts.gets_it_first
    if when is not None:
        weekly = "yes" if isinstance(facts.terms, RecurringTerms) else "no"
        key = "button-draft-send-first-at" if facts.pilot else "button-draft-send-at"
        label = words.plain(key, when=when, count=count, weekly=weekly)
        if len(label) <= ALONE:
            return label
    if facts.pilot:
        return words.plain("button-draft-send-first", count=count)
    return words.plain("button-draft-send", count=count)


def _moment(facts: DraftFacts, words: Words) -> str | None:
    """Such as "Friday 16:00"; a day that is further off than a week by its date, one of each week shortly."""
    locale = locale_of(words.language)
    names = get_day_names("wide", context="stand-alone", locale=locale)
    match facts.terms:
        case BroadcastTerms(at=None) | OwnQuestionTerms(at=None):
            return None
        case BroadcastTerms(at=moment) | OwnQuestionTerms(at=moment):
            at, now = days.local(moment or facts.now, facts.rules), days.local(facts.now, facts.rules)
            near = timedelta() <= at.date() - now.date() < _A_WEEK
            day = names[at.weekday()] if near else format_skeleton("MMMd", at, locale=locale)
            return _capital(f"{day} {at:%H:%M}")
        case RecurringTerms(weekday, hour, minute):
            short = get_day_names("abbreviated", context="stand-alone", locale=locale)
            return f"{short[weekday]} {hour:02d}:{minute:02d}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
