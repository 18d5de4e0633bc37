"""What Telegram takes as a post: how long it may be, counted as Telegram counts, and where its links lead.

Not here: how a message becomes a post (handlers/sent_posts.py) and how a post is drawn.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from loyalty.campaigns import Campaign, Post

LONGEST_TEXT: Final = 4096
LONGEST_CAPTION: Final = 1024
"""Under a picture. Units of both: UTF-16 code units, without tags."""
LONGEST_LABEL: Final = 32
"""Characters that fit a button on a small phone."""
LONGEST_LINK: Final = 2048
_TAG: Final = re.compile(r"<[^<>]*>")
_HREF: Final = re.compile(r"<a\s[^<>]*href=\"([^\"]*)\"")
_WEB: Final = ("http", "https")
_WITHOUT_SCHEME: Final = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?:[/?#]\S*)?")


def length_of(text: str) -> int:
    """How long a text of Telegram's HTML is for Telegram: without tags; an emoji counts as two and more."""
    return len(html.unescape(_TAG.sub("", text)).encode("utf-16-le", "surrogatepass")) // 2


def units_of(text: str) -> int:
    """How long plain words are for Telegram."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def longest(post: Post) -> int:
    """How long its text may be: less fits under a picture."""
    return LONGEST_TEXT if post.photo is None else LONGEST_CAPTION


def is_full(post: Post) -> bool:
    """Whether its text is as long as one message can be: Telegram's own apps cut a longer one there."""
    return post.photo is None and length_of(post.text) == LONGEST_TEXT


def first_line(text: str) -> str:
    """The first line of a text of Telegram's HTML that says something, without tags; empty: none does."""
    lines = html.unescape(_TAG.sub("", text)).splitlines()
    return next((line.strip() for line in lines if line.strip()), "")


def over_by(post: Post, *, below: int = 0) -> int:
    """By how much it is too long for Telegram, with so much below it; 0: it fits."""
    return max(length_of(post.text) - longest(post) + below, 0)


def tidy_link(typed: str) -> str | None:
    """A link as a button can carry it: http, https or tg; None when it is none. "cafe.ee" is one too.

    Telegram takes no host without a dot, such as "localhost", on the web.
    """
    link = typed.strip()
    if _WITHOUT_SCHEME.fullmatch(link):
        link = f"https://{link}"
    if len(link) > LONGEST_LINK or not link.isprintable() or any(char.isspace() for char in link):
        return None
    try:
        parts = urlsplit(link)
        named = parts.hostname or ""
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme == "tg":
        return link if named else None
    return link if scheme in _WEB and "." in named.strip(".") and ":" not in named else None


def host_of(link: str) -> str:
    """Where a link leads, as somebody should see before it goes out to many: letters that look alike show."""
    parts = urlsplit(link)
    host = parts.hostname or ""
    if parts.scheme.lower() not in _WEB:
        return f"{parts.scheme.lower()}://{host}"
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def hosts_in_words(campaign: Campaign) -> tuple[str, ...]:
    """Every place that links in the words of its versions lead to, each once."""
    links = [html.unescape(link) for post in campaign.posts for link in _HREF.findall(post.text)]
    return tuple(dict.fromkeys(host_of(link) for link in links if tidy_link(link)))


def beside(post: Post, before: Post | None, others: Sequence[Post]) -> Post:
    """A version in place of what it was `before`: its button stays; what it lacks, `others` have.

    A version without a picture takes over that of the others, or its own goes.
    """
    pictured = next((one.photo for one in others if one.photo is not None), None)
    linked = [one for one in (before, *others) if one is not None and one.link]
    label, link = (linked[0].label, linked[0].link) if linked else ("", "")
    return replace(post, photo=post.photo or pictured, label=label, link=link)
