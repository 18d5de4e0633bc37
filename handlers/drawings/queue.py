"""The queue: a button for each who waits, what was done just now, and how many were served today.

Not here: who waits (loyalty/use_cases/visits/queue.py), and the staff card that opens where a look is needed.
"""

from collections.abc import Sequence
from typing import Final

from handlers import callbacks
from handlers.drawings.phrases import name_guest, name_item, say_pair_code, say_rewards, short_pair_code
from handlers.labels import ALONE
from handlers.names import shortened
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.texts import Html, Words
from loyalty.erasures import find_former_number
from loyalty.queue import QueueFacts, Served, Waiting
from loyalty.visits import VisitState

_MOST_WAITING: Final = 20
"""Of those who wait: more rows than that nobody scrolls through, and the text has to fit a message."""
_MOST_RECENT: Final = 3
_MOST_LOOKED_AT: Final = 5
_ITEM: Final = 24
_GIVEN: Final = 48
_LOOK: Final = "…"


def draw_queue(facts: QueueFacts, words: Words, *, clearing: bool = False) -> OutgoingMessage:
    """Who waits, first come first; silent, because it is redrawn all day.

    `clearing` asks who is not here: only the view of whoever tapped, kept nowhere.
    """
    shown = facts.waiting[:_MOST_WAITING]
    lines: list[str] = [_heading(facts, words), *(_line(one, words) for one in shown)]
    if len(facts.waiting) > len(shown):
        lines.append(words.say("queue-more", count=len(facts.waiting) - len(shown)))
    if clearing and shown:
        lines += ["", words.say("queue-who-is-absent")]
        return OutgoingMessage("\n".join(lines), _clearing_rows(shown, words), silent=True, asks=True)
    recent = _recent(facts)
    lines += ["", *(_done(one, words) for one in recent)] if recent else []
    if facts.served:
        lines += ["", words.say("queue-served", count=facts.served)]
    return OutgoingMessage("\n".join(lines), _rows(facts, shown, recent, words), silent=True)


def draw_old_queue(words: Words, *, further_down: bool) -> OutgoingMessage:
    """What is left of a queue that was posted anew, or is shown here no more."""
    return OutgoingMessage(words.say("queue-old" if further_down else "queue-closed"), silent=True)


def _heading(facts: QueueFacts, words: Words) -> Html:
    if not facts.waiting:
        return words.say("queue-nobody")
    return words.say("queue-waiting", count=len(facts.waiting))


def _line(one: Waiting, words: Words) -> Html:
    pair, name = say_pair_code(words, one.pair_code), _name(one.name, words)
    progress = _progress(one.stamps, one.goal, words)
    if one.picked is None and one.held is None:
        return words.say("queue-line", pair=pair, name=name, progress=progress)
    key, item = ("queue-line-wish", one.picked) if one.picked else ("queue-line-held", one.held)
    said = shortened(name_item(words, item), _ITEM) if item else ""
    return words.say(key, pair=pair, name=name, progress=progress, item=said)


def _recent(facts: QueueFacts) -> Sequence[Served]:
    """The last few that were done, and those whose card is open: both baristas see the same."""
    open_now = [one for one in facts.recent if one.visit.state is VisitState.OPEN]
    done = [one for one in facts.recent if one.visit.state is not VisitState.OPEN]
    return [*open_now[:_MOST_LOOKED_AT], *done[:_MOST_RECENT]]


def _done(one: Served, words: Words) -> Html:
    pair, name = _pair(one, words), _name(one.name, words)
    match one.visit.state:
        case VisitState.OPEN:
            return words.say("queue-looking", pair=pair, name=name, by=one.by)
        case VisitState.UNDONE:
            return words.say("queue-undone", pair=pair, name=name, by=one.by)
        case _:
            if not one.visit.stamps and one.visit.booked:
                return words.say("queue-done-bill", pair=pair, name=name, by=one.by)
            if not one.visit.stamps and one.handed_over:
                given = shortened(say_rewards(words, one.handed_over), _GIVEN)
                return words.say("queue-done-given", pair=pair, name=name, given=given, by=one.by)
            progress = _progress(one.stamps, one.goal, words)
            return words.say(
                "queue-done", pair=pair, name=name, added=one.visit.stamps, progress=progress, by=one.by
            )


def _rows(facts: QueueFacts, shown: Sequence[Waiting], recent: Sequence[Served], words: Words) -> Rows:
    waiting = [(_serve(one, words),) for one in shown]
    served = [row for one in recent for row in _of_served(one, facts, words)]
    choose = Button(words.plain("button-not-here"), callbacks.ChooseAbsent(shown=True).pack())
    return (*waiting, *(row for row in served if row), *([(choose,)] if shown else []))


def _serve(one: Waiting, words: Words) -> Button:
    pair, data = short_pair_code(one.pair_code), callbacks.Serve(scan_id=one.scan_id).pack()
    if one.picked is not None or one.look:
        wish = _LOOK if one.picked is None else words.own(one.picked)
        return Button(
            shortened(words.plain("button-serve-look", pair=pair, wish=wish), ALONE), data, Style.PRIMARY
        )
    progress = _progress(one.stamps, one.goal, words)
    return Button(words.plain("button-serve", pair=pair, progress=progress), data, Style.SUCCESS)


def _of_served(one: Served, facts: QueueFacts, words: Words) -> Rows:
    """Undo and more, and in a row of its own the reward that waits: all that is left to do is on the card."""
    visit = one.visit
    if visit.pair_code is None or visit.state is not VisitState.CONFIRMED or find_former_number(one.name):
        return ()
    pair, row = short_pair_code(visit.pair_code), []
    card = callbacks.BringCard(visit_id=visit.id).pack()
    if visit.may_be_undone(facts.now):
        undo = callbacks.Undo(visit_id=visit.id).pack()
        row.append(Button(words.plain("button-queue-undo", pair=pair), undo))
    if visit.may_be_added_to(facts.now):
        row.append(Button(words.plain("button-queue-card", pair=pair), card))
    if one.held is None:
        return (tuple(row),)
    label = shortened(words.plain("button-serve-look", pair=pair, wish=name_item(words, one.held)), ALONE)
    return (tuple(row), (Button(label, card, Style.PRIMARY),))


def _clearing_rows(shown: Sequence[Waiting], words: Words) -> Rows:
    back = Button(words.plain("button-back"), callbacks.ChooseAbsent(shown=False).pack())
    absent = [
        Button(
            words.plain("button-absent", pair=short_pair_code(one.pair_code)),
            callbacks.NotHere(scan_id=one.scan_id).pack(),
        )
        for one in shown
    ]
    return (*((button,) for button in absent), (back,))


def _pair(one: Served, words: Words) -> Html:
    return say_pair_code(words, one.visit.pair_code) if one.visit.pair_code else Html("")


def _name(name: str, words: Words) -> str:
    return name_guest(words, name)


def _progress(stamps: int, goal: int, words: Words) -> str:
    return words.plain("queue-progress", stamps=stamps, goal=goal)
