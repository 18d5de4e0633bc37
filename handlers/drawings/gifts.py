"""Gifts in words: what came onto a card without stamps, what left it at its end, and the button of a post.

Not here: rewards in lists (phrases.py), and the posts themselves.
"""

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from handlers.drawings.phrases import name_item
from handlers.texts import Html, Words
from loyalty.own_words import OwnWords
from loyalty.receipts import GiftExpired, GiftGiven


def word_gift(fact: GiftGiven | GiftExpired, number: int, words: Words) -> Html:
    """The one line of its receipt, for the history too."""
    item, receipt = name_item(words, fact.item), str(number)
    match fact:
        case GiftGiven(until=until, cause=cause):
            return words.say("receipt-gift", number=receipt, item=item, until=until, cause=cause.value)
        case GiftExpired():
            return words.say("receipt-gift-expired", number=receipt, item=item)
        case _:
            assert_never(fact)


def say_gift_line(fact: GiftGiven | GiftExpired, number: int, words: Words) -> Html:
    """The same as staff read it."""
    item, receipt = name_item(words, fact.item), str(number)
    match fact:
        case GiftGiven(until=until):
            return words.say("staff-line-gift", number=receipt, item=item, until=until)
        case GiftExpired():
            return words.say("staff-line-gift-expired", number=receipt, item=item)
        case _:
            assert_never(fact)


def word_gifts_gone(gifts: Sequence[OwnWords], words: Words) -> list[Html]:
    """What a visit had been given for, and went with it."""
    if not gifts:
        return []
    items = ", ".join(name_item(words, item) for item in gifts)
    return [words.say("receipt-gifts-gone", items=items)]


def say_taken(item: OwnWords, until: date, words: Words, *, fresh: bool) -> str:
    """What a tap on *take it* is answered with."""
    key = "toast-offer-taken" if fresh else "toast-offer-taken-before"
    return words.plain(key, item=name_item(words, item), until=until)
