"""The first screen: what staff and customers are greeted with.

Not here: who is greeted when (customer/start.py, owner/staff.py).
"""

from handlers.drawings.phrases import name_item
from handlers.outgoing import OutgoingMessage
from handlers.texts import Words
from loyalty.cards import CardFacts
from loyalty.people import Role


def greet_customer(facts: CardFacts, words: Words) -> OutgoingMessage:
    """What the card is for, how to use it, what we keep."""
    item = name_item(words, facts.item)
    lines = [
        words.say("greeting", cafe=facts.cafe, goal=facts.goal, item=item),
        words.say("greeting-how"),
        "",
        words.say("what-we-keep"),
    ]
    return OutgoingMessage("\n".join(lines))


def greet_staff(*, name: str, cafe: str, role: Role, words: Words) -> OutgoingMessage:
    """How to give a stamp, and what else the role can do."""
    lines = [words.say("staff-greeting", name=name, cafe=cafe, role=role.value), "", words.say("staff-how")]
    if role.covers(Role.OWNER):
        lines.append(words.say("staff-how-owner"))
    return OutgoingMessage("\n".join([*lines, "", words.say("staff-own-card")]))
