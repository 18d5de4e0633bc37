"""How the card works, for everybody, in plain words, from the live version of the rules.

Not here: what only the owner reads of them (program.py).
"""

from handlers.drawings.phrases import name_item, say_least_bill, say_money
from handlers.outgoing import OutgoingMessage
from handlers.texts import Html, Words
from loyalty.limits import Answer, Limit
from loyalty.programs import Rules


def draw_rules(rules: Rules, words: Words) -> OutgoingMessage:
    """One sentence a rule that concerns a customer; a limit only where it says no."""
    lines = [
        words.say("rules-heading", cafe=rules.cafe),
        "",
        *(_say_stamps(rules, words) if rules.gives_stamps else ()),
        *(_say_points(rules, words) if rules.gives_points else ()),
        *_say_limits(rules, words),
        words.say("rules-mistakes"),
    ]
    if rules.gives_stamps and rules.old_cards_until is not None:
        lines.append(words.say("rules-old-cards", day=rules.old_cards_until))
    lines += ["", words.say("rules-privacy")]
    if rules.responsible:
        lines.append(words.say("rules-responsible", who=rules.responsible))
    return OutgoingMessage("\n".join(lines))


def _say_stamps(rules: Rules, words: Words) -> list[Html]:
    return [
        words.say("rules-stamp-for", what=name_item(words, rules.stamp_for)),
        words.say("rules-goal", goal=rules.goal, item=name_item(words, rules.item)),
        words.say("rules-when", when="now" if rules.reward_at_once else "next"),
        words.say("rules-consent", alone="yes" if rules.staff_alone else "no"),
        words.say("rules-lasting"),
    ]


def _say_points(rules: Rules, words: Words) -> list[Html]:
    one = say_money(words, 1, rules.currency)
    said = [words.say("rules-points", percent=rules.earn_percent, worth=one), *say_least_bill(rules, words)]
    return [
        *said,
        words.say("rules-points-spend", cap=rules.spend_percent),
        words.say("rules-points-consent", alone="yes" if rules.staff_alone else "no"),
        words.say("rules-points-lasting"),
    ]


def _say_limits(rules: Rules, words: Words) -> list[Html]:
    said = []
    if (most := _most(rules.limits.visits_a_day)) is not None:
        said.append(words.say("rules-most-visits", count=most))
    if rules.gives_stamps and (most := _most(rules.limits.stamps_a_visit)) is not None:
        said.append(words.say("rules-most-stamps", count=most))
    if rules.gives_points and rules.limits.large_bill is Answer.REFUSE:
        amount = say_money(words, rules.large_bill, rules.currency)
        said.append(words.say("rules-largest-bill", amount=amount))
    return said


def _most(limit: Limit) -> int | None:
    """How many there can be at most; None where the answer is never no."""
    return limit.bound - 1 if limit.answer is Answer.REFUSE else None
