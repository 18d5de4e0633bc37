"""The limits of the counter for the owner: what each answers, and the buttons that change it.

Not here: what staff are told when one is reached (limit_lines.py).
"""

from typing import Final, cast

from handlers import callbacks
from handlers.callbacks import LimitField, Step
from handlers.drawings.bills import write_amount
from handlers.drawings.phrases import say_money
from handlers.drawings.program import back_to
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.texts import Html, Words
from loyalty.limits import (
    OVERRIDES_A_DAY,
    STAMPS_A_VISIT,
    STAMPS_AN_HOUR,
    VISITS_A_DAY,
    Answer,
    Limit,
    Limits,
    LimitsWanted,
)
from loyalty.programs import Rules

BOUNDS: Final = {
    LimitField.STAMPS_A_VISIT: STAMPS_A_VISIT,
    LimitField.VISITS_A_DAY: VISITS_A_DAY,
    LimitField.OVERRIDES_A_DAY: OVERRIDES_A_DAY,
    LimitField.STAMPS_AN_HOUR: STAMPS_AN_HOUR,
}
_EXAMPLE: Final = 100_00
_OF_VISITS: Final = (LimitField.VISITS_A_DAY, LimitField.OVERRIDES_A_DAY)
"""What counts no stamps, and holds where points alone are collected too."""
_STRIDE: Final = {LimitField.STAMPS_AN_HOUR: 10}
_ONLY_ALARMS: Final = (Answer.ALLOW, Answer.FLAG)
_ALARMS: Final = (LimitField.STAMPS_AN_HOUR, LimitField.BILLS_AN_HOUR)
_OF_BILLS: Final = (LimitField.LARGE_BILL, LimitField.BILLS_AN_HOUR)
_WITHOUT_BOUND: Final = (LimitField.ABOVE_GOAL, *_OF_BILLS)


def limit_of(limits: Limits, field: LimitField) -> Limit:
    """One of them; where its button says nothing of a bound, it is 0."""
    value: Limit | Answer = getattr(limits, field.value)
    return value if isinstance(value, Limit) else Limit(0, value)


def wanted_limit(field: LimitField, limit: Limit) -> LimitsWanted:
    """This one, and none of the others: another owner may be changing them."""
    value = limit.answer if field in _WITHOUT_BOUND else limit
    return cast(LimitsWanted, {field.value: value})


def draw_limits(rules: Rules, words: Words) -> OutgoingMessage:
    """All of them, a sentence each."""
    lines = [words.say("limits-heading"), ""]
    fields = [field for field in LimitField if _applies(rules, field)]
    lines += [f"• {_say_limit(rules, field, words)}" for field in fields]
    rows = [
        (
            Button(
                words.plain(f"button-limit-{field.value.replace('_', '-')}"),
                callbacks.OpenLimit(limit=field).pack(),
            ),
        )
        for field in fields
    ]
    return OutgoingMessage("\n".join(lines), (*rows, back_to(Step.MORE, words)), asks=True)


def _applies(rules: Rules, field: LimitField) -> bool:
    if field in _OF_BILLS:
        return rules.gives_points
    return rules.gives_stamps or field in _OF_VISITS


def draw_limit(rules: Rules, field: LimitField, words: Words) -> OutgoingMessage:
    """One of them: from where on, and what then."""
    now = limit_of(rules.limits, field)
    answers = _ONLY_ALARMS if field in _ALARMS else tuple(Answer)
    rows: list[tuple[Button, ...]] = [*_strides(field, now, words)]
    if field is LimitField.LARGE_BILL:
        ask = callbacks.OpenStep(step=Step.ASK_LARGE_BILL).pack()
        rows.append((Button(words.plain("button-limit-amount"), ask),))
    for answer in answers:
        data = callbacks.SetLimit(limit=field, bound=now.bound, answer=answer).pack()
        style = Style.PRIMARY if answer is now.answer else Style.PLAIN
        rows.append((Button(words.plain(f"button-answer-{answer.value}"), data, style),))
    text = _say_limit(rules, field, words)
    return OutgoingMessage(text, (*rows, back_to(Step.LIMITS, words)), asks=True)


def _strides(field: LimitField, now: Limit, words: Words) -> Rows:
    bounds = BOUNDS.get(field)
    if bounds is None:
        return ()
    stride = _STRIDE.get(field, 1)
    row = []
    for bound in (now.bound - stride, now.bound + stride):
        if bound in bounds:
            data = callbacks.SetLimit(limit=field, bound=bound, answer=now.answer).pack()
            row.append(Button(words.plain("button-from", bound=str(bound)), data))
    return (tuple(row),)


def ask_large_bill(words: Words) -> Html:
    """From which bill on should somebody look first?"""
    return words.say("ask-large-bill", example=write_amount(words, _EXAMPLE))


def _say_limit(rules: Rules, field: LimitField, words: Words) -> Html:
    limit = limit_of(rules.limits, field)
    answer = limit.answer.value
    match field:
        case LimitField.ABOVE_GOAL:
            return words.say("limit-above-goal", answer=answer)
        case LimitField.STAMPS_A_VISIT:
            return words.say("limit-stamps-a-visit", bound=str(limit.bound), answer=answer)
        case LimitField.VISITS_A_DAY:
            return words.say("limit-visits-a-day", bound=str(limit.bound), answer=answer)
        case LimitField.OVERRIDES_A_DAY:
            return words.say("limit-overrides-a-day", bound=str(limit.bound), answer=answer)
        case LimitField.STAMPS_AN_HOUR:
            return words.say("limit-stamps-an-hour", bound=str(limit.bound), answer=answer)
        case LimitField.LARGE_BILL:
            amount = say_money(words, rules.large_bill, rules.currency)
            return words.say("limit-large-bill", amount=amount, answer=answer, worked_out=_worked_out(rules))
        case LimitField.BILLS_AN_HOUR:
            amount = say_money(words, rules.bills_an_hour, rules.currency)
            return words.say("limit-bills-an-hour", amount=amount, answer=answer)


def _worked_out(rules: Rules) -> str:
    """Where the bound of large bills comes from."""
    if rules.limits.large_bill_from:
        return "set"
    return "usual" if rules.usual_amounts else "currency"
