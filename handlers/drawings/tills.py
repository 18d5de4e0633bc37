"""What a till shows: who is on shift, and the digits of a PIN.

Not here: what the owner sees of tills (staff_list.py).
"""

from collections.abc import Callable

from handlers import callbacks
from handlers.drawings.staff_list import MOST_LISTED
from handlers.keyboards import ALONE
from handlers.names import on_staff_screens, shortened
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.texts import Words
from loyalty import days
from loyalty.people import StaffMember
from loyalty.tills import PIN_DIGITS, TillFacts

ERASE = 10
"""What stands behind the button that takes all digits back."""


def draw_shift(facts: TillFacts, words: Words) -> OutgoingMessage:
    """Who is on shift; a name is one tap."""
    somebody = words.plain("somebody")
    on = facts.shift.staff.id if facts.shift else None
    if facts.shift is None:
        text = words.say("till-nobody")
    else:
        time = f"{days.local(facts.shift.ends_at, facts.rules):%H:%M}"
        name = on_staff_screens(facts.shift.staff.name, somebody)
        text = words.say("till-on-shift", name=name, time=time)
    rows = [
        (
            Button(
                shortened(on_staff_screens(staff.name, somebody), ALONE),
                callbacks.TakeShift(staff_id=staff.id).pack(),
                Style.PRIMARY if staff.id == on else Style.PLAIN,
            ),
        )
        for staff in facts.staff[:MOST_LISTED]
    ]
    if on is not None:
        rows.append((Button(words.plain("button-end-shift"), callbacks.EndShift().pack()),))
    return OutgoingMessage(text, tuple(rows))


def draw_shift_pin(staff: StaffMember, typed: int, words: Words) -> OutgoingMessage:
    """The pad at a till: how many digits were tapped, never which."""
    name = on_staff_screens(staff.name, words.plain("somebody"))
    pad = _pad(lambda digit: callbacks.ShiftPin(staff_id=staff.id, digit=digit).pack(), words)
    back = (Button(words.plain("button-back"), callbacks.ShowShift().pack()),)
    text = words.say("pin-ask", name=name, typed=typed, most=PIN_DIGITS)
    return OutgoingMessage(text, (*pad, back), asks=True)


def draw_own_pin(digits: str, words: Words, *, has_one: bool) -> OutgoingMessage:
    """The pad in somebody's own chat, where nobody else reads what they choose."""
    shown = " ".join(digits.ljust(PIN_DIGITS, "·"))
    lines = [words.say("own-pin-ask", most=PIN_DIGITS, digits=shown), words.say("own-pin-how")]
    pad = _pad(lambda digit: callbacks.OwnPin(digit=digit).pack(), words)
    clear = (Button(words.plain("button-pin-clear"), callbacks.ClearPin().pack()),)
    return OutgoingMessage("\n".join(lines), (*pad, clear) if has_one else pad, asks=True)


def _pad(data: Callable[[int], str], words: Words) -> Rows:
    def key(digit: int) -> Button:
        return Button(str(digit), data(digit))

    erase = Button(words.plain("button-pin-erase"), data(ERASE))
    return (
        (key(1), key(2), key(3)),
        (key(4), key(5), key(6)),
        (key(7), key(8), key(9)),
        (key(0), erase),
    )
