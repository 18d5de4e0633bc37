"""What customers look up: the card, the rewards held, the receipts.

Not here: the card's picture (pictures/card.py), which holds nothing that this text lacks.
"""

from handlers import callbacks
from handlers.drawings.phrases import by_kind, name_item, say_held, say_least_bill, say_progress, say_worth
from handlers.keyboards import ALONE
from handlers.names import shortened
from handlers.notices import word_receipt
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.texts import Html, Words
from loyalty import days
from loyalty.cards import CardFacts, HistoryPage
from loyalty.ids import OperationId
from loyalty.ledger import Operation
from loyalty.points import POINT
from loyalty.receipts import VisitBooked, VisitUndone


def draw_card(facts: CardFacts, words: Words) -> OutgoingMessage:
    """My card: fits a caption too."""
    rules, lines = facts.rules, [words.say("card-heading", cafe=facts.cafe)]
    if rules.gives_stamps:
        progress = say_progress(words, stamps=facts.stamps, goal=facts.goal)
        lines.append(words.say("card-stamps", progress=progress, item=name_item(words, facts.item)))
    if rules.gives_points:
        points = say_worth(words, facts.points, rules.currency)
        percent, cap = rules.earn_percent, rules.spend_percent
        lines.append(words.say("card-points", points=points, percent=percent, cap=cap))
        lines += say_least_bill(rules, words)
    if facts.rewards:
        lines.append(words.say("card-rewards", rewards=say_held(words, facts.rewards, rules)))
    if facts.frozen:
        lines.append(words.say("card-frozen"))
    thaw = Button(words.plain("button-thaw-own"), callbacks.ThawOwn().pack())
    return OutgoingMessage("\n".join(lines), ((thaw,),) if facts.may_thaw else ())


def place_own_ways(words: Words) -> Rows:
    """A customer's ways as buttons, for somebody whose keyboard is that of staff."""
    code, rewards = callbacks.ShowOwnCode().pack(), callbacks.ListOwnRewards().pack()
    return (
        (Button(words.plain("button-stamp-me"), code, Style.PRIMARY),),
        (
            Button(words.plain("button-rewards"), rewards),
            Button(words.plain("button-history"), callbacks.OpenOwnHistory().pack()),
        ),
    )


def draw_rewards(facts: CardFacts, words: Words) -> OutgoingMessage:
    """What can be had, a button for each kind, the oldest of it first."""
    spending = _spending_row(facts, words)
    if not facts.rewards and facts.rules.gives_points:
        points = say_worth(words, facts.points, facts.rules.currency)
        percent, cap = facts.rules.earn_percent, facts.rules.spend_percent
        lines = [words.say("card-points", points=points, percent=percent, cap=cap)]
        return OutgoingMessage("\n".join([*lines, *say_least_bill(facts.rules, words)]), spending)
    if not facts.rewards:
        progress = say_progress(words, stamps=facts.stamps, goal=facts.goal)
        return OutgoingMessage(
            words.say("rewards-none", progress=progress, item=name_item(words, facts.item))
        )
    rows = tuple(
        (
            Button(
                shortened(words.plain("button-use-reward", item=words.own(item)), ALONE),
                callbacks.PickReward(reward_id=held[0].id).pack(),
                Style.PRIMARY,
            ),
        )
        for item, held in by_kind(facts.rewards).items()
    )
    text = words.say("rewards-held", rewards=say_held(words, facts.rewards, facts.rules))
    return OutgoingMessage(text, (*rows, *spending))


def _spending_row(facts: CardFacts, words: Words) -> Rows:
    """Pay with points, as soon as there is a whole one."""
    if not facts.rules.gives_points or facts.points < POINT:
        return ()
    pay = callbacks.SpendPoints().pack()
    return ((Button(words.plain("button-spend-points"), pay, Style.PRIMARY),),)


def draw_history(page: HistoryPage, words: Words, *, before: OperationId | None) -> OutgoingMessage:
    """A page of receipts, newest first; `before` tells the newest page from the others."""
    if not page.operations:
        return OutgoingMessage(words.say("history-empty"))
    lines = [
        words.say(
            "history-line",
            day=days.local(operation.created_at, page.rules).date(),
            receipt=_word_line(operation, words),
        )
        for operation in page.operations
    ]
    row = []
    if before is not None:
        row.append(Button(words.plain("button-newest"), callbacks.TurnPage(before=None).pack()))
    if page.older is not None:
        row.append(Button(words.plain("button-older"), callbacks.TurnPage(before=page.older).pack()))
    text = "\n".join([words.say("history-heading"), "", *lines])
    return OutgoingMessage(text, (tuple(row),) if row else ())


def _word_line(operation: Operation, words: Words) -> Html:
    """The receipt's own line, and what became of rewards: the receipt says that in a line of its own."""
    line = word_receipt(operation, words)
    match operation.fact:
        case VisitBooked(rewards=rewards) if rewards:
            return Html(f"{line} · {words.say('history-filled', rewards=rewards)}")
        case VisitUndone(rewards=rewards) if rewards:
            return Html(f"{line} · {words.say('history-reward-undone', rewards=rewards)}")
        case _:
            return line
