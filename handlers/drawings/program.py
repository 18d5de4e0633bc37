"""The cafe's rules in plain words, with the buttons that change them.

Not here: the questions that a change asks (owner/program.py).
"""

from handlers import callbacks
from handlers.drawings.phrases import name_item
from handlers.outgoing import Button, OutgoingMessage
from handlers.texts import Words
from loyalty.programs import Program


def draw_program(program: Program, words: Words) -> OutgoingMessage:
    """What the owner decided, one sentence a rule."""
    rules = program.rules
    lines = [
        words.say("program-heading", cafe=rules.cafe),
        "",
        words.say("program-goal", goal=rules.goal, item=name_item(words, rules.item)),
        words.say("program-when", when="now" if rules.reward_at_once else "next"),
        words.say("program-consent"),
    ]
    other = words.plain("button-reward-next" if rules.reward_at_once else "button-reward-now")
    rows = (
        (Button(other, callbacks.SetRewardAtOnce(at_once=not rules.reward_at_once).pack()),),
        (Button(words.plain("button-rename"), callbacks.Rename().pack()),),
    )
    return OutgoingMessage("\n".join(lines), rows)
