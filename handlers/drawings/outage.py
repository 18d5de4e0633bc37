"""That the bot was away: from when to when, what was done afterwards of what had waited, and what was not.

Not here: customers' requests that came too late, which are answered one by one.
"""

from collections.abc import Sequence
from typing import Final

from handlers import callbacks
from handlers.drawings.phrases import name_guest, say_pair_code, say_rewards, say_standing, short_pair_code
from handlers.errors import word_refusal
from handlers.outgoing import Button, OutgoingMessage
from handlers.texts import Html, Words
from loyalty import days
from loyalty.cards import CounterFacts
from loyalty.outages import KEPT_BY_TELEGRAM, LeftUndone, OutageFacts
from loyalty.visits import VisitState

_LISTED: Final = 8
"""Visits that the message lists, each with a button; more are in the day's page. As many taps in vain."""


def draw_outage(facts: OutageFacts, words: Words) -> OutgoingMessage:
    """For owners and the staff chat."""
    since, until = (days.local(at, facts.rules) for at in (facts.outage.since, facts.outage.until))
    minutes = max(1, round((facts.outage.until - facts.outage.since).total_seconds() / 60))
    said = {"since": f"{since:%H:%M}", "until": f"{until:%H:%M}"}
    span = (
        words.plain("outage-span", minutes=minutes, **said)
        if since.date() == until.date()
        else words.plain("outage-span-days", first=since.date(), last=until.date(), **said)
    )
    lines: list[str] = [words.say("outage-was-away", span=span)]
    if facts.outage.until - facts.outage.since > KEPT_BY_TELEGRAM:
        lines.append(words.say("outage-too-long"))
    listed = facts.visits[:_LISTED]
    if listed:
        lines += ["", words.say("outage-done"), *(_say_visit(visit, words) for visit in listed)]
    if len(facts.visits) > _LISTED:
        lines.append(words.say("outage-more", visits=len(facts.visits) - _LISTED))
    lines += _say_left_undone(facts.left_undone, words)
    if len(lines) == 1:
        lines.append(words.say("outage-nothing-waited"))
    rows = tuple(
        (_undo_button(visit, words),)
        for visit in listed
        if visit.visit.may_be_undone(visit.now) and not visit.undo_blocked
    )
    return OutgoingMessage("\n".join(lines), rows)


def _say_visit(facts: CounterFacts, words: Words) -> Html:
    name = name_guest(words, facts.customer_name)
    pair = say_pair_code(words, facts.visit.pair_code) if facts.visit.pair_code else Html("")
    progress = say_standing(words, facts)
    undone = "yes" if facts.visit.state is VisitState.UNDONE else "no"
    if not facts.visit.booked and facts.handed_over:
        given = say_rewards(words, facts.handed_over)
        return words.say("outage-visit-given", pair=pair, name=name, given=given)
    if not facts.visit.stamps and facts.visit.booked:
        return words.say("outage-visit-bill", pair=pair, name=name, progress=progress, undone=undone)
    return words.say(
        "outage-visit", pair=pair, name=name, stamps=facts.visit.stamps, progress=progress, undone=undone
    )


def _say_left_undone(left_undone: Sequence[LeftUndone], words: Words) -> list[str]:
    """Who tapped in vain, and what to do instead."""
    if not left_undone:
        return []
    said = [
        words.say("outage-refused", by=one.by, why=word_refusal(one.refusal, words))
        for one in left_undone[:_LISTED]
    ]
    if len(left_undone) > _LISTED:
        said.append(words.say("outage-more-refused", taps=len(left_undone) - _LISTED))
    return ["", words.say("outage-left-undone"), *said]


def _undo_button(facts: CounterFacts, words: Words) -> Button:
    pair = short_pair_code(facts.visit.pair_code) if facts.visit.pair_code else ""
    label = words.plain("button-outage-undo-bill", pair=pair)
    if facts.visit.stamps:
        label = words.plain("button-outage-undo", stamps=facts.visit.stamps, pair=pair)
    return Button(label.strip(), callbacks.Undo(visit_id=facts.visit.id).pack())
