"""What limits have to say on a staff card, and the question that managers get.

Not here: the card's other lines (staff_card.py) and its buttons (staff_buttons.py).
"""

from datetime import datetime
from typing import assert_never

from handlers import callbacks
from handlers.drawings.phrases import name_guest, say_money
from handlers.names import ON_STAFF_SCREENS, shortened
from handlers.outgoing import Button, OutgoingMessage, Style
from handlers.texts import Html, Words
from loyalty import days, verdicts
from loyalty.approvals import ApprovalFacts, ApprovalState
from loyalty.cards import CounterFacts
from loyalty.ids import TelegramId
from loyalty.programs import Rules
from loyalty.verdicts import PER_DAY, Need
from loyalty.visits import VisitState


def say_time(moment: datetime, rules: Rules) -> str:
    """A time as the clock on the cafe's wall shows it: 8:41."""
    local = days.local(moment, rules)
    return f"{local.hour}:{local:%M}"


def say_limits(facts: CounterFacts, words: Words) -> list[Html]:
    """What the limits ask or answer on this card, nothing on most."""
    lines = [words.say("staff-frozen")] if facts.frozen else []
    if facts.visit.may_be_confirmed(facts.now):
        lines += _say_need(facts, words)
    if facts.visit.reason is not None and facts.visit.state is VisitState.CONFIRMED:
        lines.append(words.say("staff-reason", reason=facts.visit.reason.value))
    if facts.asked is not None:
        lines += _say_asked(facts.asked, facts, words)
    return lines


def say_joined(facts: CounterFacts, words: Words) -> Html | None:
    """Where the stamp of this visit went, None when it was not added to another one."""
    if facts.joined is None or facts.joined.settled_at is None:
        return None
    time = say_time(facts.joined.settled_at, facts.program.rules)
    return words.say("staff-joined", time=time, by=facts.settled_by)


def draw_approval(facts: ApprovalFacts, words: Words, *, reader: TelegramId | None = None) -> OutgoingMessage:
    """Let it pass: yes or no; afterwards, what was answered. `reader`: whose chat it stands in."""
    if facts.by_manager and facts.asker_id == reader and facts.approval.state is ApprovalState.ASKED:
        return _draw_own_bill(facts, words)
    what, by = say_asked_for(facts, words), shortened(facts.asker, ON_STAFF_SCREENS)
    name = name_guest(words, facts.customer_name)
    decider = shortened(facts.decider, ON_STAFF_SCREENS)
    match facts.approval.state:
        case ApprovalState.ASKED:
            asked = words.say("approval-asked", by=by, what=what, name=name, nth=facts.nth, given=facts.given)
            labels = words.plain("button-let-pass"), words.plain("button-let-not-pass")
            return OutgoingMessage("\n".join([asked, *_why(facts, words)]), (_answers(facts, *labels),))
        case ApprovalState.GRANTED:
            return OutgoingMessage(
                words.say("approval-granted", by=by, what=what, name=name, decider=decider)
            )
        case ApprovalState.REFUSED:
            return OutgoingMessage(
                words.say("approval-refused", by=by, what=what, name=name, decider=decider)
            )
        case ApprovalState.LAPSED:
            return OutgoingMessage(words.say("approval-lapsed", by=by, what=what, name=name))
        case _:
            assert_never(facts.approval.state)


def _draw_own_bill(facts: ApprovalFacts, words: Words) -> OutgoingMessage:
    """To whoever entered it and needs nobody's word: the number is looked at once more."""
    rules = facts.rules
    amount = say_money(words, facts.approval.amount or 0, rules.currency)
    asked = words.say("approval-own-bill", amount=amount, name=name_guest(words, facts.customer_name))
    bound = words.say("approval-large-bill", bound=say_money(words, rules.large_bill, rules.currency))
    labels = words.plain("button-bill-right"), words.plain("button-bill-wrong")
    return OutgoingMessage(f"{asked} {bound}", (_answers(facts, *labels),))


def say_asked_for(facts: ApprovalFacts, words: Words) -> str:
    """The stamps and the bill that a manager's word is wanted for."""
    stamps, amount = facts.approval.stamps, facts.approval.amount
    said = [f"+{stamps}"] if stamps else []
    if amount is not None:
        said.append(words.plain("sale-bill", amount=say_money(words, amount, facts.rules.currency)))
    return " · ".join(said)


def _why(facts: ApprovalFacts, words: Words) -> list[Html]:
    reason, amount, rules = facts.approval.reason, facts.approval.amount, facts.rules
    lines = [] if reason is None else [words.say("staff-reason", reason=reason.value)]
    if amount is not None and amount >= rules.large_bill:
        bound = say_money(words, rules.large_bill, rules.currency)
        lines.append(words.say("approval-large-bill", bound=bound))
    return lines


def _answers(facts: ApprovalFacts, yes_label: str, no_label: str) -> tuple[Button, ...]:
    yes = callbacks.DecideApproval(approval_id=facts.approval.id, grant=True).pack()
    no = callbacks.DecideApproval(approval_id=facts.approval.id, grant=False).pack()
    return (
        Button(yes_label, yes, Style.SUCCESS),
        Button(no_label, no),
    )


def _say_need(facts: CounterFacts, words: Words) -> list[Html]:
    rules = facts.program.rules
    match facts.verdict.need:
        case Need.CHOICE:
            if facts.earlier is None or facts.earlier.settled_at is None:
                return [words.say("staff-choice-forgotten")]
            return [words.say("staff-choice", time=say_time(facts.earlier.settled_at, rules))]
        case Need.REASON:
            return [words.say("staff-why", nth=facts.today + 1)]
        case Need.REFUSED if facts.verdict.limit in PER_DAY:
            return [words.say("staff-limit", most=verdicts.bound_of(rules, facts.verdict.limit) - 1)]
        case Need.NOTHING | Need.MANAGER | Need.REFUSED:
            return []
        case _:
            assert_never(facts.verdict.need)


def _too_late(asked: ApprovalFacts, facts: CounterFacts) -> bool:
    """Whether the visit ran out while the manager was asked; it may have gone on without the answer."""
    visit = facts.visit
    if asked.approval.add == 0:
        bill_alone = visit.state is VisitState.CONFIRMED and visit.amount is None
        return visit.state is VisitState.EXPIRED or (bill_alone and not visit.may_be_added_to(facts.now))
    return (
        visit.state is VisitState.CONFIRMED
        and visit.adds < asked.approval.add
        and not visit.may_be_added_to(facts.now)
    )


def _say_asked(asked: ApprovalFacts, facts: CounterFacts, words: Words) -> list[Html]:
    what, decider = say_asked_for(asked, words), shortened(asked.decider, ON_STAFF_SCREENS)
    match asked.approval.state:
        case ApprovalState.ASKED:
            if asked.by_manager:
                return [
                    words.say("staff-own-bill-asked", what=what, by=shortened(asked.asker, ON_STAFF_SCREENS))
                ]
            return [words.say("staff-manager-asked", what=what)]
        case ApprovalState.GRANTED:
            return [words.say("staff-manager-granted", what=what, by=decider)]
        case ApprovalState.REFUSED:
            return [words.say("staff-manager-refused", what=what, by=decider)]
        case ApprovalState.LAPSED:
            return [words.say("staff-manager-lapsed", what=what)] if _too_late(asked, facts) else []
        case _:
            assert_never(asked.approval.state)
