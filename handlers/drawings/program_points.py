"""The pages on which the owner says what is collected, and how points work.

Not here: the other pages (program_steps.py), and what is answered with a text (owner/program_points.py).
"""

from typing import Final

from handlers import callbacks
from handlers.callbacks import Step
from handlers.drawings.bills import write_amount
from handlers.drawings.phrases import say_money
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.texts import Html, Words
from loyalty.money import CURRENCIES
from loyalty.programs import Collects, Rules

EARN_PERCENTS: Final = (2, 3, 5, 7, 10)
SPEND_PERCENTS: Final = (20, 30, 50, 100)
_IN_A_ROW: Final = 5


def say_collecting(rules: Rules, words: Words) -> list[Html]:
    """What is collected, and how points work where there are any."""
    lines = [words.say("program-collects", collects=rules.collects.value)]
    if rules.gives_points:
        currency, one = rules.currency, say_money(words, 1, rules.currency)
        percent, cap = rules.earn_percent, rules.spend_percent
        lines.append(words.say("program-points", percent=percent, cap=cap, currency=currency, worth=one))
    return lines


def draw_collects(rules: Rules, words: Words) -> OutgoingMessage:
    """Stamps, points or both."""
    rows: Rows = tuple(
        (
            Button(
                words.plain(f"button-collect-{collects.value}"),
                callbacks.SetCollects(collects=collects).pack(),
                _mark(collects is rules.collects),
            ),
        )
        for collects in Collects
    )
    return OutgoingMessage(words.say("set-collects"), (*rows, _back(Step.MAIN, words)), asks=True)


def draw_points(rules: Rules, words: Words) -> OutgoingMessage:
    """Per cent, cap, currency, the least bill and the usual ones."""
    least = say_money(words, rules.minimum_bill, rules.currency) if rules.minimum_bill else ""
    usual = " · ".join(say_money(words, amount, rules.currency) for amount in rules.usual_amounts)
    lines = [
        *say_collecting(rules, words)[1:],
        words.say("program-minimum", least=least) if least else words.say("program-minimum-none"),
        words.say("program-amounts", amounts=usual) if usual else words.say("program-amounts-none"),
        "",
        words.say("set-points"),
    ]
    earn = [
        Button(
            words.plain("button-earn-percent", percent=percent),
            callbacks.SetEarnPercent(percent=percent).pack(),
            _mark(percent == rules.earn_percent),
        )
        for percent in EARN_PERCENTS
    ]
    spend = [
        Button(
            words.plain("button-spend-percent", percent=percent),
            callbacks.SetSpendPercent(percent=percent).pack(),
            _mark(percent == rules.spend_percent),
        )
        for percent in SPEND_PERCENTS
    ]
    rows = (
        tuple(earn),
        tuple(spend),
        (
            _open("button-set-currency", Step.CURRENCY, words),
            _open("button-set-minimum", Step.ASK_MINIMUM, words),
        ),
        (_open("button-set-amounts", Step.ASK_AMOUNTS, words),),
        _back(Step.MAIN, words),
    )
    return OutgoingMessage("\n".join(lines), rows, asks=True)


def draw_currencies(rules: Rules, words: Words) -> OutgoingMessage:
    """In which currency bills are."""
    buttons = [
        Button(code, callbacks.SetCurrency(currency=code).pack(), _mark(code == rules.currency))
        for code in CURRENCIES
    ]
    rows = tuple(tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW))
    return OutgoingMessage(words.say("set-currency"), (*rows, _back(Step.POINTS, words)), asks=True)


def ask_amounts(words: Words) -> Html:
    """Which bills are usual?"""
    examples = " ".join(write_amount(words, amount) for amount in (250, 350, 480))
    return words.say("ask-amounts", examples=examples)


def ask_minimum(words: Words) -> Html:
    """From which bill on are points given?"""
    return words.say("ask-minimum", example=write_amount(words, 200))


def _open(key: str, step: Step, words: Words) -> Button:
    return Button(words.plain(key), callbacks.OpenStep(step=step).pack())


def _back(step: Step, words: Words) -> tuple[Button]:
    return (_open("button-back", step, words),)


def _mark(chosen: bool) -> Style:
    return Style.PRIMARY if chosen else Style.PLAIN
