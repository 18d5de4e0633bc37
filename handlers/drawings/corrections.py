"""Corrections in words: their lines on staff cards, their receipts, and what managers and owners are shown.

Not here: frozen cards (freezing.py).
"""

from typing import Final, assert_never

from handlers import callbacks
from handlers.drawings.gifts import say_gift_line, word_gifts_gone
from handlers.drawings.moves import say_moved, say_moved_line
from handlers.drawings.phrases import (
    name_guest,
    name_item,
    say_bill,
    say_left,
    say_money,
    say_pair,
    say_points,
    say_progress,
    say_worth,
)
from handlers.outgoing import Button, OutgoingMessage, Rows
from handlers.texts import Html, Words
from loyalty.corrections import CorrectionFacts, takes_away
from loyalty.ids import OperationId
from loyalty.ledger import Operation
from loyalty.points import POINT, Bill
from loyalty.receipts import (
    CardAdjusted,
    CardMoved,
    GiftExpired,
    GiftGiven,
    HandoverUndone,
    OldCardAdded,
    PointsSpent,
    ReceiptFact,
    RewardHandedOver,
    VisitBooked,
    VisitTakenBack,
    VisitUndone,
)

Correction = VisitTakenBack | CardAdjusted | OldCardAdded
_MINUS: Final = "−"


def say_line(fact: ReceiptFact, number: int, words: Words) -> Html:
    """What an operation did, in the one line that staff read."""
    receipt = str(number)
    match fact:
        case VisitBooked(added=added, by=by, bill=bill):
            return say_booked(added, bill, by, receipt, words)
        case PointsSpent(bill=paid, by=by):
            bill_line = _say_bill_for_staff(paid, words)
            return words.say("staff-line-points-spent", number=receipt, bill=bill_line, by=by)
        case VisitUndone(removed=removed, by=by, bill=bill):
            if bill is not None and not removed:
                amount = say_money(words, bill.amount, bill.currency)
                return words.say("staff-line-bill-undone", number=receipt, amount=amount, by=by)
            return words.say("staff-line-undone", number=receipt, removed=removed, by=by)
        case RewardHandedOver(item=item, by=by):
            return words.say("staff-line-handed-over", number=receipt, item=name_item(words, item), by=by)
        case HandoverUndone(item=item, by=by):
            return words.say("staff-line-handover-undone", number=receipt, item=name_item(words, item), by=by)
        case VisitTakenBack(removed=removed, by=by, bill=bill):
            if bill is not None and not removed:
                amount = say_money(words, bill.amount, bill.currency)
                return words.say("staff-line-bill-taken-back", number=receipt, amount=amount, by=by)
            return words.say("staff-line-taken-back", number=receipt, removed=removed, by=by)
        case CardAdjusted(changed=changed, by=by):
            return words.say("staff-line-adjusted", number=receipt, changed=_signed(changed), by=by)
        case OldCardAdded(added=added, by=by):
            return words.say("staff-line-old-card", number=receipt, added=added, by=by)
        case CardMoved():
            return say_moved_line(fact, number, words)
        case GiftGiven() | GiftExpired():
            return say_gift_line(fact, number, words)
        case _:
            assert_never(fact)


def say_booked(added: int, bill: Bill | None, by: str, receipt: str, words: Words) -> Html:
    """Stamps, a bill, or both in one line."""
    if bill is not None and not added:
        return words.say("staff-line-bill", number=receipt, bill=_say_bill_for_staff(bill, words), by=by)
    line = words.say("staff-line-stamps", number=receipt, added=added, by=by)
    return line if bill is None else Html(f"{line} · {_say_bill_for_staff(bill, words)}")


def _say_bill_for_staff(bill: Bill, words: Words) -> Html:
    """First what is left to be taken in money."""
    left, line = say_left(words, bill), say_bill(words, bill)
    return line if left is None else Html(f"{left} · {line}")


def explain_bill(fact: VisitUndone | VisitTakenBack, words: Words) -> list[Html]:
    """What became of the bill of a visit that was taken back, for its customer."""
    bill = fact.bill
    if bill is None:
        return []
    amount, earned = say_money(words, bill.amount, bill.currency), say_points(words, _left_with(bill, fact))
    points, spent = say_worth(words, bill.points, bill.currency), say_points(words, bill.spent * POINT)
    if not bill.spent:
        return [words.say("receipt-bill-undone", amount=amount, earned=earned, points=points)]
    lines = [words.say("receipt-bill-undone-paid", amount=amount, earned=earned, spent=spent, points=points)]
    if fact.points_made_good:
        gone = say_points(words, fact.points_made_good)
        lines.append(words.say("receipt-points-made-good", points=gone))
    return lines


def word_correction_receipt(fact: Correction, number: int, words: Words) -> Html:
    """The one line of a correction's receipt, for its customer."""
    receipt, progress = str(number), say_progress(words, stamps=fact.stamps, goal=fact.goal)
    match fact:
        case VisitTakenBack(removed=0, bill=Bill() as bill):
            return word_bill_taken_back(bill, receipt, words)
        case VisitTakenBack():
            return words.say("receipt-taken-back", number=receipt, progress=progress)
        case CardAdjusted(changed=changed):
            return words.say(
                "receipt-adjusted",
                number=receipt,
                changed=_signed(changed),
                count=abs(changed),
                progress=progress,
            )
        case OldCardAdded(added=added):
            return words.say("receipt-old-card", number=receipt, added=added, progress=progress)
        case _:
            assert_never(fact)


def word_bill_taken_back(bill: Bill, receipt: str, words: Words) -> Html:
    """The one line of the receipt when a visit without stamps was taken back, in time or late."""
    amount, points = say_money(words, bill.amount, bill.currency), say_points(words, bill.points)
    return words.say("receipt-bill-taken-back", number=receipt, amount=amount, points=points)


def explain_correction(fact: Correction, words: Words, *, at_once: bool) -> list[Html]:
    """The other lines of its receipt: why, and what became of rewards. `at_once`: when they can be had."""
    item = name_item(words, fact.item)
    match fact:
        case VisitTakenBack():
            lines = [words.say("receipt-bill-taken-back-why", by=fact.by)]
            if fact.removed or fact.bill is None:
                lines = [words.say("receipt-taken-back-why", removed=fact.removed, by=fact.by)]
            if fact.rewards:
                lines.append(words.say("receipt-stamps-again", rewards=fact.rewards, item=item))
            if fact.written_off:
                lines.append(words.say("receipt-written-off", count=fact.written_off))
            lines += word_gifts_gone(fact.gifts, words)
            lines += explain_bill(fact, words)
            if fact.points_written_off:
                lost = say_points(words, fact.points_written_off)
                lines.append(words.say("receipt-points-written-off", points=lost))
            return lines
        case CardAdjusted() | OldCardAdded():
            lines = []
            if isinstance(fact, CardAdjusted):
                lines.append(words.say("receipt-adjusted-why", by=fact.by))
            if fact.rewards:
                when = "now" if at_once else "next"
                lines.append(words.say("receipt-filled", rewards=fact.rewards, item=item, when=when))
            return lines
        case _:
            assert_never(fact)


def place_not_me(operation: Operation, words: Words) -> Rows:
    """*This wasn't me* under what took something away, and under nothing else."""
    if not takes_away(operation.fact):
        return ()
    data = callbacks.NotMe(operation_id=operation.id).pack()
    return ((Button(words.plain("button-not-me"), data),),)


def draw_correction(facts: CorrectionFacts, words: Words) -> OutgoingMessage:
    """What a manager put right and why, for that manager and for all owners."""
    fact, number = facts.operation.fact, str(facts.operation.id)
    name = name_guest(words, facts.customer_name)
    match fact:
        case VisitTakenBack():
            lines = _say_taken_back(fact, number, name, words)
        case CardAdjusted(changed=changed, by=by):
            progress = say_progress(words, stamps=fact.stamps, goal=fact.goal)
            lines = [
                words.say(
                    "correction-adjusted",
                    number=number,
                    name=name,
                    by=by,
                    changed=_signed(changed),
                    count=abs(changed),
                    progress=progress,
                )
            ]
        case HandoverUndone(item=item, by=by):
            item_name = name_item(words, item)
            lines = [words.say("correction-given-back", number=number, name=name, by=by, item=item_name)]
        case CardMoved(by=by):
            progress = say_progress(words, stamps=fact.stamps, goal=fact.goal)
            moved = say_moved(fact, words)
            lines = [
                words.say(
                    "correction-card-moved", number=number, name=name, by=by, moved=moved, progress=progress
                )
            ]
        case _:  # what was taken back in time, before a manager asked for it
            line = say_line(fact, facts.operation.id, words)
            lines = [words.say("correction-other", name=name, line=line)]
    if facts.reason:
        lines.append(words.say("correction-reason", reason=facts.reason))
    return OutgoingMessage("\n".join(lines))


def draw_take_back_question(facts: CorrectionFacts, words: Words) -> OutgoingMessage:
    """Why is it taken back? Without a name: it is never drawn again when somebody is forgotten."""
    number = facts.operation.id
    line = say_line(facts.operation.fact, number, words)
    lines = [
        words.say("undo-ask"),
        words.say("undo-ask-what", pair=say_pair(words, facts.pair_code), line=line),
        words.say("undo-ask-why", number=str(number)),
    ]
    mistake = _why(words.plain("button-why-mistake"), number, callbacks.UsualReason.MISTAKE)
    other = Button(words.plain("button-why-own"), callbacks.TakeBackOtherwise(operation_id=number).pack())
    rows = (
        (
            _why(words.plain("button-why-refund"), number, callbacks.UsualReason.REFUND),
            _why(words.plain("button-why-wrong-card"), number, callbacks.UsualReason.WRONG_CARD),
        ),
        (mistake, other),
    )
    return OutgoingMessage("\n".join(lines), rows, asks=True)


def name_reason(reason: callbacks.UsualReason, words: Words) -> str:
    """A usual reason as it is kept: in the words of whoever tapped it."""
    match reason:
        case callbacks.UsualReason.REFUND:
            return words.plain("button-why-refund")
        case callbacks.UsualReason.WRONG_CARD:
            return words.plain("button-why-wrong-card")
        case callbacks.UsualReason.MISTAKE:
            return words.plain("button-why-mistake")
        case _:
            assert_never(reason)


def _why(label: str, number: OperationId, reason: callbacks.UsualReason) -> Button:
    data = callbacks.TakeBack(operation_id=number, reason=reason)
    return Button(label, data.pack())


def _say_taken_back(fact: VisitTakenBack, number: str, name: str, words: Words) -> list[Html]:
    lines = [_say_what_was_taken_back(fact, number, name, words)]
    if fact.rewards:
        item = name_item(words, fact.item)
        lines.append(words.say("correction-rewards", rewards=fact.rewards, item=item))
    if fact.written_off:
        lines.append(words.say("correction-written-off", count=fact.written_off))
    if fact.bill is not None:
        lines.append(_say_points_taken_back(fact.bill, _left_with(fact.bill, fact), words))
    if fact.points_written_off:
        lost = say_points(words, fact.points_written_off)
        lines.append(words.say("correction-points-written-off", points=lost))
    return lines


def _say_what_was_taken_back(fact: VisitTakenBack, number: str, name: str, words: Words) -> Html:
    if fact.bill is not None and not fact.removed:
        amount = say_money(words, fact.bill.amount, fact.bill.currency)
        return words.say("correction-bill-taken-back", number=number, name=name, by=fact.by, amount=amount)
    progress = say_progress(words, stamps=fact.stamps, goal=fact.goal)
    return words.say(
        "correction-taken-back", number=number, name=name, by=fact.by, removed=fact.removed, progress=progress
    )


def _left_with(bill: Bill, fact: VisitUndone | VisitTakenBack) -> int:
    """Hundredths that really left the card with it: what was spent before could not."""
    return bill.earned - (fact.points_written_off if isinstance(fact, VisitTakenBack) else 0)


def _say_points_taken_back(bill: Bill, left: int, words: Words) -> Html:
    amount, earned = say_money(words, bill.amount, bill.currency), say_points(words, left)
    points, spent = say_worth(words, bill.points, bill.currency), say_points(words, bill.spent * POINT)
    if not bill.spent:
        return words.say("correction-bill", amount=amount, earned=earned, points=points)
    return words.say("correction-bill-paid", amount=amount, earned=earned, spent=spent, points=points)


def _signed(changed: int) -> str:
    return f"+{changed}" if changed > 0 else f"{_MINUS}{-changed}"
