"""What you may send me: each purpose with one button.

Not here: the birthday's date (birthday.py).
"""

from handlers import callbacks
from handlers.dates import say_day
from handlers.outgoing import Button, OutgoingMessage
from handlers.texts import Html, Words
from loyalty.wishes import Purpose, WishesFacts


def draw_wishes(facts: WishesFacts, words: Words) -> OutgoingMessage:
    """What comes and what doesn't, and what comes whatever is said."""
    lines = [
        words.say("wishes-heading", cafe=facts.cafe),
        words.say("wishes-offers", on=_yes(facts, Purpose.OFFERS), posts=facts.posts_a_week),
        *_say_birthday(facts, words),
        words.say("wishes-always"),
    ]
    rows = [
        (_switch(facts, Purpose.OFFERS, words),),
        *_place_birthday(facts, words),
    ]
    return OutgoingMessage("\n\n".join(lines), tuple(rows))


def place_wishes(words: Words) -> tuple[Button]:
    """The way to this page, under what was sent and on the privacy page."""
    return (Button(words.plain("button-wishes"), callbacks.OpenWishes().pack()),)


def _say_birthday(facts: WishesFacts, words: Words) -> list[Html]:
    """A date that was told is shown in any case; none is spoken of where nobody is greeted."""
    if facts.birthday is None:
        return [words.say("wishes-no-birthday")] if facts.greets else []
    day = say_day(facts.birthday, words.language)
    return [words.say("wishes-birthday", on=_yes(facts, Purpose.BIRTHDAY), day=day)]


def _place_birthday(facts: WishesFacts, words: Words) -> list[tuple[Button, ...]]:
    """A date that can't be changed yet has no button for it; one can always be deleted."""
    tell = callbacks.TellBirthday().pack()
    if facts.birthday is None:
        told = Button(words.plain("button-wishes-tell-birthday"), tell)
        return [(told,)] if facts.greets and facts.locked_until is None else []
    rows: list[tuple[Button, ...]] = [(_switch(facts, Purpose.BIRTHDAY, words),)]
    if facts.locked_until is None:
        rows.append((Button(words.plain("button-birthday-change"), tell),))
    delete = callbacks.DeleteBirthday(sure=False).pack()
    return [*rows, (Button(words.plain("button-birthday-delete"), delete),)]


def _switch(facts: WishesFacts, purpose: Purpose, words: Words) -> Button:
    on = facts.on[purpose]
    label = words.plain(f"button-wish-{purpose.value}-{'off' if on else 'on'}")
    return Button(label, callbacks.SetWish(purpose=purpose, on=not on).pack())


def _yes(facts: WishesFacts, purpose: Purpose) -> str:
    return "yes" if facts.on[purpose] else "no"
