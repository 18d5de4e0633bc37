"""Refusals of an offer that stands in a post, in words: one sentence why, one what to do.

Not here: all other refusals (errors.py).
"""

from typing import assert_never

from handlers.texts import Words
from loyalty.refusals import GiftRefusal, NotYourPost, PostOfferOver, PostOfferUsedUp, WordsChanged


def word_gift_refusal(refusal: GiftRefusal, words: Words) -> str:
    """Plain text, fit for a toast."""
    match refusal:
        case NotYourPost():
            return words.plain("error-not-your-post")
        case PostOfferOver():
            return words.plain("error-post-offer-over")
        case PostOfferUsedUp(limit=limit):
            return words.plain("error-post-offer-used-up", limit=limit)
        case WordsChanged():
            return words.plain("error-words-changed")
        case _:
            assert_never(refusal)
