"""Receipts and notices in words: facts of loyalty/receipts.py and loyalty/notices.py become messages.

Not here: who is told, when, and whether the message arrives.
"""

from typing import assert_never

from handlers import callbacks
from handlers.drawings.corrections import (
    explain_bill,
    explain_correction,
    place_not_me,
    word_bill_taken_back,
    word_correction_receipt,
)
from handlers.drawings.day import draw_digest
from handlers.drawings.gifts import word_gift, word_gifts_gone
from handlers.drawings.languages import draw_text_problems
from handlers.drawings.moves import word_moved_receipt
from handlers.drawings.phrases import name_item, say_bill, say_money, say_progress, say_until
from handlers.keyboards import card_keys, staff_keys, till_keys
from handlers.outgoing import Button, OutgoingMessage
from handlers.texts import Html, Words
from handlers.welcome import say_further
from loyalty import days
from loyalty.ledger import Operation
from loyalty.notices import (
    AnotherBot,
    AnswerLost,
    BackupFailed,
    BackupRestored,
    BackupTooBig,
    BindingAsked,
    CardThawed,
    FlagAnswered,
    FlagAsked,
    ForeignGroup,
    GroupNotice,
    LargeBillsAnHour,
    ManyStampsAnHour,
    MorningDigest,
    Notice,
    OwnerAdded,
    PaperCardRenewed,
    PinGuessed,
    PracticeStamped,
    QueueLeft,
    RoleChanged,
    SendingPaused,
    StaffAccepted,
    StaffChatDeaf,
    StaffChatHears,
    StaffChatLost,
    StaffLeft,
    StaffNotice,
    StaffRefused,
    StaffRemoved,
    TextsFaulty,
    TillAccepted,
    TillRemoved,
    UpdateGivenUp,
)
from loyalty.people import Role
from loyalty.points import Bill
from loyalty.programs import Rules
from loyalty.receipts import (
    CardAdjusted,
    CardMoved,
    GiftExpired,
    GiftGiven,
    HandoverUndone,
    OldCardAdded,
    PointsSpent,
    RewardHandedOver,
    VisitBooked,
    VisitTakenBack,
    VisitUndone,
)


def render_receipt(operation: Operation, words: Words, *, at_once: bool) -> OutgoingMessage:
    """A customer's receipt: what changed, why, with its number. `at_once`: when rewards can be had."""
    lines = [word_receipt(operation, words)]
    match operation.fact:
        case VisitBooked(rewards=rewards, item=item):
            if rewards:
                when = "now" if at_once else "next"
                lines.append(
                    words.say("receipt-filled", rewards=rewards, item=name_item(words, item), when=when)
                )
        case VisitUndone(rewards=rewards, item=item, by=by):
            stamped = operation.fact.removed or operation.fact.bill is None
            lines.append(
                words.say("receipt-visit-undone-why" if stamped else "receipt-bill-taken-back-why", by=by)
            )
            if rewards:
                lines.append(words.say("receipt-reward-undone", rewards=rewards, item=name_item(words, item)))
            lines += word_gifts_gone(operation.fact.gifts, words)
            lines += explain_bill(operation.fact, words)
        case HandoverUndone(by=by):
            lines.append(words.say("receipt-handover-undone-why", by=by))
        case RewardHandedOver() | PointsSpent() | GiftExpired():
            pass
        case GiftGiven():
            lines.append(words.say("receipt-gift-how"))
        case VisitTakenBack() | CardAdjusted() | OldCardAdded():
            lines += explain_correction(operation.fact, words, at_once=at_once)
        case CardMoved(filled=filled, item=item, by=by, out=out):
            if by:
                lines.append(words.say("receipt-moved-away-why" if out else "receipt-moved-why", by=by))
            if filled:
                when = "now" if at_once else "next"
                lines.append(
                    words.say("receipt-filled", rewards=filled, item=name_item(words, item), when=when)
                )
        case _:
            assert_never(operation.fact)
    return OutgoingMessage("\n".join(lines), place_not_me(operation, words))


def word_receipt(operation: Operation, words: Words) -> Html:
    """The one line of a receipt that its page in the history shows too."""
    number = str(operation.id)
    match operation.fact:
        case VisitBooked() as fact:
            return _word_booked(fact, number, words)
        case PointsSpent(bill=bill, by=by):
            return words.say("receipt-points-spent", number=number, bill=say_bill(words, bill), by=by)
        case VisitUndone(removed=0, bill=Bill() as bill):
            return word_bill_taken_back(bill, number, words)
        case VisitUndone() as fact:
            progress = say_progress(words, stamps=fact.stamps, goal=fact.goal)
            return words.say("receipt-visit-undone", number=number, removed=fact.removed, progress=progress)
        case RewardHandedOver(item=item, by=by):
            return words.say("receipt-handed-over", number=number, item=name_item(words, item), by=by)
        case HandoverUndone(item=item, until=until):
            return words.say("receipt-handover-undone", number=number, item=say_until(words, item, until))
        case VisitTakenBack() | CardAdjusted() | OldCardAdded():
            return word_correction_receipt(operation.fact, operation.id, words)
        case CardMoved():
            return word_moved_receipt(operation.fact, operation.id, words)
        case GiftGiven() | GiftExpired():
            return word_gift(operation.fact, operation.id, words)
        case _:
            assert_never(operation.fact)


def _word_booked(fact: VisitBooked, number: str, words: Words) -> Html:
    """Stamps, a bill, or both in one line."""
    if fact.bill is not None and not fact.added:
        return words.say("receipt-bill", number=number, bill=say_bill(words, fact.bill), by=fact.by)
    progress = say_progress(words, stamps=fact.stamps, goal=fact.goal)
    line = words.say("receipt-stamps", number=number, added=fact.added, progress=progress, by=fact.by)
    if fact.slip:
        line = Html(f"{line} · {words.say('receipt-slip', slip=fact.slip)}")
    return line if fact.bill is None else Html(f"{line} · {say_bill(words, fact.bill)}")


def render_notice(notice: Notice, words: Words, rules: Rules) -> OutgoingMessage:
    """What somebody is told without a receipt. `rules`: whose clock its times go by."""
    if isinstance(notice, StaffNotice):
        return _render_staff_notice(notice, words)
    if isinstance(notice, GroupNotice):
        return _render_group_notice(notice, words)
    match notice:
        case CardThawed(by=by):
            return OutgoingMessage(words.say("notice-thawed", by=by))
        case AnswerLost():
            return OutgoingMessage(words.say("notice-answer-lost"))
        case AnotherBot():
            return OutgoingMessage(words.say("notice-another-bot"), keyboard=staff_keys(words, Role.OWNER))
        case MorningDigest() as digest:
            return draw_digest(digest, words)
        case ManyStampsAnHour(name=name, bound=bound):
            return OutgoingMessage(words.say("notice-pace", name=name, stamps=bound))
        case LargeBillsAnHour(name=name, bound=bound, currency=currency):
            amount = say_money(words, bound, currency)
            return OutgoingMessage(words.say("notice-pace-bills", name=name, amount=amount))
        case PaperCardRenewed(by=by, number=number, before=before):
            how = "again" if number == before else "replaced"
            said = words.say("notice-paper-renewed", by=by, number=number, before=before, how=how)
            return OutgoingMessage(said)
        case QueueLeft():
            return OutgoingMessage(words.say("notice-queue-left"), silent=True)
        case FlagAsked() as asked:
            return OutgoingMessage(
                words.say("notice-flag-asked", number=str(asked.receipt), kind=asked.flag.value, by=asked.by)
            )
        case FlagAnswered(receipt=receipt, by=by, text=text):
            return OutgoingMessage(words.say("notice-flag-answered", number=str(receipt), by=by, text=text))
        case UpdateGivenUp(reference=reference):
            return OutgoingMessage(words.say("notice-given-up", reference=reference))
        case TextsFaulty() as faulty:
            return draw_text_problems(faulty, words)
        case SendingPaused(until=until, sent=sent, total=total):
            time = f"{days.local(until, rules):%H:%M}"
            if total:
                return OutgoingMessage(words.say("run-asked-to-wait", time=time, sent=sent, total=total))
            return OutgoingMessage(words.say("notice-paused", time=time))
        case BackupFailed(fault=fault):
            return OutgoingMessage(words.say("notice-backup-failed", fault=fault.value))
        case BackupTooBig(megabytes=megabytes):
            return OutgoingMessage(words.say("notice-backup-too-big", megabytes=megabytes))
        case BackupRestored(day=day, time=time):
            return OutgoingMessage(words.say("notice-backup-restored", day=day, time=time))
        case _:
            assert_never(notice)


def _render_staff_notice(notice: StaffNotice, words: Words) -> OutgoingMessage:
    """Who works here now, with the keyboard of what somebody has become."""
    match notice:
        case StaffAccepted(role=role):
            how = "\n".join([words.say("staff-how"), *say_further(role, words)])
            lines = [words.say("notice-accepted"), Html(how), words.say("staff-own-card")]
            return OutgoingMessage("\n\n".join(lines), keyboard=staff_keys(words, role))
        case TillAccepted(name=name):
            return OutgoingMessage(words.say("notice-till-accepted", till=name), keyboard=till_keys(words))
        case TillRemoved():
            return OutgoingMessage(words.say("notice-till-removed"), keyboard=card_keys(words))
        case PinGuessed(name=name, wrong=wrong, till=till):
            return OutgoingMessage(words.say("notice-pin-guessed", name=name, wrong=wrong, till=till))
        case RoleChanged(role=role):
            lines = [words.say("notice-role", role=role.value), *say_further(role, words)]
            return OutgoingMessage("\n".join(lines), keyboard=staff_keys(words, role))
        case StaffRemoved():
            return OutgoingMessage(words.say("notice-removed"), keyboard=card_keys(words))
        case StaffLeft(name=name):
            return OutgoingMessage(words.say("notice-left", name=name))
        case StaffRefused():
            return OutgoingMessage(words.say("notice-refused"))
        case OwnerAdded(name=name):
            return OutgoingMessage(words.say("notice-owner-added", name=name))
        case PracticeStamped(role=role):
            lines = [words.say("notice-practice")]
            if role is Role.OWNER:
                lines.append(words.say("setup-next"))
            return OutgoingMessage("\n\n".join(lines))
        case _:
            assert_never(notice)


def _render_group_notice(notice: GroupNotice, words: Words) -> OutgoingMessage:
    """What became of the bot in a group, for the owners or for the group itself."""
    match notice:
        case StaffChatLost(title=title):
            return OutgoingMessage(words.say("notice-staff-chat-lost", title=title))
        case StaffChatDeaf(title=title):
            return OutgoingMessage(words.say("notice-staff-chat-deaf", title=title))
        case StaffChatHears(title=title):
            return OutgoingMessage(words.say("notice-staff-chat-hears", title=title))
        case ForeignGroup():
            return OutgoingMessage(words.say("notice-foreign-group"), silent=True)
        case BindingAsked():
            bind = Button(words.plain("button-bind-here"), callbacks.BindHere().pack())
            return OutgoingMessage(words.say("notice-binding-asked"), ((bind,),))
        case _:
            assert_never(notice)
