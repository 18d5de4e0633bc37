"""The staff card: who stands there, what was done in the visit, what can be done with one tap.

Not here: the rules behind each button (loyalty) and the toasts (counter_toasts.py).
"""

from typing import assert_never

from handlers.drawings.bills import say_bill_wishes
from handlers.drawings.corrections import say_booked, say_line
from handlers.drawings.limit_lines import say_joined, say_limits
from handlers.drawings.phrases import (
    name_customer,
    name_item,
    say_held,
    say_pair_code,
    say_progress,
    say_worth,
)
from handlers.drawings.staff_buttons import place_buttons
from handlers.outgoing import OutgoingMessage
from handlers.texts import Html, Words
from loyalty.cards import CounterFacts
from loyalty.ledger import Operation
from loyalty.paper import PaperCard, PaperState, say_number
from loyalty.receipts import (
    VisitBooked,
)
from loyalty.rewards import OfferState, Reward
from loyalty.visits import VisitState


def draw_staff_card(
    facts: CounterFacts, words: Words, *, adding: bool = False, group: bool = False
) -> OutgoingMessage:
    """A visit for staff: text and emoji only, complete when read aloud.

    `adding` opens the row of further stamps: only the view of whoever tapped, kept nowhere. `group`: it
    stands where others talk.
    """
    lines = [_heading(facts, words), *_standing(facts, words)]
    if facts.rewards:
        lines.append(words.say("staff-rewards", rewards=say_held(words, facts.rewards, facts.program.rules)))
    if facts.moved:
        lines.append(words.say("staff-moved"))
    elif facts.paper is not None and facts.paper.state is PaperState.BLOCKED:
        lines.append(words.say("staff-paper-blocked"))
    lines += [*_state(facts, words, group=group), *say_limits(facts, words)]
    lines += [line for operation in facts.operations for line in _done(operation, facts, words)]
    return OutgoingMessage("\n".join(lines), place_buttons(facts, words, adding=adding), silent=True)


def _standing(facts: CounterFacts, words: Words) -> list[Html]:
    rules, lines = facts.program.rules, []
    if rules.gives_stamps:
        progress = say_progress(words, stamps=facts.stamps, goal=facts.goal)
        lines.append(words.say("staff-progress", progress=progress))
    if rules.gives_points:
        lines.append(words.say("staff-points", points=say_worth(words, facts.points, rules.currency)))
    return lines


def _heading(facts: CounterFacts, words: Words) -> Html:
    name = name_customer(words, facts)
    if facts.paper is not None and not facts.moved:
        return _paper_heading(facts, facts.paper, words)
    if facts.visit.pair_code is None:
        return words.say("staff-card-heading-nameless", name=name)
    return words.say("staff-card-heading", pair=say_pair_code(words, facts.visit.pair_code), name=name)


def _paper_heading(facts: CounterFacts, paper: PaperCard, words: Words) -> Html:
    """Who holds a paper card is often nobody by name."""
    number = say_number(paper.number)
    if not facts.customer_name:
        return words.say("papercard-heading", number=number)
    return words.say("papercard-heading-named", number=number, name=name_customer(words, facts))


def _state(facts: CounterFacts, words: Words, *, group: bool) -> list[Html]:
    """What staff must know now: what was picked or asked while it is live, how it ended otherwise."""
    match facts.visit.state:
        case VisitState.OPEN:
            if facts.visit.may_be_confirmed(facts.now):
                return _wishes(facts, words, group=group)
            return [_expired(facts, words)]
        case VisitState.CONFIRMED:
            blocked = facts.undo_blocked and facts.visit.may_be_undone(facts.now)
            late = not facts.visit.may_be_added_to(facts.now)
            wishes = [] if late else _wishes(facts, words, group=group)
            return [*wishes, words.say("staff-undo-blocked")] if blocked else wishes
        case VisitState.DECLINED:
            return [say_joined(facts, words) or words.say("staff-declined", by=facts.settled_by)]
        case VisitState.EXPIRED:
            return [_expired(facts, words)]
        case VisitState.UNDONE:
            return [words.say("staff-undone", by=facts.undone_by)]
        case _:
            assert_never(facts.visit.state)


def _expired(facts: CounterFacts, words: Words) -> Html:
    return words.say("staff-paper-expired" if facts.paper else "staff-expired")


def _wishes(facts: CounterFacts, words: Words, *, group: bool) -> list[Html]:
    held = {reward.id: reward for reward in facts.rewards}
    lines = say_bill_wishes(facts, words, group=group)
    if facts.picked is not None and facts.picked.id in held:
        lines.append(words.say("staff-picked", item=name_item(words, facts.picked.item)))
    latest = {offer.reward_id: offer.state for offer in facts.offers}
    for reward_id, state in latest.items():
        reward: Reward | None = held.get(reward_id)
        if reward is not None and state is OfferState.ASKED:
            lines.append(words.say("staff-asked", item=name_item(words, reward.item)))
        elif reward is not None and state is OfferState.REFUSED:
            lines.append(words.say("staff-answer-no", item=name_item(words, reward.item)))
    return lines


def _done(operation: Operation, facts: CounterFacts, words: Words) -> list[Html]:
    number = str(operation.id)
    match operation.fact:
        case VisitBooked() as fact:
            line = say_booked(fact.added, fact.bill, fact.by, number, words)
            if not fact.rewards or facts.visit.state is VisitState.UNDONE:
                return [line]
            when = "now" if facts.program.rules.reward_at_once else "next"
            item = name_item(words, fact.item)
            return [line, words.say("staff-filled", rewards=fact.rewards, item=item, when=when)]
        case _:
            return [say_line(operation.fact, operation.id, words)]
