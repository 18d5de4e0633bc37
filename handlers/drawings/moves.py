"""A card that moved to another account: its receipt, its line, and the question to the manager.

Not here: the question to whoever holds a paper card (paper.py).
"""

from handlers import callbacks
from handlers.drawings.phrases import name_guest, say_held, say_points, say_progress
from handlers.outgoing import Button, OutgoingMessage, Style
from handlers.texts import Html, Words
from loyalty.cards import CardFacts
from loyalty.ids import OperationId
from loyalty.receipts import CardMoved
from loyalty.use_cases.customers.moving_accounts import MovePlan


def say_moved(fact: CardMoved, words: Words) -> str:
    """What moved, in words: "4 stamps, 1 reward"; the empty card too."""
    said = [words.plain("moved-stamps", count=fact.moved)] if fact.moved else []
    if fact.rewards:
        said.append(words.plain("moved-rewards", count=fact.rewards))
    if fact.points:
        said.append(say_points(words, fact.points))
    return ", ".join(said) or words.plain("moved-nothing")


def word_moved_receipt(fact: CardMoved, number: int, words: Words) -> Html:
    """The one line of its receipt, for the customer."""
    key = "receipt-moved-away" if fact.out else "receipt-moved"
    progress = say_progress(words, stamps=fact.stamps, goal=fact.goal)
    return words.say(key, number=str(number), moved=say_moved(fact, words), progress=progress)


def say_moved_line(fact: CardMoved, number: int, words: Words) -> Html:
    """The line that staff read."""
    key = "staff-line-moved-away" if fact.out else "staff-line-moved"
    return words.say(key, number=str(number), moved=say_moved(fact, words))


def draw_move_question(plan: MovePlan, old: OperationId, new: OperationId, words: Words) -> OutgoingMessage:
    """Whom to whom, with what; asked once."""
    lines = [
        words.say("move-ask"),
        words.say("move-from", name=name_guest(words, plan.old_name), card=_say_card(plan.old, words)),
        words.say("move-to", name=name_guest(words, plan.new_name), card=_say_card(plan.new, words)),
        words.say("move-what-happens"),
    ]
    yes = callbacks.MoveCards(old=old, new=new, sure=True).pack()
    no = callbacks.MoveCards(old=old, new=new, sure=False).pack()
    row = (
        Button(words.plain("button-move-yes"), yes, Style.DANGER),
        Button(words.plain("button-move-no"), no),
    )
    return OutgoingMessage("\n".join(lines), (row,), asks=True)


def _say_card(card: CardFacts, words: Words) -> str:
    said = [say_progress(words, stamps=card.stamps, goal=card.goal)] if card.rules.gives_stamps else []
    if card.rewards:
        said.append(say_held(words, card.rewards, card.rules))
    if card.points or card.rules.gives_points:
        said.append(say_points(words, card.points))
    return " · ".join(said)
