"""Sale codes: what staff choose from, what they show, and what their message says once it is over.

Not here: the staff card into which the message turns once somebody has collected (staff_card.py).
"""

from typing import Final, assert_never

from handlers import callbacks
from handlers.drawings.bills import EXAMPLE, write_amount
from handlers.drawings.counter_toasts import say_given
from handlers.drawings.phrases import name_guest, say_money
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.texts import Html, Words
from loyalty import sale_codes
from loyalty.limits import Answer
from loyalty.programs import Rules
from loyalty.sale_codes import SaleCodeFacts, SaleCodeState
from loyalty.tallies import Tally
from loyalty.use_cases.visits.earning import Stamped
from loyalty.use_cases.visits.sale_codes import SaleMenu

_IN_A_ROW: Final = 3
_SECONDS: Final = int(sale_codes.LIFE.total_seconds())


def draw_sale_menu(menu: SaleMenu, words: Words) -> OutgoingMessage:
    """+1, +2 ... and the usual amounts, a tap each."""
    rules, lines = menu.rules, [words.say("sale-menu")]
    if rules.gives_stamps:
        lines.append(words.say("sale-how-stamps"))
    if rules.gives_points:
        lines.append(words.say("sale-how-bill", example=write_amount(words, EXAMPLE)))
    stamps = [_stamps(count, rules, words) for count in _counts(rules)] if rules.gives_stamps else []
    amounts = [_amount(amount, rules, words) for amount in rules.usual_amounts] if rules.gives_points else []
    return OutgoingMessage("\n".join(lines), (*_in_rows(stamps), *_in_rows(amounts)))


def draw_sale_code(facts: SaleCodeFacts, words: Words) -> OutgoingMessage:
    """What it is for and what became of it; the secret stands in the picture alone."""
    code = facts.code
    lines = [words.say("sale-heading", what=say_tally(code.tally, facts.currency, words))]
    rows: Rows = ()
    match code.state:
        case SaleCodeState.LIVE:
            lines.append(words.say("sale-live", seconds=_SECONDS))
            lines += _say_refused(facts, words)
        case SaleCodeState.USED:
            lines.append(words.say("sale-used"))
        case SaleCodeState.EXPIRED:
            lines += [*_say_refused(facts, words), words.say("sale-ran-out")]
            amount, currency = code.tally.amount or 0, facts.currency
            again = callbacks.MakeSale(stamps=code.tally.stamps, amount=amount, currency=currency)
            rows = ((Button(words.plain("button-sale-again"), again.pack()),),)
        case SaleCodeState.VOID:
            lines.append(words.say("sale-void"))
        case _:
            assert_never(code.state)
    return OutgoingMessage("\n".join(lines), rows)


def draw_sale_picture(facts: SaleCodeFacts, words: Words) -> OutgoingMessage | None:
    """The caption under the QR once it is over; None while it is live."""
    match facts.code.state:
        case SaleCodeState.LIVE:
            return None
        case SaleCodeState.USED:
            return OutgoingMessage(words.say("sale-picture-used"), caption=True)
        case SaleCodeState.EXPIRED | SaleCodeState.VOID:
            return OutgoingMessage(words.say("sale-picture-over"), caption=True)
        case _:
            assert_never(facts.code.state)


def say_tally(tally: Tally, currency: str, words: Words) -> str:
    """Stamps, a bill, or both, as one says them aloud."""
    said = [words.plain("sale-stamps", stamps=tally.stamps)] if tally.stamps else []
    if tally.amount is not None:
        said.append(words.plain("sale-bill", amount=say_money(words, tally.amount, currency)))
    return " · ".join(said)


def say_collected_before(stamped: Stamped, words: Words) -> Html:
    """To a customer who scans the same thing once more."""
    return words.say("collected-before", standing=say_given(stamped, words))


def _say_refused(facts: SaleCodeFacts, words: Words) -> list[Html]:
    if facts.code.refused is None:
        return []
    name = name_guest(words, facts.refused_customer)
    return [words.say("sale-refused", name=name, limit=facts.code.refused.value)]


def _counts(rules: Rules) -> list[int]:
    """Up to a full card, and to what passes without a manager."""
    limit = rules.limits.stamps_a_visit
    most = limit.bound - 1 if limit.answer in (Answer.ASK, Answer.REFUSE) else rules.goal
    return list(range(1, min(rules.goal, most) + 1))


def _stamps(count: int, rules: Rules, words: Words) -> Button:
    data = callbacks.MakeSale(stamps=count, amount=0, currency=rules.currency).pack()
    return Button(words.plain("button-plus", stamps=count), data, Style.SUCCESS)


def _amount(amount: int, rules: Rules, words: Words) -> Button:
    stamps, currency = int(rules.gives_stamps), rules.currency
    data = callbacks.MakeSale(stamps=stamps, amount=amount, currency=currency).pack()
    return Button(say_money(words, amount, rules.currency), data, Style.SUCCESS)


def _in_rows(buttons: list[Button]) -> Rows:
    return tuple(tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW))
