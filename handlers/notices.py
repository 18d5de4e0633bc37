"""Receipts and notices in words: facts of loyalty/notices.py become messages.

Not here: who is told, when, and whether the message arrives.
"""

from typing import assert_never

from handlers.drawings.phrases import name_item, say_progress
from handlers.outgoing import OutgoingMessage
from handlers.texts import Html, Words
from loyalty.ledger import Operation
from loyalty.notices import (
    HandoverUndone,
    Notice,
    OwnerAdded,
    RewardHandedOver,
    SendingPaused,
    StaffAccepted,
    StaffRefused,
    StampsAdded,
    UpdateGivenUp,
    VisitUndone,
)


def render_receipt(operation: Operation, words: Words, *, at_once: bool) -> OutgoingMessage:
    """A customer's receipt: what changed, why, with its number. `at_once`: when rewards can be had."""
    lines = [word_receipt(operation, words)]
    match operation.fact:
        case StampsAdded(rewards=rewards, item=item):
            if rewards:
                when = "now" if at_once else "next"
                lines.append(
                    words.say("receipt-filled", rewards=rewards, item=name_item(words, item), when=when)
                )
        case VisitUndone(rewards=rewards, item=item, by=by):
            lines.append(words.say("receipt-visit-undone-why", by=by))
            if rewards:
                lines.append(words.say("receipt-reward-undone", rewards=rewards, item=name_item(words, item)))
        case HandoverUndone(by=by):
            lines.append(words.say("receipt-handover-undone-why", by=by))
        case RewardHandedOver():
            pass
        case _:
            assert_never(operation.fact)
    return OutgoingMessage("\n".join(lines))


def word_receipt(operation: Operation, words: Words) -> Html:
    """The one line of a receipt that its page in the history shows too."""
    number = str(operation.id)
    match operation.fact:
        case StampsAdded() as fact:
            progress = say_progress(words, stamps=fact.stamps, goal=fact.goal)
            return words.say("receipt-stamps", number=number, added=fact.added, progress=progress, by=fact.by)
        case VisitUndone() as fact:
            progress = say_progress(words, stamps=fact.stamps, goal=fact.goal)
            return words.say("receipt-visit-undone", number=number, removed=fact.removed, progress=progress)
        case RewardHandedOver(item=item, by=by):
            return words.say("receipt-handed-over", number=number, item=name_item(words, item), by=by)
        case HandoverUndone(item=item):
            return words.say("receipt-handover-undone", number=number, item=name_item(words, item))
        case _:
            assert_never(operation.fact)


def render_notice(notice: Notice, words: Words) -> OutgoingMessage:
    """What somebody is told without a receipt."""
    match notice:
        case StaffAccepted():
            return OutgoingMessage("\n\n".join([words.say("notice-accepted"), words.say("staff-how")]))
        case StaffRefused():
            return OutgoingMessage(words.say("notice-refused"))
        case OwnerAdded(name=name):
            return OutgoingMessage(words.say("notice-owner-added", name=name))
        case UpdateGivenUp(reference=reference):
            return OutgoingMessage(words.say("notice-given-up", reference=reference))
        case SendingPaused(until=until):
            return OutgoingMessage(words.say("notice-paused", time=f"{until:%H:%M}"))
        case _:
            assert_never(notice)
