"""The buttons of a staff card: +1 always in the same place, rewards in rows of their own.

Not here: what stands above them (staff_card.py). A button shown in vain is refused by the use case.
"""

from collections.abc import Callable, Sequence
from typing import Final, assert_never

from handlers import callbacks
from handlers.drawings.bills import place_amounts, place_spending
from handlers.drawings.limit_lines import say_time
from handlers.drawings.phrases import by_kind, short_pair_code
from handlers.keyboards import ALONE
from handlers.names import shortened
from handlers.outgoing import Button, Rows, Style
from handlers.texts import Words
from loyalty.cards import CounterFacts
from loyalty.erasures import find_former_number
from loyalty.limits import Reason
from loyalty.paper import PaperState
from loyalty.rewards import OfferState, Reward
from loyalty.verdicts import Need, Purchase, judge, judge_add
from loyalty.visits import VisitState

_IN_A_ROW: Final = 5


def place_buttons(facts: CounterFacts, words: Words, *, adding: bool) -> Rows:
    """All rows of a staff card; none for a visit in which nothing can be done any more."""
    if find_former_number(facts.customer_name) is not None or facts.moved:
        return ()
    if facts.paper is not None and facts.paper.state is PaperState.BLOCKED:
        return tuple(tuple(row) for row in _settled_rows(facts, words)[:1] if row)  # undo, and nothing else
    if facts.visit.may_be_confirmed(facts.now):
        rows = _open_rows(facts, words)
    elif adding and facts.visit.may_take_stamps(facts.now):
        rows = _add_rows(facts, words)
    else:
        rows = _settled_rows(facts, words)
    return tuple(tuple(row) for row in rows if row)


def _open_rows(facts: CounterFacts, words: Words) -> list[list[Button]]:
    visit = facts.visit
    # Once something was handed over the purchase took place: it can't be put aside any more.
    decline = Button(words.plain("button-not-now"), callbacks.Decline(visit_id=visit.id).pack())
    rewards = [*_hand_over_rows(facts, words), *_undo_hand_over_rows(facts, words)]
    amounts = place_amounts(facts, words)
    return [*_stamp_rows(facts, words), *amounts, *rewards, [] if facts.handed_over else [decline]]


def _stamp_rows(facts: CounterFacts, words: Words) -> list[list[Button]]:
    """+1 and more, or what takes their place when a limit asks."""
    if not facts.program.rules.gives_stamps:
        return _bill_rows(facts, words)
    match facts.verdict.need:
        case Need.NOTHING | Need.MANAGER:
            return [[_plus_one(facts, words)], *_more(facts, words, reason=None)]
        case Need.CHOICE:
            second = _for(facts, Reason.SECOND_ROUND, words)
            return [_join(facts, words), [second], *_more(facts, words, reason=Reason.SECOND_ROUND)]
        case Need.REASON:
            return [[_for(facts, reason, words)] for reason in Reason]
        case Need.REFUSED:
            return []
        case _:
            assert_never(facts.verdict.need)


def _bill_rows(facts: CounterFacts, words: Words) -> list[list[Button]]:
    """Where only bills count: the amounts, and once one is kept, what a limit asks before it is booked."""
    if facts.visit.amount is None:
        return []  # the amounts stand in rows of their own
    match facts.verdict.need:
        case Need.CHOICE:
            return [[_for(facts, Reason.SECOND_ROUND, words)]]
        case Need.REASON:
            return [[_for(facts, reason, words)] for reason in Reason]
        case _:
            return []


def _plus_one(facts: CounterFacts, words: Words) -> Button:
    visit = facts.visit
    pair = short_pair_code(visit.pair_code) if visit.pair_code else ""
    return Button(
        words.plain("button-plus-one", pair=pair).rstrip(" ·"),
        callbacks.Confirm(visit_id=visit.id, stamps=1).pack(),
        Style.SUCCESS,
    )


def _more(facts: CounterFacts, words: Words, *, reason: Reason | None) -> list[list[Button]]:
    """What the button above doesn't say, up to the goal and to what passes without a manager: +2 and more."""
    visit, rules = facts.visit, facts.program.rules
    above = 1 if reason is None else facts.stamps_to_give

    def data(stamps: int) -> str:
        if reason is None:
            return callbacks.Confirm(visit_id=visit.id, stamps=stamps).pack()
        return callbacks.ConfirmFor(visit_id=visit.id, stamps=stamps, reason=reason).pack()

    passes = [
        count
        for count in range(1, facts.goal + 1)
        if count != above and judge(rules.limits, rules.goal, Purchase(count)).need is Need.NOTHING
    ]
    return _counts(passes, words, data)


def _for(facts: CounterFacts, reason: Reason, words: Words) -> Button:
    """+1, or as many as were typed, with the reason."""
    label = {
        Reason.SECOND_ROUND: "button-second-round",
        Reason.FRIEND: "button-friend",
        Reason.CORRECTION: "button-correction",
    }[reason]
    stamps = facts.stamps_to_give
    data = callbacks.ConfirmFor(visit_id=facts.visit.id, stamps=stamps, reason=reason).pack()
    return Button(words.plain(label, stamps=stamps), data, Style.SUCCESS)


def _join(facts: CounterFacts, words: Words) -> list[Button]:
    """Add to the visit of 8:41, unless that one takes no more or something was handed over in this one."""
    earlier, rules = facts.earlier, facts.program.rules
    if earlier is None or earlier.settled_at is None or facts.handed_over:
        return []
    if (
        not earlier.may_take(facts.visit, facts.now)
        or judge_add(rules, earlier, count=facts.stamps_to_give).need is not Need.NOTHING
    ):
        return []
    label = words.plain("button-join", stamps=facts.stamps_to_give, time=say_time(earlier.settled_at, rules))
    data = callbacks.Join(visit_id=facts.visit.id, to=earlier.id).pack()
    return [Button(label, data, Style.SUCCESS)]


def _settled_rows(facts: CounterFacts, words: Words) -> list[list[Button]]:
    visit = facts.visit
    if visit.state is not VisitState.CONFIRMED:
        return []
    first: list[Button] = []
    if visit.may_be_undone(facts.now) and not facts.undo_blocked:
        label = words.plain("button-undo")
        if visit.stamps > 1:
            label = words.plain("button-undo-all", stamps=visit.stamps)
        first.append(Button(label, callbacks.Undo(visit_id=visit.id).pack()))
    stamped = facts.program.rules.gives_stamps
    takes_stamps = stamped and visit.may_take_stamps(facts.now) and _may_add(facts, 1)
    if takes_stamps and visit.stamps == 1 and visit.adds == 0:
        two = callbacks.Add(visit_id=visit.id, stamps=1, add=1).pack()
        first.append(Button(words.plain("button-make-it-two"), two))
    add = Button(words.plain("button-add"), callbacks.ShowAdds(visit_id=visit.id, shown=True).pack())
    rewards = [*_hand_over_rows(facts, words), *_undo_hand_over_rows(facts, words)]
    bill = [*place_amounts(facts, words), *place_spending(facts, words)]
    return [first, [add] if takes_stamps else [], *bill, *rewards]


def _add_rows(facts: CounterFacts, words: Words) -> list[list[Button]]:
    visit = facts.visit
    counts = _counts(
        [count for count in range(1, facts.goal + 1) if _may_add(facts, count)],
        words,
        lambda stamps: callbacks.Add(visit_id=visit.id, stamps=stamps, add=visit.adds + 1).pack(),
    )
    back = callbacks.ShowAdds(visit_id=visit.id, shown=False).pack()
    return [*counts, [Button(words.plain("button-back"), back)]]


def _may_add(facts: CounterFacts, count: int) -> bool:
    """Whether no limit says no to as many more; a manager may still be asked."""
    return judge_add(facts.program.rules, facts.visit, count=count).need is not Need.REFUSED


def _counts(counts: Sequence[int], words: Words, data: Callable[[int], str]) -> list[list[Button]]:
    buttons = [Button(words.plain("button-plus", stamps=stamps), data(stamps)) for stamps in counts]
    return [buttons[start : start + _IN_A_ROW] for start in range(0, len(buttons), _IN_A_ROW)]


def _hand_over_rows(facts: CounterFacts, words: Words) -> list[list[Button]]:
    """A row for each kind that can be had now and about which no question is open; the picked one first."""
    visit = facts.visit
    if not visit.may_hand_over(facts.now):
        return []
    asked = {offer.reward_id for offer in facts.offers if offer.state is OfferState.ASKED}
    picked = facts.picked.id if facts.picked else None
    rewards = sorted(facts.rewards, key=lambda reward: reward.id != picked)
    waiting = {reward.item for reward in rewards if reward.id in asked}
    ready = [reward for reward in rewards if reward.may_be_handed_over(visit.id, facts.program.rules)]
    return [
        [_hand_over(facts, kind[0], words)] for item, kind in by_kind(ready).items() if item not in waiting
    ]


def _hand_over(facts: CounterFacts, reward: Reward, words: Words) -> Button:
    label = shortened(words.plain("button-hand-over", item=words.own(reward.item)), ALONE)
    data = callbacks.HandOver(visit_id=facts.visit.id, reward_id=reward.id).pack()
    return Button(label, data, Style.PRIMARY)


def _undo_hand_over_rows(facts: CounterFacts, words: Words) -> list[list[Button]]:
    return [
        [
            Button(
                shortened(words.plain("button-undo-handover", item=words.own(reward.item)), ALONE),
                callbacks.UndoHandOver(reward_id=reward.id).pack(),
            )
        ]
        for reward in facts.handed_over
        if reward.may_be_undone(facts.now)
    ]
