"""Bills on staff cards, and the question to a customer whether points pay for a part of one.

Not here: receipts (notices.py, corrections.py) and how money and points are written (phrases.py).
"""

from collections.abc import Callable
from typing import Final, assert_never

from handlers import callbacks
from handlers.drawings.phrases import say_money, say_points
from handlers.outgoing import Button, OutgoingMessage, Style
from handlers.texts import Html, Words
from loyalty.cards import CounterFacts
from loyalty.limits import Reason
from loyalty.points import POINT, SpendFacts
from loyalty.rewards import OfferState
from loyalty.verdicts import Need

EXAMPLE: Final = 350
"""The amount, in minor units, that shows how one is typed."""
_IN_A_ROW: Final = 3


def say_bill_wishes(facts: CounterFacts, words: Words, *, group: bool) -> list[Html]:
    """What staff must know of the bill now: how it is entered, that it is kept, what was wished or asked."""
    rules, visit = facts.program.rules, facts.visit
    if not rules.gives_points:
        return []
    lines = []
    if visit.amount is not None and visit.spent and visit.booked:
        left = say_money(words, visit.amount - visit.spent, rules.currency)
        lines.append(words.say("staff-left-to-pay", left=left))
    if visit.amount is not None and visit.may_be_confirmed(facts.now):
        amount = say_money(words, visit.amount, rules.currency)
        lines.append(words.say("staff-bill-kept", amount=amount))
    elif visit.may_be_confirmed(facts.now) or visit.may_take_bill(facts.now):
        lines.append(_say_how(facts, words, group=group))
    if facts.wishes_to_spend and not visit.booked:
        lines.append(words.say("staff-wishes-to-spend", cap=rules.spend_percent))
    offer = facts.spend_offer
    if offer is not None and offer.state is OfferState.ASKED:
        lines.append(words.say("staff-spend-asked", worth=say_money(words, offer.points, rules.currency)))
    elif offer is not None and offer.state is OfferState.REFUSED:
        lines.append(words.say("staff-spend-no"))
    return lines


def _say_how(facts: CounterFacts, words: Words, *, group: bool) -> Html:
    """Where others talk, an amount belongs to the card to which it is a reply."""
    return words.say(
        "staff-bill-how",
        amounts=sum(map(len, place_amounts(facts, words))),
        group="yes" if group else "no",
        example=write_amount(words, EXAMPLE),
    )


def place_amounts(facts: CounterFacts, words: Words) -> list[list[Button]]:
    """The cafe's usual amounts, a button each: the bill, and where stamps are given one of those too."""
    data = _tap_for_amounts(facts)
    if data is None:
        return []
    currency = facts.program.rules.currency
    buttons = [
        Button(say_money(words, amount, currency), data(place), Style.SUCCESS)
        for place, amount in enumerate(facts.usual_amounts)
    ]
    return [buttons[start : start + _IN_A_ROW] for start in range(0, len(buttons), _IN_A_ROW)]


def _tap_for_amounts(facts: CounterFacts) -> Callable[[int], str] | None:
    """What a tap on an amount means now, by its place; None while there is nothing to enter."""
    visit, stamps, need = facts.visit, facts.stamps_to_give, facts.verdict.need
    if visit.may_take_bill(facts.now):
        return lambda place: callbacks.EnterBill(visit_id=visit.id, place=place).pack()
    asked = need is Need.REASON and (stamps or visit.amount is not None)
    if not visit.may_be_confirmed(facts.now) or need is Need.REFUSED or asked:
        return None
    if need is Need.CHOICE:
        second = Reason.SECOND_ROUND
        return lambda place: callbacks.ConfirmBillFor(
            visit_id=visit.id, stamps=stamps, place=place, reason=second
        ).pack()
    return lambda place: callbacks.ConfirmBill(visit_id=visit.id, stamps=stamps, place=place).pack()


def place_spending(facts: CounterFacts, words: Words) -> list[list[Button]]:
    """Pay a part of the bill with points, as long as they can and nobody was asked."""
    asked = facts.spend_offer is not None and facts.spend_offer.state is OfferState.ASKED
    if facts.spendable <= 0 or asked or facts.frozen:
        return []
    worth = say_money(words, facts.spendable, facts.program.rules.currency)
    data = callbacks.PayWithPoints(visit_id=facts.visit.id).pack()
    return [[Button(words.plain("button-pay-points", worth=worth), data, Style.PRIMARY)]]


def draw_spending(facts: SpendFacts, words: Words) -> OutgoingMessage:
    """Pay with points: yes or no; afterwards, what was answered."""
    offer = facts.offer
    worth, amount = (say_money(words, value, facts.currency) for value in (offer.points, facts.amount))
    points = say_points(words, offer.points * POINT)
    match offer.state:
        case OfferState.ASKED:
            yes = callbacks.AnswerSpending(offer_id=offer.id, agreed=True).pack()
            no = callbacks.AnswerSpending(offer_id=offer.id, agreed=False).pack()
            row = (
                Button(words.plain("button-offer-yes"), yes, Style.SUCCESS),
                Button(words.plain("button-offer-no"), no),
            )
            by = facts.staff_name
            return OutgoingMessage(
                words.say("spending-asked", by=by, worth=worth, amount=amount, points=points), (row,)
            )
        case OfferState.AGREED:
            return OutgoingMessage(words.say("spending-agreed", worth=worth, amount=amount, points=points))
        case OfferState.REFUSED:
            return OutgoingMessage(words.say("spending-refused"))
        case OfferState.LAPSED:
            return OutgoingMessage(words.say("spending-lapsed"))
        case _:
            assert_never(offer.state)


def write_amount(words: Words, amount: int) -> str:
    """An amount as staff type it: digits and a comma or a point, without the currency."""
    comma = "." if words.language == "en" else ","
    return f"{amount // 100}{comma}{amount % 100:02d}"
