"""Rows under a staff card that only some see or that are there only on some days.

Not here: the card's own buttons (staff_buttons.py).
"""

from dataclasses import replace
from typing import Final

from handlers import callbacks
from handlers.drawings.staff_card import draw_staff_card
from handlers.outgoing import Button, OutgoingMessage, Rows
from handlers.texts import Words
from loyalty.cards import CounterFacts
from loyalty.erasures import find_former_number
from loyalty.paper import PaperState

_IN_A_ROW: Final = 5


def place_further(
    card: OutgoingMessage, facts: CounterFacts, words: Words, *, manager: bool
) -> OutgoingMessage:
    """The card with *old card* while those are taken, and *adjust* for a manager on the own phone."""
    visit, rows = facts.visit, list(card.rows)
    if find_former_number(facts.customer_name) is not None or facts.moved:
        return card
    stamped = facts.program.rules.gives_stamps
    if stamped and facts.old_card and visit.may_be_confirmed(facts.now):
        old = callbacks.ShowOldCard(visit_id=visit.id, shown=True).pack()
        rows.append((Button(words.plain("button-old-card"), old),))
    if facts.paper is not None and facts.paper.state in (PaperState.ACTIVE, PaperState.BLOCKED):
        opens = callbacks.ShowPaper(visit_id=visit.id, shown=True).pack()
        rows.append((Button(words.plain("button-paper"), opens),))
    if stamped and manager and (visit.may_be_confirmed(facts.now) or visit.may_be_added_to(facts.now)):
        adjust = callbacks.Adjust(visit_id=visit.id).pack()
        rows.append((Button(words.plain("button-adjust"), adjust),))
    return replace(card, rows=tuple(rows))


def draw_paper_buttons(facts: CounterFacts, words: Words) -> OutgoingMessage:
    """Replace or block the paper card; only the view of whoever tapped, kept nowhere."""
    card, back = draw_staff_card(facts, words), callbacks.ShowPaper(visit_id=facts.visit.id, shown=False)
    if facts.paper is None:
        return card
    replacing = callbacks.ReplacePaper(card_id=facts.paper.id, in_visit=True).pack()
    blocking = callbacks.BlockPaper(card_id=facts.paper.id, in_visit=True).pack()
    replaces = Button(words.plain("button-paper-replace"), replacing)
    blocks = Button(words.plain("button-paper-block"), blocking)
    both = (replaces, blocks) if facts.paper.state is PaperState.ACTIVE else (replaces,)
    rows = (both, (Button(words.plain("button-back"), back.pack()),))
    return replace(card, text="\n".join([card.text, words.say("paper-ask")]), rows=rows)


def draw_old_card_question(facts: CounterFacts, words: Words) -> OutgoingMessage:
    """How many stamps are on the old card? Only the view of whoever tapped, kept nowhere."""
    card = draw_staff_card(facts, words)
    text = "\n".join([card.text, words.say("old-card-ask")])
    return replace(card, text=text, rows=_counts(facts, words), asks=True)


def _counts(facts: CounterFacts, words: Words) -> Rows:
    visit = facts.visit
    buttons = [
        Button(
            words.plain("button-plus", stamps=stamps),
            callbacks.CarryOldCard(visit_id=visit.id, stamps=stamps).pack(),
        )
        for stamps in range(1, facts.goal)
    ]
    rows = [tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW)]
    back = callbacks.ShowOldCard(visit_id=visit.id, shown=False).pack()
    return (*rows, (Button(words.plain("button-back"), back),))
