"""Frozen cards: the question to the customer, and what managers see.

Not here: the button under a receipt (corrections.py) and what freezing does.
"""

from handlers import callbacks
from handlers.drawings.corrections import say_line
from handlers.drawings.phrases import name_guest
from handlers.notices import word_receipt
from handlers.outgoing import Button, OutgoingMessage, Style
from handlers.texts import Words
from loyalty.corrections import FreezeFacts
from loyalty.ledger import Operation


def draw_freeze_question(operation: Operation, words: Words) -> OutgoingMessage:
    """Asked once, in place of the receipt under which it was tapped."""
    yes = callbacks.AnswerNotMe(operation_id=operation.id, freeze=True).pack()
    no = callbacks.AnswerNotMe(operation_id=operation.id, freeze=False).pack()
    row = (Button(words.plain("button-freeze-yes"), yes), Button(words.plain("button-freeze-no"), no))
    text = "\n\n".join([word_receipt(operation, words), words.say("freeze-ask")])
    return OutgoingMessage(text, (row,), asks=True)


def draw_frozen(operation: Operation, words: Words) -> OutgoingMessage:
    """The receipt once the card is frozen over it."""
    return OutgoingMessage("\n\n".join([word_receipt(operation, words), words.say("freeze-done")]))


def draw_freeze(facts: FreezeFacts, words: Words) -> OutgoingMessage:
    """For managers: who says what about which receipt, by whom and when; one tap unfreezes."""
    name = name_guest(words, facts.customer_name)
    lines = [
        words.say("freeze-said", name=name),
        say_line(facts.operation.fact, facts.operation.id, words),
        words.say(
            "freeze-when",
            day=facts.happened_at.date(),
            time=f"{facts.happened_at:%H:%M}",
            said=f"{facts.said_at:%H:%M}",
        ),
    ]
    if facts.freeze.thawed_at is None:
        thaw = Button(
            words.plain("button-thaw"), callbacks.Thaw(freeze_id=facts.freeze.id).pack(), Style.PRIMARY
        )
        return OutgoingMessage("\n".join([*lines, words.say("freeze-holds")]), ((thaw,),))
    ended = words.say("freeze-thawed", by=facts.thawed_by) if facts.thawed_by else None
    return OutgoingMessage("\n".join([*lines, ended or words.say("freeze-thawed-own")]))
