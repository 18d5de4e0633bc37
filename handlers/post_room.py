"""Whether a post still fits once what can be taken stands below it.

Not here: Telegram's own limits, which every use case holds (loyalty/posts.py).
"""

from handlers.drawings.post import room_for
from handlers.texts import Texts
from loyalty import posts
from loyalty.campaigns import Campaign, Photo, Post, PostOffer
from loyalty.own_words import OwnWords
from loyalty.refusals import NoRoomForOffer, PostTooLong, Refused


def check_version(text: str, photo: Photo | None, draft: Campaign, texts: Texts, language: str) -> None:
    """A version that is about to be kept. Raises Refused(PostTooLong)."""
    others = [post for post in draft.posts if post.language != language]
    post = posts.beside(Post(language, text, photo), None, others)
    room = _room(post, draft.offer, texts)
    over = posts.length_of(post.text) - room
    if over > 0:
        raise Refused(PostTooLong(over, room, picture=post.photo is not None))


def check_offer(item: str, draft: Campaign, texts: Texts, language: str) -> None:
    """What can be taken is about to be named, for every version. Raises Refused(NoRoomForOffer)."""
    said = dict(draft.offer.item.by_language) if draft.offer else {}
    offer = PostOffer(OwnWords.of({**said, language: item or "-"}), draft.offer.days if draft.offer else 0)
    over = max(posts.length_of(post.text) - _room(post, offer, texts) for post in draft.posts)
    if over > 0:
        raise Refused(NoRoomForOffer(over))


def _room(post: Post, offer: PostOffer | None, texts: Texts) -> int:
    """The line of the offer is in its reader's language, whichever version they get."""
    picture = post.photo is not None
    return min(room_for(offer, texts.in_language(one), photo=picture) for one in texts.languages)
