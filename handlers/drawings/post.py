"""A campaign's post: the owner's words with a picture, a link, an offer to take, and a button that mutes.

Not here: which version somebody gets (loyalty/campaigns.py), and what a tap does.
"""

from typing import Final

from handlers.callbacks import Mute, Take
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.texts import Html, Words
from loyalty.campaigns import Post, PostOffer
from loyalty.ids import RecipientId
from loyalty.posts import LONGEST_CAPTION, LONGEST_TEXT, length_of
from loyalty.wishes import Purpose

_BETWEEN: Final = "\n\n"
_MUTES: Final = {
    Purpose.OFFERS: "button-mute-offers",
    Purpose.BIRTHDAY: "button-mute-birthday",
    Purpose.SURVEYS: "button-mute-surveys",
}


def draw_post(
    post: Post, words: Words, *, offer: PostOffer | None = None, purpose: Purpose | None = None,
    recipient_id: RecipientId | None = None, sample: str = "", silent: bool = False,
) -> OutgoingMessage:  # fmt: skip
    """The post as it arrives; without a recipient its buttons lead to `sample`, which says what they do.

    `purpose`: what its button mutes; None: it belongs to the card and has no such button.
    """
    lines = [Html(post.text)] if post.text else []
    if offer is not None:
        lines.append(say_offer(offer, words))
    return OutgoingMessage(
        Html(_BETWEEN.join(lines)),
        _rows(post, words, offer, purpose, recipient_id, sample),
        silent=silent,
        photo=post.photo,
    )


def say_offer(offer: PostOffer, words: Words) -> Html:
    """The line below the owner's words: what can be taken, and how long it can be had."""
    return words.say("post-offer", item=words.own(offer.item), days=offer.days)


def room_for(offer: PostOffer | None, words: Words, *, photo: bool) -> int:
    """Letters that the owner's own words may have, as Telegram counts them: without tags, in UTF-16 units."""
    limit = LONGEST_CAPTION if photo else LONGEST_TEXT
    if offer is None:
        return limit
    return limit - length_of(say_offer(offer, words)) - len(_BETWEEN)


def name_mute(purpose: Purpose, words: Words) -> str:
    """What the button that mutes says."""
    return words.plain(_MUTES[purpose])


def place_mute(recipient_id: RecipientId, purpose: Purpose | None, words: Words) -> tuple[Button, ...]:
    """The row that mutes: nothing under what belongs to the card."""
    if purpose is None:
        return ()
    return (Button(words.plain(_MUTES[purpose]), Mute(recipient_id=recipient_id).pack()),)


def _rows(
    post: Post, words: Words, offer: PostOffer | None, purpose: Purpose | None,
    recipient_id: RecipientId | None, sample: str,
) -> Rows:  # fmt: skip
    rows = []
    if offer is not None:
        data = Take(recipient_id=recipient_id).pack() if recipient_id is not None else sample
        rows.append((Button(words.plain("button-take-offer"), data, Style.SUCCESS),))
    if post.link:
        rows.append((Button(post.label, "", url=post.link),))
    if purpose is not None:
        data = Mute(recipient_id=recipient_id).pack() if recipient_id is not None else sample
        rows.append((Button(words.plain(_MUTES[purpose]), data),))
    return tuple(rows)
