"""The first screen: what staff and customers are greeted with.

Not here: who is greeted when (customer/start.py, owner/staff.py).
"""

from handlers.drawings.bills import EXAMPLE, write_amount
from handlers.drawings.languages import say_other_languages
from handlers.drawings.phrases import name_item, say_least_bill
from handlers.keyboards import staff_keys, till_keys
from handlers.outgoing import OutgoingMessage
from handlers.texts import Html, Words
from loyalty.cards import CardFacts
from loyalty.people import Role


def greet_customer(facts: CardFacts, words: Words) -> OutgoingMessage:
    """What the card is for, how to use it, what we keep."""
    rules = facts.rules
    lines: list[str] = []
    if rules.gives_stamps:
        item = name_item(words, facts.item)
        lines.append(words.say("greeting", cafe=facts.cafe, goal=facts.goal, item=item))
    if rules.gives_points:
        key = "greeting-points-too" if lines else "greeting-points"
        lines.append(words.say(key, cafe=facts.cafe, percent=rules.earn_percent))
        lines += say_least_bill(rules, words)
    lines += [
        words.say("greeting-how"),
        "",
        words.say("what-we-keep"),
    ]
    return OutgoingMessage("\n".join(lines))


def greet_staff(*, name: str, cafe: str, role: Role, words: Words, bills: bool = False) -> OutgoingMessage:
    """How to give a stamp, and what else the role can do; with the keyboard of staff.

    `bills`: they count here, beside stamps or alone.
    """
    lines = [words.say("staff-greeting", name=name, cafe=cafe, role=role.value), "", words.say("staff-how")]
    if bills:
        lines.append(words.say("staff-how-bill", example=write_amount(words, EXAMPLE)))
    lines += [words.say("staff-how-sale"), words.say("staff-how-own")]
    lines += [*say_further(role, words), "", words.say("staff-own-card")]
    if others := say_other_languages(words):
        lines.append(others)
    return OutgoingMessage("\n".join(lines), keyboard=staff_keys(words, role))


def say_further(role: Role, words: Words) -> list[Html]:
    """What managers and owners can do besides."""
    lines: list[Html] = []
    if role.covers(Role.MANAGER):
        lines += [
            words.say("staff-how-manager"),
            words.say("staff-how-day"),
            words.say("staff-how-answers"),
            words.say("staff-how-tickets"),
            words.say("staff-how-print"),
            words.say("staff-how-vouchers"),
        ]
    if role.covers(Role.OWNER):
        lines += [words.say("staff-how-staff"), words.say("staff-how-owner"), words.say("staff-how-chat")]
        lines.append(words.say("staff-how-broadcast"))
    return lines


def greet_new_owner(*, name: str, cafe: str, words: Words) -> OutgoingMessage:
    """Who they are, and the way to another language; the wizard stands below it, and /help says the rest."""
    greeting = words.say("staff-greeting", name=name, cafe=cafe, role=Role.OWNER.value)
    lines = [greeting, *filter(None, [say_other_languages(words)])]
    return OutgoingMessage("\n".join(lines), keyboard=staff_keys(words, Role.OWNER))


def greet_till(*, till: str, cafe: str, words: Words) -> OutgoingMessage:
    """What a till is for, with its keyboard."""
    lines = [words.say("till-greeting", till=till, cafe=cafe), "", words.say("till-how")]
    return OutgoingMessage("\n".join(lines), keyboard=till_keys(words))
