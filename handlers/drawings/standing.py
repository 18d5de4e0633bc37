"""A standing campaign's words as a customer reads them: the owner's, and what is true of the reader.

Not here: the owner's page (standing_page.py), and posts in general (post.py).
"""

from collections.abc import Mapping
from dataclasses import replace

from handlers.drawings.phrases import name_item
from handlers.texts import Html, Words
from loyalty.campaigns import CampaignKind, Post
from loyalty.standing import StandingFacts, Told

_BETWEEN = "\n\n"


def complete(post: Post, kind: CampaignKind, facts: StandingFacts, words: Words) -> Post:
    """The post with what is true of its reader: above the owner's words what it is about, below what came."""
    return replace(post, text=_around(Html(post.text), kind, facts, words))


def say_told(told: Told, words: Words, cafe_language: str) -> Html:
    """The same below a receipt, in the reader's language or the cafe's."""
    text = _in_language(told.text, words.language, cafe_language)
    return _around(Html(text), told.kind, told.facts, words)


def _in_language(text: Mapping[str, str], *wishes: str) -> str:
    return next((text[one] for one in wishes if one in text), next(iter(text.values()), ""))


def _around(text: Html, kind: CampaignKind, facts: StandingFacts, words: Words) -> Html:
    above = []
    if facts.visits:
        above.append(words.say("told-visits", visits=facts.visits))
    if facts.years:
        above.append(words.say("told-years", years=facts.years))
    parts = [" ".join(above), text, _say_gift(kind, facts, words)]
    return Html(_BETWEEN.join(part for part in parts if part))


def _say_gift(kind: CampaignKind, facts: StandingFacts, words: Words) -> str:
    if not facts.items:
        return ""
    items = ", ".join(dict.fromkeys(name_item(words, item) for item in facts.items))
    how = "waits" if kind is CampaignKind.REMINDER else "new"
    if facts.until is None:
        return words.say("told-gift", items=items, how=how)
    return words.say("told-gift-until", items=items, how=how, until=facts.until)
